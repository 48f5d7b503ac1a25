"""
A segment, read: its documents, their texts, and where anchors and bands stand.

All of it is mapped; a question touches the pages that its bisections need. It is safe because a text that is handed out
has the digest that was recorded for it, and because what does not fit together is an error that names the file.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cntextclean.index.columns import Columns, damaged, open_columns
from cntextclean.index.held import NO_TEXT
from cntextclean.index.model import Entry, SegmentInfo
from cntextclean.index.sketch import NO_ROLE, Numbers
from cntextclean.model import ROLES, Role, Span

KEPT_BLOCKS = 16
"""Blocks of texts that are kept unpacked: at most some megabytes, but for single texts that are larger."""


class Segment:
    """
    One file of an index; ``gone`` are the numbers of the documents that were taken out, ascending: they keep their
    numbers, and are not found. Raises :class:`~cntextclean.errors.ArchiveError` for what is not as it was written.
    """

    def __init__(self, path: Path, info: SegmentInfo, gone: NDArray[np.int64] | None = None) -> None:
        self.path, self.info = path, info
        self.gone = gone if gone is not None else np.zeros(0, np.int64)
        self.columns: Columns = open_columns(path, info.sha256, info.bytes)
        self._block = lru_cache(KEPT_BLOCKS)(self._unpack)

    def __len__(self) -> int:
        return self.info.documents

    def living(self, documents: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Of each document whether it is still there."""
        if not len(self.gone):
            return np.ones(len(documents), dtype=bool)
        at = np.searchsorted(self.gone, documents)
        return np.asarray(self.gone.take(at, mode="clip") != documents, dtype=bool)

    def numbers(self) -> list[int]:
        """The numbers of the documents that are still there."""
        everyone = np.arange(len(self))
        numbers: list[int] = everyone[self.living(everyone)].tolist()
        return numbers

    def find(self, identity: str) -> int:
        """The number of the document with an id, or -1."""
        wanted = identity.encode("utf-8", "surrogatepass")
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._raw_id(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        if low == len(self) or self._raw_id(low) != wanted:
            return -1
        return -1 if len(self.gone) and not self.living(np.array([low]))[0] else low

    def id_of(self, document: int) -> str:
        """The id of a document."""
        try:
            return self._raw_id(document).decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as problem:
            raise damaged(self.path, f"has a damaged id (document {document})") from problem

    def digest_of(self, document: int) -> bytes:
        """The SHA-256 of a document's text."""
        return bytes(self._digests[document].tobytes())

    def with_digest(self, digest: bytes) -> Iterator[int]:
        """The documents whose text has a digest."""
        head = np.frombuffer(digest[:8], dtype="<u8")
        low, high = (int(np.searchsorted(self._heads, head, side)[0]) for side in ("left", "right"))
        found = self._head_documents[low:high].astype(np.int64)
        for document in sorted(found[self.living(found)].tolist()):
            if self.digest_of(document) == digest:
                yield document

    def has_text(self, document: int) -> bool:
        """Whether a document came with its text, not with its signature only."""
        return bool(self._text_places[document, 0] != NO_TEXT)

    def text_of(self, document: int) -> str:
        """A document's text. Raises :class:`ArchiveError` where it is not the one that was added."""
        block, start, length = self._text_places[document].tolist()
        data = self._block(block)[start : start + length]
        if hashlib.sha256(data).digest() != self.digest_of(document):
            raise damaged(self.path, f"has not the text that was added as `{self.id_of(document)}`")
        return data.decode("utf-8", "surrogatepass")

    def entry(self, document: int) -> Entry:
        """A document with its units, where their roles were told."""
        first, last = self.unit_edges[document : document + 2].tolist()
        kinds = self.roles[first:last].tolist()
        units: tuple[tuple[Span, Role], ...] = ()
        if NO_ROLE not in kinds:
            units = tuple((self.span(first + at), ROLES[kind]) for at, kind in enumerate(kinds))
        return Entry(self.id_of(document), self.text_of(document), units)

    def span(self, unit: int) -> Span:
        """Where a unit stands in its text."""
        start, end = self.spans[unit].tolist()
        return start, end

    def document_of(self, unit: int) -> int:
        """The document that holds a unit."""
        return int(np.searchsorted(self.unit_edges, np.uint64(unit), "right")) - 1

    def documents_of(self, units: Numbers) -> NDArray[np.int64]:
        """The documents that hold units."""
        return np.searchsorted(self.unit_edges, units.astype("<u8"), "right").astype(np.int64) - 1

    def _raw_id(self, document: int) -> bytes:
        start, end = self._id_edges[document : document + 2].tolist()
        return self._ids[start:end].tobytes()

    def _unpack(self, number: int) -> bytes:
        """A block of texts."""
        start, end = self._text_edges[number : number + 2].tolist()
        try:
            return zlib.decompress(self._texts[start:end].tobytes())
        except zlib.error as problem:
            raise damaged(self.path, f"has a block of texts (number {number}) that is damaged") from problem

    @cached_property
    def _ids(self) -> NDArray[np.uint8]:
        return self._array("ids.data")

    @cached_property
    def _id_edges(self) -> NDArray[np.uint64]:
        return self._array("ids.edges")

    @cached_property
    def _digests(self) -> NDArray[np.uint8]:
        return self._array("documents.digests")

    @cached_property
    def _heads(self) -> NDArray[np.uint64]:
        return self._array("digests.heads")

    @cached_property
    def _head_documents(self) -> Numbers:
        return self._array("digests.documents")

    @cached_property
    def _texts(self) -> NDArray[np.uint8]:
        return self._array("texts.data")

    @cached_property
    def _text_edges(self) -> NDArray[np.uint64]:
        return self._array("texts.edges")

    @cached_property
    def _text_places(self) -> Numbers:
        return self._array("texts.places")

    @cached_property
    def letter_edges(self) -> NDArray[np.uint64]:
        """Edges of the documents in letters."""
        return self._array("documents.letters")

    @cached_property
    def unit_edges(self) -> NDArray[np.uint64]:
        """Edges of the documents in units."""
        return self._array("documents.units")

    @cached_property
    def spans(self) -> Numbers:
        """Start and end of each unit in its text."""
        return self._array("units.spans")

    @cached_property
    def roles(self) -> NDArray[np.uint8]:
        """The role of each unit, as a number."""
        return self._array("units.roles")

    @cached_property
    def anchor_hashes(self) -> Numbers:
        """Hashes of anchors, ascending."""
        return self._array("anchors.hashes")

    @cached_property
    def anchor_places(self) -> Numbers:
        """The letter where each anchor stands."""
        return self._array("anchors.places")

    @cached_property
    def signatures(self) -> Numbers:
        """Signatures, one a row."""
        return self._array("signatures.rows")

    @cached_property
    def signed_units(self) -> Numbers:
        """The unit of each signature."""
        return self._array("signatures.units")

    @cached_property
    def band_keys(self) -> Numbers:
        """For each band its keys, ascending."""
        return self._array("bands.keys")

    @cached_property
    def band_rows(self) -> Numbers:
        """For each band the signatures that have its keys."""
        return self._array("bands.rows")

    def _array(self, name: str) -> NDArray[Any]:
        return self.columns.array(name)
