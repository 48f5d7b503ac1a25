"""`--consensus` of the commands `dedup` and `clean`, in processes of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cntextclean.rules import rule
from cntextclean.trace import restore
from cntextclean.write.jsonl import read_documents

ROW = rule("repeats.consensus")
RIGHT = ROW.after.split("\n")[0]
NOISY, _, OTHER_NOISY, BETWEEN, _ = ROW.example.split("\n")
PLACES = {("城", "域"), ("迸", "进"), ("脾", "牌")}


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A noisy text that is kept, since it is the longest, and two copies of it."""
    path = tmp_path / "in.jsonl"
    records = [
        {"id": "a", "text": f"{NOISY}\n{BETWEEN}", "n": 1.5},
        {"id": "b", "text": RIGHT},
        {"id": "c", "text": OTHER_NOISY},
    ]
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")
    return path


def test_dedup_tells_and_with_the_option_corrects(run, corpus, tmp_path):
    told = run("dedup", corpus, "-o", "told", "--keep", "longest", "--isolated")
    assert told.returncode == 0, told.stderr.decode()
    assert "3 places where copies agree against what stays, told only" in told.stderr.decode()
    assert rows(tmp_path / "told/kept.jsonl") == rows(corpus)[:1]
    found = rows(tmp_path / "told/corrections.jsonl")
    assert {(one["before"], one["after"]) for one in found} == PLACES
    assert {one["action"] for one in found} == {"labelled"}

    done = run("dedup", corpus, "-o", "done", "--keep", "longest", "--consensus", "--isolated")
    assert "3 misreadings put right" in done.stderr.decode()
    (kept,) = rows(tmp_path / "done/kept.jsonl")
    assert kept == {"id": "a", "text": f"{RIGHT}\n{BETWEEN}", "n": 1.5}
    made = rows(tmp_path / "done/corrections.jsonl")
    text = rows(corpus)[0]["text"]
    for one in made:
        assert one["action"] == "corrected"
        assert text[one["start"] : one["end"]] == one["before"]
        assert [copy["document"] for copy in one["copies"]] == ["b", "c"]


def test_a_dry_run_of_dedup_names_each_place(run, corpus, tmp_path):
    shown = run("dedup", corpus, "--dry-run", "--keep", "longest", "--consensus", "--isolated").stdout.decode()
    lines = [line for line in shown.splitlines() if line.startswith("would correct")]
    assert len(lines) == 3
    assert "2 copies have 域" in lines[0]
    assert not (tmp_path / "out").exists()


def test_an_ignored_rule_tells_nothing(run, corpus, tmp_path):
    run("dedup", corpus, "-o", "out", "--keep", "longest", "--consensus", "--ignore", ROW.name, "--isolated")
    assert (tmp_path / "out/corrections.jsonl").read_bytes() == b""
    assert rows(tmp_path / "out/kept.jsonl") == rows(corpus)[:1]


def test_clean_corrects_inside_a_document_and_the_result_verifies(run, tmp_path):
    (tmp_path / "in.txt").write_text(ROW.example, encoding="utf-8")
    assert run("clean", "in.txt", "-o", "told", "--isolated").returncode == 0
    assert run("clean", "in.txt", "-o", "done", "--consensus", "--isolated").returncode == 0
    (told,), (done,) = (list(read_documents(tmp_path / name / "documents.jsonl")) for name in ("told", "done"))
    assert {(one.text, *one.suggest) for one in told.findings if one.rule == ROW.name} == PLACES
    assert not told.edits
    assert {(one.before, one.after) for one in done.edits if one.rule == ROW.name} == PLACES
    assert done.blocks[0].text == RIGHT
    assert run("verify", "done").returncode == 0


def test_clean_corrects_across_documents_and_the_result_verifies(run, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a", f"{NOISY}\n\n{BETWEEN}"), ("b", RIGHT), ("c", OTHER_NOISY)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    options = ("--dedup", "corpus", "--set", "repeats.keep=longest", "--isolated")
    assert run("clean", "in", "-o", "told", *options).returncode == 0
    assert run("clean", "in", "-o", "done", "--consensus", *options).returncode == 0
    told = {one.id: one for one in read_documents(tmp_path / "told/documents.jsonl")}["a.txt"]
    done = {one.id: one for one in read_documents(tmp_path / "done/documents.jsonl")}["a.txt"]
    assert {(one.text, *one.suggest) for one in told.findings if one.rule == ROW.name} == PLACES
    edits = [one for one in done.edits if ROW.name in one.rule.split("+")]
    assert {(one.before, one.after) for one in edits} == PLACES
    assert all("b.txt@0-" in one.evidence for one in edits)
    assert done.blocks[0].text == RIGHT
    assert RIGHT in (tmp_path / "done/markdown/a.md").read_text("utf-8")
    restore(done)
    for out in ("told", "done"):
        assert run("verify", out).returncode == 0
