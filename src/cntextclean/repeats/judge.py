"""
May a covered sentence go? The vetoes, on top of the thresholds of :mod:`cntextclean.repeats.bars`.

Numbers that differ make a template of a copy, whole words that differ a variant. All sentences are judged at once; only
those in which a number may differ are looked at one by one.

It is safe because every answer but the empty one keeps the sentence, and the reason is told.

    >>> from cntextclean.repeats.bars import REASONS
    >>> from cntextclean.repeats.coverage import lay
    >>> from cntextclean.repeats.matches import find_matches
    >>> from cntextclean.repeats.stream import stream_of
    >>> stream = stream_of([["面对外部环境的不确定性，长三角以自身工作的确定性来应对。"] * 2])
    >>> matches = find_matches(stream)
    >>> judge = Judge(stream, matches, lay(stream, matches, np.arange(2)), Limits(), Pools(stream, matches, 100, 200))
    >>> [REASONS[code] for code in judge.reasons()]
    ['']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cntextclean.repeats.align import Run
from cntextclean.repeats.bars import (
    APART,
    MAY,
    TEMPLATE,
    TOO_MUCH,
    VARIANT,
    WORDS_DIFFER,
    Codes,
    Evidence,
    Flags,
    Limits,
    weigh,
)  # fmt: skip
from cntextclean.repeats.counting import count_numbers
from cntextclean.repeats.coverage import Layer
from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import LEAST, Matches
from cntextclean.repeats.pools import Pools
from cntextclean.repeats.residue import COUNTING, differing_numbers
from cntextclean.repeats.sections import Tally, sections
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import row_counts

SLACK = 3
"""Letters by which a match may overshoot: 第一条 and 第二条 begin alike."""
MISREAD = 3
"""Letters that differ in a sentence for every number that does, at least, if the number is to count as misread."""
SHORT = 20
"""Letters below which a sentence without much agreement goes with its neighbours on both sides."""
SOME = 512
"""Sentences whose matches are looked at together."""
JUMP = LEAST * 8
"""Letters that what a sentence copies may leave out before its numbers are compared part by part."""


@dataclass(frozen=True)
class Case:
    """
    Covered sentences, as they are asked about once it is known why some stay: without the matches, which are an eighth
    of what is held by then. ``agreeing``: letters of the best match of each; ``beside``: whether the block that it
    belongs to follows right after the text it repeats and ends like a sentence, or is a loop: a title printed twice is
    neither.
    """

    stream: Stream
    layer: Layer
    limits: Limits
    agreeing: Places
    beside: Flags

    def may_still(self, tally: Tally, length: int) -> bool:
        """Whether so much agrees that a sentence may go for the text that stays, be it another than at first."""
        return 2 * tally.covered >= length and tally.errors <= self.limits.sentence_errors * length + 1

    def numbers_differ(self, row: int, runs: Sequence[Run], tally: Tally) -> bool:
        """Whether numbers of a sentence differ, its edges included, and too little else for them to be misread."""
        start, end = int(self.layer.start[row]), int(self.layer.end[row])
        letters = self.stream.letters
        if COUNTING.isdisjoint(letters[start:end]):
            return False
        parts = list(sections(runs, JUMP))
        starts = [start, *(part.end for part in parts[:-1])]
        ends = [*(part.start for part in parts[1:]), end]
        count = 0
        for part, low, high in zip(parts, starts, ends, strict=True):
            head, tail = max(0, part.start - low), max(0, high - part.end)
            before, first = part.start - head, max(0, part.first - head)
            own, other = letters[before : part.end + tail], letters[first : part.last + tail]
            count += len(differing_numbers(own, other, part.counted(before, first)))
        return tally.errors < MISREAD * count


@dataclass(frozen=True)
class Judge:
    """Says of covered sentences whether they may go."""

    stream: Stream
    matches: Matches
    layer: Layer
    limits: Limits
    pools: Pools

    @cached_property
    def case(self) -> Case:
        """What is asked later."""
        best = self.layer.matches[self.layer.match_edges[:-1]]
        return Case(self.stream, self.layer, self.limits, self.matches.agreeing[best], self._beside())

    def reasons(self) -> Codes:
        """Why sentences must stay (``MAY``: they may go); small ones go with a neighbour that goes for their match."""
        found = self._alone()
        may = found == MAY
        beside = (found == APART) | ((found == TOO_MUCH) & (self.layer.length < SHORT))
        number = self.layer.number
        for row in np.flatnonzero(beside).tolist():
            near = [at for at in (row - 1, row + 1) if 0 <= at < len(may) and abs(number[at] - number[row]) == 1]
            own = set(self.layer.matches_of(row))
            company = sum(bool(may[at]) and not own.isdisjoint(self.layer.matches_of(at)) for at in near)
            if company == 2 or (found[row] == APART and company):
                found[row] = MAY
        return found

    def _alone(self) -> Codes:
        """Why sentences must stay, each for itself."""
        layer, pools, limits = self.layer, self.pools, self.limits
        errors = layer.tally.errors
        pools.settle()
        evidence = self._evidence()
        edited = pools.one_script[layer.matches[layer.match_edges[:-1]]]
        found = weigh(evidence, layer.tally, layer.length, limits, self.case.beside, edited)
        going = (found == MAY) & edited & (errors > 0)
        if going.any():
            worded = going & layer.has(pools.worded)
            found[worded] = WORDS_DIFFER
            going &= ~worded
        inexact = (errors > 0) | (evidence.exact < limits.apart)
        found[(found == MAY) & inexact & layer.has(pools.variants)] = VARIANT
        for row in self._numbered(np.flatnonzero((found == MAY) & (errors > 0))).tolist():
            if self.case.numbers_differ(row, layer.runs_of(row), layer.tally.of(row)):
                found[row] = TEMPLATE
        found[layer.has(pools.templates)] = TEMPLATE
        return found

    def _evidence(self) -> Evidence:
        """The weakest match behind each sentence, the least identity, the agreeing letters around it."""
        layer, first = self.layer, self.layer.match_edges[:-1]
        if not len(layer):
            return Evidence(first, first.astype(np.float64), first)
        agreeing = self.matches.agreeing[layer.matches]
        identity = agreeing / (agreeing + self.matches.errors[layer.matches])
        least = np.minimum.reduceat(agreeing, first)
        many = row_counts(first, len(agreeing))
        at = np.where(agreeing == np.repeat(least, many), np.arange(len(agreeing)), len(agreeing))
        weakest = layer.matches[np.minimum.reduceat(at, first)]
        return Evidence(least, np.minimum.reduceat(identity, first), self._exact(weakest, least))

    def _exact(self, weakest: Places, agreeing: Places) -> Places:
        """Agreeing letters around sentences; those of the whole match when it is long and no variant."""
        layer = self.layer
        found = agreeing.copy()
        asked = (layer.tally.errors == 0) & ((agreeing < self.limits.long) | self.pools.variants[weakest])
        rows = np.flatnonzero(asked)
        found[rows] = layer.length[rows]
        for at in range(0, len(rows), SOME):
            self._set_exact(found, rows[at : at + SOME], weakest)
        return found

    def _set_exact(self, found: Places, rows: Places, weakest: Places) -> None:
        """Fill in the letters of the run that each of some sentences copies."""
        edges, (left, right, length) = self.matches.edges, self.matches.runs
        numbers = weakest[rows]
        many = (edges[1:] - edges[:-1])[numbers]
        which = np.repeat(np.arange(len(rows)), many)
        run = np.arange(len(which)) + np.repeat(edges[numbers] - np.cumsum(many) + many, many)
        target = self.layer.copied[1][self.layer.runs[rows]][which]
        holds = [(side[run] <= target) & (target < side[run] + length[run]) for side in (left, right)]
        at = np.flatnonzero(holds[0] | holds[1])[::-1]
        found[rows[which[at]]] = length[run[at]]  # of several the first, which is set last

    def _beside(self) -> Flags:
        """Which sentences are of a block that stands beside the text it repeats (:class:`Case`)."""
        matches, edges = self.matches, self.stream.document_edges
        close = np.zeros(len(matches), dtype=bool)
        same = np.searchsorted(edges, matches.left[0], "right") == np.searchsorted(edges, matches.right[0], "right")
        for number in np.flatnonzero(same & (matches.right[0] - matches.left[1] <= SLACK)).tolist():
            last = int(matches.right[1][number])
            close[number] = any(self.stream.ended(at) for at in range(last - SLACK, last + 1))
        return self.layer.has(close)

    def _numbered(self, rows: Places) -> Places:
        """The sentences among some in which a number may differ: two in three have none in what differs."""
        parts = [self._numbered_of(rows[at : at + SOME]) for at in range(0, len(rows), SOME)]
        return np.concatenate(parts) if parts else rows

    def _numbered_of(self, rows: Places) -> Places:
        """The same of a few sentences."""
        layer = self.layer
        own, other, length = layer.copied
        first, last = layer.runs[rows], layer.runs[rows + 1] - 1
        many = last - first
        run = np.arange(int(many.sum())) + np.repeat(first - np.cumsum(many) + many, many)
        row = np.repeat(np.arange(len(rows)), many)
        ends = own[run] + length[run], other[run] + length[run]
        sizes = own[run + 1] - ends[0], other[run + 1] - ends[1]
        far = (sizes[1] < 0) | (sizes[1] >= JUMP)
        sizes[1][far] = 0  # may be most of a corpus, and these sentences are looked at whatever stands there
        apart = np.bincount(row[far], minlength=len(rows)) > 0
        head, tail = own[first] - layer.start[rows], layer.end[rows] - (own + length)[last]
        before, behind = other[first] - np.minimum(head, other[first]), (other + length)[last]
        starts = np.concatenate([layer.start[rows], before, *ends, (own + length)[last], behind])
        size = np.concatenate([head, other[first] - before, *sizes, tail, tail])
        room = np.clip(size, 0, len(self.stream.codes) - starts)
        owner = np.concatenate([np.arange(len(rows))] * 2 + [row] * 2 + [np.arange(len(rows))] * 2)
        counting = count_numbers(self.stream.codes, starts, room) > 0
        return rows[apart | (np.bincount(owner[counting], minlength=len(rows)) > 0)]
