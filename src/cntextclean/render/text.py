r"""
A document as plain text: the blocks of the body, one a line, a blank line between them.

Furniture is left out; footnotes stand where they stood, are left out, or follow their article. It is safe because it
is a pure function of the document, which keeps everything; and because the same text comes back when the output is
cleaned again.

    >>> from cntextclean.model import Block, Document, Source
    >>> blocks = (Block("b1", "title", "标题", ((0, 2),)), Block("b2", "paragraph", "正文。", ((3, 6),)))
    >>> render_text(Document("a", Source("a", "", "utf-8", 6, ""), blocks=blocks))
    '标题\n\n正文。\n'
"""

from __future__ import annotations

from cntextclean.config import Notes
from cntextclean.model import Block, Document
from cntextclean.render.notes import arrange_notes


def body(document: Document, notes: Notes = "keep") -> tuple[Block, ...]:
    """The blocks a reader came for, in order: all but furniture and those without a visible character."""
    shown = tuple(block for block in document.blocks if block.role != "furniture" and block.text.strip())
    return arrange_notes(shown, notes)


def render_text(document: Document, notes: Notes = "keep") -> str:
    """The body as plain text with a final newline; empty for a document without a body."""
    blocks = body(document, notes)
    return "\n\n".join(block.text for block in blocks) + "\n" if blocks else ""
