"""
Paragraphs that MinHash finds alike, aligned.

The second way to a match, beside anchors: paragraphs whose signatures agree in a band (42 bands of 3 of 128 rows: a
pair of Jaccard 0.5 is found with probability 0.996) and by estimate. It finds short noisy paragraphs in which no six
letters in a row survive.

It is safe because what it proposes is aligned like any other match, and judged by the same rules.

    >>> from cntextclean.repeats.stream import stream_of
    >>> one, two = "面对外部环境的不确定性推动区域市场高效畅通", "面对外部坏境的不确定性推动区域巿场高效畅通"
    >>> [match.errors for match in alike_paragraphs(stream_of([[one], [two]]), Matches.of([]), RepeatsConfig())]
    [2]
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cntextclean.config import RepeatsConfig
from cntextclean.repeats.align import aligned_runs
from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.matches import Match, Matches
from cntextclean.repeats.shingles import common_shingles, shared_shingles
from cntextclean.repeats.signatures import Signatures, band_pairs, digests, signatures
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import are_in, differ, distinct, searched

LEAST = 20
"""Letters of a paragraph that is sketched."""
MOST = 600
"""Letters up to which two paragraphs are aligned whole; longer ones always share anchors."""
SMALL = 1 << 15
"""Letters of a stream up to which it is first asked which units share shingles at all; in a corpus nearly all do."""
BATCH = 128
"""Pairs compared at a time."""
MATCHES = 1 << 12
"""Matches looked at together."""
LETTERS = 1 << 15
"""Letters of units signed at a time."""
_LOWER = 0xFFFFFFFF
MARGIN = 0.1
"""By how much the estimate of a signature may fall short of the Jaccard similarity asked for."""


def alike_paragraphs(stream: Stream, known: Matches, settings: RepeatsConfig) -> list[Match]:
    """Matches of whole units that no known match joins, in the order of their places."""
    length = np.diff(stream.unit_edges)
    units = np.flatnonzero((length >= LEAST) & (length <= MOST))
    units = _sharing(stream, units, known, settings)
    if len(units) < 2:
        return []
    found: list[Match] = []
    for one, two in zip(*(side.tolist() for side in _candidates(stream, units, known, settings)), strict=True):
        match = _aligned(stream, one, two, settings)
        found += [match] if match else []
    return found


def _candidates(stream: Stream, units: Places, known: Matches, settings: RepeatsConfig) -> tuple[Places, Places]:
    """
    Pairs of units that no match joins, whose signatures agree in a band and as a whole. Of signatures a digest is held,
    and only those of units that agree in enough bytes are worked out again.
    """
    lowest = np.empty((len(units), settings.permutations), np.uint8)
    checks = np.empty((settings.bands, len(units)), np.uint16)
    for start, end, rows in _signed(stream, units, settings):
        lowest[start:end], checks[:, start:end] = digests(rows, settings.bands, settings.rows)
    left, right = band_pairs(lowest, checks, settings.rows)
    del checks
    least = settings.jaccard - MARGIN
    near = _agreeing(lowest, left, right, least)
    del lowest
    left, right = left[near], right[near]
    apart = ~are_in(distinct(_joined_units(stream, known)), units[left] << 32 | units[right])
    left, right = left[apart], right[apart]
    asked = distinct(np.concatenate([left, right]))
    signed = np.empty((len(asked), settings.permutations), np.uint32)
    for start, end, rows in _signed(stream, units[asked], settings):
        signed[start:end] = rows
    near = _agreeing(signed, asked.searchsorted(left), asked.searchsorted(right), least)
    return units[left[near]], units[right[near]]


def _agreeing(rows: Signatures | NDArray[np.uint8], left: Places, right: Places, least: float) -> NDArray[np.bool_]:
    """Which pairs of rows agree in enough places."""
    near = np.zeros(len(left), dtype=bool)
    for at in range(0, len(left), BATCH):
        some = slice(at, at + BATCH)
        near[some] = (rows[left[some]] == rows[right[some]]).mean(axis=1) >= least
    return near


def _signed(stream: Stream, units: Places, settings: RepeatsConfig) -> Iterator[tuple[int, int, Signatures]]:
    """The signatures of units, a batch at a time: the first of a batch, the one behind its last, and theirs."""
    ends = np.cumsum(stream.unit_edges[units + 1] - stream.unit_edges[units])
    start = 0
    while start < len(units):
        end = max(start + 1, int(ends.searchsorted((ends[start - 1] if start else 0) + LETTERS, "right")))
        codes, edges = _gathered(stream, units[start:end])
        rows = signatures(codes, edges, letters=settings.shingle, number=settings.permutations, seed=settings.seed)
        yield start, end, rows
        start = end


def _sharing(stream: Stream, units: Places, known: Matches, settings: RepeatsConfig) -> Places:
    """
    Units of a page that share enough shingles with another, which no match joins to them, to be like it.

    Half of the Jaccard similarity that a signature is asked for leaves out no pair but by a chance in 10⁸; in most
    prose it leaves no unit, and nothing need be signed.
    """
    edges = stream.unit_edges
    if len(units) < 2 or len(stream.codes) > SMALL:
        return units
    half = (settings.jaccard - MARGIN) / 2
    shingles = edges[units + 1] - edges[units] - settings.shingle + 1
    keys = shared_shingles(stream.codes, edges, settings.shingle)
    enough = np.bincount(keys & _LOWER, minlength=len(edges))[units] >= half * shingles
    units = units[enough]
    if len(units) < 2:
        return units
    again = np.bincount(keys[~differ(keys)] & _LOWER, minlength=len(edges))
    different = shingles[enough] - again[units]
    row = np.full(len(edges), -1)
    row[units] = np.arange(len(units))
    common = common_shingles(keys, row, len(units))
    if common is None:
        return units
    near = common >= np.maximum(1, half * (different[:, None] + different - common))
    joined = _joined_units(stream, known)
    one, two = row[joined >> 32], row[joined & _LOWER]
    both = (one >= 0) & (two >= 0)
    near[one[both], two[both]] = near[two[both], one[both]] = False
    found: Places = units[near.any(axis=0)]
    return found


def _gathered(stream: Stream, units: Places) -> tuple[Codes, Places]:
    """The letters of some units, one after the other, and their edges; neighbours need not be moved together."""
    first, last = int(units[0]), int(units[-1])
    if last - first == len(units) - 1:
        edges = stream.unit_edges[first : last + 2]
        return stream.codes[edges[0] : edges[-1]], edges - edges[0]
    length = stream.unit_edges[units + 1] - stream.unit_edges[units]
    edges = np.concatenate([[0], np.cumsum(length)])
    return stream.codes[np.arange(edges[-1]) + np.repeat(stream.unit_edges[units] - edges[:-1], length)], edges


def _joined_units(stream: Stream, known: Matches) -> Places:
    """Pairs of units that a match joins, the n-th of its left side with the n-th of its right, the last two, packed."""
    edges, found = stream.unit_edges, [np.zeros(0, np.int64)]
    for at in range(0, len(known), MATCHES):
        some = slice(at, at + MATCHES)
        (first, last), (second, final) = (
            (searched(edges, start[some], "right") - 1, searched(edges, end[some] - 1, "right") - 1)
            for start, end in (known.left, known.right)
        )
        many = np.minimum(last - first, final - second) + 1
        which = np.repeat(np.arange(len(many)), many)
        step = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
        found += [(first[which] + step) << 32 | (second[which] + step), last << 32 | final]
    return np.concatenate(found)


def _aligned(stream: Stream, one: int, two: int, settings: RepeatsConfig) -> Match | None:
    """Two units aligned, if they agree in enough of the longer or of the shorter one."""
    a, b = int(stream.unit_edges[one]), int(stream.unit_edges[one + 1])
    c, d = int(stream.unit_edges[two]), int(stream.unit_edges[two + 1])
    runs = aligned_runs(stream.letters[a:b], stream.letters[c:d])
    agreeing = sum(length for _, _, length in runs)
    if agreeing < settings.containment * min(b - a, d - c):
        return None
    return Match(tuple((a + i, c + j, length) for i, j, length in runs))
