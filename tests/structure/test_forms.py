"""Forms of one line: every row of the tables, and what recognition does to a line."""

from __future__ import annotations

import pytest

from cntextclean.language.forms import FormRow, fold_form, form_rows, match_form

ROWS = form_rows()


def fits(row: FormRow, text: str) -> bool:
    folded = fold_form(text)
    return bool(row.pattern.fullmatch(folded) if row.form.whole else row.pattern.match(folded))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.form.name)
def test_examples_have_the_form(row: FormRow) -> None:
    for text in row.examples:
        assert fits(row, text), text
        form = match_form(text)
        assert form is not None, text
        assert form.role == row.form.role, (text, form)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.form.name)
def test_counter_examples_do_not(row: FormRow) -> None:
    for text in row.counter_examples:
        assert not fits(row, text), text


def test_names_are_unique_and_rows_complete() -> None:
    names = [row.form.name for row in ROWS]
    assert len(names) == len(set(names))
    for row in ROWS:
        assert row.examples, row.form.name
        assert row.counter_examples, row.form.name
        assert 0 < row.form.certainty <= 1, row.form.name


def test_folding_keeps_every_position() -> None:
    text = "２０１７年１２月　星期二：Ａ（一）—〔３〕責編"
    assert len(fold_form(text)) == len(text)


NOISY = [
    ("2017年12月26日星期二国际10版", "furniture"),
    ("2017 年 12 月 26 日  星期二  国际  10 版", "furniture"),
    ("２０１７年１２月２６日　星期二　国际　１０版", "furniture"),
    ("2O17年12月26曰 星期二 国际 1O版", "furniture"),
    ("责任编辑杨某版式赵菜校对张某10", "furniture"),
    ("责任编辑周某，版式李某校对徐某08", "furniture"),
    ("責任編輯 王某 版式 陳某 校對李某 10", "furniture"),
    ("特派记者 毛丽君(本报温州今日电)", "byline"),
    ("本报记者王伟", "byline"),
    ("译者 zero-mk校对wxy", "byline"),
    ("图为活动现场。本报记者摄", "caption"),
    ("關鍵詞：軟體；套件", "keywords"),
    ("# 第一章　总　则", "heading"),
    ("## A 广度 向协同要竞争力", "heading"),
    ("### 总书记说", "heading"),
    ("(二) 以制度创新为动力,推动合作共赢积极性", "heading"),
]


@pytest.mark.parametrize(("text", "role"), NOISY)
def test_noise_does_not_hide_a_form(text: str, role: str) -> None:
    form = match_form(text)
    assert form is not None
    assert form.role == role


PLAIN = [
    "2017年12月26日，星期二，我们出发了。",
    "记者了解到，今年以来",
    "第三条规定的期限届满以后，",
    "校对完成以后，再进行排版。",
    "长三角地区是我国经济发展最活跃的区域之一。",
    "#话题#今天大家都在讨论",
    "",
    "   ",
]


@pytest.mark.parametrize("text", PLAIN)
def test_prose_has_no_form(text: str) -> None:
    assert match_form(text) is None


def test_mark_up_is_looked_through() -> None:
    marked = match_form("## （一）点燃科技创新新引擎")
    assert marked is not None
    assert marked.marker_class == "han-paren"
    assert marked.certainty >= 0.95


@pytest.mark.parametrize("row", [row for row in ROWS if row.needs], ids=lambda row: row.form.name)
def test_what_fits_has_a_character_that_the_row_needs(row: FormRow) -> None:
    texts = [text for other in ROWS for text in (*other.examples, *other.counter_examples)]
    fitting = [fold_form(text) for text in texts if fits(row, text)]
    assert fitting
    assert [text for text in fitting if not set(text) & set(row.needs)] == []
