"""
What an open segment holds in memory, and how it is written: the columns of a segment.

====================  =========  ====================================================================
column                row        what
====================  =========  ====================================================================
``texts.data``        byte       blocks of texts, each compressed with zlib
``texts.edges``       u8         edges of the blocks in ``texts.data``
``texts.places``      3 × u4     of each text its block (``NO_TEXT``: none), offset and length in bytes in it
``ids.data``          byte       ids as UTF-8, ascending; ``ids.edges``: their edges
``documents.digests`` 32 × u1    SHA-256 of each text
``digests.heads``     u8         their first eight bytes, ascending; ``digests.documents``: whose they are
``documents.letters`` u8         edges of the texts in folded letters; ``documents.units``: in units
``units.spans``       2 × u4     start and end of each unit in its text; ``units.roles``: its role
``anchors.hashes``    u4         hashes of anchors, ascending; ``anchors.places``: the letter where each stands
``signatures.units``  u4         the unit of each signature; ``signatures.rows``: its values
``bands.keys``        n × u4     for each band the keys of all signatures, ascending; ``bands.rows``: whose they are
====================  =========  ====================================================================

    >>> Held().size(128)
    0
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cntextclean.config import RepeatsConfig
from cntextclean.index.columns import ColumnWriter
from cntextclean.index.model import Entry
from cntextclean.index.sketch import NO_ROLE, Numbers, Sketch, band_keys

NO_TEXT = 0xFFFFFFFF
"""The block of a document that came with its signature only."""
PER_LETTER, PER_SIGNATURE, PER_DOCUMENT = 4, 12, 160
"""Bytes that are held: a letter's anchors, a signature beside its own values, a document."""
PIECE = 1 << 18
"""Values that are converted at a time."""


@dataclass
class Held:
    """What an open segment holds in memory, as parts in the order of its texts."""

    ids: list[bytes] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    text_places: list[tuple[int, int, int]] = field(default_factory=list)
    letters: list[NDArray[np.int64]] = field(default_factory=list)
    units: list[NDArray[np.int64]] = field(default_factory=list)
    spans: list[NDArray[np.uint32]] = field(default_factory=list)
    roles: list[NDArray[np.uint8]] = field(default_factory=list)
    rows: list[NDArray[np.uint32]] = field(default_factory=list)
    signed: list[NDArray[np.uint32]] = field(default_factory=list)
    anchors: list[NDArray[np.uint64]] = field(default_factory=list)
    blocks: list[int] = field(default_factory=lambda: [0])
    letter_count: int = 0
    unit_count: int = 0
    signature_count: int = 0

    def take(self, batch: Sequence[Entry], sketch: Sketch) -> None:
        """Take in texts with their sketch; their places in blocks are the builder's."""
        self.ids += [entry.id.encode("utf-8", "surrogatepass") for entry in batch]
        self.digests += [entry.digest for entry in batch]
        self.letters.append(sketch.letter_edges[1:] + self.letter_count)
        self.units.append(sketch.unit_edges[1:] + self.unit_count)
        self.spans.append(sketch.spans.astype(np.uint32))
        self.roles.append(sketch.roles)
        self.rows.append(sketch.rows)
        self.signed.append((sketch.signed + self.unit_count).astype(np.uint32))
        places = (sketch.places + self.letter_count).astype(np.uint64)
        self.anchors.append((sketch.hashes.astype(np.uint64) << np.uint64(32)) | places)
        self.letter_count += len(sketch.codes)
        self.unit_count += len(sketch.spans)
        self.signature_count += len(sketch.rows)

    def take_signatures(self, keys: Sequence[str], rows: Numbers) -> None:
        """Take in signatures without texts, by the keys they came with."""
        count = len(keys)
        self.ids += [key.encode("utf-8", "surrogatepass") for key in keys]
        self.digests += [bytes(32)] * count
        self.text_places += [(NO_TEXT, 0, 0)] * count
        self.letters.append(np.zeros(count, np.int64))
        self.units.append(np.arange(1, count + 1))
        self.spans.append(np.zeros((count, 2), np.uint32))
        self.roles.append(np.full(count, NO_ROLE, np.uint8))
        self.rows.append(rows)
        self.signed.append(np.arange(count, dtype=np.uint32))
        self.unit_count, self.signature_count = count, count

    def size(self, permutations: int) -> int:
        """Bytes that are held."""
        signature = 4 * permutations + PER_SIGNATURE
        return self.letter_count * PER_LETTER + self.signature_count * signature + len(self.ids) * PER_DOCUMENT


