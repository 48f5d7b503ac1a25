"""
The forms of lines as they are written down: the rows of ``tables/forms*.toml``, and the parts that patterns share.

It is safe because every row bears examples and counter-examples, which the tests run.

    >>> form_rows()[0].form.certainty >= form_rows()[-1].form.certainty, "王" in form_part("surname")
    (True, True)
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cntextclean.model import Role

_SINGLE_BLANK = re.compile(r"\[(?:[^\]\\]|\\.)*\]|\\.| (?![{?*+])")
"""A blank of a pattern that is not repeated, or a class of characters, where a blank is a blank."""


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


@dataclass(frozen=True)
class FormRow:
    """
    One row of the table: the form, its pattern as it is written, the longest text it may fit, its rank (rows of a
    higher one are asked first: the certainty, unless the table says otherwise), the characters of which a text that
    fits has one (empty: any text is tried), and its examples.
    """

    form: Form
    source: str
    longest: int
    rank: float
    needs: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern; compiled when it is asked for, since most texts never come to it."""
        return re.compile(self.source)

    def fits(self, folded: str, length: int) -> bool:
        """Whether a folded text of this length has the form."""
        if self.form.whole:
            return length <= self.longest and self.pattern.fullmatch(folded) is not None
        return self.pattern.match(folded) is not None


@cache
def form_rows() -> tuple[FormRow, ...]:
    """All rows, the most certain first, rows of one certainty in the order of their tables."""
    parts = form_table()["parts"]
    folder = files("cntextclean.tables")
    names = sorted(one.name for one in folder.iterdir() if one.name.startswith("forms") and one.name.endswith(".toml"))
    found = [
        FormRow(
            Form(row["name"], row["role"], row.get("marker", ""), row["certainty"], row["extent"] == "whole"),
            _expand(row["pattern"], parts),
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


def form_part(name: str) -> str:
    """A part of the patterns by name, such as ``surname``: a regular expression over folded text."""
    return form_table()["parts"][name]


@cache
def form_table() -> dict[str, dict[str, str]]:
    """What the rows share: named parts of patterns, and what is folded."""
    text = (files("cntextclean.tables") / "forms.toml").read_text(encoding="utf-8")
    return {key: value for key, value in tomllib.loads(text).items() if isinstance(value, dict)}


def _expand(pattern: str, parts: dict[str, str]) -> str:
    """Put named parts in place of ``<name>``, and let every blank outside a class be missing or repeated."""
    for _ in range(3):
        pattern = re.sub(r"<([a-z-]+)>", lambda found: f"(?:{parts[found[1]]})", pattern)
    return _SINGLE_BLANK.sub(lambda found: " {0,4}" if found[0] == " " else found[0], pattern)
