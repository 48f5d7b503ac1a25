"""
Pages of blocks or of loose lines to one layout in reading order.

It is safe because every line goes in once: blocks with boxes are ordered by geometry, a page on which one has none
keeps the order of its engine.

    >>> page = [[("右栏", (50, 0, 90, 10))], [("左栏", (0, 0, 40, 10))]]
    >>> [line.text for line in from_blocks([page], "x").lines]
    ['左栏', '右栏']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from statistics import median

from cntextclean.read.layouts.model import Box, Layout, LayoutLine
from cntextclean.read.layouts.order import blocks_in_order
from cntextclean.read.layouts.words import bounds, line_text

RawLine = tuple[str, Box | None]


def from_blocks(pages: Iterable[Sequence[Sequence[RawLine]]], engine: str, *, ordered: bool = False) -> Layout:
    """Pages of blocks of lines; the blocks are ordered by geometry unless the engine gave their order."""
    lines: list[LayoutLine] = []
    block = 0
    for number, page in enumerate(pages):
        for one in page if ordered else _blocks_by_geometry(page):
            lines += [LayoutLine(text, box, number, block) for text, box in one]
            block += 1
    return Layout(tuple(lines), engine)


def from_lines(pages: Iterable[Sequence[RawLine]], engine: str) -> Layout:
    """Pages of loose lines: grouped and ordered by geometry, what stands in one row of a block made one line."""
    return from_blocks((_group(page) for page in pages), engine, ordered=True)


def _blocks_by_geometry(page: Sequence[Sequence[RawLine]]) -> list[Sequence[RawLine]]:
    held = [block for block in page if block]
    boxes = [bounds([box for _, box in block if box]) for block in held]
    known = [box for box in boxes if box]
    if len(known) < len(held):
        return held
    heights = [min(box[3] - box[1], box[2] - box[0]) for _, box in chain.from_iterable(held) if box]
    order = blocks_in_order(known, median(heights) if heights else 0.0)
    return [held[index] for rows in order for row in rows for index in row]


def _group(page: Sequence[RawLine]) -> list[list[RawLine]]:
    boxes = [box for _, box in page if box]
    if len(boxes) < len(page):
        return [list(page)]
    return [[_row([page[index] for index in row]) for row in block] for block in blocks_in_order(boxes)]


def _row(parts: list[RawLine]) -> RawLine:
    return line_text(parts), bounds([box for _, box in parts if box])
