"""Wires of the tenth set: sites of agencies and papers, their lines of source and time, editors and remnants."""

from __future__ import annotations

from wires import Page, Story


def _stamp(s: Story, form: str = "{}-{:02}-{:02} 10:15") -> str:
    return form.format(s.year, s.month, s.day)


def _editor(s: Story) -> str:
    return s.w.person(odd=0)


def _only(s: Story, authors: list[str] | None = None) -> dict[str, object]:
    return {"title": s.title, "authors": s.authors if authors is None else authors}


def xinhuanet(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{_stamp(s)}:32　来源： 新华网",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        f"【纠错】 【责任编辑:{_editor(s)}】",
    ], s.truth(head, agency="新华社")


def people_net(s: Story) -> Page:
    head = f"本报{s.place}{s.date}电"
    return [
        "人民网>>时政",
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日05:32 | 来源：人民网－人民日报",
        "分享到：",
        f"{head}　（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        f"《 人民日报 》（ {s.year}年{s.month:02}月{s.day:02}日　04 版）",
        f"(责编：{_editor(s)}、{_editor(s)})",
        "分享让更多人看到",
    ], s.truth(head, agency="本报")


def people_paper(s: Story) -> Page:
    return [
        s.title,
        "本报记者　" + "　".join(s.authors),
        f"《人民日报》（{s.year}年{s.month:02}月{s.day:02}日 第 04 版）",
        s.first,
        *s.body(),
    ], _only(s)


def chinanews(s: Story) -> Page:
    head = f"中新社{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日 12:15　来源：中国新闻网　参与互动",
        f"{head} ({' '.join(s.authors)}){s.first}",
        *s.body(),
        "(完)",
        f"【编辑:{_editor(s)}】",
    ], s.truth(head, agency="中新社")


def television_site(s: Story) -> Page:
    return [
        s.title,
        f"来源：央视网 | {s.year}年{s.month:02}月{s.day:02}日 10:11:12",
        f"央视网消息：{s.first}",
        *s.body(),
        f"（总台央视记者 {' '.join(s.authors)}）",
    ], _only(s)


def guangming(s: Story) -> Page:
    return [
        s.title,
        f"来源：光明网-《光明日报》{_stamp(s, '{}-{:02}-{:02}')} 04:25",
        "作者：本报记者 " + " ".join(s.authors),
        s.first,
        *s.body(),
        f"《光明日报》（ {s.year}年{s.month:02}月{s.day:02}日 03版）",
        f"[ 责编：{_editor(s)} ]",
    ], _only(s)


def local_daily(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        f"{_stamp(s)} 来源：{s.w.pick(('宁波日报', '温州晚报', '洛阳日报'))}",
        f"本报讯（记者 {s.authors[0]} 通讯员 {' '.join(s.authors[1:])}）{s.first}",
        *s.body(),
        f"编辑：{_editor(s)}",
        f"责任编辑：{_editor(s)}",
    ], s.truth("本报讯", agency="本报", place="", date="")


def words_and_picture(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        f"记者 {s.authors[0]} 通讯员 {' '.join(s.authors[1:])} 文/图",
        s.first,
        *s.body(),
    ], _only(s)


def closing_pair(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    lines = s.body()
    return [
        s.title,
        s.first,
        *lines[:-1],
        lines[-1] + f"（记者 {s.authors[0]} 通讯员 {'、'.join(s.authors[1:])}）",
    ], _only(s)


def pengpai(s: Story) -> Page:
    return [
        s.title,
        "澎湃新闻记者 " + " ".join(s.authors),
        _stamp(s),
        "来源：澎湃新闻",
        s.first,
        *s.body(),
        f"责任编辑：{_editor(s)}",
        f"校对：{_editor(s)}",
    ], _only(s)


def radio_news(s: Story) -> Page:
    head = f"央广网{s.place}{s.date}消息"
    return [
        s.title,
        f"{_stamp(s)} 来源：央广网",
        f"{head}（记者{' '.join(s.authors)}）据中央广播电视总台中国之声《新闻和报纸摘要》报道，{s.first}",
        *s.body(),
        f"编辑：{_editor(s)}",
    ], s.truth(head, agency="央广网")


def cri_online(s: Story) -> Page:
    return [
        s.title,
        f"{_stamp(s)}:07来源：国际在线编辑：{_editor(s)}",
        f"国际在线报道（记者 {'、'.join(s.authors)}）：{s.first}",
        *s.body(),
    ], _only(s)


def economic_daily(s: Story) -> Page:
    head = f"经济日报{s.place}{s.date}讯"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日 06:51   来源：经济日报   字体：【大 中 小】",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        f"（责任编辑：{_editor(s)}）",
    ], s.truth(head, agency="经济日报")


