"""What ftfy, autocorrect and zhlint leave alone by their own tests is left alone here, in sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cntextclean import clean

CASES = Path(__file__).parent.parent / "cases" / "peers"
ROWS = [row for path in sorted(CASES.glob("*.json")) for row in json.loads(path.read_text(encoding="utf-8"))]
AROUND = ("今天上午，会议在市图书馆举行，三百多名读者参加。", "会后，大家参观了新开放的阅览室。")


def test_every_peer_has_its_table() -> None:
    assert {row["peer"] for row in ROWS} == {"ftfy", "autocorrect", "zhlint"}
    assert len({row["before"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['peer']}: {row['before'][:24]}" for row in ROWS])
def test_alone(row: dict[str, str]) -> None:
    assert clean(row["before"]).text == row["after"] + "\n", row["why"]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['peer']}: {row['before'][:24]}" for row in ROWS])
def test_among_paragraphs(row: dict[str, str]) -> None:
    whole = "\n\n".join([AROUND[0], row["before"], AROUND[1]])
    wanted = "\n\n".join([AROUND[0], row["after"], AROUND[1]])
    assert clean(whole).text == wanted + "\n", row["why"]
