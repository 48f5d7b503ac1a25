"""
What an index is asked and what it answers.

Every value is frozen. Offsets are code points of the texts as they were given, spans half-open; shares are 0 to 1.

    >>> Entry("a", "甲。").digest.hex()[:8]
    '8c253750'
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from cntextclean.errors import InputError, UsageError
from cntextclean.model import Document, Passage, Relation, Role, Span
from cntextclean.repeats.corpus import Record

Verdict = Literal["copy", "alike"]
"""``copy``: ``dedup`` would take the passage out; ``alike``: it would leave it and say why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text with its id; ``units`` are its parts with their roles, where they are known; ``place`` names its file."""

    id: str
    text: str
    units: tuple[tuple[Span, Role], ...] = ()
    place: str = ""

    @property
    def digest(self) -> bytes:
        """SHA-256 of the text as UTF-8: what an archive knows a text by, beside its id."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).digest()


def as_entry(one: tuple[str, str] | Record | Document | Entry) -> Entry:
    """What may be added to an index, as an entry. Raises :class:`UsageError` for anything else, or an empty id."""
    if isinstance(one, Document):
        at = 0
        units: list[tuple[Span, Role]] = []
        for block in one.blocks:
            units.append(((at, at + len(block.text)), block.role))
            at += len(block.text) + 1
        one = Entry(one.id, "\n".join(block.text for block in one.blocks), tuple(units))
    elif isinstance(one, Record):
        one = Entry(one.id, one.text, one.roles)
    elif isinstance(one, tuple) and len(one) == 2:
        one = Entry(*one)
    if not (isinstance(one, Entry) and isinstance(one.text, str) and isinstance(one.id, str) and one.id):
        raise UsageError(f"an index takes pairs of id and text, records or documents, not {type(one).__name__}.")
    return one


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A passage of the query that stands in the archive, aligned letter by letter.

    ``similarity``: letters that agree among those of the passage; ``jaccard`` and ``containment``: of the letter
    shingles of the two passages (containment: of the query's in the archive's). ``differing`` pairs are (query,
    archive).
    """

    relation: Relation
    verdict: Verdict
    similarity: float
    jaccard: float
    containment: float
    query: Passage
    archive: Passage
    differing: tuple[tuple[str, str], ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """
    A document of the archive that shares text with the query.

    ``relation`` is the query's to it as a whole (``exact``: the same letters; ``contained``: nine tenths of the query
    stand in it); ``covered`` the share of the query's letters that stand in it, ``held`` the share of its letters that
    stand in the query, what differs in numbers left out; ``jaccard`` that of the two texts' letter shingles.
    """

    document: str
    relation: Relation
    jaccard: float
    covered: float
    held: float
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A key that came with its signature only: the paragraph of the query it is like, and how much, by estimate."""

    key: str
    paragraph: int
    jaccard: float


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What the archive knows of a text.

    ``identical``: ids of the very same text; ``known``: documents that share text with it, verified, the most first;
    ``estimates``: imported signatures, which nothing can verify; ``unchecked``: candidates beyond the limit.
    """

    document: str
    identical: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class Related:
    """Documents of the archive that may share text with some texts; ``unchecked``: pairs beyond the limit."""

    records: tuple[Record, ...]
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class Similar:
    """A paragraph of the archive by its number, and the Jaccard similarity of its shingles with those asked for."""

    document: str
    paragraph: int
    span: Span
    jaccard: float
    containment: float


@dataclass(frozen=True, slots=True)
class Report:
    """
    What became of the texts that were given: ``added``; ``repeated``, there already with the same id and text;
    ``renamed``, added although the same text is there under another id; those that failed, with the reason.
    """

    added: int = 0
    repeated: int = 0
    renamed: int = 0
    segments: int = 0
    failures: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """A segment: its file, its size in bytes, what it holds. ``known``: values of a signature that are known."""

    name: str
    sha256: str
    bytes: int
    documents: int
    paragraphs: int
    signatures: int
    letters: int
    anchors: int
    known: int


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A file that says which documents were taken out, and how much they hold."""

    name: str
    sha256: str
    bytes: int
    documents: int
    paragraphs: int
    letters: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an index: the file and the part of it, and what."""

    place: str
    problem: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file of an index that was checked, and everything that is wrong with it."""

    name: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Info:
    """
    An index in numbers, without the documents that were taken out (``removed``), whose texts stay in ``segments`` until
    it is compacted; ``header`` holds every parameter and version as text.
    """

    header: dict[str, str]
    segments: tuple[SegmentInfo, ...]
    documents: int
    paragraphs: int
    letters: int
    bytes: int
    leftovers: tuple[str, ...] = field(default=())
    removed: int = 0
    tombstones: tuple[Tombstone, ...] = ()
