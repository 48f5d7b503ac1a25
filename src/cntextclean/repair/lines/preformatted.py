"""
Text whose form is its own: program listings between fences, tables, pictures, set-off formulae, verse.

A fence counts only with its partner and around text that is hardly Han, since model OCR likes to put a whole page
between fences. Rows of a table have bars at both ends, or the same number of tabs, or (two at least) of commas without
blanks, or stand between ``<table>`` and ``</table>``, or have lost their bars (:mod:`.cells`). A picture is a line of
Markdown, a formula stands between two dollars at both ends. Verse is four lines or more of five or of seven characters
and a mark each.

It is safe because what is recognised is left exactly as it stands: not joined, not repaired.

    >>> text = "运行如下：\\n```\\nx = 1\\n```\\n结束。"
    >>> [text[start:end] for start, end in preformatted_spans(text)]
    ['```\\nx = 1\\n```']
    >>> sorted(verse_rows(["床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。", "这是唐诗。"]))
    [0, 1, 2, 3]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from cntextclean.model import Role, Span
from cntextclean.repair.lines.cells import cell_tables, may_hold_tables
from cntextclean.repair.lines.data_rows import data_spans
from cntextclean.repair.lines.separated import separated_rows

OBJECT = "\ufffc"
"""Stands for a preformatted passage among rows (Unicode's object replacement character)."""
FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})[^`\n]{0,80}")
MARK = re.compile(
    r"[`~|\t,;$!<\\](?:(?<=[`~|\t,;])|(?<=\$)\$|(?<=!)\[|(?<=<)(?i:[A-Za-z/])|(?<=\\)(?:\[|(?i:begin)\{))"
)
"""What one of the marks below needs: most texts have none. It is tried only where one of the first set stands."""
BARRED = re.compile(r"[ \t]{0,3}\|[^\n]{0,2000}\|[ \t]{0,8}")
VERSE = re.compile(r"([\u3400-\u9fff]{5}|[\u3400-\u9fff]{7})[，。；？！、]")
VERSE_LENGTHS = (6, 8)
HAN = re.compile(r"[\u3400-\u9fff]")
LISTING_HAN = 0.4
"""A listing has a smaller share of Han in its ink than this, comments and strings of Chinese programs included."""
PICTURE = re.compile(
    r"[ \t]{0,3}(?:!\[[^\]\n]{0,200}\]\([^()\s]{1,500}\)"
    r"|(?:</?[A-Za-z][A-Za-z0-9]{0,11}(?=[\s/>])[^<>\n]{0,400}>\s{0,4}){1,20})"
)
"""A picture of Markdown, or a line that is nothing but tags of HTML: what shows one, or is set around what follows."""
OPENED = re.compile(r"[ \t]{0,3}(?:<html>\s{0,2})?(?:<body>\s{0,2})?<table[\s>]", re.IGNORECASE)
CLOSED = re.compile(r"</table>(?:\s{0,2}</body>)?(?:\s{0,2}</html>)?$", re.IGNORECASE)
"""Model OCR sets a table in HTML, alone or as a whole page of it."""
FORMULA = re.compile(
    r"[ \t]{0,3}(?:\$\$[^$\n]{1,2000}\$\$|\\\[(?=[^\n]*(?:\\[A-Za-z]|[_^=]))[^\n\u3400-\u9fff]{1,2000}\\\])"
)
SET_OFF = re.compile(r"[ \t]{0,3}(?:\$\$|\\\[|\\begin\{([a-z]{3,12}\*?)\}.{0,80})")
"""What opens a formula of several lines: a line of its own."""
FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n[A-Za-z][\w -]{0,40}:[^\n]{0,2000}\n"
    r"(?:(?:[A-Za-z\u3400-\u9fff][\w .-]{0,40}:|[ \t]|[#-][ \t])[^\n]{0,2000}\n){0,80}---[ \t]*$",
    re.MULTILINE,
)
"""YAML above Markdown, as site generators and model OCR set it; our own is read before the lines are."""
MOST_LINES = 400
"""Lines that a table or a formula may take: a mark that is never closed opens nothing."""
LEAST_ROWS, LEAST_VERSE = 2, 4


def preformatted_spans(text: str) -> list[Span]:
    """The preformatted passages of a text (ascending, disjoint), from their first ink to their last."""
    marks = [match.start() for match in MARK.finditer(text)]
    tables = may_hold_tables(text)
    lines = _lines(text)
    data = data_spans(text, lines)
    if not marks and not text.startswith("---") and not tables:
        return data
    spans = _united(_marked_spans(text, lines, marks), data)
    return _without_bars(text, lines, spans) if tables else spans


def _united(spans: list[Span], others: list[Span]) -> list[Span]:
    """Both, those that overlap as one."""
    united: list[Span] = []
    for start, end in sorted(spans + others):
        if united and start < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _marked_spans(text: str, lines: Sequence[Span], marks: Sequence[int]) -> list[Span]:
    """The passages that a mark opens."""
    starts = [start for start, _ in lines]
    front = FRONT_MATTER.match(text)
    spans: list[Span] = [(0, len(front[0].rstrip()))] if front else []
    end = bisect_right(starts, front.end()) if front else 0
    for at in dict.fromkeys(bisect_right(starts, mark) - 1 for mark in marks):
        if at < end:
            continue
        if end := _end_of(text, lines, at):
            spans.append((lines[at][0], lines[end - 1][1]))
    return spans


def _without_bars(text: str, lines: Sequence[Span], spans: list[Span]) -> list[Span]:
    """These passages, and the tables between them that have lost their bars."""
    ends = [end for _, end in spans]
    rows, places = list[str](), list[Span]()
    for start, end in lines:
        row = text[start:end]
        inked = start + len(row) - len(row.lstrip())
        if inked == end:
            continue
        at = bisect_right(ends, start)
        rows.append(OBJECT if at < len(spans) and spans[at][0] < end else text[inked:end])
        places.append((inked, end))
    return sorted([*spans, *((places[low][0], places[high - 1][1]) for low, high in cell_tables(rows))])


def preformatted_role(text: str) -> Role:
    """
    What a preformatted passage is: front matter, which says what stands in the text again, is furniture; rows of cells
    and listings are tables; a picture or a formula is part of the text.
    """
    if FRONT_MATTER.match(text):
        return "furniture"
    is_set_off = text.lstrip().startswith(("![", "$$", "\\[", "\\begin")) or PICTURE.fullmatch(text)
    return "paragraph" if is_set_off else "table"


def veil(text: str, spans: Sequence[Span]) -> str:
    """The text with each span shown as one :data:`OBJECT` and blanks, every other character in its place."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += text[at:start], OBJECT, " " * (end - start - 1)
        at = end
    return "".join([*parts, text[at:]])


def verse_rows(rows: Sequence[str]) -> set[int]:
    """Indices of rows that are lines of verse."""
    fits = [len(row) in VERSE_LENGTHS and VERSE.fullmatch(row) is not None for row in rows]
    found: set[int] = set()
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and fits[end] and len(rows[end]) == len(rows[at]):
            end += 1
        if end - at >= LEAST_VERSE:
            found.update(range(at, end))
        at = max(end, at + 1)
    return found


def _lines(text: str) -> list[Span]:
    """Spans of the lines without trailing white space."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line.rstrip())))
        at += len(line) + 1
    return spans


def _end_of(text: str, lines: Sequence[Span], at: int) -> int:
    """The line after the passage that begins at ``at``; 0 where none does."""
    rows = _fenced(text, lines, at) or _table(text, lines, at) or separated_rows(text, lines, at)
    return rows or _marked(text, lines, at) or _formula(text, lines, at)


def _fenced(text: str, lines: Sequence[Span], at: int) -> int:
    """The line after the closing fence, if a listing opens at ``at``."""
    opening = FENCE.fullmatch(text, *lines[at])
    if not opening:
        return 0
    for end in range(at + 1, len(lines)):
        line = text[slice(*lines[end])].strip()
        if line.startswith(opening[1]) and not line.strip(opening[1][0]):
            ink = "".join(text[lines[at][1] : lines[end][0]].split())
            return end + 1 if len(HAN.findall(ink)) <= LISTING_HAN * len(ink) else 0
    return 0


def _table(text: str, lines: Sequence[Span], at: int) -> int:
    """The line after the last of at least two barred rows."""
    end = at
    while end < len(lines) and BARRED.fullmatch(text, *lines[end]):
        end += 1
    return end if end - at >= LEAST_ROWS else 0


def _marked(text: str, lines: Sequence[Span], at: int) -> int:
    """The line after a picture, or after the end of a table in HTML."""
    if PICTURE.fullmatch(text, *lines[at]):
        return at + 1
    if not OPENED.match(text, *lines[at]):
        return 0
    for end in range(at, min(len(lines), at + MOST_LINES)):
        if CLOSED.search(text, *lines[end]):
            return end + 1
    return 0


def _formula(text: str, lines: Sequence[Span], at: int) -> int:
    """The line after a formula that is set off, in a line or between lines of their own."""
    if FORMULA.fullmatch(text, *lines[at]):
        return at + 1
    opened = SET_OFF.fullmatch(text, *lines[at])
    if not opened:
        return 0
    closes = f"\\end{{{opened[1]}}}" if opened[1] else "$$" if "$" in opened[0] else "\\]"
    for end in range(at + 1, min(len(lines), at + MOST_LINES)):
        if text[slice(*lines[end])].strip() == closes:
            return end + 1
    return 0
