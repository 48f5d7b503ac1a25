"""Eighth set of made heads: what such texts look like most of the time, in wordings that no other set has."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from wires import Story

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")


def _columns(a: Article) -> str:
    return f"第{a.w.random.randint(10, 45)}卷　第{a.received[1]}期"


def university_journal(a: Article) -> Page:
    year, month, _ = a.received
    return [
        f"{_columns(a)}　　　　　　{a.places[0][0]}师范大学学报（哲学社会科学版）　　　　　　Vol.43　No.{month}",
        f"{year}年{month}月　　　　Journal of Normal University (Philosophy and Social Sciences Edition)　　　　Jul.{year}",
        "【经济与社会】",
        a.title,
        "、".join(map(a.spaced, a.authors)),
        "（"
        + "　".join(
            f"{n}.{name}，{city}　{code}" if len(a.places) > 1 else f"{name}，{city}　{code}"
            for n, (city, name, code) in enumerate(a.places, 1)
        )
        + "）",
        f"［摘　要］{a.abstract()}",
        f"［关键词］{'；'.join(a.keywords)}",
        f"［中图分类号］{a.code}　［文献标识码］A　［文章编号］{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def agriculture(a: Article) -> Page:
    year, month, day = a.received
    return [
        a.title,
        "，".join(
            f"{name}{SUPER[at]}{'⁎' if n == len(a.authors) - 1 else ''}"
            for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
        ),
        *(f"（{SUPER[n]}{name}，{city} {code}）" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘要：【目的】{a.abstract()}【方法】{a.w.paragraph(low=1, high=2)}【结论】{a.w.paragraph(low=1, high=1)}",
        f"关键词：{'；'.join(a.keywords)}",
        f"收稿日期：{year}-{month:02}-{day:02}；接受日期：{year}-12-08",
        "基金项目：国家重点研发计划（2017YFD0300202）",
        f"联系方式：{a.authors[0]}，E-mail：author@163.com。通信作者{a.authors[-1]}，E-mail：other@163.com",
        "0　引言",
        "【研究意义】" + a.w.paragraph(),
        "1　材料与方法",
        a.w.paragraph(),
    ], a.truth("keywords")


SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def management(a: Article) -> Page:
    return [
        a.title,
        "，".join(f"{name}{at}" if len(a.places) > 1 else name for name, at in zip(a.authors, a.where, strict=True)),
        "; ".join(f"{n}.{name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}；文献标识码：A；文章编号：{a.number}",
        f"DOI：{a.doi}",
        "引　言",
        a.w.paragraph(),
        "一、文献综述与研究假设",
        a.w.paragraph(),
    ], a.truth("keywords", "classification", "doi")


def library(a: Article) -> Page:
    return [
        f"● {'，'.join(a.authors)}",
        a.title,
        f"摘　要　{a.abstract()}",
        f"关键词　{'　'.join(a.keywords)}",
        f"分类号　{a.code}",
        *a.body(),
    ], a.truth("classification")


def geography(a: Article) -> Page:
    year, month, _ = a.received
    return [
        f"{a.journal}",
        f"{year}, {a.w.random.randint(20, 80)}({month}): {a.w.random.randint(100, 400)}-{a.w.random.randint(401, 800)}",
        f"DOI: {a.doi}",
        a.title,
        ", ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"{n}. {name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        "Spatial Pattern of Regional Development",
        "LI Ming1, WANG Fang2",
        "1. School of Geography, Anhui University, Hefei 230601, China",
        "摘要",
        a.abstract(),
        f"关键词： {'; '.join(a.keywords)}",
        "Abstract",
        "This paper studies the pattern of regional development.",
        "Keywords：digital economy; growth",
        "1 引言",
        a.w.paragraph(),
        "2 方法",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def surgery(a: Article) -> Page:
    city, name, code = a.places[0]
    return [
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"{name}，{city}　{code}",
        f"通信作者：{a.authors[0]}，电子信箱：author@126.com",
        f"【摘要】目的：{a.abstract()}方法：{a.w.paragraph(low=1, high=1)}结果：{a.w.paragraph(low=1, high=2)}结论：{a.w.paragraph(low=1, high=1)}",
        f"【关键词】{'；'.join(a.keywords)}",
        f"【中图分类号】{a.code}【文献标志码】A",
        f"DOI：{a.doi}",
        "1 资料与方法",
        a.w.paragraph(),
        "2 结果",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def party_school(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        f"{a.journal}　{a.received[0]}.{a.received[1]}",
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"［摘要］{a.abstract()}",
        f"［关键词］{'；'.join(a.keywords)}",
        f"［作者简介］{a.authors[0]}，{a.places[0][1]}教授（{a.places[0][0]}　{a.places[0][2]}）。",
        *a.body(),
    ], a.truth("keywords")


def scraped_article(a: Article) -> Page:
    return [
        "期刊首页",
        "当期目录",
        "过刊浏览",
        a.title,
        f"作者：{'　'.join(a.authors)}",
        f"单位：{a.places[0][1]}",
        f"分类号：{a.code}",
        f"出版年·卷·期（页码）：{a.received[0]}·12·第{a.received[1]}期（15-27）",
        f"DOI：{a.doi}",
        f"摘要：{a.abstract()}",
        f"关键词：{'　'.join(a.keywords)}",
        *a.body(),
    ], a.truth("classification", "doi")


def short_note(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"作者／{a.authors[0]}",
        f"单位／{a.places[0][1]}",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        a.w.paragraph(),
        "一、现状分析",
        a.w.paragraph(),
    ], a.truth("keywords")


def master_of_arts(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "分类号：" + a.code,
        "密级：公开",
        f"学号：{a.w.random.randint(20150001, 20239999)}",
        f"{a.w.pick(('东海', '西山', '南江'))}大学",
        "硕士学位论文",
        a.title,
        f"研 究 生：{a.spaced(a.authors[0])}",
        "导　　师：陆文　教授",
        "专　　业：区域经济学",
        "二〇二一年六月",
        "摘　要",
        a.abstract(),
        f"关键词：{'，'.join(a.keywords)}",
        "第一章　绪　论",
        a.w.paragraph(),
        "第二章　理论基础",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def star_title_two_lines(a: Article) -> Page:
    a.title = a.w.fill("{a}、{b}与居民获得感")
    second = a.w.fill("——来自{p}的经验证据")
    a.said["subtitle"] = second
    return [
        a.title,
        second + "*",
        "◎ " + "　".join(a.authors),
        f"内容提要：{a.abstract()}",
        f"关 键 词：{'　'.join(a.keywords)}",
        f"中图分类号：{a.code}",
        *a.body(),
        f"* {a.authors[0]}，{a.places[0][1]}，邮政编码：{a.places[0][2]}，电子信箱：a@163.com。",
    ], a.truth("classification")


def english_behind_each(a: Article) -> Page:
    return [
        a.title,
        "Digital Economy and Regional Growth",
        "  ".join(f"{name} {PINYIN[n % 5]}" for n, name in enumerate(a.authors)),
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


PINYIN = ("Wang Wei", "Li Xiaodong", "Chen Fang", "Liu Haiyan", "Zhao Ming")


def fund_star(a: Article) -> Page:
    return [
        f"【{a.w.pick(('理论探讨', '实证研究', '热点聚焦'))}】",
        a.title + "*",
        "　".join(f"{name}{at}" if len(a.places) > 1 else name for name, at in zip(a.authors, a.where, strict=True)),
        "（"
        + "；".join(
            f"{n}.{name}　{city}　{code}" if len(a.places) > 1 else f"{name}　{city}　{code}"
            for n, (city, name, code) in enumerate(a.places, 1)
        )
        + "）",
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　　　文献标识码：A",
        *a.body(),
    ], a.truth("keywords", "classification")


def quarterly_web(a: Article) -> Page:
    year, month, day = a.received
    return [
        a.title,
        f"{year}年{month:02}月{day:02}日　来源：《{a.journal}》{year}年第{month}期　作者：{'　'.join(a.authors)}",
        f"内容摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"作者简介：{a.authors[0]}，{a.places[0][1]}教授",
        *a.body(),
    ], a.truth("keywords")


def engineers(a: Article) -> Page:
    return [
        f"文章编号：{a.number}",
        a.title,
        " ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        " ".join(f"({n}.{name}，{city} {code})" for n, (city, name, code) in enumerate(a.places, 1)),
        f"【摘要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        f"【中图分类号】{a.code} 【文献标识码】B",
        "1工程概况",
        a.w.paragraph(),
        "2施工方案",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


JOURNALS = (
    university_journal, agriculture, management, library, geography, surgery, party_school, scraped_article,
    short_note, master_of_arts, star_title_two_lines, english_behind_each, fund_star, quarterly_web, engineers,
)  # fmt: skip


def morning_wire(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        "",
        f"　　{head}（记者{'、'.join(s.authors)}）记者{s.day}日从有关部门获悉，{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def two_agencies(s: Story) -> Page:
    head = f"中新社{s.place}{s.date}电"
    return [
        s.title,
        f"发布时间：{s.year}年{s.month:02}月{s.day:02}日 17:26 来源：中新网",
        f"　　{head} (记者 {' '.join(s.authors)}){s.first}",
        *s.body(),
        "　　(完)",
    ], s.truth(head, agency="中新社")


def financial(s: Story) -> Page:
    return [
        s.title,
        f"本报记者　{'　'.join(s.authors)}　{s.place}报道",
        s.first,
        *s.body(),
        f"（编辑：{s.w.person(odd=0)}）",
    ], {"title": s.title, "authors": s.authors, "dateline": ""}


def legal_daily(s: Story) -> Page:
    head = f"本报{s.place}{s.date}讯"
    return [s.title, f"□ 本报记者 {' '.join(s.authors)}", f"{head} {s.first}", *s.body()], s.truth(head, agency="本报")


def city_paper(s: Story) -> Page:
    s.authors = s.w.people(1, 2)
    return [s.title, f"本报讯（记者{'、'.join(s.authors)}）昨日，{s.first}", *s.body()], s.truth(
        "本报讯", agency="本报", place="", date=""
    )


def abroad(s: Story) -> Page:
    s.place = s.w.pick(("纽约", "伦敦", "堪培拉", "悉尼", "日内瓦"))
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（记者{'、'.join(s.authors)}）据当地媒体{s.day}日报道，{s.first}", *s.body()], s.truth(
        head, agency="新华社"
    )


def government_paper(s: Story) -> Page:
    head = f"人民日报{s.place}{s.date}电"
    return [
        s.title,
        f"本报记者　{'　'.join(s.authors)}",
        f"{head}　{s.first}",
        *s.body(),
        f"《 人民日报 》（ {s.year}年{s.month:02}月{s.day:02}日 01 版）",
    ], s.truth(head, agency="人民日报")


def network_reporter(s: Story) -> Page:
    head = f"央广网{s.place}{s.date}消息"
    return [
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 10:22:00　来源：央广网",
        f"　　{head}（记者 {' '.join(s.authors)}）{s.first}",
        *s.body(),
        f"编辑：{s.w.person(odd=0)}",
    ], s.truth(head, agency="央广网")


def subtitle_with_space(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    s.title = s.w.fill("{p}启动{a}专项行动 严查{b}领域违法行为")
    return [s.title, f"{head} 记者{'、'.join(s.authors)}", s.first, *s.body()], s.truth(head, agency="新华社")


def quick_news(s: Story) -> Page:
    head = f"中新网{s.date}电"
    return [s.title, f"{head} 据有关部门网站消息，{s.first}", *s.body(), f"【责任编辑:{s.w.person(odd=0)}】"], s.truth(
        head, agency="中新网", place="", authors=[]
    )


def name_then_outlet(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        f"{'　'.join(s.authors)}　《{s.w.pick(('环球时报', '南方周末', '中国经营报'))}》",
        f"{s.year}年{s.month}月{s.day}日",
        s.first,
        *s.body(),
    ], {"title": s.title, "authors": s.authors}


def from_source_line(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"新华网　{s.year}年{s.month:02}月{s.day:02}日　11:08:26",
        f"{head}（记者 {'、'.join(s.authors)}）{s.first}",
        *s.body(),
        f"编辑: {s.w.person(odd=0)}",
    ], s.truth(head, agency="新华社")


def closing_bracket(s: Story) -> Page:
    return [s.title, s.first, *s.body(), f"（本报记者{'、'.join(s.authors)}　实习生{s.w.pick(('周舟', '陈晨'))}）"], {
        "title": s.title,
        "dateline": "",
    }


def provincial_agency(s: Story) -> Page:
    head = "河北日报讯"
    return [s.title, f"{head}（记者{'、'.join(s.authors)}）{s.date}，{s.first}", *s.body()], s.truth(
        head, agency="河北日报", place="", date=""
    )


def half_width_wire(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{head}(记者{','.join(s.authors)}){s.first}",
        *s.body(),
        f"(责任编辑:{s.w.person(odd=0)})",
    ], s.truth(head, agency="新华社")


WIRES = (
    morning_wire, two_agencies, financial, legal_daily, city_paper, abroad, government_paper, network_reporter,
    subtitle_with_space, quick_news, name_then_outlet, from_source_line, closing_bracket, provincial_agency,
    half_width_wire,
)  # fmt: skip
