"""Fifth set of made heads: publishers' pages, data bases, archives, scrapes; agencies and broadcasters as they print."""

# ruff: noqa: E501 - the docstring of a layout would say its name again; a line of a page is one line here

from __future__ import annotations

from journals import Article, Page
from wires import Story

ENGLISH_JOURNALS = (
    "Advances in Applied Sciences",
    "Journal of Hefei University (Natural Science)",
    "Chinese Journal of Regional Studies",
)
CITY_PINYIN = "Beijing"


def pinyin(number: int) -> str:
    return ("Wei Wang", "Xiaodong Li", "Fang Chen", "Haiyan Liu", "Ming Zhao")[number % 5]


def hans(a: Article) -> Page:
    year, month, day = a.received
    return [
        f"{a.w.pick(ENGLISH_JOURNALS)} {a.journal}, {year}, {a.w.random.randint(5, 14)}({month}), 855-862",
        f"Published Online March {year} in Hans. http://www.hanspub.org/journal/aam",
        f"https://doi.org/{a.doi}",
        a.title,
        "，".join(f"{name}{at}" + "*" * (n == 0) for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))),
        *(f"{n}{name}，{city}" for n, (city, name, _) in enumerate(a.places, 1)),
        f"收稿日期：{year}年{month}月{day}日；录用日期：{year}年{month}月{day}日；发布日期：{year}年{month}月{day}日",
        "摘 要",
        a.abstract(),
        "关键词",
        "，".join(a.keywords),
        "Research on the Mechanism of Digital Economy",
        ", ".join(f"{pinyin(n)}{at}" for n, at in enumerate(a.where)),
        "1School of Economics, Anhui University, Hefei Anhui",
        f"Received: Mar. 1st, {year}; accepted: Mar. 15th, {year}; published: Mar. 25th, {year}",
        "Abstract",
        "This paper studies the mechanism by which the digital economy promotes regional development.",
        "Keywords",
        "Digital Economy, Innovation",
        "1. 引言",
        a.w.paragraph(),
        "2. 文献综述",
        a.w.paragraph(),
    ], a.truth("keywords")


def archive_dump(a: Article) -> Page:
    surname = [
        f"{name[0]} {name[1:]} {pinyin(n)}{at}" for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
    ]
    if any("·" in name or (len(name) == 3 and name[:2] in {"欧阳", "上官", "司马", "诸葛"}) for name in a.authors):
        surname = [f"{name} {pinyin(n)}" for n, name in enumerate(a.authors)]
    return [
        "==== Front",
        "Zhongguo Fei Ai Za Zhi",
        "Chinese Journal of Lung Cancer",
        "1009-3419",
        "1999-6187",
        f"{a.journal}编辑部",
        a.doi,
        "临床研究",
        a.title,
        "Clinical Study on the Value of Targeted Therapy",
        *surname,
        *(f"{n} {code} {city}，{name}" for n, (city, name, code) in enumerate(a.places, 1)),
        "背景与目的",
        a.abstract(),
        "关键词：",
        "；".join(a.keywords),
        "==== Body",
        a.w.paragraph(),
        "1 资料与方法",
        a.w.paragraph(),
    ], a.truth("doi")


def recognised_first_page(a: Article) -> Page:
    year, _, _ = a.received
    return [
        f"第{a.w.random.randint(10, 50)}卷第{a.w.random.randint(1, 6)}期   {a.places[0][0]}大学学报（自然科学版）   Vol.{a.w.random.randint(10, 50)} No.2",
        f"{year}年3月   Journal of University (Natural Science Edition)   Mar. {year}",
        a.title,
        "，".join(f"{name}{at}" if len(a.places) > 1 else name for name, at in zip(a.authors, a.where, strict=True)),
        "（" + "；".join(f"{n}．{name}，{city}{code}" for n, (city, name, code) in enumerate(a.places, 1)) + "）",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　文献标识码：A　文章编号：{a.number}",
        "随着经济的发展，" + a.w.paragraph(),
        f"收稿日期：{year}-01-12",
        "基金项目：国家自然科学基金资助项目（41871184）",
        f"作者简介：{a.authors[0]}（1982—），男，安徽合肥人，副教授，博士，主要从事区域经济研究．",
        "1　研究区概况",
        a.w.paragraph(),
    ], a.truth("keywords", "classification")


