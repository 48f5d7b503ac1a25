"""Every rule of the register: its example becomes what it says, its counter-example stays; every rule used is known."""

from __future__ import annotations

import pytest

from cntextclean import Config, clean
from cntextclean.rules import Rule, rules

PIPELINE = ("lines",)
"""Stages whose examples need the whole pipeline; the tests of the other stages run theirs."""


def _text(rule: Rule, source: str) -> str:
    document = clean(source, Config(select=(rule.name,)), name="a.md" if "schema:" in source else "a.txt")
    return "\n\n".join(block.text for block in document.blocks)


@pytest.mark.parametrize("rule", [r for r in rules() if r.name.split(".")[0] in PIPELINE], ids=lambda r: r.name)
def test_example_and_counter_example(rule: Rule) -> None:
    assert _text(rule, rule.example) == rule.after
    assert _text(rule, rule.counter_example) == rule.counter_example


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_register_is_complete(rule: Rule) -> None:
    assert rule.what.strip()
    assert rule.why.strip()
    assert rule.safety in ("safe", "lossy", "finding")
    assert rule.example != rule.counter_example
