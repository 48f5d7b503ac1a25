"""
A file of named columns of numbers, mapped into memory, with a checksum for each.

The layout: magic, columns (each begins at a multiple of 64 bytes), directory (JSON: name, type, shape, offset, length
and SHA-256 of every column), trailer (offset, length and SHA-256 of the directory, magic). All numbers are
little-endian. It is safe because nothing in it is executed, and because every offset, length and type is checked
against the file before a byte is believed; the SHA-256 of the directory names the whole file.

    >>> import io
    >>> file = io.BytesIO()
    >>> writer = ColumnWriter(file)
    >>> writer.put("a", np.arange(3, dtype="<u4"))
    >>> len(writer.finish({}))
    64
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from cntextclean.errors import ArchiveError

MAGIC = b"CTCINDX1"
ALIGNED = 64
CHUNK = 1 << 20
TYPES = frozenset({"<u1", "<u4", "<u8"})
_TRAILER = struct.Struct("<QQ32s8s")
DAMAGED = "run `cntextclean index verify` to see all that is wrong; restore the file, or build the index again"


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column is in its file, what it holds, and its checksum."""

    name: str
    type: str
    shape: tuple[int, ...]
    offset: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Directory:
    """All columns of a file, and numbers about them."""

    columns: tuple[Column, ...]
    facts: dict[str, int]


class ColumnWriter:
    """Writes columns one after the other, each in as many pieces as it comes in."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._columns: list[Column] = []
        self._at = 0
        self._open: tuple[str, str, tuple[int, ...], int] | None = None
        self._digest = hashlib.sha256()
        self._write(MAGIC)

    def put(self, name: str, values: NDArray[np.generic]) -> None:
        """Write a column that is whole in memory."""
        kind = values.dtype.newbyteorder("<").str.replace("|", "<")
        self.put_pieces(name, kind, values.shape[1:], [values])

    def put_pieces(
        self, name: str, kind: str, row: tuple[int, ...], pieces: Iterable[bytes | NDArray[np.generic]]
    ) -> None:
        """Write a column of ``kind`` whose rows have the shape ``row``, piece by piece."""
        self.begin(name, kind, row)
        for piece in pieces:
            if isinstance(piece, bytes):
                self.add(piece)
            elif piece.size:
                self.add(np.ascontiguousarray(piece).data.cast("B"))

    def begin(self, name: str, kind: str, row: tuple[int, ...]) -> None:
        """Open a column; it ends where the next one begins."""
        self._end()
        self._write(b"\0" * (-self._at % ALIGNED))
        self._open = (name, kind, row, self._at)
        self._digest = hashlib.sha256()

    def add(self, data: bytes | memoryview) -> None:
        """Bytes of the open column."""
        for at in range(0, len(data), CHUNK):
            self._digest.update(data[at : at + CHUNK])
            self._write(data[at : at + CHUNK])

    def _end(self) -> None:
        if self._open is None:
            return
        name, kind, row, start = self._open
        rows = (self._at - start) // (np.dtype(kind).itemsize * max(1, prod(row)))
        self._columns.append(Column(name, kind, (rows, *row), start, self._at - start, self._digest.hexdigest()))
        self._open = None

    def finish(self, facts: Mapping[str, int]) -> str:
        """Write directory and trailer; returns the SHA-256 of the directory, in hexadecimal."""
        self._end()
        directory = msgspec.json.encode(Directory(tuple(self._columns), dict(facts)))
        digest = hashlib.sha256(directory)
        start = self._at
        self._write(directory)
        self._write(_TRAILER.pack(start, len(directory), digest.digest(), MAGIC))
        return digest.hexdigest()

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return self._at

    def _write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        self._at += len(data)


@dataclass(frozen=True)
class Columns:
    """The columns of a file, mapped: nothing is read before it is asked for."""

    path: Path
    directory: Directory
    sha256: str
    data: mmap.mmap

    def array(self, name: str) -> NDArray[Any]:
        """A column. Raises :class:`ArchiveError` where there is none of that name."""
        for column in self.directory.columns:
            if column.name == name:
                count = column.bytes // np.dtype(column.type).itemsize
                return np.frombuffer(self.data, column.type, count, column.offset).reshape(column.shape)
        raise damaged(self.path, f"has no column `{name}`")

    def require_whole(self) -> None:
        """Raise :class:`ArchiveError` where a column has changed since it was written."""
        for name in self.wrong_columns():
            raise damaged(self.path, f"has a column `{name}` that has changed since it was written")

    def wrong_columns(self) -> Iterator[str]:
        """The names of columns whose content has not the checksum that the directory records."""
        for column in self.directory.columns:
            digest = hashlib.sha256()
            for at in range(column.offset, column.offset + column.bytes, CHUNK):
                digest.update(self.data[at : min(at + CHUNK, column.offset + column.bytes)])
            if digest.hexdigest() != column.sha256:
                yield column.name


def open_columns(path: Path, sha256: str, size: int) -> Columns:
    """
    Map a file of columns. Raises :class:`ArchiveError` where it has not the ``size`` in bytes or the directory of the
    given ``sha256``, and :class:`FileNotFoundError` where it is gone.
    """
    try:
        with path.open("rb") as file:
            found = file.seek(0, 2)
            if found != size or found < len(MAGIC) + _TRAILER.size:
                raise damaged(path, f"has {found:,} bytes instead of {size:,}: it is torn")
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError:
        raise
    except OSError as problem:
        raise damaged(path, f"cannot be read ({problem.strerror})") from problem
    start, length, digest, magic = _TRAILER.unpack_from(data, size - _TRAILER.size)
    if magic != MAGIC or data[: len(MAGIC)] != MAGIC or start + length != size - _TRAILER.size:
        raise damaged(path, "is no segment of an index: its trailer is damaged")
    raw = data[start : start + length]
    if hashlib.sha256(raw).digest() != digest or digest.hex() != sha256:
        raise damaged(path, "has a directory other than the one that was written")
    try:
        directory = msgspec.json.decode(raw, type=Directory)
    except ValueError as problem:
        raise damaged(path, f"has a directory that cannot be read ({problem})") from problem
    for column in directory.columns:
        _check(path, column, start)
    return Columns(path, directory, sha256, data)


def why_unopened(error: ArchiveError | FileNotFoundError) -> str:
    """What a check says of a file that :func:`open_columns` refused."""
    return error.problem if isinstance(error, ArchiveError) else "is missing"


def _check(path: Path, column: Column, end: int) -> None:
    """Refuse a column of an unknown type, or one that would reach out of its file."""
    sound = column.type in TYPES and min((*column.shape, column.offset, column.bytes)) >= 0
    if not sound or column.offset + column.bytes > end:
        raise damaged(path, f"has a column `{column.name}` that does not fit into it")
    if prod(column.shape) * np.dtype(column.type).itemsize != column.bytes:
        raise damaged(path, f"has a column `{column.name}` whose shape is not its length")


def damaged(path: Path, problem: str) -> ArchiveError:
    """The error that a file of an index is not as it was written."""
    return ArchiveError(str(path), problem, DAMAGED)
