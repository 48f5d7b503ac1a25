"""
Matches: two places of a stream that agree, every letter of both sides accounted for, the ends found.

Anchors make chains, chains are aligned and grown (:mod:`cntextclean.repeats.grow`); a match is parted where it tears,
and what does not pay for its errors is cut off. Matches are held as columns of numbers: a corpus has millions of runs.

It is safe because a match is evidence with every differing letter counted; what is done with it is decided elsewhere.

    >>> from cntextclean.repeats.stream import stream_of
    >>> one, two = "外部环境的不确定性，推动区域市场高效畅通。", "外部环竟的不确定性，推动区域市场高效畅通。"
    >>> stream = stream_of([[one, two]])
    >>> [(found.left, found.right, found.agreeing, found.errors) for found in find_matches(stream)]
    [((0, 19), (19, 38), 18, 1)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain as chained
from typing import overload

import numpy as np

from cntextclean.model import Span
from cntextclean.repeats.align import Run
from cntextclean.repeats.chains import Chains, chain, joined_chains
from cntextclean.repeats.fold import Places
from cntextclean.repeats.grow import grow
from cntextclean.repeats.offsets import one_by_one
from cntextclean.repeats.postings import Postings, postings
from cntextclean.repeats.sections import TEAR
from cntextclean.repeats.segments import Owners, segment
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import differ, narrowed, row_counts
from cntextclean.repeats.together import Runs

LEAST = 9
"""Agreeing letters below which a match is chance."""
STRETCH = 1 << 17
"""Letters of a stream that are matched with all before them at a time, at least."""
STRETCHES = 24
"""Stretches at most: what is in between takes a part of the room, and its time is linear."""
CHAINS = 1 << 12
"""Segments of chains from which they are grown before those of the next stretch are looked for."""


@dataclass(frozen=True, slots=True)
class Match:
    """
    Two places that agree, as runs of agreeing letters (place on the left, place on the right, length), ascending.

    ``left`` and ``right`` are the places in letters of the stream, ``left`` starts before ``right``; ``agreeing``
    letters are the same, ``errors`` differ, are lost or added between the ends.
    """

    runs: tuple[Run, ...]
    left: tuple[int, int] = field(init=False, compare=False)
    right: tuple[int, int] = field(init=False, compare=False)
    agreeing: int = field(init=False, compare=False)
    errors: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for some ten times a match: worked out once, all in one pass.
        (first, second, agreeing), errors = self.runs[0], 0
        i, j = first + agreeing, second + agreeing
        for left, right, length in self.runs[1:]:
            errors += max(left - i, right - j)
            agreeing += length
            i, j = left + length, right + length
        object.__setattr__(self, "left", (first, i))
        object.__setattr__(self, "right", (second, j))
        object.__setattr__(self, "agreeing", agreeing)
        object.__setattr__(self, "errors", errors)

    @property
    def identity(self) -> float:
        """Agreeing letters among all (0 to 1)."""
        return self.agreeing / (self.agreeing + self.errors)


class Matches(Sequence[Match]):
    """
    Matches as columns. ``runs`` are those of all matches (left, right, letters), ``edges[i]`` to ``edges[i + 1]`` those
    of match ``i``; the other columns are one a match. Asked for by its number, a match comes as an object.
    """

    def __init__(self, edges: Places, runs: tuple[Places, Places, Places]) -> None:
        self.edges = narrowed(edges)
        left, right, length = self.runs = narrowed(runs[0]), narrowed(runs[1]), narrowed(runs[2])
        first, last = edges[:-1], edges[1:] - 1
        self.left = left[first], left[last] + length[last]
        self.right = right[first], right[last] + length[last]
        self.agreeing = np.add.reduceat(length, first, dtype=length.dtype) if len(first) else length[:0]
        end = left + length
        gap = left.copy()
        gap[1:] -= end[:-1]
        np.add(right, length, out=end)
        np.subtract(right[1:], end[:-1], out=end[:-1])
        np.maximum(gap[1:], end[:-1], out=gap[1:])
        gap[first] = 0
        self.errors = np.add.reduceat(gap, first, dtype=gap.dtype) if len(first) else gap

    @classmethod
    def of(cls, matches: Iterable[Match]) -> Matches:
        """The columns of some matches."""
        rows = [match.runs for match in matches]
        runs = np.array(list(chained.from_iterable(rows)), dtype=np.int64).reshape(-1, 3).T
        return cls(np.cumsum([0, *map(len, rows)]), (runs[0], runs[1], runs[2]))

    def __add__(self, other: Matches) -> Matches:
        """These matches, then others."""
        runs = [np.concatenate(column) for column in zip(self.runs, other.runs, strict=True)]
        return Matches(np.concatenate([self.edges, self.edges[-1] + other.edges[1:]]), (runs[0], runs[1], runs[2]))

    def __len__(self) -> int:
        return len(self.edges) - 1

    @overload
    def __getitem__(self, number: int) -> Match: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Match]: ...
    def __getitem__(self, number: int | slice) -> Match | Sequence[Match]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        at = range(len(self))[number]
        part = slice(int(self.edges[at]), int(self.edges[at + 1]))
        return Match(tuple(zip(*(column[part].tolist() for column in self.runs), strict=True)))

    @cached_property
    def agreeing_list(self) -> Sequence[int]:
        """Agreeing letters, read one by one at ten times the speed of an array."""
        return one_by_one(self.agreeing)

    @cached_property
    def errors_list(self) -> Sequence[int]:
        """Letters that differ, likewise."""
        return one_by_one(self.errors)

    def ends(self, number: int) -> tuple[Span, Span]:
        """The left and the right side of a match."""
        first, stop, second, end = self._ends
        return (first[number], stop[number]), (second[number], end[number])

    @cached_property
    def _ends(self) -> list[Sequence[int]]:
        return [one_by_one(column) for column in (*self.left, *self.right)]


def find_matches(stream: Stream) -> Matches:
    """All matches of a stream, in the order of their right sides."""
    found = postings(stream.codes, stream.document_edges)
    if not len(found.places):
        return Matches.of([])
    some = _chains(stream, found)
    del found
    parts: list[list[Places]] = []
    for chains in some:
        matches = _ordered(_best_parts(grow(stream, chains)))
        parts.insert(0, [np.diff(matches.edges), *matches.runs])
        del chains, matches
    if not parts:
        return Matches.of([])
    # One column after the other, which then is there but once.
    counts, *runs = (np.concatenate([part.pop(0) for part in parts]) for _ in range(4))
    return Matches(np.concatenate([[0], np.cumsum(counts)]), (runs[0], runs[1], runs[2]))


def _chains(stream: Stream, found: Postings) -> Iterator[Chains]:
    """The chains of one stretch after the other, those of several together where they are few."""
    held: list[Chains] = []
    documents = Owners(stream.document_edges)
    for start, end in reversed(_stretches(stream.document_edges)):
        pairs = found.pairs(start, end)
        if len(pairs):
            held.append(chain(segment(pairs, documents)))
        del pairs
        if sum(len(some.owner) for some in held) >= CHAINS:
            found.forget(start)
            yield joined_chains(held)
            held.clear()
    if held:
        yield joined_chains(held)


def _stretches(edges: Places) -> list[tuple[int, int]]:
    """Stretches of whole documents, one after the other: each takes a part of a long stream."""
    size = max(STRETCH, int(edges[-1]) // STRETCHES)
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(edges) - 1:
        end = max(start + 1, int(np.searchsorted(edges, edges[start] + size, "right")) - 1)
        found.append((int(edges[start]), int(edges[end])))
        start = end
    return found


def _best_parts(runs: Runs) -> Matches:
    """
    The runs of chains, parted where they tear, each part cut back to the stretch with the most agreeing letters less
    differing ones (Kadane's maximum subarray, for all parts at once).
    """
    owner, left, right, length = runs
    gap = np.zeros(len(owner), np.int64)
    gap[1:] = np.maximum(left[1:] - (left + length)[:-1], right[1:] - (right + length)[:-1])
    opens = differ(owner) | (gap > TEAR)
    gap[opens] = 0
    part, at = np.cumsum(opens), np.arange(len(owner))
    total = np.cumsum(length)
    balance = total - np.cumsum(gap)
    before = balance - length
    # The least that lies before a run of its part, be it right before; of equals the last.
    falling = before - part * (int(length.sum() + gap.sum()) + 1)
    start = np.maximum.accumulate(np.where(falling == np.minimum.accumulate(falling), at, 0))
    score = balance - before[start]
    first = np.flatnonzero(opens)
    most = np.repeat(np.maximum.reduceat(score, first) if len(first) else score, row_counts(first, len(owner)))
    end = np.minimum.reduceat(np.where(score == most, at, len(owner)), first) if len(first) else first
    start = start[end]
    enough = total[end] - total[start] + length[start] >= LEAST
    return _gathered(start[enough], end[enough] + 1, (left, right, length))


def _gathered(start: Places, end: Places, runs: tuple[Places, Places, Places]) -> Matches:
    """Matches of the runs from each start to its end."""
    edges = np.concatenate([[0], np.cumsum(end - start)])
    which = np.arange(edges[-1]) + np.repeat(start - edges[:-1], end - start)
    return Matches(edges, (runs[0][which], runs[1][which], runs[2][which]))


def _ordered(found: Matches) -> Matches:
    """Matches by their right sides, then their left ones, each once."""
    ends = (*found.right, *found.left)
    order = np.lexsort((ends[3], ends[2], ends[1], ends[0]))
    alike = np.ones(max(0, len(order) - 1), dtype=bool)
    for column in ends:
        alike &= np.diff(column[order]) == 0
    again: list[int] = []
    seen: set[tuple[Run, ...]] = set()
    before = -1
    for at in np.flatnonzero(alike).tolist():
        if at != before:
            seen = {found[order[at]].runs}
        before = at + 1
        runs = found[order[before]].runs
        again += [before] if runs in seen else []
        seen.add(runs)
    order = np.delete(order, again)
    return _gathered(found.edges[:-1][order], found.edges[1:][order], found.runs)
