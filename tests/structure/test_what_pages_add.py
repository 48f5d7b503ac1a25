"""What pages of journals and magazines set round the head of an article, and who wrote it."""

from __future__ import annotations

import pytest

from cntextclean import clean

ABSTRACT = "摘要：针对区域协同程度难以测度的问题，本文提出一种基于耦合模型的评价方法，并以东海地区为例进行检验。\n"
NAMES = "李华1, 王伟1,2, 赵明\n1. 东海大学 经济学院, 西山 200000;\n2. 西山研究院, 西山 200000\n"
TITLE = "基于耦合模型的区域协同程度评价方法"
BODY = "近年来，区域之间的协同发展受到广泛关注，东海地区率先建立了跨市的协调机制，取得了初步成效。\n" * 2


def test_the_title_is_what_the_page_says_how_to_cite() -> None:
    page = (
        f"引用本文\n\n李华, 王伟, 赵明. {TITLE}[J]. 区域经济研究, 2021, 53(6): 155-162.\n\n"
        "基金项目\n\n东海省自然科学基金(E2017023)\n\n作者简介\n\n李华(1993—)，男，博士研究生；\n"
        "王伟(1962—)，女，教授，博士生导师\n\n通信作者\n\n王伟，wangwei@example.cn\n\n文章历史\n\n"
        f"收稿日期: 2019-09-06\n{TITLE}\n{NAMES}{ABSTRACT}"
    )
    doc = clean(page)
    assert doc.title == TITLE
    assert doc.metadata["authors"] == ("李华", "王伟", "赵明")
    assert doc.metadata["fund"] == "东海省自然科学基金(E2017023)"
    assert str(doc.metadata["corresponding_author"]).startswith("王伟")


def test_labels_without_a_colon_stay_headings_outside_journals() -> None:
    doc = clean("## 作者简介\n\n李华，东海人，生于西山\n\n" + BODY)
    assert doc.blocks[0].role == "title"
    assert "author_note" not in doc.metadata


def test_a_button_behind_a_title_is_no_part_of_it() -> None:
    assert clean(f"{TITLE}  PDF\n\n{NAMES}\n{ABSTRACT}").title == TITLE
    assert clean(f"{TITLE} 被引量：5\n\n{NAMES}\n{ABSTRACT}").title == TITLE
    assert clean(f"浅析扫描件转 PDF\n\n{NAMES}\n{ABSTRACT}").title == "浅析扫描件转 PDF"


def test_who_made_a_page_and_when_is_not_the_title() -> None:
    doc = clean(f"{TITLE}\n\n本站编辑 东海学习网/2021-12-29\n\n{NAMES}\n{ABSTRACT}收稿日期：2019-11-25\n")
    assert doc.title == TITLE
    assert doc.metadata["authors"] == ("李华", "王伟", "赵明")


def test_two_words_are_no_name() -> None:
    doc = clean(f"ISSN 2095-7572\n\n{TITLE}\n\n李华, 王伟\n\n详细信息\n\n{ABSTRACT}关键词：区域；协同\n")
    assert doc.metadata["authors"] == ("李华", "王伟")


@pytest.mark.parametrize("row", ["●李华/文", "●李华*/文", "文◎李华", "文●李华"])
def test_bylines_of_magazines_behind_a_bullet(row: str) -> None:
    doc = clean(f"{row}\n案件质量评查报告的写法\n{row}\n{BODY}")
    assert doc.title == "案件质量评查报告的写法"
    assert doc.metadata["authors"] == ("李华",)


def test_items_of_a_list_are_no_bylines() -> None:
    doc = clean("报名须知\n\n●姓名/学号\n●语文/数学\n●东海/西山\n\n" + BODY)
    assert "authors" not in doc.metadata


def test_names_with_their_institution_above_the_title_are_not_the_title() -> None:
    house = "（东海大学马克思主义学院，东海 西山200000）"
    doc = clean(f"李华明，王 伟{house}\n\n区域协同思想及其启示\n李华明，王伟\n{house}\n{BODY}")
    assert doc.title == "区域协同思想及其启示"
    assert doc.metadata["authors"] == ("李华明", "王伟")


def test_the_title_stands_below_institutions_that_a_row_cut() -> None:
    houses = "（1. 经济学院; 2. 法学院，东海大学，东海 200000）\n"
    title = "论比例原则对区域协同的约束\n—— 以东海市为视角\n"
    text = f"李 华，王若水\n{houses}{title}李 华1，王若水2\n{houses}{BODY}"
    cut = "\n".join(line[at : at + 20] for line in text.split("\n") for at in range(0, max(1, len(line)), 20))
    assert clean(cut).title.startswith("论比例原则对区域协同的约束")


def test_a_doi_that_a_row_cuts_before_a_point_is_whole() -> None:
    doc = clean(f"{TITLE}\n{NAMES}{ABSTRACT}DOI：10.3969/j.issn.1001-3695.2018\n.03.019\n" + BODY)
    assert doc.metadata["doi"] == "10.3969/j.issn.1001-3695.2018.03.019"


