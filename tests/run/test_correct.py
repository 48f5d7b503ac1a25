"""Characters put right in finished documents: recorded, restorable, and refused where the text is another."""

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.errors import TraceError
from cntextclean.run.correct import Swap, correct
from cntextclean.trace import verify

SOURCE = "推动区城市场高效畅通,各地見招拆招。\n\n会场外展现出经济韧牲和潜刀。"


def swap(text: str, before: str, after: str) -> Swap:
    return Swap(text.index(before), before, after, "repeats.consensus", "两份")


def test_each_is_an_edit_and_the_source_is_accounted_for() -> None:
    document = clean(SOURCE)
    text = "\n".join(block.text for block in document.blocks)
    swaps = [swap(text, "城", "域"), swap(text, "牲", "性"), swap(text, "刀", "力")]
    better = correct(document, swaps)
    assert [block.text for block in better.blocks] == [
        "推动区域市场高效畅通，各地見招拆招。",
        "会场外展现出经济韧性和潜力。",
    ]
    verify(SOURCE, better)
    assert [edit.before for edit in better.edits if edit.rule == "repeats.consensus"] == ["城", "牲", "刀"]
    assert better.stats["edits.repeats.consensus"] == 3
    assert correct(document, []) == document


def test_inside_an_edit_it_joins_that_edit() -> None:
    document = clean(SOURCE)
    at = document.blocks[0].text.index("，")
    better = correct(document, [Swap(at, "，", "；", "repeats.consensus", "两份")])
    (edit,) = better.edits
    assert edit.before == ","
    assert edit.after == "；"
    assert edit.rule.split("+") == [document.edits[0].rule, "repeats.consensus"]
    verify(SOURCE, better)


def test_a_text_that_is_not_there_is_refused() -> None:
    with pytest.raises(TraceError, match="not there"):
        correct(clean(SOURCE), [Swap(0, "甲", "乙", "repeats.consensus", "")])
