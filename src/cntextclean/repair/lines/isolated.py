"""
Joints that stand alone among rows that stay apart: one entry of a listing that looks as if it went on in the next.

Rows of a column nearly all go on. In 1,600 short texts wrapped in columns of 8 to 30 characters there are 9,700 joints
with three open ends or more within six rows; beside 2 in a hundred of them at most half of these ends are joined. Of
the wrong joints in listings, poems and schedules (130 short texts) all but those of Latin rows are such. Where the page
shows that its rows are cut, each joint speaks for itself; so do a bracket across the break and a full row of clauses.

It is safe because it only takes joints back, and then rows stay on lines of their own.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("四是四\\n十是十\\n十四是十四\\n四十是四十\\n莫把四字说成十\\n休将十字说成四")
    >>> isolated_joints(page, {0})
    {0}
    >>> isolated_joints(page, {0, 1, 2})
    set()
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import accumulate

from cntextclean.repair.lines.habits import OPEN
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.said import closes_over
from cntextclean.repair.lines.uncut import MARK_INSIDE

AROUND = 6
"""Rows on each side that are asked: enough to see a listing, few enough not to see the next article."""
FEWEST = 3
"""Open ends that show whether rows go on."""
NARROW = 20.0
"""Width in em of rows that are asked though they stand in no column: longer ones are paragraphs, of which each is cut
or not for itself."""


def isolated_joints(page: Page, joined: AbstractSet[int]) -> set[int]:
    """Of the rows to which the next is ``joined``, those around which few rows that end openly go on."""
    if page.habits.shows_cuts:
        return set()
    asked = [fit.column > 0 or row.width <= NARROW for fit, row in zip(page.fits, page.rows, strict=True)]
    opens = [one and end in OPEN for one, end in zip(asked, page.endings, strict=True)]
    opens[-1:] = [False] * bool(opens)  # behind the last row nothing can go on
    ends = [0, *accumulate(opens)]
    on = [0, *accumulate(one and index in joined for index, one in enumerate(opens))]
    return {at for at in joined if asked[at] and _is_isolated(ends, on, at) and not _is_cut(page, at)}


def _is_isolated(ends: list[int], on: list[int], at: int) -> bool:
    low, high = max(0, at - AROUND), min(len(ends) - 1, at + AROUND + 1)
    around, going = ends[high] - ends[low], on[high] - on[low]
    return around >= FEWEST and 2 * going <= around


def _is_cut(page: Page, at: int) -> bool:
    """Whether two rows show by themselves that they are one: a bracket across them, a full row of clauses."""
    left, right = page.rows[at].text, page.rows[at + 1]
    if right.parted == "blank" or closes_over(left, right.text):
        return True
    return page.fits[at].is_full and page.endings[at] == "letter" and MARK_INSIDE.search(left) is not None
