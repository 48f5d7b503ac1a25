"""
Personal names of a line, each with its place: the line under a title that has no label, and bylines.

A name is two to four Han characters that begin with a surname of the table, a name with a middle dot, or in a list
with such names a Latin one. A line is a list of names where every part is one, so that no sentence is taken for one.
Numbers, letters and stars that point to institutions and notes are looked through, however they were recognised
(``¹``, ``1,2``, ``<sup>1</sup>``, ``$^1$``, ``*``).

    >>> name_list("占智勇¹,² 徐　政² 宁尚通*")
    ('占智勇', '徐政', '宁尚通')
    >>> name_list("赋能新经济 发展新动能")
    ()
    >>> byline_names("记者 单玉紫枫 通讯员 李明敏 徐海峰")
    ('单玉紫枫', '李明敏', '徐海峰')
    >>> find_names("张　三，李四¹")
    (Name(text='张三', start=0, end=3), Name(text='李四', start=4, end=6))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from cntextclean.language.dictionary import crosses, frequencies
from cntextclean.language.forms import fold_form, form_part

HAN = "\u3400-\u9fff"
LATIN = r"[A-Za-z\u00c0-\u024f.'\-]{0,24}"
REMEMBERED = 4096
"""Lines whose names are kept: each line of a page is asked about by the lines above it."""
LONGEST = 160
"""Characters of a line of names: ten authors, each with two marks."""
TOKEN = re.compile(
    rf"[{HAN}]{{1,8}}(?: ?[·•‧・∙] ?[{HAN}]{{1,8}}){{1,4}}|[{HAN}]{{1,14}}"
    rf"|[A-Za-z\u00c0-\u024f]{LATIN}(?: {{1,2}}[A-Z\u00c0-\u00de]{LATIN}){{0,4}}"
)
WORDS = re.compile(rf"[{HAN}]{{5,}}")
MARKS = re.compile(
    r"<sup>[^<>]{0,16}</sup>|\$[^$]{0,40}\$|\^\{[^{}]{0,16}\}|\^[\d,*]{1,8}\^?|[\[(][\d,，*†‡a-e ]{1,12}[\])]"
    r"|[\u2070-\u2079¹²³①-⑳⑴-⒇*†‡#§△▲☆★✉■◆●□◎○◇]{1,6}|\d[\d,*†‡#、]{0,10}(?![\d年月日])"
    rf"|(?<=[{HAN}])[a-eäöü]{{1,3}}(?:,[a-e]){{0,3}}(?![A-Za-z])|(?<=[{HAN}])[\"'“”‘’」}}°]{{1,2}}"
    rf"|(?<![{HAN}])[\[(【〔][{HAN}]{{1,3}}[\])】〕](?=[{HAN}])|\\"
)
SEPARATORS = re.compile(r"(?:[^\w。！？!?《》“”\"…—]|[\d_α-ω])*")
"""What may stand between names: marks of every kind and numbers, but no letter, no end of a sentence, no quotation."""
SOURCE = re.compile(r"《[^《》]{1,12}[报刊志末网社察究论]》")
"""The paper they write for, behind the names."""
AND = re.compile(r"(?<=[ \d*]) ?[和与及] ?(?= )")
"""``李华 和 王伟``."""
NOT_DOTTED = re.compile(
    r".*(?:研究|论著|综述|专题|论坛|理论|实践|经验|教学|管理|临床|基础|病例|报告|评论|观察|思考|文化|历史|经济|社会|法律|教育|新闻|科技|访谈|专稿)"
)
"""What is in the name of a column, ``论著·临床研究``, and in no name of a person."""
DOTTED = re.compile(rf"(?<=[{HAN}]) {{1,3}}[·•‧・∙] {{1,3}}(?=[{HAN}])")
OUTLET = re.compile(r".+(?:[网报社台]|频道|客户端|工作室|编辑部|杂志)$")
TAIL = re.compile(rf"(?<=[{HAN}]) ?(?:等|编著|主编|著|译|撰|编译|执笔)[。.]? ?$")
TEAM = (
    r"本报|本刊|本社|本网|本台|特派|新华社|人民日报|中新社|中新网|人民网|央视|中央社"
    r"|见习|实习|首席|资深|特约|全媒体|融媒体|融媒|文字|参与|执笔|驻"
)
LABELS = re.compile(
    rf"(?:[“\"「][{HAN}]{{2,10}}[”\"」]\s?)?(?:(?:{TEAM})(?:[{HAN}]{{1,4}}?(?=记者|特派))?\s?)*"
    r"(?:摄影记者|记者|通讯员|实习生|特约撰稿人|撰稿人|评论员|特派员|观察员)(?=[\s:/|丨、，,]|[\u3400-\u9fff]|$)"
    r"|(?<![\u3400-\u9fff])(?:作\s?者|译\s?者|翻\s?译|著\s?者|编译|总策划|总统筹|执行统筹|执行策划|总监制|策划|统筹|监制|撰文|采写|采访|主笔|撰稿"
    r"|文案|出品人|整理|口述|文字|摄影|图片|制图|文/图|图/文|文|图|校\s?对)(?=[\s:/|丨]|$)"
)
NOTE = re.compile(r"\([^()]{0,60}\)")
NAMING = re.compile(r"记者|通讯员|采写|执笔|撰文|作者|整理|(?:编译|综合|文) ?[:/]")
LATIN_MARKS = re.compile(r"(?<=[a-z])\d(?:,\d){0,3}|\b(?:and|AND|by|By)\b|[&†‡]|\([^()]{0,300}\)")
LATIN_NAME = re.compile(
    r"(?:[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]{0,20}\.?)"
    r"(?: {1,2}[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]{0,20}\.?){1,3}"
)
NO_NAMES = frozenset({
    "报道", "综合报道", "联合报道", "摄影报道", "采访报道", "综合", "供稿", "来源", "编辑", "责编", "发自", "本报",
    "记者", "关键词", "白皮书", "石头记", "许可证", "于是乎", "高科技", "参与采写", "整理", "供图", "摄影", "翻译",
    "译者", "后记", "习题", "注释", "单位", "时间", "发布", "日期",
})  # fmt: skip
SHORT_HEADLINES = re.compile(r"[的了是在与和为]|(?<![立建志国永德维日文学卫宝])[新大]$")
COMMON = 1600
"""Frequency in the dictionary from which a word is a word and no name (范围 12,101; 杜甫 1,304)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name without the blanks inside it; ``start`` and ``end`` are offsets in the text it was read from."""

    text: str
    start: int
    end: int


def name_list(text: str, *, expected: bool = False) -> tuple[str, ...]:
    """
    The names of a line that is nothing but names; empty for any other line.

    ``expected`` says that names are set here (between a title and an abstract), so that 高峰 is a person.
    """
    return tuple(name.text for name in find_names(text, expected=expected))


@lru_cache(maxsize=REMEMBERED)
def find_names(text: str, *, expected: bool = False) -> tuple[Name, ...]:
    """The same, with their places."""
    folded = fold_form(text)
    if len(folded.strip()) > LONGEST or folded.isascii():
        return ()
    masked = _masked(TAIL.sub(_blank, folded), MARKS)
    masked = _masked(_masked(masked, AND), SOURCE)
    if all(map(is_person, (part.strip() for part in DOTTED.split(masked)))):
        masked = _masked(masked, DOTTED)  # 李华 · 王伟 · 赵明
    if _begins_with_words(masked):
        return ()
    names = _tokens(text, masked)
    if any(masked[name.end :].lstrip(" ").startswith(":") for name in names):
        return ()  # a label
    rest = list(masked)
    for name in names:
        rest[name.start : name.end] = "\x00" * (name.end - name.start)
    if not names or not SEPARATORS.fullmatch("".join(rest)) or not all(_is_shaped(name.text) for name in names):
        return ()
    names = _without_romanised(names, masked)
    native = [name for name in names if not name.text.isascii()]
    surnamed = sum(is_person(name.text) for name in native)
    if expected or surnamed or MARKS.search(folded):
        surnamed = sum(bool(_person().fullmatch(name.text)) and not _is_no_name(name.text) for name in native)
    share = 2 if expected else 3
    if surnamed * share < len(native) * (share - 1) or (len(native) == 1 and not surnamed):
        return ()
    return names


def _begins_with_words(masked: str) -> bool:
    """Whether the first token is too long for a name and no row of names, as in nearly all lines."""
    first = TOKEN.search(masked)
    return first is None or (bool(WORDS.fullmatch(first[0])) and len(_parted(masked, *first.span())) == 1)


def _without_romanised(names: tuple[Name, ...], masked: str) -> tuple[Name, ...]:
    """``李　华 Hua LI, 王伟 Wei WANG``: where every Han name is followed by a Latin one, they are the same people."""
    pairs = list(zip(names[::2], names[1::2], strict=False))
    paired = len(names) % 2 == 0 and all(
        not left.text.isascii() and right.text.isascii() and not masked[left.end : right.start].strip(" (\x00")
        for left, right in pairs
    )
    return tuple(left for left, _ in pairs) if paired else names


def is_person(text: str) -> bool:
    """Whether the text has the shape of a personal name: a known surname and one or two more characters, or a dot."""
    if not _person().fullmatch(text) or SHORT_HEADLINES.search(text) or _is_no_name(text):
        return False
    return frequencies().get(text, 0) < COMMON


def _is_no_name(text: str) -> bool:
    """Whether what has the shape of a name is a word of bylines, a city, a school, or the name of a column."""
    if text in NO_NAMES or text in _cities() or text.endswith(("学院", "大学", "医院")):
        return True
    return "·" in text and NOT_DOTTED.match(text) is not None


@cache
def _cities() -> frozenset[str]:
    return frozenset(form_part("city").split("|"))


def byline_names(text: str) -> tuple[str, ...]:
    """The names in a byline, its labels and parentheses left out, each once."""
    return tuple(dict.fromkeys(name.text for name in find_byline(text)))


def find_byline(text: str) -> tuple[Name, ...]:
    """The same, with their places."""
    folded = NOTE.sub(lambda found: found[0] if NAMING.search(found[0]) else _blank(found), fold_form(text))
    masked = _masked(_masked(folded, LABELS), MARKS)
    return tuple(
        name for name in _tokens(text, TAIL.sub(_blank, masked))
        if name.text not in NO_NAMES
        and not OUTLET.fullmatch(name.text)
        and (_is_shaped(name.text) or _is_account(name.text))
    )  # fmt: skip


def find_latin_names(text: str) -> tuple[Name, ...]:
    """The names of a line in Latin letters, ``LI Ming1, WANG Fang2 and J. P. Dupont*``, without their marks."""
    masked = _masked(_masked(fold_form(text), MARKS), LATIN_MARKS)
    found = (match for match in LATIN_NAME.finditer(masked))
    return tuple(Name(" ".join(match[0].split()), match.start(), match.end()) for match in found)


def _blank(found: re.Match[str]) -> str:
    return "\x00" * len(found[0])


def _masked(text: str, pattern: re.Pattern[str]) -> str:
    """The text with what fits the pattern put out of sight, every other character in its place."""
    return pattern.sub(_blank, text)


def _tokens(text: str, masked: str) -> tuple[Name, ...]:
    """Names of Han characters, names with dots, Latin names; characters set apart are put together."""
    spans = [found.span() for found in TOKEN.finditer(masked)]
    return tuple(
        Name(re.sub(r"\s", "", shown) if not shown.isascii() else shown, start, end)
        for start, end in _closed_up(masked, spans)
        for shown in (text[start:end],)
    )


def _closed_up(masked: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names of two characters are set apart to be as wide as three (``李 华``); glued ones are parted."""
    closed: list[tuple[int, int]] = []
    at = 0
    while at < len(spans):
        start, end = spans[at]
        following = spans[at + 1] if at + 1 < len(spans) else None
        single = end - start == 1 and not masked[start].isascii()
        if single and following and following[1] - following[0] <= 2 and not masked[following[0]].isascii():
            gap = masked[end : following[0]]
            if 1 <= len(gap) <= 4 and not gap.strip(" "):
                closed.append((start, following[1]))
                at += 2
                continue
        closed += _parted(masked, start, end)
        at += 1
    return closed


