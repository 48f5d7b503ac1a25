"""Rows at the head of a text, told by what they are made of: people with their houses, days with papers, fields."""

from __future__ import annotations

import pytest

from cntextclean import Document, clean

BODY = "据介绍，该项目总投资五亿元，预计明年年底建成投用，届时可带动就业五百余人。"
ABSTRACT = "本文以西部地区为研究对象，检验绿色金融对区域协同的影响，结果表明这一影响是显著的，并有地区差异。"


def page(*lines: str) -> Document:
    return clean("\n\n".join(lines) + "\n")


def journal(*front: str) -> Document:
    return page(*front, f"摘要：{ABSTRACT}", "关键词：协同；金融；区域", "一、引言", BODY, BODY)


PEOPLE = [
    ("王伟　东海大学经济学院　wei@example.cn", ("王伟",)),
    ("（东海市实验小学　王伟）", ("王伟",)),
    ("学生：王伟　指导教师：李华", ("王伟",)),
    ("作者：王伟，东海大学教授、博士生导师", ("王伟",)),
    ("王伟/东海大学经济学院 李华/西山研究院", ("王伟", "李华")),
    ("文 / 王伟 李华　东海大学", ("王伟", "李华")),
]


@pytest.mark.parametrize(("row", "authors"), PEOPLE)
def test_people_with_what_is_said_of_them(row: str, authors: tuple[str, ...]) -> None:
    document = journal("论绿色金融与区域协同", row)
    assert (document.title, document.metadata["authors"]) == ("论绿色金融与区域协同", authors)


def test_authors_and_institutions_run_into_the_abstract() -> None:
    front = f"王伟，李华（东海大学，上海，200000）摘要：{ABSTRACT}"
    document = page("# 论绿色金融与区域协同", front, "关键词：协同；金融；区域", "# 1 引言", BODY)
    assert document.metadata["authors"] == ("王伟", "李华")
    assert document.metadata["affiliations"] == ("东海大学，上海，200000",)


def test_fields_that_no_table_knows_name_nobody() -> None:
    fields = ["【专题名称】国民经济管理", "【复印期号】2020年05期", "【原文出处】《区域研究》2020年第2期"]
    document = journal("论绿色金融与区域协同", "王伟", *fields, "【作者简介】王伟，东海大学教授")
    assert document.metadata["authors"] == ("王伟",)


@pytest.mark.parametrize("names", [("次仁卓玛", "索朗旺堆"), ("斯琴高娃",), ("山本一郎", "李华"), ("胡文仲", "海洋")])
def test_names_that_begin_with_no_surname(names: tuple[str, ...]) -> None:
    document = journal("论绿色金融与区域协同", "，".join(names), "（东海大学，上海 200000）")
    assert (document.title, document.metadata["authors"]) == ("论绿色金融与区域协同", names)


def test_words_below_a_title_are_no_names() -> None:
    document = journal("论绿色金融与区域协同", "深度学习，乡村振兴")
    assert "authors" not in document.metadata


def test_country_before_a_name_is_no_label() -> None:
    rows = ["论绿色金融与区域协同", "[加拿大]大卫·哈维/文　李华/译", f"【内容提要】{ABSTRACT}", "【关键词】协同　金融"]
    assert page(*rows, "一、引言", BODY).metadata["authors"] == ("大卫·哈维",)


def test_title_in_two_rows_above_its_authors() -> None:
    rows = "长三角绿色金融与县域商业体系耦合协调\n发展的时空演变及其影响因素\n王伟，李华\n（东海大学，上海 200000）"
    document = clean(f"{rows}\n摘要：{ABSTRACT}\n关键词：协同；金融；区域\n一、引言\n{BODY}\n")
    assert document.title == "长三角绿色金融与县域商业体系耦合协调发展的时空演变及其影响因素"


def test_proceedings_above_a_title_are_no_row_of_it() -> None:
    rows = "第七届全国区域经济学术会议论文集\n非线性系统的研究进展\n王伟，李华\n（东海大学，上海 200000）"
    document = clean(f"{rows}\n摘要：{ABSTRACT}\n关键词：协同；金融；区域\n一、引言\n{BODY}\n")
    assert document.title == "非线性系统的研究进展"


def test_title_below_the_note_of_an_editor() -> None:
    document = page("【笔谈】", f"编者按：{ABSTRACT}", "论绿色金融与区域协同", "王伟　李华", BODY * 3, BODY * 2)
    assert (document.title, document.metadata["authors"]) == ("论绿色金融与区域协同", ("王伟", "李华"))


def test_strokes_behind_labels() -> None:
    front = ["论绿色金融与区域协同", "王伟 李华", f"摘　要｜{ABSTRACT}", "关键词｜协同　金融"]
    document = page(*front, "一、引言", BODY)
    assert document.metadata == {"authors": ("王伟", "李华"), "keywords": ("协同", "金融")}


