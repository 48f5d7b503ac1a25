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
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import Run
from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import LEAST, Matches
from cntextclean.repeats.offsets import one_by_one
from cntextclean.repeats.sections import Tally, joined, tally
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import begins

ENOUGH = 0.8
"""Share of a sentence that one match covers from which no other is asked."""
BATCH = 512
"""Sentences whose pieces are held as objects at a time."""
SPLICE = 20
"""Agreeing letters of a match that may fill what another leaves of a sentence."""


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
    """Covered sentences in the order of their ranks; ``runs`` holds for each, by its number, the letters it copies."""

    sentences: tuple[Covered, ...]
    runs: dict[int, list[Run]]


def lay(stream: Stream, matches: Matches, rank: NDArray[np.int64], least: int = 0) -> Layer:
    """
    Lay matches over the sentences of a stream, by the rank of each sentence (lower stays); over sentences that have a
    match of ``least`` agreeing letters.
    """
    found: list[Covered] = []
    held: dict[int, list[Run]] = {}
    edges = stream.sentence_list
    for number, rows in _by_sentence(stream, matches, rank, least):
        start, end = edges[number], edges[number + 1]
        if len(rows) == 1 and rows[0][3] == end - start:  # one sentence in two
            held[number] = [rows[0][1:4]]
            found.append(Covered(number, start, end, Tally(end - start, 0, 0, 0), (rows[0][0],)))
        else:
            used, held[number] = _fill((start, end), rows, matches.agreeing_list)
            found.append(Covered(number, start, end, tally(held[number], start, end), used))
    places = one_by_one(rank)
    found.sort(key=lambda one: places[one.number])
    return Layer(tuple(found), held)


Piece = tuple[int, int, int, int, int]
"""
Number of the match, first letter, the letter that it copies, letters, place in the match: one agreeing run inside two
sentences.
"""


def _by_sentence(
    stream: Stream, matches: Matches, rank: NDArray[np.int64], least: int
) -> Iterator[tuple[int, list[Piece]]]:
    """For each sentence the pieces of matches that lie in it, as copies; ascending by sentence, match and letter."""
    if not len(matches):
        return
    sentence, columns = _copies(stream, matches, rank, least)
    cuts = [*begins(sentence).tolist(), len(sentence)]
    for at in range(0, len(cuts) - 1, BATCH):
        low, some = cuts[at], cuts[at : at + BATCH + 1]
        rows = list(zip(*(column[low : some[-1]].tolist() for column in columns), strict=True))
        for first, last in pairwise(some):
            yield int(sentence[first]), rows[first - low : last - low]


def _copies(stream: Stream, matches: Matches, rank: NDArray[np.int64], least: int) -> tuple[Places, tuple[Places, ...]]:
    """The sentence of every piece that is a copy, and the columns of the pieces."""
    owner, left, right, length = _pieces(stream.sentence_edges, matches)
    edges = stream.sentence_edges
    one, two = np.searchsorted(edges, left, "right") - 1, np.searchsorted(edges, right, "right") - 1
    swap = rank[one] > rank[two]
    letter, copied, sentence = np.where(swap, left, right), np.where(swap, right, left), np.where(swap, one, two)
    use = one != two
    strong = matches.agreeing[owner] >= least
    known = np.zeros(len(edges), dtype=bool)
    known[sentence[use & strong]] = True
    use &= known[sentence]
    order = np.lexsort((letter, owner, sentence))
    order = order[use[order]]
    return sentence[order], (owner[order], letter[order], copied[order], length[order], order)


def _pieces(edges: Places, matches: Matches) -> tuple[Places, Places, Places, Places]:
    """
    The runs of matches, cut at the edges of sentences on both sides: number of the match, left, right, letters.

    Of a corpus full of copies there are some twenty letters a piece; letter by letter this was what took room.
    """
    left, right, length = matches.runs
    owner = np.repeat(np.arange(len(matches)), matches.edges[1:] - matches.edges[:-1])
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


def _fill(span: tuple[int, int], rows: Sequence[Piece], agreeing: Sequence[int]) -> tuple[tuple[int, ...], list[Run]]:
    """
    Which matches the letters of a sentence copy, and the runs of what they copy: from the best match, then from others
    where letters are left. ``agreeing`` are the letters of all matches.
    """
    kind = rows[0][0]
    if kind == rows[-1][0]:
        return (kind,), _alone(rows)
    groups = {kind: list(found) for kind, found in groupby(rows, key=itemgetter(0))}
    counts = {kind: sum([row[3] for row in found]) for kind, found in groups.items()}
    most = max(counts.values())
    order = sorted(
        (counts[kind] * 20 < most * 19, -agreeing[kind], found[0][2], kind) for kind, found in groups.items()
    )
    held = _alone(groups[order[0][3]])
    used = [order[0][3]]
    for _, letters, _, kind in order[1:]:
        if sum([length for _, _, length in held]) > ENOUGH * (span[1] - span[0]):
            break
        if -letters < SPLICE or counts[kind] < LEAST:
            continue
        free = _between(held, span)
        if sum([length for piece in groups[kind] for _, _, length in _inside(piece[1:4], free)]) >= LEAST:
            held = joined(sorted([*held, *(part for piece in _alone(groups[kind]) for part in _inside(piece, free))]))
            used.append(kind)
    return tuple(used), held


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
    cuts = [(max(own, start), min(own + length, end)) for start, end in free]
    return [(low, other + low - own, high - low) for low, high in cuts if low < high]
