"""
The tree of sections that headings make of a list of blocks.

A heading opens a section below the nearest heading before it of a smaller level; what stands before the first
heading of an article stands in a section without one. Each block is in the tree once.

    >>> heading = Block("b1", "heading", "一、总则", ((0, 4),), level=1)
    >>> section_tree((heading, Block("b2", "paragraph", "……", ((5, 7),))))
    (Section(heading='b1', level=1, blocks=('b2',), sections=()),)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cntextclean.model import Block, Section


@dataclass(slots=True)
class _Open:
    heading: str | None
    level: int
    blocks: list[str] = field(default_factory=list)
    sections: list[_Open] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.heading, self.level, tuple(self.blocks), tuple(child.closed() for child in self.sections))


def split_front(sections: Sequence[Section]) -> tuple[tuple[str, ...], tuple[Section, ...]]:
    """
    The sections of one article: the blocks before its first heading, and the sections that have one.

    >>> split_front((Section(None, 0, ("b1",), (Section("b2", 1, ("b3",)),)),))
    (('b1',), (Section(heading='b2', level=1, blocks=('b3',), sections=()),))
    """
    if sections and sections[0].heading is None:
        return sections[0].blocks, (*sections[0].sections, *sections[1:])
    return (), tuple(sections)


def section_tree(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """The sections of blocks in reading order."""
    roots: list[_Open] = []
    stack: list[_Open] = []
    article: int | None = None
    for block in blocks:
        if block.article != article:
            article, stack = block.article, []
        if block.role == "heading":
            level = block.level or 1
            while stack and stack[-1].level >= level:
                stack.pop()
            opened = _Open(block.id, level)
            (stack[-1].sections if stack else roots).append(opened)
            stack.append(opened)
            continue
        if not stack:
            stack = [_Open(None, 0)]
            roots.append(stack[0])
        stack[-1].blocks.append(block.id)
    return tuple(root.closed() for root in roots)
