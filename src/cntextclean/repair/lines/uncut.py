"""
Where nothing shows that rows were cut: listings, schedules, songs, whose short rows look like those of a column.

Print that fills a column cuts words and leaves marks inside its rows: of 73 pages set like newspapers no stretch of
twenty rows was without either, of ten rows 3 in a hundred. Among the rows of a listing neither is found: in 81 of 81
lists of titles and headings hardly a word crosses, and few rows hold a mark before their end.

It is safe because rows that are said to be uncut are left on lines of their own, unless the model is all but sure;
five rows and more without a mark inside are, whatever it says.

    >>> from cntextclean.repair.lines.page import read_page
    >>> set(read_page("品牌：东海\\n型号：甲2000\\n功率：1500瓦\\n重量：三公斤\\n产地：西山").doubts)
    {1.01}
    >>> set(read_page("加快产业结构的优\\n化升级，推动区域\\n经济协调发展，使\\n各地百姓受益。").doubts)
    {0.0}
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from cntextclean.repair.lines.columns import Fit
from cntextclean.repair.lines.habits import CLOSED, OPEN
from cntextclean.repair.lines.rows import Row

AROUND = 25
"""Rows that are looked at together."""
NEVER, UNCUT, UNSHOWN = 1.01, 0.99, 0.9
"""Least probabilities asked where rows are surely uncut, more than any is; where they are uncut, and where too few are
there to say so: the model never saw a list of ingredients, and gives up to 0.99 there."""
ENOUGH, FEWEST, SURELY = 6, 3, 5
"""Open ends none of which is proved to be cut, of rows with marks inside and of such without; of rows without, of which
one may seem to be, when they are uncut whatever the model says."""
INSIDE = 0.2
"""Share of rows with a mark inside below which one proof may be chance: set pages have 0.21 at least."""
MOST = 0.6
"""Share of rows in columns among which one in none is a row of theirs that is longer."""
MARK_INSIDE = re.compile(r"[，。；、？！;?!](?=.)|,(?=\D)")


def doubt_rows(
    rows: Sequence[Row], fits: Sequence[Fit], endings: Sequence[str], shown: Sequence[bool]
) -> tuple[float, ...]:
    """
    For each row the least probability (0 to 1) that is asked of a joint behind it for want of proof that rows are cut;
    ``shown``: whether the break before it is inside a word or a sentence.
    """
    columns = [fit.column > 0 for fit in fits]
    ends = [end in OPEN and column for end, column in zip(endings, columns, strict=True)]
    cut = [end and after for end, after in zip(ends, [*shown[1:], False], strict=False)]
    marked = [column and bool(MARK_INSIDE.search(row.text)) for column, row in zip(columns, rows, strict=True)]
    closed = [end in CLOSED and column for end, column in zip(endings, columns, strict=True)]
    sums = [[0, *accumulate(flags)] for flags in (columns, ends, closed, cut, marked)]
    found = []
    for index in range(len(rows)):
        low = max(0, min(index - AROUND // 2, len(rows) - AROUND))
        high = min(len(rows), low + AROUND)
        counts = [column[high] - column[low] for column in sums]
        amid = columns[index] or MOST * (high - low) <= counts[0]
        found.append(_doubt(*counts) if amid else 0.0)
    return tuple(found)


def _doubt(columns: int, ends: int, closed: int, cut: int, marked: int) -> float:
    """
    The same of some rows: how many are in columns, end without a stop and with one, are proved to be cut, have a mark
    inside. Rows of which as many close as not are sentences of their own: in a column one in six closes.
    """
    if cut == 0 and closed >= max(FEWEST, ends):
        return UNCUT
    if not marked and cut <= 1 and ends >= SURELY:
        return NEVER
    if cut == 0 and ends >= FEWEST:
        return UNCUT if not marked or ends >= ENOUGH else UNSHOWN
    return UNCUT if cut <= 1 and ends >= ENOUGH and marked < INSIDE * columns else 0.0
