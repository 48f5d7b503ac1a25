"""Odd and oversized inputs through the real command: each ends, and what is refused names file, limit and remedy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SENTENCES = "今天上午，会议在市图书馆举行，三百多名读者参加。会后，大家参观了新开放的阅览室。"
ODD = {
    "one line": SENTENCES * 40,
    "one line without an end": "会议在市图书馆举行三百多名读者参加" * 3 + "阅览室新开放" + "上午" * 9,
    "one glyph": "好" * 4000,
    "short lines": "今天上午会\n议在市图书\n" * 400,
    "blank lines": "今天上午召开会议。" + "\n" * 20_000 + "明天继续召开。",
    "marks alone": "，。；：！？、“”‘’（）《》—…·,.;:!?()[]-" * 100,
    "invisible characters on lines of their own": "\u200b\n好\n" * 400,
}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cntextclean", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_text_is_accounted_for(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ODD[kind], encoding="utf-8")
    done = run("clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert run("verify", str(tmp_path / "out")).returncode == 0


def test_a_text_beyond_the_limit_is_refused_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "long.txt").write_text(SENTENCES * 10, encoding="utf-8")
    (tmp_path / "in" / "short.txt").write_text(SENTENCES, encoding="utf-8")
    done = run("clean", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--set", "read.max_text=100")
    assert done.returncode == 3
    assert "long.txt: holds 400 characters, more than 100" in " ".join(done.stderr.split())
    assert "type --set read.max_text=400 with the command" in " ".join(done.stderr.split())
    documents = (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in documents] == ["short.txt"]


def test_a_record_beyond_the_limit_is_refused_by_its_line(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": SENTENCES}, {"id": "b", "text": SENTENCES * 10}]
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("clean", str(tmp_path / "r.jsonl"), "-o", str(tmp_path / "out"), "--set", "read.max_text=100")
    assert done.returncode == 3
    assert "holds 400 characters, more than 100" in " ".join(done.stderr.split())
