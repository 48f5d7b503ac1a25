"""
Copies across the documents of a run, for ``--dedup corpus``: found in the clean texts, taken out, told in both.

Each copy that goes becomes a removal that names the document which keeps the text; what is labelled stays. All of it is
in the document's own findings and in ``duplicates.jsonl``, in source offsets. It is safe because the text that is
copied always stays, and because every document that is cut must still restore its source, or it is not cut.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from cntextclean.assembly import in_order
from cntextclean.config import Config
from cntextclean.errors import TraceError
from cntextclean.model import Block, Copy, Document, Finding, Passage, Removal, Repeat
from cntextclean.repeats.ballot import RULE
from cntextclean.repeats.consensus import Correction
from cntextclean.run.correct import Swap, correct
from cntextclean.run.held import beyond, held_of
from cntextclean.run.places import rewrite_files
from cntextclean.run.records import DocumentRecord, InputRecord, OutputRecord, copied_characters
from cntextclean.run.shorten import Cut, shorten
from cntextclean.run.tasks import hash_file
from cntextclean.trace.align import Stretch, align
from cntextclean.write.atomic import whole_file
from cntextclean.write.jsonl import encode, read_documents
from cntextclean.write.renderings import render_files

if TYPE_CHECKING:
    from cntextclean.index.archive import Index


@dataclass(frozen=True, slots=True)
class Crossed:
    """The documents in their order, without the copies of one another; what was not compared."""

    documents: tuple[Document, ...]
    warnings: tuple[str, ...]


def cross(documents: Sequence[Document], config: Config, archives: Sequence[Index] = ()) -> Crossed:
    """
    The documents without the copies of other documents, and of what ``archives`` hold, in them; each tells its findings
    behind its own ones. Places in an archive are offsets of the text as the archive holds it.
    """
    from cntextclean.repeats.corpus import deduplicate

    held = held_of(archives, documents)
    result = deduplicate(documents, config, against=held.records)
    maps = {document.id: _SourceMap(document) for document in documents}
    if config.allows(RULE):
        documents = _with_consensus(documents, result.corrections, maps)
    found: dict[str, list[Repeat]] = {}
    for one in result.findings:
        if one.duplicate.document != one.kept.document:
            found.setdefault(one.duplicate.document, []).append(one)
    shorter = [_without_copies(document, found.get(document.id, []), maps) for document in documents]
    owners = {document.id: _owners(document) for document in shorter}
    return Crossed(tuple(_named(document, owners) for document in shorter), beyond(held))


def _with_consensus(
    documents: Sequence[Document], found: Sequence[Correction], maps: Mapping[str, _SourceMap]
) -> list[Document]:
    """The documents with what the copies of several documents agree on put right, or told where it cannot be."""
    mine: dict[str, list[Correction]] = {}
    for one in found:
        if any(copy.document != one.document for copy in one.copies):
            mine.setdefault(one.document, []).append(one)
    return [_elected(document, mine.get(document.id, []), maps) for document in documents]


def _elected(document: Document, found: Sequence[Correction], maps: Mapping[str, _SourceMap]) -> Document:
    placed = [replace(one, copies=tuple(_place(copy, maps) for copy in one.copies)) for one in found]
    swaps = [Swap(one.start, one.before, one.after, RULE, one.evidence) for one in placed if one.action == "corrected"]
    told = [one for one in placed if one.action != "corrected"]
    try:
        better = correct(document, swaps) if swaps else document
    except TraceError:
        better, told = document, placed
    notes = tuple(
        Finding(maps[document.id].locate(one.start, one.end), RULE, one.before, (one.after,), one.score, one.evidence)
        for one in told
    )
    return replace(better, findings=in_order((*document.findings, *notes))) if notes else better


def _without_copies(document: Document, found: Sequence[Repeat], maps: Mapping[str, _SourceMap]) -> Document:
    """A document without its copies, where it can be proved; else with all of them labelled."""
    placed = [replace(one, duplicate=_place(one.duplicate, maps), kept=_place(one.kept, maps)) for one in found]
    cuts = [
        Cut(
            one.duplicate.start,
            one.duplicate.end,
            Copy(there.kept.document, "", ((there.kept.start, there.kept.end),)),
            one.similarity,
            one.evidence,
        )
        for one, there in zip(found, placed, strict=True)
        if one.action == "removed"
    ]
    shorter = document
    try:
        shorter = shorten(document, cuts) if cuts else document
    except TraceError as problem:
        why = f"; stays: {problem}"
        placed = [replace(one, action="labelled", evidence=one.evidence + why) for one in placed]
    return replace(shorter, repeats=(*shorter.repeats, *sorted(placed, key=_order)))


def _owners(document: Document) -> list[tuple[int, int, str]]:
    return sorted((start, end, block.id) for block in document.blocks for start, end in block.source)


def _named(document: Document, owners: Mapping[str, Sequence[tuple[int, int, str]]]) -> Document:
    """
    The document with the block named that holds the text which stays; where that text went itself, as the copy of
    another document, with the place where it stays now.
    """

    def name(one: Removal) -> Removal:
        if one.of is None:
            return one
        block = _block_at(owners.get(one.of.document, ()), one.of.source[0][0])
        return replace(one, of=replace(one.of, block=block)) if block else one

    removed = tuple(map(name, document.removed))
    gone = sorted(
        ((*span, one.of) for one in removed if one.of and one.of.document != document.id for span in one.source),
        key=lambda row: row[:2],
    )
    starts = [start for start, _, _ in gone]

    def follow(one: Removal) -> Removal:
        if one.of is None or one.of.document != document.id:
            return one
        at = bisect_right(starts, one.of.source[0][0]) - 1
        return replace(one, of=gone[at][2]) if at >= 0 and one.of.source[0][0] < gone[at][1] else one

    return replace(document, removed=tuple(map(follow, removed)))


def _block_at(owners: Sequence[tuple[int, int, str]], start: int) -> str:
    at = bisect_right(owners, (start, float("inf"), "")) - 1
    return owners[at][2] if at >= 0 and start < owners[at][1] else ""


def _order(one: Repeat) -> tuple[int, str, int]:
    return one.duplicate.start, one.kept.document, one.kept.start


def write_crossed(
    out: Path, inputs: Sequence[InputRecord], config: Config, archives: Sequence[Index] = ()
) -> tuple[tuple[InputRecord, ...], tuple[OutputRecord, ...], tuple[str, ...]]:
    """
    Write the documents of a run anew without the copies of one another and of what ``archives`` hold; return the
    inputs, the files and what to warn of. Holds all documents of the run in memory.

    Raises :class:`~cntextclean.errors.OutputError` where a file cannot be written.
    """
    before = list(read_documents(out / "documents.jsonl"))
    crossed = cross(before, config, archives)
    lines = [encode(document) for document in crossed.documents]
    left = iter(zip(before, crossed.documents, lines, strict=True))
    finished = tuple(
        replace(one, documents=tuple(_recorded(out, record, *next(left), config) for record in one.documents))
        for one in inputs
    )
    with whole_file(out / "documents.jsonl") as documents, whole_file(out / "duplicates.jsonl") as duplicates:
        documents.writelines(line + b"\n" for line in lines)
        duplicates.writelines(encode(row) + b"\n" for document in crossed.documents for row in document.repeats)
    names = ("documents.jsonl", "duplicates.jsonl")
    return finished, tuple(OutputRecord(name, hash_file(out / name)) for name in names), crossed.warnings


def _recorded(
    out: Path, record: DocumentRecord, before: Document, after: Document, line: bytes, config: Config
) -> DocumentRecord:
    """The record of a document, its files written anew where it was cut."""
    outputs = record.outputs
    if after.blocks != before.blocks:
        outputs = rewrite_files(out, outputs, render_files(after, config), config)
    return replace(
        record,
        sha256=hashlib.sha256(line).hexdigest(),
        outputs=outputs,
        kept=sum(len(block.text) for block in after.blocks),
        blocks=len(after.blocks),
        edits=len(after.edits),
        removed=len(after.removed),
        findings=len(after.findings),
        copied=copied_characters(after.removed),
    )


class _SourceMap:
    """From offsets in the blocks' texts, joined by line feeds, to offsets of the source."""

    def __init__(self, document: Document) -> None:
        self._blocks: list[tuple[Block, tuple[Stretch, ...]]] = list(align(document))
        ends = accumulate(len(block.text) + 1 for block, _ in self._blocks)
        self._starts = [0, *ends]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The source range from the first character of a text range to behind its last."""
        return self._offset(start, behind=False), self._offset(max(end - 1, start), behind=True)

    def _offset(self, at: int, *, behind: bool) -> int:
        number = min(bisect_right(self._starts, at), len(self._blocks)) - 1
        rest = at - self._starts[number]
        stretches = self._blocks[number][1]
        for stretch in stretches:
            if rest < len(stretch.after):
                if stretch.edit:
                    return stretch.start + len(stretch.before) * behind
                return stretch.start + rest + behind
            rest -= len(stretch.after)
        last = stretches[-1]
        return last.start + len(last.before)


def _place(passage: Passage, maps: Mapping[str, _SourceMap]) -> Passage:
    if passage.document not in maps:  # in an archive
        return passage
    return Passage(passage.document, *maps[passage.document].locate(passage.start, passage.end))
