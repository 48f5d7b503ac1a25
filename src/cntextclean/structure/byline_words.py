"""
What people of a paper or a journal are called in bylines: the lists of ``tables/bylines.toml`` as alternatives.

    >>> words = byline_words()
    >>> "记者" in words["reporters"].split("|"), "译 ?者" in words["writers"].split("|")
    (True, True)
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LISTS = ("reporters", "signers", "coloned", "ranks", "behind", "editors", "sources", "staff")


@cache
def role_words() -> frozenset[str]:
    """What people are called, without blanks: none of it is a name."""
    listed = (word for name in ("writers", "behind", "editors", "staff") for word in byline_words()[name].split("|"))
    return frozenset(word.replace(" ?", "") for word in listed)


@cache
def byline_words() -> Mapping[str, str]:
    """Each list of the table, the longest word first; ``writers`` are reporters and signers together."""
    table = tomllib.loads((files("cntextclean.tables") / "bylines.toml").read_text(encoding="utf-8"))
    lists = {name: list(map(str, table[name])) for name in LISTS}
    lists["writers"] = [*lists["reporters"], *lists["signers"]]
    return {name: "|".join(sorted(words, key=lambda word: (-len(word), word))) for name, words in lists.items()}


def words_behind() -> str:
    """What stands behind a name, set apart or in parentheses of its own: ``李华 综述``, ``李华（审校）``."""
    words = byline_words()["behind"]
    return rf"(?:(?<=[ /\d*①-⑳⁰-⁹¹²³])(?:{words})(?=[ ,、;)]|$)|(?<=\()(?![图文摄])(?:{words})(?=\)))"
