"""
Winnowed anchors: places at which two texts are looked at together.

A hash of every ``k`` letters; of each ``w`` neighbouring ones the least is an anchor (winnowing: Schleimer, Wilkerson,
Aiken 2003). Any run of ``w + k - 1`` letters that two texts share holds a common anchor, wherever lines or paragraphs
break. Planted, re-broken, truncated blocks at 5 % character errors: F1 0.985 with k = 6, w = 4, against 0.18 for
paragraph MinHash and 0 for paragraph hashes.

It is safe because an anchor is only a place to look at: what comes of it is aligned and verified.

    >>> import numpy as np
    >>> codes = np.array([ord(c) for c in "推动区域市场高效畅通甲乙丙推动区域市场高效畅通"], dtype=np.uint32)
    >>> places, hashes = winnow(codes, np.array([0, len(codes)]))
    >>> [places[hashes == one].tolist() for one in set(hashes.tolist()) if (hashes == one).sum() > 1]
    [[3, 16]]
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places

Hashes = NDArray[np.uint32]

LETTERS = 6
WINDOW = 4
BLOCK = 1 << 15
"""Letters worked on at a time, so that what is in between stays in the processor's cache: three times the speed."""

_FACTOR = 0x9E3779B97F4A7C15
_MIX = 0xD6E8FEB86659FD93
_NEVER = np.uint32(0xFFFFFFFF)


def gram_hashes(codes: Codes, letters: int = LETTERS) -> Hashes:
    """A 32-bit hash of every run of ``letters`` codes; empty where the codes are fewer."""
    count = len(codes) - letters + 1
    if count <= 0:
        return np.zeros(0, np.uint32)
    hashes = np.empty(count, np.uint32)
    for at in range(0, count, BLOCK):
        part = _gram_hashes(codes[at : at + BLOCK + letters - 1], letters)
        hashes[at : at + BLOCK] = part
    return hashes


def hashes_at(codes: Codes, places: Places) -> Hashes:
    """The hashes of the runs of letters at some places."""
    total = codes.take(places).astype(np.uint64)
    for step in range(1, LETTERS):
        total *= np.uint64(_FACTOR)
        total += codes[step:].take(places)
    return _mixed(total).astype(np.uint32)


def _gram_hashes(codes: Codes, letters: int) -> NDArray[np.uint64]:
    """The hashes of the runs."""
    return _mixed(polynomials(codes, letters))


def _mixed(total: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The upper half of polynomials, their bits mixed."""
    total ^= total >> np.uint64(32)
    total *= np.uint64(_MIX)
    total >>= np.uint64(32)
    return total


def polynomials(codes: Codes, letters: int) -> NDArray[np.uint64]:
    """
    The polynomial of every run of ``letters`` codes mod 2⁶⁴; empty where the codes are fewer.

    Runs of one letter are joined to runs of two, these to runs of four and more: six letters take three products.
    """
    single = codes.astype(np.uint64)
    if len(codes) < letters:
        return single[:0]
    factor, square = np.uint64(_FACTOR), np.uint64(_FACTOR * _FACTOR & 0xFFFFFFFFFFFFFFFF)
    pair = single[:-1] * factor
    pair += single[1:]
    total, length = (pair, 2) if letters > 1 else (single, 1)
    while length + 2 <= letters:
        total = total[:-2] * square
        total += pair[length:]
        length += 2
    if length < letters:
        total = total[:-1] * factor
        total += single[length:]
    return total


def winnow(codes: Codes, bounds: Places, letters: int = LETTERS, window: int = WINDOW) -> tuple[Places, Hashes]:
    """
    Places and hashes of the anchors of ``codes``, ascending by place.

    ``bounds`` are the ascending edges of documents, first and last included; no anchor crosses one.
    """
    parts = [(np.zeros(0, np.int64), np.zeros(0, np.uint32)), *anchors(codes, bounds, letters, window)]
    return np.concatenate([places for places, _ in parts]), np.concatenate([hashes for _, hashes in parts])


def anchors(
    codes: Codes, bounds: Places, letters: int = LETTERS, window: int = WINDOW
) -> Iterator[tuple[Places, Hashes]]:
    """The places and hashes of the anchors of one block after the other."""
    count, margin, inner = len(codes) - letters + 1, window - 1, bounds[1:-1]
    for at in range(0, count, BLOCK):
        low, high = max(0, at - margin), min(count, at + BLOCK + margin)
        hashes = gram_hashes(codes[low : high + letters - 1], letters)
        near = inner[inner.searchsorted(low, "right") : inner.searchsorted(high + letters, "left")] - low
        for back in range(1, letters if len(near) else 1):
            edge = near - back
            hashes[edge[(edge >= 0) & (edge < len(hashes))]] = _NEVER
        part = np.flatnonzero(_is_least(hashes, window)[at - low :][:BLOCK])
        yield part + at, hashes[part + (at - low)]


def _is_least(hashes: Hashes, window: int) -> NDArray[np.bool_]:
    """
    Whether a hash is the least of any window that holds it, windows over the edges included.

    Each window's least is no more than any of its hashes; so a hash is chosen if it is the most of its windows' least.
    """
    padded = np.full(len(hashes) + 2 * window - 2, _NEVER)
    padded[window - 1 : window - 1 + len(hashes)] = hashes
    most = _over_windows(np.maximum, _over_windows(np.minimum, padded, window), window)
    return np.asarray((hashes == most) & (hashes != _NEVER))


def _over_windows(function: np.ufunc, values: Hashes, window: int) -> Hashes:
    """The least (or most) of every ``window`` neighbours, by windows of two, four, eight."""
    length = 1
    while 2 * length <= window:
        values = function(values[:-length], values[length:])
        length *= 2
    rest = window - length
    return function(values[:-rest], values[rest:]) if rest else values
