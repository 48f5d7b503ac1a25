"""
Alignments of many short texts at once, bit by bit: a machine word holds a row of the table of each pair.

The dynamic programme of :mod:`cntextclean.repeats.align` (Myers 1999, in the form of Hyyrö 2003), each step taken for
all pairs. The way back is walked letter by letter of the second texts: where it passes a row, one bit says, so that a
row costs twenty operations on words that lie side by side, however many letters of the first text it passes over. A
pair of 32 letters takes a microsecond, of which a half is to compare all letters with all.

It is safe because it says the same as the alignment one by one, which is tested letter for letter.

    >>> one, two = "甲乙丙丁戊己庚辛", "甲丙丁戊己庚乙辛"
    >>> masks = alike(*(np.array([[ord(letter) for letter in text]], dtype=np.uint32) for text in (one, two)))
    >>> [column.tolist() for column in followed(masks, np.array([8]), np.array([8]))[1:]]
    [[7, 6, 5, 4, 3, 2, 0], [7, 5, 4, 3, 2, 1, 0]]
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places

Masks = NDArray[np.uint32]
"""One row a letter of the second texts, one column a pair: the bits of the letters of the first that are the same."""
WORDS = (8, 16, 32, 64)
"""Bits of machine words."""


def alike(first: Codes, second: Codes) -> Masks:
    """Which letters of the texts of each pair are the same, all with all; the first have as many as a word has bits."""
    one, two = np.ascontiguousarray(first.T), np.ascontiguousarray(second.T)
    packed = np.empty((*two.shape, len(one) // 8), np.uint8)
    same, byte = np.empty(two.shape, bool), np.empty(two.shape, np.uint8)
    for at in range(0, len(one), 8):
        byte[:] = 0
        for letter in one[at : at + 8][::-1]:
            byte += byte  # the bits so far, moved up by one: additions of bytes are the quickest
            byte += np.equal(two, letter, out=same).view(np.uint8)
        packed[:, :, at // 8] = byte
    masks: Masks = packed.view(f"<u{len(one) // 8}")[:, :, 0]
    return masks


def followed(masks: Masks, first: Places, second: Places) -> tuple[Places, Places, Places]:
    """
    What agrees in a best alignment of each pair, of so many letters each: pair, place in the first text, in the second;
    by the latter, the last first. The masks are written over.
    """
    up, down = _differences(masks)
    kind = masks.dtype.type
    one, bits = kind(1), 8 * masks.itemsize
    whole = np.where(first == bits, ~kind(0), (one << (first % bits).astype(kind)) - one)
    left = np.zeros(len(first), kind)  # the letters of the first texts that are still to be walked, as bits
    for at in range(len(masks) - 1, -1, -1):
        np.copyto(left, whole, where=second == at + 1)
        here = left & ~up[at]  # where it rises, the letter of the first text is passed over
        shift = 1
        while shift < bits:
            here |= here >> kind(shift)
            shift *= 2
        left = here >> one
        here ^= left  # the last letter of the first text that is left
        if at:
            falls = here & down[at - 1]
            left |= falls
            here ^= falls
        masks[at] &= here
    row, pair = masks[::-1].nonzero()
    place = np.frexp(masks[::-1][row, pair].astype(np.float64))[1] - 1
    return pair, place.astype(np.int64), len(masks) - 1 - row


def _differences(masks: Masks) -> tuple[Masks, Masks]:
    """The vertical differences (+1 and -1) of every row, one bit a letter of the first text."""
    one = masks.dtype.type(1)
    plus, minus = ~np.zeros(masks.shape[1], masks.dtype), np.zeros(masks.shape[1], masks.dtype)
    up, down = np.empty_like(masks), np.empty_like(masks)
    for at, match in enumerate(masks):
        same = (((match & plus) + plus) ^ plus) | match | minus
        rise = ((minus | ~(same | plus)) << one) | one
        fall = (same & plus) << one
        plus = np.bitwise_or(fall, ~(same | rise), out=up[at])
        minus = np.bitwise_and(rise, same, out=down[at])
    return up, down
