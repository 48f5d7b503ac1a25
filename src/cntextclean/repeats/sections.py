"""
Letters that copy letters, cut into stretches that follow their original in order.

It is safe because it only regroups what alignment found.

    >>> import numpy as np
    >>> [(part.start, part.end, part.first) for part in sections(np.array([7, 8, -1, 10, 3, 4]), 100, 9)]
    [(100, 104, 7), (104, 106, 3)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    runs: list[list[int]] = []  # own place, copied place, letters; of some forty letters, so no matter for arrays
    last = before = 0
    for at, copied in enumerate(target.tolist()):
        if copied < 0:
            continue
        step = copied - before
        if runs and not 0 < step <= jump:
            yield _section(runs, offset)
            runs = []
        if runs and step == 1 and at == last + 1:
            runs[-1][2] += 1
        else:
            runs.append([at, copied, 1])
        last, before = at, copied
    if runs:
        yield _section(runs, offset)


def _section(runs: list[list[int]], offset: int) -> Section:
    own, other, _ = runs[0]
    last, behind, length = runs[-1]
    parts = tuple((i - own, j - other, many) for i, j, many in runs)
    return Section(offset + own, offset + last + length, other, behind + length, parts)
