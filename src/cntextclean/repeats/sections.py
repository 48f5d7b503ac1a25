"""
Letters that copy letters, cut into stretches that follow their original in order.

It is safe because it only regroups what alignment found.

    >>> [(part.start, part.end, part.first) for part in sections(np.array([7, 8, -1, 10, 3, 4]), 100, 9)]
    [(100, 104, 7), (104, 106, 3)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cntextclean.repeats.fold import Places


@dataclass(frozen=True, slots=True)
class Section:
    """Letters ``start`` to ``end`` that copy letters ``first`` to ``last`` in order, with the agreeing runs."""

    start: int
    end: int
    first: int
    last: int
    runs: tuple[tuple[int, int, int], ...]


def sections(target: Places, offset: int, jump: int) -> Iterator[Section]:
    """Parts of a stretch of letters (from ``offset``) whose copied letters ascend in steps of at most ``jump``."""
    inside = np.flatnonzero(target >= 0)
    if not len(inside):
        return
    copied = target[inside]
    step = np.diff(copied)
    cuts = np.flatnonzero((step <= 0) | (step > jump)) + 1
    for a, b in zip([0, *cuts.tolist()], [*cuts.tolist(), len(inside)], strict=True):
        own, other = inside[a:b], copied[a:b]
        breaks = np.flatnonzero((np.diff(own) != 1) | (np.diff(other) != 1)) + 1
        starts, ends = np.concatenate([[0], breaks]), np.concatenate([breaks, [b - a]])
        base = (int(own[0]), int(other[0]))
        runs = tuple(
            (int(own[i]) - base[0], int(other[i]) - base[1], int(j - i)) for i, j in zip(starts, ends, strict=True)
        )
        yield Section(offset + base[0], offset + int(own[-1]) + 1, base[1], int(other[-1]) + 1, runs)
