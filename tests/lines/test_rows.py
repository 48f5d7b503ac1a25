"""Rows: folded columns are seen, separators are not."""

from __future__ import annotations

import pytest

from cntextclean.repair.lines.crumbs import crumb_rows
from cntextclean.repair.lines.rows import read_rows, width_of

COLUMN = (
    "论坛现场举行了一 系列重磅发布和签约活 动，二〇二四年度长三角 一体化发展实事项目清 单发布，首批创新联合体 成立。"
)


def test_a_folded_column_is_read_as_its_printed_lines() -> None:
    assert [row.text for row in read_rows(COLUMN)] == COLUMN.split(" ")


@pytest.mark.parametrize(
    "line",
    [
        "占智勇 徐政 宁尚通 李明敏 徐海峰 单玉紫枫",
        "A “新”欣向荣 新科技新场景“协同”加速",
        "你可以使用 Linux 命令 来列出 所有文件 并且 查看它们的权限",
        "床前明月光 疑是地上霜 举头望明月 低头思故乡",
        "记者 单玉紫枫 通讯员 李明敏 徐海峰",
    ],
)
def test_blanks_that_separate_are_no_line_ends(line: str) -> None:
    assert len(read_rows(line)) == 1


def test_rows_are_spans_of_the_text() -> None:
    text = f"　　{COLUMN}\n\n下一段。"
    assert all(text[row.start : row.end] == row.text for row in read_rows(text))


def test_parting_and_indent_are_told() -> None:
    rows = read_rows("　　一行\n二行\n\n三行")
    assert [(row.parted, row.indent) for row in rows] == [("start", 2.0), ("line", 0.0), ("gap", 0.0)]


def test_widths_follow_unicode() -> None:
    assert width_of("汉字，AI") == 4.0


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["潽 写", "角", "1本", "1ヒ", "新", "正文一行。"], {0, 1, 2, 3, 4}),
        (["角 X 域 同 创 数", "长"], {0, 1}),
        (["正文结尾的最后两个", "汉字"], set()),
        (["一", "二", "三", "四", "五"], set()),
    ],
)
def test_crumbs_come_in_runs(rows: list[str], found: set[int]) -> None:
    assert crumb_rows(rows) == found
