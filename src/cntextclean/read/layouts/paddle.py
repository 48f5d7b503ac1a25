"""
Lines of PaddleOCR and RapidOCR, as their results are saved in JSON.

Known are RapidOCR's and PaddleOCR 2's lists of ``[box, text, score]`` and ``[box, [text, score]]`` (also a list of
them a page) and PaddleOCR 3's objects with ``rec_texts`` and ``rec_boxes`` or ``rec_polys``. The engines return lines
from top to bottom across all columns, so they are ordered by geometry.

    >>> lines = [[[[0, 0], [40, 0], [40, 10], [0, 10]], "中文", 0.9]]
    >>> read(lines).lines[0]
    LayoutLine(text='中文', box=(0.0, 0.0, 40.0, 10.0), page=0, block=0)
"""

from __future__ import annotations

from cntextclean.read.layouts.assemble import RawLine, from_lines
from cntextclean.read.layouts.model import Box, Layout
from cntextclean.read.layouts.words import bounds


def is_result(data: object) -> bool:
    """Whether parsed JSON is a result of one of the engines, with a line at least."""
    return any(_pages(data))


def read(data: object) -> Layout:
    """The layout of a result."""
    return from_lines(_pages(data), "paddle")


def _pages(data: object) -> list[list[RawLine]]:
    if isinstance(data, dict):
        inner = data.get("res")
        return [_fields(inner if isinstance(inner, dict) else data)]
    if not isinstance(data, list):
        return []
    if any(_line(one) for one in data):
        return [[line for one in data if (line := _line(one))]]
    return [page for one in data for page in _pages(one)] if all(isinstance(one, dict | list) for one in data) else []


def _fields(data: dict[str, object]) -> list[RawLine]:
    """The lines of an object with texts and boxes in fields of their own."""
    texts = _list(data, "rec_texts", "txts", "texts")
    boxes = _list(data, "rec_boxes", "rec_polys", "boxes", "dt_polys")
    places = [box_of(one) for one in boxes] if len(boxes) == len(texts) else [None] * len(texts)
    return [(text, box) for text, box in zip(texts, places, strict=True) if isinstance(text, str)]


def _list(data: dict[str, object], *names: str) -> list[object]:
    return next((value for name in names if isinstance(value := data.get(name), list) and value), [])


def _line(one: object) -> RawLine | None:
    """A line as ``[box, text, score]`` or ``[box, [text, score]]``."""
    if not isinstance(one, list) or len(one) < 2:
        return None
    box = box_of(one[0])
    text = one[1][0] if isinstance(one[1], list) and one[1] else one[1]
    return (text, box) if box and isinstance(text, str) else None


def box_of(value: object) -> Box | None:
    """A box of four numbers, or round four points."""
    if not isinstance(value, list) or len(value) < 4:
        return None
    if all(isinstance(one, int | float) for one in value):
        left, top, right, bottom = (float(one) for one in value[:4])
        return (left, top, right, bottom)
    points = [one for one in value if isinstance(one, list) and len(one) == 2]
    if len(points) != len(value) or not all(isinstance(c, int | float) for point in points for c in point):
        return None
    return bounds([(float(x), float(y), float(x), float(y)) for x, y in points])
