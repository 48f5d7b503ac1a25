"""Windows that are not aligned, since nothing in them could pay for its errors; like paragraphs by the thousand."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.repeats.align import aligned_runs
from cntextclean.repeats.anchors import pairs, winnow
from cntextclean.repeats.chains import chain, segment
from cntextclean.repeats.matches import REACH, _paying, _promising_runs
from cntextclean.repeats.stream import stream_of

windows = st.text("甲乙丙丁", max_size=REACH)


@given(windows, windows)
@settings(deadline=None, max_examples=150)
def test_a_window_that_is_not_aligned_would_have_paid_no_more(first: str, second: str) -> None:
    found = _promising_runs(first, second)
    if found:
        assert _paying(found) == _paying(aligned_runs(first, second))


@given(windows, windows, windows)
@settings(deadline=None, max_examples=150)
def test_windows_that_begin_alike_pay_for_their_start(head: str, first: str, second: str) -> None:
    one, two = ("甲" + head + first)[:REACH], ("甲" + head + second)[:REACH]
    assert _paying(_promising_runs(one, two)) == _paying(aligned_runs(one, two))


def test_like_paragraphs_make_as_many_chains_as_there_are_paragraphs_not_pairs() -> None:
    draw = random.Random(1)
    letters = [chr(0x4E00 + at) for at in range(400)]
    base = draw.choices(letters, k=60)

    def count(number: int) -> tuple[int, int]:
        """Pairs of anchors and chains among so many documents that differ in a letter each."""
        texts = []
        for _ in range(number):
            at = draw.randrange(len(base))
            texts.append(["".join([*base[:at], draw.choice(letters), *base[at + 1 :]])])
        stream = stream_of(texts)
        left, right = pairs(*winnow(stream.codes, stream.document_edges))
        return len(left), len(chain(segment(left, right, stream.document_edges)))

    for number in (250, 1000):
        anchored, chained = count(number)
        assert number - 1 <= chained <= 10 * number
        assert anchored <= 9 * 60 * number
    assert count(1000)[1] <= 5 * count(250)[1]
