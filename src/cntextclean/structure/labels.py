"""
Labels of front matter and what stands behind each, with its place: ``中图分类号：F127　文献标识码：A``.

A label is believed at the start of a line, or in brackets, or inside a line where a colon follows it and it is long
or set apart; so lines that recognition has run together are read all the same. The labels are
``tables/labels.toml``.

It is safe because it only reads.

    >>> [(one.key, one.text) for one in find_values("关键词：区域；协同中图分类号：F127 文献标识码：A")]
    [('keywords', '区域；协同'), ('classification', 'F127'), ('document_code', 'A')]
    >>> find_values("作者认为，关键词之一是“新”。")
    ()
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cntextclean.language.forms import fold_form

LONG_LABEL = 4
"""Characters from which on a label with a colon is believed in the middle of a line."""
SHORT = frozenset({"学号", "关键词", "关键字", "分类号", "DOI", "doi"})
"""Labels that are believed anywhere with a colon: nothing else is called so."""
GLUED_WORDS = re.compile(r"[^;:,。]{4,20}(?:,[^;:,。]{2,24}){2,8}")
"""Words of a list with commas behind a label that is run into the first."""
SPACED_WORDS = re.compile(r"关 ?键 ?[词字][^;:,。 ]{2,16}(?: [^;:,。 ]{2,16}){2,8}?(?=$| ?(?:中图|分类号))")
"""Words that blanks part, down to the end of the line or the label behind them."""
SOURCED = frozenset({"来源", "稿源", "作者"})
"""Labels that pages set right behind the time."""
LONGEST_BARE = 16
"""Characters of a label on a line of its own."""
BRACKETED = re.compile(r"【[\u4e00-\u9fff]{2,8}】")
"""A label that the table does not know, behind a value: ``【单位】东海大学【分类】经济法``."""
SET_APART = frozenset(" ;。.|)]】*\n")
LEADING = re.compile(r"[\[【〔(（]?[\u4e00-\u9fff \u3000]{2,12}[\]】〕)）]?[:：]")
EDGE = " \u3000\t\n;；*"
CODE_EDGE = EDGE + ",，.。、[【(（"


@dataclass(frozen=True, slots=True)
class Label:
    """One row of the table: the key in the metadata and how its value is read."""

    key: str
    kind: str
    names: tuple[str, ...]
    example: str
    value: str
    counter_example: str


@dataclass(frozen=True, slots=True)
class Value:
    """What a label states: ``text`` is the line's own ``[start:end]``."""

    key: str
    kind: str
    text: str
    start: int
    end: int


@cache
def labels() -> tuple[Label, ...]:
    """All rows of the table."""
    text = (files("cntextclean.tables") / "labels.toml").read_text(encoding="utf-8")
    return tuple(
        Label(row["key"], row["kind"], tuple(row["names"]), row["example"], row["value"], row["counter_example"])
        for row in tomllib.loads(text)["label"]
    )


def find_values(text: str) -> tuple[Value, ...]:
    """The labelled values of a line, in order."""
    folded = fold_form(text)
    found = [match for match in _pattern().finditer(folded) if _is_label(folded, match)]
    values = []
    for number, match in enumerate(found):
        label = _by_name()[re.sub(r"\s", "", match["name"]).casefold()]
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        if other := BRACKETED.search(folded, match.end() + 1, end):
            end = other.start()
        start, end = _trimmed(text, match.end(), end, CODE_EDGE if label.kind in {"code", "words"} else EDGE)
        shown = folded[start:end]
        if folded[:1] == "(" and shown.endswith(")") and shown.count(")") > shown.count("("):
            end -= 1  # （原标题：老城焕发新的生机）
        if start < end:
            values.append(Value(label.key, label.kind, text[start:end], start, end))
    return tuple(values)


@cache
def label_words() -> frozenset[str]:
    """The labels in Chinese, without blanks: none of them is a name."""
    return frozenset(re.sub(r"\s", "", name) for label in labels() for name in label.names if not name.isascii())


def leading_label(text: str) -> Label | None:
    """The label that a line begins with, and a colon: ``期刊：区域经济研究``."""
    found = LEADING.match(text)
    return bare_label(found[0]) if found else None


def bare_label(text: str) -> Label | None:
    """The label of a line that is nothing but a label, whose value stands below: ``关键词：``."""
    folded = fold_form(text).strip()
    found = _pattern().fullmatch(folded) if len(folded) <= LONGEST_BARE else None
    if not found:
        return None
    name = re.sub(r"\s", "", found["name"])
    return _by_name()[name.casefold()] if found["colon"] or found["close"] or name in SHORT else None


def _is_label(folded: str, match: re.Match[str]) -> bool:
    bracketed = bool(match["open"]) and bool(match["close"])
    name = re.sub(r"\s", "", match["name"])
    if match.start() == 0:
        apart = len(name) > 2 and match.end() > match.end("name") and folded[match.end() - 1] == " "
        listed = ";" in folded or GLUED_WORDS.fullmatch(folded) or SPACED_WORDS.match(folded)
        if name in SHORT and match.end() < len(folded) and listed:
            return True  # 关键词叶轮磨损；灌溉效率
        return bracketed or bool(match["colon"]) or (apart and name[-1] not in "者位构") or name.casefold() == "issn"
    before = folded[match.start() - 1]
    if bracketed and set(match["open"]) & set("[【"):
        return True
    if not match["colon"]:
        coded = _by_name()[name.casefold()].kind == "code" and (len(name) >= LONG_LABEL or name in SHORT)
        return coded and bool(re.match(r"[A-Z0-9(（]", folded[match.end() :]))
    if name.isascii() and before.isascii() and before.isalpha():
        return False
    if name in SOURCED and (before.isdigit() or LEADING.match(folded)):
        return True  # 08:15来源：新华网, 作者：李华来源：《区域经济研究》
    return len(name) >= LONG_LABEL or before in SET_APART or (name in SHORT)


def _trimmed(text: str, start: int, end: int, edge: str) -> tuple[int, int]:
    while start < end and text[start] in edge:
        start += 1
    while start < end and text[end - 1] in edge:
        end -= 1
    return start, end


@cache
def _by_name() -> Mapping[str, Label]:
    return {re.sub(r"\s", "", name).casefold(): label for label in labels() for name in label.names}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted({name for label in labels() for name in label.names}, key=lambda name: (-len(name), name))
    shown = "|".join(" {0,3}".join(map(re.escape, name.replace(" ", ""))) for name in names)
    return re.compile(
        rf"(?:(?P<open>[\[【(*]{{1,3}}) ?)?(?:(?<![A-Za-z])[A-Za-z]{{2,16}} ?[-/] ?)?(?:中文)?(?P<name>{shown})"
        r"(?P<note>\([^()]{0,16}\)| ?/ ?[A-Za-z][A-Za-z ]{1,18}(?=[ \]】]{0,2}:))?(?: ?(?P<close>[\]】)*]{1,3}))?"
        r"(?P<colon> ?[:|])? {0,3}(?P<late>[\]】*]{0,3})",
        re.IGNORECASE,
    )
