"""Made wire stories and short news, one function a layout; each returns the lines and what is true of them."""

# ruff: noqa: D102 - names say what is drawn

from __future__ import annotations

from vocabulary import CITIES, NEWS_SENTENCES, WORLD, Words

Page = tuple[list[str], dict[str, object]]


class Story:
    """What is true of one story, drawn at random."""

    def __init__(self, w: Words) -> None:
        self.w = w
        self.title = w.headline()
        self.authors = w.people(1, 3)
        self.place = w.pick(CITIES) if w.chance(0.7) else w.pick(WORLD)
        self.year, self.month, self.day = w.day()
        self.first = w.paragraph(NEWS_SENTENCES, 1, 2)

    @property
    def names(self) -> str:
        return self.w.pick(("、", " ", "，")).join(self.authors)

    @property
    def date(self) -> str:
        return f"{self.month}月{self.day}日"

    def body(self, low: int = 2, high: int = 4) -> list[str]:
        return [self.w.paragraph(NEWS_SENTENCES, 1, 3) for _ in range(self.w.random.randint(low, high))]

    def truth(
        self,
        dateline: str,
        *,
        agency: str = "",
        place: str | None = None,
        date: str | None = None,
        authors: list[str] | None = None,
    ) -> dict[str, object]:
        return {
            "title": self.title,
            "authors": self.authors if authors is None else authors,
            "dateline": dateline,
            "dateline_agency": agency,
            "dateline_place": self.place if place is None else place,
            "dateline_date": self.date if date is None else date,
        }


def xinhua(s: Story) -> Page:
    """新华社北京11月2日电（记者张三）."""
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（记者{s.names}）{s.first}", *s.body()], s.truth(head, agency="新华社")


def xinhua_spaced(s: Story) -> Page:
    """A blank before the parenthesis, editor at the end."""
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"　　{head} （记者 {s.names}）{s.first}",
        *s.body(),
        f"（责任编辑：{s.w.person(odd=0)}）",
    ], s.truth(head, agency="新华社")


def zhongxin(s: Story) -> Page:
    """中新社莫斯科3月26日电 (记者 王修君) …(完)."""
    head = f"中新社{s.place}{s.date}电"
    lines = s.body()
    return [s.title, f"{head} (记者 {s.names}){s.first}", *lines[:-1], lines[-1] + "(完)"], s.truth(
        head, agency="中新社"
    )


def zhongxin_net(s: Story) -> Page:
    """Source line of a web page above, 中新网."""
    head = f"中新网{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日 08:15　来源：中国新闻网",
        f"{head} (记者 {s.names}){s.first}",
        *s.body(),
        "【编辑:" + s.w.person(odd=0) + "】",
    ], s.truth(head, agency="中新网")


def paper_report(s: Story) -> Page:
    """本报讯（记者 马亚宁）."""
    return [s.title, f"本报讯（记者 {s.names}）{s.first}", *s.body()], s.truth(
        "本报讯", agency="本报", place="", date=""
    )


def paper_dated(s: Story) -> Page:
    """本报北京11月2日电 记者张三报道：."""
    head = f"本报{s.place}{s.date}电"
    return [s.title, f"{head} 记者{'、'.join(s.authors)}报道：{s.first}", *s.body()], s.truth(head, agency="本报")


def people_daily(s: Story) -> Page:
    """人民网 with a date and source line, 责编 at the end."""
    head = f"人民网{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}年{s.month:02}月{s.day:02}日10:30 | 来源：人民网",
        f"{head} （记者{s.names}）{s.first}",
        *s.body(),
        f"(责编：{s.w.person(odd=0)}、{s.w.person(odd=0)})",
    ], s.truth(head, agency="人民网")


def china_daily(s: Story) -> Page:
    """(中国日报北京11月2日电) in parentheses."""
    head = f"中国日报{s.place}{s.date}电"
    return [s.title, f"{head}（记者 {s.names}）{s.first}", *s.body()], s.truth(head, agency="中国日报")


def bracketed(s: Story) -> Page:
    """【本报讯】 and a byline under the title."""
    return [s.title, "本报记者 " + " ".join(s.authors), f"【本报讯】{s.first}", *s.body()], s.truth(
        "本报讯", agency="本报", place="", date=""
    )


def closing_byline(s: Story) -> Page:
    """No dateline; （记者 …） closes."""
    return [s.title, s.first, *s.body(), f"（记者 {'　'.join(s.authors)}）"], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def closing_dateline(s: Story) -> Page:
    """特派记者 …（本报北京今日电） at the end."""
    head = f"本报{s.place}今日电"
    return [s.title, s.first, *s.body(), f"本报记者 {' '.join(s.authors)} （{head}）"], s.truth(
        head, agency="本报", date="今日"
    )


