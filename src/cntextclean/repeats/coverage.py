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

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import LEAST, TEAR, Match
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
    inside = np.flatnonzero(target >= 0)
    if not len(inside):
        return Tally(0, len(target), len(target), len(target))
    own = np.diff(inside) - 1
    other = np.diff(target[inside]) - 1
    other = np.where((other > 0) & (other <= TEAR), other, 0)
    gaps = np.concatenate([[inside[0]], np.maximum(own, other), [len(target) - 1 - inside[-1]]])
    return Tally(len(inside), int(gaps.sum()), int(gaps.max()), int(gaps[gaps > 1].sum()))


Rows = tuple[Places, Places, Places]


def _by_sentence(stream: Stream, matches: Sequence[Match], rank: NDArray[np.int64]) -> Iterator[tuple[int, Rows]]:
    """For each sentence its letters, what they copy, and by which match; ascending by sentence and match."""
    if not matches:
        return
    sides = [match.letter_pairs() for match in matches]
    left, right = (np.concatenate(side) for side in zip(*sides, strict=True))
    owner = np.repeat(np.arange(len(matches)), [match.agreeing for match in matches])
    edges = stream.sentence_edges
    one, two = np.searchsorted(edges, left, "right") - 1, np.searchsorted(edges, right, "right") - 1
    swap = rank[one] > rank[two]
    letter, copied = np.where(swap, left, right), np.where(swap, right, left)
    sentence = np.where(swap, one, two)
    use = np.flatnonzero(one != two)
    order = use[np.lexsort((letter[use], owner[use], sentence[use]))]
    letter, copied, owner, sentence = letter[order], copied[order], owner[order], sentence[order]
    cuts = np.flatnonzero(np.diff(sentence)) + 1
    for a, b in zip([0, *cuts.tolist()], [*cuts.tolist(), len(sentence)], strict=True):
        if b > a:
            yield int(sentence[a]), (letter[a:b], copied[a:b], owner[a:b])


def _fill(target: Places, span: tuple[int, int], rows: Rows, matches: Sequence[Match]) -> tuple[int, ...]:
    """Give the letters of a sentence what they copy, from the best match, then from others where letters are left."""
    (start, end), (letter, copied, owner) = span, rows
    kinds, first, count = np.unique(owner, return_index=True, return_counts=True)
    most = int(count.max())
    order = sorted(
        range(len(kinds)),
        key=lambda at: (count[at] * 20 < most * 19, -matches[int(kinds[at])].agreeing, int(copied[first[at]])),
    )
    used: list[int] = []
    for at in order:
        if used and (
            int((target[start:end] >= 0).sum()) > ENOUGH * (end - start) or matches[int(kinds[at])].agreeing < SPLICE
        ):
            continue
        piece = slice(int(first[at]), int(first[at] + count[at]))
        free = target[letter[piece]] < 0
        if not used or int(free.sum()) >= LEAST:
            target[letter[piece][free]] = copied[piece][free]
            used.append(int(kinds[at]))
    return tuple(used)
