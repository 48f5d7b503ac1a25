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
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cntextclean.language.forms import fold_form
from cntextclean.structure.names import Name, find_byline, is_person

SEEN = 160
"""Characters at the start of a paragraph that are looked at: a dateline and the names of eight reporters."""
REPORTER = r"(?:[\u4e00-\u9fff“”\"「」]{0,16}?(?:记者|通讯员|特派员|实习生)|文/|作者:|编译)"
IN_PARENTHESES = re.compile(rf" {{0,3}}\(( ?{REPORTER}[^()]{{2,90}})(?:\)|$)")
BARE_NAMES = re.compile(r" {0,3}\(([^()]{2,40})\)")
SPOKEN = re.compile(
    rf" {{0,3}}({REPORTER} ?(?=[^ ])[^。,:;()]{{2,60}}?) ?"
    r"(?:(?:摄影|综合|联合|采访)?报道|采写|摄影|发自[\u4e00-\u9fff]{2,6})[ :,。]"
)
CLOSING = re.compile(rf"[。！？!?”」…]{{1,2}} ?\(( ?{REPORTER}[^()。]{{2,80}})\) ?(?:\(完\))? ?$")
FILED = re.compile(
    r" {0,8}[\[【(] ?(?P<text>(?P<agency>[\u4e00-\u9fff]{2,8}?)?(?P<by>(?!))?(?P<place>(?!))?"
    r"记者 ?(?P<who>[^()\[\]【】/。]{2,40}) ?/ ?(?P<where>[\u4e00-\u9fff]{2,8}?) ?(?P<date>\d{1,2}日)? ?"
    r"(?:综合)?(?:报道|报导|电|讯)) ?[\]】)]"
)
"""``【記者張三／台北報導】``: reporter and place in brackets."""
CLOSED = re.compile(r"\( ?([^()]{2,40}?[电讯]) ?\) ?$")
NO_PLACE = r"记者|消息|报道|电讯|社长|今日|昨日|今天|昨天|专电|\d"
"""What is never inside a place, so that the place of a dateline ends before it."""
HAN_DAY = r"(?:[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"


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


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph, or none."""
    folded = fold_form(text[:SEEN])
    found = _known().match(folded) or _outlet().match(folded) or FILED.match(folded)
    if not found:
        return None
    names, place = _filed(text, found) if found.re is FILED else _inner_names(text, found)
    names += reporters_behind(text, found.end())
    start, end = found.span("text")
    return Dateline(text[start:end], start, end, _part(text, found, "agency"), place, _part(text, found, "date"), names)


def find_closing_dateline(text: str) -> Dateline | None:
    """The dateline in the parentheses at the end of a byline, ``特派记者 毛丽君（本报温州今日电）``, or none."""
    closed = CLOSED.search(fold_form(text))
    if not closed:
        return None
    inner = find_dateline(text[closed.start(1) : closed.end(1)] + " ")
    if inner is None:
        return None
    shift = closed.start(1)
    agency, place, date = (_moved(one, shift) for one in (inner.agency, inner.place, inner.date))
    names = tuple(_moved(one, shift) for one in inner.names)
    return Dateline(inner.text, inner.start + shift, inner.end + shift, agency, place, date, names)


def _moved(name: Name, shift: int) -> Name:
    return Name(name.text, name.start + shift, name.end + shift)


def reporters_behind(text: str, at: int) -> tuple[Name, ...]:
    """The reporters named right behind a dateline: ``（记者李华）``, ``(李华 赵明)``, ``记者李华报道：``."""
    folded = fold_form(text[: at + SEEN])
    found = IN_PARENTHESES.match(folded, at) or SPOKEN.match(folded, at)
    if found is None:
        found = BARE_NAMES.match(folded, at)
        named = _names_in(text, found) if found else ()
        return named if named and all(is_person(one.text) for one in named) else ()
    return _names_in(text, found)


def reporters_at_end(text: str) -> tuple[Name, ...]:
    """The reporters named in parentheses behind the last sentence of a paragraph."""
    cut = max(0, len(text) - SEEN)
    found = CLOSING.search(fold_form(text[cut:]))
    if not found:
        return ()
    return tuple(
        Name(one.text, one.start + cut + found.start(1), one.end + cut + found.start(1))
        for one in find_byline(text[cut + found.start(1) : cut + found.end(1)])
    )


def _names_in(text: str, found: re.Match[str]) -> tuple[Name, ...]:
    start, end = found.span(1)
    return tuple(Name(one.text, one.start + start, one.end + start) for one in find_byline(text[start:end]))


def _inner_names(text: str, found: re.Match[str]) -> tuple[tuple[Name, ...], Name]:
    """Reporters named inside the dateline, ``中央社記者張三台北10日電``, parted from the place behind them."""
    start, end = found.span("place")
    if start < 0:
        return (), Name("", -1, -1)
    raw = text[start:end].rstrip()
    if found["by"] is None:
        place = raw.strip()
        shift = start + len(raw) - len(raw.lstrip())
        return (), Name(place, shift, shift + len(place)) if place else Name("", -1, -1)
    cut = _place_start(raw)
    named = find_byline("记者" + raw[:cut])
    names = tuple(Name(one.text, one.start - 2 + start, one.end - 2 + start) for one in named)
    where = raw[cut:].strip()
    begin = start + len(raw) - len(where)
    return names, Name(where, begin, begin + len(where))


def _filed(text: str, found: re.Match[str]) -> tuple[tuple[Name, ...], Name]:
    start, end = found.span("who")
    names = (Name(one.text, one.start + start, one.end + start) for one in find_byline(text[start:end]))
    return tuple(names), _part(text, found, "where")


def _place_start(raw: str) -> int:
    """Where a name ends and a place begins."""
    for place in sorted(_table_places(), key=len, reverse=True):
        if raw.endswith(place) and len(raw) - len(place) >= 2:
            return len(raw) - len(place)
    return 3 if len(raw) >= 5 else min(len(raw), max(2, len(raw) - 2))


def _part(text: str, found: re.Match[str], name: str) -> Name:
    start, end = found.span(name)
    return Name(text[start:end].strip(), start, end) if start >= 0 else Name("", -1, -1)


@cache
def _table() -> dict[str, list[str]]:
    table = tomllib.loads((files("cntextclean.tables") / "datelines.toml").read_text(encoding="utf-8"))
    return {name: [str(one) for one in table[name]] for name in ("agencies", "outlets", "days", "places")}


def _table_places() -> list[str]:
    return _table()["places"]


def _day() -> str:
    said = "|".join(_table()["days"])
    return rf"(?:(?:\d{{4}} ?年 ?)?\d{{1,2}} ?月 ?\d{{1,2}} ?[日曰]|\d{{1,2}} ?日|{HAN_DAY}|{said})"


@cache
def _known() -> re.Pattern[str]:
    """An agency of the table; its day and place may be missing."""
    agencies = "|".join(sorted(map(fold_form, _table()["agencies"]), key=lambda name: (-len(name), name)))
    return re.compile(
        rf" {{0,8}}[\[【(]? ?(?P<text>据?(?P<agency>{agencies})(?:客户端)?(?P<by>记者)? ?"
        rf"(?P<place>(?!社|电|讯|络)(?:(?!{HAN_DAY}|{NO_PLACE})[\u4e00-\u9fff·、/ ]){{2,16}}?)?? ?"
        rf"(?P<date>{_day()})?(?:凌晨|上午|下午|晚间?|早间?)? ?"
        r"(?:(?:体育|新媒体|财经|科技|特|急|军事|参考)?专?[电讯]|综合电|综合消息|消息|综合报道|综合外电报道|(?<=日)报道))[\]】)]?(?![,;。、讯摄台视子话报社])"
        r"(?:(?<=[电讯】\])道])|(?=[ (:,]|$))"
    )


@cache
def _outlet() -> re.Pattern[str]:
    """Any outlet, by the end of its name, with a day or a reporter behind it."""
    ends = "|".join(_table()["outlets"])
    return re.compile(
        rf" {{0,8}}[\[【(]? ?(?P<text>(?P<agency>[\u4e00-\u9fffA-Za-z]{{1,8}}(?:{ends}))(?P<by>(?!))?"
        rf"(?P<place>[\u4e00-\u9fff]{{2,10}}?)?? ?(?:(?P<date>{_day()}) ?(?:电|讯|消息)|(?:讯|消息|电)"
        r"(?=[\]】)]? ?\(? ?(?:本报|特约|见习|实习|首席|全媒体)?(?:记者|通讯员))))[\]】)]?"
    )
