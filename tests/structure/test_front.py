"""Front matter: labels, names, institutions, datelines, and the facts they state with their places in the source."""

from __future__ import annotations

import tomllib
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean import Document, clean
from cntextclean.structure.affiliations import find_affiliations, is_affiliation, without_affiliations
from cntextclean.structure.byline_people import find_byline
from cntextclean.structure.datelines import find_closing_dateline, find_dateline
from cntextclean.structure.labels import Label, find_values, labels
from cntextclean.structure.latin_names import find_latin_names
from cntextclean.structure.names import find_names, name_list
from cntextclean.structure.reporters import reporters_at_end
from cntextclean.structure.values import bare_title, read_value

BODY = "区域协调发展需要各地在规划、产业、交通和生态保护等方面持续合作，这是一个长期的过程。" * 2
NEWS = "记者从有关部门获悉，今年以来重点项目加快推进，预计明年年底建成投用。" * 2
DATELINES = tomllib.loads((files("cntextclean.tables") / "datelines.toml").read_text(encoding="utf-8"))


def people(text: str) -> tuple[str, ...]:
    return tuple(one.text for one in find_byline(text))


def fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def stated(document: Document, text: str, name: str) -> list[tuple[str, list[str]]]:
    """Values of a fact with the source text of every statement."""
    return [
        (fact.value, ["".join(text[slice(*span)] for span in spans) for spans in fact.stated])
        for fact in document.facts
        if fact.name == name
    ]


@pytest.mark.parametrize("label", labels(), ids=lambda label: label.key)
def test_labels_state_what_the_table_says(label: Label) -> None:
    found = "|".join(piece.value for name, piece in read_value(label.example) if name == label.key)
    assert found == label.value
    assert label.key not in {name for name, _ in read_value(label.counter_example)}


