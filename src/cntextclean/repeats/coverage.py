"""
Which sentence is a copy of what: matches laid over the sentences of a stream.

Every sentence has a rank: what ranks first stays. Each letter of a sentence gets the letter of a better-ranked
sentence that it copies, from the match that covers the sentence best; several matches may share one sentence, as in
a splice of two copies.

It is safe because ranks are a total order: a letter is only ever a copy of one that ranks before it.

    >>> from cntextclean.repeats.matches import find_matches
    >>> from cntextclean.repeats.stream import stream_of
    >>> text = "面对外部环境的不确定性，见招拆招。"
    >>> stream = stream_of([[text + "推动区域市场高效畅通。", text]])
    >>> layer = lay(stream, find_matches(stream), np.arange(3))
    >>> [(one.number, one.covered, one.errors) for one in layer.sentences]
    [(2, 15, 0)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import LEAST, TEAR, Match, letter_pairs
from cntextclean.repeats.stream import Stream

ENOUGH = 0.8
"""Share of a sentence that one match covers from which no other is asked."""
SPLICE = 20
"""Agreeing letters of a match that may fill what another leaves of a sentence."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Letters of a stretch: covered, differing, the most differing in a row, those in rows of two or more."""

    covered: int
    errors: int
    longest: int
    words: int


@dataclass(frozen=True, slots=True)
class Covered:
    """A sentence that copies another: its letters, how many agree, and the matches it comes from, best first."""

    number: int
    start: int
    end: int
    tally: Tally
    matches: tuple[int, ...]

    @property
    def covered(self) -> int:
        """Letters that are covered."""
        return self.tally.covered

    @property
    def errors(self) -> int:
        """Letters that differ, are lost or added."""
        return self.tally.errors

    @property
    def length(self) -> int:
        """Letters of the sentence."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Layer:
    """Covered sentences in the order of their ranks; ``target`` holds for each letter the one it copies, or -1."""

    sentences: tuple[Covered, ...]
    target: Places


def lay(stream: Stream, matches: Sequence[Match], rank: NDArray[np.int64]) -> Layer:
    """Lay matches over the sentences of a stream, by the rank of each sentence (lower stays)."""
    target = np.full(len(stream.codes), -1, dtype=np.int64)
    found: list[Covered] = []
    for number, rows in _by_sentence(stream, matches, rank):
        start, end = int(stream.sentence_edges[number]), int(stream.sentence_edges[number + 1])
        used = _fill(target, (start, end), rows, matches)
        if used:
            found.append(Covered(number, start, end, count_errors(target[start:end]), used))
    found.sort(key=lambda one: int(rank[one.number]))
    return Layer(tuple(found), target)


def count_errors(target: Places) -> Tally:
    """Count what agrees and what differs, from what the letters of a stretch copy."""
    errors = longest = words = covered = 0
    last = before = -1
    for at, copied in enumerate(target.tolist()):
        if copied < 0:
            continue
        gap = at - last - 1
        if covered and gap < copied - before - 1 <= TEAR:
            gap = copied - before - 1
        if gap:
            errors, longest, words = errors + gap, max(longest, gap), words + gap * (gap > 1)
        covered, last, before = covered + 1, at, copied
    gap = len(target) - 1 - last
    return Tally(covered, errors + gap, max(longest, gap), words + gap * (gap > 1 or not covered))


Column = NDArray[np.signedinteger[Any]]
Rows = tuple[Column, Column, Column]


def _by_sentence(stream: Stream, matches: Sequence[Match], rank: NDArray[np.int64]) -> Iterator[tuple[int, Rows]]:
    """For each sentence its letters, what they copy, and by which match; ascending by sentence and match."""
    if not matches:
        return
    # Half as wide, where the letters can be counted so: of a corpus full of copies these columns are what takes room.
    wide = np.int32 if len(stream.codes) < np.iinfo(np.int32).max else np.int64
    left, right = (side.astype(wide) for side in letter_pairs([run for match in matches for run in match.runs]))
    edges = stream.sentence_edges
    one, two = ((np.searchsorted(edges, side, "right") - 1).astype(wide) for side in (left, right))
    owner: Column = np.repeat(np.arange(len(matches), dtype=wide), [match.agreeing for match in matches])
    use = np.flatnonzero(one != two)
    left, right, one, two, owner = left[use], right[use], one[use], two[use], owner[use]
    swap = rank[one] > rank[two]
    letter, copied, sentence = np.where(swap, left, right), np.where(swap, right, left), np.where(swap, one, two)
    del left, right, one, two, use, swap
    order = np.lexsort((letter, owner, sentence))
    letter, copied, owner, sentence = letter[order], copied[order], owner[order], sentence[order]
    del order
    cuts = np.flatnonzero(np.diff(sentence)) + 1
    for a, b in zip([0, *cuts.tolist()], [*cuts.tolist(), len(sentence)], strict=True):
        if b > a:
            yield int(sentence[a]), (letter[a:b], copied[a:b], owner[a:b])


def _fill(target: Places, span: tuple[int, int], rows: Rows, matches: Sequence[Match]) -> tuple[int, ...]:
    """Give the letters of a sentence what they copy, from the best match, then from others where letters are left."""
    (start, end), (letter, copied, owner) = span, rows
    if owner[0] == owner[-1]:  # two sentences in three
        target[letter] = copied
        return (int(owner[0]),)
    cuts = [0, *((owner[1:] != owner[:-1]).nonzero()[0] + 1).tolist(), len(owner)]
    most = max(last - first for first, last in pairwise(cuts))
    kinds = owner[cuts[:-1]].tolist()
    order = sorted(
        (count * 20 < most * 19, -matches[kind].agreeing, origin, first, count, kind)
        for kind, origin, first, count in zip(
            kinds, copied[cuts[:-1]].tolist(), cuts, (last - first for first, last in pairwise(cuts)), strict=False
        )
    )
    used: list[int] = []
    filled = 0
    for _, agreeing, _, first, count, kind in order:
        if used and (filled > ENOUGH * (end - start) or -agreeing < SPLICE):
            continue
        piece = letter[first : first + count]
        free = target[piece] < 0
        if not used or np.count_nonzero(free) >= LEAST:
            target[piece[free]] = copied[first : first + count][free]
            used.append(kind)
            filled = int(np.count_nonzero(target[start:end] >= 0))
    return tuple(used)
