"""
Segments to chains: runs of letters that stand in the same order at two places.

Segments that follow each other with small gaps and little drift make a chain. Misread, lost and added letters move the
diagonal by a few places and interrupt no chain. All is done for all pairs of documents at once.

It is safe because a chain is a candidate: the alignment that follows counts every letter that differs.

    >>> one, two = np.array([0, 0]), np.array([18, 6])
    >>> [column.tolist() for column in chain(Segments(one, np.array([0, 22]), np.array([50, 71]), two, 2))]
    [[0, 0], [0, 22], [50, 71], [18, 6]]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cntextclean.repeats.fold import Places
from cntextclean.repeats.segments import Segments
from cntextclean.repeats.stretches import begins, differ, row_counts

GAP = 64
"""Letters without an anchor that a chain may cross: at 18 % errors between two copies the longest such gap is 60."""
DRIFT = 4 + GAP // 3
"""Letters by which the diagonal moves between two segments of a chain, at most."""
LEAST = 12
"""Letters in the segments of a chain inside one document below which it is chance; a copy of 20 letters has 15."""
LEAST_ACROSS = 18
"""The same for two documents."""
FEW = 100
"""Groups of segments up to which it is quicker to take one after the other."""
MOST = 64
"""Segments of a group that are compared all with all; only loops and tables have more."""
_NONE = 1 << 40


class Chains(NamedTuple):
    """The segments of chains as columns: number of the chain, places on both sides, letters; ascending on both."""

    owner: Places
    left: Places
    right: Places
    length: Places


def chain(segments: Segments) -> Chains:
    """Chains of segments, each ascending on both sides; single segments too when they are long enough."""
    use, least = _worth_it(segments)
    pair, left, right, length = (column[use] for column in segments[:4])
    owner = np.arange(len(use))
    groups = _groups(pair, left, right, length)
    small = groups.size <= (MOST if len(groups.size) > FEW else 0)
    _join_small(owner, Groups(groups.start[small], groups.size[small], groups.order), left, right, length)
    for start, size in zip(groups.start[~small].tolist(), groups.size[~small].tolist(), strict=True):
        rows = groups.order[start : start + size]
        owner[rows] = rows[_join_large(left[rows].tolist(), right[rows].tolist(), length[rows].tolist())]
    total = np.bincount(owner, weights=length, minlength=len(owner))
    kept = np.flatnonzero(total[owner] >= least)
    kept = kept[np.argsort(owner[kept], kind="stable")]
    return Chains(owner[kept], left[kept], right[kept], length[kept])


def joined_chains(parts: Sequence[Chains]) -> Chains:
    """Chains of several stretches, those of each with numbers of their own."""
    if len(parts) == 1:
        return parts[0]
    owners, until = [], 0
    for part in parts:
        owners.append(part.owner + until)
        until += int(part.owner.max(initial=-1)) + 1
    rest = (np.concatenate(column) for column in zip(*(part[1:] for part in parts), strict=True))
    return Chains(np.concatenate(owners), *rest)


def _worth_it(segments: Segments) -> tuple[Places, Places]:
    """The segments of pairs of documents that have enough letters in them, and how many make a chain."""
    starts = begins(segments.pair)
    if not len(starts):
        return starts, starts
    counts = row_counts(starts, len(segments.pair))
    own = segments.pair[starts] // segments.documents == segments.pair[starts] % segments.documents
    least = np.where(own, LEAST, LEAST_ACROSS)
    enough = np.repeat(np.add.reduceat(segments.length, starts) >= least, counts)  # a third of all pairs of documents
    return np.flatnonzero(enough), np.repeat(least, counts)[enough]


class Groups(NamedTuple):
    """Segments that may follow each other: where each group begins in ``order``, and how many it has, two or more."""

    start: Places
    size: Places
    order: Places


def _groups(pair: Places, left: Places, right: Places, length: Places) -> Groups:
    """
    The groups of segments of one pair of documents, on diagonals near each other, without a gap that no chain crosses.
    Two segments in three are in none.
    """
    diagonal = right - left
    order = np.lexsort((diagonal, pair))
    opens = differ(pair[order])
    opens[1:] |= diagonal[order][1:] - diagonal[order][:-1] > DRIFT
    group = np.empty(len(order), np.int64)
    group[order] = np.cumsum(opens)
    order = np.argsort(group, kind="stable")
    base = group[order] * (int((right + length).max(initial=0)) + GAP + 1)
    reach = np.maximum.accumulate(base + (right + length)[order])
    opens[1:] = (base + right[order])[1:] - reach[:-1] > GAP
    start = np.flatnonzero(opens)
    size = row_counts(start, len(order))
    return Groups(start[size > 1], size[size > 1], order)


def _join_small(owner: Places, groups: Groups, left: Places, right: Places, length: Places) -> None:
    """
    Give the segments of groups the number of the first of their chain: the second of all groups, then the third of
    those that have one, and so on, each compared with all before it that are the last of their chains.
    """
    last = np.ones(len(owner), dtype=bool)
    start, size = groups.start, groups.size
    left_end, right_end, cell = left + length, right + length, (right - left) >> 5
    for turn in range(1, int(size.max(initial=0))):
        start, size = start[size > turn], size[size > turn]
        row, before = groups.order[start + turn], groups.order[start[:, None] + np.arange(turn)]
        gap_left = left[row, None] - left_end[before]
        gap_right = right[row, None] - right_end[before]
        wide, drift = np.maximum(gap_left, gap_right), np.abs(gap_left - gap_right)
        near = last[before] & (wide <= GAP) & (left[row, None] > left[before]) & (right[row, None] > right[before])
        near &= (gap_left + length[row, None] > 0) & (drift <= 4 + wide // 3)
        # Of several the one with the least drift, then the narrowest gap, then the least diagonal, then the earliest.
        side = cell[before] - cell[row, None] + 1
        rank = np.where(near, ((drift * 4 * GAP + wide + GAP) * 4 + side) * MOST + np.arange(turn), _NONE)
        best = rank.argmin(axis=1)
        found = np.flatnonzero(rank.min(axis=1) < _NONE)
        row, best = row[found], before[found, best[found]]
        owner[row] = owner[best]
        last[best] = False


def _join_large(left: list[int], right: list[int], length: list[int]) -> list[int]:
    """The same for one group of any number, segment by segment: the place of the first of its chain for each."""
    owner = list(range(len(left)))
    ends = [(a + many, b + many) for a, b, many in zip(left, right, length, strict=True)]
    open_at: dict[int, list[int]] = {}
    for row, (start, other, many) in enumerate(zip(left, right, length, strict=True)):
        cell = (other - start) >> 5
        best, fit = -1, (0, 0)
        for one in [*open_at.get(cell - 1, ()), *open_at.get(cell, ()), *open_at.get(cell + 1, ())]:
            end, last = ends[one]
            if other - last > GAP or start - end > GAP or start <= left[one] or start - end + many <= 0:
                continue
            wide, drift = max(start - end, other - last), abs(start - end - other + last)
            if drift <= 4 + wide // 3 and other > right[one] and (best < 0 or (drift, wide) < fit):
                best, fit = one, (drift, wide)
        if best >= 0:
            owner[row] = owner[best]
            old = (right[best] - left[best]) >> 5
            open_at[old] = [one for one in open_at[old] if one != best]
        open_at[cell] = [*[one for one in open_at.get(cell, ()) if other - ends[one][1] <= GAP], row]
    return owner
