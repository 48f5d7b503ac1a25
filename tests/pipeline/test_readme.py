"""Every block of the README is run: the commands, the before and after, the library use; the two languages agree."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import cntextclean as ctc

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name: str = "README.md") -> list[tuple[str, str]]:
    return BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))


def of_kind(kind: str) -> list[str]:
    return [body for found, body in blocks() if found == kind]


def test_the_two_languages_show_the_same_blocks() -> None:
    assert blocks() == blocks("README.zh-CN.md")
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")]
    assert len({tuple(re.findall(r"^#+ ", text, re.MULTILINE)) for text in texts}) == 1


def test_before_becomes_after_and_stands_in_a_seed() -> None:
    before, after = of_kind("text")
    assert ctc.clean(before).text == after
    assert before.strip() in (ROOT / "seeds/004_8060aeeac87d0dc9.txt").read_text(encoding="utf-8")


def test_a_document_shows_itself_in_every_format() -> None:
    document = ctc.clean("# 大会开幕\n\n今天上午，大会在北京开幕。", name="a.md")
    assert document.to_markdown().endswith("# 大会开幕\n\n今天上午，大会在北京开幕。\n")
    assert document.text == "大会开幕\n\n今天上午，大会在北京开幕。\n"
    assert '<head type="main" xml:id="b1">大会开幕</head>' in document.to_tei()
    assert document.to_json().startswith('{"id":"a.md"')
    assert [article.title for article in document.articles()] == ["大会开幕"]


def test_library_use_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (body,) = of_kind("python")
    exec(compile(body, "README.md", "exec"), {})
    shown = capsys.readouterr().out
    assert "lines.word-crosses-break" in shown
    assert shown.count(" removed") == 5


def test_the_first_command_cleans_the_seeds(tmp_path: Path) -> None:
    first, second = of_kind("sh")
    checkout = tmp_path / "checkout"
    ignored = shutil.ignore_patterns(".venv", ".git", "__pycache__", "node_modules", "out", ".*_cache", ".hypothesis")
    shutil.copytree(ROOT, checkout, ignore=ignored)
    done = subprocess.run(["bash", "-c", first], cwd=checkout, capture_output=True, text=True, check=False)
    if "No matching distribution found" in done.stderr or "Could not find a version" in done.stderr:
        pytest.skip("no package registry can be reached from here")
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (checkout / "out").iterdir()}
    assert {"documents.jsonl", "duplicates.jsonl", "report.html", "run.json"} <= written
    assert len(list((checkout / "out").rglob("*.md"))) == 5
    assert second.strip().endswith("tests/check.py")


def test_ci_runs_the_second_command() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "README.md" in script
    assert "tests/check.py" in of_kind("sh")[1]


def test_every_command_of_the_table_exists() -> None:
    from cntextclean.cli.app import COMMANDS

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`cntextclean (\w+)", text))
    assert named
    assert named <= set(COMMANDS)
