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

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

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
SIGN = 3
"""Letters in a row that must agree near the start of a window, lest it be aligned in vain."""
TEAR = 24
"""Letters in a row without agreement that part a match in two."""
LEAST = 9
"""Agreeing letters below which a match is chance."""


@dataclass(frozen=True)
class Match:
    """
    Two places that agree, as runs of agreeing letters (place on the left, place on the right, length), ascending.

    ``left`` starts before ``right`` in the stream.
    """

    runs: tuple[Run, ...]

    @property
    def left(self) -> tuple[int, int]:
        """The place on the left, in letters of the stream."""
        return self.runs[0][0], self.runs[-1][0] + self.runs[-1][2]

    @property
    def right(self) -> tuple[int, int]:
        """The place on the right."""
        return self.runs[0][1], self.runs[-1][1] + self.runs[-1][2]

    @cached_property
    def agreeing(self) -> int:
        """Letters that agree."""
        return sum(length for _, _, length in self.runs)

    @cached_property
    def errors(self) -> int:
        """Letters that differ, are lost or added, between the ends."""
        return sum(
            max(after[0] - before[0] - before[2], after[1] - before[1] - before[2])
            for before, after in zip(self.runs, self.runs[1:], strict=False)
        )

    @property
    def identity(self) -> float:
        """Agreeing letters among all (0 to 1)."""
        return self.agreeing / (self.agreeing + self.errors)

    def letter_pairs(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For every agreeing letter its place on the left and on the right."""
        runs = np.array(self.runs, dtype=np.int64)
        step = np.arange(self.agreeing) - np.repeat(np.cumsum(runs[:, 2]) - runs[:, 2], runs[:, 2])
        return np.repeat(runs[:, 0], runs[:, 2]) + step, np.repeat(runs[:, 1], runs[:, 2]) + step


def find_matches(stream: Stream) -> list[Match]:
    """All matches of a stream, in the order of their right sides."""
    places, hashes = winnow(stream.codes, stream.document_edges)
    left, right = pairs(places, hashes)
    chains = chain(segment(left, right, stream.document_edges))
    found: dict[tuple[Run, ...], Match] = {}
    for rows in chains:
        runs = _extended(stream, _inside(stream, rows))
        for part in _parts(runs):
            if sum(run[2] for run in part) >= LEAST:
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
    edges = np.flatnonzero(np.diff(np.concatenate([[0], same.astype(np.int8), [0]])))
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
    edges = stream.document_edges
    first, last = runs[0], runs[-1]
    floor_left = int(edges[np.searchsorted(edges, first[0], "right") - 1])
    floor_right = int(edges[np.searchsorted(edges, first[1], "right") - 1])
    roof_left = int(edges[np.searchsorted(edges, first[0], "right")])
    roof_right = int(edges[np.searchsorted(edges, first[1], "right")])
    slack = min(DRIFT, (first[1] - first[0]) // 4)
    back = _reach(stream.letters[floor_left : first[0]], stream.letters[floor_right : first[1]], slack, backward=True)
    head = [(first[0] - i - length, first[1] - j - length, length) for i, j, length in reversed(back)]
    end_left, end_right = last[0] + last[2], last[1] + last[2]
    slack = min(DRIFT, (last[1] - last[0]) // 4)
    ahead = _reach(stream.letters[end_left:roof_left], stream.letters[end_right:roof_right], slack, backward=False)
    return _joined([*head, *runs, *((end_left + i, end_right + j, length) for i, j, length in ahead)])


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
    if not head:
        near = second[: REACH // 2]
        starts = range(min(12, len(first) - SIGN + 1))
        return aligned_runs(first, second) if any(first[at : at + SIGN] in near for at in starts) else []
    rest = second[head:]
    if any(first[at : at + SIGN] in rest for at in range(head, len(first) - SIGN + 1)):
        return aligned_runs(first, second)
    return [(0, 0, head)]


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
