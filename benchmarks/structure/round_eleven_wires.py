"""Wires of the eleventh set: other sites and papers, lines of reporters as they set them."""

from __future__ import annotations

from wires import Page, Story


def _stamp(s: Story, form: str = "{}-{:02}-{:02} 09:30") -> str:
    return form.format(s.year, s.month, s.day)


def _editor(s: Story) -> str:
    return s.w.person(odd=0)


def _only(s: Story, authors: list[str] | None = None) -> dict[str, object]:
    return {"title": s.title, "authors": s.authors if authors is None else authors}


def _wire(s: Story, agency: str, kind: str = "电") -> str:
    return f"{agency}{s.place}{s.date}{kind}"


def government_portal(s: Story) -> Page:
    head = _wire(s, "新华社")
    return [
        s.title,
        f"{_stamp(s)} 来源： 新华社",
        "字号：默认 大 超大 | 打印 |",
        f"{head}（记者 {'、'.join(s.authors)}）{s.first}",
        *s.body(),
        f"责任编辑：{_editor(s)}",
        "相关稿件",
    ], s.truth(head, agency="新华社")


def two_papers(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = _wire(s, "新华社")
    return [
        s.title,
        f"{head} （新华社记者{s.authors[0]} 光明日报记者{s.authors[1]}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def learned_from(s: Story) -> Page:
    head = _wire(s, "本报", "讯")
    return [
        s.title,
        f"{head}　记者{'、'.join(s.authors)}从有关部门获悉：{s.w.paragraph(low=1, high=1)}",
        *s.body(),
    ], s.truth(head, agency="本报")


def day_of_reporter(s: Story) -> Page:
    return [
        s.title,
        f"记者{s.date}从有关部门获悉，{s.w.paragraph(low=1, high=1)}",
        *s.body(),
        f"（{s.authors[0]}）",
    ], _only(s, s.authors[:1])


def end_of_news(s: Story) -> Page:
    head = _wire(s, "中新网")
    lines = s.body()
    return [
        s.title,
        f"{head}({'、'.join(s.authors)}){s.first}",
        *lines[:-1],
        lines[-1] + "(完)",
        f"【责任编辑:{_editor(s)}】",
    ], s.truth(head, agency="中新网")


def barred_line(s: Story) -> Page:
    return [
        s.title,
        f"来源：宁波晚报 | 记者：{' '.join(s.authors)} | 编辑：{_editor(s)} | {_stamp(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def three_labels(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        "来源：学习时报",
        f"作者：{' '.join(s.authors)}",
        f"时间：{_stamp(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def author_source_time(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        f"作者：{'、'.join(s.authors)}　来源：中国教育报　发布时间：{_stamp(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def magazine_bars(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        f"撰文 | {' '.join(s.authors)}",
        f"编辑 | {_editor(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def chief_reporter(s: Story) -> Page:
    s.authors = s.w.people(3, 3)
    return [
        s.title,
        f"本报首席记者 {s.authors[0]} 通讯员 {s.authors[1]} {s.authors[2]}",
        s.first,
        *s.body(),
    ], _only(s)


def square_reporter(s: Story) -> Page:
    return [s.title, f"■ 本报记者 {' '.join(s.authors)}", s.first, *s.body()], _only(s)


def ring_reporter(s: Story) -> Page:
    return [
        s.w.fill("{a}调查①"),
        s.title,
        f"◎本报记者 {' '.join(s.authors)}",
        s.first,
        "“数”里看变化",
        *s.body(),
    ], _only(s)


def correspondents_first(s: Story) -> Page:
    s.authors = s.w.people(3, 3)
    return [s.title, f"通讯员 {s.authors[0]} {s.authors[1]} 记者 {s.authors[2]}", s.first, *s.body()], _only(s)


def all_media(s: Story) -> Page:
    return [
        s.title,
        f"{_stamp(s)}",
        f"南方日报全媒体记者 {' '.join(s.authors)}",
        s.first,
        *s.body(),
        f"【撰文】{s.authors[0]}",
        f"【编辑】{_editor(s)}",
    ], _only(s)


def century_report(s: Story) -> Page:
    return [s.title, f"21世纪经济报道记者 {'、'.join(s.authors)} 北京报道", s.first, *s.body()], _only(s)


def daily_economic(s: Story) -> Page:
    return [s.title, f"每经记者：{' '.join(s.authors)}    每经编辑：{_editor(s)}", s.first, *s.body()], _only(s)


def interface_news(s: Story) -> Page:
    return [
        s.title,
        f"界面新闻记者 | {' '.join(s.authors)}",
        f"界面新闻编辑 | {_editor(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def flash_finance(s: Story) -> Page:
    head = f"财联社{s.date}讯"
    return [s.title, f"{_stamp(s)} 财联社", f"{head}（记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="财联社", place=""
    )


def securities(s: Story) -> Page:
    return [s.title, f"上证报中国证券网讯（记者 {' '.join(s.authors)}）{s.first}", *s.body()], _only(s)


def named_ship(s: Story) -> Page:
    head = f"新华社“雪龙2”号{s.date}电"
    return [s.title, f"{head}（记者{'、'.join(s.authors)}）{s.first}", *s.body()], {**_only(s), "dateline": head}


def new_media_special(s: Story) -> Page:
    s.place = s.w.pick(("郑州", "河北雄安", "西藏林芝", "海南博鳌"))
    head = f"新华社{s.place}{s.date}{s.w.pick(('新媒体专电', '电', '体育专电'))}"
    return [s.title, f"{head}（记者{'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(head, agency="新华社")


def place_without_day(s: Story) -> Page:
    s.place = s.w.pick(("成都", "昆明", "西安", "南京"))
    head = f"本报{s.place}讯"
    return [s.title, f"{head}（记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(head, agency="本报", date="")


def closing_quote(s: Story) -> Page:
    head = f"据新华社{s.place}{s.date}电"
    lines = s.body()
    return [s.title, s.first, *lines, f"（{head}）"], {**_only(s, []), "dateline": head}


def closing_wire_reporter(s: Story) -> Page:
    head = _wire(s, "新华社")
    lines = s.body()
    return [s.title, s.first, *lines[:-1], lines[-1] + f"（{head} 记者{'、'.join(s.authors)}）"], _only(s)


def summed_up(s: Story) -> Page:
    return [s.title, f"综合新华社、中新社报道　{s.first}", *s.body()], _only(s, [])


def told_by_agency(s: Story) -> Page:
    head = f"中新网{s.date}电"
    return [s.title, f"{head} 据香港《文汇报》报道，{s.first}", *s.body()], s.truth(
        head, agency="中新网", place="", authors=[]
    )


def kicker_and_subtitle(s: Story) -> Page:
    s.title = s.w.fill("{a}激活一池春水")
    return [
        s.w.fill("{p}召开{b}工作推进会强调"),
        s.title,
        f"本报{s.place}{s.date}电（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(f"本报{s.place}{s.date}电", agency="本报")


def column_on_top(s: Story) -> Page:
    return [
        s.w.pick(("【高质量发展调研行】", "（砥砺奋进的五年）", "新春走基层", "【乡村行·看振兴】")),
        s.title,
        f"本报记者　{'　'.join(s.authors)}",
        s.first,
        *s.body(),
    ], _only(s)


def picture_first(s: Story) -> Page:
    head = _wire(s, "新华社")
    return [
        s.title,
        f"{_stamp(s)} 新华网",
        f"图为活动现场。新华社记者 {_editor(s)} 摄",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def title_twice(s: Story) -> Page:
    head = _wire(s, "新华社")
    return [
        s.title,
        s.title,
        f"( {_stamp(s, '{}-{:02}-{:02}')} ) 稿件来源：新华每日电讯 国际",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def evening(s: Story) -> Page:
    return [s.title, f"晚报讯（记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(
        "晚报讯", agency="晚报", place="", date=""
    )


def hong_kong_paper(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"【大公报讯】记者{s.authors[0]}报道：{s.first}", *s.body()], _only(s)


def early_paper(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"{s.authors[0]} 报道", f"{s.w.paragraph(low=1, high=1)}", *s.body()], _only(s)


def three_at_end(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, s.first, *s.body(), f"记者：{s.authors[0]}　责编：{_editor(s)}　网编：{_editor(s)}"], _only(s)


def editors_below(s: Story) -> Page:
    return [
        s.title,
        f"光明网记者 {' '.join(s.authors)}",
        s.first,
        *s.body(),
        f"策划：{_editor(s)}",
        f"海报：{_editor(s)}",
        f"统筹：{_editor(s)}、{_editor(s)}",
    ], _only(s)


def team_of_agency(s: Story) -> Page:
    s.authors = s.w.people(3, 4)
    return [
        s.title,
        f"{_stamp(s)}　来源：新华网",
        f"新华社记者{'、'.join(s.authors)}",
        s.first,
        "　　“这是一个新起点”",
        *s.body(),
    ], _only(s)


def overseas_network(s: Story) -> Page:
    head = f"海外网{s.date}电"
    return [
        s.title,
        f"{_stamp(s)}|来源：海外网",
        f"{head} {s.first}",
        *s.body(),
        f"（海外网 {s.authors[0]}）",
        f"责编：{_editor(s)}",
    ], s.truth(head, agency="海外网", place="", authors=s.authors[:1])


def commentator(s: Story) -> Page:
    s.authors = s.authors[:1]
    s.title = "人民时评：" + s.w.fill("让{a}更有温度")
    return [
        s.title,
        s.authors[0],
        f"《人民日报》（{s.year}年{s.month:02}月{s.day:02}日 第 05 版）",
        s.first,
        *s.body(),
        "（作者为本报评论员）",
    ], _only(s)


def photo_by(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [s.title, f"文/本报记者 {s.authors[0]} 图/受访者提供", s.first, *s.body()], _only(s, s.authors[:1])


def two_lines_of_people(s: Story) -> Page:
    s.authors = s.w.people(3, 3)
    return [
        s.title,
        f"本报记者　{s.authors[0]}　{s.authors[1]}",
        f"本报通讯员　{s.authors[2]}",
        s.first,
        *s.body(),
    ], _only(s)


def client_news(s: Story) -> Page:
    head = f"新华社客户端{s.place}{s.date}电"
    return [
        s.title,
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        "[责任编辑： " + _editor(s) + " ]",
        "[责任编辑: 孙晓]",
    ], {
        **_only(s),
        "dateline": head,
    }


WIRES = (
    government_portal, two_papers, learned_from, day_of_reporter, end_of_news, barred_line, three_labels,
    author_source_time, magazine_bars, chief_reporter, square_reporter, ring_reporter, correspondents_first, all_media,
    century_report, daily_economic, interface_news, flash_finance, securities, named_ship, new_media_special,
    place_without_day, closing_quote, closing_wire_reporter, summed_up, told_by_agency, kicker_and_subtitle,
    column_on_top, picture_first, title_twice, evening, hong_kong_paper, early_paper, three_at_end, editors_below,
    team_of_agency, overseas_network, commentator, photo_by, two_lines_of_people, client_news,
)  # fmt: skip
