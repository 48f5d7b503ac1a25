"""
Copies across the documents of a run, for ``--dedup corpus``: found in the clean texts, told in source offsets.

They are labelled, and listed in ``duplicates.jsonl`` behind the findings inside documents; no document is changed, so
which of two reprints stays is the reader's choice (``cntextclean dedup`` makes it, on texts).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import msgspec

from cntextclean.config import Config
from cntextclean.model import Block, Document, Passage, Repeat
from cntextclean.run.records import OutputRecord
from cntextclean.run.tasks import hash_file
from cntextclean.trace.align import Stretch, align
from cntextclean.write.atomic import whole_file
from cntextclean.write.jsonl import encode, read_documents

NAME = "duplicates.jsonl"


def find_crossings(documents: Sequence[Document], config: Config) -> list[Repeat]:
    """Findings between different documents, labelled, in the order of the copies' places."""
    from cntextclean.repeats.corpus import deduplicate

    maps = {document.id: _SourceMap(document) for document in documents}
    found = [
        replace(one, action="labelled", duplicate=_place(one.duplicate, maps), kept=_place(one.kept, maps))
        for one in deduplicate(documents, config).findings
        if one.duplicate.document != one.kept.document
    ]
    return sorted(
        found, key=lambda one: (one.duplicate.document, one.duplicate.start, one.kept.document, one.kept.start)
    )


def _order(one: Repeat) -> tuple[str, int, str, int]:
    return one.duplicate.document, one.duplicate.start, one.kept.document, one.kept.start


def append_crossings(out: Path, config: Config) -> OutputRecord:
    """
    Add the findings across documents to ``duplicates.jsonl``. Holds all documents of the run in memory.

    Raises :class:`~cntextclean.errors.OutputError` where the file cannot be written.
    """
    rows = (out / NAME).read_bytes()
    crossings = find_crossings(list(read_documents(out / "documents.jsonl")), config)
    with whole_file(out / NAME) as file:
        file.write(rows)
        file.writelines(encode(one) + b"\n" for one in crossings)
    return OutputRecord(NAME, hash_file(out / NAME))


def read_crossings(out: Path) -> Iterator[Repeat]:
    """The findings across documents that ``duplicates.jsonl`` holds."""
    with (out / NAME).open("rb") as lines:
        for line in lines:
            repeat = msgspec.json.decode(line, type=Repeat)
            if repeat.duplicate.document != repeat.kept.document:
                yield repeat


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


def _place(passage: Passage, maps: dict[str, _SourceMap]) -> Passage:
    return Passage(passage.document, *maps[passage.document].locate(passage.start, passage.end))
