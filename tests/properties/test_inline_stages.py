"""What every inline repair must keep, whatever the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cntextclean.config import Config
from cntextclean.proposals import Change, TextStage, View
from cntextclean.repair import script
from cntextclean.trace import Strand, revise
from stages import STAGES

WORDS = (
    "今天 上午 第六届 高层论 坛 在 浙江 人工智能 人丁智能 发展 一 进 步 说 汤亮说， ， 。 “ ” "
    "‘ ’ ' , . : ; ? ! ( ) （ ） 〈 —— — -- ... 。。。 …… AI GDP 2023 年 1,234 16:32 "
    "http://a.b/c % _{2.5} ^[6] ^{7} ** * &nbsp; &amp;lt; ` $ <https://a.b/c> 紹 ロ · 一一 这 "
    "微妙 20"
)
PIECES = [*WORDS.split(), '"', " ", "  ", "\u3000", "\\%", "# ", "\\", "\\*", " and "]
ROLES = ["paragraph", "title", "heading", "byline", "caption", "metadata", "table", "list_item"]
passages = st.builds(
    View,
    text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).map(str.strip).filter(bool),
    role=st.sampled_from(ROLES),
    markdown=st.booleans(),
)
documents = st.lists(passages, min_size=1, max_size=4)


def run(stage: TextStage, views: Sequence[View], config: Config | None = None) -> list[View]:
    changes: dict[int, list[Change]] = {}
    for index, proposal in stage(views, config or Config()):
        if isinstance(proposal, Change):
            changes.setdefault(index, []).append(proposal)
    texts = [revise(Strand.of(view.text), changes.get(index, [])).text for index, view in enumerate(views)]
    return [View(text, view.role, view.lang, view.markdown) for text, view in zip(texts, views, strict=True)]


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("name", ["spaces", "punctuation", "quotes"])
@settings(deadline=None, max_examples=150)
@given(views=documents)
def test_letters_stay(name: str, views: list[View]) -> None:
    after = run(STAGES[name], views)
    assert [letters(view.text) for view in after] == [letters(view.text) for view in views]


@pytest.mark.parametrize("name", list(STAGES))
@settings(deadline=None, max_examples=150)
@given(views=documents)
def test_positions_lie_inside_and_changes_do_not_overlap(name: str, views: list[View]) -> None:
    spans: dict[int, list[tuple[int, int]]] = {}
    for index, proposal in STAGES[name](views, Config()):
        assert 0 <= proposal.start <= proposal.end <= len(views[index].text)
        if isinstance(proposal, Change):
            spans.setdefault(index, []).append((proposal.start, proposal.end))
    for one in spans.values():
        one.sort()
        assert all(left[1] <= right[0] for left, right in pairwise(one))


@pytest.mark.parametrize("name", ["spaces", "punctuation", "quotes", "misreadings", "script"])
@settings(deadline=None, max_examples=250)
@given(views=documents)
@example(views=[View("今天2023  今天,"), View("今天 上午2023今天")])  # a run of blanks that the spacing closes
def test_a_stage_leaves_its_own_output_alone(name: str, views: list[View]) -> None:
    once = run(STAGES[name], views)
    assert run(STAGES[name], once) == once


@pytest.mark.parametrize("wanted", ["simplified", "traditional"])
@settings(deadline=None, max_examples=60)
@given(text=st.lists(st.sampled_from("我們们後后里裏裡髮发發干乾幹台臺云雲著着，。"), max_size=12).map("".join))
def test_a_converted_text_stays(wanted: str, text: str) -> None:
    config = Config(script=wanted)  # type: ignore[arg-type]
    once = run(script.propose, [View(text)], config)
    assert run(script.propose, once, config) == once
