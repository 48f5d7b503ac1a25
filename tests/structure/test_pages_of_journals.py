"""Articles of journals as pages of the web leave them: what a page states of itself, names run together."""

from __future__ import annotations

import pytest

import cntextclean as ctc

BODY = (
    "区域协同是一个长期的过程，既要看到各地的差异，也要看到各地的联系，因此需要分别加以讨论，并在此基础上提出建议。" * 2
)
TITLE = "区域协同视角下的绿色物流效率研究"
HOUSE = "(东海大学 经济学院,江苏 常州 213164)"


def _clean(head: str) -> ctc.Document:
    return ctc.clean(f"{head}\n\n{BODY}\n\n{BODY}\n")


def _journal(head: str) -> ctc.Document:
    return _clean(f"{head}\n\n摘要：{BODY}\n\n关键词：区域；协同；物流")


def test_page_with_its_journal_and_one_keyword_is_an_article() -> None:
    head = f"APP下载\n\n{TITLE}\n\n2022-01-10 07:44卢文静\n区域经济研究 2022年1期\n关键词:协同增长\n\n赵 远,卢文静"
    document = _clean(head)
    assert document.title == TITLE
    assert document.metadata["authors"] == ("赵远", "卢文静")
    assert document.metadata["keywords"] == ("协同增长",)
    assert all(block.role != "heading" for block in document.blocks)


def test_names_right_above_their_institution_are_authors_without_any_label() -> None:
    document = _clean(f"{TITLE}\n\n赵 远,卢文静,陈 立\n\n{HOUSE}")
    assert document.title == TITLE
    assert document.metadata["authors"] == ("赵远", "卢文静", "陈立")
    assert document.metadata["affiliations"] == ("东海大学 经济学院,江苏 常州 213164",)


def test_author_above_the_title_is_not_the_title() -> None:
    document = _clean(f"赵 远\n{HOUSE}\n{TITLE}\n赵 远\n{HOUSE}")
    assert document.title == TITLE
    assert document.metadata["authors"] == ("赵远",)


def test_items_of_a_rule_are_no_names_above_an_institution() -> None:
    rows = "（一）安南区、常北区、李家区；\n\n（二）东山区、黄台区和东海大学周边的建成区范围由市政府划定"
    document = ctc.clean(f"某某市露天焚烧规定\n\n第一条 下列区域禁止焚烧：\n\n{rows}\n\n第二条 {BODY}\n")
    assert "authors" not in document.metadata
    assert all(block.role != "byline" for block in document.blocks)


@pytest.mark.parametrize(
    "row", ["2016-12-27陈立赵远", "2016-12-27 02:01陈立赵远", "2016-12-27赵远卢文静陈立"], ids=["some", "hour", "all"]
)
def test_names_run_into_the_day_give_way_to_the_row_of_all(row: str) -> None:
    document = _journal(f"{TITLE}\n{row}\n赵 远,卢文静,陈 立*\n{HOUSE}")
    assert document.title == TITLE
    assert document.metadata["authors"] == ("赵远", "卢文静", "陈立")


def test_day_with_names_is_never_the_title() -> None:
    document = _journal(f"{TITLE}***\n2020-04-25张亚新宿雪莲\n张亚新 宿雪莲")
    assert document.title == TITLE
    assert document.metadata["authors"] == ("张亚新", "宿雪莲")


@pytest.mark.parametrize("label", ["", "引用本文："])
def test_document_that_cites_itself_names_its_authors(label: str) -> None:
    cited = f"{label}赵远, 卢文静, 陈立. {TITLE}[J]. 区域经济研究, 2018, 51(20): 3920-3927"
    assert _clean(f"{TITLE}\n\n{cited}\n\n0 引言").metadata["authors"] == ("赵远", "卢文静", "陈立")
    other = cited.replace(TITLE, "高原牧区住房的演变")
    assert label or "authors" not in _clean(f"{TITLE}\n\n{other}\n\n0 引言").metadata


def test_column_before_a_title_is_told_by_the_citation() -> None:
    cited = f"引用本文：赵远, 卢文静. {TITLE}[J]. 区域经济研究, 2018, 51(20): 39-52"
    assert _journal(f"物流管理|{TITLE}\n\n{cited}").title == TITLE


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        ("蒋叶林1,2 王让辉1,2 李焱李成彭擎 吴晓泉", ("蒋叶林", "王让辉", "李焱", "李成", "彭擎", "吴晓泉")),
        ("姚 远程时俊文劲宇", ("姚远", "程时俊", "文劲宇")),
        ("王倩文，任方ʰ，郑东ᵃ", ("王倩文", "任方", "郑东")),
        ("冯 爽 ，王万青 ，杨 文 ，胡 昊", ("冯爽", "王万青", "杨文", "胡昊")),
    ],
)
def test_names_run_together_and_marked(row: str, authors: tuple[str, ...]) -> None:
    assert _journal(f"# {TITLE}\n\n{row}\n\n（东海大学，上海 200000）").metadata["authors"] == authors


def test_names_of_many_authors_are_wider_than_any_headline() -> None:
    names = [f"{surname}{given}" for surname in "赵钱孙李周吴郑王冯陈" for given in ("文静", "立", "远航")]
    document = _journal(f"{TITLE}\n\n{' '.join(names)}")
    assert document.metadata["authors"] == tuple(names)


def test_doi_with_blanks_behind_its_dots() -> None:
    row = "中图分类号 TP391. 1 文献标志码 A DOI:10. 3969 / j. issn. 1000⁃386x. 2025. 09. 005"
    assert _journal(f"{TITLE}\n\n赵远 卢文静\n\n{row}").metadata["doi"] == "10.3969/j.issn.1000-386x.2025.09.005"


