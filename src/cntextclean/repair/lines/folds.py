"""
The blanks inside a line that are printed line ends.

Some engines write a whole column as one line, a blank where each printed line ended. Such a line is *folded*. The first
look asks each line by itself: the widths of its inner runs agree with a column (they differ by at most one and a half
characters, in 18 of 19 paragraphs measured), and words or clauses run on across the blanks. It is sure, and blind to
lines of few rows and to those with a heading in them. What it finds shows the columns of the page, and how often its
engine writes a blank inside a printed line (RapidOCR once in 400 blanks, Tesseract once in four). The second look reads
every line anew in the light of both, and takes the account that surprises least.

It is safe because a row is only a span: a folded line that turns out to be no column is joined again with its blanks.

    >>> line = "论坛现场举行了一 系列重磅发布和签约活 动，二〇二四年度长三角 一体化发展实事项目清 单发布。"
    >>> [line[start - 1] + "/" + line[end] for start, end in find_folds([line])[0]]
    ['一/系', '活/动', '角/一', '清/单']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from cntextclean.language.converters import converted_lines, is_traditional
from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import match_form
from cntextclean.model import Span
from cntextclean.repair.lines.fold_costs import fold_known, inside_costs
from cntextclean.repair.lines.fold_rows import (
    BLANKS,
    ENDS,
    FIRST,
    STOPS,
    Line,
    PrintedRow,
    cheapest,
    meets,
    read_line,
    run_widths,
)
from cntextclean.repair.lines.widths import EXCESS, SLACK, width_of

NARROW_COLUMN = 9.0
"""Below this width (in characters) a column must show words that cross its blanks: verse has 5 or 7 to the line."""
NARROWEST, TOLD = 7, 6
"""Least width of a column that only short paragraphs show, and blanks that must fit before a column is known."""
CREDITS, LONGEST_CREDITS = ("furniture", "byline", "caption", "metadata"), 60
"""Roles of lines whose blanks part names, and how long one is at most."""
LAST, SHARE = 0.15, 0.34
"""How ill a short last row inside a line fits, and how ill its rows may fit on the average."""


def find_folds(bodies: Sequence[str]) -> list[list[Span]]:
    """For each line, the blanks (start, end) that are printed line ends, in order."""
    read = map(read_line, _readings(bodies))
    lines = [Line(line.body, ()) if _has_parts(line) else line for line in read]
    alone = [_fold_alone(line) for line in lines]
    known = _known_grids(lines, alone)
    folds = [points for points, _ in alone]
    if not known:
        return folds
    inside = inside_costs([(line, points) for line, points in zip(lines, folds, strict=True) if points])
    return [
        fold_known(line, known, inside) or points if line.blanks else points
        for line, points in zip(lines, folds, strict=True)
    ]


def _known_grids(lines: Sequence[Line], alone: Sequence[tuple[list[Span], float]]) -> list[int]:
    """The widths of the columns that lines show by themselves, and those that the others show together."""
    grids: Counter[int] = Counter()
    for points, grid in alone:
        grids[round(grid)] += len(points)
    known = {grid for grid, count in grids.items() if count and count + grids[grid - 1] + grids[grid + 1] >= TOLD}
    # Where too few show a column by themselves, those few are asked together with the others.
    unsure = [line for line, (points, _) in zip(lines, alone, strict=True) if line.blanks and not (known and points)]
    return sorted(known | _common_grid(unsure))


def _readings(bodies: Sequence[str]) -> Sequence[str]:
    """Lines with blanks in simplified characters, which the dictionary speaks, as long as they were."""
    whole = "\n".join(body for body in bodies if BLANKS.search(body))
    if not is_traditional(whole):
        return bodies
    read = converted_lines("t2s", bodies)
    return [one if len(one) == len(body) else body for one, body in zip(read, bodies, strict=True)]


def _has_parts(line: Line) -> bool:
    """Whether the blanks of a line part names and offices, whatever the column."""
    if not line.blanks or len(line.body) > LONGEST_CREDITS:
        return False
    form = match_form(line.body)
    return form is not None and form.role in CREDITS


def _fold_alone(line: Line) -> tuple[list[Span], float]:
    """The printed line ends of a line that shows its column by itself, and the column's width."""
    grid = _grid(run_widths(line)) if len(line.blanks) >= 3 else 0.0
    points = _fit(line, grid) if grid else []
    return (points, grid) if points and _runs_on([(line, points)], grid) else ([], grid)


def _common_grid(lines: Sequence[Line]) -> set[int]:
    """The column of a page all of whose paragraphs are short, as their rows show it together; none if they do not."""
    runs = [list(zip(run_widths(line), line.blanks, strict=False)) for line in lines]
    counts = Counter(round(width) for found in runs for width, _ in found)
    if sum(counts.values()) < TOLD:
        return set()
    grid = max(counts, key=lambda one: (sum(counts[one - lack] * (one - lack) for lack in range(-1, 3)), one))
    full = [
        (width, line, blank)
        for line, found in zip(lines, runs, strict=True)
        # A line as wide as the column is a printed line itself, whatever blanks an engine put into it.
        if width_of(line.body) > grid + EXCESS
        for width, blank in found
        if -EXCESS <= grid - round(width) <= FIRST
    ]
    mass = sum(width for width, _, _ in full)
    agree = grid >= NARROWEST and len(full) >= TOLD and mass >= 0.6 * sum(width for found in runs for width, _ in found)
    return {grid} if agree and _runs_on([(line, [blank]) for _, line, blank in full], float(grid)) else set()


def _grid(widths: Sequence[float]) -> float:
    """The column width that most of the inner runs agree on, or 0."""
    inner = widths[1:-1]
    counts = Counter(inner)  # widths repeat: a line of any length has few distinct ones
    best = max(counts, key=lambda one: (sum(w * n for w, n in counts.items() if abs(w - one) <= SLACK), one))
    full = [width for width in inner if abs(width - best) <= SLACK]
    return median(full) if len(full) >= 2 and sum(full) >= 0.6 * sum(inner) and best >= 4 else 0.0


def _fit(line: Line, grid: float) -> list[Span]:
    """The blanks at which rows of width ``grid`` end, by least total misfit; none unless nearly all rows fit."""
    misfit, points = cheapest(line, grid, _misfit)
    rows = len(points) + 1
    return points if rows > 1 and misfit <= SHARE * rows else []


def _misfit(row: PrintedRow) -> float:
    """How badly a row stands in its column."""
    if row.width > row.grid + EXCESS:
        return 1.0 + row.width - row.grid
    if row.is_last or row.is_full:
        return 0.0
    # Where paragraphs are not indented a line holds several, each with a last row.
    return LAST if row.line.body[row.end - 1] in ENDS else 1.0 + (row.grid - row.width) / row.grid


def _runs_on(lines: Sequence[tuple[Line, Sequence[Span]]], grid: float) -> bool:
    """Whether the text runs on across these blanks: columns break words and clauses, separators do not."""
    meeting = [meets(line, blank) for line, points in lines for blank in points]
    if sum(left[-1] not in STOPS for left, _ in meeting) < 0.5 * len(meeting):
        return False
    crossed = sum(bool(crosses(left, right)) for left, right in meeting)
    return crossed >= (0.1 if grid >= NARROW_COLUMN else 0.25) * len(meeting)
