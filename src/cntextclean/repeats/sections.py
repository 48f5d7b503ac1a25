"""
Letters that copy letters, cut into stretches that follow their original in order.

It is safe because it only regroups what alignment found.

    >>> import numpy as np
    >>> [(part.start, part.end, part.first) for part in sections(np.array([7, 8, -1, 10, 3, 4]), 100, 9)]
    [(100, 104, 7), (104, 106, 3)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cntextclean.repeats.align import Run
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
    held = np.flatnonzero(target >= 0)
    if not len(held):
        return
    copied = target[held]
    step = copied[1:] - copied[:-1]
    opens = np.flatnonzero((step != 1) | (held[1:] - held[:-1] != 1)) + 1
    starts = [0, *opens.tolist()]
    parts = [False, *((step <= 0) | (step > jump))[opens - 1].tolist()]
    runs: list[Run] = []
    for start, end, parted in zip(starts, [*starts[1:], len(held)], parts, strict=True):
        if parted:
            yield _section(runs, offset)
            runs = []
        runs.append((int(held[start]), int(copied[start]), end - start))
    yield _section(runs, offset)


def _section(runs: Sequence[Run], offset: int) -> Section:
    own, other, _ = runs[0]
    last, behind, length = runs[-1]
    parts = tuple((i - own, j - other, many) for i, j, many in runs)
    return Section(offset + own, offset + last + length, other, behind + length, parts)
