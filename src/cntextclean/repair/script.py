"""
Simplified or traditional, as the reader wants it, by OpenCC; a page in both is reported.

With ``keep`` nothing changes, and a document that has characters of both scripts gets one finding. Otherwise each
passage is converted as a whole, since words decide (頭髮 and 發展 are both 发), and the smallest runs that differ
become changes.

It is safe because it is the reader's wish, and the tables are OpenCC's own (``t2s``, ``s2t``). This stage comes last:
conversion would hide misreadings (紹 for 超 would become 绍).

    >>> list(propose([View("我们在上海")], Config()))
    []
    >>> [(c.start, c.after) for _, c in propose([View("我們在上海發展")], Config(script="simplified"))]
    [(1, '们'), (5, '发')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby

from cntextclean.config import Config
from cntextclean.proposals import Change, Note, Proposal, View
from cntextclean.repair.letters import has_han
from cntextclean.repair.shapes import simplified_only, traditional

TABLES = {"simplified": "t2s", "traditional": "s2t"}
MIXED_LEAST, MIXED_SHARE = 3, 0.02
"""Characters of the rarer script, and their share of those that only one script has, that make a page mixed."""


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:
    """Changes into the script that is asked for, or a finding where a document mixes both."""
    if config.script == "keep":
        yield from _mixture(views)
        return
    convert = _converter(TABLES[config.script])
    for index, view in enumerate(views):
        if has_han(view.text) and (converted := convert(view.text)) != view.text:
            for start, end, after in _differences(view.text, converted):
                yield index, Change(start, end, after, f"script.{config.script}", TABLES[config.script])


@cache
def _converter(table: str) -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(table).convert
    return convert


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
    old, new = _count(views, traditional().keys()), 0
    if old < MIXED_LEAST:
        return
    new = _count(views, simplified_only())
    if min(old, new) < MIXED_LEAST or min(old, new) < MIXED_SHARE * (old + new):
        return
    rarer = traditional().keys() if old < new else simplified_only()
    for index, view in enumerate(views):
        at = next((at for at, char in enumerate(view.text) if char in rarer), None)
        if at is not None:
            evidence = f"{old} characters of this document are only traditional, {new} only simplified"
            yield index, Note(at, at + 1, "script.mixed", (), min(1.0, 2 * min(old, new) / (old + new)), evidence)
            return


def _count(views: Sequence[View], wanted: AbstractSet[str]) -> int:
    text = "".join(view.text for view in views)
    return sum(map(text.count, wanted & set(text)))
