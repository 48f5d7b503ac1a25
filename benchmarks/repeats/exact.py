"""
All pairs of texts of a Jaccard similarity or more, compared exactly: the truth that a sketch is measured against.

No hash takes part: shingles are numbered, so two have one number only if they are the same letters. 200,000 paragraphs
take some minutes and a few gigabytes.

>>> alike_pairs(["今年是长三角一体化发展第六年", "制造业是长三角的金字招牌。", "今年是长三角一体化发展第六年。"])
[(0, 2)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]
Numbers = NDArray[np.int64]
AT_ONCE = 20_000_000
"""Pairs that are held while they are counted."""


@dataclass(frozen=True)
class Sets:
    """The sets of shingles of all texts in one array, each ascending from its rarest shingle; where each begins."""

    shingles: Numbers
    starts: Numbers

    def of(self, number: int) -> Numbers:
        """The set of one text."""
        return self.shingles[self.starts[number] : self.starts[number + 1]]


def alike_pairs(texts: Sequence[str], jaccard: float = 0.8, letters: int = 5) -> list[Pair]:
    """
    Pairs (earlier, later) whose sets of shingles of ``letters`` characters have the similarity; ascending.

    The rarest shingles of a text come first; two texts that are so alike share one of the first fifth of each, so no
    pair is missed, and what stands behind the last one shared bounds what more they can share (prefix and positional
    filtering: Chaudhuri, Ganti, Kaushik 2006; Xiao, Wang, Lin, Yu 2008).
    """
    sets = _shingle_sets(texts, letters)
    found: list[Pair] = []
    for one, other in _candidates(sets, jaccard):
        first, second = sets.of(one), sets.of(other)
        common = len(first) + len(second) - len(np.union1d(first, second))
        if common >= jaccard * (len(first) + len(second) - common) - 1e-9:
            found.append((one, other))
    return sorted(found)


def _shingle_sets(texts: Sequence[str], letters: int) -> Sets:
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    sizes = np.array([len(text) for text in texts], np.int64)
    characters, codes = np.unique(codes, return_inverse=True)
    grams = codes
    for more in range(1, letters):
        grams = np.unique(grams[:-1] * len(characters) + codes[more:], return_inverse=True)[1]
    owner = np.repeat(np.arange(len(texts)), sizes)[: len(grams)]
    inside = np.repeat(np.cumsum(sizes), sizes)[: len(grams)] - np.arange(len(grams)) >= letters
    held = np.unique(owner[inside] * (int(grams.max(initial=0)) + 1) + grams[inside])
    owner, grams = np.divmod(held, int(grams.max(initial=0)) + 1)
    rank = np.argsort(np.argsort(np.bincount(grams), kind="stable"), kind="stable")[grams]
    order = np.lexsort((rank, owner))
    starts = np.searchsorted(owner, np.arange(len(texts) + 1))
    return Sets(rank[order], starts)


def _candidates(sets: Sets, jaccard: float) -> Iterator[Pair]:
    """Pairs that share a shingle of their heads and whose tails are long enough to be alike; each once."""
    sizes = np.diff(sets.starts)
    heads = np.where(sizes > 0, sizes - np.ceil(jaccard * sizes - 1e-9).astype(np.int64) + 1, 0)
    text = np.repeat(np.arange(len(sizes)), heads)
    place = np.arange(len(text)) - np.repeat(np.cumsum(heads) - heads, heads)
    shingle = sets.shingles[sets.starts[text] + place]
    # Rarest first: the last row of a pair, in this order, is the last shingle that their heads share.
    order = np.lexsort((text, shingle))
    text, place, shingle = text[order], place[order], shingle[order]
    ends = np.searchsorted(shingle, shingle, side="right")
    partners = ends - np.arange(len(text)) - 1
    shared: list[Numbers] = []
    for begin, end in _portions(partners):
        ahead = partners[begin:end]
        first = np.repeat(np.arange(begin, end), ahead)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(ahead) - ahead, ahead)
        small = np.minimum(sizes[text[first]], sizes[text[second]])
        large = np.maximum(sizes[text[first]], sizes[text[second]])
        near = small >= jaccard * large - 1e-9
        first, second = first[near], second[near]
        shared.append(np.stack([text[first], text[second], place[first], place[second]]).astype(np.int32))
    yield from _long_enough(np.concatenate(shared, axis=1), sizes, jaccard)


def _portions(amounts: Numbers) -> Iterator[Pair]:
    """Ranges of rows of which each has some ``AT_ONCE`` pairs."""
    total = np.cumsum(amounts)
    cuts = np.searchsorted(total, np.arange(AT_ONCE, int(total[-1]) + AT_ONCE, AT_ONCE)) if len(total) else []
    begin = 0
    for cut in cuts:
        end = min(int(cut) + 1, len(amounts))
        if end > begin:
            yield begin, end
        begin = max(begin, end)


def _long_enough(shared: NDArray[np.int32], sizes: Numbers, jaccard: float) -> Iterator[Pair]:
    order = np.lexsort((shared[1], shared[0]))
    one, other, at_one, at_other = shared[:, order].astype(np.int64)
    fresh = np.flatnonzero(np.r_[True, (np.diff(one) != 0) | (np.diff(other) != 0)]) if len(one) else np.array([], int)
    last = np.r_[fresh[1:], len(one)] - 1
    one, other = one[fresh], other[fresh]
    rest = np.minimum(sizes[one] - at_one[last], sizes[other] - at_other[last]) - 1
    possible = last - fresh + 1 + rest
    needed = jaccard / (1 + jaccard) * (sizes[one] + sizes[other]) - 1e-6
    chosen = possible >= needed
    yield from zip(one[chosen].tolist(), other[chosen].tolist(), strict=True)


def judge(pairs: Sequence[Pair], stay: set[int], texts: int) -> tuple[float, float]:
    """Share of pairs of which not both stay; share of the texts that go which are in a pair."""
    left = sum(one in stay and two in stay for one, two in pairs)
    paired = {number for pair in pairs for number in pair}
    gone = [number for number in range(texts) if number not in stay]
    return 1 - left / max(1, len(pairs)), sum(number in paired for number in gone) / max(1, len(gone))
