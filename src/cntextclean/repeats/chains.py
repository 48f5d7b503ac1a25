"""
Anchor pairs to chains: runs of letters that stand in the same order at two places.

Pairs on one diagonal with small gaps make a segment (numpy); segments that follow each other with small gaps and
little drift make a chain. Misread, lost and added letters move the diagonal by a few places and interrupt no chain.

It is safe because a chain is a candidate: the alignment that follows counts every letter that differs.

    >>> import numpy as np
    >>> segments = segment(np.array([0, 6, 12, 90]), np.array([20, 26, 32, 700]), np.array([0, 800]))
    >>> chain(segments)
    [[(0, 20, 18)]]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.anchors import LETTERS
from cntextclean.repeats.fold import Places

Segment = tuple[int, int, int]
"""Place in the earlier text, place in the later, letters."""

GAP = 64
"""Letters without an anchor that a chain may cross: at 18 % errors between two copies the longest such gap is 60."""
STEP = 32
"""Letters without an anchor inside one segment."""
LEAST = 12
"""Letters in the segments of a chain inside one document below which it is chance; a copy of 20 letters has 15."""
LEAST_ACROSS = 18
"""The same for two documents."""


@dataclass(frozen=True, slots=True)
class Segments:
    """Segments as columns, by pair of documents and then by place in the later text."""

    pair: NDArray[np.int64]
    left: Places
    right: Places
    length: NDArray[np.int64]
    documents: int


def segment(left: Places, right: Places, bounds: Places, letters: int = LETTERS) -> Segments:
    """Merge anchor pairs on one diagonal; drop what stands alone. ``bounds`` are the edges of documents."""
    documents = len(bounds)
    pair = np.zeros(len(left), np.int64)
    if documents > 2:
        pair = (np.searchsorted(bounds, left, "right") - 1) * documents + np.searchsorted(bounds, right, "right") - 1
    diagonal = right - left
    keep = _in_company(pair, diagonal, left)
    if not len(keep):
        return Segments(keep, keep, keep, keep, documents)
    pair, diagonal, left = pair[keep], diagonal[keep], left[keep]
    order = np.lexsort((left, diagonal, pair))
    pair, diagonal, left = pair[order], diagonal[order], left[order]
    opens = np.ones(len(pair), dtype=bool)
    opens[1:] = (pair[1:] != pair[:-1]) | (diagonal[1:] != diagonal[:-1]) | (left[1:] - left[:-1] > STEP)
    first = np.flatnonzero(opens)
    last = np.append(first[1:], len(pair)) - 1
    length = left[last] + letters - left[first]
    found = Segments(pair[first], left[first], left[first] + diagonal[first], length, documents)
    order = np.lexsort((found.left, found.right, found.pair))
    return Segments(found.pair[order], found.left[order], found.right[order], found.length[order], documents)


def _in_company(pair: Places, diagonal: Places, left: Places) -> Places:
    """Pairs with another on a near diagonal nearby: two ways to lay the cells, so that no edge parts neighbours."""
    kept = np.zeros(len(pair), dtype=bool)
    for shift in (0, 1):
        cell = (pair * 1_000_003 + ((diagonal + 32 * shift) >> 6)) * 1_000_003 + ((left + 64 * shift) >> 7)
        order = np.argsort(cell)
        cell = cell[order]
        same = np.zeros(len(cell) + 1, dtype=bool)
        np.equal(cell[1:], cell[:-1], out=same[1:-1])
        kept[order] |= same[1:] | same[:-1]
    return np.flatnonzero(kept)


def chain(segments: Segments) -> list[list[Segment]]:
    """Chains of segments, each ascending on both sides; single segments too when they are long enough."""
    chains: list[list[Segment]] = []
    if not len(segments.pair):
        return chains
    starts = np.flatnonzero(np.diff(segments.pair, prepend=-1))
    total = np.add.reduceat(segments.length, starts)
    own = segments.pair[starts] // segments.documents == segments.pair[starts] % segments.documents
    least = np.where(own, LEAST, LEAST_ACROSS)
    use = np.flatnonzero(total >= least)  # a third of all pairs of documents
    ends = np.append(starts[1:], len(segments.pair))
    lefts, rights, lengths = segments.left.tolist(), segments.right.tolist(), segments.length.tolist()
    for start, end, enough in zip(starts[use].tolist(), ends[use].tolist(), least[use].tolist(), strict=True):
        rows = list(zip(lefts[start:end], rights[start:end], lengths[start:end], strict=True))
        chains += [rows] if len(rows) == 1 else _chain_pair(rows, enough)
    return chains


def _chain_pair(rows: list[Segment], least: int) -> list[list[Segment]]:
    """Chains of the segments of one pair of documents, those of ``least`` letters or more."""
    chains: list[list[Segment]] = []
    open_at: dict[int, list[list[Segment]]] = {}
    for row in rows:
        cell = (row[1] - row[0]) >> 5
        beside = [*open_at.get(cell - 1, ()), *open_at.get(cell, ()), *open_at.get(cell + 1, ())]
        near = [one for one in beside if _follows(one[-1], row)] if beside else beside
        if not near:
            best: list[Segment] = []
            chains.append(best)
        else:
            best = near[0] if len(near) == 1 else max(near, key=lambda one: _fit(one[-1], row))
            old = (best[-1][1] - best[-1][0]) >> 5
            open_at[old] = [one for one in open_at[old] if one is not best]
        best.append(row)
        alive = [one for one in open_at.get(cell, ()) if row[1] - one[-1][1] - one[-1][2] <= GAP]
        open_at[cell] = [*alive, best]
    return [found for found in chains if sum(length for _, _, length in found) >= least]


def _follows(before: Segment, after: Segment) -> bool:
    """Whether a segment goes on from another: forward on both sides, a small gap, little drift."""
    left, right = after[0] - before[0] - before[2], after[1] - before[1] - before[2]
    if right > GAP or left > GAP or after[0] <= before[0] or after[1] <= before[1] or left + after[2] <= 0:
        return False
    return abs(left - right) <= 4 + max(left, right) // 3


def _fit(before: Segment, after: Segment) -> tuple[int, int]:
    left, right = after[0] - before[0] - before[2], after[1] - before[1] - before[2]
    return (-abs(left - right), -max(left, right))
