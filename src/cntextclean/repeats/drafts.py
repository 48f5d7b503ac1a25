"""
Places before their offsets are known: the sections of what goes, and of what stays though it is a copy.

It is safe because sections are cut at the edges of sentences and units, and those of one run are disjoint.

    >>> from cntextclean.repeats.stream import stream_of
    >>> stream = stream_of([["甲乙丙丁", "戊己庚辛", "甲乙丙丁戊己庚辛"]])
    >>> [(part.start, part.end, part.first) for part in split(stream, Section(8, 16, 0, 8, [(8, 0, 8)]))]
    [(8, 12, 0), (12, 16, 4)]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from cntextclean.repeats.align import Run
from cntextclean.repeats.bars import GIVEN_UP, MAY, REASONS, TEMPLATE
from cntextclean.repeats.decide import Decision
from cntextclean.repeats.fold import Places
from cntextclean.repeats.runs import Rows
from cntextclean.repeats.sections import Section, clipped, joined, sections, spread
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
CRUMB = 12
"""Letters below which a section is no place of its own."""
SOME = 512
"""Runs or sentences whose sections are looked for together."""


class Draft(NamedTuple):
    """A place before its offsets are known: the section, first letter of the copy and the one behind the last."""

    part: Section
    left: int
    right: int
    copied: Sequence[Run]
    evidence: int
    loop: bool
    why: str


def removed(decision: Decision) -> Iterator[Draft]:
    """The places of what goes, in order, disjoint."""
    for at in range(0, len(decision.runs), SOME):
        some = decision.runs[at : at + SOME]
        first, stop = (np.array(side) for side in zip(*[(rows.start, rows.stop) for rows in some], strict=True))
        ends = decision.layer.start[first], decision.layer.end[stop - 1]
        unit, last = (searched(decision.stream.unit_edges, end, "right") for end in (ends[0], ends[1] - 1))
        columns = (unit == last).tolist(), *(end.tolist() for end in ends), _only_sections(decision, first, stop)
        for rows, one, left, right, part in zip(some, *columns, strict=True):
            if one and part:  # four in five
                block = max(decision.agreeing_list[rows.start : rows.stop])
                yield Draft(part, left, right, part.runs, block, False, "")
            else:
                yield from _drafts_of(decision, rows)


def _drafts_of(decision: Decision, rows: Rows) -> Iterator[Draft]:
    """The places of a run that goes, together all of it."""
    stream = decision.stream
    evidence = max(decision.agreeing_list[rows.start : rows.stop])
    copied = joined(decision.copied.between(rows))
    loop = len(copied) > 1 and TURNS * spread(copied) <= sum([length for _, _, length in copied]) + 2
    first, last = decision.span(rows)
    units = stream.unit_list[stream.unit_at(first) + 1 : stream.unit_at(last - 1) + 1]
    for start, end in pairwise([first, *units, last]):
        own = clipped(copied, start, end) if start < end else []
        parts = _merged(stream, list(sections(own, JUMP)))
        bounds = [start, *[part.start for part in parts[1:]], end]
        for part, left, right in zip(parts, bounds, bounds[1:], strict=False):
            yield Draft(part, left, right, clipped(own, left, right), evidence, loop, "")


def doubts(decision: Decision) -> Iterator[Draft]:
    """Sentences that stay though most of their letters are a copy, with the reason, in the order of the text."""
    layer, evidence = decision.layer, decision.agreeing
    covered = layer.tally.covered.copy()
    for row in np.flatnonzero(decision.codes == GIVEN_UP).tolist():
        followed = decision.copied.tallies.get(row)
        covered[row] = followed.covered if followed else covered[row]
    sure = evidence >= SURE
    told = (decision.codes != MAY) & (covered >= np.where(sure, CRUMB // 2, DOUBT))
    told &= np.where(sure, 4, 2) * covered >= layer.length
    rows = np.flatnonzero(told)
    del covered, sure, told
    for at in range(0, len(rows), SOME):
        some = rows[at : at + SOME]
        parts = _only_sections(decision, some, some + 1)
        codes, alike = decision.codes[some].tolist(), decision.alike[some].tolist()
        for row, only, block, code, variant in zip(
            some.tolist(), parts, evidence[some].tolist(), codes, alike, strict=True
        ):
            part = only or _largest_part(decision, row)
            why = REASONS[code] + (", as in a variant" if variant and code != TEMPLATE else "")
            yield Draft(part, part.start, part.end, part.runs, block, False, why)


def _only_sections(decision: Decision, first: Places, stop: Places) -> list[Section | None]:
    """
    What the sentences of some rows, each time from one to before another, copy, if it is one section inside one unit;
    else none.
    """
    layer, units = decision.layer, decision.stream.unit_edges
    low, high = layer.runs[first], layer.runs[stop]
    many = high - low
    ends = np.cumsum(many)
    run = np.arange(ends[-1]) + np.repeat(low - ends + many, many)
    own, other, length = (column[run] for column in layer.copied)
    step = np.append(0, other[1:] - (other + length)[:-1])
    opens = (step != 0) | (np.append(0, own[1:] - (own + length)[:-1]) != 0)
    opens[0] = opens[ends[:-1]] = True
    jumps = (step < 0) | (step >= JUMP)
    jumps[0] = jumps[ends[:-1]] = False
    begin = ends - many
    bounds = own[begin], (own + length)[ends - 1], other[begin], (other + length)[ends - 1]
    only = ~np.logical_or.reduceat(jumps, begin)
    only &= searched(units, bounds[2], "right") == searched(units, bounds[3])
    joined = np.flatnonzero(opens)
    columns = own[joined], other[joined], np.add.reduceat(length, joined)
    runs = list(zip(*(column.tolist() for column in columns), strict=True))
    edges = searched(joined, begin), np.append(searched(joined, begin[1:]), len(joined))
    rows = zip(*(column.tolist() for column in (only, first, stop, *edges, *bounds)), strict=True)
    changed = decision.copied.changed.keys()
    return [
        Section(start, end, kept, until, runs[at:to]) if one and changed.isdisjoint(range(row, last)) else None
        for one, row, last, at, to, start, end, kept, until in rows
    ]


def _largest_part(decision: Decision, row: int) -> Section:
    parts = _merged(decision.stream, list(sections(decision.copied.of_row(row), JUMP)))
    return max(parts, key=lambda part: part.end - part.start)


def _merged(stream: Stream, parts: list[Section]) -> list[Section]:
    """Sections split where the text that stays goes on in another unit; crumbs go with their neighbour."""
    pieces = [piece for part in parts for piece in split(stream, part)]
    if len(pieces) == 1:
        return pieces
    big = [part for part in pieces if sum(run[2] for run in part.runs) >= CRUMB]
    return big or sorted(pieces, key=lambda part: -sum(run[2] for run in part.runs))[:1]


def split(stream: Stream, part: Section) -> Iterator[Section]:
    """A section, parted where the text that stays goes on in another unit."""
    units = stream.unit_list
    edges = units[bisect_right(units, part.first) : bisect_left(units, part.last)]
    if not edges:
        yield part
        return
    for low, high in zip([part.first, *edges], [*edges, part.last], strict=True):
        rows = [
            (own + cut, other + cut, min(other + length, high) - other - cut)
            for own, other, length in part.runs
            for cut in [max(0, low - other)]
            if other < high and other + length > low
        ]
        if rows:
            yield Section(rows[0][0], rows[-1][0] + rows[-1][2], rows[0][1], rows[-1][1] + rows[-1][2], rows)
