"""
The rows of a page: its printed lines, however the engine wrote them down.

Some engines end each printed line with a line break; others write a whole column as one line and a blank where the
printed line ended. Both come out of here as rows. A line is *folded* (its blanks are printed line ends) when the
widths of its runs agree with a column: inner runs of a column differ by at most one and a half characters, in 18 of 19
paragraphs measured, and the blanks of name lists, headlines and Latin text do not.

It is safe because a row is only a span: a folded line that turns out to be no column is joined again with its blanks.

    >>> [row.text for row in read_rows("第一行\\n\\n第二行")]
    ['第一行', '第二行']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple
from unicodedata import east_asian_width

from cntextclean.language.converters import converted_lines
from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import match_form
from cntextclean.model import Span

ALL_WIDE = re.compile(r"[\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fef\uff01-\uff5e]+")
"""Han and full-width marks, all of them wide: nine characters in ten, which need not be asked one at a time."""
TRADITIONAL = "這個們來時國會學說對發經後為與過還開關門問間長東車馬無實點體現動種業產應當從將見規電話語請讓認識計設"
BLANKS = re.compile(r"[ \u3000\t](?<=\S.)[ \u3000\t]*(?=\S)")
"""Blanks between ink. Beginning with a set of characters, it is tried only where one of them stands."""
STOPS = "。！？!?；;"
ENDS = STOPS + "：:”’）)"
"""What the last row of a paragraph ends with."""
NARROW_COLUMN = 9.0
"""Below this width (in characters) a column must show words that cross its blanks: verse has 5 or 7 to the line."""
NARROWEST, TOLD = 7, 6
"""Least width of a column that only short paragraphs show, and blanks that must fit before a column is known."""
FIRST, LAST = 2.0, 0.15
"""Indent of a first row, and how ill a short last row inside a line fits."""
INDENT = "\u3000\u3000"
INDENTS = re.compile(r"(?<=\S)[ \t]*\u3000{2}[ \u3000\t]*(?=\S)")
"""Two wide blanks: so paragraphs begin (GB/T 9704-2012, 7.3.3), and nothing else behind the end of a sentence."""
ENDED = re.compile(r"[。！？!?…；;][”’」』）)】]{0,2}$")
MARKED = re.compile(r"[>|<`~]|[-*+] ")
"""How lines of Markdown begin that stay whole: what is cut off a quotation or a table is none any more."""
FOLDED, OPENED = (0.0, "blank"), (2.0, "line")
"""Indent of a row in the middle of a line, and how it is parted: by a printed line end, or by the indent itself."""
SLACK, EXCESS = 1.75, 1.0
"""How much narrower or wider than its column a full row may be: a punctuation mark pulled up or pushed down."""


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


def width_of(text: str) -> float:
    """Printed width in em: wide and ambiguous characters 1, others ½ (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text) / 2
    if ALL_WIDE.fullmatch(text):
        return len(text)
    rest = ALL_WIDE.sub("", text)
    return len(text) - len(rest) + sum(0.5 if char < "\u0100" and char not in "·—…" else _width(char) for char in rest)


def is_traditional(text: str) -> bool:
    """Whether characters that only traditional text has make up more than one in a hundred."""
    return sum(map(text.count, TRADITIONAL)) > 0.01 * len(text)


def _width(char: str) -> float:
    return 0.5 if east_asian_width(char) in "NaH" else 1.0


def read_rows(text: str, *, fold: bool = True) -> list[Row]:
    """
    All rows of a text in order; lines without ink are no rows, they part their neighbours. A line that a scrape put
    together out of paragraphs is a row for each, where their indents are left. Without ``fold`` each line is one row.

    >>> [row.text for row in read_rows("　　会议昨天开幕。　　代表一百人。联系人：　　王岭")]
    ['会议昨天开幕。', '代表一百人。联系人：　　王岭']
    """
    lines = _lines(text)
    folds = _fold_all(_readings([body for _, body, _, _ in lines])) if fold else [[] for _ in lines]
    rows: list[Row] = []
    for (start, body, indent, parted), points in zip(lines, folds, strict=True):
        opened = _opened(body) if fold else []
        at, how = 0, (indent, parted)
        for left, right in sorted({*points, *opened, (len(body), len(body))}):
            part = body[at:left]
            rows.append(Row(start + at, start + left, part, width_of(part), *how))
            at, how = right, OPENED if (left, right) in opened else FOLDED
    return rows


def _opened(body: str) -> list[Span]:
    """The indents inside a line (start, end) with which paragraphs begin whose line breaks were lost."""
    if INDENT not in body or MARKED.match(body):
        return []
    return [found.span() for found in INDENTS.finditer(body) if _opens_at(body, *found.span())]


def _opens_at(body: str, start: int, end: int) -> bool:
    """Whether a sentence ends before an indent, or a story begins behind it: ``来源：某某网　　新华社北京6月1日电``."""
    if ENDED.search(body[max(0, start - 3) : start]):
        return True
    form = match_form(body[end:])
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


def _readings(bodies: Sequence[str]) -> Sequence[str]:
    """Lines with blanks in simplified characters, which the dictionary speaks, as long as they were."""
    whole = "\n".join(body for body in bodies if BLANKS.search(body))
    if not is_traditional(whole):
        return bodies
    read = converted_lines("t2s", bodies)
    return [one if len(one) == len(body) else body for one, body in zip(read, bodies, strict=True)]


