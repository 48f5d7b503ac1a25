"""Texts that are nearly the same as a whole: against all pairs compared, and where all are nearly the same."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.repeats.alike import NEIGHBOURS, Likeness, find_alike
from cntextclean.repeats.jaccard import jaccards

LETTERS = [chr(0x4E00 + at) for at in range(400)]


@cache
def shingles(text: str, letters: int = 5) -> set[str]:
    return {text[at : at + letters] for at in range(len(text) - letters + 1)}


def jaccard(one: str, two: str) -> float:
    a, b = shingles(one), shingles(two)
    return len(a & b) / len(a | b)


def noisy(text: str, share: float, draw: random.Random) -> str:
    return "".join(draw.choice(LETTERS) if draw.random() < share else letter for letter in text)


def corpus(number: int, seed: int = 7) -> list[str]:
    draw = random.Random(seed)
    texts: list[str] = []
    while len(texts) < number:
        text = "".join(draw.choices(LETTERS, k=draw.randint(40, 300)))
        texts += [text, *(noisy(text, draw.uniform(0, 0.05), draw) for _ in range(draw.randint(0, 3)))]
    draw.shuffle(texts)
    return texts[:number]


def test_every_text_that_goes_is_like_the_one_that_stays_and_no_two_that_stay_are_alike():
    texts = corpus(300)
    stars = find_alike(texts)
    stays = stars.stays
    for number, (other, share) in enumerate(zip(stars.of.tolist(), stars.jaccard.tolist(), strict=True)):
        assert stays[other]
        if other != number:
            assert other < number
            assert share == jaccard(texts[number], texts[other]) >= 0.8
    kept = np.flatnonzero(stays).tolist()
    missed = sum(jaccard(texts[a], texts[b]) >= 0.8 for at, a in enumerate(kept) for b in kept[:at])
    assert len(kept) < len(texts)
    assert missed == 0


def test_stars_not_chains():
    draw = random.Random(3)
    base = draw.choices(LETTERS, k=200)
    texts = []
    for step in range(4):
        # Each differs from the one before in another stretch: neighbours are alike, the ends are not.
        for at in range(step * 20, step * 20 + 16 * (step > 0)):
            base[at] = draw.choice(LETTERS)
        texts.append("".join(base))
    assert jaccard(texts[0], texts[1]) >= 0.8 > jaccard(texts[0], texts[3])
    stars = find_alike(texts)
    assert all(jaccard(texts[at], texts[other]) >= 0.8 for at, other in enumerate(stars.of.tolist()))


def test_forty_thousand_that_are_nearly_the_same_are_compared_in_a_line():
    draw = random.Random(1)
    base = "".join(draw.choices(LETTERS, k=60))
    texts = [base[:at] + draw.choice(LETTERS) + base[at + 1 :] + f"{number:05d}" for number in range(40_000)
             for at in [draw.randrange(60)]]  # fmt: skip
    stars = find_alike(texts, Likeness(jaccard=0.4))
    assert stars.compared <= 4 * len(texts)
    assert stars.stays.sum() < 100


def test_forty_thousand_that_share_a_bucket_and_are_not_alike_are_compared_in_a_line():
    draw = random.Random(1)
    half = "".join(draw.choices(LETTERS, k=60))
    texts = [half + "".join(draw.choices(LETTERS, k=25)) for _ in range(8_000)]
    stars = find_alike(texts)
    assert stars.compared <= 2 * (NEIGHBOURS + 2) * len(texts)
    assert stars.stays.all()


def test_texts_shorter_than_a_shingle_go_only_where_they_are_the_same():
    assert find_alike(["", "甲", "甲乙丙丁", "甲", "", "甲乙丙戊"]).of.tolist() == [0, 1, 2, 1, 0, 5]


def test_nothing_comes_of_nothing():
    stars = find_alike([])
    assert len(stars.of) == stars.compared == 0


@given(st.lists(st.text("甲乙丙", min_size=5, max_size=40), min_size=2, max_size=6), st.integers(1, 5))
@settings(deadline=None, max_examples=60)
def test_similarities_are_those_of_the_sets_of_shingles(texts: list[str], letters: int):
    left, right = np.arange(len(texts) - 1), np.arange(1, len(texts))
    found = jaccards(texts, left, right, letters)
    for share, one, two in zip(found.tolist(), texts, texts[1:], strict=False):
        a, b = shingles(one, letters), shingles(two, letters)
        assert share == len(a & b) / len(a | b)
