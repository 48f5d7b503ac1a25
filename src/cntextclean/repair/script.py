"""
Simplified or traditional, as the reader wants it, by OpenCC; a page in both is reported.

With ``keep`` nothing changes, and a document that has characters of both scripts gets one finding with the counts.
Otherwise each passage is converted as a whole, since words decide (頭髮 and 發展 are both 发), and the smallest runs
that differ become changes. A passage that is mostly in the script asked for is only made one: no character
changes but those that the other script alone has (an engine reads 軟 as 软 on a traditional page), and they
take the forms of the document's own standard, of three (為 or 爲, 裡 or 裏).

It is safe because it is the reader's wish, and the tables are OpenCC's own (``t2s``, ``s2t``, ``s2tw``, ``s2hk``). This
stage comes last: conversion would hide misreadings (紹 for 超 would become 绍).

    >>> list(propose([View("我们在上海")], Config()))
    []
    >>> [(c.start, c.after) for _, c in propose([View("我們在上海發展")], Config(script="simplified"))]
    [(1, '们'), (5, '发')]
    >>> page = "這個软體在台灣為許多應用程式所用，請選擇語言。"
    >>> [(c.start, c.after) for _, c in propose([View(page)], Config(script="traditional"))]
    [(2, '軟')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from itertools import groupby
from operator import ne

from cntextclean.config import Config
from cntextclean.language.converters import converter
from cntextclean.proposals import Change, Note, Proposal, View
from cntextclean.repair.letters import has_han
from cntextclean.repair.shapes import simplified_in, simplified_only, traditional, traditional_in

TABLES = {"simplified": "t2s", "traditional": "s2t"}
STANDARDS = ("s2t", "s2tw", "s2hk")
"""Traditional as OpenCC itself, Taiwan and Hong Kong write it; the first that fits best is a document's own."""
MOSTLY = 0.5
"""Share of one script, of the characters that only one of them has, from which a text is in that script."""
EXAMPLES = 5
MIXED_LEAST, MIXED_SHARE = 3, 0.01
"""Characters of the rarer script, and their share of those that only one script has, that make a page mixed."""


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:
    """Changes into the script that is asked for, or a finding where a document mixes both."""
    if config.script == "keep":
        yield from _mixture(views)
        return
    table = TABLES[config.script]
    mostly = _owned(views, config.script) >= MOSTLY
    if mostly and config.script == "traditional":
        table = _standard_of(views)
    for index, view in enumerate(views):
        if not has_han(view.text):
            continue
        share = _owned([view], config.script)
        if share >= MOSTLY or (share < 0 and mostly):
            yield from _unify(index, view.text, config.script, table)
            continue
        for start, end, after in _differences(view.text, converter(table)(view.text)):
            yield index, Change(start, end, after, f"script.{config.script}", table)


def _owned(views: Sequence[View], script: str) -> float:
    """The share of a script, of the characters that only one of the two has; -1 where there are none."""
    text = _joined(views)
    old, new = len(traditional_in(text)), len(simplified_in(text))
    return (old if script == "traditional" else new) / (old + new) if old + new else -1.0


def _unify(index: int, text: str, script: str, table: str) -> Iterator[Proposal]:
    """Changes of the characters that only the other script has, in a passage that is mostly in this one."""
    foreign = simplified_only() if script == "traditional" else traditional().keys()
    if foreign.isdisjoint(text):
        return
    # To the other script and back, since the tables know words of one script alone: 软體 is in neither.
    base = converter("t2s")(text) if script == "traditional" else text
    for start, end, after in _differences(text, converter(table)(base)):
        yield from _changes_within(index, text[start:end], after, start, foreign, script, table)


def _changes_within(
    index: int, before: str, after: str, start: int, foreign: AbstractSet[str], script: str, table: str
) -> Iterator[Proposal]:
    """The changes of one run that concern characters of the other script."""
    evidence = f"{table}; most around it is {script}"
    if len(before) != len(after):
        if set(before) <= foreign:
            yield index, Change(start, start + len(before), after, f"script.{script}", evidence)
        return
    for at, (old, new) in enumerate(zip(before, after, strict=True), start):
        if old in foreign:
            yield index, Change(at, at + 1, new, f"script.{script}", evidence)


def _standard_of(views: Sequence[View]) -> str:
    """The table whose traditional forms are the document's own: those that come back most when converted and back."""
    text = "\n".join(view.text for view in views)
    plain = converter("t2s")(text)

    def misses(table: str) -> int:
        back = converter(table)(plain)
        return sum(map(ne, text, back)) if len(back) == len(text) else len(text)

    return min(STANDARDS, key=misses)


def _differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """The smallest runs that differ. Nearly all conversions keep the length; the others are aligned."""
    if len(before) == len(after):
        places = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        for _, run in groupby(enumerate(places), key=lambda one: one[1] - one[0]):
            spots = [at for _, at in run]
            yield spots[0], spots[-1] + 1, after[spots[0] : spots[-1] + 1]
        return
    for tag, low, high, new_low, new_high in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield low, high, after[new_low:new_high]


def _mixture(views: Sequence[View]) -> Iterator[Proposal]:
    text = _joined(views)
    old = len(traditional_in(text))
    if old < MIXED_LEAST:
        return
    new = len(simplified_in(text))
    if min(old, new) < MIXED_LEAST or min(old, new) < MIXED_SHARE * (old + new):
        return
    rarer = traditional().keys() if old < new else simplified_only()
    for index, view in enumerate(views):
        at = next((at for at, char in enumerate(view.text) if char in rarer), None)
        if at is not None:
            evidence = (
                f"{old} characters of this document are only traditional, {new} only simplified "
                f"({_examples(views, rarer)}): --script makes it one"
            )
            yield index, Note(at, at + 1, "script.mixed", (), min(1.0, 2 * min(old, new) / (old + new)), evidence)
            return


def _examples(views: Sequence[View], wanted: AbstractSet[str]) -> str:
    """The commonest characters of a kind with their counts."""
    counts = Counter(char for view in views for char in view.text if char in wanted)
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:EXAMPLES]
    return ", ".join(f"{char} {count}" for char, count in ranked)


def _joined(views: Sequence[View]) -> str:
    return "".join(view.text for view in views)
