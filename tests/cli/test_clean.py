"""The main job from the outside: what is written, what is said, what is returned."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import msgspec
import pytest

from cntextclean.cli.messages import Message, OutputMessage
from cntextclean.model import Document
from cntextclean.run.records import RunRecord


def test_writes_documents_markdown_report_and_record(invoke, pages, tmp_path):
    result = invoke("clean", pages, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    written = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*"))
    assert written == [
        "documents.jsonl",
        "duplicates.jsonl",
        "markdown/b/丙.md",
        "markdown/b/乙.md",
        "markdown/甲.md",
        "report.html",
        "run.json",
    ]
    assert "3 inputs: 3 done → 3 documents" in result.stderr
    assert result.stdout == ""


def test_every_line_is_a_document_and_the_record_names_it(invoke, pages, tmp_path):
    invoke("clean", pages, "-o", tmp_path / "out")
    lines = (tmp_path / "out/documents.jsonl").read_bytes().splitlines()
    documents = [msgspec.json.decode(line, type=Document) for line in lines]
    run = msgspec.json.decode((tmp_path / "out/run.json").read_bytes(), type=RunRecord)
    assert [document.id for document in documents] == [one.documents[0].id for one in run.inputs]
    assert run.totals.inputs == run.totals.done == 3
    assert sorted(document.id for document in documents) == ["b/丙.md", "b/乙.txt", "甲.txt"]


def test_formats_are_chosen(invoke, pages, tmp_path):
    assert invoke("clean", pages, "-o", tmp_path / "out", "--format", "jsonl,text").exit_code == 0
    assert (tmp_path / "out/text/甲.txt").read_text("utf-8").startswith("今天上午，第六届")
    assert not (tmp_path / "out/markdown").exists()


@pytest.mark.parametrize("options", [("--format", "md", "--format", "json,txt"), ("--format", "text,markdown,json,md")])
def test_formats_add_up(run, pages, tmp_path, options):
    assert run("clean", pages, "-o", "out", *options).returncode == 0
    assert {path.name for path in (tmp_path / "out").iterdir() if path.is_dir()} == {"markdown", "json", "text"}
    record = json.loads((tmp_path / "out/run.json").read_text("utf-8"))
    assert set(record["configuration"]["formats"]) == {"markdown", "json", "text"}
    assert b"cannot be" in run("clean", pages, "-o", "out", "--format", "md", "--format", "pdf").stderr
    twice = run("clean", "-", *options, given=b"1")
    assert (twice.returncode, b"leave out -o, --split, --against and a second --format" in twice.stderr) == (2, True)


def test_standard_input_becomes_markdown_or_json(invoke):
    text = "今天上午,第六届高层论坛在温州举行。\n".encode()
    shown = invoke("clean", "-", given=text)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("---\nschema: cntextclean.markdown/1\n")
    assert invoke("clean", "-", "--format", "text", given=text).stdout == "今天上午，第六届高层论坛在温州举行。\n"
    assert json.loads(invoke("clean", "-", "--json", given=text).stdout)["schema"] == "cntextclean.document/1"


def test_standard_input_that_is_empty_or_binary_is_told(invoke):
    empty, binary = invoke("clean", "-", given=b""), invoke("clean", "-", given=os.urandom(64) + bytes(64))
    assert empty.exit_code == binary.exit_code == 4
    assert "standard-input: is empty" in empty.stderr
    assert "Traceback" not in binary.output


def test_dry_run_writes_nothing(invoke, pages, tmp_path):
    result = invoke("clean", pages, "-o", tmp_path / "out", "--dry-run")
    assert result.exit_code == 0
    assert str(tmp_path / "out/markdown/甲.md") in result.stdout.splitlines()
    assert not (tmp_path / "out").exists()


def test_a_dry_run_names_the_folder_of_records(invoke, tmp_path):
    (tmp_path / "r.jsonl").write_text('{"id": "a", "text": "今天上午开会。"}\n', encoding="utf-8")
    shown = invoke("clean", tmp_path / "r.jsonl", "-o", tmp_path / "out", "--dry-run", "--format", "md,tei").stdout
    assert shown.splitlines()[-2:] == [f"{tmp_path}/out/markdown/r.jsonl/", f"{tmp_path}/out/tei/r.jsonl/"]
    invoke("clean", tmp_path / "r.jsonl", "-o", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out/markdown/r.jsonl").iterdir()] == ["a.md"]


def test_a_dry_run_as_json_names_the_files(invoke, pages, tmp_path):
    result = invoke("clean", pages, "-o", tmp_path / "out", "--dry-run", "--json")
    messages = [msgspec.json.decode(line, type=Message) for line in result.stdout.splitlines()]
    assert all(isinstance(one, OutputMessage) for one in messages)
    planned = {one.path for one in messages}
    assert not (tmp_path / "out").exists()
    invoke("clean", pages, "-o", tmp_path / "out")
    assert planned == {str(path) for path in (tmp_path / "out").rglob("*") if path.is_file()}


def test_json_lines_follow_the_published_schema(invoke, pages, tmp_path):
    (pages / "leer.txt").touch()
    result = invoke("clean", pages, "-o", tmp_path / "out", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(msgspec.json.decode(line, type=Message) for line in result.stdout.splitlines())
    assert [line["type"] for line in lines] == ["input"] * 4 + ["summary"]
    assert lines[-1]["exit_code"] == result.exit_code == 3
    assert lines[-1]["totals"]["failed"] == 1
    assert {line["schema"] for line in lines} == {"cntextclean.message/1"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("clean", "{pages}"), "no output folder is named"),
        (("clean", "{pages}", "-o", "{pages}/out"), "inside the input"),
        (("clean", "{pages}/b", "-o", "{pages}"), "inside the output"),
        (("clean", "{pages}", "-o", "{out}", "--set", "repair.spacin=pangu"), "Did you mean `repair.spacing`?"),
        (("clean", "{pages}", "-o", "{out}", "--set", "repair.spacing"), "has no `=`"),
        (("clean", "{pages}", "-o", "{out}", "--set", "script=latin"), "simplified"),
        (("clean", "{pages}", "-o", "{out}", "--ignore", "punctuatio"), "Did you mean `punctuation`?"),
        (("clean", "{pages}", "-o", "{out}", "--config", "{pages}/none.toml"), "cannot be read"),
        (("clean", "{pages}", "-"), "stands alone"),
        (("clean", "-", "-o", "{out}"), "goes to standard output"),
        (("clena", "{pages}"), "Did you mean `clean`?"),
        (("clean", "{pages}", "-o", "{out}", "--format", " , "), "names no format"),
        (("clean", "{pages}", "-o", "{out}", "--jobz", "2"), "jobs"),
    ],
)
def test_a_wrong_command_is_explained(invoke, pages, tmp_path, arguments, message):
    filled = [one.format(pages=pages, out=tmp_path / "out") for one in arguments]
    result = invoke(*filled)
    assert result.exit_code == 2, result.output
    assert message in result.stderr
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


def test_a_missing_input_is_told(invoke, pages, tmp_path):
    alone = invoke("clean", pages / "none.txt", "-o", tmp_path / "out")
    assert alone.exit_code == 4
    assert "none.txt: does not exist. To do: check the path." in alone.stderr
    beside = invoke("clean", pages, pages / "none.txt", "-o", tmp_path / "out")
    assert beside.exit_code == 3
    assert "4 inputs: 3 done, 1 failed" in beside.stderr


def test_nothing_matched(invoke, tmp_path):
    (tmp_path / "empty").mkdir()
    result = invoke("clean", tmp_path / "empty", "-o", tmp_path / "out")
    assert result.exit_code == 4
    assert "no input matched" in result.stderr
    assert not (tmp_path / "out").exists()


def test_bad_inputs_fail_alone(invoke, pages, tmp_path):
    (pages / "empty.txt").touch()
    (pages / "binary.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    (pages / "dangling.txt").symlink_to(pages / "gone.txt")
    (pages / "loop.txt").symlink_to("loop.txt")
    result = invoke("clean", pages, "-o", tmp_path / "out")
    assert result.exit_code == 3, result.output
    run = msgspec.json.decode((tmp_path / "out/run.json").read_bytes(), type=RunRecord)
    status = {one.name: one.status for one in run.inputs}
    assert {name for name, what in status.items() if what == "done"} == {"甲.txt", "b/乙.txt", "b/丙.md"}
    assert {name for name, what in status.items() if what != "done"} == {
        "empty.txt", "binary.txt", "dangling.txt", "loop.txt",
    }  # fmt: skip
    for one in run.inputs:
        if one.status != "done":
            assert one.problem
            assert one.status == "skipped" or (one.hint and one.name in result.stderr)
    assert run.totals.inputs == 7 == run.totals.done + run.totals.failed + run.totals.skipped


def test_an_unreadable_file_or_folder_is_told_and_the_others_go_on(invoke, pages, tmp_path):
    (pages / "甲.txt").chmod(0)
    (pages / "b").chmod(0)
    if os.access(pages / "甲.txt", os.R_OK):
        pytest.skip("root may read every file: the loop of links stands for it")
    (tmp_path / "c.txt").write_text("今天上午,大会开幕。\n", encoding="utf-8")
    result = invoke("clean", pages, pages / "b", pages / "甲.txt", tmp_path / "c.txt", "-o", tmp_path / "out")
    (pages / "b").chmod(0o700)
    assert result.exit_code == 3, result.output
    assert "甲.txt: cannot be opened" in result.stderr
    assert "b: cannot be opened" in result.stderr
    assert (tmp_path / "out/markdown/c.md").exists()


def test_inputs_are_the_runs_to_read():
    """A path that cannot be read must not end the command before the others are read."""
    from cntextclean.cli.app import LazyGroup
    from cntextclean.cli.app import app as group

    assert isinstance(group, LazyGroup)
    for name in ("clean", "check", "diff", "dedup", "thin", "calibrate"):
        command = group.get_command(None, name)
        kinds = [one.type for one in command.params if one.name == "inputs"]
        assert [kind.readable for kind in kinds] == [False], name


def test_only_failures(invoke, tmp_path):
    (tmp_path / "empty.txt").touch()
    assert invoke("clean", tmp_path / "empty.txt", "-o", tmp_path / "out").exit_code == 4


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_an_output_that_cannot_be(invoke, pages, tmp_path, place):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    result = invoke("clean", pages, "-o", tmp_path / place)
    assert result.exit_code == 5, result.output
    assert "To do:" in result.stderr
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_a_second_run_does_only_what_changed(invoke, pages, tmp_path):
    out = tmp_path / "out"
    invoke("clean", pages, "-o", out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    assert "3 done (3 unchanged)" in invoke("clean", pages, "-o", out).stderr
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == before
    (pages / "甲.txt").write_text("内容换了。\n", encoding="utf-8")
    assert "3 done (2 unchanged)" in invoke("clean", pages, "-o", out).stderr
    assert "内容换了" in (out / "markdown/甲.md").read_text("utf-8")
    assert "3 done →" in invoke("clean", pages, "-o", out, "--set", "repair.spacing=pangu").stderr
    assert "3 done →" in invoke("clean", pages, "-o", out, "--set", "repair.spacing=pangu", "--fresh").stderr


def test_an_output_that_was_touched_is_made_anew(invoke, pages, tmp_path):
    out = tmp_path / "out"
    invoke("clean", pages, "-o", out)
    (out / "markdown/甲.md").write_text("changed", encoding="utf-8")
    assert "3 done (2 unchanged)" in invoke("clean", pages, "-o", out).stderr
    assert invoke("verify", out).exit_code == 0


def test_what_has_no_input_any_more_goes_unless_it_was_changed(invoke, pages, tmp_path):
    out = tmp_path / "out"
    invoke("clean", pages, "-o", out)
    (out / "markdown/b/丙.md").write_text("my notes", encoding="utf-8")
    (pages / "b/丙.md").unlink()
    (pages / "甲.txt").unlink()
    invoke("clean", pages, "-o", out)
    assert not (out / "markdown/甲.md").exists()
    assert (out / "markdown/b/丙.md").read_text("utf-8") == "my notes"


def test_names_cannot_drive_the_terminal(invoke, tmp_path):
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans/\x1b[31mred\u202e.txt").touch()
    result = invoke("clean", tmp_path / "scans", "-o", tmp_path / "out")
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "red" in result.stderr


def test_the_same_bytes_for_any_jobs_hash_seed_and_locale(run, pages, tmp_path):
    trees = []
    for number, (jobs, seed, locale) in enumerate([("1", "0", "C"), ("2", "1", "C.UTF-8"), ("3", "2", "POSIX")]):
        out = tmp_path / f"out{number}"
        surroundings = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        result = run("clean", pages, "-o", out, "--jobs", jobs, environment=surroundings)
        assert result.returncode == 0, result.stderr.decode()
        trees.append({p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert trees[0] == trees[1] == trees[2]
    assert "markdown/甲.md" in trees[0]


def test_output_is_utf8_in_any_locale(run, pages):
    result = run("check", pages, environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert result.returncode == 1
    assert "甲.txt" in result.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output():
    import subprocess

    command = [sys.executable, "-m", "cntextclean.cli.app", "clean", "-"]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, input=b"\xe7\x94\xb2\n", stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 5
    assert b"No space left" in result.stderr
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(("command", "code"), [(("check", "nope"), 4), (("clean", "in", "-o", "out"), 0)])
def test_messages_that_cannot_be_written_change_no_exit_code(tmp_path, command, code):
    import subprocess

    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("今天上午,大会开幕。\n", encoding="utf-8")
    shown = " ".join([sys.executable, "-m", "cntextclean", *command])
    for closed in ("2>&-", "2>/dev/full"):
        if closed == "2>&-" or Path("/dev/full").exists():
            done = subprocess.run(f"{shown} {closed}", shell=True, cwd=tmp_path, stdout=subprocess.PIPE, check=False)
            assert (done.returncode, done.stdout) == (code, b""), closed
    if Path("/dev/full").exists():  # what click says of a wrong command
        assert subprocess.run(f"{shown} --nope 2>/dev/full", shell=True, cwd=tmp_path, check=False).returncode == 5


def test_a_closed_pipe_is_quiet():
    import subprocess

    command = [sys.executable, "-m", "cntextclean.cli.app", "rules", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_file_that_looks_like_an_option(run, tmp_path):
    (tmp_path / "-page.txt").write_text("今天上午,大会开幕。\n", "utf-8")
    done = run("clean", "-page.txt", "-o", "out")
    assert done.returncode == 2
    assert "To do: to name the file -page.txt, write ./-page.txt." in done.stderr.decode()
    assert run("clean", "./-page.txt", "-o", "out").returncode == 0
    assert (tmp_path / "out/markdown/-page.md").exists()


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="the system has no such name for standard input")
def test_a_pipe_is_refused_before_anything_is_taken_from_it(run, tmp_path):
    text = "今天上午,大会开幕。\n".encode()
    done = run("clean", "/dev/stdin", "-o", "out", given=text)
    assert done.returncode == 4
    assert "stdin: is a pipe or a device, which can be read once only; nothing was taken" in done.stderr.decode()
    assert not (tmp_path / "out").exists()
    (tmp_path / "a.txt").write_bytes(text)
    both = run("clean", "/dev/stdin", "a.txt", "-o", "out", given=text)
    assert (both.returncode, b"1 done, 1 failed" in both.stderr) == (3, True)
    assert run("check", "/dev/stdin", given=text).returncode == 1  # reads once
