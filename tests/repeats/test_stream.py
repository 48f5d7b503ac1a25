"""Many texts as one stream: offsets of letters, edges, and the letters themselves, whatever is folded and however."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.repeats import stream as streams
from cntextclean.repeats.fold import fold
from cntextclean.repeats.stream import stream_of

LETTERS = "甲乙國丙一2Ａ，。！”「 \n㍿㈱ﬃ𠂉.a…"
"""Marks, letters that fold to others, to several, to none, and one beyond two bytes."""


@given(
    st.lists(st.lists(st.text(LETTERS, max_size=12), max_size=4), min_size=1, max_size=4), st.sampled_from([1, 9, 999])
)
@settings(deadline=None, max_examples=200)
def test_a_stream_is_what_folding_all_at_once_would_make(documents: list[list[str]], block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "BLOCK", block)
        stream = stream_of(documents)
    units = [unit for document in documents for unit in document]
    whole = fold("\n".join(units))
    assert stream.codes.tolist() == whole.codes.tolist()
    assert [stream.offsets[letter] for letter in range(len(stream.offsets))] == whole.places.tolist()
    at = np.arange(len("\n".join(units)) + 2)
    assert stream.offsets.letters_before(at).tolist() == whole.places.searchsorted(at).tolist()
    assert stream.letters[0 : len(whole)] == whole.text
    edges = [len(fold("".join(units[:number])).codes) for number in range(len(units) + 1)]
    assert stream.unit_edges.tolist() == edges
    assert stream.traditional.tolist() == [stream_of([document]).traditional.tolist()[0] for document in documents]


def test_sentences_end_behind_their_marks_and_units_end_sentences() -> None:
    stream = stream_of([["好。”（丙）甲！乙", "He came. 丁"], ["戊"]])
    assert stream.cuts.tolist() == [3, 8, 18]
    assert stream.sentence_edges.tolist() == [0, 1, 3, 4, 10, 11, 12]
    assert [stream.ended(letter) for letter in (1, 2, 3, 11)] == [True, False, True, True]
    assert [stream.parting(letter) for letter in (0, 1, 3, 4, 12)] == [0, 3, 8, 9, 22]


def test_letters_take_two_bytes_until_one_needs_more() -> None:
    assert stream_of([["甲乙"], ["丙"]]).codes.dtype == np.uint16
    wide = stream_of([["甲乙"], ["𠂉丙"]])
    assert (wide.codes.dtype, wide.letters[0:4]) == (np.uint32, "甲乙𠂉丙")
