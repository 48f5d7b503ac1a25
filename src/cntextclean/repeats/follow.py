"""
Copies of copies, followed on to the text that stays: stars, never chains.

Sentences are settled in the order of their ranks. Most copy text that nothing takes out, and are settled all at once;
only those that copy what may itself go are walked, one by one.

It is safe because a letter is only ever said to copy one that is the same and stays.

    >>> runs = {1: [(10, 0, 5)], 2: [(20, 12, 7)]}
    >>> follow(runs, 2, bytearray([0, 1, 0]), [0, 10, 20, 27])
    ({1}, [(20, 2, 3)])
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cntextclean.repeats.align import Run
from cntextclean.repeats.bars import COPY_GONE, MAY, Codes, Flags
from cntextclean.repeats.coverage import Layer
from cntextclean.repeats.fold import Places
from cntextclean.repeats.judge import Case
from cntextclean.repeats.offsets import one_by_one
from cntextclean.repeats.sections import Tally, clipped, joined, tally
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import searched

SOME = 1 << 13
"""Runs of which it is asked together what they copy."""


def follow(
    runs: Mapping[int, Sequence[Run]], number: int, gone: Sequence[int], edges: Sequence[int]
) -> tuple[set[int], list[Run]]:
    """
    What a sentence copies, with what a sentence that is gone copied, where it copied that one; which were so followed
    on. ``edges`` are those of sentences.
    """
    followed: set[int] = set()
    found: list[Run] = []
    for own, other, length in runs[number]:
        at, end = bisect_right(edges, other) - 1, other + length
        while other < end:
            many = min(end, edges[at + 1]) - other
            if gone[at]:
                followed.add(at)
                found += [(own + i - other, j, some) for i, j, some in clipped(runs[at], other, other + many)]
            else:
                found.append((own, other, many))
            own, other, at = own + many, other + many, at + 1  # noqa: PLW2901 - a run is walked sentence by sentence
    return followed, joined(found) if followed else list(runs[number])


def mend(runs: Sequence[Run], end: int, stream: Stream, gone: Sequence[int]) -> list[Run]:
    """
    Runs of a sentence up to ``end``, made longer where only the copy between, which is gone, had another letter: the
    letter right behind what they copy, if it is the same and stays.
    """
    edges, codes = stream.sentence_list, stream.codes
    found: list[Run] = []
    for (own, other, length), until in zip(runs, [*(run[0] for run in runs[1:]), end], strict=True):
        many = length
        while own + many < until and other + many < len(codes):
            behind = other + many
            if codes[behind] != codes[own + many] or stream.is_edge(behind):
                break
            if gone[bisect_right(edges, behind) - 1]:
                break
            many += 1
        found.append((own, other, many))
    return joined(found)


@dataclass(frozen=True)
class Copied(Mapping[int, list[Run]]):
    """
    What each covered sentence copies, by its number: as it was laid, or as it was followed on since. What was followed
    on, and its tally, by rows.
    """

    layer: Layer
    changed: dict[int, list[Run]] = field(default_factory=dict)
    tallies: dict[int, Tally] = field(default_factory=dict)

    def __getitem__(self, number: int) -> list[Run]:
        return self.of_row(bisect_left(self._numbers, number))

    @cached_property
    def _numbers(self) -> Sequence[int]:
        return one_by_one(self.layer.number)

    def of_row(self, row: int) -> list[Run]:
        """What the sentence of a row copies."""
        return self.changed.get(row) or self.layer.runs_of(row)

    def errors_of(self, row: int) -> int:
        """How many letters of the sentence of a row differ."""
        found = self.tallies.get(row)
        return found.errors if found else int(self.layer.tally.errors[row])

    def reach(self, rows: range) -> tuple[int, int]:
        """The first and the last letter that the sentences of some rows copy."""
        if self.changed.keys().isdisjoint(rows):
            first, last = self.layer.reach
            return min(first[rows.start : rows.stop]), max(last[rows.start : rows.stop])
        copied = self.between(rows)
        return min([other for _, other, _ in copied]), max([other + length - 1 for _, other, length in copied])

    def between(self, rows: range) -> list[Run]:
        """What the sentences of some rows copy, which follow each other."""
        if self.changed.keys().isdisjoint(rows):
            return self.layer.runs_between(rows.start, rows.stop)
        return [run for row in rows for run in self.of_row(row)]

    def __iter__(self) -> Iterator[int]:
        return iter(self.layer.number.tolist())

    def __len__(self) -> int:
        return len(self.layer)


@dataclass(frozen=True, slots=True)
class Settled:
    """Which sentences may go, row by row; why the others stay; which were followed on; what each copies now."""

    accepted: Flags
    codes: Codes
    through: set[int]
    copied: Copied


def settle(case: Case, rank: Places, reasons: Codes) -> Settled:
    """Sentences that may go, each with its letters' targets followed to text that stays; and those that stay."""
    stream, layer, codes = case.stream, case.layer, reasons.copy()
    tallies, limits = layer.tally, case.limits
    may = reasons == MAY
    enough = (2 * tallies.covered >= layer.length) & (tallies.errors <= limits.sentence_errors * layer.length + 1)
    walked = may & _touching(stream, layer, may)
    accepted = may & enough & ~walked
    copied, through = Copied(layer), set[int]()
    order = np.argsort(rank[layer.number], kind="stable")
    gone = bytearray(len(stream.sentence_edges))
    flags, numbers, edges = np.frombuffer(gone, dtype=np.uint8), layer.number, stream.sentence_list
    done = 0
    for at in np.flatnonzero(walked[order]).tolist():
        row = int(order[at])
        before = order[done:at]
        flags[numbers[before[accepted[before]]]] = 1  # what ranks before, and only that
        done, number = at, int(numbers[row])
        followed, runs = follow(copied, number, gone, edges)
        total = layer.tally.of(row)
        if followed:
            through |= followed
            copied.changed[row] = runs = mend(runs, int(layer.end[row]), stream, gone)
            copied.tallies[row] = total = tally(runs, int(layer.start[row]), int(layer.end[row]))
        accepted[row] = case.may_still(total, int(layer.length[row]))
        if accepted[row] and followed and total.errors:
            accepted[row] = not case.numbers_differ(row, runs, total)
    codes[may & ~accepted] = COPY_GONE
    return Settled(accepted, codes, through, copied)


def _touching(stream: Stream, layer: Layer, may: Flags) -> Flags:
    """The sentences that copy any letter of one that may go."""
    if not len(layer):
        return may
    edges = stream.sentence_edges
    going = np.zeros(len(edges) + 1, np.int32)
    going[layer.number[may] + 1] = 1
    np.cumsum(going, out=going)
    _, other, length = layer.copied
    touching = np.empty(len(other), dtype=bool)
    for at in range(0, len(other), SOME):
        some = slice(at, at + SOME)
        first = searched(edges, other[some], "right")
        touching[some] = going[searched(edges, other[some] + length[some] - 1, "right")] > going[first - 1]
    return np.asarray(np.logical_or.reduceat(touching, layer.runs[:-1]))
