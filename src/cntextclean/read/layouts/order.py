"""
Reading order by geometry: recursive XY-cut (Nagy and Seth, 1984).

Where white space runs through a region from top to bottom, its columns are read one after the other; where it runs
from side to side, what lies above is read first. Columns are tried first, so that text beside text is never read
across; a headline over several columns closes the way, and is cut off from them by the white space below it.

It is safe because boxes are only ordered and grouped: each comes out once, whatever the geometry.

    >>> blocks_in_order([(0, 0, 9, 10), (20, 0, 29, 10), (0, 12, 9, 22), (20, 12, 29, 22)])
    [[[0], [2]], [[1], [3]]]
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from cntextclean.read.layouts.model import Box

_COLUMN_GAP = 0.6
"""Of a line's height: the least white space between columns. Newspapers set one em and more, words less."""
_BLOCK_GAP = 0.9
"""Of a line's height: the least white space between blocks. Leading within a block is 0.3 to 0.7."""
_DEEPEST, _MOST_TRIED = 400, 2000
"""Cuts within cuts, and boxes of a region whose every row gap is tried: a newspaper page has some 100 and 1,000."""


def blocks_in_order(boxes: Sequence[Box], height: float = 0.0) -> list[list[list[int]]]:
    """
    The boxes of a page as blocks in reading order, each a list of rows, each a list of indices from left to right.

    ``height`` is that of a line; by default the median of the boxes' shorter sides, which are then lines.
    """
    if not boxes:
        return []
    height = height or median(min(box[3] - box[1], box[2] - box[0]) for box in boxes) or 1.0
    blocks: list[list[list[int]]] = []
    stack = [(list(range(len(boxes))), 0)]
    while stack:
        region, depth = stack.pop()
        parts = _cut(boxes, region, height) if depth < _DEEPEST else [region]
        if len(parts) > 1:
            stack += [(part, depth + 1) for part in reversed(parts)]
        else:
            blocks.append(_rows(boxes, region))
    return blocks


def _cut(boxes: Sequence[Box], region: list[int], height: float) -> list[list[int]]:
    """The parts of a region: its columns, or else what lies above and below its widest white space."""
    columns = _gaps(boxes, region, 0, _COLUMN_GAP * height)
    if columns:
        return _split(boxes, region, 0, [place for _, place in columns])
    rows = _gaps(boxes, region, 1, _BLOCK_GAP * height)
    if rows:
        return _split(boxes, region, 1, [max(rows)[1]])
    # Lines set tight under a headline over several columns: cut at the first place that opens columns.
    if len(region) > _MOST_TRIED:
        return [region]
    tight = (place for _, place in _gaps(boxes, region, 1, 0.0) if _opens_columns(boxes, region, place, height))
    opening = next(tight, None)
    return [region] if opening is None else _split(boxes, region, 1, [opening])


def _opens_columns(boxes: Sequence[Box], region: list[int], place: float, height: float) -> bool:
    """Whether a cut from side to side leaves a part of at least four boxes that white space parts into columns."""
    return any(
        len(part) >= 4 and _gaps(boxes, part, 0, _COLUMN_GAP * height) for part in _split(boxes, region, 1, [place])
    )


def _gaps(boxes: Sequence[Box], region: list[int], axis: int, least: float) -> list[tuple[float, float]]:
    """White space across a region: (width, middle) of each gap along an axis wider than ``least``."""
    edges = sorted((boxes[index][axis], boxes[index][axis + 2]) for index in region)
    gaps = []
    reach = edges[0][1]
    for low, high in edges[1:]:
        if low - reach > least:
            gaps.append((low - reach, (low + reach) / 2))
        reach = max(reach, high)
    return gaps


def _split(boxes: Sequence[Box], region: list[int], axis: int, places: list[float]) -> list[list[int]]:
    """The region cut at places (ascending) along an axis, empty parts left out."""
    parts: list[list[int]] = [[] for _ in range(len(places) + 1)]
    for index in region:
        parts[sum(boxes[index][axis] >= place for place in places)].append(index)
    return [part for part in parts if part]


def _rows(boxes: Sequence[Box], region: list[int]) -> list[list[int]]:
    """The boxes of a block in rows from top to bottom; in a row all middles are above the bottom of the first."""
    rows: list[list[int]] = []
    bottom = float("-inf")
    for index in sorted(region, key=lambda at: (boxes[at][1] + boxes[at][3], boxes[at][0], at)):
        if (boxes[index][1] + boxes[index][3]) / 2 > bottom:
            rows.append([])
            bottom = boxes[index][3]
        rows[-1].append(index)
    return [sorted(row, key=lambda at: (boxes[at][0], at)) for row in rows]
