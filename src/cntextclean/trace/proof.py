"""
The proof: blocks and removals hold every character of the source that is not white space, once, and the edits
rebuild every block.

:func:`verify` runs on each document before it is written. :func:`restore` needs no source: it undoes the edits and
returns the source's ink (its characters without white space), whose SHA-256 the document carries; so a stranger can
check the written files alone.

    >>> ink_of("一 二\\n三")
    '一二三'
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cntextclean.errors import TraceError
from cntextclean.model import Block, Document, Edit, Section, Span


def ink_of(text: str) -> str:
    """The text without white space (as ``str.isspace`` defines it)."""
    return "".join(text.split())


def ink_digest(text: str) -> str:
    """SHA-256, in hexadecimal, of the text without white space, as UTF-8."""
    return hashlib.sha256(ink_of(text).encode("utf-8", "surrogatepass")).hexdigest()


def verify(text: str, document: Document) -> None:
    """
    Raise :class:`TraceError` unless the document accounts for its decoded source ``text``.

    Checked: the source's length and ink; spans in range, disjoint and together holding all ink; every edit inside one
    span of one block with the text it says it replaces; every block rebuilt by its edits; removals verbatim; block ids
    unique; the sections hold each block once; facts stated at places that the source has.
    """
    if len(text) != document.source.length or ink_digest(text) != document.source.ink:
        raise TraceError("the document belongs to another source text")
    spans = _all_spans(document)
    _check_disjoint(spans, len(text))
    _check_coverage(text, spans)
    for edit in document.edits:
        if text[slice(*edit.source)] != edit.before:
            raise TraceError(f"{edit.rule} at {edit.source} names a text that is not there")
    for removal in document.removed:
        if "".join(text[slice(*span)] for span in removal.source) != removal.text:
            raise TraceError(f"the removal at {removal.source} is not the source's text")
    _check_edits_owned(document)
    for block, edits in edits_of_blocks(document):
        if _undo(block, edits) != "".join(text[slice(*span)] for span in block.source):
            raise TraceError(f"the edits do not rebuild block {block.id}")
    _check_sections(document)
    _check_facts(document)


def restore(document: Document) -> str:
    """
    The source's ink, rebuilt from the document alone by undoing its edits. Raises :class:`TraceError` where the
    document contradicts itself or its recorded digest.
    """
    _check_disjoint(_all_spans(document), document.source.length)
    _check_edits_owned(document)
    parts = [(removal.source[0][0], removal.text) for removal in document.removed if len(removal.source) == 1]
    for removal in document.removed:
        if len(removal.source) > 1:
            parts += _deal(removal.text, removal.source)
    for block, edits in edits_of_blocks(document):
        parts += _deal(_undo(block, edits), block.source)
    ink = ink_of("".join(part for _, part in sorted(parts)))
    if ink_digest(ink) != document.source.ink:
        raise TraceError("blocks and removals do not restore the source")
    _check_sections(document)
    return ink


def _all_spans(document: Document) -> list[Span]:
    held = [block.source for block in document.blocks] + [removal.source for removal in document.removed]
    return sorted(span for spans in held for span in spans)


def _check_disjoint(spans: list[Span], length: int) -> None:
    for span in spans:
        if not 0 <= span[0] < span[1] <= length:
            raise TraceError(f"span {span} is empty or lies outside the source")
    for left, right in pairwise(spans):
        if left[1] > right[0]:
            raise TraceError(f"spans {left} and {right} overlap")


def _check_coverage(text: str, spans: list[Span]) -> None:
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        gap = text[at:start]
        if gap.strip():
            count = len(ink_of(gap))
            raise TraceError(f"{count} characters at {at}-{start} are in no block and no removal: {gap!r:.80}")
        at = end


def edits_of_blocks(document: Document) -> Iterable[tuple[Block, list[Edit]]]:
    """Each block with the edits that lie in its spans."""
    edits = sorted(document.edits, key=lambda edit: edit.source)
    starts = [edit.source[0] for edit in edits]
    for block in document.blocks:
        found: list[Edit] = []
        for number, (start, end) in enumerate(block.source):
            index = bisect_left(starts, start)
            while index < len(edits) and edits[index].source[0] <= end:
                edit = edits[index]
                if edit.source[1] <= end and _owns(block, number, edit):
                    found.append(edit)
                index += 1
        yield block, found


def _owns(block: Block, number: int, edit: Edit) -> bool:
    """Whether the edit belongs to span ``number``; an insertion where two spans of a block touch goes to the later."""
    start, end = block.source[number]
    inside = start <= edit.source[0] and edit.source[1] <= end
    following = block.source[number + 1][0] if number + 1 < len(block.source) else -1
    return inside and not (edit.source == (end, end) and following == end)


def _check_edits_owned(document: Document) -> None:
    for left, right in pairwise(sorted(edit.source for edit in document.edits)):
        if left[1] > right[0] or left == right:
            raise TraceError(f"edits {left} and {right} overlap")
    owned = Counter(edit.source for _, edits in edits_of_blocks(document) for edit in edits)
    for edit in document.edits:
        if owned[edit.source] != 1:
            raise TraceError(f"{edit.rule} at {edit.source} belongs to {owned[edit.source]} blocks")


def _undo(block: Block, edits: list[Edit]) -> str:
    """The source text of the block's spans, from its text and its edits."""
    out: list[str] = []
    at = 0
    pending = iter(edits)
    edit = next(pending, None)
    for start, end in block.source:
        position = start
        while edit and start <= edit.source[0] and edit.source[1] <= end:
            kept = edit.source[0] - position
            out += block.text[at : at + kept], edit.before
            at += kept
            if not block.text.startswith(edit.after, at):
                raise TraceError(f"{edit.rule} at {edit.source} is not what block {block.id} shows")
            at += len(edit.after)
            position = edit.source[1]
            edit = next(pending, None)
        out.append(block.text[at : at + end - position])
        at += end - position
    if at != len(block.text) or edit:
        raise TraceError(f"the edits do not account for the text of block {block.id}")
    return "".join(out)


def _deal(text: str, spans: Sequence[Span]) -> list[tuple[int, str]]:
    """A text dealt out to the spans it came from, as (start, part)."""
    at, parts = 0, []
    for start, end in spans:
        parts.append((start, text[at : at + end - start]))
        at += end - start
    return parts


def _check_facts(document: Document) -> None:
    for fact in document.facts:
        for start, end in (span for stated in fact.stated for span in stated):
            if not 0 <= start < end <= document.source.length:
                raise TraceError(f"{fact.name} is stated at {(start, end)}, which is empty or outside the source")


def _check_sections(document: Document) -> None:
    ids = [block.id for block in document.blocks]
    if len(set(ids)) != len(ids):
        raise TraceError("block ids are not unique")
    held: list[str] = []
    stack: list[Section] = list(document.sections)
    while stack:
        section = stack.pop()
        held += [section.heading] if section.heading else []
        held += section.blocks
        stack += section.sections
    if sorted(held) != sorted(ids):
        raise TraceError("the sections do not hold every block once")