def _fold_all(bodies: Sequence[str]) -> list[list[Span]]:
    """For each line, the blanks (start, end) that are printed line ends."""
    blanks = [[match.span() for match in BLANKS.finditer(body)] for body in bodies]
    folds: list[list[Span]] = []
    grids: Counter[int] = Counter()
    for body, spans in zip(bodies, blanks, strict=True):
        grid = _grid(_run_widths(body, spans)) if len(spans) >= 3 else 0.0
        points = _fit(body, spans, grid) if grid else []
        if points and not _runs_on([(body, points)], grid):
            points = []
        grids[round(grid)] += len(points)
        folds.append(points)
    # A line too short to show a column of its own may follow the columns that others show; one that would fit into
    # such a column whole was no doubt printed whole, unless a word says otherwise.
    unsure = [(body, spans) for body, spans, points in zip(bodies, blanks, folds, strict=True) if not points]
    known = sorted({grid for grid, count in grids.items() if count >= TOLD}.union(_common_grid(unsure)))
    for number, (body, spans) in enumerate(zip(bodies, blanks, strict=True)):
        if not spans or folds[number] or not known:
            continue
        broken = width_of(body) > known[-1] + EXCESS or any(crosses(body[:left], body[right:]) for left, right in spans)
        fits = (_fit(body, spans, float(grid)) for grid in known) if broken else ()
        folds[number] = next((fit for fit in fits if fit), [])
    return folds


def _common_grid(lines: Sequence[tuple[str, list[Span]]]) -> set[int]:
    """The column of a page all of whose paragraphs are short, as their rows show it together; none if they do not."""
    broken = [(body, spans) for body, spans in lines if spans]
    widths = Counter(round(width) for body, spans in broken for width in _run_widths(body, spans)[:-1])
    if sum(widths.values()) < TOLD:
        return set()
    grid = max(widths, key=lambda one: (widths[one] + widths[one - 1] + widths[one - int(FIRST)], one))
    told = [(body, points) for body, spans in broken if (points := _fit(body, spans, float(grid)))]
    count = sum(len(points) for _, points in told)
    agree = grid >= NARROWEST and count >= TOLD and count >= 0.6 * sum(widths.values())
    return {grid} if agree and _runs_on(told, float(grid)) else set()


def _run_widths(body: str, spans: Sequence[Span]) -> list[float]:
    bounds = [0, *(point for span in spans for point in span), len(body)]
    return [width_of(body[start:end]) for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _grid(widths: Sequence[float]) -> float:
    """The column width that most of the inner runs agree on, or 0."""
    inner = widths[1:-1]
    counts = Counter(inner)  # widths repeat: a line of any length has few distinct ones
    best = max(counts, key=lambda one: (sum(w * n for w, n in counts.items() if abs(w - one) <= SLACK), one))
    full = [width for width in inner if abs(width - best) <= SLACK]
    return median(full) if len(full) >= 2 and sum(full) >= 0.6 * sum(inner) and best >= 4 else 0.0


def _fit(body: str, spans: Sequence[Span], grid: float) -> list[Span]:
    """The blanks at which rows of width ``grid`` end, by least total misfit; none unless nearly all rows fit."""
    bounds = [(0, 0), *spans, (len(body), len(body))]
    last = len(bounds) - 1
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # misfit, rows, bound before
    for right in range(1, last + 1):
        options = []
        for left in range(right - 1, -1, -1):
            width = width_of(body[bounds[left][1] : bounds[right][0]])
            misfit = best[left][0] + _misfit(body, bounds[left][0], bounds[right][0], width, grid, final=right == last)
            options.append((misfit, best[left][1] + 1, left))
            if width > grid + 4:
                break
        best.append(min(options))
    misfit, rows, at = best[last]
    if rows < 2 or misfit > 0.34 * rows:
        return []
    points = []
    while at:
        points.append(bounds[at])
        at = best[at][2]
    return points[::-1]


def _misfit(body: str, before: int, end: int, width: float, grid: float, *, final: bool) -> float:
    """How badly a row stands in a column of width ``grid``; it ends at ``end``, the row before at ``before``."""
    if width > grid + EXCESS:
        return 1.0 + width - grid
    opens = before == 0 or body[before - 1] in STOPS
    if final or width >= grid - SLACK - (FIRST if opens else 0.0):
        return 0.0
    # Where paragraphs are not indented a line holds several, each with a last row.
    return LAST if body[end - 1] in ENDS else 1.0 + (grid - width) / grid


def _runs_on(lines: Sequence[tuple[str, Sequence[Span]]], grid: float) -> bool:
    """Whether the text runs on across these blanks: columns break words and clauses, separators do not."""
    meeting = [(body[:left], body[right:]) for body, points in lines for left, right in points]
    if sum(left[-1] not in STOPS for left, _ in meeting) < 0.5 * len(meeting):
        return False
    crossed = sum(bool(crosses(left, right)) for left, right in meeting)
    return crossed >= (0.1 if grid >= NARROW_COLUMN else 0.25) * len(meeting)
