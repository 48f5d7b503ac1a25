"""Soft wraps: case tables, and the judgement on re-set clean text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cntextclean import Config
from cntextclean.repair.lines.arrange import arrange
from cntextclean.repair.lines.page import read_page
from cntextclean.repair.lines.running import counted_rows

CASES = Path(__file__).resolve().parents[1] / "cases/lines"


def passages(text: str) -> list[str]:
    """The passages of a text, rows put together with nothing between Han and a blank between Latin."""
    found = []
    for group in arrange(text, Config()):
        if group.removal:
            continue
        parts = [text[start:end] for start, end in group.rows]
        glue = [*(joint.glue for joint in group.joints), ""]
        found.append("".join(part + mark for part, mark in zip(parts, glue, strict=True)))
    return found


def cases(name: str) -> list[dict[str, str]]:
    return json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", cases("real") + cases("synthetic"), ids=lambda case: case["why"])
def test_wraps_are_joined(case: dict[str, str]) -> None:
    assert passages(case["before"]) == case["after"].split("\n")


@pytest.mark.parametrize("case", cases("negative"), ids=lambda case: case["why"])
def test_text_that_must_stay(case: dict[str, str]) -> None:
    assert passages(case["before"]) == [line for line in case["before"].split("\n") if line.strip()]


@pytest.mark.parametrize("case", cases("known-failures"), ids=lambda case: case["why"])
@pytest.mark.xfail(strict=True, reason="known failures, kept so that a fix by luck is seen")
def test_known_failures(case: dict[str, str]) -> None:
    assert passages(case["before"]) == case["after"].split("\n")


def test_an_ignored_rule_leaves_the_break() -> None:
    text = "加快产业结构的优\n\n化升级，推动区域发展。"
    assert len(arrange(text, Config())) == 1
    assert len(arrange(text, Config(ignore=("lines.word-crosses-break",)))) == 2


def test_every_joint_explains_itself() -> None:
    (group,) = arrange("加快产业结构的优\n\n化升级，推动区域发展。", Config())
    assert group.joints[0].rule == "lines.word-crosses-break"
    assert "优化" in group.joints[0].evidence


def test_headers_of_book_pages_are_known_by_numbers_that_count_on() -> None:
    body = ["正文到了这里还没有完结，后面是下一页的文字，"] * 9
    assert sorted(counted_rows(["18   江城旧事", *body, "20   江城旧事"])) == [0, 10]
    assert sorted(counted_rows(["18 江城旧事", *body, "20 江城旧事", *body, "22 江城旧事"])) == [0, 10, 20]
    assert counted_rows(["18 江城旧事", *body, "20 江城旧事"]) == {}  # one blank, twice: too little
    assert counted_rows(["1   引言", *body, "2   方法", *body, "3   结论"]) == {}  # headings have their own words
    assert counted_rows(["18   江城旧事", *body, "17   江城旧事"]) == {}
    assert counted_rows(["第一章　江城　　　1", "第二章　江城　　　2", "第三章　江城　　　3"]) == {}
    assert counted_rows([f"{n}   合计" for n in range(1, 20)]) == {}


def test_an_item_that_leaves_its_row_empty_and_a_page_number_are_joined_to_nothing() -> None:
    text = (
        "会议议题：\n1、讨论2020年度预算调整方案\n2、研究复学准备工作\n"
        "会议认为，今年的预算调整要坚持过紧日子的思想，压减一般\n性支出，优先保障教学运行和疫情防控所需经费。\n"
        "二、主要任务\n— 1 —\n"
    )
    shown = [text[group.rows[0][0] : group.rows[-1][1]] for group in arrange(text, Config())]
    assert "2、研究复学准备工作" in shown
    assert "二、主要任务" in shown
    assert "— 1 —" in shown


def test_marks_alone_prove_no_break() -> None:
    page = read_page("例1 显示匹配行的行号###\n###例2 输出其余的行###\n\n######\n\n甲乙丙丁戊己庚辛壬癸\n子丑寅卯")
    assert page.unbroken == frozenset()
    assert read_page("今天上午论坛举行，各地代\n表参加了会议。\n\n各地代表参加").unbroken == {"各地代表参加"}
