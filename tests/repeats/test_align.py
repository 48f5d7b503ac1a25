"""Alignment with and without compiled code: the same runs."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.repeats.align import COMPILED_MOST, aligned_runs, plain_runs

texts = st.text("甲乙丙丁", max_size=80)


@given(texts, texts)
@settings(deadline=None, max_examples=300)
def test_short_texts_are_aligned_alike(first: str, second: str) -> None:
    assert aligned_runs(first, second) == plain_runs(first, second)


@pytest.mark.parametrize("letters", [2, 30])
def test_the_longest_texts_that_are_given_to_compiled_code_are_aligned_alike(letters: int) -> None:
    draw = random.Random(letters)
    kinds = [chr(0x4E00 + at) for at in range(letters)]
    first = "".join(draw.choices(kinds, k=COMPILED_MOST))
    second = "".join(draw.choices(kinds, k=COMPILED_MOST))
    noisy = "".join(draw.choice(kinds) if draw.random() < 0.2 else one for one in first)[: COMPILED_MOST - 7]
    assert aligned_runs(first, second) == plain_runs(first, second)
    assert aligned_runs(first, noisy) == plain_runs(first, noisy)
