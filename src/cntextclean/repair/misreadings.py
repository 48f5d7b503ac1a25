"""
Misread characters: what evidence proves is put right, what is only likely is reported.

Proof is one of four: the user's own list of corrections, the document itself (:mod:`.consensus`), a dictionary word
across a sign that is no ideograph, or a closed list with a second witness (:mod:`.glyphs`). Everything else
(:mod:`.doubts`) is a finding with candidates.

It is safe because a language model's likelihood alone never decides, names behind 记者 and 通讯员, titles in 《》 and
the words that the user protects are never touched, and clean text comes out as it went in.

    >>> from cntextclean.config import RepairConfig
    >>> config = Config(repair=RepairConfig(corrections=(("培训产业", "培育产业"),)))
    >>> [change.after for _, change in propose([View("加快培训产业")], config)]
    ['培育产业']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from cntextclean.config import Config
from cntextclean.proposals import Change, Proposal, View
from cntextclean.repair.consensus import find_consensus
from cntextclean.repair.doubts import find_doubts
from cntextclean.repair.glyphs import glyph_changes
from cntextclean.repair.letters import HAN, is_chinese
from cntextclean.repair.pairs import doubted_places, places
from cntextclean.repair.shapes import simplified_in, traditional_in
from cntextclean.repair.spans import Taken

if TYPE_CHECKING:
    from cntextclean.repair.pairs import Offsets

_TITLE = re.compile("《[^《》]{1,60}》")
_NAMES = re.compile(
    rf"(?:记者|通讯员|实习生|作者|译者|摄影|编辑|校对|撰文|责编|姓名)[：:]?[ ]?[{HAN}·]{{2,4}}"
    rf"(?:[ 、，][{HAN}·]{{2,4}}){{0,6}}"
)
_PHOTOGRAPHER = re.compile("摄[）)]?$", re.MULTILINE)
NAME = 5
"""Characters before 摄 that the name of a photographer may take, with a blank."""
FOREIGN_SHARE = 0.2
"""Characters that only traditional text has, for each that only simplified text has: more, and a document is mixed."""


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:
    """Changes and notes for the misread characters of a document."""
    chinese = [(index, view.text) for index, view in enumerate(views) if is_chinese(view)]
    if not chinese:
        return
    whole = "\n".join(text for _, text in chinese)
    starts = [0, *accumulate(len(text) + 1 for _, text in chinese)]
    doubted = doubted_places(whole)
    # The user's corrections stand above names and titles.
    asked = list(_of_user(whole, config))
    taken = Taken([*_closed(whole, config), *((change.start, change.end) for change in asked)])
    proved = (change for change in _proved(whole, doubted) if taken.take(change.start, change.end))
    for change in [*asked, *proved]:
        number = bisect_right(starts, change.start) - 1
        yield chinese[number][0], _shifted(change, starts[number])
    if _is_simplified(whole):
        for note in find_doubts(whole, doubted):
            if taken.is_free(note.start, note.end):
                number = bisect_right(starts, note.start) - 1
                low = starts[number]
                yield chinese[number][0], replace(note, start=note.start - low, end=note.end - low)


def _shifted(change: Change, low: int) -> Change:
    return replace(change, start=change.start - low, end=change.end - low)


def _proved(whole: str, doubted: Offsets) -> Iterator[Change]:
    """What needs no user, the surest kind first."""
    yield from glyph_changes(whole)
    yield from find_consensus(whole, doubted)


def _of_user(text: str, config: Config) -> Iterator[Change]:
    """The user's corrections, longest first, none over another."""
    used = Taken()
    for wrong, right in sorted(config.repair.corrections, key=lambda pair: (-len(pair[0]), pair)):
        if not wrong:
            continue
        # A correction whose result holds the wrong form again (甲 → 甲乙) is done already where it stands.
        done = {at + shift for shift in places(right, wrong) for at in places(text, right)}
        for at in places(text, wrong):
            if at not in done and used.take(at, at + len(wrong)):
                yield Change(at, at + len(wrong), right, "misreadings.user", f"{wrong} → {right}")


def _closed(text: str, config: Config) -> list[tuple[int, int]]:
    """Spans that no rule touches: names, titles, protected words."""
    spans = [match.span() for match in _TITLE.finditer(text)] + [match.span() for match in _NAMES.finditer(text)]
    spans += [(max(0, match.start() - NAME), match.start()) for match in _PHOTOGRAPHER.finditer(text)]
    spans += [(at, at + len(word)) for word in config.repair.protect if word for at in places(text, word)]
    return spans


def _is_simplified(text: str) -> bool:
    foreign = len(traditional_in(text))
    return not foreign or foreign <= FOREIGN_SHARE * len(simplified_in(text))
