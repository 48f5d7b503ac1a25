"""
Which two ideographs stand side by side in clean text.

It is safe because it only reads: ``tables/junctions.tsv``, counted from 13 million characters of clean text (pairs seen
twice or more), simplified.

    >>> doubted_places("当人丁智能发展")
    [1, 2, 3]
    >>> is_known("紹")
    False
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from sys import byteorder

from cntextclean.repair.letters import HAN

SEARCHED = 20_000_000
"""Characters to search for all pairs, one after the other, up to which that is faster than one walk over the text."""
LEAST_HAN = 0x3007
_TWO = re.compile(f"[{HAN}]{{2}}")


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    text = (files("cntextclean.tables") / "junctions.tsv").read_text(encoding="utf-8")
    fields = (line.split("\t") for line in text.splitlines())
    return tuple((char, likely + seen) for char, likely, seen in fields)


@cache
def seen_pairs() -> frozenset[str]:
    """All pairs, as strings of two."""
    return frozenset(char + other for char, others in _rows() for other in others)


@cache
def _known() -> frozenset[str]:
    return frozenset(char for char, _ in _rows())


def is_known(char: str) -> bool:
    """Whether clean text has the character before another ideograph."""
    return char in _known()


@cache
def _seen_numbers() -> frozenset[int]:
    return frozenset(number for pair in seen_pairs() for number in _numbers(pair))


def _numbers(text: str) -> set[int]:
    """
    The pairs of neighbours of a text, each as one number: its two UTF-16 units side by side.

    Reading the encoded text as numbers, from both of its parities, makes no string for each pair: four times as fast.
    """
    units = text.encode("utf-16-le" if byteorder == "little" else "utf-16-be", "surrogatepass")
    views = (units[start : len(units) - (len(units) - start) % 4] for start in (0, 2))
    return set().union(*(memoryview(view).cast("I") for view in views if view))


def _pair(number: int) -> str:
    low, high = chr(number & 0xFFFF), chr(number >> 16)
    return low + high if byteorder == "little" else high + low


def doubted_places(text: str) -> list[int]:
    """The offsets of ideographs that stand beside another as clean text never has them, ascending."""
    # A difference of sets: nearly all pairs of a text are seen, and none of them costs a step in Python.
    unseen = _numbers(text) - _seen_numbers()
    wide = (number for number in unseen if number & 0xFFFF >= LEAST_HAN and number >> 16 >= LEAST_HAN)
    found = {pair for pair in map(_pair, wide) if _TWO.fullmatch(pair)}
    left = [at for _, at in pair_places(text, found)]
    return sorted({*left, *(at + 1 for at in left)})


def pair_places(text: str, pairs: AbstractSet[str]) -> Iterator[tuple[str, int]]:
    """Every place of some strings of two in a text, each with its string; in an order of its own."""
    if len(pairs) * len(text) <= SEARCHED:
        yield from ((pair, at) for pair in sorted(pairs) for at in places(text, pair))
    else:
        yield from ((pair, at) for at, pair in enumerate(map(str.__add__, text, text[1:])) if pair in pairs)


def places(text: str, part: str) -> Iterator[int]:
    """Where a part stands in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
