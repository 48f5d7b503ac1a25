"""
What the form of one line or passage says on its own: heading, byline, caption, page header, label, list item …

The forms are rows of ``tables/forms*.toml``. A row is a linear regular expression over the *folded* text: widths are
folded (``：`` → ``:``), blanks of every kind are one kind, the traditional characters that the patterns use become
simplified; folding keeps every position. A blank in a pattern is a blank that may be missing or repeated, as blanks
get lost in recognised text.

It is safe because it only reads: no text is changed, and callers weigh ``certainty`` with what stands around the line.

    >>> match_form("2017年12月26日星期二国际10版")
    Form(name='page-header-week', role='furniture', marker_class='', certainty=0.97, whole=True)
    >>> match_form("（一）点燃科技创新新引擎").marker_class
    'han-paren'
    >>> match_form("长三角地区是我国经济发展最活跃的区域之一。") is None
    True
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cntextclean.model import Role

REMEMBERED = 4096
"""Texts whose forms are kept: a line is asked about as a row, as a passage, and once more when the page is settled."""
LONGEST = 420
"""Characters of a text that are read: what a form says, it says at the start, or in a line no longer than this."""

_WIDE: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS: dict[int, int | str] = dict.fromkeys([0x3000, 0xA0, 0x09, *range(0x2000, 0x200B)], 0x20)
_MARKS: dict[int, int | str] = dict(zip(map(ord, "﹒丨∶–—－〔〕"), ".|:---[]", strict=True))
_MARK_UP = re.compile(r" {0,3}#{1,6} {1,4}")
_BOLD = re.compile(r"(?: {0,3}#{1,6} {1,4})?\*\*([^*]{1,24})\*\*")


_Test = Callable[[str], re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class Form:
    """
    What a line is by its form. ``marker_class`` names the kind of a heading's marker (empty: none); ``certainty`` is
    0 to 1; ``whole`` says that the form ends with its line, else a paragraph may run on from it.
    """

    name: str
    role: Role
    marker_class: str
    certainty: float
    whole: bool


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of the table: the form, its pattern, the longest text it may fit, its rank (rows of a higher one are
    asked first: the certainty, unless the table says otherwise), the characters of which a text that fits has one
    (empty: any text is tried), and its examples.
    """

    form: Form
    pattern: re.Pattern[str]
    longest: int
    rank: float
    needs: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


def fold_form(text: str) -> str:
    """The text with widths, blanks and traditional label characters folded, each character in its place."""
    return text.translate(_folding())


def match_form(text: str) -> Form | None:
    """
    The most certain form that the text has, or none.

    ``text`` is a line or a passage, raw or repaired; Markdown marks before it are looked through. Never raises.
    """
    return _form_of(text[:LONGEST], min(len(text), LONGEST + 1))


@lru_cache(maxsize=REMEMBERED)
def _form_of(start: str, length: int) -> Form | None:
    folded = fold_form(start).strip(" ")
    if "**" in folded[:12]:
        folded = _BOLD.sub(_unbolded, folded, count=1)
    marked = _MARK_UP.match(folded)
    if marked:
        return _marked_form(folded[marked.end() :])
    return _plain_form(folded, length)


def _unbolded(found: re.Match[str]) -> str:
    """``**摘要** 本文`` as ``摘要: 本文``."""
    rest = found.string[found.end() :].lstrip()
    return found[0].replace("**", "") + (":" if rest and rest[0] != ":" and found[1][-1] != ":" else "")


def form_rows() -> tuple[FormRow, ...]:
    """All rows, the most certain first, rows of one certainty in the order of their tables."""
    return _rows()


def form_part(name: str) -> str:
    """A part of the patterns by name, such as ``surname``: a regular expression over folded text."""
    return _table()["parts"][name]


def _marked_form(rest: str) -> Form | None:
    """The form of a line with a Markdown heading mark: its own where it has one, else a plain heading."""
    if not rest:
        return None
    form = _plain_form(rest, len(rest))
    if form and (form.role != "heading" or form.marker_class):
        return Form(form.name, form.role, form.marker_class, max(form.certainty, 0.95), form.whole)
    return Form("markdown-heading", "heading", "", 0.95, True)


def _plain_form(folded: str, length: int) -> Form | None:
    for needed, fits, form in _tests_for(length):
        if (not needed or needed(folded)) and fits(folded):
            return form
    return None


@cache
def _tests_for(length: int) -> tuple[tuple[_Test | None, _Test, Form], ...]:
    """
    The rows that a text of this length may fit, as what is asked of it: has it a needed character, does it fit?

    Patterns that begin with any text at all are tried at every place of it; 33 of 116, the dearest among them, are only
    tried on a text that has a character they need.
    """
    return tuple(
        (
            re.compile(f"[{re.escape(row.needs)}]").search if row.needs else None,
            row.pattern.fullmatch if row.form.whole else row.pattern.match,
            row.form,
        )
        for row in _rows()
        if not row.form.whole or length <= row.longest
    )


@cache
def _folding() -> dict[int, int | str]:
    pairs = _table()["fold"]
    traditional = str.maketrans(pairs["traditional"], pairs["simplified"])
    return {**_WIDE, **_BLANKS, **_MARKS, **traditional}


@cache
def _table() -> dict[str, dict[str, str]]:
    text = (files("cntextclean.tables") / "forms.toml").read_text(encoding="utf-8")
    return {key: value for key, value in tomllib.loads(text).items() if isinstance(value, dict)}


@cache
def _rows() -> tuple[FormRow, ...]:
    parts = _table()["parts"]
    folder = files("cntextclean.tables")
    names = sorted(one.name for one in folder.iterdir() if one.name.startswith("forms") and one.name.endswith(".toml"))
    found = [
        FormRow(
            Form(row["name"], row["role"], row.get("marker", ""), row["certainty"], row["extent"] == "whole"),
            re.compile(_expand(row["pattern"], parts)),
            row.get("longest", 60),
            row.get("rank", row["certainty"]),
            row.get("needs", ""),
            tuple(row["examples"]),
            tuple(row["counter_examples"]),
        )
        for name in names
        for row in tomllib.loads((folder / name).read_text(encoding="utf-8")).get("form", ())
    ]
    return tuple(sorted(found, key=lambda row: -row.rank))


def _expand(pattern: str, parts: dict[str, str]) -> str:
    """Put named parts in place of ``<name>``, and let every single blank be missing or repeated."""
    for _ in range(3):
        pattern = re.sub(r"<([a-z-]+)>", lambda found: f"(?:{parts[found[1]]})", pattern)
    return re.sub(r"(?<![\[\\]) (?![{?*+\]])", " {0,4}", pattern)
