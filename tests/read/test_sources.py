"""Inputs found: everything accounted for, links not followed, ids of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cntextclean.read.sources import Input, find_inputs, kind_of_name, printable, unique_id


def put(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("中文", encoding="utf-8")
    return root


def test_a_folder_in_the_order_of_its_ids(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.md", "a/b/c.txt", "A.txt", "中.txt")
    assert [one.id for one in find_inputs([tmp_path]).inputs] == ["A.txt", "a/b/c.txt", "a/z.md", "b.txt", "中.txt"]


def test_what_is_not_read_is_listed(tmp_path: Path) -> None:
    put(
        tmp_path,
        ".hidden",
        "a.txt~",
        "~$a.docx",
        "a.tmp",
        "Thumbs.db",
        ".git/config",
        "x.docx",
        "noext",
        "a.txt",
        ".gitignore",
    )
    found = find_inputs([tmp_path])
    assert [one.id for one in found.inputs] == ["a.txt"]
    reasons = {one.id: one.reason.split(";")[0] for one in found.skipped}
    assert reasons == {
        ".hidden": "hidden", ".git": "hidden", ".gitignore": "hidden", "a.txt~": "temporary", "~$a.docx": "temporary",
        "a.tmp": "temporary", "Thumbs.db": "temporary", "x.docx": "suffix .docx is not known",
        "noext": "suffix (none) is not known",
    }  # fmt: skip
    assert found.failures == ()


def test_gitignore_is_not_applied(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / ".gitignore").write_text("*.txt")
    assert [one.id for one in find_inputs([tmp_path]).inputs] == ["a.txt"]


def test_a_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    put(tmp_path, "page.ocr", ".hidden")
    found = find_inputs([tmp_path / "page.ocr", tmp_path / ".hidden"])
    assert [(one.id, one.kind) for one in found.inputs] == [("page.ocr", "text"), (".hidden", "text")]


def test_standard_input() -> None:
    assert find_inputs(["-"]).inputs == (Input("standard-input", "-"),)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", ("text", "")), ("a.TEXT", ("text", "")), ("a.md", ("text", "")), ("a.markdown", ("text", "")),
        ("a.jsonl", ("jsonl", "")), ("a.jsonl.gz", ("jsonl", "gzip")), ("a.txt.zst", ("text", "zstd")),
        ("a.html", ("html", "")), ("a.htm.gz", ("html", "gzip")),
        ("a.hocr", ("layout", "")), ("a.alto.xml", ("layout", "")), ("a.json", ("layout", "")),
        ("a.parquet", ("parquet", "")), ("a.zip", ("zip", "")),
        ("a.gz", (None, "gzip")), ("a.tar.gz", (None, "gzip")), ("a", (None, "")), ("2024.1.txt", ("text", "")),
    ],
)  # fmt: skip
def test_kind_of_name(name: str, kind: tuple[str | None, str]) -> None:
    assert kind_of_name(name) == kind


def test_links_are_never_followed(tmp_path: Path) -> None:
    root = put(tmp_path / "in", "a.txt", "sub/b.txt")
    put(tmp_path / "out", "secret.txt")
    (root / "escape").symlink_to(tmp_path / "out")
    (root / "escape.txt").symlink_to(tmp_path / "out/secret.txt")
    (root / "loop").symlink_to(root)
    (root / "sub/self").symlink_to("self")
    (root / "again.txt").symlink_to("a.txt")
    (root / "gone.txt").symlink_to("nowhere.txt")
    found = find_inputs([root])
    assert [one.id for one in found.inputs] == ["a.txt", "sub/b.txt"]
    assert [(one.id, one.reason.split(";")[0]) for one in found.skipped] == [
        ("again.txt", "link inside the input folder"),
        ("escape", "link out of the input folder"),
        ("escape.txt", "link out of the input folder"),
        ("loop", "link inside the input folder"),
        ("sub/self", "link in a loop"),
    ]
    assert [(one.place, one.problem) for one in found.failures] == [("gone.txt", "is a dangling link")]


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").symlink_to("nowhere")
    found = find_inputs([tmp_path / "b.txt", tmp_path / "c.txt"])
    assert [(one.id, one.path) for one in found.inputs] == [("b.txt", str(tmp_path / "a.txt"))]
    assert [one.problem for one in found.failures] == ["is a dangling link"]


def test_missing_paths_are_failures(tmp_path: Path) -> None:
    found = find_inputs([tmp_path / "none.txt", put(tmp_path, "a.txt") / "a.txt", "bad\0name"])
    assert [one.id for one in found.inputs] == ["a.txt"]
    assert [one.problem.split(" (")[0] for one in found.failures] == ["does not exist", "cannot be opened"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="may open everything")
def test_a_closed_folder_is_a_failure(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "closed/b.txt")
    (tmp_path / "closed").chmod(0)
    found = find_inputs([tmp_path])
    (tmp_path / "closed").chmod(0o700)
    assert [one.id for one in found.inputs] == ["a.txt"]
    assert [(one.place, one.problem) for one in found.failures] == [("closed", "cannot be opened (Permission denied)")]


def test_pipes_are_listed(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found = find_inputs([tmp_path])
    assert [(one.id, one.reason) for one in found.skipped] == [("pipe.txt", "not a regular file")]


def test_ids_are_unique_and_do_not_depend_on_luck(tmp_path: Path) -> None:
    one, two, three = (put(tmp_path / name, "a.txt") for name in ("x/one", "x/two", "y/one"))
    assert [found.id for found in find_inputs([one, two, three]).inputs] == ["a.txt", "two/a.txt", "one/a.txt"]
    four = put(tmp_path / "z/one", "a.txt")
    names = [found.id for found in find_inputs([one, three, four]).inputs]
    assert names == ["a.txt", "one/a.txt", "one/a.txt~2"]


def test_ids_differ_beyond_case_and_composition() -> None:
    taken: set[str] = set()
    assert [unique_id(name, "", taken) for name in ("Á.txt", "a\u0301.txt", "á.TXT")] == [
        "Á.txt",
        "a\u0301.txt~2",
        "á.TXT~3",
    ]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    found = find_inputs([tmp_path / "a.txt", tmp_path])
    assert [one.id for one in found.inputs] == ["a.txt"]
    assert [(one.id, one.reason) for one in found.skipped] == [("a.txt", "given twice, read as a.txt")]


def test_names_are_shown_without_control_characters() -> None:
    assert printable("a\x1b[31m\n\u202egpj.txt") == "a_[31m__gpj.txt"
    assert printable(os.fsdecode("中文.txt".encode("gb18030"))) == "中文.txt"
    assert printable("\ud800") == "?"
