"""Wires of the twelfth set: agencies abroad and at home, papers of provinces and of trades, accounts, old pages."""

from __future__ import annotations

from wires import Page, Story


def _stamp(s: Story, form: str = "{}-{:02}-{:02} 10:20") -> str:
    return form.format(s.year, s.month, s.day)


def _editor(s: Story) -> str:
    return s.w.person(odd=0)


def _only(s: Story, authors: list[str] | None = None) -> dict[str, object]:
    return {"title": s.title, "authors": s.authors if authors is None else authors}


def _told(s: Story) -> str:
    return s.w.paragraph(low=1, high=1)


def taiwan_agency(s: Story) -> Page:
    s.title = s.w.pick(("氣象署：週末全台有雨", "台股收盤上漲百點", "數位部公布新計畫", "高鐵宣布加開列車"))
    s.authors = [s.w.pick(("王揚宇", "陳怡君", "林淑芬", "蔡芃敏"))]
    s.place = s.w.pick(("台北", "高雄", "台中", "華盛頓"))
    head = f"中央社記者{s.authors[0]}{s.place}{s.day}日電"
    return [
        s.title,
        f"{_stamp(s, '{}/{}/{}')} 12:34（13:05 更新）",
        f"（{head}）行政院今天表示，相關措施將自下月起實施，民眾可於網路申請。",
        "主管機關指出，後續將持續追蹤執行情形，並適時檢討。",
        f"（編輯：{s.w.pick(('李明宗', '謝佳珍'))}）{s.year - 1911}{s.month:02}{s.day:02}",
    ], s.truth(head, agency="中央社", date=f"{s.day}日")


def united_daily(s: Story) -> Page:
    s.title = s.w.pick(("連假首日國道湧車潮", "夜市觀光人潮回流", "醫師提醒補充水分"))
    s.authors = [s.w.pick(("王俊傑", "黃國書", "林淑芬"))]
    return [
        s.title,
        f"{_stamp(s)} 聯合報／ 記者{s.authors[0]}／台北即時報導",
        "交通部今天表示，連續假期首日車流量較平日增加兩成，請民眾提早出門。",
        "警方呼籲駕駛人保持安全距離。",
    ], _only(s)


def commercial_paper(s: Story) -> Page:
    s.title = s.w.pick(("新機上市 供應鏈備貨", "外資調升目標價", "油價下週調漲"))
    s.authors = [s.w.pick(("王俊傑", "黃國書", "林淑芬"))]
    return [
        s.title,
        f"工商時報 {s.authors[0]} {_stamp(s, '{}.{:02}.{:02}')}",
        "市場人士指出，需求逐步回溫，第二季營收可望成長。",
        "法人認為，後續仍須觀察國際情勢。",
    ], _only(s)


def hong_kong_wen(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"香港文汇报讯（记者 {s.authors[0]} 北京报道）{s.first}", *s.body()], _only(s)


def hong_kong_frame(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"【本报记者{s.authors[0]}{s.place}{s.date}报道】{s.first}", *s.body()], _only(s)


def singapore(s: Story) -> Page:
    s.place = s.w.pick(("新加坡", "曼谷", "雅加达"))
    head = f"{s.place}综合讯"
    return [s.title, f"（{head}）{s.first}", *s.body()], _only(s, [])


def french_agency(s: Story) -> Page:
    s.place = s.w.pick(("巴黎", "日内瓦", "开罗"))
    agency = s.w.pick(("法新社", "路透社", "美联社", "德新社"))
    head = f"{agency}{s.place}{s.date}电"
    return [s.title, f"【{head}】{s.first}", *s.body()], s.truth(head, agency=agency, authors=[])


def translated_feature(s: Story) -> Page:
    s.place = s.w.pick(("巴黎", "日内瓦", "东京"))
    agency = s.w.pick(("法新社", "共同社"))
    head = f"{agency}{s.place}{s.date}电"
    return [s.title, f"{head}　题：{s.title}", s.first, *s.body(), "（编译：" + _editor(s) + "）"], {
        "title": s.title,
        "dateline": head,
    }


