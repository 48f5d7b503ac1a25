"""Pages in both scripts: reported with counts, made one script where asked, in the page's own standard."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cntextclean import Config, clean

TAIWAN = (
    "這個软體在台灣為許多應用程式所用，請選擇語言。\n\n"
    "我們在裡面设定了幾個選項，讓使用者可以自己決定後面的步骤。\n\n"
    "皇后與王后在公里之外，天后也來了。"
)


def test_a_page_in_both_scripts_is_reported_with_counts() -> None:
    document = clean(TAIWAN)
    [finding] = [one for one in document.findings if one.rule == "script.mixed"]
    assert "only traditional, 3 only simplified" in finding.evidence
    assert "软 1" in finding.evidence
    assert document.text == TAIWAN + "\n"


def test_a_traditional_page_is_made_one_in_its_own_standard() -> None:
    document = clean(TAIWAN, Config(script="traditional"))
    expected = TAIWAN.replace("软", "軟").replace("设", "設").replace("骤", "驟")
    assert document.text == expected + "\n"
    assert clean(document.text, Config(script="traditional")).text == document.text


@pytest.mark.parametrize("text", ["他在里面看瞭望台，乾隆年间著书。软件發展很快。"])
def test_a_simplified_page_keeps_what_both_scripts_have(text: str) -> None:
    assert clean(text, Config(script="simplified")).text == text.replace("發", "发") + "\n"


def test_a_simplified_passage_is_converted_by_words() -> None:
    text = "我們在臺灣開發軟體。\n\n皇后的头发很长，后来发展了。"
    assert clean(text, Config(script="traditional")).text == "我們在臺灣開發軟體。\n\n皇后的頭髮很長，後來發展了。\n"


@pytest.mark.parametrize(("script", "shown"), [("keep", "软體"), ("traditional", "軟體"), ("simplified", "软体")])
def test_the_command(tmp_path: Path, script: str, shown: str) -> None:
    (tmp_path / "a.txt").write_text(TAIWAN, encoding="utf-8")
    command = [sys.executable, "-m", "cntextclean", "clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]
    subprocess.run([*command, "--script", script], check=True, capture_output=True)
    document = json.loads((tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8"))
    assert shown in document["blocks"][0]["text"]
    assert (script == "keep") == any(one["rule"] == "script.mixed" for one in document["findings"])
