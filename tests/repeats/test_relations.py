"""Every relation of a copy to the text that stays, in a document and across documents."""

from __future__ import annotations

from typing import get_args

import pytest

from cntextclean import Config, clean
from cntextclean.model import Relation, Repeat
from cntextclean.repeats.corpus import Record, deduplicate
from passages import ONE, THREE, TWO, YEARS

LAST = "与会者还参观了临港新片区的集成电路产业园，听取了有关负责人对产业链布局情况的介绍，并就人才培养交换了意见。"
CLAUSE = "行政机关工作人员滥用职权、玩忽职守、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。"
TURN = "上海世博局负责人介绍，园区将于明年五月开放，"

CASES: list[tuple[Relation, str, list[str]]] = [
    ("exact", "removed", [f"{ONE}{TWO}\n{LAST}", f"{ONE}{TWO}"]),
    ("near", "removed", [f"{ONE}{TWO}{THREE}\n{LAST}", (ONE + TWO + THREE).replace("产业", "户业")]),
    ("contains", "removed", [f"{ONE}{TWO}\n{LAST}\n{THREE}", f"{LAST}会后，代表们合影留念。{ONE}{TWO}{YEARS[0][:40]}"]),
    ("contained", "removed", [f"{ONE}{TWO}{THREE}", f"{TWO}\n会后，代表们合影留念。"]),
    ("contained", "removed", [f"{ONE}{TWO}{THREE}", f"{ONE}{TWO[:40]}"]),
    ("overlap", "labelled", [f"{LAST}{ONE}{TWO[:54]}{THREE}", f"会议指出，{ONE}{TWO[:54]}{YEARS[0]}"]),
    ("template", "labelled", YEARS),
    (
        "formula",
        "labelled",
        [
            f"第四十条　对违反规定的单位，由主管部门责令改正。{CLAUSE}",
            f"第十八条　建设工程质量监督机构应当履行职责。{CLAUSE}",
        ],
    ),
    ("loop", "removed", [f"{ONE}\n{TURN * 7}"]),
]


def across(texts: list[str]) -> list[Repeat]:
    return list(deduplicate([Record(f"{at}", text) for at, text in enumerate(texts)]).findings)


@pytest.mark.parametrize(("relation", "action", "texts"), CASES, ids=[f"{c[0]}-{at}" for at, c in enumerate(CASES)])
def test_across_documents(relation: Relation, action: str, texts: list[str]) -> None:
    found = across(texts)
    assert (relation, action) in {(one.relation, one.action) for one in found}, found


def test_the_cases_hold_every_relation() -> None:
    assert {relation for relation, _, _ in CASES} == set(get_args(Relation))


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("exact", f"{ONE}\n\n{LAST}\n\n{ONE}"),
        ("near", f"{ONE}{TWO}{THREE}\n\n{LAST}\n\n{(ONE + TWO + THREE).replace('产业', '户业')}"),
        ("contained", f"{ONE}{TWO}{THREE}\n\n{ONE}{TWO}"),
        ("contains", f"{ONE}{TWO}\n\n{LAST}{ONE}{TWO}"),
        ("loop", f"{LAST}\n\n{TURN * 7}"),
        ("template", "\n\n".join(YEARS)),
    ],
)
def test_in_a_document(relation: Relation, text: str) -> None:
    assert relation in {one.relation for one in clean(text, Config()).repeats}


def test_contains_and_contained_name_the_longer_side() -> None:
    """The copy is what the relation speaks of: it contains what stays, or is contained in it."""
    (contained,) = [one for one in across([f"{ONE}{TWO}{THREE}", f"{TWO}\n会后合影留念。"]) if one.action == "removed"]
    assert contained.relation == "contained"
    assert contained.kept.start == len(ONE)
    found = across([f"{TWO}\n{LAST}\n{YEARS[0]}", f"{ONE}{TWO}会后合影留念。"])
    (contains,) = [one for one in found if one.action == "removed"]
    assert contains.relation == "contains"
    assert (contains.kept.start, contains.kept.end) == (0, len(TWO))
