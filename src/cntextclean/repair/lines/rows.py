"""
The rows of a page: its printed lines, however the engine wrote them down.

Some engines end each printed line with a line break; others write a whole column as one line and a blank where the
printed line ended (:mod:`.folds`). Both come out of here as rows.

It is safe because a row is only a span: a folded line that turns out to be no column is joined again with its blanks.

    >>> [row.text for row in read_rows("第一行\\n\\n第二行")]
    ['第一行', '第二行']
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cntextclean.language.forms import LONGEST, match_form
from cntextclean.model import Span
from cntextclean.repair.lines.folds import find_folds
from cntextclean.repair.lines.widths import width_of

INDENT = "\u3000\u3000"
INDENTS = re.compile(r"(?<=\S)[ \t]*\u3000{2}[ \u3000\t]*(?=\S)")
"""Two wide blanks: so paragraphs begin (GB/T 9704-2012, 7.3.3), and nothing else behind the end of a sentence."""
ENDED = re.compile(r"[。！？!?…；;][”’」』）)】]{0,2}$")
MARKED = re.compile(r"[>|<`~]|[-*+] ")
"""How lines of Markdown begin that stay whole: what is cut off a quotation or a table is none any more."""
FOLDED, OPENED = (0.0, "blank"), (2.0, "line")
"""Indent of a row in the middle of a line, and how it is parted: by a printed line end, or by the indent itself."""


class Row(NamedTuple):
    """
    One printed line: its span in the text, its width in em (Han 1, Latin ½), the blanks before it in em, and how it
    is parted from the row before: ``start``, ``line`` (one line break), ``gap`` (blank lines) or ``blank`` (folded).
    """

    start: int
    end: int
    text: str
    width: float
    indent: float
    parted: str


def read_rows(text: str, *, fold: bool = True) -> list[Row]:
    """
    All rows of a text in order; lines without ink are no rows, they part their neighbours. A line that a scrape put
    together out of paragraphs is a row for each, where their indents are left. Without ``fold`` each line is one row.

    >>> [row.text for row in read_rows("　　会议昨天开幕。　　代表一百人。联系人：　　王岭")]
    ['会议昨天开幕。', '代表一百人。联系人：　　王岭']
    """
    lines = _lines(text)
    folds = find_folds([body for _, body, _, _ in lines]) if fold else [[] for _ in lines]
    rows: list[Row] = []
    for (start, body, indent, parted), points in zip(lines, folds, strict=True):
        opened = _opened(body) if fold else frozenset()
        at, how = 0, (indent, parted)
        for left, right in sorted({*points, *opened, (len(body), len(body))}):
            part = body[at:left]
            rows.append(Row(start + at, start + left, part, width_of(part), *how))
            at, how = right, OPENED if (left, right) in opened else FOLDED
    return rows


def _opened(body: str) -> frozenset[Span]:
    """The indents inside a line (start, end) with which paragraphs begin whose line breaks were lost."""
    if INDENT not in body or MARKED.match(body):
        return frozenset()
    return frozenset(found.span() for found in INDENTS.finditer(body) if _opens_at(body, *found.span()))


def _opens_at(body: str, start: int, end: int) -> bool:
    """Whether a sentence ends before an indent, or a story begins behind it: ``来源：某某网　　新华社北京6月1日电``."""
    if ENDED.search(body[max(0, start - 3) : start]):
        return True
    form = match_form(body[end : end + LONGEST + 1])
    return form is not None and form.name.startswith("dateline-")


def _lines(text: str) -> list[tuple[int, str, float, str]]:
    """(offset, text without outer white space, indent, how parted) of every line with ink."""
    found: list[tuple[int, str, float, str]] = []
    at, empty = 0, 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            lead = len(line) - len(line.lstrip())
            parted = "start" if not found else "gap" if empty else "line"
            found.append((at + lead, body, width_of(line[:lead]), parted))
            empty = 0
        else:
            empty += 1
        at += len(line) + 1
    return found
