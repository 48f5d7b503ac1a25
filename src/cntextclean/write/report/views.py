"""
What the template of a document asks for, as one frozen value.

Addresses, places and order are decided here; the template only sets them in type.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from cntextclean.model import Document, Finding, Passage, Repeat
from cntextclean.trace import ink_digest
from cntextclean.write.report.links import Links
from cntextclean.write.report.rows import BlockRow, Owners, Places, RemovalRow, Target, rows_of
from cntextclean.write.report.rulebook import Entry, Rulebook
from cntextclean.write.report.summary import Summary, summarise

Sources = Callable[[str], str | None]
"""From a document's id to its decoded source text, or None where that is not at hand."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding of the list, with its place."""

    finding: Finding
    place: str
    href: str | None


@dataclass(frozen=True, slots=True)
class RepeatLine:
    """A finding about copies that no removal shows, with both ends as links."""

    repeat: Repeat
    duplicate: Target
    kept: Target


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document, ready for the template. ``legend`` holds the rules of its edits with their counts."""

    document: Document
    summary: Summary
    anchor: str
    prefix: str
    name: str
    metadata: tuple[tuple[str, str], ...]
    has_lines: bool
    legend: tuple[tuple[Entry, int], ...]
    rows: tuple[BlockRow | RemovalRow, ...]
    findings: tuple[FindingLine, ...]
    repeats: tuple[RepeatLine, ...]


def view_of(document: Document, rulebook: Rulebook, links: Links, sources: Sources | None) -> DocumentView:
    """Everything the report shows of a document. Raises :class:`~cntextclean.errors.TraceError` where it is broken."""
    text = sources(document.id) if sources else None
    if text is not None and (len(text) != document.source.length or ink_digest(text) != document.source.ink):
        text = None
    places, prefix = Places(text), links.prefix(document.id)
    counts = Counter(record.rule for group in (document.edits, document.removed) for record in group)
    return DocumentView(
        document=document,
        summary=summarise(document),
        anchor=prefix.rstrip("-"),
        prefix=prefix,
        name=document.title or document.id,
        metadata=tuple((key, _joined(value)) for key, value in sorted(document.metadata.items()) if key != "title"),
        has_lines=text is not None,
        legend=tuple((rulebook[name], count) for name, count in sorted(counts.items(), key=lambda x: (-x[1], x[0]))),
        rows=tuple(rows_of(document, rulebook, links, places)),
        findings=tuple(_finding_lines(document, links, places)),
        repeats=tuple(_repeat_lines(document, links, places)),
    )


def _joined(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "、".join(value)


def _finding_lines(document: Document, links: Links, places: Places) -> list[FindingLine]:
    owners = Owners(document)
    lines = []
    for finding in sorted(document.findings, key=lambda one: (-one.score, one.source)):
        block = owners.at(finding.source[0])
        href = links.block(document.id, block) if block else None
        lines.append(FindingLine(finding, places.name(*finding.source), href))
    return lines


def _repeat_lines(document: Document, links: Links, places: Places) -> list[RepeatLine]:
    owners = Owners(document)

    def target(passage: Passage) -> Target:
        if passage.document != document.id:
            return Target(passage.document, links.document(passage.document))
        block = owners.at(passage.start)
        return Target(places.name(passage.start, passage.end), links.block(document.id, block) if block else None)

    # What is removed has a row of its own, which says all that the list would; no character is removed twice.
    shown = sorted(span for removal in document.removed for span in removal.source)

    def is_told(at: int) -> bool:
        before = bisect_right(shown, at, key=lambda span: span[0])
        return before > 0 and at < shown[before - 1][1]

    return [
        RepeatLine(one, target(one.duplicate), target(one.kept))
        for one in document.repeats
        if not (one.action == "removed" and one.duplicate.document == document.id and is_told(one.duplicate.start))
    ]
