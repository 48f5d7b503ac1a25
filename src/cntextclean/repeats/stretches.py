"""
Stretches of equal neighbours in columns: where they begin, and how many each has.

It is safe because it only counts.

    >>> first = begins(np.array([7, 7, 8, 8, 8]), np.array([1, 1, 1, 2, 2]))
    >>> first.tolist(), row_counts(first, 5).tolist()
    ([0, 2, 3], [2, 1, 2])
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Places

_MOST = (1 << 31) - 1


def differ(*columns: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether any column has another value than right before; always for the first row."""
    found = np.ones(len(columns[0]), dtype=bool)
    if len(found):
        np.not_equal(columns[0][1:], columns[0][:-1], out=found[1:])
    for column in columns[1:]:
        found[1:] |= column[1:] != column[:-1]
    return found


def begins(*columns: NDArray[Any]) -> Places:
    """Where stretches begin in which all columns keep their values."""
    return differ(*columns).nonzero()[0]


def row_counts(first: Places, count: int) -> Places:
    """How many rows each stretch has, of ``count`` in all."""
    found = np.empty(len(first), np.int64)
    if len(first):
        np.subtract(first[1:], first[:-1], out=found[:-1])
        found[-1] = count - first[-1]
    return found


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """The different values, ascending. Where most differ, sorting them has three times the speed of hashing them."""
    ordered = np.sort(values)
    return np.asarray(ordered[differ(ordered)])


def searched(column: NDArray[Any], values: NDArray[Any], side: Literal["left", "right"] = "left") -> Places:
    """
    Where values stand in a column that is in order. The values are made of its type, which must hold them: numpy would
    make all of the column of theirs, at each call.
    """
    return column.searchsorted(values.astype(column.dtype, copy=False), side)


def are_in(values: NDArray[Any], asked: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether each of those asked for is one of some values, which are in order."""
    if not len(values):
        return np.zeros(len(asked), dtype=bool)
    return np.asarray(values[np.minimum(searched(values, asked), len(values) - 1)] == asked)


def narrowed(values: NDArray[Any]) -> NDArray[Any]:
    """The same whole numbers in four bytes each, where none needs more."""
    fits = not len(values) or int(values.max()) <= _MOST
    return values.astype(np.int32, copy=False) if fits else values
