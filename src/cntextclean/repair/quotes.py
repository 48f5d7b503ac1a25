"""
Straight quotation marks made pairs of curly ones, passage by passage.

Each straight mark opens or closes; what stands beside it says which is likelier (``："`` opens, ``。"`` before 说 has
closed). The cheapest sequence that alternates is found by dynamic programming over the marks of a passage; curly marks
that are there already keep their side. Where the count is odd and a speech ends in ``。某某说`` without a mark, the
lost closing mark is put there; a mark that fits nowhere stays as it is and becomes a finding. 「」 stay.

It is safe because only Chinese passages of documents that are set in straight marks are touched: code, inches and
apostrophes have Latin neighbours; the pairs close inside their passage.

    >>> from cntextclean.config import Config
    >>> text = '推动"一带一路"建设。"我们要'
    >>> [(p.start, getattr(p, "after", "?")) for _, p in propose([View(text)], Config())]
    [(2, '“'), (7, '”'), (11, '?')]
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cntextclean.config import Config
from cntextclean.proposals import Change, Note, Proposal, View
from cntextclean.repair.letters import BLANKS, HAN, PROSE, WIDE, has_han, is_chinese
from cntextclean.repair.pairing import (
    CLOSER,
    INSERTED,
    LEFT,
    NEVER,
    OPENER,
    Mark,
    closing_cost,
    opening_cost,
    pair_marks,
)

_STRAIGHT = re.compile("[\"']")
_CHINESE = re.compile(f"[{HAN}{WIDE}]")
_BESIDE = rf"[{HAN}{WIDE}']"
_CHINESE_SIDES = re.compile(rf'"(?:(?<={_BESIDE}")|(?<={_BESIDE} ")|(?<=^"))(?=[ ]?{_BESIDE}|$)')
_WORD = re.compile("[A-Za-z0-9]")
_CURLY = re.compile("[“”]")
CHINESE_LEAST = 0.7
"""The least share of straight marks with Chinese on both sides, at which they are quotation marks."""
FAR = 3
"""Passages that a speech may run on for."""
SIDES = {'"': ("“", "”"), "'": ("‘", "’")}


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:  # noqa: ARG001 the same for every stage
    """Changes and notes for the quotation marks of a document's passages."""
    straight = [i for i, view in enumerate(views) if _STRAIGHT.search(view.text) and is_chinese(view)]
    if straight and _is_habit(views):
        lone: list[tuple[int, Mark]] = []
        for index in straight:
            for sign in SIDES:
                for one in _pair(views[index], sign):
                    if isinstance(one, Mark):
                        lone.append((index, one))
                    else:
                        yield index, one
        yield from _across(views, lone)
    else:
        for index in straight:
            yield from ((index, change) for change in _partners(views[index]))
    yield from _unbalanced(views)


def _is_habit(views: Sequence[View]) -> bool:
    """
    Whether straight marks are the document's way to quote Chinese: more of them than of curly ones, and most of them
    with Chinese on both sides. Articles about programs have them round code, with Latin on one side at least.
    """
    texts = [view.text for view in views if view.lang == "zh"]
    straight = sum(text.count('"') for text in texts)
    chinese = sum(len(_CHINESE_SIDES.findall(text)) for text in texts)
    curly = sum(len(_CURLY.findall(text)) for text in texts)
    return chinese > curly and chinese >= CHINESE_LEAST * straight


def _pair(view: View, sign: str) -> Iterator[Change | Mark]:
    """Changes for the pairs of one passage, and the marks that have no partner in it."""
    text = view.text
    marks = list(_marks(text, sign))
    if not any(mark.side == "" for mark in marks):
        return
    sides = pair_marks(text, marks, lost=sign == '"')
    for mark, side in sides if sign == '"' else _chinese_pairs(text, sides):
        if side == INSERTED:
            evidence = "the speech ends before 说 and no mark closes it"
            yield Change(mark.at, mark.at, SIDES[sign][1], "quotes.lost-closer", evidence)
        elif mark.side:
            continue
        elif side in (OPENER, CLOSER):
            start, end = _with_blanks(view, mark.at, side)
            yield Change(start, end, SIDES[sign][side == CLOSER], "quotes.straight", "paired in its passage")
        else:
            yield mark


