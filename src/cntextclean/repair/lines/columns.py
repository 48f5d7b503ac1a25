"""
The column that each row of a page stands in, read from all rows at once, and how each row fills it.

Print fills its rows: a row ends where the next piece of text no longer fits. So a page is a walk through a few column
widths, and the likeliest walk is found by dynamic programming (Viterbi 1967, doi:10.1109/TIT.1967.1054010): a row
explains itself as full, as full but for the indent of a first row, as the short last row of a paragraph, or as no row
of a column at all; to change the column costs more than a few odd rows do. Rows of paragraphs on one line, and text
around pictures, are in no column.

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
from math import log
from operator import add
from typing import NamedTuple

from cntextclean.repair.lines.marks import NO_START, head_width
from cntextclean.repair.lines.rows import Row

NARROWEST, WIDEST = 5.0, 45.0
"""No printed column is narrower or wider; paragraphs on one line often have like widths by chance."""
MOST = 12
"""Widths that a page is asked about: newspaper pages have up to five, the commonest twelve leave none out."""
SWITCH = -8.0
"""What another column costs, as a logarithm: four full rows are worth it, two are not."""
FULL, FIRST, HANGING, SHORT, OVERFLOW, FREE = 0.55, 0.26, 0.06, 0.3, 0.003, 1 / 50
"""
Odds of rows that fill their column, fill it but for an indent, hang over it by a mark, end early in it or stick out;
density of rows in no column. Without first rows of their own, pages of short paragraphs seemed a character narrower:
the column was right in 77 rows of 100 of set pages with indents and in 75 of pages really read; it is in 97 and 93.
"""
NEARLY, NEARLY_FIRST = 0.2, 0.04
"""The same of rows in which the next piece would have fitted by a little: a character was lost or misread."""
SURE_SLACK, TIGHT = 0.3, 0.1
"""Slack of rows of Han alone, whose widths are sure; a full row lacks so much less than the next piece is wide."""
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


class Fit(NamedTuple):
    """
    How a row stands in its column, in em. ``column`` is 0 where it stands in none; ``room`` is what is left behind
    the row after the head of the next row (less than nothing: the next could not have begun here); ``slack`` is how
    far the measure may err, more with Latin letters, whose widths vary.
    """

    column: float
    room: float
    slack: float
    latin: bool = False

    @property
    def is_full(self) -> bool:
        """Whether the row ends because it was full."""
        return self.column > 0 and self.room < self.slack

    @property
    def is_indented(self) -> bool:
        """Whether it is full but for the indent of a paragraph."""
        return self.column > 0 and 0.8 <= self.room <= INDENT + 0.4 + self.slack / 2


def fit_rows(
    rows: Sequence[Row], known: Sequence[float] | None = None, heads: Sequence[float] | None = None
) -> tuple[Fit, ...]:
    """
    How each row stands in its column; ``known`` widths (of a layout, 0 where it says nothing) go first. ``heads``, the
    widths of what did not fit into the row before, are given where widths are sure, in characters.
    """
    sure = heads is not None
    ahead = heads or [min(head_width(row.text), LONGEST_HEAD) for row in rows]
    heads = [*ahead[1:], *[1.0] * bool(rows)]
    slacks = [SURE_SLACK + (0.0 if sure else min(0.04 * len(LATIN.findall(row.text)), 0.7)) for row in rows]
    hangs = [row.text[-1] in NO_START for row in rows]
    found = find_columns([row.width for row in rows], heads, slacks, hangs)
    columns = [
        (known[i] if known else 0.0) or (column if row.width <= column + HANGS + slack else 0.0)
        for i, (row, column, slack) in enumerate(zip(rows, found, slacks, strict=True))
    ]
    return tuple(
        Fit(column, column - row.width - head if column else 0.0, slack, slack > SURE_SLACK)
        for row, column, head, slack in zip(rows, columns, heads, slacks, strict=True)
    )


def find_columns(
    widths: Sequence[float], heads: Sequence[float], slacks: Sequence[float], hangs: Sequence[bool]
) -> list[float]:
    """
    For rows of these widths, heads of the next rows and slacks, all in em, and whether each ends in a mark that may
    hang over: the column of each, 0 for none.
    """
    states = (0.0, *candidates(widths))
    if len(states) == 1:
        return [0.0] * len(widths)
    best = [0.0, *(SWITCH for _ in states[1:])]
    ways: list[tuple[int, float, list[float]]] = []
    for likely in _likelihoods(states, widths, heads, slacks, hangs):
        highest = max(best)
        moved = highest + SWITCH
        ways.append((best.index(highest), moved, best))
        # A call of max() would take twice as long as the sum.
        best = [one + (score if score > moved else moved) for score, one in zip(best, likely, strict=True)]  # noqa: FURB136
    at = best.index(max(best))
    found = []
    for top, moved, before in reversed(ways):
        found.append(states[at])
        at = top if moved > before[at] else at
    return found[::-1]


def candidates(widths: Sequence[float]) -> list[float]:
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


def _likelihoods(
    states: Sequence[float],
    widths: Sequence[float],
    heads: Sequence[float],
    slacks: Sequence[float],
    hangs: Sequence[bool],
) -> list[list[float]]:
    """
    For each row, when the next begins with its head, the logarithm of how likely a row of its width is in each column;
    the first of ``states`` stands for none.
    """
    import numpy as np

    columns, head, slack = np.array(states[1:]), np.array(heads)[:, None], np.array(slacks)[:, None]
    lack = columns - np.array(widths)[:, None]
    sure, reach = head - TIGHT + (slack - SURE_SLACK), head + slack
    full = np.where(lack < sure, FULL, np.where(lack < reach, NEARLY, 0.0))
    first = np.where(lack - INDENT < sure, FIRST, NEARLY_FIRST)
    opening = (lack >= reach) & (lack >= INDENT - slack) & (lack < INDENT + reach)
    odds = (full + first * opening) / (head + 2 * slack) + SHORT / columns
    odds = np.where(lack < -slack, np.where(np.array(hangs), HANGING, OVERFLOW)[:, None], odds)
    outside = lack < -HANGS - slack
    odds[outside] = OVERFLOW
    beyond = np.where(outside, STICKS_OUT * np.maximum(lack, -20.0), 0.0).tolist()
    free = log(FREE)
    # Logarithms of the standard library, the same on every machine; to ask for each value once takes as long.
    return [[free, *map(add, map(log, row), out)] for row, out in zip(odds.tolist(), beyond, strict=True)]
