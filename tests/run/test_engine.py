"""Runs as the library sees them."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

import cntextclean as ctc
from cntextclean.cli.progress import Watcher
from cntextclean.errors import TraceError
from cntextclean.run.dedup import Comparison, deduplicate_inputs
from cntextclean.run.engine import Engine
from cntextclean.run.journal import Store
from cntextclean.run.plan import make_plan
from cntextclean.run.prove import prove
from cntextclean.run.records import DocumentRecord, InputRecord, RunRecord
from cntextclean.run.versions import run_key
from cntextclean.write.jsonl import read_documents

SHARED = (
    "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，各地见招拆招。"
    "企业是创新的主体，也是合作的主角，三省一市的龙头企业发起成立联合体，围绕关键技术携手攻关，成果共享。"
    "从港口到机场，从高铁到公路，互联互通的基础设施让要素流动更加顺畅，市民的生活也因此更加方便。"
)
TEXTS = {
    "a.txt": "今天上午,第六届高层论坛在温州举行。\n",
    "b/a.txt": "会议讨论了区域合作的问题。\n",
    "b/c.txt": "会后签署了合作协议。\n",
}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "in"


def test_documents_stream_in_the_order_of_the_inputs(pages):
    documents = list(ctc.Cleaner().run([pages]))
    assert [document.id for document in documents] == sorted(TEXTS)
    assert documents[0].text == "今天上午，第六届高层论坛在温州举行。\n"


def test_processes_give_the_same(pages):
    assert list(ctc.Cleaner(jobs=2).run([pages])) == list(ctc.Cleaner().run([pages]))


def test_one_path_is_a_path(pages):
    assert [document.id for document in ctc.Cleaner().run(str(pages / "a.txt"))] == ["a.txt"]


def test_failures_are_collected_or_raised(pages):
    (pages / "0.txt").touch()
    cleaner = ctc.Cleaner()
    assert len(list(cleaner.run([pages]))) == 3
    assert [(one.name, one.problem) for one in cleaner.failures] == [("0.txt", "is empty")]
    with pytest.raises(ctc.InputError, match=r"0\.txt: is empty\. To do: "):
        list(cleaner.run([pages], on_error="raise"))
    with pytest.raises(ctc.InputError, match="does not exist"):
        list(cleaner.run([pages / "none"], on_error="raise"))


def test_the_configuration_is_obeyed(pages):
    document = next(ctc.Cleaner(ctc.Config(ignore=("punctuation",))).run([pages / "a.txt"]))
    assert document.text == "今天上午,第六届高层论坛在温州举行。\n"


def test_the_key_follows_the_configuration():
    assert run_key(ctc.Config()) != run_key(ctc.Config(ignore=("punctuation",)))


def test_the_public_face():
    for name in ctc.__all__:
        assert getattr(ctc, name) is not None
    assert set(ctc.__all__) <= set(dir(ctc))
    with pytest.raises(AttributeError, match="nothing"):
        _ = ctc.nothing


def clean_into(out: Path, pages: Path, config: ctc.Config | None = None) -> RunRecord:
    with Watcher() as watcher:
        return Engine(make_plan([pages], out), config or ctc.Config(), out, watcher).run(jobs=1).record


def write_records(path: Path, *records: object) -> None:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records), encoding="utf-8")


def test_records_are_documents_and_fail_alone(tmp_path):
    (tmp_path / "in").mkdir()
    good = [{"id": name, "text": f"{name}说，今天上午开会。"} for name in ("甲", "乙/丙", "../丁")]
    write_records(tmp_path / "in/a.jsonl", *good, {"id": "无"}, "没有")
    run = clean_into(tmp_path / "out", tmp_path / "in")
    one = run.inputs[0]
    assert (one.status, len(one.documents), len(one.problems)) == ("done", 3, 2)
    assert [problem.name for problem in one.problems] == ["a.jsonl:4", "a.jsonl:5"]
    assert [document.outputs[0].path for document in one.documents] == [
        "markdown/a.jsonl/甲.md", "markdown/a.jsonl/乙/丙.md", "markdown/a.jsonl/丁.md",
    ]  # fmt: skip
    assert (run.totals.done, run.totals.records_failed, run.totals.documents) == (1, 2, 3)
    assert all(verdict.proved for verdict in prove(tmp_path / "out"))


def test_one_id_in_two_inputs_is_told_apart_in_every_run_alike(tmp_path):
    (tmp_path / "in").mkdir()
    long = "会议讨论了区域合作的问题，签署了多项重要的合作协议。\n\n" * 3
    write_records(tmp_path / "in/a.jsonl", {"id": "1", "text": long})
    write_records(tmp_path / "in/b.jsonl", {"id": "1", "text": long}, {"id": "2", "text": "会后休息。"})
    out = tmp_path / "out"
    run = clean_into(out, tmp_path / "in")
    assert [document.id for one in run.inputs for document in one.documents] == ["1", "b.jsonl/1", "2"]
    assert all(verdict.proved for verdict in prove(out))
    renamed = list(read_documents(out / "documents.jsonl"))[1]
    assert renamed.repeats
    assert {one.duplicate.document for one in renamed.repeats} == {"b.jsonl/1"}
    (tmp_path / "in/a.jsonl").unlink()
    again = clean_into(out, tmp_path / "in")
    assert [document.id for document in again.inputs[0].documents] == ["1", "2"]
    assert again == clean_into(tmp_path / "fresh", tmp_path / "in")
    assert (out / "documents.jsonl").read_bytes() == (tmp_path / "fresh/documents.jsonl").read_bytes()


def test_an_input_of_many_documents_goes_on_part_by_part(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    write_records(
        tmp_path / "in/a.jsonl", *({"id": f"{one}", "text": f"第{one}篇，今天上午开会。"} for one in range(9))
    )
    write_records(tmp_path / "in/b.jsonl", *({"id": f"b{one}", "text": f"第{one}篇，会后休息。"} for one in range(3)))
    whole = clean_into(tmp_path / "whole", tmp_path / "in")
    listed = [document.id for document in ctc.Cleaner().run([tmp_path / "in"])]
    monkeypatch.setattr("cntextclean.run.work.PART", 1500)
    assert clean_into(tmp_path / "parts", tmp_path / "in") == whole
    assert (tmp_path / "parts/documents.jsonl").read_bytes() == (tmp_path / "whole/documents.jsonl").read_bytes()
    assert [document.id for document in ctc.Cleaner().run([tmp_path / "in"])] == listed
    assert listed == [*map(str, range(9)), "b0", "b1", "b2"]


def test_parts_count_when_the_final_one_is_there(tmp_path):
    record = InputRecord("a.jsonl", "done")
    with Store(tmp_path, "key") as store:
        store.append(record, [], part=0, final=False)
        store.append(InputRecord("b.txt", "done"), [])
        store.append(record, [], part=1, final=False)
    assert list(Store(tmp_path, "key").load().inputs) == ["b.txt"]
    with Store(tmp_path, "key") as store:
        store.load()
        store.append(record, [], part=0)
    assert sorted(Store(tmp_path, "key").load().inputs) == ["a.jsonl", "b.txt"]
    assert Store(tmp_path, "other key").load().inputs == {}


def test_a_document_of_an_id_that_is_taken_is_named_after_its_input(tmp_path):
    pages, out = tmp_path / "in", tmp_path / "out"
    pages.mkdir()
    for name in ("r", "s"):
        write_records(pages / f"{name}.jsonl", {"id": "a", "text": f"今天上午，{name}会开幕。"})

    def ids() -> list[str]:
        return [document.id for document in read_documents(out / "documents.jsonl")]

    run = clean_into(out, pages)
    assert ids() == ["a", "s.jsonl/a"]
    assert [(one.id, one.own) for record in run.inputs for one in record.documents] == [("a", "a"), ("s.jsonl/a", "a")]
    assert all(verdict.proved for verdict in prove(out))
    (pages / "r.jsonl").unlink()
    clean_into(out, pages)  # the other one has the id for itself now
    assert ids() == ["a"]


def test_a_record_that_names_a_file_outside_takes_nothing_away(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("今天上午开会。", encoding="utf-8")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    clean_into(tmp_path / "out", tmp_path / "in")
    record = tmp_path / "out/run.json"
    forged = json.loads(record.read_bytes())
    forged["files"] += [{"path": "../mine.txt", "sha256": sha256(b"mine").hexdigest()}]
    record.write_text(json.dumps(forged), encoding="utf-8")
    (tmp_path / "in/a.txt").write_text("今天下午开会。", encoding="utf-8")
    clean_into(tmp_path / "out", tmp_path / "in")
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"


def test_a_line_of_the_store_that_changed_is_not_believed(tmp_path):
    line = ctc.clean("今天上午开会。", name="a").to_json().encode()
    document = DocumentRecord("a", "a", sha256(line).hexdigest())
    with Store(tmp_path, "key") as store:
        store.append(InputRecord("a.txt", "done", documents=(document,)), [line])
        store.append(InputRecord("b.txt", "done"), [])
    assert list(Store(tmp_path, "key").load().inputs) == ["a.txt", "b.txt"]
    path = tmp_path / ".cntextclean/store.jsonl"
    path.write_bytes(path.read_bytes().replace("上午".encode(), "下午".encode()))
    assert list(Store(tmp_path, "key").load().inputs) == []


def test_an_archive_is_a_folder_of_documents(tmp_path):
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in/a.zip", "w") as archive:
        archive.writestr("b/一.txt", "今天上午开会。\n")
        archive.writestr("二.txt", "会后签署了合作协议。\n")
    run = clean_into(tmp_path / "out", tmp_path / "in")
    assert sorted(document.id for document in run.inputs[0].documents) == ["a.zip/b/一.txt", "a.zip/二.txt"]
    assert (tmp_path / "out/markdown/a.zip/b/一.md").exists()


def corpus_of_two(folder: Path) -> Path:
    folder.mkdir()
    for name, before, after in (
        ("a.txt", "", ""),
        ("b.txt", "今天上午,代表们继续开会。\n\n", "\n\n会后,大家参观了港口。\n"),
    ):
        (folder / name).write_text(f"{before}{SHARED}{after}\n", encoding="utf-8")
    return folder


def test_copies_across_documents_are_removed_and_named(tmp_path):
    pages, out = corpus_of_two(tmp_path / "in"), tmp_path / "out"
    run = clean_into(out, pages, ctc.Config(dedup="corpus"))
    assert run.totals.removed == 1
    first, second = read_documents(out / "documents.jsonl")
    (removal,) = first.removed
    source = (pages / "a.txt").read_text("utf-8")
    assert (removal.kind, removal.rule, removal.of.document) == ("duplicate", "repeats.block", "b.txt")
    assert "".join(source[slice(*span)] for span in removal.source) == removal.text == SHARED
    kept = {block.id: block for block in second.blocks}[removal.of.block]
    assert kept.text == SHARED
    assert (first.blocks, second.removed) == ((), ())
    rows = [json.loads(line) for line in (out / "duplicates.jsonl").read_text("utf-8").splitlines()]
    assert [(row["action"], row["duplicate"]["document"], row["kept"]["document"]) for row in rows] == [
        ("removed", "a.txt", "b.txt")
    ]
    assert SHARED not in (out / "markdown/a.md").read_text("utf-8")
    assert SHARED in (out / "markdown/b.md").read_text("utf-8")
    assert all(verdict.proved for verdict in prove(out)), [one for one in prove(out) if not one.proved]


def test_the_library_takes_copies_out_across_documents_too(tmp_path):
    pages = corpus_of_two(tmp_path / "in")
    clean_into(tmp_path / "out", pages, ctc.Config(dedup="corpus"))
    cleaner = ctc.Cleaner(ctc.Config(dedup="corpus"))
    assert list(cleaner.run([pages])) == list(read_documents(tmp_path / "out/documents.jsonl"))
    assert [warning.partition(" goes as copies")[0] for warning in cleaner.warnings] == ["99% of a.txt"]
    assert [len(one.removed) for one in ctc.Cleaner().run([pages])] == [0, 0]


def test_a_document_that_cannot_be_cut_stays_and_says_so(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise TraceError("the edits do not fit")

    monkeypatch.setattr("cntextclean.run.crossing.shorten", refuse)
    clean_into(tmp_path / "out", corpus_of_two(tmp_path / "in"), ctc.Config(dedup="corpus"))
    first, second = read_documents(tmp_path / "out/documents.jsonl")
    assert (first.removed, second.removed) == ((), ())
    assert [block.text for block in first.blocks][-1] == SHARED
    (told,) = first.repeats
    assert told.action == "labelled"
    assert told.evidence.endswith("; stays: the edits do not fit")


def test_a_corpus_that_changed_is_compared_anew(tmp_path):
    pages, out, config = corpus_of_two(tmp_path / "in"), tmp_path / "out", ctc.Config(dedup="corpus")

    def files(folder: Path) -> dict[str, bytes]:
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    with Watcher() as watcher:
        first = Engine(make_plan([pages], out), config, out, watcher).run(jobs=1)
    before = files(out)
    with Watcher() as watcher:
        second = Engine(make_plan([pages], out), config, out, watcher).run(jobs=1)
    assert (first.unchanged, second.unchanged) == (0, 2)
    assert first.warnings == second.warnings == ("99% of a.txt goes as copies. Read the findings before you go on.",)
    assert files(out) == before
    (pages / "b.txt").unlink()
    again = clean_into(out, pages, config)
    assert again.totals.removed == 0
    assert SHARED in (out / "markdown/a.md").read_text("utf-8")
    clean_into(tmp_path / "fresh", pages, config)
    assert files(out) == files(tmp_path / "fresh")


def test_a_corpus_of_which_a_file_is_gone_is_compared_from_the_start(tmp_path):
    """What is labelled would be labelled once more in documents that tell it already."""
    out, config = tmp_path / "out", ctc.Config(dedup="corpus")
    (tmp_path / "in").mkdir()
    for name, figures in (("a", ("2021", "3100", "480")), ("b", ("2022", "3650", "515"))):
        year, visitors, shows = figures
        text = f"截至{year}年底，全省有博物馆百余座，全年接待观众{visitors}万人次，举办展览{shows}个，参加的学生很多。"
        (tmp_path / f"in/{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    clean_into(out, tmp_path / "in", config)
    told = (out / "duplicates.jsonl").read_bytes()
    assert [json.loads(row)["action"] for row in told.splitlines()] == ["labelled"]
    (out / "duplicates.jsonl").unlink()
    clean_into(out, tmp_path / "in", config)
    assert (out / "duplicates.jsonl").read_bytes() == told


def test_the_copies_of_clean_texts_are_taken_out(tmp_path):
    write_records(
        tmp_path / "in.jsonl",
        {"id": "a", "text": SHARED},
        {"id": "b", "text": f"{SHARED}\n今天上午，代表们继续开会，讨论了来年的安排，随后参观了新建的港口。"},
        {"id": "c"},
    )
    told: list[Comparison] = []
    dry = deduplicate_inputs([tmp_path / "in.jsonl"], tmp_path / "out", ctc.Config(), told.append, dry_run=True)
    assert not (tmp_path / "out").exists()
    found = deduplicate_inputs([tmp_path / "in.jsonl"], tmp_path / "out", ctc.Config(), told.append)
    assert (found.records, found.removed, len(found.failures), len(told)) == (2, 1, 1, 2)
    assert (dry.records, dry.kept, dry.removed) == (2, found.kept, 1)
    kept = [json.loads(line) for line in (tmp_path / "out/kept.jsonl").read_text("utf-8").splitlines()]
    assert sum(SHARED in one["text"] for one in kept) == 1
