"""
Personal names of a line, each with its place: the line under a title that has no label.

A name is two to four Han characters that begin with a surname of the table, a name with a middle dot, or in a list
with such names a Latin one. A line is a list of names where every part is one, so that no sentence is taken for one.
Numbers, letters and stars that point to institutions and notes are looked through, however they were recognised
(``¹``, ``1,2``, ``<sup>1</sup>``, ``$^1$``, ``*``).

    >>> name_list("占智勇¹,² 徐　政² 宁尚通*")
    ('占智勇', '徐政', '宁尚通')
    >>> name_list("赋能新经济 发展新动能")
    ()
    >>> find_names("张　三，李四¹")
    (Name(text='张三', start=0, end=3), Name(text='李四', start=4, end=6))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from cntextclean.language.forms import fold_form
from cntextclean.structure.name_parts import HAN, LATIN, PART, closed_up, name_shape, parted, person_shape
from cntextclean.structure.persons import is_no_name, is_person, is_unlisted
from cntextclean.structure.romanised import is_romanised

REMEMBERED = 4096
"""Lines whose names are kept: each line of a page is asked about by the lines above it."""
LONGEST = 320
"""Characters of a line of names: twenty authors, each with two marks; statements of a field are signed by forty."""
TOKEN = re.compile(
    rf"{PART}(?: ?[·•‧・∙] ?{PART}){{1,4}}|[{HAN}]{{1,14}}"
    rf"|[A-Za-z\u00c0-\u024f]{LATIN}(?: {{1,2}}[A-Z\u00c0-\u00de]{LATIN}){{0,4}}"
)
WORDS = re.compile(rf"[{HAN}]{{5,}}")
LONG_WORDS = re.compile(rf"(?<![{HAN} \-·•‧・∙])[{HAN}]{{5,14}}+(?![ \-·•‧・∙])")
"""A token too long for a name that nothing joins with another."""
HIDING, STOPS = re.compile(r"[<$^\[(《]"), re.compile("[。!?…]")
"""What marks begin with that may cover several Han or a stop, no mark begins with Han; what no list of names has."""
MARKS = re.compile(
    r"<sup>[^<>]{0,16}</sup>|\$[^$]{0,40}\$|\^\{[^{}]{0,16}\}|\^[\d,*]{1,8}\^?|[\[(][\d,，*†‡a-e ]{1,12}[\])]"
    r"|[\u2070-\u2079¹²³ᵃ-ᵍʰ-ʸⁿ①-⑳⑴-⒇*†‡#§△▲☆★✉■◆●□◎○◇]{1,6}|\d[\d,*†‡#、]{0,10}(?![\d年月日])"
    r"|[\[(][^()\[\]]{0,60}(?:@|\d{3,4}-\d{7,8})[^()\[\]]{0,60}[\])]"
    rf"|(?<=[{HAN}])[a-eläöü]{{1,3}}(?:,[a-e]){{0,3}}(?![A-Za-z])|(?<=[{HAN}])[\"'“”‘’」}}°]{{1,2}}"
    rf"|(?<![{HAN}])[\[(【〔][{HAN}]{{1,3}}[\])】〕](?=[{HAN}])|\\"
)
SEPARATORS = re.compile(r"(?:[^\w。！？!?《》“”\"…—]|[\d_α-ω])*")
"""What may stand between names: marks of every kind and numbers, but no letter, no end of a sentence, no quotation."""
SOURCE = re.compile(r"《[^《》]{1,12}[报刊志末网社察究论]》")
"""The paper they write for, behind the names."""
AND = re.compile(r"(?<=[ \d*]) ?[和与及] ?(?= )")
"""``李华 和 王伟``."""
PAIR = re.compile(rf"(?<![{HAN}])([{HAN}·]{{2,6}}?)[和与及]([{HAN}·]{{2,6}})(?![{HAN}·])")
ANY_HAN = re.compile(f"[{HAN}]")
SEATED = re.compile(rf"[{HAN}] ?,? ?\d{{6}}(?!\d)")
"""A place and its postal code: ``江苏 常州 213164``."""
DOTTED = re.compile(rf"(?<=[{HAN}]) {{1,3}}[·•‧・∙] {{1,3}}(?=[{HAN}])")
TAIL = re.compile(rf"(?<=[{HAN}]) ?(?:等|编著|主编|著|译|撰|编译|执笔)[。.]? ?$")
AT_TAIL, LONGEST_TAIL = frozenset("等编著译撰执"), 6
"""What such a tail has one of, and its characters at most."""
SUBJECTS = ("研究", "分析", "探讨", "探析", "综述", "述评", "思考", "设计", "应用", "影响")
BROADCASTERS = ("卫视", "影视", "频道", "电台", "传媒")
"""How titles of articles and broadcasters end, and no name does."""


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
    if _is_running_text(folded, expected=expected) or SEATED.search(folded):
        return ()
    masked = mask(TAIL.sub(blank, folded), MARKS)
    masked = mask(mask(masked, AND), SOURCE)
    if all(map(is_person, (part.strip() for part in DOTTED.split(masked)))):
        masked = mask(masked, DOTTED)  # 李华 · 王伟 · 赵明
    if _begins_with_words(masked, expected=expected):
        return ()
    names = find_tokens(text, masked, expected=expected)
    if any(masked[name.end :].lstrip(" ").startswith(":") for name in names):
        return ()  # a label
    rest = list(masked)
    for name in names:
        rest[name.start : name.end] = "\x00" * (name.end - name.start)
    if not names or not SEPARATORS.fullmatch("".join(rest)) or not all(is_shaped(name.text) for name in names):
        return ()
    if any(name.text.endswith(SUBJECTS + BROADCASTERS) for name in names):
        return ()  # 平衡 方法研究: the end of a title
    names = _without_romanised(names, masked)
    native = [name.text for name in names if not name.text.isascii()]
    return names if _are_people(native, expected=expected, marked=MARKS.search(folded) is not None) else ()


def _are_people(native: Sequence[str], *, expected: bool, marked: bool) -> bool:
    """Whether most of these names begin with a surname; fewer are asked for where names are ``expected``."""
    surnamed = sum(map(is_person, native))
    if expected or surnamed or marked:
        surnamed = sum(bool(person_shape().fullmatch(name)) and not is_no_name(name) for name in native)
    if expected and surnamed < len(native):
        surnamed += sum(is_unlisted(name) and not person_shape().fullmatch(name) for name in native)
    share = 2 if expected else 3
    return surnamed * share >= len(native) * (share - 1) and not (len(native) == 1 and not surnamed)


def _is_running_text(folded: str, *, expected: bool) -> bool:
    """Whether a line surely holds more than names: nine rows of text in ten, before any mark is looked for."""
    if not AT_TAIL.isdisjoint(folded[-LONGEST_TAIL:]):
        return False
    bare = not HIDING.search(folded)
    if bare and STOPS.search(folded):
        return True
    words = LONG_WORDS.search(folded) if bare else LONG_WORDS.match(folded)
    return words is not None and len(parted(folded, *words.span(), expected=expected)) == 1


def _begins_with_words(masked: str, *, expected: bool) -> bool:
    """Whether the first token is too long for a name and no row of names, as in nearly all lines."""
    first = TOKEN.search(masked)
    if first is None or not WORDS.fullmatch(first[0]):
        return first is None
    return len(parted(masked, *first.span(), expected=expected)) == 1


def _without_romanised(names: tuple[Name, ...], masked: str) -> tuple[Name, ...]:
    """``李　华 Hua LI, 王伟 Wei WANG``: where every Han name is followed by one in pinyin, they are the same people."""
    pairs = list(zip(names[::2], names[1::2], strict=False))
    paired = len(names) % 2 == 0 and all(
        not left.text.isascii() and right.text.isascii() and not masked[left.end : right.start].strip(" (\x00")
        for left, right in pairs
    )
    return tuple(left for left, _ in pairs) if paired and is_romanised([right.text for _, right in pairs]) else names


def part_pairs(masked: str) -> str:
    """Where two names are joined by 和 alone, it is put out of sight: ``记者李华和王伟``; 李和平 is one."""
    return PAIR.sub(lambda found: found[0] if not _is_pair(found) else f"{found[1]}\x00{found[2]}", masked)


def _is_pair(found: re.Match[str]) -> bool:
    return is_person(found[1]) and is_person(found[2])


def blank(found: re.Match[str]) -> str:
    """As many characters that are no letter as were found."""
    return "\x00" * len(found[0])


def mask(text: str, pattern: re.Pattern[str]) -> str:
    """The text with what fits the pattern put out of sight, every other character in its place."""
    return pattern.sub(blank, text)


def find_tokens(text: str, masked: str, *, expected: bool = False) -> tuple[Name, ...]:
    """Names of Han characters, names with dots, Latin names; characters set apart are put together."""
    spans = [found.span() for found in TOKEN.finditer(masked)]
    return tuple(
        name_at(text, start, end) for start, end in closed_up(masked, spans, expected=expected)
    )  # fmt: skip


def name_at(text: str, start: int, end: int) -> Name:
    """
    The name that stands there: without the blanks inside it, but for one in Latin letters.

    >>> name_at("李　华", 0, 3).text, name_at("Peter Müller", 0, 12).text
    ('李华', 'Peter Müller')
    """
    shown = text[start:end]
    return Name(re.sub(r"\s", "", shown) if ANY_HAN.search(shown) else shown, start, end)


def is_shaped(text: str) -> bool:
    """Whether a token could be a name by its length and script, whatever its surname."""
    return bool(name_shape().fullmatch(text))
