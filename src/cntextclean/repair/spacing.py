"""
One style a document for the room between ideographs and Latin letters or digits.

``none`` (newspapers, journals): where a document mixes ``2022 年`` and ``2023年``, the blanks go. ``pangu``: one blank
everywhere. ``keep``: nothing.

It is safe because ``none`` acts only on a document that already writes without blanks in at least a fifth of the
places, so a text set with blanks throughout keeps its style; only blanks change.

    >>> from cntextclean.proposals import View
    >>> [change.after for _, change in space_changes([View("在AI领域")], "pangu", [])]
    [' ', ' ']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cntextclean.proposals import Change, Proposal, View
from cntextclean.repair.letters import HAN, PROSE, is_chinese, runs_on

TIGHT_SHARE, TIGHT_LEAST = 0.2, 3
"""The least share and number of places without a blank that show the style to be ``none``; a page set with blanks
throughout still writes some dates without. Measured on a journal that mixes 69 of one with 29 of the other."""
MIXED_LEAST = 3
"""Blanks beside digits before those beside Latin letters go, too: where only names have blanks beside them now and
then, as in 3 of 100,000 characters of clean articles, nothing says that the page was printed otherwise."""
_JOINED = {
    "digit": re.compile(rf"(?<=[{HAN}])(?=\d)|(?<=\d)(?=[{HAN}])|(?<=\d[%％])(?=[{HAN}])"),
    "latin": re.compile(rf"(?<=[{HAN}])(?=[A-Za-z])|(?<=[A-Za-z])(?=[{HAN}])"),
}
_PANGU = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[{HAN}])")
_TOKEN_BEFORE, _TOKEN_BEHIND = re.compile(r"[!-~]{1,24}$"), re.compile(r"[!-~]{1,24}")
_LETTER = re.compile("[A-Za-z_/]")
_UNIT = re.compile("[年月日时分秒个万亿元人家项条号期页岁名次米克吨℃%％]")


@dataclass(frozen=True, slots=True)
class Gap:
    """Blanks ``[start, end)`` between two visible characters of a passage, and the kinds of both characters: ``h`` an
    ideograph, ``w`` a full-width mark, ``l`` a Latin letter, digit or per cent sign, ``o`` anything else.
    """

    index: int
    start: int
    end: int
    kinds: str


def space_changes(
    views: Sequence[View], style: Literal["none", "keep", "pangu"], gaps: Sequence[Gap]
) -> Iterator[Proposal]:
    """The changes that give a document one style; ``gaps`` are its blanks that nothing else dealt with."""
    if style == "pangu":
        yield from _insert(views)
    if style == "none":
        yield from _tighten(views, [gap for gap in gaps if gap.kinds in ("hl", "lh")])


def _insert(views: Sequence[View]) -> Iterator[Proposal]:
    for index, view in enumerate(views):
        if is_chinese(view):
            for match in _PANGU.finditer(view.text):
                yield index, Change(match.start(), match.start(), " ", "spaces.pangu", "spacing = pangu")


def _tighten(views: Sequence[View], gaps: Sequence[Gap]) -> Iterator[Proposal]:
    mixed = False
    for kind, pattern in _JOINED.items():
        loose = [gap for gap in gaps if _class_of(views[gap.index].text, gap) == kind]
        if not loose or (kind == "latin" and not mixed):
            continue
        tight = sum(len(pattern.findall(view.text)) for view in views if view.lang == "zh")
        total = tight + len(loose)
        if tight < TIGHT_LEAST or tight < TIGHT_SHARE * total:
            continue
        mixed = len(loose) >= MIXED_LEAST
        evidence = f"{tight} of {total} places in this document have no blank"
        for gap in loose:
            if _may_close(views[gap.index], gap):
                yield gap.index, Change(gap.start, gap.end, "", "spaces.mixed-spacing", evidence)


def _class_of(text: str, gap: Gap) -> str:
    """A number is one only when no letter belongs to it: sda10 and HTML5 are names."""
    token = _TOKEN_BEFORE.search(text[max(0, gap.start - 24) : gap.start]) if gap.kinds == "lh" else None
    token = token or _TOKEN_BEHIND.match(text[gap.end : gap.end + 24])
    return "latin" if token and _LETTER.search(token[0]) else "digit"


def _may_close(view: View, gap: Gap) -> bool:
    """Rows of a table set as text (``14 钴 31 铌``) and fields keep their blanks; a number and its unit do not."""
    if view.role in PROSE and runs_on(view.text):
        return True
    if view.role in ("furniture", "byline", "metadata"):
        return False
    return gap.kinds == "lh" and view.text[gap.start - 1].isdigit() and bool(_UNIT.match(view.text[gap.end]))