def test_the_fields_of_a_form_above_an_article_are_furniture() -> None:
    form = "留言板\n\n尊敬的读者、作者，您可以在本页添加留言。\n\n姓名\n邮箱\n标题\n留言内容\n验证码\n\n"
    doc = clean(f"{form}{TITLE}\n\n{NAMES}\n{ABSTRACT}关键词：区域；协同\n" + BODY)
    assert [block.role for block in doc.blocks[:7]] == ["furniture"] * 7
    assert doc.title == TITLE
    assert doc.metadata["authors"] == ("李华", "王伟", "赵明")


def test_what_an_author_did_stands_in_parentheses_behind_his_marks() -> None:
    row = "李 华 1 （综述），王 伟 2 ，赵明明 1* （审校）"
    house = "（1.东海大学护理学院，河北 石家庄 200000；2.东海大学第一医院，河北 石家庄 200000）"
    doc = clean(f"{TITLE}研究近况\n\n{row}\n\n{house}\n\n[ 关键词 ] 区域；协同\n\n{BODY}")
    assert doc.title == f"{TITLE}研究近况"
    assert doc.metadata["authors"] == ("李华", "王伟", "赵明明")


@pytest.mark.parametrize(
    ("rows", "authors"),
    [
        ("报名表|姓名：李建国  性别：男|联系电话：0571-85012345", []),
        ("报名表|姓名：|性别：|出生年月：", []),
        ("今日荧屏|东海卫视|19:35 黄金剧场：山河岁月|21:20 新闻夜线|22:00 纪录片：长江之歌", []),
        ("论海洋的开发|作者：李华  单位：东海大学|摘要：本文讨论海洋的开发。", ["李华"]),
    ],
)
def test_labels_and_broadcasters_are_no_people(rows: str, authors: list[str]) -> None:
    assert list(clean(rows.replace("|", "\n")).metadata.get("authors", [])) == authors


@pytest.mark.parametrize(
    "turns",
    [
        ["东海日报：您是什么时候来的？", "王伟：去年春天。", "东海日报：习惯吗？", "王伟：很习惯。"],
        ["上联：春回大地千山秀", "下联：日照神州万木荣", "上联：四海升平迎盛世", "下联：九州同庆颂中华"],
    ],
)
def test_turns_of_a_conversation_are_no_headlines(turns: list[str]) -> None:
    assert [(one.role, one.text) for one in clean("\n\n".join(turns)).blocks] == [("paragraph", turn) for turn in turns]


def test_the_running_head_of_a_book_is_joined_to_nothing() -> None:
    head = f"88{' ' * 25}水乡社会史"
    page = f"镇上的人口一般在一千户到五千户之间，以丝绸著称。\n{head}\n小镇则不足千户，主要为农村服务。"
    texts = [one.text for one in clean(page).blocks]
    assert texts[1].startswith("88 ")
    assert texts[2].startswith("小镇则")


def test_the_last_reference_goes_on_behind_its_type() -> None:
    page = (
        "参考文献\n[1] 李华. 区域发展[M]. 北京: 某某出版社, 1995.\n"
        "[2] 王伟. 空间格局[J]. 区域研究, 2013, 28(2): 19-26.\n"
        "[3] 赵明. 在座谈会上的讲话[N].\n东海日报, 2020-08-25(2)."
    )
    assert len([one for one in clean(page).blocks if one.role == "reference"]) == 3


def test_a_quote_of_markdown_in_plain_text_bears_its_mark_once() -> None:
    shown = clean("重点工作\n\n正文从这里开始，说的是一件事情。\n\n> 注：以正式文件为准。", name="a.txt").to_markdown()
    assert "\n> 注：以正式文件为准。" in shown


def test_a_table_of_contents_without_pages_is_no_row_of_headings() -> None:
    entries = ["序言", "第一章　水乡的形成", "第二章　市镇的兴起", "后记"]
    text = "水乡的市镇，是千百年来人与水相处的结果，本书说明它们如何在水网之间生长起来。"
    page = "\n\n".join(["目　录", *entries, "序言", text, entries[1], text[::-1].strip("。") + "。"])
    blocks = clean(page).blocks
    assert [one.role for one in blocks[1:5]] == ["list_item"] * 4
    assert [one.text for one in blocks if one.role == "heading"][1:] == ["序言", entries[1]]


def test_a_formula_is_no_headline_and_its_letters_are_told_below_it() -> None:
    rows = ["为检验经济增长的影响，构建如下模型：", "Y = α + βX + γZ + ε　　(1)", "式中：Y表示经济增长；X为数字经济。"]
    assert [(one.role, one.text) for one in clean("\n".join(rows)).blocks] == [("paragraph", row) for row in rows]


def test_a_list_without_marks_has_no_headlines_and_keeps_its_words() -> None:
    rows = [
        "城里的水果",
        "苹果",
        "香蕉",
        "樱桃",
        "葡萄",
        "西瓜",
        "这些水果都含有丰富的维生素，每天适量食用对身体健康有很大的好处。",
    ]
    blocks = clean("\n".join(rows)).blocks
    assert [one.text for one in blocks] == rows
    assert not {one.role for one in blocks[1:]} & {"title", "heading", "furniture"}


def test_pupils_one_below_the_other_are_no_crumbs() -> None:
    names = ["张伟", "李娜", "王芳", "刘洋", "陈静", "杨帆", "赵磊", "黄敏"]
    document = clean("\n".join([*names, "", "以上同学获得年度三好学生称号，特此表彰，希望再接再厉。"]))
    assert [one.text for one in document.blocks[:8]] == names
    assert document.removed == ()
