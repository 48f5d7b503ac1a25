"""
The proof of an index from its files alone: every byte has its checksum, every number fits, every text is the one added.

``deep`` also sketches every text again: what a bisection would find is then what the texts say.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cntextclean.config import RepeatsConfig
from cntextclean.errors import ArchiveError
from cntextclean.index.columns import why_unopened
from cntextclean.index.header import header_of, require_same, settings_of
from cntextclean.index.manifest import FOLDER, NAME, holds_index, read_manifest
from cntextclean.index.model import CheckedFile, Problem, SegmentInfo
from cntextclean.index.segment import Segment
from cntextclean.index.sketch import band_keys, sketch_of
from cntextclean.index.tombstones import changed_columns, check_tombstone, gone_of

BATCH = 64
"""Texts that are sketched again at a time."""


def check_index(folder: Path, *, deep: bool = False) -> Iterator[CheckedFile]:
    """
    Each file of an index with everything that is wrong with it. Raises :class:`ArchiveError` where there is none,
    or where this program would sketch its texts otherwise and the check is to be ``deep``.
    """
    if not holds_index(folder):
        read_manifest(folder)
    try:
        manifest = read_manifest(folder)
    except ArchiveError as problem:
        yield CheckedFile(NAME, (Problem(NAME, problem.problem),))
        return
    yield CheckedFile(NAME)
    settings = settings_of(manifest.header, RepeatsConfig())
    if deep:
        require_same(folder, header_of(settings), manifest.header)
    try:
        gone = gone_of(folder, manifest.segments, manifest.tombstones)
    except (ArchiveError, OSError):  # told below, with the file
        gone = {}
    ids: set[str] = set()
    readable: dict[int, Segment] = {}
    for at, info in enumerate(manifest.segments):
        problems = tuple(_check_segment(folder / FOLDER / info.name, info, settings, ids, gone.get(at), deep=deep))
        if not problems:
            readable[at] = Segment(folder / FOLDER / info.name, info)
        yield CheckedFile(f"{FOLDER}/{info.name}", problems)
    seen: set[tuple[int, int]] = set()
    for one in manifest.tombstones:
        yield CheckedFile(f"{FOLDER}/{one.name}", tuple(check_tombstone(folder, one, readable, seen)))


def _check_segment(
    path: Path,
    info: SegmentInfo,
    settings: RepeatsConfig,
    ids: set[str],
    gone: NDArray[np.int64] | None,
    *,
    deep: bool,
) -> Iterator[Problem]:
    place = f"{FOLDER}/{info.name}"
    try:
        segment = Segment(path, info, gone)
    except (ArchiveError, FileNotFoundError) as error:
        yield Problem(place, why_unopened(error))
        return
    wrong = changed_columns(segment.columns, place)
    yield from wrong
    if wrong:
        return
    try:
        for name, misfit in _misfits(segment, settings):
            yield Problem(f"{place}: {name}", misfit)
        yield from _check_texts(segment, place, ids)
        if deep:
            yield from _check_sketches(segment, place, settings)
    except (ArchiveError, IndexError, ValueError) as error:
        yield Problem(place, str(error))


def _misfits(segment: Segment, settings: RepeatsConfig) -> Iterator[tuple[str, str]]:
    """Columns whose numbers do not fit together."""
    info = segment.info
    bands = settings.bands if info.signatures else 0
    columns = {column.name: column.shape for column in segment.columns.directory.columns}
    lengths = {
        "ids.edges": info.documents + 1, "documents.letters": info.documents + 1,
        "documents.units": info.documents + 1, "documents.digests": info.documents, "digests.heads": info.documents,
        "texts.places": info.documents, "units.spans": info.paragraphs, "units.roles": info.paragraphs,
        "anchors.hashes": info.anchors, "anchors.places": info.anchors, "signatures.rows": info.signatures,
        "signatures.units": info.signatures, "bands.keys": bands, "bands.rows": bands,
    }  # fmt: skip
    for name, length in lengths.items():
        if columns.get(name, (-1,))[0] != length:
            yield name, f"has not {length:,} rows"
            return
    for name in ("ids.edges", "documents.letters", "documents.units", "texts.edges", "anchors.hashes"):
        if _falls(segment.columns.array(name)):
            yield name, "is not ascending"
    if int(segment.letter_edges[-1]) != info.letters or int(segment.unit_edges[-1]) != info.paragraphs:
        yield "documents.letters", "does not end where its texts end"
    if (segment.anchor_places >= max(1, info.letters)).any():
        yield "anchors.places", "names letters beyond the last one"
    for band in range(bands):
        keys, rows = segment.band_keys[band], segment.band_rows[band]
        part = segment.signatures[:, band * settings.rows : (band + 1) * settings.rows]
        if not np.array_equal(np.sort(rows), np.arange(info.signatures)):
            yield "bands.rows", f"does not hold every signature once (band {band})"
        elif not np.array_equal(band_keys(part, 1, settings.rows)[0][rows], keys) or _falls(keys):
            yield "bands.keys", f"are not the keys of the signatures (band {band})"


def _falls(values: NDArray[Any]) -> bool:
    return bool((values[1:] < values[:-1]).any())


def _check_texts(segment: Segment, place: str, ids: set[str]) -> Iterator[Problem]:
    """Every id once in the index and in order, every text the one that was added."""
    last = ""
    living = set(segment.numbers())
    for document in range(len(segment)):
        name = segment.id_of(document)
        if (name in ids and document in living) or (document and name <= last):
            yield Problem(f"{place}: ids.data", f"has the id `{name}` twice, or out of order")
        ids |= {name} if document in living else set()
        last = name
        if segment.has_text(document):
            try:
                segment.text_of(document)
            except ArchiveError as problem:
                yield Problem(f"{place}: texts.data", problem.problem)


def _check_sketches(segment: Segment, place: str, settings: RepeatsConfig) -> Iterator[Problem]:
    """Whether letters, units, signatures and anchors are those of the texts."""
    anchors: list[NDArray[np.uint64]] = []
    row = 0
    documents = [number for number in range(len(segment)) if segment.has_text(number)]
    for at in range(0, len(documents), BATCH):
        chosen = documents[at : at + BATCH]
        sketch = sketch_of([segment.entry(number) for number in chosen], settings)
        first = int(segment.letter_edges[chosen[0]])
        if not np.array_equal(sketch.rows, segment.signatures[row : row + len(sketch.rows)]):
            yield Problem(f"{place}: signatures.rows", f"are not those of `{segment.id_of(chosen[0])}` and the next")
        if not np.array_equal(sketch.letter_edges + first, segment.letter_edges[chosen[0] : chosen[-1] + 2]):
            yield Problem(f"{place}: documents.letters", f"do not fit `{segment.id_of(chosen[0])}` and the next")
        row += len(sketch.rows)
        anchors.append((sketch.hashes.astype(np.uint64) << np.uint64(32)) | (sketch.places + first).astype(np.uint64))
    whole = np.sort(np.concatenate([np.zeros(0, np.uint64), *anchors]))
    stored = (segment.anchor_hashes.astype(np.uint64) << np.uint64(32)) | segment.anchor_places
    if not np.array_equal(whole, stored):
        yield Problem(f"{place}: anchors.hashes", "are not those of the texts")
