"""
Which half-width marks of a document an engine wrote, read from the document as a whole.

Three habits, each with its own evidence:

* the document is set in half-width marks: at least half of its marks between ideographs are (10 of 6,016 clean
  documents, all of which really are);
* it has whole paragraphs in half-width marks: three or more with two half-width commas and no full-width one
  (a journal whose pages were read by two models; 2 of 6,016 clean documents);
* single marks are half-width *with a blank beside them*, as Tesseract writes them, whatever the commas are.

It is safe because a stray half-width mark, as clean articles have in 10 % of the documents, is no habit.

    >>> habit = read_habit([View("上午,会议开始,代表发言;大会闭幕。")])
    >>> sorted(habit.marks_of(0, View("关键词:超导")))
    ['!', '(', ',', '.', ':', ';', '?']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cntextclean.proposals import View
from cntextclean.repair.letters import HAN, is_chinese

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
ALL = frozenset(",;:?!(.")
HALF_SHARE = 0.5
HALF_PARAGRAPHS = 3
SPACED_LEAST = 3
"""Marks with a blank beside them that show Tesseract's habit: fewer are chance."""

_AFTER, _BEFORE = f'[{HAN}”’》）)"]', f'[{HAN}“‘《〈（("]'
# Each pattern starts with the mark itself, so that the search can run from mark to mark.
_HALF = re.compile(f"[,;:?!](?<={_AFTER}.)(?= ?{_BEFORE}|$)")
_WIDE = "，；：？！"
_SPACED = re.compile(
    rf"(?:[;:?!](?<=[{HAN}”》] .)|[;:?!](?<=[{HAN}”》].)(?= ))(?= ?{_BEFORE})"
    rf"|\((?<=[{HAN}，。”、] .)(?=[{HAN}“])|\)(?<=[{HAN}”].)(?= [{HAN}，。、“])"
)
_LISTED = re.compile(r"\([一二三四五六七八九十百\d]{1,4}\) ?")


@dataclass(frozen=True, slots=True)
class Habit:
    """What a document's marks show. ``half`` holds the passages set in half-width marks."""

    whole: bool
    half: frozenset[int]
    mixed: bool
    spaced: frozenset[str]
    evidence: str

    def marks_of(self, index: int, view: View) -> frozenset[str]:
        """The half-width marks of a passage that are to be judged by their neighbours."""
        if self.whole or index in self.half:
            return ALL
        if self.mixed:
            # Between two ideographs a comma of such a document is never meant to be half-width; for the rest of
            # the passage, its own full-width marks decide.
            return ALL if not any(map(view.text.count, _WIDE)) else frozenset(",;")
        return self.spaced


@dataclass(frozen=True, slots=True)
class _Count:
    half: int
    wide: int
    commas: int
    wide_commas: int
    spaced: str


def read_habit(views: Sequence[View]) -> Habit:
    """The habit of a document."""
    counts = {index: _count(view.text) for index, view in enumerate(views) if is_chinese(view)}
    half = sum(count.half for count in counts.values())
    wide = sum(count.wide for count in counts.values())
    paragraphs = frozenset(i for i, count in counts.items() if count.commas >= 2 and not count.wide_commas)
    whole = half > 0 and half >= HALF_SHARE * (half + wide)
    mixed = not whole and len(paragraphs) >= HALF_PARAGRAPHS
    spaced = Counter("".join(count.spaced for count in counts.values()))
    marks = _spaced_marks(spaced, views) if not whole else frozenset()
    if mixed:
        evidence = f"{len(paragraphs)} paragraphs of this document are set in half-width marks"
    elif whole:
        evidence = f"{half} of {half + wide} marks between ideographs in this document are half-width"
    else:
        evidence = f"{sum(spaced.values())} marks of this document are half-width with a blank beside them"
    return Habit(whole, paragraphs if mixed else frozenset(), mixed, marks, evidence)


def _spaced_marks(spaced: Counter[str], views: Sequence[View]) -> frozenset[str]:
    """The marks that are half-width throughout, in a document that shows Tesseract's habit."""
    if sum(spaced.values()) < SPACED_LEAST:
        return frozenset()
    text = "".join(view.text for view in views)
    kept = frozenset(mark for mark in ",;:?!(" if text.count(FULL[mark]) < text.count(mark))
    # The comma is right most of the time in such a document; where it is not, its neighbours show it.
    return kept | {".", ","}


def _count(text: str) -> _Count:
    half = _HALF.findall(text)
    # The numeral of a list, `(一) `, has its blank for another reason.
    begin = _LISTED.match(text)
    spaced = "".join(_SPACED.findall(text, begin.end() if begin else 0))
    return _Count(len(half), sum(map(text.count, _WIDE)), half.count(","), text.count("，"), spaced)
