"""
What is done already: the finished documents of an earlier run, and of one that was interrupted.

A finished run leaves ``run.json`` and ``documents.jsonl``. While a run goes on, each finished input is appended to
``.cntextclean/store.jsonl``: a line for its record, then a line for each of its documents. Both are only believed
where key (versions and configuration), input, documents and files have the hashes that were recorded; a torn last
entry is cut off. So an interrupted run goes on where it stopped, and never trusts a file because it exists.

    >>> import tempfile
    >>> store = Store(Path(tempfile.mkdtemp()), "key")
    >>> store.load().inputs
    {}
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from cntextclean.errors import OutputError
from cntextclean.run.records import InputRecord, OutputRecord, RunRecord, files_of
from cntextclean.write.atomic import writing
from cntextclean.write.lock import passing_lock

FOLDER = ".cntextclean"
LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Line:
    """A document's line in a file: where it begins, and its length in bytes without the newline."""

    path: Path
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An input that is done, and where its documents' lines are."""

    record: InputRecord
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """What an interrupted run did: the inputs that count as done, by name, and the files of all that it began."""

    inputs: dict[str, Kept]
    files: tuple[OutputRecord, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """The line before the documents of an input, or of a part of one."""

    record: InputRecord
    part: int
    final: bool


def join_parts(parts: Sequence[Kept]) -> Kept:
    """The parts of an input as one; the last one's record is the input's."""
    documents = tuple(document for part in parts for document in part.record.documents)
    return Kept(replace(parts[-1].record, documents=documents), tuple(line for part in parts for line in part.lines))


class Store:
    """The finished inputs of a run that goes on. A context manager: closes its file."""

    def __init__(self, out: Path, key: str) -> None:
        self.path = out / FOLDER / "store.jsonl"
        self._head = msgspec.json.encode({"schema": "cntextclean.store/1", "key": key}) + b"\n"
        self._file: BinaryIO | None = None
        self._lock = ExitStack()

    def __enter__(self) -> Self:
        """Keep other runs out. Raises :class:`OutputError` when one is at work in the same folder."""
        self._lock.enter_context(only_run(self.path.parent.parent))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock, suppress(OutputError) if error else nullcontext():
            self.close()

    def load(self) -> Begun:
        """What the store holds; a torn end is cut off, as is all of a store of another key."""
        found: dict[str, Kept] = {}
        files: list[OutputRecord] = []
        try:
            data = self.path.open("rb")
        except OSError:
            return Begun(found, ())
        parts: dict[str, list[Kept]] = {}
        with data:
            head = data.readline()
            whole = len(head) if head == self._head else 0
            while head and (entry := self._next(data)):
                part, kept = entry
                name = part.record.name
                files += files_of(part.record)
                parts[name] = [*(parts.get(name, ()) if part.part else ()), kept]
                if part.final:
                    found[name] = join_parts(parts.pop(name))
                whole = data.tell() if whole else 0
        with writing(self.path), self.path.open("r+b") as file:
            file.truncate(whole)
        return Begun(found if whole else {}, tuple(files))

    def _next(self, data: BinaryIO) -> tuple[_Entry, Kept] | None:
        try:
            entry = msgspec.json.decode(data.readline(), type=_Entry)
        except ValueError:
            return None
        lines: list[Line] = []
        for document in entry.record.documents:
            start, line = data.tell(), data.readline()
            if not line.endswith(b"\n") or hashlib.sha256(line[:-1]).hexdigest() != document.sha256:
                return None
            lines.append(Line(self.path, start, len(line) - 1))
        return entry, Kept(entry.record, tuple(lines))

    def append(self, record: InputRecord, lines: Sequence[bytes], *, part: int = 0, final: bool = True) -> Kept:
        """
        Add an input, or the next ``part`` of one, with the ``lines`` of its documents; it counts when the ``final``
        one is there. Raises :class:`~cntextclean.errors.OutputError` when the disk is full.
        """
        with writing(self.path):
            file = self._open()
            file.write(msgspec.json.encode(_Entry(record, part, final)) + b"\n")
            places: list[Line] = []
            for line in lines:
                places.append(Line(self.path, file.tell(), len(line)))
                file.write(line + b"\n")
            file.flush()
        return Kept(record, tuple(places))

    def _open(self) -> BinaryIO:
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("ab")
            if self._file.tell() == 0:
                self._file.write(self._head)
        return self._file

    def close(self) -> None:
        """Close the file; what was appended stays."""
        file, self._file = self._file, None
        if file:
            with writing(self.path):
                file.close()

    def remove(self) -> None:
        """Remove the store: all it held is in place."""
        self.close()
        with writing(self.path):
            self.path.unlink(missing_ok=True)


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Keep other runs out of an output folder. Raises :class:`OutputError` when one is at work there."""
    hint = "wait until it has ended, or choose another folder with -o"
    lock = passing_lock(out / FOLDER / LOCK, str(out), hint)
    with ExitStack() as stack:
        with writing(out / FOLDER):
            stack.enter_context(lock)
        yield


def load_finished(out: Path, key: str) -> dict[str, Kept]:
    """The inputs of the finished run in ``out``, by name, where its key is ``key`` and its lines are as recorded."""
    record = read_run(out)
    if record is None or record.key != key:
        return {}
    lines = _lines_by_hash(out / "documents.jsonl")
    return {
        one.name: Kept(one, tuple(lines[document.sha256] for document in one.documents))
        for one in record.inputs
        if one.documents and all(document.sha256 in lines for document in one.documents)
    }


def read_run(out: Path) -> RunRecord | None:
    """The ``run.json`` of a folder; None where there is none that can be read."""
    try:
        return msgspec.json.decode((out / "run.json").read_bytes(), type=RunRecord)
    except (OSError, ValueError):
        return None


def _lines_by_hash(path: Path) -> dict[str, Line]:
    found: dict[str, Line] = {}
    try:
        with path.open("rb") as file:
            start = 0
            for line in file:
                found[hashlib.sha256(line.rstrip(b"\n")).hexdigest()] = Line(path, start, len(line.rstrip(b"\n")))
                start += len(line)
    except OSError:
        return {}
    return found
