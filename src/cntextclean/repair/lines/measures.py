"""
Printed lines as an engine measured them: boxes turned into columns, widths of a glyph and sizes of print.

A layout gives each line a box. From the boxes of its neighbours come the edges of its column and the width of a glyph,
so the indent, how full the line is and the space above it are measured and not guessed from counts of characters. Text
set from top to bottom and right to left is turned, so that everything below is said of lines that run across.

It is safe because a row is only measured where its box can be one printed line and its neighbours agree on an edge;
all other rows are judged by their text, as rows without boxes are.

    >>> text = "历时三个月的工程\\n昨天全部完成，库容恢\\n复到建成之初的水准吧\\n平。"
    >>> boxes = [(20.0, 0.0, 100.0, 10.0), (0.0, 15.0, 98.0, 25.0), (0.0, 30.0, 99.0, 40.0), (0.0, 45.0, 20.0, 55.0)]
    >>> spans = [(0, 8), (9, 19), (20, 30), (31, 33)]
    >>> lines = [LinePlace(*span, 0, number, box) for number, (span, box) in enumerate(zip(spans, boxes))]
    >>> rows = measure(text, lines)
    >>> [round(row.indent) for row in rows if row], [round(row.room) for row in rows if row]
    ([2, 0, 0, 0], [0, 0, 0, 8])
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from cntextclean.model import Box, LinePlace
from cntextclean.read.layouts.direction import turned
from cntextclean.repair.lines.geometry import Printed, RowGeometry
from cntextclean.repair.lines.widths import EXCESS, SLACK, width_of

NEAR = 10
"""Rows before and behind that speak for a row's column."""
LEAST = 3
"""Rows that must share an edge, or two of at most four."""
EDGE = 0.6
"""In em: how far from the left edge of its column a row may begin that is not indented."""
BLOCK = 0.55
"""In a box of one line a glyph is about as wide as the line is high; in one of two lines half as wide or less."""
APART = 1.28
"""Of the usual distance between lines: paragraphs set apart have 1.4 and more, boxes of one leading differ by 0.2."""
ALONE, LEAST_ROWS = 1.8, 6
"""Distance to the next line, in usual ones, from which a line at the edge of a page stands alone; rows of a page."""
LATIN = re.compile(r"[!-~]")
SURELY_LARGER = 1.35


def printed_lines(source: str, places: Sequence[LinePlace], text: str) -> Printed | None:
    """
    The geometry of the lines of ``text``, which was made of ``source`` without adding or taking a line; none where
    there are no boxes, or hardly any that are those of single lines.
    """
    if not places or _breaks(source) != _breaks(text):
        return None
    rows = measure(source, places)
    if sum(row is not None for row in rows) * 2 < len(rows):
        return None
    numbers, at, line = [], 0, 0
    for place in places:
        line += _breaks(source[at : place.start])
        at = place.start
        numbers.append(line)
    return Printed(text, rows, numbers)


def _breaks(text: str) -> int:
    """Line breaks and form feeds: some of these become line breaks, but none goes or comes."""
    return text.count("\n") + text.count("\f")


def measure(source: str, places: Sequence[LinePlace]) -> list[RowGeometry | None]:
    """The geometry of each line; none for a line without a box, in a box of several lines, or in no clear column."""
    found: list[RowGeometry | None] = []
    for _, group in groupby(places, key=lambda place: place.page):
        page = list(group)
        found += _measure_page([source[one.start : one.end] for one in page], page)
    return found


def _measure_page(texts: Sequence[str], places: Sequence[LinePlace]) -> list[RowGeometry | None]:
    widths = [width_of(text) for text in texts]
    boxes = turned([place.box for place in places], texts)
    advances = [
        (box[2] - box[0]) / width if box and width and _is_line(box, width) else 0.0
        for box, width in zip(boxes, widths, strict=True)
    ]
    known = [index for index, advance in enumerate(advances) if advance]
    if not known:
        return [None] * len(places)
    body = _body(known, advances, boxes, widths)
    usual = _usual_distance(known, boxes)
    rows: list[RowGeometry | None] = [None] * len(places)
    edges = _edges(known, boxes, usual)
    for at, index in enumerate(known):
        near = [one for one in known[max(0, at - NEAR) : at + NEAR + 1] if _overlap(boxes[one], boxes[index])]
        above = known[at - 1] if at else -1
        distance = _distance(boxes[above], boxes[index]) if above >= 0 else 0.0
        parted = "" if not distance else "gap" if distance > APART * usual else "line"
        size = _size(boxes[index], advances[index], texts[index], body)
        row = _in_column(places[index].page, index, near, boxes, advances, widths, size, parted)
        row = row or _alone(places[index].page, boxes[index], advances[index], size, index in edges)
        rows[index] = replace(row, edge=edges.get(index, "")) if row else None
    return rows


def _is_line(box: Box, width: float) -> bool:
    """Whether a box can be that of one printed line of text so wide (in em)."""
    high, wide = box[3] - box[1], box[2] - box[0]
    return high > 0 and wide > 0 and wide / width >= BLOCK * high


