"""
Crumbs: glyphs of vertical headlines and pictures that engines scatter over a page as lines of their own.

A line of one or two glyphs proves nothing: it may be the tail of a wrapped paragraph. Crumbs come in runs, so only a
run of at least four such rows, or a row of single glyphs parted by blanks, counts, with the tiny rows that touch it.

It is safe because crumbs are removed with their raw text and reason, never dropped, and a run is broken by any row
that ends a sentence.

    >>> sorted(crumb_rows(["潽 写", "角", "1本", "1ヒ", "新", "今天上午，论坛举行。"]))
    [0, 1, 2, 3, 4]
    >>> sorted(crumb_rows(["这是一行正常的文", "字。"]))
    []
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cntextclean.repair.lines.preformatted import OBJECT

SHORTEST_RUN = 4
"""Rows of one or two glyphs that make a run: three short rows in a row occur in verse and in tables of contents."""
STRAY = "glyphs scattered over lines of their own, as of a vertical headline"
SCATTERED = re.compile(r"\S(?: \S){3,}")
SENTENCE = re.compile(r"[。！？；，、：,;:!?.]")
NUMBERED = re.compile(r"[0-9]{1,3}|[一二三四五六七八九十]{1,2}")


def crumb_rows(rows: Sequence[str]) -> set[int]:
    """Indices of rows that are crumbs."""
    tiny = [_is_tiny(row) for row in rows]
    scattered = [bool(SCATTERED.fullmatch(row)) for row in rows]
    found: set[int] = set()
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and (tiny[end] or scattered[end]):
            end += 1
        if end - at >= SHORTEST_RUN or any(scattered[at:end]):
            found.update(range(at, end))
        at = max(end, at + 1)
    return found


def _is_tiny(row: str) -> bool:
    return row != OBJECT and len("".join(row.split())) <= 2 and not SENTENCE.search(row) and not NUMBERED.fullmatch(row)
