"""A document taken apart: every block in one part, facts where they are stated, names that cannot collide."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.config import Config
from cntextclean.model import Block, Document, Fact, Role, Source
from cntextclean.render.articles import PAGE, take_apart
from cntextclean.render.tree import TreeSection, tree_of
from cntextclean.write.renderings import SUFFIXES, render_files

EVERY = Config(formats=("markdown", "text", "json", "tei"), split="articles")
BLOCKS = st.lists(
    st.tuples(st.sampled_from(get_args(Role)), st.integers(0, 3), st.text("甲乙/.\\:*\x00 \u202e", max_size=9))
)


def document_of(*given: tuple[Role, int, str], facts: tuple[Fact, ...] = ()) -> Document:
    blocks, at = [], 0
    for number, (role, article, text) in enumerate(given, 1):
        level = 1 if role == "heading" else None
        blocks.append(Block(f"b{number}", role, text, ((at, at + len(text)),), level, article))
        at += len(text) + 1
    metadata = {fact.name: fact.value for fact in facts if fact.name != "title"}
    source = Source("a", "0" * 64, "utf-8", at, "")
    return Document("a", source, metadata=metadata, facts=facts, blocks=tuple(blocks))


@given(BLOCKS)
@settings(deadline=None, max_examples=200)
def test_every_block_is_in_exactly_one_part_in_its_order(given: list[tuple[Role, int, str]]) -> None:
    document = document_of(*given)
    parts = take_apart(document)
    held = [block.id for part in parts for block in part.document.blocks]
    assert sorted(held) == sorted(block.id for block in document.blocks)
    for part in parts:
        numbers = [int(block.id[1:]) for block in part.document.blocks]
        assert numbers == sorted(numbers)
        assert all((block.role == "furniture") == (part.number == PAGE) for block in part.document.blocks)


@given(BLOCKS)
@settings(deadline=None, max_examples=200)
def test_no_two_files_have_one_name_and_no_name_leads_elsewhere(given: list[tuple[Role, int, str]]) -> None:
    paths = [one.path("base") for one in render_files(document_of(*given), EVERY)]
    assert len({path.casefold() for path in paths}) == len(paths)
    for path in paths:
        assert path.count("/") == path.startswith("base.articles/")
        assert path.endswith(tuple(SUFFIXES.values()))
        assert not set(path) & set('\\:*?"<>|\x00\u202e')


@given(BLOCKS)
@settings(deadline=None, max_examples=100)
def test_the_tree_holds_every_block_once(given: list[tuple[Role, int, str]]) -> None:
    tree = tree_of(document_of(*given))
    held = [block.id for block in (*tree.page, *(block for article in tree.articles for block in article.blocks))]
    pending: list[TreeSection] = [section for article in tree.articles for section in article.sections]
    while pending:
        section = pending.pop()
        held += [block.id for block in (section.heading, *section.blocks)]
        pending += section.sections
    assert sorted(held) == sorted(f"b{number}" for number in range(1, len(given) + 1))


def test_one_article_keeps_the_documents_name_and_the_page_has_its_own_file() -> None:
    alone = render_files(document_of(("title", 0, "标题"), ("paragraph", 0, "正文。")), EVERY)
    assert [one.path("text/甲") for one in alone if one.format == "text"] == ["text/甲.txt"]
    document = document_of(("furniture", 0, "第3版"), ("title", 0, "标题"), ("paragraph", 0, "正文。"))
    files = {one.path("甲"): one.data.decode() for one in render_files(document, EVERY)}
    assert {name for name in files if name.endswith(".txt")} == {"甲.txt", "甲.articles/page.txt"}
    assert files["甲.articles/page.txt"] == "第3版\n"
    assert files["甲.txt"] == "标题\n\n正文。\n"
    assert '<fw type="furniture" xml:id="b1">第3版</fw>' in files["甲.articles/page.xml"]


def test_articles_are_numbered_named_by_their_titles_and_may_have_none() -> None:
    document = document_of(
        ("title", 0, "同答“高分卷” 共造/“动力源”"), ("title", 1, "Second"), ("paragraph", 2, "本报讯。")
    )
    names = [one.part for one in render_files(document, Config(split="articles"))]
    assert names == ["01-同答“高分卷”_共造_“动力源”", "02-Second", "03"]


def test_titles_of_one_name_do_not_hide_each_other_and_long_ones_fit() -> None:
    document = document_of(("title", 0, "长" * 300), ("title", 1, "长" * 300))
    first, second = (one.part for one in render_files(document, Config(split="articles")))
    assert first != second
    assert len(first.encode()) < 100


def test_an_article_has_its_own_facts_and_those_of_the_page() -> None:
    facts = (
        Fact("title", "甲", (((0, 1),),)), Fact("authors", "张三", (((2, 4),),)), Fact("authors", "李四", (((7, 9),),)),
        Fact("date", "2024-11-02", (((10, 14),),)),
    )  # fmt: skip
    document = document_of(
        ("title", 0, "甲"), ("byline", 0, "张三"), ("title", 1, "乙"), ("byline", 1, "李四"), ("furniture", 1, "2日报"),
        facts=facts,
    )  # fmt: skip
    document = replace(document, title="甲", metadata={"authors": ("张三", "李四"), "date": "2024-11-02"})
    first, second, page = (part.document for part in take_apart(document))
    assert first.metadata == {"authors": ("张三",), "date": "2024-11-02"}
    assert second.metadata == {"authors": ("李四",), "date": "2024-11-02"}
    assert page.metadata == {"date": "2024-11-02"}
    assert [one.title for one in (first, second, page)] == ["甲", "乙", ""]
    assert document.articles() == (first, second)
