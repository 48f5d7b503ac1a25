"""
Crumbs: glyphs of vertical headlines and pictures that engines scatter over a page as lines of their own.

A line of one or two glyphs proves nothing: it may be the tail of a wrapped paragraph. Crumbs come in runs, so only a
run of at least four such rows, or a row of single glyphs parted by blanks, counts, with the tiny rows that touch it.

A run of which half is words or people is a list, and stays. What stands on a page without rows that were cut is no
crumb of print at all: elements, hexagrams and antonyms stand on rows like these (:func:`stray_rows`).

It is safe because crumbs are removed with their raw text and reason, never dropped, only from pages that are sure to be
recognised print, and a run is broken by any row that ends a sentence.

    >>> sorted(crumb_rows(["潽 写", "角", "1本", "1ヒ", "新", "今天上午，论坛举行。"]))
    [0, 1, 2, 3, 4]
    >>> sorted(crumb_rows(["这是一行正常的文", "字。"])), crumb_rows(["李华", "王伟", "苹果", "香蕉", "张敏"])
    ([], set())
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cntextclean.language.dictionary import frequencies, segment
from cntextclean.repair.lines.habits import CUTS
from cntextclean.repair.lines.page import Page, read_page
from cntextclean.repair.lines.preformatted import OBJECT
from cntextclean.repair.shapes import traditional
from cntextclean.structure.persons import is_person

SHORTEST_RUN = 4
"""Rows of one or two glyphs that make a run: three short rows in a row occur in verse and in tables of contents."""
STRAY = "glyphs scattered over lines of their own, as of a vertical headline"
TINY = 2
"""Glyphs of a row that may be a crumb."""
SCATTERED = re.compile(r"\S(?: \S){3,}")
LETTERSPACED = re.compile(r"[A-Za-z\u00c0-\u024f](?: [A-Za-z\u00c0-\u024f])+")
"""A word of another language set wide (A B S T R A C T), or the choices of a question: no crumbs."""
WORDED = 0.75
"""Share of the glyphs of a row that make words, from which on it is a headline that is set wide (会 议 通 知)."""
SENTENCE = re.compile(r"[。！？；，、：,;:!?.]")
NUMBERED = re.compile(r"[0-9]{1,3}|[一二三四五六七八九十]{1,2}")


def stray_rows(page: Page) -> set[int]:
    """Indices of the rows of a page that are crumbs, where rows of its columns were evidently cut."""
    cuts = sum(cut and fit.column > 0 for cut, fit in zip(page.proved[1:], page.fits, strict=False))
    return crumb_rows([row.text for row in page.rows]) if cuts >= CUTS else set()


def stray_lines(texts: Sequence[str]) -> set[int]:
    """The same of passages, read as the lines of a text."""
    if not crumb_rows(texts):
        return set()
    page = read_page("\n\n".join(text.replace("\n", " ") for text in texts))
    return stray_rows(page) if len(page.rows) == len(texts) else set()


def crumb_rows(rows: Sequence[str]) -> set[int]:
    """Indices of rows that look like crumbs."""
    tiny = [_is_tiny(row) for row in rows]
    scattered = [bool(SCATTERED.fullmatch(row)) and not _is_set_wide(row) for row in rows]
    found: set[int] = set()
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and (tiny[end] or scattered[end]):
            end += 1
        if (end - at >= SHORTEST_RUN and not _is_listing(rows[at:end])) or any(scattered[at:end]):
            found.update(range(at, end))
        at = max(end, at + 1)
    return found


def _is_listing(rows: Sequence[str]) -> bool:
    """Whether half of some tiny rows are words or people: a list of pupils, or of what one has learnt."""
    listed = sum(len(row) == TINY and (row in frequencies() or is_person(row)) for row in rows)
    return 2 * listed >= len(rows)


def _is_set_wide(row: str) -> bool:
    """Whether the glyphs of a row, read without its blanks, are words."""
    if LETTERSPACED.fullmatch(row):
        return True
    plain = traditional()
    words = segment("".join(plain.get(char, char) for char in row.split()))
    return sum(len(word) for word in words if len(word) > 1) >= WORDED * len(row.split())


def _is_tiny(row: str) -> bool:
    return (
        sum(map(len, row.split())) <= TINY
        and row != OBJECT
        and not SENTENCE.search(row)
        and not NUMBERED.fullmatch(row)
    )
