"""Columns and indents: read from all rows of a page, whatever they are parted by."""

from __future__ import annotations

import pytest

from cntextclean.repair.lines.columns import Fit, fit_rows
from cntextclean.repair.lines.indents import closing_odds, indent_odds, opening_odds, shape
from cntextclean.repair.lines.page import read_page
from cntextclean.repair.lines.rows import read_rows

TEXT = (
    "历时三个月的水库清淤工程昨天全部完成，共清出淤泥十二万立方米，库容恢复到建成之初的水平。附近五个村庄的"
    "灌溉用水由此得到保障，村民说今年的稻子不用再等天了。"
)


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    head = text[: width - indent]
    rest = text[width - indent :]
    return [head, *(rest[at : at + width] for at in range(0, len(rest), width))]


@pytest.mark.parametrize("width", [9, 13, 20])
def test_a_column_is_seen_in_its_rows(width: int) -> None:
    rows = read_rows("\n".join(wrap(TEXT, width)))
    assert {fit.column for fit in fit_rows(rows)} == {float(width)}


def test_two_columns_one_after_the_other() -> None:
    rows = read_rows("\n".join(wrap(TEXT * 2, 12) + wrap(TEXT * 2, 20)))
    columns = [fit.column for fit in fit_rows(rows)]
    assert set(columns[:8]) == {12.0}
    assert set(columns[-6:]) == {20.0}


def test_paragraphs_on_one_line_are_in_no_column() -> None:
    rows = read_rows("\n".join(TEXT[: 30 + 7 * step] for step in range(9)))
    assert {fit.column for fit in fit_rows(rows)} == {0.0}


def test_known_columns_of_a_layout_go_first() -> None:
    rows = read_rows("\n".join(wrap(TEXT, 13)))
    assert {fit.column for fit in fit_rows(rows, [14.0] * len(rows))} == {14.0}


@pytest.mark.parametrize(("indent", "sign"), [(2, 1), (0, -1)])
def test_the_page_tells_whether_paragraphs_are_indented(indent: int, sign: int) -> None:
    lines = [row for _ in range(5) for row in wrap(TEXT, 14, indent)]
    page = read_page("\n".join(lines))
    assert page.indents * sign > 3


def test_a_page_of_one_paragraph_tells_nothing() -> None:
    assert read_page("\n".join(wrap(TEXT, 14))).indents == pytest.approx(0.0, abs=2.0)
    assert indent_odds([], []) == 0.0


def test_what_shapes_say_depends_on_the_indent() -> None:
    full, first, last = Fit(16, -1.0, 0.3), Fit(16, 1.0, 0.3), Fit(16, 9.0, 0.3)
    assert [shape(fit) for fit in (full, first, last, Fit(0, 0, 0.3))] == ["full", "indented", "short", ""]
    assert opening_odds(first, -8.0) + 1 < opening_odds(first, 8.0)
    assert opening_odds(full, 8.0) < -2 < opening_odds(full, -8.0)
    assert closing_odds(last, 8.0, first=False) > 3
    assert closing_odds(first, 8.0, first=True) < 0 < closing_odds(first, 8.0, first=False)


def test_latin_words_that_do_not_fit_leave_no_short_row() -> None:
    text = "主机的声明有何看法时\nGustavsson认为这对\n游戏机市场来说非常有益\n他相信和相关产品会打开\n新的市场拓展"
    fits = fit_rows(read_rows(text))
    assert fits[0].is_full
    assert not fits[0].is_indented


def test_first_rows_of_short_paragraphs_make_no_narrower_column() -> None:
    lines = [row for at in range(12) for row in wrap(TEXT[at : at + 33], 14, 2)]
    fits = fit_rows(read_rows("\n".join(lines)))
    assert {fit.column for fit in fits} == {14.0}
    assert sum(fit.is_indented for fit in fits[::3]) >= 10


def test_only_marks_hang_over_a_column() -> None:
    rows = wrap("水库清淤工程昨天全部完成" * 6, 12)
    hanging = [row + "，" for row in rows]
    assert {fit.column for fit in fit_rows(read_rows("\n".join([*rows, *hanging[:2], *rows])))} == {12.0}
    wider = [row + "水" for row in rows]
    assert 13.0 in {fit.column for fit in fit_rows(read_rows("\n".join([*rows, *wider])))}
