"""Lists of references: rows to items, items to fields, marks in the text to items and notes; verse and questions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean import clean
from cntextclean.config import Config
from cntextclean.language.forms import match_form
from cntextclean.proposals import Outline, View
from cntextclean.structure.citations import find_citations
from cntextclean.structure.front_rows import begins_row
from cntextclean.structure.outline import outline
from cntextclean.structure.reference_rows import reference_rows
from cntextclean.structure.references import read_reference

BODY = "区域协调发展需要各地在规划、产业、交通和生态保护等方面持续合作，这是一个长期的过程"
ITEMS = [
    "[1] 何以宁，沈嘉. 数字经济与区域差距：来自二百八十个地级市的经验证据[J]. 区域经济研究，2020，12(2)：15-27.",
    "[2] 王伟. 区域经济学：理论与方法的新进展及其在中国城市群研究中的应用[M]. 北京：文史出版社，2019：33-35.",
    "[3] 夏锦文. 加强科技创新和产业创新跨区域协同，推动一体化发展走深走实[N]. 光明日报，2023-11-02(06).",
    "[4] 李华. 长三角一体化背景下的产业转移与就业结构变化研究[D]. 上海：东海大学，2021.",
]


def folded(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def squash(text: str) -> str:
    return "".join(text.split()).replace(",", "，").replace(":", "：")


def read(*texts: str) -> Outline:
    return outline([View(text) for text in texts], Config())


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "blank-lines"])
@pytest.mark.parametrize("width", [24, 31])
def test_items_are_joined_over_rows_and_pages(width: int, gap: str) -> None:
    lines = ["论区域协调发展的动力", "李华", f"摘要：{BODY}。", "关键词：区域；协同；动力", "一、引言"]
    lines += [f"{BODY}[1]，也有学者持不同看法（夏锦文，2023）。", "参考文献"]
    for number, item in enumerate(ITEMS):
        rows = folded(item, width)
        page = ["区域经济研究　2024年第3期", "· 128 ·"] if number in {0, 2} else []
        lines += [rows[0], *page, *rows[1:]]
    document = clean(gap.join(lines) + "\n")
    found = {block.id: block.text for block in document.blocks if block.role == "reference"}
    assert list(map(squash, found.values())) == list(map(squash, ITEMS))
    assert [item.number for item in document.references] == [1, 2, 3, 4]
    assert [item.kind for item in document.references] == ["J", "M", "N", "D"]
    assert [(link.kind, found[link.block][:3]) for link in document.links] == [("citation", "[1]"), ("citation", "[3]")]


def test_links_are_places_of_the_source() -> None:
    text = (
        f"{BODY}[2-3]。也有人认为不然①。\n\n①本文所称区域，参见《中国统计年鉴》第3页。\n\n参考文献\n\n"
        + "\n\n".join(ITEMS)
        + "\n"
    )
    document = clean(text)
    assert [text[slice(*link.source)] for link in document.links] == ["[2-3]", "[2-3]", "①"]
    note = document.links[-1]
    assert (note.kind, next(block.role for block in document.blocks if block.id == note.block)) == ("note", "footnote")


def test_three_numbers_are_no_list_of_references_without_their_look() -> None:
    rows = ["1. 打开终端，输入下面的命令。", "2. 等待安装完成，重新启动系统。", "3. 检查结果，删除临时文件。"]
    assert reference_rows(rows) == {}
    assert reference_rows(ITEMS[:2]) == {}
    assert {fate.kind for fate in reference_rows(ITEMS).values()} == {"start"}


def test_the_last_item_ends_where_it_closes() -> None:
    rows = [*ITEMS, "作者简介：李华，东海大学教授。", BODY + "。"]
    assert max(reference_rows(rows)) == 3


PARSED = [
    (
        "[12] 赵六. 论区域协同[C]//王五. 区域论文集. 北京: 科学出版社, 2005: 12-15.",
        (12, ("赵六",), "论区域协同", "C", "区域论文集", "2005", "12-15"),
    ),
    (
        "[6] 国家统计局. 中国统计年鉴2022[EB/OL]. (2022-10-01)[2023-01-05]. http://www.stats.gov.cn/.",
        (6, ("国家统计局",), "中国统计年鉴2022", "EB/OL", "", "2022", ""),
    ),
    (
        "[13] Smith J, et al. Title here[J/OL]. Nature, 2020, 580: 1-9.",
        (13, ("Smith J",), "Title here", "J/OL", "Nature", "2020", "1-9"),
    ),
    (
        "⑩费孝通：《乡土中国》，北京：人民出版社，2008年，第12页。",
        (None, ("费孝通",), "乡土中国", "", "人民出版社", "2008", "12"),
    ),
]


@pytest.mark.parametrize(("text", "fields"), PARSED, ids=[text[:8] for text, _ in PARSED])
def test_items_are_parsed(text: str, fields: tuple[object, ...]) -> None:
    item = read_reference(text)
    assert (item.number, item.authors, item.title, item.kind, item.container, item.year, item.pages) == fields


CITED = [
    ("协同[1]，又[2-3]，且[1、4]。", [("[1]", 0), ("[2-3]", 1), ("[2-3]", 2), ("[1、4]", 0), ("[1、4]", 3)]),
    ("如前所述¹，差距缩小²,³。面积5m²。", [("¹", 0), ("²,³", 1), ("²,³", 2)]),
    ("（夏锦文，2023；王伟，2019）", [("夏锦文，2023", 2), ("王伟，2019", 1)]),
    ("夏锦文（2023）认为，何以宁等（2020）指出", [("夏锦文（2023）", 2), ("何以宁等（2020）", 0)]),
    ("2023年（2023）没有人，[9]也没有。", []),
]


@pytest.mark.parametrize(("text", "found"), CITED, ids=[text[:8] for text, _ in CITED])
def test_citations(text: str, found: list[tuple[str, int]]) -> None:
    items = [read_reference(item) for item in ITEMS]
    assert [(text[one.start : one.end], one.item) for one in find_citations(text, items)] == found


def test_rows_of_a_head_begin_passages() -> None:
    rows = ["大型城市乡村教育时空格局", "胡华", "（西北大学，西安 710127）", "摘要：本文研究", "胡华", "的研究"]
    forms = [match_form(row) for row in rows]
    assert [begins_row(forms, rows, index) for index in range(6)] == [False, True, True, True, False, True]


def test_verse_is_flagged_and_prose_is_not() -> None:
    poem = read("望岳", "〔唐〕杜甫", "岱宗夫如何？齐鲁青未了。", "造化钟神秀，阴阳割昏晓。")
    assert [label.flags for label in poem.labels[2:]] == [("verse",), ("verse",)]
    prose = read("题目在此", BODY + "。", "今天上午，会议召开。", "大家都到了。", BODY + "。")
    assert not any(label.flags for label in prose.labels)


def test_three_questions_over_paragraphs_are_headings_one_is_rhetoric() -> None:
    long = BODY + "。" + BODY + "。"
    many = read("记者 李华", long, "端口为何总是不够？", long, "收费由谁来定？", long, "没有地方怎么办？", long)
    assert [label.role for label in many.labels[2::2]] == ["heading"] * 3
    one = read("记者 李华", long, "端口为何总是不够？", long, long)
    assert one.labels[2].role == "paragraph"


@given(
    st.lists(
        st.sampled_from([*ITEMS, "研究, 2020.", "· 12 ·", "7.", "正文。", "[2] 甲", "（3）乙丙丁戊，2001年"]),
        max_size=12,
    )
)
@settings(deadline=None, max_examples=100)
def test_fates_never_continue_what_was_not_begun(rows: list[str]) -> None:
    begun = 0
    for _, fate in sorted(reference_rows(rows).items()):
        begun = fate.number if fate.kind == "start" else begun
        assert fate.number == begun
