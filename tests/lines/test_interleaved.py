"""Columns that an engine read across: reported, kept apart, nothing lost; pages in order are left alone."""

from __future__ import annotations

import pytest

from cntextclean import Config, clean
from cntextclean.repair.lines.features import Passage, features
from cntextclean.repair.lines.page import read_page

LEFT = (
    "历时三个月的水库清淤工程昨天全部完成，共清出淤泥十二万立方米，库容恢复到建成之初的水平，"
    "附近的村民早早来到大坝上观看完工仪式，孩子们在岸边放起了风筝。"
)
RIGHT = (
    "负责人介绍，今后每年枯水期都将检查一次，雨季之前再做一次测量，把结果告诉下游的五个村庄，"
    "让大家安心种田，不再为洪水担心，夜里也能睡得踏实。"
)
WIDTH = 9


def rows(text: str) -> list[str]:
    return [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]


def interleave(*columns: list[str]) -> list[str]:
    height = max(map(len, columns))
    return [column[at] for at in range(height) for column in columns if at < len(column)]


@pytest.mark.parametrize("parting", ["\n", "\n\n"])
def test_interleaved_columns_are_reported_and_kept_apart(parting: str) -> None:
    mixed = interleave(rows(LEFT), rows(RIGHT))
    document = clean(parting.join(["水库清淤工程今日完工", *mixed]))
    [finding] = [one for one in document.findings if one.rule == "lines.interleaved"]
    assert "go on 2 rows down" in finding.evidence
    flagged = [block.text for block in document.blocks if "interleaved" in block.flags]
    assert set(mixed) <= {block.text for block in document.blocks}
    assert len(flagged) >= len(mixed) - 1
    assert clean(document.text).text == document.text


def test_columns_in_order_are_not() -> None:
    document = clean("\n".join([*rows(LEFT), *rows(RIGHT)]))
    assert "lines.interleaved" not in {one.rule for one in document.findings}
    assert [block.text for block in document.blocks] == [LEFT, RIGHT]


def test_the_rule_can_be_ignored() -> None:
    mixed = "\n".join(interleave(rows(LEFT), rows(RIGHT)))
    document = clean(mixed, Config(ignore=("lines.interleaved",)))
    assert not any("interleaved" in block.flags for block in document.blocks)


def test_lists_and_names_are_no_columns() -> None:
    names = ["王建国", "李晓明", "张秀英", "刘志强", "陈玉兰", "杨文博", "赵海燕", "黄家驹", "周慧敏"] * 6
    document = clean("\n".join(f"{name}同志负责的第{number}片区" for number, name in enumerate(names)))
    assert "lines.interleaved" not in {one.rule for one in document.findings}


@pytest.mark.parametrize(("before", "prohibited"), [("今年的安排", False), ("他说：“今年的安排", True)])
def test_a_closing_mark_that_closes_nothing_is_no_reason_to_join(before: str, *, prohibited: bool) -> None:
    page = read_page(f"{before}\n”村民们从四面八方赶来\n")
    found = features(page, 0, 1, Passage(1, before))
    assert bool(found["prohibited"]) == prohibited