def test_label_names_are_unique() -> None:
    names = ["".join(name.split()).casefold() for label in labels() for name in label.names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", DATELINES["example"], ids=lambda row: row["text"][:16])
def test_datelines_of_the_table(row: dict[str, object]) -> None:
    found = find_dateline(str(row["text"]))
    assert found is not None
    said = (found.text, found.agency.text, found.place.text, found.date.text, [name.text for name in found.names])
    assert said == (row["dateline"], row["agency"], row["place"], row["date"], row["authors"])


@pytest.mark.parametrize("row", DATELINES["counter_example"], ids=lambda row: row["text"][:16])
def test_no_datelines(row: dict[str, str]) -> None:
    assert find_dateline(row["text"]) is None


def test_datelines_and_reporters_at_the_end() -> None:
    closing = find_closing_dateline("特派记者 毛丽君（本报温州今日电）")
    assert closing is not None
    assert (closing.text, closing.start, closing.place.text) == ("本报温州今日电", 9, "温州")
    assert [name.text for name in reporters_at_end("会议结束。”（本报记者李华 通讯员王伟）（完）")] == ["李华", "王伟"]
    assert reporters_at_end("会议结束（记者招待会除外）。") == ()


NAMES = [
    ("占智勇¹,² 徐　政² 宁尚通*", ("占智勇", "徐政", "宁尚通")),
    ("王刚1,2 高明敏1,2马 驰1,2郑天龙1,2", ("王刚", "高明敏", "马驰", "郑天龙")),
    ("李文^{1}，郝永$^2$，欧阳娜<sup>1</sup>", ("李文", "郝永", "欧阳娜")),
    ("■ 崔景行 古丽娜尔·艾力", ("崔景行", "古丽娜尔·艾力")),
    ("程金龙，韦洋，J. P. Dupont", ("程金龙", "韦洋", "J. P. Dupont")),
    ("孟晋¹²，张海」，蒋宏，赵鑫", ("孟晋", "张海", "蒋宏", "赵鑫")),
    ("[美]约翰·史密斯 著", ("约翰·史密斯",)),
    ("郑立新1*, 宁强2", ("郑立新", "宁强")),
    ("方法论 研究", ()),
    ("深化改革 扩大开放", ()),
    ("结　语", ()),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_lists_of_names(text: str, names: tuple[str, ...]) -> None:
    assert name_list(text) == names


def test_names_that_are_words_are_names_where_names_are_set() -> None:
    assert name_list("国际") == ()
    assert name_list("方程") == name_list("方程", expected=True) == ("方程",)
    assert name_list("金融") == ()
    assert name_list("金融", expected=True) == ("金融",)


def test_bylines() -> None:
    assert people("（执笔记者：张三；参与记者：李四、王五）") == ("张三", "李四", "王五")
    assert people("“新华视点”记者胡宇、迪丽拜尔·阿布都") == ("胡宇", "迪丽拜尔·阿布都")
    assert people("文/刘文华 图/李图") == ("刘文华", "李图")
    assert people("（编译/海外网 侯兴川）") == ("侯兴川",)
    assert [name.text for name in find_latin_names("LI Ming1, WANG Fang2 and J. P. Dupont*")] == [
        "LI Ming", "WANG Fang", "J. P. Dupont",
    ]  # fmt: skip


def test_institutions() -> None:
    text = "李华1，王伟2（1．东海大学 经济学院，上海 200000；2．西山研究院，北京 100000）"
    assert [one.text for one in find_affiliations(text)] == [
        "东海大学 经济学院，上海 200000",
        "西山研究院，北京 100000",
    ]
    assert without_affiliations(text).strip() == "李华1，王伟2"
    assert [one.text for one in find_affiliations("东海大学 文学院　丁江　薛江")] == ["东海大学 文学院"]
    assert is_affiliation("310018 杭州，东海大学附属医院")
    assert not is_affiliation("办好人民满意的大学")


def test_titles_without_marks_and_labels() -> None:
    assert bare_title("《数字经济何以促进区域协同》").value == "数字经济何以促进区域协同"
    assert bare_title("《民法典》视野下的数字经济").value == "《民法典》视野下的数字经济"
    assert bare_title("【标题】论区域协同*").value == "论区域协同"


TITLE = "论区域协同发展的动力"
JOURNALS = [
    [
        TITLE, "李　华¹，欧阳娜²*", "（1.东海大学，上海 200000；2.西山研究院，北京 100000）", f"摘　要：{BODY}",
        "关键词：区域；协同；动力", "中图分类号：F127　文献标识码：A　文章编号：1009-4321(2022)04-0017-12", "一、引言",
    ],
    [
        f"【标题】{TITLE}", "【作者】李华；欧阳娜", "【机构】东海大学", "【关键词】区域；协同；动力", f"【摘要】{BODY}",
        "【分类号】F127",
    ],
    [
        f"# {TITLE}", "李华1，欧阳娜2(1.东海大学，上海200000；2.西山研究院，北京 100000)", f"**摘要**：{BODY}",
        "关键词：区域；协同；动力中图分类号：F127 文献标识码：A", "# 0 引言",
    ],
    [
        TITLE, "李华", "欧阳娜", "（东海大学）", f"摘要 {BODY}", "关键词 区域；协同；动力", "中图法分类号 F127",
        "一、引言",
    ],
    [
        f"标题：{TITLE}　作者：李华、欧阳娜　来源：《区域经济》", "关键词：区域；协同；动力", "分类号：F127",
        f"摘要：{BODY}",
    ],
]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "blank-lines"])
@pytest.mark.parametrize("page", JOURNALS, ids=["labels", "fields", "model", "bare", "one-line"])
def test_heads_of_articles(page: list[str], gap: str) -> None:
    document = clean(gap.join([*page, BODY]) + "\n")
    assert document.title == TITLE
    assert document.metadata["authors"] == ("李华", "欧阳娜")
    assert document.metadata["keywords"] == ("区域", "协同", "动力")
    assert document.metadata["classification"] == "F127"