def _across(views: Sequence[View], lone: Sequence[tuple[int, Mark]]) -> Iterator[Proposal]:
    """Marks without partner in their passages, paired with the next one where a speech runs on for a few passages."""
    waiting: tuple[int, Mark] | None = None
    for index, mark in lone:
        text = views[index].text
        near = waiting is not None and 0 < index - waiting[0] <= FAR
        if waiting and near and text[mark.at] == '"' and closing_cost(text, mark) < NEVER:
            for (place, one), side in ((waiting, OPENER), ((index, mark), CLOSER)):
                start, end = _with_blanks(views[place], one.at, side)
                evidence = f"paired over {index - waiting[0]} passages"
                yield place, Change(start, end, SIDES['"'][side == CLOSER], "quotes.straight", evidence)
            waiting = None
            continue
        if waiting:
            yield _lone(*waiting)
        waiting = (index, mark) if text[mark.at] == '"' and opening_cost(text, mark) < NEVER else None
        if not waiting:
            yield _lone(index, mark)
    if waiting:
        yield _lone(*waiting)


def _lone(index: int, mark: Mark) -> Proposal:
    return index, Note(mark.at, mark.at + 1, "quotes.unbalanced", ("“", "”"), 0.5, "no partner near it")


def _partners(view: View) -> Iterator[Change]:
    """Straight marks that are the lost partners of curly ones, in a passage that then has only pairs."""
    text = view.text
    balance = text.count("“") - text.count("”")
    straight = {match.start() for match in _CHINESE_SIDES.finditer(text)}
    if not straight or len(straight) > abs(balance) or len(straight) != text.count('"'):
        return
    sides = pair_marks(text, list(_marks(text, '"')))
    if all(side != LEFT for _, side in sides):
        for mark, side in sides:
            if mark.at in straight:
                start, end = _with_blanks(view, mark.at, side)
                yield Change(start, end, SIDES['"'][side == CLOSER], "quotes.partner", "the only mark without partner")


def _chinese_pairs(text: str, sides: Sequence[tuple[Mark, str]]) -> Iterator[tuple[Mark, str]]:
    """Single marks that quote: what they hold is Chinese, or they stand inside a double pair. Others are code."""
    doubles = deque(at for at, char in enumerate(text) if char in '"“”')
    inside = False
    for (left, opening), (right, closing) in pairwise(sides):
        if (opening, closing) == (OPENER, CLOSER):
            while doubles and doubles[0] < left.at:
                doubles.popleft()
                inside = not inside
            if has_han(text[left.at : right.at]) or inside:
                yield from ((left, opening), (right, closing))


def _marks(text: str, sign: str) -> Iterator[Mark]:
    """The marks of one kind, straight ones undecided; apostrophes, inches and marks inside Latin text left out."""
    left, right = SIDES[sign]
    for match in re.finditer(f"[{sign}{left}{right}]", text):
        at, char = match.start(), match[0]
        if char != sign:
            yield Mark(at, OPENER if char == left else CLOSER)
        elif not (_WORD.match(text[at - 1 : at]) and _WORD.match(text[at + 1 : at + 2])):
            yield Mark(at, "")


def _with_blanks(view: View, at: int, side: str) -> tuple[int, int]:
    """The mark with the blanks that half-width marks are set with, inside always, outside in prose."""
    text, start, end = view.text, at, at + 1
    outside = view.role in PROSE
    while start and text[start - 1] in BLANKS and (side == CLOSER or (outside and _beside(text, start - 2, -1))):
        start -= 1
    while end < len(text) and text[end] in BLANKS and (side == OPENER or (outside and _beside(text, end + 1, 1))):
        end += 1
    return start, end


def _beside(text: str, at: int, step: int) -> bool:
    """Whether the first visible character from ``at`` on is Chinese."""
    while 0 <= at < len(text) and text[at] in BLANKS:
        at += step
    return 0 <= at < len(text) and bool(_CHINESE.match(text[at]))


def _unbalanced(views: Sequence[View]) -> Iterator[Proposal]:
    """
    Curly marks without partner in the document. A speech may run over several passages, each of which may open it
    again (clreq, section 3.1.5), so a closing mark closes whatever earlier passages left open, and an opening mark that
    begins a passage says nothing (amendments of statutes quote whole articles so).
    """
    carried: list[tuple[int, int]] = []
    for index, view in enumerate(views):
        if view.lang != "zh" or not _CURLY.search(view.text):
            continue
        opened: list[int] = []
        for match in _CURLY.finditer(view.text):
            if match[0] == "“":
                opened.append(match.start())
            elif opened:
                opened.pop()
            elif carried:
                carried.clear()
            else:
                yield index, Note(match.start(), match.end(), "quotes.unbalanced", (), 0.5, "nothing is open here")
        carried += [(index, at) for at in opened]
    yield from ((index, Note(at, at + 1, "quotes.unbalanced", (), 0.5, "never closed")) for index, at in carried if at)
