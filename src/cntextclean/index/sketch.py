"""
Texts to the numbers by which an archive finds them: anchors at any boundary, signatures of paragraphs.

The same functions sketch what is added and what is asked, so both always fit. It is safe because a sketch only proposes
candidates: what is said of them comes from the texts.

    >>> from cntextclean.config import RepeatsConfig
    >>> text = "面对外部环境的不确定性，长三角以自身工作的确定性来应对。\\n短。"
    >>> sketch = sketch_of([Entry("a", text)], RepeatsConfig())
    >>> sketch.letter_edges.tolist(), sketch.spans.tolist(), sketch.signed.tolist(), len(sketch.hashes)
    ([0, 27], [[0, 28], [29, 31]], [0], 11)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cntextclean.config import RepeatsConfig
from cntextclean.index.model import Entry
from cntextclean.model import ROLES, Span
from cntextclean.repeats.anchors import Hashes, winnow
from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.paragraphs import LEAST
from cntextclean.repeats.signatures import EMPTY, Signatures, signatures
from cntextclean.repeats.stream import stream_of
from cntextclean.repeats.units import paragraph_spans

NO_ROLE = 255
"""The role of a unit that was found by its lines, not told."""
Numbers = NDArray[np.uint32]
Small = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Sketch:
    """
    Letters and units of texts as edges (``letter_edges``: of texts in letters, ``unit_edges``: of texts in units,
    ``unit_letters``: of units in letters); ``spans`` and ``roles`` of units; the numbers of the units that are
    ``signed`` and their ``rows``; ``places`` (letters) and ``hashes`` of anchors.
    """

    codes: Codes
    letter_edges: Places
    unit_edges: Places
    unit_letters: Places
    spans: NDArray[np.int64]
    roles: Small
    signed: Places
    rows: Signatures
    places: Places
    hashes: Hashes


def units_of(entry: Entry) -> tuple[list[Span], list[int]]:
    """The spans of the units of a text, and their roles as numbers."""
    if entry.units:
        return [span for span, _ in entry.units], [ROLES.index(role) for _, role in entry.units]
    spans = paragraph_spans(entry.text)
    return spans, [NO_ROLE] * len(spans)


def sketch_of(entries: Sequence[Entry], settings: RepeatsConfig) -> Sketch:
    """The sketch of texts. Paragraphs of fewer than 20 letters, or without a shingle, get no signature."""
    spans: list[Span] = []
    roles: list[int] = []
    counts: list[int] = []
    texts: list[list[str]] = []
    for entry in entries:
        own, kinds = units_of(entry)
        texts.append([entry.text[start:end] for start, end in own])
        spans += own
        roles += kinds
        counts.append(len(own))
    stream = stream_of(texts)
    rows = signatures(
        stream.codes, stream.unit_edges, letters=settings.shingle, number=settings.permutations, seed=settings.seed
    )
    signed = np.flatnonzero((np.diff(stream.unit_edges) >= LEAST) & ~(rows == EMPTY).all(axis=1))
    places, hashes = winnow(stream.codes, stream.document_edges)
    return Sketch(
        stream.codes, stream.document_edges, np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        stream.unit_edges, np.array(spans, dtype=np.int64).reshape(-1, 2), np.array(roles, dtype=np.uint8), signed,
        rows[signed], places, hashes,
    )  # fmt: skip


def band_keys(rows: Signatures, bands: int, band_rows: int) -> Numbers:
    """
    A 32-bit key of each band of each signature, with the axes band and signature.

    Equal bands have equal keys; of others a few may, which the signatures themselves tell.
    """
    parts = rows[:, : bands * band_rows].reshape(len(rows), bands, band_rows)
    key = np.zeros((bands, len(rows)), np.uint64)
    for column in range(band_rows):
        key = (key ^ parts[:, :, column].T) * np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(29)
    return (key >> np.uint64(32)).astype(np.uint32)
