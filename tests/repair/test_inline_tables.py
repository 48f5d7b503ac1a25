"""Every row of the tables of the inline repairs does what it shows."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from cntextclean.config import Config, RepairConfig
from cntextclean.proposals import Change, View
from cntextclean.repair import misreadings, remnants
from cntextclean.repair.glyphs import glyph_changes
from cntextclean.repair.remnants import RemnantRow, entities, remnant_rows
from cntextclean.repair.shapes import alike, lookalikes_of, simplified, traditional
from cntextclean.trace import Strand, revise

MISREADINGS = tomllib.loads((files("cntextclean.tables") / "misreadings.toml").read_text(encoding="utf-8"))


def undone(text: str) -> str:
    changes = [one for _, one in remnants.propose([View(text)], Config()) if isinstance(one, Change)]
    return revise(Strand.of(text), changes).text


def read_right(text: str) -> str:
    return revise(Strand.of(text), list(glyph_changes(text))).text


@pytest.mark.parametrize("row", remnant_rows(), ids=lambda row: f"{row.rule} {row.example[:12]}")
def test_remnant_rows(row: RemnantRow) -> None:
    assert undone(row.example) == row.becomes
    assert undone(row.counter_example) == row.counter_example


@pytest.mark.parametrize("entity", sorted(entities()))
def test_entities(entity: str) -> None:
    assert entity not in undone(f"会议提出{entity}两步走{entity}的目标，各地区贯彻落实，稳步推进。")


@pytest.mark.parametrize("row", MISREADINGS["lookalike"], ids=lambda row: row["sign"])
def test_lookalike_rows(row: dict[str, str]) -> None:
    assert read_right(row["example"]) == row["after"]
    assert read_right(row["counter_example"]) == row["counter_example"]


@pytest.mark.parametrize("row", MISREADINGS["unit"], ids=lambda row: row["wrong"])
def test_unit_rows(row: dict[str, str]) -> None:
    assert read_right(f"约为20{row['wrong']}，不变") == f"约为20{row['right']}，不变"
    assert read_right(f"十分{row['wrong']}，不变") == f"十分{row['wrong']}，不变"


@pytest.mark.parametrize("follower", MISREADINGS["dash"]["followers"])
def test_dash_followers(follower: str) -> None:
    assert read_right(f"这就是结果一一{follower}") == f"这就是结果——{follower}"
    assert read_right(f"他是唯一一{follower}") == f"他是唯一一{follower}"


def test_shapes_are_symmetric_and_listed() -> None:
    for one, other in ("讲进", "紹超", "工丁", "宇字"):
        assert alike(one, other)
        assert alike(other, one)
        assert other in lookalikes_of(one)
    assert not alike("压", "质")


def test_traditional_characters_have_another_simplified_form() -> None:
    assert all(simplified(char) != char for char in traditional())
    assert not set("乾著於") & traditional().keys()


def test_user_corrections_are_applied_once_longest_first() -> None:
    pairs = (("培训", "培育"), ("培训产业", "培育新产业"), ("甲", "甲乙"))
    config = Config(repair=RepairConfig(corrections=pairs, protect=("培训班",)))
    text = "培训产业、培训人才，见《培训产业》，甲与甲乙"
    changes = [one for _, one in misreadings.propose([View(text)], config) if isinstance(one, Change)]
    once = revise(Strand.of(text), changes).text
    assert once == "培育新产业、培育人才，见《培育新产业》，甲乙与甲乙"
    assert not [one for _, one in misreadings.propose([View(once)], config) if isinstance(one, Change)]


def test_protected_words_stay() -> None:
    text = "人工智能好，人工智能快，人工智能新，人丁智能公司成立。"
    before = [one for _, one in misreadings.propose([View(text)], Config()) if isinstance(one, Change)]
    config = Config(repair=RepairConfig(protect=("人丁智能",)))
    assert [one.after for one in before] == ["工"]
    assert not [one for _, one in misreadings.propose([View(text)], config) if isinstance(one, Change)]
