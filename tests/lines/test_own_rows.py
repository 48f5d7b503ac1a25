"""Rows that are lines of their own, by their shape, their letters and the rows around them; crumbs that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cntextclean import clean
from cntextclean.repair.lines.crumbs import stray_lines, stray_rows
from cntextclean.repair.lines.isolated import isolated_joints
from cntextclean.repair.lines.latin_rows import goes_on
from cntextclean.repair.lines.page import read_page
from cntextclean.repair.lines.stanzas import clause_rows, entry_rows, tiny_rows

COLUMN = [
    "昨天上午，东海市召开城", "市更新工作推进会，部署", "下一阶段的重点任务。会", "议指出，老旧小区改造是",
    "一项民生工程，各地要加", "强统筹协调，把好事办好",
]  # fmt: skip
VERSE = ["山坡上的桃花开了，", "井边的石板湿了，", "远嫁的姐姐回来了，", "门前的狗也不叫了。"]
GLYPHS = ["铜", "锌", "银", "锡", "铅"]


def test_rows_of_a_clause_each_stay_apart() -> None:
    assert clause_rows(read_page("\n".join(VERSE))) == {0, 1, 2}
    assert clause_rows(read_page("\n".join(VERSE[:2]))) == set()


def test_a_couplet_stays_apart_where_it_begins_behind_a_sentence() -> None:
    couplet = ["浮云遮不住，", "远道有归人。"]
    assert clause_rows(read_page("\n".join(couplet))) == {0}
    assert clause_rows(read_page("\n".join(["有诗说", *couplet]))) == set()


def test_clauses_of_a_page_whose_rows_are_cut_are_nothing() -> None:
    assert clause_rows(read_page("\n".join([*COLUMN, *VERSE]))) == set()


def test_runs_of_tiny_rows_stay_apart() -> None:
    assert tiny_rows(read_page("\n".join(GLYPHS))) == {0, 1, 2, 3}
    assert tiny_rows(read_page("\n".join(GLYPHS[:3]))) == set()


def test_words_and_their_meanings_stay_apart() -> None:
    entries = ["harvest n. 收获；收成", "plough v. 犁；耕", "sow v. 播种"]
    assert entry_rows(read_page("\n".join(entries))) == {0, 1}
    assert entry_rows(read_page("\n".join(entries[:2]))) == set()
    assert entry_rows(read_page("\n".join([*COLUMN, *entries]))) == set()


def test_a_joint_among_rows_that_stay_apart_is_isolated() -> None:
    page = read_page("审议工作报告\n审议预算方案\n选举新的理事会\n讨论章程草案\n其他事项")
    assert isolated_joints(page, {2}) == {2}
    assert isolated_joints(page, {0, 1, 2}) == set()


def test_no_joint_is_isolated_where_rows_are_cut_or_too_few() -> None:
    assert isolated_joints(read_page("\n".join(COLUMN)), {0}) == set()
    assert isolated_joints(read_page("审议工作报告\n审议预算方案\n其他"), {0}) == set()
    assert isolated_joints(read_page(""), set()) == set()


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (["The members of the club met in the old hall by the", "river and spoke of the flood."], True),
        (["The house that was sold to the", "brothers stands empty."], True),
        (["they gave a new govern-", "ment to the town"], True),
        (["《The Book of R", "uby》"], True),
        (["git status", "git add notes"], False),
        (["the lamps along the river are all out", "and nobody can say who left the last", "we left"], False),
        (["Songs of the Hill", "and other poems", "The House of Three Windows"], False),
        (["let total = sum(first, second, third, fourth)", "return total"], False),
        (["It was a long way to the end of the old road.", "it rained"], False),
    ],
)  # fmt: skip
def test_a_latin_row_goes_on_where_print_broke_it(rows: list[str], *, joined: bool) -> None:
    assert goes_on(read_page("\n".join(rows)), 0, 1) is joined


def test_narrow_latin_rows_go_on_where_all_are_filled() -> None:
    rows = [
        "a lamp that is lit at the",
        "front shows you that all",
        "parts run well and may be",
        "used, the red one that it",
        "is too hot.",
    ]
    page = read_page("\n".join(rows))
    assert [goes_on(page, at, at + 1) for at in range(4)] == [True] * 4


def test_latin_rows_over_what_stands_between_are_asked_by_their_width() -> None:
    page = read_page("a\nthe towns along the river, which once lived by trade\nb\nhave lost their people")
    assert goes_on(page, 1, 3)


def test_crumbs_are_taken_from_pages_whose_rows_are_cut() -> None:
    assert stray_rows(read_page("\n".join(GLYPHS))) == set()
    assert stray_rows(read_page("\n".join([*GLYPHS, *COLUMN]))) == {0, 1, 2, 3, 4}
    assert stray_lines(GLYPHS) == set()
    assert stray_lines(COLUMN) == set()


def test_a_block_of_a_program_is_not_run_together() -> None:
    rows = ["if (!name) {", "console.log('没有名字');", "}"]
    assert "\n".join(one.text for one in clean("\n".join(rows)).blocks) == "\n".join(rows)


def test_rows_that_show_that_they_are_one_are_not_isolated() -> None:
    title = ["关于适用《东海市历史建筑保护", "条例》若干问题的说明", "目的和依据", "适用范围", "部门职责"]
    page = read_page("\n".join(title))
    assert isolated_joints(page, {0}) == set()
    assert isolated_joints(page, {2}) == {2}


def test_rows_of_one_line_of_the_source_are_not_parted() -> None:
    page = read_page("a lamp\nthat is lit")
    assert not goes_on(page, 0, 1)
    folded = replace(page, rows=(page.rows[0], page.rows[1]._replace(parted="blank")))
    assert goes_on(folded, 0, 1)
