"""Thirteenth set of made heads: journals of parties, arts and trades, archives; wires: round_thirteen_wires.py."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from round_thirteen_wires import WIRES

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")
CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨"

__all__ = ["JOURNALS", "KINDS", "WIRES"]


def _head(a: Article, one: str, two: str, joint: str = "；") -> list[str]:
    return [f"{one}{a.abstract()}", f"{two}{joint.join(a.keywords)}"]


def _at(a: Article, form: str, joint: str) -> str:
    return joint.join(form.format(name=name, at=at) for name, at in zip(a.authors, a.where, strict=True))


def _list(a: Article, form: str) -> list[str]:
    return [form.format(n=n, name=name, city=city, code=code) for n, (city, name, code) in enumerate(a.places, 1)]


def art_college(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.pick(
        ("宋元山水画中的留白意识", "江南园林漏窗纹样考辨", "论青绿山水的色彩观念", "地方戏曲唱腔的传承谱系")
    )
    return [
        "美术研究　ART RESEARCH",
        a.title,
        "On the Idea of Blank Space in Landscape Painting",
        f"{a.places[0][1]} {a.authors[0]}",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        "一、留白的缘起",
        a.w.paragraph(),
        "二、留白的流变",
        a.w.paragraph(),
    ], a.truth("keywords")


def party_theory(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        f"{a.received[0]}年第{a.received[1]}期",
        "理论前沿",
        a.title,
        f"{'　'.join(map(a.spaced, a.authors))}",
        f"〔内容提要〕{a.abstract()}",
        f"〔关键词〕{'　'.join(a.keywords)}",
        f"〔中图分类号〕{a.code}〔文献标识码〕A〔文章编号〕{a.number}",
        f"〔作者简介〕{a.authors[0]}（1976—），男，{a.places[0][1]}教授，博士生导师。",
        *a.body(),
    ], a.truth("keywords", "classification")


def marked_circles(a: Article) -> Page:
    return [
        a.title,
        "　".join(f"{name}{CIRCLED[at]}" for name, at in zip(a.authors, a.where, strict=True)),
        *_list(a, "（{n}．{name}　{city}　{code}）"),
        *_head(a, "【摘　要】", "【关键词】", "　"),
        f"【基金项目】教育部人文社会科学研究青年项目（{a.w.random.randint(12, 22)}YJC{a.w.random.randint(100000, 899999)}）。",
        *a.body(),
    ], a.truth()


def water_science(a: Article) -> Page:
    year, month, _ = a.received
    return [
        f"DOI：{a.doi}",
        f"{', '.join(a.authors)}. {a.title}[J]. {a.journal}, {year}, 31({month}): 1-9.",
        a.title,
        _at(a, "{name}{at}", "，"),
        "（" + "；".join(_list(a, "{n}. {name}，{city}　{code}")) + "）",
        *_head(a, "摘要：", "关键词：", "；"),
        f"中图分类号：{a.code}　　　文献标志码：A　　　文章编号：{a.number}",
        f"收稿日期：{year}-{month:02}-01；网络出版日期：{year}-12-08",
        f"作者简介：{a.authors[0]}（1990—），女，博士研究生。E-mail：first@hhu.edu.cn",
        f"通信作者：{a.authors[-1]}，E-mail：last@hhu.edu.cn",
        *a.body(heads=("1　研究方法", "2　结果与分析")),
    ], a.truth("keywords", "classification", "doi")


def engine_with_tags(a: Article) -> Page:
    return [
        f"# {a.title}",
        "　".join(a.authors),
        f"（{a.places[0][1]} {a.places[0][0]} {a.places[0][2]}）",
        f"【摘　要】{a.abstract()}【关键词】{'；'.join(a.keywords)}",
        f"【中图分类号】{a.code}　【文献标识码】A　【文章编号】{a.number}",
        "## 一、引言",
        a.w.paragraph(),
        "## 二、现实困境",
        a.w.paragraph(),
    ], a.truth("classification")


def engine_without_order(a: Article) -> Page:
    return [
        f"收稿日期：{a.received[0]}-03-01",
        f"基金项目：国家自然科学基金资助项目（7{a.w.random.randint(1000000, 1999999)}）",
        f"作者简介：{a.authors[0]}，教授，主要研究方向为{a.w.pick(a.keywords)}。",
        f"# {a.title}",
        "，".join(a.authors),
        f"({a.places[0][1]}，{a.places[0][0]} {a.places[0][2]})",
        *_head(a, "摘　要：", "关键词：", "；"),
        "## 1 引言",
        a.w.paragraph(),
        "## 2 模型",
        a.w.paragraph(),
    ], a.truth("keywords")


def magazine_of_trade(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        "行业观察 | INDUSTRY",
        a.title,
        f"文 / {' '.join(a.authors)}　{a.places[0][1]}",
        a.w.paragraph(),
        "现状：规模持续扩大",
        a.w.paragraph(),
        "对策：完善标准体系",
        a.w.paragraph(),
    ], a.truth()


def two_schools(a: Article) -> Page:
    a.authors = a.w.people(2, 2)
    return [
        a.title,
        f"{a.authors[0]}1　{a.authors[1]}2",
        "1 北京大学教育学院　2 清华大学公共管理学院",
        *_head(a, "摘要 ", "关键词 ", " "),
        *a.body(),
    ], a.truth()


def archive_scan(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.pick(("略谈基层档案的整理工作", "关于改进统计工作的几点意见", "试论当前农村的几个问题"))
    return [
        a.title,
        "　　".join(a.authors[0]) if len(a.authors[0]) == 2 else "　".join(a.authors),
        a.w.paragraph(),
        a.w.paragraph(),
        "（本文作者单位：某省档案局）",
    ], a.truth()


def letter_note(a: Article) -> Page:
    return [
        f"# {a.title}",
        ", ".join(f"{name}$^{{{at},{chr(96 + at)})}}$" for name, at in zip(a.authors, a.where, strict=True)),
        *_list(a, "{n}) ({name}, {city} {code})"),
        f"(收到日期：{a.received[0]}年{a.received[1]}月{a.received[2]}日；收到修改稿)",
        a.abstract(),
        f"关键词：{'，'.join(a.keywords)}",
        "PACS：42.65.-k，05.45.-a",
        "# 1 引 言",
        a.w.paragraph(),
        "# 2 理论模型",
        a.w.paragraph(),
    ], a.truth("keywords")


def case_report(a: Article) -> Page:
    a.title = a.w.pick(("成人肠套叠一例", "罕见部位脂肪瘤1例并文献复习", "药物性肝损伤误诊1例分析"))
    return [
        "·病例报告·",
        a.title,
        "　".join(a.authors),
        f"【关键词】　{'；　'.join(a.keywords)}",
        f"DOI：{a.doi}",
        f"作者单位：{a.places[0][2]}　{a.places[0][0]}，{a.places[0][1]}",
        f"通信作者：{a.authors[-1]}，Email：case@163.com",
        f"患者男，45岁。{a.w.paragraph()}",
        f"讨论　{a.w.paragraph()}",
    ], a.truth("keywords", "doi")


def committee_column(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("以{a}推动{b}高质量发展")
    return [
        "党委书记谈",
        a.title,
        f"中共某某市委书记　{a.authors[0]}",
        a.w.paragraph(),
        "一、提高政治站位",
        a.w.paragraph(),
        "二、坚持问题导向",
        a.w.paragraph(),
    ], a.truth()


def english_title_below(a: Article) -> Page:
    return [
        "研究与探索",
        f"{a.title}*",
        "Research on the Governance of Rural Communities",
        "　".join(a.authors),
        "Zhang Jianguo　Li Xiaoming　Wang Fang",
        f"[摘　要]　{a.abstract()}",
        f"[关键词]　{'　'.join(a.keywords)}",
        "[Abstract]　This paper studies the mechanism by which it works.",
        "[Keywords]　Governance; Community",
        "1　引言",
        a.w.paragraph(),
        "2　文献综述",
        a.w.paragraph(),
    ], a.truth()


def library_export(a: Article) -> Page:
    return [
        f"篇名：{a.title}",
        f"作者：{' '.join(a.authors)}",
        f"作者单位：{a.places[0][1]}",
        f"刊名：{a.journal}",
        f"出版年：{a.received[0]}",
        f"期：{a.received[1]}",
        "页码：15-20",
        f"中文关键词：{'；'.join(a.keywords)}",
        f"中文摘要：{a.abstract()}",
    ], a.truth("keywords")


def question_forum(a: Article) -> Page:
    a.authors = a.authors[:3]
    return [
        f"■ {a.w.pick(('特别策划', '本期话题', '圆桌讨论'))}",
        a.title,
        " ".join(f"{one}/{a.places[0][1]}" for one in a.authors),
        *_head(a, "摘　要｜", "关键词｜", "　"),
        *a.body(),
    ], a.truth()


def lower_letters(a: Article) -> Page:
    return [
        a.title,
        ", ".join(f"{name}{chr(96 + at)}" for name, at in zip(a.authors, a.where, strict=True)),
        "("
        + "; ".join(f"{chr(96 + n)}. {name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1))
        + ")",
        *_head(a, "摘 要: ", "关键词: ", "; "),
        f"中图分类号: {a.code} 文献标志码: A",
        *a.body(heads=("0 引言", "1 问题描述")),
    ], a.truth("keywords", "classification")


def side_column(a: Article) -> Page:
    return [
        a.title,
        "、".join(a.authors),
        f"{a.places[0][1]}",
        "ORIGINAL ARTICLE",
        "论　著",
        f"摘要：{a.abstract()}",
        f"关键词：{'、'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def ten_authors(a: Article) -> Page:
    a.authors = a.w.people(9, 11)
    a.where = [1] * len(a.authors)
    return [
        "·临床论著·",
        a.title,
        " ".join(a.authors),
        f"{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}",
        f"通信作者：{a.authors[-1]}",
        *_head(a, "【摘要】　目的　", "【关键词】　", "；"),
        *a.body(heads=("资料与方法", "结果")),
    ], a.truth("keywords")


def dated_working_paper(a: Article) -> Page:
    return [
        "工作论文系列",
        f"No. {a.received[0]}-{a.received[1]:02}",
        a.title,
        "　".join(a.authors),
        f"{a.received[0]}年{a.received[1]}月",
        "摘要",
        a.abstract(),
        f"关键词：{'；'.join(a.keywords)}",
        f"JEL分类号：G{a.w.random.randint(10, 39)}",
        "一、引言",
        a.w.paragraph(),
        "二、文献综述",
        a.w.paragraph(),
    ], a.truth("keywords")


def old_history(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.pick(("明代漕运制度变迁述论", "汉简所见边郡屯田", "民国时期乡村借贷关系再考察"))
    second = a.w.pick(("——以运河沿岸为中心", "——兼与某先生商榷"))
    a.said["subtitle"] = second
    return [
        a.title,
        second,
        a.spaced(a.authors[0]),
        f"【提　要】{a.abstract()}",
        f"【关键词】{'　'.join(a.keywords)}",
        f"【作者简介】{a.authors[0]}，历史学博士，{a.places[0][1]}讲师。{a.places[0][0]}，{a.places[0][2]}。",
        a.w.paragraph(),
        "一、制度的形成",
        a.w.paragraph(),
        "二、制度的变动",
        a.w.paragraph(),
    ], a.truth()


JOURNALS = (
    art_college, party_theory, marked_circles, water_science, engine_with_tags, engine_without_order,
    magazine_of_trade, two_schools, archive_scan, letter_note, case_report, committee_column, english_title_below,
    library_export, question_forum, lower_letters, side_column, ten_authors, dated_working_paper, old_history,
)  # fmt: skip
