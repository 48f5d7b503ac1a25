"""
``documents.jsonl`` and ``duplicates.jsonl`` of a run, put together in the order of the plan.

Lines come from the store and from an earlier run's files. Where two inputs give the same id, the later one gets its
input's name before it; since that follows from the plan and the documents' own ids alone, the bytes are the same
whatever was done in which run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from cntextclean.model import Copy, Document, Passage
from cntextclean.read.sources import unique_id
from cntextclean.run.journal import Kept, Line
from cntextclean.run.records import DocumentRecord, InputRecord, OutputRecord
from cntextclean.write.atomic import whole_file
from cntextclean.write.jsonl import decode, encode, repeats_of


@dataclass(frozen=True, slots=True)
class Written:
    """The inputs with the final ids of their documents, and the files."""

    inputs: tuple[InputRecord, ...]
    files: tuple[OutputRecord, ...]


def settle_ids(kept: Sequence[Kept]) -> list[InputRecord]:
    """The records of a run with the final ids; a document whose id changes has no digest yet."""
    taken: set[str] = set()
    settled: list[InputRecord] = []
    for one in kept:
        documents = []
        for document in one.record.documents:
            final = unique_id(document.own, one.record.name, taken)
            same = final == document.id
            documents.append(document if same else replace(document, id=final, sha256=""))
        settled.append(replace(one.record, documents=tuple(documents)))
    return settled


def write_lines(out: Path, kept: Sequence[Kept], settled: Sequence[InputRecord]) -> Written:
    """
    Write both files, in one pass, since kept lines may stand in the file that is replaced.

    Raises :class:`~cntextclean.errors.OutputError` where that is impossible; then both are as they were.
    """
    documents, repeats = hashlib.sha256(), hashlib.sha256()
    inputs: list[InputRecord] = []
    with (
        _Reader() as reader,
        whole_file(out / "documents.jsonl") as first,
        whole_file(out / "duplicates.jsonl") as second,
    ):
        for one, record in zip(kept, settled, strict=True):
            finished: list[DocumentRecord] = []
            for place, document in zip(one.lines, record.documents, strict=True):
                line = reader.read(place)
                if not document.sha256:
                    line = encode(rename(decode(line), document.id))
                first.write(line + b"\n")
                documents.update(line + b"\n")
                for row in repeats_of(line):
                    second.write(row + b"\n")
                    repeats.update(row + b"\n")
                finished.append(replace(document, sha256=hashlib.sha256(line).hexdigest()))
            inputs.append(replace(record, documents=tuple(finished)))
    files = (
        OutputRecord("documents.jsonl", documents.hexdigest()),
        OutputRecord("duplicates.jsonl", repeats.hexdigest()),
    )
    return Written(tuple(inputs), files)


def rename(document: Document, name: str) -> Document:
    """The document under another id, wherever it names itself."""
    old = document.id

    def passage(one: Passage) -> Passage:
        return replace(one, document=name) if one.document == old else one

    def copy(one: Copy | None) -> Copy | None:
        return replace(one, document=name) if one and one.document == old else one

    return replace(
        document,
        id=name,
        source=replace(document.source, name=name),
        removed=tuple(replace(one, of=copy(one.of)) for one in document.removed),
        repeats=tuple(
            replace(one, duplicate=passage(one.duplicate), kept=passage(one.kept)) for one in document.repeats
        ),
    )


class _Reader:
    """Kept lines, read back; each file is opened once."""

    def __init__(self) -> None:
        self._files: dict[Path, BinaryIO] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()

    def read(self, line: Line) -> bytes:
        file = self._files.get(line.path)
        if file is None:
            file = self._files[line.path] = line.path.open("rb")
        file.seek(line.start)
        return file.read(line.length)
