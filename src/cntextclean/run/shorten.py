"""
A finished document without the passages that another document holds: blocks cut, each cut a removal that names it.

It is safe because nothing is written anew: what stays and what goes is dealt out stretch by stretch as the document's
own edits give it, and the result must restore the ink of the source, or the document stays as it was.

    >>> from cntextclean import clean
    >>> cut = Cut(3, 6, Copy("b", "", ((0, 3),)), 1.0, "")
    >>> document = shorten(clean("第一。第二。第三。"), [cut])
    >>> [block.text for block in document.blocks], document.removed[0].text
    (['第一。', '第三。'], '第二。')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cntextclean.assembly import statistics
from cntextclean.errors import TraceError
from cntextclean.model import Block, Copy, Document, Edit, Removal, Span
from cntextclean.structure.sections import section_tree
from cntextclean.trace import restore
from cntextclean.trace.align import Stretch, align

RULE = "repeats.block"


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage that goes, in offsets of the blocks' texts with a line feed between, and the copy that stays."""

    start: int
    end: int
    of: Copy
    similarity: float
    evidence: str


def shorten(document: Document, cuts: Sequence[Cut]) -> Document:
    """
    The document without these passages, each of which lies in one block.

    Raises :class:`TraceError` where a cut would part an edit, or the result would not restore the source.
    """
    blocks: list[Block] = []
    removed: list[Removal] = list(document.removed)
    kept: list[Edit] = []
    at = 0
    for block, stretches in align(document):
        mine = _cuts_in(block, at, cuts)
        at += len(block.text) + 1
        left, gone = _deal(stretches, mine) if mine else ([list(stretches)], [])
        blocks += [_block(block, part, number) for number, part in enumerate(left, 1)] if mine else [block]
        removed += gone
        kept += [one.edit for part in left for one in part if one.edit]
    edits = tuple(sorted(kept, key=lambda one: one.source))
    ordered = tuple(sorted(removed, key=lambda one: one.source))
    shorter = replace(
        document,
        blocks=tuple(blocks),
        sections=section_tree(tuple(blocks)),
        removed=ordered,
        edits=edits,
        stats=statistics(blocks, ordered, edits),
    )
    restore(shorter)
    return shorter


def _cuts_in(block: Block, at: int, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts in a block that begins at ``at``, in order, in offsets of its own text."""
    length = len(block.text)
    mine = [replace(one, start=one.start - at, end=one.end - at) for one in cuts if at <= one.start < at + length]
    mine.sort(key=lambda one: one.start)
    ends = [0, *(one.end for one in mine)]
    if any(one.start < end for one, end in zip(mine, ends, strict=False)) or ends[-1] > length:
        raise TraceError(f"copies overlap, or reach beyond block {block.id}")
    return mine


def _deal(stretches: Sequence[Stretch], cuts: Sequence[Cut]) -> tuple[list[list[Stretch]], list[Removal]]:
    """The runs of stretches that stay, and the removals; what shows nothing beside a cut goes with it."""
    parts: list[list[Stretch]] = [[] for _ in range(2 * len(cuts) + 1)]
    for number, stretch in _parted(stretches, cuts):
        parts[number].append(stretch)
    left: list[list[Stretch]] = []
    for number in range(0, len(parts), 2):
        if any(one.after.strip() for one in parts[number]):
            left.append(_trimmed(parts[number]))
        elif number:
            parts[number - 1] += parts[number]
        else:
            parts[1] = parts[0] + parts[1]
    return left, [_removal(cut, parts[2 * number + 1]) for number, cut in enumerate(cuts)]


def _parted(stretches: Sequence[Stretch], cuts: Sequence[Cut]) -> Iterator[tuple[int, Stretch]]:
    """Stretches, split at the ends of cuts, each with its part: even parts stay, odd ones go."""
    points = [point for cut in cuts for point in (cut.start, cut.end)]
    at = number = 0
    for stretch in stretches:
        rest = stretch
        while True:
            while number < len(points) and points[number] <= at:
                number += 1
            room = points[number] - at if number < len(points) else len(rest.after)
            if room >= len(rest.after):
                break
            if rest.edit:
                raise TraceError(f"a copy ends inside an edit, at {rest.start}")
            yield number, replace(rest, before=rest.before[:room], after=rest.after[:room])
            text = rest.after[room:]
            rest, at = Stretch(rest.start + room, text, text), at + room
        yield number, rest
        at += len(rest.after)


def _trimmed(stretches: list[Stretch]) -> list[Stretch]:
    """Without white space at both ends, where it stands as it stood in the source."""
    first = stretches[0]
    if not first.edit:
        text = first.after.lstrip()
        stretches = [replace(first, start=first.end - len(text), before=text, after=text), *stretches[1:]]
    last = stretches[-1]
    if not last.edit:
        text = last.after.rstrip()
        stretches = [*stretches[:-1], replace(last, before=text, after=text)]
    return [one for one in stretches if one.before or one.after]


def _spans(stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    """The ranges of the source that stretches hold."""
    spans: list[Span] = []
    for one in stretches:
        if not one.before:
            continue
        if spans and spans[-1][1] == one.start and not one.gap:
            spans[-1] = (spans[-1][0], one.end)
        else:
            spans.append((one.start, one.end))
    return tuple(spans)


def _block(block: Block, stretches: Sequence[Stretch], number: int) -> Block:
    """A part of a block; the first keeps its id."""
    name = block.id if number == 1 else f"{block.id}.{number}"
    return replace(block, id=name, text="".join(one.after for one in stretches), source=_spans(stretches))


def _removal(cut: Cut, stretches: Sequence[Stretch]) -> Removal:
    raw = "".join(one.before for one in stretches)
    return Removal("duplicate", _spans(stretches), raw, RULE, cut.evidence, cut.of, cut.similarity)
