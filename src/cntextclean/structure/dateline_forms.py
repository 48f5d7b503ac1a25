"""
The forms of datelines as patterns over folded text: groups ``text``, ``agency`` or ``who``, ``place``, ``date``.

Agencies and cities stand in ``tables/forms*.toml``, the ends of outlets in ``tables/datelines.toml``.

It is safe because it only reads.

    >>> known().match("新华社北京11月2日电(记者").group("agency", "place", "date")
    ('新华社', '北京', '11月2日')
    >>> released().match("上海2023年9月5日 /美通社/ --东").group("who", "via"), released().match("始于2023年9月5日——")
    (('上海', '美通社'), None)
"""

from __future__ import annotations

import re
from functools import cache

from cntextclean.language.forms import form_part
from cntextclean.structure.dateline_words import dateline_words

FILED = re.compile(
    r" {0,8}(?:[\[【(] ?|(?=(?:[\u4e00-\u9fff]{1,6}[报社网台刊])?记者))"
    r"(?P<text>(?P<agency>[\u4e00-\u9fff]{2,8}?)?(?P<by>(?!))?(?P<place>(?!))?"
    r"记者 ?(?P<who>[^()\[\]【】/。]{2,40}) ?/ ?(?P<where>[\u4e00-\u9fff]{2,8}?) ?(?P<date>\d{1,2}日)? ?"
    r"(?:综合)?(?:报道|报导|电|讯))(?: ?[\]】)]|(?<=报[道导])(?= {1,4}[^ :].{16}))"
)
"""``【記者張三／台北報導】``: reporter and place in brackets, or before a blank and the text."""
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


@cache
def placed() -> re.Pattern[str]:
    """``华盛顿 — 美国国务院``."""
    return re.compile(rf" {{0,8}}(?P<text>(?P<who>{form_part('city')}))(?P<date>(?!))? ?[-—–]{{1,2}} ")


@cache
def released() -> re.Pattern[str]:
    """``东海，2023年9月5日——``, ``上海2023年9月5日 /美通社/ --``: how companies date what they send to papers."""
    return re.compile(
        rf" {{0,8}}(?P<text>(?P<who>{form_part('city')}|(?![今昨明])[\u4e00-\u9fff]{{2,6}}?(?= ?,|[^/,]{{9,18}}/))"
        r" ?,? ?(?P<date>\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(?: ?/(?P<via>[\u4e00-\u9fff]{2,8})/)?)"
        r" ?[-—–]{1,2} ?(?=[^\d ])"
    )


@cache
def alone() -> re.Pattern[str]:
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
def known() -> re.Pattern[str]:
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
def outlet() -> re.Pattern[str]:
    """Any outlet, by the end of its name, with a day or a reporter behind it."""
    ends = "|".join(dateline_words()["outlets"])
    return re.compile(
        rf" {{0,8}}[\[【(]? ?(?P<text>《?(?P<agency>(?:[\u4e00-\u9fffA-Za-z]{{1,6}}(?:{ends})[·/ ])?"
        rf"[\u4e00-\u9fffA-Za-z]{{1,8}}(?:{ends}))》?(?P<by>(?!))?"
        rf"(?P<place>[\u4e00-\u9fff]{{2,10}}?)?? ?(?:(?P<date>{_day()}) ?(?:电|讯|消息)|(?:讯|消息|电)"
        r"(?=[\]】)]? ?(?:[(【] ?[\u4e00-\u9fff·—–-]{2,14}?|[(【]? ?(?:本报|特约|见习|实习|首席|全媒体)?)"
        r"(?:记者|通讯员))))[\]】)]?"
    )