def reported(s: Story) -> Page:
    """据新华社北京11月2日电, no reporter named."""
    head = f"据新华社{s.place}{s.date}电"
    return [s.title, f"{head} {s.first}", *s.body()], s.truth(head, agency="新华社", authors=[])


def quoted_title(s: Story) -> Page:
    """《headline》, time stamp, text: as corpora of wire copy hold it."""
    head = f"新华社{s.place}{s.date}电"
    return [
        f"《{s.title}》",
        f"{s.year}-{s.month:02}-{s.day:02} 06:01:47",
        f"     {head}（记者{s.names}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="新华社")


def sports_special(s: Story) -> Page:
    """新华社广州3月22日体育专电."""
    head = f"新华社{s.place}{s.date}{s.w.pick(('体育', '', '新媒体'))}专电"
    return [s.title, f"{head}（记者{s.names}）{s.first}", *s.body(), "（完）"], s.truth(head, agency="新华社")


def cna(s: Story) -> Page:
    """（中央社記者張三台北10日電）."""
    s.place = s.w.pick(("台北", "高雄", "台中", "新竹", "花蓮"))
    s.authors = s.authors[:1]
    head = f"中央社記者{s.authors[0]}{s.place}{s.day}日電"
    return [s.title, f"（{head}）{s.first}", *s.body()], s.truth(head, agency="中央社", date=f"{s.day}日")


def page_of_paper(s: Story) -> Page:
    """Page header above, kicker, headline, byline, caption, editors below."""
    head = f"新华社{s.place}{s.date}电"
    return [
        f"{s.year}年{s.month}月{s.day}日　星期二　要闻　3版",
        s.title,
        f"{head}（记者{s.names}）{s.first}",
        *s.body(),
        "图为活动现场。新华社记者 " + s.w.person(odd=0) + "摄",
        f"本版责编：{s.w.person(odd=0)}　版式：{s.w.person(odd=0)}",
    ], s.truth(head, agency="新华社")


def byline_below(s: Story) -> Page:
    """新华社记者 … under the title, plain dateline in the text."""
    head = f"新华社{s.place}{s.date}电"
    return [s.title, "新华社记者 " + "、".join(s.authors), f"{head} {s.first}", *s.body()], s.truth(
        head, agency="新华社"
    )


def author_dated(s: Story) -> Page:
    """作者：… 发布时间：… as web pages set them, ending （完）."""
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"来源：新华网　作者：{'、'.join(s.authors)}　{s.year}-{s.month:02}-{s.day:02} 18:30",
        f"{head} {s.first}",
        *s.body(),
        "（完）",
    ], s.truth(head, agency="新华社")


FIRST = (
    xinhua,
    xinhua_spaced,
    zhongxin,
    zhongxin_net,
    paper_report,
    paper_dated,
    people_daily,
    china_daily,
    bracketed,
    closing_byline,
    closing_dateline,
    reported,
    quoted_title,
    sports_special,
    cna,
    page_of_paper,
    byline_below,
    author_dated,
)


HAN_DIGITS = "〇一二三四五六七八九"


def feature(s: Story) -> Page:
    """新华社北京11月2日电 题：… and the reporters on a line of their own."""
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head} 题：{s.title}", "新华社记者" + "、".join(s.authors), s.first, *s.body()], s.truth(
        head, agency="新华社"
    )


def cctv(s: Story) -> Page:
    """央视网消息（记者 …）."""
    return [s.title, f"央视网消息（记者 {s.names}）{s.first}", *s.body()], s.truth(
        "央视网消息", agency="央视网", place="", date=""
    )


def gmw(s: Story) -> Page:
    """光明网讯（记者…）."""
    return [s.title, f"光明网讯（记者 {s.names}）{s.first}", *s.body()], s.truth(
        "光明网讯", agency="光明网", place="", date=""
    )


def taiwan(s: Story) -> Page:
    """〔記者張三／台北報導〕."""
    s.place, s.authors = s.w.pick(("台北", "高雄", "台中")), s.authors[:1]
    head = f"記者{s.authors[0]}／{s.place}報導"
    return [s.title, f"〔{head}〕{s.first}", *s.body()], s.truth(head, date="")


def reference_news(s: Story) -> Page:
    """参考消息网11月2日报道."""
    head = f"参考消息网{s.date}报道"
    return [s.title, f"{head} {s.first}", *s.body()], s.truth(head, agency="参考消息网", place="", authors=[])


def paper_told(s: Story) -> Page:
    """本报北京11月2日讯 （记者 …）."""
    head = f"本报{s.place}{s.date}讯"
    return [s.title, f"{head} （记者 {s.names}）{s.first}", *s.body()], s.truth(head, agency="本报")


