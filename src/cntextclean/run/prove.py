"""
The proof of an output folder, from its files alone.

For each document the edits are undone and blocks and removals put together: their characters must have the digest
that the document carries of its source. Its files must have the recorded hashes and be what the document renders to;
``run.json`` must name every document and every file, and add up. So a stranger can check a published folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cntextclean.config import Config
from cntextclean.errors import CntextcleanError, UsageError
from cntextclean.model import Document
from cntextclean.run.places import place_of
from cntextclean.run.records import DocumentRecord, OutputRecord, RunRecord, Totals
from cntextclean.run.tasks import hash_file
from cntextclean.trace import restore
from cntextclean.write.jsonl import decode, repeats_of
from cntextclean.write.renderings import render_files


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the document or file ``name`` is proved; ``problem`` says why not."""

    name: str
    problem: str = ""

    @property
    def proved(self) -> bool:
        """Whether all is as it should be."""
        return not self.problem


def require_run(out: Path) -> RunRecord:
    """The record of the run in ``out``. Raises :class:`UsageError` where there is none that can be read."""
    hint = "To do: name the folder that `cntextclean clean` wrote with -o."
    try:
        return msgspec.json.decode((out / "run.json").read_bytes(), type=RunRecord)
    except OSError as problem:
        raise UsageError(f"{out / 'run.json'}: cannot be read ({problem.strerror}). {hint}") from problem
    except (ValueError, CntextcleanError) as problem:
        raise UsageError(f"{out / 'run.json'}: is no record of a run ({problem}). {hint}") from problem


def prove(out: Path) -> Iterator[Verdict]:
    """A verdict for each document and each file of the run. Raises :class:`UsageError` where ``out`` holds no run."""
    run = require_run(out)
    recorded = [document for one in run.inputs for document in one.documents]
    yield Verdict("run.json", "" if run.totals == Totals.of(run.inputs) else "the totals do not add up")
    for file in run.files:
        yield _check_file(out, file)
    for one in run.inputs:
        for output in one.outputs:
            yield _check_file(out, output)
    repeats = _lines(out / "duplicates.jsonl")
    number, agree = 0, True
    for number, line in enumerate(_lines(out / "documents.jsonl"), 1):
        record = recorded[number - 1] if number <= len(recorded) else None
        yield _check_document(out, line, record, number, run.configuration)
        agree = all(next(repeats, None) == row for row in _repeats(line)) and agree
    if number < len(recorded):
        yield Verdict("documents.jsonl", f"holds {number} of the {len(recorded)} documents that run.json names")
    if not agree or next(repeats, None) is not None:
        yield Verdict("duplicates.jsonl", "is not what the documents say about copies")


def _lines(path: Path) -> Iterator[bytes]:
    """The lines of a file; none where it cannot be read, which the verdict on the file tells."""
    with suppress(OSError), path.open("rb") as file:
        yield from (line.rstrip(b"\n") for line in file)


def _repeats(line: bytes) -> list[bytes]:
    try:
        return repeats_of(line)
    except ValueError:
        return []


def _check_file(out: Path, file: OutputRecord) -> Verdict:
    digest = hash_file(out / file.path)
    if not digest:
        return Verdict(file.path, "is missing or cannot be read")
    return Verdict(file.path, "" if digest == file.sha256 else "has changed since it was written")


def _check_document(out: Path, line: bytes, record: DocumentRecord | None, number: int, config: Config) -> Verdict:
    try:
        document = decode(line)
    except ValueError as problem:
        return Verdict(f"documents.jsonl:{number}", f"is no canonical document ({problem})")
    if record is None or record.id != document.id:
        return Verdict(document.id, "is not the document that run.json names at this place")
    if hashlib.sha256(line).hexdigest() != record.sha256:
        return Verdict(document.id, "has changed since it was written")
    try:
        restore(document)
    except CntextcleanError as problem:
        return Verdict(document.id, str(problem))
    return Verdict(document.id, "; ".join(_problems_of_files(out, record, document, config)))


def _problems_of_files(out: Path, record: DocumentRecord, document: Document, config: Config) -> Iterator[str]:
    """What is wrong with the files of a document: they must be those it renders to, all of them, and no other."""
    place = place_of(record.outputs, config)
    rendered = {place.path(one): hashlib.sha256(one.data).hexdigest() for one in render_files(document, config)}
    for output in record.outputs:
        checked = _check_file(out, output)
        if checked.problem:
            yield f"{output.path} {checked.problem}"
        elif rendered.pop(output.path, "") != output.sha256:
            yield f"{output.path} is not what the document renders to"
    named = {output.path for output in record.outputs}
    yield from (f"{path} is not recorded" for path in rendered if path not in named)
