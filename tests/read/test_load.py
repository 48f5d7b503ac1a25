"""Inputs loaded: text, pages, records, packed files, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from cntextclean.config import ReadConfig
from cntextclean.errors import InputError
from cntextclean.read.load import Loaded, load_input
from cntextclean.read.sources import Input, Skipped, find_inputs

TEXT = "今天上午，第六届高层论坛在温州举行。\n"


def load_each(inputs: Iterable[Input], config: ReadConfig | None = None) -> list[Loaded | Skipped | InputError]:
    return [result for one in inputs for result in load_input(one, config or ReadConfig())]


def load(path: Path, config: ReadConfig | None = None) -> list[Loaded | Skipped | InputError]:
    return load_each(find_inputs([path]).inputs, config)


def shown(results: Iterable[Loaded | Skipped | InputError]) -> list[tuple[str, str]]:
    """(id, text, reason or problem) of each result."""
    return [
        (one.id, one.decoded.text)
        if isinstance(one, Loaded)
        else (one.id, one.reason)
        if isinstance(one, Skipped)
        else (one.place, one.problem)
        for one in results
    ]


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.md").write_bytes(b"# " + TEXT.encode())
    (tmp_path / "d.txt").write_bytes(b"%PDF-1.4")
    assert shown(load(tmp_path)) == [
        ("a.txt", TEXT), ("b.txt", "is empty"), ("c.md", "# " + TEXT), ("d.txt", "is a PDF, not text"),
    ]  # fmt: skip


def test_a_file_that_went_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    found = find_inputs([tmp_path])
    (tmp_path / "a.txt").unlink()
    assert shown(load_each(found.inputs)) == [("a.txt", "cannot be opened (No such file or directory)")]


def test_a_link_put_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT, encoding="utf-8")
    found = find_inputs([tmp_path / "in"])
    (tmp_path / "in/a.txt").unlink()
    (tmp_path / "in/a.txt").symlink_to(tmp_path / "secret")
    assert [problem for _, problem in shown(load_each(found.inputs))] != [TEXT]


def test_the_named_encoding_holds_for_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030"))
    assert "is not utf-8" in shown(load(tmp_path, ReadConfig(encoding="utf-8")))[0][1]


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_packed_files(tmp_path: Path, suffix: str) -> None:
    from importlib import import_module

    zstd = import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    pack = {"gz": gzip.compress, "zst": zstd.compress}[suffix]
    (tmp_path / f"a.txt.{suffix}").write_bytes(pack(TEXT.encode()))
    (tmp_path / f"b.jsonl.{suffix}").write_bytes(pack(json.dumps({"id": "x", "text": "中"}).encode()))
    (tmp_path / f"c.txt.{suffix}").write_bytes(pack(TEXT.encode() * 900)[:-9])
    (tmp_path / f"d.txt.{suffix}").write_bytes(TEXT.encode())
    results = shown(load(tmp_path))
    assert results[:2] == [(f"a.txt.{suffix}", TEXT), ("x", "中")]
    assert [problem.split(" (")[0] for _, problem in results[2:]] == ["cannot be read to its end"] * 2


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_a_bomb_is_refused(tmp_path: Path, suffix: str) -> None:
    from importlib import import_module

    zstd = import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    pack = {"gz": gzip.compress, "zst": zstd.compress}[suffix]
    (tmp_path / f"a.txt.{suffix}").write_bytes(pack(b"a" * 300 * 2**20))
    [error] = load(tmp_path)
    assert isinstance(error, InputError)
    assert error.problem == "unpacks to more than 200 times its size"
    assert "--set read.max_ratio" in error.hint


def test_a_packed_file_beyond_the_size_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode() * 100))
    (tmp_path / "b.txt").write_bytes(TEXT.encode() * 100)
    problems = shown(load(tmp_path, ReadConfig(max_bytes=1000)))
    assert problems == [("a.txt.gz", "is larger than 1,000 bytes"), ("b.txt", "is larger than 1,000 bytes")]


def test_an_archive(tmp_path: Path) -> None:
    members = {
        "b/二.txt": TEXT.encode("gb18030"), "a.md": b"# " + TEXT.encode(), "c.jsonl": b'{"text": "\xe4\xb8\xad"}\n',
        "d.html": b"<p>\xe4\xb8\xad</p>", "x.docx": b"PK", "__MACOSX/._a.md": b"x", ".hidden/a.txt": b"x",
        "in.zip": b"PK\3\4", "e.txt.gz": gzip.compress(b"a"), "empty.txt": b"", "dir/": b"",
    }  # fmt: skip
    (tmp_path / "p.zip").write_bytes(packed(members))
    assert shown(load(tmp_path)) == [
        ("p.zip/.hidden/a.txt", "hidden"),
        ("p.zip/__MACOSX/._a.md", "hidden"),
        ("p.zip/a.md", "# " + TEXT),
        ("p.zip/b/二.txt", TEXT),
        ("p.zip/c.jsonl:1", "中"),
        ("p.zip/d.html", "中"),
        ("p.zip/e.txt.gz", "is packed within an archive"),
        ("p.zip/empty.txt", "is empty"),
        ("p.zip/in.zip", "is packed within an archive"),
        ("p.zip/x.docx", "suffix .docx is not known"),
    ]


def test_names_in_an_archive_stay_below_it(tmp_path: Path) -> None:
    names = ["../../etc/a.txt", "/abs/b.txt", "C:\\win\\c.txt", "x/../../d.txt", "./e.txt", "x/..", "f\x1b.txt"]
    (tmp_path / "p.zip").write_bytes(packed({name: TEXT.encode() for name in names}))
    ids = [name for name, _ in shown(load(tmp_path))]
    assert ids == [
        "p.zip/abs/b.txt",
        "p.zip/e.txt",
        "p.zip/etc/a.txt",
        "p.zip/f_.txt",
        "p.zip/win/c.txt",
        "p.zip/x",
        "p.zip/x/d.txt",
    ]


def test_names_in_an_archive_that_collide(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(packed({"a.txt": b"1x", "../a.txt": b"2x", "A.txt": b"3x"}))
    assert [name for name, _ in shown(load(tmp_path))] == ["p.zip/A.txt", "p.zip/a.txt~2", "p.zip/a.txt~3"]


def test_names_in_an_archive_written_in_gb18030(tmp_path: Path) -> None:
    data = packed({"ab.txt": TEXT.encode()}).replace(b"ab.txt", "中".encode("gb18030") + b".txt")
    (tmp_path / "p.zip").write_bytes(data)
    assert shown(load(tmp_path)) == [("p.zip/中.txt", TEXT)]


def test_an_archive_bomb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(packed({"a.txt": b"a" * 300 * 2**20, "b.txt": TEXT.encode()}))
    assert shown(load(tmp_path)) == [
        ("p.zip/a.txt", "unpacks to more than 200 times its size"), ("p.zip/b.txt", TEXT),
    ]  # fmt: skip


def test_an_archive_of_too_many_files(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(packed({f"{number}.txt": b"a" for number in range(11)}))
    [error] = load(tmp_path, ReadConfig(max_members=10))
    assert isinstance(error, InputError)
    assert (error.problem, "--set read.max_members" in error.hint) == ("holds more than 10 files", True)


def test_damaged_and_encrypted_archives(tmp_path: Path) -> None:
    good = packed({"a.txt": TEXT.encode() * 50})
    (tmp_path / "a.zip").write_bytes(good[:-30])
    (tmp_path / "b.zip").write_bytes(good[:40] + bytes([good[40] ^ 255]) + good[41:])
    locked = bytearray(good)
    locked[6] |= 1
    locked[good.index(b"PK\1\2") + 8] |= 1
    (tmp_path / "c.zip").write_bytes(locked)
    problems = shown(load(tmp_path))
    assert [name for name, _ in problems] == ["a.zip", "b.zip/a.txt", "c.zip/a.txt"]
    assert problems[0][1].startswith("is no ZIP archive")
    assert problems[1][1].startswith("cannot be")
    assert problems[2][1] == "is encrypted"


def test_records(tmp_path: Path) -> None:
    lines = [
        '\ufeff{"id": "a", "text": "甲"}', '{"id": 7, "text": "乙"}', "", '{"text": "丙"}', "{", "[1]", '{"id": "b"}',
        '{"id": "c", "text": " "}', '{"id": "a", "text": "丁"}', '{"id": "d", "text": "\\ud800戊"}', "[" * 100_000,
    ]  # fmt: skip
    (tmp_path / "r.jsonl").write_text("\n".join(lines), encoding="utf-8")
    results = load(tmp_path)
    assert shown(results) == [
        ("a", "甲"),
        ("7", "乙"),
        ("r.jsonl:4", "丙"),
        ("r.jsonl:5", "is no JSON (Expecting property name enclosed in double quotes)"),
        ("r.jsonl:6", "is no JSON object"),
        ("r.jsonl:7", "has no field `text` that is a text"),
        ("r.jsonl:8", "holds no text"),
        ("r.jsonl/a", "丁"),
        ("d", "\ufffd戊"),
        ("r.jsonl:11", "is no JSON (nested too deep)"),
    ]
    assert {one.decoded.medium for one in results if isinstance(one, Loaded)} == {"jsonl"}


def test_an_archive_as_a_whole_is_bounded(tmp_path: Path) -> None:
    """Members that are too small to be measured one by one."""
    text = TEXT * (900_000 // len(TEXT.encode()))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", text)
    results = load(tmp_path, ReadConfig(max_ratio=10))
    assert [isinstance(one, Loaded) for one in results] == [True, True, False, False]
    assert "takes the archive beyond 10 times its size" in shown(results)[2][1]


def test_records_with_other_fields(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes('{"no": "x", "body": "甲"}\n'.encode("gb18030"))
    assert shown(load(tmp_path, ReadConfig(id_field="no", text_field="body"))) == [("x", "甲")]


def test_a_record_beyond_the_size_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"text": "甲"}\n' + "x" * 2000, encoding="utf-8")
    assert shown(load(tmp_path, ReadConfig(max_bytes=1000))) == [
        ("r.jsonl:1", "甲"), ("r.jsonl:2", "is larger than 1,000 bytes"),
    ]  # fmt: skip


def test_records_are_read_lazily(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"text": "甲"}\n' * 3, encoding="utf-8")
    [one] = find_inputs([tmp_path]).inputs
    stream = load_input(one, ReadConfig())
    assert isinstance(next(stream), Loaded)
    stream.close()


def test_a_table(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pyarrow.table({"id": ["a", "a", None], "text": ["甲", "乙", None], "other": [1, 2, 3]})
    parquet.write_table(table, tmp_path / "t.parquet")
    (tmp_path / "u.parquet").write_bytes(b"PAR1 no table PAR1")
    results = shown(load(tmp_path))
    assert results[:3] == [("a", "甲"), ("t.parquet/a", "乙"), ("t.parquet:3", "has no field `text` that is a text")]
    assert results[3][1].startswith("cannot be read as Parquet")
    assert shown(load(tmp_path / "t.parquet", ReadConfig(text_field="body"))) == [("t.parquet", "has no column `body`")]


def test_a_table_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "t.parquet").write_bytes(b"PAR1")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    [error] = load(tmp_path)
    assert isinstance(error, InputError)
    assert "pip install cntextclean[parquet]" in error.hint


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO(TEXT.encode("gb18030"))

    monkeypatch.setattr(sys, "stdin", Standard())
    assert shown(load_each([Input("standard-input", "-")])) == [("standard-input", TEXT)]


def test_a_page(tmp_path: Path) -> None:
    page = "<html><head><title>题目</title></head><body><p>第一段</p><p>第二段</p></body></html>"
    (tmp_path / "a.html").write_bytes(page.encode("gb18030"))
    (tmp_path / "b.html").write_bytes(b"<html><script>x</script></html>")
    results = load(tmp_path)
    assert shown(results) == [("a.html", "题目\n\n第一段\n\n第二段"), ("b.html", "is an HTML page without text")]
    assert isinstance(results[0], Loaded)
    assert (results[0].decoded.medium, results[0].decoded.encoding) == ("html", "gb18030")
    assert [one.rule for one in results[0].decoded.findings] == ["encoding.extracted"]


def test_damage_in_a_page_keeps_its_place(tmp_path: Path) -> None:
    data = "<p>第一段的文字很长</p><!-- ".encode() + b"\xff" + " --><p>第二".encode() + b"\xff" + "段</p>".encode()
    (tmp_path / "a.html").write_bytes(data)
    [page] = load(tmp_path)
    assert isinstance(page, Loaded)
    assert [page.decoded.text[one.at] for one in page.decoded.replaced] == ["\ufffd"]
    assert [data[one.offset] for one in page.decoded.replaced] == [255]
