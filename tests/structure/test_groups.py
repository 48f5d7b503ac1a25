"""
Line groups of eighteen kinds of document, written for this test, with their roles and levels.

``negative`` groups are paragraphs that look like something else. The figures are printed by ``groups.py`` and published
in ``docs/structure.md``.
"""

from __future__ import annotations

import pytest
from tests.structure.groups import Figures, groups, score

PRECISION, RECALL = 0.95, 0.95


@pytest.fixture(scope="module")
def figures() -> Figures:
    return score(groups())


def test_the_table_is_as_large_as_promised() -> None:
    documents = groups()
    labelled = [group for document in documents for group in document.groups]
    assert len(documents) >= 12
    assert len(labelled) >= 150
    assert sum(group.role == "paragraph" for group in labelled) * 2 >= len(labelled)
    assert sum(group.negative for group in labelled) >= 100


def test_every_role_is_precise_and_found(figures: Figures) -> None:
    for role, (precision, recall, _) in figures.by_role.items():
        assert precision >= PRECISION, (role, precision, figures.wrong)
        assert recall >= RECALL, (role, recall, figures.wrong)


def test_levels_nest_as_they_should(figures: Figures) -> None:
    assert figures.levels >= 0.95, figures.wrong


def test_no_lookalike_becomes_furniture_caption_or_byline(figures: Figures) -> None:
    assert not [wrong for wrong in figures.wrong if wrong.said in {"furniture", "caption", "byline"}]
