"""Files of articles: all known to the record, all proved, the same again, gone when they are wanted no more."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cntextclean import Config
from cntextclean.cli.progress import Watcher
from cntextclean.model import Document
from cntextclean.run.engine import Engine, Result
from cntextclean.run.plan import make_plan
from cntextclean.run.prove import prove
from cntextclean.write.jsonl import read_documents

SEEDS = Path(__file__).parents[2] / "seeds"
SPLIT = Config(formats=("markdown", "text", "json", "tei"), split="articles")
PAGE = "004_8060aeeac87d0dc9"


def run(folder: Path, out: Path, config: Config = SPLIT, jobs: int = 1) -> Result:
    with Watcher() as watcher:
        return Engine(make_plan([folder], out), config, out, watcher).run(jobs=jobs)


def outputs_of(result: Result) -> list[str]:
    return [output.path for one in result.record.inputs for made in one.documents for output in made.outputs]


def files_of(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(SEEDS / f"{PAGE}.txt", folder / "page.txt")
    (folder / "one.txt").write_text("今天上午,第六届高层论坛在温州举行。\n", encoding="utf-8")
    return folder


def test_each_article_has_a_file_in_each_format_and_all_are_recorded(pages, tmp_path):
    result = run(pages, tmp_path / "out")
    recorded = {
        output.path for one in result.record.inputs for document in one.documents for output in document.outputs
    }
    written = set(files_of(tmp_path / "out")) - {"documents.jsonl", "duplicates.jsonl", "report.html", "run.json"}
    assert recorded == written
    assert sum(path.startswith("markdown/page.articles/") for path in written) == 3
    assert "markdown/page.articles/01-长三角医保跨省结算提质扩面.md" in written
    assert {path for path in written if "one" in path} == {
        "json/one.json", "markdown/one.md", "tei/one.xml", "text/one.txt",
    }  # fmt: skip
    assert all(verdict.proved for verdict in prove(tmp_path / "out"))


def test_every_block_is_in_exactly_one_file(pages, tmp_path):
    run(pages, tmp_path / "out")
    documents: list[Document] = list(read_documents(tmp_path / "out/documents.jsonl"))
    for document in documents:
        base = tmp_path / "out/json" / document.id.removesuffix(".txt")
        folder = base.with_name(base.name + ".articles")
        trees = [path for path in [base.with_suffix(".json"), *folder.glob("*.json")] if path.is_file()]
        held = [one for path in trees for one in ids_in(json.loads(path.read_text("utf-8")))]
        assert sorted(held) == sorted(block.id for block in document.blocks)


def ids_in(value: object) -> list[str]:
    if isinstance(value, list):
        return [one for item in value for one in ids_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value["id"]] if "role" in value else []
    return own + [one for item in value.values() for one in ids_in(item)]


def test_a_second_run_does_nothing_and_any_number_of_workers_gives_the_same(pages, tmp_path):
    run(pages, tmp_path / "out")
    before = files_of(tmp_path / "out")
    again = run(pages, tmp_path / "out")
    assert again.unchanged == 2
    assert files_of(tmp_path / "out") == before
    run(pages, tmp_path / "two", jobs=2)
    assert files_of(tmp_path / "two") == before


def test_a_file_that_was_changed_is_written_anew_and_verify_names_it(pages, tmp_path):
    run(pages, tmp_path / "out")
    before = files_of(tmp_path / "out")
    path = next(path for path in (tmp_path / "out/text/page.articles").iterdir())
    path.write_text("anders", encoding="utf-8")
    assert [one.problem for one in prove(tmp_path / "out") if not one.proved] == [
        f"text/page.articles/{path.name} has changed since it was written"
    ]
    assert run(pages, tmp_path / "out").unchanged == 1
    assert files_of(tmp_path / "out") == before


def test_a_record_that_leaves_a_file_out_is_no_proof(pages, tmp_path):
    run(pages, tmp_path / "out")
    path = tmp_path / "out/run.json"
    record = json.loads(path.read_text("utf-8"))
    outputs = next(one for one in record["inputs"] if one["name"] == "page.txt")["documents"][0]["outputs"]
    gone = outputs.pop(1)["path"]
    path.write_text(json.dumps(record), encoding="utf-8")
    assert [one.problem for one in prove(tmp_path / "out") if not one.proved] == [f"{gone} is not recorded"]


def test_whole_files_take_the_place_of_articles_and_the_other_way_round(pages, tmp_path):
    run(pages, tmp_path / "out")
    whole = Config(formats=("markdown",))
    run(pages, tmp_path / "out", whole)
    assert sorted(path for path in files_of(tmp_path / "out") if "/" in path) == ["markdown/one.md", "markdown/page.md"]
    run(pages, tmp_path / "out", Config(formats=("markdown",), split="articles"))
    assert "markdown/page.md" not in files_of(tmp_path / "out")
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_no_input_takes_the_place_of_an_article(pages, tmp_path):
    page = (pages / "page.txt").read_bytes()
    for name in ("page.articles/01-长三角医保跨省结算提质扩面.txt", "PAGE.txt", "page.articles.txt", "page.md"):
        (pages / name).parent.mkdir(exist_ok=True)
        (pages / name).write_bytes(page)
    records = [{"id": name, "text": page.decode("utf-8-sig")} for name in ("x", "x.articles/01", "X")]
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in records)
    (pages / "page.jsonl").write_text(lines, encoding="utf-8")
    result = run(pages, tmp_path / "out", Config(formats=("markdown",), split="articles", dedup="none"))
    outputs = outputs_of(result)
    assert len(outputs) == 8 * 3 + 1
    assert len({path.casefold() for path in outputs}) == len(outputs)
    assert all(verdict.proved for verdict in prove(tmp_path / "out"))
    assert run(pages, tmp_path / "out", Config(formats=("markdown",), split="articles", dedup="none")).unchanged == 7


def test_an_article_that_is_the_copy_of_another_pages_loses_its_text_and_all_files_are_proved(pages, tmp_path):
    text = (pages / "page.txt").read_text("utf-8-sig")
    (pages / "zcopy.txt").write_text(text, encoding="utf-8")
    run(pages, tmp_path / "out", Config(formats=("text",), split="articles", dedup="corpus"))
    verdicts = list(prove(tmp_path / "out"))
    assert [one for one in verdicts if not one.proved] == []
    documents = list(read_documents(tmp_path / "out/documents.jsonl"))
    assert any(one.removed for one in documents if one.id == "zcopy.txt")
