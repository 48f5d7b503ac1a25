"""
Texts to segments, in the memory that is allowed.

Texts are compressed and written as they come; anchors and signatures are held (3 bytes a letter, 512 a paragraph) and
sorted when the segment is closed. A segment is closed when what it holds would take half of the memory allowed, so the
sorting fits, too. Where it is closed depends on the texts and the limit alone: the same texts give the same bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from cntextclean.config import RepeatsConfig
from cntextclean.errors import UsageError
from cntextclean.index.columns import ColumnWriter
from cntextclean.index.disk import changing, put_in_place, sync, sync_folder, temporary_in
from cntextclean.index.held import Held, write_held
from cntextclean.index.manifest import FOLDER
from cntextclean.index.model import Entry, SegmentInfo
from cntextclean.index.sketch import Numbers, sketch_of

MEGABYTE = 1 << 20
BASE = 120 * MEGABYTE
"""What the process takes with its libraries and one batch; measured: see docs/index.md."""
LEAST_MEMORY = 256 * MEGABYTE
BATCH = 200_000
"""Characters that are sketched at a time."""
BLOCK = 1 << 17
"""Bytes of text that are compressed together."""
LETTERS = 1 << 31
"""Letters of a segment at most: their places are kept in 32 bits."""


def require_memory(memory: int) -> int:
    """The memory that is left for data, in bytes. Raises :class:`UsageError` where too little is allowed."""
    if memory < LEAST_MEMORY:
        raise UsageError(f"the memory allowed cannot be {memory:,} bytes. To do: allow 256M at least.")
    return memory - BASE


class _SegmentFile:
    """A segment while it is written: texts first, in blocks, then all that is held."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._temporary = temporary_in(folder)
        self._file = self._temporary.open("xb")
        self._columns = ColumnWriter(self._file)
        self._columns.begin("texts.data", "<u1", ())

    def add_block(self, block: bytes) -> int:
        """Compress and write a block of texts; its length as written."""
        packed = zlib.compress(block, 6)
        self._columns.add(packed)
        return len(packed)

    def finish(self, held: Held, settings: RepeatsConfig, known: int) -> SegmentInfo:
        """Write what is held, bring all of it to the disk, and give it the name of its content."""
        facts = write_held(self._columns, held, settings, known)
        sha256 = self._columns.finish(facts)
        sync(self._file)
        self._file.close()
        name = f"{sha256[:24]}.seg"
        put_in_place(self._temporary, self._folder / name)
        numbers = (facts[key] for key in ("documents", "paragraphs", "signatures", "letters", "anchors", "known"))
        return SegmentInfo(name, sha256, self._columns.size, *numbers)

    def abandon(self) -> None:
        """Remove what is written."""
        with suppress(OSError):  # closing writes what is still buffered
            self._file.close()
        with suppress(OSError):
            self._temporary.unlink()


class Builder:
    """
    Writes entries, which must come in the order of their ids, as segments below ``folder``. A context manager: on an
    error what is half written goes.
    """

    def __init__(self, folder: Path, settings: RepeatsConfig, memory: int) -> None:
        self._folder = folder / FOLDER
        self._settings = settings
        self._room = require_memory(memory) // 2
        self._held = Held()
        self._batch: list[Entry] = []
        self._block: list[bytes] = []
        self._pending = self._block_size = 0
        self._file: _SegmentFile | None = None
        self._segments: list[SegmentInfo] = []

    def __enter__(self) -> Self:
        with changing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            sync_folder(self._folder.parent)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.abandon()

    def add(self, entry: Entry) -> None:
        """Add a text. Raises :class:`~cntextclean.errors.OutputError` when the disk is full."""
        self._batch.append(entry)
        self._pending += len(entry.text)
        if self._pending >= BATCH:
            self._sketch()

    def finish(self) -> tuple[SegmentInfo, ...]:
        """Close the last segment; the segments that were written, in order."""
        self._sketch()
        self._close()
        return tuple(self._segments)

    def _sketch(self) -> None:
        """Take the waiting texts into the open segment."""
        if not self._batch:
            return
        batch, self._batch, self._pending = self._batch, [], 0
        sketch = sketch_of(batch, self._settings)
        if self._held.letter_count + len(sketch.codes) > LETTERS:
            self._close()
        for entry in batch:
            self._keep_text(entry)
        self._held.take(batch, sketch)
        if self._held.size(self._settings.permutations) > self._room:
            self._close()

    def _keep_text(self, entry: Entry) -> None:
        """Put a text into the open block; a full block goes to the disk."""
        data = entry.text.encode("utf-8", "surrogatepass")
        self._held.text_places.append((len(self._held.blocks) - 1, self._block_size, len(data)))
        self._block.append(data)
        self._block_size += len(data)
        if self._block_size >= BLOCK:
            self._write_block()

    def _write_block(self) -> None:
        block, self._block, self._block_size = b"".join(self._block), [], 0
        with changing(self._folder):
            self._file = self._file or _SegmentFile(self._folder)
            self._held.blocks.append(self._held.blocks[-1] + self._file.add_block(block))

    def _close(self) -> None:
        """Write the open segment."""
        if not self._held.ids:
            return
        if self._block:
            self._write_block()
        held, self._held = self._held, Held()
        with changing(self._folder):
            file = self._file = self._file or _SegmentFile(self._folder)
            self._segments.append(file.finish(held, self._settings, self._settings.permutations))
        self._file = None


def write_loose(folder: Path, settings: RepeatsConfig, keys: Sequence[str], rows: Numbers, known: int) -> SegmentInfo:
    """A segment of signatures that came without texts, by keys in ascending order; ``known`` values of each count."""
    held = Held()
    held.take_signatures(keys, rows)
    place = folder / FOLDER
    with changing(place):
        place.mkdir(parents=True, exist_ok=True)
        file = _SegmentFile(place)
        try:
            return file.finish(held, settings, known)
        finally:
            file.abandon()
