"""
Running heads: page headers, footers and page numbers, known by their coming back at the edge of page after page.

A line is masked (widths and blanks folded, numbers replaced by ``#``), so that a header counts as the same when the
date or the page changes. A masked line that stands among the first or the last of many pages of a document, or of many
files of one folder (:mod:`cntextclean.run.survey`), is a running head where it stands at an edge.

Without page breaks a header is known by its number: the same short words with 18, then 20, then 22 at their side, a
page's worth of lines apart.

It is safe because such a line stays in the document, as furniture; because lines that end a sentence, are long, or have
the form of a heading, a byline or an item never count; and because what has no number in it must come back on half of
all pages, so that a section's name above some of them does not.

    >>> masked("2011年6月11日　星期日　副刊　04版"), masked("社论"), masked("第一章　总则"), masked("会议结束。")
    ('#年#月#日星期#副刊#版', '社论', '', '')
    >>> text = "\\n\\f".join(f"江城日报　第{n}版\\n正文{n}。" for n in "123")
    >>> sorted(running_rows(text, [0, 9, 15, 24, 30, 39], page_breaks(text, text), {}))
    [0, 2, 4]
    >>> sorted(counted_rows(["18　　　江城旧事", *["正文。"] * 9, "老街　　　19", *["正文。"] * 9, "20　　　江城旧事"]))
    [0, 20]
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

from cntextclean.language.forms import Form, match_form

RULE = "lines.running-head"
FORM = Form("running-head", "furniture", "", 1.0, whole=True)
EDGE = 3
"""Lines at the head and at the foot of a page that may be furniture: two lines of header and a rule, say."""
LONGEST, WIDEST = 24, 500
"""Characters of a masked line: newspapers' headers have up to twenty, sentences of the body mostly more; and of what is
looked at of a line, the blanks of a header among them."""
LEAST_PAGES = 3
NUMBERED, PLAIN, SHORT = 0.3, 0.5, 0.8
"""Shares of pages on which a line with and one without a number must stand, and one of at most four characters, which
may be the name of a section: 社论 stands above some articles, 江城日报 on every page."""
NUMBER = re.compile(
    r"[0-9]+|(?:(?<![\u4e00-\u9fff])|(?<=[第年月]))[〇零○一二三四五六七八九十百]{1,6}(?=[年月日版期卷号號页頁])"
    r"|(?<=星期)[一二三四五六日天]"
)
COUNTED = re.compile(r"#[年月日版期卷号號页頁]|星期#|^\W*#|#\W*$")
"""What numbers of running heads count: a title with a number in its midst is the title of one of a series."""
ENDS = ("。", "！", "？", "；", "，", "、", ":", "!", "?", ";", ",")
BARE = re.compile(r"[#\W_]*(?:第#[页頁版]|[A-Za-z]?#|#/#|共#[页頁]第#[页頁])[\W_]*")
"""Page numbers, which say nothing but a number."""
PAGE_MARKS = frozenset({"page-break", "page-number", "page-number-framed"})
BREAK = re.compile(r"[\n\f]")
INK = re.compile(r"\S")
COUNTING = re.compile(r"\s*(?:([0-9]{1,4})(\s+)(\S.{0,22}\S)|(\S.{0,22}\S)(\s+)([0-9]{1,4}))\s*")
"""A page number beside some words: number, blanks, words, or words, blanks, number."""
PAGE_ROWS, SKIPPED, WIDE = 8, 4, 2
"""Least rows of a page; most pages from one header to the next with the same words; blanks that no sentence has."""


def masked(line: str) -> str:
    """A line with its numbers masked; empty where it cannot be a running head."""
    shown = mask(line)
    return shown if shown and not has_other_form(line) else ""


def has_other_form(line: str) -> bool:
    """Whether a line has the form of something else: a heading, a byline, an item."""
    form = match_form(line)
    return form is not None and form.role not in ("furniture", "paragraph")


def mask(line: str) -> str:
    """The same as :func:`masked`, whatever the form of the line."""
    text = "".join(unicodedata.normalize("NFKC", line).split())
    if not text or len(text) > 2 * LONGEST:
        return ""
    shown = NUMBER.sub("#", text)
    if len(shown) > LONGEST or shown.endswith(ENDS) or ("#" in shown and not COUNTED.search(shown)):
        return ""
    if not BARE.fullmatch(shown) and len(re.sub(r"[\W_]", "", shown)) < 2:
        return ""
    return shown


def edge_lines(text: str) -> dict[str, str]:
    """
    The masked lines at the edges of a text's pages (of the whole text where it has no form feeds), whatever their form,
    each with the first line that reads so.
    """
    found: dict[str, str] = {}
    for page in text.split("\f"):
        lines = [line for line in page.splitlines() if INK.search(line)]
        for line in (*lines[:EDGE], *lines[-EDGE:]):
            if shown := mask(line):
                found.setdefault(shown, line)
    return found


def labelled_heads(lines: Iterable[str]) -> dict[str, str]:
    """The masked lines that an engine took for headers, footers and page numbers, with that as the evidence."""
    return {form: f"the engine saw it at the edge of the page: {form}" for line in lines if (form := mask(line))}


def is_running(form: str, count: int, pages: int, least: int = LEAST_PAGES) -> bool:
    """Whether a masked line on ``count`` of ``pages`` pages or files is a running head."""
    share = NUMBERED if "#" in form else SHORT if len(form) <= 4 else PLAIN
    return count >= least and count >= share * pages


def page_breaks(source: str, text: str) -> tuple[int, ...]:
    """
    The offsets in ``text`` where the form feeds of ``source`` stood, from which it was made with every line break and
    form feed kept or made a line break; none where it was made otherwise.
    """
    if "\f" not in source:
        return ()
    before, after = [match[0] for match in BREAK.finditer(source)], [match.start() for match in BREAK.finditer(text)]
    if len(before) != len(after):
        return ()
    return tuple(at for mark, at in zip(before, after, strict=True) if mark == "\f")


def marked_breaks(forms: Sequence[Form | None], starts: Sequence[int]) -> tuple[int, ...]:
    """
    The offsets at which a text without form feeds says that a page ends: below what programs write there, and below
    page numbers. ``forms`` and ``starts`` are those of its rows; marks in rows that follow each other are one break.
    """
    marked = [form is not None and form.name in PAGE_MARKS for form in forms]
    first = next((at for at, mark in enumerate(marked) if not mark), len(marked))
    return tuple(starts[at] for at in range(first + 1, len(marked)) if marked[at - 1] and not marked[at])


def ruled_rows(forms: Sequence[Form | None], running: Container[int]) -> dict[int, str]:
    """The rules drawn beside a running head or a mark where a page ends, with that as the evidence."""
    marks = [index in running or (form is not None and form.name in PAGE_MARKS) for index, form in enumerate(forms)]
    return {
        index: "a rule beside the mark of a page"
        for index, form in enumerate(forms)
        if form is not None and form.name == "rule-line" and any(marks[max(0, index - 1) : index + 2])
    }


def running_rows(text: str, starts: Sequence[int], breaks: Sequence[int], known: Mapping[str, str]) -> dict[int, str]:
    """
    The rows of a text that are running heads, with the evidence; ``starts`` are the offsets of its rows, ``breaks``
    those where its pages end, ``known`` holds masked lines with what was seen of them elsewhere.
    """
    pages: dict[int, list[int]] = {}
    for index, start in enumerate(starts):
        pages.setdefault(bisect_right(breaks, start), []).append(index)
    found = counted_rows([_line(text, start) for start in starts])
    if not known and len(pages) < LEAST_PAGES:
        return found
    forms = {index: form for page in pages.values() for index in _edges(page) if (form := _form(text, starts, index))}
    counts = Counter(form for page in pages.values() for form in {forms.get(index, "") for index in _edges(page)})
    for index, form in sorted(forms.items()):
        if form in known:
            found[index] = known[form]
        elif is_running(form, counts[form], len(pages)):
            found[index] = f"at the edge of {counts[form]} of {len(pages)} pages: {form}"
    return found


def counted_rows(lines: Sequence[str]) -> dict[int, str]:
    """
    The lines that have the same words and a number that counts on, with the evidence: headers of a book's pages. Items
    of a list are no page apart, and headings that are numbered have words of their own.
    """
    rows: dict[str, list[tuple[int, int, bool]]] = {}
    for index, line in enumerate(lines):
        match = COUNTING.fullmatch(line) if len(line) <= 3 * LONGEST else None
        if match:
            number, words, blanks = match[1] or match[6], match[3] or match[4], match[2] or match[5]
            if not words.endswith(ENDS) and not words.strip("-—·. ").isdigit():
                rows.setdefault("".join(words.split()), []).append((index, int(number), len(blanks) >= WIDE))
    found: dict[int, str] = {}
    for words, held in rows.items():
        apart = all(
            later[0] - row[0] >= PAGE_ROWS and 1 <= later[1] - row[1] <= SKIPPED for row, later in pairwise(held)
        )
        if apart and (len(held) >= LEAST_PAGES or (len(held) > 1 and all(wide for _, _, wide in held))):
            said = f"{words} with the page numbers {', '.join(str(number) for _, number, _ in held)}"
            found.update((index, said) for index, _, _ in held)
    return found


def _edges(page: Sequence[int]) -> Iterable[int]:
    return dict.fromkeys([*page[:EDGE], *page[-EDGE:]]) if len(page) > 1 else ()


def _form(text: str, starts: Sequence[int], index: int) -> str:
    return masked(_line(text, starts[index]))


def _line(text: str, start: int) -> str:
    """The line from a row on, as much as tells that it is no running head: a line of megabytes may hold many rows."""
    most = start + WIDEST
    end = text.find("\n", start, most)
    return text[start : end if end >= 0 else most]
