"""
Texts to be compared: plain strings, pairs of id and text, records, documents.

It is safe because a text is taken over as it is.

    >>> record_of(("a", "会场内。"), 0), record_of("会场内。", 7).id
    (Record(id='a', text='会场内。', date='', source='', roles=()), '000007')
"""

from __future__ import annotations

from dataclasses import dataclass

from cntextclean.errors import UsageError
from cntextclean.model import Document, Role, Span


@dataclass(frozen=True, slots=True)
class Record:
    """A text with its id; ``date`` (sortable) and ``source`` serve the choice of the text that stays."""

    id: str
    text: str
    date: str = ""
    source: str = ""
    roles: tuple[tuple[Span, Role], ...] = ()


def record_of(one: str | tuple[str, str] | Record | Document, number: int) -> Record:
    """One of the texts of a corpus, of which it is the ``number``-th."""
    if isinstance(one, Record):
        return one
    if isinstance(one, tuple):
        return Record(*one)
    if isinstance(one, Document):
        spans: list[tuple[Span, Role]] = []
        at = 0
        for block in one.blocks:
            spans.append(((at, at + len(block.text)), block.role))
            at += len(block.text) + 1
        return Record(one.id, "\n".join(block.text for block in one.blocks), roles=tuple(spans))
    if isinstance(one, str):
        return Record(f"{number:06d}", one)
    raise UsageError(f"text {number} is neither a text nor a pair of id and text ({type(one).__name__}).")
