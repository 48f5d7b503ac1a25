"""
Texts that are nearly the same as a whole: MinHash proposes, exact Jaccard similarity decides, one of them stays.

Every text is signed once; texts that agree in a band are compared. What two texts share is then counted exactly, over
the sets of their shingles, so what goes has the similarity asked for with the very text that stays (Broder 1997 for the
sketch; bands for recall, since a pair that is none costs a count and no mistake). Sixteen bands of four find a pair
of Jaccard 0.8 with a chance of 0.9998; nine of thirteen, the choice of most libraries, with 0.40.

It is safe because nothing goes but for a text that stays and was compared with it: stars, never chains. A bucket of
forty thousand is walked by its neighbours, never by all its pairs.

    >>> one = "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通。"
    >>> stars = find_alike([one, "会场内，一个观点引发共鸣。", one, one[:-1] + "！"])
    >>> stars.of.tolist(), stars.jaccard.round(2).tolist()
    ([0, 1, 0, 0], [1.0, 1.0, 1.0, 0.94])
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Places
from cntextclean.repeats.jaccard import Shares, jaccards, joined
from cntextclean.repeats.signatures import BATCH, EMPTY, Signatures, signatures

NEIGHBOURS = 32
"""Texts before it in a bucket that a text is compared with, once those that go are out of it."""
ROUNDS = 64
"""Rounds at most; corpora take three or four."""
DOUBT = 4.0
"""Standard deviations by which a signature may fall short of the similarity asked for."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """
    What counts as nearly the same: ``jaccard`` (0 to 1) of the sets of shingles of ``shingle`` letters; how texts are
    signed, in ``bands`` of ``rows`` permutations.
    """

    jaccard: float = 0.8
    shingle: int = 5
    bands: int = 16
    rows: int = 4
    seed: int = 1

    @property
    def permutations(self) -> int:
        """Permutations of a signature."""
        return self.bands * self.rows


@dataclass(frozen=True, slots=True)
class Stars:
    """
    For each text the number of the one that stays for it (its own, if it stays) and their Jaccard similarity; how many
    pairs were compared.
    """

    of: Places
    jaccard: Shares
    compared: int

    @property
    def stays(self) -> NDArray[np.bool_]:
        """Whether a text stays."""
        return np.asarray(self.of == np.arange(len(self.of)))


def find_alike(texts: Sequence[str], likeness: Likeness | None = None) -> Stars:
    """
    Which texts go, since an earlier one that stays is nearly the same. Shingles are of the texts as they are given.

    Texts shorter than a shingle go only where they are the same. Time is linear in the letters; memory above the texts
    is some 500 bytes a text.
    """
    likeness = likeness or Likeness()
    first: dict[str, int] = {}
    of = np.array([first.setdefault(text, number) for number, text in enumerate(texts)], dtype=np.int64)
    whole = np.flatnonzero(of == np.arange(len(of)))
    different = list(first)
    del first
    search = _Search(different, likeness)
    search.run()
    stands = whole[search.of]
    place = np.zeros(len(of), dtype=np.int64)
    place[whole] = np.arange(len(whole))
    return Stars(stands[place[of]], search.jaccard[place[of]], search.compared)


class _Search:
    """The search among texts that all differ; ``of`` and ``jaccard`` as in :class:`Stars`."""

    def __init__(self, texts: Sequence[str], likeness: Likeness) -> None:
        self._texts = texts
        self._likeness = likeness
        self._rows = _signed(texts, likeness)
        parts = self._rows.reshape(len(texts), likeness.bands, likeness.rows)
        self._keys = [_keys(parts[:, band]) for band in range(likeness.bands)]
        self._pairs: list[NDArray[np.uint64]] = []
        self.compared = 0
        self.of = np.arange(len(texts))
        self.jaccard = np.ones(len(texts))

    def run(self) -> None:
        """
        Compare bucket by bucket until nothing new stands side by side: at first each text with the first of its bucket,
        then, those that go being out, with its neighbours. What goes for one band is out of the next at once, so of a
        cluster each text is compared a few times.
        """
        for turn in range(ROUNDS):
            lags = range(1, NEIGHBOURS + 1 if turn else 1)
            fresh = [self._compare(_setdiff(self._candidates(keys, lags), self._pairs)) for keys in self._keys]
            if turn and not any(fresh):
                break

    def _candidates(self, keys: NDArray[np.uint64], lags: range) -> NDArray[np.uint64]:
        """Pairs of texts that stay so far and share a bucket of a band, packed, each once, in order."""
        stays = np.flatnonzero((self.of == np.arange(len(self.of))) & (self._rows[:, 0] != EMPTY))
        return np.unique(_bucket_pairs(keys[stays], stays, lags))

    def _compare(self, fresh: NDArray[np.uint64]) -> int:
        """Compare pairs that were not compared before, settle what goes; how many pairs there were."""
        if not len(fresh):
            return 0
        self._pairs = [np.sort(np.concatenate([*self._pairs, fresh]))]
        left, right = (fresh >> np.uint64(32)).astype(np.int64), (fresh & np.uint64(0xFFFFFFFF)).astype(np.int64)
        near = self._estimated(left, right)
        left, right = left[near], right[near]
        true, shares = self._true(left, right)
        order = np.lexsort((left[true], right[true]))
        self._settle(left[true][order], right[true][order], shares[true][order])
        return len(fresh)

    def _true(self, left: Places, right: Places) -> tuple[NDArray[np.bool_], Shares]:
        """Which pairs are as like as was asked for, and how like all are."""
        self.compared += len(left)
        shares = jaccards(self._texts, left, right, self._likeness.shingle)
        return shares >= self._likeness.jaccard, shares

    def _settle(self, left: Places, right: Places, shares: Shares) -> None:
        """
        Walk true pairs in the order of their later texts: that one goes if the earlier one stays. What it stood for is
        compared with what now stands for it, and stays again where the two are not alike.
        """
        lost: list[int] = []
        for earlier, later, share in zip(left.tolist(), right.tolist(), shares.tolist(), strict=True):
            if self.of[later] == later and self.of[earlier] == earlier:
                self.of[later], self.jaccard[later] = earlier, share
                lost.append(later)
        gone = np.zeros(len(self.of), dtype=bool)
        gone[lost] = True
        orphans = np.flatnonzero(gone[self.of])
        if len(orphans):
            heirs = self.of[self.of[orphans]]
            true, found = self._true(heirs, orphans)
            self.of[orphans] = np.where(true, heirs, orphans)
            self.jaccard[orphans] = np.where(true, found, 1.0)

    def _estimated(self, left: Places, right: Places) -> Places:
        """The pairs whose signatures do not speak against them."""
        wanted, number = self._likeness.jaccard, self._likeness.permutations
        least = wanted * number - DOUBT * (number * wanted * (1 - wanted)) ** 0.5
        near = [np.zeros(0, np.int64)]
        for at in range(0, len(left), BATCH):
            same = self._rows[left[at : at + BATCH]] == self._rows[right[at : at + BATCH]]
            near.append(np.flatnonzero(np.count_nonzero(same, axis=1) >= least) + at)
        return np.concatenate(near)


def _signed(texts: Sequence[str], likeness: Likeness) -> Signatures:
    """The signatures of all texts, a batch of letters at a time."""
    rows = np.empty((len(texts), likeness.permutations), np.uint32)
    for start, end in _batches(texts, range(len(texts))):
        codes, edges = joined(texts[start:end])
        rows[start:end] = signatures(
            codes, edges, letters=likeness.shingle, number=likeness.permutations, seed=likeness.seed
        )
    return rows


def _batches(texts: Sequence[str], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ranges of ``numbers`` whose texts have some batches of letters."""
    start = letters = 0
    for at, number in enumerate(numbers):
        letters += len(texts[number])
        if letters >= 16 * BATCH or at - start >= BATCH:
            yield start, at + 1
            start, letters = at + 1, 0
    if start < len(numbers):
        yield start, len(numbers)


