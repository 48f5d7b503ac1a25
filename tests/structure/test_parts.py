"""Levels, facts, references, citations, checks: the parts of structure one by one."""

from __future__ import annotations

import pytest

from cntextclean.config import Config
from cntextclean.model import Role
from cntextclean.proposals import Outline, View
from cntextclean.structure.byline_people import find_byline
from cntextclean.structure.citations import find_anchors, find_citations
from cntextclean.structure.identifiers import Piece, date_span, find_doi, issn_is_valid
from cntextclean.structure.levels import heading_levels
from cntextclean.structure.names import name_list
from cntextclean.structure.outline import outline
from cntextclean.structure.references import read_reference

BODY = "区域协调发展需要各地在规划、产业、交通和生态保护等方面持续合作，这是一个长期的过程。" * 2


def people(text: str) -> tuple[str, ...]:
    return tuple(one.text for one in find_byline(text))


def read(*texts: str) -> Outline:
    return outline([View(text) for text in texts], Config())


def roles(*texts: str) -> list[Role]:
    return [label.role for label in read(*texts).labels]


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        ([("chapter", 1), ("section", 1), ("chapter", 2)], [1, 2, 1]),
        ([("han-ordinal", 1), ("han-paren", 1), ("han-paren", 2), ("han-ordinal", 2)], [1, 2, 2, 1]),
        ([("han-paren", 1), ("han-paren", 2)], [1, 1]),
        ([("part", 1), ("chapter", 1), ("han-ordinal", 1)], [1, 2, 3]),
        # clauses numbered anew under each decimal: the decimals are the outer ones
        ([("decimal-1", 1), ("han-paren", 1), ("han-paren", 2), ("decimal-1", 2), ("han-paren", 1)], [1, 2, 2, 1, 2]),
        ([("", None), ("letter", 1), ("letter", 2)], [1, 1, 1]),
        ([("han-ordinal", 1), ("", None), ("han-ordinal", 2), ("", None)], [1, 2, 1, 2]),
        ([("", None), ("decimal-1", 1), ("decimal-1", 2), ("", None)], [1, 2, 2, 1]),
        ([("chapter", 1), ("word", None)], [1, 1]),
        ([], []),
    ],
)
def test_levels(headings: list[tuple[str, int | None]], levels: list[int]) -> None:
    assert heading_levels(headings) == levels


def test_a_page_of_two_articles() -> None:
    found = read(
        "企业家联盟四年汇聚十九个产业链优势力量", "赋能新经济 发展新动能", BODY, BODY,
        "特派记者 毛丽君（本报温州今日电）", "本报讯（记者 马亚宁）" + BODY, BODY,
    )  # fmt: skip
    assert [label.role for label in found.labels] == [
        "subtitle", "title", "paragraph", "paragraph", "byline", "paragraph", "paragraph",
    ]  # fmt: skip
    assert [label.article for label in found.labels] == [0, 0, 0, 0, 0, 1, 1]
    assert found.title == "赋能新经济 发展新动能"
    assert found.metadata["authors"] == ("毛丽君", "马亚宁")


def test_keyword_headings_of_news_and_keywords_of_journals() -> None:
    news = roles("记者 李华", BODY, "关键词：超导", BODY, "关键词：“人工智能+”", BODY)
    assert news[2] == news[4] == "heading"
    journal = roles("区域协调发展的动力机制研究", "李华", "摘要：" + BODY, "关键词：区域", "一、引言", BODY)
    assert journal == ["title", "byline", "abstract", "keywords", "heading", "paragraph"]


def test_cut_paragraphs_are_flagged() -> None:
    found = read(
        "标题在此说明",
        BODY,
        "生产车间内的自动化生产线有序运转，仅去年一年就有超过三十万辆由该公司生产的各",
        "一、下一步",
        BODY,
    )
    assert found.labels[2].flags == ("truncated",)
    assert not any(label.flags for index, label in enumerate(found.labels) if index != 2)


def test_english_back_matter() -> None:
    found = read(
        "区域协调发展的动力机制研究", "李华", "摘要：" + BODY, "一、引言", BODY, "参考文献",
        "[1] 王伟. 区域经济[M]. 北京: 文史出版社, 2019.",
        "Dynamics of Coordinated Regional Development", "LI Hua", "(East Sea University)",
        "Abstract: This paper studies regional development.", "Key words: region; growth", "JEL Classification: R11",
    )  # fmt: skip
    assert [(label.role, label.lang) for label in found.labels[5:]] == [
        ("heading", "zh"), ("reference", "zh"), ("title", "en"), ("byline", "en"), ("byline", "en"), ("abstract", "en"),
        ("keywords", "en"), ("metadata", "zh"),
    ]  # fmt: skip
    assert found.title == "区域协调发展的动力机制研究"
    assert found.metadata["title_en"] == "Dynamics of Coordinated Regional Development"


def test_front_matter_becomes_facts_stated_once() -> None:
    facts = read(
        "《产业经济评论》网络首发论文", "题目：区域协调发展的动力机制研究", "作者：李华，王伟",
        "DOI：10.19313/j.cnki.cn10-1223/f.2024.003", "ISSN 2095-7572, CN 10-1223/F", "收稿日期：2024-03-05",
        "区域协调发展的动力机制研究", "李华 王伟", "摘要：" + BODY,
        "关键词：区域；协同 发展；创新", "中图分类号：F127", BODY,
    )  # fmt: skip
    assert facts.title == "区域协调发展的动力机制研究"
    assert facts.metadata["authors"] == ("李华", "王伟")
    assert facts.metadata["publication"] == "产业经济评论"
    assert facts.metadata["doi"] == "10.19313/j.cnki.cn10-1223/f.2024.003"
    assert (facts.metadata["issn"], facts.metadata["cn"]) == ("2095-7572", "10-1223/F")
    assert facts.metadata["received"] == "2024-03-05"
    assert facts.metadata["classification"] == "F127"


