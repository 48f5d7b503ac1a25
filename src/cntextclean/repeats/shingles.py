"""
Shingles that the units of a page share, counted without a signature.

Of a page of sixty paragraphs a shingle that stands twice stands three or four times, so all pairs of units that share
one are few: to count them takes a tenth of what it takes to sign the units.

It is safe because it only counts; two shingles of one hash (one pair in four billion) are one more that is shared.

    >>> codes = np.array([ord(letter) for letter in "甲乙丙丁" "戊己" "甲乙丙丁庚"], dtype=np.uint32)
    >>> keys = shared_shingles(codes, np.array([0, 4, 6, 11]), 3)
    >>> common_shingles(keys, np.arange(3), 3).tolist()
    [[0, 0, 2], [0, 0, 0], [2, 0, 0]]
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.signatures import shingle_hashes
from cntextclean.repeats.stretches import differ

CROWD = 64
"""Units that share one shingle above which their pairs are not counted."""
_HALF = np.uint64(32)


def shared_shingles(codes: Codes, edges: Places, letters: int) -> NDArray[np.int64]:
    """
    The shingles of ``letters`` that stand twice or more, be it in one unit: hash and unit in one number, ascending.

    A shingle over the edge of two units counts for the first, which may so seem to share more than it does.
    """
    keys = shingle_hashes(codes, letters).astype(np.uint64)
    keys <<= _HALF
    keys |= np.repeat(np.arange(len(edges) - 1, dtype=np.uint64), edges[1:] - edges[:-1])[: len(keys)]
    keys.sort()
    kinds = keys >> _HALF
    same = np.zeros(len(keys) + 1, dtype=bool)
    np.equal(kinds[1:], kinds[:-1], out=same[1:-1])
    return keys[same[1:] | same[:-1]].view(np.int64)


def common_shingles(keys: NDArray[np.int64], row: Places, count: int) -> Places | None:
    """
    How many different shingles each two of ``count`` units have in common, those of a unit in its ``row`` (-1: not
    asked); none where a shingle stands in too many units.
    """
    keys = keys[differ(keys) & (row[keys & 0xFFFFFFFF] >= 0)]
    kinds, rows = keys >> 32, row[keys & 0xFFFFFFFF]
    at, pairs = np.arange(len(keys)), [np.zeros(0, np.int64)]
    for lag in range(1, CROWD + 1):
        at = at[: int(at.searchsorted(len(keys) - lag))]
        at = at[kinds[at] == kinds[at + lag]]
        if not len(at):
            found = np.bincount(np.concatenate(pairs), minlength=count * count).reshape(count, count)
            return found + found.T
        pairs.append(rows[at] * count + rows[at + lag])
    return None
