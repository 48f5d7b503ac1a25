"""Tables of cases, and the examples of the rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cntextclean.config import Config
from cntextclean.proposals import Change, Note, View
from cntextclean.repair.characters import propose
from cntextclean.rules import Rule, rules
from cntextclean.trace import Strand, revise

FOLDER = Path(__file__).parents[1] / "cases" / "characters"
OURS = [rule for rule in rules() if rule.name.split(".")[0] in ("characters", "mojibake")]


def cases(name: str) -> list[object]:
    rows = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row["before"], row["after"], id=row["why"]) for row in rows]


def cleaned(text: str) -> str:
    changes = [one for _, one in propose([View(text)], Config()) if isinstance(one, Change)]
    return revise(Strand.of(text), changes).text


def names(text: str) -> set[str]:
    return {one.rule for _, one in propose([View(text)], Config())}


@pytest.mark.parametrize(("before", "after"), [*cases("real"), *cases("synthetic"), *cases("negative")])
def test_case(before: str, after: str) -> None:
    assert cleaned(before) == after
    assert cleaned(after) == after


@pytest.mark.xfail(strict=True, reason="known failures, kept so that a fix by luck is seen")
@pytest.mark.parametrize(("before", "after"), cases("known-failures"))
def test_known_failure(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.name)
def test_rule_example(rule: Rule) -> None:
    assert cleaned(rule.example) == rule.after
    assert cleaned(rule.counter_example) == rule.counter_example
    assert rule.name not in names(rule.counter_example)
    if rule.name != "mojibake.lost-byte":
        assert rule.name in names(rule.example)


def test_every_proposal_names_a_rule() -> None:
    known = {rule.name for rule in OURS}
    rows = [
        row for name in ("real", "synthetic", "negative") for row in json.loads((FOLDER / f"{name}.json").read_text())
    ]
    seen = set().union(*(names(row["before"]) for row in rows))
    assert seen <= known
    assert len(seen) >= 12


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("高程103\ue0105米", "characters.private-use", "\ue010"),
        ("例如\ufffd\ufffd。", "characters.unreadable", "\ufffd\ufffd"),
        ("前锟斤拷锟斤拷后", "characters.lost-text", "锟斤拷锟斤拷"),
        ("烫烫烫烫烫", "characters.lost-text", "烫烫烫烫烫"),
        ("锘标题", "characters.lost-text", "锘"),
    ],
)
def test_finding(text: str, rule: str, found: str) -> None:
    notes = [one for _, one in propose([View(text)], Config()) if isinstance(one, Note)]
    assert [(one.rule, text[one.start : one.end]) for one in notes] == [(rule, found)]


def test_a_character_torn_by_mojibake_is_marked_and_noted() -> None:
    text = "中文字".encode().decode("gb18030", "replace")
    proposals = [one for _, one in propose([View(text)], Config())]
    assert cleaned(text) == "中文\ufffd"
    assert [one.evidence for one in proposals if isinstance(one, Note) and one.rule == "mojibake.lost-byte"] == [
        "of a character only the bytes e5ad are left"
    ]


def test_what_a_repair_takes_in_is_no_finding() -> None:
    text = "中文编码".encode().decode("gb18030")
    assert "\ue000" < max(text) < "\uf8ff"
    assert names(text) == {"mojibake.utf8-as-gb18030"}


def test_the_evidence_of_ftfy_is_kept() -> None:
    changes = [one for _, one in propose([View("cafÃ© au lait")], Config()) if isinstance(one, Change)]
    assert [(one.start, one.end, one.after) for one in changes] == [(3, 5, "é")]
    assert "utf-8" in changes[0].evidence or "sloppy" in changes[0].evidence


def test_runs_of_one_rule_are_one_change() -> None:
    changes = [one for _, one in propose([View("２０２４年\u200b\u200b")], Config()) if isinstance(one, Change)]
    assert [(one.start, one.end, one.after, one.rule) for one in changes] == [
        (0, 4, "2024", "characters.full-width"),
        (5, 7, "", "characters.invisible"),
    ]
