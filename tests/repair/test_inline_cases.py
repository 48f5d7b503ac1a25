"""The cases of ``tests/cases/STAGE``: each line of `before` is one passage; `role` and `markdown` say what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import pytest

from cntextclean.config import Config
from cntextclean.proposals import Change, View
from cntextclean.trace import Strand, revise
from stages import STAGES

CASES = Path(__file__).resolve().parents[1] / "cases"


class Case(TypedDict, total=False):
    before: str
    after: str
    why: str
    role: str
    markdown: bool


def load(kinds: tuple[str, ...]) -> list[object]:
    return [
        pytest.param(stage, case, id=f"{stage}-{kind}-{case['why'][:30]}")
        for stage in STAGES
        for kind in kinds
        for case in json.loads((CASES / stage / f"{kind}.json").read_text(encoding="utf-8"))
    ]


def repair(stage: str, case: Case) -> str:
    views = [
        View(text, case.get("role", "paragraph"), "zh", case.get("markdown", False))  # type: ignore[arg-type]
        for text in case["before"].split("\n")
    ]
    changes: dict[int, list[Change]] = {}
    for index, proposal in STAGES[stage](views, Config()):
        if isinstance(proposal, Change):
            changes.setdefault(index, []).append(proposal)
    return "\n".join(revise(Strand.of(view.text), changes.get(i, [])).text for i, view in enumerate(views))


@pytest.mark.parametrize(("stage", "case"), load(("real", "synthetic", "negative")))
def test_case(stage: str, case: Case) -> None:
    assert repair(stage, case) == case["after"]


@pytest.mark.parametrize(("stage", "case"), load(("known-failures",)))
@pytest.mark.xfail(reason="not known how to tell without doing harm")
def test_known_failure(stage: str, case: Case) -> None:
    assert repair(stage, case) == case["after"]
