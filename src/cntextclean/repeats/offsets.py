"""
Where letters stand in a text, held as one bit a character: 30 bytes for a paragraph of 240, and not two thousand.

A character is a letter or none; those few that stand for several letters (㎏) are listed. How many letters there are
before every 128 characters is known, so a question looks at 16 bytes.

It is safe because the answers are those of the whole list, which is tested place by place.

    >>> marks = Marks(12)
    >>> for places, start in (([0, 1, 4, 5, 5, 6], 0), ([0, 2], 9)):
    ...     marks.add(np.array(places), start)
    >>> offsets = marks.offsets()
    >>> offsets.at(np.arange(len(offsets))).tolist(), offsets[4]
    ([0, 1, 4, 5, 5, 6, 9, 11], 5)
    >>> offsets.letters_before(np.array([0, 3, 6, 10])).tolist()
    [0, 2, 5, 7]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Places

STEP = 128
"""Characters of a row of bits."""
SOME = 2048
"""Rows that are looked at together."""
_ONES = np.array([value.bit_count() for value in range(256)], dtype=np.uint8)
_NTH = np.argsort(1 - np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little"), kind="stable")
"""The place of the n-th bit that is set in a byte, then those of the others."""
_BYTES = np.arange(0, STEP, 8)

Bits = NDArray[np.uint8]


def one_by_one(values: NDArray[Any]) -> Sequence[int]:
    """The same numbers to be read one by one: ten times as fast as an array, and without the room of a list."""
    return np.ascontiguousarray(values).data


class Offsets:
    """
    For each letter the offset of its character, ascending. ``bits`` are those of the characters, 16 bytes a row;
    ``several`` the offsets of characters of more than one letter, as often as they have more.
    """

    def __init__(self, bits: Bits, several: Places) -> None:
        self._bits, self._several = bits, several
        counts = np.zeros(len(bits) + 1, np.uint32)
        for at in range(0, len(bits), SOME):
            part = _ONES[bits[at : at + SOME]]
            counts[at + 1 : at + 1 + len(part)] = part.sum(axis=1, dtype=np.uint32)
        if len(several):
            counts[1:] += np.bincount(several // STEP, minlength=len(bits)).astype(np.uint32)
        self._before = np.cumsum(counts, dtype=np.uint32)

    def __len__(self) -> int:
        return int(self._before[-1])

    def __getitem__(self, letter: int) -> int:
        row = int(self._before.searchsorted(np.uint32(letter), "right")) - 1
        return row * STEP + int(self._places(row)[letter - int(self._before[row])])

    def _places(self, row: int) -> Places:
        """The places in a row of the letters that stand there."""
        found = np.flatnonzero(np.unpackbits(self._bits[row], bitorder="little"))
        if len(self._several):
            low, high = self._several.searchsorted([row * STEP, (row + 1) * STEP])
            if low < high:
                found = np.sort(np.concatenate([found, self._several[low:high] - row * STEP]))
        return found

    def at(self, letters: Places) -> Places:
        """The offset of the character of each letter; behind the last one, as many as there are characters."""
        found = np.full(len(letters), len(self._bits) * STEP, np.int64)
        known = np.flatnonzero(letters < len(self))
        for low in range(0, len(known), SOME):
            some = known[low : low + SOME]
            row = np.searchsorted(self._before, letters[some].astype(np.uint32), "right") - 1
            number = letters[some] - self._before[row]
            bits = self._bits.take(row, axis=0)
            counts = np.cumsum(_ONES.take(bits), axis=1, dtype=np.uint8)
            byte = (counts[:, :-1] <= number.astype(np.uint8)[:, None]).sum(axis=1)
            one = np.arange(len(some))
            held = bits[one, byte]
            nth = number - counts[one, byte] + _ONES.take(held)
            found[some] = row * STEP + byte * 8 + _NTH[held, np.clip(nth, 0, 7)]
            if len(self._several):
                near = self._several[np.minimum(self._several.searchsorted(row * STEP), len(self._several) - 1)]
                for at in np.flatnonzero(near // STEP == row).tolist():
                    found[some[at]] = self[int(letters[some[at]])]
        return found

    def letters_before(self, offsets: Places) -> Places:
        """How many letters stand before each offset."""
        found = np.empty(len(offsets), np.int64)
        for low in range(0, len(offsets), SOME):
            some = offsets[low : low + SOME]
            row = np.minimum(some // STEP, len(self._bits) - 1)
            bits = self._bits.take(row, axis=0)
            bits &= ((1 << np.clip((some - row * STEP)[:, None] - _BYTES, 0, 8)) - 1).astype(np.uint8)
            found[low : low + SOME] = self._before[row] + _ONES.take(bits).sum(axis=1, dtype=np.uint8)
            if len(self._several):
                found[low : low + SOME] += self._several.searchsorted(some) - self._several.searchsorted(row * STEP)
        return found


class Marks:
    """The offsets of letters, gathered part by part, of a text of so many characters."""

    def __init__(self, characters: int) -> None:
        self._bits = np.zeros(-(-characters // STEP) * STEP // 8 + STEP // 8, np.uint8)
        self._several = [np.zeros(0, np.int64)]

    def add(self, places: Places, start: int) -> None:
        """Add the offsets of the letters of the next part of a text, which has the offset ``start``."""
        if not len(places):
            return
        again = places[1:][places[1:] == places[:-1]]
        if len(again):
            self._several.append(again + start)
        shift = start & 7
        flags = np.zeros(int(places[-1]) + 1 + shift, dtype=bool)
        flags[places + shift] = True
        packed = np.packbits(flags, bitorder="little")
        self._bits[start >> 3 : (start >> 3) + len(packed)] |= packed

    def offsets(self) -> Offsets:
        """The offsets of all letters added so far."""
        return Offsets(self._bits.reshape(-1, STEP // 8), np.concatenate(self._several))
