"""
Citations and note marks of a document's blocks, linked to the references and notes that they point to.

It is safe because it only reads; what fits more than one item, or none, is not linked.

    >>> blocks = [
    ...     Block("b1", "paragraph", "协同创新十分重要[1]。", ((0, 12),)),
    ...     Block("b2", "reference", "[1] 夏锦文. 加强创新[J]. 红旗文稿, 2023(24): 42-44.", ((13, 50),)),
    ... ]
    >>> find_links(blocks, read_references(blocks))
    [Mark(kind='citation', index=0, start=8, end=11, target='b2')]
    >>> read_references(blocks)[0].title
    '加强创新'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cntextclean.model import Block, Reference
from cntextclean.structure.citations import find_anchors, find_citations
from cntextclean.structure.references import read_reference

CITING = frozenset({"paragraph", "list_item", "quote", "abstract", "footnote", "caption", "heading", "title"})
"""Roles whose text may point to a reference or a note."""


@dataclass(frozen=True, slots=True)
class Mark:
    """``start`` to ``end`` in the text of block ``index`` points to the block ``target``."""

    kind: Literal["citation", "note"]
    index: int
    start: int
    end: int
    target: str


def read_references(blocks: Sequence[Block]) -> tuple[Reference, ...]:
    """The references of a document, parsed, in order."""
    return tuple(read_reference(block.text, block.id) for block in blocks if block.role == "reference")


def find_links(blocks: Sequence[Block], items: Sequence[Reference]) -> list[Mark]:
    """The marks that point to one reference, ``items`` of the same blocks, or to one note, in order."""
    notes = [block for block in blocks if block.role == "footnote"]
    texts = [note.text for note in notes]
    if not items and not notes:
        return []
    marks: list[Mark] = []
    for index, block in enumerate(blocks):
        if block.role not in CITING:
            continue
        cited = find_citations(block.text, items) if items else []
        marks += [Mark("citation", index, one.start, one.end, items[one.item].block) for one in cited]
        if block.role != "footnote":
            anchors = find_anchors(block.text, texts)
            marks += [Mark("note", index, one.start, one.end, notes[one.item].id) for one in anchors]
    return sorted(marks, key=lambda mark: (mark.index, mark.start, mark.kind, mark.target))
