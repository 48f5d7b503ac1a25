"""
Reading order by geometry: recursive XY-cut (Nagy and Seth, 1984).

Where white space runs through a region from top to bottom, its columns are read one after the other; where it runs
from side to side, what lies above is read first. Columns are tried first, so that text beside text is never read
across; headlines and page numbers that alone close the way between columns are cut off above and below.

It is safe because boxes are only ordered and grouped: each comes out once, whatever the geometry.

    >>> blocks_in_order([(0, 0, 9, 10), (20, 0, 29, 10), (0, 12, 9, 22), (20, 12, 29, 22)])
    [[[0], [2]], [[1], [3]]]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median

from cntextclean.read.layouts.model import Box

_COLUMN_GAP = 0.6
"""Of a line's height: the least white space between columns. Newspapers set one em and more, words less."""
_BLOCK_GAP = 0.9
"""Of a line's height: the least white space between blocks. Leading within a block is 0.3 to 0.7."""
_DEEPEST, _MOST_TRIED = 400, 2000
"""Cuts within cuts, and boxes of a region whose every row gap is tried: a newspaper page has some 100 and 1,000."""
_FEW, _SIDE = 0.12, 4
"""Share of a region's boxes that may close the way between columns, and boxes that must stand on each side of it."""
_HEAD = 6
"""Boxes that a headline, its kicker, its byline and a page header are at most."""
_LARGE = 1.25
"""A headline's height, in heights of a line, at least; a line that an engine read across two columns is no taller."""


def blocks_in_order(boxes: Sequence[Box]) -> list[list[list[int]]]:
    """The boxes of lines as blocks in reading order, each a list of rows, each of indices from left to right."""
    if not boxes:
        return []
    height = median(min(box[3] - box[1], box[2] - box[0]) for box in boxes) or 1.0
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
    head = _head(boxes, region, height)
    if len(head) > 1:
        return head
    columns = _gaps(boxes, region, 0, _COLUMN_GAP * height)
    if columns:
        return _split(boxes, region, 0, [place for _, place in columns])
    way, closing = _way(boxes, region, _COLUMN_GAP * height)
    if closing:
        parting = {index for index in closing if _parts_page(boxes, region, index, height)}
        return _bands(boxes, region, parting) if parting else _sides(boxes, region, way)
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


def _bands(boxes: Sequence[Box], region: list[int], parting: set[int]) -> list[list[int]]:
    """The region cut above and below the few lines that alone close the way between its columns."""
    bands: list[list[int]] = []
    before = None
    for index in sorted(region, key=lambda at: (boxes[at][1] + boxes[at][3], boxes[at][0], at)):
        if not bands or (index in parting) != before:
            bands.append([])
        bands[-1].append(index)
        before = index in parting
    return bands


def _sides(boxes: Sequence[Box], region: list[int], way: float) -> list[list[int]]:
    """The region cut from top to bottom; a box that reaches over the way goes where its middle is."""
    left = [index for index in region if boxes[index][0] + boxes[index][2] < 2 * way]
    right = [index for index in region if boxes[index][0] + boxes[index][2] >= 2 * way]
    return [left, right]


def _way(boxes: Sequence[Box], region: list[int], least: float) -> tuple[float, list[int]]:
    """The emptiest way from top to bottom that has boxes enough on both sides, and the boxes that reach into it."""
    if not 2 * _SIDE < len(region) <= _MOST_TRIED:
        return 0.0, []
    lefts = sorted(boxes[index][0] for index in region)
    rights = sorted(boxes[index][2] for index in region)
    best: tuple[int, float] | None = None
    for low in dict.fromkeys(rights):
        passed, begun = bisect_right(rights, low), bisect_left(lefts, low + least)
        inside, beyond = begun - passed, len(region) - begun
        if min(passed, beyond) >= _SIDE and inside <= max(2.0, _FEW * len(region)):
            best = min(best or (inside, low), (inside, low))
    if best is None:
        return 0.0, []
    low = best[1]
    return low + least / 2, [index for index in region if boxes[index][0] < low + least and boxes[index][2] > low]


def _head(boxes: Sequence[Box], region: list[int], height: float) -> list[list[int]]:
    """The headline above everything else of the region, with what stands beside and above it, and the rest."""
    for _, place in _gaps(boxes, region, 1, _BLOCK_GAP * height):
        above, below = _split(boxes, region, 1, [place])
        if len(above) > _HEAD:
            break
        if any(_is_large(boxes[index], height) for index in above):
            return [above, below]
    return [region]


def _is_large(box: Box, height: float) -> bool:
    return box[3] - box[1] > _LARGE * height and box[2] - box[0] > box[3] - box[1]


def _parts_page(boxes: Sequence[Box], region: list[int], index: int, height: float) -> bool:
    """Whether a box across columns parts what is above it from what is below: it is large, or stands apart or first."""
    box = boxes[index]
    others = [boxes[other] for other in region if other != index]
    middle = (box[1] + box[3]) / 2
    above = max((other[3] for other in others if other[1] + other[3] < 2 * middle), default=float("-inf"))
    below = min((other[1] for other in others if other[1] + other[3] > 2 * middle), default=float("inf"))
    if above > middle or below < middle:
        return False
    apart = box[1] - above > _BLOCK_GAP * height or below - box[3] > _BLOCK_GAP * height
    return _is_large(box, height) or apart


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
