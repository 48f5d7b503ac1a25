"""
Text that runs from top to bottom, its lines from right to left, turned so that it runs across.

A page is turned as a whole where most of its text stands in lines higher than wide; the horizontal headline of such a
page then is a tall box, which keeps its place. It is safe because only boxes are turned, for ordering and measuring;
the boxes that a document reports are the engine's own.

    >>> turned([(90, 0, 99, 80), (75, 0, 84, 80)], ["右边的一行", "左边的一行"])
    [(0, -99, 80, -90), (0, -84, 80, -75)]
    >>> turned([(0, 0, 80, 10)], ["横排的一行"])
    [(0, 0, 80, 10)]
"""

from __future__ import annotations

from collections.abc import Sequence

from cntextclean.model import Box

TALL = 1.5
"""A line of two glyphs and more that is so much higher than wide runs from top to bottom."""


def turned(boxes: Sequence[Box | None], texts: Sequence[str]) -> list[Box | None]:
    """The boxes of one page's lines, which read ``texts``; turned where most of the page is set from top to bottom."""
    tall = wide = 0
    for box, text in zip(boxes, texts, strict=True):
        if box and len(text) >= 2:
            if box[3] - box[1] > TALL * (box[2] - box[0]):
                tall += len(text)
            else:
                wide += len(text)
    if tall <= wide:
        return list(boxes)
    return [(box[1], -box[2], box[3], -box[0]) if box else None for box in boxes]
