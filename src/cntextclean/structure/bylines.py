"""
Lines that say who wrote, by their grammar: whom somebody works for, what he is, his name, once or several times.

``晨报记者 李华 报道``, ``新华社评论员王伟``, ``李　华 综述　王伟 审校``: what people are is
``tables/bylines.toml``, whom they work for stands before it, and all that is left must be names. So no wording is
listed whole, and no sentence fits. Editors, proof-readers and designers of a line are no authors.

It is safe because it only reads.

    >>> [one.text for one in find_signature("晨报记者 李　华 通讯员王伟 报道 编辑 赵明")]
    ['李华', '王伟']
    >>> [one.text for one in find_signature("李　华　综述　　王伟　审校")]
    ['李华', '王伟']
    >>> find_signature("记者了解到，今年以来"), find_signature("评论员文章")
    ((), ())
    >>> [one.text for one in find_labelled("本文来自某某周刊（ID：zk），作者：李华，头图来自：视觉中国")]
    ['李华']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from cntextclean.language.converters import converted_lines
from cntextclean.language.dictionary import frequencies
from cntextclean.language.forms import blanked, fold_form, form_part
from cntextclean.structure.byline_people import OUTLET
from cntextclean.structure.byline_words import byline_words, words_behind
from cntextclean.structure.names import Name, find_names, name_at, part_pairs
from cntextclean.structure.persons import COMMON, is_no_name, is_person
from cntextclean.structure.row_parts import people_of_stamp

LONGEST = 90
"""Characters of such a line: eight people with what they are."""
MIDDLE = 6
"""Characters before a label in the middle of a line."""
OUTLETS = "报社网台刊闻线端媒志播视版末点室讯"
"""What the name of an employer ends in that a blank parts from what the people are."""
TOLD = "(?:综合|联合|采访|摄影|图文|文图|跟踪)?报[道导](?= |$)|发自 ?[\u4e00-\u9fff]{2,6} ?$"
FRAME = re.compile(r"[()\[\]【】“”\"「」■□●◆◎○▲△★※•◇]")
COUNTRY = re.compile(r"(?<![\u4e00-\u9fff])[\[(【][\u4e00-\u9fff]{1,3}[\])】](?=[\u4e00-\u9fff])")
"""``[日]`` before a name."""
TRANSLATING = frozenset({"译", "译者", "翻译", "译校", "校译"})
DRAWING = frozenset({"图", "摄影", "摄", "供图"})
TOOK_PART = re.compile("参与 ?(?:采写|采访|写作|报道|摄影)")
"""``（参与采写：李华、王伟）`` below a story that somebody else signs."""
Kind = Literal["writer", "contributor", "translator", "artist", "editor"]
STAMP = (
    r"(?:(?:19|20)\d{2} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?: ?日)?|\d{1,2} ?月 ?\d{1,2} ?日)"
    r"(?: {1,3}\d{1,2}:\d{2}(?::\d{2})?)?(?: {1,3}(?=[^ ]))?"
)
"""A day, with the hour or without."""
LABELLED = re.compile(r"(?:^|[,;|。( ])(?:作 ?者 ?[:/]|记 ?者 ?[:/ ]) ?(?=[^ ,])")
LED = re.compile(
    r" ?[(\[【]? ?(?:本文)?(?:作者|撰文|执笔)(?:系|为|是)? ?[:/| ] ?"
    r"| ?[(\[【] ?(?:本文)?作者(?=[^ ,:()]{2,12}, ?(?:系|为|是|现为|现任|单位))"
)
TITLE_NAMES = re.compile(
    r" {0,4}[\[【] ?([^\[\]【】]{2,40}) ?[\]】] ?(?=[^ ]{4})| {0,4}([^|\[\]【】]{2,40}?) ?\| ?(?=[^ ]{4})"
)
COLUMN = re.compile(r".[评论谈刊报讯话访记事点线台坛视说读析察观闻案例法题]")
"""Two characters in brackets before a title that name a column, though the first is a surname: ``【周评】``."""
ADDRESS = re.compile(
    r"[\u4e00-\u9fff]{2,10}\([A-Za-z][\w.:/\-]{2,40}\)(?= ?[\u4e00-\u9fff]{0,6}(?:记者|通讯员|评论员))"
)
"""The address of a paper behind its name: ``某某时报（www.example.cn）记者``."""
FILED = re.compile(
    r" {0,4}(?:特派|实习|见习|特约)?记者 ?(?P<who>[\u4e00-\u9fff]{2,4}(?:[、, ]{1,2}[\u4e00-\u9fff]{2,4}){0,5}) ?/ ?"
    r"[\u4e00-\u9fff]{2,8}?报[道导] ?(?:[\u4e00-\u9fff]{2,6}[报网社台闻])? {0,4}"
)
"""``記者李華／台北報導``: a grammar that names whoever stands there, whether or not his surname is known."""
ORIGINAL = re.compile(r"原创[ :]")
EXPECTED = re.compile(r"[ :/|]")
RUN = re.compile(r"\x00+[\u4e00-\u9fff]{7,40}")
"""Three names and more that are run together behind a role: whatever words the dictionary reads across them."""


@lru_cache(maxsize=4096)
def find_signature(text: str) -> tuple[Name, ...]:
    """The authors of a line that is nothing but who wrote, with their places; none for any other line."""
    credited = find_credits(text)
    ranked = (
        tuple(name for name, kind in credited if kind == wanted) for wanted in ("writer", "contributor", "artist")
    )
    return next(filter(None, ranked), ())


@lru_cache(maxsize=4096)
def find_credits(text: str) -> tuple[tuple[Name, Kind], ...]:
    """The people of such a line, each with what he did; empty for any other line."""
    folded = blanked(fold_form(text), ADDRESS).replace("\\", "/")
    if len(folded) > LONGEST or "。" in folded.rstrip("。 "):
        return ()
    if not _any_role().search(folded):
        return tuple((name, "writer") for name in people_of_stamp(text))
    if (filed := FILED.fullmatch(folded)) and (names := _filed_people(text, filed)):
        return tuple((name, "writer") for name in names)
    if original := ORIGINAL.match(folded):
        return tuple((name, "writer") for name in _people_from(text, folded, original.end()))
    spans = [found for found in _roles().finditer(folded) if found[0]]
    if not spans:
        return ()
    masked = _masked(folded, spans)
    run = RUN.fullmatch(masked) is not None
    names = find_names(masked, expected=run or EXPECTED.search(folded.strip()) is not None)
    if any(masked[one.start - 1 : one.start] == "\x00" and _is_word(folded, one) for one in names):
        return ()
    named = [name_at(text, one.start, one.end) for one in names]
    return tuple(
        (one, _kind_of(one, spans))
        for one in named
        if not (OUTLET.fullmatch(fold_form(one.text)) or is_no_name(one.text))
    )


def _filed_people(text: str, filed: re.Match[str]) -> tuple[Name, ...]:
    """The people between who they are and where they report from; none where one of them is a common word."""
    shift = filed.start("who")
    spans = [found.span() for found in re.finditer(r"[^、, ]+", filed["who"])]
    names = tuple(Name(text[shift + low : shift + high], shift + low, shift + high) for low, high in spans)
    said = converted_lines("t2s", [one.text for one in names])  # the dictionary is simplified
    return () if any(frequencies().get(name, 0) >= COMMON or is_no_name(name) for name in said) else names


def find_labelled(text: str) -> tuple[Name, ...]:
    """
    The people behind ``作者：`` in the middle of a line that says more: where it was taken from, whose picture.

    What has a sentence before it is a paragraph, whose reporters are those at its end.
    """
    folded = fold_form(text)
    found = LABELLED.search(folded) if len(folded) <= 2 * LONGEST else None
    if not found or found.end() < MIDDLE or "。" in folded[: found.start()]:
        return ()
    return _people_from(text, folded, found.end())


def find_leading(text: str) -> tuple[Name, ...]:
    """
    The people behind a label that a byline begins with, whatever is said of them: ``（作者：李华，系某院研究员）``.

    >>> [one.text for one in find_leading("（作者：李华，系西山研究院研究员）")], find_leading("作者认为，")
    (['李华'], ())
    >>> [one.text for one in find_leading("（作者李华，系东海大学教授）")], find_leading("（作者系东海大学教授）")
    (['李华'], ())
    """
    folded = fold_form(text)
    found = LED.match(folded)
    return _people_from(text, folded, found.end()) if found else ()


def find_title_names(text: str) -> tuple[tuple[Name, ...], int]:
    """
    The authors in brackets before a title, and where the title begins; nobody and 0 for any other title.

    >>> names, start = find_title_names("【李华 王伟】论区域协同")
    >>> [one.text for one in names], start, find_title_names("【周评】让城市更美")
    (['李华', '王伟'], 7, ((), 0))
    """
    found = TITLE_NAMES.match(fold_form(text))
    if not found:
        return (), 0
    shift, end = found.span(1 if found[1] else 2)
    names = find_names(text[shift:end])
    if not names or not all(is_person(one.text) and not COLUMN.fullmatch(one.text) for one in names):
        return (), 0
    return tuple(Name(one.text, one.start + shift, one.end + shift) for one in names), found.end()


def _people_from(text: str, folded: str, at: int) -> tuple[Name, ...]:
    """All names from a place on, up to what is none."""
    names: list[Name] = []
    for found in re.finditer(r"[^ ,、|;()]+", folded[at:]):
        if not is_person(found[0]):
            break
        start, end = at + found.start(), at + found.end()
        names.append(Name(text[start:end], start, end))
    return tuple(names)


def _masked(folded: str, spans: Sequence[re.Match[str]]) -> str:
    """The line with roles, employers and verbs out of sight."""
    shown = list(blanked(folded, COUNTRY))
    for found in spans:
        shown[found.start() : found.end()] = "\x00" * len(found[0])
    return part_pairs(blanked("".join(shown), FRAME))


def _is_word(folded: str, name: Name) -> bool:
    """Whether nothing parts a role from what is rather a word than a name: ``编译支持``."""
    return folded[name.start - 1] not in " :/|" and not is_person(name.text)


def _kind_of(name: Name, spans: Sequence[re.Match[str]]) -> Kind:
    """What somebody did: what the next role says if it stands behind its people, else the last before him."""
    after = next((one for one in spans if one.start() >= name.end), None)
    if after is not None and after["behind"]:
        return _kind(after["behind"])
    before = next((one for one in reversed(spans) if one.end() <= name.start), None)
    if before is None or before["behind"] or before["told"]:
        return "writer"
    if before["editor"]:
        return "editor"
    return "contributor" if TOOK_PART.search(before[0]) else _kind(before["role"])


def _kind(role: str) -> Kind:
    bare = role.replace(" ", "")
    if bare in TRANSLATING:
        return "translator"
    return "artist" if bare in DRAWING else "writer"


@cache
def _any_role() -> re.Pattern[str]:
    table = byline_words()
    marked = f"(?:{table['coloned']}|{table['editors']}) ?[:/|◎●]"
    words = f"{table['writers']}|{words_behind()}|{marked}|报[道导]|发自|原创"
    return re.compile(f"(?=[{''.join(re.findall('[一-鿿]', words))}])(?:{words})")  # few characters begin one


@cache
def _roles() -> re.Pattern[str]:
    """A role before its people, with whom they work for, or a role or a verb behind them."""
    table = byline_words()
    writers, ranks = table["writers"], table["ranks"] + r"|驻[\u4e00-\u9fff]{1,4}"
    house = rf"(?:(?!{writers})[\u4e00-\u9fffA-Z·—–-]){{2,16}}?"
    employer = (
        rf"(?:(?<=[\u4e00-\u9fff])(?:{form_part('agency')}|{form_part('house')})"
        rf"|(?<![\u4e00-\u9fff·])(?:《[^《》]{{1,12}}》|(?:{house})?[“\"「]{house}[”\"」]"
        rf"|{house}(?:(?<=[{OUTLETS}]) (?:/ )?|(?={ranks}|{writers}))))?"
    )
    lead = r"(?:[^。:]{2,24}[,，;] ?(?=作 ?者)|[A-Za-z]{2,16} ?[-/] ?(?=作 ?者))?"
    role = rf"(?P<role>{writers}(?! ?[:/|])|(?:{writers}|{table['coloned']})(?= ?[:/|◎●])) ?[:/|◎●]?"
    before = rf"{lead}{employer}(?:(?:{ranks}) ?){{0,3}}{role}"
    editor = (
        rf"(?P<editor>(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{{2,6}}?(?=(?:{table['editors']}) ?[:/|]))?"
        rf"(?:{table['editors']})(?= ?[:/|]| |$)(?: ?[:/|])?)"
    )
    behind = f"(?P<behind>{words_behind()})"
    given = r"(?:图|图片|摄影|供图) ?[:|/] ?[\u4e00-\u9fff]{2,10}?(?:提供|供图|资料|中国|图虫|网络|台视频)"
    source = rf"{given}|(?:{table['sources']}) ?[:|/] ?[\u4e00-\u9fff]{{2,10}}"
    city = rf"(?:{form_part('city')})"
    told = (
        rf"(?P<told>{STAMP}|{source}|[ ,/]?{city}? ?(?:\d{{1,2}}月)?\d{{1,2}}日(?:报[道导]|[电讯])"
        rf"|(?:{city}|/(?:{city})?) ?[\u4e00-\u9fff]{{0,2}}报[道导](?= |$)|[ ,/]?(?:{city} ?)?(?:{TOLD}))"
    )
    return re.compile(f"{given}|{before}|{editor}|{behind}|{told}")
