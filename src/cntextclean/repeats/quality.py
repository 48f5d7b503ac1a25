"""
How well a text reads, letter by letter: the measure by which the better of two copies stays.

The mean of the logarithm of how often each pair of neighbouring letters stands in the whole corpus. A misread letter
makes two pairs that are rare; of two copies of one text the noisier one is always the lower.

It is safe because it only orders copies; what is a copy is decided elsewhere.

    >>> from cntextclean.repeats.stream import stream_of
    >>> clean, noisy = "面对外部环境的不确定性", "面对外郤环竟的不确定性"
    >>> scores = qualities(stream_of([[clean], [clean], [noisy]]))
    >>> bool(scores[0] > scores[2])
    True
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import begins, row_counts

_FACTOR = np.uint32(0x9E3779B1)
_BITS = 22
_LEAST, _MOST = 1 << 13, 1 << 17
_NEAR = 8
"""Lower bits of slots that are looked up together."""
_MANY = 255
"""What stands in the table of counts for this and more: those few are held apart."""


def qualities(stream: Stream) -> NDArray[np.float64]:
    """One score a document, comparable between copies of one text. Its time is that of sorting them."""
    if len(stream.codes) < 2:
        return np.zeros(len(stream.document_edges) - 1)
    edges = stream.document_edges
    places = np.concatenate([np.maximum(edges[1:] - 1, edges[:-1]), edges[:-1]])
    order = np.argsort(places, kind="stable")
    total = np.empty(len(places))
    total[order] = _sums(stream.codes, np.minimum(places[order], len(stream.codes) - 1))
    count = len(edges) - 1
    score = (total[:count] - total[count:]) / np.maximum(1, np.diff(edges) - 1)
    return np.asarray(np.round(score, 9), dtype=np.float64)


def _slots(codes: Codes) -> NDArray[np.uint32]:
    """The slot of every pair of neighbours."""
    slots = codes[:-1].astype(np.uint32)
    slots *= _FACTOR
    slots ^= codes[1:]
    slots *= _FACTOR
    slots >>= np.uint32(32 - _BITS)
    return slots


def _counted(codes: Codes) -> tuple[NDArray[np.uint8], NDArray[np.uint32], Places]:
    """How often each slot is there, up to ``_MANY``; the slots that are there as often or more, and how often."""
    table = np.zeros(1 << _BITS, np.uint8)
    slots, often = np.zeros(0, np.uint32), np.zeros(0, np.int64)
    block = _block(codes)
    for at in range(0, len(codes) - 1, block):
        ordered = _slots(codes[at : at + block + 1])
        ordered.sort()
        first = begins(ordered)
        kinds, counts = ordered[first], row_counts(first, len(ordered))
        known = table.take(kinds)
        counts += known
        table[kinds] = np.minimum(counts, _MANY)
        often[slots.searchsorted(kinds[known == _MANY])] += counts[known == _MANY] - _MANY
        fresh = np.flatnonzero((counts >= _MANY) & (known < _MANY))
        if len(fresh):
            slots, often = np.append(slots, kinds[fresh]), np.append(often, counts[fresh])
            order = np.argsort(slots)
            slots, often = slots[order], often[order]
    return table, slots, often


def _numbers(slots: NDArray[np.uint32], near: Places, asked: NDArray[np.uint32]) -> Places:
    """
    The number of each slot that is asked for: ``near`` is that of the first with its upper bits, from which it is moved
    on. Bisection takes five times as long, and half of all pairs of letters are asked for.
    """
    found = near.take(asked >> np.uint32(_NEAR))
    while (behind := slots.take(found) < asked).any():
        found += behind
    return found


def _sums(codes: Codes, places: Places) -> NDArray[np.float64]:
    """
    The sums of the logarithms of how often slots are there, up to each place; the places are ascending. One block after
    the other, so that no more is held than the table of counts, four megabytes.
    """
    table, slots, often = _counted(codes)
    logs, high_logs = np.log(np.maximum(1, np.arange(_MANY + 1))), np.log(often)
    near = slots.searchsorted(np.arange(0, 1 << _BITS, 1 << _NEAR))
    found = np.zeros(len(places))
    carry = 0.0
    block = _block(codes)
    for at in range(0, len(codes) - 1, block):
        some = _slots(codes[at : at + block + 1])
        counts = table.take(some)
        sums = np.empty(len(some) + 1)
        sums[0], sums[1:] = carry, logs.take(counts)
        high = np.flatnonzero(counts == _MANY)
        sums[high + 1] = high_logs[_numbers(slots, near, some[high])]
        np.cumsum(sums, out=sums)
        first, last = places.searchsorted([at + 1, at + len(sums)])
        found[first:last] = sums[places[first:last] - at]
        carry = sums[-1]
    return found


def _block(codes: Codes) -> int:
    """Letters looked at together: a sixtieth of a text, in which most pairs stand again and are counted at once."""
    return min(_MOST, max(_LEAST, len(codes) >> 6))
