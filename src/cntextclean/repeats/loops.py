"""
Loops: where a text model repeats itself, without ever ending the sentence, or breaking off in the middle of one.

A match that overlaps its own copy is a loop; its shift is the period. Sentences are parted at every period: from where
the loop begins, if that is clear, else at a mark of punctuation, so that the copies are settled like any other
sentences. A loop of several sentences is only parted where its copies agree to the letter.

It is safe because parting a sentence removes nothing; fewer than three copies, and runs of digits, part nothing.

    >>> from cntextclean.repeats.matches import find_matches
    >>> from cntextclean.repeats.stream import stream_of
    >>> stream = stream_of([["上海世博局介绍，" * 6]])
    >>> loop_cuts(stream, find_matches(stream)).tolist()
    [8, 16, 24, 32, 40]
"""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import Match, Matches
from cntextclean.repeats.residue import DIGITS, NUMERALS
from cntextclean.repeats.stream import Stream

LEAST = 20
"""Repeated letters of a loop, at least."""
TURNS = 2
"""Copies beyond the first, at least."""


def loop_cuts(stream: Stream, matches: Matches) -> Places:
    """Offsets that part the copies of loops, ascending."""
    edges = stream.sentence_list
    best: dict[int, tuple[int, Match]] = {}
    long: list[tuple[int, Match]] = []
    periods = matches.right[0] - matches.left[0]
    turning = matches.agreeing >= np.maximum(LEAST, TURNS * periods)
    for number in np.flatnonzero(turning).tolist():
        match, period = matches[number], int(periods[number])
        sentence = bisect_right(edges, match.left[0]) - 1
        inside = match.right[1] <= edges[sentence + 1] or match.right[0] < edges[sentence + 1] - 2 * period
        if _is_number(stream.letters[match.left[0] : match.left[0] + period]):
            continue
        if inside:
            known = best.get(sentence)
            if known is None or period < known[0]:
                best[sentence] = (period, match)
        elif not match.errors and _begins(stream, match):
            long.append((period, match))
    cuts = [cut for period, match in [*best.values(), *long] for cut in _cuts(stream, match, period)]
    return np.unique(np.array(cuts, dtype=np.int64))


def _is_number(text: str) -> bool:
    return set(text) <= set(DIGITS + NUMERALS)


def _cuts(stream: Stream, match: Match, period: int) -> list[int]:
    """Offsets between the copies of one loop, the first right after the first whole copy."""
    first, end = match.left[0] + period, match.right[1]
    parted = np.diff(stream.offsets.at(np.arange(first - 1, min(first + period, len(stream.codes))))) > 1
    phase = int(parted.argmax()) if len(parted) else 0
    if _begins(stream, match):
        phase = 0
    letters = [*range(first + phase, end, period), end]
    return [stream.parting(letter) for letter in letters if letter < len(stream.codes)]


def _begins(stream: Stream, match: Match) -> bool:
    """Whether a loop begins with a sentence, or behind a mark: there its first copy begins, too."""
    edges = stream.sentence_list
    return edges[bisect_right(edges, match.left[0]) - 1] == match.left[0] or _is_parted(stream, match.left[0])


def _is_parted(stream: Stream, letter: int) -> bool:
    """Whether a mark or a blank stands right before a letter."""
    return letter < len(stream.codes) and stream.offsets[letter] - stream.offsets[letter - 1] > 1
