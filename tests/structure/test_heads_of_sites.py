"""Heads and feet of pages of the web, first pages of journals, notices: what is title, who wrote, what is no text."""

from __future__ import annotations

import pytest

from cntextclean import Document, clean

BODY = "据介绍，该项目总投资五亿元，预计明年年底建成投用，届时可带动就业五百余人。"
MORE = "记者从有关部门获悉，今年以来投资保持较快增长，一批重点项目加快推进，惠及群众三万人次。"


def page(*lines: str) -> Document:
    return clean("\n\n".join(lines) + "\n")


def role_of(document: Document, text: str) -> str:
    return next(block.role for block in document.blocks if block.text == text)


TITLES = [
    (["封 面 故 事", "数字经济何以促进区域协同", "记者 李华"], "数字经济何以促进区域协同"),
    (["封面故事", "数字经济何以促进区域协同", "记者 李华"], "数字经济何以促进区域协同"),
    (
        ["省委召开常委会会议强调", "坚定不移推动高质量发展 谱写现代化新篇章", "记者 李华"],
        "坚定不移推动高质量发展 谱写现代化新篇章",
    ),
    (["老城调查①", "多部门联合发文规范城市更新", "记者 李华"], "多部门联合发文规范城市更新"),
    (["原标题：老街区焕发新活力", "2024-03-05 10:15 来源：某某网"], "老街区焕发新活力"),
    (["02版：权威发布", "03版：国际", "老街区焕发新活力", "记者 李华"], "老街区焕发新活力"),
    (
        ["老街区焕发新活力 居民乐享新生活", "老街区焕发新活力", "居民乐享新生活", "记者 李华"],
        "老街区焕发新活力 居民乐享新生活",
    ),
    (["第6版(国际)", "专栏：", "老街区焕发新活力", "记者 李华"], "老街区焕发新活力"),
    (["区域研究", "学者笔谈", "新发展格局下县域商业体系的理论逻辑", "李　华"], "新发展格局下县域商业体系的理论逻辑"),
    (["【李华 王伟】论区域协同的理论逻辑"], "论区域协同的理论逻辑"),
    (["李华、王伟｜论区域协同的理论逻辑"], "论区域协同的理论逻辑"),
]


@pytest.mark.parametrize(("head", "title"), TITLES, ids=[head[0] for head, _ in TITLES])
def test_titles(head: list[str], title: str) -> None:
    assert page(*head, BODY, MORE).title == title


AUTHORS = [
    (["城市更新提速", "新华社“新华视点”记者李华"], ("李华",)),
    (["城市更新提速", "本报见习记者 李华 记者 王伟"], ("李华", "王伟")),
    (["城市更新提速", "每经记者：李华 王伟　每经编辑：赵明"], ("李华", "王伟")),
    (["城市更新提速", "文/本报记者 李华 图/受访者提供"], ("李华",)),
    (["城市更新提速", f"新华社北京3月5日电（记者李华和王伟）{BODY}"], ("李华", "王伟")),
    (["城市更新提速", f"【环球网报道 记者 李华】{BODY}"], ("李华",)),
    (["城市更新提速", f"新华社“雪龙2”号3月5日电（记者李华）{BODY}"], ("李华",)),
    (["论区域协同", "■ 东海大学　李华"], ("李华",)),
    (["论区域协同", "◎ 江苏省南京市第一中学　李华"], ("李华",)),
    (["论区域协同", "●李华（东海大学图书馆　东海　200000）", f"〔摘　要〕{BODY}"], ("李华",)),
    (
        ["论区域协同", "李华　副教授　东海大学", "王伟　讲师　西山学院", f"摘要：{BODY}", "关键词：甲；乙"],
        ("李华", "王伟"),
    ),
    (["论区域协同", "李华, John Smith", f"摘要：{BODY}", "关键词：甲；乙"], ("李华", "John Smith")),
    (["论区域协同", "李华 Hua Li，王伟 Wei Wang", f"摘要：{BODY}", "关键词：甲；乙"], ("李华", "王伟")),
    (["论区域协同", "[美]让-克洛德·米亚/文　王伟/译", f"摘要：{BODY}", "关键词：甲；乙"], ("让-克洛德·米亚",)),
    (["论区域协同", "李华1，王伟2综述，赵明3审校", f"摘要：{BODY}", "关键词：甲；乙"], ("李华", "王伟", "赵明")),
]


