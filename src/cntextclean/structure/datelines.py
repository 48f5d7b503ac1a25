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
from cntextclean.structure.dateline_forms import BRACKETED, CLOSED, DATED, FILED, alone, known, outlet, placed, released
from cntextclean.structure.dateline_words import dateline_words
from cntextclean.structure.names import Name
from cntextclean.structure.reporters import SEEN, moved, reporters_behind

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
    found = known().match(folded) or outlet().match(folded) or FILED.match(folded)
    if not found:
        return _find_by_day(text, folded)
    names, place = _filed(text, found) if found.re is FILED else _inner_names(text, found)
    names += reporters_behind(text, found.end())
    start, end = found.span("text")
    return Dateline(text[start:end], start, end, _part(text, found, "agency"), place, _part(text, found, "date"), names)


def _find_by_day(text: str, folded: str) -> Dateline | None:
    """A dateline of whom no table knows, by its day and the word behind it, or a place before a dash."""
    found = next(filter(None, (form.match(folded) for form in (DATED, BRACKETED, placed(), alone(), released()))), None)
    if not found:
        return None
    parts = found.groupdict()
    framed = parts.get("whole") is not None
    start, end = found.span("whole" if framed else "text")
    low, high = found.span("site" if framed else "who")
    agency, place = _agency_and_place(text, low, low + len(text[low:high].rstrip()))
    if "via" in parts:
        agency, place = _part(text, found, "via"), _part(text, found, "who")
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
