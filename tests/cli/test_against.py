"""New texts against an archive: what it holds already goes, and it keeps its text whatever is chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cntextclean as ctc
import cntextclean.model
from cntextclean.config import Config, RepeatsConfig
from cntextclean.write.jsonl import read_documents
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


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def day(run, tmp_path) -> Path:
    """A new day's pages, of which an archive holds some."""
    write(tmp_path / "old", a=ONE + "\n")
    assert run("index", "build", "archive", "old").returncode == 0
    return write(
        tmp_path / "new", a=f"今天上午,代表们继续开会。\n\n{ONE}\n", b=THREE + "\n", c=f"会后休息。\n\n{THREE}\n"
    )


@pytest.mark.usefixtures("day")
def test_clean_takes_out_what_an_archive_holds(run, tmp_path):
    before = tree(tmp_path / "archive")
    done = run("clean", "new", "-o", "out", "--dedup", "corpus", "--against", "archive")
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "archive") == before
    documents = {one.id: one for one in read_documents(tmp_path / "out/documents.jsonl")}
    (removal,) = documents["a.txt"].removed
    assert (removal.text, removal.of) == (ONE, ctc.model.Copy("archive:a.txt", "", ((0, len(ONE)),)))
    assert [one.removed == () for one in documents.values()].count(True) == 1  # of b and c one keeps its text
    assert ONE not in (tmp_path / "out/markdown/a.md").read_text("utf-8")
    rows = [json.loads(line) for line in (tmp_path / "out/duplicates.jsonl").read_text("utf-8").splitlines()]
    assert rows[0]["kept"] == {"document": "archive:a.txt", "start": 0, "end": len(ONE)}
    record = json.loads((tmp_path / "out/run.json").read_text("utf-8"))
    assert record["configuration"]["repeats"]["against"] == ["archive"]
    assert "archive:a.txt" in (tmp_path / "out/report.html").read_text("utf-8")
    assert run("verify", "out").returncode == 0
    assert run("report", "out").returncode == 0
    assert run("verify", "out").returncode == 0


def test_the_same_from_the_library(run, day, tmp_path):
    assert run("clean", "new", "-o", "out", "--dedup", "corpus", "--against", "archive").returncode == 0
    config = Config(dedup="corpus", repeats=RepeatsConfig(against=(str(tmp_path / "archive"),)))
    assert list(ctc.Cleaner(config).run([day])) == list(read_documents(tmp_path / "out/documents.jsonl"))


@pytest.mark.usefixtures("day")
def test_a_second_run_does_nothing_until_the_archive_changes(run, tmp_path):
    clean = ("clean", "new", "-o", "out", "--dedup", "corpus", "--against", "archive")
    assert run(*clean).returncode == 0
    first = tree(tmp_path / "out")
    assert b"3 done (3 unchanged)" in run(*clean, "--jobs", "2").stderr
    assert tree(tmp_path / "out") == first
    write(tmp_path / "more", x=THREE + "\n")
    assert run("index", "add", "archive", "more").returncode == 0
    again = run(*clean)
    assert b"3 done \xe2\x86\x92" in again.stderr
    documents = {one.id: one for one in read_documents(tmp_path / "out/documents.jsonl")}
    assert {one.removed[0].of.document for one in documents.values()} == {"archive:a.txt", "archive:x.txt"}
    assert run("clean", "new", "-o", "fresh", *clean[4:], "--jobs", "1").returncode == 0
    assert tree(tmp_path / "fresh") == tree(tmp_path / "out")


@pytest.mark.usefixtures("day")
def test_several_archives(run, tmp_path):
    write(tmp_path / "other", x=THREE + "\n")
    assert run("index", "build", "more", "other").returncode == 0
    for command in (("clean", "new", "-o", "out", "--dedup", "corpus"), ("dedup", "new", "-o", "copies")):
        assert run(*command, "--against", "archive", "--against", "more").returncode == 0
    rows = [json.loads(line) for line in (tmp_path / "copies/duplicates.jsonl").read_text("utf-8").splitlines()]
    assert {row["kept"]["document"] for row in rows} == {"archive:a.txt", "more:x.txt"}
    twice = run("dedup", "new", "-o", "copies", "--against", "more", "--against", "b/../more")
    assert twice.returncode == 2
    assert "two indexes have the folder name `more`. To do: rename one" in twice.stderr.decode()


@pytest.mark.usefixtures("day")
def test_the_setting_is_the_same(run, tmp_path):
    (tmp_path / "cntextclean.toml").write_text('dedup = "corpus"\n[repeats]\nagainst = ["archive"]\n', "utf-8")
    assert run("clean", "new", "-o", "out").returncode == 0
    assert b"archive:a.txt" in (tmp_path / "out/duplicates.jsonl").read_bytes()
    assert run("dedup", "new", "-o", "copies").returncode == 0
    assert b"archive:a.txt" in (tmp_path / "copies/duplicates.jsonl").read_bytes()


@pytest.mark.usefixtures("day")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "out", "--against", "archive"), "To do: add --dedup corpus."),
        (("-o", "out", "--dedup", "corpus", "--against", "nowhere"), "index build"),
        (("-o", "archive", "--dedup", "corpus", "--against", "archive"), "the output folder is the index archive"),
    ],
)
def test_what_cannot_be(run, options, told, tmp_path):
    before = tree(tmp_path)
    done = run("clean", "new", *options)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert tree(tmp_path) == before
