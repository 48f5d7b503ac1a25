"""The command ``dedup`` from the outside: nothing of a record is lost, and what cannot be compared is told."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cntextclean.config import Config
from cntextclean.errors import InputError
from cntextclean.run.dedup import deduplicate_inputs
from passages import ONE, THREE, TWO


def write(path: Path, *lines: object) -> Path:
    """Objects as lines of JSON; texts as they are."""
    shown = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in lines]
    path.write_text("".join(f"{line}\n" for line in shown), encoding="utf-8")
    return path


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(
        tmp_path / "in.jsonl",
        '{"n": 1.50, "id": "a", "big": 123456789012345678901234567890, "text": "'
        + ONE
        + '", "tags": [1, {"甲":null}]}',
        {
            "url": "http://example.org/b",
            "text": f"{ONE}\n{THREE}",
            "id": "b",
            "date": "1998-01-02",
            "名": {"x": [1, 2]},
        },
        '{"id":"c" , "text":"\\u4f1a\\u540e\\n\\n",  "x":1e3, "text2": "\\ud800"}',
        {"id": "d", "text": ONE + TWO, "author": "某某"},
    )


def test_a_record_keeps_all_its_fields_and_only_the_text_changes(invoke, corpus, tmp_path):
    before = corpus.read_text("utf-8").splitlines()
    result = invoke("dedup", corpus, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    kept = (tmp_path / "out/kept.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in kept] == ["b", "c", "d"]
    assert kept[1] == before[2]
    assert kept[2] == before[3]
    changed, was = json.loads(kept[0]), json.loads(before[1])
    assert list(changed) == list(was)
    assert {**was, "text": THREE} == changed
    (dropped,) = read(tmp_path / "out/dropped.jsonl")
    assert (dropped["document"], dropped["copy_of"], dropped["rest"]) == ("a", "d", "")
    assert before[0] in (tmp_path / "out/dropped.jsonl").read_text("utf-8")
    assert (tmp_path / "out/failed.jsonl").read_bytes() == b""
    assert "4 records, 0 failed → 3 kept, 1 dropped; 2 copies removed" in result.stderr


def test_findings_name_places_in_the_input_texts(invoke, corpus, tmp_path):
    invoke("dedup", corpus, "-o", tmp_path / "out")
    texts = {one["id"]: one["text"] for one in read(corpus)}
    rows = [one for one in read(tmp_path / "out/duplicates.jsonl") if one["action"] == "removed"]
    assert len(rows) == 2
    for row in rows:
        for side in (row["duplicate"], row["kept"]):
            assert texts[side["document"]][side["start"] : side["end"]].strip() == ONE


def test_a_dry_run_tells_what_would_go_and_writes_nothing(invoke, corpus, tmp_path):
    result = invoke("dedup", corpus, "--dry-run")
    assert result.exit_code == 0, result.output
    going = [line for line in result.stdout.splitlines() if line.startswith("would go")]
    assert len(going) == 2
    assert any(f"a@0-{len(ONE)} of d@0-{len(ONE)}" in line and "letters agree" in line for line in going)
    assert "would be dropped  a, a copy of d as a whole" in result.stdout
    assert "nothing was written" in result.stderr
    invoke("dedup", corpus, "--dry-run", "-o", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_dry_run_as_json_is_the_file_of_findings(invoke, corpus, tmp_path):
    invoke("dedup", corpus, "-o", tmp_path / "out")
    shown = invoke("dedup", corpus, "--dry-run", "--json").stdout
    assert shown == (tmp_path / "out/duplicates.jsonl").read_text("utf-8")


def test_no_output_folder(invoke, corpus):
    result = invoke("dedup", corpus)
    assert result.exit_code == 2
    assert "--dry-run" in result.stderr


DATED = [
    {"id": "a", "text": ONE + TWO, "day": "1998年12月1日", "paper": "甲报"},
    {"id": "b", "text": ONE + TWO, "day": "1998-3-1", "paper": "乙报"},
    {"id": "c", "text": ONE + TWO, "day": 19990101, "paper": "丙报"},
    {"id": "0", "text": ONE + TWO, "paper": "丁报"},
]


@pytest.mark.parametrize(
    ("options", "stays"),
    [
        (("--keep", "earliest", "--date-field", "day"), "b"),
        (("--keep", "source-priority", "--sources", "丙,甲", "--source-field", "paper"), "c"),
        (("--keep", "source-priority", "--sources", "a"), "a"),
        (("--keep", "first"), "0"),
    ],
)
def test_the_copy_that_stays_is_chosen(invoke, tmp_path, options, stays):
    path = write(tmp_path / "in.jsonl", *DATED)
    result = invoke("dedup", path, "-o", tmp_path / "out", *options)
    assert result.exit_code == 0, result.output
    assert [one["id"] for one in read(tmp_path / "out/kept.jsonl")] == [stays]
    assert ("1 of 4 records have no date" in result.stderr) == ("earliest" in options)


@pytest.mark.parametrize(
    ("options", "hint"),
    [(("--keep", "earliest"), "--date-field"), (("--keep", "source-priority"), "--sources"), (("--keep", "b"), "best")],
)
def test_a_choice_without_its_ground_is_refused(invoke, corpus, tmp_path, options, hint):
    result = invoke("dedup", corpus, "-o", tmp_path / "out", *options)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_compared_is_told_and_kept_beside(invoke, tmp_path):
    (tmp_path / "in").mkdir()
    write(tmp_path / "in/a.jsonl",
        {"id": "1", "text": ONE},
        {"id": "2", "body": TWO},
        '{"id": "3", "text": "' + TWO,
        '["list"]',
        {"id": "5", "text": 7},
        {"id": "1", "text": THREE, "n": 1},
        {"id": "7", "text": "。。。", "n": 2},
        {"id": "8", "text": " "},
    )  # fmt: skip
    write(tmp_path / "in/b.jsonl", {"id": "1", "text": TWO}, {"id": "9", "text": ONE})
    result = invoke("dedup", tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 3, result.output
    assert "Traceback" not in result.output
    for told in (
        "a.jsonl:2: has no field `text` that is a text",
        "a.jsonl:3: is no JSON",
        "a.jsonl:4: is no JSON object",
        "a.jsonl:5: has no field `text` that is a text",
        "a.jsonl:6: has the id `1`, as a.jsonl:1 has",
        "a.jsonl:7: holds no letter",
        "a.jsonl:8: holds no text",
        "b.jsonl:1: has the id `1`, as a.jsonl:1 has",
    ):
        assert told in result.stderr
    assert read(tmp_path / "out/kept.jsonl") == [{"id": "1", "text": ONE}, {"id": "7", "text": "。。。", "n": 2}]
    assert [one["document"] for one in read(tmp_path / "out/dropped.jsonl")] == ["9"]
    failed = {one["place"]: one for one in read(tmp_path / "out/failed.jsonl")}
    assert json.loads(failed["a.jsonl:6"]["line"]) == {"id": "1", "text": THREE, "n": 1}
    assert failed["a.jsonl:3"]["line"].strip() == '{"id": "3", "text": "' + TWO
    assert len(failed) == 8
    assert all(one["problem"] and one["hint"] for one in failed.values())


def test_nothing_to_read(invoke, tmp_path):
    result = invoke("dedup", write(tmp_path / "in.jsonl", {"id": "1"}), "-o", tmp_path / "out")
    assert result.exit_code == 4
    assert "in.jsonl:1: has no field" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_source_that_loses_much_is_told_loudly(invoke, tmp_path):
    much = write(tmp_path / "much.jsonl", {"id": "m", "text": ONE + TWO})
    little = write(tmp_path / "whole.jsonl", {"id": "l", "text": ONE + TWO + THREE})
    result = invoke("dedup", much, little, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "100% of much.jsonl goes as copies" in result.stderr
    assert "of whole.jsonl goes" not in result.stderr


def test_files_of_a_folder_are_records(invoke, tmp_path):
    for name, text in (("b/甲.txt", f"{ONE}\n\n{TWO}\n"), ("乙.md", f"{ONE}\n\n{THREE}\n\n\n")):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    assert invoke("dedup", tmp_path / "in", "-o", tmp_path / "out").exit_code == 0
    assert read(tmp_path / "out/kept.jsonl") == [
        {"id": "b/甲.txt", "text": f"{ONE}\n\n{TWO}\n"},
        {"id": "乙.md", "text": f"{THREE}\n\n\n"},
    ]


def results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_bytes_for_any_order_and_hash_seed(run, tmp_path):
    texts = [ONE + TWO, TWO + THREE, f"{ONE}\n{THREE}", ONE, THREE + ONE, "会后休息。"]
    rows = [{"id": f"{at}", "text": text, "at": at} for at, text in enumerate(texts)]
    seen = []
    for seed in range(4):
        shuffled = random.Random(seed).sample(rows, len(rows))
        write(tmp_path / "x.jsonl", *shuffled[: seed + 1])
        write(tmp_path / "y.jsonl", *shuffled[seed + 1 :])
        paths = ["x.jsonl", "y.jsonl"] if seed % 2 else ["y.jsonl", "x.jsonl"]
        done = run("dedup", *paths, "-o", f"out{seed}", environment={"PYTHONHASHSEED": str(seed)})
        assert done.returncode == 0, done.stderr
        seen.append(results(tmp_path / f"out{seed}"))
    assert seen[0] == seen[1] == seen[2] == seen[3]
    assert seen[0]["duplicates.jsonl"].count(b"removed") > 2


def test_a_full_or_closed_output_leaves_what_stood_there(invoke, corpus, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/kept.jsonl").mkdir()
    result = invoke("dedup", corpus, "-o", tmp_path / "out")
    assert result.exit_code == 5
    assert "Traceback" not in result.output
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".")]


def test_parquet_in_and_out(invoke, tmp_path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    schema = pa.schema([
        ("day", pa.date32()), ("price", pa.decimal128(10, 2)), ("text", pa.large_string()), ("id", pa.int32()),
        ("raw", pa.binary()), ("seen", pa.timestamp("ms", tz="UTC")), ("tags", pa.list_(pa.int8())),
    ])  # fmt: skip
    seen = datetime(2020, 1, 2, tzinfo=UTC)
    rows = [
        {"day": date(1998, 3, at), "price": Decimal("1.50"), "text": text, "id": at, "raw": b"\x00\xff", "seen": seen,
         "tags": [at]}
        for at, text in ((3, ONE), (2, f"{ONE}\n{THREE}"), (1, ONE + TWO), (4, None))
    ]  # fmt: skip
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), tmp_path / "in.parquet")
    result = invoke("dedup", tmp_path / "in.parquet", "-o", tmp_path / "out", "--format", "parquet")
    assert result.exit_code == 3, result.output
    assert "in.parquet:4: has no field `text`" in result.stderr
    (failed,) = read(tmp_path / "out/failed.jsonl")
    assert (failed["place"], json.loads(failed["line"])["day"]) == ("in.parquet:4", "1998-03-04")
    kept = parquet.read_table(tmp_path / "out/kept.parquet")
    assert kept.schema.equals(schema)
    assert kept.to_pylist() == [rows[2], {**rows[1], "text": THREE}]
    (tmp_path / "lines").mkdir()
    (tmp_path / "lines/kept.parquet").write_bytes(b"of an earlier run")
    (tmp_path / "lines/.cntextclean-0123456789abcdef.tmp").write_bytes(b"of a killed run")
    invoke("dedup", tmp_path / "in.parquet", "-o", tmp_path / "lines")
    names = ["corrections.jsonl", "dropped.jsonl", "duplicates.jsonl", "failed.jsonl", "kept.jsonl"]
    assert sorted(path.name for path in (tmp_path / "lines").iterdir()) == names
    lines = read(tmp_path / "lines/kept.jsonl")
    assert [list(line) for line in lines] == [schema.names] * 2
    assert lines[1] == {
        "day": "1998-03-02", "price": "1.50", "text": THREE, "id": 2, "raw": "AP8=", "seen": "2020-01-02T00:00:00Z",
        "tags": [2],
    }  # fmt: skip


def test_of_two_records_of_one_id_the_first_path_counts_whatever_is_given_first(invoke, tmp_path):
    one, two = (
        write(tmp_path / "a.jsonl", {"id": "x", "text": ONE}),
        write(tmp_path / "b.jsonl", {"id": "x", "text": TWO}),
    )
    for name, order in (("forth", (one, two)), ("back", (two, one))):
        result = invoke("dedup", *order, "-o", tmp_path / name)
        assert result.exit_code == 3
        assert "b.jsonl:1: has the id `x`, as a.jsonl:1 has" in result.stderr
        assert [line["text"] for line in read(tmp_path / name / "kept.jsonl")] == [ONE]
        assert [json.loads(line["line"])["text"] for line in read(tmp_path / name / "failed.jsonl")] == [TWO]


def test_numbers_that_json_does_not_know_are_no_nothing(invoke, tmp_path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = {
        "text": [ONE, TWO],
        "id": [1, 2],
        "x": [float("nan"), None],
        "deep": [[{"y": float("-inf")}], [{"y": 0.5}]],
    }
    parquet.write_table(pa.table(table), tmp_path / "in.parquet")
    assert invoke("dedup", tmp_path / "in.parquet", "-o", tmp_path / "out").exit_code == 0
    lines = {line["id"]: (line["x"], line["deep"]) for line in read(tmp_path / "out/kept.jsonl")}
    assert lines == {1: ("nan", [{"y": "-inf"}]), 2: (None, [{"y": 0.5}])}


@pytest.mark.parametrize("command", ["dedup", "thin"])
def test_one_run_at_a_time_in_a_folder(invoke, tmp_path, command):
    pytest.importorskip("fcntl")
    from cntextclean.run.journal import only_run

    write(tmp_path / "a.jsonl", {"id": "x", "text": ONE})
    with only_run(tmp_path / "out"):
        result = invoke(command, tmp_path / "a.jsonl", "-o", tmp_path / "out")
    assert result.exit_code == 5
    assert "is being written by another process" in result.stderr
    assert invoke(command, tmp_path / "a.jsonl", "-o", tmp_path / "out").exit_code == 0


@pytest.mark.parametrize("texts", [[TWO, ONE], [ONE]])
def test_a_table_that_changes_under_way_is_told_and_nothing_is_written(tmp_path, texts):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")

    def put(texts: list[str]) -> None:
        parquet.write_table(pa.table({"id": [*range(len(texts))], "text": texts}), tmp_path / "in.parquet")

    put([ONE, TWO])
    with pytest.raises(InputError, match=r"in.parquet: has changed since it was read. To do: run"):
        deduplicate_inputs([tmp_path / "in.parquet"], tmp_path / "out", Config(), lambda _: put(texts))
    assert not list((tmp_path / "out").iterdir())


def test_parquet_from_lines_and_tables_that_do_not_fit(invoke, tmp_path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    write(tmp_path / "a.jsonl", {"id": "x", "text": ONE, "n": 1}, {"id": "y", "text": TWO, "of": "丙"})
    assert invoke("dedup", tmp_path / "a.jsonl", "-o", tmp_path / "out", "--format", "parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "out/kept.parquet").to_pylist() == [
        {"id": "x", "text": ONE, "n": 1, "of": None},
        {"id": "y", "text": TWO, "n": None, "of": "丙"},
    ]
    parquet.write_table(pa.table({"id": ["z"], "text": [THREE], "n": ["一"]}), tmp_path / "b.parquet")
    result = invoke(
        "dedup", tmp_path / "a.jsonl", tmp_path / "b.parquet", "-o", tmp_path / "bad", "--format", "parquet"
    )
    assert result.exit_code == 2
    assert "do not make one table" in result.stderr
    assert list((tmp_path / "bad").iterdir()) == []


def test_parquet_needs_its_extra(invoke, corpus, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    result = invoke("dedup", corpus, "-o", tmp_path / "out", "--format", "parquet")
    assert result.exit_code == 2
    assert "cntextclean[parquet]" in result.stderr
