"""Neighbours of a whole text at once: the same as one pair at a time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.language.junctions import junction
from cntextclean.language.neighbours import LIKELY, SEEN, UNKNOWN, UNSEEN, codes_of, is_seen, levels
from cntextclean.repair.letters import has_han
from cntextclean.repair.pairs import are_ideographs, doubted_places, is_seen_pair

NAMES = {"unknown": UNKNOWN, "unseen": UNSEEN, "seen": SEEN, "likely": LIKELY}
texts = st.text(
    st.sampled_from("的一是人工智能发展丁紹々〇，。a 𠀀\n\ud800\ufffd\uffff") | st.characters(), max_size=30
)


@settings(deadline=None, max_examples=200)
@given(texts)
def test_levels_are_those_of_single_pairs(text: str) -> None:
    codes = codes_of(text)
    pairs = list(pairwise(text))
    assert levels(codes[:-1], codes[1:]).tolist() == [NAMES[junction(*pair)] for pair in pairs]
    assert is_seen(codes[:-1], codes[1:]).tolist() == [is_seen_pair("".join(pair)) for pair in pairs]


@settings(deadline=None, max_examples=200)
@given(texts)
def test_doubted_are_ideographs_beside_one_that_clean_text_never_has_there(text: str) -> None:
    plain = [has_han(char) and char <= "\uffff" for char in text]
    unseen = [at for at in range(len(text) - 1) if plain[at] and plain[at + 1] and not is_seen_pair(text[at : at + 2])]
    assert doubted_places(text).tolist() == sorted({*unseen, *(at + 1 for at in unseen)})


@pytest.mark.parametrize("char", "㐀䶿一鿿豈\ufaff〇\U00020000\U0003134f、a\u33ff\ua000\U00031350")
def test_ideographs_are_those_of_the_pattern(char: str) -> None:
    assert are_ideographs(codes_of(char)).tolist() == [has_han(char)]
