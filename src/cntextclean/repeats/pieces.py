"""
Matches cut at sentences: agreeing runs inside one sentence on both sides, each with the sentence that is the copy.

Of a corpus full of copies there are some twenty letters a piece; letter by letter this was what took room. Matches are
cut some at a time, and of the pieces four bytes a number are held.

It is safe because cutting takes no letter away.

    >>> from cntextclean.repeats.matches import Match
    >>> matches = Matches.of([Match(((0, 20, 20),))])
    >>> pieces = copied_pieces(np.array([0, 12, 20, 40]), matches, np.arange(3), 0, (0, 3), matches.right)
    >>> pieces.sentence.tolist(), pieces.letter.tolist(), pieces.copied.tolist(), pieces.length.tolist()
    ([2, 2], [20, 32], [0, 12], [12, 8])
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import Matches
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import distinct, narrowed, searched

BLOCK = 1 << 12
"""Runs of matches that are cut at a time."""


class Pieces(NamedTuple):
    """
    By sentence and match, those of one match in its order: the sentence that is the copy, the number of the match, the
    first letter, the letter that it copies, letters.
    """

    sentence: Places
    owner: Places
    letter: Places
    copied: Places
    length: Places


def copying(stream: Stream, matches: Matches, rank: Places) -> tuple[Places, Places]:
    """
    Between which letters the sentences are that each match may show to be copies: on one of its sides where these are
    in two documents, since all sentences of one rank before those of the other.
    """
    edges, ((first, stop), (start, end)) = stream.sentence_edges, (matches.left, matches.right)
    documents = (searched(stream.document_edges, side, "right") for side in (first, start))
    across = np.not_equal(*documents)
    ranks = (rank[searched(edges, side, "right") - 1] for side in (first, start))
    later = np.greater(*ranks)
    return np.where(across & ~later, start, first), np.where(across & later, stop, end)


def copied_pieces(
    edges: Places, matches: Matches, rank: Places, least: int, some: tuple[int, int], copies: tuple[Places, Places]
) -> Pieces:
    """
    The pieces of all matches in sentences that have one of a match of ``least`` agreeing letters; of the sentences from
    the first to before the last of ``some``. ``copies``: between which letters these are of each match, at most.
    """
    known = np.zeros(some[1] - some[0], dtype=bool)
    parts = [Pieces(*[narrowed(np.zeros(0, np.int64))] * 5)]
    touching = np.flatnonzero((copies[0] < edges[some[1]]) & (copies[1] > edges[some[0]]))
    for part in _parts(edges, matches, rank, some, touching):
        known[part.sentence[matches.agreeing[part.owner] >= least] - some[0]] = True
        parts.append(part)
    pieces = Pieces(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    parts.clear()
    use = np.flatnonzero(known[pieces.sentence - some[0]])
    return _some(pieces, use[np.argsort(pieces.sentence[use], kind="stable")])


def _some(pieces: Pieces, which: Places) -> Pieces:
    return Pieces(*(column[which] for column in pieces))


def _parts(edges: Places, matches: Matches, rank: Places, some: tuple[int, int], numbers: Places) -> Iterator[Pieces]:
    """The pieces whose two sides are in two sentences, the copy in one of ``some``, of a few matches at a time."""
    until = np.cumsum(np.diff(matches.edges)[numbers])
    low = 0
    while low < len(numbers):
        high = max(low + 1, int(np.searchsorted(until, (until[low - 1] if low else 0) + BLOCK, "right")))
        owner, left, right, length, one, two = _cut(edges, matches, numbers[low:high])
        swap = rank[one] > rank[two]
        sentence = np.where(swap, one, two)
        use = np.flatnonzero((one != two) & (sentence >= some[0]) & (sentence < some[1]))
        columns = (sentence, owner, np.where(swap, left, right), np.where(swap, right, left), length)
        yield Pieces(*(narrowed(column[use]) for column in columns))
        low = high


def _cut(edges: Places, matches: Matches, numbers: Places) -> tuple[Places, ...]:
    """
    The runs of some matches, cut at the edges of sentences on both sides: match, left, right, letters, and the
    sentences of both sides.
    """
    many = np.diff(matches.edges)[numbers]
    owner = np.repeat(numbers, many)
    rows = np.arange(len(owner)) + np.repeat(matches.edges[numbers] - np.cumsum(many) + many, many)
    left, right, length = (column[rows].astype(np.int64) for column in matches.runs)
    run, offset, sentences = [np.arange(len(left))], [np.zeros(len(left), np.int64)], list[Places]()
    for side in (left, right):
        low, high = searched(edges, side, "right"), searched(edges, side + length)
        many = np.maximum(0, high - low)
        which = np.repeat(np.arange(len(left)), many)
        step = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
        run.append(which)
        offset.append(edges[low[which] + step] - side[which])
        sentences.append(low - 1)
    wide = int(length.max()) + 1
    cut = distinct(np.concatenate(run) * wide + np.concatenate(offset))
    which, begin = cut // wide, cut % wide
    stop = np.append(begin[1:], 0)
    ends = np.append(which[1:] != which[:-1], [True])
    stop[ends] = length[which[ends]]
    left, right = left[which] + begin, right[which] + begin
    one, two = (sentence[which] for sentence in sentences)
    later = np.flatnonzero(begin)
    one[later], two[later] = (searched(edges, side[later], "right") - 1 for side in (left, right))
    return owner[which], left, right, stop - begin, one, two
