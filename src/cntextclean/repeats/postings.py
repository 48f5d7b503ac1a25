"""
Where the same anchor stands, and the pairs of those places.

Only anchors that stand more than once are held, five bytes each: in most texts half of them. They are sorted one part
of all hashes after the other, and pairs are made for one stretch of a corpus at a time, so neither all anchors nor all
pairs are ever there.

It is safe because a pair is only a place to look at: what comes of it is aligned and verified.

    >>> codes = np.array([ord(c) for c in "推动区域市场高效畅通甲乙丙推动区域市场高效畅通"], dtype=np.uint32)
    >>> left, right = unpacked(anchor_pairs(codes, np.array([0, len(codes)])))
    >>> sorted(set((right - left).tolist()))
    [13]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.anchors import BLOCK, LETTERS, Hashes, anchors, gram_hashes
from cntextclean.repeats.fold import Codes, Places

Pairs = NDArray[np.uint64]
"""By how much the later place is behind, and the earlier one, in one number."""

NEAR_LINKS = 8
"""An anchor that stands often is linked to so many places before it, and to its first: never all pairs."""
CROWD = 64
"""Above so many places an anchor is linked to the place before it and the first only."""
PART = 1 << 17
"""Anchors of which those in one stretch are looked for together."""
LONG = 1 << 18
"""Letters of a text whose hashes are sorted in parts."""
PARTS = 2
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)


class Postings(NamedTuple):
    """The anchors that stand more than once, by anchor and place: places, which are the first of theirs."""

    places: NDArray[np.uint32]
    opens: NDArray[np.bool_]

    def pairs(self, start: int, end: int, links: int = NEAR_LINKS, crowd: int = CROWD) -> Pairs:
        """
        The packed pairs whose later place is from ``start`` to before ``end``.

        Linear in the anchors: each has ``links`` pairs and one more at most.
        """
        found = [np.zeros(0, np.uint64)]
        low = 0
        while low < len(self.places):
            high = self._end(low)
            places = self.places[low:high]
            later = np.flatnonzero(places - np.uint32(start) < np.uint32(end - start))  # those before it wrap around
            if len(later):
                left, right = _linked(places, self.opens[low:high], later, (links, crowd))
                found.append(((right - left).astype(np.uint64) << _HALF) | left.astype(np.uint64))
            low = high
        return np.concatenate(found)

    def _end(self, low: int) -> int:
        """Where a block ends that parts no anchor."""
        high = low + PART
        while high < len(self.places) and not self.opens[high]:
            step = int(self.opens[high : high + BLOCK].argmax())
            high += step or BLOCK
        return min(high, len(self.places))


def postings(codes: Codes, bounds: Places) -> Postings:
    """The anchors of ``codes`` that stand more than once; ``bounds`` are the edges of documents, which none crosses."""
    places: list[NDArray[np.uint32]] = [np.zeros(0, np.uint32)]
    opens: list[NDArray[np.bool_]] = [np.zeros(0, dtype=bool)]
    parts = PARTS if len(codes) > LONG else 1
    chosen: list[NDArray[np.uint8]] = []
    for part in range(parts):
        blocks = anchors(codes, bounds) if part == 0 else _again(codes, chosen)
        keys = _sorted(blocks, len(codes), (part, parts), chosen)
        for at in range(0, len(keys), BLOCK):
            hashes = keys[max(0, at - 1) : at + BLOCK + 1] >> _HALF
            same = np.zeros(len(hashes) + 1, dtype=bool)
            np.equal(hashes[1:], hashes[:-1], out=same[1:-1])
            first = at - max(0, at - 1)
            same = same[first : first + min(BLOCK, len(keys) - at) + 1]
            use = np.flatnonzero(same[1:] | same[:-1])
            places.append(keys[at + use].astype(np.uint32))
            opens.append(~same[use])
        del keys
    return Postings(np.concatenate(places), np.concatenate(opens))


def _sorted(
    blocks: Iterator[tuple[Places, Hashes]], letters: int, some: tuple[int, int], chosen: list[NDArray[np.uint8]]
) -> Pairs:
    """
    Hash and place of the anchors of one part of all hashes (by their lowest bits: anchors are the least hashes of their
    windows, and seldom high) in one number, ascending. While the first part is worked
    out, it is noted which places are ``chosen``, so that the others need not be.
    """
    part, parts = some
    keys, count = np.empty(letters if parts == 1 else letters * 7 // 16 // parts + BLOCK, np.uint64), 0
    for number, (places, hashes) in enumerate(blocks):
        if part == 0 and parts > 1:
            flags = np.zeros(BLOCK, dtype=bool)
            flags[places - number * BLOCK] = True
            chosen.append(np.packbits(flags))
        use = slice(None) if parts == 1 else np.flatnonzero(hashes % np.uint32(parts) == part)
        fresh = hashes[use].astype(np.uint64)
        if count + len(fresh) > len(keys):
            keys = np.concatenate([keys[:count], np.empty(len(keys), np.uint64)])
        fresh <<= _HALF
        np.bitwise_or(fresh, places[use].view(np.uint64), out=keys[count : count + len(fresh)])
        count += len(fresh)
    keys.resize(count, refcheck=False)
    keys.sort()
    return keys


def _again(codes: Codes, chosen: list[NDArray[np.uint8]]) -> Iterator[tuple[Places, Hashes]]:
    """The anchors of blocks whose places are known."""
    for number, bits in enumerate(chosen):
        places = np.flatnonzero(np.unpackbits(bits))
        at = number * BLOCK
        yield places + at, gram_hashes(codes[at : at + BLOCK + LETTERS - 1])[places]


def anchor_pairs(codes: Codes, bounds: Places) -> Pairs:
    """All packed pairs of a text."""
    return postings(codes, bounds).pairs(0, len(codes))


def unpacked(pairs: Pairs) -> tuple[Places, Places]:
    """The earlier and the later places of packed pairs."""
    left = (pairs & _LOWER).astype(np.int64)
    return left, left + (pairs >> _HALF).astype(np.int64)


def _linked(
    ordered: NDArray[np.uint32], opens: NDArray[np.bool_], later: Places, most: tuple[int, int]
) -> tuple[Places, Places]:
    """
    The pairs among places that are ordered by their anchor and place, of which each has one of ``later`` behind it;
    ``opens`` marks the first of each anchor.
    """
    links, crowd = most
    starts = np.append(np.flatnonzero(opens), len(ordered))
    group = starts.searchsorted(later, "right") - 1
    first, size = starts[group], starts[group + 1] - starts[group]
    rank = later - first
    left, right = [], []
    for lag in range(1, min(links, int(rank.max())) + 1):
        use = later[(rank >= lag) & ((size <= crowd) | (lag == 1))]
        left.append(ordered[use - lag])
        right.append(ordered[use])
    far = np.flatnonzero((rank > links) | ((size > crowd) & (rank > 1)))
    left.append(ordered[first[far]])
    right.append(ordered[later[far]])
    return np.concatenate(left).astype(np.int64), np.concatenate(right).astype(np.int64)