@pytest.mark.parametrize(("head", "authors"), AUTHORS, ids=[head[1][:20] for head, _ in AUTHORS])
def test_authors(head: list[str], authors: tuple[str, ...]) -> None:
    assert page(*head, BODY, MORE).metadata["authors"] == authors


ENDS = [
    (f"{MORE}（记者 李华 通讯员 王伟）", ("李华", "王伟")),
    (f"{MORE}（新华社北京3月5日电 记者李华）", ("李华",)),
    ("（海外网 李华）", ("李华",)),
    ("记者：李华　责编：王伟　网编：赵明", ("李华",)),
]


@pytest.mark.parametrize(("end", "authors"), ENDS, ids=[end[-12:] for end, _ in ENDS])
def test_authors_at_the_end(end: str, authors: tuple[str, ...]) -> None:
    document = page("城市更新提速", BODY, MORE, end)
    assert document.metadata["authors"] == authors
    assert document.blocks[-1].role == ("paragraph" if end.startswith(MORE) else "byline")


def test_who_took_part_is_a_contributor() -> None:
    document = page("城市更新提速", f"新华社北京3月5日电（记者李华）{BODY}", MORE, "（参与采写：王伟、赵明）")
    assert document.metadata["authors"] == ("李华",)
    assert document.metadata["contributors"] == ("王伟", "赵明")


def test_the_foot_of_a_page_is_furniture_and_kept() -> None:
    feet = ["责任编辑：王伟", "审核：赵明", "相关新闻", "老街区焕发新活力", "地铁3号线今日通车"]
    document = page("城市更新提速", "分享到：", f"新华社北京3月5日电（记者李华）{BODY}", MORE, *feet)
    assert {role_of(document, foot) for foot in ["分享到：", *feet]} == {"furniture"}
    assert document.metadata["authors"] == ("李华",)


def test_headlines_below_more_news_stay_where_text_follows() -> None:
    document = page("城市更新提速", BODY, "相关新闻", "老街区焕发新活力", MORE)
    assert role_of(document, "老街区焕发新活力") != "furniture"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_title_of_a_notice_in_two_rows(gap: str) -> None:
    rows = ["某某市人民政府办公室关于印发", "某某市城市更新实施办法的通知", "各区人民政府，市政府各部门：", BODY]
    foot = ["某某市人民政府办公室", "2024年3月5日", "（此件公开发布）"]
    document = clean(gap.join([*rows, *foot]) + "\n")
    assert document.title == "某某市人民政府办公室关于印发某某市城市更新实施办法的通知"
    assert [block.text for block in document.blocks[-2:]] == ["2024年3月5日", "（此件公开发布）"]


def test_facts_end_with_their_clause() -> None:
    note = "*李华，东海大学教授。通讯作者：王伟 E-mail: w@qq.com。本文为国家社科基金项目“协同”（22CKS017）的阶段成果。"
    document = page("论区域协同", "李华 王伟*", f"摘要：{BODY}", "关键词：甲；乙", "一、引言", MORE, note)
    assert document.metadata["corresponding_author"] == "王伟 E-mail: w@qq.com"
    assert document.metadata["fund"] == "国家社科基金项目“协同”（22CKS017）的阶段成果"


def test_a_label_in_brackets_states_a_fact_though_blanks_stand_in_it() -> None:
    document = page(
        "论区域协同",
        "李华",
        f"【摘　要】{BODY}",
        "【关键词】甲；乙",
        "〔中图 分类号〕F127",
        "[作者 简介]李华，东海大学",
        MORE,
    )
    assert document.metadata["classification"] == "F127"
    assert document.metadata["authors"] == ("李华",)


def test_a_label_begins_a_passage() -> None:
    document = clean(
        f"论区域协同\n\n李华\n\n摘要：{BODY}\n\n关键词：甲；乙；丙\n\n作者：李华，东海大学；王伟，西山学院。\n\n{MORE}\n"
    )
    assert document.metadata["keywords"] == ("甲", "乙", "丙")
