"""Every rule of the inline repairs does what its row says, on its example, and leaves its counter-example alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cntextclean.config import Config, RepairConfig
from cntextclean.proposals import Change, Note, View
from cntextclean.repair import spaces
from cntextclean.rules import Rule, rules
from cntextclean.trace import Strand, revise, trim
from stages import STAGES

ROWS = [rule for rule in rules() if rule.name.split(".")[0] in STAGES]


def config_of(rule: Rule) -> Config:
    """The configuration that a row's `setting` names."""
    key, _, value = rule.setting.partition("=")
    if key == "repair.spacing":
        return Config(repair=RepairConfig(spacing=value))  # type: ignore[arg-type]
    if key == "repair.corrections":
        wrong, _, right = value.partition(":")
        return Config(repair=RepairConfig(corrections=((wrong, right),)))
    if key == "script":
        return Config(script=value)  # type: ignore[arg-type]
    return Config()


def run(rule: Rule, text: str) -> tuple[str, list[Change | Note]]:
    """The text after the rule's stage, and what the stage proposed."""
    role = "heading" if rule.name == "remnants.heading-mark" else "paragraph"
    view = View(text, role, "zh", markdown=rule.setting == "markdown")
    found = [proposal for _, proposal in STAGES[rule.name.split(".")[0]]([view], config_of(rule))]
    strand = revise(Strand.of(text), [one for one in found if isinstance(one, Change)])
    return trim(strand).text, found


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.name)
def test_example_becomes_after(rule: Rule) -> None:
    after, found = run(rule, rule.example)
    assert after == rule.after
    if rule.name != "spaces.edge":  # the strand does that one, when it trims
        assert rule.name in {one.rule for one in found}
    if rule.safety == "finding":
        assert all(isinstance(one, Note) for one in found if one.rule == rule.name)


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.name)
def test_counter_example_stays(rule: Rule) -> None:
    after, found = run(rule, rule.counter_example)
    assert after == rule.counter_example
    assert rule.name not in {one.rule for one in found}


def test_every_rule_that_a_stage_names_has_a_row() -> None:
    folder = Path(spaces.__file__).parent
    named = {
        name
        for path in sorted(folder.glob("*.py"))
        for name in re.findall(
            r'"((?:remnants|spaces|punctuation|quotes|misreadings|script)\.[a-z-]+)"', path.read_text("utf-8")
        )
        if not name.endswith((".toml", ".tsv"))
    }
    assert named - {rule.name for rule in ROWS} == set()
