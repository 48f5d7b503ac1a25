"""
Lists of personal names: the line under a title that has no label.

A name is two to four Han characters that begin with a surname of the table, or a name with a middle dot. A line is a
list of names where every part is one, so that no sentence is taken for one.

    >>> name_list("占智勇 徐政 宁尚通*")
    ('占智勇', '徐政', '宁尚通')
    >>> name_list("赋能新经济 发展新动能")
    ()
    >>> byline_names("记者 单玉紫枫 通讯员 李明敏 徐海峰")
    ('单玉紫枫', '李明敏', '徐海峰')
"""

from __future__ import annotations

import re
from functools import cache

from cntextclean.language.dictionary import frequencies
from cntextclean.language.forms import fold_form, form_part

MARKS = re.compile(r"[\d*#①-⑳†‡¹²³⁴⁵\[\](),]+$|^[\[(][\u4e00-\u9fff]{1,2}[\])]")
SPLIT = re.compile(r"[\s、,;/|&]+")
LABELS = re.compile(
    r"(?:(?:本报|本刊|本社|本网|特派|新华社|人民日报|中新社|央视|见习|实习|首席|特约|全媒体|融媒体|驻[\u4e00-\u9fff]{1,4}?)\s*)*"
    r"(?:摄影记者|记者|通讯员|实习生|特约撰稿人|撰稿人|作者|编译|翻译|译者|著者|评论员|总策划|总统筹|执行统筹|执行策划"
    r"|总监制|策划|统筹|监制|撰文|采写|采访|主笔|撰稿|文案|出品人|整理|文字|摄影|图片|制图|文/图|文|图|校对)(?=[\s:/|丨]|(?=[\u4e00-\u9fff]))"
)
NOTE = re.compile(r"\([^()]{0,40}\)")
SHORT_HEADLINES = re.compile(r"[的了是在与和为]|[新大]$")
NEVER = frozenset({"本报", "记者", "关键词", "白皮书", "石头记", "许可证", "于是乎", "高科技"})
COMMON = 1600
"""Frequency in the dictionary from which a word is a word and no name (范围 12,101; 杜甫 1,304)."""


def name_list(text: str) -> tuple[str, ...]:
    """The names of a line that is nothing but names; empty for any other line."""
    folded = fold_form(text).strip()
    if len(folded) > 60 or folded.isascii():
        return ()
    parts = [MARKS.sub("", part) for part in SPLIT.split(_close_up(folded)) if part]
    parts = [part for part in parts if part and not part.isdigit()]
    if not parts or not all(_name_shape().fullmatch(part) for part in parts):
        return ()
    surnamed = sum(is_person(part) for part in parts)
    if surnamed * 3 < len(parts) * 2 or (len(parts) == 1 and not surnamed):
        return ()
    return tuple(parts)


def is_person(text: str) -> bool:
    """Whether the text has the shape of a personal name: a known surname and one or two more characters, or a dot."""
    if not _person().fullmatch(text) or text in NEVER or SHORT_HEADLINES.search(text):
        return False
    return frequencies().get(text, 0) < COMMON


def byline_names(text: str) -> tuple[str, ...]:
    """The names in a byline, its labels and parentheses left out."""
    folded = NOTE.sub(" ", fold_form(text))
    bare = LABELS.sub(" ", folded)
    found = [MARKS.sub("", part.strip(" :/|·◎●□■*")) for part in SPLIT.split(_close_up(bare))]
    return tuple(dict.fromkeys(part for part in found if _name_shape().fullmatch(part) or _latin_name(part)))


def _close_up(folded: str) -> str:
    """Names of two characters are set with a blank between, to be as wide as three: ``李 华``."""
    return re.sub(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) {1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])", r"\1\2", folded)


def _latin_name(part: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z][\w.\-]{1,30}", part))


@cache
def _person() -> re.Pattern[str]:
    return re.compile(
        f"(?:{form_part('surname')})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,6}}·[\u4e00-\u9fff·]{{1,12}}"
    )


@cache
def _name_shape() -> re.Pattern[str]:
    return re.compile("[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff·]{1,12}")
