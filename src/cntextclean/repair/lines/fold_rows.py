"""
The printed lines that a line with blanks may be made of, and the cheapest account of it.

It is safe because it only measures: what a printed line costs is for the caller to say.

    >>> line = read_line("论坛现场举行了一 系列重磅发布和签 约活动在东海市举")
    >>> cheapest(line, 8.0, lambda row: abs(row.grid - row.width))
    (0.0, [(8, 9), (17, 18)])
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from cntextclean.language.dictionary import CONTEXT
from cntextclean.model import Span
from cntextclean.repair.lines.widths import SLACK, width_of

BLANKS = re.compile(r"[ \u3000\t](?<=\S.)[ \u3000\t]*(?=\S)")
"""Blanks between ink. Beginning with a set of characters, it is tried only where one of them stands."""
STOPS = "。！？!?；;"
ENDS = STOPS + "：:”’）)"
"""What the last row of a paragraph ends with."""
FIRST = 2.0
"""Indent of a first row, in em."""
WIDEST = 4.0
"""Em over the width of the column from which on no printed line is looked for."""


class Line(NamedTuple):
    """A line without outer white space, and the blanks inside it (start, end)."""

    body: str
    blanks: tuple[Span, ...]


def read_line(body: str) -> Line:
    """A line and its blanks."""
    return Line(body, tuple(match.span() for match in BLANKS.finditer(body)))


def meets(line: Line, blank: Span) -> tuple[str, str]:
    """The text before a blank and behind it, as much as the dictionary asks for."""
    return line.body[max(0, blank[0] - CONTEXT) : blank[0]], line.body[blank[1] : blank[1] + CONTEXT]


def run_widths(line: Line) -> list[float]:
    """The widths of what stands between the blanks of a line, in em; one more than there are blanks."""
    bounds = [0, *(point for span in line.blanks for point in span), len(line.body)]
    return [width_of(line.body[start:end]) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


class PrintedRow(NamedTuple):
    """A printed line as it may be: from the blank that ends the one before to the one that ends it, and its width."""

    line: Line
    before: int
    after: int
    width: float
    grid: float

    @property
    def end(self) -> int:
        """Where its text ends in the line."""
        return self.line.blanks[self.after][0] if self.after < len(self.line.blanks) else len(self.line.body)

    @property
    def is_last(self) -> bool:
        """Whether the line ends with it."""
        return self.after == len(self.line.blanks)

    @property
    def opens(self) -> bool:
        """Whether a paragraph may begin with it."""
        return self.before < 0 or self.line.body[self.line.blanks[self.before][0] - 1] in STOPS

    @property
    def is_full(self) -> bool:
        """Whether it fills its column, but for an indent."""
        return self.width >= self.grid - SLACK - (FIRST if self.opens else 0.0)


def cheapest(line: Line, grid: float, cost: Callable[[PrintedRow], float]) -> tuple[float, list[Span]]:
    """The least total cost of the printed lines that a line may be, and the blanks between them."""
    body, last = line.body, len(line.blanks)
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # cost, rows, bound before
    for right in range(1, last + 2):
        options = []
        end = len(body) if right > last else line.blanks[right - 1][0]
        for left in range(right - 1, -1, -1):
            start = line.blanks[left - 1][1] if left else 0
            width = width_of(body[start:end])
            row = PrintedRow(line, left - 1, right - 1, width, grid)
            options.append((best[left][0] + cost(row), best[left][1] + 1, left))
            if width > grid + WIDEST:
                break
        best.append(min(options))
    points, at = [], best[-1][2]
    while at:
        points.append(line.blanks[at - 1])
        at = best[at][2]
    return best[-1][0], points[::-1]
