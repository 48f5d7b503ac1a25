"""
A document as rows of a table: blocks and removals in the order of the source, source and result side by side.

Pure values for the templates: every text is escaped here or by the templates' autoescape, and nothing is left out, so
each edit, removal and finding of the document is in exactly one row (findings outside all blocks: in the list only).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from cntextclean.model import Block, Copy, Document, Removal
from cntextclean.trace.align import align
from cntextclean.write.report.links import Links, anchor
from cntextclean.write.report.marks import close_up, plain, visible
from cntextclean.write.report.pieces import Piece, pieces_of, within
from cntextclean.write.report.rulebook import Rulebook

LONGEST_CRUMB = 40
"""Characters of a removal up to which neighbours of one kind share a row: a shredded headline is a dozen crumbs."""


@dataclass(frozen=True, slots=True)
class Target:
    """A link's text and address; no address where the report does not hold the place."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block: ``place`` is its lines or offsets, ``same`` says that the source reads the same."""

    id: str
    block: Block
    place: str
    labels: tuple[str, ...]
    pieces: tuple[Piece, ...]
    same: bool
    opens_article: bool
    copies: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """A removal, or neighbours removed for one reason: ``texts`` are (id, text) of each; where the kept copy stands."""

    removal: Removal
    place: str
    texts: tuple[tuple[str, Markup], ...]
    kept: Target | None


class Places:
    """Offsets of one document as readers know them: line numbers where the source text is at hand, else offsets."""

    def __init__(self, text: str | None) -> None:
        self._ends = None if text is None else [at for at, character in enumerate(text) if character == "\n"]

    def name(self, start: int, end: int) -> str:
        """``12``, ``12–18``; without the source ``@120``."""
        if self._ends is None:
            return f"@{start}"
        first = bisect_left(self._ends, start) + 1
        last = bisect_left(self._ends, max(end - 1, start)) + 1
        return str(first) if first == last else f"{first}–{last}"


def rows_of(document: Document, rulebook: Rulebook, links: Links, places: Places) -> Iterator[BlockRow | RemovalRow]:
    """All rows of a document, by where they begin in the source."""
    blocks = _block_rows(document, rulebook, links, places)
    removals = _removal_rows(document, links, places)
    pending: list[RemovalRow] = []
    for start, row in sorted([*blocks, *removals], key=lambda pair: pair[0]):
        del start
        if pending and not (isinstance(row, RemovalRow) and _alike(pending[-1].removal, row.removal)):
            yield _grouped(pending)
            pending = []
        if isinstance(row, RemovalRow):
            pending.append(row)
        else:
            yield row
    if pending:
        yield _grouped(pending)


class Owners:
    """Which block holds a source offset."""

    def __init__(self, document: Document) -> None:
        self._spans = sorted((span, block.id) for block in document.blocks for span in block.source)

    def at(self, offset: int) -> str:
        """The block's id, or nothing."""
        index = bisect_right(self._spans, ((offset, float("inf")), "")) - 1
        if index >= 0 and self._spans[index][0][0] <= offset < self._spans[index][0][1]:
            return self._spans[index][1]
        return ""

    def of_copy(self, copy: Copy) -> str:
        """The block named by a copy of this document, or the one at its place."""
        return copy.block or (self.at(copy.source[0][0]) if copy.source else "")


def _block_rows(
    document: Document, rulebook: Rulebook, links: Links, places: Places
) -> Iterator[tuple[int, BlockRow | RemovalRow]]:
    prefix = links.prefix(document.id)
    owners = Owners(document)
    copies: dict[str, list[Target]] = {}
    for number, removal in enumerate(document.removed, 1):
        if removal.of and removal.of.document == document.id:
            place = places.name(removal.source[0][0], removal.source[-1][1])
            copies.setdefault(owners.of_copy(removal.of), []).append(Target(place, f"#{prefix}_x{number}"))
    findings = sorted(document.findings, key=lambda finding: finding.source)
    article = document.blocks[0].article if document.blocks else 0
    for block, stretches in align(document):
        span = (block.source[0][0], block.source[-1][1]) if block.source else (0, 0)
        opens, article = block.article != article, block.article
        yield (
            span[0],
            BlockRow(
                id=prefix + anchor(block.id),
                block=block,
                place=places.name(*span),
                labels=_labels(block, opens=opens),
                pieces=tuple(pieces_of(stretches, within(findings, span), rulebook)),
                same=all(one.edit is None and not one.gap for one in stretches),
                opens_article=opens,
                copies=tuple(copies.get(block.id, ())),
            ),
        )


def _removal_rows(document: Document, links: Links, places: Places) -> Iterator[tuple[int, BlockRow | RemovalRow]]:
    prefix = links.prefix(document.id)
    owners = Owners(document)
    for number, removal in enumerate(document.removed, 1):
        start, end = removal.source[0][0], removal.source[-1][1]
        kept = _kept(removal.of, document, owners, links, places) if removal.of else None
        texts = ((f"{prefix}_x{number}", visible(close_up(removal.text))),)
        yield start, RemovalRow(removal, places.name(start, end), texts, kept)


def _alike(left: Removal, right: Removal) -> bool:
    """Whether two removals can share a row: crumbs with one reason, which no copy stands for."""
    same = (left.kind, left.rule, left.reason) == (right.kind, right.rule, right.reason)
    return same and left.of is right.of is None and max(len(left.text), len(right.text)) <= LONGEST_CRUMB


def _grouped(rows: Sequence[RemovalRow]) -> RemovalRow:
    first, last = rows[0], rows[-1]
    if first is last:
        return first
    place = f"{first.place.partition('–')[0]}–{last.place.rpartition('–')[2]}"
    return replace(first, place=place, texts=tuple(text for row in rows for text in row.texts))


def _kept(of: Copy, document: Document, owners: Owners, links: Links, places: Places) -> Target:
    if of.document == document.id:
        block = owners.of_copy(of)
        place = places.name(of.source[0][0], of.source[-1][1]) if of.source else block
        return Target(place, links.block(of.document, block) if block else None)
    name = f"{of.document}, {of.block}" if of.block else of.document
    return Target(name, links.block(of.document, of.block) if of.block else links.document(of.document))


def _labels(block: Block, *, opens: bool) -> tuple[str, ...]:
    role = "" if block.role == "paragraph" else block.role.replace("_", " ")
    named = f"{role} {block.level}" if block.role == "heading" and block.level else role
    article = f"article {block.article + 1}" if opens else ""
    return tuple(label for label in (article, named, *(plain(flag) for flag in block.flags)) if label)
