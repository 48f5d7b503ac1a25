"""Footnotes kept, dropped, at the end; the same again when the output is cleaned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cntextclean import Config, clean
from cntextclean.config import Notes
from cntextclean.model import Block
from cntextclean.render.markdown import render_markdown
from cntextclean.render.notes import arrange_notes
from cntextclean.render.text import render_text

BLOCKS = (
    Block("b1", "title", "甲", ((0, 1),)),
    Block("b2", "paragraph", "一说①，又说②。", ((2, 9),)),
    Block("b3", "footnote", "①见《史记》。", ((10, 17),)),
    Block("b4", "paragraph", "后文*。", ((18, 22),)),
    Block("b5", "paragraph", "乙①。", ((23, 26),), article=1),
    Block("b6", "footnote", "*另见。", ((27, 31),), article=1),
    Block("b7", "paragraph", "末。", ((32, 34),), article=1),
)


def test_dropped_notes_take_their_own_marks_with_them_and_no_other() -> None:
    shown = arrange_notes(BLOCKS, "drop")
    assert [block.text for block in shown] == ["甲", "一说，又说②。", "后文*。", "乙①。", "末。"]


def test_several_marks_of_a_line_go_with_their_notes() -> None:
    held = replace(BLOCKS[1], text="一说①，又说②。"), BLOCKS[2], replace(BLOCKS[2], id="b9", text="②见《汉书》。")
    assert [block.text for block in arrange_notes(held, "drop")] == ["一说，又说。"]


def test_notes_follow_their_own_article() -> None:
    assert [block.id for block in arrange_notes(BLOCKS, "end")] == ["b1", "b2", "b4", "b3", "b5", "b7", "b6"]


def test_kept_notes_stand_where_they_stood() -> None:
    assert arrange_notes(BLOCKS, "keep") == BLOCKS


@pytest.mark.parametrize("notes", ["keep", "drop", "end"])
@pytest.mark.parametrize("name", ["001_008819945ebf9b52.txt", "004_8060aeeac87d0dc9.txt"])
def test_cleaning_the_output_again_changes_nothing(notes: Notes, name: str) -> None:
    text = (Path(__file__).parents[2] / "seeds" / name).read_text("utf-8-sig")
    document = clean(text, Config(notes=notes), name=name)
    plain, markdown = render_text(document, notes), render_markdown(document, notes)
    assert render_text(clean(plain), notes) == plain
    assert render_markdown(clean(markdown, name="a.md"), notes) == markdown
    for article in document.articles():
        shown = render_markdown(article, notes)
        assert render_markdown(clean(shown, name="a.md"), notes) == shown
