"""Layouts with boxes: columns, indents and sizes are measured, lines joined by them, places told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.config import Config, ReadConfig
from cntextclean.model import Document, LinePlace
from cntextclean.pipeline import clean_decoded
from cntextclean.read.load import Loaded, load_input
from cntextclean.read.sources import find_inputs
from cntextclean.repair.lines.measures import measure

FIXTURES = Path(__file__).parent.parent / "read" / "layouts"
EM = 20.0
Line = tuple[str, float, float]
"""Text, left and top in em and lines."""


def boxed(lines: list[Line], size: float = 1.0) -> list[list[object]]:
    """Lines as RapidOCR returns them, each glyph an em wide."""
    found: list[list[object]] = []
    for text, left, top in lines:
        scale = 1.4 if text.startswith("#") else size
        shown = text.lstrip("#")
        x, y = left * EM, top * EM * 1.6
        right, bottom = x + len(shown) * EM * scale, y + EM * scale
        found.append([[[x, y], [right, y], [right, bottom], [x, bottom]], shown, 0.9])
    return found


def cleaned(tmp_path: Path, lines: list[Line]) -> Document:
    path = tmp_path / "page.json"
    path.write_text(json.dumps(boxed(lines), ensure_ascii=False), encoding="utf-8")
    [one] = load_input(find_inputs([path]).inputs[0], ReadConfig())
    assert isinstance(one, Loaded)
    return clean_decoded(one.decoded, Config(), name="page.json")


def bodies(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


FIRST = ["历时三个月的清淤工", "程昨天全部完成，共清出", "淤泥十二万立方米。今年", "还要检查一次。"]
SECOND = ["负责人说，雨季之前", "要再做一次测量，并告诉", "下游的五个村庄。"]


def column(rows: list[str], left: float, top: float, *, indent: float) -> list[Line]:
    return [(row, left + (0 if number else indent), top + number) for number, row in enumerate(rows)]


def test_an_indent_opens_a_paragraph_even_after_a_full_row(tmp_path: Path) -> None:
    full = [*FIRST[:-1], "还要检查一次才算完工。"]
    lines = column(full, 0, 0, indent=2) + column(SECOND, 0, 4, indent=2)
    lines += column(FIRST, 0, 7, indent=2)
    assert bodies(cleaned(tmp_path, lines)) == ["".join(full), "".join(SECOND), "".join(FIRST)]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = FIRST[:3], [FIRST[3], *SECOND]
    lines = column(left, 0, 3, indent=2)
    lines += [(right[0], 13, 3), *column(SECOND, 13, 4, indent=2)]
    lines = sorted([("#清淤工程今日完工", 5, 0.5), *lines], key=lambda line: line[2])
    assert bodies(cleaned(tmp_path, lines)) == ["清淤工程今日完工", "".join(FIRST), "".join(SECOND)]


def test_larger_print_is_no_part_of_the_paragraph_below(tmp_path: Path) -> None:
    lines = [*column(FIRST, 0, 0, indent=0), ("#下一步的安排", 0, 4.2), *column(SECOND, 0, 6, indent=0)]
    assert "下一步的安排" in bodies(cleaned(tmp_path, lines))


def test_a_number_alone_at_the_foot_is_furniture(tmp_path: Path) -> None:
    lines = [*column(FIRST, 0, 0, indent=2), *column(SECOND, 0, 4, indent=2), ("一186一", 4, 12)]
    roles = {block.text: block.role for block in cleaned(tmp_path, lines).blocks}
    assert roles["一186一"] == "furniture"


def test_a_short_last_line_at_the_foot_is_not(tmp_path: Path) -> None:
    lines = [*column(FIRST, 0, 0, indent=2), *column(SECOND, 0, 4, indent=2), ("全文完", 4, 12)]
    roles = {block.text: block.role for block in cleaned(tmp_path, lines).blocks}
    assert roles["全文完"] != "furniture"


@pytest.mark.parametrize("name", ["tesseract-vertical.hocr", "rapidocr-vertical.json"])
def test_text_from_top_to_bottom(name: str) -> None:
    [one] = load_input(find_inputs([FIXTURES / name]).inputs[0], ReadConfig())
    assert isinstance(one, Loaded)
    blocks = clean_decoded(one.decoded, Config(), name=name).blocks
    assert [block.text[:2] for block in blocks] == [blocks[0].text[:2], blocks[1].text[:2], "附近"]
    assert "庫容恢復到建成之初的水平" in blocks[0].text
    assert "再做一次測量，把結果告" in blocks[1].text


def test_the_document_names_page_and_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cntextclean"]
    out = tmp_path / "out"
    source = FIXTURES / "tesseract.hocr"
    subprocess.run([*command, "clean", str(source), "-o", str(out)], check=True, capture_output=True)
    [line] = (out / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    lines = json.loads(line)["source"]["lines"]
    assert [one["number"] for one in lines] == list(range(11))
    assert lines[0]["box"][1] < lines[1]["box"][1]
    shown = subprocess.run([*command, "explain", str(source)], check=True, capture_output=True, encoding="utf-8")
    assert "(page 1, line 2)" in shown.stdout
    assert "em left in print" in shown.stdout


BOXES = st.lists(st.one_of(st.none(), st.tuples(*[st.floats(-1e4, 1e4, allow_nan=False)] * 4)), min_size=1, max_size=12)


@given(boxes=BOXES)
@settings(deadline=None, max_examples=60)
def test_any_boxes_are_measured(boxes: list[tuple[float, float, float, float] | None]) -> None:
    text = "历时三个月的工程\n" * len(boxes)
    places = [LinePlace(9 * number, 9 * number + 8, number // 7, number, box) for number, box in enumerate(boxes)]
    rows = measure(text, places)
    assert len(rows) == len(boxes)
    assert all(row is None or (row.em > 0 and row.column > 0) for row in rows)
