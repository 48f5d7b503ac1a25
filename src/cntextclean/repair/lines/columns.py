"""
The column that each row of a page stands in, read from all rows at once, and how each row fills it.

Print fills its rows: a row ends where the next piece of text no longer fits. So a page is a walk through a few column
widths, and the likeliest walk is found by dynamic programming (Viterbi 1967, doi:10.1109/TIT.1967.1054010): a row
explains itself as full, as the short last row of a paragraph, or as no row of a column at all; to change the column
costs more than one odd row does. Rows of paragraphs on one line, and text around pictures, are in no column.

It is safe because it only measures.

    >>> from cntextclean.repair.lines.rows import read_rows
    >>> column = "长三角三省一市十二家龙头企业共同\\n发起成立首批十二个创新联合体，包\\n"
    >>> [fit.column for fit in fit_rows(read_rows(column + "括汽车轻量化联合体、人工智能联合\\n体等。"))]
    [16.0, 16.0, 16.0, 16.0]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from cntextclean.repair.lines.marks import head_width
from cntextclean.repair.lines.rows import Row

NARROWEST, WIDEST = 5.0, 45.0
"""No printed column is narrower or wider; paragraphs on one line often have like widths by chance."""
MOST = 12
"""Widths that a page is asked about: newspaper pages have up to five, the commonest twelve leave none out."""
SWITCH = -5.5
"""What another column costs, as a logarithm: three full rows are worth it, two are not."""
FULL, HANGING, SHORT, OVERFLOW, FREE = 0.62, 0.06, 0.3, 0.003, 1 / 50
"""Shares of rows that fill their column, hang over it, end early in it or stick out; density of rows in no column."""
LATIN = re.compile(r"[!-~]")
LONGEST_HEAD = 6.0
HANGS = 1.0
"""How far a row may hang over its column, in em: by one punctuation mark."""
FIRST_ROWS = 2.5
"""Full rows to one indented first row: paragraphs of print have five rows and more on the average."""
STICKS_OUT = 0.25
"""What each further em takes off, as a logarithm: a long row between two of a column leaves it, three end it."""
INDENT = 2.0
"""Paragraphs of Chinese print are indented by two characters (GB/T 9704-2012, 7.3.3)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """
    How a row stands in its column, in em. ``column`` is 0 where it stands in none; ``room`` is what is left behind
    the row after the head of the next row (less than nothing: the next could not have begun here); ``slack`` is how
    far the measure may err, more with Latin letters, whose widths vary.
    """

    column: float
    room: float
    slack: float

    @property
    def is_full(self) -> bool:
        """Whether the row ends because it was full."""
        return self.column > 0 and self.room < self.slack

    @property
    def is_indented(self) -> bool:
        """Whether it is full but for the indent of a paragraph."""
        return self.column > 0 and 0.8 <= self.room <= INDENT + 0.4 + self.slack / 2


def fit_rows(rows: Sequence[Row], known: Sequence[float] | None = None) -> tuple[Fit, ...]:
    """How each row stands in its column; ``known`` widths (of a layout, 0 where it says nothing) go first."""
    heads = [min(head_width(row.text), LONGEST_HEAD) for row in rows[1:]] + [1.0]
    slacks = [0.3 + min(0.04 * len(LATIN.findall(row.text)), 0.7) for row in rows]
    found = find_columns([row.width for row in rows], heads, slacks)
    columns = [
        (known[i] if known else 0.0) or (column if row.width <= column + HANGS + slack else 0.0)
        for i, (row, column, slack) in enumerate(zip(rows, found, slacks, strict=True))
    ]
    return tuple(
        Fit(column, column - row.width - head if column else 0.0, slack)
        for row, column, head, slack in zip(rows, columns, heads, slacks, strict=False)
    )


def find_columns(widths: Sequence[float], heads: Sequence[float], slacks: Sequence[float]) -> list[float]:
    """For rows of these widths, heads of the next rows and slacks, all in em: the column of each, 0 for none."""
    states = (0.0, *_candidates(widths))
    best = [0.0, *(SWITCH for _ in states[1:])]
    back: list[list[int]] = []
    said: dict[tuple[float, float, float], list[float]] = {}
    for key in zip(widths, heads, slacks, strict=False):
        if key not in said:
            said[key] = [_likelihood(state, *key) for state in states]
        highest = max(best)
        top, moved = best.index(highest), highest + SWITCH
        back.append([top if moved > score else at for at, score in enumerate(best)])
        best = [max(score, moved) + likely for score, likely in zip(best, said[key], strict=True)]
    at = max(range(len(states)), key=best.__getitem__)
    found = []
    for came in reversed(back):
        found.append(states[at])
        at = came[at]
    return found[::-1]


def _candidates(widths: Sequence[float]) -> list[float]:
    """The commonest widths, each with those a little narrower or wider counted in."""
    counts = Counter(round(width * 2) / 2 for width in widths if NARROWEST <= width <= WIDEST)
    near = {w: counts[w] + 0.6 * (counts[w - 0.5] + counts[w + 0.5]) + 0.4 * counts[w - 1.0] for w in list(counts)}
    told = [w for w in near if near[w] >= 2.0 and not _are_first_rows(w, near)]
    ranked = sorted(told, key=lambda w: (-near[w], w))
    return sorted(ranked[:MOST])


def _are_first_rows(width: float, near: dict[float, float]) -> bool:
    """Whether rows so wide are the indented first rows of a column that far more rows fill."""
    wider = [near.get(width + INDENT + off, 0.0) for off in (-0.5, 0.0, 0.5)]
    return max(wider) >= FIRST_ROWS * near[width]


def _likelihood(column: float, width: float, head: float, slack: float) -> float:
    """Logarithm of how likely a row of this width is in the column, when the next row begins with ``head``."""
    if not column:
        return log(FREE)
    lack = column - width
    if lack < -HANGS - slack:
        return log(OVERFLOW) + STICKS_OUT * max(lack, -20.0)
    if lack < -slack:
        return log(HANGING)
    if lack < head + slack:
        return log(FULL / (head + 2 * slack))
    return log(SHORT / column)
