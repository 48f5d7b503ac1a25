"""Four times the text costs about four times the steps, counted (calls of functions), never timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from cntextclean import clean
from cntextclean.assembly import sweep
from cntextclean.config import Config
from cntextclean.drafts import Draft, strand_at
from cntextclean.proposals import Change, CopyProposal, Place, View
from cntextclean.repeats.rounds import settled
from cntextclean.trace import Strand, revise, select

FEW, TIMES, MOST = 150, 4, 5.5
"""Items, how many times as many, and how many times the steps at most: sorting and searching add a little."""


def steps(work: Callable[[], object]) -> int:
    """Calls made, of Python's and of C's functions, generators' steps among them."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def grows(make: Callable[[int], Callable[[], object]]) -> float:
    few, many = make(FEW), make(FEW * TIMES)
    few()  # tables are loaded, caches are warm
    return steps(many) / steps(few)


def places_of_a_long_passage(count: int) -> Callable[[], object]:
    changes = [Change(at, at + 1, "，", "punctuation.half-width") for at in range(1, 2 * count, 2)]
    draft = Draft(revise(Strand.of("甲," * count), changes))
    return lambda: [strand_at([draft], Place(0, 2 * at, 2 * at + 2)) for at in range(count)]


def invisible_lines(count: int) -> Callable[[], object]:
    whole = Strand.of("\u200b\n甲\n" * count)
    whole = revise(whole, [Change(at, at + 1, "", "characters.invisible") for at in range(0, 4 * count, 4)])
    drafts = [Draft(select(whole, [(3 * at + 1, 3 * at + 2)])) for at in range(count)]
    return lambda: sweep(whole, drafts, [])


def removals_of_two_rounds(count: int) -> Callable[[], object]:
    views = [View("甲乙丙丁")] * (3 * count)

    def search(shown: list[View]) -> list[CopyProposal]:
        later = len(shown[-1].text) == 4 and len(shown) < 3 * count + 1
        sides = [(count + at, at) if len(shown) == 3 * count and not seen else (at, count + at) for at in range(count)]
        seen.append(1)
        if len(seen) > 2:
            return []
        return [
            CopyProposal("exact", "removed", 1.0, Place(duplicate, 0, 2 + later), Place(kept, 0, 2))
            for duplicate, kept in sides
        ]

    seen: list[int] = []

    def work() -> object:
        seen.clear()
        return settled(views, search)

    return work


@pytest.mark.parametrize("make", [places_of_a_long_passage, invisible_lines, removals_of_two_rounds])
def test_what_was_quadratic_is_linear(make: Callable[[int], Callable[[], object]]) -> None:
    assert grows(make) < MOST


TEXTS = {
    "short lines": lambda count: "".join(f"今天上午{at}会\n议在市图书\n" for at in range(count)),
    "blank lines": lambda count: "今天上午召开会议。" + "\n" * 20 * count + "明天继续召开。",
    "marks alone": lambda count: "，。；：！？、“”‘’（）《》—…·,.;:!?()[]-" * count,
    "one line": lambda count: "".join(f"第{at}次会议在图书馆举行，{at * 7}名读者参加。" for at in range(count)),
    "one line without an end": lambda count: "".join(chr(0x4E00 + at * 7919 % 20000) for at in range(20 * count)),
    "invisible lines": lambda count: "\u200b\n好\n" * count,
}


@pytest.mark.parametrize("kind", TEXTS)
def test_the_whole_pipeline_grows_with_the_text(kind: str) -> None:
    def make(count: int) -> Callable[[], object]:
        text = TEXTS[kind](count)
        return lambda: clean(text, Config(dedup="none"))

    assert grows(make) < MOST