def write_held(columns: ColumnWriter, held: Held, settings: RepeatsConfig, known: int) -> dict[str, int]:
    """
    All columns of a segment but ``texts.data``, each freed when it is written; the numbers that describe them.

    ``known``: how many values of a signature are known.
    """
    facts = {
        "documents": len(held.ids), "paragraphs": held.unit_count, "signatures": held.signature_count,
        "letters": held.letter_count, "known": known, "anchors": sum(map(len, held.anchors)),
    }  # fmt: skip
    columns.put("texts.edges", np.array(held.blocks, dtype="<u8"))
    columns.put("texts.places", np.array(held.text_places, dtype="<u4").reshape(-1, 3))
    columns.put_pieces("ids.data", "<u1", (), held.ids)
    columns.put("ids.edges", np.cumsum([0, *map(len, held.ids)]).astype("<u8"))
    _write_digests(columns, held.digests)
    columns.put_pieces("documents.letters", "<u8", (), _edges(held.letters))
    columns.put_pieces("documents.units", "<u8", (), _edges(held.units))
    columns.put_pieces("units.spans", "<u4", (2,), held.spans)
    columns.put_pieces("units.roles", "<u1", (), held.roles)
    _write_anchors(columns, held.anchors)
    columns.put_pieces("signatures.units", "<u4", (), held.signed)
    _write_signatures(columns, held.rows, settings)
    return facts


def _edges(parts: Sequence[NDArray[np.int64]]) -> Iterator[NDArray[np.uint64]]:
    yield np.zeros(1, np.uint64)
    for part in parts:
        yield part.astype("<u8")


def _write_digests(columns: ColumnWriter, digests: Sequence[bytes]) -> None:
    columns.put_pieces("documents.digests", "<u1", (32,), digests)
    heads = np.frombuffer(b"".join(digest[:8] for digest in digests), dtype="<u8")
    order = np.argsort(heads, kind="stable")
    columns.put("digests.heads", heads[order])
    columns.put("digests.documents", order.astype("<u4"))


def _write_anchors(columns: ColumnWriter, parts: list[NDArray[np.uint64]]) -> None:
    """Anchors by hash, then by place. ``parts`` is emptied."""
    keys = np.empty(sum(map(len, parts)), dtype=np.uint64)
    _drain(parts, keys)
    keys.sort()
    pieces = range(0, len(keys), PIECE)
    upper = ((keys[at : at + PIECE] >> np.uint64(32)).astype("<u4") for at in pieces)
    columns.put_pieces("anchors.hashes", "<u4", (), upper)
    lower = ((keys[at : at + PIECE] & np.uint64(0xFFFFFFFF)).astype("<u4") for at in pieces)
    columns.put_pieces("anchors.places", "<u4", (), lower)


def _write_signatures(columns: ColumnWriter, parts: list[Numbers], settings: RepeatsConfig) -> None:
    """Signatures, and for each band its keys in order with the rows that have them. ``parts`` is emptied."""
    rows = np.empty((sum(map(len, parts)), settings.permutations), dtype="<u4")
    _drain(parts, rows)
    columns.put("signatures.rows", rows)
    width = settings.rows
    bands = [slice(at * width, (at + 1) * width) for at in range(settings.bands)]
    keys = (np.sort(band_keys(rows[:, band], 1, width)[0]) for band in bands)
    columns.put_pieces("bands.keys", "<u4", (len(rows),), keys)
    order = (np.argsort(band_keys(rows[:, band], 1, width)[0], kind="stable").astype("<u4") for band in bands)
    columns.put_pieces("bands.rows", "<u4", (len(rows),), order)


def _drain(parts: list[NDArray[Any]], whole: NDArray[Any]) -> None:
    """Copy parts into one array, freeing each, so that they are never in memory twice."""
    at = len(whole)
    while parts:
        part = parts.pop()
        whole[at - len(part) : at] = part
        at -= len(part)
