"""
What each row of a page says for itself, as figures: counted once for a row, whatever pairs it stands in.

A row is the first of one pair, the second of the one before and a neighbour of two more; counted for each of them, its
figures took two thirds longer.

It is safe because it only counts: what the figures are worth is learned (:mod:`.features`).

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> Own(page, [0, 1]).pick("ending", [0, 1, 2])
    [6.0, 0.0, -9.0]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cntextclean.language.forms import Form
from cntextclean.repair.lines import columns
from cntextclean.repair.lines.columns import Fit
from cntextclean.repair.lines.indents import closing_odds, opening_odds
from cntextclean.repair.lines.marks import ENDINGS, ends_sentence
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.rows import Row
from cntextclean.repair.lines.said import HEADLINE, PARTS, holds

NONE = -9.0
"""Stands for a figure that the rows do not have: no column, no row before or after."""
ENDING = {name: float(number) for number, name in enumerate(ENDINGS)}
ROLES = {
    "paragraph": 1.0,
    "heading": 2.0,
    "title": 2.0,
    "subtitle": 2.0,
    "byline": 3.0,
    "metadata": 4.0,
    "reference": 5.0,
    "list_item": 6.0,
    "caption": 7.0,
    "furniture": 7.0,
}
OTHER_ROLE = 8.0
PARTED = {"gap": 1.0, "blank": 2.0}
WIDEST, DEEPEST = 60.0, 6.0
"""Widths and indents that are told apart, in em."""
HAN = re.compile(r"[\u3400-\u9fff]")
ITEM = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|[①-⑳●■◆▲•\-*]")
OF_TEXT = ("ending", "width", "indent", "parted", "asks", "holds", "parts", "item", "han", "role", "whole")
OF_FIT = ("column", "slack", "room", "lack", "opens", "closes_first", "closes", "spare", "spare_first")
NOWHERE = {**dict.fromkeys((*OF_TEXT, *OF_FIT), NONE), "opens": 0.0}
"""What stands for the row before the first one and for the one behind the last."""
Column = list[float]


class Own:
    """The figures of some rows of a page."""

    def __init__(self, page: Page, rows: Iterable[int]) -> None:
        held = [at for at in rows if 0 <= at < len(page.rows)]
        self._places = {row: place for place, row in enumerate(held)}
        figures = (_of_text(page, at) + _of_fit(page, page.fits[at], page.rows[at].width) for at in held)
        names = (*OF_TEXT, *OF_FIT)
        self._columns = {
            name: [*one, NOWHERE[name]] for name, one in zip(names, zip(*figures, strict=True), strict=True)
        }

    def places(self, rows: Iterable[int]) -> list[int]:
        """Where the figures of rows stand in their columns; those of rows that the page does not have are the last."""
        return [self._places.get(row, -1) for row in rows]

    def at(self, name: str, places: Sequence[int]) -> Column:
        """A figure of the rows at these places."""
        column = self._columns[name]
        return [column[place] for place in places]

    def pick(self, name: str, rows: Iterable[int]) -> Column:
        """A figure of some of the rows, by their numbers."""
        return self.at(name, self.places(rows))


def _of_text(page: Page, at: int) -> tuple[float, ...]:
    """What a row is by its text and its form, how it is parted from the one before."""
    row, form = page.rows[at], _shown(page.forms[at])
    text = row.text
    return (
        ENDING[page.endings[at]],
        min(row.width, WIDEST),
        min(row.indent, DEEPEST),
        PARTED.get(row.parted, 0.0),
        2.0 if text[-1] in "？?" else 1.0 if text[-1] in "！!" else 0.0,
        holds(text, len(text) - 1),
        _has_parts(row),
        float(ITEM.match(text) is not None),
        float(HAN.search(text) is not None),
        ROLES.get(form.role, OTHER_ROLE) if form else 0.0,
        float(form is not None and form.whole),
    )


def _shown(form: Form | None) -> Form | None:
    return form if form and form.certainty >= 0.5 else None


def _has_parts(row: Row) -> float:
    """Whether a row that is no sentence has parts that blanks keep apart, as headlines do."""
    told = row.width < HEADLINE and " " in row.text and PARTS.search(row.text)
    return float(bool(told) and not ends_sentence(row.text))


def _of_fit(page: Page, fit: Fit, width: float) -> tuple[float, ...]:
    """How a row stands in its column: its room, and what that says of where its paragraph begins and ends."""
    if not fit.column:
        return (0.0, fit.slack, NONE, NONE, 0.0, 0.0, 0.0, 0.0, 0.0)
    spare = page.tails.rarity(fit.room, latin=fit.latin)
    indented = page.indents > 0
    return (
        fit.column,
        fit.slack,
        max(-3.0, min(8.0, fit.room)),
        max(-3.0, min(12.0, fit.column - width)),
        opening_odds(fit, page.indents),
        closing_odds(fit, page.indents, first=True),
        closing_odds(fit, page.indents, first=False),
        spare,
        page.tails.rarity(fit.room - columns.INDENT, latin=fit.latin) if indented else spare,
    )
