"""Torn, changed and missing files, other versions, a second writer: named, and nothing is believed or lost."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cntextclean.config import Config
from cntextclean.errors import ArchiveError, OutputError
from cntextclean.index import archive as archives
from cntextclean.index import builder
from cntextclean.index.archive import Index
from cntextclean.index.changes import entries_of, open_segments
from cntextclean.index.check import check_index
from cntextclean.index.columns import Column
from cntextclean.index.disk import durable_file, only_writer
from cntextclean.index.manifest import read_manifest, write_manifest
from cntextclean.index.model import Entry
from cntextclean.index.sorting import in_order
from cntextclean.run.archive import build_index
from cntextclean.run.reading import Reading


def problems(folder: Path, *, deep: bool = False) -> list[tuple[str, str]]:
    return [(one.place, one.problem) for file in check_index(folder, deep=deep) for one in file.problems]


def segment_of(folder: Path) -> Path:
    (path,) = folder.glob("segments/*.seg")
    return path


def columns_of(folder: Path) -> list[Column]:
    (segment,) = open_segments(folder, read_manifest(folder))
    return [one for one in segment.columns.directory.columns if one.bytes]


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0x41
    path.write_bytes(data)


def test_a_whole_index_has_no_problem(archive):
    assert problems(archive.folder, deep=True) == []


def test_a_byte_of_any_column_is_named(archive):
    path = segment_of(archive.folder)
    whole = path.read_bytes()
    columns = columns_of(archive.folder)
    assert len(columns) > 15
    for column in columns:
        flip(path, column.offset + column.bytes // 2)
        (found,) = problems(archive.folder)
        assert found[0] == f"segments/{path.name}: {column.name}"
        assert "checksum" in found[1]
        path.write_bytes(whole)


@pytest.mark.parametrize("at", [0, -1, -20, -40, -60, -200])
def test_a_damaged_trailer_or_directory_is_refused_at_once(archive, at):
    path = segment_of(archive.folder)
    flip(path, at)
    with pytest.raises(ArchiveError, match="segments"):
        Index.open(archive.folder)
    assert [place for place, _ in problems(archive.folder)] == [f"segments/{path.name}"]


@pytest.mark.parametrize("length", [0, 1, 100, -1])
def test_a_torn_segment(archive, length):
    path = segment_of(archive.folder)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(ArchiveError, match="it is torn"):
        Index.open(archive.folder)
    ((place, problem),) = problems(archive.folder)
    assert place == f"segments/{path.name}"
    assert "it is torn" in problem


def test_a_missing_segment(archive):
    path = segment_of(archive.folder)
    path.unlink()
    with pytest.raises(ArchiveError, match="is missing"):
        Index.open(archive.folder)
    assert problems(archive.folder) == [(f"segments/{path.name}", "is missing")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b'"documents": 2', b'"documents": 3', "its checksum is wrong"),
        (b"{", b"[", "no manifest that can be read"),
        (b"cntextclean.index/1", b"cntextclean.index/9", "this program reads 'cntextclean.index/1'"),
    ],
)
def test_a_changed_manifest(archive, old, new, told):
    path = archive.folder / "manifest.json"
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    with pytest.raises(ArchiveError, match=told):
        Index.open(archive.folder)
    with pytest.raises(ArchiveError, match=told):
        archive.add([("z", "甲乙丙")])
    assert [place for place, _ in problems(archive.folder)] == ["manifest.json"]


def test_a_text_that_was_exchanged_is_not_handed_out(archive):
    """Damage that a reader meets before anybody verifies the index."""
    column = next(one for one in columns_of(archive.folder) if one.name == "documents.digests")
    flip(segment_of(archive.folder), column.offset)
    with pytest.raises(ArchiveError, match="has not the text that was added as `a`"):
        Index.open(archive.folder).text("a")


def test_damage_never_ends_in_anything_but_an_answer_or_an_error(archive, texts):
    path = segment_of(archive.folder)
    whole = path.read_bytes()
    draw = random.Random(3)
    refused = 0
    for _ in range(150):
        for _ in range(8):
            flip(path, draw.randrange(len(whole)))
        try:
            Index.open(archive.folder).query(texts["one"])
        except ArchiveError:
            refused += 1
        path.write_bytes(whole)
    assert refused


def test_damage_is_not_written_anew_under_a_sound_checksum(archive, texts, tmp_path):
    """An id or a role that changed on the disk would be the one that was added, for all who come after."""
    archive.add([("z", texts["one"] + texts["two"])])
    paths = sorted(archive.folder.glob("segments/*.seg"))
    for path, column in ((path, name) for path in paths for name in ("ids.data", "units.roles", "units.spans")):
        whole = path.read_bytes()
        segments = open_segments(archive.folder, read_manifest(archive.folder))
        (columns,) = (one.columns.directory.columns for one in segments if one.path == path)
        flip(path, next(one.offset for one in columns if one.name == column))
        with pytest.raises(ArchiveError, match=f"has a column `{column}` that has changed"):
            archive.compact()
        with pytest.raises(ArchiveError, match=f"has a column `{column}` that has changed"):
            build_index(tmp_path / "new", (), Config(), 1 << 28, Reading(), [archive.folder])
        assert not (tmp_path / "new").exists()
        path.write_bytes(whole)
    assert archive.compact() == (2, 1)


def test_an_id_in_two_segments_is_named(archive, texts, tmp_path):
    other = Index.build(tmp_path / "other", [("a", texts["two"])])
    path = segment_of(other.folder)
    (archive.folder / "segments" / path.name).write_bytes(path.read_bytes())
    mine, theirs = read_manifest(archive.folder), read_manifest(other.folder)
    write_manifest(archive.folder, replace(mine, segments=(*mine.segments, *theirs.segments)))
    assert problems(archive.folder) == [(f"segments/{path.name}: ids.data", "has the id `a` twice, or out of order")]


def test_a_file_is_on_the_disk_before_its_name_and_its_name_before_the_next_step(tmp_path, monkeypatch):
    """What no killed process shows: without it a loss of power may leave the name without the content."""
    steps: list[str] = []
    sync, rename = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def replace_with(path: Path, target: Path) -> Path:
        steps.append("name")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace_with)
    with durable_file(tmp_path / "a") as file:
        file.write(b"1")
    assert steps == ["file", "name", "folder"]
    steps.clear()
    Index.build(tmp_path / "archive", [("a", "甲乙丙丁戊己庚辛")])
    names = [at for at, step in enumerate(steps) if step == "name"]
    assert len(names) == 3  # the mark of a build, the segment, the manifest
    assert all((steps[at - 1], steps[at + 1]) == ("file", "folder") for at in names)


def test_what_does_not_fit_is_sorted_on_the_disk(tmp_path):
    def given() -> Iterator[Entry]:
        for number in range(9, -1, -1):
            yield Entry(f"{number}", "甲" * 1000)
            waiting.append(len(list(tmp_path.iterdir())))

    waiting: list[int] = []
    assert [one.id for one in in_order(given(), tmp_path, 10_000)] == [f"{number}" for number in range(10)]
    assert max(waiting) > 2
    assert list(tmp_path.iterdir()) == []


def test_a_segment_outside_of_the_index_is_not_opened(archive):
    manifest = read_manifest(archive.folder)
    bad = replace(manifest.segments[0], name="../../other.seg")
    write_manifest(archive.folder, replace(manifest, segments=(bad,)))
    with pytest.raises(ArchiveError, match="outside of the index"):
        Index.open(archive.folder)


def test_a_second_writer_is_told_who_the_first_is(archive, texts):
    pytest.importorskip("fcntl")
    code = (
        "import sys, pathlib; from cntextclean.index.disk import only_writer\n"
        "with only_writer(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(archive.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout.readline() == b"held\n"
        for change in (lambda: archive.add([("z", texts["one"])]), archive.compact):
            with pytest.raises(OutputError, match=rf"another process \(pid {holder.pid}\)"):
                change()
        assert archive.query(texts["one"]).known
        holder.kill()
        holder.wait()
        assert archive.add([("z", texts["one"])]).added == 1


def test_a_second_writer_in_the_same_process(archive):
    pytest.importorskip("fcntl")
    with only_writer(archive.folder), pytest.raises(OutputError, match="being written"):
        archive.add([("z", "甲乙丙")])


def test_what_killed_writers_left_is_shown_and_swept(archive, texts):
    left = [archive.folder / "segments/0123.seg", archive.folder / ".cntextclean-ab.tmp"]
    left.append(archive.folder / "segments/.cntextclean-cd.tmp")
    for path in left:
        path.write_bytes(b"half")
    assert sorted(archive.info().leftovers) == sorted(path.name for path in left)
    assert problems(archive.folder) == []
    archive.add([("z", texts["one"])])
    assert not any(path.exists() for path in left)
    assert archive.info().leftovers == ()


def test_an_open_index_answers_while_it_is_compacted(archive, texts):
    reader = Index.open(archive.folder)
    archive.add([("z", texts["one"])])
    archive.compact()
    assert [known.document for known in reader.query(texts["one"]).known] == ["a"]
    assert {known.document for known in Index.open(archive.folder).query(texts["one"]).known} == {"a", "z"}


def test_opening_while_segments_go_reads_the_manifest_again(archive, texts, monkeypatch):
    before = archives.read_manifest(archive.folder)
    archive.add([("z", texts["one"])])
    archive.compact()
    told = iter([before])
    real = archives.read_manifest
    monkeypatch.setattr(archives, "read_manifest", lambda folder: next(told, None) or real(folder))
    assert len(Index.open(archive.folder)) == 3


def test_two_readers_at_once(archive, texts):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(archive.query(texts["one"]))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({repr(one) for one in answers}) == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_interrupted_while_it_reads(archive, made_up, tree, monkeypatch, error):
    """Whatever ends a change, nothing of it is left."""
    monkeypatch.setattr(builder, "BASE", builder.LEAST_MEMORY - 60_000)
    monkeypatch.setattr(builder, "BATCH", 2_000)
    before = tree(archive.folder)

    def texts():
        yield from made_up(120)
        raise error

    with pytest.raises(error):
        archive.add(texts(), memory=builder.LEAST_MEMORY)
    assert tree(archive.folder) == before


def test_an_index_of_the_first_release_is_read(tmp_path):
    """Format 1, as cntextclean 0.1 wrote it: whatever is released later reads its texts and makes its own index."""
    old = Path(__file__).with_name("golden")
    assert [name for name, _ in problems(old)] == []
    entries = list(entries_of(open_segments(old, read_manifest(old))))
    assert [entry.id for entry in entries] == ["1997/1", "1998-01-02/乙"]
    assert entries[0].text.startswith("面对外部环境的不确定性")
    assert len(Index.build(tmp_path / "new", entries).query(entries[1]).known) == 1


def test_nothing_in_an_index_is_executed():
    """No module of the index can load code from data."""
    folder = Path(archives.__file__).parent
    for path in folder.glob("*.py"):
        source = path.read_text("utf-8")
        for word in ("import pickle", "import marshal", "import shelve", "np.load", "eval(", "exec(", "allow_pickle"):
            assert word not in source, (path.name, word)
