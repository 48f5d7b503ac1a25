"""
Words of one line to its text.

Engines cut Chinese into words of a glyph or two and put a blank between them; the blanks of the page are seen from the
boxes alone. Between Han a blank stands only where the gap is nearly as wide as a glyph; between Latin words
it always stands.

    >>> line_text([("长三", (0, 0, 20, 10)), ("角", (21, 0, 31, 10)), ("记者", (45, 0, 65, 10))])
    '长三角 记者'
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cntextclean.read.layouts.model import Box

_WIDE_GAP = 0.75
"""Of the line's height: glyphs of one word stand up to 0.7 apart in Tesseract's boxes, a blank takes 0.8 and more."""


def line_text(words: Sequence[tuple[str, Box | None]]) -> str:
    """The text of a line from its words, in order, and their boxes."""
    words = [(text.strip(), box) for text, box in words if text.strip()]
    if not words:
        return ""
    parts = [words[0][0]]
    for (left, left_box), (right, right_box) in pairwise(words):
        parts += _between(left, left_box, right, right_box), right
    return "".join(parts)


def _between(left: str, left_box: Box | None, right: str, right_box: Box | None) -> str:
    narrow = left[-1] < "\u2e80" and right[0] < "\u2e80"
    if narrow or left_box is None or right_box is None:
        return " " if narrow else ""
    height = max(left_box[3] - left_box[1], right_box[3] - right_box[1])
    return " " if right_box[0] - left_box[2] > _WIDE_GAP * height else ""


def bounds(boxes: Sequence[Box]) -> Box | None:
    """The box round all boxes."""
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
