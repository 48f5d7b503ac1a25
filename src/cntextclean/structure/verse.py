"""
Verse: lines whose breaks are their form. They stay paragraphs and bear the flag ``verse``.

Regular verse is told by its measure (five or seven characters between marks, line after line), free verse by a run of
short lines that do not end sentences. It is safe because only a flag is given.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> readings = read_passages([View(text) for text in ("岱宗夫如何？齐鲁青未了。", "造化钟神秀，阴阳割昏晓。")])
    >>> read_verse(readings)
    >>> [one.flags for one in readings]
    [['verse'], ['verse']]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from cntextclean.structure.reading import Reading

FLAG = "verse"
REGULAR = re.compile(
    r"[\u4e00-\u9fff]{5}[，,。；;！？!?、](?:[\u4e00-\u9fff]{5}[。，；！？!?]?)?"
    r"|[\u4e00-\u9fff]{7}[，,。；;！？!?、](?:[\u4e00-\u9fff]{7}[。，；！？!?]?)?"
    r"|[\u4e00-\u9fff]{4}[，,][\u4e00-\u9fff]{4}[。，；！？]"
)
WIDEST = 18.0
"""Han characters of a line of free verse; what is wider is as often a short paragraph."""
LETTER = re.compile(r"[\u4e00-\u9fff]")
FREE_LINES, SINGLE_LINES, COUPLETS = 5, 4, 2
"""Lines of free verse, of regular verse with half a couplet a line, of regular verse with a couplet a line."""
COUPLET = 10
"""Characters of a couplet, five and five at least."""
OPEN_SHARE = 0.7
"""Share of lines of free verse that end in no full stop."""


def read_verse(readings: Sequence[Reading]) -> None:
    """Flag the lines of verse among the passages without another role."""
    for run in _runs(readings, _measure):
        measure = _measure(run[0])
        if len(run) >= (COUPLETS if measure >= COUPLET else SINGLE_LINES):
            _flag(run)
    for run in _runs(readings, _is_short):
        is_open = sum(not line.trait.ends_sentence and line.trait.end not in "：:" for line in run)
        if len(run) >= FREE_LINES and is_open >= OPEN_SHARE * len(run):
            _flag(run)


def _runs(readings: Sequence[Reading], measure: Callable[[Reading], int]) -> Iterator[list[Reading]]:
    """Neighbours among the passages without another role that measure the same, and not nothing."""
    for found, run in groupby(readings, key=lambda one: measure(one) if one.role in {None, "paragraph"} else 0):
        if found:
            yield list(run)


def _measure(one: Reading) -> int:
    """Characters of a line of regular verse, marks apart; 0 for any other line."""
    text = one.trait.text.strip()
    return len(LETTER.findall(text)) if REGULAR.fullmatch(text) else 0


def _is_short(one: Reading) -> int:
    trait = one.trait
    return int(0 < trait.width <= WIDEST and trait.han > 0 and not trait.marker and trait.form_name != "dialogue")


def _flag(run: Sequence[Reading]) -> None:
    for line in run:
        if FLAG not in line.flags:
            line.flags.append(FLAG)