def test_records_of_a_data_base() -> None:
    rows = [
        "篇名：论绿色金融",
        "作者：王伟",
        "刊名：区域研究",
        "出版年：2010",
        "期：12",
        "页码：15-20",
        f"中文摘要：{ABSTRACT}",
    ]
    document = page(*rows)
    assert (document.title, document.metadata["authors"]) == ("论绿色金融", ("王伟",))


def test_headline_with_a_colon_above_labels() -> None:
    document = page("老街区：三处小店开张", "记者：王伟", "来源：某某社", BODY, BODY)
    assert (document.title, document.metadata["authors"]) == ("老街区：三处小店开张", ("王伟",))


def test_column_in_two_languages_is_no_title() -> None:
    document = page("行业观察 | INDUSTRY", "老街区焕发新活力", "文 / 王伟　东海大学", BODY * 2, BODY)
    assert (document.title, document.metadata["authors"]) == ("老街区焕发新活力", ("王伟",))


def test_secretary_signs_below_his_title() -> None:
    document = page("以绿色金融推动区域协同", "中共某某市委书记　王伟", BODY * 2, "一、提高认识", BODY)
    assert document.metadata["authors"] == ("王伟",)


def test_people_behind_an_open_label_of_editors() -> None:
    document = page("老街区焕发新活力", "2024-03-05 10:20 来源：某某客户端 作者：王伟 编辑：\n李华", BODY, BODY)
    assert document.metadata["authors"] == ("王伟",)


@pytest.mark.parametrize("last", ["（作者：王伟，系西山研究院研究员）", "（作者王伟，系东海大学教授）", "（王伟）"])
def test_who_signs_at_the_end(last: str) -> None:
    document = page("老街区焕发新活力", BODY, BODY, BODY, last, "编辑：李华", "审核：赵明")
    assert document.metadata["authors"] == ("王伟",)


REPORTERS = [
    ("某某经济网\n\n王伟\n\n2021-01-21 07:46", BODY),
    ("【英国《某某时报》网站12月17日报道】题：老街区焕发新活力（作者 王伟）", BODY),
    ("", f"总台记者 王伟：{BODY}"),
    ("", f"某某商报（记者 王伟）{BODY}"),
    ("某某时报 王伟 2021.02.22", BODY),
    ("某某时报（www.example.cn）记者 王伟 北京报道", BODY),
    ("", f"本报青岛9月10日讯 记者王伟 {BODY}"),
    ("", f"经济时报 记者 王伟 {BODY}"),
    ("", f"某某网讯（工人日报—某某网记者王伟）{BODY}"),
    ("", f"【本报记者王伟青岛11月11日报道】{BODY}"),
]


@pytest.mark.parametrize(("row", "first"), REPORTERS)
def test_reporters(row: str, first: str) -> None:
    document = page("老街区焕发新活力", *filter(None, [row]), first, BODY)
    assert (document.title, document.metadata["authors"]) == ("老街区焕发新活力", ("王伟",))


def test_page_and_day_are_no_headline() -> None:
    assert (
        page("2019年02月12日 第A04版：时政", "老街区焕发新活力", "作者：王伟", BODY, BODY).title == "老街区焕发新活力"
    )


def test_day_and_hour_are_no_headline() -> None:
    assert (
        page("老街区焕发新活力", "某某财经 2024-05-15 10:20:15 听新闻", "作者：王伟", BODY, BODY).title
        == "老街区焕发新活力"
    )


PROSE = [
    "中国某某网（记者可以查询）的数据表明，今年以来投资保持较快增长。",
    "某某时报（作者有权修改）刊登的文章说，一批重点项目加快推进。",
    "2012年5月10日，王伟前往营业厅缴纳费用时获悉，每月的维护费已经上调。",
    "据某某网站的消息（有记者在场），会议于昨天结束，双方没有发表声明。",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_names_no_reporter(sentence: str) -> None:
    assert "authors" not in page("老街区焕发新活力", BODY * 2, sentence, BODY * 2).metadata


def test_a_title_broken_behind_its_colon_is_one() -> None:
    rows = ["算法交易的市场影响：", "稳定与效率的双重视角", "李华 王伟", "（东海大学金融学院，东海 410006）"]
    doc = clean("\n".join([*rows, f"摘要：{ABSTRACT}", "关键词：协同；金融；区域", "一、引言", BODY]) + "\n")
    assert doc.title == "算法交易的市场影响：稳定与效率的双重视角"
    assert doc.metadata["authors"] == ("李华", "王伟")


def test_a_column_behind_a_bullet_is_not_the_title() -> None:
    doc = clean(f"○法学研究\n刑法罪名群论纲*\n□王伟\n（东海师范大学，东海 136000）\n{ABSTRACT}\n{BODY}\n")
    assert doc.title == "刑法罪名群论纲"
    assert doc.metadata["authors"] == ("王伟",)
