"""TEI: well-formed, valid against the subset in tei_subset.rng, nothing left out."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cntextclean import pipeline
from cntextclean.model import Block, Document, Role, Source
from cntextclean.render.tei import render_tei

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


def document_of(*blocks: tuple[Role, str]) -> Document:
    made = []
    at = 0
    for number, (role, text) in enumerate(blocks, 1):
        made.append(Block(f"b{number}", role, text, ((at, at + len(text)),), 1 if role == "heading" else None))
        at += len(text) + 1
    return Document("a", Source("a", "0" * 64, "utf-8", at, ""), blocks=tuple(made))


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def valid(tei: str) -> bool:
    etree = pytest.importorskip("lxml.etree", reason="RelaxNG validation needs lxml (extra `dev`)")
    schema = etree.RelaxNG(etree.parse(str(SCHEMA)))
    return bool(schema.validate(etree.fromstring(tei.encode())))


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


def test_characters_that_xml_forbids_are_replaced() -> None:
    tei = render_tei(document_of(("paragraph", "甲\x0b乙\ud800丙")))
    assert "甲\ufffd乙\ufffd丙" in tei
    assert ET.fromstring(tei) is not None
