"""
Whether a few Han characters are the name of a person: by the surname, by the dictionary, and by what names never are.

It is safe because it only reads.

    >>> is_person("李华"), is_person("云南"), is_person("买买提·艾力"), is_no_name("论著·临床研究")
    (True, False, True, True)
"""

from __future__ import annotations

import re
from functools import cache

from cntextclean.language.converters import converted_lines
from cntextclean.language.dictionary import frequencies, segment
from cntextclean.language.forms import form_part
from cntextclean.structure.byline_words import role_words
from cntextclean.structure.labels import label_words
from cntextclean.structure.name_parts import HAN, person_shape

NOT_DOTTED = re.compile(
    r".*(?:研究|论著|综述|专题|论坛|理论|实践|经验|教学|管理|临床|基础|病例|报告|评论|观察|思考|文化|历史|经济|社会|法律|教育|新闻|科技|访谈|专稿)"
)
"""What is in the name of a column, ``论著·临床研究``, and in no name of a person."""
NO_NAMES = frozenset({
    "报道", "综合报道", "联合报道", "摄影报道", "采访报道", "综合", "供稿", "来源", "编辑", "责编", "发自", "本报",
    "记者", "关键词", "白皮书", "石头记", "许可证", "于是乎", "高科技", "参与采写", "整理", "供图", "摄影", "翻译",
    "译者", "微博", "微信", "文章", "翻摄", "公号", "公众号", "字号", "字体",
    "后记", "习题", "注释", "单位", "时间", "发布", "日期",
})  # fmt: skip
SHORT_HEADLINES = re.compile(r"[的了是在与和为]|(?<![立建志国永德维日文学卫宝])[新大]$")
UNLISTED = re.compile(
    rf"(?!.*[的了是在与和为及之以于等不有从各本年月日第])[{HAN}]{{3,4}}(?<![学法论率性化机器术者式型病症酸酶物素])"
)
"""Three or four characters without those that join words and end technical terms."""
MEASURED = re.compile(r"万[多余]?[人元吨亩户米名件只台次个册辆套]")
"""What a row of a headline begins with that a break parted from its number: ``2.4`` above ``万人``."""
RARE = 60
"""Frequency in the dictionary below which a word of two characters and more may be part of a name."""
INSTITUTES = ("学院", "大学", "医院", "党校", "中学", "小学", "研究所", "研究院", "实验室", "教授", "讲师")
"""Ends of institutions and posts that have the width of a name: ``理研究所``."""
COMMON = 1600
"""Frequency in the dictionary from which a word is a word and no name (范围 12,101; 杜甫 1,304)."""


def is_person(text: str) -> bool:
    """Whether the text has the shape of a personal name: a known surname and one or two more characters, or a dot."""
    if not person_shape().fullmatch(text) or SHORT_HEADLINES.search(text) or is_no_name(text):
        return False
    return frequencies().get(text, 0) < COMMON


def is_unlisted(text: str) -> bool:
    """
    Whether three or four characters are no words, as names of peoples without Han surnames are: 次仁卓玛, 斯琴高娃.

    >>> is_unlisted("次仁卓玛"), is_unlisted("斯琴高娃"), is_unlisted("详细信息"), is_unlisted("巴基斯坦")
    (True, True, False, False)
    """
    if not UNLISTED.fullmatch(text) or is_no_name(text):
        return False
    said = converted_lines("t2s", [text])[0]  # the dictionary is simplified
    if said[3:] and all(frequencies().get(half, 0) >= RARE for half in (said[:2], said[2:])):
        return False
    words = segment(said)
    return all(len(word) == 1 or frequencies().get(word, 0) < RARE for word in words)


def is_no_name(text: str) -> bool:
    """Whether what has the shape of a name is a word of bylines, a city, a school, a measure, or names a column."""
    if text in _no_names() or text.endswith(INSTITUTES) or MEASURED.fullmatch(text):
        return True
    if "·" not in text:
        return False
    last = text[text.rindex("·") + 1 :]
    return NOT_DOTTED.match(text) is not None or (len(last) > 1 and frequencies().get(last, 0) >= COMMON)


@cache
def _no_names() -> frozenset[str]:
    """Words of bylines, labels of front matter, cities and provinces (云南, 安徽, 江苏省)."""
    places = f"{form_part('city')}|{form_part('province')}".split("|")
    return NO_NAMES | role_words() | label_words() | {place + rank for place in places for rank in ("", "省", "市")}
