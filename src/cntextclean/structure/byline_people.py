"""
The people of a line that is known to be a byline, or the value of a label: whatever in it has the shape of a name.

Other than :mod:`cntextclean.structure.bylines`, which must prove that a line is a byline, this reads one that is. What
people are stands in ``tables/bylines.toml``.

It is safe because it only reads.

    >>> [one.text for one in find_byline("记者 单玉紫枫 通讯员 李明敏 徐海峰")]
    ['单玉紫枫', '李明敏', '徐海峰']
    >>> has_role("文/李华"), has_role("李华 王伟")
    (True, False)
"""

from __future__ import annotations

import re
from functools import cache

from cntextclean.language.forms import fold_form, form_part
from cntextclean.structure.byline_words import byline_words
from cntextclean.structure.name_parts import HAN
from cntextclean.structure.names import MARKS, TAIL, Name, blank, find_tokens, is_shaped, mask, part_pairs
from cntextclean.structure.persons import is_no_name

OUTLET = re.compile(r".+(?:[网报社台刊]|频道|客户端|工作室|编辑部|杂志|中心|[专專]案[组組])$")
NOTE = re.compile(r"\([^()]{0,60}\)")
NAMING = re.compile(r"记者|通讯员|采写|执笔|撰文|作者|整理|(?:编译|综合|文) ?[:/]")
ACCOUNT = re.compile(r"[A-Za-z][\w.\-]{1,30}(?: [A-Z][\w.\-]{1,24}){0,3}")
"""Translators and editors of the web go by account names."""


def find_byline(text: str) -> tuple[Name, ...]:
    """The people of a byline, its roles and parentheses left out, with their places."""
    folded = NOTE.sub(lambda found: found[0] if NAMING.search(found[0]) else blank(found), fold_form(text))
    masked = part_pairs(mask(mask(folded, _roles()), MARKS))
    return tuple(
        name for name in find_tokens(text, TAIL.sub(blank, masked), expected=True)
        if not is_no_name(name.text)
        and not OUTLET.fullmatch(name.text)
        and (is_shaped(name.text) or ACCOUNT.fullmatch(name.text))
    )  # fmt: skip


def has_role(text: str) -> bool:
    """Whether a line says what somebody is."""
    return _roles().search(fold_form(text)) is not None


@cache
def _roles() -> re.Pattern[str]:
    """Reporters with their rank and employer, wherever they stand; other roles where a mark or a blank follows."""
    words = byline_words()
    team = f"{words['ranks']}|{form_part('agency')}|{form_part('house')}|本报|本刊|本社|本网|本台|央视|执笔|驻"
    others = f"{words['signers']}|{words['coloned']}|{words['staff']}|图片|校 ?对"
    return re.compile(
        rf"(?:[“\"「][{HAN}]{{2,10}}[”\"」]\s?)?(?:(?:{team})(?:[{HAN}]{{1,4}}?(?=记者|特派))?\s?)*"
        rf"(?:摄影记者|{words['reporters']})(?=[\s:/|丨、，,]|[\u3400-\u9fff]|$)"
        rf"|(?<![\u3400-\u9fff])(?<!^[{HAN}] )(?<![^{HAN}][{HAN}] )(?:{others})(?=[\s:/|丨]|$)"  # 杨 文 is a name
    )
