"""
Pages of blocks or of loose lines to one layout in reading order.

There are two orders: the engine's own and that of geometry. Which of them is right is told by the text, where they
differ: in the right one the last character of a line and the first of the next are a likely pair more often. The
engine's order of blocks is only left for clearly better evidence; loose lines, which engines return from top to bottom
across all columns, are ordered by geometry unless the evidence is clearly against it.

It is safe because every line goes in once, whatever the order; a page on which a line has no box keeps its engine's.

    >>> page = [("右栏的第一行历时", (50.0, 0.0, 90.0, 4.0)), ("左栏的第一行工程", (0.0, 0.0, 40.0, 4.0))]
    >>> [line.text[:2] for line in from_blocks([[[page[0]], [page[1]]]], "x").lines]
    ['右栏', '左栏']
    >>> [line.text[:2] for line in from_lines([page], "x").lines]
    ['左栏', '右栏']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from cntextclean.language.junctions import odds_of_going_on
from cntextclean.model import Box
from cntextclean.read.layouts.direction import turned
from cntextclean.read.layouts.model import Layout, LayoutLine
from cntextclean.read.layouts.order import blocks_in_order
from cntextclean.read.layouts.words import bounds, line_text

RawLine = tuple[str, Box | None]
Block = Sequence[RawLine]

_CLEAR = 2.5
"""Natural logarithm of the odds at which the text speaks clearly for one of two orders: nearly that of a likely pair,
which stands at 2 in 100 breaks by chance."""


def from_blocks(pages: Iterable[Sequence[Block]], engine: str, *, ordered: bool = False) -> Layout:
    """Pages of blocks of lines, in the engine's order unless another is clearly right; ``ordered``: in any case."""
    held = list(pages)
    return _layout(held, held if ordered else [_better(page, _CLEAR) for page in held], engine)


def from_lines(pages: Iterable[Sequence[RawLine]], engine: str) -> Layout:
    """Pages of loose lines: grouped and ordered by geometry, what stands in one row of a block made one line."""
    held = [[page] for page in pages]
    return _layout(held, [_better(page, -_CLEAR) for page in held], engine)


def _layout(given: Sequence[Sequence[Block]], pages: Sequence[Sequence[Block]], engine: str) -> Layout:
    """The lines of pages as they were ``given`` and as they are read."""
    lines: list[LayoutLine] = []
    block = 0
    for number, page in enumerate(pages):
        for one in page:
            lines += [LayoutLine(text, box, number, block) for text, box in one]
            block += 1
    moved = sum(_texts(before) != _texts(after) for before, after in zip(given, pages, strict=True))
    return Layout(tuple(lines), engine, moved)


def _texts(page: Sequence[Block]) -> list[str]:
    return [text for block in page for text, _ in block]


def _better(page: Sequence[Block], least: float) -> Sequence[Block]:
    """The blocks as they came, or ordered by geometry where the text speaks for that by ``least`` or more."""
    lines = list(chain.from_iterable(page))
    boxes = turned([box for _, box in lines], [text for text, _ in lines])
    known = [box for box in boxes if box]
    if len(known) < len(lines):
        return page
    placed = [(text, box, shown) for (text, box), shown in zip(lines, known, strict=True)]
    made = [[_row([placed[index] for index in row]) for row in block] for block in blocks_in_order(known)]
    before, after = [text for text, _ in lines], [text for block in made for text, _ in block]
    if before == after:
        return page
    if least > 0 and _headline_comes_late(lines, made):
        least = 0.0
    return made if odds_of_going_on(after) - odds_of_going_on(before) >= least else page


def _headline_comes_late(lines: Sequence[RawLine], made: Sequence[Block]) -> bool:
    """Whether the largest line stands first on the page, a page header apart, and the engine read it in the middle."""
    largest = max(lines, key=lambda line: line[1][3] - line[1][1] if line[1] else 0.0)
    order = [text for block in made for text, _ in block]
    first = [text for text, _ in lines].index(largest[0])
    return largest[0] in order and order.index(largest[0]) <= 1 < first


def _row(parts: Sequence[tuple[str, Box | None, Box]]) -> RawLine:
    return line_text([(text, shown) for text, _, shown in parts]), bounds([box for _, box, _ in parts if box])
