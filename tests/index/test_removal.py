"""Documents that are taken out: no question finds them, files prove it, compacting drops them, an id may come again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.errors import ArchiveError, OutputError, UsageError
from cntextclean.index.archive import Index
from cntextclean.index.changes import compact
from cntextclean.index.check import check_index
from cntextclean.index.disk import only_writer
from cntextclean.index.manifest import read_manifest
from cntextclean.index.tombstones import gone_of


def problems(folder: Path) -> list[tuple[str, str]]:
    return [(one.place, one.problem) for file in check_index(folder, deep=True) for one in file.problems]


def test_nothing_finds_what_was_taken_out(archive, texts, tree):
    before = tree(archive.folder)
    keys = [key for key, _ in archive.minhashes()]
    signed = next(minhash for key, minhash in archive.minhashes() if key == "a#0")
    assert archive.keys_alike(signed) == ("a#0",)
    assert archive.remove(["a"]) == 1
    for index in (archive, Index.open(archive.folder)):
        assert (len(index), list(index.ids()), "a" in index) == (1, ["b/乙.txt"], False)
        assert [entry.id for entry in index.entries()] == ["b/乙.txt"]
        answer = index.query(("a", texts["one"]))
        assert (answer.known, answer.identical) == ((), ())
        assert index.similar(texts["one"]) == ()
        assert index.related([texts["one"]]).records == ()
        assert index.keys_alike(signed) == ()
        assert [key for key, _ in index.minhashes()] == [key for key in keys if not key.startswith("a#")]
        with pytest.raises(KeyError):
            index.text("a")
    assert len(index.query(texts["three"]).known) == 1
    after = tree(archive.folder)
    assert {name for name, data in before.items() if after.get(name) != data} == {"manifest.json"}
    found = archive.info()
    assert (found.documents, found.removed, found.paragraphs) == (1, 1, 1)
    assert found.letters == sum(map(str.isalnum, texts["three"]))
    assert problems(archive.folder) == []


def test_what_is_not_there_is_refused_and_nothing_goes(archive, tree):
    before = tree(archive.folder)
    with pytest.raises(UsageError, match="holds no document `x`, `y`; nothing was taken out"):
        archive.remove(["a", "x", "y"])
    assert tree(archive.folder) == before
    assert archive.remove([]) == 0
    assert archive.remove(["a", "a"]) == 1
    with pytest.raises(UsageError, match="holds no document `a`"):
        archive.remove(["a"])
    assert tree(archive.folder) != before


def test_an_id_may_come_again_with_any_text(archive, texts):
    archive.remove(["a"])
    assert archive.add([("a", texts["two"])]).added == 1
    assert archive.text("a") == texts["two"]
    assert [known.relation for known in archive.query(texts["two"]).known] == ["exact"]
    assert archive.query(texts["one"]).known == ()
    archive.remove(["a"])
    assert archive.add([("a", texts["two"])]).added == 1  # a segment of the very same bytes
    assert len({one.name for one in archive.info().segments}) < len(archive.info().segments)
    assert [known.document for known in archive.query(texts["two"]).known] == ["a"]
    assert problems(archive.folder) == []


def test_compacting_makes_the_bytes_of_an_index_that_never_had_them(tmp_path, made_up, tree):
    texts = made_up(12)
    index = Index.build(tmp_path / "grown", texts[:5])
    index.add(texts[5:])
    index.remove([name for name, _ in texts[::3]])
    index.add(texts[3:4])
    asked = texts[4][1]
    answer = index.query(asked)
    index.compact()
    Index.build(tmp_path / "built", [one for at, one in enumerate(texts) if at % 3 or at == 3])
    assert tree(tmp_path / "grown") == tree(tmp_path / "built")
    assert index.query(asked) == answer
    index.remove(list(index.ids()))
    assert len(index) == 0
    index.compact()
    assert (index.info().segments, index.info().tombstones) == ((), ())


def test_copies_that_are_gone_do_not_hide_those_that_stay(tmp_path, texts):
    copies = [(f"{at:03}", texts["one"] + chr(0x4E00 + at) * 3) for at in range(120)]
    index = Index.build(tmp_path / "x", copies)
    assert "119" not in {known.document for known in index.query(texts["one"], limit=200).known}  # links are bounded
    index.remove([name for name, _ in copies[:117]])
    assert [known.document for known in index.query(texts["one"]).known] == ["117", "118", "119"]
    index.compact()
    assert [known.document for known in index.query(texts["one"]).known] == ["117", "118", "119"]


def test_imported_signatures_go_too(tmp_path, archive, texts):
    signed = [(f"key {name}", minhash) for name, minhash in archive.minhashes()]
    index = Index.build(tmp_path / "x", [("z", "会后休息。")])
    index.add_minhashes(signed)
    assert [one.key for one in index.query(texts["three"]).estimates] == ["key b/乙.txt#0"]
    assert index.remove(["key b/乙.txt#0"]) == 1
    assert index.query(texts["three"]).estimates == ()
    index.compact()
    assert index.query(texts["three"]).estimates == ()
    assert [one.key for one in index.query(texts["one"]).estimates] == ["key a#0"]
    assert problems(tmp_path / "x") == []


def test_another_program_would_refuse_it(archive):
    manifest = archive.folder / "manifest.json"
    assert "cntextclean.index/1" in manifest.read_text("utf-8")
    assert "tombstones" not in manifest.read_text("utf-8")
    archive.remove(["a"])
    assert "cntextclean.index/2" in manifest.read_text("utf-8")
    archive.compact()
    assert "cntextclean.index/1" in manifest.read_text("utf-8")


def tombstone_of(index: Index) -> Path:
    return index.folder / "segments" / index.info().tombstones[0].name


@pytest.mark.parametrize("at", [0, 64, 130, 200, -1, -30, -200])
def test_a_changed_byte_is_named(archive, at):
    archive.remove(["a"])
    path = tombstone_of(archive)
    data = bytearray(path.read_bytes())
    data[at] ^= 0x41
    path.write_bytes(data)
    assert {place.partition(":")[0] for place, _ in problems(archive.folder)} in ({f"segments/{path.name}"}, set())
    if at == 64:  # the place of the document: an index that trusts it would show what is gone
        assert problems(archive.folder)[0][0] == f"segments/{path.name}: removed.places"
        for look in (Index.open, lambda folder: compact(folder, 1 << 28)):
            with pytest.raises(ArchiveError, match=r"a column `removed.places` that has changed"):
                look(archive.folder)


def test_a_file_beside_other_segments_is_refused(archive):
    archive.remove(["a"])
    manifest = read_manifest(archive.folder)
    smaller = tuple(replace(one, documents=0) for one in manifest.segments)
    for segments, told in (((), "segments that the index does"), (smaller, "documents that their segments do")):
        with pytest.raises(ArchiveError, match=f"names {told} not have"):
            gone_of(archive.folder, segments, manifest.tombstones)


def test_a_torn_or_missing_file_is_named(archive):
    archive.remove(["a"])
    path = tombstone_of(archive)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ArchiveError, match="it is torn"):
        Index.open(archive.folder)
    path.unlink()
    with pytest.raises(ArchiveError, match="is missing"):
        Index.open(archive.folder)
    assert problems(archive.folder) == [(f"segments/{path.name}", "is missing")]


def test_a_second_writer_waits(archive):
    with only_writer(archive.folder), pytest.raises(OutputError, match="is being written"):
        archive.remove(["a"])


@settings(deadline=None, max_examples=20)
@given(steps=st.lists(st.tuples(st.booleans(), st.sampled_from("abcd"), st.sampled_from("甲乙丙")), max_size=10))
def test_it_is_a_dictionary(steps):
    """Adding and taking out in any order: what is there is what a dictionary would hold."""
    held: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        index = Index.build(Path(folder) / "x", [])
        for adds, name, letter in steps:
            if adds:
                index.add([(name, letter * 30)])
                held.setdefault(name, letter * 30)
            elif name in held:
                index.remove([name])
                del held[name]
        for _ in range(2):
            assert {entry.id: entry.text for entry in index.entries()} == held
            assert (len(index), index.info().documents) == (len(held), len(held))
            assert not problems(index.folder)
            index.compact()
