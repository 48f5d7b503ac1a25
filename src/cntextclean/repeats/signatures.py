"""
MinHash signatures of letter shingles in numpy, bit for bit those of datasketch 2.

A shingle of ``k`` letters is hashed as a polynomial of its code points mod 2³²; the permutations are datasketch's
``affine32`` scheme of the same seed (Broder 1997 for MinHash; datasketch 2.0 for the scheme). Rows wrap as
``LeanMinHash`` and go into ``MinHashLSH``; a plain ``MinHash`` fed with :func:`shingle_hash` finds them.

It is safe because signatures only propose pairs; every pair is aligned letter by letter before anything is said of it.

    >>> from datasketch import MinHash
    >>> from cntextclean.repeats.fold import fold
    >>> codes = fold("推动区域市场高效畅通").codes
    >>> one = MinHash(num_perm=128, seed=1, scheme="affine32", hashfunc=shingle_hash)
    >>> one.update_batch(["".join(map(chr, codes[at : at + 3])) for at in range(len(codes) - 2)])
    >>> bool((signatures(codes, np.array([0, len(codes)]))[0] == one.hashvalues).all())
    True
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.stretches import differ, distinct

Signatures = NDArray[np.uint32]

FACTOR = 0x9E3779B1
"""Odd, so that no letter is lost in the product."""
EMPTY = np.uint32(0xFFFFFFFF)
"""The signature of a text without a shingle is all this value; such texts are never candidates."""
BATCH = 3 << 14
"""
Letters worked on at a time: the products of one permutation (192 KB) are written to one place again and again, which
stays in the processor's cache. Twice the speed of a fresh place each time.
"""

KEYS = 1 << 14
"""Keys of bands sorted at a time, or those of one band."""


def shingle_hash(shingle: str) -> int:
    """The hash of one shingle, for ``datasketch.MinHash(hashfunc=...)``."""
    total = 0
    for letter in shingle:
        total = (total * FACTOR + ord(letter)) & 0xFFFFFFFF
    return total


def shingle_hashes(codes: Codes, letters: int) -> Signatures:
    """The hashes of all shingles of a run of folded letters."""
    count = max(0, len(codes) - letters + 1)
    total = np.zeros(count, np.uint32)
    for at in range(letters):
        total *= np.uint32(FACTOR)
        total += codes[at : at + count]
    return total


@cache
def permutations(number: int, seed: int) -> tuple[Signatures, Signatures]:
    """The factors and offsets of datasketch's ``affine32`` scheme."""
    draw = np.random.RandomState(seed)
    factors = draw.randint(0, 1 << 31, number, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, draw.randint(0, 1 << 32, number, dtype=np.uint32)


def signatures(codes: Codes, edges: Places, *, letters: int = 3, number: int = 128, seed: int = 1) -> Signatures:
    """
    One signature a text, rows in the order of the texts; text ``i`` is ``codes[edges[i]:edges[i + 1]]``.

    Time is linear in letters times ``number``; memory beyond the result is a few megabytes.
    """
    factors, offsets = (column[:, None] for column in permutations(number, seed))
    result = np.full((len(edges) - 1, len(factors)), EMPTY, dtype=np.uint32)
    buffer = np.empty(min(BATCH, max(1, len(codes))), np.uint32)
    first = 0
    while first < len(result):
        last = max(first + 1, int(np.searchsorted(edges, edges[first] + BATCH, "right")) - 1)
        _sign(codes, edges[first : last + 1], result[first:last], buffer, (letters, factors, offsets))
        first = last
    return result


def _sign(
    codes: Codes, edges: Places, rows: Signatures, buffer: Signatures, scheme: tuple[int, Signatures, Signatures]
) -> None:
    """
    Fill ``rows`` with the least permuted hash of each text, as many permutations at a time as ``buffer`` holds.

    A shingle that crosses the end of its text gives way to the last one inside, so nothing need be moved together.
    """
    letters, factors, offsets = scheme
    full = np.flatnonzero(edges[1:] - edges[:-1] >= letters)
    if not len(full):
        return
    hashes = np.zeros(int(edges[-1] - edges[0]), np.uint32)
    inside = shingle_hashes(codes[edges[0] : edges[-1]], letters)
    hashes[: len(inside)] = inside
    ends = edges[1:][full] - edges[0]
    for back in range(1, letters):
        hashes[ends - back] = hashes[ends - letters]
    hashes = _mixed(hashes)
    some = edges[1:] > edges[:-1]
    starts, place = (edges[:-1] - edges[0])[some], np.cumsum(some)[full] - 1
    step = max(1, len(buffer) // len(hashes))
    held = buffer if len(hashes) <= len(buffer) else np.empty(len(hashes), np.uint32)
    # The products of several permutations as one row: a row of its own costs each text a tenth of a microsecond.
    tiled = (starts + len(hashes) * np.arange(min(step, len(factors)))[:, None]).ravel()
    least = np.empty((len(factors), len(starts)), np.uint32)
    for at in range(0, len(factors), step):
        part = least[at : at + step]
        product = held[: len(part) * len(hashes)].reshape(len(part), -1)
        np.multiply(hashes, factors[at : at + step], out=product)
        product += offsets[at : at + step]
        np.minimum.reduceat(product.ravel(), tiled[: part.size], out=part.ravel())
    rows[full] = least[:, place].T


def _mixed(hashes: Signatures) -> Signatures:
    """The finaliser of MurmurHash3 (Appleby, public domain), which datasketch applies before it permutes."""
    mixed = hashes ^ (hashes >> np.uint32(16))
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    mixed *= np.uint32(0xC2B2AE35)
    mixed ^= mixed >> np.uint32(16)
    return mixed


def digests(rows: Signatures, bands: int, band_rows: int) -> tuple[NDArray[np.uint8], NDArray[np.uint16]]:
    """
    What is held of signatures, 212 bytes of 512: the lowest byte of each value, and 16 bits of the hash of each band
    (axes band, text).
    """
    parts = rows[:, : bands * band_rows].reshape(len(rows), bands, band_rows)
    key = np.zeros((len(rows), bands), np.uint64)
    for column in range(band_rows):
        key ^= parts[:, :, column]
        key *= np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(29)
    return rows.astype(np.uint8), (key >> np.uint64(48)).astype(np.uint16).T


def band_pairs(lowest: NDArray[np.uint8], checks: NDArray[np.uint16], band_rows: int) -> tuple[Places, Places]:
    """
    Pairs of texts (earlier, later) that agree in a whole band of their signatures, each pair once; of a band of three
    rows 40 bits are compared.

    A text is paired with the one before it in its bucket and with the first: never all pairs, so a bucket of forty
    thousand costs forty thousand pairs. An article has all bands in one go: 0.4 ms instead of 3.
    """
    known = np.flatnonzero(lowest.min(axis=1, initial=255) < 255)
    step = max(1, KEYS // max(1, len(known)))
    found = [np.zeros(0, np.int64)]
    for at in range(0, len(checks), step):
        keys = checks[at : at + step, known].astype(np.uint64)
        part = lowest[known, at * band_rows : (at + len(keys)) * band_rows]
        for column in range(band_rows):
            keys <<= np.uint64(8)
            keys |= part[:, column::band_rows].T
        found.append(distinct(_band_pairs(known, keys)))
        if 2 * sum(map(len, found[1:])) > len(found[0]):  # copies agree in most bands
            found = [_merged(found)]
    packed = _merged(found)
    return packed >> 32, packed & 0xFFFFFFFF


def _band_pairs(known: Places, keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Packed pairs in some bands, of which there are keys (axes band, text)."""
    # The number of its text goes behind each key: one sort of plain numbers, at five times the speed.
    bits = np.uint64(max(1, len(known)).bit_length())
    ordered = keys << bits
    ordered |= np.arange(len(known), dtype=np.uint64)
    ordered.sort(axis=1)
    mask = (np.uint64(1) << bits) - np.uint64(1)
    band, at = ((ordered[:, 1:] ^ ordered[:, :-1]) <= mask).nonzero()
    place = band * len(known) + at
    # Two neighbours of one bucket follow each other; no bucket goes on in the next band, where one place lies between.
    opens = np.ones(len(place), dtype=bool)
    opens[1:] = place[1:] - place[:-1] != 1
    first = place[np.maximum.accumulate(np.where(opens, np.arange(len(place)), 0))]
    flat = ordered.ravel()
    before, later, first = (known[(flat[row] & mask).astype(np.int64)] for row in (place, place + 1, first))
    return np.concatenate([_pack(before, later), _pack(first, later)])


def _merged(parts: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """The different values of all parts, ascending."""
    values = np.concatenate(parts)
    parts.clear()
    values.sort()
    return values[differ(values)]


def _pack(left: Places, right: Places) -> NDArray[np.int64]:
    return (np.minimum(left, right).astype(np.int64) << 32) | np.maximum(left, right)
