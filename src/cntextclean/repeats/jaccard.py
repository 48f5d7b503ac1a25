"""
How alike two texts are: the Jaccard similarity of the sets of their shingles, counted exactly, for many pairs at once.

Both sets of a pair are sorted into one row, where what is common stands side by side.

It is safe because no sketch takes part: a shingle is known by 52 bits of its hash, and every one is counted.

    >>> texts = ["长三角一体化发展", "长三角一体化发展。", "会场内，一个观点引发共鸣"]
    >>> jaccards(texts, np.array([0, 0]), np.array([1, 2]), 5).round(2).tolist()
    [0.8, 0.0]
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.anchors import polynomials
from cntextclean.repeats.fold import Codes, Places, code_points
from cntextclean.repeats.signatures import BATCH

Shares = NDArray[np.float64]

_PAIR_BITS = 11


def joined(texts: Sequence[str]) -> tuple[Codes, Places]:
    """The letters of texts, one after the other, and the edges of each."""
    edges = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in texts], out=edges[1:])
    return code_points("".join(texts)), edges


def jaccards(texts: Sequence[str], left: Places, right: Places, letters: int) -> Shares:
    """The Jaccard similarity of pairs of texts, over the sets of their shingles of so many letters."""
    result = np.zeros(len(left))
    ones, twos = left.tolist(), right.tolist()
    numbers = [number for pair in zip(ones, twos, strict=True) for number in pair]
    start = size = 0
    for at in range(len(ones)):
        size += len(texts[ones[at]]) + len(texts[twos[at]])
        if size >= BATCH or at + 1 - start == 1 << _PAIR_BITS or at + 1 == len(ones):
            result[start : at + 1] = _shares([texts[number] for number in numbers[2 * start : 2 * at + 2]], letters)
            start, size = at + 1, 0
    return result


def _shares(texts: Sequence[str], letters: int) -> Shares:
    """The Jaccard similarities of texts 0 and 1, 2 and 3, and so on; each has a shingle at least."""
    codes, edges = joined(texts)
    hashes = np.zeros(len(codes), np.uint64)
    inside = wide_hashes(codes, letters)
    hashes[: len(inside)] = inside
    for back in range(1, letters):
        hashes[edges[1:] - back] = hashes[edges[1:] - letters]
    pair = np.repeat(np.arange(len(texts), dtype=np.uint64), edges[1:] - edges[:-1])
    side = pair & np.uint64(1)
    pair >>= np.uint64(1)
    low = np.uint64(64 - _PAIR_BITS)
    keys = (pair << low) | (hashes >> np.uint64(_PAIR_BITS + 1) << np.uint64(1)) | side
    keys.sort()
    keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])]
    owner = (keys >> low).astype(np.int64)
    keys >>= np.uint64(1)
    sizes = np.bincount(owner, minlength=len(texts) // 2)
    common = np.bincount(owner[1:][keys[1:] == keys[:-1]], minlength=len(texts) // 2)
    return np.asarray(common / (sizes - common))


def wide_hashes(codes: Codes, letters: int) -> NDArray[np.uint64]:
    """A 64-bit hash of every run of ``letters`` codes, its upper bits well mixed."""
    total = polynomials(codes, letters)
    for _ in range(2):
        total ^= total >> np.uint64(32)
        total *= np.uint64(0xD6E8FEB86659FD93)
    return np.asarray(total)
