"""
What the YAML front matter of other programs says of a document: title, authors, day, source, keywords, DOI.

Site generators and model OCR set it above Markdown. Only single lines ``key: value`` and lists are read, as strings;
nothing is executed. What is under other keys stays in the block itself.

It is safe because it only reads.

    >>> text = '---\\ntitle: "社区治理见闻"\\nauthor: [李华, 王伟]\\ndate: 2024-05-01 08:00\\ndraft: false\\n---'
    >>> [(name, piece.value) for name, piece in front_facts(text)]
    [('title', '社区治理见闻'), ('authors', '李华'), ('authors', '王伟'), ('date', '2024-05-01')]
    >>> [text[piece.start : piece.end] for _, piece in front_facts(text)][0]
    '社区治理见闻'
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cntextclean.language.forms import fold_form
from cntextclean.structure.identifiers import Piece, date_span, doi_span

OPENING = "---\n"
KEYS = {
    "title": "title", "author": "authors", "authors": "authors", "date": "date", "source": "publication",
    "journal": "publication", "publication": "publication", "doi": "doi", "keywords": "keywords", "tags": "keywords",
}  # fmt: skip
LINE = re.compile(r"^(?:(?P<key>[A-Za-z]{3,16})[ \t]?:|[ \t]{0,8}-)[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
ITEM = re.compile(r"\"(?:[^\"\\]|\\.){0,500}\"|'[^'\n]{0,500}'|[^,\[\]\n\"']{1,500}")
LISTS = frozenset({"authors", "keywords"})
EDGE = " \t\"'"


def front_facts(text: str) -> Iterator[tuple[str, Piece]]:
    """The facts of a block of front matter, each with its place in ``text``."""
    key = ""
    for line in LINE.finditer(text):
        if line["key"]:
            key = KEYS.get(line["key"].lower(), "")
        elif key not in LISTS or line[0] == "---":
            continue
        if key and line["value"]:
            yield from _values(key, text, *line.span("value"))


def _values(key: str, text: str, start: int, end: int) -> Iterator[tuple[str, Piece]]:
    """The values of one line: one, or those of a list."""
    if key not in LISTS:
        yield from _valid(key, _bare(text, start, end))
        return
    for found in ITEM.finditer(text, start, end):
        piece = _bare(text, *found.span())
        if piece.value:
            yield key, piece


def _bare(text: str, start: int, end: int) -> Piece:
    """A value without quotation marks and blanks round it."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Piece(text[start:end], start, end)


def _valid(key: str, piece: Piece) -> Iterator[tuple[str, Piece]]:
    """The value; of days and identifiers what is valid."""
    if key in {"date", "doi"}:
        found = (date_span if key == "date" else doi_span)(fold_form(piece.value))
        if found:
            yield key, Piece(found.value, found.start + piece.start, found.end + piece.start)
    elif piece.value:
        yield key, piece
