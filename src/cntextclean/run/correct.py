"""
A finished document with misread ideographs put right, each a recorded edit.

It is safe because only the named characters change, one for one; everything else is taken over stretch by stretch as
the document's own edits give it, and the result must still restore the ink of the source.

    >>> from cntextclean import clean
    >>> document = correct(clean("推动区城市场。"), [Swap(3, "城", "域", "repeats.consensus", "两份")])
    >>> document.blocks[0].text, document.edits[0].before
    ('推动区域市场。', '城')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cntextclean.assembly import statistics
from cntextclean.errors import TraceError
from cntextclean.model import Document, Edit
from cntextclean.trace import restore
from cntextclean.trace.align import Stretch, align


@dataclass(frozen=True, slots=True)
class Swap:
    """The character at ``at`` in the blocks' texts with a line feed between: what it is, what it becomes, and why."""

    at: int
    before: str
    after: str
    rule: str
    evidence: str


def correct(document: Document, swaps: Sequence[Swap]) -> Document:
    """
    The document with these characters changed.

    Raises :class:`TraceError` where a character is not what its swap says, or the result would not restore the source.
    """
    asked = {one.at: one for one in swaps}
    blocks = []
    edits: list[Edit] = []
    at = 0
    for block, stretches in align(document):
        changed = [piece for stretch, start in _placed(stretches, at) for piece in _swapped(stretch, start, asked)]
        blocks.append(replace(block, text="".join(one.after for one in changed)))
        edits += [one.edit for one in changed if one.edit]
        at += len(block.text) + 1
    ordered = tuple(sorted(edits, key=lambda one: one.source))
    texts = {old.text: new.text for old, new in zip(document.blocks, blocks, strict=True) if old.role == "title"}
    better = replace(
        document,
        title=texts.get(document.title, document.title),
        blocks=tuple(blocks),
        edits=ordered,
        stats=statistics(blocks, document.removed, ordered),
    )
    restore(better)
    return better


def _placed(stretches: Sequence[Stretch], at: int) -> Iterator[tuple[Stretch, int]]:
    """Stretches, each with the offset that it begins at."""
    for one in stretches:
        yield one, at
        at += len(one.after)


def _swapped(stretch: Stretch, start: int, asked: Mapping[int, Swap]) -> Iterator[Stretch]:
    """A stretch with its swaps: in kept text each is an edit of its own, in an edit it joins that."""
    mine = [asked[at] for at in range(start, start + len(stretch.after)) if at in asked] if asked else []
    if any(stretch.after[one.at - start] != one.before for one in mine):
        raise TraceError(f"a correction at {stretch.start} names a text that is not there")
    if not mine:
        yield stretch
    elif stretch.edit:
        text = "".join(asked[at].after if at in asked else char for at, char in enumerate(stretch.after, start))
        rules = "+".join(dict.fromkeys([*stretch.edit.rule.split("+"), *(one.rule for one in mine)]))
        evidence = "; ".join(one for one in (stretch.edit.evidence, *(swap.evidence for swap in mine)) if one)
        yield replace(stretch, after=text, edit=replace(stretch.edit, after=text, rule=rules, evidence=evidence))
    else:
        yield from _parted(stretch, start, mine)


def _parted(stretch: Stretch, start: int, swaps: Sequence[Swap]) -> Iterator[Stretch]:
    """Kept text around its swaps."""
    done = 0
    for one in swaps:
        place = one.at - start
        if kept := stretch.after[done:place]:
            yield Stretch(stretch.start + done, kept, kept, None, stretch.gap and not done)
        source = stretch.start + place
        edit = Edit((source, source + 1), one.before, one.after, one.rule, one.evidence)
        yield Stretch(source, one.before, one.after, edit, stretch.gap and not place)
        done = place + 1
    if kept := stretch.after[done:]:
        yield Stretch(stretch.start + done, kept, kept, None, stretch.gap and not done)
