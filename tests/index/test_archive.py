"""The library: what an index answers, and that the same texts give the same bytes."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

import cntextclean as ctc
from cntextclean.config import Config, RepeatsConfig
from cntextclean.errors import ArchiveError, UsageError
from cntextclean.index import builder
from cntextclean.index.archive import Index
from cntextclean.index.model import Report


def test_every_passage_has_its_places_in_both_texts(archive, texts):
    asked = f"会后休息。\n{texts['three']}\n{texts['one'][:60]}"
    answer = archive.query(("new", asked))
    assert [known.document for known in answer.known] == ["b/乙.txt", "a"]
    for known in answer.known:
        there = archive.text(known.document)
        for hit in known.hits:
            mine = asked[hit.query.start : hit.query.end]
            assert (hit.query.document, hit.archive.document) == ("new", known.document)
            assert mine == there[hit.archive.start : hit.archive.end]
            assert (hit.similarity, hit.jaccard, hit.containment) == (1.0, 1.0, 1.0)
    whole, part = answer.known
    assert (whole.relation, whole.held, whole.hits[0].verdict) == ("contains", 1.0, "copy")
    assert 0.3 < part.covered < 0.5
    assert "stays" in part.hits[0].evidence


def test_noise_truncation_and_script(archive, texts):
    noisy = texts["three"].replace("温情", "溫情").replace("嘉宾", "嘉实").replace("银发", "银友")
    (known,) = archive.query(noisy).known
    assert (known.document, known.relation) == ("b/乙.txt", "near")
    assert any(hit.differing for hit in known.hits)
    assert 0.8 < known.jaccard < 1
    (cut,) = archive.query(texts["two"][:90]).known
    assert (cut.document, cut.relation, cut.covered) == ("a", "contained", 1.0)


def test_other_numbers_are_told_and_no_copies(tmp_path):
    year = "2015年全市完成货物周转量120万吨公里，比上年增长3.5%，其中铁路完成30万吨公里，公路完成90万吨公里，均创新高。"
    index = Index.build(tmp_path / "x", [("2015", year * 2)])
    answer = index.query(year.replace("2015", "2016").replace("120", "131").replace("3.5", "4.1") * 2)
    assert [hit.verdict for known in answer.known for hit in known.hits if hit.relation == "template"] == [
        "alike"
    ] * len(answer.known[0].hits)
    assert answer.known[0].covered == 0.0


def test_nothing_of_a_text_is_there(archive):
    assert archive.query("窗前明月光，疑是地上霜。举头望明月，低头思故乡。春眠不觉晓，处处闻啼鸟。").known == ()
    assert archive.query("").known == ()
    assert archive.query("。。").known == ()


def test_the_very_same_text_under_any_id(archive, texts):
    assert archive.query(("other", texts["three"])).identical == ("b/乙.txt",)
    assert archive.query(("other", texts["three"] + "。")).identical == ()
    report = archive.add([("c", texts["three"])])
    assert (report.added, report.renamed) == (1, 1)
    assert archive.query(texts["three"]).identical == ("b/乙.txt", "c")


def test_the_same_records_twice(archive, texts, tree):
    before = tree(archive.folder)
    report = archive.add([("b/乙.txt", texts["three"]), ("b/乙.txt", texts["three"])])
    assert report == Report(added=0, repeated=2)
    assert tree(archive.folder) == before
    report = archive.add([("a", texts["one"]), ("d", texts["two"]), ("d", texts["one"])])
    assert (report.added, report.repeated) == (1, 0)
    assert [str(one) for one in report.failures] == [
        "a: has the id `a`, which the index holds with another text. To do: give it an id of its own.",
        "d: has the id `d`, as another has. To do: give it an id of its own.",
    ]
    assert archive.text("d") == texts["two"]


def test_documents_keep_their_blocks(tmp_path, texts):
    document = ctc.clean(f"第一章　总则\n\n{texts['one']}\n\n{texts['two']}\n")
    index = Index.build(tmp_path / "x", [document])
    assert index.text(document.id) == "\n".join(block.text for block in document.blocks)
    (known,) = index.query(document).known
    assert known.relation == "exact"
    (entry,) = index.entries()
    assert [role for _, role in entry.units] == [block.role for block in document.blocks]


def test_what_is_no_text_is_refused(tmp_path):
    for wrong in ("a text without an id", ("", "text"), 7, ("a", 7)):
        with pytest.raises(UsageError, match="an index takes"):
            Index.build(tmp_path / "x", [wrong])
    assert not (tmp_path / "x/manifest.json").exists()


def test_the_same_bytes_for_any_order(tmp_path, made_up, tree):
    rows = made_up(60)
    Index.build(tmp_path / "sorted", rows)
    for seed in range(3):
        folder = tmp_path / f"shuffled{seed}"
        Index.build(folder, random.Random(seed).sample(rows, len(rows)))
        assert tree(folder) == tree(tmp_path / "sorted")


def test_compacting_makes_the_bytes_of_one_build(tmp_path, made_up, tree):
    rows = made_up(60)
    Index.build(tmp_path / "once", rows)
    shuffled = random.Random(1).sample(rows, len(rows))
    index = Index.build(tmp_path / "grown", shuffled[:20])
    for at in range(20, 60, 10):
        index.add(shuffled[at : at + 10])
    assert len(index.info().segments) == 5
    answers = [index.query(row) for row in rows[:20]]
    assert index.compact() == (5, 1)
    assert tree(tmp_path / "grown") == tree(tmp_path / "once")
    assert [index.query(row) for row in rows[:20]] == answers
    assert list(index.ids()) == [name for name, _ in rows]


def test_little_memory_makes_more_segments_and_the_same_answers(tmp_path, made_up, tree, monkeypatch):
    rows = made_up(120)
    one = Index.build(tmp_path / "one", rows)
    monkeypatch.setattr(builder, "BASE", builder.LEAST_MEMORY - 60_000)
    monkeypatch.setattr(builder, "BATCH", 2_000)
    many = Index.build(tmp_path / "many", random.Random(2).sample(rows, len(rows)), memory=builder.LEAST_MEMORY)
    again = Index.build(tmp_path / "again", reversed(rows), memory=builder.LEAST_MEMORY)
    assert len(many.info().segments) > 3
    assert tree(many.folder) == tree(again.folder)
    assert [many.query(row) for row in rows] == [one.query(row) for row in rows]
    assert not [file for file in many.verify(deep=True) if file.problems]
    with pytest.raises(UsageError, match="256M"):
        Index.build(tmp_path / "none", rows, memory=1)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"shingle": 5}, "`shingle` is 3 there and 5 here"),
        ({"permutations": 256}, "`permutations` is 128 there and 256 here"),
        ({"seed": 2}, "`seed` is 1 there and 2 here"),
        ({"bands": 32, "rows": 4}, "`bands` is 42 there and 32 here; `rows` is 3 there and 4 here"),
    ],
)
def test_other_parameters_are_refused_by_name(archive, change, named):
    with pytest.raises(ArchiveError, match=named) as caught:
        Index.open(archive.folder, Config(repeats=replace(RepeatsConfig(), **change)))
    assert "leave out repeats." in str(caught.value)
    assert Index.open(archive.folder, Config(repeats=RepeatsConfig(identity=0.9))).query("甲").known == ()


def test_bands_that_ask_for_more_than_there_is(tmp_path):
    with pytest.raises(UsageError, match="42 bands of 3 rows need 126 permutations, not 64"):
        Index.build(tmp_path / "x", [], Config(repeats=RepeatsConfig(permutations=64)))


def test_other_parameters_from_the_start(tmp_path, texts):
    config = Config(repeats=RepeatsConfig(shingle=5, permutations=64, bands=20, rows=3, seed=9))
    index = Index.build(tmp_path / "x", [("a", texts["one"])], config)
    assert Index.open(tmp_path / "x").query(texts["one"]).known[0].relation == "exact"
    assert index.add([("b", texts["two"])]).added == 1
    assert len(next(index.minhashes())[1].hashvalues) == 64


def test_another_fold_is_refused(archive, monkeypatch):
    from cntextclean.index import header

    monkeypatch.setattr(header, "_fold_digest", lambda: "0123456789abcdef")
    monkeypatch.setattr(header, "_versions", lambda: {"opencc": "9.9"})
    with pytest.raises(ArchiveError, match=r"`fold_digest` is .* there and 0123456789abcdef here") as caught:
        Index.open(archive.folder)
    assert "opencc 1." in str(caught.value)
    assert "here 9.9" in str(caught.value)
    assert "index build NEW --from OLD" in str(caught.value)
    with pytest.raises(ArchiveError):
        archive.add([("z", "甲乙丙")])
    with pytest.raises(ArchiveError):
        list(archive.verify(deep=True))
    assert len(list(archive.verify())) == 2


def test_an_empty_index(tmp_path):
    index = Index.build(tmp_path / "x", [])
    assert len(index) == 0
    assert index.query("面对外部环境的不确定性").known == ()
    assert index.compact() == (0, 0)
    assert [file.name for file in index.verify()] == ["manifest.json"]


def test_a_folder_with_other_files_is_left_alone(tmp_path, texts):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="holds other files"):
        Index.build(tmp_path, [("a", texts["one"])])
    with pytest.raises(ArchiveError, match="cannot be read"):
        Index.open(tmp_path / "nowhere")


def test_segments_whose_manifest_is_lost_are_left_alone(archive, tree):
    (archive.folder / "manifest.json").unlink()
    before = tree(archive.folder)
    with pytest.raises(UsageError, match="whose manifest is lost"):
        Index.build(archive.folder, [])
    assert tree(archive.folder) == before


def test_a_bucket_of_thousands_is_no_quadratic_case(tmp_path, texts):
    index = Index.build(tmp_path / "x", [(f"{at:05}", texts["one"] + f"（{at:05}）") for at in range(3000)])
    answer = index.query(texts["one"], limit=4)
    assert len(answer.known) == 4
    assert {known.relation for known in answer.known} == {"near"}
    assert 0 < answer.unchecked < 300


def test_a_lone_surrogate_and_unusual_ids(tmp_path, texts):
    rows = [("\ud800", texts["one"] + "\udc00"), ("𠀀", texts["two"]), ("\uffff", texts["three"])]
    index = Index.build(tmp_path / "x", rows)
    assert {name: index.text(name) for name, _ in rows} == dict(rows)
    assert list(index.ids()) == sorted(name for name, _ in rows)
    assert not [file for file in index.verify(deep=True) if file.problems]


def test_importing_the_package_loads_no_heavy_library(tmp_path):
    import subprocess
    import sys

    heavy = {"numpy", "opencc", "datasketch"}
    code = f"import sys, cntextclean; cntextclean.ArchiveError; assert not {heavy} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0
    assert ctc.Index is Index
