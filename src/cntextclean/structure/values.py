"""
Values of labels as facts: lists parted, dates and identifiers in their canonical form, each with its place.

It is safe because it only reads; a value that is not valid is no fact.

    >>> [(name, piece.value) for name, piece in read_value("收稿日期：2024年3月5日；DOI: 10.1000/182")]
    [('received', '2024-03-05'), ('doi', '10.1000/182')]
    >>> bare_title("《数字经济何以促进区域协同》").value, bare_title("论区域协同*").value
    ('数字经济何以促进区域协同', '论区域协同')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cntextclean.language.forms import blanked, fold_form, form_part
from cntextclean.structure.affiliations import find_affiliations
from cntextclean.structure.byline_people import find_byline
from cntextclean.structure.bylines import find_title_names
from cntextclean.structure.identifiers import Piece, date_span, doi_span, issn_span
from cntextclean.structure.labels import Label, Value, find_values
from cntextclean.structure.persons import is_person

WORD_BREAK = re.compile(r"[;；,，、]|[·•](?= )|\s{2,}|(?<=[\u4e00-\u9fff”）)])\s(?=[\u4e00-\u9fff“（(])")
MARKED_BREAK = re.compile(r"[;；,，、]|\s{2,}")
"""Where marks part the words, a blank inside one is of recognition or of a phrase."""
SAID = re.compile(
    r"(?<=[,，;；])(?=[^,，;；()（）]{0,40}(?:大学|学院|研究|医院|公司|中学|小学|党校|教授|讲师|博士|硕士))[^,，;；()（）]{4,60}"
)
"""What stands behind a name and its comma of the house and the post of its bearer."""
SEATED = re.compile(
    r"(?<=[:：;；])(?=[^,，;；:：]{0,40}(?:大学|学院|研究|医院|公司|中学|小学|党校|中心))[^,，;；:：]{4,60}[,，]"
    r" ?[\u4e00-\u9fff ]{2,8}(?=[;；]|$)"
)
"""An institution and its place, behind a colon or another one: ``李华:东海大学,东海;西山研究中心,西山``."""
SLASH = re.compile(r"(?<=[\u4e00-\u9fff])[/／](?=[\u4e00-\u9fff“])")
"""Parts the words of some lists; ``输入/输出系统`` alone is one word."""
HAN_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff])")
WORD_EDGE = " \u3000\t.。;；,，*"
CODE = {
    "classification": re.compile(
        r"[A-Z0]{1,2} ?\d[\d\-/+=:()]{0,12}(?:\. ?[\d+][\d\-/+=]{0,8})?(?:(?<=:)[A-Z]\d[\d.\-/+=]{0,10})?"
        r"(?:[;,；，、 ]{1,3}[A-Z]{1,2} ?\d[\d\-/+=]{0,10}(?:\. ?\d[\d\-/+=]{0,8})?){0,6}"
    ),
    "document_code": re.compile(r"[A-EＡ-Ｅ](?![A-Za-z])"),
    "article_number": re.compile(r"[\dxX\-–—~()（） 一]{8,48}[\d)）xX]|[A-Za-z0-9\-]{4,24}"),
    "jel": re.compile(r"[A-Z]\d{1,3}(?:\.\d{1,2})?(?:[;,；，、 ]{1,3}[A-Z]\d{1,3}(?:\.\d{1,2})?){0,8}"),
}
ONE_CLAUSE = frozenset({"corresponding_author", "supervisor", "fund"})
"""Facts that end with their sentence: what stands behind it speaks of something else."""
JOURNAL = re.compile(r"《([^《》]{2,40})》(.{0,40})|([^\s《》|]{2,30})")
NUMBERED_TITLE = re.compile(
    r"\d{4}-\d{3}[\dXx] ?[(（]? ?(?:19|20)\d{2} ?[)）]? ?\d{2} ?- ?\d{4} ?- ?\d{2}(?=[\u4e00-\u9fff])"
)
"""The number of the article, run into its title."""
FIELD = re.compile(r"(?:^|[ \u3000])[ \u3000]{0,20}([\u4e00-\u9fff]{2,6})[:：]")
"""The label of another field."""
BUTTON = re.compile(r"[ \u3000]{2,8}(?:PDF|HTML)(?:全文|下载)?$|[ \u3000]{1,8}被引(?:量|次|频次|次数)[:：] ?\d{1,5}$")
"""What pages of journals set behind a title: to be pressed, or how often it is cited."""
TITLE_MARKS = re.compile(
    r"(?:\\?[*＊†‡]|[①-⑳¹²³⁴⁵]|\[\d{1,2}\]|<sup>[^<>]{0,12}</sup>|\$[^$]{0,24}\$|\^\{[^{}]{0,12}\}|[“‘]){1,6}$"
)


def bare_title(text: str) -> Piece:
    """A title without its label, without the marks of notes behind it, without title marks around the whole of it."""
    start, end = 0, len(text)
    labelled = [one for one in find_values(text) if one.kind == "title"]
    if labelled and labelled[0].start <= 12:
        start, end = labelled[0].start, labelled[0].end
    bold = re.fullmatch(r"\*\*([^*]+)\*\*", text[start:end])
    if bold:
        start, end = start + 2, end - 2
    start += find_title_names(text[start:end])[1]
    if numbered := NUMBERED_TITLE.match(text, start, end):
        start = numbered.end()
    if button := BUTTON.search(text[start:end]):
        end = start + button.start()
    if marks := TITLE_MARKS.search(text[start:end]):
        end = start + marks.start()
    if text[start : start + 1] == "《" and text[start:end].find("》") == end - start - 1:
        start, end = start + 1, end - 1
    shown = text[start:end]
    start += len(shown) - len(shown.lstrip())
    return Piece(shown.strip(), start, start + len(shown.strip()))


def titles_in(text: str) -> Iterator[tuple[str, Piece]]:
    """A title that a label states inside a line of another kind."""
    return _read(value for value in find_values(text) if value.kind == "title")


def read_value(text: str) -> Iterator[tuple[str, Piece]]:
    """The facts that the labels of a line state, in order."""
    return _read(find_values(text))


def read_labelled(label: Label, text: str) -> Iterator[tuple[str, Piece]]:
    """The facts of a line whose label stands on the line above."""
    return _pieces(Value(label.key, label.kind, text, 0, len(text)))


def _read(values: Iterable[Value]) -> Iterator[tuple[str, Piece]]:
    for value in values:
        for name, piece in _pieces(value):
            yield name, Piece(piece.value, piece.start + value.start, piece.end + value.start)


def _pieces(value: Value) -> Iterator[tuple[str, Piece]]:
    """The facts of one value, in offsets of its text."""
    reader = READERS.get(value.kind)
    return reader(value) if reader else iter(())


def _text(value: Value) -> Iterator[tuple[str, Piece]]:
    end = value.text.find("。") + 1 if value.key in ONE_CLAUSE else 0
    shown = value.text[: end or None].rstrip("。")
    yield value.key, Piece(shown, 0, len(shown))


def _title(value: Value) -> Iterator[tuple[str, Piece]]:
    yield value.key, bare_title(value.text)


def _names(value: Value) -> Iterator[tuple[str, Piece]]:
    shown = SAID.sub(_person_of, blanked(_own_part(value.text), SEATED))
    return ((value.key, Piece(one.text, one.start, one.end)) for one in find_byline(shown))


def _own_part(text: str) -> str:
    """A value up to the next field of its row: ``李华　性别：男``; a person before a colon is none."""
    other = next((one for one in FIELD.finditer(text) if not is_person(one[1])), None)
    return text[: other.start()] if other else text


def _person_of(found: re.Match[str]) -> str:
    """A part of a list without what is said of its person: the house behind a colon, ``李华:东海大学``."""
    name, colon, _ = found[0].replace("：", ":").partition(":")
    if colon and is_person("".join(name.split())):
        return name.ljust(len(found[0]))
    return found[0] if _begins_with_person(found[0]) else " " * len(found[0])


def _begins_with_person(part: str) -> bool:
    """Whether a part of a list is a person, with the house behind a blank: ``王伟 东海大学``; 兰州交 通大学 is none."""
    first = part.split(maxsplit=1)[0]
    return is_person(first) and not re.match(form_part("city"), first)


def _valid(value: Value) -> Iterator[tuple[str, Piece]]:
    """Dates and identifiers, where they are valid."""
    folded = fold_form(value.text)
    piece = (
        date_span(folded) if value.kind == "date"
        else doi_span(folded, spaced=True) if value.kind == "doi"
        else issn_span(folded, labelled=False)
    )  # fmt: skip
    if piece:
        yield value.key, piece


def _code(value: Value) -> Iterator[tuple[str, Piece]]:
    """Codes: as far as they have the form of one, without blanks that recognition put in."""
    found = CODE[value.key].match(value.text) if value.key in CODE else None
    shown = found[0].rstrip(" ;；,，、(（/") if found else value.text.split("　")[0]
    yield value.key, Piece(re.sub(r"(?<![;,]) (?=\d)", "", shown), 0, len(shown))


def _words(value: Value) -> Iterator[tuple[str, Piece]]:
    """Keywords one by one; English ones may hold blanks."""
    text = value.text
    if len(SLASH.findall(text)) > 1 and not MARKED_BREAK.search(text):
        text = SLASH.sub("；", text)
    english = value.key == "keywords_en" or text.isascii()
    marked = len(MARKED_BREAK.findall(text.rstrip(WORD_EDGE))) >= 2 or english
    at = 0
    for found in [*(MARKED_BREAK if marked else WORD_BREAK).finditer(text), None]:
        start, end = at, found.start() if found else len(text)
        at = found.end() if found else at
        while start < end and text[start] in WORD_EDGE:
            start += 1
        while end > start and text[end - 1] in WORD_EDGE:
            end -= 1
        if start < end:
            yield ("keywords_en" if english else "keywords"), Piece(HAN_BLANK.sub("", text[start:end]), start, end)


def _listed(value: Value) -> Iterator[tuple[str, Piece]]:
    parts = find_affiliations(value.text)
    if parts and not re.search(r"[;；]", value.text):
        yield from ((value.key, Piece(one.text, one.start, one.end)) for one in parts)
        return
    at = 0
    for part in re.split(r"(?<=[;；])", value.text):
        shown = part.strip(" \u3000;；")
        start = at + part.find(shown) if shown else at
        at += len(part)
        if shown:
            yield value.key, Piece(shown, start, start + len(shown))


def _publication(value: Value) -> Iterator[tuple[str, Piece]]:
    """The journal or paper, and the issue behind it."""
    found = JOURNAL.match(value.text)
    if not found:
        return
    group = 1 if found[1] else 3
    yield "publication", Piece(found[group], *found.span(group))
    rest = (found[2] or "").strip(" \u3000,，（）()")
    if rest and re.search(r"\d", rest) and re.search(r"[年期卷]", rest):
        start = found.start(2) + found[2].find(rest)
        yield "issue", Piece(rest, start, start + len(rest))


READERS: dict[str, Callable[[Value], Iterator[tuple[str, Piece]]]] = {
    "text": _text, "title": _title, "names": _names, "words": _words, "list": _listed, "publication": _publication,
    "date": _valid, "doi": _valid, "issn": _valid, "code": _code,
}  # fmt: skip
"""How the value of a label is read, by the kind the table gives it."""
