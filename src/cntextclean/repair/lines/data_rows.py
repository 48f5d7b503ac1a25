r"""
Rows that are written for a machine: JSON, XML, settings, SQL, logs, shell sessions, program code, subtitles.

Each row is told by its own syntax (``tables/data_rows.toml``). Some say by themselves that they are data, of others two
are needed, with nothing but such rows, rows that are indented below them, comments and blank lines between. Prose
between two of them parts them.

It is safe because such rows are only left as they stand, and the patterns ask for the whole row: of the 13.6 million
characters of clean statutes and articles only those of programs and sessions fit.

    >>> text = '见下：\n{\n  "名称": "东海",\n  "年份": 1950\n}\n完。'
    >>> lines = [(0, 3), (4, 5), (6, 19), (20, 32), (33, 34), (35, 37)]
    >>> [text[start:end] for start, end in data_spans(text, lines)]
    ['{\n  "名称": "东海",\n  "年份": 1950\n}']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cntextclean.model import Span

LONGEST = 2000
"""Characters of a row that is looked at."""
SURE = 2
"""The worth from which on rows are data."""
_SIGN = re.compile(r'[{}<>=;"\\$@:()\[]|^[ \t]*[A-Za-z#]', re.MULTILINE)
"""What every pattern of some worth needs."""
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`[^`\n]*`')
_COMMENT = re.compile(r"\s(?://|#|/\*|--\s|%\s).*")
_INDENT = re.compile(r"(?: {2}|\t)[ \t]*(?=\S)")
_PROSE = re.compile(r"[。！？][”’」』）)]?$")


@dataclass(frozen=True, slots=True)
class DataRow:
    """A form of row; the table says what its fields mean."""

    name: str
    pattern: str
    worth: int
    below: int
    bare: bool
    example: str
    counter_example: str


@cache
def data_rows() -> tuple[DataRow, ...]:
    """The rows of ``tables/data_rows.toml``, in their order."""
    table = tomllib.loads((files("cntextclean.tables") / "data_rows.toml").read_text(encoding="utf-8"))
    return tuple(
        DataRow(
            row["name"], row["pattern"], row["worth"], row.get("below", 0), row.get("bare", False),
            row["example"], row["counter_example"],
        )
        for row in table["row"]
    )  # fmt: skip


def match_data(row: str) -> DataRow | None:
    """The form of a row without blanks around it, or none."""
    if len(row) > LONGEST or not row:
        return None
    bare = _COMMENT.sub("", _QUOTED.sub('""', row))
    return next((form for form, fits in _patterns() if fits.fullmatch(bare if form.bare else row)), None)


@cache
def _patterns() -> tuple[tuple[DataRow, re.Pattern[str]], ...]:
    return tuple((form, re.compile(form.pattern)) for form in data_rows())


def data_spans(text: str, lines: Sequence[Span]) -> list[Span]:
    """The passages of data in a text of such lines (ascending, disjoint), from their first ink to their last."""
    spans: list[Span] = []
    first, last, worth = -1, -1, 0
    for low, high, one in _runs(text, lines):
        if last >= 0 and any(start < end for start, end in lines[last:low]):
            if worth >= SURE:
                spans.append(_inked(text, lines, first, last))
            first, worth = -1, 0
        first, last, worth = (low if first < 0 else first), high, worth + one
    if worth >= SURE:
        spans.append(_inked(text, lines, first, last))
    return spans


def _inked(text: str, lines: Sequence[Span], first: int, last: int) -> Span:
    start, end = lines[first]
    return start + len(text[start:end]) - len(text[start:end].lstrip()), lines[last - 1][1]


def _runs(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """Runs of rows of data without a blank line between: the first, the one behind the last, what they are worth."""
    at = 0
    for index, (start, end) in enumerate(lines):
        if index < at or not _SIGN.search(text, start, end):
            continue
        form = match_data(text[start:end].strip())
        if form is None or not form.worth:
            continue
        low = index
        while low > at and lines[low - 1][0] < lines[low - 1][1] and match_data(text[slice(*lines[low - 1])].strip()):
            low -= 1
        at, worth = _end_of_run(text, lines, index)
        yield low, at, worth


def _end_of_run(text: str, lines: Sequence[Span], at: int) -> tuple[int, int]:
    """The row behind a run that begins with row ``at``, and what its rows are worth."""
    worth = below = 0
    while at < len(lines) and lines[at][0] < lines[at][1]:
        row = text[slice(*lines[at])]
        form = match_data(row.strip())
        if form:
            worth, below = worth + form.worth, max(below - 1, form.below)
        elif below:
            below -= 1
        elif not worth or not _INDENT.match(row) or _PROSE.search(row):
            break
        at += 1
    return at, worth
