"""
Which letters are of a number, for many at once.

It is safe because it only says where to look: whether numbers differ is settled letter by letter
(:mod:`cntextclean.repeats.residue`).

    >>> codes = np.array([ord(letter) for letter in "2015年产量十二万吨"], dtype=np.uint32)
    >>> count_numbers(codes, np.array([0, 4]), np.array([4, 7])).tolist()
    [4, 3]
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.residue import COUNTING

Flags = NDArray[np.bool_]


def count_numbers(codes: Codes, start: Places, size: Places) -> Places:
    """How many letters of each stretch are of numbers."""
    which = np.repeat(np.arange(len(start)), size)
    letters = codes[np.arange(len(which)) + np.repeat(start - np.cumsum(size) + size, size)]
    return np.bincount(which[are_numbers(letters)], minlength=len(start))


def are_numbers(letters: Codes) -> Flags:
    """Whether letters are of a number."""
    table = _counting()
    return table[np.minimum(letters, len(table) - 1)]


@cache
def _counting() -> Flags:
    """A flag a code point, the last one for all others."""
    table = np.zeros(max(map(ord, COUNTING)) + 2, dtype=bool)
    table[[ord(letter) for letter in sorted(COUNTING)]] = True
    return table
