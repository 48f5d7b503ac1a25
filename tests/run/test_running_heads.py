"""Running heads over the files of a folder and the pages of a document, through the real command."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cntextclean import Config, clean
from cntextclean.config import ReadConfig
from cntextclean.read.sources import Input
from cntextclean.run.survey import with_running_heads
from cntextclean.run.tasks import Task

BODIES = (
    "今天上午，论坛在温州举行，各方代表齐聚一堂。",
    "历时三个月的水库清淤工程昨天全部完成。",
    "负责人介绍，今后每年枯水期都将检查一次。",
    "附近的村民早早来到大坝上观看。",
    "把结果告诉下游的五个村庄。",
)
WEEK = "一二三四五六日"


def write_pages(folder: Path, count: int, *, section: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        head = f"江城日报　2011年6月{number + 1}日　星期{WEEK[number % 7]}"
        middle = [section] if section and number % 3 == 0 else []
        body = f"{BODIES[number % 5]}\n一、第{number}点\n{BODIES[(number + 2) % 5]}"
        lines = [
            head,
            *middle,
            f"{BODIES[number % 5][:4]}的消息",
            body,
            "值班主任 王五　版式 李四",
            f"· {number + 3} ·",
        ]
        (folder / f"{number:02}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(folder: Path, out: Path, *options: str) -> list[dict]:
    command = [sys.executable, "-m", "cntextclean", "clean", str(folder), "-o", str(out), *options]
    subprocess.run(command, check=True, capture_output=True)
    return [json.loads(line) for line in (out / "documents.jsonl").read_text(encoding="utf-8").splitlines()]


def furniture(document: dict) -> list[str]:
    return [block["text"] for block in document["blocks"] if block["role"] == "furniture"]


def test_lines_that_come_back_are_furniture_with_evidence(tmp_path: Path) -> None:
    write_pages(tmp_path / "in", 8, section="社论")
    documents = run(tmp_path / "in", tmp_path / "out")
    for number, document in enumerate(documents):
        head, *_, editor, page = furniture(document)
        assert head.startswith("江城日报")
        assert editor.startswith("值班主任")
        assert page == f"· {number + 3} ·"
        found = [one for one in document["findings"] if one["rule"] == "lines.running-head"]
        assert [one["text"] for one in found] == [head, editor, page]
        assert all("5 or more files of the folder" in one["evidence"] for one in found)
        body = "\n".join(block["text"] for block in document["blocks"] if block["role"] != "furniture")
        assert BODIES[number % 5] in body
        assert f"一、第{number}点" in body
    assert "社论" not in furniture(documents[0])


def test_the_same_for_any_number_of_workers_and_after_any_history(tmp_path: Path) -> None:
    write_pages(tmp_path / "in", 6)
    run(tmp_path / "in", tmp_path / "grown")
    write_pages(tmp_path / "in", 9)
    run(tmp_path / "in", tmp_path / "grown")
    run(tmp_path / "in", tmp_path / "two", "--jobs", "2")
    run(tmp_path / "in", tmp_path / "one", "--jobs", "1")
    for name in ("documents.jsonl", "run.json"):
        texts = {(tmp_path / out / name).read_bytes() for out in ("grown", "two", "one")}
        assert len(texts) == 1, name


def test_a_few_files_prove_nothing(tmp_path: Path) -> None:
    write_pages(tmp_path / "in", 3)
    documents = run(tmp_path / "in", tmp_path / "out")
    rules = {one["rule"] for document in documents for one in document["findings"]}
    assert "lines.running-head" not in rules


def test_folders_are_looked_at_apart(tmp_path: Path) -> None:
    write_pages(tmp_path / "in" / "a", 6)
    other = tmp_path / "in" / "b"
    other.mkdir()
    for number, body in enumerate(BODIES):
        (other / f"{number}.txt").write_text(f"值班主任 王五　版式 李四\n{body}{number}\n", encoding="utf-8")
    (other / "5.txt").write_text("没有这一行的文件。\n", encoding="utf-8")
    paths = sorted((tmp_path / "in").rglob("*.txt"))
    tasks = [Task(n, Input(path.name, str(path), size=path.stat().st_size)) for n, path in enumerate(paths)]
    found = with_running_heads(tasks, Config())
    assert {form for form, _ in found[0].running} == {"江城日报#年#月#日星期#", "值班主任王五版式李四", "·#·"}
    assert {form for form, _ in found[-1].running} == {"值班主任王五版式李四"}
    assert with_running_heads(tasks, Config(ignore=("lines.running-head",))) == tuple(tasks)


@pytest.mark.parametrize("word", ["一、", "（一）总体要求", "第一章　总则", "参考文献", "记者 张三"])
def test_headings_and_bylines_that_come_back_stay(tmp_path: Path, word: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        text = f"{word}\n{BODIES[number % 5]}\n{BODIES[(number + 1) % 5]}\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    paths = sorted(folder.iterdir())
    tasks = [Task(n, Input(path.name, str(path), size=path.stat().st_size)) for n, path in enumerate(paths)]
    assert not any(task.running for task in with_running_heads(tasks, Config()))


def test_sentences_that_come_back_stay() -> None:
    pages = "\n\f".join(f"{body}\n本条例自{number}年1月1日起施行。" for number, body in enumerate(BODIES))
    assert not any(block.role == "furniture" for block in clean(pages).blocks)


def test_page_headers_between_form_feeds_do_not_cut_sentences() -> None:
    pages = [
        "江城日报　第1版\n历时三个月的水库清淤工程昨天全部完成，库容恢复到建成之初的水\n— 1 —",
        "江城日报　第2版\n平，附近的村民都来观看完工仪式，孩子们在岸边放起了风\n— 2 —",
        "江城日报　第3版\n筝。\n— 3 —",
    ]
    document = clean("\n\f".join(pages))
    [body] = [block.text for block in document.blocks if block.role != "furniture"]
    assert body.startswith("历时三个月的水库清淤工程昨天全部完成，库容恢复到建成之初的水平，附近")
    assert body.endswith("孩子们在岸边放起了风筝。")
    assert sum(block.role == "furniture" for block in document.blocks) == 6
    assert {"at the edge of 3 of 3 pages: 江城日报第#版"} < {one.evidence for one in document.findings}


def test_of_a_large_folder_an_even_choice_is_read(tmp_path, monkeypatch):
    from cntextclean.read import load

    write_pages(tmp_path, 12)
    read: list[str] = []
    load_input = load.load_input

    def seen(one: Input, config: ReadConfig) -> Iterator[object]:
        read.append(one.id)
        return load_input(one, config)

    monkeypatch.setattr(load, "load_input", seen)
    monkeypatch.setattr("cntextclean.run.survey.MOST_FILES", 5)
    paths = sorted(tmp_path.iterdir())
    tasks = [Task(number, Input(path.name, str(path), size=9)) for number, path in enumerate(paths)]
    assert all(task.running for task in with_running_heads(tasks, Config()))
    assert read == [path.name for path in paths[::3]]
