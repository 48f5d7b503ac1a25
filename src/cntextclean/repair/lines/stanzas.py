"""
Runs of rows whose shape says that they are lines of their own: a few characters, a clause, or a word and its meaning.

No column is narrower than five characters, so several rows below that are glyphs, words or answers. Of the rows of
prose set in a column 11 in a hundred end in a mark, so four in a row that all do, with no mark inside, are verse or a
speech set in clauses, and so are two of one length that begin behind a sentence; where the page shows that its rows are
cut they are nothing.

It is safe because such rows are left on lines of their own.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("风从北方来，\\n带着草的气息，\\n带着母亲的呼唤，\\n吹过我空空的袖口。")
    >>> sorted(clause_rows(page))
    [0, 1, 2]
    >>> sorted(entry_rows(read_page("ant 蚂蚁\\nbee n. 蜜蜂\\ncat 猫；小猫")))
    [0, 1]
    >>> sorted(tiny_rows(read_page("江\\n河\\n湖\\n海\\n大江东去")))
    [0, 1, 2, 3]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cntextclean.model import Span
from cntextclean.repair.lines.columns import NARROWEST
from cntextclean.repair.lines.marks import NO_START
from cntextclean.repair.lines.page import Page

NARROW = 20.0
"""Width in em above which a row that ends in a mark is as often a paragraph."""
TINY, CLAUSES, EVEN, ENTRIES = 4, 4, 2, 3
"""Rows of a run: of a few characters each, that end in a mark, of one length, of a word and its meaning."""
HAN = r"\u3400-\u9fff"
ENTRY = re.compile(rf"[A-Za-z][A-Za-z.'-]*(?: [A-Za-z.'-]+){{0,4}}[ \t]{{1,8}}[（({HAN}][^A-Za-z]*[{HAN}）)]")
TINY_ENDS = ("letter", "closer")
STOPS = ("stop", "ellipsis")
MARKS = ("comma", "semicolon", "colon", "dash", *STOPS)
MARK_INSIDE = re.compile(r"[，。；：、？！,;?!](?=.)")


def tiny_rows(page: Page) -> set[int]:
    """The rows of a few characters behind which none of their run is joined."""
    tiny = [
        row.width < NARROWEST and end in TINY_ENDS and row.parted != "blank"
        for row, end in zip(page.rows, page.endings, strict=True)
    ]
    return {at for low, high in _runs(tiny) if high - low >= TINY for at in range(low, high - 1)}


def clause_rows(page: Page) -> set[int]:
    """The rows of a clause or a sentence each behind which none of their run is joined."""
    if page.habits.shows_cuts:
        return set()
    found: set[int] = set()
    clauses = [
        row.width <= NARROW and end in MARKS and not MARK_INSIDE.search(row.text)
        for row, end in zip(page.rows, page.endings, strict=True)
    ]
    for low, high in _runs(clauses):
        begins = low == 0 or page.endings[low - 1] in STOPS
        even = begins and len({len(row.text) for row in page.rows[low : min(high, low + EVEN)]}) == 1
        cut = any(page.words[at] or page.rows[at].text[0] in NO_START for at in range(low + 1, high))
        if high - low >= (EVEN if even else CLAUSES) and not cut:
            found.update(range(low, high - 1))
    return found


def entry_rows(page: Page) -> set[int]:
    """The rows of a Latin word and its meaning behind which none of their run is joined."""
    if page.habits.shows_cuts:
        return set()
    entries = [row.width <= NARROW and ENTRY.fullmatch(row.text) is not None for row in page.rows]
    return {at for low, high in _runs(entries) if high - low >= ENTRIES for at in range(low, high - 1)}


def _runs(flags: Sequence[bool]) -> Iterator[Span]:
    """Where runs of true flags begin, and what follows their last."""
    at = 0
    while at < len(flags):
        end = at
        while end < len(flags) and flags[end]:
            end += 1
        if end > at:
            yield at, end
        at = end + 1
