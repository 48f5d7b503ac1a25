"""Page layouts: what the engines really wrote, columns in order, geometry kept, hostile files refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.config import Config, ReadConfig
from cntextclean.errors import InputError
from cntextclean.pipeline import clean_decoded
from cntextclean.read.layouts.assemble import from_blocks, from_lines
from cntextclean.read.layouts.detect import detect_json, detect_xml
from cntextclean.read.layouts.model import Layout, LayoutLine, render
from cntextclean.read.layouts.order import blocks_in_order
from cntextclean.read.load import Loaded, load_input
from cntextclean.read.sources import find_inputs

FIXTURES = Path(__file__).parent / "layouts"
LEFT = "历时三个月的水库清淤工程\n昨天全部完成，共清出淤泥\n十二万立方米，库容恢复到\n建成之初的水平。"
RIGHT = (
    "负责人介绍，今后每年\n枯水期都将检查一次，雨季\n之前再做一次测量，把结果\n告诉下游的五个村庄，让大\n家安心种田。"
)


def loaded(path: Path) -> Loaded:
    [one] = load_input(find_inputs([path]).inputs[0], ReadConfig())
    assert isinstance(one, Loaded)
    return one


@pytest.mark.parametrize(
    ("name", "medium", "head"),
    [
        ("tesseract.hocr", "hocr", "水库清浴工程今日完工\n\n本报讯〈记者”张三)"),
        ("tesseract.alto.xml", "alto", "水库清浴工程今日完工\n\n本报讯〈记者”张三)"),
        ("rapidocr.json", "paddle", "水库清淤工程今日完工\n\n本报讯 (记者 张三)"),
    ],
)
def test_what_engines_wrote(name: str, medium: str, head: str) -> None:
    one = loaded(FIXTURES / name)
    assert one.decoded.text == f"{head}\n{LEFT}\n\n{RIGHT}\n"
    assert one.decoded.medium == medium
    assert [finding.rule for finding in one.decoded.findings] == ["encoding.extracted"]
    places = one.decoded.places
    assert [one.decoded.text[place.start : place.end] for place in places] == one.decoded.text.replace(
        "\n\n", "\n"
    ).split("\n")[:-1]
    assert [place.number for place in places] == list(range(11))
    headline, left, right = places[0], places[2], places[6]
    boxes = [place.box for place in (headline, left, right) if place.box]
    assert boxes[0][3] < boxes[1][1]
    assert boxes[1][2] < boxes[2][0]


def test_a_page_named_html_that_is_hocr(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes((FIXTURES / "tesseract.hocr").read_bytes())
    assert loaded(tmp_path / "a.html").decoded.medium == "hocr"


def test_page_xml_keeps_its_reading_order() -> None:
    region = (
        "<TextRegion id='{0}'><Coords points='{1},0 {1},9 {2},9'/><TextLine><Coords points='{1},0 {2},9'/>"
        "<TextEquiv index='1'><Unicode>错</Unicode></TextEquiv><TextEquiv index='0'><Unicode>{3}</Unicode></TextEquiv>"
        "</TextLine></TextRegion>"
    )
    regions = region.format("a", 0, 40, "左") + region.format("b", 60, 99, "右")
    order = "<ReadingOrder><OrderedGroup><RegionRefIndexed index='0' regionRef='b'/></OrderedGroup></ReadingOrder>"
    page = "<PcGts xmlns='http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15'><Page>{}</Page></PcGts>"
    assert render(detect_xml(page.format(order + regions), "a")).text == "右\n\n左\n"
    assert render(detect_xml(page.format(regions), "a")).text == "左\n\n右\n"
    assert detect_xml(page.format(regions), "a").lines[0].box == (0.0, 0.0, 40.0, 9.0)


def test_mineru() -> None:
    items = [
        {"type": "text", "text": "标题", "text_level": 1, "page_idx": 0, "bbox": [0, 0, 50, 10]},
        {"type": "image", "img_path": "x.jpg", "image_caption": ["图1 大坝"], "page_idx": 0},
        {
            "type": "table",
            "table_body": "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>",
            "page_idx": 0,
        },
        {"type": "list", "list_items": ["一、", "二、"], "page_idx": 1},
        {"type": "equation", "text": "$$x$$", "page_idx": 1},
    ]
    page = render(detect_json(json.dumps(items), "a.json"))
    assert page.text == "标题\n\n图1 大坝\n\n甲\t乙\n丙\n\f一、\n二、\n\n$$x$$\n"
    assert [place.page for place in page.places] == [0, 0, 0, 0, 1, 1, 1]
    assert page.places[0].box == (0.0, 0.0, 50.0, 10.0)


@pytest.mark.parametrize(
    "data",
    [
        [[[[0, 0], [40, 0], [40, 10], [0, 10]], "甲", 0.9], [[[60, 0], [99, 0], [99, 10], [60, 10]], "乙", 0.9]],
        [[[[[0, 0], [40, 0], [40, 10], [0, 10]], ["甲", 0.9]], [[[60, 0], [99, 0], [99, 10], [60, 10]], ["乙", 0.9]]]],
        {"rec_texts": ["甲", "乙"], "rec_boxes": [[0, 0, 40, 10], [60, 0, 99, 10]]},
        {
            "res": {
                "rec_texts": ["甲", "乙"],
                "rec_polys": [[[0, 0], [40, 0], [40, 10], [0, 10]], [[60, 0], [99, 0], [99, 10], [60, 10]]],
            }
        },
        [{"txts": ["甲", "乙"], "boxes": [[0, 0, 40, 10], [60, 0, 99, 10]]}],
    ],
)
def test_shapes_of_paddle_results(data: object) -> None:
    layout = detect_json(json.dumps(data), "a.json")
    assert [(line.text, line.box) for line in layout.lines] == [
        ("甲", (0.0, 0.0, 40.0, 10.0)),
        ("乙", (60.0, 0.0, 99.0, 10.0)),
    ]


@pytest.mark.parametrize("shape", ["saved", "pages", "answer"])
def test_blocks_of_pp_structure(shape: str) -> None:
    blocks = [
        {"block_label": "doc_title", "block_content": "标题", "block_bbox": [0, 0, 50, 10]},
        {"block_label": "image", "block_content": "", "block_bbox": [0, 20, 50, 40]},
        {
            "block_label": "table",
            "block_content": "<table><tr><td>甲</td><td>乙</td></tr></table>",
            "block_bbox": [0, 50, 50, 60],
        },
        {"block_label": "text", "block_content": "正文\n两行", "block_bbox": [0, 70, 50, 90]},
    ]
    page = {"parsing_res_list": blocks}
    data: object = page
    if shape == "pages":
        data = [{"res": page}]
    if shape == "answer":
        data = {"errorCode": 0, "result": {"layoutParsingResults": [{"prunedResult": page, "markdown": {}}]}}
    layout = detect_json(json.dumps(data), "a.json")
    assert render(layout).text == "标题\n\n甲\t乙\n\n正文\n两行\n"
    assert layout.lines[0].box == (0.0, 0.0, 50.0, 10.0)
    assert layout.engine == "pp-structure"


def test_what_an_engine_takes_for_furniture_is_furniture(tmp_path: Path) -> None:
    body = "会议在温州举行，来自各地的代表就有关问题进行了讨论，并达成了多项共识"
    blocks = [
        {"block_label": "header", "block_content": "江城日报", "block_bbox": [0, 0, 50, 10]},
        {"block_label": "doc_title", "block_content": "两地代表共商合作", "block_bbox": [0, 20, 50, 30]},
        {"block_label": "text", "block_content": f"{body}。", "block_bbox": [0, 40, 50, 60]},
        {"block_label": "text", "block_content": f"{body}，人数达到30", "block_bbox": [0, 70, 50, 90]},
        {"block_label": "number", "block_content": "3", "block_bbox": [0, 95, 50, 99]},
    ]
    (tmp_path / "a.json").write_text(json.dumps({"parsing_res_list": blocks}), encoding="utf-8")
    document = clean_decoded(loaded(tmp_path / "a.json").decoded, Config(), name="a.json")
    assert [(block.role, block.text) for block in document.blocks if block.role == "furniture"] == [
        ("furniture", "江城日报"),
        ("furniture", "3"),
    ]
    assert document.title == "两地代表共商合作"


def test_pages_of_paddle_results() -> None:
    page = [[[[0, 0], [40, 0], [40, 10], [0, 10]], "甲", 0.9]]
    assert render(detect_json(json.dumps([page, page]), "a.json")).text == "甲\n\f甲\n"


def test_parts_of_a_row_become_one_line() -> None:
    page = [("甲乙", (0, 0, 20, 10)), ("丙丁", (22, 1, 42, 11)), ("第二行的文字", (0, 13, 60, 23))]
    assert [line.text for line in from_lines([page], "x").lines] == ["甲乙丙丁", "第二行的文字"]


def test_columns_under_a_headline_that_is_set_tight() -> None:
    boxes = [(0, 0, 100, 10), *((x, 12 + 12 * row, x + 45, 22 + 12 * row) for x in (0, 55) for row in range(3))]
    assert [[index for row in block for index in row] for block in blocks_in_order(boxes)] == [
        [0],
        [1, 2, 3],
        [4, 5, 6],
    ]


def test_pages_are_parted_by_a_form_feed() -> None:
    page = render(Layout((LayoutLine("甲\n乙", None, 0, 0), LayoutLine(" ", None, 0, 0), LayoutLine("丙", None, 1, 0))))
    assert page.text == "甲 乙\n\f丙\n"
    assert [(place.page, place.number) for place in page.places] == [(0, 0), (1, 0)]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(*[st.integers(0, 50)] * 2, *[st.integers(0, 30)] * 2), max_size=25))
def test_every_box_comes_out_once(places: list[tuple[int, int, int, int]]) -> None:
    boxes = [(x, y, x + width, y + height) for x, y, width, height in places]
    order = [index for block in blocks_in_order(boxes) for row in block for index in row]
    assert sorted(order) == list(range(len(boxes)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<alto><Page>", "is no well-formed XML"),
        ("", "is no well-formed XML"),
        ("<svg/>", "is XML of a kind that is not known"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "is XML that declares entities"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "is XML that declares entities"),
        ("<a>" * 400 + "</a>" * 400, "is XML nested too deep"),
    ],
)
def test_hostile_xml(text: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        detect_xml(text, "a.xml")
    assert caught.value.problem.startswith(problem)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '"x"', "7", "[1]", "[[]]", '[{"a": 1}]', "[" * 100_000])
def test_other_json(text: str) -> None:
    with pytest.raises(InputError, match=r"is no JSON|is JSON of a kind that is not known"):
        detect_json(text, "a.json")


def test_a_layout_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<alto><Page/></alto>")
    [error] = load_input(find_inputs([tmp_path]).inputs[0], ReadConfig())
    assert isinstance(error, InputError)
    assert error.problem == "is a page layout without text"


def test_damage_in_a_layout_is_recorded(tmp_path: Path) -> None:
    line = "<TextBlock><TextLine><String CONTENT='今天上午论坛{}举行'/></TextLine></TextBlock>"
    page = "<alto><Page>" + line + "</Page></alto>"
    (tmp_path / "a.xml").write_bytes(page.encode().replace(b"{}", b"\xff"))
    decoded = loaded(tmp_path / "a.xml").decoded
    assert [decoded.text[one.at] for one in decoded.replaced] == ["\ufffd"]


ROWS = [
    "历时三个月的水库清",
    "淤工程昨天全部完成",
    "库容恢复到建成之初",
    "的水平附近的村民都",
    "来观看完工仪式孩子",
    "们在岸边放起了风筝",
]


def in_columns(left: float, rows: list[str], top: float = 60.0) -> list[tuple[str, tuple[float, float, float, float]]]:
    return [(row, (left, top + 15 * at, left + 90, top + 10 + 15 * at)) for at, row in enumerate(rows)]


def reading(lines: list[tuple[str, tuple[float, float, float, float]]]) -> list[str]:
    return [line.text for line in from_lines([lines], "x").lines]


@pytest.mark.parametrize("furniture", [[], [("12", (98.0, 200.0, 106.0, 210.0))]])
def test_what_lies_across_columns_does_not_close_the_way(furniture: list) -> None:
    title = ("水库清淤工程", (40.0, 10.0, 160.0, 30.0))
    columns = [*in_columns(0, ROWS), *in_columns(110, ROWS)]
    across = sorted([title, *columns, *furniture], key=lambda line: (line[1][1], line[1][0]))
    assert reading(across) == [title[0], *ROWS, *ROWS, *(text for text, _ in furniture)]


def test_a_line_that_juts_out_does_not_close_the_way() -> None:
    left, right = in_columns(0, ROWS), in_columns(110, ROWS)
    left[2] = (left[2][0], (0.0, left[2][1][1], 107.0, left[2][1][3]))
    both = sorted([*left, *right], key=lambda line: (line[1][1], line[1][0]))
    assert reading(both) == [*ROWS, *ROWS]


def test_the_order_of_blocks_is_the_engines_unless_the_text_speaks_for_another() -> None:
    first = ["历时三个月的水库清", "淤工程昨天全部完成", "从此下游五个村的经"]
    second = ["济可以放心发展村民", "都来观看完工仪式孩", "们在岸边放起了风筝"]
    right_to_left = [in_columns(110, first), in_columns(0, second)]
    assert [line.text for line in from_blocks([right_to_left], "x").lines] == first + second
    wrong = [in_columns(110, second), in_columns(0, first)]
    layout = from_blocks([wrong], "x")
    assert [line.text for line in layout.lines] == first + second
    assert layout.moved == 1
    said_nothing = [[("目录", (110.0, 0.0, 150.0, 10.0))], [("附录", (0.0, 0.0, 40.0, 10.0))]]
    assert from_blocks([said_nothing], "x").moved == 0


def test_lines_from_top_to_bottom_are_read_from_right_to_left() -> None:
    lines = [(row, (300.0 - 15 * at, 0.0, 310.0 - 15 * at, 90.0)) for at, row in enumerate(ROWS)]
    assert reading(lines[::-1]) == ROWS


@given(st.lists(st.tuples(*[st.integers(0, 400)] * 4), min_size=1, max_size=40))
@settings(deadline=None, max_examples=60)
def test_every_line_is_read_once(boxes: list[tuple[int, int, int, int]]) -> None:
    shown = [(min(a, c), min(b, d), max(a, c) + 1, max(b, d) + 1) for a, b, c, d in boxes]
    found = [index for block in blocks_in_order(shown) for row in block for index in row]
    assert sorted(found) == list(range(len(shown)))
