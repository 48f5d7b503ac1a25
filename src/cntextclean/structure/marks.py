"""
Mark-up that a passage bears before the repairs take it away: what our own Markdown says, and ``#`` anywhere else.

In canonical Markdown (with the front matter of the program's writer) the marks are the labels: ``#`` a title, ``##``
and deeper a heading, a line in ``**`` a subtitle, in ``*`` a caption, ``>`` a quote, ``-`` a list item; a passage
without a mark is none of these. In any other text only ``#`` is kept, as a sign that a line was set apart.

It is safe because it only reads; it makes cleaning the program's own output give the same labels again.

    >>> [read_mark(text, canonical=True) for text in ("## 一、总则", "**副题**", "*图为现场。*", "正文。")]
    ['##', '**', '*', 'text']
    >>> [read_mark(text, canonical=False) for text in ("## 一、总则", "**副题**", "正文。")]
    ['##', '', '']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cntextclean.model import Role
from cntextclean.structure.reading import Reading

HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t\u3000]{1,8}(?=\S)")
NUMBERED = re.compile(r"[0-9]{1,9}[.)] ")
"""The number of a list's item: in any other passage the writer escapes its point."""
ROLES: dict[str, Role] = {"**": "subtitle", "*": "caption", ">": "quote", "-": "list_item"}
UNMARKED: frozenset[Role | None] = frozenset(
    {"byline", "abstract", "keywords", "metadata", "footnote", "reference", "table", "list_item", "paragraph"}
)
"""Roles that canonical Markdown shows without a mark; they are read from their forms again."""


def read_mark(text: str, *, canonical: bool) -> str:
    """The mark of a passage as it stands in the source; ``text`` for a passage of canonical Markdown without one."""
    heading = HEADING.match(text)
    if heading:
        return heading[1]
    if not canonical:
        return ""
    bare = text.strip()
    for mark in ("**", "*"):
        inner = bare[len(mark) : -len(mark)]
        framed = bare.startswith(mark) and bare.endswith(mark) and not bare.endswith("\\" + mark)
        if inner.strip() and inner == inner.strip() and framed and "*" not in inner.replace("\\*", ""):
            return mark
    if bare.startswith(("> ", "- ")):
        return bare[0]
    if NUMBERED.match(bare):
        return "-"
    return "text"


def mark_role(mark: str) -> Role | None:
    """The role that a mark of canonical Markdown stands for; none for a passage without one."""
    if mark.startswith("#"):
        return "title" if mark == "#" else "heading"
    return ROLES.get(mark)


def is_canonical(readings: Sequence[Reading]) -> bool:
    """Whether the passages come from the program's own Markdown, where each bears a mark."""
    return bool(readings) and all(one.trait.mark for one in readings)


def apply_marks(readings: Sequence[Reading]) -> None:
    """Labels of canonical Markdown: titles, levels and the articles that titles begin."""
    depths = sorted({len(one.trait.mark) for one in readings if one.trait.mark.startswith("##")})
    for one in readings:
        mark = one.trait.mark
        role = mark_role(mark)
        if role == "list_item" and one.role == "reference":
            continue  # lists of references are set as lists too
        if role:
            one.role = role
            one.level = depths.index(len(mark)) + 1 if role == "heading" else None
        elif one.role not in UNMARKED:
            one.role = None
