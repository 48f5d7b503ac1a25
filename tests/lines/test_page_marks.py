"""What programs write where a page ends: furniture that a sentence runs past, and the edges where heads come back."""

from __future__ import annotations

import pytest

from cntextclean import clean

ABOVE = "老街的改造从去年春天开始，先修水管，再铺石板，居民的参与程度往往决"
BELOW = "定了工程的成效，街道办因此每周开会。"


@pytest.mark.parametrize("mark", ["<!-- page 2 -->", "--- Page 2 ---", "{2}------------------------", "[第2页]"])
def test_a_sentence_runs_past_the_mark_of_a_page(mark: str) -> None:
    document = clean(f"{ABOVE}\n\n· 12 ·\n\n---\n\n{mark}\n\n{BELOW}\n")
    assert [(block.role, block.text) for block in document.blocks] == [
        ("paragraph", ABOVE + BELOW), ("furniture", "· 12 ·"), ("furniture", "---"), ("furniture", mark),
    ]  # fmt: skip


HEADS = ["老街记", "老街记", "老街记"]
PAGES = ["先修水管，再铺石板。", "居民每周开会商量。", "年底以前全部完工。"]


def _paged(marks: list[str]) -> str:
    return "\n\n".join(f"{mark}\n\n{head}\n\n{page}" for mark, head, page in zip(marks, HEADS, PAGES, strict=True))


def test_heads_come_back_behind_marks_of_pages() -> None:
    document = clean(_paged([f"<!-- page {number} -->" for number in (1, 2, 3)]))
    assert [block.role for block in document.blocks if block.text == "老街记"] == ["furniture"] * 3


def test_heads_without_marks_stay() -> None:
    document = clean(_paged(["水管的事", "开会的事", "完工的事"]))
    assert "furniture" not in [block.role for block in document.blocks]


def test_a_rule_between_parts_stays() -> None:
    document = clean(f"{PAGES[0]}\n\n---\n\n{PAGES[1]}\n")
    assert [(block.role, block.text) for block in document.blocks][1] == ("paragraph", "---")
