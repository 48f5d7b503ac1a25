"""Seventh set of made heads: exports of data bases, magazines of the web, journals in traditional script, local portals."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from wires import Story

KINDS = ("clean", "tight", "half", "indented", "noisy", "column", "blankless", "footed", "wrapped", "headers")
PINYIN = ("WANG Wei", "LI Xiaodong", "CHEN Fang", "LIU Haiyan", "ZHAO Ming")


def children(a: Article) -> Page:
    year, month, _ = a.received
    return [
        a.journal,
        f"{year}",
        f"{a.w.random.randint(5, 40)}",
        f"{month}",
        f"{a.w.random.randint(100, 400)}-{a.w.random.randint(401, 800)}",
        f"doi: {a.doi}",
        "论著·临床研究",
        a.title,
        *(
            name[0] + " " + name[1:]
            if "·" not in name
            and name[:2] not in {"欧阳", "上官", "司马", "诸葛", "皇甫", "令狐", "夏侯", "慕容", "司徒", "端木"}
            else name
            for name in a.authors
        ),
        f"{a.places[0][1]}, {a.places[0][0]} {a.places[0][2]}",
        "摘要",
        "目的：" + a.abstract(),
        f"关键词: {', '.join(a.keywords)}",
        "1 资料与方法",
        a.w.paragraph(),
        "2 结果",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def magazine_bar(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        f"{a.w.random.randint(10, 99)} | {a.journal} {a.received[0]}年第{a.received[1]}期",
        a.title,
        f"文 | {' '.join(a.authors)}",
        a.w.paragraph(),
        a.w.paragraph(),
        f"（作者单位：{a.places[0][1]}）",
    ], a.truth()


def jurists(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        a.title,
        f"{a.spaced(a.authors[0])}＊",
        "目　次\u3000一、问题的提出\u3000二、理论基础\u3000三、制度构造",
        f"内容提要：{a.abstract()}",
        f"关 键 词：{'　'.join(a.keywords)}",
        "一、问题的提出",
        a.w.paragraph(),
        "二、理论基础",
        a.w.paragraph(),
        f"＊{a.places[0][1]}副教授，法学博士。",
    ], a.truth("keywords")


def name_slash_place(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        "；".join(f"{name} / {a.places[at - 1][1]}" for name, at in zip(a.authors, a.where, strict=False)),
        f"【摘要】{a.abstract()}",
        f"【关键词】{' '.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def joined_by_and(a: Article) -> Page:
    a.authors = a.w.people(2, 2)
    return [
        a.title,
        f"{a.authors[0]}　和　{a.authors[1]}",
        f"（{a.places[0][1]}）",
        f"提　要　{a.abstract()}",
        *a.body(),
    ], a.truth()


def note_digits(a: Article) -> Page:
    return [
        a.title + "①",
        "　".join(f"{a.spaced(name)}{'②③④⑤⑥⑦'[n]}" for n, name in enumerate(a.authors)),
        f"（{a.places[0][1]}，{a.places[0][0]}，{a.places[0][2]}）",
        f"内容摘要：{a.abstract()}",
        f"关键词：{'，'.join(a.keywords)}",
        *a.body(),
        "①本文系国家社会科学基金项目（23BJL001）的阶段性成果。",
    ], a.truth("keywords")


def labelled_translator(a: Article) -> Page:
    person = a.w.pick(("约翰·格雷", "让·博德里亚", "玛格丽特·米德"))
    translator = a.authors[0]
    a.authors = [person]
    return [
        a.title,
        f"作者：[英]{person}",
        f"译者：{translator}",
        f"来源：《{a.journal}》{a.received[0]}年第{a.received[1]}期",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def bracketed_record(a: Article) -> Page:
    return [
        f"【中文篇名】 {a.title}",
        "【英文篇名】 Research on the Mechanism of Digital Economy",
        f"【作者】 {'; '.join(a.authors)};",
        f"【英文作者】 {'; '.join(PINYIN[: len(a.authors)])}",
        f"【作者单位】 {a.places[0][1]};",
        f"【文献出处】 {a.journal} , {a.w.pick(ENGLISH)}, {a.received[0]}年 {a.received[1]:02}期",
        f"【中文关键词】 {'; '.join(a.keywords)};",
        f"【中文摘要】 {a.abstract()}",
        f"【DOI】 {a.doi}",
        *a.body(),
    ], a.truth("keywords", "doi")


ENGLISH = ("Regional Economics", "Journal of Natural Science", "China Rural Survey")


def exported(a: Article) -> Page:
    return [
        "SrcDatabase-来源库: 期刊",
        f"Title-题名: {a.title}",
        f"Author-作者: {';'.join(a.authors)};",
        f"Organ-单位: {a.places[0][1]};",
        f"Source-文献来源: {a.journal}",
        f"Keyword-关键词: {';'.join(a.keywords)}",
        f"Summary-摘要: {a.abstract()}",
        f"PubTime-发表时间: {a.received[0]}-{a.received[1]:02}-{a.received[2]:02}",
        f"Year-年: {a.received[0]}",
        f"CLC-中图分类号: {a.code}",
        *a.body(2),
    ], a.truth("keywords", "classification")


def search_engine(a: Article) -> Page:
    return [
        a.title,
        f"来自 {a.journal}",
        "喜欢 0",
        "阅读量： 128",
        f"作者： {'，'.join(a.authors)}",
        f"摘要： {a.abstract()}",
        f"关键词： {' '.join(a.keywords)}",
        f"DOI： {a.doi}",
        "被引量： 12",
        f"年份： {a.received[0]}",
        *a.body(),
    ], a.truth("keywords", "doi")


def ring_before_name(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "教学研究",
        a.title,
        f"◎{a.spaced(a.authors[0])}（{a.places[0][1]}）",
        f"【摘　要】{a.abstract()}",
        f"【关键词】{'；'.join(a.keywords)}",
        "一、研究背景",
        a.w.paragraph(),
        "二、教学策略",
        a.w.paragraph(),
    ], a.truth("keywords")


def old_print(a: Article) -> Page:
    return [
        a.title,
        "   ".join(map(a.spaced, a.authors)),
        f"（{a.places[0][1]}）",
        "提　　要",
        a.abstract(),
        "一、引　言",
        a.w.paragraph(),
        "二、方　法",
        a.w.paragraph(),
    ], a.truth()


def traditional(a: Article) -> Page:
    a.title = a.w.pick(
        (
            "臺灣高齡者數位學習之研究",
            "論現代漢語之詞彙變遷",
            "從《紅樓夢》看清代飲食文化",
            "都市更新與居民參與：以臺北市為例",
            "國中生閱讀理解策略之探討",
        )
    )
    a.authors = a.w.random.sample(
        ("王大明", "李雅婷", "陳志豪", "張淑芬", "林美惠", "黃建國", "劉怡君"), a.w.random.randint(1, 3)
    )
    a.keywords = a.w.random.sample(("高齡者", "數位學習", "都市更新", "閱讀理解", "教學策略"), 3)
    stars = "*"
    return [
        a.title,
        "、".join(name + stars * (n + 1) for n, name in enumerate(a.authors)),
        "摘　要",
        "本研究旨在探討相關議題。研究結果顯示，學習成效與參與程度呈正相關，並據此提出建議，供後續研究參考。",
        f"關鍵詞：{'、'.join(a.keywords)}",
        *(f"{stars * (n + 1)} 國立臺灣師範大學教育學系教授" for n in range(len(a.authors))),
        "壹、緒論",
        "近年來，隨著資訊科技之發展，相關研究日益增加。" * 3,
        "貳、文獻探討",
        "國內外學者對此議題已有諸多探討，惟實證研究仍屬有限。" * 3,
    ], a.truth("keywords")


def pinyin_in_parentheses(a: Article) -> Page:
    return [
        a.title,
        "，".join(
            f"{name}（{PINYIN[n % 5]}）{at}" for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
        ),
        *(f"{n} {name}，{city}，{code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘要 {a.abstract()}",
        f"关键词 {'；'.join(a.keywords)}",
        "0 前言",
        a.w.paragraph(),
        "1 方法",
        a.w.paragraph(),
    ], a.truth()


def funds_above(a: Article) -> Page:
    year, month, day = a.received
    return [
        f"收稿日期：{year}-{month:02}-{day:02}",
        "基金项目：国家重点研发计划项目（2018YFC1504700）；国家自然科学基金项目（41871184）",
        f"作者简介：{a.authors[0]}（1990—），男，博士研究生，研究方向为区域经济。E-mail：author@163.com",
        f"DOI：{a.doi}",
        f"文章编号：{a.number}",
        a.title,
        "，".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        " ".join(f"{n}.{name}，{city} {code}；" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}",
        "1　引言",
        a.w.paragraph(),
        "2　模型",
        a.w.paragraph(),
    ], a.truth("keywords", "doi", "classification")


def page_titles_of_site(a: Article) -> Page:
    return [
        f"{a.title} - {a.journal}",
        "首页 | 期刊介绍 | 编委会 | 投稿指南 | 联系我们",
        a.title,
        " , ".join(f"{name} {at}" for name, at in zip(a.authors, a.where, strict=True)),
        " ".join(f"{n} {name} , {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘要： {a.abstract()}",
        f"关键词： {' , '.join(a.keywords)}",
        "1 引言",
        a.w.paragraph(),
        "2 方法",
        a.w.paragraph(),
    ], a.truth("keywords")


JOURNALS = (
    children, magazine_bar, jurists, name_slash_place, joined_by_and, note_digits, labelled_translator,
    bracketed_record, exported, search_engine, ring_before_name, old_print, traditional, pinyin_in_parentheses,
    funds_above, page_titles_of_site,
)  # fmt: skip


def international_online(s: Story) -> Page:
    return [s.title, f"国际在线报道（记者 {'、'.join(s.authors)}）：{s.first}", *s.body()], s.truth(
        "国际在线报道", agency="国际在线", place="", date=""
    )


def radio_abroad(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"国际在线消息（中国国际广播电台驻{s.place}记者 {s.authors[0]}）：{s.first}", *s.body()], s.truth(
        "国际在线消息", agency="国际在线", place="", date=""
    )


def relayed(s: Story) -> Page:
    head = f"人民网{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日07:05    来源：人民日报",
        f"{head} 据《人民日报》报道，{s.first}",
        *s.body(),
        f"(责编：{s.w.person(odd=0)})",
    ], s.truth(head, agency="人民网", authors=[])


def eastern_site(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"东方网记者{s.authors[0]}{s.date}报道：{s.first}", *s.body()], {
        "title": s.title,
        "authors": s.authors,
    }


def province_online(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    head = f"浙江在线{s.date}讯"
    return [
        s.title,
        f"{head}（浙江在线记者 {s.authors[0]} 通讯员 {' '.join(s.authors[1:])}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="浙江在线", place="")


def two_bars(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [s.title, f"记者 | {' '.join(s.authors)}", f"编辑 | {s.w.person(odd=0)}", s.first, *s.body()], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def bars_on_one_line(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [s.title, f"文｜{' '.join(s.authors)}　编辑｜{s.w.person(odd=0)}　头图｜视觉中国", s.first, *s.body()], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def from_an_account(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"本文来自微信公众号：区域观察（ID：quyuguancha），作者：{s.authors[0]}，头图来自：视觉中国",
        s.first,
        *s.body(),
    ], {"title": s.title, "authors": s.authors}


def finance_magazine(s: Story) -> Page:
    return [s.title, f"《财经》记者 {' '.join(s.authors)}/文", s.first, *s.body()], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def evening_chief(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"新民晚报讯 （首席记者 {s.authors[0]}）{s.first}",
        *s.body(),
        f"编辑：{s.w.person(odd=0)}",
    ], s.truth("新民晚报讯", agency="新民晚报", place="", date="")


def united_paper(s: Story) -> Page:
    s.authors = s.w.pick((["王大明"], ["李雅婷"], ["陳志豪"], ["林美惠", "黃建國"]))
    s.title = s.w.pick(
        ("北市交通新制上路 民眾盼配套完善", "颱風外圍環流影響 各地防大雨", "半導體展登場 業者看好明年景氣")
    )
    return [
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 02:11:05 聯合報 ╱ 記者{'、'.join(s.authors)}／台北報導",
        "交通局昨天表示，新制上路首日整體狀況順暢，將持續觀察車流並滾動檢討。",
        "地方民代則認為，配套措施仍有改善空間，盼市府儘速提出說明。",
    ], {"title": s.title, "authors": s.authors}


def from_bureaus(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}  综合新华社驻外记者报道：{s.first}", *s.body()], s.truth(
        head, agency="新华社", authors=[]
    )


def words_and_picture(s: Story) -> Page:
    return [s.title, f"{s.date}，{s.first}", *s.body(), f"新华社记者 {' '.join(s.authors)} 文/图"], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def source_at_end(s: Story) -> Page:
    return [s.title, s.first, *s.body(), f"（来源：新华社　作者：{' '.join(s.authors)}）"], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def title_of_the_page(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        f"{s.title}_新闻频道_新华网",
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 08:15:33",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        "纠错",
    ], s.truth(head, agency="新华社")


def special_for_paper(s: Story) -> Page:
    head = f"本报{s.place}{s.date}专电"
    return [s.title, f"本报驻外记者 {' '.join(s.authors)}", f"{head} {s.first}", *s.body()], s.truth(
        head, agency="本报"
    )


WIRES = (
    international_online, radio_abroad, relayed, eastern_site, province_online, two_bars, bars_on_one_line,
    from_an_account, finance_magazine, evening_chief, united_paper, from_bureaus, words_and_picture, source_at_end,
    title_of_the_page, special_for_paper,
)  # fmt: skip