def _body(
    known: Sequence[int], advances: Sequence[float], boxes: Sequence[Box | None], widths: Sequence[float]
) -> tuple[float, float]:
    """The width and height of a glyph in most of the page's text: medians, long rows before short ones."""
    long = [index for index in known if widths[index] >= 5] or list(known)
    heights = [box[3] - box[1] for index in long if (box := boxes[index])]
    return median(advances[index] for index in long), median(heights)


def _size(box: Box | None, advance: float, text: str, body: tuple[float, float]) -> float:
    """
    The size of the print: what both the width and the height of its glyphs say, 1 where they disagree. Latin letters
    vary in both, so where they are many only large print counts.
    """
    if box is None or width_of(text) < 3:
        return 1.0
    high, wide = (box[3] - box[1]) / body[1], advance / body[0]
    size = min(high, wide) if min(high, wide) > 1 else max(high, wide) if max(high, wide) < 1 else 1.0
    unsure = len(LATIN.findall(text)) > 0.4 * len(text)
    return 1.0 if unsure and size < SURELY_LARGER else size


def _usual_distance(known: Sequence[int], boxes: Sequence[Box | None]) -> float:
    """
    The distance from line to line in the page's paragraphs: the lower quartile, since among short paragraphs that are
    set apart every second distance is wider.
    """
    distances = (_distance(boxes[above], boxes[below]) for above, below in pairwise(known))
    ordered = sorted(one for one in distances if one > 0)
    return ordered[len(ordered) // 4] if ordered else float("inf")


def _distance(above: Box | None, below: Box | None) -> float:
    """From the middle of a line to that of the next; 0 where they are not one above the other in a column."""
    if not above or not below or not _overlap(above, below):
        return 0.0
    return max(0.0, (below[1] + below[3] - above[1] - above[3]) / 2)


def _overlap(one: Box | None, other: Box | None) -> bool:
    """Whether two lines stand in one column: they share half of the shorter one."""
    if not one or not other:
        return False
    shared = min(one[2], other[2]) - max(one[0], other[0])
    return shared > 0.5 * min(one[2] - one[0], other[2] - other[0])


def _in_column(
    page: int,
    index: int,
    near: Sequence[int],
    boxes: Sequence[Box | None],
    advances: Sequence[float],
    widths: Sequence[float],
    size: float,
    parted: str,
) -> RowGeometry | None:
    box = boxes[index]
    if box is None:
        return None
    em = median([advances[one] for one in near if widths[one] >= 5] or [advances[index]])
    held = [other for one in near if (other := boxes[one])]
    left = _edge([-one[0] for one in held], -box[0], EDGE * em, EDGE * em)
    right = _edge([one[2] for one in held], box[2], SLACK * em, EXCESS * em)
    if left is None or right is None or right + left < 3 * em:
        return None
    return RowGeometry(page, box[0], box[2], box[1], box[3], -left, right, em, size, parted)


def _edges(known: Sequence[int], boxes: Sequence[Box | None], usual: float) -> dict[int, str]:
    """The topmost and the lowest line of a page, each if nothing stands beside it and the next is far away."""
    spans = sorted((box[1], box[3], index) for index in known if (box := boxes[index]))
    found: dict[int, str] = {}
    if len(spans) >= LEAST_ROWS:
        (top, bottom, first), (_, _, last) = spans[0], max(spans, key=lambda span: span[1])
        if min(span[0] for span in spans[1:]) - bottom > ALONE * usual - (bottom - top):
            found[first] = "head"
        high, low = next((span[0], span[1]) for span in spans if span[2] == last)
        if high - max(span[1] for span in spans if span[2] != last) > ALONE * usual - (low - high):
            found[last] = "foot"
    return found


def _alone(page: int, box: Box | None, advance: float, size: float, wanted: bool) -> RowGeometry | None:  # noqa: FBT001
    """A row at the edge of its page is its own column: no other row shares it."""
    if not wanted or box is None:
        return None
    return RowGeometry(page, box[0], box[2], box[1], box[3], box[0], box[2], advance, size, "gap")


def _edge(ends: Sequence[float], own: float, slack: float, excess: float) -> float | None:
    """
    The edge that most rows reach, at most ``slack`` short of it, and few go beyond by more than ``excess``, as the
    row itself must not; none where fewer than three do (two of four).
    """
    best: tuple[float, float] | None = None
    for edge in sorted(set(ends)):
        if own > edge + excess:
            continue
        reach = sum(edge - slack <= end <= edge + excess for end in ends)
        beyond = sum(end > edge + excess for end in ends)
        if reach >= LEAST or (reach == 2 and len(ends) <= 4):
            best = max(best or (float("-inf"), 0.0), (reach - 2.0 * beyond, edge))
    if best is None or best[0] <= 0:
        return None
    met = [end for end in ends if best[1] - slack / 2 <= end <= best[1] + excess]
    return median(met)
