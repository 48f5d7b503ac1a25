"""Fourteenth set of made heads, small: once more unlike the others, written after the thirteenth was mended for."""

from __future__ import annotations

from journals import Article, Page
from wires import Story

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")

__all__ = ["JOURNALS", "KINDS", "WIRES"]


def _head(a: Article, one: str, two: str, joint: str = "；") -> list[str]:
    return [f"{one}{a.abstract()}", f"{two}{joint.join(a.keywords)}"]


def _list(a: Article, form: str) -> list[str]:
    return [form.format(n=n, name=name, city=city, code=code) for n, (city, name, code) in enumerate(a.places, 1)]


def vocational(a: Article) -> Page:
    a.authors = a.authors[:3]
    return [
        "（接上期）",
        a.title,
        f"（{a.places[0][1]}　{a.places[0][0]}　{a.places[0][2]}）　{'　'.join(a.authors)}",
        *_head(a, "[摘　要] ", "[关键词] ", "；"),
        *a.body(),
    ], a.truth("keywords")


def geology(a: Article) -> Page:
    names = "，".join(f"{name}{at})" for name, at in zip(a.authors, a.where, strict=True))
    return [
        a.title,
        names,
        *_list(a, "{n}) {name}，{city}，{code}"),
        f"内容提要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        "注：本文为国家自然科学基金资助项目的成果。",
        "1　区域地质背景",
        a.w.paragraph(),
    ], a.truth("keywords")


def psychology(a: Article) -> Page:
    marks = "，".join(
        f"{name}{at}{'**' * (n == 0)}" for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
    )
    return [
        f"心理科学学刊 {a.received[0]}, 38({a.received[1]}):1015-1020",
        f"{a.title}*",
        marks,
        "(" + ") (".join(_list(a, "{n} {name}, {city}, {code}")) + ")",
        *_head(a, "摘　要 ", "关键词： ", " "),
        a.w.paragraph(),
        f"* 本研究得到教育部基金（{a.w.random.randint(10, 20)}YJA190{a.w.random.randint(100, 999)}）的资助。",
        f"** 通讯作者：{a.authors[0]}。E-mail：psy@example.cn",
        "1 引言",
        a.w.paragraph(),
    ], a.truth()


def short_news_of_journal(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.journal,
        f"{a.received[0]}（{a.received[1]}）",
        f"【{a.w.pick(('青年学者论坛', '博士论坛', '名家特稿'))}】",
        a.title,
        f"{a.spaced(a.authors[0])}/{a.places[0][1]}",
        *_head(a, "提　要：", "关键词：", "　"),
        *a.body(),
    ], a.truth()


def engineering_row(a: Article) -> Page:
    return [
        f"文章编号：{a.number}　　DOI：{a.doi}",
        a.title,
        "，".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        "　".join(_list(a, "{n}. {name}，{city} {code}")),
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}；文献标识码：A",
        "Study on the Mechanism of Fatigue Damage",
        "LIU Yang1, CHEN Hao2",
        *a.body(heads=("1　试验概况", "2　试验结果")),
    ], a.truth("keywords", "classification", "doi")


def author_at_end(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        f"《{a.journal}》{a.received[0]}年第{a.received[1]}期目录",
        a.title,
        a.w.paragraph(),
        "一、基本内涵",
        a.w.paragraph(),
        "二、实践要求",
        a.w.paragraph(),
        f"（作者{a.authors[0]}，系{a.places[0][1]}教授）",
    ], {"authors": a.authors}


def teacher_school(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"江苏省海门市东洲中学（226100）　{a.authors[0]}",
        *_head(a, "【摘要】", "【关键词】", "；"),
        *a.body(),
    ], a.truth("keywords")


def engine_table(a: Article) -> Page:
    return [
        f"# {a.title}",
        f"**作者**：{'，'.join(a.authors)}",
        f"**单位**：{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}",
        f"**摘要**：{a.abstract()}",
        f"**关键词**：{'；'.join(a.keywords)}",
        "## 1. 引言",
        a.w.paragraph(),
        "## 2. 方法",
        a.w.paragraph(),
    ], a.truth("keywords")


