"""
What differs between two copies, and whether it may be a misreading.

Copies that differ in numbers, dates or ordinals are no copies but one template filled twice: yearly statistics,
clauses of statutes, price lists. A noisy copy misreads digits as rarely as other letters; a template changes most of
its numbers while the words around agree. Numbers that differ are compared with how often the words differ; in doubt
the pair is a template.

It is safe because this module only ever refuses: what it does not understand is left alone.

    >>> differences("2015年产量120万吨", "2016年产量131万吨", [(0, 0, 3), (4, 4, 4), (10, 10, 2)])
    [('2015', '2016'), ('120', '131')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cntextclean.repeats.align import Run

DIGITS = "0123456789"
NUMERALS = "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾"
_ARABIC = frozenset(DIGITS)
LONG = 200
"""Agreeing letters from which shares of differing numbers mean something."""
ARABIC_SHARE = 0.45
"""Of a template 60 to 77 % of the Arabic numbers differ, of a noisy copy, 12 % of it misread, up to 33 %."""
SHARE = 0.26
"""Of two versions of a statute 20 to 60 % of all numbers differ, of noisy copies up to 25 %."""
COUNTING = frozenset(DIGITS + NUMERALS)
_DIGITS_RUN = re.compile(f"[{DIGITS}]+")
_NUMERALS_RUN = re.compile(f"[{NUMERALS}]+")


@dataclass(frozen=True, slots=True)
class Numbers:
    """
    Numbers that two copies have in common places: how many, how many of them in Arabic digits, and which differ.
    Numbers of several comparisons add up.
    """

    seen: int
    arabic: int
    differing: tuple[tuple[str, str], ...]

    def __add__(self, other: Numbers) -> Numbers:
        return Numbers(self.seen + other.seen, self.arabic + other.arabic, self.differing + other.differing)

    @property
    def arabic_differing(self) -> int:
        """How many of the differing numbers are written in Arabic digits on both sides."""
        return sum(bool(_ARABIC & set(a)) and bool(_ARABIC & set(b)) for a, b in self.differing)


def differences(first: str, second: str, runs: Sequence[Run]) -> list[tuple[str, str]]:
    """
    What differs between two aligned texts, each difference widened to whole numbers, as (in first, in second).

    ``runs`` are the agreeing runs, ascending; what lies before the first and after the last counts, too.
    """
    if COUNTING.isdisjoint(differing(first, second, runs)):  # two in three: nothing to widen
        bounds = [(0, 0, 0), *runs, (len(first), len(second), 0)]
        pairs = [(first[a + many : c], second[b + many : d]) for (a, b, many), (c, d, _) in pairwise(bounds)]
        return [pair for pair in pairs if pair != ("", "")]
    return _whole_numbers(first, second, runs)


def _whole_numbers(first: str, second: str, runs: Sequence[Run]) -> list[tuple[str, str]]:
    """What differs between two texts with numbers in it."""
    found: list[tuple[str, str]] = []
    until = (0, 0)
    bounds = [(0, 0, 0), *runs, (len(first), len(second), 0)]
    for (a, b, length), (i, j, more) in pairwise(bounds):
        a, b = a + length, b + length  # noqa: PLW2901 - where the difference begins
        if a == i and b == j:
            continue
        own, other = first[a:i], second[b:j]
        start = end = 0
        if not (COUNTING.isdisjoint(own) and COUNTING.isdisjoint(other)):
            start, end = _widened(first, own + other, (a, i), (length, more))
            own, other = first[a - start : i + end], second[b - start : j + end]
        pair = (own, other)
        if found and until[0] >= a - start and until[1] >= b - start:
            pair = _fused(found.pop(), pair, until[0] - a + start)
        found.append(pair)
        until = (i + end, j + end)
    return found


def differing(first: str, second: str, runs: Sequence[Run]) -> str:
    """The letters of two aligned texts that are in none of the runs; with no number among them, no number differs."""
    bounds = [(0, 0, 0), *runs, (len(first), len(second), 0)]
    return "".join([first[a + many : c] + second[b + many : d] for (a, b, many), (c, d, _) in pairwise(bounds)])


def _widened(text: str, inside: str, gap: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """
    How many agreeing digits before and after a difference belong to the same number; ``inside`` are the letters that
    differ, ``gap`` is where they stand in the first text, ``room`` how many agree on either side.
    """
    start = end = 0
    kind = NUMERALS if _ARABIC.isdisjoint(inside) else DIGITS
    while start < room[0] and text[gap[0] - start - 1] in kind:
        start += 1
    while end < room[1] and text[gap[1] + end] in kind:
        end += 1
    return start, end


def _fused(earlier: tuple[str, str], later: tuple[str, str], shared: int) -> tuple[str, str]:
    return earlier[0] + later[0][shared:], earlier[1] + later[1][shared:]


def numbers_differ(first: str, second: str) -> bool:
    """Whether both sides of a difference hold a number (digits or numerals), and not the same."""
    if COUNTING.isdisjoint(first) or COUNTING.isdisjoint(second):
        return False
    return _counts(first) != _counts(second)


def _counts(text: str) -> str:
    return "".join([letter for letter in text if letter in COUNTING])


def differing_numbers(first: str, second: str, runs: Sequence[Run]) -> tuple[tuple[str, str], ...]:
    """Numbers at common places of two aligned texts that are not the same."""
    if COUNTING.isdisjoint(differing(first, second, runs)):
        return ()
    return tuple([pair for pair in _whole_numbers(first, second, runs) if numbers_differ(*pair)])


def compare_numbers(first: str, second: str, runs: Sequence[Run]) -> Numbers:
    """Numbers at common places of two aligned texts."""
    differing = differing_numbers(first, second, runs)
    counts = [_number_count(first[i : i + length]) for i, _, length in runs]
    same = Numbers(sum(a + n for a, n in counts), sum(a for a, _ in counts), ())
    return same + Numbers(len(differing), Numbers(0, 0, differing).arabic_differing, differing)


def _number_count(text: str) -> tuple[int, int]:
    """Numbers in a text: runs of Arabic digits, and of numerals."""
    if COUNTING.isdisjoint(text):
        return 0, 0
    return len(_DIGITS_RUN.findall(text)), len(_NUMERALS_RUN.findall(text))


def is_template(numbers: Numbers, errors: int, agreeing: int) -> bool:
    """
    Whether so many numbers differ that misreading does not explain it.

    ``errors`` letters differ apart from the numbers, ``agreeing`` agree. In a short copy one number that differs needs
    three misread letters beside it to be believed a misreading.
    """
    count = len(numbers.differing)
    if not count:
        return False
    if agreeing < LONG:
        return errors < 3 * count
    arabic = numbers.arabic_differing
    return (arabic > 1 and arabic > ARABIC_SHARE * numbers.arabic) or (count > 2 and count > SHARE * numbers.seen)
