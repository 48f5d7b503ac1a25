"""
Runs that go, as places in the text of units: where the copy is, where the text is that stays.

A place begins where the sentence before it ends, closing marks included, and ends likewise, so no mark of the copy is
left behind. Where a run takes up several units, or copies from several, it makes several places.

It is safe because places are cut at whole sentences of the run, are disjoint, and name text that stays.

    >>> from cntextclean.repeats.stream import stream_of
    >>> after_marks(stream_of([["好。”（丙）"]]), 1, 0)
    3
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

from cntextclean.repeats.align import Run
from cntextclean.repeats.decide import Decision, RemovedRun
from cntextclean.repeats.residue import differences
from cntextclean.repeats.sections import Section, clipped, joined, sections, spread, tally
from cntextclean.repeats.stream import OPENERS, Stream

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


@dataclass(frozen=True, slots=True)
class UnitPlace:
    """``start`` to ``end`` in the text of a unit."""

    unit: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """
    A copy and the text that stays; letters of the copy, how many differ, what differs as (copy, kept); the letters of
    the block that it is part of. ``whole``: the copy is all of its unit; ``contained``: it is, and what stays is part
    of a longer unit, or it breaks off where what stays goes on; ``contains``: what stays is all of its unit, and the
    copy part of a longer one.
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

    @property
    def similarity(self) -> float:
        """Agreeing letters among the letters of the copy (0 to 1)."""
        return max(0.0, 1 - self.errors / self.letters) if self.letters else 0.0


def places_of(decision: Decision, run: RemovedRun) -> Iterator[Found]:
    """The places of a run that goes, in order, disjoint, together all of it."""
    stream = decision.stream
    evidence = max(decision.matches.agreeing_list[one.matches[0]] for one in run.sentences)
    copied = joined([part for one in run.sentences for part in decision.copied[one.number]])
    loop = TURNS * spread(copied) <= sum([length for _, _, length in copied]) + 2
    units = range(stream.unit_at(run.start), stream.unit_at(run.end - 1) + 1)
    for unit in units:
        low, high = stream.unit_list[unit], stream.unit_list[unit + 1]
        start, end = max(low, run.start), min(high, run.end)
        if start >= end:
            continue
        own = clipped(copied, start, end)
        parts = _merged(stream, list(sections(own, JUMP)))
        if not parts:
            continue
        bounds = [start, *(part.start for part in parts[1:]), end]
        for part, left, right in zip(parts, bounds, bounds[1:], strict=False):
            yield _found(decision, part, (left, right), clipped(own, left, right), evidence, loop=loop)


def doubts_of(decision: Decision) -> Iterator[tuple[Found, str]]:
    """Sentences that stay though most of their letters are a copy, with the reason, in the order of the text."""
    for one, why in sorted(decision.stay, key=lambda item: item[0].start):
        evidence = decision.matches.agreeing_list[one.matches[0]]
        least = DOUBT if evidence < SURE else CRUMB // 2
        if one.covered < least or (2 if evidence < SURE else 4) * one.covered < one.length:
            continue
        parts = _merged(decision.stream, list(sections(decision.copied[one.number], JUMP)))
        part = max(parts, key=lambda part: part.end - part.start)
        if not decision.alike.isdisjoint(one.matches) and why != "template":
            why = f"{why}, as in a variant"  # noqa: PLW2901
        copied = clipped(decision.copied[one.number], part.start, part.end)
        yield _found(decision, part, (part.start, part.end), copied, evidence, loop=False), why


def _merged(stream: Stream, parts: list[Section]) -> list[Section]:
    """Sections split where the text that stays goes on in another unit; crumbs go with their neighbour."""
    split = [piece for part in parts for piece in _split(stream, part)]
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


def _found(
    decision: Decision, part: Section, bounds: tuple[int, int], copied: list[Run], evidence: int, *, loop: bool
) -> Found:
    stream = decision.stream
    left, right = bounds
    unit, kept_unit = stream.unit_at(left), stream.unit_at(part.first)
    duplicate = UnitPlace(unit, after_marks(stream, left, unit), after_marks(stream, right, unit))
    kept_end = part.last
    kept = UnitPlace(kept_unit, _at(stream, part.first, kept_unit), after_marks(stream, kept_end, kept_unit))
    errors = tally(copied, left, right).errors
    pairs = differences(stream.letters[part.start : part.end], stream.letters[part.first : part.last], part.runs)
    pairs = [
        (intern(a), intern(b)) for a, b in pairs if a != b
    ]  # a letter that only a copy between the two had otherwise
    whole = left == stream.unit_list[unit] and right == stream.unit_list[unit + 1]
    rest = stream.unit_list[kept_unit + 1] - kept_end
    truncated = right == stream.unit_list[unit + 1] and rest > 0 and not stream.ended(right)
    own, other = _rest(stream, unit, left, right), _rest(stream, kept_unit, part.first, kept_end)
    return Found(
        duplicate, kept, right - left, errors, tuple(pairs), evidence, whole,
        contained=truncated or (whole and other >= CRUMB), contains=other <= SLACK and own >= CRUMB, loop=loop,
    )  # fmt: skip


def _rest(stream: Stream, unit: int, start: int, end: int) -> int:
    """Letters of a unit outside a stretch of it."""
    return max(0, start - stream.unit_list[unit]) + max(0, stream.unit_list[unit + 1] - end)


def _at(stream: Stream, letter: int, unit: int) -> int:
    """Offset of a letter in its unit, with the opening marks before it."""
    text, base = stream.unit_text(unit), int(stream.unit_starts[unit])
    at = stream.offsets[letter] - base
    while at and text[at - 1] in OPENERS:
        at -= 1
    return at


def after_marks(stream: Stream, letter: int, unit: int) -> int:
    """
    The offset in a unit that parts the letter before from ``letter``: after the marks that close, before those that
    open. The unit's own edges for its first and last letter.
    """
    if letter <= stream.unit_list[unit]:
        return 0
    base = int(stream.unit_starts[unit])
    if letter >= stream.unit_list[unit + 1]:
        return int(stream.unit_starts[unit + 1]) - base - 1
    low, high = stream.offsets[letter - 1] - base + 1, stream.offsets[letter] - base
    cuts = stream.cut_list
    at = bisect_left(cuts, base + low)
    if at < len(cuts) and cuts[at] - base <= high:
        return cuts[at] - base
    return stream.parting(letter) - base
