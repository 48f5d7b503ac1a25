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

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest

from cntextclean.repeats.align import Run
from cntextclean.repeats.matches import Match
from cntextclean.repeats.residue import COUNTING, Numbers, compare_numbers, is_template
from cntextclean.repeats.stream import Stream

WORD = 2
"""Letters in a row that differ: more than a misread letter. One more between scripts, whose vocabularies differ."""
WORDS = 0.015
"""Share of a match in such gaps from which it is a variant."""
WORDS_AMONG = 0.55
"""
Share of the differing letters in such gaps from which a match is a variant. Noise has its errors one by one: of 146
pairs of statutes 133 have more, of 399 pairs of noisy copies 68.
"""


@dataclass(frozen=True, slots=True)
class Pool:
    """Matches judged together: their numbers, letters that agree and that differ, whether the scripts differ."""

    numbers: tuple[int, ...]
    agreeing: int
    errors: int
    scripts_differ: bool


@dataclass(frozen=True)
class Pools:
    """
    All matches of a stream, by the documents they join. ``near`` and ``long`` are agreeing letters: below ``near`` any
    number that differs makes a template, below ``long`` any two letters in a row make a variant.
    """

    stream: Stream
    matches: Sequence[Match]
    near: int
    long: int

    @cached_property
    def templates(self) -> frozenset[int]:
        """Matches whose numbers differ more than misreading explains."""
        return _members(pool for pool in self._pools if pool.errors and self._is_template(pool))

    @cached_property
    def variants(self) -> frozenset[int]:
        """Matches in which whole words differ."""
        return _members(pool for pool in self._pools if pool.errors and self._is_variant(pool))

    @cached_property
    def worded(self) -> frozenset[int]:
        """Matches in which most of what differs is words, however little that is: an amended text, no noisy one."""
        return _members(pool for pool in self._pools if pool.errors and self._is_worded(pool))

    def joins_one_script(self, number: int) -> bool:
        """Whether a match joins two documents, both simplified or both traditional."""
        match = self.matches[number]
        left, right = self.stream.document_at(match.left[0]), self.stream.document_at(match.right[0])
        return left != right and bool(self.stream.traditional[left] == self.stream.traditional[right])

    @cached_property
    def _pools(self) -> tuple[Pool, ...]:
        document_at = self.stream.document_at
        pairs: dict[tuple[int, int], list[int]] = {}
        for number, match in enumerate(self.matches):
            pairs.setdefault((document_at(match.left[0]), document_at(match.right[0])), []).append(number)
        return tuple(
            self._pool(left, right, numbers)
            for (left, right), together in pairs.items()
            for numbers in ([[number] for number in together] if left == right else self._parted(together))
        )

    def _parted(self, together: Sequence[int]) -> list[list[int]]:
        """The matches of two documents: those that pair them letter for letter, and each of the others by itself."""
        main: list[int] = []
        others: list[list[int]] = []
        for number in sorted(together, key=lambda number: -self.matches[number].agreeing):
            match = self.matches[number]
            if any(_shadows(self.matches[larger], match) for larger in main):
                others.append([number])
            else:
                main.append(number)
        return [main, *others]

    def _pool(self, left: int, right: int, numbers: Sequence[int]) -> Pool:
        found = [self.matches[number] for number in numbers]
        agreeing, errors = sum([match.agreeing for match in found]), sum([match.errors for match in found])
        script = self.stream.traditional
        return Pool(tuple(numbers), agreeing, errors, left != right and bool(script[left] != script[right]))

    def _is_template(self, pool: Pool) -> bool:
        if all(COUNTING.isdisjoint(self._differing(self.matches[number])) for number in pool.numbers):
            return False  # no number differs: so with six pools in seven
        numbers = Numbers(0, 0, ())
        for number in pool.numbers:
            numbers += compare_numbers(*_texts(self.stream, self.matches[number]))
        if numbers.differing and pool.agreeing < self.near:
            return True
        apart = sum(_unlike(a, b) for a, b in numbers.differing)
        return is_template(numbers, pool.errors - apart, pool.agreeing)

    def _differing(self, match: Match) -> str:
        """The letters of both sides that do not agree."""
        letters = self.stream.letters
        return "".join(
            letters[a + many : c] + letters[b + many : d] for (a, b, many), (c, d, _) in pairwise(match.runs)
        )

    def _is_variant(self, pool: Pool) -> bool:
        gaps = [gap for number in pool.numbers for gap in _gaps(self.matches[number])]
        if pool.agreeing < self.long:
            return any(gap >= WORD for gap in gaps)
        words = _words(gaps, pool)
        return words > WORDS * (pool.agreeing + pool.errors) and words > WORDS_AMONG * pool.errors

    def _is_worded(self, pool: Pool) -> bool:
        gaps = [gap for number in pool.numbers for gap in self._lettered_gaps(self.matches[number])]
        return _words(gaps, pool) > WORDS_AMONG * sum(gaps)

    def _lettered_gaps(self, match: Match) -> list[int]:
        """Letters that differ in a row, place by place, without numbers: a clause more moves the numbers of all."""
        letters = self.stream.letters
        return [
            max(c - a - many, d - b - many)
            for (a, b, many), (c, d, _) in pairwise(match.runs)
            if not COUNTING.issuperset(letters[a + many : c] + letters[b + many : d])
        ]


def _shadows(larger: Match, smaller: Match) -> bool:
    """Whether most of either side of a match is taken by a larger one: it pairs what is already paired otherwise."""
    sides = ((larger.left, smaller.left), (larger.right, smaller.right))
    return any(2 * (min(one[1], two[1]) - max(one[0], two[0])) > two[1] - two[0] for one, two in sides)


def _members(pools: Iterable[Pool]) -> frozenset[int]:
    return frozenset(number for pool in pools for number in pool.numbers)


def _texts(stream: Stream, match: Match) -> tuple[str, str, list[Run]]:
    """Both sides of a match and its runs counted from their starts."""
    (a, b), (c, d) = match.left, match.right
    return stream.letters[a:b], stream.letters[c:d], [(i - a, j - c, length) for i, j, length in match.runs]


def _gaps(match: Match) -> list[int]:
    """Letters that differ in a row, place by place."""
    return [
        max(after[0] - before[0] - before[2], after[1] - before[1] - before[2])
        for before, after in pairwise(match.runs)
    ]


def _words(gaps: Iterable[int], pool: Pool) -> int:
    """Letters in gaps that are words."""
    return sum(gap for gap in gaps if gap >= WORD + pool.scripts_differ)


def _unlike(first: str, second: str) -> int:
    """Letters that differ between two short strings, place by place; one at least."""
    differing = [a for a, b in zip_longest(first, second) if a != b]
    return max(1, len(differing))
