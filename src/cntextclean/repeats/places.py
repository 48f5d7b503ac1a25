"""
What goes and what is labelled, as places in the text of units: where the copy is, where the text is that stays.

A place begins where the sentence before it ends, closing marks included, and ends likewise, so no mark of the copy is
left behind. Where a run takes up several units, or copies from several, it makes several places.

It is safe because places are cut at whole sentences of the run, are disjoint, and name text that stays.

    >>> from cntextclean.repeats.stream import stream_of
    >>> Cutter(stream_of([["好。”（丙）"]])).after_marks(np.array([1])).tolist()
    [3]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from sys import intern
from typing import NamedTuple

import numpy as np

from cntextclean.repeats.align import Run
from cntextclean.repeats.bars import GIVEN_UP, MAY, REASONS, TEMPLATE
from cntextclean.repeats.decide import Decision
from cntextclean.repeats.marks import Cutter
from cntextclean.repeats.residue import differences
from cntextclean.repeats.runs import Rows
from cntextclean.repeats.sections import Section, clipped, joined, sections, spread, tally
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import searched

JUMP = 160
"""Letters of the text that stays which a copy may leave out inside one place."""
TURNS = 2
"""Times that a run copies the same text from which it is a loop: three copies in all."""
DOUBT = 20
"""Letters from which a copy that stays is worth a word."""
SURE = 80
"""Agreeing letters of a match from which every sentence of it that stays is worth a word."""
SLACK = 2
"""Letters at its edges that a unit may have beyond what is copied of it and still be copied as a whole."""
CRUMB = 12
"""Letters below which a section is no place of its own."""
BATCH = 512
"""Places whose offsets are worked out at a time."""


class UnitPlace(NamedTuple):
    """``start`` to ``end`` in the text of a unit."""

    unit: int
    start: int
    end: int


class Found(NamedTuple):
    """
    A copy and the text that stays; letters of the copy, how many differ, what differs as (copy, kept); the letters of
    the block that it is part of. ``whole``: the copy is all of its unit; ``contained``: it is, and what stays is part
    of a longer unit, or it breaks off where what stays goes on; ``contains``: what stays is all of its unit, and the
    copy part of a longer one. ``why`` it stays; empty where it goes.
    """

    duplicate: UnitPlace
    kept: UnitPlace
    letters: int
    errors: int
    differing: tuple[tuple[str, str], ...]
    evidence: int
    whole: bool
    contained: bool
    contains: bool
    loop: bool
    why: str

    @property
    def similarity(self) -> float:
        """Agreeing letters among the letters of the copy (0 to 1)."""
        return max(0.0, 1 - self.errors / self.letters) if self.letters else 0.0


class _Draft(NamedTuple):
    """A place before its offsets are known: the section, first letter of the copy and the one behind the last."""

    part: Section
    left: int
    right: int
    copied: list[Run]
    evidence: int
    loop: bool
    why: str


def found_places(decision: Decision) -> Iterator[Found]:
    """The places of what goes, in order, disjoint; then sentences that stay though most of their letters are a copy."""
    yield from _finished(decision.stream, _removed(decision))
    yield from _finished(decision.stream, _doubts(decision))


def _removed(decision: Decision) -> Iterator[_Draft]:
    for rows in decision.runs:
        yield from _drafts_of(decision, rows)


def _drafts_of(decision: Decision, rows: Rows) -> Iterator[_Draft]:
    """The places of a run that goes, together all of it."""
    stream = decision.stream
    evidence = max(decision.agreeing_list[rows.start : rows.stop])
    copied = joined(decision.copied.between(rows))
    loop = len(copied) > 1 and TURNS * spread(copied) <= sum([length for _, _, length in copied]) + 2
    first, last = decision.span(rows)
    for unit in range(stream.unit_at(first), stream.unit_at(last - 1) + 1):
        low, high = stream.unit_list[unit], stream.unit_list[unit + 1]
        start, end = max(low, first), min(high, last)
        if start >= end:
            continue
        own = clipped(copied, start, end)
        parts = _merged(stream, list(sections(own, JUMP)))
        if not parts:
            continue
        bounds = [start, *(part.start for part in parts[1:]), end]
        for part, left, right in zip(parts, bounds, bounds[1:], strict=False):
            yield _Draft(part, left, right, clipped(own, left, right), evidence, loop, "")


def _doubts(decision: Decision) -> Iterator[_Draft]:
    """Sentences that stay though most of their letters are a copy, with the reason, in the order of the text."""
    layer, evidence = decision.layer, decision.agreeing
    covered = layer.tally.covered.copy()
    for row in np.flatnonzero(decision.codes == GIVEN_UP).tolist():
        followed = decision.copied.tallies.get(int(layer.number[row]))
        covered[row] = followed.covered if followed else covered[row]
    sure = evidence >= SURE
    told = (decision.codes != MAY) & (covered >= np.where(sure, CRUMB // 2, DOUBT))
    told &= np.where(sure, 4, 2) * covered >= layer.length
    variant = decision.alike & (decision.codes != TEMPLATE)
    for row in np.flatnonzero(told).tolist():
        copied = decision.copied.of_row(row)
        parts = _merged(decision.stream, list(sections(copied, JUMP)))
        part = max(parts, key=lambda part: part.end - part.start)
        why = REASONS[decision.codes[row]] + (", as in a variant" if variant[row] else "")
        yield _Draft(
            part, part.start, part.end, clipped(copied, part.start, part.end), int(evidence[row]), False, why
        )  # fmt: skip


def _merged(stream: Stream, parts: list[Section]) -> list[Section]:
    """Sections split where the text that stays goes on in another unit; crumbs go with their neighbour."""
    split = [piece for part in parts for piece in _split(stream, part)]
    if len(split) == 1:
        return split
    big = [part for part in split if sum(run[2] for run in part.runs) >= CRUMB]
    return big or sorted(split, key=lambda part: -sum(run[2] for run in part.runs))[:1]


def _split(stream: Stream, part: Section) -> Iterator[Section]:
    units = stream.unit_list
    edges = units[bisect_right(units, part.first) : bisect_left(units, part.last)]
    if not edges:
        yield part
        return
    for low, high in zip([part.first, *edges], [*edges, part.last], strict=True):
        rows = [
            (part.start + i + cut, part.first + j + cut, min(j + part.first + length, high) - (part.first + j + cut))
            for i, j, length in part.runs
            for cut in [max(0, low - part.first - j)]
            if part.first + j < high and part.first + j + length > low
        ]
        if rows:
            own, other = rows[0][0], rows[0][1]
            runs = tuple((i - own, j - other, length) for i, j, length in rows)
            yield Section(own, rows[-1][0] + rows[-1][2], other, rows[-1][1] + rows[-1][2], runs)


def _finished(stream: Stream, drafts: Iterable[_Draft]) -> Iterator[Found]:
    """Drafts with their offsets, some at a time."""
    cutter, rest = Cutter(stream), iter(drafts)
    while some := list(islice(rest, BATCH)):
        rows = np.array([(one.left, one.right, one.part.first, one.part.last) for one in some], np.int64).T
        left, right, first, last = rows
        unit, kept = (searched(stream.unit_edges, side, "right") - 1 for side in (left, first))
        places = (
            unit, cutter.after_marks(left, unit), cutter.after_marks(right, unit),
            kept, cutter.before_openers(first, kept), cutter.after_marks(last, kept),
        )  # fmt: skip
        edges = (
            stream.unit_edges[unit],
            stream.unit_edges[unit + 1],
            stream.unit_edges[kept],
            stream.unit_edges[kept + 1],
        )
        numbers = zip(*(column.tolist() for column in (*places, *edges)), strict=True)
        for one, row in zip(some, numbers, strict=True):
            yield _found(stream, one, row)


def _found(stream: Stream, one: _Draft, row: tuple[int, ...]) -> Found:
    unit, start, end, kept, kept_start, kept_end, low, high, kept_low, kept_high = row
    part, left, right = one.part, one.left, one.right
    errors = tally(one.copied, left, right).errors
    differing: tuple[tuple[str, str], ...] = ()
    if len(part.runs) > 1:  # one in two
        pairs = differences(stream.letters[part.start : part.end], stream.letters[part.first : part.last], part.runs)
        # A letter that only a copy between the two had otherwise is the same on both sides.
        differing = tuple([(intern(a), intern(b)) for a, b in pairs if a != b])
    whole = left == low and right == high
    truncated = right == high and kept_high > part.last and not stream.ended(right)
    own, other = left - low + high - right, part.first - kept_low + max(0, kept_high - part.last)
    contained = truncated or (whole and other >= CRUMB)
    contains = other <= SLACK and own >= CRUMB
    return Found(
        UnitPlace(unit, start, end), UnitPlace(kept, kept_start, kept_end), right - left, errors, differing,
        one.evidence, whole, contained, contains, one.loop, one.why,
    )  # fmt: skip
