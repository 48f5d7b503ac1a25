"""
Copied letters as runs: (first letter of the copy, first letter of what it copies, letters), ascending, joined.

A sentence has one to three of them where it has forty letters, so all that is asked of copied letters is answered from
their runs.

It is safe because it only regroups what alignment found.

    >>> [(part.start, part.end, part.first) for part in sections([(100, 7, 2), (103, 10, 1), (104, 3, 2)], 9)]
    [(100, 104, 7), (104, 106, 3)]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cntextclean.repeats.align import Run

TEAR = 24
"""Letters in a row without agreement that part a match in two; fewer left out of a copy count as differing."""


class Section(NamedTuple):
    """Letters ``start`` to ``end`` that copy letters ``first`` to ``last`` in order, with the agreeing runs."""

    start: int
    end: int
    first: int
    last: int
    runs: Sequence[Run]

    def counted(self, own: int, other: int) -> list[Run]:
        """The runs, counted from two letters at or before the first of either side."""
        return [(i - own, j - other, length) for i, j, length in self.runs]


class Tally(NamedTuple):
    """Letters of a stretch: covered, differing, the most differing in a row, those in rows of two or more."""

    covered: int
    errors: int
    longest: int
    words: int


def sections(runs: Sequence[Run], jump: int) -> Iterator[Section]:
    """Parts of runs whose copied letters ascend in steps of at most ``jump``."""
    part: list[Run] = []
    for run in runs:
        if part:
            _, other, length = part[-1]
            if not 0 < run[1] - other - length + 1 <= jump:
                yield _section(part)
                part = []
        part.append(run)
    if part:
        yield _section(part)


def _section(runs: Sequence[Run]) -> Section:
    own, other, _ = runs[0]
    last, behind, length = runs[-1]
    return Section(own, last + length, other, behind + length, runs)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Runs, those in one that go on from each other on both sides."""
    found: list[Run] = []
    for run in runs:
        if found:
            own, other, length = found[-1]
            if own + length == run[0] and other + length == run[1]:
                found[-1] = (own, other, length + run[2])
                continue
        found.append(run)
    return found


def clipped(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """What of runs lies from ``start`` to ``end`` of the copy; a loop has as many runs as it has parts to ask for."""
    if runs and runs[0][0] >= start and runs[-1][0] + runs[-1][2] <= end:
        return list(runs)  # nine in ten
    found: list[Run] = []
    for at in range(max(0, bisect_left(runs, (start,)) - 1), len(runs)):
        own, other, length = runs[at]
        if own >= end:
            break
        if start <= own and own + length <= end:
            found.append((own, other, length))
        elif own < end and own + length > start:
            low, high = max(own, start), min(own + length, end)
            found.append((low, other + low - own, high - low))
    return found


def tally(runs: Sequence[Run], start: int, end: int) -> Tally:
    """Count what agrees and what differs from ``start`` to ``end``, all runs being inside."""
    if len(runs) == 1:  # three in five
        own, _, length = runs[0]
        gaps = own - start, end - own - length
        return Tally(length, sum(gaps), max(gaps), sum([gap for gap in gaps if gap > 1]))
    errors = longest = words = covered = 0
    last = before = -1
    for own, other, length in runs:
        gap = own - start if last < 0 else own - last
        if covered and gap < other - before <= TEAR:
            gap = other - before
        if gap:
            errors, longest, words = errors + gap, max(longest, gap), words + gap * (gap > 1)
        covered, last, before = covered + length, own + length, other + length
    gap = end - (last if covered else start)
    return Tally(covered, errors + gap, max(longest, gap), words + gap * (gap > 1 or not covered))


def spread(runs: Sequence[Run]) -> int:
    """How many different letters are copied."""
    if all(one[1] + one[2] <= two[1] for one, two in pairwise(runs)):
        return sum([length for _, _, length in runs])  # but in loops and splices
    count = until = 0
    for other, end in sorted([(other, other + length) for _, other, length in runs]):
        count += max(0, end - max(other, until))
        until = max(until, end)
    return count