def test_number_of_the_article_run_into_its_title() -> None:
    assert _journal(f"# 1001-8360 2025 02-0092-10{TITLE}\n\n赵远，卢文静").title == TITLE


def test_institutions_that_a_row_cuts_off_go_on() -> None:
    rows = "赵远1，卢文静2，陈立1(1．东海工\n业大学 经济学院，上海 200000；2．西山研究院，北京 100000)"
    document = _journal(f"{TITLE}\n{rows}")
    assert document.metadata["authors"] == ("赵远", "卢文静", "陈立")
    assert document.metadata["affiliations"] == ("东海工业大学 经济学院，上海 200000", "西山研究院，北京 100000")


def test_title_in_two_short_rows_that_a_linking_word_joins() -> None:
    document = _journal("从城市的广场化\n到城市的剧场化\n—— 一个符号学的视角\n赵远，东海大学经济学院教授")
    assert document.title == "从城市的广场化到城市的剧场化"
    assert document.metadata["authors"] == ("赵远",)


def test_label_of_the_source_run_into_the_authors() -> None:
    document = _journal(f"{TITLE}\n作者：赵远 卢文静来源：《东海大学学报》2019年第36卷第1期")
    assert document.metadata["authors"] == ("赵远", "卢文静")
    assert document.metadata["publication"] == "东海大学学报"


@pytest.mark.parametrize("row", ["执行统筹 孙晶莹 刘佳", "总策划 赵远 执行统筹 孙晶莹 刘佳"])
def test_people_who_took_part_are_no_heading(row: str) -> None:
    document = ctc.clean(f"老街区焕发新活力\n\n记者 李玉\n\n{BODY}\n\n{BODY}\n\n{row}\n")
    assert document.metadata["authors"] == ("李玉",)
    assert document.metadata["contributors"][-2:] == ("孙晶莹", "刘佳")
    assert document.blocks[-1].role == "byline"


DAYS = (
    "清晨六点，菜市场的灯已经亮了，第一批新鲜的蔬菜刚刚从郊外运到。",
    "老裁缝铺的门口排起了队，街坊们说这门手艺如今不多见了。",
    "修缮工程从屋顶开始，瓦片一块一块编了号，拆下来还要放回原处。",
    "居民委员会把意见收集起来，逐条答复，贴在巷口的公告栏里。",
    "到了傍晚，孩子们在新修的小广场上追逐，老人坐在树下聊天。",
    "明年春天，第二期工程将要开工，沿河的步道会一直通到码头。",
)


def test_people_who_took_part_are_named_behind_a_bar_too() -> None:
    rows = ("# 老街区焕发新活力", "总统筹 | 赵远", "执行统筹 | 孙晶莹 刘佳", BODY, *DAYS)
    document = ctc.clean("\n\n".join(rows))
    assert document.metadata["contributors"] == ("赵远", "孙晶莹", "刘佳")


def test_bodies_that_wrote_together_are_authors() -> None:
    bodies = "东海省考古研究院 西山市文物保护研究所"
    document = _clean(f"{TITLE}\n\n区域经济研究 2016年5期\n关键词:协同增长\n\n{bodies}")
    assert document.metadata["authors"] == tuple(bodies.split())


def test_institutions_behind_colons_between_the_names_of_a_label() -> None:
    house = "东海大学经济学院,东海;西山经济研究中心,西山"
    document = _journal(f"{TITLE}\n作者: 赵 远:{house};卢文静*, 陈 立:{house}")
    assert document.metadata["authors"] == ("赵远", "卢文静", "陈立")


def test_institutions_in_english_are_no_authors() -> None:
    names = "ZHAO Yuan, LU Wenjing, CHEN Li School of Economics, Donghai University, Donghai 200000, China"
    english = f"# Green Logistics of Joined Regions\n\n{names}\n\nAbstract: This paper studies how regions join."
    chinese = f"# {TITLE}\n\n赵远，卢文静，陈立\n\n摘要：{BODY}\n\n关键词：区域；协同"
    document = ctc.clean(f"{chinese}\n\n{english}\n\n# 1 引言\n\n{BODY}\n")
    assert document.metadata["authors_en"] == ("ZHAO Yuan", "LU Wenjing", "CHEN Li")


def test_record_of_a_data_base_below_its_buttons() -> None:
    rows = [
        "查找:    转第 下载下载 收藏收藏 打印打印 转发转发",
        "【期刊名称】 《东海法学》",
        TITLE,
        "【英文标题】 Green Logistics【作者】 赵远",
        "【作者单位】 东海大学法学院【分类】 经济法学",
        "【文章编码】 1005-9512-(2018)03-0110-13【文献标识码】 A",
        f"【摘要】\n\n{BODY}",
    ]
    document = _clean("\n".join(rows))
    assert document.title == TITLE
    assert document.metadata["authors"] == ("赵远",)
    assert document.metadata["affiliations"] == ("东海大学法学院",)
    assert document.metadata["article_number"] == "1005-9512-(2018)03-0110-13"


def test_numbers_of_rows_are_no_part_of_the_title() -> None:
    document = _journal(f"# 1 {TITLE}\n\n2 赵远文立 陈 立\\*(东海大学，上海 200000)")
    assert document.title == TITLE
    assert document.metadata["authors"] == ("赵远", "文立", "陈立")
    assert _journal(f"# 1 {TITLE}\n\n赵远，陈立").title == f"1 {TITLE}"
