"""Eleventh set of made heads: other journals and data bases; the wires are in round_eleven_wires.py."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from round_eleven_wires import WIRES

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")
SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"

__all__ = ["JOURNALS", "KINDS", "WIRES"]


def _day(a: Article, form: str = "{}-{:02}-{:02}") -> str:
    return form.format(*a.received)


def _numbered(a: Article, form: str) -> list[str]:
    return [form.format(n=n, name=name, city=city, code=code) for n, (city, name, code) in enumerate(a.places, 1)]


def _marked(a: Article, form: str = "{name}{at}") -> list[str]:
    return [form.format(name=name, at=at) for name, at in zip(a.authors, a.where, strict=True)]


def open_publisher(a: Article) -> Page:
    year, month, _ = a.received
    return [
        f"Advances in Social Sciences 社会科学进展, {year}, 10({month}), 1023-1030",
        f"Published Online March {year} in Hans.",
        f"https://doi.org/{a.doi}",
        a.title,
        "，".join(a.authors),
        f"{a.places[0][1]}，{a.places[0][0]}",
        f"收稿日期：{_day(a, '{}年{}月{}日')}；录用日期：{_day(a, '{}年{}月{}日')}；发布日期：{_day(a, '{}年{}月{}日')}",
        "摘　要",
        a.abstract(),
        "关键词",
        "，".join(a.keywords),
        "Analysis of the Path of Rural Governance in the New Era",
        "Ming Li, Fang Wang",
        "Abstract",
        "This paper studies the mechanism. The results show that the effect is significant.",
        "1. 引言",
        a.w.paragraph(),
    ], a.truth("keywords")


def data_paper(a: Article) -> Page:
    star = a.authors[-1]
    return [
        "数据论文",
        a.title,
        "，".join(
            name + SUPER[at] + ("*" if name == star else "") for name, at in zip(a.authors, a.where, strict=True)
        ),
        *_numbered(a, "{n}. {name}，{city}　{code}"),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        "* 论文通信作者",
        f"{star}（author@example.ac.cn）。",
        "引言",
        a.w.paragraph(),
        "1　数据采集和处理方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def thinkers_site(a: Article) -> Page:
    a.authors = a.authors[:1]
    name = a.authors[0]
    return [
        a.title,
        f"更新时间：{_day(a)} 10:12:35",
        f"作者：{name}",
        f"● {name}",
        f"内容提要：{a.abstract()}",
        f"关键词：{'　'.join(a.keywords)}",
        *a.body(),
        f"本文责编：{a.w.person(odd=0)}",
        f"文章来源：本文转自《{a.journal}》{a.received[0]}年第{a.received[1]}期，转载请注明原始出处",
    ], a.truth()


def army_medicine(a: Article) -> Page:
    return [
        "【论著】",
        a.title,
        "，".join(a.authors),
        f"[作者单位] {a.places[0][2]} {a.places[0][0]}，{a.places[0][1]}（{'，'.join(a.authors)}）",
        f"[通信作者] {a.authors[-1]}，E-mail：doctor@163.com",
        f"[摘要] 目的 {a.w.paragraph(low=1, high=1)}方法 {a.w.paragraph(low=1, high=1)}结果 {a.w.paragraph(low=1, high=1)}",
        f"[关键词] {'；'.join(a.keywords)}",
        f"[中图分类号] {a.code} [文献标志码] A [文章编号] {a.number} [DOI] {a.doi}",
        a.w.paragraph(),
        "1 材料与方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def science_engineering(a: Article) -> Page:
    return [
        f"第20卷 第{a.received[1]}期 {a.received[0]}年{a.received[1]}月 科学技术与工程 Vol.20 No.{a.received[1]}",
        "投稿网址：www.example.com.cn",
        f"引用格式：{'，'.join(a.authors[:3])}. {a.title}[J]. 科学技术与工程，{a.received[0]}，20({a.received[1]})：15-22.",
        "环境科学",
        a.title,
        "，".join(_marked(a)),
        "（" + "；".join(_numbered(a, "{n}.{name}，{city} {code}")) + "）",
        f"摘　要　{a.abstract()}",
        f"关键词　{'　'.join(a.keywords)}",
        f"中图法分类号　{a.code}；　文献标志码　A",
        a.w.paragraph(),
        "1　研究区概况",
        a.w.paragraph(),
    ], a.truth()


def open_science_code(a: Article) -> Page:
    return [
        a.title,
        ", ".join(_marked(a)),
        *_numbered(a, "{n}.{name} {city} {code}"),
        "开放科学（资源服务）标识码（OSID）：",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　　文献标识码：A　　DOI：{a.doi}",
        *a.body(heads=("0 引言", "1 文献回顾")),
    ], a.truth("keywords", "classification", "doi")


def library_bullet(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "● 理论探索",
        a.title,
        f"●{a.authors[0]}（{a.places[0][1]}图书馆　{a.places[0][0]}　{a.places[0][2]}）",
        f"〔摘　要〕{a.abstract()}",
        f"〔关键词〕{'　'.join(a.keywords)}",
        f"〔分类号〕{a.code}",
        *a.body(),
    ], a.truth()


def english_first(a: Article) -> Page:
    return [
        f"DOI: {a.doi}",
        "A Study on the Development of Green Finance in the Yellow River Basin",
        a.title,
        " ".join(_marked(a)),
        *_numbered(a, "（{n}.{name}，{city}，{code}）"),
        f"【摘要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        f"【中图分类号】{a.code}【文献标识码】A【文章编号】{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification", "doi")


def bold_markdown(a: Article) -> Page:
    return [
        f"**{a.title}**",
        " ".join(a.authors),
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        f"**摘要：**{a.abstract()}",
        f"**关键词：**{'；'.join(a.keywords)}",
        f"**中图分类号：**{a.code}",
        "**一、引言**",
        a.w.paragraph(),
        "**二、文献综述**",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def heading_markdown(a: Article) -> Page:
    return [
        f"# {a.title}",
        f"## {'　'.join(a.authors)}",
        f"({a.places[0][1]} {a.places[0][0]} {a.places[0][2]})",
        f"摘要 {a.abstract()}",
        f"关键词 {'；'.join(a.keywords)}",
        "## 1 引言",
        a.w.paragraph(),
        "## 2 相关研究",
        a.w.paragraph(),
    ], a.truth("keywords")


def semicolons(a: Article) -> Page:
    return [
        a.title,
        "；".join(f"{name}[{at}]" for name, at in zip(a.authors, a.where, strict=True)),
        "；".join(_numbered(a, "[{n}]{name}，{city} {code}")),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"分类号：{a.code}",
        *a.body(),
    ], a.truth("keywords", "classification")


def note_below_title(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"作者简介：{a.authors[0]}，{a.places[0][1]}教授，博士生导师（{a.places[0][0]} {a.places[0][2]}）。",
        f"原文出处：《{a.journal}》{a.received[0]}年第{a.received[1]}期 第15-27页",
        f"内容提要：{a.abstract()}",
        f"关键词：{'/'.join(a.keywords)}",
        *a.body(),
    ], a.truth()


def nineties_essay(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        "　　".join(map(a.spaced, a.authors)),
        f"提　要　{a.abstract()}",
        a.w.paragraph(),
        "一、问题的由来",
        a.w.paragraph(),
        "二、几点看法",
        a.w.paragraph(),
        f"（作者单位：{a.places[0][1]}）",
        f"（责任编辑：{a.w.person(odd=0)}）",
    ], a.truth()


def teacher_forum(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "课改论坛",
        a.title,
        f"□{a.places[0][0]}市第三中学　{a.authors[0]}",
        a.w.paragraph(),
        "一、创设情境，激发兴趣",
        a.w.paragraph(),
        "二、合作探究，解决问题",
        a.w.paragraph(),
    ], a.truth()


def spaced_out(a: Article) -> Page:
    return [
        a.title,
        " ， ".join(f"{name} {at}" for name, at in zip(a.authors, a.where, strict=True)),
        "( " + " ; ".join(_numbered(a, "{n}. {name} , {city} {code}")) + " )",
        f"摘 要 : {a.abstract()}",
        f"关 键 词 : {' ; '.join(a.keywords)}",
        f"中 图 分 类 号 : {a.code} 文 献 标 识 码 : A 文 章 编 号 : {a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def journal_line_above(a: Article) -> Page:
    return [
        f"《{a.journal}》{a.received[0]}年第{a.received[1]}期",
        f"【专题：{a.w.pick(a.keywords)}】",
        a.title,
        "　".join(a.authors),
        f"【内容摘要】{a.abstract()}",
        f"【关键词】{'　'.join(a.keywords)}",
        f"【作者】{'；'.join(f'{name}，{a.places[at - 1][1]}' for name, at in zip(a.authors, a.where, strict=True))}。",
        *a.body(),
    ], a.truth()


def grey_box(a: Article) -> Page:
    return [
        "文章信息",
        f"题目：{a.title}",
        f"作者：{'、'.join(a.authors)}",
        f"单位：{a.places[0][1]}",
        f"期刊：{a.journal}",
        f"发表时间：{_day(a)}",
        f"摘要：{a.abstract()}",
        f"关键词：{'、'.join(a.keywords)}",
    ], a.truth("keywords")


def footnoted_title(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        f"{a.title}①",
        "　".join(map(a.spaced, a.authors)),
        f"[摘　要]{a.abstract()}",
        f"[关键词]{'；'.join(a.keywords)}",
        "一、引　言",
        a.w.paragraph(),
        f"①基金项目：国家社科基金重点项目（{a.w.random.randint(10, 23)}AZD0{a.w.random.randint(10, 99)}）。",
        f"作者简介：{a.authors[0]}，{a.places[0][1]}副教授。",
        a.w.paragraph(),
        "二、分析框架",
        a.w.paragraph(),
    ], a.truth("keywords")


def dates_in_parentheses(a: Article) -> Page:
    return [
        "·调查研究·",
        a.title,
        "　".join(a.authors),
        f"{a.places[0][2]}　{a.places[0][0]}，{a.places[0][1]}",
        f"【摘　要】　目的　{a.w.paragraph(low=1, high=1)}方法　{a.w.paragraph(low=1, high=1)}结论　{a.w.paragraph(low=1, high=1)}",
        f"【关键词】　{'；　'.join(a.keywords)}",
        f"【中图分类号】　{a.code}",
        *a.body(heads=("1　对象与方法", "2　结果")),
        f"（收稿日期：{_day(a)}）（本文编辑：{a.w.person(odd=0)}）",
    ], a.truth("keywords", "classification")


def posts_behind_names(a: Article) -> Page:
    a.authors = a.authors[:2]
    a.where = a.where[:2]
    return [
        a.title,
        *(
            f"{name}　{a.w.pick(('教授', '副教授', '讲师'))}　{a.places[at - 1][1]}"
            for name, at in zip(a.authors, a.where, strict=True)
        ),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def foreign_co_author(a: Article) -> Page:
    a.authors = [*a.w.people(2, 3), a.w.pick(("Michael Brown", "Anna Schmidt", "Peter Jackson"))]
    return [
        a.title,
        "，".join(f"{name}{SUPER[min(n, 2)]}" for n, name in enumerate(a.authors, 1)),
        f"（1.{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}；2.牛津大学 工程系，英国）",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}",
        *a.body(heads=("1 引言", "2 模型")),
    ], a.truth("keywords", "classification")


def romanised_below(a: Article) -> Page:
    a.authors = ["李建国", "王芳", "欧阳晓"][: a.w.random.randint(2, 3)]
    latin = ["LI Jianguo", "WANG Fang", "OUYANG Xiao"][: len(a.authors)]
    return [
        a.title,
        "，".join(a.authors),
        "，".join(latin),
        f"{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}",
        "Northwest University, Xi'an 710127, China",
        f"摘要　{a.abstract()}",
        f"关键词　{'；'.join(a.keywords)}",
        "ABSTRACT This paper studies the mechanism by which it works.",
        "1　引言",
        a.w.paragraph(),
    ], a.truth("keywords")


def short_communication(a: Article) -> Page:
    return [
        "研究简报",
        a.title,
        " ".join(f"{name}^{at}^" for name, at in zip(a.authors, a.where, strict=True)),
        *_numbered(a, "^{n}^{name} {city} {code}"),
        f"摘要 {a.abstract()}",
        f"关键词 {'； '.join(a.keywords)}",
        f"收稿日期 {_day(a)} 修回日期 {_day(a)}",
        *a.body(heads=("1 实验", "2 结果与讨论")),
    ], a.truth("keywords")


def group_of_authors(a: Article) -> Page:
    a.authors = a.w.people(6, 8)
    a.where = [1] * len(a.authors)
    return [
        a.title,
        "，".join(a.authors),
        f"({a.places[0][1]}，{a.places[0][0]} {a.places[0][2]})",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　　文献标识码：A　　文章编号：{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def case_in_title(a: Article) -> Page:
    a.title = a.w.fill("“{a}”何以可能——以{p}{b}为例")
    return [
        f"·{a.w.pick(('社会学研究', '公共管理', '政治学'))}·",
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        f"[摘　要]{a.abstract()}",
        f"[关键词]{'；'.join(a.keywords)}",
        f"[中图分类号]{a.code}　[文献标识码]A　[文章编号]{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def museum_journal(a: Article) -> Page:
    a.authors = a.authors[:2]
    a.title = a.w.pick(("{p}出土汉代铜镜初探", "《{p}石刻叙录》补正", "清代{p}方志所见物产考")).replace(
        "{p}", a.w.pick(("陇右", "岭南", "江淮", "湘西"))
    )
    return [
        a.title,
        "　".join(a.authors),
        a.w.paragraph(),
        a.w.paragraph(),
        "注释：",
        "①《史记·货殖列传》，中华书局1982年版，第3253页。",
        "（作者单位：" + a.places[0][1] + "）",
    ], a.truth()


def account_reprint(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        f"{'、'.join(a.authors)}｜{a.title}",
        f"原创 {a.journal}编辑部 {a.journal} {_day(a)} 08:00",
        f"摘 要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        *a.body(),
        f"本文原载《{a.journal}》{a.received[0]}年第{a.received[1]}期，注释从略。",
    ], a.truth("keywords")


def numbered_contacts(a: Article) -> Page:
    last = len(a.authors) - 1
    return [
        a.title,
        "，".join(
            f"{name}{at}{'✉' if i == last else ''}" for i, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
        ),
        "；".join(_numbered(a, "{n} {name}，{city} {code}")),
        f"✉通讯作者：{a.authors[-1]}，contact@zju.edu.cn",
        f"收稿日期：{_day(a)}  接受日期：{_day(a)}",
        f"摘要: {a.abstract()}",
        f"关键词: {'; '.join(a.keywords)}",
        *a.body(heads=("1 引言", "2 方法")),
    ], a.truth("keywords")


def column_of_paper(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        f"{a.received[0]}年{a.received[1]}月",
        f"第{a.received[1]}期",
        a.journal,
        "学者笔谈",
        a.title,
        a.spaced(a.authors[0]),
        a.w.paragraph(),
        a.w.paragraph(),
        f"作者：{a.places[0][1]}教授，{a.places[0][0]}，{a.places[0][2]}",
        "责任编校：" + a.w.person(odd=0),
    ], a.truth()


JOURNALS = (
    open_publisher, data_paper, thinkers_site, army_medicine, science_engineering, open_science_code, library_bullet,
    english_first, bold_markdown, heading_markdown, semicolons, note_below_title, nineties_essay, teacher_forum,
    spaced_out, journal_line_above, grey_box, footnoted_title, dates_in_parentheses, posts_behind_names,
    foreign_co_author, romanised_below, short_communication, group_of_authors, case_in_title, museum_journal,
    account_reprint, numbered_contacts, column_of_paper,
)  # fmt: skip
