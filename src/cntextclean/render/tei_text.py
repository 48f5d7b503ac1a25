"""
The text of a block in TEI: escaped, with pointers to references and notes, and with the breaks of pages and lines.

It is safe because it adds mark-up only: without it, the text is that of the block.

    >>> plain("甲 & 乙\\x0b")
    '甲 &amp; 乙\ufffd'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from cntextclean.model import Block, Document, LinePlace
from cntextclean.trace.align import Stretch, align

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Break = tuple[int, str]
"""An offset in a block's text, and the empty element that stands before it."""
Pointer = tuple[int, int, str]
"""A range of a block's text, and the id that it points to."""


def plain(text: str) -> str:
    """The text escaped, without what XML 1.0 forbids."""
    return escape(FORBIDDEN.sub("\ufffd", text))


def named(block: Block) -> str:
    """The attributes every block has: its id, its language where that is not Chinese."""
    language = ' xml:lang="en"' if block.lang == "en" else ""
    return f' xml:id="{block.id}"{language}'


class Linker:
    """Knows the references, notes, pages and lines of a document, and sets what points to them into text."""

    def __init__(self, document: Document) -> None:
        laid = list(align(document)) if document.links or document.source.lines else []
        self.items = {item.block: item for item in document.references}
        self._pointed = {block.id: list(_pointers(document, stretches)) for block, stretches in laid}
        self._breaks = dict(_breaks(document, laid)) if document.source.lines else {}

    def marked(self, block: Block) -> str:
        """The text of a block, its lines parted by ``<lb/>``."""
        return "<lb/>".join(self.lines(block))

    def lines(self, block: Block) -> list[str]:
        """The lines of a block, each escaped and with its pointers and breaks."""
        shown, at = [], 0
        breaks, pointers = self._breaks.get(block.id, []), self._pointed.get(block.id, [])
        for line in block.text.split("\n"):
            end = at + len(line)
            inside = [(start - at, one) for start, one in breaks if at <= start < end]
            links = [(start - at, stop - at, to) for start, stop, to in pointers if at <= start and stop <= end]
            shown.append(_set(line, inside, links))
            at = end + 1
        return shown

    def breaks(self, block: Block) -> str:
        """The breaks of a block together, for elements that hold no text of their own."""
        return "".join(one for _, one in self._breaks.get(block.id, []))


def _pointers(document: Document, stretches: Sequence[Stretch]) -> Iterator[Pointer]:
    """The links whose marks stand in a block, as ranges of its text that do not overlap; of two that do, the first."""
    found = []
    for link in document.links:
        start, end = _offset(stretches, link.source[0]), _offset(stretches, link.source[1] - 1)
        if start is not None and end is not None:
            found.append((start, end + 1, link.block))
    last = 0
    for one in sorted(found):
        if one[0] >= last:
            last = one[1]
            yield one


def _offset(stretches: Sequence[Stretch], place: int) -> int | None:
    """The offset in a block's text of a place of the source; none where the place is not in the block."""
    at = 0
    for one in stretches:
        if one.start <= place < one.end:
            return at + min(place - one.start, max(len(one.after) - 1, 0))
        at += len(one.after)
    return None


def _set(text: str, breaks: Sequence[Break], pointers: Sequence[Pointer]) -> str:
    """A line with its mark-up; a break inside a pointer stands in it."""
    shown, at = [], 0
    for start, end, target in pointers:
        shown += [_broken(text, at, start, breaks), f'<ref target="#{target}">']
        shown += [_broken(text, start, end, breaks), "</ref>"]
        at = end
    return "".join([*shown, _broken(text, at, len(text), breaks)])


def _broken(text: str, start: int, end: int, breaks: Sequence[Break]) -> str:
    shown = []
    for place, one in breaks:
        if start <= place < end:
            shown += [plain(text[start:place]), one]
            start = place
    return "".join([*shown, plain(text[start:end])])


def _breaks(document: Document, laid: Sequence[tuple[Block, tuple[Stretch, ...]]]) -> Iterator[tuple[str, list[Break]]]:
    """For each block where pages and lines of the layout begin in its text."""
    lines = document.source.lines
    starts = [line.start for line in lines]
    page = -1
    for block, stretches in laid:
        found: list[Break] = []
        for line, place in _begun(lines, starts, stretches):
            if line.page != page:
                page = line.page
                found.append((place, f'<pb n="{page + 1}"/>'))
            found.append((place, f'<lb n="{line.number + 1}"/>'))
        yield block.id, found


def _begun(
    lines: Sequence[LinePlace], starts: Sequence[int], stretches: Sequence[Stretch]
) -> Iterator[tuple[LinePlace, int]]:
    """The lines that begin in a block, each with the offset in its text."""
    at, seen = 0, -1
    for stretch in stretches:
        number = bisect_left(starts, stretch.start)
        for line in lines[number : bisect_left(starts, stretch.end)]:
            if line.start > seen:
                yield line, at + (0 if stretch.edit else line.start - stretch.start)
                seen = line.start
        at += len(stretch.after)
