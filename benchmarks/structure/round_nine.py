"""Ninth set of made heads: once more what is common, in orders and wordings of its own."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from wires import Story

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")
SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def oncology(a: Article) -> Page:
    return [
        f"DOI:{a.doi}",
        "·论　　著·",
        a.title,
        "，".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        "　".join(f"{n}. {name}，{city}　{code}；" for n, (city, name, code) in enumerate(a.places, 1)),
        f"[摘要]　背景与目的：{a.abstract()}方法：{a.w.paragraph(low=1, high=2)}结果：{a.w.paragraph(low=1, high=1)}",
        f"[关键词]　{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　文献标志码：A　文章编号：{a.number}",
        "1　资料和方法",
        a.w.paragraph(),
        "2　结果",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def chemistry(a: Article) -> Page:
    names = [f"{name}{SUPER[at]}" for name, at in zip(a.authors, a.where, strict=True)]
    names[-1] += "*"
    return [
        "研究论文",
        f"http://doi.org/{a.doi}",
        a.title,
        "，".join(names),
        *(f"{n}. {name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘要　{a.abstract()}",
        f"关键词　{'；'.join(a.keywords)}",
        "收稿日期：2021-03-05。网络首发：2021-06-01。联系人简介："
        + a.authors[-1]
        + "，男，博士，教授。E-mail：author@163.com",
        "1　实验部分",
        a.w.paragraph(),
        "2　结果与讨论",
        a.w.paragraph(),
    ], a.truth("doi")


def world_economy(a: Article) -> Page:
    return [
        a.title,
        "　".join(map(a.spaced, a.authors)) + "＊",
        f"内容提要　{a.abstract()}",
        f"关 键 词　{'　'.join(a.keywords)}",
        "一、引言",
        a.w.paragraph(),
        "二、理论分析与研究假说",
        a.w.paragraph(),
        "＊"
        + "；".join(
            f"{name}：{a.places[at - 1][1]}　{a.places[at - 1][2]}　电子信箱：a@163.com"
            for name, at in zip(a.authors, a.where, strict=True)
        ),
    ], a.truth()


def teachers_college(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        f"{a.received[0]}年{a.received[1]}月　　　　　　　　{a.journal}　　　　　　　　第{a.w.random.randint(20, 40)}卷第{a.received[1]}期",
        "●教育理论",
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"({a.places[0][1]}　{a.places[0][0]}　{a.places[0][2]})",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　文献标识码：A",
        *a.body(),
    ], a.truth("keywords", "classification")


def two_affiliations_inline(a: Article) -> Page:
    return [
        a.title,
        "　　".join(f"{name}[{at}]" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"[{n}]{name}　{city}　{code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘要：{a.abstract()}",
        f"关键词：{'、'.join(a.keywords)}",
        "1．引言",
        a.w.paragraph(),
        "2．方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def reader_magazine(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "封面文章",
        a.title,
        f"本刊特约撰稿　{a.authors[0]}",
        a.w.paragraph(),
        a.w.paragraph(),
        a.w.paragraph(),
        "（责任编辑　周舟）",
    ], a.truth()


def preprint(a: Article) -> Page:
    year, month, day = a.received
    return [
        f"ChinaXiv:{year}{month:02}.00{a.w.random.randint(100, 999)}v1",
        a.title,
        ", ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"({n} {name}, {city}, {code})" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"提交时间：{year}-{month:02}-{day:02}",
        "1 引言",
        a.w.paragraph(),
        "2 研究设计",
        a.w.paragraph(),
    ], a.truth("keywords")


def legal_forum(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("论{a}的司法适用")
    second = a.w.fill("——以《民法典》第1165条为中心")
    a.said["subtitle"] = second
    return [
        "【学术专论】",
        a.title,
        second,
        f"{a.spaced(a.authors[0])}",
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        f"【摘　要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def journal_html(a: Article) -> Page:
    year, month, day = a.received
    return [
        f"{a.journal} ›› {year}, Vol. 32 ›› Issue ({month}): 15-27.",
        f"doi: {a.doi}",
        "• 研究论文 •",
        "上一篇    下一篇",
        a.title,
        ", ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"{n}. {name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"收稿日期:{year}-{month:02}-{day:02} 出版日期:{year}-12-20 发布日期:{year}-12-25",
        "Digital Economy and Regional Development",
        "LI Ming1, WANG Fang2",
        "1. School of Economics, Anhui University, Hefei 230601, China",
        f"摘要: {a.abstract()}",
        f"关键词: {', '.join(a.keywords)}",
        "Abstract: This paper studies the mechanism of regional development.",
        "Key words: digital economy, growth",
    ], a.truth("keywords", "doi")


def nursing(a: Article) -> Page:
    city, name, code = a.places[0]
    return [
        a.title,
        "、".join(a.authors),
        f"作者单位：{code} {city}　{name}",
        f"第一作者：{a.authors[0]}，女，本科，主管护师",
        f"摘要：目的　{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        "1　对象与方法",
        a.w.paragraph(),
        "2　结果",
        a.w.paragraph(),
    ], a.truth("keywords")


def author_in_source_line(a: Article) -> Page:
    return [
        a.title,
        f"作者：{'、'.join(a.authors)}",
        f"发布时间：{a.received[0]}-{a.received[1]:02}-{a.received[2]:02}",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        "一、引言",
        a.w.paragraph(),
        "二、文献综述",
        a.w.paragraph(),
        f"[作者信息]{a.authors[0]}，{a.places[0][1]}。",
    ], a.truth("keywords")


def colon_title(a: Article) -> Page:
    a.title = a.w.fill("{a}：何以可能与何以可为？")
    return [
        a.title,
        "／".join(a.authors),
        f"（{a.places[0][1]}）",
        f"摘要　{a.abstract()}",
        f"关键词　{'　'.join(a.keywords)}",
        *a.body(),
    ], a.truth()


def statistics_office(a: Article) -> Page:
    a.authors = [
        a.w.pick(
            (
                "甘肃省统计局课题组",
                "上海市人民政府发展研究中心课题组",
                "本刊编辑部",
                "中国社会科学院工业经济研究所课题组",
            )
        )
    ]
    return [
        a.title,
        a.authors[0],
        f"【摘要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        "一、总体情况",
        a.w.paragraph(),
        "二、主要问题",
        a.w.paragraph(),
        "课题组组长：陆文",
    ], a.truth("keywords")


def numbered_places_below_each(a: Article) -> Page:
    rows = []
    for name, at in zip(a.authors, a.where, strict=True):
        rows += [a.spaced(name), f"{a.places[at - 1][1]}，{a.places[at - 1][0]}，{a.places[at - 1][2]}"]
    return [a.title, *rows, f"摘要：{a.abstract()}", f"关键词：{'；'.join(a.keywords)}", *a.body()], a.truth("keywords")


def history(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.pick(
        (
            "清代前期江南市镇的商人组织",
            "从“天下”到“国家”：晚清知识界的观念转变",
            "敦煌文书所见唐代户籍制度",
            "《史记》三家注版本源流考",
        )
    )
    return [
        a.title,
        a.spaced(a.authors[0]),
        f"提　要：{a.abstract()}",
        f"关键词：{'　'.join(a.keywords)}",
        a.w.paragraph(),
        "一、市镇与商人",
        a.w.paragraph(),
        "二、会馆与公所",
        a.w.paragraph(),
        f"[作者{a.authors[0]}，{a.places[0][1]}教授，{a.places[0][0]}，{a.places[0][2]}]",
    ], a.truth("keywords")


JOURNALS = (
    oncology, chemistry, world_economy, teachers_college, two_affiliations_inline, reader_magazine, preprint,
    legal_forum, journal_html, nursing, author_in_source_line, colon_title, statistics_office,
    numbered_places_below_each, history,
)  # fmt: skip


def plain_wire(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（记者{'、'.join(s.authors)}）{s.first}", *s.body(), "新华社"], s.truth(
        head, agency="新华社"
    )


def wire_with_time(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日 {s.w.random.randint(10, 23)}:03:12 来源： 新华网 【字号：大中小】【打印】",
        f"　　{head}（记者 {'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def china_news(s: Story) -> Page:
    head = f"中新网{s.place}{s.date}电"
    return [s.title, f"{head}（{' '.join(s.authors)}）{s.first}", *s.body(), "（完）"], s.truth(head, agency="中新网")


def china_news_author(s: Story) -> Page:
    head = f"中新社{s.place}{s.date}电"
    return [s.title, f"中新社记者　{'　'.join(s.authors)}", f"{head}  {s.first}", *s.body()], s.truth(
        head, agency="中新社"
    )


def people_kicker(s: Story) -> Page:
    head = f"本报{s.place}{s.date}电"
    kicker = s.w.fill("{p}加快推进{a}与{b}深度融合取得阶段性成效（主题）")
    s.title = s.w.fill("{a}迈上新台阶")
    return [kicker, s.title, f"{head}　（记者{'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="本报"
    )


def xinhua_long(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{head}（记者{'、'.join(s.authors)}）“{s.w.fill('{a}是一件大事。')}”{s.first}",
        "一、新变化",
        *s.body(),
        "二、新机遇",
        *s.body(),
    ], s.truth(head, agency="新华社")


def agency_abroad(s: Story) -> Page:
    s.place = s.w.pick(("基辅", "加沙", "德黑兰", "首尔", "伊斯坦布尔"))
    head = f"法新社{s.place}{s.date}电"
    return [s.title, f"{head} （编译 {s.authors[0]}）{s.first}", *s.body()], s.truth(
        head, agency="法新社", authors=s.authors[:1]
    )


def our_paper_summary(s: Story) -> Page:
    return [s.title, f"本报综合报道　{s.first}", *s.body()], {"title": s.title, "authors": []}


def daily_by_reporter(s: Story) -> Page:
    return [s.title, f"南方日报记者　{'　'.join(s.authors)}", f"通讯员　{s.w.person(odd=0)}", s.first, *s.body()], {
        "title": s.title,
        "dateline": "",
    }


def district(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [s.title, f"本报讯　（通讯员　{s.authors[0]}　{s.authors[1]}）{s.first}", *s.body()], s.truth(
        "本报讯", agency="本报", place="", date=""
    )


def site_editor(s: Story) -> Page:
    return [
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 17:00　来源: 科技日报　记者 {' '.join(s.authors)}",
        s.first,
        *s.body(),
        "【我要纠错】 责任编辑：周舟",
    ], {"title": s.title, "authors": s.authors}


def science_network(s: Story) -> Page:
    head = f"科技日报{s.place}{s.date}电"
    return [s.title, f"科技日报记者 {' '.join(s.authors)}", f"{head} {s.first}", *s.body()], s.truth(
        head, agency="科技日报"
    )


def photo_text(s: Story) -> Page:
    return [
        s.title,
        f"{s.date}，{s.first}",
        f"新华社记者 {s.w.person(odd=0)} 摄",
        f"{s.date}，市民在参观。",
        "新华社发（周舟摄）",
    ], {"title": s.title, "dateline": ""}


def question_headline(s: Story) -> Page:
    s.title = s.w.fill("{a}为何走红？专家解读来了")
    head = "央视网消息"
    return [
        s.title,
        f"{head}：{s.first}",
        *s.body(),
        f"编辑：{s.w.person(odd=0)}　责任编辑：{s.w.person(odd=0)}",
    ], s.truth(head, agency="央视网", place="", date="", authors=[])


def taiwan_wire(s: Story) -> Page:
    s.authors = [s.w.pick(("王大明", "李雅婷", "陳志豪", "林美惠"))]
    s.place = s.w.pick(("台北", "高雄", "台中"))
    head = f"中央社記者{s.authors[0]}{s.place}{s.day}日電"
    s.title = s.w.pick(("颱風外圍環流影響 各地防大雨", "半導體展登場 業者看好明年景氣", "高鐵連假疏運 加開班次今開賣"))
    return [
        s.title,
        f"（{head}）主管機關今天表示，將持續觀察後續發展，並適時公布最新資訊。",
        "相關單位並呼籲民眾留意官方訊息，提前做好準備。",
        f"（編輯：{s.w.pick(('張淑芬', '黃建國'))}）{s.month}{s.day:02}",
    ], s.truth(head, agency="中央社", date=f"{s.day}日")


WIRES = (
    plain_wire, wire_with_time, china_news, china_news_author, people_kicker, xinhua_long, agency_abroad,
    our_paper_summary, daily_by_reporter, district, site_editor, science_network, photo_text, question_headline,
    taiwan_wire,
)  # fmt: skip