def knowledge_net_page(a: Article) -> Page:
    return [
        a.title,
        "".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"{n}. {name}" for n, (_, name, _) in enumerate(a.places, 1)),
        f"摘要：{a.abstract()}",
        f"关键词：{';'.join(a.keywords)};",
        "基金资助：国家社会科学基金项目（20BJL001）;",
        "专辑：经济与管理科学",
        "专题：宏观经济管理与可持续发展",
        f"分类号：{a.code}",
        f"DOI：{a.doi}",
        *a.body(),
    ], a.truth("keywords", "classification", "doi")


def data_record(a: Article) -> Page:
    year, _, _ = a.received
    return [
        a.title,
        "Research on the Mechanism and Path of Digital Economy",
        f"doi：{a.doi}",
        f"摘要：{a.abstract()}",
        f"关键词：{' '.join(a.keywords)}",
        f"作者：{' '.join(a.authors)}",
        f"作者单位：{a.places[0][1]}，{a.places[0][0]}，{a.places[0][2]}",
        f"刊名：{a.journal}",
        f"年，卷(期)：{year}，（{a.received[1]}）",
        f"分类号：{a.code}",
        "基金项目：国家自然科学基金",
        f"在线出版日期：{year}-05-20",
        "页数：共8页",
        *a.body(),
    ], a.truth("keywords", "classification", "doi")


def quoted_record(a: Article) -> Page:
    return [
        a.title,
        f"[作　者] {';'.join(a.authors)}",
        f"[机构地区] {a.places[0][1]}",
        f"[出　处] 《{a.journal}》{a.received[0]}年第{a.received[1]}期15-27,共13页",
        "[基　金] 国家社会科学基金重大项目",
        f"[摘　要] {a.abstract()}",
        f"[关键词] {' '.join(a.keywords)}",
        f"[分类号] {a.code}",
        *a.body(),
    ], a.truth("keywords", "classification")


def column_and_subtitle(a: Article) -> Page:
    a.title = a.w.fill("{a}的逻辑与限度")
    second = a.w.fill("——以{p}{b}为中心")
    a.said["subtitle"] = second
    return [
        "·专题研究·",
        a.title,
        second,
        "　　".join(map(a.spaced, a.authors)),
        f"〔摘要〕{a.abstract()}",
        f"〔关键词〕{'　'.join(a.keywords)}",
        *a.body(3, ("一、问题的提出",)),
    ], a.truth("keywords")


def special_column(a: Article) -> Page:
    a.authors = a.authors[:1]
    return [
        "【本刊专稿】",
        a.title,
        a.spaced(a.authors[0]),
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        a.w.paragraph(),
        "一、时代背景",
        a.w.paragraph(),
        "二、基本经验",
        a.w.paragraph(),
        f"[作者简介]{a.authors[0]}，{a.places[0][1]}教授、博士生导师。",
    ], a.truth()


def book_review(a: Article) -> Page:
    a.authors = a.authors[:1]
    a.title = a.w.fill("{a}研究的新视野——评《{p}{b}史》")
    return [
        "书评",
        a.title,
        f"□ {a.authors[0]}",
        a.w.paragraph(),
        a.w.paragraph(),
        a.w.paragraph(),
        f"（作者单位：{a.places[0][1]}）",
    ], a.truth()


def number_block_first(a: Article) -> Page:
    return [
        f"文章编号：{a.number}　DOI：{a.doi}",
        a.title,
        "，".join(
            f"{name}{SUPERS[at]}" + ("*" if n == 1 else "")
            for n, (name, at) in enumerate(zip(a.authors, a.where, strict=True))
        ),
        *(f"（{n}.{name}，{city} {code}）" for n, (city, name, code) in enumerate(a.places, 1)),
        f"摘　要　{a.abstract()}",
        f"关键词　{'；'.join(a.keywords)}",
        f"中图分类号　{a.code}　　文献标志码　A",
        "0　引　言",
        a.w.paragraph(),
        "1　模型与方法",
        a.w.paragraph(),
    ], a.truth("doi")


SUPERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def english_on_top(a: Article) -> Page:
    title, names, place, abstract, words = a.english()
    return [
        title,
        names,
        place,
        abstract,
        words,
        a.title,
        "，".join(a.authors),
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        f"摘要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


def clinical(a: Article) -> Page:
    city, name, code = a.places[0]
    return [
        "·临床研究·",
        f"DOI：{a.doi}",
        a.title,
        "　".join(a.authors),
        f"作者单位：{code} {city}，{name}",
        f"通信作者：{a.authors[-1]}，Email：author@163.com",
        f"【摘要】　目的　{a.w.fill('探讨{a}的临床意义。')}方法　{a.w.paragraph(low=1, high=2)}结果　{a.w.paragraph(low=1, high=2)}结论　{a.w.paragraph(low=1, high=1)}",
        f"【关键词】　{'；　'.join(a.keywords)}",
        "资料与方法",
        a.w.paragraph(),
        "结果",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def question_title(a: Article) -> Page:
    a.title = a.w.fill("《{a}条例》能否促进{b}？")
    return [
        a.title,
        " ".join(f"{name}{'①②③④⑤'[n]}" for n, name in enumerate(a.authors)),
        "内容提要　" + a.abstract(),
        "关键词　" + "　".join(a.keywords),
        "一、引言",
        a.w.paragraph(),
        "二、制度背景与研究假设",
        a.w.paragraph(),
        *(
            f"{'①②③④⑤'[n]}{name}，{a.places[0][1]}，邮政编码：{a.places[0][2]}，电子信箱：a@163.com。"
            for n, name in enumerate(a.authors)
        ),
    ], a.truth()


def institution_as_author(a: Article) -> Page:
    a.authors = [
        a.w.pick(
            (
                "中国人民银行兰州中心支行课题组",
                "国务院发展研究中心课题组",
                "上海财经大学公共政策研究中心",
                "新疆维吾尔自治区统计局课题组",
            )
        )
    ]
    return [
        a.title,
        a.authors[0],
        f"摘　要：{a.abstract()}",
        f"关键词：{'；'.join(a.keywords)}",
        f"中图分类号：{a.code}　文献标识码：B　文章编号：{a.number}",
        *a.body(),
    ], a.truth("keywords", "classification")


def review_and_check(a: Article) -> Page:
    a.authors = a.w.people(2, 2)
    return [
        "·综述·",
        a.title,
        f"{a.spaced(a.authors[0])}　综述　{a.spaced(a.authors[1])}　审校",
        f"（{a.places[0][1]}，{a.places[0][0]} {a.places[0][2]}）",
        f"[摘要]　{a.abstract()}",
        f"[关键词]　{'；'.join(a.keywords)}",
        f"[中图分类号]　{a.code}　[文献标识码]　A　[文章编号]　{a.number}",
        *a.body(4, ("1　概述", "2　研究现状")),
    ], a.truth("keywords", "classification")


def reprint_materials(a: Article) -> Page:
    a.authors = a.authors[:2]
    return [
        a.title,
        "　".join(map(a.spaced, a.authors)),
        f"【内容提要】{a.abstract()}",
        f"【关 键 词】{'／'.join(a.keywords)}",
        f"【作者简介】{'，'.join(a.authors)}，{a.places[0][1]}（{a.places[0][0]}　{a.places[0][2]}）。",
        f"【原文出处】《{a.journal}》（{a.places[0][0]}），{a.received[0]}.{a.received[1]}.15～27",
        *a.body(),
    ], a.truth()


def account_of_journal(a: Article) -> Page:
    return [
        a.title,
        f"原创 {' '.join(a.authors)} {a.journal} {a.received[0]}-{a.received[1]:02}-{a.received[2]:02} 10:30",
        f"作者简介：{a.authors[0]}，{a.places[0][1]}教授。",
        "摘　要",
        a.abstract(),
        f"关键词：{'；'.join(a.keywords)}",
        "一、引言",
        a.w.paragraph(),
        "二、文献回顾",
        a.w.paragraph(),
        f"本文刊于《{a.journal}》{a.received[0]}年第{a.received[1]}期",
    ], a.truth("keywords")


def publisher_page(a: Article) -> Page:
    year, month, day = a.received
    return [
        f"{a.journal} {year}, Vol. 12 Issue (3): 15-27",
        f"DOI: {a.doi}",
        "论文",
        "PDF下载",
        a.title,
        ", ".join(f"{name}{at}" for name, at in zip(a.authors, a.where, strict=True)),
        *(f"{n}. {name}, {city} {code}" for n, (city, name, code) in enumerate(a.places, 1)),
        f"收稿日期: {year}-{month:02}-{day:02}  修回日期: {year}-{month:02}-{day:02}  出版日期: {year}-12-25",
        f"摘要: {a.abstract()}",
        f"关键词: {' '.join(a.keywords)}",
        f"引用本文: {', '.join(a.authors)}. {a.title}[J]. {a.journal}, {year}, 12(3): 15-27.",
        "1 引言",
        a.w.paragraph(),
        "2 研究方法",
        a.w.paragraph(),
    ], a.truth("keywords", "doi")


def title_in_two_rows(a: Article) -> Page:
    a.title = a.w.fill("{p}{a}与{b}耦合协调发展的时空特征及影响因素分析")
    cut = a.w.random.randint(11, len(a.title) - 8)
    return [
        f"{a.received[0]}年第{a.received[1]}期　　　　　　{a.journal}　　　　　　总第{a.w.random.randint(90, 300)}期",
        a.title[:cut] + "\n" + a.title[cut:],
        "  ".join(map(a.spaced, a.authors)),
        f"({a.places[0][1]}, {a.places[0][0]} {a.places[0][2]})",
        f"[摘  要] {a.abstract()}",
        f"[关键词] {'; '.join(a.keywords)}",
        *a.body(),
    ], a.truth("keywords")


JOURNALS = (
    hans, archive_dump, recognised_first_page, knowledge_net_page, data_record, quoted_record, column_and_subtitle,
    special_column, book_review, number_block_first, english_on_top, clinical, question_title, institution_as_author,
    review_and_check, reprint_materials, account_of_journal, publisher_page, title_in_two_rows,
)  # fmt: skip


def blank_digits(s: Story) -> Page:
    head = f"新华社{s.place} {s.month} 月 {s.day} 日电"
    return [s.title, f"{head} (记者 {' 、'.join(s.authors)}) {s.first}", *s.body()], s.truth(head, agency="新华社")


def broken_dateline(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    cut = s.w.random.randint(4, len(head) - 1)
    return [
        s.title,
        f"{head[:cut]}\n{head[cut:]}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def commentary(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"新华社评论员{s.authors[0]}",
        f"{s.year}-{s.month:02}-{s.day:02} 08:05:31　来源：新华网",
        f"{head} 题：{s.title}",
        s.first,
        *s.body(),
    ], s.truth(head, agency="新华社", authors=s.authors[:1])


def analysis(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    s.title = "综述：" + s.w.fill("{a}助推{b}")
    return [
        s.title,
        f"新华社记者{'　'.join(s.authors)}",
        s.first,
        *s.body(),
        f"（{head}）",
    ], s.truth(head, agency="新华社")


def voice(s: Story) -> Page:
    s.place, s.authors = s.w.pick(("华盛顿", "东京", "联合国", "柏林")), s.authors[:1]
    return [
        s.title,
        f"{s.year}年{s.month}月{s.day}日 {s.w.random.randint(10, 23)}:12",
        s.authors[0],
        f"{s.place} — {s.first}",
        *s.body(),
    ], s.truth(s.place, date="")


def wiki_news(s: Story) -> Page:
    head = f"{s.year}年{s.month}月{s.day}日讯"
    return [s.title, f"【{head}】", s.first, *s.body(), "资料来源", f"《{s.w.headline()}》 新华网"], s.truth(
        head, place="", date=f"{s.year}年{s.month}月{s.day}日", authors=[]
    )


def round_up(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{head} {s.first}",
        *s.body(1, 2),
        f"新华社东京{s.date}电 {s.w.paragraph()}",
        f"新华社开罗{s.date}电 {s.w.paragraph()}",
    ], s.truth(head, agency="新华社", authors=[])


def news_service(s: Story) -> Page:
    head = f"中新网{s.place}{s.date}电"
    lines = s.body()
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日 10:12　来源：中国新闻网　参与互动(0)",
        f"　　{head} (记者 {' '.join(s.authors)}){s.first}",
        *lines[:-1],
        lines[-1] + "(完)",
        f"【编辑:{s.w.person(odd=0)}】",
    ], s.truth(head, agency="中新网")


def original_title(s: Story) -> Page:
    head = f"人民网{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日08:26  来源：人民网－时政频道",
        f"原标题：{s.w.headline()}",
        f"{head} （{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        f"(责编：{s.w.person(odd=0)}、{s.w.person(odd=0)})",
    ], s.truth(head, agency="人民网")


def local_paper(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    names = f"记者 {s.authors[0]} 通讯员 {' '.join(s.authors[1:])}"
    return [s.title, f"本报讯 （{names} 文/图）{s.first}", *s.body()], s.truth(
        "本报讯", agency="本报", place="", date=""
    )


def morning_reporter(s: Story) -> Page:
    return [s.title, f"晨报记者 {' '.join(s.authors)} 报道", s.first, *s.body()], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def reporter_colon(s: Story) -> Page:
    head = f"路透{s.place}{s.date}电"
    return [s.title, f"{head} - {s.first}", *s.body(), "(完)"], s.truth(head, agency="路透", authors=[])


def radio(s: Story) -> Page:
    head = f"央广网{s.place}{s.date}消息"
    return [
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 07:50:00 来源：央广网",
        f"　　{head}  据中国之声《新闻纵横》报道，{s.first}",
        *s.body(),
    ], s.truth(head, agency="央广网", authors=[])


def marked_reporters(s: Story) -> Page:
    second = s.w.fill("——{c}推进{a}见闻")
    return [s.title, second, "■ 本报记者 " + " ".join(s.authors), s.first, *s.body()], {
        "title": s.title,
        "subtitle": second,
        "authors": s.authors,
        "dateline": "",
    }


def daily_told(s: Story) -> Page:
    head = f"光明日报{s.place}{s.date}电"
    return [s.title, f"{head}　记者{'、'.join(s.authors)}从有关部门获悉，{s.first}", *s.body()], s.truth(
        head, agency="光明日报"
    )


def topic_line(s: Story) -> Page:
    head = f"中新社{s.place}{s.date}电"
    return [
        s.title,
        f"{head} 题：{s.title}",
        f"中新社记者 {' '.join(s.authors)}",
        s.first,
        *s.body()[:-1],
        s.first + "(完)",
    ], s.truth(head, agency="中新社")


def navigation(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        "首页 > 新闻中心 > 国内新闻 > 正文",
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 21:07:44　　来源：新华网　　【字号 大 中 小】",
        f"　　{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        "（责任编辑： " + s.w.person(odd=0) + " ）",
        "分享到：",
    ], s.truth(head, agency="新华社")


def without_byline(s: Story) -> Page:
    return [
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 09:41 来源：{s.w.pick(('新华网', '央视新闻', '环球网'))}",
        s.first,
        *s.body(),
    ], {
        "title": s.title,
        "authors": [],
        "dateline": "",
    }


def portal_reporter(s: Story) -> Page:
    return [
        s.title,
        f"澎湃新闻记者 {' '.join(s.authors)}",
        f"{s.year}-{s.month:02}-{s.day:02} 10:12 来源：澎湃新闻",
        s.first,
        *s.body(),
        f"责任编辑：{s.w.person(odd=0)}",
        f"校对：{s.w.person(odd=0)}",
    ], {"title": s.title, "authors": s.authors, "dateline": ""}


def science_daily(s: Story) -> Page:
    head = f"科技日报{s.place}{s.date}电"
    kicker = s.w.fill("{a}再添新成果")
    return [kicker, s.title, f"{head} （实习记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="科技日报"
    )


WIRES = (
    blank_digits, broken_dateline, commentary, analysis, voice, wiki_news, round_up, news_service, original_title,
    local_paper, morning_reporter, reporter_colon, radio, marked_reporters, daily_told, topic_line, navigation,
    without_byline, portal_reporter, science_daily,
)  # fmt: skip