def evening(s: Story) -> Page:
    """北京晚报讯（记者 …）."""
    return [s.title, f"北京晚报讯（记者 {s.names}）{s.first}", *s.body()], s.truth(
        "北京晚报讯", agency="北京晚报", place="", date=""
    )


def french(s: Story) -> Page:
    """法新社巴黎11月2日电."""
    s.place = s.w.pick(WORLD)
    head = f"法新社{s.place}{s.date}电"
    return [s.title, f"{head} {s.first}", *s.body()], s.truth(head, agency="法新社", authors=[])


def economic_daily(s: Story) -> Page:
    """经济日报北京11月2日讯（记者…）."""
    head = f"经济日报{s.place}{s.date}讯"
    return [s.title, f"{head}（记者{s.names}）{s.first}", *s.body()], s.truth(head, agency="经济日报")


def rednet(s: Story) -> Page:
    """红网时刻11月2日讯（记者 … 通讯员 …）."""
    s.authors = s.w.people(2, 2)
    head = f"红网时刻新闻{s.date}讯"
    return [s.title, f"{head}（记者 {s.authors[0]} 通讯员 {s.authors[1]}）{s.first}", *s.body()], s.truth(
        head, agency="红网时刻新闻", place=""
    )


def han_digits(s: Story) -> Page:
    """中新社香港十一月二日电."""
    month = HAN_DIGITS[s.month] if s.month < 10 else "十" + (HAN_DIGITS[s.month - 10] if s.month > 10 else "")
    tens, ones = divmod(s.day, 10)
    day = ("" if not tens else "十" if tens == 1 else HAN_DIGITS[tens] + "十") + (HAN_DIGITS[ones] if ones else "")
    head = f"中新社香港{month}月{day}日电"
    s.place = "香港"
    return [s.title, f"{head} （记者 {s.names}）{s.first}", *s.body()], s.truth(
        head, agency="中新社", date=f"{month}月{day}日"
    )


def full_width(s: Story) -> Page:
    """Digits and parentheses of two widths."""
    date = s.date.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    head = f"新华社{s.place}{date}电"
    return [s.title, f"{head}(记者{s.names}){s.first}", *s.body()], s.truth(head, agency="新华社", date=date)


def stamped(s: Story) -> Page:
    """Time and source below the title, 原标题 and editor at the end."""
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{s.year}-{s.month:02}-{s.day:02} 10:30:00 来源: 新华社",
        f"　　{head}（记者{s.names}）{s.first}",
        *s.body(),
        f"责任编辑：{s.w.person(odd=0)}",
    ], s.truth(head, agency="新华社")


def page_note(s: Story) -> Page:
    """本报记者 below the title, the paper's page at the end."""
    return [
        s.title,
        "本报记者　" + "　".join(s.authors),
        s.first,
        *s.body(),
        f"《人民日报》（{s.year}年{s.month:02}月{s.day:02}日　第03版）",
    ], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def glued_end(s: Story) -> Page:
    """The reporters in parentheses behind the last sentence."""
    lines = s.body()
    return [s.title, s.first, *lines[:-1], lines[-1] + f"（记者{'、'.join(s.authors)}）"], {
        "title": s.title,
        "authors": s.authors,
        "dateline": "",
    }


def caption_between(s: Story) -> Page:
    """A picture and its caption between headline and text."""
    head = f"中新社{s.place}{s.date}电"
    return [
        s.title,
        f"图为活动现场。中新社记者 {s.w.person(odd=0)} 摄",
        f"{head} (记者 {s.names}){s.first}",
        *s.body(),
    ], s.truth(head, agency="中新社")


SECOND = (
    feature,
    cctv,
    gmw,
    taiwan,
    reference_news,
    paper_told,
    evening,
    french,
    economic_daily,
    rednet,
    han_digits,
    full_width,
    stamped,
    page_note,
    glued_end,
    caption_between,
)


def xinhua_column(s: Story) -> Page:
    """新华社…电（“新华视点”记者…）."""
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（“新华视点”记者{'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="新华社"
    )