def pharmacy(a: Article) -> Page:
    star = a.authors[-1]
    listed = "，".join(
        f"{name}{at}" + ("*" if name == star else "") for name, at in zip(a.authors, a.where, strict=True)
    )
    return [
        "·药物研究·",
        a.title,
        f"{listed}（{'；'.join(_list(a, '{n}. {name}，{city} {code}'))}）",
        *_head(a, "摘要　目的：", "关键词　", "；"),
        f"中图分类号　{a.code}　　文献标志码　A",
        *a.body(heads=("1　材料", "2　方法")),
    ], a.truth("keywords", "classification")


def dialogue(a: Article) -> Page:
    a.authors = a.w.people(2, 2)
    a.title = a.w.fill("关于{a}的对话")
    return [
        "对谈",
        a.title,
        f"{a.authors[0]}　{a.authors[1]}",
        f"{a.authors[0]}：{a.w.paragraph()}",
        f"{a.authors[1]}：{a.w.paragraph()}",
        f"{a.authors[0]}：{a.w.paragraph()}",
    ], a.truth()


def _stamp(s: Story, form: str = "{}-{:02}-{:02} 16:08") -> str:
    return form.format(s.year, s.month, s.day)


def _only(s: Story) -> dict[str, object]:
    return {"title": s.title, "authors": s.authors}


def _other(s: Story) -> str:
    return s.w.person(odd=0)


def tax_paper(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [s.title, f"本报记者 {s.authors[0]} 通讯员 {'、'.join(s.authors[1:])}", s.first, *s.body()], _only(s)


def health_times(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"{_stamp(s)}　来源：健康时报　|　作者：健康时报记者 {s.authors[0]}",
        s.first,
        *s.body(),
    ], _only(s)


def provincial(s: Story) -> Page:
    s.authors = s.authors[:2]
    head = f"新华社{s.place}{s.date}电"
    return [
        f"{s.title}-新华网",
        s.title,
        f"{head}（记者 {'　'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def culture_paper(s: Story) -> Page:
    return [
        s.title,
        f"中国文化报驻{s.w.pick(('山西', '浙江'))}记者　{'　'.join(s.authors)}",
        s.first,
        *s.body(),
    ], _only(s)


def weather(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = "中国天气网讯"
    return [s.title, f"{_stamp(s)} 中国天气网", f"{head} {s.first}", *s.body(), f"（作者：{s.authors[0]}）"], _only(s)


def army(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（{s.authors[0]}、记者{s.authors[1]}）{s.first}", *s.body()], s.truth(
        head, agency="新华社"
    )


def network(s: Story) -> Page:
    s.authors = s.authors[:2]
    head = f"人民网{s.place}{s.date}电"
    return [s.title, f"{head} （{'、'.join(s.authors)}）{s.first}", *s.body(), "(责编：" + _other(s) + ")"], s.truth(
        head, agency="人民网"
    )


def foreign(s: Story) -> Page:
    s.place = s.w.pick(("东京", "伦敦", "首尔"))
    head = f"共同社{s.date}电"
    return [s.title, f"【{head}】{s.first}", *s.body()], {"title": s.title, "dateline": head}


def station_city(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [s.title, s.first, *s.body(), f"来源：南京广电　记者：{'、'.join(s.authors)}　编辑：{_other(s)}"], _only(s)


def chinese_abroad(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = f"中新社{s.place}{s.date}电"
    return [s.title, f"{head} 题：{s.title}", f"中新社记者　{s.authors[0]}", s.first, *s.body()], s.truth(
        head, agency="中新社"
    )


def reporter_visit(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [s.title, s.w.fill("——{p}{a}一线见闻"), f"记者　{'　'.join(s.authors)}", s.first, *s.body()], _only(s)


def comment(s: Story) -> Page:
    s.authors = s.authors[:1]
    s.title = s.w.fill("别让{a}变了味")
    return ["【今日谈】", s.title, f"{s.authors[0]}", s.first, *s.body()], _only(s)


WIRES = (
    tax_paper, health_times, provincial, culture_paper, weather, army, network, foreign, station_city, chinese_abroad,
    reporter_visit, comment,
)  # fmt: skip
JOURNALS = (
    vocational, geology, psychology, short_news_of_journal, engineering_row, author_at_end, teacher_school,
    engine_table, pharmacy, dialogue,
)  # fmt: skip
