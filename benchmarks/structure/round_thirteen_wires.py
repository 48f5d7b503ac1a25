"""Wires of the thirteenth set: sites of trades and counties, television, evening papers, agencies told again."""

from __future__ import annotations

from wires import Page, Story


def _stamp(s: Story, form: str = "{}-{:02}-{:02} 07:46") -> str:
    return form.format(s.year, s.month, s.day)


def _other(s: Story) -> str:
    return s.w.person(odd=0)


def _only(s: Story, authors: list[str] | None = None) -> dict[str, object]:
    return {"title": s.title, "authors": s.authors if authors is None else authors}


def farmers(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [
        s.title,
        f"农民日报·中国农网记者 {s.authors[0]} 见习记者 {s.authors[1]}",
        s.first,
        *s.body(),
        f"责任编辑：{_other(s)}",
    ], _only(s)


def transport(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        f"本网讯（通讯员 {s.authors[0]} 记者 {' '.join(s.authors[1:])}）{s.first}",
        *s.body(),
        "（来源：交通运输部）",
    ], s.truth("本网讯", agency="本网", place="", date="")


def county_end(s: Story) -> Page:
    s.authors = s.authors[:2]
    lines = s.body()
    return [s.title, s.first, *lines, f"（{'　'.join(s.authors)}）", f"编辑：{_other(s)}", f"审核：{_other(s)}"], _only(
        s
    )


def station_told(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        f"总台记者 {' '.join(s.authors)}：{s.first}",
        *s.body(),
    ], _only(s)


def evening_end(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [s.title, s.first, *s.body(), f"本报记者　{'　'.join(s.authors)}"], _only(s)


def evening_lead(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        s.w.fill("{a}怎样走进寻常生活"),
        f"晚报记者 {s.authors[0]}",
        s.first,
        *s.body(),
    ], {"authors": s.authors}


def agency_again(s: Story) -> Page:
    s.authors = []
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"据{head} {s.first}", *s.body()], {"title": s.title, "dateline": f"据{head}"}


def russian(s: Story) -> Page:
    head = f"俄罗斯卫星通讯社莫斯科{s.date}电"
    return [s.title, f"{head} {s.first}", *s.body()], s.truth(
        head, agency="俄罗斯卫星通讯社", place="莫斯科", authors=[]
    )


def london_paper(s: Story) -> Page:
    s.authors = [s.w.pick(("大卫·布朗", "玛丽·琼斯"))]
    return [
        s.title,
        f"【英国《金融时报》网站{s.date}报道】题：{s.title}（作者 {s.authors[0]}）",
        s.first,
        *s.body(),
    ], _only(s)


def macao(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = f"中新社澳门{s.date}电"
    return [
        s.title,
        f"{head} （记者 {s.authors[0]}）{s.first}",
        *s.body(),
        "（完）",
        "【编辑：" + _other(s) + "】",
    ], s.truth(head, agency="中新社", place="澳门")


def taiwan_frame(s: Story) -> Page:
    s.title = s.w.pick(("颱風逼近 各地嚴陣以待", "新北捷運明年通車", "稻米收購價調升"))
    s.authors = [s.w.pick(("王俊傑", "黃國書"))]
    return [
        s.title,
        f"【記者{s.authors[0]}／新北報導】市府今日表示，工程進度已達九成，預計明年第一季完工通車。",
        "地方居民期待，通車後可紓解交通壅塞。",
    ], _only(s)


def client_line(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        f"四川在线记者 {' '.join(s.authors)}",
        f"{_stamp(s)}",
        s.first,
        *s.body(),
        "【未经授权，禁止转载】",
    ], _only(s)


def site_with_editor(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"{_stamp(s)} 来源：长江日报大武汉客户端 作者：{s.authors[0]} 编辑：{_other(s)}",
        "A+ A-",
        s.first,
        *s.body(),
    ], _only(s)


def newspaper_report(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        f"本报讯 {s.first}",
        *s.body(),
        f"（{s.authors[0]} {' '.join(s.authors[1:])}）",
    ], s.truth("本报讯", agency="本报", place="", date="")


def city_paper(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [
        s.title,
        f"□记者 {s.authors[0]} 通讯员 {s.authors[1]}",
        f"本报讯 {s.first}",
        *s.body(),
    ], s.truth("本报讯", agency="本报", place="", date="")


def colon_reporters(s: Story) -> Page:
    return [s.title, f"记者：{'、'.join(s.authors)}", "来源：新华社", s.first, *s.body()], _only(s)


def observer_end(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"来源：某某日报　时间：{_stamp(s)}",
        s.first,
        *s.body(),
        f"（作者：{s.authors[0]}，系某某研究院研究员）",
    ], _only(s)


def planned_team(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        s.first,
        *s.body(),
        "监制：" + _other(s),
        "统筹：" + _other(s),
        "记者：" + "、".join(s.authors),
        "编辑：" + _other(s),
        "海报：" + _other(s),
    ], _only(s)


def question_answer(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = f"新华社{s.place}{s.date}电"
    s.title = s.w.fill("{a}如何落地？——有关负责人答记者问")
    return [
        s.title,
        f"新华社记者{s.authors[0]}",
        f"{head} {s.first}",
        "问：出台这一政策有何考虑？",
        f"答：{s.w.paragraph(low=1, high=2)}",
    ], s.truth(head, agency="新华社")


def health_paper(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [
        s.title,
        f"本报讯 （特约记者{s.authors[0]} 通讯员{s.authors[1]}）{s.first}",
        *s.body(),
    ], s.truth("本报讯", agency="本报", place="", date="")


def business_site(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"中国商报（记者 {s.authors[0]}）{s.first}",
        *s.body(),
    ], _only(s)


def digital_page(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        f"{s.year}年{s.month:02}月{s.day:02}日 第A04版：时政",
        s.title,
        f"作者：本报记者 {' '.join(s.authors)}",
        s.first,
        *s.body(),
        "上一篇 下一篇",
    ], _only(s)


def abroad_reporter(s: Story) -> Page:
    s.place = s.w.pick(("柏林", "东京", "开罗"))
    s.authors = s.authors[:1]
    return [s.title, f"本报驻{s.place}记者　{s.authors[0]}", s.first, *s.body()], _only(s)


def morning_digest(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        "●国内要闻",
        s.title,
        f"{head} {s.first}",
        *s.body(low=1, high=2),
    ], s.truth(head, agency="新华社", authors=[])


def words_by(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        s.first,
        *s.body(),
        f"文字丨{' '.join(s.authors)}",
        f"图片丨{_other(s)}",
        f"编校丨{_other(s)}",
    ], _only(s)


def author_below_source(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        "中国经济网",
        f"{s.authors[0]}",
        _stamp(s),
        s.first,
        *s.body(),
    ], _only(s)


WIRES = (
    farmers, transport, county_end, station_told, evening_end, evening_lead, agency_again, russian, london_paper,
    macao, taiwan_frame, client_line, site_with_editor, newspaper_report, city_paper, colon_reporters, observer_end,
    planned_team, question_answer, health_paper, business_site, digital_page, abroad_reporter, morning_digest,
    words_by, author_below_source,
)  # fmt: skip
