"""
Copies of copies, followed on to the text that stays: stars, never chains.

It is safe because a letter is only ever said to copy one that is the same and stays.

    >>> runs = {1: [(10, 0, 5)], 2: [(20, 12, 7)]}
    >>> follow(runs, 2, bytearray([0, 1, 0]), [0, 10, 20, 27]), runs[2]
    ({1}, [(20, 2, 3)])
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cntextclean.repeats.align import Run
from cntextclean.repeats.sections import clipped, joined
from cntextclean.repeats.stream import Stream


def follow(runs: dict[int, list[Run]], number: int, gone: bytearray, edges: Sequence[int]) -> set[int]:
    """
    Let a sentence copy what a sentence that is gone copied, where it copied that one; which were so followed on.
    ``edges`` are those of sentences.
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
    if followed:
        runs[number] = joined(found)
    return followed


def mend(runs: Sequence[Run], end: int, stream: Stream, gone: bytearray) -> list[Run]:
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
