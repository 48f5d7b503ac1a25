"""
Templates and variants: texts that are alike and yet no copies.

The matches that pair two documents letter for letter are judged together, all others each for itself. Two versions of a
statute, two clauses after one pattern, one form filled in twice agree in most letters, too; they differ from noisy
copies in what differs: numbers, and whole words instead of single letters.

It is safe because it only ever refuses.

    >>> from cntextclean.repeats.matches import find_matches
    >>> from cntextclean.repeats.stream import stream_of
    >>> one, two = "2015年完成货物周转量120万吨公里，比上年增长。", "2016年完成货物周转量131万吨公里，比上年增长。"
    >>> stream = stream_of([[one, two]])
    >>> Pools(stream, find_matches(stream), near=100, long=200).templates
    frozenset({0})
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import Run
from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.matches import Match, Matches
from cntextclean.repeats.residue import COUNTING, Numbers, compare_numbers, is_template
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import begins, row_counts

WORD = 2
"""Letters in a row that differ: more than a misread letter. One more between scripts, whose vocabularies differ."""
WORDS = 0.015
"""Share of a match in such gaps from which it is a variant."""
WORDS_AMONG = 0.55
"""
Share of the differing letters in such gaps from which a match is a variant. Noise has its errors one by one: of 146
pairs of statutes 133 have more, of 399 pairs of noisy copies 68.
"""


_NEVER = 1 << 40
Flags = NDArray[np.bool_]


class Gaps(NamedTuple):
    """What differs inside matches, as columns: the match, letters, whether any of them, and all, are of a number."""

    match: Places
    size: Places
    numbered: Flags
    number: Flags


@dataclass(frozen=True)
class Pools:
    """
    All matches of a stream, by the documents they join. ``near`` and ``long`` are agreeing letters: below ``near`` any
    number that differs makes a template, below ``long`` any two letters in a row make a variant.
    """

    stream: Stream
    matches: Matches
    near: int
    long: int

    @cached_property
    def templates(self) -> frozenset[int]:
        """Matches whose numbers differ more than misreading explains."""
        gaps = self._gaps
        # No number differs in six pools in seven.
        asked = np.unique(self._pool[gaps.match[gaps.numbered]])
        members = np.argsort(self._pool, kind="stable")
        low, high = (self._pool[members].searchsorted(asked, side) for side in ("left", "right"))
        pools = [members[start:end].tolist() for start, end in zip(low.tolist(), high.tolist(), strict=True)]
        return frozenset(number for pool in pools if self._is_template(pool) for number in pool)

    @cached_property
    def variants(self) -> frozenset[int]:
        """Matches in which whole words differ."""
        gaps = self._gaps
        agreeing, errors = self._sums(self.matches.agreeing), self._sums(self.matches.errors)
        words = self._words(gaps, WORD + self._scripts_differ[gaps.match])
        many = (words > WORDS * (agreeing + errors)) & (words > WORDS_AMONG * errors)
        return self._members(np.where(agreeing < self.long, self._words(gaps, WORD) > 0, many))

    @cached_property
    def worded(self) -> frozenset[int]:
        """
        Matches in which most of what differs is words, however little that is: an amended text, no noisy one. Numbers
        do not count: a clause more moves the numbers of all.
        """
        gaps = self._gaps
        least = np.where(gaps.number, _NEVER, WORD + self._scripts_differ[gaps.match])
        return self._members(
            self._words(gaps, least) > WORDS_AMONG * self._words(gaps, np.where(gaps.number, _NEVER, 0))
        )

    def joins_one_script(self, number: int) -> bool:
        """Whether a match joins two documents, both simplified or both traditional."""
        return self._one_script[number]

    @cached_property
    def _one_script(self) -> list[bool]:
        left, right = self._documents
        return list(map(bool, ((left != right) & ~self._scripts_differ).tolist()))

    @cached_property
    def _scripts_differ(self) -> Flags:
        left, right = self._documents
        return np.asarray(self.stream.traditional[left] != self.stream.traditional[right])

    @cached_property
    def _documents(self) -> tuple[Places, Places]:
        edges = self.stream.document_edges
        left, right = self.matches.left[0], self.matches.right[0]
        return edges.searchsorted(left, "right") - 1, edges.searchsorted(right, "right") - 1

    @cached_property
    def _pool(self) -> Places:
        """For each match the number of one match of its pool; of those inside one document each has its own."""
        left, right = self._documents
        pool = np.arange(len(left))
        order = np.lexsort((right, left))
        order = order[left[order] != right[order]]
        opens = begins(left[order], right[order])
        size = row_counts(opens, len(order))
        for start, many in zip(opens[size > 1].tolist(), size[size > 1].tolist(), strict=True):
            main = self._paired(order[start : start + many].tolist())
            pool[main] = main[0]
        return pool

    def _paired(self, together: Sequence[int]) -> list[int]:
        """Those matches of two documents that pair them letter for letter."""
        main: list[int] = []
        agreeing, ends = self.matches.agreeing_list, self.matches.ends
        for number in sorted(together, key=lambda number: -agreeing[number]):
            if not any(_shadows(ends(larger), ends(number)) for larger in main):
                main.append(number)
        return main

    @cached_property
    def _gaps(self) -> Gaps:
        left, right, length = self.matches.runs
        which = np.repeat(np.arange(len(self.matches)), np.diff(self.matches.edges))
        at = np.flatnonzero(which[1:] == which[:-1])
        starts = (left + length)[at], (right + length)[at]
        sizes = left[at + 1] - starts[0], right[at + 1] - starts[1]
        counting = _counting(self.stream.codes, starts[0], sizes[0]) + _counting(self.stream.codes, starts[1], sizes[1])
        return Gaps(which[at], np.maximum(*sizes), counting > 0, counting == sizes[0] + sizes[1])

    def _sums(self, column: Places) -> Places:
        """The sum of a column over the pool of each match, at the number of its pool."""
        return np.bincount(self._pool, weights=column, minlength=len(self._pool)).astype(np.int64)

    def _words(self, gaps: Gaps, least: Places | int) -> Places:
        """Letters in gaps of so many letters or more, pool by pool."""
        use = gaps.size >= least
        weights, pools = gaps.size[use], self._pool[gaps.match[use]]
        return np.bincount(pools, weights=weights, minlength=len(self._pool)).astype(np.int64)

    def _members(self, pools: Flags) -> frozenset[int]:
        """The matches of some pools in which anything differs."""
        differs = self._sums(self.matches.errors) > 0
        return frozenset(np.flatnonzero((pools & differs)[self._pool]).tolist())

    def _is_template(self, pool: Sequence[int]) -> bool:
        numbers = Numbers(0, 0, ())
        for number in pool:
            numbers += compare_numbers(*_texts(self.stream, self.matches[number]))
        agreeing = sum([self.matches.agreeing_list[number] for number in pool])
        if numbers.differing and agreeing < self.near:
            return True
        errors = sum([self.matches.errors_list[number] for number in pool])
        apart = sum(_unlike(a, b) for a, b in numbers.differing)
        return is_template(numbers, errors - apart, agreeing)


def _counting(codes: Codes, start: Places, size: Places) -> Places:
    """How many letters of each stretch are of numbers."""
    which = np.repeat(np.arange(len(start)), size)
    letters = codes[np.arange(len(which)) + np.repeat(start - np.cumsum(size) + size, size)]
    counting = np.array(sorted(map(ord, COUNTING)), dtype=letters.dtype)
    return np.bincount(which[np.isin(letters, counting)], minlength=len(start))


Ends = tuple[tuple[int, int], tuple[int, int]]


def _shadows(larger: Ends, smaller: Ends) -> bool:
    """Whether most of either side of a match is taken by a larger one: it pairs what is already paired otherwise."""
    return any(
        2 * (min(one[1], two[1]) - max(one[0], two[0])) > two[1] - two[0]
        for one, two in zip(larger, smaller, strict=True)
    )


def _texts(stream: Stream, match: Match) -> tuple[str, str, list[Run]]:
    """Both sides of a match and its runs counted from their starts."""
    (a, b), (c, d) = match.left, match.right
    return stream.letters[a:b], stream.letters[c:d], [(i - a, j - c, length) for i, j, length in match.runs]


def _unlike(first: str, second: str) -> int:
    """Letters that differ between two short strings, place by place; one at least."""
    differing = [a for a, b in zip_longest(first, second) if a != b]
    return max(1, len(differing))
