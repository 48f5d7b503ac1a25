"""
What the rows of a page have in common besides their columns: how they are parted, how they end, whether they are cut.

Each figure is a share or a count over the page, so that one decision can lean on all the others: blank lines that stand
inside sentences are worth nothing; where long lines close with a stop, one that does not was cut; where no line is
proved to be cut, lines are paragraphs.

It is safe because it only counts.

    >>> from cntextclean.repair.lines.page import read_page
    >>> habits = read_page("加快产业结构的优\\n\\n化升级。\\n\\n完成了。").habits
    >>> habits.gaps, habits.cuts, habits.open_rows
    (1.0, 1, 1)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from cntextclean.repair.lines.columns import Fit
from cntextclean.repair.lines.marks import STOPS
from cntextclean.repair.lines.rows import Row

NEAR = 7
"""Neighbours on each side that are asked: enough to see a habit, few enough not to see the next article."""
FLOWED = 38.0
"""Wider rows than this are no printed lines of a column: the widest column of journals measured is 38."""
STOP = re.compile(f"[{STOPS}]")
CLOSED = ("stop", "ellipsis", "semicolon", "colon")
OPEN = ("letter", "closer", "comma")
CUTS = 2
"""Breaks proved to be inside a word or a sentence that make it likely that others are: by chance one clean document in
five hundred has two."""
CUT_SHARE = 0.15
"""Their share of the rows that end openly on a page whose rows are cut: of open ends in a column 37 in a hundred are,
in a listing 3."""
LEAST = 8.0
"""Shorter rows are headings and labels more often than pieces of a line."""


@dataclass(frozen=True, slots=True)
class Habits:
    """
    Shares are 0 to 1, or -1 where nothing was there to count. ``gaps``: rows parted by blank lines, of all parted by
    line breaks; ``folded``: rows parted by blanks; ``gaps_inside``: blank lines inside sentences, of all behind full
    rows or sentence ends; ``lines_closed``: single line breaks behind a sentence end; ``indented``: rows with blanks
    before them; ``long``: rows longer than any column; ``long_rows`` (at most 10) that hold a sentence end and
    ``long_closed``, the share of them that close with one; ``cuts``: breaks proved to be inside a word or a sentence,
    ``open_rows``: rows that end without a stop. ``closed_around`` and ``full_around`` are for each row the shares among
    its neighbours.
    """

    gaps: float
    folded: float
    gaps_inside: float
    lines_closed: float
    indented: float
    long: float
    long_rows: int
    long_closed: float
    cuts: int
    open_rows: int
    closed_around: tuple[float, ...]
    full_around: tuple[float, ...]

    @property
    def shows_cuts(self) -> bool:
        """Whether the page shows that its rows are cut."""
        return self.cuts >= max(CUTS, CUT_SHARE * self.open_rows)


def read_habits(rows: Sequence[Row], fits: Sequence[Fit], endings: Sequence[str], proved: Sequence[bool]) -> Habits:
    """Count the habits of a page; ``proved`` says for each row whether the break before it is inside a sentence."""
    inner = range(1, len(rows))
    gaps = [index for index in inner if rows[index].parted == "gap"]
    lines = [index for index in inner if rows[index].parted == "line"]
    folded = [index for index in inner if rows[index].parted == "blank"]
    closed = [one in CLOSED for one in endings]
    inside = [endings[index - 1] in ("letter", "comma") and fits[index - 1].is_full for index in gaps]
    between = [endings[index - 1] in ("stop", "ellipsis") for index in gaps]
    long = [i for i, row in enumerate(rows) if row.width > FLOWED and STOP.search(row.text, 0, len(row.text) - 2)]
    return Habits(
        gaps=len(gaps) / max(1, len(gaps) + len(lines)),
        folded=len(folded) / max(1, len(rows)),
        gaps_inside=_share(sum(inside), sum(inside) + sum(between)),
        lines_closed=_share(sum(endings[index - 1] in ("stop", "ellipsis") for index in lines), len(lines)),
        indented=sum(row.indent >= 1.5 for row in rows) / max(1, len(rows)),
        long=sum(row.width > FLOWED for row in rows) / max(1, len(rows)),
        long_rows=min(len(long), 10),
        long_closed=_share(sum(closed[index] for index in long), len(long)),
        cuts=sum(proved),
        open_rows=sum(end in OPEN and row.width >= LEAST for end, row in zip(endings, rows, strict=True)),
        closed_around=_around(closed),
        full_around=_around([fit.is_full for fit in fits]),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else -1.0


def _around(flags: Sequence[bool]) -> tuple[float, ...]:
    sums, size = [0, *accumulate(flags)], len(flags)
    bounds = ((max(at - NEAR, 0), min(at + NEAR + 1, size)) for at in range(size))
    return tuple((sums[high] - sums[low]) / (high - low) for low, high in bounds)
