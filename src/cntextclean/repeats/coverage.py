"""
Which sentence is a copy of what: matches laid over the sentences of a stream.

Every sentence has a rank: what ranks first stays. Each letter of a sentence gets the letter of a better-ranked
sentence that it copies, from the match that covers the sentence best; several matches may share one sentence, as in
a splice of two copies (:mod:`cntextclean.repeats.splices`). All sentences are laid at once, as columns of numbers.

It is safe because ranks are a total order: a letter is only ever a copy of one that ranks before it.

    >>> from cntextclean.repeats.matches import find_matches
    >>> from cntextclean.repeats.stream import stream_of
    >>> text = "面对外部环境的不确定性，见招拆招。"
    >>> stream = stream_of([[text + "推动区域市场高效畅通。", text]])
    >>> layer = lay(stream, find_matches(stream), np.arange(3))
    >>> layer.number.tolist(), layer.tally.covered.tolist(), layer.tally.errors.tolist()
    ([2], [15], [0])
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Places
from cntextclean.repeats.layers import Layer, Tallies, count_all, join_layers
from cntextclean.repeats.matches import LEAST, Matches
from cntextclean.repeats.pieces import Pieces, copied_pieces, copying
from cntextclean.repeats.splices import ENOUGH, SPLICE, Filled, fill
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import begins, differ, narrowed, row_counts

__all__ = ["Layer", "Tallies", "count_all", "lay"]

SENTENCES = 1 << 12
"""Sentences that are laid at a time, at least."""
PARTS = 16
"""Times that it takes at most: what is in between takes a sixteenth of the room."""


def lay(stream: Stream, matches: Matches, rank: Places, least: int = 0) -> Layer:
    """
    Lay matches over the sentences of a stream, by the rank of each sentence (lower stays); over sentences that have a
    match of ``least`` agreeing letters.
    """
    count = len(stream.sentence_edges) - 1
    size = max(SENTENCES, count // PARTS + 1)
    copies = copying(stream, matches, rank)
    some = ((low, min(count, low + size)) for low in range(0, count, size))
    pieces = (copied_pieces(stream.sentence_edges, matches, rank, least, part, copies) for part in some)
    parts = [_laid(stream.sentence_edges, matches, part) for part in pieces]
    parts = [part for part in parts if len(part)] or parts[:1]
    return join_layers(parts)


def _laid(edges: Places, matches: Matches, pieces: Pieces) -> Layer:
    """The layer of some sentences, from the pieces in them."""
    best, spliced = _best(pieces, matches, edges)
    slow = [_filled(pieces, rows, edges, matches) for rows in spliced]
    chosen = np.flatnonzero(best)
    runs = _joined(*(column[chosen] for column in (pieces.sentence, pieces.letter, pieces.copied, pieces.length)))
    first = begins(pieces.sentence[chosen])
    return _layer(edges, runs, (pieces.sentence[chosen][first], pieces.owner[chosen][first]), slow)


def _best(pieces: Pieces, matches: Matches, edges: Places) -> tuple[NDArray[np.bool_], list[slice]]:
    """
    Which pieces are of the best match of their sentence: of those that cover it within a twentieth of the most, the one
    with the most agreeing letters. And the sentences that need a look of their own, as rows of their pieces: where
    others may fill what the best leaves, or where its pieces overlap.
    """
    opens = differ(pieces.sentence, pieces.owner)
    group = np.flatnonzero(opens)
    sentence, owner = pieces.sentence[group], pieces.owner[group]
    sizes = row_counts(group, len(opens))
    count = np.add.reduceat(pieces.length, group) if len(group) else group
    first = begins(sentence)
    many = row_counts(first, len(group))
    chosen = first.copy()
    several = np.flatnonzero(np.repeat(many > 1, many))
    if len(several):
        most = np.repeat(np.maximum.reduceat(count, first), many)
        keys = (owner, pieces.copied[group], -matches.agreeing[owner], count * 20 < most * 19, sentence)
        order = several[np.lexsort([key[several] for key in keys])]
        chosen[many > 1] = order[begins(sentence[order])]
    overlap = ~opens[1:] & (pieces.letter[1:] < (pieces.letter + pieces.length)[:-1])  # or out of order
    tangled = np.zeros(len(opens), dtype=bool)
    tangled[1:] = overlap
    alone = np.logical_or.reduceat(tangled, group[first]) if len(group) else tangled[chosen]
    others = (matches.agreeing[owner] >= SPLICE) & (count >= LEAST)
    others[chosen] = False
    more = np.logical_or.reduceat(others, first) if len(first) else others
    held = edges[sentence[first] + 1] - edges[sentence[first]]
    slow = alone | (more & (count[chosen] <= ENOUGH * held))
    use = np.zeros(len(group), dtype=bool)
    use[chosen[~slow]] = True
    bounds = np.append(group, len(opens))
    last = first + many
    spliced = zip(bounds[first[slow]].tolist(), bounds[last[slow]].tolist(), strict=True)
    return np.repeat(use, sizes), [slice(*ends) for ends in spliced]


def _filled(pieces: Pieces, rows: slice, edges: Places, matches: Matches) -> tuple[int, Filled]:
    number = int(pieces.sentence[rows.start])
    columns = [column[rows].tolist() for column in pieces[1:]]
    parts = sorted(zip(*columns, range(rows.stop - rows.start), strict=True))
    return number, fill((int(edges[number]), int(edges[number + 1])), parts, matches.agreeing_list)


def _joined(sentence: Places, own: Places, other: Places, length: Places) -> tuple[Places, ...]:
    """Pieces of sentences, those in one that go on from each other on both sides."""
    opens = differ(sentence)
    opens[1:] |= (own[1:] != (own + length)[:-1]) | (other[1:] != (other + length)[:-1])
    first = np.flatnonzero(opens)
    total = np.add.reduceat(length, first) if len(first) else length
    return sentence[first], own[first], other[first], total


def _layer(
    edges: Places, runs: tuple[Places, ...], best: tuple[Places, Places], slow: Sequence[tuple[int, Filled]]
) -> Layer:
    """All together, by sentence: the runs and best matches of most, and those filled one by one."""
    if slow:
        rows = [(number, *run) for number, filled in slow for run in filled.runs]
        used = [(number, match) for number, filled in slow for match in filled.matches]
        runs = _by_sentence(runs, rows, 4)
        best = _by_sentence(best, used, 2)  # type: ignore[assignment]
    sentence, own, other, length = runs
    first = begins(sentence)
    number = sentence[first]
    start, end = edges[number], edges[number + 1]
    bounds = np.append(first, len(sentence))
    used_edges = np.append(begins(best[0]), len(best[0]))
    tallies = count_all(bounds, (own, other, length), start, end)
    copied = narrowed(own), narrowed(other), narrowed(length)
    number, start, end = narrowed(number), narrowed(start), narrowed(end)
    return Layer(number, start, end, tallies, narrowed(bounds), copied, narrowed(used_edges), narrowed(best[1]))


def _by_sentence(columns: Sequence[Places], rows: Sequence[tuple[int, ...]], width: int) -> tuple[Places, ...]:
    """Columns and rows by their first value, the order of each being kept."""
    more = np.array(rows, dtype=np.int64).reshape(-1, width).T
    together = [np.concatenate(pair) for pair in zip(columns, more, strict=True)]
    order = np.argsort(together[0], kind="stable")
    return tuple(column[order] for column in together)
