"""
Pairs of round brackets that are half-width, or of two widths, in Chinese.

A pair is judged as one: by what it holds and what stands round it. ``f(x)``, ``dpkg(1)`` and ``(Nanjing University)``
in Latin surroundings stay.

It is safe because both brackets of a pair change together or the wrong one takes the width of its partner; a bracket
without partner stays.

    >>> [(c.start, c.after) for c in bracket_changes(View("本报讯 (记者 某某)上海"), half=True)]
    [(3, '（'), (10, '）')]
    >>> list(bracket_changes(View("调用dpkg(8)指令"), half=True))
    []
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cntextclean.proposals import Change, View
from cntextclean.repair.letters import BLANKS, HAN, PROSE, WIDE, has_han

_BRACKET = re.compile(r"[()（）〈〉]")
_CHINESE = re.compile(f"[{HAN}{WIDE}]")
_LETTER = re.compile("[A-Za-z0-9]")
"""Brackets that hold no letter are a face: ``(≧▽≦)``."""
_OPENS = "(（〈"
MIXED_LEAST = 2
"""Pairs of two widths in a document before they count as the engine's; people make one now and then."""
NEAR = 8
"""Characters beside a bracket in which its neighbour is looked for."""
LONGEST = 400
"""Characters between the brackets of one pair; longer ones are two strays."""


def mixed_pairs(text: str) -> int:
    """The number of pairs of two widths."""
    if not (("(" in text and "）" in text) or ("（" in text and ")" in text)):
        return 0
    return sum(text[left] + text[right] in ("（)", "(）") for left, right in _pairs(text))


def bracket_changes(view: View, *, half: bool, mixed: bool = False) -> Iterator[Change]:
    """
    Changes for the pairs of a passage; half-width pairs only when ``half``, pairs of two widths only when ``mixed``
    says that they are the engine's.
    """
    if "(" not in view.text and ")" not in view.text:
        return
    for left, right in sorted(_pairs(view.text)):
        kinds = view.text[left] + view.text[right]
        if kinds == "()" and half and _is_chinese_pair(view.text, left, right):
            yield _open(view, left, "punctuation.half-width", "a pair of half-width brackets in Chinese")
            yield _close(view, right, "punctuation.half-width", "a pair of half-width brackets in Chinese")
        elif kinds == "（)" and mixed and has_han(view.text[left:right]):
            yield _close(view, right, "punctuation.bracket-pair", "its partner is full-width")
        elif (kinds in ("〈）", "〈)") or (mixed and kinds == "(）")) and has_han(view.text[left:right]):
            yield _open(view, left, "punctuation.bracket-pair", f"its partner is {view.text[right]}")
            if kinds == "〈)":
                yield _close(view, right, "punctuation.bracket-pair", "a pair in Chinese")


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    stack: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match[0] in _OPENS:
            stack.append(at)
        elif stack and not (match[0] == "〉" and text[stack[-1]] != "〈"):
            left = stack.pop()
            if at - left <= LONGEST:
                yield left, at


def _is_chinese_pair(text: str, left: int, right: int) -> bool:
    inside = text[left + 1 : right]
    before = text[max(0, left - NEAR) : left].rstrip(BLANKS)[-1:]
    after = text[right + 1 : right + 1 + NEAR].lstrip(BLANKS)[:1]
    if has_han(inside):
        return True
    if not _LETTER.search(inside):
        return False
    if text[max(0, left - 1) : left] in tuple(BLANKS) or not inside.strip():
        return bool(before and _CHINESE.match(before) and (not after or _CHINESE.match(after)) and inside.strip())
    return bool(before and _CHINESE.match(before)) and (not after or bool(_CHINESE.match(after)))


def _open(view: View, at: int, rule: str, evidence: str) -> Change:
    """An opening bracket with the blanks round it; in bylines and headlines the blank before it parts two things."""
    start = at
    while (
        view.role in PROSE
        and start
        and view.text[start - 1] in BLANKS
        and _CHINESE.match(view.text[start - 2 : start - 1])
    ):
        start -= 1
    end = at + 1
    while end < len(view.text) and view.text[end] in BLANKS:
        end += 1
    return Change(start, end, "（", rule, evidence)


def _close(view: View, at: int, rule: str, evidence: str) -> Change:
    start, end, text = at, at + 1, view.text
    while start and text[start - 1] in BLANKS:
        start -= 1
    stop = end
    while stop < len(text) and text[stop] in BLANKS:
        stop += 1
    beside = text[stop : stop + 1]
    if view.role in PROSE or view.role == "heading":
        end = stop if beside and _CHINESE.match(beside) else end
    return Change(start, end, "）", rule, evidence)
