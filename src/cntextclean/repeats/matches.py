"""
Chains to matches: every letter of both sides aligned, the ends found.

Inside a chain only the gaps between exact segments are aligned; from its ends the alignment goes on, window by
window, as long as more letters agree than differ. A stretch that does not pay for its errors is cut off.

It is safe because a match is evidence with every differing letter counted; what is done with it is decided elsewhere.

    >>> from cntextclean.repeats.stream import stream_of
    >>> one, two = "外部环境的不确定性，推动区域市场高效畅通。", "外部环竟的不确定性，推动区域市场高效畅通。"
    >>> stream = stream_of([[one, two]])
    >>> [(found.left, found.right, found.agreeing, found.errors) for found in find_matches(stream)]
    [((0, 19), (19, 38), 18, 1)]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from cntextclean.repeats.align import Run, aligned_runs, common_prefix
from cntextclean.repeats.anchors import pairs, winnow
from cntextclean.repeats.chains import Segment, chain, segment
from cntextclean.repeats.stream import Stream

EXTENT = 1000
"""Letters beyond its anchors that a match may grow by: in a loop every link would grow over the whole of it."""
REACH = 32
"""Letters aligned at a time beyond the ends of a chain."""
DRIFT = 32
"""Letters by which the diagonal may move beyond the ends of a chain."""
WIDEST = EXTENT + DRIFT + 3 * REACH
"""Letters beyond the ends of a chain that are ever looked at."""
SIGN = 3
"""Letters in a row that must agree near the start of a window, lest it be aligned in vain."""
NEAR_STARTS = 12
"""Letters of a window among which those in a row must begin."""
TEAR = 24
"""Letters in a row without agreement that part a match in two."""
LEAST = 9
"""Agreeing letters below which a match is chance."""


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


def find_matches(stream: Stream) -> list[Match]:
    """All matches of a stream, in the order of their right sides."""
    left, right = pairs(*winnow(stream.codes, stream.document_edges))
    if not len(left):
        return []
    chains = chain(segment(left, right, stream.document_edges))
    found: dict[tuple[Run, ...], Match] = {}
    for rows in chains:
        runs = _extended(stream, _inside(stream, rows))
        for part in _parts(runs):
            if sum([length for _, _, length in part]) >= LEAST:
                found[tuple(part)] = Match(tuple(part))
    return sorted(found.values(), key=lambda match: (match.right, match.left))


def _inside(stream: Stream, rows: Sequence[Segment]) -> list[Run]:
    """Agreeing runs of the segments of a chain and of the gaps between them."""
    runs: list[Run] = []
    for left, right, length in rows:
        skip = 0
        if runs:
            end = (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2])
            skip = max(0, end[0] - left, end[1] - right)
            gap = aligned_runs(stream.letters[end[0] : left + skip], stream.letters[end[1] : right + skip])
            runs += [(end[0] + i, end[1] + j, many) for i, j, many in gap]
        runs += _equal_runs(stream, left + skip, right + skip, length - skip)
    return _joined(runs)


def _equal_runs(stream: Stream, left: int, right: int, length: int) -> list[Run]:
    """Agreeing runs on one diagonal."""
    if length <= 0:
        return []
    if stream.letters[left : left + length] == stream.letters[right : right + length]:
        return [(left, right, length)]  # 97 segments in 100
    same = stream.codes[left : left + length] == stream.codes[right : right + length]
    padded = np.zeros(length + 2, dtype=bool)
    padded[1:-1] = same
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return [(left + a, right + a, b - a) for a, b in edges.reshape(-1, 2).tolist()]


def _joined(runs: Sequence[Run]) -> list[Run]:
    out: list[Run] = []
    for left, right, length in runs:
        if out and (out[-1][0] + out[-1][2], out[-1][1] + out[-1][2]) == (left, right):
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + length)
        elif length:
            out.append((left, right, length))
    return out


def _extended(stream: Stream, runs: list[Run]) -> list[Run]:
    """The runs with what agrees beyond both ends, inside the documents."""
    edges, letters = stream.edge_list, stream.letters
    (left, right, _), last = runs[0], runs[-1]
    one, two = bisect_right(edges, left), bisect_right(edges, right)
    before = letters[max(edges[one - 1], left - WIDEST) : left], letters[max(edges[two - 1], right - WIDEST) : right]
    back = _reach(*before, min(DRIFT, (right - left) // 4), backward=True)
    head = [(left - i - length, right - j - length, length) for i, j, length in reversed(back)]
    slack = min(DRIFT, (last[1] - last[0]) // 4)
    left, right = last[0] + last[2], last[1] + last[2]
    after = letters[left : min(edges[one], left + WIDEST)], letters[right : min(edges[two], right + WIDEST)]
    ahead = _reach(*after, slack, backward=False)
    return _joined([*head, *runs, *((left + i, right + j, length) for i, j, length in ahead)])


def _reach(left: str, right: str, slack: int, *, backward: bool) -> list[Run]:
    """
    Agreeing runs from a common start onward, as far as they pay for their errors; counted from the start.

    ``slack``: how far the diagonal may move, lest a text repeating itself slide into being its own copy.
    """
    runs: list[Run] = []
    i = j = 0
    while True:
        width = min(REACH, len(left) - i, len(right) - j)
        a, b = _window(left, i, width, backward=backward), _window(right, j, width, backward=backward)
        paid = _paying(_promising_runs(a, b))
        near = [(i + x, j + y, length) for x, y, length in paid if abs(j + y - i - x) <= slack]
        runs += near
        if not near or len(near) < len(paid):
            return runs
        x, y, length = paid[-1]
        i, j = i + x + length, j + y + length
        if max(x, y) + length < REACH // 2 or i > EXTENT:
            return runs


def _promising_runs(first: str, second: str) -> list[Run]:
    """
    Agreeing runs of two windows that begin alike or share a few letters in a row near their start.

    Behind a common start, a run pays only if it is longer than twice the gap before it: without three letters in a row
    that both share, none does, and there is nothing to align. So it is with three windows in ten.
    """
    head = common_prefix(first, second)
    rest = second[head:] if head else second[: REACH // 2]
    last = len(first) - SIGN + 1
    for at in range(head, last if head else min(NEAR_STARTS, last)):
        if first[at : at + SIGN] in rest:
            return aligned_runs(first, second)
    return [(0, 0, head)] if head else []


def _window(text: str, at: int, width: int, *, backward: bool) -> str:
    """``width`` letters, ``at`` letters from the start (or, backward, from the end, reversed)."""
    return text[len(text) - at - width : len(text) - at][::-1] if backward else text[at : at + width]


def _paying(runs: Sequence[Run]) -> list[Run]:
    """The leading runs up to where agreeing letters less the differing ones (counted double) are most."""
    score = best = best_at = 0
    at = (0, 0)
    for number, (i, j, length) in enumerate(runs, 1):
        score += length - 2 * max(i - at[0], j - at[1])
        at = (i + length, j + length)
        if score > best:
            best, best_at = score, number
    return list(runs[:best_at])


def _parts(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs parted where they tear, each part cut back to where it pays for its errors."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        last = parts[-1][-1] if parts[-1] else run
        if max(run[0] - last[0] - last[2], run[1] - last[1] - last[2]) > TEAR:
            parts.append([])
        parts[-1].append(run)
    return [_best_stretch(part) for part in parts]


def _best_stretch(runs: Sequence[Run]) -> list[Run]:
    """The stretch of runs with the most agreeing letters less differing ones (Kadane's maximum subarray)."""
    best, best_range, score, start = 0, (0, 0), 0, 0
    for number, (left, right, length) in enumerate(runs):
        if number:
            before = runs[number - 1]
            score -= max(left - before[0] - before[2], right - before[1] - before[2])
        if score <= 0:
            score, start = 0, number
        score += length
        if score > best:
            best, best_range = score, (start, number + 1)
    return list(runs[slice(*best_range)])
