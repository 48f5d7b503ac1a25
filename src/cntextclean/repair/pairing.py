"""
The cheapest way to read the quotation marks of a passage as pairs.

A Viterbi search over the marks with two states, open and not open. Costs are small whole numbers from what stands
beside a mark: nothing for what GB/T 15834 sets (an opening mark behind ``：，（`` or at the start, a closing one before
a stop or at the end), more for what is unusual, and no way at all for what is impossible.

It is safe because leaving a mark alone always is a way, so a pair is only made where both sides fit.

    >>> text = '紧扣"高质量"和"一体化"，'
    >>> [side for _, side in pair_marks(text, [Mark(at, "") for at, char in enumerate(text) if char == '"'])]
    ['open', 'close', 'open', 'close']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cntextclean.repair.letters import BLANKS, CLOSING, HAN, OPENING, STOPS

OPENER, CLOSER, LEFT, INSERTED = "open", "close", "left", "inserted"
NEVER = 99
NEAR = 8
"""Characters beside a mark in which its neighbour is looked for."""
COST_LEFT, COST_LOST = 6, 4
_SAYS = "表示|介绍|认为|指出|告诉|强调|坦言|回忆|透露|解释|说|称"
_SPEAKER = re.compile(rf"[。？！](?=[ ]?[{HAN}]{{2,4}}(?:又|还|也|则|便|就|曾)?(?:{_SAYS}|道)[道]?[，。：])")
_SPEECH = re.compile(rf"[ ]?[{HAN}]{{1,30}}(?:{_SAYS})")
_STOP = STOPS + ",.;:?!…"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at an offset; ``side`` is set where the mark itself says it."""

    at: int
    side: str


_Path = tuple[int, list[tuple["Mark", str]]]


def pair_marks(text: str, marks: Sequence[Mark], *, lost: bool = False) -> list[tuple[Mark, str]]:
    """
    Each mark with its side: opening, closing, or left alone. With ``lost``, closing marks that a speech lacks are
    put in between (side ``inserted``, at the offset where they belong), when there is one place for them.
    """
    paths: dict[bool, _Path] = {False: (0, [])}
    previous = 0
    for mark in marks:
        steps: dict[bool, list[_Path]] = {False: [], True: []}
        for is_open, (cost, path) in paths.items():
            steps[is_open].append((cost + (NEVER if mark.side else COST_LEFT), [*path, (mark, LEFT)]))
            if is_open:
                steps[False].append((cost + closing_cost(text, mark), [*path, (mark, CLOSER)]))
                place = _lost_place(text, previous, mark.at) if lost else None
                if place is not None:
                    path = [*path, (Mark(place, ""), INSERTED)]  # noqa: PLW2901
                    cost += COST_LOST  # noqa: PLW2901
            if not is_open or path[-1][1] == INSERTED:
                steps[True].append((cost + opening_cost(text, mark), [*path, (mark, OPENER)]))
        paths = {state: min(found, key=lambda one: one[0]) for state, found in steps.items() if found}
        previous = mark.at + 1
    return _closed(text, paths, previous, lost=lost)


def _closed(
    text: str, paths: dict[bool, tuple[int, list[tuple[Mark, str]]]], previous: int, *, lost: bool
) -> list[tuple[Mark, str]]:
    """The cheaper path; what is open at the end is closed where a speech ends, or its mark is left alone."""
    cost, path = paths.get(False, (NEVER * NEVER, []))
    if True not in paths:
        return path
    open_cost, open_path = paths[True]
    place = _lost_place(text, previous, len(text)) if lost else None
    if place is not None and open_cost + COST_LOST < cost:
        return [*open_path, (Mark(place, ""), INSERTED)]
    if open_cost + COST_LEFT < cost:
        last = max(number for number, (_, side) in enumerate(open_path) if side == OPENER)
        return [(mark, LEFT if number == last else side) for number, (mark, side) in enumerate(open_path)]
    return path


def opening_cost(text: str, mark: Mark) -> int:
    """What it costs to read a mark as opening."""
    left, right = _beside(text, mark.at)
    if mark.side:
        return 0 if mark.side == OPENER else NEVER
    if not right or right in CLOSING or right in STOPS:
        return NEVER
    if not left or left in OPENING or left in "，：、；（—,:;":
        return 0
    return 1 if left in "。？！…" else 2


def closing_cost(text: str, mark: Mark) -> int:
    """What it costs to read a mark as closing."""
    left, right = _beside(text, mark.at)
    if mark.side:
        return 0 if mark.side == CLOSER else NEVER
    if not left or left in OPENING:
        return NEVER
    if not right or right in _STOP or right in CLOSING:
        return 0
    if left in "。？！，…":
        return 0 if _SPEECH.match(text, mark.at + 1) else 3
    return 5 if left in "：:、；;" else 1


def _beside(text: str, at: int) -> tuple[str, str]:
    return text[max(0, at - NEAR) : at].rstrip(BLANKS)[-1:], text[at + 1 : at + 1 + NEAR].lstrip(BLANKS)[:1]


def _lost_place(text: str, start: int, end: int) -> int | None:
    """Behind the only sentence end that a speaker follows, between two offsets."""
    places = [match.end() for match in _SPEAKER.finditer(text, start, end)]
    return places[0] if len(places) == 1 else None
