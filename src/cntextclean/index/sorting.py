"""
Entries in the order of their ids, however many they are.

What does not fit into the memory allowed is sorted in runs on the disk (external merge sort: Knuth, The Art of
Computer Programming, volume 3, section 5.4), which are merged and removed. Equal ids stay in the order in which they
came, so the order of the inputs decides nothing but which of two texts with one id is the second.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> [one.id for one in in_order([Entry("乙", "2"), Entry("甲", "1"), Entry("丙", "3")], folder, 0)]
    ['丙', '乙', '甲']
    >>> list(folder.iterdir())
    []
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from pathlib import Path
from typing import BinaryIO

import msgspec

from cntextclean.index.disk import changing, temporary_in
from cntextclean.index.model import Entry
from cntextclean.model import Role, Span

_LENGTH = struct.Struct("<Q")
PER_CHARACTER, PER_ENTRY = 4, 600
"""Bytes of memory that a character of a text and an entry as such may take."""
_Packed = tuple[bytes, bytes, tuple[tuple[Span, Role], ...], bytes]


def in_order(entries: Iterable[Entry], folder: Path, memory: int) -> Iterator[Entry]:
    """Entries by id. What is beyond ``memory`` bytes waits in ``folder``, in files that are gone at the end."""
    runs: list[Path] = []
    held: list[Entry] = []
    size = 0
    try:
        for entry in entries:
            held.append(entry)
            size += PER_CHARACTER * len(entry.text) + PER_ENTRY + 100 * len(entry.units)
            if size > memory:
                runs.append(temporary_in(folder))
                _write_run(runs[-1], sorted(held, key=_id))
                held, size = [], 0
        held.sort(key=_id)
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("rb")) for path in runs]
            yield from merge(*map(_read_run, files), held, key=_id)
    finally:
        for path in runs:
            path.unlink(missing_ok=True)


def _id(entry: Entry) -> str:
    return entry.id


def _write_run(path: Path, entries: Iterable[Entry]) -> None:
    with changing(path), path.open("xb") as file:
        for entry in entries:
            data = msgspec.msgpack.encode((_bytes(entry.id), _bytes(entry.text), entry.units, _bytes(entry.place)))
            file.write(_LENGTH.pack(len(data)) + data)


def _read_run(file: BinaryIO) -> Iterator[Entry]:
    while head := file.read(_LENGTH.size):
        identity, text, units, place = msgspec.msgpack.decode(file.read(*_LENGTH.unpack(head)), type=_Packed)
        yield Entry(_text(identity), _text(text), units, _text(place))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
