"""
Glyphs that stand twice (or three times): 基基本本规规定定, from print laid over itself to make it bold.

A run of at least four doubled ideographs in a row is looked at. Where the halved text is words of the dictionary, and
the run cannot be read as reduplications (高高兴兴 is a word, and so is each half of it), it is put right; else it is
told.

It is safe because no such run stands in 13.5 million characters of clean text, not even a wrong one: the longest run
of different doubled ideographs there is two.

    >>> [change.after for _, change in propose([View("基基本本规规定定已经公布")], Config())]
    ['基本规定']
    >>> list(propose([View("大家高高兴兴、明明白白地说说笑笑")], Config()))
    []
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cntextclean.config import Config
from cntextclean.language.dictionary import frequencies, segment
from cntextclean.language.neighbours import codes_of
from cntextclean.proposals import Change, Note, Proposal, View

RULE = "repeats.doubled-glyphs"
LEAST = 4
"""Doubled ideographs in a row, at least."""
DIFFERENT = 3
"""Different ones among them, at least: 哈哈哈哈哈哈哈哈 is laughter."""
WIDTH = 12
"""Characters from the first to the fourth doubled one, at most: two blanks may stand between two."""
COVERED = 0.6
"""Share of the ideographs that words of two or more must hold once they stand single."""
_HAN = re.compile("[\u3007\u3400-\u9fff]")
_RUNS = tuple((many, re.compile(rf"(?:(\S)\1{{{many - 1}}}[ \u3000]{{0,2}}){{{LEAST},}}")) for many in (3, 2))
_BLANKS = " \u3000"
_PAIRED_MARKS = re.compile("—+|…+|─+")


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:  # noqa: ARG001 - every stage is asked alike
    """Changes for runs of doubled glyphs, notes where the dictionary does not bear them out."""
    for index, view in enumerate(views):
        for start, end, single, many in _runs(view.text):
            evidence = f"{len(_HAN.findall(single))} glyphs in a row stand {many} times each"
            if _is_overprint(single):
                yield index, Change(start, end, single, RULE, f"{evidence}; {_longest_word(single)} is a word")
            else:
                yield index, Note(start, end, RULE, (single,), 0.5, evidence)


def _runs(text: str) -> Iterator[tuple[int, int, str, int]]:
    """Runs of glyphs that stand several times, each with its glyphs once, and how often they stand; disjoint."""
    taken: list[tuple[int, int]] = []
    for many, pattern in _RUNS if _is_dense(text) else ():
        for found in pattern.finditer(text):
            start, end = _trimmed(text, *found.span())
            single, times = _thinned(text[start:end], many, pattern)
            glyphs = _HAN.findall(single)
            free = all(end <= low or high <= start for low, high in taken)
            if free and len(glyphs) >= LEAST and len(set(glyphs)) >= DIFFERENT:
                taken.append((start, end))
                yield start, end, single, times


def _is_dense(text: str) -> bool:
    """Whether four doubled characters stand near each other at all; so in no text of 6,000 clean ones."""
    import numpy as np

    codes = codes_of(text)
    doubled = np.flatnonzero((codes[1:] == codes[:-1]) & (codes[1:] >= 0x3007))
    return bool((doubled[LEAST - 1 :] - doubled[: 1 - LEAST] <= WIDTH).any())


def _thinned(text: str, many: int, pattern: re.Pattern[str]) -> tuple[str, int]:
    """The glyphs of a run, each once, and how often each stood: halved again while all still stand twice."""
    single, times = _halved(text, many), many
    while pattern.fullmatch(single):
        single, times = _halved(single, many), times * many
    return single, times


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A run without the marks, digits and blanks at its ends, unless it is the whole of its line."""
    while text[end - 1] in _BLANKS:
        end -= 1
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    line = text[low : high if high >= 0 else len(text)]
    if line.strip(_BLANKS) == text[start:end]:
        return start, end
    glyphs = list(_HAN.finditer(text, start, end))
    return (glyphs[0].start(), glyphs[-1].end()) if glyphs else (start, start)


def _halved(text: str, many: int) -> str:
    """The glyphs of a run, each once; a dash or an ellipsis, which is two characters long, stays one."""
    single: list[str] = []
    at = 0
    while at < len(text):
        mark = _PAIRED_MARKS.match(text, at)
        if mark:
            single.append(mark[0][: max(2, len(mark[0]) // many)])
            at = mark.end()
        else:
            single.append(text[at])
            at += 1 if text[at] in _BLANKS else many
    return "".join(single)


def _is_overprint(single: str) -> bool:
    """Whether the glyphs make words once they stand single, and are no reduplications."""
    glyphs = "".join(_HAN.findall(single))
    words = segment(glyphs)
    held = sum(len(word) for word in words if len(word) > 1 and word in frequencies())
    return held >= COVERED * len(glyphs) and not _is_reduplicated(glyphs)


def _is_reduplicated(glyphs: str) -> bool:
    """Whether a third of the glyphs, doubled, are words of the form AABB as they stand."""
    tiles = [glyphs[at : at + 2] for at in range(len(glyphs) - 1)]
    known = [len(tile) == 2 and tile[0] * 2 + tile[1] * 2 in frequencies() for tile in tiles]
    return max(sum(known[::2]), sum(known[1::2])) * 6 >= len(glyphs)


def _longest_word(single: str) -> str:
    return max(segment("".join(_HAN.findall(single))), key=lambda word: (len(word), word))
