"""
What the program speaks: the document that leaves it, and the records that explain it.

Every value here is frozen. Offsets are code points of the *decoded source* (the bytes decoded with the recorded
encoding, byte-order mark dropped, nothing else changed); a span is half-open, ``(start, end)``.

It is safe because nothing here builds text: a document is assembled, and proved, by :mod:`cntextclean.trace`.

    >>> Edit((3, 4), ",", "，", "punctuation.comma").before
    ','
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from cntextclean.statements import Fact, Link, Reference, Span

__all__ = [
    "ROLES", "SCHEMA", "Action", "Block", "Box", "Copy", "Document", "Edit", "Fact", "Finding", "Lang", "LinePlace",
    "Link", "Passage", "Reference", "Relation", "Removal", "RemovalKind", "Repeat", "Replacement", "Role", "Section",
    "Source", "Span",
]  # fmt: skip

Role = Literal[
    "title", "subtitle", "byline", "heading", "paragraph", "list_item", "table", "caption", "abstract",
    "keywords", "metadata", "footnote", "reference", "quote", "furniture",
]  # fmt: skip
RemovalKind = Literal["duplicate", "loop", "stray", "furniture", "boilerplate", "encoding"]
Relation = Literal["exact", "near", "contains", "contained", "overlap", "loop", "formula", "template"]
Action = Literal["removed", "labelled"]
Lang = Literal["zh", "en"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in the units of the engine (pixels mostly), y growing downwards."""

ROLES: tuple[str, ...] = get_args(Role)
SCHEMA = "cntextclean.document/1"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Bytes that no encoding could read: ``length`` bytes from byte ``offset``, shown as U+FFFD at ``at``."""

    offset: int
    length: int
    at: int
    bytes: str


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where the line at ``start`` to ``end`` of the text stood: page (from 0), number on the page (from 0), box."""

    start: int
    end: int
    page: int
    number: int
    box: Box | None


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where a document came from. ``ink`` is the SHA-256 of the decoded text without white space, as UTF-8. ``lines``
    holds, for a page layout, the page, the number and the box of each line of the text.
    """

    name: str
    sha256: str
    encoding: str
    length: int
    ink: str
    replaced: tuple[Replacement, ...] = ()
    lines: tuple[LinePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """``before`` stood at ``source``; ``after`` stands in the block. ``rule`` names joined by ``+`` were composed."""

    source: Span
    before: str
    after: str
    rule: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something seen and left alone: the text at ``source``, what it may be, how sure (0 to 1)."""

    source: Span
    rule: str
    text: str
    suggest: tuple[str, ...] = ()
    score: float = 0.0
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One unit of the canonical document. Levels of headings start at 1; other roles have none."""

    id: str
    role: Role
    text: str
    source: tuple[Span, ...]
    level: int | None = None
    article: int = 0
    lang: Lang = "zh"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """The text that stays where a copy of it was removed."""

    document: str
    block: str
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """Source text that is in no block, raw, with the reason it is not."""

    kind: RemovalKind
    source: tuple[Span, ...]
    text: str
    rule: str
    reason: str
    of: Copy | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading's block id (none for what precedes the first heading), the blocks under it, and its children."""

    heading: str | None
    level: int
    blocks: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document's input text, for :class:`Repeat`."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """One finding about copies, a line of ``duplicates.jsonl``. ``differing`` pairs are (duplicate, kept)."""

    relation: Relation
    action: Action
    cluster: str
    similarity: float
    duplicate: Passage
    kept: Passage
    differing: tuple[tuple[str, str], ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A canonical document: blocks and removals hold every source character, edits explain every change."""

    id: str
    source: Source
    title: str = ""
    metadata: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    removed: tuple[Removal, ...] = ()
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    stats: dict[str, int] = field(default_factory=dict)
    schema: str = SCHEMA

    def __repr__(self) -> str:
        """One line, whatever the length of the document."""
        counts = f"{len(self.blocks)} blocks, {len(self.edits)} edits, {len(self.removed)} removed"
        return f"<Document {self.id!r}: {self.title or 'untitled'}; {counts}, {len(self.findings)} findings>"

    @property
    def text(self) -> str:
        """The body as plain text, a blank line between blocks; furniture is left out."""
        from cntextclean.render.text import render_text

        return render_text(self)

    def to_markdown(self) -> str:
        """The body as Markdown with front matter; furniture is left out."""
        from cntextclean.render.markdown import render_markdown

        return render_markdown(self)

    def to_tei(self) -> str:
        """The whole document as TEI P5; furniture stands in ``<fw>``."""
        from cntextclean.render.tei import render_tei

        return render_tei(self)

    def articles(self) -> tuple[Document, ...]:
        """
        The articles of the page, each a document of its own blocks, title and facts, for reading; furniture is left
        out. What proves the text (removals, counts) stays with the whole.
        """
        from cntextclean.render.articles import PAGE, take_apart

        return tuple(part.document for part in take_apart(self) if part.number != PAGE)

    def to_json(self) -> str:
        """The whole document as one line of JSON, as in ``documents.jsonl``."""
        from cntextclean.write.jsonl import encode

        return encode(self).decode("utf-8")

    def _repr_html_(self) -> str:
        """The document's page of the report, in a sandboxed frame, for notebooks."""
        from cntextclean.write.report.notebook import render_frame

        return render_frame(self)
