"""Twelfth set of made heads: what engines make of first pages, other journals, sites; wires: round_twelve_wires.py."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from round_twelve_wires import WIRES

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")
SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"

__all__ = ["JOURNALS", "KINDS", "WIRES"]


def _day(a: Article, form: str = "{}-{:02}-{:02}") -> str:
    return form.format(*a.received)


def _rows(a: Article, form: str) -> list[str]:
    return [form.format(n=n, name=name, city=city, code=code) for n, (city, name, code) in enumerate(a.places, 1)]


def _marked(a: Article, form: str = "{name}{at}") -> list[str]:
    return [form.format(name=name, at=at) for name, at in zip(a.authors, a.where, strict=True)]


def _abstract(a: Article, one: str = "摘　要：", two: str = "关键词：", joint: str = "；") -> list[str]:
    return [f"{one}{a.abstract()}", f"{two}{joint.join(a.keywords)}"]


def _fund(a: Article) -> str:
    return f"国家社会科学基金一般项目（{a.w.random.randint(12, 23)}BGL{a.w.random.randint(100, 299)}）"


def _note(a: Article, name: str) -> str:
    return f"{name}（{a.w.random.randint(1962, 1994)}—），{a.w.pick('男女')}，{a.w.pick(('河北保定人', '四川绵阳人', '江苏南通人'))}，{a.places[0][1]}{a.w.pick(('教授', '副教授', '讲师'))}"


def engine_glued_places(a: Article) -> Page:
    return [
        f"# {a.title}",
        "，".join(_marked(a)) + "(" + ";".join(_rows(a, "{n}.{name}，{city}{code}")) + ")",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}中图分类号：{a.code} 文献标志码：A 文章编号：{a.number}",
        "# 0 引言",
        a.w.paragraph(),
        "# 1 系统设计",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def engine_misread_marks(a: Article) -> Page:
    marks = ("1", "²", "」", "'", "¹")
    return [
        f"# {a.title}",
        "，".join(f"{name}{marks[n % 5]}" for n, name in enumerate(a.authors)),
        "(" + "；".join(_rows(a, "{n}. {name}，{city} {code}")) + ")",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        "# 1 引言",
        a.w.paragraph(),
        "# 2 方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def engine_names_to_abstract(a: Article) -> Page:
    city, name, code = a.places[0]
    return [
        f"# {a.title}",
        f"{'，'.join(a.authors)}（{name}，{city}，{code}）摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}中图分类号：{a.code} 文献标志码：A",
        "# 前言",
        a.w.paragraph(),
        "# 1 模型",
        a.w.paragraph(),
    ], a.truth("classification")


def text_of_pdf(a: Article) -> Page:
    a.title = a.w.fill("{p}{a}与{b}耦合协调发展的时空演变及其影响因素研究")
    year, month, _ = a.received
    half = len(a.title) * 3 // 5
    return [
        f"第36卷 第{month}期",
        f"{year}年{month}月",
        f"Vol. 36, No. {month}",
        a.journal,
        f"DOI: {a.doi}",
        f"文章编号：{a.number}",
        a.title[:half],
        a.title[half:],
        "，".join(a.spaced(one).replace("\u3000", " ") for one in a.authors) + "*",
        f"({a.places[0][1]}，{a.places[0][0]} {a.places[0][2]})",
        *_abstract(a, "摘 要："),
        f"中图分类号：{a.code} 文献标志码：A",
        *a.body(heads=("1 研究区与数据", "2 研究方法")),
    ], a.truth("keywords", "classification", "doi")


def layout_engine_blanks(a: Article) -> Page:
    return [
        f"文章编号 ： {a.number}",
        f"DOI: {a.doi}",
        f"## {a.title}",
        " ， ".join(a.authors) + " *",
        f"( {a.places[0][1]} ， {a.places[0][0]} {a.places[0][2]} )",
        f"摘　要 ：{a.abstract()}",
        f"关键词 ： {' ； '.join(a.keywords)}",
        f"中图分类号 ： {a.code} 文献标志码 ： A",
        *a.body(heads=("## 1 前言", "## 2 材料与方法")),
    ], a.truth("keywords", "classification", "doi")


def plus_for_contact(a: Article) -> Page:
    a.where = [1] * len(a.authors)
    city, name, code = a.places[0]
    return [
        a.title,
        "，".join(map(a.spaced, a.authors)) + "+",
        f"{name}，{city} {code}",
        "+ 通信作者 E-mail: contact@example.edu.cn",
        f"摘 要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}文献标志码：A 中图分类号：{a.code}",
        "Research on Stock Price Prediction Integrating Incremental Learning",
        "CHEN Dongyang, MAO Li+",
        "Abstract: This paper studies the mechanism by which it works. It provides evidence.",
        *a.body(heads=("1 相关工作", "2 方法")),
    ], a.truth("classification")


def html_superscripts(a: Article) -> Page:
    return [
        f"# {a.title}",
        "，".join(_marked(a, "{name}<sup>{at}</sup>")),
        "(" + "；".join(_rows(a, "<sup>{n}</sup> {name}，{city} {code}")) + ")",
        f"摘 要 {a.abstract()}",
        f"关键词 {'；'.join(a.keywords)}",
        f"中图分类号: {a.code}",
        "文献标志码: A",
        f"doi: {a.doi}",
        "# Inter-satellite load balancing routing algorithm",
        "ZHOU Ya<sup>1,2</sup>, XIE Zhuochen<sup>1</sup>",
        a.w.paragraph(),
        "# 1 系统模型",
        a.w.paragraph(),
    ], a.truth("classification", "doi")


def law_contents(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("{a}的规范构造与教义学展开")
    return [
        "·专题研讨·",
        a.title,
        f"{a.spaced(a.authors[0])}*",
        "目　次",
        "一、问题的提出",
        "二、学说梳理与反思",
        "三、规范构造的展开",
        "四、结语",
        *_abstract(a, "摘　要　", "关键词　", "　"),
        "一、问题的提出",
        a.w.paragraph(),
        f"* {a.places[0][1]}副教授，法学博士。本文系{_fund(a)}阶段性成果。",
        "二、学说梳理与反思",
        a.w.paragraph(),
    ], a.truth()


def reprint_brackets(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        "　".join(a.authors),
        f"【专题名称】{a.w.pick(('社会保障制度', '国民经济管理', '农业经济研究'))}",
        "【专 题 号】F10",
        f"【复印期号】{a.received[0]}年0{a.w.random.randint(1, 9)}期",
        f"【原文出处】《{a.journal}》(京){a.received[0]}年第{a.received[1]}期 第15～27页",
        "【英文标题】A Study on the Development of Green Finance",
        f"【作者简介】{a.authors[0]}，{a.places[0][1]}教授，{a.places[0][0]} {a.places[0][2]}",
        f"【内容提要】{a.abstract()}",
        f"【关 键 词】{'/'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def visit_to_scholar(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("在{a}中寻找{b}的答案")
    second = f"——访{a.places[0][1]}教授{a.w.person(odd=0)}"
    a.said["subtitle"] = second
    return [
        "学人访谈",
        a.title,
        second,
        f"本刊记者　{a.authors[0]}",
        "编者按：本刊特邀学者就有关问题展开讨论，以飨读者。",
        "记者：您是怎样开始这项研究的？",
        a.w.paragraph(),
        "记者：未来还有哪些计划？",
        a.w.paragraph(),
    ], a.truth()


def told_and_written_down(a: Article) -> Page:
    a.authors = a.w.people(2, 2)
    a.title = a.w.fill("我所亲历的{a}")
    return [
        "口述历史",
        a.title,
        f"{a.authors[0]} 口述　{a.authors[1]} 整理",
        a.w.paragraph(),
        a.w.paragraph(),
        "（责任编辑　周舟）",
    ], a.truth()


def translated(a: Article) -> Page:
    a.authors = [a.w.pick(("于尔根·哈特曼", "玛丽·杜邦", "约翰·史密斯"))]
    return [
        "域外视野",
        a.title,
        f"[{a.w.pick('美德法英')}]{a.authors[0]}　著　　{a.w.person(odd=0)}　译",
        *_abstract(a, "【摘要】", "【关键词】", "　"),
        *a.body(),
    ], a.truth()


def student_paper(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"学生：{a.authors[0]}　指导教师：{a.w.person(odd=0)}",
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        *_abstract(a, "摘要：", "关键词："),
        *a.body(),
    ], a.truth("keywords")


def editors_word_first(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        "【笔谈】",
        f"编者按：{a.w.paragraph(low=2, high=2)}",
        a.title,
        "　".join(map(a.spaced, a.authors)),
        a.w.paragraph(),
        a.w.paragraph(),
        f"（作者系{a.places[0][1]}教授）",
    ], a.truth()


def online_cover(a: Article) -> Page:
    year, month, day = a.received
    return [
        f"《{a.journal}》网络首发论文",
        f"题目：{a.title}",
        f"作者：{'，'.join(a.authors)}",
        f"DOI：{a.doi}",
        f"收稿日期：{year}-{month:02}-{day:02}",
        f"网络首发日期：{year}-12-28",
        f"引用格式：{'，'.join(a.authors[:3])}．{a.title}[J/OL]．{a.journal}. https://doi.org/{a.doi}",
        "www.cnki.net",
        f"网络首发时间：{year}-12-28 10:25:36",
        a.title,
        "，".join(_marked(a)),
        "（" + "；".join(_rows(a, "{n}. {name}，{city} {code}")) + "）",
        *_abstract(a, "摘要：", "关键词："),
        *a.body(),
    ], a.truth("keywords", "doi")


def mails_of_authors(a: Article) -> Page:
    return [
        a.title,
        *(
            f"{name}　{a.places[at - 1][1]}　author{n}@example.edu.cn"
            for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True), 1)
        ),
        *_abstract(a, "摘要　", "关键词　", "，"),
        *a.body(heads=("1 引言", "2 文献综述")),
    ], a.truth("keywords")


def stroke_author(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        "管理视窗",
        a.title,
        f"文／{'　'.join(a.authors)}",
        *_abstract(a, "【摘　要】", "【关键词】", "；"),
        *a.body(),
        f"（作者单位：{a.places[0][1]}）",
    ], a.truth("keywords")


def place_and_name(a: Article) -> Page:
    a.authors = a.authors[:3]
    return [
        a.title,
        f"{a.places[0][1]}　{'　'.join(a.authors)}",
        f"［摘　要］{a.abstract()}",
        f"［关键词］{'；'.join(a.keywords)}",
        f"［中图分类号］{a.code}",
        *a.body(),
    ], a.truth("keywords", "classification")


def circled_by_formula(a: Article) -> Page:
    return [
        f"# {a.title} $^{{\\textcircled{{1}}}}$",
        " ".join(f"{name} $^{{{at}}}$" for name, at in zip(a.authors, a.where, strict=True)),
        *_rows(a, "$^{{{n}}}$ {name}, {city} {code}"),
        f"**摘要** {a.abstract()}",
        f"**关键词** {'; '.join(a.keywords)}",
        "## 一、引言",
        a.w.paragraph(),
        "## 二、理论基础",
        a.w.paragraph(),
    ], a.truth()


def forum_masthead(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "学术论丛",
        "ACADEMIC FORUM",
        f"{a.received[0]}年第{a.received[1]}期（总第{a.w.random.randint(120, 380)}期）",
        "【政治·法律】",
        a.title,
        f"{a.spaced(a.authors[0])}（{a.places[0][1]}，{a.places[0][0]}　{a.places[0][2]}）",
        *_abstract(a, "摘　要：", "关键词："),
        f"中图分类号：{a.code}　文献标识码：A　文章编号：{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def notes_between(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        f"{a.title}*",
        "，".join(map(a.spaced, a.authors)),
        *_abstract(a, "[摘　要] ", "[关键词] "),
        f"[收稿日期] {_day(a)}　[作者简介] {_note(a, a.authors[0])}。",
        f"[基金项目] {_fund(a)}",
        "一、引言",
        a.w.paragraph(),
        "二、文献回顾",
        a.w.paragraph(),
    ], a.truth("keywords")


def social_science_site(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        f"{_day(a, '{}年{:02}月{:02}日')} 09:12 来源：《{a.journal}》{a.received[0]}年第{a.received[1]}期 作者：{' '.join(a.authors)} 字号",
        "打印 推荐",
        f"内容摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"作者简介：{a.authors[0]}，{a.places[0][1]}教授",
        *a.body(),
    ], a.truth("keywords")


def author_with_post(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"作者：{a.authors[0]}，{a.places[0][1]}教授、博士生导师",
        f"来源：《{a.journal}》{a.received[0]}年第{a.received[1]}期",
        "因篇幅较长，已略去原文注释。",
        *_abstract(a, "内容提要：", "关键词：", " "),
        *a.body(),
    ], a.truth("keywords")


def bracket_author_site(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        f"【作者】{'，'.join(f'{one}（{a.places[0][1]}教授）' for one in a.authors)}",
        f"【来源】《{a.journal}》{a.received[0]}年第{a.received[1]}期",
        f"【内容提要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def latin_in_parentheses(a: Article) -> Page:
    a.authors = ["李建国", "王芳", "赵敏"][: a.w.random.randint(2, 3)]
    latin = ["LI Jianguo", "WANG Fang", "ZHAO Min"]
    return [
        a.title,
        "，".join(f"{name}（{other}）" for name, other in zip(a.authors, latin, strict=False)),
        f"{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}",
        *_abstract(a, "摘要：", "关键词："),
        "Abstract: This paper studies the mechanism by which it works.",
        *a.body(),
    ], a.truth("keywords")


def star_before_number(a: Article) -> Page:
    names = _marked(a, "{name}{at}")
    names[-1] = f"{a.authors[-1]}*,{a.where[-1]}"
    return [
        a.title,
        ", ".join(names),
        *_rows(a, "{n} {name}, {city} {code}"),
        "*联系人, E-mail: someone@ustc.edu.cn",
        f"收稿日期: {_day(a)}; 接受日期: {_day(a)}; 网络版发表日期: {_day(a)}",
        f"国家重点研发计划(批准号: {a.received[0]}YFA0{a.w.random.randint(100000, 999999)})资助项目",
        f"摘要 {a.abstract()}",
        f"关键词 {', '.join(a.keywords)}",
        *a.body(heads=("1 引言", "2 实验方法")),
    ], a.truth("keywords")


def envelope_mark(a: Article) -> Page:
    last = len(a.authors) - 1
    return [
        f"# {a.title}",
        ", ".join(
            f"{name}$^{{{at}}}$" + (" (✉)" if n == last else "")
            for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
        ),
        *_rows(a, "{n}. {name}，{city} {code}"),
        "# 摘要",
        a.abstract(),
        "# 关键词",
        " ".join(a.keywords),
        "# 文章历史",
        f"收稿日期：{_day(a)} 修回日期：{_day(a)}",
        "# 1 引言",
        a.w.paragraph(),
        "# 2 方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def consensus(a: Article) -> Page:
    a.title = a.w.pick(("老年高血压诊治", "肺结节筛查", "儿童哮喘管理")) + f"专家共识（{a.received[0]}版）"
    a.authors = [a.w.pick(("中华医学会呼吸病学分会", "中国医师协会心血管内科医师分会"))]
    return [
        "·指南与共识·",
        a.title,
        a.authors[0],
        f"通信作者：{a.w.person(odd=0)}，Email：editor@example.com",
        f"【摘要】 {a.abstract()}",
        f"【关键词】 {'； '.join(a.keywords)}",
        f"DOI：{a.doi}",
        *a.body(heads=("一、概述", "二、诊断")),
    ], a.truth("keywords", "doi")


def running_head_pages(a: Article) -> Page:
    first = a.authors[0] + ("等" if len(a.authors) > 1 else "")
    return [
        a.title,
        "，".join(_marked(a)),
        "（" + "；".join(_rows(a, "{n}.{name}，{city}　{code}")) + "）",
        *_abstract(a),
        f"中图分类号：{a.code}　　文献标识码：A",
        "一、引言",
        a.w.paragraph(),
        f"第{a.received[1]}期　　　　　　{first}：{a.title}　　　　　　·15·",
        a.w.paragraph(),
        "二、结论",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def two_columns_of_title(a: Article) -> Page:
    year, month, _ = a.received
    return [
        f"{year}年第{month}期　　　　　　　　　　　　　　　　　　　　　　No.{month},{year}",
        f"{a.journal}",
        f"JOURNAL OF RURAL STUDIES　General No.{a.w.random.randint(100, 300)}",
        f"■{a.w.pick(('农业农村现代化', '数字中国', '基层治理研究'))}",
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"({a.places[0][1]}，{a.places[0][0]}{a.places[0][2]})",
        *_abstract(a, "[摘要]", "[关键词]"),
        f"[中图分类号]{a.code}[文献标识码]A[文章编号]{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def school_newspaper(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        f"{a.w.pick(('教研园地', '名师讲坛', '德育天地'))}",
        a.title,
        f"（{a.places[0][0]}市实验小学　{a.authors[0]}）",
        f"【摘　要】{a.abstract()}",
        f"【关键词】{'　'.join(a.keywords)}",
        *a.body(),
    ], a.truth()


def first_and_contact(a: Article) -> Page:
    return [
        f"·{a.w.pick(('论著', '实验研究', '流行病学', '药物与临床'))}·",
        a.title,
        "、".join(a.authors),
        f"作者单位：{a.places[0][2]}　{a.places[0][0]}，{a.places[0][1]}",
        f"第一作者：{a.authors[0]}，硕士，主治医师。E-mail：first@163.com",
        f"通信作者：{a.authors[-1]}，博士，主任医师。E-mail：last@163.com",
        f"【摘要】目的：{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　文献标识码：A",
        *a.body(heads=("1　资料与方法", "2　结果")),
    ], a.truth("keywords", "classification")


def essay_of_review(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("重审{a}：一个思想史的视角")
    return [
        f"{a.title}",
        f"{a.authors[0]}",
        f"{a.journal}　{a.received[0]}年第{a.received[1]}期",
        a.w.paragraph(),
        "（一）",
        a.w.paragraph(),
        "（二）",
        a.w.paragraph(),
        f"{a.authors[0]}：{a.places[0][1]}教授",
    ], a.truth()


def english_names_between(a: Article) -> Page:
    a.authors = ["孙建华", "李芳", "周敏"][: a.w.random.randint(1, 3)]
    return [
        a.title,
        "Evaluation of Green Finance in the Yellow River Basin",
        "　".join(a.authors),
        ", ".join(("SUN Jian-hua", "LI Fang", "ZHOU Min")[: len(a.authors)]),
        f"（{a.places[0][1]}　{a.places[0][0]}　{a.places[0][2]}）",
        *_abstract(a, "〔摘要〕", "〔关键词〕", "　"),
        f"〔中图分类号〕{a.code}",
        *a.body(),
    ], a.truth("classification")


def bold_names(a: Article) -> Page:
    return [
        f"# **{a.title}**",
        "**" + "　".join(a.authors) + "**",
        f"*（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）*",
        f"**【摘要】** {a.abstract()}",
        f"**【关键词】** {'；'.join(a.keywords)}",
        f"**【中图分类号】** {a.code} **【文献标识码】** A",
        "## **一、引言**",
        a.w.paragraph(),
        "## **二、现状**",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def agronomy(a: Article) -> Page:
    names = ", ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True))
    return [
        f"{a.authors[0]}, 等. {a.title}[J]. {a.journal}, {a.received[0]}, 29(3): 11-20.",
        f"doi:{a.doi}　http://www.example.org",
        a.title,
        names,
        "(" + "; ".join(_rows(a, "{n}. {name}, {city} {code}")) + ")",
        f"摘要:{a.abstract()}",
        f"关键词:{'; '.join(a.keywords)}",
        f"中图分类号:{a.code}　文献标志码:A　文章编号:{a.number}",
        f"收稿日期:{_day(a)}　修订日期:{_day(a)}",
        f"基金项目:{_fund(a)}",
        f"作者简介:{_note(a, a.authors[0])}。",
        *a.body(heads=("0 引言", "1 材料与方法")),
    ], a.truth("keywords", "classification", "doi")


JOURNALS = (
    engine_glued_places, engine_misread_marks, engine_names_to_abstract, text_of_pdf, layout_engine_blanks,
    plus_for_contact, html_superscripts, law_contents, reprint_brackets, visit_to_scholar, told_and_written_down,
    translated, student_paper, editors_word_first, online_cover, mails_of_authors, stroke_author, place_and_name,
    circled_by_formula, forum_masthead, notes_between, social_science_site, author_with_post, bracket_author_site,
    latin_in_parentheses, star_before_number, envelope_mark, consensus, running_head_pages, two_columns_of_title,
    school_newspaper, first_and_contact, essay_of_review, english_names_between, bold_names, agronomy,
)  # fmt: skip
