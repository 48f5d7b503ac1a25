"""Every rule of the register: its example becomes what it says, its counter-example stays, findings are made."""

from __future__ import annotations

import pytest

from cntextclean import Config, Document, clean
from cntextclean.rules import Rule, rules


def cleaned(rule: Rule, source: str) -> Document:
    return clean(source, Config(select=(rule.name,)), name="a.md" if "schema:" in source else "a.txt")


def shown(document: Document) -> str:
    return "\n\n".join(block.text for block in document.blocks)


@pytest.mark.parametrize("rule", [r for r in rules() if r.name.startswith("lines.")], ids=lambda r: r.name)
def test_lines_are_joined_in_the_example_alone(rule: Rule) -> None:
    assert shown(cleaned(rule, rule.example)) == rule.after
    assert shown(cleaned(rule, rule.counter_example)) == rule.counter_example


@pytest.mark.parametrize("rule", [r for r in rules() if r.name.startswith("structure.")], ids=lambda r: r.name)
def test_findings_are_made_in_the_example_alone(rule: Rule) -> None:
    assert rule.name in {finding.rule for finding in cleaned(rule, rule.example).findings}
    assert rule.name not in {finding.rule for finding in cleaned(rule, rule.counter_example).findings}


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_register_is_complete(rule: Rule) -> None:
    assert rule.what.strip()
    assert rule.why.strip()
    assert rule.safety in ("safe", "lossy", "finding")
    assert rule.example != rule.counter_example
