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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import Run
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


def lay(stream: Stream, matches: Sequence[Match], rank: NDArray[np.int64], least: int = 0) -> Layer:
    """
    Lay matches over the sentences of a stream, by the rank of each sentence (lower stays); over sentences that have a
    match of ``least`` agreeing letters.
    """
    target = np.full(len(stream.codes), -1, dtype=np.int64)
    found: list[Covered] = []
    for number, rows in _by_sentence(stream, matches, rank, least):
        start, end = int(stream.sentence_edges[number]), int(stream.sentence_edges[number + 1])
        used, held = _fill((start, end), rows, matches)
        target[start:end] = held
        found.append(Covered(number, start, end, _tally(held), used))
    found.sort(key=lambda one: int(rank[one.number]))
    return Layer(tuple(found), target)


def count_errors(target: Places) -> Tally:
    """Count what agrees and what differs, from what the letters of a stretch copy."""
    return _tally(target.tolist())


def _tally(letters: list[int]) -> Tally:
    length = len(letters)
    if length and letters[0] >= 0 and letters == list(range(letters[0], letters[0] + length)):
        return Tally(length, 0, 0, 0)  # one sentence in two
    errors = longest = words = covered = 0
    last = before = -1
    for at, copied in enumerate(letters):
        if copied < 0:
            continue
        gap = at - last - 1
        if covered and gap < copied - before - 1 <= TEAR:
            gap = copied - before - 1
        if gap:
            errors, longest, words = errors + gap, max(longest, gap), words + gap * (gap > 1)
        covered, last, before = covered + 1, at, copied
    gap = length - 1 - last
    return Tally(covered, errors + gap, max(longest, gap), words + gap * (gap > 1 or not covered))


Piece = tuple[int, int, int, int]
"""Number of the match, first letter, the letter that it copies, letters: one agreeing run inside two sentences."""


def _by_sentence(
    stream: Stream, matches: Sequence[Match], rank: NDArray[np.int64], least: int
) -> Iterator[tuple[int, list[Piece]]]:
    """For each sentence the pieces of matches that lie in it, as copies; ascending by sentence, match and letter."""
    if not matches:
        return
    owner, left, right, length = _pieces(stream.sentence_edges, matches)
    edges = stream.sentence_edges
    one, two = np.searchsorted(edges, left, "right") - 1, np.searchsorted(edges, right, "right") - 1
    swap = rank[one] > rank[two]
    letter, copied, sentence = np.where(swap, left, right), np.where(swap, right, left), np.where(swap, one, two)
    use = one != two
    strong = np.array([match.agreeing >= least for match in matches], dtype=bool)[owner]
    known = np.zeros(len(edges), dtype=bool)
    known[sentence[use & strong]] = True
    use &= known[sentence]
    order = np.lexsort((letter, owner, sentence))
    order = order[use[order]]
    sentence = sentence[order]
    cuts = [0, *(np.flatnonzero(sentence[1:] != sentence[:-1]) + 1).tolist(), len(sentence)]
    columns = [column[order].tolist() for column in (owner, letter, copied, length)]
    rows = list(zip(*columns, order.tolist(), strict=True))
    for first, last in pairwise(cuts):
        if last > first:
            yield int(sentence[first]), _disjoint(rows[first:last])


def _pieces(edges: Places, matches: Sequence[Match]) -> tuple[Places, Places, Places, Places]:
    """
    The runs of matches, cut at the edges of sentences on both sides: number of the match, left, right, letters.

    Of a corpus full of copies there are some twenty letters a piece; letter by letter this was what took room.
    """
    left, right, length = np.array([run for match in matches for run in match.runs], dtype=np.int64).T
    owner = np.repeat(np.arange(len(matches)), [len(match.runs) for match in matches])
    run, offset = [np.arange(len(left))], [np.zeros(len(left), np.int64)]
    for side in (left, right):
        low, high = np.searchsorted(edges, side, "right"), np.searchsorted(edges, side + length, "left")
        many = np.maximum(0, high - low)
        which = np.repeat(np.arange(len(left)), many)
        step = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
        run.append(which)
        offset.append(edges[low[which] + step] - side[which])
    wide = int(length.max()) + 1
    cut = np.unique(np.concatenate(run) * wide + np.concatenate(offset))
    which, start = cut // wide, cut % wide
    end = np.append(start[1:], 0)
    ends = np.append(which[1:] != which[:-1], [True])
    end[ends] = length[which[ends]]
    return owner[which], left[which] + start, right[which] + start, end - start


def _disjoint(rows: list[tuple[int, int, int, int, int]]) -> list[Piece]:
    """
    Pieces of one sentence, from rows that end with their place in the match; where pieces of one match overlap, as
    where both its sides lie in one sentence, each letter copies what the later one says.
    """
    found = [row[:4] for row in rows]
    if not any(one[0] == two[0] and two[1] < one[1] + one[3] for one, two in pairwise(found)):
        return found
    letters: dict[tuple[int, int], list[int]] = {}
    for owner, letter, copied, length, _ in sorted(rows, key=lambda row: (row[0], row[4])):
        for step in range(length):
            letters.setdefault((owner, letter + step), []).append(copied + step)
    return [(owner, letter, copied, 1) for owner, letter in sorted(letters) for copied in letters[owner, letter]]


def _fill(span: tuple[int, int], rows: Sequence[Piece], matches: Sequence[Match]) -> tuple[tuple[int, ...], list[int]]:
    """
    Which matches the letters of a sentence copy, and what each letter copies (-1: nothing): from the best match, then
    from others where letters are left. Lists of some forty letters: no matter for arrays.
    """
    (start, end), kind = span, rows[0][0]
    held = [-1] * (end - start)
    if kind == rows[-1][0]:  # one sentence in two
        for _, letter, copied, length in rows:
            held[letter - start : letter - start + length] = range(copied, copied + length)
        return (kind,), held
    groups = {kind: list(found) for kind, found in groupby(rows, key=itemgetter(0))}
    counts = {kind: sum([row[3] for row in found]) for kind, found in groups.items()}
    most = max(counts.values())
    order = sorted(
        (counts[kind] * 20 < most * 19, -matches[kind].agreeing, found[0][2], kind) for kind, found in groups.items()
    )
    used: list[int] = []
    for _, agreeing, _, kind in order:
        if used and (len(held) - held.count(-1) > ENOUGH * len(held) or -agreeing < SPLICE):
            continue
        pieces = [(letter - start, copied, length) for _, letter, copied, length in groups[kind]]
        if not used or sum([held[at : at + length].count(-1) for at, _, length in pieces]) >= LEAST:
            held = _filled(held, pieces)
            used.append(kind)
    return tuple(used), held


def _filled(held: Sequence[int], pieces: Iterable[Run]) -> list[int]:
    """What letters copy, those that copied nothing now as some pieces say."""
    result = list(held)
    for at, copied, length in pieces:
        if held[at : at + length].count(-1) == length:
            result[at : at + length] = range(copied, copied + length)
        else:
            for place in range(at, at + length):
                if held[place] < 0:
                    result[place] = copied + place - at
    return result
