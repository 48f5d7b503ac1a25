"""The command ``thin`` from the outside: every record in one file, its line as it was; what goes names what stays."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from cntextclean.config import Config
from cntextclean.errors import InputError
from cntextclean.run.thin import thin_inputs
from passages import ONE

TWO = "制造业是长三角的金字招牌，先进制造业集群占全国近三分之一。锚定共育世界级集群的更高目标，优势互补、各展所长。"
NEAR = ONE.replace("热议", "关注")
FAR = ONE.replace("长三角", "珠三角").replace("高效", "有效").replace("潜力", "活力").replace("热议", "关注")


def write(path: Path, *lines: object) -> Path:
    shown = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in lines]
    path.write_text("".join(f"{line}\n" for line in shown), encoding="utf-8")
    return path


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_records_stay_as_their_lines_were_and_those_that_go_name_what_stays(run, tmp_path):
    source = write(
        tmp_path / "in.jsonl",
        f'{{"n": 1.50, "id": "a", "text" : "{ONE}", "x": [ ]}}',
        {"text": TWO},
        {"id": 7, "text": NEAR, "tags": {"甲": None}},
        {"id": "far", "text": FAR},
        {"id": "again", "text": TWO},
    )
    given = lines(source)
    done = run("thin", source, "-o", "out")
    assert done.returncode == 0, done.stderr
    assert "5 records, 0 failed → 3 kept, 2 dropped" in done.stderr.decode()
    assert lines(tmp_path / "out/kept.jsonl") == [given[0], given[1], given[3]]
    first, second = map(json.loads, lines(tmp_path / "out/dropped.jsonl"))
    assert (first["id"], first["place"], first["of"], first["of_place"]) == ("7", "in.jsonl:3", "a", "in.jsonl:1")
    assert 0.8 <= first["jaccard"] < 1
    assert first["record"] == json.loads(given[2])
    assert (second["id"], second["of"], second["jaccard"]) == ("again", "in.jsonl:2", 1.0)
    assert lines(tmp_path / "out/failed.jsonl") == []


def test_a_higher_share_keeps_more_and_a_dry_run_writes_nothing(invoke, tmp_path):
    source = write(tmp_path / "in.jsonl", {"text": ONE}, {"text": NEAR})
    for share, kept in (("0.95", 2), ("0.8", 1), ("0", 1)):
        result = invoke("thin", source, "--dry-run", "--alike", share)
        assert result.exit_code == 0, result.output
        assert f"{kept} kept" in result.output
    (tmp_path / "cntextclean.toml").write_text("repeats.alike = 0.95", encoding="utf-8")
    shown = invoke("thin", source, "--dry-run", "--config", tmp_path / "cntextclean.toml", "--alike", "0")
    assert "1 kept" in shown.output  # a zero that was typed counts
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cntextclean.toml", "in.jsonl"]


def test_what_is_written_is_utf8_whatever_was_read(invoke, tmp_path):
    marked, old = tmp_path / "b.jsonl", tmp_path / "c.jsonl"
    rows = [json.dumps({"text": text}, ensure_ascii=False) for text in (ONE, NEAR, TWO)]
    write(tmp_path / "a.jsonl", rows[0])
    marked.write_bytes(b"\xef\xbb\xbf" + f"{rows[1]}\r\n".encode())
    old.write_bytes("\n".join(rows[1:]).encode("gb18030"))
    result = invoke("thin", tmp_path / "a.jsonl", marked, old, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert lines(tmp_path / "out/kept.jsonl") == [rows[0], rows[2]]
    dropped = [json.loads(line) for line in lines(tmp_path / "out/dropped.jsonl")]
    assert [one["record"] for one in dropped] == [json.loads(rows[1])] * 2


def test_broken_lines_are_told_and_the_others_go_on(invoke, tmp_path):
    source = write(tmp_path / "in.jsonl", {"body": ONE}, '{"body": 1}', "{", "", {"body": NEAR}, {"text": TWO})
    with source.open("ab") as file:
        file.write(b'{"body": "\xff\xfe\xff"}\n')
        file.write(json.dumps({"body": f"{TWO}\ud800"}).encode())
    result = invoke("thin", source, "-o", tmp_path / "out", "--text-field", "body")
    assert result.exit_code == 3
    failed = [json.loads(line) for line in lines(tmp_path / "out/failed.jsonl")]
    assert [one["place"] for one in failed][:3] == ["in.jsonl:2", "in.jsonl:3", "in.jsonl:6"]
    assert "no field `body`" in failed[0]["problem"]
    assert [json.loads(line)["body"][:4] for line in lines(tmp_path / "out/kept.jsonl")][:1] == [ONE[:4]]
    assert len(lines(tmp_path / "out/dropped.jsonl")) == 1


def test_an_input_that_changes_under_way_is_told_and_nothing_is_written(tmp_path):
    source = write(tmp_path / "in.jsonl", {"text": ONE}, {"text": TWO}, "{")
    with pytest.raises(InputError, match=r"in.jsonl: has changed since it was read. To do: run"):
        thin_inputs([source], tmp_path / "out", Config(), lambda _: write(source, {"text": ONE}))
    assert not list((tmp_path / "out").iterdir())


def test_the_order_of_the_inputs_changes_nothing_and_packed_ones_are_read(invoke, tmp_path):
    draw = random.Random(4)
    texts = [ONE, NEAR, TWO, *("".join(draw.choices(ONE + TWO, k=60)) for _ in range(20))]
    one = write(tmp_path / "a.jsonl", *({"text": text} for text in texts[:12]))
    two = tmp_path / "b.jsonl.gz"
    two.write_bytes(gzip.compress("".join(json.dumps({"text": text}) + "\n" for text in texts[12:] + texts).encode()))
    for name, order in (("x", (one, two)), ("y", (two, one))):
        assert invoke("thin", *order, "-o", tmp_path / name).exit_code == 0
    for name in ("kept.jsonl", "dropped.jsonl"):
        assert (tmp_path / "x" / name).read_bytes() == (tmp_path / "y" / name).read_bytes()
    assert len(lines(tmp_path / "x/kept.jsonl")) == len(texts) - 1


def test_other_kinds_are_told_and_a_missing_output_is(invoke, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(ONE, encoding="utf-8")
    result = invoke("thin", tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 4
    assert "cntextclean dedup" in result.output
    assert not (tmp_path / "out").exists()
    assert invoke("thin", tmp_path / "in").exit_code == 2
