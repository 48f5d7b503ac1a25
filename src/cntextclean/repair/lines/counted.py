"""
Texts that a program cut every so many characters: a Latin letter takes as much of a row as a Han.

Terminals and print count widths; exports of data bases and scripts count characters. In such a text a row of ten Latin
letters is five em narrower than its neighbours and as full as they are. Rows of Han alone say nothing about it, so rows
with Latin letters are asked which count explains better that they end where they do. Of 148 articles that were set by
widths none is taken for counted, of 148 that were counted 146 are.

It is safe because it only measures; where the rows do not tell, widths are counted.

    >>> from cntextclean.repair.lines.rows import read_rows
    >>> text = "用GNOME桌面的人说它比KDE更像macOS，而Xfce是最轻的那一个，装在十年前的ThinkPad上也能流畅运行。"
    >>> text += "喜欢自己动手的人会选i3或者Sway，窗口铺满屏幕，一只鼠标也用不着；MATE则是GNOME 2留下来的老样子。"
    >>> rows = read_rows("\\n".join(text[at : at + 14] for at in range(0, len(text), 14)))
    >>> [row.width for row in rows[:4]], [row.width for row in fit_characters(rows, fit_rows(rows)).rows[:4]]
    ([11.0, 9.0, 13.5, 10.0], [14.0, 14.0, 14.0, 14.0])
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import log
from string import ascii_lowercase
from typing import NamedTuple

from cntextclean.repair.lines.columns import FREE, Fit, candidates, fit_rows
from cntextclean.repair.lines.faces import LATIN, LEAST_LETTERS, LEAST_ROWS, explain_row
from cntextclean.repair.lines.marks import NO_START, head_of, head_width
from cntextclean.repair.lines.rows import Row

SMALL = re.compile("[a-z]")
HEAD, LONGEST = 1.0, 12
"""Characters that do not fit into a full row that is cut anywhere, and those that a word has at most."""
BETTER = 0.6
"""By how much a row (a logarithm) counting characters must explain the rows better, on the average."""
OUTSIDE = 0.2
"""Share of rows that may stand out of their column: where widths count, rows of many Latin letters stick out of it."""
LEAST_FULL, LEAST_WIDTHS = 4, 3
"""Rows that hold as many characters as any does, and how many widths in em they have, to show what a row holds."""
MARKS_FIRST = 2
"""Rows that begin with a mark which may not stand there show that marks and words are not kept whole."""
WORDS_CUT = 0.3
"""Share of the cuts expected before small letters, as many as they are in the text, from which words are cut."""


class Counted(NamedTuple):
    """Rows as wide as they have characters, how they stand in their columns, and the heads of rows, in characters."""

    rows: tuple[Row, ...]
    fits: tuple[Fit, ...]
    heads: list[float]


def count_rows(rows: Sequence[Row], *, whole: bool) -> Counted:
    """The rows as a program fills them that cuts anywhere, or else keeps Latin words and marks ``whole``."""
    return _fitted(rows, _heads(rows, whole=whole))


def _fitted(rows: Sequence[Row], heads: list[float]) -> Counted:
    counted = tuple(row._replace(width=float(len(row.text))) for row in rows)
    return Counted(counted, fit_rows(counted, heads=heads), heads)


def _heads(rows: Sequence[Row], *, whole: bool) -> list[float]:
    """For every row, how many of its characters did not fit into the row before, and the blank that was lost there."""
    sizes = [float(min(head_of(row.text), LONGEST)) if whole else HEAD for row in rows]
    blanks = [above.text[-1].isascii() and below.text[0].isascii() for above, below in pairwise(rows)]
    return [size + blank for size, blank in zip(sizes, [False, *blanks], strict=False)]


def fit_characters(rows: Sequence[Row], fits: Sequence[Fit]) -> Counted | None:
    """The rows by their characters, if they hold so many of these and not so many em, as ``fits`` has it; else none."""
    if _are_cut_alike(rows):
        return count_rows(rows, whole=_keeps_words(rows))
    told = [at for at, row in enumerate(rows) if len(LATIN.findall(row.text)) >= LEAST_LETTERS][:-1]
    if len(told) < LEAST_ROWS:
        return None
    by_width = sum(_explained(fits[at], rows[at].width, head_width(rows[at + 1].text)) for at in told)
    least = by_width + BETTER * max(len(told), 2 * LEAST_ROWS)
    heads = _heads(rows, whole=_keeps_words(rows))
    if not _may_explain(rows, told, heads, least):
        return None
    counted = _fitted(rows, heads)
    return counted if _score(told, counted) > least else None


def _are_cut_alike(rows: Sequence[Row]) -> bool:
    """
    Whether the rows that hold the most characters are of several widths, and most with narrow characters are among
    them: where widths count, a full row holds the more characters the more of them are narrow, and one holds the most.

    Of 1500 articles, six paragraphs of each, set by widths in rows of 20, 30 and 38 em, 3 are taken for counted.
    """
    most = max((len(row.text) for row in rows), default=0)
    full = [row.width for row in rows if len(row.text) == most]
    if len(full) < LEAST_FULL or len(set(full)) < LEAST_WIDTHS:
        return False
    narrow = [row for row in rows if len(row.text) - row.width >= 1.0]
    return 2 * sum(len(row.text) == most for row in narrow) >= len(narrow)


def _may_explain(rows: Sequence[Row], told: Sequence[int], heads: Sequence[float], least: float) -> bool:
    """
    Whether the rows that tell could be explained better than ``least`` were each in the column that suits it best, and
    not too many wider than all columns: asked first, since to find the column of each takes five times as long.
    """
    columns = candidates([float(len(row.text)) for row in rows])
    widest, free = max(columns, default=0.0), log(FREE)
    if sum(len(rows[at].text) > widest for at in told) > OUTSIDE * len(told):
        return False
    ways = ([explain_row(one, float(len(rows[at].text)), heads[at + 1]) for one in columns] for at in told)
    return sum(max(free, *way) for way in ways) > least


def _keeps_words(rows: Sequence[Row]) -> bool:
    """Whether rows end between Latin words and before marks, as if by chance they never do."""
    if sum(row.text[0] in NO_START for row in rows) >= MARKS_FIRST:
        return False
    inside = sum(above.text[-1] < "\u0100" and below.text[0] in ascii_lowercase for above, below in pairwise(rows))
    return inside < WORDS_CUT * sum(len(SMALL.findall(row.text)) / len(row.text) for row in rows)


def _score(told: Sequence[int], counted: Counted) -> float:
    """Logarithm of how likely the rows are that tell; rows that stand out of their columns rule it out."""
    rows, fits, heads = counted
    outside = sum(fits[at].column < rows[at].width for at in told)
    if outside > OUTSIDE * len(told):
        return float("-inf")
    return sum(_explained(fits[at], rows[at].width, heads[at + 1]) for at in told)


def _explained(fit: Fit, width: float, head: float) -> float:
    """Logarithm of how likely a row so wide is where it stands, be it in no column."""
    return explain_row(fit.column, width, head) if fit.column else log(FREE)
