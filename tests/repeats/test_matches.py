"""Windows that are not aligned, since nothing in them could pay for its errors; like paragraphs by the thousand."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.repeats import together
from cntextclean.repeats.align import Run, plain_runs
from cntextclean.repeats.chains import FEW, chain
from cntextclean.repeats.fold import Codes, code_points
from cntextclean.repeats.grow import REACH, _paying, _promising
from cntextclean.repeats.matches import Match, Matches, find_matches
from cntextclean.repeats.postings import anchor_pairs
from cntextclean.repeats.segments import Owners, segment
from cntextclean.repeats.sides import Sides
from cntextclean.repeats.stream import stream_of
from cntextclean.repeats.together import Table, align_all, runs_of

windows = st.text("甲乙丙丁", max_size=REACH)


def sides(texts: list[tuple[str, str]]) -> tuple[Codes, Sides, Sides]:
    """Pairs of texts, one after the other in an array of codes."""
    sizes = np.array([len(text) for pair in texts for text in pair], dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    codes = code_points("".join(text for pair in texts for text in pair) or "甲")
    return codes, Sides(starts[::2], sizes[::2], 1), Sides(starts[1::2], sizes[1::2], 1)


def listed(runs: together.Runs, pair: int) -> list[Run]:
    """The runs of one pair."""
    return [run[1:] for run in zip(*(column.tolist() for column in runs), strict=True) if run[0] == pair]


def paid(first: str, second: str, *, always: bool) -> list[Run]:
    """The runs of two windows of one width that pay, aligned always or only where it promises anything."""
    width = min(len(first), len(second))
    table = Table(*sides([(first[:width], second[:width])]), REACH)
    wanted = np.ones(1, dtype=bool) if always else _promising(table)
    return listed(_paying(runs_of(table.links(wanted), np.arange(1))), 0)


@given(windows, windows)
@settings(deadline=None, max_examples=150)
def test_a_window_that_is_not_aligned_would_have_paid_no_more(first: str, second: str) -> None:
    found = paid(first, second, always=False)
    if found:
        assert found == paid(first, second, always=True)


@given(windows, windows, windows)
@settings(deadline=None, max_examples=150)
def test_windows_that_begin_alike_pay_for_their_start(head: str, first: str, second: str) -> None:
    one, two = ("甲" + head + first)[:REACH], ("甲" + head + second)[:REACH]
    assert paid(one, two, always=False) == paid(one, two, always=True)


@pytest.mark.parametrize("few", [0, 1000])
def test_many_pairs_are_aligned_together_as_they_are_one_by_one(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "FEW", few)
    monkeypatch.setattr(together, "FEW_COMPILED", few)
    draw = random.Random(7)
    texts = []
    for _ in range(700):
        letters = draw.choice(["甲乙", "甲乙丙丁戊己", "天地玄黄宇宙洪荒日月盈昃辰宿列张"])
        first = draw.choices(letters, k=draw.randint(0, draw.choice([3, 9, 33, 64])))
        second = list(first)
        for _ in range(draw.randint(0, 9)):
            at = draw.randint(0, len(second))
            second[at : at + draw.randint(0, 2)] = draw.choices(letters, k=draw.randint(0, 2))
        texts.append(("".join(first), "".join(second)[:64]))
    runs = align_all(*sides(texts))
    for number, (first, second) in enumerate(texts):
        expected = plain_runs(first, second) if first and second else []
        assert listed(runs, number) == expected, (first, second)


def test_texts_are_read_backward_too() -> None:
    codes, one, two = sides([("甲乙丙丁戊", "甲丙丁戊")])
    ends = [Sides(side.start + side.length - 1, side.length, -np.ones(1, np.int64)) for side in (one, two)]
    assert listed(align_all(codes, *ends), 0) == [(0, 0, 3), (4, 3, 1)]


def test_groups_of_segments_are_joined_alike_one_by_one_and_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(3)
    base = "".join(chr(0x4E00 + draw.randrange(300)) for _ in range(900))
    texts = []
    for _ in range(FEW // 2):
        letters = list(base[draw.randrange(300) : 400 + draw.randrange(500)])
        for _ in range(len(letters) // 12):
            letters[draw.randrange(len(letters))] = chr(0x4E00 + draw.randrange(300))
        texts.append(["".join(letters), "好" * draw.randint(0, 30)])
    stream = stream_of(texts)
    segments = segment(anchor_pairs(stream.codes, stream.document_edges), Owners(stream.document_edges))
    together_joined = [column.tolist() for column in chain(segments)]
    monkeypatch.setattr("cntextclean.repeats.chains.MOST", 0)
    assert [column.tolist() for column in chain(segments)] == together_joined
    assert len(set(together_joined[0])) > FEW


def test_bands_of_diagonals_hold_the_segments_of_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(5)
    base = "".join(chr(0x4E00 + draw.randrange(500)) for _ in range(3000))
    texts = [[base[at : at + 400] + "好" * (at % 7)] for at in range(0, 2600, 130)]
    stream = stream_of(texts)
    whole = segment(anchor_pairs(stream.codes, stream.document_edges), Owners(stream.document_edges))
    monkeypatch.setattr("cntextclean.repeats.segments.BAND", 50)
    monkeypatch.setattr("cntextclean.repeats.postings.BLOCK", 100)
    parted = segment(anchor_pairs(stream.codes, stream.document_edges), Owners(stream.document_edges))
    assert [column.tolist() for column in parted[:4]] == [column.tolist() for column in whole[:4]]
    assert len(whole.pair) > 40


def test_matches_are_columns_and_objects_alike() -> None:
    stream = stream_of(
        [
            ["长三角以自身工作的确定性来应对，推动区域市场高效畅通", "丙丁"],
            ["长三角以自身工作的确走性来应对，推动区域市场高效畅通"] * 2,
        ]
    )
    matches = find_matches(stream)
    again = Matches.of(list(matches)) + Matches.of([])
    for column in ("agreeing", "errors"):
        assert getattr(again, column).tolist() == getattr(matches, column).tolist()
        assert getattr(matches, column).tolist() == [getattr(match, column) for match in matches]
    assert [matches.ends(number) for number in range(len(matches))] == [(match.left, match.right) for match in matches]
    assert (matches[-1], matches[:1]) == (list(matches)[-1], [Match(matches[0].runs)])
    with pytest.raises(IndexError):
        matches[len(matches)]


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
        pairs = anchor_pairs(stream.codes, stream.document_edges)
        return len(pairs), len(set(chain(segment(pairs, Owners(stream.document_edges))).owner.tolist()))

    for number in (250, 1000):
        anchored, chained = count(number)
        assert number - 1 <= chained <= 10 * number
        assert anchored <= 9 * 60 * number
    assert count(1000)[1] <= 5 * count(250)[1]
