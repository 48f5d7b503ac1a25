"""Folds: printed lines that an engine wrote into one line come back, also where a heading is among them."""

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.repair.lines.folds import find_folds

ROWS = ["历时三个月的水库清淤工", "程昨天全部完成，共清出", "淤泥十二万立方米，库容", "恢复到建成之初的水平。"]
"""One printed paragraph of a column of eleven."""
PARAGRAPH = " ".join(ROWS)


def rows_of(*lines: str) -> list[list[str]]:
    found = []
    for line, folds in zip(lines, find_folds(lines), strict=True):
        bounds = [0, *(point for span in folds for point in span), len(line)]
        found.append([line[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)])
    return found


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (
            "村民说，今年的稻子再也 不用等天了。 下一步的安排",
            ["村民说，今年的稻子再也", "不用等天了。", "下一步的安排"],
        ),
        ("不用等天了。 下一步", ["不用等天了。", "下一步"]),
        ("情况统计 今年以来清淤的工程量已 经超过往年。", ["情况统计", "今年以来清淤的工程量已", "经超过往年。"]),
        ("附近村庄的灌溉用 水得到保障", ["附近村庄的灌溉用", "水得到保障"]),
    ],
)
def test_short_rows_and_headings_are_told_once_the_page_shows_its_column(line: str, rows: list[str]) -> None:
    assert rows_of(*[PARAGRAPH] * 4, line)[4] == rows
    assert rows_of(line) == [[line]]


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 李华 王小明",
        "记者 李华 通讯员 王小明 赵明 摄影报道",
        "图为清淤现场。 通讯员 李华 摄",
        "东海市水库清淤 供水有保障",
        "今年 清淤",
    ],
)
def test_blanks_between_names_and_parts_are_no_line_ends(line: str) -> None:
    assert rows_of(*[PARAGRAPH] * 4, line)[4] == [line]


def test_printed_lines_with_blanks_are_not_folded() -> None:
    lines = [
        "历时三个月 的水库清淤工",
        "程昨天全部 完成，共清出",
        "淤泥十二万立 方米，库容",
        "恢复到建成 之初的水平了",
    ] * 3
    assert rows_of(*lines) == [[line] for line in lines]


def test_a_heading_at_the_end_of_a_folded_paragraph_becomes_a_block() -> None:
    page = [PARAGRAPH, "村民说，今年的稻子再也 不用等天了。 下一步的安排", PARAGRAPH]
    blocks = [(block.role, block.text) for block in clean("\n\n".join(page)).blocks if block.text == "下一步的安排"]
    assert blocks == [("heading", "下一步的安排")]


def test_an_engine_that_writes_blanks_of_its_own_has_them_left_inside_its_lines() -> None:
    noisy = "历时三个月的水库清淤工 程昨天全部完成， 共清出 淤泥十二万立方米，库容 恢复到建成之初的水平。"
    assert rows_of(*[noisy] * 4)[0] == [*ROWS[:1], "程昨天全部完成， 共清出", *ROWS[2:]]
