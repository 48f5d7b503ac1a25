"""
Chains to agreeing runs: the gaps between their segments aligned, both ends followed as far as they pay.

From its ends a chain goes on, window by window, as long as more letters agree than differ. All chains are grown at
once, round by round, each round one table of windows (:mod:`cntextclean.repeats.together`).

It is safe because every differing letter is counted, and a run never leaves its documents.

    >>> from cntextclean.repeats.chains import Chains
    >>> from cntextclean.repeats.stream import stream_of
    >>> stream = stream_of([["甲乙推动区域市场高效畅通", "丙丁推动区域巿场高效畅通"]])
    >>> chains = Chains(*(np.array([value]) for value in (0, 6, 18, 6)))
    >>> [column.tolist() for column in grow(stream, chains)]
    [[0, 0], [2, 7], [14, 19], [4, 5]]
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import aligned_runs, common_prefix
from cntextclean.repeats.chains import Chains
from cntextclean.repeats.fold import Codes, Places, text_of
from cntextclean.repeats.sides import Sides
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import begins, differ, row_counts
from cntextclean.repeats.together import BLOCK, WIDTHS, Runs, Table, align_all, align_few, few, runs_of

EXTENT = 1000
"""Letters beyond its anchors that a match may grow by: in a loop every link would grow over the whole of it."""
REACH = 32
"""Letters aligned at a time beyond the ends of a chain."""
DRIFT = 32
"""Letters by which the diagonal may move beyond the ends of a chain."""
WIDEST = EXTENT + DRIFT + 3 * REACH
"""Letters beyond the ends of a chain that are ever looked at."""
SIGN = 3
"""Letters in a row that must agree near the start of a window, lest it be aligned in vain."""
NEAR_STARTS = 12
"""Letters of a window among which those in a row must begin."""
LETTERS = 1 << 14
"""Letters compared at a time."""


def grow(stream: Stream, chains: Chains) -> Runs:
    """The agreeing runs of chains and beyond their ends, by chain and place; neighbours are joined."""
    inside = _inside(stream.codes, chains)
    if not len(inside[0]):
        return inside
    return merged([inside, *_followed(stream.codes, _ends(inside, stream.document_edges))])


def merged(found: list[Runs]) -> Runs:
    """Runs that overlap nowhere, by owner and place, those joined that go on from each other on both sides."""
    owner, left, right, length = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort((owner << 32) + left)
    owner, left, right, length = owner[order], left[order], right[order], length[order]
    opens = differ(owner)
    opens[1:] |= (left[1:] != (left + length)[:-1]) | (right[1:] != (right + length)[:-1])
    first = np.flatnonzero(opens)
    total = np.add.reduceat(length, first) if len(first) else length
    return owner[first], left[first], right[first], total


def _inside(codes: Codes, chains: Chains) -> Runs:
    """Agreeing runs of the segments of chains and of the gaps between them."""
    owner, left, right, length = chains
    while True:
        follows = owner[1:] == owner[:-1]
        skip = np.maximum((left + length)[:-1] - left[1:], (right + length)[:-1] - right[1:])
        skip = np.concatenate([[0], np.where(follows, np.maximum(0, skip), 0)])[: len(owner)]
        lost = skip >= length
        if not lost.any():
            break
        # A segment that the one before it takes up wholly; of several in a row the first, then all is looked at anew.
        lost[1:] &= ~lost[:-1]
        owner, left, right, length = (column[~lost] for column in (owner, left, right, length))
    at = np.flatnonzero(follows) + 1
    start, other = (left + length)[at - 1], (right + length)[at - 1]
    sizes = (left + skip)[at] - start, (right + skip)[at] - other
    gap, i, j, many = _gaps(codes, Sides(start, sizes[0], 1), Sides(other, sizes[1], 1))
    runs = _equal_runs(codes, (owner, left + skip, right + skip, length - skip))
    return merged([(owner[at][gap], start[gap] + i, other[gap] + j, many), runs])


def _gaps(codes: Codes, first: Sides, second: Sides) -> Runs:
    """The agreeing runs of gaps; those few with more letters than a table holds one by one."""
    found = align_all(codes, first, second)
    rows: list[tuple[int, int, int, int]] = []
    for at in np.flatnonzero(np.maximum(first.length, second.length) > WIDTHS[-1]).tolist():
        texts = [text_of(codes[side.start[at] : side.start[at] + side.length[at]]) for side in (first, second)]
        rows += [(at, *run) for run in aligned_runs(*texts)]
    if not rows:
        return found
    return tuple(np.concatenate([*pair]) for pair in zip(found, np.array(rows, np.int64).T, strict=True))  # type: ignore[return-value]


def _equal_runs(codes: Codes, runs: Runs) -> Runs:
    """Runs on one diagonal without the letters that differ: 97 in 100 stay whole."""
    owner, left, right, length = runs
    parts: list[Runs] = []
    edges = np.concatenate([[0], np.cumsum(length)])
    low = 0
    while low < len(owner):
        high = max(low + 1, int(np.searchsorted(edges, edges[low] + LETTERS, "right")) - 1)
        which = np.repeat(np.arange(low, high), length[low:high])
        step = np.arange(edges[low], edges[high]) - edges.take(which)
        one = step + left.take(which)
        two = one + (right - left)[low:high].take(which - low)
        same = np.flatnonzero(codes.take(one) == codes.take(two))
        which, step = which[same], step[same]
        opens = differ(which)
        opens[1:] |= step[1:] - step[:-1] != 1
        first = np.flatnonzero(opens)
        which, step = which[first], step[first]
        parts.append((owner[which], left[which] + step, right[which] + step, row_counts(first, len(same))))
        low = high
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True)) if parts else runs  # type: ignore[return-value]


class _Ends(NamedTuple):
    """
    Ends of chains: owner, the first letter beyond on both sides, the direction, letters there are on both sides, by how
    much the diagonal may move, lest a text repeating itself slide into being its own copy, by how much it has moved,
    and how many letters the match grew.
    """

    owner: Places
    left: Places
    right: Places
    step: Places
    room_left: Places
    room_right: Places
    slack: Places
    drift: Places
    grown: Places

    def some(self, which: Places) -> _Ends:
        """Some of the ends."""
        return _Ends(*(column[which] for column in self))


def _ends(runs: Runs, edges: Places) -> _Ends:
    """Both ends of all chains."""
    owner, left, right, length = runs
    first = begins(owner)
    last = first + row_counts(first, len(owner)) - 1
    start, stop = (left[first], right[first]), ((left + length)[last], (right + length)[last])
    document = [np.searchsorted(edges, side, "right") for side in start]
    room = [
        np.append(side - edges[at - 1], edges[at] - end) for side, end, at in zip(start, stop, document, strict=True)
    ]
    none = np.zeros(2 * len(first), np.int64)
    return _Ends(
        np.append(owner[first], owner[first]), np.append(start[0] - 1, stop[0]), np.append(start[1] - 1, stop[1]),
        np.repeat([-1, 1], len(first)), np.minimum(room[0], WIDEST), np.minimum(room[1], WIDEST),
        np.minimum(DRIFT, np.append((right - left)[first], (right - left)[last]) // 4), none, none,
    )  # fmt: skip


def _followed(codes: Codes, ends: _Ends) -> list[Runs]:
    """What agrees beyond ends, round by round, as long as it pays for its errors."""
    found: list[Runs] = []
    while len(ends.owner):
        row, i, j, length = _paying(_windows(codes, ends))
        near = np.abs(j - i + ends.drift[row]) <= ends.slack[row]
        step, back = ends.step[row], (ends.step[row] < 0) * (length - 1)
        part = (ends.owner[row], ends.left[row] + step * i - back, ends.right[row] + step * j - back, length)
        found.append(tuple(column[near] for column in part))
        strays = np.bincount(row[~near], minlength=len(ends.owner)) > 0
        first = begins(row)
        last = first + row_counts(first, len(row)) - 1
        last = last[~strays[row[last]] & ((np.maximum(i, j) + length)[last] >= REACH // 2)]
        row, i, j = row[last], (i + length)[last], (j + length)[last]
        ends = ends.some(row)
        ends = ends._replace(
            left=ends.left + ends.step * i, right=ends.right + ends.step * j, room_left=ends.room_left - i,
            room_right=ends.room_right - j, drift=ends.drift + j - i, grown=ends.grown + i,
        )  # fmt: skip
        ends = ends.some(np.flatnonzero(ends.grown <= EXTENT))
    return found


def _windows(codes: Codes, ends: _Ends) -> Runs:
    """The agreeing runs of the windows at ends, each counted from its end."""
    width = np.minimum(REACH, np.minimum(ends.room_left, ends.room_right))
    if len(width) <= few():
        one, two = (Sides(side, width, ends.step) for side in (ends.left, ends.right))
        return align_few(codes, one, two, np.arange(len(width)), _promises)
    found: list[Runs] = []
    for at in range(0, len(width), BLOCK):
        some = slice(at, at + BLOCK)
        one, two = (Sides(side[some], width[some], ends.step[some]) for side in (ends.left, ends.right))
        table = Table(codes, one, two, REACH)
        found.append(runs_of(table.links(_promising(table)), np.arange(at, at + len(table.head))))
    return tuple(np.concatenate(column) for column in zip(*found, strict=True))  # type: ignore[return-value]


def _promising(table: Table) -> NDArray[np.bool_]:
    """
    Which windows share a few letters in a row behind those that both begin with, or, where they do not begin alike,
    near their start.

    Behind a common start, a run pays only if it is longer than twice the gap before it: without three letters in a row
    that both share, none does, and there is nothing to align. So it is with three windows in ten.
    """
    promising = np.zeros(len(table.head), dtype=bool)
    for rows, width, height in (
        (np.flatnonzero(table.head == 0), NEAR_STARTS + SIGN + 1, REACH // 2),
        (np.flatnonzero((table.head > 0) & (table.head < REACH)), REACH, REACH),
    ):
        if not len(rows):
            continue
        masks = table.masks(rows, table.head[rows], width, height)
        kind = masks.dtype.type
        shared = masks[:-2] & masks[1:-1] >> kind(1) & masks[2:] >> kind(2)
        if width < REACH:
            shared &= kind((1 << NEAR_STARTS) - 1)
        promising[rows] = shared.any(axis=0)
    return promising


def _promises(first: str, second: str) -> bool:
    """The same for one window."""
    head = common_prefix(first, second)
    starts, reach = (len(first), len(second)) if head else (NEAR_STARTS + SIGN - 1, REACH // 2)
    first, second = first[head:starts], second[head:reach]
    return any(first[at : at + SIGN] in second for at in range(len(first) - SIGN + 1))


def _paying(runs: Runs) -> Runs:
    """Of each window the leading runs up to where agreeing letters less the differing ones (counted twice) are most."""
    row, i, j, length = runs
    opens = differ(row)
    first = np.flatnonzero(opens)
    if not len(first):
        return runs
    before_i, before_j = (np.where(opens, 0, np.roll(side + length, 1)) for side in (i, j))
    score = np.cumsum(length - 2 * np.maximum(i - before_i, j - before_j))
    counts = row_counts(first, len(row))
    score -= np.repeat(score[first] - (length - 2 * np.maximum(i, j))[first], counts)
    most = np.repeat(np.maximum.reduceat(score, first), counts)
    best = np.where((score == most) & (most > 0), np.arange(len(row)), len(row))
    use = np.arange(len(row)) <= np.repeat(np.minimum.reduceat(best, first), counts)
    use &= most > 0
    return row[use], i[use], j[use], length[use]
