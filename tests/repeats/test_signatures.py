"""Signatures and bands: they interchange with datasketch, find what they should, and know no quadratic case."""

from __future__ import annotations

import numpy as np
from datasketch import LeanMinHash, MinHash, MinHashLSH

from cntextclean.repeats.fold import fold
from cntextclean.repeats.signatures import EMPTY, band_pairs, digests, shingle_hash, signatures

TEXTS = [
    "面对外部环境的不确定性，长三角以自身工作的确定性来应对。",
    "面对外部环境的不确定性，长三角用自身工作的确定性来应对！",
    "制造业是长三角的金字招牌，先进制造业集群占全国近三分之一。",
    "。。",
]


def sign(texts: list[str]) -> tuple[np.ndarray, list[str]]:
    folded = [fold(text) for text in texts]
    edges = np.concatenate([[0], np.cumsum([len(one) for one in folded])]).astype(np.int64)
    return signatures(np.concatenate([one.codes for one in folded]), edges), [one.text for one in folded]


def test_rows_go_into_datasketch_and_are_found_there() -> None:
    rows, letters = sign(TEXTS)
    index = MinHashLSH(num_perm=128, params=(42, 3))
    for at, row in enumerate(rows[:3]):
        index.insert(at, LeanMinHash(seed=1, hashvalues=row, scheme="affine32"))
    query = MinHash(num_perm=128, seed=1, scheme="affine32", hashfunc=shingle_hash)
    query.update_batch([letters[1][at : at + 3] for at in range(len(letters[1]) - 2)])
    assert 0 in index.query(query)
    assert 1 in index.query(query)


def test_texts_without_a_shingle_are_alike_to_nothing() -> None:
    rows, _ = sign(["。", "！", "甲", TEXTS[0]])
    assert (rows[:3] == EMPTY).all()
    left, right = band_pairs(*digests(rows, 42, 3), 3)
    assert not len(left)
    assert not len(right)


def test_like_texts_share_a_band() -> None:
    rows, _ = sign(TEXTS)
    left, right = band_pairs(*digests(rows, 42, 3), 3)
    assert (0, 1) in set(zip(left.tolist(), right.tolist(), strict=True))


def test_a_bucket_of_forty_thousand_makes_no_more_pairs_than_it_must() -> None:
    rows = np.repeat(sign(TEXTS[:1])[0], 40_000, axis=0)
    left, _ = band_pairs(*digests(rows, 42, 3), 3)
    assert len(left) < 80_000
