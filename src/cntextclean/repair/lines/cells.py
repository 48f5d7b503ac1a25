"""
Tables whose bars were lost: read cell by cell, a row of text each, or with a blank where a bar stood.

What tells them is figures that stand alone. A table read cell by cell is short rows without a stop, a third of which
and four at least are a figure and nothing else; the rows above its first figure are its head where they are as short,
up to its caption. Rows with a blank for a bar have a figure in the same cell, or two figures at their end, or a caption
above them; of two cells the second is a figure in four rows at least. A table of contents is three rows that end in a
page, none less than the one above.

It is safe because such rows are only left as they stand: figures that are run together can be told by nobody.

    >>> rows = ["上海市", "38155.3", "1.7", "江苏省", "99631.5", "3.7", "由表可见，增长放缓。"]
    >>> cell_tables(rows)
    [(0, 6)]
    >>> cell_tables(["上海市 38155.3 1.7", "江苏省 99631.5 3.7", "浙江省 62351.7 3.6", "由表可见，增长放缓。"])
    [(0, 3)]
    >>> is_figure("38155.3"), is_figure("(-1.23)"), is_figure("0.118***"), is_figure("2023-05-06"), is_figure("1.")
    (True, True, True, False, False)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise

from cntextclean.language.forms import match_form
from cntextclean.model import Span
from cntextclean.repair.lines.thresholds import SURE_FORM
from cntextclean.repair.lines.widths import width_of

NUMBER = r"[±+\-−–＋－]?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,12})(?:[.．]\d{1,10})?"
FIGURE = re.compile(
    rf"[(（\[<>＜＞≤≥≈~]?{NUMBER}(?:[-–—~～:：/]{NUMBER})?"
    r"(?:[%％‰℃°]|[Ee][+-]?\d{1,3}|\*{1,3}|[)）\]]|[年月日元人个家亩吨次项件万亿倍分岁名户台米]){0,3}"
)
"""A number, a range or a ratio, what is set around it, and its unit; no date, no mark of a list item."""
LIKELY = re.compile(rf"(?m)(?:^|[ \t\u3000]|[.．·•…‥—_-]{{2}}){FIGURE.pattern}(?=[ \t\u3000]|$)")
CAPTION = re.compile(r"(?:[附续]?表|Table|TABLE|Tab\.) ?\d")
CAPTIONED = re.compile(rf"(?m)^[ \t\u3000]*{CAPTION.pattern}")
"""Where a figure may stand alone, and the caption of a table: texts with few of these and none of those hold none."""
STOPS = re.compile(r"[。！？；!?;\ufffc]|[，,、](?!\d{3})|[：:]$")
"""What no cell has: it is a sentence, or part of one, or a passage that is set apart."""
FILLED = re.compile(r"[-–—－/×√✓○●·.…]{1,4}|是|否|有|无|控制|[Yy]es|[Nn]o|YES|NO|N/?A")
"""What stands in a cell for a figure."""
ENTRY = re.compile(
    r"[^\s。；!！;](?:[^。；!！;\n]{0,60}[^\s.．·•…‥。；!！;—_-])?"
    r"(?:[ \t\u3000]{1,8}|[ \t\u3000]{0,8}[.．·•…‥—_-]{2,120}[ \t\u3000]{0,8})[(（]?(\d{1,4}|[IVXivx]{1,6})[)）]?"
)
"""An entry of a table of contents: its words, a blank or leaders, the page; of the front in Roman numerals."""
BLANKS = re.compile(r"[ \t\u3000]+")
WIDEST, LONGEST = 16.0, 200
"""Width of a cell in em: names of provinces, of firms, of variables; characters of a row of cells."""
LEAST, SHARE, APART = 4, 3, 6
"""Figures of a table read cell by cell; of its named cells one in so many is a figure at least; named ones in a row."""
HEAD = 16
"""Rows of the head of a table below its caption."""
LEAST_ROWS, LEAST_CELLS, MOST_CELLS, LEAST_PAIRS = 3, 3, 40, 4
MARKERS = frozenset({"heading", "list_item", "reference", "title"})
"""Roles of rows that number themselves: a table of contents is none of figures."""


def may_hold_tables(text: str) -> bool:
    """Whether a text may hold a table: so many figures may stand alone in it, or a caption says so."""
    return next(islice(LIKELY.finditer(text), LEAST_ROWS - 1, None), None) is not None or bool(CAPTIONED.search(text))


def is_figure(text: str) -> bool:
    """Whether a row is a figure and nothing else."""
    return FIGURE.fullmatch(text) is not None


def cell_tables(rows: Sequence[str]) -> list[Span]:
    """The tables among rows without blanks around them: for each its first row, and the one behind its last."""
    merged: list[Span] = []
    for start, end in sorted([*_by_cell(rows), *_by_row(rows), *_contents(rows)]):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _by_cell(rows: Sequence[str]) -> Iterator[Span]:
    """Tables of which every row of text is a cell."""
    figures = [index for index, row in enumerate(rows) if is_figure(row)]
    at = 0
    while at < len(figures):
        end = at + 1
        while end < len(figures) and _are_cells(rows[figures[end - 1] + 1 : figures[end]]):
            end += 1
        some = figures[at:end]
        long = sum(len(rows[index]) > 1 for index in some)  # the digits of a shredded headline stand alone, too
        named = sum(not FILLED.fullmatch(row) for row in rows[some[0] : some[-1] + 1])
        if len(some) >= LEAST and 2 * long >= len(some) and SHARE * len(some) >= named:
            yield _head(rows, some), some[-1] + 1
        at = end


def _are_cells(between: Sequence[str]) -> bool:
    named = sum(not FILLED.fullmatch(row) for row in between)
    return named <= APART and all(map(_is_cell, between))


def _is_cell(row: str) -> bool:
    return len(row) <= LONGEST and not STOPS.search(row) and width_of(row) <= WIDEST and not _is_marked(row)


def _is_marked(row: str) -> bool:
    """Whether a row numbers itself, or is a caption."""
    form = match_form(row)
    return form is not None and form.certainty >= SURE_FORM and form.role in {*MARKERS, "caption"}


def _head(rows: Sequence[str], figures: Sequence[int]) -> int:
    """
    The first row of a table: below its caption; where it has none, as many rows above its first figure as its first row
    of cells lacks, and no more than stand between two of its figures.
    """
    first = figures[0]
    low = first
    while low > 0 and first - low < HEAD and _is_cell(rows[low - 1]):
        low -= 1
    form = match_form(rows[low - 1]) if low else None
    if form is not None and form.role == "caption":
        return low
    between = max(after - before - 1 for before, after in pairwise(figures))
    return max(low, first - min(between, _missing(figures)))


def _missing(figures: Sequence[int]) -> int:
    """
    How many cells a table lacks above its first figure, if it has the same figures in every row: rows of four cells of
    which the last two are figures leave two out.
    """
    known = set(figures)
    shown = [index in known for index in range(figures[0], figures[-1] + 1)]
    for wide in range(2, min(len(shown) // 2, MOST_CELLS) + 1):
        if all(one == other for one, other in zip(shown, shown[wide:], strict=False)):
            return -len(shown) % wide
    return len(shown)


def _by_row(rows: Sequence[str]) -> Iterator[Span]:
    """Tables of whose rows each is one of text, with a blank between two cells."""
    cells = [_cells(row) for row in rows]
    at = 0
    while at < len(rows):
        end = max(_same_columns(cells, at), _ending_in_figures(cells, at), _under_caption(rows, cells, at))
        if end - at >= (LEAST_ROWS if len(cells[at]) >= LEAST_CELLS else LEAST_PAIRS):
            yield at - (at > 0 and _names_columns(cells[at - 1], len(cells[at]))), end
        at = max(end, at + 1)


def _names_columns(above: Sequence[str], columns: int) -> bool:
    """Whether the row above a table names its columns, be it set wide: ``姓 名 职 务 电 话`` over three of them."""
    wide = len(above) == 2 * columns and all(len(cell) == 1 for cell in above)
    return bool(above) and (wide or abs(len(above) - columns) <= 1)


def _contents(rows: Sequence[str]) -> Iterator[Span]:
    """Tables of contents: rows that end in the number of a page, none less than the one above."""
    pages = [_page(row) for row in rows]
    at = 0
    while at < len(rows):
        end = at + (pages[at] >= 0)
        while at < end < len(rows) and pages[end] >= pages[end - 1]:
            end += 1
        if end - at >= LEAST_ROWS:
            yield at, end
        at = max(end, at + 1)


def _page(row: str) -> int:
    """The page that an entry names, 0 in Roman numerals; -1 for other rows."""
    found = ENTRY.fullmatch(row)
    if not found:
        return -1
    return int(found[1]) if found[1].isdigit() else 0


def _same_columns(cells: Sequence[Sequence[str]], at: int) -> int:
    """The row behind those that have as many cells as row ``at``, and figures in the same one."""
    columns = {number for number, cell in enumerate(cells[at]) if is_figure(cell)}
    if len(cells[at]) < LEAST_CELLS:
        columns.discard(0)  # 1 引言 and 2 方法 are headings
    end = at
    while end < len(cells) and len(cells[end]) == len(cells[at]):
        columns = {number for number in columns if is_figure(cells[end][number])}
        if not columns:
            break
        end += 1
    return end


def _ending_in_figures(cells: Sequence[Sequence[str]], at: int) -> int:
    """The row behind those from row ``at`` on whose last two cells are figures: names of rows may hold blanks."""
    return _end_of(cells, at, lambda row: all(map(is_figure, row[-2:])))


def _under_caption(rows: Sequence[str], cells: Sequence[Sequence[str]], at: int) -> int:
    """The row behind those below the caption of a table that have as many cells as the first, or one more or less."""
    if not at or not CAPTION.match(rows[at - 1]):
        return at
    return _end_of(cells, at, lambda row: abs(len(row) - len(cells[at])) <= 1)


def _end_of(cells: Sequence[Sequence[str]], at: int, fits: Callable[[Sequence[str]], bool]) -> int:
    """The row behind those from row ``at`` on that have cells which fit."""
    while at < len(cells) and cells[at] and fits(cells[at]):
        at += 1
    return at


def _cells(row: str) -> list[str]:
    """The cells of a row; none of a row that is a sentence or numbers itself."""
    if len(row) > LONGEST or STOPS.search(row):
        return []
    parts = BLANKS.split(row)
    return parts if len(parts) > 1 and not _is_marked(row) else []
