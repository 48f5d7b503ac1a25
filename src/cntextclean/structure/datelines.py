"""
Datelines of news: agency, place, day, and the reporters named beside them, each with its place in the text.

A dateline stands at the start of a paragraph (``新华社北京11月2日电（记者李华）``), or in the parentheses that close
an article (``（本报温州今日电）``). Agencies and outlets are ``tables/datelines.toml``; a name that is not in it must
end like an outlet's and be followed by a day or a reporter.

It is safe because it only reads.

    >>> found = find_dateline("　　新华社北京11月2日电 （记者李华、赵　明）国务院")
    >>> found.text, found.agency.text, found.place.text, found.date.text, [name.text for name in found.names]
    ('新华社北京11月2日电', '新华社', '北京', '11月2日', ['李华', '赵明'])
    >>> find_dateline("新华社社长表示，") is None
    True
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from cntextclean.language.forms import fold_form, form_part
from cntextclean.structure.byline_people import find_byline
from cntextclean.structure.bylines import STAMP, find_signature
from cntextclean.structure.dateline_words import dateline_words
from cntextclean.structure.names import Name
from cntextclean.structure.reporters import SEEN, moved, reporters_behind

FILED = re.compile(
    r" {0,8}(?:[\[【(] ?|(?=(?:[\u4e00-\u9fff]{1,6}[报社网台刊])?记者))"
    r"(?P<text>(?P<agency>[\u4e00-\u9fff]{2,8}?)?(?P<by>(?!))?(?P<place>(?!))?"
    r"记者 ?(?P<who>[^()\[\]【】/。]{2,40}) ?/ ?(?P<where>[\u4e00-\u9fff]{2,8}?) ?(?P<date>\d{1,2}日)? ?"
    r"(?:综合)?(?:报道|报导|电|讯))(?: ?[\]】)]|(?<=报[道导])(?= {1,4}[^ :].{16}))"
)
"""``【記者張三／台北報導】``: reporter and place in brackets, or before a blank and the text."""
TITLED = re.compile(r" ?题 ?: ?(?=[^ ])")
NOBODY = Name("", -1, -1)
STAMPED = re.compile(STAMP)
DASHES = ("—", "–", "-")
FILED_ROW = ("电", "讯", "電", "訊", *DASHES)
"""How such a row ends: ``新华社北京3月5日电``, ``华盛顿 —``."""
LONGEST_ROW = 30
"""Characters of a row that is a dateline: agency, place and day."""
LONGEST_NAME = 3
"""Han characters of a name without a double surname."""
CLOSED = re.compile(r"\( ?([^()]{2,40}?[电讯])(?: {1,2}(?:记者|通讯员)[^()]{2,40})? ?\) ?$")
NO_PLACE = r"记者|消息|报道|电讯|社长|今日|昨日|今天|昨天|专电|\d"
"""What is never inside a place, so that the place of a dateline ends before it."""
DAY = r"(?:(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?[日曰])"
DATED = re.compile(
    rf" {{0,8}}[\[【(]? ?(?P<text>(?P<who>(?:[\u4e00-\u9fffA-Za-z·、/-]| (?! )){{2,20}}?|)(?P<date>{DAY}) ?"
    r"(?:[\u4e00-\u9fff]{0,3}专)?[电讯])[\]】)]?(?= {0,3}\(| {1,3}[^,。;、 ]| {0,3}[-—–:])"
)
"""``某某时报某地3月5日电``, with a mark or a blank behind it: nothing else is worded so. Scrapes may lose who it is."""
BRACKETED = re.compile(
    r" {0,8}[\[【(] ?(?P<text>(?![快简通电短资喜音][电讯])"
    rf"(?P<who>[\u4e00-\u9fffA-Za-z·/ ]{{0,18}}?) ?(?P<date>{DAY}|\d{{1,2}} ?日)? ?"
    r"(?:(?:综合|专)?[电讯]|(?<=日)报[道导])) ?[\]】)]"
)
_UNITS = "[一二三四五六七八九]"
HOUR = r"(?<=[日晨午间晚早])(?:\d{1,2}|[一二三四五六七八九十]{1,3})时(?:\d{1,2}分|[一二三四五六七八九十]{1,3}分|半)?"
HAN_DAY = rf"(?:(?:[一二三四五六七八九十]{{1,2}}月)?(?:{_UNITS}|十{_UNITS}?|[二三]十{_UNITS}?|廿{_UNITS}?)日)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """``text`` is the text's own ``[start:end]``; parts that are not said are empty."""

    text: str
    start: int
    end: int
    agency: Name
    place: Name
    date: Name
    names: tuple[Name, ...]

    def moved(self, shift: int) -> Dateline:
        """The dateline with its places in the text that its row was cut from."""
        agency, place, date, *names = (moved(one, shift) for one in (self.agency, self.place, self.date, *self.names))
        return Dateline(self.text, self.start + shift, self.end + shift, agency, place, date, tuple(names))


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, or none."""
    folded = fold_form(text[:SEEN]).replace("**", "  ")
    found = _known().match(folded) or _outlet().match(folded) or FILED.match(folded)
    if not found:
        return _find_by_day(text, folded)
    names, place = _filed(text, found) if found.re is FILED else _inner_names(text, found)
    names += reporters_behind(text, found.end())
    start, end = found.span("text")
    return Dateline(text[start:end], start, end, _part(text, found, "agency"), place, _part(text, found, "date"), names)


def _find_by_day(text: str, folded: str) -> Dateline | None:
    """A dateline of whom no table knows, by its day and the word behind it, or a place before a dash."""
    found = DATED.match(folded) or BRACKETED.match(folded) or _placed().match(folded) or _alone().match(folded)
    if not found:
        return None
    alone = "whole" in found.re.groupindex and found["whole"] is not None
    start, end = found.span("whole" if alone else "text")
    low, high = found.span("site" if alone else "who")
    agency, place = _agency_and_place(text, low, low + len(text[low:high].rstrip()))
    return Dateline(
        text[start:end], start, end, agency, place, _part(text, found, "date"), reporters_behind(text, found.end())
    )


def _agency_and_place(text: str, start: int, end: int) -> tuple[Name, Name]:
    """Whom somebody reports for and where from: parted before a city, or behind the end of an outlet's name."""
    who = fold_form(text[start:end])
    city = re.search(rf"(?:{form_part('city')})(?:[、/·](?:{form_part('city')}))*$", who)
    outlet = re.match(rf".{{1,12}}(?:{'|'.join(dateline_words()['outlets'])})", who)
    cut = city.start() if city else outlet.end() if outlet else len(who)
    agency = text[start : start + cut].rstrip(" ·")
    where = text[start + cut : end].strip()
    at = end - len(where)
    return Name(agency, start, start + len(agency)) if agency else NOBODY, Name(where, at, end) if where else NOBODY


