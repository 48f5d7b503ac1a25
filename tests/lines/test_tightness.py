"""How exactly a page fills its rows, and what room behind a row says where pages are exact."""

from __future__ import annotations

import pytest

from cntextclean.repair.lines.columns import Fit
from cntextclean.repair.lines.page import Page, read_page
from cntextclean.repair.lines.tightness import Tails, ends_of_passages, stops_that_end

TEXT = (
    "历时三个月的水库清淤工程昨天全部完成，共清出淤泥十二万立方米，库容恢复到建成之初的水平。附近五个村庄的"
    "灌溉用水由此得到保障，村民说今年的稻子不用再等天了。"
)


def page_of(width: int, *, hanging: bool = False, lost: int = 0) -> Page:
    """The text three times over in a column; marks may hang over its edge, and every so many rows lose a character."""
    rows, at, text = [], 0, TEXT * 3
    while at < len(text):
        end = at + width
        end += hanging and text[end : end + 1] in tuple("，。")
        rows.append(text[at:end])
        at = end
    if lost:
        rows = [row[:4] + row[5:] if number % lost == 0 else row for number, row in enumerate(rows)]
    return read_page("\n".join(rows))


@pytest.mark.parametrize("hanging", [False, True])
def test_a_page_without_misreadings_is_tight(*, hanging: bool) -> None:
    page = page_of(13, hanging=hanging)
    assert page.tails.is_tight(latin=False)
    assert {fit.slack < 0 for fit in page.fits} == {True}


def test_a_page_that_lost_characters_is_not() -> None:
    page = page_of(13, lost=3)
    assert not page.tails.is_tight(latin=False)
    assert {fit.slack for fit in page.fits} == {0.3}


def test_where_marks_hang_a_character_fits_without_the_mark_behind_it() -> None:
    page = page_of(10, hanging=True)
    bare = [fit.room for fit, row in zip(page.fits, page.rows[1:], strict=False) if row.text[1:2] in tuple("，。")]
    assert bare
    assert max(bare) < 0


def test_room_is_rare_where_no_row_leaves_any() -> None:
    tails = Tails([Fit(16, -1.0, 0.3)] * 20, [1.0] * 20, [False, *[True] * 19])
    assert tails.rarity(0.0, latin=False) < -3 < -0.1 < tails.rarity(-1.0, latin=False)


def test_first_rows_of_indented_paragraphs_say_nothing_of_the_others() -> None:
    fits = [Fit(16, 1.0, 0.3), *[Fit(16, -1.0, 0.3)] * 9]
    assert Tails(fits, [1.0] * 10, [False, *[True] * 9]).is_tight(latin=False)


def test_a_page_without_rows_says_nothing() -> None:
    tails = Tails([], [], [])
    assert tails.rarity(0.0, latin=True) == tails.rarity(0.0, latin=False)
    assert not tails.is_tight(latin=False)


def test_sentence_ends_inside_rows_make_the_end_of_a_paragraph_unlikely() -> None:
    rows = page_of(13).rows
    endings = ["letter"] * (len(rows) - 1) + ["stop"]
    ends = [False] * (len(rows) - 1) + [True]
    assert stops_that_end(rows, endings, ends) < stops_that_end(rows, ["stop"] * len(rows), [True] * len(rows))


def test_the_last_row_ends_its_passage_and_full_ones_do_not() -> None:
    page = page_of(13)
    ends = ends_of_passages(page.rows, page.fits, page.tails, page.indents, page.habits.gaps)
    assert ends[-1]
    assert not any(ends[:-2])


def test_a_blank_line_ends_a_passage_where_not_all_lines_are_parted_so() -> None:
    rows = read_page("\n".join([TEXT[:13], TEXT[13:26], "", TEXT[26:39], TEXT[39:52]])).rows
    ends = ends_of_passages(rows, [Fit(13, -1.0, 0.3)] * 4, Tails([], [], []), 0.0, 0.3)
    assert ends == (False, True, False, True)
