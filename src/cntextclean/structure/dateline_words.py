"""
Who sends news and when, as datelines and the heads of pages name it: the lists of ``tables/datelines.toml``.

    >>> words = dateline_words()
    >>> "晚报" in words["outlets"], "今天" in words["days"]
    (True, True)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LISTS = ("outlets", "days", "buttons", "titles")


@cache
def dateline_words() -> Mapping[str, tuple[str, ...]]:
    """Each list of the table."""
    table = tomllib.loads((files("cntextclean.tables") / "datelines.toml").read_text(encoding="utf-8"))
    return {name: tuple(map(str, table[name])) for name in LISTS}
