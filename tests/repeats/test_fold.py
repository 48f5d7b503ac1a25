"""Folding and scoring work block by block: what comes of a long text is what comes of its parts."""

from __future__ import annotations

import numpy as np
import pytest

from cntextclean.repeats.fold import BLOCK, fold
from cntextclean.repeats.quality import qualities
from cntextclean.repeats.stream import stream_of

PIECE = "１９９８年，國慶㎏！推动区域市场，"


def test_a_text_of_several_blocks_folds_like_its_pieces() -> None:
    many = 3 * BLOCK // len(PIECE)
    one, whole = fold(PIECE), fold(PIECE * many)
    assert whole.text == one.text * many
    assert whole.places.tolist() == [at * len(PIECE) + place for at in range(many) for place in one.places.tolist()]


def test_the_score_of_a_text_is_the_mean_logarithm_of_its_pairs_in_the_corpus() -> None:
    texts = [PIECE * (BLOCK // len(PIECE)), "会场内外，", PIECE * (2 * BLOCK // len(PIECE)), ""]
    letters = [fold(text).text for text in texts]
    joined = "".join(letters)
    pairs = [joined[at : at + 2] for at in range(len(joined) - 1)]
    counts = {pair: pairs.count(pair) for pair in sorted(set(pairs))}
    found = qualities(stream_of([[text] for text in texts]))
    for score, own in zip(found, letters, strict=True):
        logs = [np.log(counts[own[at : at + 2]]) for at in range(len(own) - 1)]
        assert abs(score - (sum(logs) / len(logs) if logs else 0)) < 1e-6


def test_scores_are_the_same_counted_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["面对外部环境的不确定性", "面对外郤环竟的不确定性", "会场内，一个观点引发共鸣。", "", "甲"] * 40
    stream = stream_of([[text] for text in texts])
    whole = qualities(stream)
    monkeypatch.setattr("cntextclean.repeats.quality._LEAST", 64)
    monkeypatch.setattr("cntextclean.repeats.quality._MANY", 30)
    assert qualities(stream).tolist() == whole.tolist()