def test_identifiers_are_valid_or_nothing() -> None:
    assert issn_is_valid("2095-7572")
    assert issn_is_valid("1000-596X")
    assert not issn_is_valid("2095-7573")
    assert not issn_is_valid("2095-757")
    assert find_doi("见 https://doi.org/10.1000/182。") == "10.1000/182"
    assert find_doi("版本10.2") == ""
    assert date_span("2023-02-29") is None
    assert date_span("2024年2月29日") == Piece("2024-02-29", 0, 10)


def test_an_issn_with_a_wrong_digit_is_reported_not_stored() -> None:
    found = read("ISSN 2095-7573", "摘要：" + BODY, "关键词：甲；乙")
    assert "issn" not in found.metadata
    assert [(index, note.rule, note.start, note.end) for index, note in found.notes] == [
        (0, "structure.identifier-check", 5, 14)
    ]


def test_a_gap_in_a_series_is_reported() -> None:
    rules = [note.rule for _, note in read("一、总体要求", BODY, "三、组织实施", BODY).notes]
    assert rules == ["structure.heading-sequence"]
    assert not read("一、总体要求", BODY, "（一）目标", BODY, "二、组织实施", BODY, "（一）分工", BODY).notes


REFERENCES = [
    (
        "[1] 何以宁, 沈嘉. 数字经济与区域差距[J]. 区域经济研究, 2020, 12(2): 15-27.",
        (1, ("何以宁", "沈嘉"), "数字经济与区域差距", "J", "区域经济研究", "2020", "12", "2", "15-27"),
    ),
    (
        "- 张可：《智慧城市建设促进了节能减排吗？——基于县的经验》[J]，《金融研究》，2023 年第 7 期，第 134-153 页。",
        (None, ("张可",), "智慧城市建设促进了节能减排吗？——基于县的经验", "J", "金融研究", "2023", "", "7", "134-153"),
    ),
    (
        "[3] Klein A, Huber T. Broadband and entrepreneurship[J]. Regional Studies, 2018, 52(3): 301-315.",
        (3, ("Klein A", "Huber T"), "Broadband and entrepreneurship", "J", "Regional Studies", "2018", "52", "3",
         "301-315"),
    ),
    (
        "洪银兴等：《长三角：创新型区域》[J]，《江苏社会科学》，2021年第3期，第39-48+242页。",
        (None, ("洪银兴",), "长三角：创新型区域", "J", "江苏社会科学", "2021", "", "3", "39-48+242"),
    ),
    ("这不是一条参考文献。", (None, (), "", "", "", "", "", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), REFERENCES)
def test_references(text: str, fields: tuple[object, ...]) -> None:
    item = read_reference(text)
    got = (
        item.number,
        item.authors,
        item.title,
        item.kind,
        item.container,
        item.year,
        item.volume,
        item.issue,
        item.pages,
    )
    assert got == fields


def test_citations_link_only_where_certain() -> None:
    items = [
        read_reference("徐政、郑霖豪：《新质生产力》[J]，《当代经济研究》，2023年第11期。"),
        read_reference("徐政、程梦瑶：《新质生产力再论》[J]，《西南大学学报》，2023年第6期。"),
        read_reference("张可：《智慧城市》[J]，《金融研究》，2023年第7期。"),
    ]
    assert [one.item for one in find_citations("已有研究（张可，2023）与[2]一致。", items)] == [2, 1]
    assert find_citations("有争议（徐政等，2023），见[9]。", items) == []
    numbered = [read_reference("[6] 张可. 智慧城市[J]. 金融研究, 2023(7): 1-9.")]
    assert [one.item for one in find_citations("覆盖[6]，另见[1]。", numbered)] == [0]


def test_note_marks_are_anchored_once() -> None:
    anchors = find_anchors("聚落往往位于河流交汇处①，城墙随后出现②。", ["①参见《古代聚落考》。", "③另见他书。"])
    assert [(one.start, one.item) for one in anchors] == [(11, 0)]


def test_names() -> None:
    assert name_list("李 华") == ("李华",)
    assert name_list("占智勇1，徐政2") == ("占智勇", "徐政")
    assert name_list("深化改革 扩大开放") == ()
    assert name_list("范围") == ()
    assert people("本报记者 王伟 通讯员 李明敏、徐海峰") == ("王伟", "李明敏", "徐海峰")
    assert people("译者 geekpi　校对 wxy") == ("geekpi", "wxy")


def test_who_signs_over_a_date_heads_nothing() -> None:
    letter = (BODY, "某某市人民政府办公厅", "2021年6月18日", "某某市城市更新行动计划", BODY, BODY)
    assert roles(*letter)[1] == "paragraph"
    assert roles(BODY, "当代生活报道", "2021年6月18日，" + BODY, BODY)[1] == "heading"


def test_a_headline_of_words_is_no_row_of_names() -> None:
    assert name_list("明日午后或有雷阵雨") == ()
    assert name_list("刘虹厉虹") == ("刘虹", "厉虹")