@cache
def known_agencies() -> tuple[str, ...]:
    """The agencies of the table, and what papers call themselves."""
    return tuple(f"{form_part('agency')}|{form_part('house')}".split("|"))


def find_dateline_row(text: str) -> Dateline | None:
    """
    The dateline of a row that is nothing else, be it behind the hour, as pages set it above the text; it names its day.

    >>> found = find_dateline_row("中新社东京十二月八日电")
    >>> found.text, found.place.text, find_dateline_row("本报讯"), find_dateline_row("新华社北京3月5日电 今天")
    ('中新社东京十二月八日电', '东京', None, None)
    >>> find_dateline_row("2024-03-05 20:15:30中央社 記者張三台北5日電").text
    '中央社 記者張三台北5日電'
    >>> find_dateline_row("华盛顿 —").text, find_dateline_row("华盛顿 — 纽约 —")
    ('华盛顿', None)
    """
    stamp = STAMPED.match(text)
    row = text[stamp.end() if stamp else 0 :].rstrip()
    if len(row) > LONGEST_ROW or not row.endswith(FILED_ROW):
        return None
    found = find_dateline(row + " ")
    dashed = row.endswith(DASHES)
    whole = found is not None and (dashed or bool(found.date.text)) and not row[found.end :].strip(" —–-")
    return found.moved(stamp.end() if stamp else 0) if found and whole else None


def find_closing_dateline(text: str) -> Dateline | None:
    """The dateline in parentheses at the end of a byline, ``特派记者 李华（本报温州今日电）``, or alone on its row."""
    closed = CLOSED.search(fold_form(text)) if text.rstrip()[-1:] in {")", "）"} else None
    if not closed:
        return find_dateline_row(text)
    inner = find_dateline(text[closed.start(1) : closed.end(1)] + " ")
    if inner is None:
        return None
    behind = (moved(one, closed.end(1)) for one in find_signature(text[closed.end(1) :].rstrip(" )）")))
    inner = inner.moved(closed.start(1))
    return replace(inner, names=(*inner.names, *behind))


def find_filed_title(text: str) -> tuple[Dateline, int] | None:
    """
    The dateline before a title, and where the title begins, as agencies file features; or none.

    >>> found, start = find_filed_title("新华社北京12月19日电题：提振信心")
    >>> found.text, start
    ('新华社北京12月19日电', 14)
    """
    found = find_dateline(text) if "题" in text[:SEEN] else None
    headed = TITLED.match(fold_form(text), found.end) if found else None
    return (found, headed.end()) if found and headed else None


def _inner_names(text: str, found: re.Match[str]) -> tuple[tuple[Name, ...], Name]:
    """Reporters named inside the dateline, ``中央社記者張三台北10日電``, parted from the place behind them."""
    start, end = found.span("place")
    raw = text[start:end].rstrip() if start >= 0 else ""
    cut = _place_start(raw) if raw and found["by"] else 0
    names = tuple(moved(one, start - 2) for one in find_byline("记者" + raw[:cut])) if cut else ()
    where = raw[cut:].strip()
    begin = start + len(raw) - len(where)
    return names, Name(where, begin, begin + len(where)) if where else NOBODY


