"""
What rows say for themselves when two of them meet, a column a figure: many pairs of a page at once.

It is safe because it only counts: what the figures are worth is learned (:mod:`.features`).

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> of_first(page, [0])["ending"], of_second(page, [1])["next_ending"]
    ([6.0], [0.0])
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cntextclean.language.forms import Form
from cntextclean.repair.lines import columns, indents
from cntextclean.repair.lines.habits import FLOWED
from cntextclean.repair.lines.marks import ENDINGS, ends_sentence
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.said import HEADLINE, PARTS, holds

AROUND, AHEAD, TOP = 4, 6, 4
"""Rows on each side that are asked about, rows until the next column, and rows back to the top of an article."""
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
HAN = re.compile(r"[\u3400-\u9fff]")
ITEM = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|[①-⑳●■◆▲•\-*]")
Pair = tuple[int, int]
Column = list[float]


def of_first(page: Page, firsts: Sequence[int]) -> dict[str, Column]:
    """How the first rows end, and what stands before them."""
    rows, ends = [page.rows[a] for a in firsts], page.endings
    return {
        "ending": [ENDING[ends[a]] for a in firsts],
        "ending_before": [ENDING[ends[a - 1]] if a else NONE for a in firsts],
        "width": [min(row.width, 60.0) for row in rows],
        "parted_before": [PARTED.get(row.parted, 0.0) for row in rows],
        "slack": [page.fits[a].slack for a in firsts],
        "column": [page.fits[a].column for a in firsts],
        "spare_flush": _spare_rooms(page, firsts, 0.0),
        "asks": [_asks(row.text) for row in rows],
    }


def of_second(page: Page, seconds: Sequence[int]) -> dict[str, Column]:
    """How the second rows begin and end, what they are by their form, what stands after them."""
    rows = [page.rows[b] for b in seconds]
    after = [page.rows[b + 1] if b + 1 < len(page.rows) else None for b in seconds]
    forms = [_shown(page.forms[b]) for b in seconds]
    return {
        "next_ending": [ENDING[page.endings[b]] for b in seconds],
        "next_asks": [_asks(row.text) for row in rows],
        "next_holds": [holds(row.text, len(row.text) - 1) for row in rows],
        "next_width": [min(row.width, 60.0) for row in rows],
        "after_width": [min(row.width, 60.0) if row else NONE for row in after],
        "next_form": [_role(form) for form in forms],
        "next_form_whole": [float(form is not None and form.whole) for form in forms],
        "next_parts": [
            float(row.width < HEADLINE and bool(PARTS.search(row.text)) and not ends_sentence(row.text)) for row in rows
        ],
        "item": [float(ITEM.match(row.text) is not None) for row in rows],
        "parted": [PARTED.get(row.parted, 0.0) for row in rows],
        "parted_after": [PARTED.get(row.parted, 0.0) if row else NONE for row in after],
    }


def _asks(text: str) -> float:
    """2 for a row that ends with a question, 1 for an exclamation, 0 for any other."""
    return 2.0 if text[-1] in "？?" else 1.0 if text[-1] in "！!" else 0.0


def _shown(form: Form | None) -> Form | None:
    return form if form and form.certainty >= 0.5 else None


def _role(form: Form | None) -> float:
    return ROLES.get(form.role, OTHER_ROLE) if form else 0.0


def rooms_behind(page: Page, pairs: Sequence[Pair]) -> Column:
    """The room behind the first rows, once the head of the next row is set."""
    heads = [page.fits[a].room if b == a + 1 else page.fits[a].column - page.rows[a].width - 1.0 for a, b in pairs]
    return [
        max(-3.0, min(8.0, head)) if page.fits[a].column else NONE for (a, _), head in zip(pairs, heads, strict=True)
    ]


def of_measures(page: Page, firsts: Sequence[int], seconds: Sequence[int]) -> dict[str, Column]:
    """How the rows stand in their columns."""
    there = [page.fits[b] for b in seconds]
    low, rooms = _rooms_of_rows(page, min(firsts) - 1, max(seconds) + 2)
    widths = [page.rows[b].width for b in seconds]
    return {
        "room_before": [rooms[a - 1 - low] for a in firsts],
        "next_room": [rooms[b - low] for b in seconds],
        "next_lack": [
            max(-3.0, min(12.0, fit.column - width)) if fit.column else NONE
            for fit, width in zip(there, widths, strict=True)
        ],
        "after_room": [rooms[b + 1 - low] for b in seconds],
        "after_opens": [_opens_at(page, b + 1) for b in seconds],
        "wider": [_wider(page, a, b) for a, b in zip(firsts, seconds, strict=True)],
        "next_wider": [_wider(page, b, b) for b in seconds],
        "top": [float(_since_furniture(page, a)) for a in firsts],
        "lead": [
            min(page.rows[b].indent, 6.0) - min(page.rows[a].indent, 6.0) for a, b in zip(firsts, seconds, strict=True)
        ],
    }


def _opens_at(page: Page, index: int) -> float:
    """How much likelier a row opens a paragraph by its indent than not, as a logarithm; 0 behind the last row."""
    return indents.opening_odds(page.fits[index], page.indents) if index < len(page.fits) else 0.0


def _wider(page: Page, row: int, b: int) -> float:
    """How much wider a row is than the column that goes on behind row ``b``: headlines stand over several columns."""
    columns = (fit.column for fit in page.fits[b + 1 : b + 1 + AHEAD] if fit.column)
    column = next(columns, 0.0)
    return max(-12.0, min(30.0, page.rows[row].width - column)) if column else NONE


def _since_furniture(page: Page, a: int) -> int:
    """Rows before this one since the text begins or furniture parts it, at most :data:`TOP`: headlines stand there."""
    for back in range(TOP):
        form = page.forms[a - back - 1] if a > back else None
        if a == back or (form and form.role == "furniture"):
            return back
    return TOP


def _rooms_of_rows(page: Page, low: int, high: int) -> tuple[int, Column]:
    """The room behind rows ``low`` to ``high``; :data:`NONE` where one is in no column, or there is none."""
    inside = [max(-3.0, min(8.0, fit.room)) if fit.column else NONE for fit in page.fits[max(low, 0) : high]]
    return low, [*[NONE] * (low < 0), *inside, *[NONE] * (high - len(page.fits))]


def of_opening(page: Page, firsts: Sequence[int], rooms: Column, opens: Column) -> dict[str, Column]:
    """What only a row that opens its passage says: its form, and that it may be indented."""
    forms = [_shown(page.forms[a]) for a in firsts]
    closes = [indents.closing_odds(page.fits[a], page.indents, first=True) for a in firsts]
    return {
        "form": [_role(form) for form in forms],
        "form_whole": [float(form is not None and form.whole) for form in forms],
        "room_indented": [room - 2.0 if page.fits[a].column else room for a, room in zip(firsts, rooms, strict=True)],
        "closes": closes,
        "opens_closes": [one + other for one, other in zip(opens, closes, strict=True)],
        "spare": _spare_rooms(page, firsts, columns.INDENT if page.indents > 0 else 0.0),
    }


def of_inside(page: Page, firsts: Sequence[int], rooms: Column, opens: Column) -> dict[str, Column]:
    """The same of a row inside its passage."""
    nothing = [0.0] * len(firsts)
    closes = [indents.closing_odds(page.fits[a], page.indents, first=False) for a in firsts]
    return {
        "form": nothing,
        "form_whole": nothing,
        "room_indented": rooms,
        "closes": closes,
        "opens_closes": [one + other for one, other in zip(opens, closes, strict=True)],
        "spare": _spare_rooms(page, firsts, 0.0),
    }


def _spare_rooms(page: Page, firsts: Sequence[int], indent: float) -> Column:
    """How rarely rows inside sentences leave so much room as these, as a logarithm; 0 for rows in no column."""
    fits = [page.fits[a] for a in firsts]
    return [page.tails.rarity(fit.room - indent, latin=fit.latin) if fit.column else 0.0 for fit in fits]


def of_page(page: Page) -> dict[str, float]:
    """What the page does as a rule."""
    habits = page.habits
    return {
        "indents": page.indents,
        "indented": habits.indented,
        "gaps": habits.gaps,
        "gaps_inside": habits.gaps_inside,
        "folded": habits.folded,
        "lines_closed": habits.lines_closed,
        "long": habits.long,
        "stops_end": page.stops_end,
        "long_rows": float(habits.long_rows),
        "long_closed": habits.long_closed,
    }


def of_surroundings(page: Page, pairs: Sequence[Pair]) -> dict[str, Column]:
    """What the rows around a pair do; the pair itself is left out where proofs are counted."""
    habits = page.habits
    cuts = [habits.cuts - (b == a + 1 and page.proved[b]) for a, b in pairs]
    return {
        "long_around": [_long_around(page, a, b) if habits.long else 0.0 for a, b in pairs],
        "closed_around": [habits.closed_around[a] for a, _ in pairs],
        "full_around": [habits.full_around[a] for a, _ in pairs],
        "cuts": [float(min(count, 8)) for count in cuts],
        "cut_share": [count / max(1, habits.open_rows) for count in cuts],
    }


def _long_around(page: Page, a: int, b: int) -> float:
    near = (*page.rows[max(a - AROUND, 0) : a], *page.rows[b + 1 : b + 1 + AROUND])
    return sum(row.width > FLOWED for row in near) / max(1, len(near))
