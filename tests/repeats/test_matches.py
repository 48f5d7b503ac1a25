"""Windows that are not aligned, since nothing in them could pay for its errors."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.repeats.align import aligned_runs
from cntextclean.repeats.matches import REACH, _paying, _promising_runs

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
