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
    >>> Pools(stream, find_matches(stream), near=100, long=200).templates.tolist()
    [True]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import Run
from cntextclean.repeats.counting import are_numbers, count_numbers
from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import Matches
from cntextclean.repeats.residue import LONG, Numbers, compare_numbers, differing_numbers, is_template
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import begins, distinct, narrowed, row_counts

WORD = 2
"""Letters in a row that differ: more than a misread letter. One more between scripts, whose vocabularies differ."""
WORDS = 0.015
"""Share of a match in such gaps from which it is a variant."""
WORDS_AMONG = 0.55
"""
Share of the differing letters in such gaps from which a match is a variant. Noise has its errors one by one: of 146
pairs of statutes 133 have more, of 399 pairs of noisy copies 68.
"""


RUNS = 1 << 13
"""Runs of matches that are looked at together."""
Flags = NDArray[np.bool_]


class Gaps(NamedTuple):
    """
    What differs inside each match: letters in gaps of two or more (of three, where the scripts differ), in such that
    are no number, in all that are none; letters in gaps of two or more whatever the scripts; whether both sides of a
    gap may hold numbers that differ.
    """

    words: Places
    worded: Places
    wordless: Places
    pairs: Places
    telling: Flags


@dataclass(frozen=True)
class Pools:
    """
    All matches of a stream, by the documents they join. ``near`` and ``long`` are agreeing letters: below ``near`` any
    number that differs makes a template, below ``long`` any two letters in a row make a variant. ``asked``: matches of
    which it is asked whether they are templates; by default all.
    """

    stream: Stream
    matches: Matches
    near: int
    long: int
    asked: Places | None = None

    def settle(self) -> None:
        """Work out all that is asked of pools, and give up what it took."""
        _ = self.templates, self.variants, self.worded, self.one_script
        for name in ("_gaps", "_pool", "_documents", "_scripts_differ"):
            self.__dict__.pop(name, None)

    @cached_property
    def templates(self) -> Flags:
        """Matches whose numbers differ more than misreading explains."""
        telling, found = self._gaps.telling, np.zeros(len(self.matches), dtype=bool)
        wanted = np.zeros(len(self.matches), dtype=bool)
        wanted[self._pool if self.asked is None else self._pool[self.asked]] = True
        # No number differs in six pools in seven.
        pools = distinct(self._pool[telling])
        pools = pools[wanted[pools]]
        members = np.argsort(self._pool, kind="stable")
        low, high = (self._pool[members].searchsorted(pools, side) for side in ("left", "right"))
        for start, end in zip(low.tolist(), high.tolist(), strict=True):
            some = members[start:end]
            found[some] = self._is_template(some.tolist(), some[telling[some]].tolist())
        return found

    @cached_property
    def variants(self) -> Flags:
        """Matches in which whole words differ."""
        agreeing, errors = self._sums(self.matches.agreeing), self._sums(self.matches.errors)
        words = self._sums(self._gaps.words)
        many = (words > WORDS * (agreeing + errors)) & (words > WORDS_AMONG * errors)
        return self._members(np.where(agreeing < self.long, self._sums(self._gaps.pairs) > 0, many))

    @cached_property
    def worded(self) -> Flags:
        """
        Matches in which most of what differs is words, however little that is: an amended text, no noisy one. Numbers
        do not count: a clause more moves the numbers of all.
        """
        return self._members(self._sums(self._gaps.worded) > WORDS_AMONG * self._sums(self._gaps.wordless))

    @cached_property
    def one_script(self) -> Flags:
        """Matches that join two documents, both simplified or both traditional."""
        left, right = self._documents
        return np.asarray((left != right) & ~self._scripts_differ)

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
        main: dict[int, Ends] = {}
        agreeing, ends = self.matches.agreeing_list, self.matches.ends
        for number in sorted(together, key=lambda number: -agreeing[number]):
            own = ends(number)
            if not _shadowed(own, main.values()):
                main[number] = own
        return [*main]

    @cached_property
    def _gaps(self) -> Gaps:
        edges = self.matches.edges
        parts, low = [self._gaps_of(0, 0)], 0
        while low < len(self.matches):
            high = max(low + 1, int(np.searchsorted(edges, edges[low] + RUNS, "right")) - 1)
            parts.append(self._gaps_of(low, high))
            low = high
        return Gaps(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _gaps_of(self, low: int, high: int) -> Gaps:
        """The gaps of the matches from ``low`` to before ``high``."""
        edges, codes = self.matches.edges[low : high + 1], self.stream.codes
        left, right, length = (column[edges[0] : edges[-1]] for column in self.matches.runs)
        which = np.repeat(np.arange(high - low), np.diff(edges))
        at = np.flatnonzero(which[1:] == which[:-1])
        starts = (left + length)[at], (right + length)[at]
        sizes = left[at + 1] - starts[0], right[at + 1] - starts[1]
        which, size = which[at], np.maximum(*sizes)
        one, two = (count_numbers(codes, start, many) for start, many in zip(starts, sizes, strict=True))
        # A digit that both have right beside a difference is of the same number as what differs.
        beside = are_numbers(codes[starts[0] - 1]) | are_numbers(codes[starts[0] + sizes[0]])
        telling = ((one > 0) & (two > 0)) | (((one > 0) | (two > 0)) & beside)
        word, no_number = size >= WORD + self._scripts_differ[low:high][which], one + two < sizes[0] + sizes[1]

        def total(use: Flags) -> Places:
            return narrowed(np.bincount(which[use], weights=size[use], minlength=high - low).astype(np.int64))

        columns = total(word), total(word & no_number), total(no_number), total(size >= WORD)
        return Gaps(*columns, np.bincount(which[telling], minlength=high - low) > 0)

    def _sums(self, column: Places) -> Places:
        """The sum of a column over the pool of each match, at the number of its pool."""
        return np.bincount(self._pool, weights=column, minlength=len(self._pool)).astype(np.int64)

    def _members(self, pools: Flags) -> Flags:
        """The matches of some pools in which anything differs."""
        differs = self._sums(self.matches.errors) > 0
        return np.asarray((pools & differs)[self._pool])

    def _is_template(self, pool: Sequence[int], telling: Sequence[int]) -> bool:
        """Whether a pool is a template; numbers may differ in the matches ``telling``."""
        texts = {number: _texts(self.stream, self.matches, number) for number in telling}
        differing = tuple(pair for number in telling for pair in differing_numbers(*texts[number]))
        if not differing:
            return False
        agreeing = sum([self.matches.agreeing_list[number] for number in pool])
        if agreeing < self.near:
            return True
        errors = sum([self.matches.errors_list[number] for number in pool])
        errors -= sum(_unlike(a, b) for a, b in differing)
        if agreeing < LONG:
            return is_template(Numbers(0, 0, differing), errors, agreeing)
        numbers = Numbers(0, 0, ())
        for number in pool:
            numbers += compare_numbers(*(texts.get(number) or _texts(self.stream, self.matches, number)))
        return is_template(numbers, errors, agreeing)


Ends = tuple[tuple[int, int], tuple[int, int]]


def _shadowed(match: Ends, larger: Iterable[Ends]) -> bool:
    """Whether most of either side of a match is taken by one of larger ones: it pairs what is paired otherwise."""
    (left, right), (begin, end) = match
    for (one, two), (first, last) in larger:
        if 2 * (min(two, right) - max(one, left)) > right - left:
            return True
        if 2 * (min(last, end) - max(first, begin)) > end - begin:
            return True
    return False


def _texts(stream: Stream, matches: Matches, number: int) -> tuple[str, str, list[Run]]:
    """Both sides of a match and its runs counted from their starts."""
    (a, b), (c, d) = matches.ends(number)
    some = slice(matches.edges[number], matches.edges[number + 1])
    left, right, length = (column[some] for column in matches.runs)
    runs = list(zip((left - a).tolist(), (right - c).tolist(), length.tolist(), strict=True))
    return stream.letters[a:b], stream.letters[c:d], runs


def _unlike(first: str, second: str) -> int:
    """Letters that differ between two short strings, place by place; one at least."""
    differing = [a for a, b in zip_longest(first, second) if a != b]
    return max(1, len(differing))
