"""The five seed pages through the whole pipeline: what must hold of any page, and what they are known to hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from cntextclean import Document, clean
from cntextclean.rules import names
from cntextclean.trace import ink_of, restore, verify

SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.name[:3])
def page(request: pytest.FixtureRequest) -> tuple[str, Document]:
    text = request.param.read_text(encoding="utf-8")
    return text, clean(text, name=request.param.name)


def test_there_are_five_seeds() -> None:
    assert len(SEEDS) == 5


def test_every_character_is_accounted_for(page: tuple[str, Document]) -> None:
    text, document = page
    verify(text, document)
    assert restore(document) == ink_of(text)


def test_cleaning_the_result_changes_nothing(page: tuple[str, Document]) -> None:
    _, document = page
    assert clean(document.text, name="a.txt").text == document.text
    markdown = document.to_markdown()
    assert clean(markdown, name="a.md").to_markdown() == markdown


def test_every_change_names_a_known_rule(page: tuple[str, Document]) -> None:
    _, document = page
    used = {rule for edit in document.edits for rule in edit.rule.split("+")}
    used |= {finding.rule for finding in document.findings} | {removal.rule for removal in document.removed}
    assert used <= set(names())


def test_removed_copies_name_a_block_that_stays(page: tuple[str, Document]) -> None:
    _, document = page
    kept = {block.id for block in document.blocks}
    for removal in document.removed:
        if removal.kind in ("duplicate", "loop"):
            assert removal.of is not None
            assert removal.of.block in kept


def test_wrapped_words_are_whole() -> None:
    text = "\n".join(clean(path.read_text(encoding="utf-8"), name=path.name).text for path in SEEDS[:2])
    for whole in ("产业结构的优化升级", "区域创新能力和竞争力", "安徽徽商新能源集团有限公司生产车间内"):
        assert whole in text
