"""
Rows of separated values: cells between tabs, commas or semicolons.

At least three rows have the same number of tabs, or of commas without blanks; what stands between quotation marks is
one cell. One comma, or semicolons, part cells only where one cell is a figure in each row below the first.

It is safe because a row with a full-width stop, or with a blank behind a separator, is none of cells.

    >>> text = "产品,单价\\n苹果,5.5\\n香蕉,3.2"
    >>> separated_rows(text, [(0, 5), (6, 12), (13, 19)], 0)
    3
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cntextclean.model import Span
from cntextclean.repair.lines.cells import is_figure

LEAST_ROWS = 3
MOST_CELLS = 2000
"""Characters of a row of cells."""
QUOTED_CELL = re.compile(r'(?:^|(?<=[,;\t]))"(?:[^"\n]|"")*"(?=[,;\t]|$)')
ITEM = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,4}|[A-Za-z]|[•·●○■\-*])[）).、．]?\t")
"""The mark of an item and the tab behind it: a list, not a table of two columns."""


def separated_rows(text: str, lines: Sequence[Span], at: int) -> int:
    """
    The line after the last of at least three rows with the same number of tabs, or of commas without blanks. The first
    begins with a cell: the blanks before a passage are no part of it. One comma, or semicolons, part cells only where
    one cell is a figure in each row below the first: a sentence of print may have them, too.
    """
    if text[slice(*lines[at])][:1].isspace():
        return 0
    for mark, least in (("\t", 1), (",", 1), (";", 2)):
        cells = _cells(text[slice(*lines[at])], mark)
        end = at
        while len(cells) > least and end < len(lines) and _count(text, lines[end], mark) == len(cells):
            end += 1
        sure = mark == "\t" or (mark == "," and len(cells) > 2)
        if end - at >= LEAST_ROWS and (sure or _has_figures(text, lines[at + 1 : end], mark)):
            return end
    return 0


def _count(text: str, line: Span, mark: str) -> int:
    return len(_cells(text[slice(*line)], mark))


def _has_figures(text: str, lines: Sequence[Span], mark: str) -> bool:
    """Whether the same cell of each row is a figure."""
    rows = [_cells(text[slice(*line)], mark) for line in lines]
    return any(all(map(is_figure, column)) for column in zip(*rows, strict=True))


def _cells(line: str, mark: str) -> list[str]:
    """The cells of a row, what stands between quotation marks as one; none of a line that is a sentence."""
    if mark not in line or len(line) > MOST_CELLS:
        return []
    line = QUOTED_CELL.sub('""', line) if '"' in line else line
    stops = any(stop in line for stop in "。；！？，") or (line.count(mark) == 1 and ITEM.match(line))
    return [] if stops or f"{mark} " in line or line.endswith(mark) else line.split(mark)
