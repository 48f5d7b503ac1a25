"""
Rows that end inside a number, or inside what names the reporters of a story: half of either makes no sense.

Where a text was cut every so many characters, a break stands behind the point of a fraction, between a paper and its
reporter, or inside the list of reporters behind a dateline. What stands below then has the form of a list item, of a
byline or of a caption, and would be set apart (24 of 452 re-wrapped stories would be broken there).

It is safe because each form is one that no row ends with that says what it has to say.

    >>> parts_number("全日最低1850.", "86点，全日收于"), parts_number("直落两局，分别以21:15、21:", "17战胜")
    (True, True)
    >>> parts_credit("选手在比赛中回球。新华社", "记者 李华 摄"), parts_credit("表示慰问。新", "华社记者李华摄")
    (True, True)
    >>> parts_dateline("某某网讯 记者李华 通讯员王伟 赵", "明 当今社会"), parts_dateline("某某网讯 记者李华", "今年")
    (True, False)
"""

from __future__ import annotations

import re
from functools import cache

from cntextclean.language.forms import fold_form, form_part
from cntextclean.structure.dateline_words import dateline_words
from cntextclean.structure.datelines import find_dateline, known_agencies
from cntextclean.structure.names import name_list

FRACTION, FRACTION_REST = re.compile(r"[\u4e00-\u9fff]\d{1,6}\.$"), re.compile(r"\d{1,4}[\u4e00-\u9fff%]")
"""A Han right before the number: ``38(2): 1-10.`` ends a reference."""
CLOCK, CLOCK_REST = re.compile(r"(?<![\d:])\d{1,2}:$"), re.compile(r"\d{2}(?![\d:.])")
BEHIND_STOP = re.compile(r"[。！？!?”』」)）]([^。！？!?”』」)）]*)$")
LONGEST_TAIL, LONGEST_HEAD = 14, 24
"""Characters at the end of a row in which a stop may stand before a credit, and of the next row that are looked at."""
LONGEST_OUTLET, BEGUN = 6, re.compile(r"[ \u3000]([\u4e00-\u9fff]{2,5})$")
"""Characters at the end of a row that the name of an agency begins with, and the blank before it."""
ROLE = re.compile(r"记者|通讯员|实习生")
CREDITED = re.compile(r"记者|通讯员|[社网报台]发")
OPEN = re.compile(
    r"[\])】]? {0,3}(?P<open>\()? ?[\u4e00-\u9fff]{0,10}?(?:记者|通讯员|实习生)[^。,;!?()]{1,44}(?<![电讯])$"
)
"""Behind a dateline, reporters up to the end of the row."""
OPEN_HOUSES, LONGEST_HOUSES = re.compile(r"([^()（）]{2,80}?) ?[(（]([^()（）;；。]{1,60})"), 120
"""Names, and a parenthesis for their institutions that the row cuts off; characters of such a row."""
NAME_REST = re.compile(r"[\u4e00-\u9fff]{1,3}(?: {1,3}|[、)]|报[道导])")
"""How a row begins with the end of a name, or with a name among others."""


def ends_inside(left: str, right: str) -> bool:
    """Whether a row ends inside a number, the credit of a picture or a story, or the reporters of a dateline."""
    if not left or not right:
        return False
    if left[-1] in ".:：．":
        return parts_number(left, right) or parts_dateline(left, right)
    return parts_credit(left, right) or parts_dateline(left, right) or parts_outlet(left, right)


def opens_houses(text: str) -> bool:
    """
    Whether a row is names and the beginning of their institutions.

    >>> opens_houses("李华，王伟（东海大"), opens_houses("李华，王伟（东海大学）")
    (True, False)
    """
    if len(text) > LONGEST_HOUSES or not ("(" in text or "（" in text):
        return False
    found = OPEN_HOUSES.fullmatch(text)
    return found is not None and bool(name_list(found[1], expected=True))


def parts_outlet(left: str, right: str) -> bool:
    """
    Whether a break stands inside the name of an agency or a site that a blank parts from what is before it.

    >>> parts_outlet("作者：李华 人民", "网-国际频道"), parts_outlet("服务人民", "网上办理"), parts_outlet("人民", "网")
    (True, False, False)
    """
    begun = BEGUN.search(left[-LONGEST_OUTLET:])
    if begun is None:
        return False
    said = begun[1]
    return any(
        name.startswith(said) and len(name) > len(said) and right.startswith(name[len(said) :])
        for name in known_agencies()
    )


def parts_number(left: str, right: str) -> bool:
    """
    Whether a break stands behind the point of a fraction, or the colon of a clock or a score.

    >>> parts_number("其中女性5.", "3年来"), parts_number("38(2): 1-10.", "2方法"), parts_number("主持人:", "12人")
    (True, False, False)
    """
    if not right[0].isdigit():
        return False
    end, head = fold_form(left[-8:]), fold_form(right[:6])
    pairs = ((FRACTION, FRACTION_REST), (CLOCK, CLOCK_REST))
    return any(upper.search(end) and lower.match(head) for upper, lower in pairs)


def parts_credit(left: str, right: str) -> bool:
    """
    Whether a break stands behind a sentence, inside who reported or photographed.

    >>> parts_credit("今年年底建成。　文/", "记者李华"), parts_credit("市民在看展览。新", "华社发（李华摄）")
    (True, True)
    >>> parts_credit("今年年底建成。（某某日报", "记者李华 王伟）"), parts_credit("今年年底建成。", "记者李华")
    (True, False)
    """
    begun = BEHIND_STOP.search(left[-LONGEST_TAIL:])
    tail = fold_form(begun[1]).strip() if begun else ""
    if not tail:
        return False
    head = fold_form(right[:LONGEST_HEAD])
    if not CREDITED.search(tail + head) or head.startswith(known_agencies()):
        return False
    found = _credit().match(tail + head)
    return found is not None and found.end() > len(tail)


def parts_dateline(left: str, right: str) -> bool:
    """
    Whether a row that begins with a dateline ends among its reporters.

    >>> parts_dateline("本报东海1月8日电记者李华报道：", "东海和西山")
    True
    >>> parts_dateline("某某网讯（记者李华、王", "伟）今年")
    True
    """
    if "记" not in left and "記" not in left and "通" not in left:
        return False
    folded = fold_form(left)
    found = find_dateline(left) if len(folded) <= 2 * LONGEST_HEAD and ROLE.search(folded) else None
    rest = OPEN.fullmatch(folded[found.end :].rstrip()) if found else None
    if rest is None:
        return False
    return rest["open"] is not None or folded.endswith(":") or NAME_REST.match(fold_form(right)) is not None


@cache
def _credit() -> re.Pattern[str]:
    """Who reported, up to the first character of a name."""
    ends = "|".join(dateline_words()["outlets"])
    house = rf"(?:{form_part('agency')}|{form_part('house')}|[\u4e00-\u9fff]{{2,8}}?(?:{ends}))"
    return re.compile(
        rf"\(?(?:(?:文|图|图文|文图) ?/ ?)?{house}? ?(?:特约|见习|实习|首席|全媒体|摄影)?(?:记者|通讯员) ?"
        r"[\u4e00-\u9fff]"
        rf"|{house}发 ?\("
    )