def youth_client(s: Story) -> Page:
    head = f"中国青年报客户端{s.place}{s.date}电"
    return [
        s.title,
        f"{head}（中青报·中青网记者 {' '.join(s.authors)}）{s.first}",
        *s.body(),
        "来源：中国青年报客户端",
    ], s.truth(head, agency="中国青年报客户端")


def topic_with_dash(s: Story) -> Page:
    s.title = s.w.fill("为了{a}的春天")
    second = s.w.fill("——{p}推进{b}纪实")
    head = f"新华社{s.place}{s.date}电"
    return [
        f"{s.title}{second}",
        f"{_stamp(s)}  来源：新华社  责任编辑：{_editor(s)}",
        "分享到:",
        f"{head}　题：{s.title}{second}",
        f"新华社记者{'、'.join(s.authors)}",
        s.first,
        *s.body(),
    ], {**s.truth(head, agency="新华社"), "subtitle": second}


def daily_telegraph(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"( {_stamp(s, '{}-{:02}-{:02}')} ) 稿件来源：新华每日电讯 要 闻",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def nineties(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = f"本报{s.place}{s.date}电"
    return [
        "第6版(国际)",
        "专栏：",
        s.title,
        f"{head}　记者{s.authors[0]}报道：{s.first}",
        *s.body(),
    ], s.truth(head, agency="本报")


def full_width(s: Story) -> Page:
    wide = s.date.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    head = f"新华社{s.place}{wide}电"
    lines = s.body()
    return [s.title, f"{head}（记者{'　'.join(s.authors)}）{s.first}", *lines[:-1], lines[-1] + "（完）"], s.truth(
        head, agency="新华社"
    )


def sports_special(s: Story) -> Page:
    s.title = "（体育）" + s.w.fill("{c}队主场三比零取胜")
    head = f"新华社{s.place}{s.date}体育专电"
    return [s.title, f"{_stamp(s)}:47", f"{head}（记者 {'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="新华社"
    )


def newspaper_page(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    s.title = s.w.fill("{p}按下{a}“快进键”")
    return [
        s.w.fill("今年以来实施重点项目{n}个，总投资超百亿元"),
        s.title,
        s.w.fill("——写在{b}工作会议召开之际"),
        f"本报记者 {s.authors[0]} 本报通讯员 {' '.join(s.authors[1:])}",
        s.first,
        *s.body(),
    ], _only(s)


def quoted_agency(s: Story) -> Page:
    head = f"据新华社{s.place}{s.date}电"
    return [s.title, f"{head}（记者{'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(head, agency="新华社")


def no_reporter(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"来源：新华社　{_stamp(s)}",
        f"{head}　{s.first}",
        *s.body(),
        "点击进入专题",
        f"责任编辑：{_editor(s)}",
    ], s.truth(head, agency="新华社", authors=[])


def beijing_news(s: Story) -> Page:
    return [
        s.title,
        f"新京报讯（记者{' '.join(s.authors)}）{s.first}",
        *s.body(),
        f"编辑 {_editor(s)}",
        f"校对 {_editor(s)}",
    ], _only(s)


def caixin(s: Story) -> Page:
    return [
        s.title,
        f"来源于 财新网　{_stamp(s)}",
        f"【财新网】（记者 {' '.join(s.authors)}）{s.first}",
        *s.body(),
    ], _only(s)


def science_daily(s: Story) -> Page:
    return [
        s.title,
        f"科技日报记者 {' '.join(s.authors)}",
        s.first,
        *s.body(),
        "来源：科技日报",
    ], _only(s)


def global_times(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [
        s.title,
        f"【环球时报驻德国特派记者 {s.authors[0]} 环球时报记者 {s.authors[1]}】{s.first}",
        *s.body(),
    ], _only(s)


def global_net(s: Story) -> Page:
    return [
        s.title,
        f"来源：环球网　{_stamp(s)}",
        f"【环球网报道 记者 {' '.join(s.authors)}】{s.first}",
        *s.body(),
    ], _only(s)


def reference_news(s: Story) -> Page:
    head = f"参考消息网{s.date}报道"
    return [
        s.title,
        f"{head} 据{s.w.pick(('路透社', '法新社', '埃菲社'))}{s.place}报道，{s.first}",
        *s.body(),
        f"（编译/{s.authors[0]}）",
    ], s.truth(head, agency="参考消息网", place="", authors=s.authors[:1])


def soldiers_paper(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = f"本报{s.place}{s.date}电"
    return [s.title, f"{head}　{s.authors[0]}、记者{s.authors[1]}报道：{s.first}", *s.body()], s.truth(
        head, agency="本报"
    )


def county_media(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        s.first,
        *s.body(),
        f"县融媒体中心记者：{'　'.join(s.authors)}",
        f"编　　辑：{_editor(s)}",
        f"责　　编：{_editor(s)}",
        f"审　　核：{_editor(s)}",
    ], _only(s)


def trainee(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [
        s.title,
        f"本报见习记者 {s.authors[0]} 记者 {s.authors[1]}",
        s.first,
        *s.body(),
    ], _only(s)


def two_cities(s: Story) -> Page:
    one, two = s.w.random.sample(("北京", "上海", "广州", "成都", "武汉"), 2)
    joint = s.w.pick(("、", "/"))
    s.place = f"{one}{joint}{two}"
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（记者{'、'.join(s.authors)}）{s.first}", *s.body()], {**_only(s), "dateline": head}


def three_reporters(s: Story) -> Page:
    s.authors = s.w.people(3, 3)
    head = f"本报{s.place}{s.date}电"
    return [
        s.title,
        f"{head}　（记者{s.authors[0]}、{s.authors[1]}、{s.authors[2]}）{s.first}",
        *s.body(),
        f"本版责编：{_editor(s)}　{_editor(s)}　{_editor(s)}",
        f"版式设计：{_editor(s)}",
    ], s.truth(head, agency="本报")


def contributors_below(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{head}（记者{s.authors[0]} {s.authors[1]}）{s.first}",
        *s.body(),
        f"（参与采写：{_editor(s)}、{_editor(s)}）",
    ], s.truth(head, agency="新华社")


def zhongxin_topic(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = f"中新社{s.place}{s.date}电"
    return [s.title, f"{head} 题：{s.title}", f"中新社记者 {s.authors[0]}", s.first, *s.body(), "（完）"], s.truth(
        head, agency="中新社"
    )


def observer_shanghai(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"来源：解放日报 作者：{s.authors[0]} {_stamp(s)}",
        s.first,
        *s.body(),
        f"栏目主编：{_editor(s)}",
        f"文字编辑：{_editor(s)}",
    ], _only(s)


def original_headline(s: Story) -> Page:
    return [
        f"原标题：{s.title}",
        f"{_stamp(s)} 来源：新华社客户端",
        f"新华社{s.place}{s.date}电（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        f"责编：{_editor(s)}",
    ], s.truth(f"新华社{s.place}{s.date}电", agency="新华社")


def department_site(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        "您现在的位置：首页 > 新闻中心 > 要闻",
        s.title,
        f"发布时间：{_stamp(s)}　来源：办公室　作者：{s.authors[0]}　浏览次数：{s.w.random.randint(100, 9000)}",
        s.first,
        *s.body(),
        "上一篇：" + s.w.headline(),
        "下一篇：" + s.w.headline(),
    ], _only(s)


def labelled_end(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        s.first,
        *s.body(),
        f"文字：{s.authors[0]}　摄影：{_editor(s)}　编辑：{_editor(s)}",
    ], _only(s)


def closing_own(s: Story) -> Page:
    lines = s.body()
    return [s.title, s.first, *lines[:-1], lines[-1], f"（本报记者 {' '.join(s.authors)}）"], _only(s)


def joined_by_and(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（记者{s.authors[0]}和{s.authors[1]}）{s.first}", *s.body()], s.truth(
        head, agency="新华社"
    )


def flash(s: Story) -> Page:
    return [s.title, f"{_stamp(s)}　来源：新华社", f"新华社快讯：{s.first}"], _only(s, [])


def evening_city(s: Story) -> Page:
    return [
        s.title,
        f"{s.w.pick(('扬子晚报', '钱江晚报', '齐鲁晚报'))}记者　{'　'.join(s.authors)}",
        s.first,
        "“小切口”带来大变化",
        *s.body(),
        "相关新闻",
        s.w.headline(),
        s.w.headline(),
    ], _only(s)


def summary_first(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{_stamp(s)}",
        "新华社",
        f"核心提示：{s.w.paragraph(low=1, high=1)}",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def long_question(s: Story) -> Page:
    s.title = s.w.fill("{a}怎么办？{b}往哪走？")
    return [
        s.title,
        s.w.fill("——{p}调查"),
        f"新华社“新华视点”记者{'、'.join(s.authors)}",
        s.first,
        *s.body(),
    ], _only(s)


WIRES = (
    xinhuanet, people_net, people_paper, chinanews, television_site, guangming, local_daily, words_and_picture,
    closing_pair, pengpai, radio_news, cri_online, economic_daily, youth_client, topic_with_dash, daily_telegraph,
    nineties, full_width, sports_special, newspaper_page, quoted_agency, no_reporter, beijing_news, caixin,
    science_daily, global_times, global_net, reference_news, soldiers_paper, county_media, trainee, two_cities,
    three_reporters, contributors_below, zhongxin_topic, observer_shanghai, original_headline, department_site,
    labelled_end, closing_own, joined_by_and, flash, evening_city, summary_first, long_question,
)  # fmt: skip
