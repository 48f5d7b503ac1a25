"""Tables that have lost their bars, and figures in rows of their own."""

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.repair.lines.cells import cell_tables, is_figure
from cntextclean.repair.lines.preformatted import preformatted_spans

BELOW = "由此可以看出，各项指标都有所增长，其中以东海省的增幅为最大，全年的总量首次超过了一万亿元。"
GROWTH = [
    "地区",
    "2019年",
    "2020年",
    "增长率（%）",
    "东海省",
    "38155.3",
    "38700.6",
    "1.7",
    "西山省",
    "99631.5",
    "102719.0",
    "3.7",
]
MODEL = [
    "变量",
    "(1)",
    "(2)",
    "Digital",
    "0.123***",
    "0.097**",
    "(3.45)",
    "(2.18)",
    "控制变量",
    "是",
    "否",
    "N",
    "3240",
    "3240",
]
WEATHER = ["杭城", "晴转多云", "18", "26", "甬江", "小雨", "17", "23", "瓯海", "阴", "19", "25"]
RANKS = ["1", "东海省", "135673.16", "4.8%", "2", "西山省", "128222.2", "5.8%", "3", "北湖省", "92069", "6.0%"]


@pytest.mark.parametrize("cells", [GROWTH, MODEL, WEATHER, RANKS])
def test_a_table_read_cell_by_cell_stays_as_it_stands(cells: list[str]) -> None:
    text = "\n".join(["表1 各地的情况", *cells, "", BELOW])
    blocks = clean(text).blocks
    assert [(one.role, one.text) for one in blocks] == [
        ("caption", "表1 各地的情况"), ("table", "\n".join(cells)), ("paragraph", BELOW),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "first"), [(WEATHER, "杭城"), (RANKS, "1"), (["红球", "03", "08", "12", "19", "蓝球", "07"], "红球")]
)
def test_without_a_caption_the_names_of_the_first_row_belong_to_it(cells: list[str], first: str) -> None:
    rows = ["各地的情况", *cells, BELOW]
    [(start, end)] = cell_tables(rows)
    assert (rows[start], end) == (first, len(rows) - 1)


@pytest.mark.parametrize(
    "table",
    [
        ["地区 2019年 2020年", "东海省 38155.3 38700.6", "西山省 99631.5 102719.0", "北湖省 62351.7 64613.3"],
        ["美元 719.35", "欧元 781.20", "日元 4.81", "港币 91.95"],
        ["李华 男 98.5 第一名", "王伟 女 97.0 第二名", "张敏 男 96.5 第三名"],
        ["变量 观测值 均值 标准差", "ln GDP 3240 9.23 0.98", "Digital 3240 0.41 0.12", "ln pop 3240 5.87 0.69"],
    ],
)
def test_rows_with_blanks_for_bars_are_a_table(table: list[str]) -> None:
    assert cell_tables(["比赛的结果如下。", *table, BELOW]) == [(1, 1 + len(table))]


@pytest.mark.parametrize(
    "contents",
    [
        ["第一章 绪论 1", "第一节 研究背景 1", "第二章 文献综述 8", "参考文献 45"],
        ["摘要........I", "第1章 绪论........1", "1.1 研究背景........2"],
        ["总则……………（1）", "分则……………（12）", "附则……………（30）"],
    ],
)
def test_a_table_of_contents_is_no_row_of_headings(contents: list[str]) -> None:
    text = "\n".join(["目 录", *contents, "", BELOW])
    assert [(one.role, one.text) for one in clean(text).blocks][1:] == [
        ("table", "\n".join(contents)), ("paragraph", BELOW),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ["本市选手在比赛中以", "10.98", "秒的成绩夺得冠军。"],  # a paragraph cut round its figure
        ["2", "0", "2", "4", "年", "春"],  # a shredded headline
        ["2020年3月，他", "2021年5月，她", "2022年7月，他们", "2023年9月，大家"],
        ["第一章 总则", "第二章 分则", "第三章 附则"],
        ["1 引言", "2 方法", "3 结果"],
        ["东海日报 2", "西山日报 1", "北湖晚报 3"],  # no pages: they do not ascend
        ["1 引言", "2 方法", "3 结果", "4 结论", "5 致谢"],
        ["他今年 3 岁，", "她今年 4 岁，", "我今年 5 岁。"],
    ],
)
def test_text_is_no_table(rows: list[str]) -> None:
    assert cell_tables(rows) == []


def test_a_table_ends_where_something_else_is_set_apart() -> None:
    text = "东海省\n381.5\n1.7\n```\nx = 1\n```\n西山省\n996.5\n3.7"
    assert [text[start:end] for start, end in preformatted_spans(text)] == ["```\nx = 1\n```"]


@pytest.mark.parametrize(
    "rows",
    [
        ["12.5", "13.7"],
        ["2025-10-31", "2025  NO.4"],
        ["010-65232118", "010-65232119"],
        ["010-65232119", "地址：东海市某某路"],
        ["东海省", "38155.3"],
    ],
)
def test_figures_in_rows_of_their_own_are_not_run_together(rows: list[str]) -> None:
    text = "\n".join(["各站的读数如下：", *rows, BELOW])
    assert [one.text for one in clean(text).blocks] == ["各站的读数如下：", *rows, BELOW]


def test_a_figure_is_no_headline() -> None:
    text = "\n\n".join(["各站的读数如下：", "12.5", BELOW, "13.7", BELOW[:-1] + "。"])
    assert {one.role for one in clean(text).blocks} == {"paragraph"}


@pytest.mark.parametrize(
    "text", ["38155.3", "1,234", "-0.045", "(3.45)", "0.118***", "3.7%", "120亿元", "10-20", "12:30", "≥60"]
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["2023-05-06", "1.", "(一)", "A4", "3rd", "12.5.1", "", "——", "1、"])
def test_what_is_no_figure(text: str) -> None:
    assert not is_figure(text)


def test_a_caption_tells_a_table_without_figures() -> None:
    table = [
        "变量类型 变量名称 说明",
        "被解释变量 经济增长 人均产值",
        "解释变量 数字经济 熵值法测算",
        "控制变量 人口密度 年末人口",
    ]
    text = "\n".join(["表1 变量定义与说明", *table, "", BELOW])
    assert [(one.role, one.text) for one in clean(text).blocks][1] == ("table", "\n".join(table))
    assert cell_tables(table) == []


def test_the_names_of_columns_may_be_set_wide() -> None:
    rows = ["姓 名 职 务 电 话", "李华 局长 85010001", "王伟 副局长 85010002", "张敏 科长 85010004"]
    assert cell_tables(rows) == [(0, 4)]
