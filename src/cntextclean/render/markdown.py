r"""
A document as Markdown: front matter, ``#`` titles, ``##`` headings, the body; furniture is left out.

What the marks mean, and so what the reader takes them for: ``# `` a title (one for each article), ``## `` and deeper a
heading of level 1 and deeper, a whole line in ``**`` a subtitle, a whole line in ``*`` a caption, ``> `` a quote,
``- `` or ``1. `` an item of a list, or of a list of references. All other roles stand as they are. A line that only
looks like mark-up is escaped by ``tables/markdown_escapes.toml``.

It is safe because every escape is undone by the reader's one rule (a backslash before ASCII punctuation goes), so
cleaning the Markdown again gives the same Markdown.

    >>> escape("snake_case *甲* 3~5")
    'snake\\_case \\*甲\\* 3~5'
    >>> unescape(escape("1. 甲_乙"))
    '1. 甲_乙'
    >>> escape("行宽 $w_i$，链接 [甲](https://example.org/)，[甲](乙)")
    '行宽 $w_i$，链接 [甲](https://example.org/)，[甲]\\(乙)'
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from cntextclean.config import Notes
from cntextclean.model import Block, Document, Role
from cntextclean.read.markdown import math_spans
from cntextclean.render.front_matter import render_front_matter
from cntextclean.render.text import body

LIST_MARK = re.compile(r"(?:[-*+]|[0-9]{1,9}[.)])(?:\s|$)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKED = ("title", "heading", "subtitle", "caption", "table")  # nothing at the start of these opens another block
DEEPEST = 6  # CommonMark knows six levels of `#`, the first of which is the title's


def render_markdown(document: Document, notes: Notes = "keep") -> str:
    """The document as Markdown with front matter and a final newline."""
    parts = [render_front_matter(document.title, document.metadata), *map(_render_block, body(document, notes))]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def escape(text: str, role: Role = "paragraph") -> str:
    """One line of a block with a backslash before every character that Markdown would take for mark-up."""
    marks = {mark.start(mark.lastindex or 0) for mark in _patterns("anywhere").finditer(text)}
    found = [] if role in MARKED else [_patterns(where).match(text) for where in ("start", "marker")]
    if role in {"title", "heading"}:
        found.append(_patterns("end").search(text))
    marks |= {mark.start(mark.lastindex or 0) for mark in found if mark}
    marks.difference_update(*(range(*span) for span in math_spans(text)))
    if not marks:
        return text
    return "".join("\\" + character if at in marks else character for at, character in enumerate(text))


def unescape(text: str) -> str:
    """The inverse of :func:`escape` (CommonMark 0.31, section 2.4)."""
    return ESCAPED.sub(r"\1", text)


def _render_block(block: Block) -> str:
    lines = block.text.split("\n")
    if block.role == "title":
        return "# " + _on_one_line(lines, "title")
    if block.role == "heading":
        return "#" * min((block.level or 1) + 1, DEEPEST) + " " + _on_one_line(lines, "heading")
    if block.role in {"subtitle", "caption"}:
        mark = "**" if block.role == "subtitle" else "*"
        return mark + _on_one_line(lines, block.role) + mark
    if "preformatted" in block.flags:
        return block.text
    if block.role == "table":
        return "\n".join(escape(line, "table") for line in lines)
    if block.role == "list_item" or (block.role == "reference" and LIST_MARK.match(lines[0])):
        return _render_item(lines)
    shown = "  \n".join(escape(line, block.role) for line in lines)
    return "> " + shown.replace("\n", "\n> ") if block.role == "quote" else shown


def _render_item(lines: list[str]) -> str:
    """A list item with its own mark, or with ``- `` where it has none that Markdown knows."""
    own = LIST_MARK.match(lines[0])
    mark = "-" + own[0][1:] if own and own[0][0] == "*" else own[0] if own else "- "
    rest = [lines[0][own.end() :] if own else lines[0], *lines[1:]]
    return mark + "  \n".join(map(escape, rest))


def _on_one_line(lines: list[str], role: Role) -> str:
    """Titles and the like stand on one line in Markdown."""
    return " ".join(escape(line, role) for line in lines)


@cache
def _patterns(where: str) -> re.Pattern[str]:
    """All patterns of one place, as one expression."""
    table = files("cntextclean.tables") / "markdown_escapes.toml"
    rows = tomllib.loads(table.read_text(encoding="utf-8"))["escape"]
    chosen = [row["pattern"] for row in rows if ("marker" if row.get("marker") else row["where"]) == where]
    return re.compile("|".join(f"(?:{pattern})" for pattern in chosen))
