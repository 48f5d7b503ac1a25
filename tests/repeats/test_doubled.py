"""Doubled glyphs: overprint is put right, reduplication stays, what is in doubt is told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean import Config, clean
from cntextclean.language.dictionary import frequencies
from cntextclean.proposals import Change, Note, View
from cntextclean.repeats.doubled import RULE, propose
from cntextclean.rules import rule
from cntextclean.trace import Strand, restore, revise, verify


def proposed(text: str) -> list[Change | Note]:
    return [one for _, one in propose([View(text)], Config())]


def put_right(text: str) -> str:
    return revise(Strand.of(text), [one for one in proposed(text) if isinstance(one, Change)]).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("基基本本规规定定", "基本规定"),
        ("第第一一章章　总总则则", "第一章　总则"),
        ("22002266年年市市政政府府工工作作报报告告", "2026年市政府工作报告"),
        ("《《浙浙江江省省旅旅游游条条例例》》", "《浙江省旅游条例》"),
        ("长长三三角角——一一体体化化发发展展", "长三角——一体化发展"),
        ("基基基本本本规规规定定定", "基本规定"),
        ("基基基基本本本本规规规规定定定定", "基本规定"),
        ("今天公布的是基基本本规规定定，共1100条。", "今天公布的是基本规定，共1100条。"),
        ("上一行\n基基 本本 规规 定定\n下一行", "上一行\n基 本 规 定\n下一行"),
    ],
)
def test_overprint_is_put_right(before: str, after: str) -> None:
    assert put_right(before) == after
    assert not proposed(after)


@pytest.mark.parametrize(
    "text",
    [
        "大家高高兴兴、明明白白，说说笑笑地研究研究，天天向上。",
        "实实在在的获得感，方方面面的关心，家家户户都来了。",
        "哈哈哈哈哈哈哈哈，嘻嘻嘻嘻，滴滴答答滴滴答答。",
        "爸爸妈妈爷爷奶奶",  # words of the dictionary, each a doubled one
        "他把把手握住，这这那那的。",
        "--------====****　…………　————",
        "11223344556677，aabbccddee",
        "",
    ],
)
def test_reduplication_stays(text: str) -> None:
    assert put_right(text) == text


@pytest.mark.parametrize("text", ["开开心心快快乐乐", "红红绿绿大大小小", "来来往往熙熙攘攘车车马马"])
def test_what_may_be_reduplication_is_told(text: str) -> None:
    (note,) = proposed(text)
    assert isinstance(note, Note)
    assert note.suggest == (text[::2],)


def test_no_two_words_of_the_form_aabb_are_taken_for_overprint() -> None:
    words = [w for w in frequencies() if re.fullmatch(r"([\u4e00-\u9fff])\1([\u4e00-\u9fff])\2", w)]
    assert len(words) > 700
    for first, second in zip(words, words[1:] + words[:1], strict=True):
        assert put_right(first + second) == first + second


@given(st.text("基本规定总则市政府工作报告，。 1", max_size=24))
@settings(deadline=None, max_examples=200)
def test_it_is_a_no_op_on_its_own_output(text: str) -> None:
    once = put_right("".join(letter * 2 for letter in text))
    assert put_right(once) == once


def test_a_page_with_an_overprinted_headline() -> None:
    source = "第第二二章章　基基本本规规定定\n\n旅游经营者应当诚实守信，遵守法律、法规和本条例的规定。\n"
    document = clean(source)
    assert next((block.role, block.text) for block in document.blocks) == ("heading", "第二章　基本规定")
    assert any(RULE in edit.rule for edit in document.edits)
    verify(source, document)
    restore(document)
    left = clean(source, Config(ignore=(RULE,)))
    assert "基基本本" in left.text


def test_the_rule_does_what_its_row_says() -> None:
    row = rule(RULE)
    assert put_right(row.example) == row.after
    assert put_right(row.counter_example) == row.counter_example
