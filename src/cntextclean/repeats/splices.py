"""
Sentences that several matches share: the best one first, then others where it leaves letters.

It is safe because only letters that nothing covers yet are ever given to another match.

    >>> filled = fill((0, 60), [(0, 0, 100, 30, 0), (1, 30, 230, 30, 1)], [300, 200])
    >>> filled.matches, filled.runs
    ((0, 1), [(0, 100, 30), (30, 230, 30)])
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from cntextclean.repeats.align import Run
from cntextclean.repeats.matches import LEAST
from cntextclean.repeats.sections import joined

ENOUGH = 0.8
"""Share of a sentence that one match covers from which no other is asked."""
SPLICE = 20
"""Agreeing letters of a match that may fill what another leaves of a sentence."""

Piece = tuple[int, int, int, int, int]
"""
Number of the match, first letter, the letter that it copies, letters, place in the match: one agreeing run inside two
sentences.
"""


class Filled(NamedTuple):
    """The matches that a sentence copies, best first, and the runs of what it copies."""

    matches: tuple[int, ...]
    runs: list[Run]


def fill(span: tuple[int, int], rows: Sequence[Piece], agreeing: Sequence[int]) -> Filled:
    """
    Which matches the letters of a sentence copy, and the runs of what they copy: from the best match, then from others
    where letters are left. ``agreeing`` are the letters of all matches.
    """
    groups = {kind: list(found) for kind, found in groupby(rows, key=itemgetter(0))}
    counts = {kind: sum([row[3] for row in found]) for kind, found in groups.items()}
    most = max(counts.values())
    order = sorted([
        (counts[kind] * 20 < most * 19, -agreeing[kind], found[0][2], kind) for kind, found in groups.items()
    ])  # fmt: skip
    held = _alone(groups[order[0][3]])
    used, free = [order[0][3]], _between(held, span)
    for _, letters, _, kind in order[1:]:
        if sum([length for _, _, length in held]) > ENOUGH * (span[1] - span[0]):
            break
        if -letters < SPLICE or counts[kind] < LEAST:
            continue
        if sum([length for piece in groups[kind] for _, _, length in _inside(piece[1:4], free)]) >= LEAST:
            held = joined(sorted([*held, *(part for piece in _alone(groups[kind]) for part in _inside(piece, free))]))
            used, free = [*used, kind], _between(held, span)
    return Filled(tuple(used), held)


def _alone(pieces: Sequence[Piece]) -> list[Run]:
    """
    The runs of one match in a sentence; where they overlap, as where both its sides lie in one sentence, each letter
    copies what the later one says.
    """
    if any(two[1] < one[1] + one[3] for one, two in pairwise(pieces)):
        ordered = sorted(pieces, key=itemgetter(4))
        letters = {own + at: other + at for _, own, other, length, _ in ordered for at in range(length)}
        return joined((own, letters[own], 1) for own in sorted(letters))
    return joined([piece[1:4] for piece in pieces])


def _between(runs: Sequence[Run], span: tuple[int, int]) -> list[tuple[int, int]]:
    """What runs leave of a span."""
    starts, ends = [run[0] for run in runs], [run[0] + run[2] for run in runs]
    return [(start, end) for start, end in zip([span[0], *ends], [*starts, span[1]], strict=True) if start < end]


def _inside(piece: Run, free: Sequence[tuple[int, int]]) -> list[Run]:
    """The parts of a run that lie in free stretches."""
    own, other, length = piece
    until = own + length
    found: list[Run] = []
    for start, end in free:
        if start < until and own < end:
            low = max(own, start)
            found.append((low, other + low - own, min(until, end) - low))
    return found
