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

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from cntextclean.repeats.bars import Flags
from cntextclean.repeats.decide import Decision
from cntextclean.repeats.differing import differing_parts
from cntextclean.repeats.drafts import CRUMB, Draft, doubts, removed
from cntextclean.repeats.fold import Places
from cntextclean.repeats.layers import count_all, run_columns
from cntextclean.repeats.marks import Cutter
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import searched

SLACK = 2
"""Letters at its edges that a unit may have beyond what is copied of it and still be copied as a whole."""
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


def found_places(decision: Decision) -> Iterator[Found]:
    """The places of what goes, in order, disjoint; then sentences that stay though most of their letters are a copy."""
    yield from _finished(decision.stream, removed(decision))
    yield from _finished(decision.stream, doubts(decision))


def _finished(stream: Stream, drafts: Iterable[Draft]) -> Iterator[Found]:
    """Drafts with all that is told of them, some at a time."""
    cutter, rest = Cutter(stream), iter(drafts)
    while some := list(islice(rest, BATCH)):
        rows = np.array([(one.left, one.right, one.part.first, one.part.last) for one in some], np.int64).T
        left, right, first, last = rows
        unit, kept = (searched(stream.unit_edges, side, "right") - 1 for side in (left, first))
        columns = (
            unit, cutter.after_marks(left, unit), cutter.after_marks(right, unit),
            kept, cutter.before_openers(first, kept), cutter.after_marks(last, kept),
            right - left, _errors(some, left, right), *_shares(stream, rows, unit, kept),
        )  # fmt: skip
        numbers = zip(*(column.tolist() for column in columns), strict=True)
        pairs = differing_parts(stream, [one.part for one in some])
        for one, differing, (*copy, stays, start, end, letters, errors, whole, inside, around) in zip(
            some, pairs, numbers, strict=True
        ):
            yield Found(
                UnitPlace(*copy), UnitPlace(stays, start, end), letters, errors, differing, one.evidence,
                whole, inside, around, one.loop, one.why,
            )  # fmt: skip


def _errors(drafts: Sequence[Draft], left: Places, right: Places) -> Places:
    """How many letters of each draft differ."""
    bounds = np.cumsum([0, *[len(one.copied) for one in drafts]])
    return count_all(bounds, run_columns(one.copied for one in drafts), left, right).errors


def _shares(stream: Stream, rows: Places, unit: Places, kept: Places) -> tuple[Flags, Flags, Flags]:
    """Whether each draft is all of its unit, is contained in what stays, contains it (:class:`Found`)."""
    (left, right, first, last), edges = rows, stream.unit_edges
    whole = (left == edges[unit]) & (right == edges[unit + 1])
    truncated = (right == edges[unit + 1]) & (edges[kept + 1] > last) & ~stream.are_ended(right)
    own = left - edges[unit] + edges[unit + 1] - right
    other = first - edges[kept] + np.maximum(0, edges[kept + 1] - last)
    return whole, truncated | (whole & (other >= CRUMB)), (other <= SLACK) & (own >= CRUMB)
