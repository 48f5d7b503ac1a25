"""
The register of rules: what each does, why it is safe, an example and a counter-example.

The rules live in ``tables/rules/STAGE.toml``, one table a rule; tests run every example (the text becomes ``after``)
and every counter-example (the text stays). Only rules marked ``safe`` act without being selected.

    >>> rule("spaces.word-crosses").safety
    'safe'
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Safety = Literal["safe", "lossy", "finding"]


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One rule. ``safety``: ``safe`` rules are on by default, ``lossy`` ones only when selected, ``finding`` rules never
    change text. ``normalises`` marks rules that may change the form (never the letters) of clean text. ``setting`` is
    what the example runs under: ``key=value`` of the configuration, or ``markdown`` for a Markdown source.
    """

    name: str
    what: str
    why: str
    safety: Safety
    example: str
    after: str
    counter_example: str
    normalises: bool = False
    setting: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name."""
    folder = files("cntextclean.tables") / "rules"
    found = [
        Rule(name=f"{entry.name.removesuffix('.toml')}.{name}", **fields)
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
        for name, fields in tomllib.loads(entry.read_text(encoding="utf-8")).items()
    ]
    return tuple(sorted(found, key=lambda one: one.name))


@cache
def _by_name() -> dict[str, Rule]:
    return {one.name: one for one in rules()}


def names() -> tuple[str, ...]:
    """All rule names, sorted."""
    return tuple(_by_name())


def rule(name: str) -> Rule:
    """The rule of that name. Raises :class:`KeyError` when there is none."""
    return _by_name()[name]


@cache
def is_default(name: str) -> bool:
    """Whether the rule acts unless it is ignored."""
    return rule(name).safety != "lossy"