def _keys(columns: Signatures) -> NDArray[np.uint64]:
    """One key for a band of each signature."""
    key = np.zeros(len(columns), np.uint64)
    for column in columns.T:
        key ^= column
        key *= np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(29)
    return key


def _bucket_pairs(keys: NDArray[np.uint64], texts: Places, lags: range) -> NDArray[np.uint64]:
    """Packed pairs (earlier, later) of texts with one key: ``lags`` (1, 2 and so on) apart, and each with the first."""
    bits = np.uint64(max(1, len(keys)).bit_length())
    ordered = np.sort((keys >> bits << bits) | np.arange(len(keys), dtype=np.uint64))
    at = (ordered & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    ordered >>= bits
    numbers = texts[at].astype(np.uint64)
    found = [np.zeros(0, np.uint64)]
    for lag in lags:
        same = np.flatnonzero(ordered[lag:] == ordered[:-lag])
        if not len(same):
            break
        found.append(numbers[same] << np.uint64(32) | numbers[same + lag])
    opens = np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(ordered)]
    first = np.maximum.accumulate(np.where(opens, np.arange(len(ordered)), 0))
    rest = np.flatnonzero(first < np.arange(len(ordered)) - len(lags))
    found.append(numbers[first[rest]] << np.uint64(32) | numbers[rest])
    return np.concatenate(found)


def _setdiff(fresh: NDArray[np.uint64], known: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """Pairs that are not known yet; ``known`` holds at most one sorted array."""
    if not known or not len(fresh):
        return fresh
    at = np.minimum(known[0].searchsorted(fresh), len(known[0]) - 1)
    return np.asarray(fresh[known[0][at] != fresh])
