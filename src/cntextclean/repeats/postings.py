"""
Where the same anchor stands, and the pairs of those places.

Only anchors that stand more than once are held, five bytes each: in most texts half of them. They are sorted one part
of all anchors after the other, and pairs are made for one stretch of a corpus at a time, the last first, after which
its places are forgotten; so neither all anchors nor all pairs are ever there.

It is safe because a pair is only a place to look at: what comes of it is aligned and verified.

    >>> codes = np.array([ord(c) for c in "推动区域市场高效畅通甲乙丙推动区域市场高效畅通"], dtype=np.uint32)
    >>> left, right = unpacked(anchor_pairs(codes, np.array([0, len(codes)])))
    >>> sorted(set((right - left).tolist()))
    [13]
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.anchors import BLOCK, LETTERS, Hashes, anchors, hashes_at
from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.stretches import row_counts

Pairs = NDArray[np.uint64]
"""By how much the later place is behind, and the earlier one, in one number."""
Keys = NDArray[np.uint64]
"""Hash and place of an anchor in one number."""

NEAR_LINKS = 8
"""An anchor that stands often is linked to so many places before it, and to its first: never all pairs."""
CROWD = 64
"""Above so many places an anchor is linked to the place before it and the first only."""
PART = 1 << 17
"""Anchors of which those in one stretch are looked for together."""
LONG = 1 << 18
"""Letters of a text whose anchors are sorted in parts."""
PARTS = 4
"""Parts, a power of two: with four, keys take a quarter of the room, and no more time than with two."""
_CROWDED = 255
_HALF, _LOWER = np.uint64(32), np.uint64(0xFFFFFFFF)
_FACTOR = 0x9E37


class Postings:
    """
    The anchors that stand more than once, by anchor and place: places, and how many of its anchor lie before each; of
    a crowd, behind the second, all have 255.
    """

    def __init__(self, places: NDArray[np.uint32], follows: NDArray[np.uint8]) -> None:
        """``follows`` is 1 for all but the first place of each anchor, 0 for this; it is written over."""
        self.places, self._ranks = places, follows
        for low, high in self._blocks(BLOCK):
            first = np.flatnonzero(self._ranks[low:high] == 0)
            size = row_counts(first, high - low)
            rank = np.arange(high - low) - np.repeat(first, size)
            rank[np.repeat(size > CROWD, size) & (rank > 1)] = _CROWDED
            self._ranks[low:high] = rank

    def pairs(self, start: int, end: int) -> Pairs:
        """
        The packed pairs whose later place is from ``start`` to before ``end``.

        Linear in the anchors: each has ``NEAR_LINKS`` pairs and one more at most.
        """
        found = [np.zeros(0, np.uint64)]
        for low, high in self._blocks(PART):
            places, ranks = self.places[low:high], self._ranks[low:high]
            inside = places - np.uint32(start) < np.uint32(end - start)  # those before it wrap around
            inside &= ranks > 0
            later = np.flatnonzero(inside)
            if len(later):
                found += [_packed(places[one], places[two]) for one, two in _linked(ranks, later)]
        return np.concatenate(found)

    def forget(self, start: int) -> None:
        """Give up the places from ``start`` on; nothing that lies before them is linked to them."""
        count = 0
        for low in range(0, len(self.places), BLOCK):
            kept = low + np.flatnonzero(self.places[low : low + BLOCK] < start)
            self.places[count : count + len(kept)] = self.places[kept]
            self._ranks[count : count + len(kept)] = self._ranks[kept]
            count += len(kept)
        self.places.resize(count, refcheck=False)
        self._ranks.resize(count, refcheck=False)

    def _blocks(self, size: int) -> Iterator[tuple[int, int]]:
        """Blocks of so many rows or more, that part no anchor."""
        low = 0
        while low < len(self.places):
            high = low + size
            while high < len(self.places) and self._ranks[high]:
                step = int((self._ranks[high : high + BLOCK] == 0).argmax())
                high += step or BLOCK
            high = min(high, len(self.places))
            yield low, high
            low = high


def _linked(ranks: NDArray[np.uint8], later: Places) -> Iterator[tuple[Places, Places]]:
    """The pairs of rows in a block of anchors, of which each has one of ``later`` behind it."""
    yield later - 1, later
    rank = ranks[later]
    crowded = later[rank == _CROWDED]
    near = rank < _CROWDED
    for lag in range(2, NEAR_LINKS + 2):
        near &= rank >= lag
        later, rank = later[near], rank[near]
        near = near[near]
        if not len(later):
            break
        yield (later - lag if lag <= NEAR_LINKS else later - rank), later
    if len(crowded):
        second = np.flatnonzero((ranks[:-1] == 1) & (ranks[1:] == _CROWDED))
        yield second[second.searchsorted(crowded) - 1] - 1, crowded


def _packed(left: NDArray[np.uint32], right: NDArray[np.uint32]) -> Pairs:
    pairs: Pairs = (right - left).astype(np.uint64)
    pairs <<= _HALF
    pairs |= left
    return pairs


def postings(codes: Codes, bounds: Places) -> Postings:
    """The anchors of ``codes`` that stand more than once; ``bounds`` are the edges of documents, which none crosses."""
    places, follows = np.zeros(0, np.uint32), np.zeros(0, np.uint8)
    parts = PARTS if len(codes) > LONG else 1
    chosen: list[NDArray[np.uint8]] = []
    for part in range(parts):
        blocks = anchors(codes, bounds) if part == 0 else _again(codes, chosen, (part, parts))
        if part == 0 and parts > 1:
            blocks = _first(codes, blocks, chosen, parts)
        keys = _sorted(blocks, len(codes) if parts == 1 else len(codes) * 13 // 32 // parts)
        _repeated(keys)
        count = len(places)
        places.resize(count + len(keys), refcheck=False)
        follows.resize(len(places), refcheck=False)
        places[count:] = keys
        keys >>= _HALF
        follows[count:] = keys
        del keys
    return Postings(places, follows)


def _repeated(keys: Keys) -> None:
    """Leave of keys the places whose hash stands more than once, and in the upper half whether it is that before."""
    count, again = 0, False
    for at in range(0, len(keys), BLOCK):
        some = keys[at : at + BLOCK + 1]
        same = np.zeros(min(BLOCK, len(keys) - at) + 1, dtype=bool)
        same[0] = again
        np.less_equal(some[1:] ^ some[:-1], _LOWER, out=same[1 : len(some)])
        again = same[-1]
        use = np.flatnonzero(same[1:] | same[:-1])
        keys[count : count + len(use)] = (some[use] & _LOWER) | (same[use].astype(np.uint64) << _HALF)
        count += len(use)
    keys.resize(count, refcheck=False)


def _sorted(blocks: Iterator[tuple[Places, Hashes]], expected: int) -> Keys:
    """Hash and place of anchors in one number, ascending."""
    keys, count = np.empty(expected, np.uint64), 0
    for places, hashes in blocks:
        fresh = hashes.astype(np.uint64)
        if count + len(fresh) > len(keys):
            keys.resize(count + len(fresh) + BLOCK, refcheck=False)
        fresh <<= _HALF
        np.bitwise_or(fresh, places.view(np.uint64), out=keys[count : count + len(fresh)])
        count += len(fresh)
    keys.resize(count, refcheck=False)
    keys.sort()
    return keys


def _first(
    codes: Codes, blocks: Iterator[tuple[Places, Hashes]], chosen: list[NDArray[np.uint8]], parts: int
) -> Iterator[tuple[Places, Hashes]]:
    """Those of the first part; which places are ``chosen`` is noted, so that it need not be worked out again."""
    for number, (places, hashes) in enumerate(blocks):
        at = number * BLOCK
        flags = np.zeros(BLOCK, dtype=bool)
        flags[places - at] = True
        chosen.append(np.packbits(flags))
        use = np.flatnonzero(_kinds(codes[at : at + BLOCK + LETTERS - 1], parts)[places - at] == 0)
        yield places[use], hashes[use]


def _again(codes: Codes, chosen: list[NDArray[np.uint8]], some: tuple[int, int]) -> Iterator[tuple[Places, Hashes]]:
    """The anchors of another part, of blocks whose places are known."""
    part, parts = some
    for number, bits in enumerate(chosen):
        at = number * BLOCK
        block = codes[at : at + BLOCK + LETTERS - 1]
        kinds = _kinds(block, parts)
        places = np.flatnonzero((kinds == part) & np.unpackbits(bits, count=len(kinds)).view(bool))
        yield places + at, hashes_at(block, places)


def _kinds(codes: Codes, parts: int) -> Codes:
    """The part of each anchor, by its first and its last letter."""
    kinds = codes[: 1 - LETTERS] * codes.dtype.type(_FACTOR)
    kinds += codes[LETTERS - 1 :]
    kinds *= codes.dtype.type(_FACTOR)
    kinds >>= codes.dtype.type(8)
    kinds &= codes.dtype.type(0xFF)
    kinds *= codes.dtype.type(parts)
    kinds >>= codes.dtype.type(8)
    return kinds


def anchor_pairs(codes: Codes, bounds: Places) -> Pairs:
    """All packed pairs of a text."""
    return postings(codes, bounds).pairs(0, len(codes))


def unpacked(pairs: Pairs) -> tuple[Places, Places]:
    """The earlier and the later places of packed pairs."""
    left = (pairs & _LOWER).astype(np.int64)
    return left, left + (pairs >> _HALF).astype(np.int64)
