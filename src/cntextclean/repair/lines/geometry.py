"""
What the print says of a row and of two: its indent and room, whether it is furniture, whether two differ in print.

The measures of a line (:mod:`.measures` takes them from the boxes of a layout) become the quantities that the line
model knows, so that rows with boxes and rows without are judged alike.

It is safe because a row that was not measured is judged by its text.

    >>> row = RowGeometry(0, 20.0, 100.0, 0.0, 10.0, 0.0, 100.0, 10.0, 1.0, "line")
    >>> row.indent, row.column, row.room, row.is_indented
    (2.0, 10.0, 0.0, True)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cntextclean.repair.lines.rows import Row

BREAK = re.compile(r"[\n\f]")
LARGER, HEADLINE = 1.15, 1.22
"""Captions are set a sixth smaller than the body and headings a quarter larger; heights of boxes on one line differ by
a tenth, but not those and the widths of glyphs."""
PAGE_NUMBER = re.compile(r"[\W_0-9A-Za-z一二三四五六七八九十百〇零第页頁共之]{1,12}")
DATED = re.compile(r"[0-9〇一二三四五六七八九十]{1,4} ?[年月日版期]")
EARLY, ENOUGH_ROOM = 3.0, 2.5
"""In em: room that no line of a paragraph but the last one leaves, ragged or with a Latin word carried over."""
FEWEST = 3
"""Rows that must be measured for the indent to be told."""
SURE_LEFT, INDENT = 0.75, (1.25, 3.75)
"""In em: less is no indent; paragraphs are indented by two, with what boxes differ by."""


@dataclass(frozen=True, slots=True)
class RowGeometry:
    """
    A printed line in its column, in the units of the engine; ``left`` to ``right`` run in the direction of reading,
    ``top`` to ``bottom`` from line to line. ``em`` is the width of a Han glyph here, ``size`` the size of the print
    against that of the page's body, ``parted`` whether the space above is wider than between lines (``gap``) or not
    (``line``), empty at the head of a column. ``edge`` says that the row stands alone at the ``head`` or the ``foot``
    of its page.
    """

    page: int
    left: float
    right: float
    top: float
    bottom: float
    column_left: float
    column_right: float
    em: float
    size: float
    parted: str
    edge: str = ""

    @property
    def indent(self) -> float:
        """From the left edge of the column, in em."""
        return max(0.0, (self.left - self.column_left) / self.em)

    @property
    def reach(self) -> float:
        """From the left edge of the column to where the row ends, in em."""
        return (self.right - self.column_left) / self.em

    @property
    def column(self) -> float:
        """The width of the column, in em."""
        return (self.column_right - self.column_left) / self.em

    @property
    def room(self) -> float:
        """What is left of the column behind the row, in em; less than nothing for a mark that hangs out."""
        return self.column - self.reach

    @property
    def is_centred(self) -> bool:
        """Whether the row stands in the middle of its column, with room on both sides."""
        return self.indent >= 1.5 and self.room >= 1.5 and self.is_middle

    @property
    def is_middle(self) -> bool:
        """Whether there is as much room before the row as behind it, if only a little."""
        return abs(self.indent - self.room) <= 1.0

    @property
    def is_indented(self) -> bool:
        """Whether the row begins as an indented paragraph does."""
        return INDENT[0] <= self.indent <= INDENT[1]


class Printed:
    """The geometry of a text's lines, by offset."""

    def __init__(self, text: str, rows: Sequence[RowGeometry | None], lines: Sequence[int]) -> None:
        self._starts = [0, *(match.end() for match in BREAK.finditer(text))]
        self._rows = {line: row for line, row in zip(lines, rows, strict=True) if row}

    def __len__(self) -> int:
        """How many lines are measured."""
        return len(self._rows)

    def at(self, offset: int) -> RowGeometry | None:
        """The geometry of the line in which an offset lies."""
        return self._rows.get(bisect_right(self._starts, offset) - 1)


def fit(row: Row, printed: RowGeometry | None) -> Row:
    """A row with the width, the indent and the parting that its print shows; the row itself where it shows none."""
    if printed is None:
        return row
    parted = row.parted if row.parted == "start" else printed.parted or row.parted
    width = max(0.5, printed.reach - printed.indent)  # as of text: a first row is two characters short
    return row._replace(width=width, indent=printed.indent, parted=parted)


def edge_evidence(place: RowGeometry | None) -> str:
    """Why a row at the edge of its page is furniture, for readers."""
    return f"alone at the {place.edge} of page {place.page + 1}" if place else ""


def is_furniture(place: RowGeometry | None, text: str) -> bool:
    """
    Whether a row is a page number or a page header by its place and what it says: alone at the foot of a page, with
    no Han but numbers; alone at its head, in no larger print than the body, with a date or the number of the page.
    """
    if place is None or not place.edge or place.size >= LARGER:
        return False
    if PAGE_NUMBER.fullmatch(text):
        return True
    return place.edge == "head" and bool(DATED.search(text)) and not text.endswith(("。", "，"))


def differ_in_print(a: RowGeometry | None, b: RowGeometry | None) -> bool:
    """Whether two rows cannot be lines of one paragraph: their print differs in size, or one alone is centred."""
    if a is None or b is None:
        return False
    if max(a.size, b.size) / min(a.size, b.size) >= LARGER:
        return True
    if min(a.size, b.size) >= HEADLINE:
        return False  # the lines of one headline
    return a.is_centred != b.is_centred and not (a.is_middle and b.is_middle and b.parted != "gap")


def ends_early(a: RowGeometry | None, b: RowGeometry | None, head: float) -> bool:
    """Whether row ``a`` leaves far more room than the first word of row ``b`` (``head`` em) needs."""
    return a is not None and b is not None and a.room - head >= EARLY


def indent_habit(rows: Sequence[RowGeometry | None], ended: Sequence[bool]) -> str:
    """
    Whether paragraphs are indented, by the rows after one that ended a sentence with room left: ``yes``, ``no``, or
    ``unknown`` where fewer than three were measured or they do not agree, empty where nothing is measured.
    """
    if not any(rows):
        return ""
    after = [
        below
        for above, below, stop in zip(rows, rows[1:], ended, strict=False)
        if above and below and stop and above.room >= ENOUGH_ROOM and not below.is_centred
    ]
    indented = sum(row.is_indented for row in after)
    flush = sum(row.indent < SURE_LEFT for row in after)
    if indented + flush < FEWEST or 0.2 < indented / (indented + flush) < 0.6:
        return "unknown"
    return "yes" if indented > flush else "no"
