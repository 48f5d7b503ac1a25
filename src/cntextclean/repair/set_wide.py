r"""
Blanks between ideographs that somebody set: words and names set wide, characters in a row, text parted into words.

A text that an engine has spaced a glyph at a time is told by its words: blanks stand inside them and between them. In
text that was parted into words on purpose hardly any stands inside one; in lists of words set wide all do; and a row
without a mark, as ``天 地 人 你 我 他``, must hold several words of its own before its blanks count as an engine's.

It is safe because nothing is proposed here; what is recognised keeps its blanks.

    >>> read_spacing("我 们 今 天 去 公 园 玩 ， 大 家 都 很 开 心 。")
    'glyphs'
    >>> read_spacing("我们 在 公园 里 散步 ， 看见 很多 花 。")
    'set'
    >>> read_spacing("天 地 人 你 我 他"), read_spacing("目 录")
    ('set', '')
    >>> [(start, end) for start, end in wide_spans("出席的有王建国、高 峰、黎 明。本课学习大 小 多，请认真书写。")]
    [(8, 11), (12, 15)]
    >>> wide_spans("生字：大 小 多，请认真书写。同 时 坚持原则。")
    [(3, 8)]
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise
from typing import Literal

from cntextclean.language.dictionary import segment
from cntextclean.language.forms import form_part
from cntextclean.model import Span
from cntextclean.repair.letters import BLANKS, HAN, has_han, runs_on

_PAIRS = re.compile(rf"[{HAN}](?=[ ]?[{HAN}])")
_SPACED = re.compile(rf"[{HAN}] (?=[{HAN}])")
_SINGLES = re.compile(rf"(?<![{HAN}])[{HAN}](?:[{BLANKS}]{{1,2}}[{HAN}]){{2,}}(?![{HAN}])")
"""Three ideographs or more that stand alone."""
GLYPHS_LEAST, GLYPHS_SHARE = 4, 0.5
"""A passage is spaced a glyph at a time from four spaced pairs on, and more than half of all: 目 录, 前 言 are not."""
TORN_LEAST, TORN_MOST = 0.2, 0.9
"""The share of such blanks that stand inside words: about half in a text of words of two characters."""
WORDS_LEAST, LONGEST_WORD = 4, 3
"""Words that a row without a mark must hold, and their length: 一二三四五 and 柴米油盐酱醋茶 are in the dictionary."""


def read_spacing(text: str) -> Literal["glyphs", "set", ""]:
    """Whether an engine spaced a passage a glyph at a time, or somebody set its blanks; nothing where few stand."""
    spaced = len(_SPACED.findall(text))
    if spaced < GLYPHS_LEAST or spaced <= GLYPHS_SHARE * len(_PAIRS.findall(text)):
        return ""
    parts = text.split()
    words = segment("".join(parts))
    ends = set(accumulate(map(len, words)))
    gaps = [
        at
        for at, (left, right) in zip(accumulate(map(len, parts)), pairwise(parts), strict=False)
        if has_han(left[-1]) and has_han(right[0])
    ]
    torn = sum(at not in ends for at in gaps)
    if not TORN_LEAST * len(gaps) <= torn <= TORN_MOST * len(gaps):
        return "set"
    known = {word for word in words if 1 < len(word) <= LONGEST_WORD}
    return "glyphs" if runs_on(text) or len(known) >= WORDS_LEAST else "set"


def wide_spans(text: str) -> list[Span]:
    """Where single ideographs stand in a row with blanks between, or a name of two is set as wide as one of three."""
    return [found.span() for pattern in (_names(), _SINGLES) for found in pattern.finditer(text)]


@cache
def _names() -> re.Pattern[str]:
    beside = r"[、，：:；（(，。\n]"
    return re.compile(
        rf"(?:^|(?<={beside})|(?<=\u3000)|(?<=[{BLANKS}]{{2}}))(?:{form_part('surname')})[{BLANKS}]{{1,2}}[{HAN}]"
        rf"(?=$|[、，。；;）)\n\u3000]|[{BLANKS}]{{2}})"
    )
