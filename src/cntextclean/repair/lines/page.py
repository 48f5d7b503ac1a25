"""
What the rows of a page have in common: the column each stands in, whether paragraphs are indented, what blank lines
are worth, and which words stand unbroken elsewhere.

A page's columns change on the way down, so a row's column is read from its neighbours: a width that at least three of
them, and nearly half, fill, and that few exceed. Where text runs round a picture there is none, and the column is 0.

    >>> column = "长三角三省一市十二家龙头企业共同\\n发起成立首批十二个创新联合体，包\\n"
    >>> read_page(column + "括汽车轻量化联合体、人工智能联合\\n体等。").columns
    (16, 16, 16, 16)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cntextclean.language.forms import Form, match_form
from cntextclean.model import Span
from cntextclean.repair.lines.rows import EXCESS, SLACK, Row, read_rows, width_of

STOPS = "。！？!?…"
CLOSERS = "”’」』）)》〉】］]\"'"
NO_START = "，。、；：？！）】》〉”’」』…,.;:?!)]}%％·"
"""Characters that may not start a line (W3C Requirements for Chinese Text Layout, 3.1.5.1)."""
NO_END = "“‘（【《〈「『([{"
LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./\-]{0,40}")
TRADITIONAL = "這個們來時國會學說對發經後為與過還開關門問間長東車馬無實點體現動種業產應當從將見規電話語請讓認識計設"
NEAR = 7
"""Neighbours on each side that speak for a row's column: enough to see it, few enough not to see the next."""
FIRM = 0.6
CALM = 0.5
NARROWEST, WIDEST = 5.0, 45.0
"""No printed column is narrower or wider; paragraphs on one line often have like widths by chance."""
FLOWED = 38.0
"""Wider rows than this are no printed lines of a column: the widest column of journals measured is 38."""
GRAM = 3
"""Characters each side of a break that must stand unbroken elsewhere to prove it: with 5 precision is 1.00, and so it
is with 3 where the row itself does not end a sentence."""

SEARCHED = 20_000_000
"""Characters to search for all breaks, one after the other; beyond it one walk over the page, whose time is linear."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows with, for each, its form and the width of its column in em (0: unknown)."""

    rows: tuple[Row, ...]
    forms: tuple[Form | None, ...]
    columns: tuple[float, ...]
    firm: tuple[bool, ...]
    """Whether two rows in three fill the column: in text that runs round a picture some width is met by chance."""
    gaps: str
    """What blank lines are: ``all`` (after nearly every row: worth nothing), ``some``, ``few``, ``folded`` (blanks)."""
    indented: str
    """Whether paragraphs begin with a row two characters short: ``yes``, ``no``, ``unknown``."""
    closing: str
    """How often long lines that hold a sentence end close with one: ``always``, ``mostly``, ``seldom``, ``unknown``."""
    calm: tuple[bool, ...]
    """Whether most rows around end a sentence: there lines are paragraphs, not pieces of printed ones."""
    unbroken: frozenset[str]
    """Texts across breaks, without the break, that the page also has unbroken."""
    readings: tuple[str, ...]
    """The rows in simplified characters, which the dictionary and the tables speak."""


def read_page(text: str) -> Page:
    """Rows of a text and what they have in common."""
    rows = tuple(read_rows(text))
    forms = tuple(match_form(row.text) for row in rows)
    columns, firm = _columns(rows)
    return Page(
        rows=rows,
        forms=forms,
        columns=columns,
        firm=firm,
        gaps=_gap_habit(rows),
        indented=_indent_habit(rows, columns),
        closing=_closing_habit(rows),
        calm=_calm(rows),
        unbroken=_unbroken(rows),
        readings=_readings(rows),
    )


def is_traditional(text: str) -> bool:
    """Whether characters that only traditional text has make up more than one in a hundred."""
    return sum(map(text.count, TRADITIONAL)) > 0.01 * len(text)


def _readings(rows: Sequence[Row]) -> tuple[str, ...]:
    texts = tuple(row.text for row in rows)
    if not is_traditional("".join(texts)):
        return texts
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    return tuple(map(convert, texts))


def ends_sentence(text: str) -> bool:
    """Whether the text ends a sentence, closing quotes and brackets apart."""
    return text.rstrip(CLOSERS + " ")[-1:] in tuple(STOPS)


def room_left(page: Page, a: int, b: int) -> float:
    """Width left in row ``a`` after the first unbreakable piece of row ``b`` is put there, in em."""
    return page.columns[a] - page.rows[a].width - head_width(page.rows[b].text)


