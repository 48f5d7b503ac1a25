"""
What the form of one line or passage says on its own: heading, byline, caption, page header, label, list item …

The forms are rows of ``tables/forms*.toml`` (:mod:`.form_table`). A row is a linear regular expression over the
*folded* text: widths are folded (``：`` → ``:``), blanks of every kind are one kind, the traditional characters that
the patterns use become simplified; folding keeps every position. A blank in a pattern is a blank that may be missing or
repeated, as blanks get lost in recognised text.

It is safe because it only reads: no text is changed, and callers weigh ``certainty`` with what stands around the line.

    >>> match_form("2017年12月26日星期二国际10版")
    Form(name='page-header-week', role='furniture', marker_class='', certainty=0.97, whole=True)
    >>> match_form("（一）点燃科技创新新引擎").marker_class
    'han-paren'
    >>> match_form("长三角地区是我国经济发展最活跃的区域之一。") is None
    True
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from cntextclean.language.form_table import Form, FormRow, form_part, form_rows, form_table

__all__ = ["Form", "FormRow", "blanked", "fold_form", "form_part", "form_rows", "match_form"]

REMEMBERED = 4096
"""Texts whose forms are kept: a line is asked about as a row, as a passage, and once more when the page is settled."""
LONG = 120
"""Characters of a text that most forms of a whole line cannot fit."""
LONGEST = 420
"""Characters of a text that are read: what a form says, it says at the start, or in a line no longer than this."""

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys(map(chr, [0x3000, 0xA0, 0x09, *range(0x2000, 0x200B)]), " ")
_MARKS = dict(zip("﹒丨∶–—－〔〕╱│", ".|:---[]/|", strict=True))
_BILINGUAL = re.compile(
    r"^[A-Za-z]{2,16} ?[-/] ?(?=[\u4e00-\u9fff]{2,8} ?:)|(?<=[\u4e00-\u9fff]) ?/ ?[A-Za-z][A-Za-z ]{1,18}(?=:)"
    r"|(?:(?<=[\[【(])|^)中文(?=[\u4e00-\u9fff]{2,5}(?:[\]】)]| ?:))"
)
"""What stands beside a label: ``Keyword-关键词:``, ``关键词/Keywords:``, ``【中文摘要】``."""
_MARK_UP = re.compile(r" {0,3}#{1,6} {1,4}")
_BOLD = re.compile(r"(?: {0,3}#{1,6} {1,4})?\*\*([^*]{1,24})\*\*")


def fold_form(text: str) -> str:
    """The text with widths, blanks and traditional label characters folded, each character in its place."""
    return _folded_line(text) if len(text) <= LONGEST else _folded(text)


def _folded(text: str) -> str:
    pattern, folded = _folding()
    return pattern.sub(folded, text)


_folded_line = lru_cache(maxsize=REMEMBERED)(_folded)
"""A line is folded by each of the twenty readers that ask about it: four times in five it was folded before."""


def blanked(text: str, pattern: re.Pattern[str]) -> str:
    """The text with what fits the pattern as blanks, every other character in its place."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def match_form(text: str) -> Form | None:
    """
    The most certain form that the text has, or none.

    ``text`` is a line or a passage, raw or repaired; Markdown marks before it are looked through. Never raises.
    """
    return _form_of(text[:LONGEST], min(len(text), LONGEST + 1))


@lru_cache(maxsize=REMEMBERED)
def _form_of(start: str, length: int) -> Form | None:
    folded = fold_form(start).strip(" ")
    if "**" in folded[:12]:
        folded = _BOLD.sub(_unbolded, folded, count=1)
    head = folded[:18]
    if "/" in head or "-" in head or "中文" in head:
        folded = _BILINGUAL.sub("", folded, count=1)
    marked = _MARK_UP.match(folded)
    if marked:
        return _marked_form(folded[marked.end() :])
    return _plain_form(folded, length)


def _unbolded(found: re.Match[str]) -> str:
    """``**摘要** 本文`` as ``摘要: 本文``."""
    rest = found.string[found.end() :].lstrip()
    return found[0].replace("**", "") + (":" if rest and rest[0] != ":" and found[1][-1] != ":" else "")


def _marked_form(rest: str) -> Form | None:
    """The form of a line with a Markdown heading mark: its own where it has one, else a plain heading."""
    if not rest:
        return None
    form = _plain_form(rest, len(rest))
    if form and (form.role != "heading" or form.marker_class):
        return Form(form.name, form.role, form.marker_class, max(form.certainty, 0.95), form.whole)
    return Form("markdown-heading", "heading", "", 0.95, True)


def _plain_form(folded: str, length: int) -> Form | None:
    rows = form_rows()
    best = _free_row(folded, length)
    for number in _rows_needing(folded, long=length > LONG):
        if number > best:
            break
        if rows[number].fits(folded, length):
            return rows[number].form
    return rows[best].form if best < len(rows) else None


def _free_row(folded: str, length: int) -> int:
    """The number of the first row that needs no character and fits; the number of rows where none does."""
    rows = form_rows()
    pattern, free = _free_rows()
    found = pattern.match(folded)
    if not found:
        return len(rows)
    first = int(str(found.lastgroup)[1:])
    if not rows[first].form.whole or length <= rows[first].longest:
        return first
    return next((number for number in free if number > first and rows[number].fits(folded, length)), len(rows))


@cache
def _free_rows() -> tuple[re.Pattern[str], tuple[int, ...]]:
    """
    The rows that need no character as one pattern, and their numbers: behind each stands an empty group with its
    number. A plain line fits none, and one search says so in a tenth of the time that 85 take.
    """
    free = tuple(number for number, row in enumerate(form_rows()) if not row.needs)
    ends = ((number, r"\Z" if form_rows()[number].form.whole else "") for number in free)
    return re.compile("|".join(f"(?:{form_rows()[number].source}){end}(?P<r{number}>)" for number, end in ends)), free


def _rows_needing(folded: str, *, long: bool) -> Sequence[int]:
    """
    The numbers of the rows that need a character which the text has, ascending. Patterns that begin with any text at
    all are tried at every place of it; these, the dearest, need one.
    """
    asked, needing = _needing(long=long)
    found = set(asked.findall(folded))
    if len(found) < 2:
        return needing[found.pop()] if found else ()
    return sorted({number for char in found for number in needing[char]})


@cache
def _needing(*, long: bool) -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """
    The characters that rows need, and for each the numbers of the rows that need it or another; of ``long`` texts those
    of the rows that a long text may fit, one in three.
    """
    found: dict[str, list[int]] = {}
    for number, row in enumerate(form_rows()):
        if not long or not row.form.whole or row.longest > LONG:
            for char in row.needs:
                found.setdefault(char, []).append(number)
    return re.compile(f"[{re.escape(''.join(found))}]"), {char: tuple(numbers) for char, numbers in found.items()}


@cache
def _folding() -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    """What is folded, and how: :meth:`str.translate` asks a table for each character, and takes ten times as long."""
    pairs = form_table()["fold"]
    traditional = dict(zip(pairs["traditional"], pairs["simplified"], strict=True))
    folded = {**_WIDE, **_BLANKS, **_MARKS, **traditional}
    return re.compile(f"[{re.escape(''.join(folded))}]"), lambda found: folded[found[0]]
