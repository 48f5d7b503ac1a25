"""
What rows say for themselves when two of them meet, a column a figure: many pairs of a page at once.

It is safe because it only counts: what the figures are worth is learned (:mod:`.features`).

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> meeting = Meeting(page, [(0, 1)])
    >>> meeting.of_first()["ending"], meeting.of_second()["next_ending"]
    ([6.0], [0.0])
"""

from __future__ import annotations

from collections.abc import Sequence

from cntextclean.repair.lines.habits import FLOWED
from cntextclean.repair.lines.own import NONE, Column, Own
from cntextclean.repair.lines.page import Page

AROUND, AHEAD, TOP = 4, 6, 4
"""Rows on each side that are asked about, rows until the next column, and rows back to the top of an article."""
Pair = tuple[int, int]


class Meeting:
    """Pairs of rows of a page, and the figures that are their rows' own."""

    def __init__(self, page: Page, pairs: Sequence[Pair]) -> None:
        self._page, self._pairs = page, pairs
        self._own = own = Own(page, sorted({row for a, b in pairs for row in (a - 1, a, b, b + 1)}))
        self._before = own.places(a - 1 for a, _ in pairs)
        self._first = own.places(a for a, _ in pairs)
        self._second = own.places(b for _, b in pairs)
        self._after = own.places(b + 1 for _, b in pairs)
        self.rooms = self._rooms_behind()
        self.opens = own.at("opens", self._second)

    def of_first(self) -> dict[str, Column]:
        """How the first rows end, and what stands before them."""
        own, first = self._own, self._first
        return {
            "ending": own.at("ending", first),
            "ending_before": own.at("ending", self._before),
            "width": own.at("width", first),
            "parted_before": own.at("parted", first),
            "slack": own.at("slack", first),
            "column": own.at("column", first),
            "spare_flush": own.at("spare", first),
            "asks": own.at("asks", first),
        }

    def of_second(self) -> dict[str, Column]:
        """How the second rows begin and end, what they are by their form, what stands after them."""
        own, second = self._own, self._second
        return {
            "next_ending": own.at("ending", second),
            "next_asks": own.at("asks", second),
            "next_holds": own.at("holds", second),
            "next_width": own.at("width", second),
            "after_width": own.at("width", self._after),
            "next_form": own.at("role", second),
            "next_form_whole": own.at("whole", second),
            "next_parts": own.at("parts", second),
            "item": own.at("item", second),
            "parted": own.at("parted", second),
            "parted_after": own.at("parted", self._after),
        }

    def _rooms_behind(self) -> Column:
        """The room behind the first rows, once the head of the next row is set."""
        rooms, rows, fits = self._own.at("room", self._first), self._page.rows, self._page.fits
        for at, (a, b) in enumerate(self._pairs):
            if b != a + 1 and fits[a].column:
                rooms[at] = max(-3.0, min(8.0, fits[a].column - rows[a].width - 1.0))
        return rooms

    def of_measures(self) -> dict[str, Column]:
        """How the rows stand in their columns."""
        own, page = self._own, self._page
        ahead = [_column_ahead(page, b) for _, b in self._pairs]
        indents = zip(own.at("indent", self._first), own.at("indent", self._second), strict=True)
        return {
            "room_before": own.at("room", self._before),
            "next_room": own.at("room", self._second),
            "next_lack": own.at("lack", self._second),
            "after_room": own.at("room", self._after),
            "after_opens": own.at("opens", self._after),
            "wider": [_wider(page, a, column) for (a, _), column in zip(self._pairs, ahead, strict=True)],
            "next_wider": [_wider(page, b, column) for (_, b), column in zip(self._pairs, ahead, strict=True)],
            "top": [float(_since_furniture(page, a)) for a, _ in self._pairs],
            "lead": [second - first for first, second in indents],
        }

    def of_opening(self) -> dict[str, Column]:
        """What only a row that opens its passage says: its form, and that it may be indented."""
        own, first = self._own, self._first
        closes = own.at("closes_first", first)
        rooms = zip(own.at("column", first), self.rooms, strict=True)
        return {
            "form": own.at("role", first),
            "form_whole": own.at("whole", first),
            "room_indented": [room - 2.0 if column else room for column, room in rooms],
            "closes": closes,
            "opens_closes": [one + other for one, other in zip(self.opens, closes, strict=True)],
            "spare": own.at("spare_first", first),
        }

    def of_inside(self) -> dict[str, Column]:
        """The same of a row inside its passage."""
        own, first, nothing = self._own, self._first, [0.0] * len(self._pairs)
        closes = own.at("closes", first)
        return {
            "form": nothing,
            "form_whole": nothing,
            "room_indented": self.rooms,
            "closes": closes,
            "opens_closes": [one + other for one, other in zip(self.opens, closes, strict=True)],
            "spare": own.at("spare", first),
        }

    def han(self) -> Column:
        """How many of the two rows have Han characters."""
        own = self._own
        both = zip(own.at("han", self._first), own.at("han", self._second), strict=True)
        return [first + second for first, second in both]


def _column_ahead(page: Page, b: int) -> float:
    """The column that goes on behind row ``b``, 0 for none."""
    for fit in page.fits[b + 1 : b + 1 + AHEAD]:
        if fit.column:
            return fit.column
    return 0.0


def _wider(page: Page, row: int, column: float) -> float:
    """How much wider a row is than the column below: headlines stand over several columns."""
    return max(-12.0, min(30.0, page.rows[row].width - column)) if column else NONE


def _since_furniture(page: Page, a: int) -> int:
    """Rows before this one since the text begins or furniture parts it, at most :data:`TOP`: headlines stand there."""
    for back in range(min(a, TOP)):
        form = page.forms[a - back - 1]
        if form and form.role == "furniture":
            return back
    return min(a, TOP)


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
