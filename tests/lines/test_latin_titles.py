"""A headline of two rows is one where a name in Latin letters runs across, and where nothing says otherwise."""

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.repair.lines.latin_titles import latin_title_goes_on
from cntextclean.repair.lines.page import read_page

BODY = "以下是十句精彩的语录，来自昨\n天的大会，按照发言的顺序排\n列，供大家参考。大会在温州举\n行，各地代表出席。"


def _heads(*rows: str) -> list[str]:
    document = clean("\n\n".join([*rows, BODY]))
    return [block.text for block in document.blocks if block.role in {"title", "subtitle", "heading"}]


def test_a_name_across_two_rows() -> None:
    assert _heads("十句精彩语录来自LinuxCon", "Europe大会上的发言") == ["十句精彩语录来自LinuxCon Europe大会上的发言"]


@pytest.mark.parametrize(
    "rows",
    [
        ("在树莓派上使用Docker", "Docker入门的十个步骤"),
        ("十句精彩语录来自大会", "Europe大会上的发言"),
    ],
)
def test_what_stays_apart(rows: tuple[str, str]) -> None:
    texts = [block.text for block in clean("\n\n".join([*rows, BODY])).blocks]
    assert texts[:2] == list(rows)


def test_a_lower_row_that_is_wider_is_none() -> None:
    page = read_page(f"从LinuxCon\n\nEurope大会上传来的十句精彩语录\n\n{BODY}")
    assert not latin_title_goes_on(page, 1)


def test_the_first_row_of_a_text_below_its_title_stays() -> None:
    document = clean("为服务器安装MariaDB\n\nMySQL的这个分支由社区维护，它与\n原来的数据库兼容，安装也很简单。\n")
    assert document.blocks[0].text == "为服务器安装MariaDB"