def korean_agency(s: Story) -> Page:
    head = f"韩联社首尔{s.date}电"
    return [s.title, f"{head} 据消息人士{s.day}日透露，{s.first}", *s.body(), "（完）"], s.truth(
        head, agency="韩联社", place="首尔", authors=[]
    )


def two_kinds_in_dateline(s: Story) -> Page:
    s.authors = s.w.people(3, 3)
    head = f"中新网{s.place}{s.date}电"
    return [
        s.title,
        f"{_stamp(s, '{}年{:02}月{:02}日')} 18:20　来源：中国新闻网",
        f"{head} (记者 {s.authors[0]} 通讯员 {s.authors[1]} {s.authors[2]}){s.first}",
        *s.body(),
        f"【编辑:{_editor(s)}】",
        "更多精彩内容请进入国内新闻频道",
    ], s.truth(head, agency="中新网")


def author_in_parentheses(s: Story) -> Page:
    s.authors = s.authors[:2]
    head = f"中新社{s.place}{s.date}电"
    return [s.title, f"{head} 题：{s.title}", f"作者 {' '.join(s.authors)}", s.first, *s.body(), "(完)"], s.truth(
        head, agency="中新社"
    )


def station_reporter(s: Story) -> Page:
    head = f"央广网{s.place}{s.date}消息"
    return [s.title, f"{head}（总台中国之声记者{'、'.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="央广网"
    )


