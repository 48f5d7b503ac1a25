r"""
A page layout: lines of text with their boxes, in reading order, and the text that they make.

The text is the decoded source of the document: a line a line, a blank line between blocks, a form feed between pages;
offsets count its code points, and :class:`~cntextclean.model.LinePlace` says for each line where it stood.

    >>> render(Layout((LayoutLine("甲", None, 0, 0), LayoutLine("乙", None, 0, 1), LayoutLine("丙", None, 1, 2)))).text
    '甲\n\n乙\n\x0c丙\n'
"""

from __future__ import annotations

from dataclasses import dataclass

from cntextclean.model import Box, LinePlace

__all__ = ["Box", "Layout", "LayoutLine", "LinePlace", "Rendered", "render"]


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A line of text, its box where the engine gave one, its page (from 0), its block (a number, from 0 on)."""

    text: str
    box: Box | None
    page: int
    block: int


@dataclass(frozen=True, slots=True)
class Layout:
    """
    Lines in reading order, the kind of file they came from, how many pages were put in another order, and the text of
    the lines that the engine took for headers, footers and page numbers.
    """

    lines: tuple[LayoutLine, ...]
    engine: str = ""
    moved: int = 0
    furniture: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a layout and the places of its lines."""

    text: str
    places: tuple[LinePlace, ...]


def render(layout: Layout) -> Rendered:
    """The text of a layout. Line breaks within a line become blanks, so that each line stays one."""
    parts: list[str] = []
    places: list[LinePlace] = []
    length = number = 0
    before: LayoutLine | None = None
    for line in layout.lines:
        text = " ".join(line.text.split("\n")).strip()
        if not text:
            continue
        if before and before.page != line.page:
            number = 0
        mark = (
            "" if before is None else "\f" if before.page != line.page else "\n" if before.block != line.block else ""
        )
        parts += mark, text, "\n"
        start = length + len(mark)
        places.append(LinePlace(start, start + len(text), line.page, number, line.box))
        length = start + len(text) + 1
        number += 1
        before = line
    return Rendered("".join(parts), tuple(places))
