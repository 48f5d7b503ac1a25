"""
Which documents of a segment may share text with a question: by anchors at any boundary, by bands of signatures.

Each anchor and each band is found by bisection, and the first ``LINKS`` places that have it are looked at: a bucket of
forty thousand copies costs no more than one of 32. An anchor alone says nothing; two on one diagonal do.

It is safe because candidates are only looked at: what is said of them comes from their texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cntextclean.config import RepeatsConfig
from cntextclean.index.segment import Segment
from cntextclean.index.sketch import Numbers, Sketch, band_keys
from cntextclean.repeats.fold import Places

LINKS = 32
"""Places that one anchor, or one band, is followed to in a segment."""
COMPANY = 2
"""Anchors on one diagonal that make a candidate: a run of 20 letters has three or more, chance hardly two."""
DIAGONAL = 64
"""Letters by which anchors may lie off their diagonal."""
MARGIN = 0.15
"""
By how much the estimate of a signature may fall short of the similarity asked for: 3.4 standard deviations of 128
values at 0.5, so that 3 pairs in 10,000 are lost by it; 0.1 would lose 12 in 1,000.
"""
DENSITY = 0.4
"""Anchors a letter, to weigh likeness of paragraphs against anchors."""

Found = tuple[NDArray[np.int64], NDArray[np.int64]]
Living = Callable[[NDArray[np.int64]], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document of a segment, and how much speaks for it (about the anchors that it shares)."""

    score: float
    document: int


def candidates(segment: Segment, sketch: Sketch, settings: RepeatsConfig) -> list[Candidate]:
    """The documents that may share text with the one that ``sketch`` is of, in the order of their numbers."""
    documents, scores = _by_anchors(segment, sketch)
    asked, rows = alike_signatures(segment, sketch.rows, settings, settings.jaccard - MARGIN)
    like = _likeness(sketch.rows[asked], segment.signatures[rows], segment.info.known)
    letters = np.diff(sketch.unit_letters)[sketch.signed[asked]]
    owners = segment.documents_of(segment.signed_units[rows])
    everyone = np.concatenate([documents, owners])
    if not len(everyone):
        return []
    weight = np.concatenate([scores, DENSITY * letters * like])
    names, place = np.unique(everyone, return_inverse=True)
    best = np.zeros(len(names))
    np.maximum.at(best, place, weight)
    return [Candidate(round(score, 3), name) for name, score in zip(names.tolist(), best.tolist(), strict=True)]


def _by_anchors(segment: Segment, sketch: Sketch) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Documents that have anchors of the question on one diagonal, and how many different ones."""
    living = (lambda at: segment.living(_owners(segment, segment.anchor_places[at]))) if len(segment.gone) else None
    which, at = _expanded(segment.anchor_hashes, sketch.hashes, LINKS, living)
    places = segment.anchor_places[at].astype(np.int64)
    documents = _owners(segment, places)
    diagonal = places - sketch.places[which]
    kept = np.zeros(len(which), dtype=bool)
    for shift in (0, 1):
        cell = documents * np.int64(1 << 33) + ((diagonal + (DIAGONAL // 2) * shift) // DIAGONAL)
        _, inverse, count = np.unique(cell, return_inverse=True, return_counts=True)
        kept |= count[inverse] >= COMPANY
    pairs = np.unique(documents[kept] * np.int64(1 << 32) + which[kept])
    names, scores = np.unique(pairs >> 32, return_counts=True)
    return names, scores.astype(np.float64)


def _owners(segment: Segment, places: NDArray[Any]) -> NDArray[np.int64]:
    """The documents that hold letters."""
    return np.searchsorted(segment.letter_edges, places.astype("<u8"), "right").astype(np.int64) - 1


def alike_signatures(
    segment: Segment, rows: Numbers, settings: RepeatsConfig, least: float, links: int | None = LINKS
) -> Found:
    """
    Pairs of a signature asked for and one of the segment that agree in a whole band, and in ``least`` of their values.

    Each pair comes once, in order. Without ``links`` whole buckets are returned.
    """
    width = settings.rows
    found = [np.zeros(0, np.int64)]
    for band in range(len(segment.band_keys)):
        keys = band_keys(rows[:, band * width : (band + 1) * width], 1, width)[0]
        living = _living_rows(segment, segment.band_rows[band]) if len(segment.gone) else None
        which, at = _expanded(segment.band_keys[band], keys, links, living)
        found.append((which << 32) | segment.band_rows[band][at].astype(np.int64))
    pairs = np.unique(np.concatenate(found))
    asked, theirs = pairs >> 32, pairs & 0xFFFFFFFF
    agree = rows[asked] == segment.signatures[theirs]
    in_bands = agree[:, : settings.bands * width].reshape(len(pairs), settings.bands, width).all(axis=2).any(axis=1)
    near = agree[:, : segment.info.known].mean(axis=1) >= least if least > 0 else np.ones(len(pairs), dtype=bool)
    return asked[in_bands & near], theirs[in_bands & near]


def _living_rows(segment: Segment, rows: Numbers) -> Living:
    """Tells of places in ``rows`` whether the documents of these signatures are still there."""
    return lambda at: segment.living(segment.documents_of(segment.signed_units[rows[at]]))


def _likeness(one: Numbers, two: Numbers, known: int) -> NDArray[np.float64]:
    """The Jaccard similarity that pairs of signatures estimate."""
    agree: NDArray[np.float64] = (one == two)[:, :known].mean(axis=1) if len(one) else np.zeros(0)
    return agree


def likeness(one: Numbers, two: Numbers, known: int) -> list[float]:
    """The Jaccard similarity (0 to 1) that pairs of signatures estimate by their first ``known`` values."""
    return [round(value, 4) for value in _likeness(one, two, known).tolist()]


def _expanded(keys: Numbers, wanted: Numbers, links: int | None, living: Living | None = None) -> tuple[Places, Places]:
    """
    For each value wanted the places (``links`` at most) in ascending ``keys`` that have it: (which, where); only those
    of which ``living`` says so.
    """
    low = np.searchsorted(keys, wanted, "left")
    count = np.searchsorted(keys, wanted, "right") - low
    first = count if links is None else np.minimum(count, links)
    which, at = _laid_out(low, first)
    if living is None:
        return which, at
    longer = np.flatnonzero(count > first)
    stays = living(at) & ~np.isin(which, longer)
    parts = [(which[stays], at[stays])]
    for key in longer.tolist():  # what is gone must not stand in the place of what is there
        found = np.arange(low[key], low[key] + count[key])
        found = found[living(found)][:links]
        parts.append((np.full(len(found), key), found))
    which, at = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(which, kind="stable")
    return which[order], at[order]


def _laid_out(low: Places, count: Places) -> tuple[Places, Places]:
    """Runs of ``count`` places from ``low`` on, one after the other: (the number of the run, the place)."""
    which = np.repeat(np.arange(len(low)), count)
    step = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
    return which, low[which] + step
