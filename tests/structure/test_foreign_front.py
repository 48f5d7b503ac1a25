"""Front matter of site generators and of model OCR: kept apart as it stands, its facts read."""

from __future__ import annotations

import pytest

import cntextclean as ctc

BODY = "今天上午，第六届高层论坛在温州举行，代表就有关问题进行了讨论。\n\n有关负责人表示，下一步将继续完善制度。\n"
SITE = (
    '---\ntitle: "社区治理见闻"\nauthors:\n  - 李华\n  - 王伟\ndate: 2024-05-01T08:00:00+08:00\ndraft: false\n---\n\n'
)
MODEL = "---\nprimary_language: zh\nis_rotation_valid: True\nis_table: False\n---\n"


@pytest.mark.parametrize("front", [SITE, MODEL])
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_it_is_one_block_apart_from_the_text(front: str, name: str) -> None:
    document = ctc.clean(front + BODY, name=name)
    assert document.blocks[0].text == front.rstrip("\n")
    assert [block.role for block in document.blocks] == ["furniture", "paragraph", "paragraph"]
    markdown = document.to_markdown()
    assert "draft" not in markdown
    assert "is_table" not in markdown
    assert ctc.clean(markdown, name="a.md").to_markdown() == markdown


def test_its_facts_are_read() -> None:
    document = ctc.clean(SITE + BODY, name="a.md")
    assert document.title == "社区治理见闻"
    assert document.metadata["authors"] == ("李华", "王伟")
    assert document.metadata["date"] == "2024-05-01"


@pytest.mark.parametrize(
    "text", ["---\n会议在温州举行。\n---\n", "---\n\n标题：甲\n", "甲乙丙丁\n---\ntitle: a\n---\n"]
)
def test_dashes_round_text_are_no_front_matter(text: str) -> None:
    document = ctc.clean(text + BODY, name="a.md")
    assert all(block.role != "furniture" for block in document.blocks)


def test_a_line_without_letters_is_no_heading() -> None:
    document = ctc.clean(
        f"会议纪要\n\n{BODY}\n---\n\n{BODY[:40]}甲方表示赞同。\n\n* * *\n\n乙方也表示赞同，会议圆满结束。\n"
    )
    assert all(any(map(str.isalnum, block.text)) for block in document.blocks if block.role == "heading")