WIRES = [
    ("新华社北京11月2日电（记者李华、欧阳娜）{news}", ("新华社", "北京", "11月2日")),
    ("　　中新社莫斯科3月26日电 (记者 李华 欧阳娜){news}", ("中新社", "莫斯科", "3月26日")),
    ("人民日报北京11月2日电　（“政策面对面”记者李华、欧阳娜）{news}", ("人民日报", "北京", "11月2日")),
    ("本报上海11月8日电 记者李华、欧阳娜报道：{news}", ("本报", "上海", "11月8日")),
    ("中新社香港十一月二日电 （记者 李华 欧阳娜）{news}", ("中新社", "香港", "十一月二日")),
    ("红网时刻新闻11月2日讯（记者 李华 通讯员 欧阳娜）{news}", ("红网时刻新闻", None, "11月2日")),
]


@pytest.mark.parametrize(("start", "parts"), WIRES, ids=lambda value: value[:8] if isinstance(value, str) else "")
def test_wire_stories(start: str, parts: tuple[str, str | None, str]) -> None:
    text = f"第三届丝路书展在西安闭幕\n\n{start.format(news=NEWS)}\n\n{NEWS}\n\n（完）\n"
    document = clean(text)
    facts = document.metadata
    assert document.title == "第三届丝路书展在西安闭幕"
    assert facts["authors"] == ("李华", "欧阳娜")
    assert (facts["dateline_agency"], facts.get("dateline_place"), facts["dateline_date"]) == parts
    ((value, said),) = stated(document, text, "dateline")
    assert [fold(one) for one in said] == [fold(value)]


def test_a_fact_stated_twice_is_stored_once_with_both_places() -> None:
    head = ["作者：李华", "DOI：10.3969/j.issn.1001", TITLE, "李　华", f"摘要：{BODY}", "关键词：区域；协同"]
    text = "\n".join([*head, "收稿日期：2024年3月5日"]) + "\n"
    document = clean(text)
    assert stated(document, text, "authors") == [("李华", ["李华", "李　华"])]
    assert stated(document, text, "received") == [("2024-03-05", ["2024年3月5日"])]
    assert stated(document, text, "keywords") == [("区域", ["区域"]), ("协同", ["协同"])]
    held = {
        (name, one)
        for name, value in document.metadata.items()
        for one in ([value] if isinstance(value, str) else value)
    }
    assert {(fact.name, fact.value) for fact in document.facts} == held | {("title", document.title)}


def test_places_of_facts_leave_marks_out() -> None:
    text = f"# **论区域协同**\n\n摘要：{BODY}\n\n关键词：甲；乙；丙\n\n{BODY}\n"
    assert stated(clean(text, name="a.md"), text, "title") == [("论区域协同", ["论区域协同"])]


def test_facts_of_canonical_markdown_are_those_of_its_front_matter() -> None:
    first = clean("\n\n".join([*JOURNALS[0], BODY]) + "\n")
    again = clean(first.to_markdown(), name="a.md")
    assert (again.title, again.metadata) == (first.title, first.metadata)
    assert again.to_markdown() == first.to_markdown()
    assert {fact.value for fact in again.facts} <= {fact.value for fact in first.facts}


def test_what_is_not_valid_is_no_fact_but_a_finding() -> None:
    document = clean(f"论区域协同\n\nDOI：11.3969/j.issn\n\n收稿日期：2023-02-30\n\n摘要：{BODY}\n\n关键词：甲；乙\n")
    assert not {"doi", "received"} & document.metadata.keys()
    rules = {finding.rule: finding.text for finding in document.findings}
    assert rules["structure.identifier-check"] == "11.3969/j.issn"
    assert rules["structure.date-check"] == "2023-02-30"


TEXTS = st.text(
    st.sampled_from(
        "李华王伟欧阳古·　 ，、；：（）()[]【】12¹²*ab$^{}<sup>新华社北京11月2日电记者大学研究院关键词摘要作者。"
    ),
    max_size=60,
)


@given(TEXTS)
@settings(deadline=None, max_examples=150)
def test_places_are_places_of_the_text(text: str) -> None:
    for name in (*find_names(text), *find_byline(text), *find_affiliations(text), *reporters_at_end(text)):
        assert fold(text[name.start : name.end]) == fold(name.text)
    for value in find_values(text):
        assert text[value.start : value.end] == value.text
    found = find_dateline(text)
    if found:
        assert text[found.start : found.end] == found.text
