"""
What differs between copies and the text that stays, for many at once.

It is safe because letters are only cut out: those beside a number are asked one by one, as
:mod:`cntextclean.repeats.residue` says.

    >>> from cntextclean.repeats.stream import stream_of
    >>> stream = stream_of([["推动巿场畅通", "推动市场畅通"]])
    >>> differing_parts(stream, [Section(0, 6, 6, 12, [(0, 6, 2), (3, 9, 3)]), Section(0, 2, 6, 8, [(0, 6, 2)])])
    [(('巿', '市'),), ()]
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from cntextclean.repeats.counting import Flags, are_numbers
from cntextclean.repeats.fold import Places, text_of
from cntextclean.repeats.layers import run_columns
from cntextclean.repeats.residue import differences
from cntextclean.repeats.sections import Section
from cntextclean.repeats.stream import Stream

Differing = tuple[tuple[str, str], ...]


def differing_parts(stream: Stream, parts: Sequence[Section]) -> list[Differing]:
    """What differs inside each of some sections, as (copy, kept)."""
    found: list[Differing] = [()] * len(parts)
    several = [number for number, part in enumerate(parts) if len(part.runs) > 1]  # one in two
    if not several:
        return found
    gaps = np.array([len(parts[number].runs) - 1 for number in several])
    own, other, length = run_columns(parts[number].runs for number in several)
    last = np.cumsum(gaps + 1) - 1
    (one, first), (two, second) = (
        _between(stream, np.delete(side + length, last), np.delete(side[1:], last[:-1])) for side in (own, other)
    )
    begin = np.cumsum(gaps) - gaps
    numbered = np.logical_or.reduceat(first | second, begin)
    rows = zip(several, numbered.tolist(), begin.tolist(), gaps.tolist(), strict=True)
    for number, counts, at, many in rows:
        pairs = _asked(stream, parts[number]) if counts else zip(one[at : at + many], two[at : at + many], strict=True)
        # A letter that only a copy between the two had otherwise is the same on both sides.
        found[number] = tuple([pair for pair in pairs if pair[0] != pair[1]])
    return found


def _between(stream: Stream, start: Places, end: Places) -> tuple[list[str], Flags]:
    """The letters from each start to its end, and whether any of them is of a number."""
    size = end - start
    until = np.cumsum(size)
    codes = stream.codes[np.arange(until[-1]) + np.repeat(start - until + size, size)]
    counting = np.repeat(np.arange(len(size)), size)[are_numbers(codes)]
    text = text_of(codes)
    cut = [text[low:high] for low, high in pairwise([0, *until.tolist()])]
    return cut, np.bincount(counting, minlength=len(size)) > 0


def _asked(stream: Stream, part: Section) -> Sequence[tuple[str, str]]:
    own, other = stream.letters[part.start : part.end], stream.letters[part.first : part.last]
    return differences(own, other, part.counted(part.start, part.first))
