"""Faces: how wide Latin letters are, told by where rows end."""

from __future__ import annotations

import pytest

from cntextclean.repair.lines.columns import fit_rows
from cntextclean.repair.lines.faces import FACES, find_face, set_width
from cntextclean.repair.lines.page import read_page
from cntextclean.repair.lines.rows import Row, read_rows

WORDS = [
    *("Pinta团队", "更新了", "Illinois的", "指南", "Ubuntu用户", "可以", "fill表格"),
    *("并把", "Linux内核", "和", "mill里的", "little文件", "一起", "编译", "进去"),
]


def set_in(face: float, width: float, count: int) -> str:
    """Rows of a column, broken where they are full in the face."""
    rows, row = [], ""
    for at in range(count):
        word = WORDS[at * 7 % len(WORDS)]
        if row and set_width(read_rows(row + word)[0], face) > width:
            rows.append(row)
            row = ""
        row += word
    return "\n".join([*rows, row])


@pytest.mark.parametrize("face", [0.42, 0.57])
def test_a_face_is_found_where_its_rows_end(face: float) -> None:
    rows = read_rows(set_in(face, 16, 200))
    found = find_face(rows, [16.0] * len(rows))
    assert found == pytest.approx(face, abs=0.051)


def test_half_widths_are_kept_where_they_explain_the_rows() -> None:
    rows = read_rows(set_in(0.0, 16, 200))
    assert find_face(rows, [fit.column for fit in fit_rows(rows)]) == 0.0


def test_a_page_of_han_has_no_face() -> None:
    rows = read_rows("\n".join(["历时三个月的水库清淤工程昨天"] * 9))
    assert find_face(rows, [14.0] * len(rows)) == 0.0


def test_widths_without_latin_letters_stay() -> None:
    row = Row(0, 4, "水库清淤", 4.0, 0.0, "start")
    assert {set_width(row, face) for face in FACES} == {4.0}


def test_rows_of_a_page_have_the_widths_of_its_face() -> None:
    text = set_in(0.42, 16, 200) + "\n历时三个月的水库清淤工程昨天完成" * 20
    page = read_page(text)
    assert {fit.column for fit in page.fits} == {16.0}
    assert page.rows[0].width < read_rows(text)[0].width
