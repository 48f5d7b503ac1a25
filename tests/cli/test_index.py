"""The command ``index`` from the outside, from building to compacting, and everything that may go wrong."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import msgspec
import pytest

from cntextclean.index.disk import only_writer
from cntextclean.index.model import Answer
from passages import ONE, TWO


def write(path: Path, *rows: object) -> Path:
    shown = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in shown), encoding="utf-8")
    return path


@pytest.fixture
def built(invoke, tmp_path) -> Path:
    rows = write(tmp_path / "1997.jsonl", {"id": "1997/1", "text": ONE}, {"id": "1997/2", "text": f"会后休息。\n{TWO}"})
    result = invoke("index", "build", tmp_path / "archive", rows)
    assert result.exit_code == 0, result.output
    assert "2 texts added, 0 there already, 0 failed → 2 documents in 1 segment." in result.stderr
    return tmp_path / "archive"


def test_a_day_against_the_archive_and_into_it(run, tmp_path):
    write(tmp_path / "1997.jsonl", {"id": "1997/1", "text": ONE})
    (tmp_path / "today").mkdir()
    (tmp_path / "today/p1.txt").write_text(f"本报讯今天休息。\n{ONE}\n", encoding="utf-8")
    (tmp_path / "today/p2.md").write_text("窗前明月光，疑是地上霜。举头望明月，低头思故乡。\n", encoding="utf-8")
    assert run("index", "build", "archive", "1997.jsonl").returncode == 0
    asked = run("index", "query", "archive", "today")
    assert asked.returncode == 0, asked.stderr
    lines = asked.stdout.decode().splitlines()
    assert lines[0] == "p1.txt: near 1997/1: 92% of this is in that, 100% of that in this, Jaccard 0.92"
    assert lines[1].startswith(f"  copy  exact 1.00  9-{9 + len(ONE)} of 0-{len(ONE)}  “面对外部环境")
    assert "p2.md: nothing of it is in the index" in lines
    assert "2 texts asked, 0 failed; the index holds something of 1." in asked.stderr.decode()
    added = run("index", "add", "archive", "today")
    assert added.returncode == 0
    assert "2 texts added, 0 there already, 0 failed → 3 documents in 2 segments." in added.stderr.decode()
    assert run("index", "compact", "archive").stderr.decode() == "2 segments → 1 segment.\n"
    assert b"2 files checked" in run("index", "verify", "archive", "--deep").stderr
    assert b"p1.txt: the very same text as p1.txt" in run("index", "query", "archive", "today").stdout


def test_answers_as_json(invoke, built):
    result = invoke("index", "query", built, "-", "--json", given=ONE.encode())
    answer = msgspec.json.decode(result.stdout, type=Answer)
    assert (answer.document, answer.identical) == ("standard-input", ("1997/1",))
    assert answer.known[0].hits[0].archive.end == len(ONE)


def test_adding_again_is_told(invoke, built, tmp_path):
    more = write(tmp_path / "more.jsonl",
        {"id": "1997/1", "text": ONE}, {"id": "1997/2", "text": TWO}, {"id": "x", "text": ONE},
        {"id": "y", "text": "。"}, "{", {"id": "z", "body": TWO},
    )  # fmt: skip
    result = invoke("index", "add", built, more, "--json")
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    for told in (
        "more.jsonl:2: has the id `1997/2`, which the index holds with another text",
        "more.jsonl:4: holds no letter",
        "more.jsonl:5: is no JSON",
        "more.jsonl:6: has no field `text`",
        "1 text added (1 with the text of another that is there), 1 there already, 4 failed → 3 documents",
    ):
        assert told in result.stderr
    told = json.loads(result.stdout)
    assert (told["type"], told["added"], told["repeated"], told["renamed"], told["failed"]) == ("archive", 1, 1, 1, 4)
    again = invoke("index", "add", built, write(tmp_path / "b.jsonl", {"id": "x", "text": ONE}))
    assert again.exit_code == 0
    assert "0 texts added, 1 there already" in again.stderr


def test_what_an_index_is(invoke, built):
    result = invoke("index", "info", built)
    assert result.exit_code == 0
    for line in ("permutations             128", "built with opencc", "2 documents, 3 paragraphs, "):
        assert line in result.stdout
    told = json.loads(invoke("index", "info", built, "--json").stdout)
    assert (told["type"], told["index"]["documents"], told["index"]["header"]["seed"]) == ("info", 2, "1")


def test_damage_is_named(invoke, built):
    (path,) = built.glob("segments/*.seg")
    data = bytearray(path.read_bytes())
    data[70] ^= 1
    path.write_bytes(data)
    result = invoke("index", "verify", built, "--json")
    assert result.exit_code == 70
    whole, told = map(json.loads, result.stdout.splitlines())
    assert (whole["name"], whole["proved"]) == ("manifest.json", True)
    assert (told["name"], told["proved"]) == (f"segments/{path.name}: texts.data", False)
    assert "checksum is wrong" in result.stderr
    path.write_bytes(data[:-5])
    for command in (("query", built, "-"), ("add", built, "-"), ("compact", built)):
        result = invoke("index", *command, given=ONE.encode())
        assert result.exit_code == 2
        assert "it is torn" in result.stderr
        assert "index verify" in result.stderr
        assert "Traceback" not in result.output


@pytest.mark.parametrize("limit", [1, 1000, 3000, 5000])
def test_a_full_disk(invoke, built, tmp_path, limit):
    resource = pytest.importorskip("resource", reason="limits for the size of files are set with it")
    more = write(tmp_path / "more.jsonl", {"id": "x", "text": TWO + ONE})
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file() and path.name != "lock"}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limits[1]))
    try:
        result = invoke("index", "add", built, more)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert result.exit_code == 5
    assert "File too large" in result.stderr
    assert "the index stays whole" in result.stderr
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file() and path.name != "lock"} == before
    assert invoke("index", "add", built, more).exit_code == 0


def test_a_second_writer(invoke, built, tmp_path):
    pytest.importorskip("fcntl")
    more = write(tmp_path / "more.jsonl", {"id": "x", "text": TWO + ONE})
    with only_writer(built):
        result = invoke("index", "add", built, more)
    assert result.exit_code == 5
    assert f"is being written by another process (pid {os.getpid()})" in result.stderr


def test_other_parameters_are_refused_and_an_index_is_made_of_another(invoke, built, tmp_path):
    refused = invoke("index", "query", built, "-", "--set", "repeats.shingle=5", given=ONE.encode())
    assert refused.exit_code == 2
    assert "`shingle` is 3 there and 5 here" in refused.stderr
    assert "index build NEW --from OLD" in refused.stderr
    made = invoke("index", "build", tmp_path / "new", "--from", built, "--set", "repeats.shingle=5")
    assert made.exit_code == 0, made.stderr
    asked = invoke("index", "query", tmp_path / "new", "-", given=ONE.encode())
    assert "standard-input: exact 1997/1" in asked.stdout
    unset = invoke("index", "query", tmp_path / "new", "-", "--set", "repeats.shingle=3", given=ONE.encode())
    assert "`shingle` is 5 there and 3 here" in unset.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("build", "archive", "1997.jsonl"), 2, "holds an index already"),
        (("build", "new"), 2, "no input is named"),
        (("build", "new", "1997.jsonl", "--memory", "1M"), 2, "allow 256M at least"),
        (("build", "new", "1997.jsonl", "--memory", "much"), 2, "write it as 512M or 4G"),
        (("build", "new", "nowhere"), 4, "no text could be read; no index was made"),
        (("build", "1997.jsonl/x", "1997.jsonl"), 5, "choose another folder"),
        (("query", "nowhere", "1997.jsonl"), 2, "cannot be read"),
        (("query", "archive", "nowhere"), 4, "0 texts asked, 1 failed"),
        (("verify", "nowhere"), 2, "name the folder of an index"),
        (("info", "nowhere"), 2, "name the folder of an index"),
        (("add", "archive", "archive"), 2, "lies in the index"),
        (("add", "archive", "."), 2, "holds the index"),
    ],
)
@pytest.mark.usefixtures("built")
def test_what_cannot_be_done(invoke, tmp_path, monkeypatch, arguments, code, told):
    monkeypatch.chdir(tmp_path)
    result = invoke("index", *arguments)
    assert result.exit_code == code, result.output
    assert told in result.stderr
    assert "Traceback" not in result.output
    assert not (tmp_path / "new").exists()


def test_the_same_bytes_for_any_order_and_hash_seed(run, tmp_path):
    rows = [{"id": f"{at:03}", "text": f"{ONE[at:]}\n{TWO[: at + 30]}"} for at in range(40)]
    seen = []
    for seed in range(3):
        shuffled = random.Random(seed).sample(rows, len(rows))
        write(tmp_path / "x.jsonl", *shuffled[: seed * 10 + 5])
        write(tmp_path / "y.jsonl", *shuffled[seed * 10 + 5 :])
        paths = ["x.jsonl", "y.jsonl"] if seed % 2 else ["y.jsonl", "x.jsonl"]
        done = run("index", "build", f"out{seed}", *paths, environment={"PYTHONHASHSEED": str(seed)})
        assert done.returncode == 0, done.stderr
        files = sorted(path for path in (tmp_path / f"out{seed}").rglob("*") if path.is_file() and path.name != "lock")
        seen.append({path.name: path.read_bytes() for path in files})
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == 2


def test_parquet_and_fields(invoke, tmp_path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table({"doc": [7, 8], "body": [ONE, TWO]}), tmp_path / "in.parquet")
    fields = ("--text-field", "body", "--id-field", "doc")
    assert invoke("index", "build", tmp_path / "x", tmp_path / "in.parquet", *fields).exit_code == 0
    asked = invoke("index", "query", tmp_path / "x", tmp_path / "in.parquet", *fields)
    assert "7: the very same text as 7" in asked.stdout
    assert "8: exact 8: 100% of this is in that" in asked.stdout


def test_taking_documents_out(run, tmp_path):
    rows = [
        {"id": name, "text": text} for name, text in (("1", ONE), ("2", TWO), ("-3", ONE + TWO), ("四", "会后休息。"))
    ]
    write(tmp_path / "a.jsonl", *rows)
    assert run("index", "build", "archive", "a.jsonl").returncode == 0
    assert run("index", "info", "archive", "--ids").stdout.decode().splitlines() == ["-3", "1", "2", "四"]
    assert json.loads(run("index", "info", "archive", "--ids", "--json").stdout.splitlines()[3]) == "四"
    (tmp_path / "gone.txt").write_bytes(b"\xef\xbb\xbf1\r\n\r\n" + "四\n".encode())
    before = {path: path.read_bytes() for path in (tmp_path / "archive").rglob("*.*")}
    refused = run("index", "remove", "archive", "2", "nope", "--from-file", "gone.txt")
    assert refused.returncode == 2
    told = "archive: holds no document `nope`; nothing was taken out. To do: `cntextclean index info archive --ids`"
    assert told in refused.stderr.decode()
    assert {path: path.read_bytes() for path in (tmp_path / "archive").rglob("*.*")} == before
    done = run("index", "remove", "archive", "--from-file", "gone.txt", "--", "-3")
    assert done.returncode == 0, done.stderr
    assert "3 documents taken out → 1 document in 1 segment. `cntextclean index compact`" in done.stderr.decode()
    assert b"nothing of it is in the index" in run("index", "query", "archive", "-", given=ONE.encode()).stdout
    info = run("index", "info", "archive")
    assert f"3 documents taken out, {sum(map(str.isalnum, ONE + ONE + TWO)) + 4} letters" in info.stdout.decode()
    assert info.stderr.decode().startswith("1 document, ")
    assert run("index", "verify", "archive", "--deep").returncode == 0
    told = json.loads(run("index", "remove", "archive", "--json", "--from-file", "-", given=b"2").stdout)
    assert (told["type"], told["removed"], told["documents"]) == ("archive", 1, 0)
    assert run("index", "compact", "archive").returncode == 0
    assert run("index", "info", "archive", "--ids").stdout == b""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "no document is named. To do: name ids, or a file"),
        (("--from-file", "nowhere.txt"), "nowhere.txt: cannot be read (No such file or directory)"),
        (("--from-file", "gb.txt"), "gb.txt: is no list of ids in UTF-8 (byte 0)"),
        (("--from-file", "empty.txt"), "no document is named"),
    ],
)
def test_what_cannot_be_taken_out(run, built, tmp_path, arguments, told):
    (tmp_path / "gb.txt").write_bytes("四".encode("gb18030"))
    (tmp_path / "empty.txt").write_bytes(b"\n")
    done = run("index", "remove", built, *arguments)
    assert done.returncode == 2
    assert told in done.stderr.decode()


def test_an_index_of_several_others(run, tmp_path):
    for name, text in (("one", ONE), ("two", TWO)):
        write(tmp_path / f"{name}.jsonl", {"id": name, "text": text})
        assert run("index", "build", name, f"{name}.jsonl").returncode == 0
    assert run("index", "build", "both", "--from", "one", "--from", "two").returncode == 0
    assert run("index", "info", "both", "--ids").stdout == b"one\ntwo\n"
