"""
Where letters stand in a text, held where the distance between the two changes.

Between two marks the letters of a text follow each other, so one number in seven is enough: of a corpus of a hundred
million characters 100 MB instead of 800.

It is safe because the answers are those of the whole list, which is tested place by place.

    >>> marks = Marks()
    >>> for places, start in (([0, 1, 4, 5, 5, 6], 0), ([0, 2], 9)):
    ...     marks.add(np.array(places), start)
    >>> offsets = marks.offsets()
    >>> [offsets[letter] for letter in range(len(offsets))], offsets.letters_before(np.array([0, 3, 5, 6, 10])).tolist()
    ([0, 1, 4, 5, 5, 6, 9, 11], [0, 2, 3, 5, 7])
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Places


def one_by_one(values: Places | NDArray[np.uint32]) -> Sequence[int]:
    """The same numbers to be read one by one: ten times as fast as an array, and without the room of a list."""
    return np.ascontiguousarray(values).data


class Offsets:
    """
    For each letter the offset of its character, ascending. ``letters`` are those where the distance between the two
    changes, ``offsets`` their own; a text has at most 2³² characters.
    """

    def __init__(self, letters: NDArray[np.uint32], offsets: NDArray[np.uint32], count: int) -> None:
        self._letters, self._offsets, self._count = letters, offsets, count
        self._starts, self._places = one_by_one(letters), one_by_one(offsets)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, letter: int) -> int:
        part = bisect_right(self._starts, letter) - 1
        return self._places[part] + letter - self._starts[part]

    def letters_before(self, offsets: Places) -> Places:
        """How many letters stand before each offset."""
        if not self._count:
            return np.zeros(len(offsets), np.int64)
        part = np.searchsorted(self._offsets, offsets, "left") - 1
        ends = np.append(self._letters[1:], np.uint32(self._count)).astype(np.int64)
        found = np.minimum(ends[part], self._letters[part] + (offsets - self._offsets[part]))
        return np.where(part < 0, 0, found)


class Marks:
    """The offsets of letters, gathered part by part."""

    def __init__(self) -> None:
        self._letters, self._offsets = [np.zeros(0, np.uint32)], [np.zeros(0, np.uint32)]
        self._count, self._last = 0, -2

    def add(self, places: Places, start: int) -> None:
        """Add the offsets of the letters of the next part of a text, which has the offset ``start``."""
        opens = np.ones(len(places), dtype=bool)
        opens[1:] = places[1:] - places[:-1] != 1
        opens[:1] = places[:1] + start - self._last != 1
        changes = np.flatnonzero(opens)
        self._letters.append((changes + self._count).astype(np.uint32))
        self._offsets.append((places[changes] + start).astype(np.uint32))
        self._count += len(places)
        self._last = int(places[-1]) + start if len(places) else self._last

    def offsets(self) -> Offsets:
        """The offsets of all letters added so far."""
        return Offsets(np.concatenate(self._letters), np.concatenate(self._offsets), self._count)
