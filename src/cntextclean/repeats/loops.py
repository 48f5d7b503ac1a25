"""
Loops inside a sentence: where a text model repeats itself without ever ending the sentence.

A match that overlaps its own copy is a loop; its shift is the period. The sentence is parted at every period, at a
mark of punctuation where there is one, so that the copies are settled like any other sentences.

It is safe because parting a sentence removes nothing; fewer than three copies, and runs of digits, part nothing.

    >>> from cntextclean.repeats.matches import find_matches
    >>> from cntextclean.repeats.stream import stream_of
    >>> stream = stream_of([["上海世博局介绍，" * 6]])
    >>> loop_cuts(stream, find_matches(stream)).tolist()
    [8, 16, 24, 32, 40]
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import Match
from cntextclean.repeats.residue import DIGITS, NUMERALS
from cntextclean.repeats.stream import Stream

LEAST = 20
"""Repeated letters of a loop, at least."""
TURNS = 2
"""Copies beyond the first, at least."""


def loop_cuts(stream: Stream, matches: Sequence[Match]) -> Places:
    """Offsets in ``stream.text`` that part the copies of loops inside one sentence, ascending."""
    edges = stream.sentence_edges
    best: dict[int, tuple[int, Match]] = {}
    for match in matches:
        period = match.runs[0][1] - match.runs[0][0]
        sentence = int(np.searchsorted(edges, match.left[0], "right")) - 1
        inside = match.right[1] <= edges[sentence + 1] or match.right[0] < edges[sentence + 1] - 2 * period
        long_enough = match.agreeing >= max(LEAST, TURNS * period)
        if inside and long_enough and not _is_number(stream.letters[match.left[0] : match.left[0] + period]):
            known = best.get(sentence)
            if known is None or period < known[0]:
                best[sentence] = (period, match)
    cuts = [cut for period, match in best.values() for cut in _cuts(stream, match, period)]
    return np.unique(np.array(cuts, dtype=np.int64))


def _is_number(text: str) -> bool:
    return set(text) <= set(DIGITS + NUMERALS)


def _cuts(stream: Stream, match: Match, period: int) -> list[int]:
    """Offsets between the copies of one loop, the first right after the first whole copy."""
    first, end = match.left[0] + period, match.right[1]
    phase = next((shift for shift in range(period) if _is_parted(stream, first + shift)), 0)
    letters = [*range(first + phase, end, period), end]
    return [stream.parting(letter) for letter in letters if letter < len(stream.places)]


def _is_parted(stream: Stream, letter: int) -> bool:
    """Whether a mark or a blank stands right before a letter."""
    return letter < len(stream.places) and int(stream.places[letter] - stream.places[letter - 1]) > 1