def _parted(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """``刘虹厉虹`` as two names, where it can be read in one way only; else as it is."""
    text = masked[start:end]
    if not 4 <= len(text) <= 14 or "·" in text or text.isascii() or (len(text) == 4 and _person().fullmatch(text)):
        return [(start, end)]
    if not any(_person().fullmatch(text, 0, size) for size in (2, 3)):
        return [(start, end)]
    ways: list[list[list[int]]] = [[[]], *([] for _ in text)]
    for at in range(len(text)):
        for size in (2, 3):
            if ways[at] and len(ways[at]) < 3 and _person().fullmatch(text[at : at + size]) and at + size <= len(text):
                ways[at + size] += [[*way, at + size] for way in ways[at]]
    if len(ways[-1]) != 1:
        return [(start, end)]
    if any(crosses(text[:point], text[point:]) for point in ways[-1][0][:-1]):
        return [(start, end)]  # 明日午|后或有|雷阵雨: the dictionary reads words across, so these are no names
    ends = [start + point for point in ways[-1][0]]
    return list(zip([start, *ends[:-1]], ends, strict=True))


def _is_shaped(text: str) -> bool:
    return bool(_name_shape().fullmatch(text))


def _is_account(text: str) -> bool:
    """Translators and editors of the web go by account names."""
    return bool(re.fullmatch(r"[A-Za-z][\w.\-]{1,30}(?: [A-Z][\w.\-]{1,24}){0,3}", text))


@cache
def _person() -> re.Pattern[str]:
    return re.compile(f"(?:{form_part('surname')})[{HAN}]{{1,2}}|[{HAN}]{{1,8}}(?:[·•‧・∙][{HAN}]{{1,8}}){{1,4}}")


@cache
def _name_shape() -> re.Pattern[str]:
    latin = rf"[A-Z\u00c0-\u00de]{LATIN}(?: {{1,2}}[A-Z\u00c0-\u00de]{LATIN}){{0,4}}"
    return re.compile(f"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:[·•‧・∙][{HAN}]{{1,8}}){{1,4}}|{latin}")
