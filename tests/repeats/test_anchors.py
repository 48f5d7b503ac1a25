"""Anchors against what their definition says, letter by letter; units that need no signature."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.config import RepeatsConfig
from cntextclean.repeats import anchors, paragraphs, postings
from cntextclean.repeats.anchors import gram_hashes, polynomials, winnow
from cntextclean.repeats.matches import Matches
from cntextclean.repeats.paragraphs import alike_paragraphs
from cntextclean.repeats.postings import CROWD, NEAR_LINKS, Postings, anchor_pairs, unpacked
from cntextclean.repeats.stream import stream_of

NEVER = 0xFFFFFFFF


def by_definition(codes: np.ndarray, edges: list[int], letters: int, window: int) -> list[int]:
    """Places whose hash is the least of a window; what crosses an edge never is."""
    hashes = gram_hashes(codes, letters).tolist()
    for edge in edges[1:-1]:
        for back in range(1, letters):
            if 0 <= edge - back < len(hashes):
                hashes[edge - back] = NEVER
    chosen = set()
    for start in range(1 - window, len(hashes)) if hashes else ():
        inside = range(max(0, start), min(len(hashes), start + window))
        least = min(hashes[at] for at in inside)
        chosen |= {at for at in inside if hashes[at] == least != NEVER}
    return sorted(chosen)


@given(
    st.lists(st.integers(0, 3), max_size=90), st.lists(st.integers(0, 90), max_size=4), st.integers(1, 7),
    st.integers(1, 5), st.sampled_from([5, 17, 1 << 15]),
)  # fmt: skip
@settings(deadline=None, max_examples=120)
def test_anchors_are_the_least_of_their_windows(numbers, inner, letters, window, block) -> None:
    codes = np.array(numbers, dtype=np.uint32)
    edges = sorted({0, len(codes), *(at for at in inner if at < len(codes))})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anchors, "BLOCK", block)
        places, hashes = winnow(codes, np.array(edges), letters, window)
        assert places.tolist() == by_definition(codes, edges, letters, window)
        assert hashes.tolist() == gram_hashes(codes, letters)[places].tolist()


@given(st.lists(st.integers(0, 2**32 - 1), max_size=30), st.integers(1, 9))
@settings(deadline=None, max_examples=60)
def test_polynomials_are_those_of_every_run(numbers: list[int], letters: int) -> None:
    factor = 0x9E3779B97F4A7C15
    wanted = []
    for at in range(len(numbers) - letters + 1):
        total = 0
        for code in numbers[at : at + letters]:
            total = (total * factor + code) % 2**64
        wanted.append(total)
    assert polynomials(np.array(numbers, dtype=np.uint32), letters).tolist() == wanted


def test_an_anchor_that_stands_everywhere_makes_no_more_pairs_than_it_must() -> None:
    def pairs(number: int) -> np.ndarray:
        """The pairs of one anchor that stands at so many places."""
        return Postings(np.arange(number, dtype=np.uint32), (np.arange(number) > 0).astype(np.uint8)).pairs(0, number)

    left, right = unpacked(pairs(40_000))
    assert len(left) < 2 * 40_000
    assert (left < right).all()
    assert len(pairs(CROWD)) <= (NEAR_LINKS + 1) * CROWD


@given(st.lists(st.integers(0, 3), max_size=400), st.sampled_from([7, 64, 1 << 15]), st.sampled_from([1, 3, 4]))
@settings(deadline=None, max_examples=60)
def test_pairs_are_the_same_whatever_is_looked_at_together(numbers: list[int], block: int, parts: int) -> None:
    codes = np.array(numbers, dtype=np.uint32)
    edges = np.array([0, len(codes) // 3, len(codes)])
    whole = np.sort(anchor_pairs(codes, edges)).tolist()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anchors, "BLOCK", block)
        patch.setattr(postings, "BLOCK", block)
        patch.setattr(postings, "PART", block)
        patch.setattr(postings, "LONG", 0)
        patch.setattr(postings, "PARTS", parts)
        found = postings.postings(codes, edges)
    cuts = [0, len(codes) // 2, len(codes)]
    places = found.places.tolist()
    parted = []
    for start, end in reversed(list(pairwise(cuts))):
        parted.append(found.pairs(start, end))
        found.forget(start)
    assert not len(found.places)
    assert np.sort(np.concatenate(parted)).tolist() == whole
    by_anchor: dict[int, list[int]] = {}
    for place, hash_ in zip(*(column.tolist() for column in winnow(codes, edges)), strict=True):
        by_anchor.setdefault(hash_, []).append(place)
    known = {(one, two) for places in by_anchor.values() for one in places for two in places if one < two}
    assert set(zip(*(side.tolist() for side in unpacked(np.array(whole, np.uint64))), strict=True)) <= known
    assert sorted(places) == sorted(place for places in by_anchor.values() if len(places) > 1 for place in places)


def test_paragraphs_that_share_too_little_are_not_signed_and_none_is_lost(monkeypatch) -> None:
    draw = random.Random(2)
    letters = [chr(0x4E00 + at) for at in range(300)]
    documents = []
    for _ in range(30):
        text = "".join(draw.choices(letters, k=40))
        noisy = "".join(draw.choice(letters) if draw.random() < 0.08 else one for one in text)
        documents.append([text, "".join(draw.choices(letters, k=60)), noisy])
    found = [alike_paragraphs(stream_of([one]), Matches.of([]), RepeatsConfig()) for one in documents]
    signed = []
    monkeypatch.setattr(paragraphs, "SMALL", 0)
    for one, quick in zip(documents, found, strict=True):
        signed.append(alike_paragraphs(stream_of([one]), Matches.of([]), RepeatsConfig()))
        assert quick == signed[-1]
    assert sum(map(bool, signed)) > 10
