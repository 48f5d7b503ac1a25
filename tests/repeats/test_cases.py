"""The cases of ``tests/cases/repeats``: each line of `before` is a passage; what stays is `after`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cntextclean.config import Config
from cntextclean.proposals import View
from cntextclean.repeats.find import find_copies
from cntextclean.rules import Rule, rules

FOUND = ("block", "loop", "template", "formula")
"""The rules of the finder of copies."""
CASES = Path(__file__).resolve().parents[1] / "cases" / "repeats"


def load(kind: str) -> list[object]:
    cases = json.loads((CASES / f"{kind}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{kind}-{case['why'][:40]}") for case in cases]


def left(text: str) -> str:
    """What stays of passages, one a line; every kept place is checked to stay."""
    views = [View(line) for line in text.split("\n")]
    gone = [[False] * len(view.text) for view in views]
    copies = [copy for copy in find_copies(views, Config()) if copy.action == "removed"]
    for copy in copies:
        place = copy.duplicate
        assert place.start < place.end
        assert not any(gone[place.index][place.start : place.end]), "removed places overlap"
        gone[place.index][place.start : place.end] = [True] * (place.end - place.start)
    for copy in copies:
        assert not any(gone[copy.kept.index][copy.kept.start : copy.kept.end]), "kept text is removed"
    parts = [
        "".join(c for c, out in zip(view.text, row, strict=True) if not out)
        for view, row in zip(views, gone, strict=True)
    ]
    return "\n".join(part for part in parts if part)


@pytest.mark.parametrize("case", [*load("real"), *load("synthetic"), *load("negative")])
def test_case(case: dict[str, str]) -> None:
    assert left(case["before"]) == case["after"]


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize("case", load("known-failures"))
def test_known_failure(case: dict[str, str]) -> None:
    assert left(case["before"]) == case["after"]


@pytest.mark.parametrize("kind", ["real", "synthetic", "negative"])
def test_finder_is_a_no_op_on_its_own_output(kind: str) -> None:
    for case in json.loads((CASES / f"{kind}.json").read_text(encoding="utf-8")):
        assert left(case["after"]) == case["after"]


@pytest.mark.parametrize("rule", [r for r in rules() if r.name.removeprefix("repeats.") in FOUND], ids=lambda r: r.name)
def test_rule(rule: Rule) -> None:
    assert left(rule.example) == rule.after
    assert left(rule.counter_example) == rule.counter_example
