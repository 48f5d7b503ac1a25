"""Passages taken out of a finished document: whatever is cut, the document still restores its source, or it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cntextclean as ctc
from cntextclean.model import Copy
from cntextclean.run.crossing import cross
from cntextclean.run.shorten import Cut, shorten

PAGE = (
    "第六届高层论坛\n\n今天上午,第六届高层论\n坛在温州举行。 与会者来自三省一市,讨论了区\n域合作.\n\n"
    "会议认为：要\u200b深化合作(机制),共享成果。\n会后签署了合作协议。\n"
)
DOCUMENT = ctc.clean(PAGE)
LENGTHS = [len(block.text) for block in DOCUMENT.blocks]


def cut(start: int, end: int) -> Cut:
    return Cut(start, end, Copy("other", "", ((0, 1),)), 1.0, "test")


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_any_cut_is_proved_or_refused(data):
    block = data.draw(st.integers(0, len(LENGTHS) - 1))
    at = sum(LENGTHS[:block]) + block
    points = sorted(data.draw(st.lists(st.integers(0, LENGTHS[block]), min_size=2, max_size=4, unique=True)))
    cuts = [cut(at + one, at + two) for one, two in zip(points[::2], points[1::2], strict=False)]
    try:
        shorter = shorten(DOCUMENT, cuts)
    except ctc.TraceError:
        return
    assert ctc.restore(shorter) == ctc.restore(DOCUMENT)
    ctc.verify(PAGE, shorter)
    text = DOCUMENT.blocks[block].text
    left = "".join(
        letter for number, letter in enumerate(text) if not any(o.start <= at + number < o.end for o in cuts)
    )
    mine = [one.text for one in shorter.blocks if one.id.split(".")[0] == DOCUMENT.blocks[block].id]
    assert "".join("".join(mine).split()) == "".join(left.split())


def test_whole_blocks_always_go():
    at = 0
    for block in DOCUMENT.blocks:
        shorter = shorten(DOCUMENT, [cut(at, at + len(block.text))])
        assert [one.id for one in shorter.blocks] == [one.id for one in DOCUMENT.blocks if one != block]
        ctc.verify(PAGE, shorter)
        at += len(block.text) + 1


@pytest.mark.parametrize("cuts", [[cut(0, 4), cut(3, 6)], [cut(2, 9999)]])
def test_cuts_that_overlap_or_reach_beyond_a_block_are_refused(cuts):
    with pytest.raises(ctc.TraceError):
        shorten(DOCUMENT, cuts)


def test_a_copy_whose_kept_text_goes_itself_names_where_it_stays():
    block = (
        "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，各地见招拆招。"
        "企业是创新的主体，也是合作的主角，三省一市的龙头企业发起成立联合体，围绕关键技术携手攻关，成果共享。"
    )
    more = "从港口到机场，从高铁到公路，互联互通的基础设施让要素流动更加顺畅，市民的生活也因此更加方便，大家都说好。"
    twice = ctc.clean(f"{block}\n\n会后休息。\n\n{block}\n", name="twice")
    once = ctc.clean(f"{block}\n\n{more}\n\n{more[::-1]}\n", name="once")
    assert [one.of.document for one in twice.removed] == ["twice"]
    documents = {one.id: one for one in cross([twice, once], ctc.Config(dedup="corpus")).documents}
    removed = documents["twice"].removed
    assert [(one.text, one.of.document, one.of.block) for one in removed] == [(block, "once", "b1")] * 2
    assert documents["once"].removed == ()
    assert {one.kept.document for one in documents["twice"].repeats} == {"twice", "once"}
