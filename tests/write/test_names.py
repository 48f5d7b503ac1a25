"""Names of files: below the output folder, one for each document, on any disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from cntextclean.write.names import Names, safe_path


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("a/b.txt", "a/b.txt"),
        ("/etc/passwd", "etc/passwd"),
        ("../../x", "x"),
        ("a/../../b", "a/b"),
        ("a\\..\\b", "a/b"),
        ("C:\\x", "C_/x"),
        ("a\x00b\x1b\n", "a_b__"),
        ("con.txt", "_con.txt"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("第三章.txt", "第三章.txt"),
        ("end. ", "end"),
    ],
)
def test_a_name_stays_below(name, path):
    assert safe_path(name) == path


def test_long_names_are_cut_and_stay_apart():
    one, two = safe_path("长" * 300 + "甲.txt"), safe_path("长" * 300 + "乙.txt")
    assert one != two
    assert all(len(name.encode()) <= 200 and name.endswith(".txt") for name in (one, two))


def test_names_that_a_disk_takes_for_one_are_told_apart():
    names = Names()
    claimed = [names.claim(name, ".md") for name in ("é.txt", "e\u0301.txt", "É.TXT", "é.md", "e.txt")]
    assert claimed == ["é.md", "e\u0301-2.md", "É-3.md", "é-4.md", "e.md"]
    assert Names().claim("a.b/c", ".md") == "a.b/c.md"
    assert Path(Names().claim("v1.2", ".md")).name == "v1.md"
