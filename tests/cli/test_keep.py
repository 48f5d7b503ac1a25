"""Which copy stays, whole stars, and the loud warning: all through the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from passages import ONE, THREE, TWO

LAST = "会后，代表们参观了临港新片区的集成电路产业园，听取了有关负责人对产业链布局情况的介绍，并交换了意见。"
NOISY = (ONE + TWO + THREE).translate(str.maketrans("产域环规金最", "户城坏视全晨"))
OTHER_NOISY = (ONE + TWO + THREE).translate(str.maketrans("业性群长面先手时", "亚牲郡氏而光于肘"))


def write(path: Path, rows: list[dict]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


RECORDS = [
    {"id": "a", "text": NOISY, "day": "1998-01-03", "paper": "晚报"},
    {"id": "b", "text": ONE + TWO + THREE, "day": "1998-01-02", "paper": "日报"},
    {"id": "c", "text": ONE + TWO, "day": "1998-01-01", "paper": "早报"},
    {"id": "d", "text": f"{OTHER_NOISY}会后合影。", "day": "1998-01-04", "paper": "周报"},
]


@pytest.mark.parametrize(
    ("options", "stays"),
    [
        ((), "b"),  # whole and clean
        (("--keep", "best"), "b"),
        (("--keep", "first"), "a"),
        (("--keep", "longest"), "d"),
        (("--keep", "earliest", "--date-field", "day"), "c"),
        (("--keep", "source-priority", "--sources", "周,晚", "--source-field", "paper"), "d"),
        (("--keep", "source-priority", "--sources", "周", "--sources", "晚", "--source-field", "paper"), "d"),
    ],
)
def test_what_two_texts_share_stays_in_the_chosen_one(run, tmp_path, options, stays):
    path = write(tmp_path / "in.jsonl", RECORDS)
    done = run("dedup", path, "-o", "out", "--isolated", *options)
    assert done.returncode == 0, done.stderr.decode()
    removed = [one for one in read(tmp_path / "out/duplicates.jsonl") if one["action"] == "removed"]
    assert stays not in {one["duplicate"]["document"] for one in removed}
    first = [one for one in removed if one["kept"]["start"] < len(ONE)]
    assert {one["kept"]["document"] for one in first} == {stays}


def test_the_setting_does_the_same(run, tmp_path):
    path = write(tmp_path / "in.jsonl", RECORDS)
    for out, options in (("option", ("--keep", "longest")), ("setting", ("--set", "repeats.keep=longest"))):
        assert run("dedup", path, "-o", out, "--isolated", *options).returncode == 0
    assert read(tmp_path / "option/duplicates.jsonl") == read(tmp_path / "setting/duplicates.jsonl")


def test_stars_and_no_chains(run, tmp_path):
    """A shares with B, B with C, A and C share nothing: both copies go from B alone, and each finding names its own."""
    rows = [
        {"id": "a", "text": f"{ONE}{TWO}\n{LAST}{THREE[:40]}。再说两句。"},
        {"id": "b", "text": f"{ONE}{TWO}\n{NOISY[:60]}\n{THREE}{LAST}"},
        {
            "id": "c",
            "text": f"{THREE}{LAST}\n完全不同的另一段文字，讲的是城市公园里的花草树木和四季的变化，与会议无关。",
        },
    ]
    done = run("dedup", write(tmp_path / "in.jsonl", rows), "-o", "out", "--keep", "first", "--isolated")
    assert done.returncode == 0
    texts = {row["id"]: row["text"] for row in rows}
    links = set()
    for one in read(tmp_path / "out/duplicates.jsonl"):
        if one["action"] == "removed" and one["duplicate"]["document"] != one["kept"]["document"]:
            copy, kept = (texts[one[side]["document"]][one[side]["start"] : one[side]["end"]]
                          for side in ("duplicate", "kept"))  # fmt: skip
            assert copy.strip("\n。，") in kept or kept.strip("\n。，") in copy
            links.add((one["duplicate"]["document"], one["kept"]["document"]))
    assert links == {("b", "a"), ("c", "b")}
    kept = {row["id"]: row["text"] for row in read(tmp_path / "out/kept.jsonl")}
    assert THREE in kept["b"]
    assert "花草树木" in kept["c"]


def test_clean_warns_of_an_input_that_loses_much(run, tmp_path):
    turn = "上海世博局负责人介绍，园区将于明年五月开放。"
    (tmp_path / "loop.txt").write_text(f"{ONE}\n\n{turn * 30}", encoding="utf-8")
    (tmp_path / "fine.txt").write_text(f"{TWO}\n\n{THREE}", encoding="utf-8")
    for _ in range(2):  # a second run that changes nothing warns again
        done = run("clean", "loop.txt", "fine.txt", "-o", "out", "--isolated")
        assert done.returncode == 0
        assert "85% of loop.txt goes as copies. Read the findings before you go on." in done.stderr.decode()
        assert "fine.txt goes" not in done.stderr.decode()
    quiet = run("clean", "loop.txt", "-o", "quiet", "--isolated", "--set", "repeats.warn_share=0.9")
    assert "goes as copies" not in quiet.stderr.decode()


def test_dedup_warns_of_a_source_that_loses_much(run, tmp_path):
    path = write(tmp_path / "in.jsonl", RECORDS)
    told = run("dedup", path, "-o", "out", "--isolated").stderr.decode()
    assert "of in.jsonl goes as copies" in told
    quiet = run("dedup", path, "-o", "quiet", "--isolated", "--set", "repeats.warn_share=0.95").stderr.decode()
    assert "goes as copies" not in quiet