def head_width(text: str) -> float:
    """Width of the first piece that cannot be broken: a Latin word, or a character and the marks that follow it."""
    latin = LATIN.match(text)
    end = latin.end() if latin else 1
    while end < len(text) and text[end] in NO_START and end < 40:
        end += 1
    return width_of(text[:end])


def _columns(rows: Sequence[Row]) -> tuple[tuple[float, ...], tuple[bool, ...]]:
    """For each row the width of its column, and whether the column is firm."""
    widths = [row.width for row in rows]
    known: dict[Span, list[tuple[float, float]]] = {}
    columns, firm = [], []
    for index, own in enumerate(widths):
        seen = [(0.0, 0.0)]
        for low, high in ((index - NEAR, index + 1), (index, index + NEAR + 1), (index - 4, index + 5)):
            window = (max(low, 0), min(high, len(widths)))
            if window not in known:
                known[window] = _candidates(widths[slice(*window)])
            seen += [found for found in known[window] if own <= found[1] + EXCESS]
        share, column = max(seen)
        columns.append(column)
        firm.append(share >= FIRM)
    return tuple(columns), tuple(firm)


def _candidates(widths: Sequence[float]) -> list[tuple[float, float]]:
    """(share of rows that fill it, width) of each column that the widths may show."""
    found = []
    ordered, count = sorted(widths), len(widths)
    for width in dict.fromkeys(ordered[bisect_left(ordered, NARROWEST) : bisect_right(ordered, WIDEST)]):
        last = bisect_right(ordered, width + EXCESS)
        wider = count - last
        if wider > 0.25 * count:
            continue
        full = ordered[bisect_left(ordered, width - SLACK) : last]
        if len(full) >= max(3, 0.45 * count):
            counts = Counter(full)
            found.append(((len(full) - 2.0 * wider) / len(widths), max(counts, key=lambda one: (counts[one], one))))
    return found


def _gap_habit(rows: Sequence[Row]) -> str:
    gaps = sum(row.parted == "gap" for row in rows)
    lines = sum(row.parted == "line" for row in rows)
    folded = sum(row.parted == "blank" for row in rows)
    if folded > 0.3 * len(rows):
        return "folded"
    share = gaps / max(1, gaps + lines)
    return "all" if share > 0.85 else "some" if share > 0.03 else "few"


def _indent_habit(rows: Sequence[Row], columns: Sequence[float]) -> str:
    """Rows after a sentence that ended early in its row open a paragraph: are they two characters short?"""
    short = full = 0
    for index in range(1, len(rows) - 1):
        before, row, after = rows[index - 1 : index + 2]
        column = columns[index]
        ended = ends_sentence(before.text) and before.width < columns[index - 1] - 2.5
        if not column or not ended or after.width < column - SLACK or ends_sentence(row.text):
            continue
        lack = column - row.width
        short += 1.25 <= lack <= 3.75
        full += lack < 1.25
    if short + full < 2 or 0.25 < short / (short + full) < 0.55:
        return "unknown"
    return "yes" if short > full else "no"


def _calm(rows: Sequence[Row]) -> tuple[bool, ...]:
    ended = [ends_sentence(row.text) or row.text[-1] in "：；:;" for row in rows]
    near = [ended[max(index - NEAR, 0) : index + NEAR + 1] for index in range(len(rows))]
    return tuple(sum(window) >= CALM * len(window) for window in near)


def _closing_habit(rows: Sequence[Row]) -> str:
    long = [row.text for row in rows if row.width > FLOWED and any(stop in row.text[:-2] for stop in STOPS)]
    if len(long) < 4:
        return "unknown"
    share = sum(ends_sentence(text) or text[-1] in "：；:;" for text in long) / len(long)
    return "always" if share >= 0.9 else "mostly" if share >= 0.75 else "seldom"


def _unbroken(rows: Sequence[Row]) -> frozenset[str]:
    asked = {
        left.text[-GRAM:] + right.text[:GRAM]
        for left, right in pairwise(rows)
        if len(left.text) >= GRAM and len(right.text) >= GRAM
    }
    if len(asked) * sum(len(row.text) for row in rows) <= SEARCHED:
        whole = "\n".join(row.text for row in rows)
        return frozenset(text for text in asked if text in whole)
    size = 2 * GRAM
    return frozenset(
        gram for row in rows for at in range(len(row.text) - size + 1) if (gram := row.text[at : at + size]) in asked
    )
