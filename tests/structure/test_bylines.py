"""Lines that say who wrote: every row of the table, and labels that stand above their values."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from cntextclean import clean
from cntextclean.structure.bylines import find_credits, find_signature

TABLE = tomllib.loads((files("cntextclean.tables") / "bylines.toml").read_text(encoding="utf-8"))
BODY = "据介绍，该项目总投资五亿元，预计明年年底建成投用，届时可带动就业五百余人。" * 2


@pytest.mark.parametrize("row", TABLE["example"], ids=lambda row: row["text"])
def test_rows_of_the_table(row: dict[str, object]) -> None:
    assert [one.text for one in find_signature(str(row["text"]))] == row["authors"]


def test_what_people_did_is_told_apart() -> None:
    told = {one.text: kind for one, kind in find_credits("记者 李华 翻译：王伟 图/赵明 编辑 孙丽")}
    assert told == {"李华": "writer", "王伟": "translator", "赵明": "artist", "孙丽": "editor"}


HEADS = [
    ("国际油价上涨\n\n晨报记者 李华 王伟 报道\n\n" + BODY, "国际油价上涨", ("李华", "王伟"), ""),
    ("国际油价上涨\n\n（吉隆坡5日讯）" + BODY, "国际油价上涨", (), "吉隆坡5日讯"),
    ("国际油价上涨\n\n新华社上海8月5\n\n日电（记者李华）" + BODY, "国际油价上涨", ("李华",), "新华社上海8月5日电"),
    ("国际油价上涨_新闻频道_某某网\n\n国际油价上涨\n\n本报讯（记者李华）" + BODY, "国际油价上涨", ("李华",), "本报讯"),
    ("书评\n\n区域研究的新视野——评《区域史》\n\n□ 李华\n\n" + BODY, "区域研究的新视野——评《区域史》", ("李华",), ""),
]


@pytest.mark.parametrize(("text", "title", "authors", "dateline"), HEADS, ids=[text[:6] for text, *_ in HEADS])
def test_heads_of_stories(text: str, title: str, authors: tuple[str, ...], dateline: str) -> None:
    document = clean(text)
    found = (document.title, document.metadata.get("authors", ()), document.metadata.get("dateline", ""))
    assert found == (title, authors, dateline)


def test_values_below_their_labels() -> None:
    text = f"论区域协同\n\n李华 王伟\n\n摘要：{BODY}\n\n关键词\n\n区域；协同；创新\n\n一、引言\n\n{BODY}\n"
    assert clean(text).metadata["keywords"] == ("区域", "协同", "创新")


def test_a_body_may_be_the_author() -> None:
    text = f"论区域协同\n\n西山银行课题组\n\n摘要：{BODY}\n\n关键词：区域；协同\n\n一、引言\n\n{BODY}\n"
    document = clean(text)
    assert (document.title, document.metadata["authors"]) == ("论区域协同", ("西山银行课题组",))


def test_references_with_bullets_are_a_list() -> None:
    entry = "- 夏锦文：《加强创新》[J]，《红旗文稿》，2023年第24期，第42-44页。"
    document = clean(f"论区域协同\n\n{BODY}\n\n参考文献\n\n{entry}\n")
    markdown = document.to_markdown()
    assert entry in markdown
    again = clean(markdown, name="a.md")
    assert again.to_markdown() == markdown
    assert [block.role for block in again.blocks][-1] == "reference"
