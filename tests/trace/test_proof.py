"""The proof: a right document passes, each way of being wrong is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cntextclean import clean
from cntextclean.errors import TraceError
from cntextclean.model import Document, Edit, Fact, Removal, Section, Span
from cntextclean.trace import ink_of, restore, verify

TEXT = "# 标题在此\n\n今天上午,第六届高层论\n坛在温州举行,来自各地\n的企业代表共话一体化发\n展。\n\n角 域 同 创 数\n"


@pytest.fixture(scope="module")
def document() -> Document:
    return clean(TEXT)


def test_a_cleaned_document_verifies_and_restores(document: Document) -> None:
    verify(TEXT, document)
    assert restore(document) == ink_of(TEXT)


def test_another_source_is_refused(document: Document) -> None:
    with pytest.raises(TraceError, match="another source"):
        verify(TEXT + "一", document)


def test_lost_characters_are_named(document: Document) -> None:
    broken = replace(document, removed=())
    with pytest.raises(TraceError, match="no block and no removal"):
        verify(TEXT, broken)
    with pytest.raises(TraceError, match="restore"):
        restore(broken)


def test_a_character_in_two_places_is_named(document: Document) -> None:
    span = document.blocks[0].source[0]
    twice = Removal("stray", (span,), TEXT[slice(*span)], "lines.crumbs", "")
    with pytest.raises(TraceError, match="overlap"):
        verify(TEXT, replace(document, removed=(*document.removed, twice)))


@pytest.mark.parametrize("span", [(3, 3), (-1, 2), (0, len(TEXT) + 1)])
def test_a_fact_that_is_stated_nowhere_is_named(document: Document, span: Span) -> None:
    fact = Fact("title", "标题在此", (((2, 6), span),))
    with pytest.raises(TraceError, match="title is stated at"):
        verify(TEXT, replace(document, facts=(fact,)))
    verify(TEXT, replace(document, facts=(replace(fact, stated=(((2, 6),),)),)))


def test_a_changed_text_without_its_edit_is_named(document: Document) -> None:
    last = document.blocks[-1]
    broken = replace(document, blocks=(*document.blocks[:-1], replace(last, text=last.text.replace("温", "湿"))))
    with pytest.raises(TraceError, match="rebuild"):
        verify(TEXT, broken)
    with pytest.raises(TraceError, match="restore"):
        restore(broken)


def test_an_edit_that_names_other_text_is_named(document: Document) -> None:
    first = document.edits[0]
    with pytest.raises(TraceError, match="not there"):
        verify(TEXT, replace(document, edits=(replace(first, before=first.before + "X"), *document.edits[1:])))


def test_an_edit_outside_every_block_is_named(document: Document) -> None:
    start = TEXT.index("角")
    stray = Edit((start, start + 1), "角", "一", "lines.crumbs")
    with pytest.raises(TraceError, match="belongs to 0 blocks"):
        verify(TEXT, replace(document, edits=(*document.edits, stray)))


def test_a_removal_that_is_not_the_source_is_named(document: Document) -> None:
    changed = replace(document.removed[0], text="角域同创数一二")
    with pytest.raises(TraceError):
        verify(TEXT, replace(document, removed=(changed, *document.removed[1:])))


def test_sections_hold_every_block_once(document: Document) -> None:
    with pytest.raises(TraceError, match="sections"):
        verify(TEXT, replace(document, sections=(Section(None, 0, (document.blocks[0].id,)),)))
