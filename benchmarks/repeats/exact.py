"""All pairs of texts of a Jaccard similarity or more, compared exactly: the truth that a sketch is measured against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import ceil

Pair = tuple[int, int]


def alike_pairs(texts: Sequence[str], jaccard: float = 0.8, letters: int = 5) -> list[Pair]:
    """
    Pairs (earlier, later) whose sets of shingles have the similarity.

    The rarest shingles of a text come first; two texts that are so alike share one of the first fifth of each, so no
    pair is missed (prefix filtering: Chaudhuri, Ganti, Kaushik 2006).
    """
    sets = [frozenset(text[at : at + letters] for at in range(len(text) - letters + 1)) for text in texts]
    often: dict[str, int] = defaultdict(int)
    for one in sets:
        for shingle in one:
            often[shingle] += 1
    found: list[Pair] = []
    known: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(sets):
        head = sorted(one, key=lambda shingle: (often[shingle], shingle))[: len(one) - ceil(jaccard * len(one)) + 1]
        for other in sorted({earlier for shingle in head for earlier in known[shingle]}):
            common = len(one & sets[other])
            if common >= jaccard * (len(one) + len(sets[other]) - common) - 1e-9:
                found.append((other, number))
        for shingle in head:
            known[shingle].append(number)
    return found


def judge(pairs: Sequence[Pair], stay: set[int], texts: int) -> tuple[float, float]:
    """Share of pairs of which not both stay; share of the texts that go which are in a pair."""
    left = sum(one in stay and two in stay for one, two in pairs)
    paired = {number for pair in pairs for number in pair}
    gone = [number for number in range(texts) if number not in stay]
    return 1 - left / max(1, len(pairs)), sum(number in paired for number in gone) / max(1, len(gone))
