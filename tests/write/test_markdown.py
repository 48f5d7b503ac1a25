"""Markdown: the marks of each role, the escapes, the front matter."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from cntextclean.model import Block, Document, Role, Source
from cntextclean.render.front_matter import read_front_matter, render_front_matter
from cntextclean.render.markdown import escape, render_markdown, unescape
from cntextclean.render.text import render_text

ROWS = tomllib.loads((files("cntextclean.tables") / "markdown_escapes.toml").read_text("utf-8"))["escape"]


def document_of(*blocks: tuple[Role, str], level: int | None = None) -> Document:
    made = tuple(
        Block(f"b{number}", role, text, (), level=level if role == "heading" else None)
        for number, (role, text) in enumerate(blocks)
    )
    return Document("a.txt", Source("a.txt", "", "utf-8", 0, ""), blocks=made)


def body_of(document: Document) -> str:
    return render_markdown(document).split("---\n\n", 1)[-1]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_every_row_of_the_table(row):
    role: Role = "heading" if row["where"] == "end" else "paragraph"
    assert escape(row["example"], role) == row["after"]
    assert escape(row["counter_example"], role) == row["counter_example"]
    assert unescape(row["after"]) == row["example"]


@pytest.mark.parametrize(
    ("role", "text", "shown"),
    [
        ("title", "标题", "# 标题"),
        ("heading", "一、总则", "## 一、总则"),
        ("subtitle", "副题", "**副题**"),
        ("caption", "图为会场。", "*图为会场。*"),
        ("quote", "引文。", "> 引文。"),
        ("list_item", "1. 甲", "1. 甲"),
        ("list_item", "- 甲", "- 甲"),
        ("list_item", "* 甲", "- 甲"),
        ("list_item", "（1）甲", "- （1）甲"),
        ("list_item", "# 甲", "- \\# 甲"),
        ("list_item", "- # 甲", "- \\# 甲"),
        ("list_item", "1.", "1."),
        ("paragraph", "1. 甲", "1\\. 甲"),
        ("heading", "1. 引言", "## 1. 引言"),
        ("reference", "[1] 李华. 论文[J].", "[1] 李华. 论文[J]."),
        ("byline", "记者 李华", "记者 李华"),
        ("table", "| 甲 | 乙 |\n| - | - |", "| 甲 | 乙 |\n| - | - |"),
        ("paragraph", "一行\n二行", "一行  \n二行"),
        ("title", "上\n下", "# 上 下"),
    ],
)
def test_each_role_has_its_marks(role, text, shown):
    level = 1 if role == "heading" else None
    assert body_of(document_of((role, text), level=level)) == shown + "\n"


def test_headings_have_the_marks_of_their_level():
    for level, marks in [(1, "##"), (2, "###"), (5, "######"), (9, "######")]:
        assert body_of(document_of(("heading", "甲"), level=level)) == f"{marks} 甲\n"


def test_furniture_and_empty_blocks_are_left_out():
    document = document_of(("furniture", "第3版"), ("paragraph", "正文。"), ("paragraph", " "))
    assert body_of(document) == "正文。\n"
    assert render_text(document) == "正文。\n"
    assert render_text(document_of(("furniture", "第3版"))) == ""
    assert render_markdown(document_of()) == "---\nschema: cntextclean.markdown/1\n---\n"


def test_front_matter_says_what_the_document_says():
    facts = {"issn": "1000-0000", "authors": ("甲", "乙"), "date": "2024-06-05", "bad key": "x", "empty": ""}
    shown = render_front_matter('书名"引"', facts)
    assert shown.splitlines() == [
        "---",
        "schema: cntextclean.markdown/1",
        'title: "书名\\"引\\""',
        'authors: ["甲", "乙"]',
        'date: "2024-06-05"',
        'issn: "1000-0000"',
        "---",
    ]
    found = read_front_matter(shown + "\n正文")
    assert found is not None
    assert found.end == len(shown)
    assert (found.title, found.metadata["authors"]) == ('书名"引"', ("甲", "乙"))


@pytest.mark.parametrize(
    "text",
    [
        "正文",
        "---\ntitle: x\n---\n",
        "---\nschema: cntextclean.markdown/1\ntitle: 无引号\n---\n",
        '---\nschema: cntextclean.markdown/1\ntitle: "x"\n',
        "",
    ],
)
def test_other_front_matter_is_not_ours(text):
    assert read_front_matter(text) is None
