"""
How an item of an enumeration begins: clauses of statutes, points of lists.

The forms are rows of ``tables/clauses.toml``, in both scripts, each with an example and a counter-example. It is safe
because an item is only ever the reason to ask for more evidence.

    >>> [is_clause(text) for text in ("第七節　罰則", "⒈ 总则", "十、附则", "1.5万人参加了活动。")]
    [True, True, True, False]
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ClauseForm:
    """One row: how an item begins, a text that begins so, and one that begins like no row."""

    name: str
    pattern: str
    example: str
    counter_example: str


@cache
def clause_forms() -> tuple[ClauseForm, ...]:
    """All rows, their patterns complete."""
    table = tomllib.loads((files("cntextclean.tables") / "clauses.toml").read_text(encoding="utf-8"))
    rows = ({**row, "pattern": row["pattern"].replace("<number>", table["number"])} for row in table["clause"])
    return tuple(ClauseForm(**row) for row in rows)


def is_clause(text: str) -> bool:
    """Whether a passage begins like an item of an enumeration."""
    return bool(_opening().match(text))


def is_article(text: str) -> bool:
    """Whether a passage begins with an ordinal that no other passage of its document has: 第十二条, not （三）."""
    return bool(_article().match(text))


@cache
def _article() -> re.Pattern[str]:
    return re.compile(next(rf"\s*{row.pattern}" for row in clause_forms() if row.name == "ordinal"))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(f'(?:{row.pattern})' for row in clause_forms())})")