def bright_daily(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = f"本报{s.place}{s.date}电"
    return [
        s.title,
        f"{head}（记者{s.authors[0]} 通讯员{s.authors[1]}）{s.first}",
        *s.body(),
        f"《光明日报》（ {_stamp(s, '{}年{:02}月{:02}日')} 08版）",
    ], s.truth(head, agency="本报")


def workers(s: Story) -> Page:
    return [
        s.title,
        f"来源：中工网-工人日报 {_stamp(s)}",
        f"中工网讯（工人日报—中工网记者{' '.join(s.authors)}）{s.first}",
        *s.body(),
        f"责任编辑：{_editor(s)}",
    ], _only(s)


def rule_of_law(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        f"□ 法治日报全媒体记者 {s.authors[0]} 本报通讯员 {' '.join(s.authors[1:])}",
        s.first,
        *s.body(),
    ], _only(s)


def legal_daily_short(s: Story) -> Page:
    s.authors = s.authors[:1]
    head = f"本报{s.place}{s.date}讯"
    return [s.title, f"{head} 记者{s.authors[0]} {s.first}", *s.body()], s.truth(head, agency="本报")


def procurators(s: Story) -> Page:
    s.authors = s.authors[:2]
    head = f"正义网{s.place}{s.date}电"
    return [s.title, f"{head}（见习记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(head, agency="正义网")


def securities_daily(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [s.title, f"证券日报记者 {s.authors[0]} 见习记者 {s.authors[1]}", s.first, *s.body()], _only(s)


def securities_site(s: Story) -> Page:
    return [s.title, f"中国证券报·中证网讯（记者 {' '.join(s.authors)}）{s.first}", *s.body()], _only(s)


def first_finance(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        s.title,
        f"第一财经 {_stamp(s)}:15 听新闻",
        f"作者：{' '.join(s.authors)}　责编：{_editor(s)}",
        s.first,
        *s.body(),
        "举报",
    ], _only(s)


def times_with_address(s: Story) -> Page:
    return [s.title, f"华夏时报（www.example.net.cn）记者 {' '.join(s.authors)} 北京报道", s.first, *s.body()], _only(s)


def observer_economy(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"经济观察网 记者 {s.authors[0]} {s.first}", *s.body()], _only(s)


def beijing_end(s: Story) -> Page:
    return [
        s.title,
        s.first,
        *s.body(),
        f"新京报记者 {' '.join(s.authors)}",
        f"编辑 {_editor(s)} 校对 {_editor(s)}",
    ], _only(s)


def youth_daily_end(s: Story) -> Page:
    return [
        s.title,
        s.first,
        *s.body(),
        f"文/北京青年报记者 {' '.join(s.authors)}",
        f"编辑/{_editor(s)}",
    ], _only(s)


def southern_metropolis(s: Story) -> Page:
    return [s.title, s.first, *s.body(), f"采写：南都记者 {' '.join(s.authors)}", "图片由受访者提供"], _only(s)


def goat_city(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = "羊城晚报讯"
    return [s.title, f"{head} 记者{s.authors[0]}、通讯员{s.authors[1]}报道：{s.first}", *s.body()], s.truth(
        head, agency="羊城晚报", place="", date=""
    )


def guangzhou(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = "广州日报讯"
    return [s.title, f"{head} (全媒体记者{s.authors[0]} 通讯员{s.authors[1]}){s.first}", *s.body()], s.truth(
        head, agency="广州日报", place="", date=""
    )


def tide_news(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        f"潮新闻客户端 记者 {s.authors[0]} 通讯员 {' '.join(s.authors[1:])}",
        f"{_stamp(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def red_star(s: Story) -> Page:
    return [s.title, s.first, *s.body(), f"红星新闻记者 {' '.join(s.authors)}", f"编辑 {_editor(s)}"], _only(s)


def soldiers_square(s: Story) -> Page:
    s.authors = s.w.people(2, 3)
    return [
        s.title,
        f"■解放军报记者　{s.authors[0]}　特约通讯员　{'　'.join(s.authors[1:])}",
        s.first,
        *s.body(),
    ], _only(s)


def youth_with_trainee(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    head = f"本报{s.place}{s.date}电"
    return [s.title, f"{head}（中青报·中青网记者 {s.authors[0]} 实习生 {s.authors[1]}）{s.first}", *s.body()], s.truth(
        head, agency="本报"
    )


def news_weekly(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"本刊记者/{s.authors[0]}",
        f"发于{s.year}.{s.month}.{s.day}总第{s.w.random.randint(800, 1200)}期《中国新闻周刊》",
        s.first,
        *s.body(),
    ], _only(s)


def people_weekly(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [s.title, f"本刊记者 {s.authors[0]} 实习记者 {s.authors[1]} 发自北京", s.first, *s.body()], _only(s)


def caixin_weekly(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [s.title, f"文｜财新周刊 {' '.join(s.authors)}", s.first, *s.body()], _only(s)


def account_bars(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"作者 | {s.authors[0]}",
        f"编辑 | {_editor(s)}",
        f"设计 | {_editor(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def state_council(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"中国政府网 www.gov.cn {_stamp(s)} 来源： 新华社",
        "【字体：大 中 小】打印",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        "【我要纠错】责任编辑：" + _editor(s),
    ], s.truth(head, agency="新华社")


def authorised(s: Story) -> Page:
    s.title = "（受权发布）" + s.w.fill("{p}{a}发展规划印发")
    head = f"新华社{s.place}{s.date}电"
    return [s.title, f"{head}　{s.first}", *s.body()], s.truth(head, agency="新华社", authors=[])


def han_day(s: Story) -> Page:
    day = s.w.pick(("三日", "八日", "十一日", "二十日", "二十七日"))
    head = f"新华社{s.place}{day}电"
    return [s.title, f"{head}　{s.first}", *s.body()], s.truth(head, agency="新华社", date=day, authors=[])


def paper_reporter_told(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"本报讯　记者{s.authors[0]}报道：{s.first}", *s.body()], s.truth(
        "本报讯", agency="本报", place="", date=""
    )


def three_lines_of_people(s: Story) -> Page:
    s.authors = s.w.people(3, 3)
    return [
        s.title,
        f"记者　{s.authors[0]}",
        f"通讯员　{s.authors[1]}　{s.authors[2]}",
        f"摄影　{_editor(s)}",
        s.first,
        *s.body(),
    ], _only(s)


def words_then_picture(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [s.title, f"记者 {s.authors[0]}/文 {_editor(s)}/图", s.first, *s.body()], _only(s)


def hong_kong_agency(s: Story) -> Page:
    head = f"香港中通社{s.date}电"
    return [s.title, f"{head}（记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="香港中通社", place=""
    )


def new_pengpai(s: Story) -> Page:
    s.authors = s.w.people(2, 2)
    return [
        s.title,
        f"澎湃新闻记者 {s.authors[0]} 实习生 {s.authors[1]}",
        f"{_stamp(s)}",
        "来源：澎湃新闻",
        "∙ 北京",
        "中国政库 >",
        "字号",
        s.first,
        *s.body(),
        f"责任编辑：{_editor(s)}",
        f"图片编辑：{_editor(s)}",
        "校对：" + _editor(s),
        "澎湃新闻报料：021-962866",
    ], _only(s)


def makers_at_end(s: Story) -> Page:
    return [
        s.title,
        s.first,
        *s.body(),
        f"记者：{'、'.join(s.authors)}",
        f"编辑：{_editor(s)}、{_editor(s)}",
        "新华社国内部制作",
    ], _only(s)


def china_daily(s: Story) -> Page:
    head = f"中国日报网{s.date}电"
    return [s.title, f"{head}（记者 {' '.join(s.authors)}）{s.first}", *s.body()], s.truth(
        head, agency="中国日报网", place=""
    )


def observer_site(s: Story) -> Page:
    s.authors = s.authors[:1]
    return [
        s.title,
        f"来源：观察者网 {_stamp(s)}",
        f"【文/观察者网 {s.authors[0]}】{s.first}",
        *s.body(),
    ], _only(s)


def star_market(s: Story) -> Page:
    head = f"《科创板日报》{s.day}日讯"
    return [s.title, f"{head}（记者 {' '.join(s.authors)}）{s.first}", *s.body()], {**_only(s), "dateline": head}


def station_bar_end(s: Story) -> Page:
    return [
        s.title,
        f"央视新闻客户端 {_stamp(s)}",
        s.first,
        *s.body(),
        f"总台记者丨{' '.join(s.authors)}",
        f"编辑丨{_editor(s)}",
    ], _only(s)


def business_journal(s: Story) -> Page:
    return [s.title, f"中经记者 {' '.join(s.authors)} 上海报道", s.first, *s.body()], _only(s)


def source_bar_author(s: Story) -> Page:
    s.authors = s.authors[:2]
    return [
        "首页 > 新闻 > 本地",
        s.title,
        f"{_stamp(s)}:08 | 来源：宁波日报 | 作者：{'、'.join(s.authors)} | 编辑：{_editor(s)}",
        s.first,
        *s.body(),
        "扫一扫在手机打开当前页",
    ], _only(s)


def news_of_township(s: Story) -> Page:
    s.authors = s.authors[:2]
    lines = s.body()
    return [
        s.title,
        s.first,
        *lines[:-1],
        lines[-1] + f"（通讯员 {' '.join(s.authors)}）",
        "编辑：" + _editor(s),
    ], _only(s)


def feature_of_agency(s: Story) -> Page:
    head = f"新华社{s.place}{s.date}电"
    return [
        s.title,
        f"{_stamp(s)}　来源：新华网　作者：{'、'.join(s.authors)}",
        "正文字体　大　中　小",
        f"{head}（记者{'、'.join(s.authors)}）{s.first}",
        *s.body(),
        "[责任编辑：" + _editor(s) + "]",
        "阅读下一篇：",
        s.w.headline(),
    ], s.truth(head, agency="新华社")


WIRES = (
    taiwan_agency, united_daily, commercial_paper, hong_kong_wen, hong_kong_frame, singapore, french_agency,
    translated_feature, korean_agency, two_kinds_in_dateline, author_in_parentheses, station_reporter, bright_daily,
    workers, rule_of_law, legal_daily_short, procurators, securities_daily, securities_site, first_finance,
    times_with_address, observer_economy, beijing_end, youth_daily_end, southern_metropolis, goat_city, guangzhou,
    tide_news, red_star, soldiers_square, youth_with_trainee, news_weekly, people_weekly, caixin_weekly, account_bars,
    state_council, authorised, han_day, paper_reporter_told, three_lines_of_people, words_then_picture,
    hong_kong_agency, new_pengpai, makers_at_end, china_daily, observer_site, star_market, station_bar_end,
    business_journal, source_bar_author, news_of_township, feature_of_agency,
)  # fmt: skip
