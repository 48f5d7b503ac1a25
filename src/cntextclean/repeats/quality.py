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

from cntextclean.repeats.anchors import BLOCK
from cntextclean.repeats.stream import Stream

_FACTOR = np.uint32(0x9E3779B1)


def qualities(stream: Stream) -> NDArray[np.float64]:
    """One score a document, comparable between copies of one text. Its time is that of sorting them."""
    codes = stream.codes
    if len(codes) < 2:
        return np.zeros(len(stream.document_edges) - 1)
    slots = ((codes[:-1] * _FACTOR) ^ codes[1:]) * _FACTOR >> np.uint32(10)
    edges = stream.document_edges
    ends = np.maximum(edges[1:] - 1, edges[:-1])
    total = _sums(slots, np.concatenate([ends, edges[:-1]])).reshape(2, -1)
    score = (total[0] - total[1]) / np.maximum(1, np.diff(edges) - 1)
    return np.asarray(np.round(score, 9), dtype=np.float64)


def _sums(slots: NDArray[np.uint32], places: NDArray[np.int64]) -> NDArray[np.float64]:
    """
    The sums of the logarithms of how often the first slots are there, up to each place; one block after the other, so
    that of a whole corpus no more is held than its slots, twice.
    """
    ordered = np.sort(slots)
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    logs = np.log(np.diff(starts, append=len(ordered)))
    kinds = ordered[starts]
    del ordered, starts
    order = np.argsort(places, kind="stable")
    wanted = np.minimum(places[order], len(slots))
    found = np.zeros(len(places))
    carry = 0.0
    for at in range(0, len(slots), BLOCK):
        part = np.concatenate([[carry], logs[kinds.searchsorted(slots[at : at + BLOCK])]]).cumsum()
        low, high = wanted.searchsorted([at + 1, at + len(part)])
        found[low:high] = part[wanted[low:high] - at]
        carry = part[-1]
    result = np.empty(len(places))
    result[order] = found
    return result
