"""Cases: the passages of ``before``, one a line, get the roles of ``after``, one a line, headings with their level."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cntextclean.config import Config
from cntextclean.proposals import View
from cntextclean.structure.outline import outline

CASES = Path(__file__).parent.parent / "cases" / "structure"


def cases(name: str) -> list[dict[str, str]]:
    return list(json.loads((CASES / f"{name}.json").read_text(encoding="utf-8")))


def labelled(text: str) -> str:
    labels = outline([View(line) for line in text.split("\n")], Config()).labels
    return "\n".join(f"{label.role} {label.level}" if label.level else label.role for label in labels)


@pytest.mark.parametrize(
    "case", [*cases("real"), *cases("synthetic"), *cases("negative")], ids=lambda case: case["why"]
)
def test_case(case: dict[str, str]) -> None:
    assert labelled(case["before"]) == case["after"]


@pytest.mark.parametrize("case", cases("known-failures"), ids=lambda case: case["why"])
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(case: dict[str, str]) -> None:
    assert labelled(case["before"]) == case["after"]
