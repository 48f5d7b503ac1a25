"""
How exactly a page fills its rows: read from the breaks that stand inside words and sentences.

A row inside a paragraph ends where the next piece of text no longer fits. How much room such rows leave is counted on
the page itself: where none of them leaves room for the next piece, a row that does has ended its paragraph; where
recognition lost characters, or Latin letters are of any width, some do, and the same room says less. Whether marks may
hang over the edge is read from the rows, too: there a character goes into a row without the mark behind it.

It is safe because it only measures.

    >>> tails = Tails([Fit(16, -1.0, 0.3)] * 9 + [Fit(16, 0.0, 0.3)], [1.0] * 10, [False] + [True] * 9)
    >>> tails.rarity(0.0, latin=False) < -2 < tails.rarity(-1.0, latin=False), tails.is_tight(latin=False)
    (True, True)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from math import log

from cntextclean.repair.lines.columns import LONGEST_HEAD, Fit
from cntextclean.repair.lines.indents import opening_odds
from cntextclean.repair.lines.marks import CLOSERS, LATIN, NO_END, NO_START, STOPS, head_width
from cntextclean.repair.lines.rows import Row
from cntextclean.repair.lines.widths import width_of

LEAST = 5
"""Rows from which a page is judged."""
NEARLY = 0.03
"""Share of rows that may leave room on a tight page: a word stands across a paragraph's end by chance now and then."""
WIDEST = 4.0
"""Rows that leave more room are no full rows, whatever seems to go on behind them."""
FIRST = (0.9, 2.0)
"""Room that the full first row of an indented paragraph leaves before one character: it says nothing of the others."""
EXACT = 0.05
"""How far widths in em may be off for rounding."""
TAKEN = 0.4
"""What a tight page takes off the slack, in em: a row that the next piece would have fitted exactly is not full."""
OVER, HANGING = 0.4, 2
"""How far a mark must stick out to hang, and rows that show that marks do (or begin rows)."""
GAPS_TELL, OPENS, RARE = 0.85, 1.0, -2.0
"""Share of breaks with a blank line above which these say nothing; odds of an opening row, rarity of a room."""
INNER_STOP = re.compile(f"[{STOPS}][{re.escape(CLOSERS)}]?(?=[\\u3400-\\u9fffA-Za-z])")
"""A sentence end with text behind it in its row."""


class Tails:
    """
    The rooms that rows inside sentences leave where the next piece is one character: those of Han alone, and those with
    Latin letters, whose widths vary.
    """

    def __init__(self, fits: Sequence[Fit], heads: Sequence[float], inside: Sequence[bool]) -> None:
        pools: tuple[list[float], list[float]] = ([], [])
        for fit, head, goes_on in zip(fits, heads[1:], inside[1:], strict=False):
            full = fit.column and head <= 1.0 and fit.room < WIDEST
            if goes_on and full and not FIRST[0] <= fit.room < FIRST[1]:
                pools[fit.latin].append(fit.room)
        plain, both = sorted(pools[0]), sorted(pools[0] + pools[1])
        self._plain, self._latin = (plain if len(plain) >= LEAST else both), sorted(pools[1])

    def rarity(self, room: float, *, latin: bool) -> float:
        """Logarithm of the share of rows inside sentences that leave so much room or more."""
        pool = self._latin if latin else self._plain
        beyond = len(pool) - bisect_left(pool, room - EXACT)
        return log((beyond + 0.5) / (len(pool) + 1.0))

    def is_tight(self, *, latin: bool) -> bool:
        """Whether rows inside sentences leave no room for the next piece."""
        pool = self._latin if latin else self._plain
        beyond = bisect_left(pool, FIRST[0]) - bisect_left(pool, -EXACT)
        return len(pool) >= LEAST and beyond <= NEARLY * len(pool)


def tighten(
    rows: Sequence[Row],
    fits: Sequence[Fit],
    inside: Sequence[bool],
    *,
    measured: bool = False,
    heads: Sequence[float] | None = None,
) -> tuple[tuple[Fit, ...], Tails]:
    """
    The fits as exact as the page shows them to be, and the rooms that its rows leave; ``inside`` says for each row
    whether the break before it stands inside a sentence. ``measured`` fits stay as they are. ``heads`` are given where
    a page counts characters, and no mark hangs over.
    """
    ahead = heads or [head_width(row.text) for row in rows]
    tails = Tails(fits, ahead, inside)
    if measured:
        return tuple(fits), tails
    if not heads and _hangs(rows, fits):
        bare = [_bare_width(row.text) for row in rows]
        loose = _loosened(fits, ahead, bare)
        found = Tails(loose, bare, inside)
        if found.is_tight(latin=False):
            fits, tails = loose, found
    tight = tails.is_tight(latin=False), tails.is_tight(latin=True)
    return tuple(fit._replace(slack=fit.slack - TAKEN) if tight[fit.latin] else fit for fit in fits), tails


def _hangs(rows: Sequence[Row], fits: Sequence[Fit]) -> bool:
    """Whether marks hang over the edge of this page, or begin its rows."""
    over = [fit.column and row.width > fit.column + OVER for row, fit in zip(rows, fits, strict=True)]
    hanging = sum(bool(out) and row.text[-1] in NO_START for row, out in zip(rows, over, strict=True))
    return hanging + sum(row.text[0] in NO_START for row in rows) >= HANGING


def _loosened(fits: Sequence[Fit], heads: Sequence[float], bare: Sequence[float]) -> list[Fit]:
    """The fits where a character goes without the mark behind it."""
    gains = [min(head, LONGEST_HEAD) - min(one, LONGEST_HEAD) for head, one in zip(heads, bare, strict=True)]
    return [
        fit._replace(room=fit.room + gain) if fit.column else fit
        for fit, gain in zip(fits, [*gains[1:], 0.0], strict=True)
    ]


def _bare_width(text: str) -> float:
    """Width of the first piece without the marks that follow it."""
    latin = LATIN.match(text)
    return width_of(latin[0]) if latin else head_width(text[: 1 + (text[0] in NO_END)])


def ends_of_passages(
    rows: Sequence[Row], fits: Sequence[Fit], tails: Tails, indents: float, gaps: float
) -> tuple[bool, ...]:
    """
    For each row whether it surely ends its passage: it leaves room, a blank line follows where these tell (``gaps`` is
    their share of all breaks), or a row that is indented (``indents`` are the odds that paragraphs are).
    """
    return tuple(
        at + 1 == len(rows)
        or (rows[at + 1].parted == "gap" and gaps < GAPS_TELL)
        or _leaves_room(fit, tails)
        or opening_odds(fits[at + 1], indents) > OPENS
        for at, fit in enumerate(fits)
    )


def _leaves_room(fit: Fit, tails: Tails) -> bool:
    """Whether a row ends before it is full, by more than an indent explains."""
    short = fit.column > 0 and fit.room >= fit.slack and not fit.is_indented
    return short and tails.rarity(fit.room, latin=fit.latin) < RARE


def stops_that_end(rows: Sequence[Row], endings: Sequence[str], ends: Sequence[bool]) -> float:
    """
    Logarithm of the odds that a sentence end of this page ends its paragraph: those at which one surely ends against
    those inside rows.
    """
    sure = sum(end and kind in ("stop", "ellipsis") for end, kind in zip(ends, endings, strict=True))
    inner = sum(len(INNER_STOP.findall(row.text)) for row in rows)
    return log((sure + 0.7) / (inner + 1.0))
