"""
Many short alignments at once: that of :mod:`cntextclean.repeats.align`, a column of a table for each pair of texts.

What both texts begin and end with is found by comparing them letter by letter; only what is left between is aligned
(:mod:`cntextclean.repeats.bits`), in words as narrow as hold it.

It is safe because it says the same as the alignment one by one, which is tested letter for letter.

    >>> codes = np.array([ord(letter) for letter in "关税风暴以自身关锐风暴，以身"], dtype=np.uint32)
    >>> one, two = Sides(np.array([0]), np.array([7]), 1), Sides(np.array([7]), np.array([7]), 1)
    >>> [row.tolist() for row in align_all(codes, one, two)]
    [[0, 0, 0, 0], [0, 2, 4, 6], [0, 2, 5, 6], [1, 2, 1, 1]]
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import aligned_runs, common_prefix, is_compiled
from cntextclean.repeats.bits import WORDS, Masks, alike, followed
from cntextclean.repeats.fold import Codes, Places, text_of
from cntextclean.repeats.sides import Sides, leading
from cntextclean.repeats.stretches import row_counts

Links = NDArray[np.int8]
"""One row a pair, one column a letter of the first text: the letter of the second that it agrees with, or -1."""
Runs = tuple[Places, Places, Places, Places]
"""Agreeing runs, ascending: number of the pair, place in the first text, in the second, letters."""

WIDTHS = (8, 32, 64)
"""Letters of tables: most gaps have fewer than eight."""
BLOCK = 1 << 11
"""Pairs at a time, whose words take a megabyte: with twice as many, articles were no faster in interleaved runs."""
_PADS = 0xFFFE, 0xFFFF
"""Two code points that no text has: no letter is the same as either."""
FEW, FEW_COMPILED = 32, 128
"""Pairs up to which it is quicker to align one by one: in plain Python, and where RapidFuzz is installed."""


def align_all(codes: Codes, first: Sides, second: Sides) -> Runs:
    """The agreeing runs of one best alignment of each pair of texts of at most 64 letters."""
    if len(first.start) <= few():
        some = np.flatnonzero(np.maximum(first.length, second.length) <= WIDTHS[-1])
        return align_few(codes, first.some(some), second.some(some), some)
    longest = np.maximum(first.length, second.length)
    found: list[Runs] = []
    low = 0
    for width in WIDTHS:
        pairs = np.flatnonzero((longest > low) & (longest <= width) & (np.minimum(first.length, second.length) > 0))
        low = width
        for at in range(0, len(pairs), BLOCK):
            some = pairs[at : at + BLOCK]
            table = Table(codes, first.some(some), second.some(some), width)
            found.append(runs_of(table.links(np.ones(len(some), dtype=bool)), some))
    return joined_runs(found)


def few() -> int:
    """Pairs up to which it is quicker to align one by one."""
    return FEW_COMPILED if is_compiled() else FEW


def align_few(
    codes: Codes, first: Sides, second: Sides, numbers: Places, promises: Callable[[str, str], bool] | None = None
) -> Runs:
    """
    The agreeing runs of each pair of texts, one by one; of a pair that promises nothing what both texts begin with. The
    pairs have ``numbers``.
    """
    rows: list[tuple[int, int, int, int]] = []
    for number, one, two in zip(numbers.tolist(), first.texts(codes), second.texts(codes), strict=True):
        if promises is None or promises(one, two):
            rows += [(number, *run) for run in aligned_runs(one, two)]
        elif head := common_prefix(one, two):
            rows.append((number, 0, 0, head))
    number, i, j, length = np.array(rows, np.int64).reshape(-1, 4).T
    return number, i, j, length


def joined_runs(found: list[Runs]) -> Runs:
    """Runs of several tables, in the order of their pairs."""
    none = np.zeros(0, np.int64)
    owner, i, j, length = (
        (np.concatenate([none, *column]) for column in zip(*found, strict=True)) if found else [none] * 4
    )
    order = np.argsort(owner, kind="stable")
    return owner[order], i[order], j[order], length[order]


class Table:
    """Pairs of texts of at most ``width`` letters, to be aligned; ``head`` letters are the same at their beginnings."""

    def __init__(self, codes: Codes, first: Sides, second: Sides, width: int) -> None:
        self.width = width
        self._codes, self._sides = codes, (first, second)
        texts = (side.rows(codes, width, pad) for side, pad in zip(self._sides, _PADS, strict=True))
        self.head = leading(np.equal(*texts))

    def masks(self, rows: Places, skipped: Places, width: int, height: int) -> Masks:
        """
        Which letters of some pairs are the same, all with all, without so many at their beginnings: of ``width`` of the
        first texts and ``height`` of the second.
        """
        sides = zip(self._sides, (width, height), _PADS, strict=True)
        return alike(*(side.behind(rows, skipped).rows(self._codes, size, pad) for side, size, pad in sides))

    def links(self, wanted: NDArray[np.bool_]) -> Links:
        """What agrees: of the pairs wanted in their best alignment, of others only what both begin with."""
        step = np.arange(self.width, dtype=np.int8)
        links = np.where(step < self.head.astype(np.int8)[:, None], step, np.int8(-1))
        one, two = (side.length for side in self._sides)
        rows = np.flatnonzero(wanted & (self.head < np.minimum(one, two)))
        if not len(rows):
            return links
        head, one, two = self.head[rows], one[rows], two[rows]
        ends = (
            side.backward(rows, head).rows(self._codes, self.width, pad)
            for side, pad in zip(self._sides, _PADS, strict=True)
        )
        tail = leading(np.equal(*ends))
        end, until = one.astype(np.int8)[:, None], (one - tail).astype(np.int8)[:, None]
        shifted = step + (two - one).astype(np.int8)[:, None]
        links[rows] = np.where((step >= until) & (step < end), shifted, links[rows])
        size = one - head - tail, two - head - tail
        core = np.flatnonzero((size[0] > 0) & (size[1] > 0) & (size[0] + size[1] > 2))
        if len(core) > few():
            self._align_many(links, rows[core], head[core], (size[0][core], size[1][core]))
        elif len(core):
            self._align_few(links, rows[core], head[core], (size[0][core], size[1][core]))
        return links

    def _align_few(self, links: Links, rows: Places, head: Places, size: tuple[Places, Places]) -> None:
        """Fill in what agrees between the beginning and the end that both texts share, pair by pair."""
        first, second = (
            text_of(side.behind(rows, head).rows(self._codes, self.width, _PADS[0]).ravel()) for side in self._sides
        )
        starts = range(0, len(rows) * self.width, self.width)
        columns = (side.tolist() for side in (rows, head, *size))
        for start, row, at, one, two in zip(starts, *columns, strict=True):
            for i, j, length in aligned_runs(first[start : start + one], second[start : start + two]):
                links[row, at + i : at + i + length] = range(at + j, at + j + length)

    def _align_many(self, links: Links, rows: Places, head: Places, size: tuple[Places, Places]) -> None:
        """The same for all pairs at once, by the words that hold them."""
        longest = np.maximum(*size)
        low = 0
        for width in WORDS:
            some = np.flatnonzero((longest > low) & (longest <= width))
            if len(some) > (0 if width == WORDS[-1] else FEW):  # few go with the next
                low = width
                one, two = size[0][some], size[1][some]
                masks = self.masks(rows[some], head[some], width, int(two.max()))
                pair, i, j = followed(masks, one, two)
                start = head[some][pair]
                links[rows[some][pair], start + i] = start + j


def runs_of(links: Links, pairs: Places) -> Runs:
    """The runs in which letters agree; ``pairs`` are the numbers of the rows."""
    width = links.shape[1]
    at = np.flatnonzero(links.ravel() >= 0)
    other = links.ravel()[at].astype(np.int64)
    row, place = np.divmod(at, width)
    opens = np.ones(len(at), dtype=bool)
    opens[1:] = (at[1:] - at[:-1] != 1) | (other[1:] - other[:-1] != 1) | (place[1:] == 0)
    first = np.flatnonzero(opens)
    return pairs[row[first]], place[first], other[first], row_counts(first, len(at))
