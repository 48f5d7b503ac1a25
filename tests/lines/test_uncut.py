"""Listings, whose short rows look like those of a column, stay on lines of their own."""

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.repair.lines.page import read_page
from cntextclean.repair.lines.uncut import NEVER, UNCUT, UNSHOWN

LISTINGS = {
    "ingredients": "白面馒头的做法|原料|面粉 500克|白糖 30克|清水 2勺|酵母 5克|黄油 20克|做法|1 面粉过筛，加水揉匀",
    "specifications": "产品参数|品牌：东海|型号：DH-2000|额定功率：1500W|尺寸：320×240mm|重量：3.5kg|产地：西山",
    "song": "弯弯的小河|作词：李某|作曲：王某|小河弯弯向南流|流到山前看一看|远方的人我的爱人|你的模样是否依然",
    "programme": "3月15日 上午|09:00—09:30|开幕式|主持人：李华|10:30—10:45|茶歇|10:45—12:00|圆桌讨论",
    "chat": "李华 2023/5/6 10:23:11|你好，在吗？|王伟 2023/5/6 10:23:40|在的|请说|李华 2023/5/6 10:24:02|会议改到三点",
    "names": "东海大学|西山学院|北湖研究所|南江公司|中原出版社|城东中学|城西小学|河畔幼儿园",
}


@pytest.mark.parametrize("name", LISTINGS)
def test_rows_of_a_listing_are_not_run_together(name: str) -> None:
    rows = LISTINGS[name].split("|")
    assert [one.text for one in clean("\n".join(rows)).blocks] == rows


COLUMN = [
    "昨天上午，东海市召开城", "市更新工作推进会，部署", "下一阶段的重点任务。会", "议指出，老旧小区改造是",
    "一项民生工程，各地要加", "强统筹协调，把好事办好",
]  # fmt: skip


def test_rows_of_a_column_are_joined_as_before() -> None:
    assert clean("\n".join(COLUMN)).text.split() == ["".join(COLUMN)]


def test_a_listing_is_told_inside_a_page_of_paragraphs() -> None:
    prose = (
        "从各地的情况来看，老旧小区的改造进展顺利，居民的满意度比上一年有了明显的提高，下一步还要加快配套设施的建设。"
    )
    rows = [prose, prose[::-1].strip("。") + "。", *LISTINGS["specifications"].split("|"), prose[:40] + "。"]
    assert [one.text for one in clean("\n".join(rows)).blocks] == rows


@pytest.mark.parametrize(
    ("rows", "doubt"),
    [
        (LISTINGS["specifications"].split("|"), NEVER),
        (
            [
                "小船向东走，不停",
                "大车往西开，很慢",
                "有人唱着歌，不累",
                "那匹老马呢，睡了",
                "孩子们笑着，跑了",
                "天黑了，下雨",
                "天亮了，天晴",
            ],
            UNCUT,
        ),
        (["小船向东走，不停", "大车往西开，很慢", "有人唱着歌，不累", "那匹老马呢，睡了", "孩子们笑着，跑了"], UNSHOWN),
        (COLUMN, 0.0),
        (["短行"], 0.0),
    ],
)
def test_how_sure_the_model_must_be(rows: list[str], doubt: float) -> None:
    assert set(read_page("\n".join(rows)).doubts) == {doubt}


def test_an_empty_page_is_in_no_doubt() -> None:
    assert read_page("").doubts == ()
