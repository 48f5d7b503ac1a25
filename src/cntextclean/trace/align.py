"""
A document's blocks beside the source they came from, stretch by stretch.

What was kept stands once for both sides; what was changed stands with its edit. It is safe because nothing is
compared or guessed: the stretches are read off the recorded edits, and joined up they give the source's text on one
side and the block's on the other (:func:`source_of_block` undoes the edits; :mod:`.proof` checks the same).

    >>> from cntextclean import clean
    >>> block, stretches = next(align(clean("甲乙丙")))
    >>> [(one.start, one.before, one.after, one.edit) for one in stretches]
    [(0, '甲乙丙', '甲乙丙', None)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cntextclean.errors import TraceError
from cntextclean.model import Block, Document, Edit
from cntextclean.trace.proof import edits_of_blocks


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    Source text from offset ``start`` on: ``before`` there, ``after`` in the block, one and the same unless ``edit``
    says why not. ``gap``: source text of other blocks, or text that was removed, stands between it and the one before.
    """

    start: int
    before: str
    after: str
    edit: Edit | None = None
    gap: bool = False

    @property
    def end(self) -> int:
        """The source offset behind the last character."""
        return self.start + len(self.before)


def align(document: Document) -> Iterator[tuple[Block, tuple[Stretch, ...]]]:
    """Each block with its stretches, in the block's order. Raises :class:`TraceError` where edits contradict it."""
    for block, edits in edits_of_blocks(document):
        yield block, tuple(_stretches(block, edits))


def source_of_block(document: Document, block: Block) -> str:
    """The source text that a block of the document came from, rebuilt by undoing its edits."""
    for candidate, stretches in align(document):
        if candidate == block:
            return "".join(one.before for one in stretches)
    raise TraceError(f"block {block.id} is not in document {document.id}")


def _stretches(block: Block, edits: list[Edit]) -> Iterator[Stretch]:
    at, used = 0, 0
    for number, (start, end) in enumerate(block.source):
        position, gap = start, number > 0
        while used < len(edits) and start <= edits[used].source[0] and edits[used].source[1] <= end:
            edit = edits[used]
            kept = block.text[at : at + edit.source[0] - position]
            if kept:
                yield Stretch(position, kept, kept, None, gap)
            at += len(kept)
            if not block.text.startswith(edit.after, at):
                raise TraceError(f"{edit.rule} at {edit.source} is not what block {block.id} shows")
            yield Stretch(edit.source[0], edit.before, edit.after, edit, gap and not kept)
            at, position, gap, used = at + len(edit.after), edit.source[1], False, used + 1
        if position < end:
            kept = block.text[at : at + end - position]
            yield Stretch(position, kept, kept, None, gap)
            at += len(kept)
    if at != len(block.text) or used != len(edits):
        raise TraceError(f"the edits do not account for the text of block {block.id}")
