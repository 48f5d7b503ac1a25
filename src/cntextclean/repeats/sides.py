"""
The sides of many short alignments: stretches of one array of codes, each a row of letters.

It is safe because rows are copies of the letters; where a text ends, its row is filled up with what no text has.

    >>> codes = np.array([ord(letter) for letter in "关税风暴以自身"], dtype=np.uint32)
    >>> sides = Sides(np.array([0, 6]), np.array([3, 2]), np.array([1, -1]))
    >>> [text_of(row) for row in sides.rows(codes, 4, ord("～"))]
    ['关税风～', '身自～～']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places, text_of

PAGE = 1 << 15
"""Letters of a page."""


class Sides(NamedTuple):
    """Texts in an array of codes: where each begins, its letters, and the direction in which it is read (1 or -1)."""

    start: Places
    length: Places
    step: int | Places

    def some(self, which: Places) -> Sides:
        """Some of the texts."""
        return Sides(self.start[which], self.length[which], self._step_of(which))

    def behind(self, which: Places, skipped: Places) -> Sides:
        """Some of the texts, each without so many letters at its beginning."""
        step = self._step_of(which)
        return Sides(self.start[which] + skipped * step, self.length[which] - skipped, step)

    def backward(self, which: Places, skipped: Places) -> Sides:
        """The same, read from their ends."""
        step = self._step_of(which)
        return Sides(self.start[which] + (self.length[which] - 1) * step, self.length[which] - skipped, -step)

    def _step_of(self, which: Places) -> int | Places:
        return self.step if isinstance(self.step, int) else self.step[which]

    def texts(self, codes: Codes) -> Iterator[str]:
        """The texts as strings; of a page, cut from one string at five times the speed."""
        whole = text_of(codes) if len(codes) <= PAGE else ""
        steps = np.broadcast_to(np.asarray(self.step), self.start.shape)
        for start, length, step in zip(self.start.tolist(), self.length.tolist(), steps.tolist(), strict=True):
            low, high = (start, start + length) if step > 0 else (start - length + 1, start + 1)
            text = whole[low:high] if whole else text_of(codes[low:high])
            yield text if step > 0 else text[::-1]

    def rows(self, codes: Codes, width: int, pad: int) -> Codes:
        """
        One row of ``width`` letters a text, filled up with ``pad``. Rows are copied whole, at four times the speed of
        letters, but near the ends of the array.
        """
        back = np.asarray(self.step) < 0
        low, last = self.start - (width - 1) * back, len(codes) - width
        if last < 0:
            found = _letters(codes, self.start, back, width)
        else:
            whole = low.min(initial=0) >= 0 and low.max(initial=0) <= last
            windows = as_strided(codes, (last + 1, width), codes.strides * 2, writeable=False)
            found = windows[low if whole else np.clip(low, 0, last)]
            if back.all():
                found = found[:, ::-1]
            elif back.any():
                found[back] = found[back, ::-1]
            if not whole:
                outside = np.flatnonzero((low < 0) | (low > last))
                backward = np.broadcast_to(back, self.start.shape)[outside]
                found[outside] = _letters(codes, self.start[outside], backward, width)
        if self.length.min(initial=width) < width:
            ends = np.minimum(self.length, width).astype(np.int16)
            np.copyto(found, found.dtype.type(pad), where=np.arange(width, dtype=np.int16) >= ends[:, None])
        return found


def _letters(codes: Codes, start: Places, back: NDArray[np.bool_], width: int) -> Codes:
    """Rows letter by letter, whatever they are beyond the ends of the array."""
    steps: Places = np.where(back, -1, 1)[..., None] * np.arange(width)
    found: Codes = codes.take(start[:, None] + steps, mode="clip")
    return found


def leading(same: NDArray[np.bool_]) -> Places:
    """How many leading values of each row are true."""
    found: Places = same.argmin(axis=1)
    found[same[:, 0] & (found == 0)] = same.shape[1]
    return found
