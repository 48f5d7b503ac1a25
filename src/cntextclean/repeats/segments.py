"""
Anchor pairs to segments: letters that two places share on one diagonal, with small gaps between their anchors.

Pairs are sorted by diagonal and taken band by band, so that of a corpus full of copies no more is held than its pairs,
eight bytes each, and its segments.

It is safe because a segment is a candidate: what it holds is compared letter for letter.

    >>> left, behind = np.array([0, 6, 12, 90], dtype=np.uint64), np.array([20, 20, 20, 610], dtype=np.uint64)
    >>> found = segment(behind << np.uint64(32) | left, Owners(np.array([0, 800])))
    >>> found.left.tolist(), found.right.tolist(), found.length.tolist()
    ([0], [20], [18])
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.anchors import LETTERS
from cntextclean.repeats.fold import Places
from cntextclean.repeats.postings import Pairs
from cntextclean.repeats.stretches import differ, narrowed, row_counts

STEP = 32
"""Letters without an anchor inside one segment."""
CELL = 64
"""Diagonals of a cell in which a pair has company."""
BAND = 1 << 14
"""Pairs looked at together, with their neighbours; what is in between takes some megabytes, whatever their number."""

_FACTOR = 0x9E3779B97F4A7C15


class Segments(NamedTuple):
    """Segments as columns, by pair of documents and then by place in the later text."""

    pair: NDArray[np.int64]
    left: Places
    right: Places
    length: NDArray[np.int64]
    documents: int


def segment(pairs: Pairs, documents: Owners, letters: int = LETTERS) -> Segments:
    """Merge anchor pairs, which are sorted in place, on one diagonal; drop what stands alone."""
    pairs.sort()  # by diagonal and place
    found = [_segments(pairs[low:high], start - low, end - low, documents, letters)
             for low, start, end, high in _bands(pairs)]  # fmt: skip
    none = np.zeros(0, np.int64)
    pair, left, right, length = (
        (np.concatenate([none, *column]) for column in zip(*found, strict=True)) if found else [none] * 4
    )
    order = np.argsort((right << 32) + left)
    order = order[np.argsort(pair[order], kind="stable")]
    return Segments(pair[order], left[order], right[order], length[order], documents.count)


def _bands(pairs: Pairs) -> Iterator[tuple[int, int, int, int]]:
    """Bands of neighbouring diagonals: where a band begins and ends in ``pairs``, and what lies within a cell of it."""
    start = 0
    while start < len(pairs):
        first = int(pairs[start] >> np.uint64(32))
        end = len(pairs)
        if start + BAND < len(pairs):
            end = _from(pairs, max(first + 8 * CELL, int(pairs[start + BAND] >> np.uint64(32))))
        yield _from(pairs, first - CELL), start, end, _from(pairs, int(pairs[end - 1] >> np.uint64(32)) + CELL + 1)
        start = end


def _from(pairs: Pairs, diagonal: int) -> int:
    """Where the pairs on a diagonal, or behind it, begin."""
    return int(pairs.searchsorted(np.uint64(max(0, diagonal) << 32)))


def _segments(pairs: Pairs, start: int, end: int, documents: Owners, letters: int) -> tuple[Places, ...]:
    """The segments of the pairs from ``start`` to ``end``, of which the others are neighbours."""
    left = (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    diagonal = (pairs >> np.uint64(32)).astype(np.int64)
    pair = documents.holding(left) * documents.count + documents.holding(left + diagonal)
    keep = _in_company(pair, diagonal, left)
    keep = keep[(keep >= start) & (keep < end)]
    pair, diagonal, left = pair[keep], diagonal[keep], left[keep]
    opens = differ(pair, diagonal)
    opens[1:] |= left[1:] - left[:-1] > STEP
    first = np.flatnonzero(opens)
    last = first + row_counts(first, len(pair)) - 1
    return pair[first], left[first], left[first] + diagonal[first], left[last] + letters - left[first]


class Owners:
    """
    The documents that hold letters: looked up for every 64th letter, then moved on to the right one. Four times the
    speed of bisection.
    """

    def __init__(self, bounds: Places) -> None:
        self.count = len(bounds)
        self._table = narrowed(bounds.searchsorted(np.arange(0, int(bounds[-1]) + 64, 64), "right") - 1)
        self._ends = np.append(bounds[1:], bounds[-1] + 1)

    def holding(self, places: Places) -> Places:
        """The number of the document of each letter."""
        if self.count <= 2:
            return np.zeros(len(places), np.int64)
        found: Places = self._table.take(places >> 6).astype(np.int64)
        while (behind := self._ends.take(found) <= places).any():
            found += behind
        return found


def _in_company(pair: Places, diagonal: Places, left: Places) -> Places:
    """Pairs with another on a near diagonal nearby: two ways to lay the cells, so that no edge parts neighbours."""
    kept = np.zeros(len(pair), dtype=bool)
    # The last bits of the product of a cell give way to the number of its pair: sorting plain numbers has four times
    # the speed of sorting their places.
    bits = np.uint64(max(1, len(pair)).bit_length())
    numbers, last = np.arange(len(pair), dtype=np.uint64), (np.uint64(1) << bits) - np.uint64(1)
    for shift in (0, 1):
        cell = (pair * 1_000_003 + ((diagonal + CELL // 2 * shift) // CELL)) * 1_000_003 + ((left + 64 * shift) >> 7)
        keys = cell.view(np.uint64) * np.uint64(_FACTOR)
        keys = (keys & ~last) | numbers
        keys.sort()
        order = (keys & last).view(np.int64)
        cell = cell[order]
        same = np.zeros(len(cell) + 1, dtype=bool)
        np.equal(cell[1:], cell[:-1], out=same[1:-1])
        kept[order] |= same[1:] | same[:-1]
    return np.flatnonzero(kept)
