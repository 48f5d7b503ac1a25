"""
One form for each character: line ends, control and invisible characters, odd blanks, radicals, full-width letters.

The stage sees the whole text as one passage, before its lines are told apart. It is safe because only the form of a
character changes, never the letter (:mod:`.characters_folds`), invisible characters stay where they mean something
(:mod:`.characters_joiners`), and what cannot be known (private use, U+FFFD, 锟斤拷) is reported, not guessed. Chinese
full-width punctuation never changes.

    >>> from cntextclean.config import Config
    >>> [change.after for _, change in propose([View("２０２４年，⽂化")], Config())]
    ['2024', '文']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, groupby, islice, pairwise
from typing import TypeVar

from cntextclean.config import Config
from cntextclean.proposals import Change, Note, Proposal, View
from cntextclean.repair.characters_folds import LINE_BREAKS, folds
from cntextclean.repair.characters_joiners import CHARACTERS, propose_joiners
from cntextclean.repair.characters_rounds import settle
from cntextclean.repair.mojibake import may_hold_mojibake, propose_mojibake

Proposed = TypeVar("Proposed", Change, Note)

_LINE_BREAK = re.compile(f"(?<!\r)\r+\n|[{LINE_BREAKS}]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_REPLACED = re.compile("\ufffd+")
_LOST = re.compile("(?:锟斤拷)+锟?斤?|锟斤|斤拷锟|(?:烫){3,}|(?:屯){4,}|\\A锘")
"""What U+FFFD in UTF-8 looks like in GBK (锟斤拷), uninitialised memory (烫烫烫, 屯屯屯), a byte-order mark (锘)."""

PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))
"""The private use areas, each from its first code point to its last."""


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:
    """Propose plain forms, and findings for what has none."""
    del config
    for index, view in enumerate(views):
        for proposal in _propose_for(view.text):
            yield index, proposal


def _propose_for(text: str) -> Iterator[Change | Note]:
    # Two searches in C are all that clean text costs (200 MB a second each; telling its characters apart took 30).
    if not _odd().search(text) and not may_hold_mojibake(text):
        return
    changes = settle(text, _changes, may_hold_mojibake)
    yield from changes
    yield from (one for one in propose_mojibake(text) if isinstance(one, Note))
    yield from _outside(_findings(text, set(text)), changes)


def _changes(text: str) -> Iterator[Change]:
    """The changes of one round."""
    repairs = [one for one in propose_mojibake(text) if isinstance(one, Change)]
    yield from repairs
    present = set(text) & _interesting()
    if present:
        yield from _outside(chain(_line_breaks(text, present), _joiners(text, present)), repairs)
        yield from _folds(text, present, repairs)


@cache
def _interesting() -> frozenset[str]:
    """Characters that any rule of the stage looks at."""
    private = (chr(code) for low, high in PRIVATE for code in range(low, high + 1))
    return _listed() | frozenset(private)


def _listed() -> frozenset[str]:
    """Those that are not private."""
    return frozenset({*folds(), *LINE_BREAKS, *CHARACTERS, *"\ufffd锟烫屯锘"})


@cache
def _odd() -> re.Pattern[str]:
    """Any of the interesting characters; the 137,000 private ones, of which clean text has none, are never listed."""
    codes = sorted(map(ord, _listed()))
    starts = [code for before, code in pairwise([-2, *codes]) if code != before + 1]
    ends = [code for code, behind in pairwise([*codes, -2]) if behind != code + 1]
    spans = [*zip(starts, ends, strict=True), *PRIVATE]
    ranges = (f"{re.escape(chr(start))}-{re.escape(chr(end))}" for start, end in spans)
    return re.compile(f"[{''.join(ranges)}]")


def _line_breaks(text: str, present: set[str]) -> Iterator[Change]:
    if present.isdisjoint(LINE_BREAKS):
        return
    for found in _LINE_BREAK.finditer(text):
        yield Change(*found.span(), "\n", "characters.line-break", _code_points(found[0]))


def _folds(text: str, present: set[str], taken: list[Change]) -> Iterator[Change]:
    """One change for each run of one rule, between the changes of ``taken``."""
    table = folds()
    characters = sorted(present & table.keys())
    if not characters:
        return
    pattern = re.compile("[" + "".join(map(re.escape, characters)) + "]+")
    gaps = pairwise([0, *(edge for one in taken for edge in (one.start, one.end)), len(text)])
    for found in chain.from_iterable(pattern.finditer(text, *gap) for gap in islice(gaps, 0, None, 2)):
        at = found.start()
        for rule, group in groupby(found[0], key=lambda character: table[character].rule):
            before = "".join(group)
            after = "".join(table[character].after for character in before)
            yield Change(at, at + len(before), after, rule, _code_points(before))
            at += len(before)


def _joiners(text: str, present: set[str]) -> Iterator[Change]:
    return iter(()) if present.isdisjoint(CHARACTERS) else propose_joiners(text)


def _findings(text: str, present: set[str]) -> Iterator[Note]:
    """What stands for something that is not there to be read."""
    if any(character >= "\ue000" for character in present):
        for found in _PRIVATE.finditer(text):
            yield Note(*found.span(), "characters.private-use", score=1.0, evidence=_code_points(found[0]))
        for found in _REPLACED.finditer(text):
            yield Note(*found.span(), "characters.unreadable", score=1.0, evidence="bytes that could not be decoded")
    if not present.isdisjoint("锟烫屯锘"):
        for found in _LOST.finditer(text):
            yield Note(*found.span(), "characters.lost-text", score=0.99, evidence="text lost before it came here")


def _outside(proposals: Iterable[Proposed], taken: Sequence[Change]) -> Iterator[Proposed]:
    """The proposals that touch none of the changes ``taken`` (ascending, disjoint)."""
    starts = [one.start for one in taken]
    for one in proposals:
        last = bisect_left(starts, one.end) - 1
        if last < 0 or taken[last].end <= one.start:
            yield one


def _code_points(text: str) -> str:
    """The first of the code points, named for readers who cannot see them."""
    named = " ".join(f"U+{ord(character):04X}" for character in text[:4])
    return named + (" …" if len(text) > 4 else "")
