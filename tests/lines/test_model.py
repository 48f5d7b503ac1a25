"""The line model's table: every node is sound, every figure is one that the features give."""

from __future__ import annotations

from importlib.resources import files

import pytest

from cntextclean.repair.lines.features import Passage, features
from cntextclean.repair.lines.model import DEPTH, probability, weightiest
from cntextclean.repair.lines.page import read_page

TEXT = "加快产业结构的优\n化升级，推动区域发展。\n第二段从这里开始。"


def figures(a: int = 0) -> dict[str, float]:
    page = read_page(TEXT)
    return features(page, a, a + 1, Passage(1, page.rows[a].text))


@pytest.fixture(scope="module")
def nodes() -> list[list[str]]:
    lines = (files("cntextclean.tables") / "joins.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def test_every_figure_of_the_table_is_a_feature(nodes: list[list[str]]) -> None:
    assert {row[1] for row in nodes} - {"-"} <= set(figures())


def test_trees_are_trees(nodes: list[list[str]]) -> None:
    roots = [number for number, row in enumerate(nodes) if row[0] == "root"]
    reached = set(roots)
    level = roots
    for _ in range(DEPTH):
        level = [int(nodes[at][side]) for at in level if nodes[at][1] != "-" for side in (3, 4)]
        assert not reached & set(level)
        reached.update(level)
    assert all(nodes[at][1] == "-" for at in level)
    assert reached == set(range(len(nodes)))


def test_a_node_is_worth_something_between_its_sides(nodes: list[list[str]]) -> None:
    inner = [row for row in nodes if row[1] != "-"]
    assert inner
    for row in inner:
        low, high = sorted(int(nodes[int(row[side])][5]) for side in (3, 4))
        assert low - 1 <= int(row[5]) <= high + 1


def test_the_head_of_the_table_gives_the_figures_of_its_training() -> None:
    head = (files("cntextclean.tables") / "joins.tsv").read_text(encoding="utf-8").split("node\t")[0]
    assert "Version" in head
    assert "break P=" in head


def test_a_word_across_the_break_speaks_for_joining() -> None:
    found = figures()
    assert found["word"] == 2
    assert probability(found) > probability(found | {"word": 0.0, "junction": 1.0})
    assert any(reason.startswith("word=") for reason in weightiest(found, 5))


def test_a_sentence_end_speaks_against_it() -> None:
    assert probability(figures(1)) < 0.1
    assert probability(figures(0)) > 0.5
