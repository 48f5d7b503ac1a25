"""
A second look at the lines of a page whose columns are known: which of their blanks are printed line ends.

Each printed line costs what it surprises, in nats: a blank inside it as much as this engine seldom writes one, a short
row as much as headings are rare. A line is folded where that account is cheaper than the line whole.

It is safe because it is asked only where lines of the page are folded for sure, and it tells only spans.

    >>> from cntextclean.repair.lines.fold_rows import read_line
    >>> line = read_line("所愿。 显示打印机配置")
    >>> fold_known(line, [11], Inside(tight=4.6, loose=3.0)), fold_known(line, [11], Inside(tight=0.4, loose=0.4))
    ([(3, 4)], [])
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from cntextclean.language.dictionary import crosses
from cntextclean.model import Span
from cntextclean.repair.lines.fold_rows import ENDS, FIRST, Line, PrintedRow, cheapest, meets
from cntextclean.repair.lines.widths import EXCESS, SLACK, width_of

FULL_STOPS = "。！？；"
"""Behind these no engine writes a blank of its own, as Tesseract does behind half-width marks."""
SHORT, LACKING, ENDED = 2.7, 0.8, 0.5
"""Surprise, in nats, of a row that ends short without the end of a paragraph (a heading, one in fifteen), of each em
that it lacks until then, and of one that ends where a paragraph does."""
NEVER_FIRST, PROHIBITED = "。；：！？.;:!?)）”’", 1.5
"""Marks that begin no printed line, and how much one surprises that does."""
WIDE = 1.5
"""Surprise of each em too wide."""
WHOLE = 2.0
"""Surprise of a line that is wider than the columns and folded nowhere."""
TIGHT = re.compile(r"[\u3400-\u9fff，、：。！？；][ \u3000\t]+[\u3400-\u9fff，、]")
"""A blank where engines seldom write one of their own; Tesseract does beside half-width marks, brackets and Latin."""


class Inside(NamedTuple):
    """Surprise, in nats, of a blank inside a printed line: of a tight one, and of any other."""

    tight: float
    loose: float

    def of(self, line: Line, blank: Span) -> float:
        """The surprise of one blank."""
        return self.tight if _is_tight(line, blank) else self.loose


def _is_tight(line: Line, blank: Span) -> bool:
    return TIGHT.match(line.body, blank[0] - 1) is not None


def inside_costs(folded: Sequence[tuple[Line, Sequence[Span]]]) -> Inside:
    """What the lines that are folded for sure say of the engine: the share of blanks inside their printed lines."""
    ends = [(line, frozenset(points)) for line, points in folded]
    counts = Counter((_is_tight(line, blank), blank in points) for line, points in ends for blank in line.blanks)
    shares = [
        (counts[tight, False] + 0.5) / (counts[tight, False] + counts[tight, True] + 1.0) for tight in (True, False)
    ]
    return Inside(-log(shares[0]), -log(shares[1]))


def fold_known(line: Line, known: Sequence[int], inside: Inside) -> list[Span]:
    """The printed line ends of a line of a page whose columns are known, by least surprise; none if it is whole."""
    body = line.body
    # One that would fit into a column whole was no doubt printed whole, unless a word or the end of a sentence says
    # otherwise.
    narrow = width_of(body) <= known[-1] + EXCESS
    if narrow and not any(body[blank[0] - 1] in FULL_STOPS or crosses(*meets(line, blank)) for blank in line.blanks):
        return []
    whole = sum(inside.of(line, blank) for blank in line.blanks) + (0.0 if narrow else WHOLE)
    cost, points = min(cheapest(line, float(grid), lambda row: _surprise(row, inside)) for grid in known)
    return points if cost < whole and _shows_column(line, points, known) else []


def _shows_column(line: Line, points: Sequence[Span], known: Sequence[int]) -> bool:
    """Whether a row that ends inside the line is full, or ends a sentence, or breaks a word."""
    at = 0
    for blank in points:
        full = width_of(line.body[at : blank[0]]) >= known[0] - SLACK - FIRST
        if full or line.body[blank[0] - 1] in FULL_STOPS or crosses(*meets(line, blank)):
            return True
        at = blank[1]
    return False


def _surprise(row: PrintedRow, inside: Inside) -> float:
    """How much a row surprises that knows its column, in nats."""
    cost = sum(inside.of(row.line, blank) for blank in row.line.blanks[row.before + 1 : row.after])
    if row.width > row.grid + EXCESS:
        return cost + WIDE * (row.width - row.grid)
    if row.is_last or row.is_full:
        return cost
    if row.line.body[row.line.blanks[row.after][1]] in NEVER_FIRST:
        cost += PROHIBITED
    if row.line.body[row.end - 1] in ENDS:
        return cost + ENDED
    return cost + min(SHORT, ENDED + LACKING * (row.grid - SLACK - row.width))
