"""
Which letters of which sentences copy what: the sentences that matches cover, as columns of numbers.

    >>> runs = np.array([1, 5]), np.array([10, 14]), np.array([3, 2])  # letter, what it copies, letters
    >>> count_all(np.array([0, 2]), runs, np.array([0]), np.array([8])).of(0)
    Tally(covered=5, errors=3, longest=1, words=0)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import Run
from cntextclean.repeats.fold import Places
from cntextclean.repeats.offsets import one_by_one
from cntextclean.repeats.sections import TEAR, Tally
from cntextclean.repeats.stretches import narrowed


class Tallies(NamedTuple):
    """The columns of a :class:`~cntextclean.repeats.sections.Tally` for each sentence."""

    covered: Places
    errors: Places
    longest: Places
    words: Places

    def of(self, row: int) -> Tally:
        """Those of one sentence."""
        return Tally(*(int(column[row]) for column in self))


@dataclass(frozen=True)
class Layer:
    """
    Covered sentences in the order of the text, one a row: number, first letter and the one behind the last.
    ``runs[i]`` to ``runs[i + 1]`` of ``copied`` (letter, what it copies, letters) is what row ``i`` copies; ``matches``
    are likewise those that it comes from, best first.
    """

    number: Places
    start: Places
    end: Places
    tally: Tallies
    runs: Places
    copied: tuple[Places, Places, Places]
    match_edges: Places
    matches: Places

    def __len__(self) -> int:
        return len(self.number)

    @cached_property
    def length(self) -> Places:
        """Letters of each sentence."""
        return self.end - self.start

    @cached_property
    def ends(self) -> tuple[Sequence[int], Sequence[int]]:
        """The first letter of each sentence and the one behind the last, read one by one."""
        return one_by_one(self.start), one_by_one(self.end)

    def runs_of(self, row: int) -> list[Run]:
        """What one sentence copies."""
        return self.runs_between(row, row + 1)

    def runs_between(self, first: int, last: int) -> list[Run]:
        """What the sentences from ``first`` to before ``last`` copy."""
        some = slice(self._bounds[first], self._bounds[last])
        own, other, length = self.copied
        return list(zip(own[some].tolist(), other[some].tolist(), length[some].tolist(), strict=True))

    @cached_property
    def _bounds(self) -> Sequence[int]:
        return one_by_one(self.runs)

    @cached_property
    def reach(self) -> tuple[Sequence[int], Sequence[int]]:
        """The first and the last letter that each sentence copies, in the order of the text that stays."""
        _, other, length = self.copied
        first = np.minimum.reduceat(other, self.runs[:-1])
        return one_by_one(first), one_by_one(np.maximum.reduceat(other + length - 1, self.runs[:-1]))

    def matches_of(self, row: int) -> list[int]:
        """The matches that one sentence copies."""
        found: list[int] = self.matches[self.match_edges[row] : self.match_edges[row + 1]].tolist()
        return found

    def has(self, flags: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Of which sentences any match is flagged."""
        if not len(self):
            return np.zeros(0, dtype=bool)
        return np.asarray(np.logical_or.reduceat(flags[self.matches], self.match_edges[:-1]))


def join_layers(parts: list[Layer]) -> Layer:
    """Layers of sentences that follow each other; they are given up, column by column."""
    if len(parts) == 1:
        return parts[0]
    columns = list(zip(*map(_columns, parts), strict=True))[::-1]
    parts.clear()
    joined: list[Places] = []
    while columns:
        joined.append(np.concatenate(columns.pop()))
    number, start, end, *tallies, own, other, length, matches, runs, edges = joined
    runs, edges = (narrowed(np.append(0, np.cumsum(many))) for many in (runs, edges))
    return Layer(number, start, end, Tallies(*tallies), runs, (own, other, length), edges, matches)


def _columns(part: Layer) -> Sequence[Places]:
    counts = np.diff(part.runs), np.diff(part.match_edges)
    return part.number, part.start, part.end, *part.tally, *part.copied, part.matches, *counts


def run_columns(rows: Iterable[Sequence[Run]]) -> tuple[Places, Places, Places]:
    """The columns of runs, one list after the other."""
    numbers = np.fromiter(chain.from_iterable(chain.from_iterable(rows)), np.int64).reshape(-1, 3)
    return numbers[:, 0], numbers[:, 1], numbers[:, 2]


def count_all(bounds: Places, runs: tuple[Places, Places, Places], start: Places, end: Places) -> Tallies:
    """What :func:`~cntextclean.repeats.sections.tally` counts, for all sentences; every one has a run."""
    own, other, length = runs
    first, last = bounds[:-1], bounds[1:] - 1
    if not len(first):
        return Tallies(first, first, first, first)
    gap, behind = np.zeros(len(own), np.int64), np.zeros(len(own), np.int64)
    gap[1:] = own[1:] - (own + length)[:-1]
    behind[1:] = other[1:] - (other + length)[:-1]
    wider = (gap < behind) & (behind <= TEAR)
    gap[wider] = behind[wider]
    gap[first] = own[first] - start
    tail = end - (own + length)[last]
    errors = np.add.reduceat(gap, first) + tail
    longest = np.maximum(np.maximum.reduceat(gap, first), tail)
    words = np.add.reduceat(gap * (gap > 1), first) + tail * (tail > 1)
    return Tallies(*map(narrowed, (np.add.reduceat(length, first), errors, longest, words)))