def _filed(text: str, found: re.Match[str]) -> tuple[tuple[Name, ...], Name]:
    start, end = found.span("who")
    names = (Name(one.text, one.start + start, one.end + start) for one in find_byline(text[start:end]))
    return tuple(names), _part(text, found, "where")


def _place_start(raw: str) -> int:
    """Where a name ends and a place begins."""
    for place in sorted(form_part("city").split("|"), key=len, reverse=True):
        if raw.endswith(place) and len(raw) - len(place) >= 2:
            return len(raw) - len(place)
    if len(raw) <= LONGEST_NAME:
        return len(raw)  # 记者李华强24日电: no place is one character
    return 3 if len(raw) >= 5 else 2


def _part(text: str, found: re.Match[str], name: str) -> Name:
    start, end = found.span(name)
    return Name(text[start:end].strip(), start, end) if start >= 0 else Name("", -1, -1)


@cache
def _placed() -> re.Pattern[str]:
    return re.compile(rf" {{0,8}}(?P<text>(?P<who>{form_part('city')}))(?P<date>(?!))? ?[-—–]{{1,2}} ")


@cache
def _alone() -> re.Pattern[str]:
    """``新浪体育讯　北京时间``, ``某某日报消息　昨天``, ``东海讯（李华）昨天``, ``【财新网】（记者李华）``."""
    someone = rf"(?:{form_part('surname')})[\u4e00-\u9fff]{{1,2}}"
    return re.compile(
        r" {0,8}(?:(?P<text>(?P<who>[\u4e00-\u9fff]{2,8})(?:(?<![快简通电短资喜音审问])讯|(?<=[报网台社])消息))"
        rf"(?: {{1,4}}(?=[^ ])|(?= ?\((?:{someone})(?:[ ,、]{{1,4}}(?:{someone})){{0,6}}\)))"
        r"|【(?P<whole>(?P<site>[\u4e00-\u9fff]{1,8}(?:[报网社台刊]|新闻|在线|客户端|财经|杂志)))】(?= ?\())"
        r"(?P<date>(?!))?"
    )


def _day() -> str:
    said = "|".join(dateline_words()["days"])
    return rf"(?:(?:\d{{4}} ?年 ?)?\d{{1,2}} ?月 ?\d{{1,2}} ?[日曰]|\d{{1,2}} ?日|{HAN_DAY}|{said})"


@cache
def _known() -> re.Pattern[str]:
    """An agency of the table; its day and place may be missing."""
    agencies = f"{form_part('agency')}|{form_part('house')}"
    return re.compile(
        rf" {{0,8}}[\[【(]? ?(?P<text>据?(?P<agency>(?:{agencies})(?:客户端)?)(?:《[^《》]{{2,12}}》)?"
        r"(?: ?(?P<by>记者))? ?"
        rf"(?P<place>(?!社|电|讯|络)(?:(?!{HAN_DAY}|{NO_PLACE})[\u4e00-\u9fff·、/ ]){{2,16}}?"
        rf"|“[^“”]{{1,12}}”[\u4e00-\u9fff]{{0,4}})?? ?"
        rf"(?P<date>{_day()})?(?:凌晨|上午|下午|晚间?|早间?)?(?:{HOUR})? ?"
        r"(?:(?:体育|新媒体|财经|科技|特|急|军事|参考)?专?[电讯]|综合电|综合消息|消息|综合(?:外电)?报[道导]"
        r"|(?<=日)报[道导]|报[道导](?= ?\()|(?<=日)(?= ?[-—–]{1,2} )))"
        r"[\]】)]?(?:(?![,;。、讯摄台视子话报社])|(?<=日[电讯])(?=[,。]))"
        r"(?:(?<=[电讯】\])道导])|(?=[ (:,。]|[-—–]|$))"
    )


@cache
def _outlet() -> re.Pattern[str]:
    """Any outlet, by the end of its name, with a day or a reporter behind it."""
    ends = "|".join(dateline_words()["outlets"])
    return re.compile(
        rf" {{0,8}}[\[【(]? ?(?P<text>《?(?P<agency>(?:[\u4e00-\u9fffA-Za-z]{{1,6}}(?:{ends})[·/ ])?"
        rf"[\u4e00-\u9fffA-Za-z]{{1,8}}(?:{ends}))》?(?P<by>(?!))?"
        rf"(?P<place>[\u4e00-\u9fff]{{2,10}}?)?? ?(?:(?P<date>{_day()}) ?(?:电|讯|消息)|(?:讯|消息|电)"
        r"(?=[\]】)]? ?(?:[(【] ?[\u4e00-\u9fff·—–-]{2,14}?|[(【]? ?(?:本报|特约|见习|实习|首席|全媒体)?)"
        r"(?:记者|通讯员))))[\]】)]?"
    )
