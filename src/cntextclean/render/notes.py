"""
Footnotes where the reader wants them: where they stand, nowhere, or behind their article.

Left out, a note takes the marks with it that point to it and to no other note (``①``, ``*``); a mark that may point
elsewhere stays. It is safe because it is a pure function of the blocks, which keep everything.

    >>> note = Block("b2", "footnote", "*作者简介。", ((3, 9),))
    >>> blocks = (Block("b1", "byline", "李华*", ((0, 3),)), note, Block("b3", "paragraph", "正文。", ((10, 13),)))
    >>> [block.text for block in arrange_notes(blocks, "drop")]
    ['李华', '正文。']
    >>> [block.id for block in arrange_notes(blocks, "end")]
    ['b1', 'b3', 'b2']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from cntextclean.config import Notes
from cntextclean.model import Block
from cntextclean.structure.citations import find_anchors

NOTE = "footnote"


def arrange_notes(blocks: Sequence[Block], notes: Notes) -> tuple[Block, ...]:
    """The blocks with their footnotes kept in place, dropped, or at the end of each article."""
    if notes == "keep" or not any(block.role == NOTE for block in blocks):
        return tuple(blocks)
    arranged: list[Block] = []
    for _, members in groupby(blocks, key=lambda block: block.article):
        held = list(members)
        told = [block for block in held if block.role == NOTE]
        others = [block for block in held if block.role != NOTE]
        arranged += [*others, *told] if notes == "end" else [_without_marks(block, told) for block in others]
    return tuple(arranged)


def _without_marks(block: Block, notes: Sequence[Block]) -> Block:
    """The block without the marks of these notes."""
    text = block.text
    for mark in reversed(find_anchors(text, [note.text for note in notes])):
        text = text[: mark.start] + text[mark.end :]
    return block if text == block.text else replace(block, text=text)
