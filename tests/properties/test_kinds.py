"""
Clean text of kinds whose lines are short or strange: every line comes out as it went in, and nothing is removed.

Law 1: clean text passes through unchanged. The texts of ``kinds.json`` (lists, verse, dialogues, code, tables, forms,
each a list of its lines) are written for this test.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cntextclean import clean

PROSE = "从各地的情况来看，老旧小区的改造进展顺利，居民的满意度比上一年有了明显的提高，下一步还要加快配套设施的建设。"
KINDS: dict[str, list[str]] = json.loads(Path(__file__).with_name("kinds.json").read_text(encoding="utf-8"))
SETTINGS = {
    "alone": "\n".join,
    "apart": "\n\n".join,
    "above-prose": lambda rows: "\n".join([*rows, "", PROSE]),
    "below-prose": lambda rows: "\n".join([PROSE, "", *rows]),
}


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_line_comes_out_as_it_went_in(kind: str, setting: str) -> None:
    rows = KINDS[kind]
    document = clean(SETTINGS[setting](rows))
    said = [line.strip() for block in document.blocks for line in block.text.split("\n") if line.strip()]
    assert [line for line in said if line != PROSE] == [row.strip() for row in rows]
    assert document.removed == ()


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_again_changes_nothing(kind: str) -> None:
    once = clean("\n".join(KINDS[kind])).text
    assert clean(once).text == once
