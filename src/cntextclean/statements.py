"""
What a document says of itself and of others: facts, references, and the marks that point to them.

It is safe because each names its place: source ranges, or the block that holds it.

    >>> Fact("authors", "李华", (((7, 9),),)).stated[0][0]
    (7, 9)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""A half-open range of the decoded source, in code points."""


@dataclass(frozen=True, slots=True)
class Fact:
    """
    What a document says of itself: ``name`` (a key of its metadata, or ``title``) is ``value``. ``stated`` holds, for
    each place that says so, the source ranges of the words; a value may be a canonical form of them (``2024-11-02``).
    """

    name: str
    value: str
    stated: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """
    An item of a list of references, parsed (GB/T 7714): ``kind`` is its type (``J``, ``M``, ``EB/OL`` …), ``container``
    the journal, publisher's place or paper it names. What was not found is empty.
    """

    block: str
    number: int | None = None
    authors: tuple[str, ...] = ()
    title: str = ""
    kind: str = ""
    container: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """The mark at ``source`` (``[6]``, ``（夏锦文，2023）``, ``①``) points to a reference or a note, without doubt."""

    kind: Literal["citation", "note"]
    source: Span
    block: str
