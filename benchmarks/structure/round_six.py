"""Sixth set of made heads: journals with marks behind names and rows of their own, portals, overseas papers, local sites."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from wires import Story

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "scraped", "spaced")


def rows_of_the_head(a: Article) -> Page:
    year, month, _ = a.received
    return [
        f"第 {a.w.random.randint(10, 45)} 卷第 {month} 期",
        f"{year} 年 {month} 月",
        a.journal,
        "Journal of Northwest University",
        f"Vol. {a.w.random.randint(10, 45)} No. {month}",
        f"Apr. {year}",
        f"网络出版时间：{year}-{month:02}-12 14:17　DOI：{a.doi}",
        "网络出版地址：http://www.cnki.net/kcms/detail/61.1390.S.20150312.1417.013.html",
        a.title,
        "，".join(a.marked("digit")),
        "（" + "；".join(a.listed()) + "）",
        f"[摘　要]　【目的】{a.abstract()}",
        f"[关键词]　{'；'.join(a.keywords)}",
        f"[中图分类号]　{a.code}　　[文献标志码]　A　　[文章编号]　{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification", "doi")


def marks_with_brackets(a: Article) -> Page:
    return [
        a.title,
        " ".join(f"{a.spaced(name)}{at})" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"{n})({name} {city} {code})" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘　要　{a.abstract()}",
        f"关键词　{'；'.join(a.keywords)}",
        f"中图法分类号　{a.code}　　DOI号　{a.doi}",
        *a.english(),
        "1　引　言",
        a.w.paragraph(),
        "2　相关工作",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def plus_for_contact(a: Article) -> Page:
    names = [f"{a.spaced(name)}{at}" for name, at in zip(a.authors, a.where, strict=True)]
    names[-1] += "+"
    return [
        a.title,
        ", ".join(names),
        *(f"{n}({name},{city}　{code})" for n, (city, name, code) in enumerate(a.places, 1)),
        "+ 通讯作者: E-mail: author@tsinghua.edu.cn, http://www.example.cn",
        f"摘　要: {a.abstract()}",
        f"关键词: {';'.join(a.keywords)}",
        f"中图法分类号: {a.code}",
        "1　概述",
        a.w.paragraph(),
        "2　模型",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def physics(a: Article) -> Page:
    year, month, day = a.received
    names = [f"{a.spaced(name)}{at})" for name, at in zip(a.authors, a.where, strict=True)]
    names[0] += "†"
    return [
        a.title + "*",
        "　".join(names),
        *(f"{n})({name}，{city}　{code})" for n, (city, name, code) in enumerate(a.places, 1)),
        f"({year}年{month}月{day}日收到; {year}年{month}月{day}日收到修改稿)",
        a.abstract(),
        f"关键词：{'，'.join(a.keywords)}",
        "PACS：05.45.-a, 47.20.Ky",
        "1. 引言",
        a.w.paragraph(),
        "2. 模型",
        a.w.paragraph(),
    ], a.truth("keywords")


def interview(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("{a}研究的回顾与展望——访" + a.w.person(odd=0) + "教授")
    return [
        "·学者访谈·",
        a.title,
        f"本刊记者　{a.authors[0]}",
        "编者按：" + a.w.paragraph(low=1, high=2),
        "记者：您是从什么时候开始研究这个问题的？",
        "答：" + a.w.paragraph(),
        "记者：今后的研究还有哪些方向？",
        "答：" + a.w.paragraph(),
    ], a.truth()


def essay_of_history(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"　　　　　　　　{a.spaced(a.authors[0])}",
        a.w.paragraph(),
        "一",
        a.w.paragraph(),
        "二",
        a.w.paragraph(),
        "①参见《中国统计年鉴2022》第33页。",
        "②何以宁：《数字经济》，文史出版社2019年版，第20页。",
    ], a.truth()


def by_and_translated(a: Article) -> Page:
    person = a.w.pick(("山田太郎", "约翰·格雷", "伊曼纽尔·沃勒斯坦", "哈特穆特·罗萨"))
    translator = a.authors[0]
    a.authors = [person]
    return [
        a.title,
        f"〔{a.w.pick('日英美德')}〕{person}／著　{translator}／译",
        f"【摘　要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def theory_page(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"{a.authors[0]}",
        f"《光明日报》（{a.received[0]}年{a.received[1]:02}月{a.received[2]:02}日　07版）",
        a.w.paragraph(),
        a.w.paragraph(),
        a.w.paragraph(),
        f"（作者：{a.authors[0]}，系{a.places[0][1]}教授）",
    ], a.truth()


def proceedings(a: Article) -> Page:
    return [
        f"第{a.w.pick('十九八七六')}届全国区域经济学术会议论文集",
        a.title,
        "、".join(a.authors),
        f"（{a.places[0][1]}，{a.places[0][0]}，{a.places[0][2]}）",
        f"【摘要】：{a.abstract()}",
        f"【关键词】：{'、'.join(a.keywords)}",
        "一、前言",
        a.w.paragraph(),
        "二、方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def case_report(a: Article) -> Page:
    a.title = a.w.pick(
        ("误诊为肺结核的支气管类癌1例", "妊娠合并急性胰腺炎1例报告", "利妥昔单抗致间质性肺炎1例并文献复习")
    )
    city, name, code = a.places[0]
    return [
        "·病例报告·",
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"（{code}　{city}，{name}）",
        f"关键词　{'；'.join(a.keywords)}",
        "患者，男，45岁，因咳嗽1月余入院。" + a.w.paragraph(),
        "讨论　" + a.w.paragraph(),
    ], a.truth()


def school_teacher(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.pick(
        (
            "核心素养视域下小学语文整本书阅读教学策略",
            "例谈高中数学概念课的教学设计",
            "信息技术与初中物理教学的融合",
            "幼儿园户外游戏活动的组织与实施",
        )
    )
    return [
        a.title,
        f"{a.authors[0]}（江苏省苏州市第三中学校，江苏　苏州　215000）",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def consensus(a: Article) -> Page:
    a.authors = [
        a.w.pick(("中华医学会呼吸病学分会", "中国抗癌协会肺癌专业委员会", "国家卫生健康委员会脑卒中防治专家委员会"))
    ]
    a.title = a.w.pick(
        (
            "成人社区获得性肺炎基层诊疗指南（2018年）",
            "中国肺癌低剂量CT筛查指南（2023年版）",
            "缺血性卒中二级预防专家共识",
        )
    )
    return [
        "·指南与共识·",
        a.title,
        a.authors[0],
        "通信作者：王辰，Email：author@163.com",
        f"DOI：{a.doi}",
        f"【摘要】　{a.abstract()}",
        f"【关键词】　{'；'.join(a.keywords)}",
        "一、概述",
        a.w.paragraph(),
        "二、诊断",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def letters_behind(a: Article) -> Page:
    names = [f"{name}{'abc'[at - 1]}" for name, at in zip(a.authors, a.where, strict=True)]
    names[0] += "*"
    return [
        a.title,
        "，".join(names),
        "（" + "；".join(f"{'abc'[n]}.{name}，{city} {code}" for n, (city, name, code) in enumerate(a.places)) + "）",
        f"摘要：{a.abstract()}",
        f"关键词：{'，'.join(a.keywords)}",
        f"分类号：{a.code}",
        *a.body(),
    ], a.truth("keywords", "classification")


def dots_between(a: Article) -> Page:
    a.authors = [name for name in a.authors if "·" not in name] or ["李华", "王振华"]
    return [
        a.title,
        " · ".join(a.authors),
        a.places[0][1],
        f"提要：{a.abstract()}",
        f"关键词：{' '.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def both_languages_labelled(a: Article) -> Page:
    return [
        f"题目/Title：{a.title}",
        f"作者/Author：{'，'.join(a.authors)}",
        f"机构/Affiliation：{a.places[0][1]}",
        f"摘要/Abstract：{a.abstract()}",
        f"关键词/Keywords：{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def author_above(a: Article) -> Page:
    return [
        f"《{a.journal}》{a.received[0]}年第{a.received[1]}期",
        "　".join(a.authors),
        a.title,
        f"【内容摘要】{a.abstract()}",
        f"【关键词】{'　'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def account_with_source(a: Article) -> Page:
    return [
        a.title,
        f"以下文章来源于{a.journal}，作者{' '.join(a.authors)}",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        "01",
        "问题的提出",
        a.w.paragraph(),
        "02",
        "文献综述",
        a.w.paragraph(),
    ], a.truth("keywords")


def open_identity(a: Article) -> Page:
    names = ", ".join(
        f"{name}{at},#" if n == 0 else f"{name}{at}"
        for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
    )
    return [
        f"{a.received[0]},{a.w.random.randint(10, 40)}({a.received[1]}):{a.w.random.randint(100, 400)}–{a.w.random.randint(401, 900)}",
        f"doi: {a.doi}",
        "研究论文",
        a.title,
        names,
        *(f"{n}{name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        "# 同等贡献",
        f"收稿日期: {a.received[0]}-01-15; 接受日期: {a.received[0]}-03-16",
        f"摘要: {a.abstract()}",
        f"关键词: {', '.join(a.keywords)}",
        a.w.paragraph(),
        "1 材料与方法",
        a.w.paragraph(),
        "2 结果",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


JOURNALS = (
    rows_of_the_head, marks_with_brackets, plus_for_contact, physics, interview, essay_of_history, by_and_translated,
    theory_page, proceedings, case_report, school_teacher, consensus, letters_behind, dots_between,
    both_languages_labelled, author_above, account_with_source, open_identity,
)  # fmt: skip


def taipei_desk(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = f"記者{s.authors[0]}／綜合報導"
    return [s.title, head, s.first, *s.body()], {"title": s.title, "authors": s.authors}


def hong_kong(s: Story) -> Page:
    return [s.title, f"【大公報訊】記者{'、'.join(s.authors)}{s.place}報道：{s.first}", *s.body()], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "大公報訊",
    }


def lion_city(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"{s.authors[0]}　报道", f"（{s.place}讯）{s.first}", *s.body()], s.truth(f"{s.place}讯", date="")


def television(s: Story) -> Page:
    return [
        s.title,
        f"来源：央视网 {s.year}年{s.month:02}月{s.day:02}日 20:01",
        f"央视网消息：{s.first}",
        *s.body(),
    ], s.truth("央视网消息", agency="央视网", place="", date="", authors=[])


def overseas_edition(s: Story) -> Page:
    head = f"本报{s.place}{s.date}电"
    return [
        s.title,
        f"《人民日报海外版》（{s.year}年{s.month:02}月{s.day:02}日　第01版）",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="本报")


def government_site(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        "中央政府门户网站 www.gov.cn",
        s.title,
        f"中央政府门户网站 www.gov.cn {s.year}-{s.month:02}-{s.day:02} 21:05 来源：新华社",
        "【字体：大 中 小】打印本页",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        "责任编辑： " + s.w.person(odd=0),
    ], s.truth(head, agency="新华社")


def phoenix(s: Story) -> Page:
    head = f"中新社{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日 10:12　来源：中国新闻网　作者：{' '.join(s.authors)}",
        "0人参与 0评论",
        f"{head} {s.first}",
        *s.body(),
        f"[责任编辑：{s.w.person(odd=0)}]",
        f"标签：{s.w.pick(('经济', '社会'))} 国际 观察",
    ], s.truth(head, agency="中新社")


def sports_portal(s: Story) -> Page:
    return [s.title, f"新浪体育讯　北京时间{s.date}，{s.first}", *s.body(), f"（{s.authors[0]}）"], {
        "title": s.title,
        "authors": s.authors[:1],
        "dateline": "新浪体育讯",
    }


def tencent(s: Story) -> Page:
    head = f"腾讯财经{s.date}讯"
    return [s.title, f"{head} 据外媒报道，{s.first}", *s.body()], s.truth(head, agency="腾讯财经", place="", authors=[])


def youth_paper(s: Story) -> Page:
    return [s.title, s.first, *s.body(), "文/本报记者 " + " ".join(s.authors)], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def closing_with_editor(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{head} {s.first}",
        *s.body(),
        f"（记者：{'、'.join(s.authors)}；编辑：{s.w.person(odd=0)}）",
    ], s.truth(head, agency="新华社")


def business_weekly(s: Story) -> Page:
    return [
        s.title,
        f"第一财经记者 {' '.join(s.authors)} 发自{s.place}",
        f"{s.year}-{s.month:02}-{s.day:02} 22:30:11",
        s.first,
        *s.body(),
    ], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def bracketed_site(s: Story) -> Page:
    return [s.title, f"【财新网】（记者 {' '.join(s.authors)}）{s.first}", *s.body()], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "财新网",
    }


def author_below_topic(s: Story) -> Page:
    head = f"中新网{s.place}{s.date}电"
    return [
        s.title,
        f"{head} 题：{s.title}",
        f"作者 {' '.join(s.authors)}",
        s.first,
        *s.body()[:-1],
        s.first + "(完)",
    ], s.truth(head, agency="中新网")


def soldiers(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = f"本报{s.place}{s.date}电"
    return [s.title, f"{head} {s.authors[0]}、记者{s.authors[1]}报道：{s.first}", *s.body()], s.truth(
        head, agency="本报"
    )


def two_names_of_a_paper(s: Story) -> Page:
    head = f"本报{s.place}{s.date}电"
    return [s.title, f"{head}（中青报·中青网记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="本报"
    )


def site_of_a_county(s: Story) -> Page:
    return [
        "当前位置：首页 >> 新闻动态",
        s.title,
        f"发布时间：{s.year}-{s.month:02}-{s.day:02}　作者：{'、'.join(s.authors)}　浏览次数：{s.w.random.randint(20, 999)}",
        s.first,
        *s.body(),
    ], {"title": s.title, "authors": s.authors, "dateline": ""}


def report_in_two_rows(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    s.title = s.w.fill("{a}：{p}书写{b}新答卷")
    second = s.w.fill("——来自{c}的一线调研")
    return [
        s.title,
        second,
        f"{head}  题：{s.title}{second}",
        "新华社记者",
        "、".join(s.authors),
        s.first,
        *s.body(),
    ], {**s.truth(head, agency="新华社"), "subtitle": second}


WIRES = (
    taipei_desk, hong_kong, lion_city, television, overseas_edition, government_site, phoenix, sports_portal, tencent,
    youth_paper, closing_with_editor, business_weekly, bracketed_site, author_below_topic, soldiers,
    two_names_of_a_paper, site_of_a_county, report_in_two_rows,
)  # fmt: skip