def own_reporter(s: Story) -> Page:
    """人民日报…电（本报记者…）."""
    head = f"人民日报{s.place}{s.date}电"
    return [s.title, f"{head}　（记者{'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(head, agency="人民日报")


def flash(s: Story) -> Page:
    """中新网11月2日电 据…, no place, no reporter."""
    head = f"中新网{s.date}电"
    return [s.title, f"{head} 据外媒报道，{s.first}", *s.body()], s.truth(head, agency="中新网", place="", authors=[])


def compiled(s: Story) -> Page:
    """（编译/海外网 …） at the end."""
    s.authors = s.authors[:1]
    return [s.title, f"海外网{s.date}电 {s.first}", *s.body(), f"（编译/海外网 {s.authors[0]}）"], s.truth(
        f"海外网{s.date}电", agency="海外网", place=""
    )


def paper_end(s: Story) -> Page:
    """新京报讯（记者…）; editor and proof-reader at the end."""
    return [
        s.title,
        f"新京报讯（记者 {s.names}）{s.first}",
        *s.body(),
        f"编辑 {s.w.person(odd=0)} 校对 {s.w.person(odd=0)}",
    ], s.truth("新京报讯", agency="新京报", place="", date="")


def reporter_first(s: Story) -> Page:
    """Reporters above the headline's text, dateline with a colon-less blank."""
    head = f"中新社{s.place}{s.date}电"
    return [s.title, "中新社记者　" + "　".join(s.authors), f"　　{head}　{s.first}", *s.body()], s.truth(
        head, agency="中新社"
    )


def survey_kicker(s: Story) -> Page:
    """A kicker above the headline, a subtitle below."""
    head = f"新华社{s.place}{s.date}电"
    return ["——写在" + s.w.fill("{a}实施一周年之际"), s.title, f"{head}（记者{s.names}）{s.first}", *s.body()], s.truth(
        head, agency="新华社"
    )


def photo_story(s: Story) -> Page:
    """11月2日，… 新华社记者 … 摄 as the only credit; no author."""
    return [
        s.title,
        f"{s.date}，{s.first}",
        *s.body(),
        f"{s.date}，游客在{s.place}参观。新华社记者 {s.authors[0]} 摄",
    ], {"title": s.title, "dateline": ""}


def local_radio(s: Story) -> Page:
    """央广网北京11月2日消息（总台中国之声记者…）."""
    head = f"央广网{s.place}{s.date}消息"
    return [s.title, f"{head}（总台中国之声记者{'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="央广网"
    )


def two_sources(s: Story) -> Page:
    """综合新华社… in brackets at the end."""
    return [s.title, "本报综合消息　" + s.first, *s.body(), "（据新华社电）"], {
        "title": s.title,
        "authors": [],
        "dateline": "本报综合消息",
    }


THIRD = (
    xinhua_column,
    own_reporter,
    flash,
    compiled,
    paper_end,
    reporter_first,
    survey_kicker,
    photo_story,
    local_radio,
    two_sources,
)


def broadcaster(s: Story) -> Page:
    """央视新闻客户端 as the source line, 央视网 in the dateline."""
    return [
        s.title,
        f"来源：央视新闻客户端 | {s.year}年{s.month:02}月{s.day:02}日 19:20:33",
        f"央视新闻客户端消息（记者 {s.names}）{s.first}",
        *s.body(),
        f"编辑：{s.w.person(odd=0)} 责任编辑：{s.w.person(odd=0)}",
    ], s.truth("央视新闻客户端消息", agency="央视新闻", place="", date="")


def two_places(s: Story) -> Page:
    """Two cities in one dateline."""
    head = f"新华社{s.place}、东京{s.date}电"
    return [s.title, f"{head}（记者{s.names}）综合新华社驻外记者报道：{s.first}", *s.body()], s.truth(
        head, agency="新华社", place=s.place + "、东京"
    )


def reporter_and_trainee(s: Story) -> Page:
    """本报讯（记者 … 实习生 …）."""
    s.authors = s.w.people(2, 2)
    return [s.title, f"本报讯（首席记者 {s.authors[0]} 实习生 {s.authors[1]}）{s.first}", *s.body()], s.truth(
        "本报讯", agency="本报", place="", date=""
    )


def headline_in_two_parts(s: Story) -> Page:
    """A headline in two parts with a blank, subtitle after a dash."""
    s.title = f"{s.w.fill('{p}加快{a}')} {s.w.fill('让群众共享{b}成果')}"
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}（记者{s.names}）{s.first}", *s.body()], s.truth(head, agency="新华社")


def author_at_end(s: Story) -> Page:
    """The reporter's name alone in parentheses at the end."""
    s.authors = s.authors[:1]
    head = f"中新社{s.place}{s.date}电"
    return [s.title, f"{head} {s.first}", *s.body(), f"（{s.authors[0]}）"], s.truth(head, agency="中新社")


def summary_first(s: Story) -> Page:
    """核心提示 above the dateline."""
    head = f"人民网{s.place}{s.date}电"
    return [
        s.title,
        "核心提示：" + s.w.paragraph(NEWS_SENTENCES, 1, 1),
        f"{head}（记者 {s.names}）{s.first}",
        *s.body(),
    ], s.truth(head, agency="人民网")


FOURTH = (broadcaster, two_places, reporter_and_trainee, headline_in_two_parts, author_at_end, summary_first)
