"""New texts against an archive: what it holds already goes, and it keeps its text whatever is chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cntextclean as ctc
from cntextclean.config import Config, RepeatsConfig
from passages import ONE, THREE, TWO


@pytest.fixture
def held(tmp_path: Path) -> ctc.Index:
    return ctc.Index.build(tmp_path / "archive", [("1998/1", f"{ONE}\n{TWO}"), ("1998/2", TWO), ("1998/3", "会场内。")])


@pytest.mark.parametrize("keep", ["best", "first", "longest"])
def test_the_archive_keeps_its_text_whatever_is_chosen(held, keep):
    new = [("0 first and longest", f"{THREE}\n{ONE}\n{THREE[:40]}！"), ("other", THREE)]
    related = held.related(new)
    assert [record.id for record in related.records] == ["archive:1998/1"]
    result = ctc.deduplicate(new, Config(repeats=RepeatsConfig(keep=keep)), against=related.records)
    across = [one for one in result.removed if one.kept.document.startswith("archive:")]
    assert [new[0][1][one.duplicate.start : one.duplicate.end] for one in across] == [ONE]
    assert {record.id for record in result.records} == {"0 first and longest", "other"}
    assert all(not one.duplicate.document.startswith("archive:") for one in result.findings)
    assert THREE in "".join(record.text for record in result.kept)


def test_a_text_of_the_same_id_goes_as_a_whole(held):
    new = [("1998/2", TWO), ("1998/4", THREE)]
    result = ctc.deduplicate(new, against=held.related(new).records)
    assert result.whole_copies == {"1998/2": "archive:1998/1"}
    assert [record.id for record in result.kept] == ["1998/4"]


def test_what_the_archive_repeats_itself_is_not_told(held):
    result = ctc.deduplicate([THREE], against=held.related([ONE + TWO]).records)
    assert (result.findings, result.warnings) == ((), ())
    assert [record.text for record in result.held] == [f"{ONE}\n{TWO}", TWO]


def test_documents_beyond_the_limit_are_counted(held):
    related = held.related([TWO], limit=1)
    assert (len(related.records), related.unchecked) == (2, 1)  # the very same text, and the likeliest
    with pytest.raises(ctc.UsageError, match="two records have the id `archive:1998/2`"):
        ctc.deduplicate([("archive:1998/2", TWO)], against=related.records)


def test_the_command(invoke, tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    (old / "a.txt").write_text(ONE + "\n", "utf-8")
    (new / "a.txt").write_text(ONE + "\n", "utf-8")
    (new / "b.txt").write_text(f"{THREE}\n{ONE}\n", "utf-8")
    assert invoke("index", "build", tmp_path / "archive", old).exit_code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "archive").rglob("*") if path.is_file()}
    done = invoke("dedup", new, "-o", tmp_path / "out", "--against", tmp_path / "archive")
    assert done.exit_code == 0, done.stderr
    assert "2 records, 0 failed → 1 kept, 1 dropped" in done.stderr
    kept = [json.loads(line) for line in (tmp_path / "out" / "kept.jsonl").read_text("utf-8").splitlines()]
    assert kept == [{"id": "b.txt", "text": f"{THREE}\n"}]
    (dropped,) = (tmp_path / "out" / "dropped.jsonl").read_text("utf-8").splitlines()
    assert json.loads(dropped)["copy_of"] == "archive:a.txt"
    assert before == {path: path.read_bytes() for path in (tmp_path / "archive").rglob("*") if path.is_file()}


def test_an_index_that_is_not_there(invoke, tmp_path):
    (tmp_path / "a.txt").write_text(ONE, "utf-8")
    done = invoke("dedup", tmp_path / "a.txt", "-o", tmp_path / "out", "--against", tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "nowhere" in done.stderr
    assert "index build" in done.stderr
    assert not (tmp_path / "out").exists()
