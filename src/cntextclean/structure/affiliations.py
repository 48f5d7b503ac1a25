"""
Institutions of authors, with their places: ``（1.东海大学 经济学院，上海 200000；2.西山研究院，北京 100000）``.

They stand in parentheses behind the names or on lines of their own, numbered where there are several.

It is safe because it only reads.

    >>> [one.text for one in find_affiliations("李华¹，王伟²（1.东海大学，上海 200000；2.西山研究院，北京 100000）")]
    ['东海大学，上海 200000', '西山研究院，北京 100000']
    >>> is_affiliation("西山研究院 北京 100000"), is_affiliation("办好人民满意的大学")
    (True, False)
    >>> is_affiliation("2022年大型城市更新发展报告"), is_affiliation("1例医院感染的护理")
    (False, False)
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from cntextclean.language.forms import blanked, fold_form, form_part
from cntextclean.structure.names import Name, find_names

INSTITUTION = (
    r"(?:大学|学院|研究院|研究所|研究中心|实验室|中心|公司|集团|医院|银行|党校|学校|中学|小学|科学院|图书馆|博物馆|出版社|观象台|气象局|农科院"
    r"|University|Institute|College|Academy|Hospital|School|[省市部局委厅院])"
)
CORPORATE_AUTHOR = (
    r"[\u4e00-\u9fffA-Za-z·“”《》()（）]{2,36}"
    r"(?:课题组|研究组|调研组|编写组|项目组|工作组|专家组|协作组|学组|编辑部|编委会|委员会|学会|协会|分会|联盟|中心|研究[院所]|科学院|[局部司署]|银行|[支分总]行"
    r"|智库|集团|公司|政府|办公室)"
)
"""Bodies that write: those of a project, of a profession, of a government."""
BODY = re.compile(r"[^\s、，,;；]+")
GROUP = re.compile(rf"\((?=[^()]{{0,240}}{INSTITUTION})[^()]{{2,600}}(?:\([^()]{{0,40}}\)[^()]{{0,300}}){{0,3}}\)?")
AFFILIATION = re.compile(
    rf"^(?:[(①-⑨*⁰-⁹¹²³]|\d{{1,2}}(?![\d年月例个种类起项次度]))(?!\d{{4}} ?年).{{0,80}}{INSTITUTION}"
    r"|^(?![^ ]{0,24}[的了])(?:[\u4e00-\u9fff]{2,16})(?:大学|科学院|研究院|研究所|党校|学院|医院|公司)"
    r"(?:[ \u3000]?[\u4e00-\u9fff]{2,16}(?:学院|系|所|中心|部|院))?"
    r"[ \u3000，,]{0,3}(?:[\u4e00-\u9fff ]{2,10})?[ ,，]{0,3}\d{0,6}[)）]?$"
    rf"|^\d{{6}} {{0,3}}[\u4e00-\u9fff]{{2,8}}[ ,，].{{2,40}}{INSTITUTION}"
)
NUMBERED = re.compile(
    r"(?:^|(?<=[;；,，。.)\s(（\d]))[(（]?(?:\d{1,2}|[a-e①-⑨⁰-⁹¹²³])[)）.．、，, ]{0,2}(?=[\u4e00-\u9fffA-Z])"
)
PARTS = re.compile(r"[;；]")
DEPARTMENT = r"(?: ?[\u4e00-\u9fff]{1,14}(?:学院|系|所|部|中心|室))?"
"""What may stand behind the name of a house: ``文学院``, ``历史系``."""
BEFORE_NAMES = re.compile(
    r"(?:[■◆●□◎○◇▲] ?)?(?P<house>(?:[\u4e00-\u9fff]{2,10}[省市县区州] )?"
    r"[\u4e00-\u9fff]{2,16}(?:大学|学院|研究院|研究所|科学院|党校|医院|公司|中学|小学|学校|幼儿园)"
    rf"{DEPARTMENT})"
    r"(?P<post> ?(?:副?教授|讲师|博士|研究员|硕士))?(?= {1,6}[\u4e00-\u9fff])"
)
"""An institution on the line of its people: ``东海大学 文学院　丁之江　薛之江``."""
INLINE = re.compile(
    r"/ ?[\u4e00-\u9fff]{2,16}(?:大学|学院|研究院|研究所|科学院|党校|医院|公司|中学|小学)"
    rf"{DEPARTMENT}(?= ?(?:[;,/|]|$))"
)
"""Institutions between the names of a list: ``李华 / 东海大学；王伟 / 西山研究院``."""
HOUSES = r"(?:大学|学院|研究院|研究所|研究中心|实验室|科学院|医院|公司|学校|图书馆|博物馆|天文台)"
POSTED = re.compile(
    r"(?P<name>[\u4e00-\u9fff·]{2,12}) {1,4}(?P<post>(?:副|助理)?(?:教授|研究员)|讲师|博士生?|硕士生?|博士后|工程师)"
    r" {1,4}(?P<house>[\u4e00-\u9fff]{2,20}(?:大学|学院|研究院|研究所|科学院|党校|医院|公司|中学|小学|学校|中心|局|台)"
    rf"{DEPARTMENT})$"
)
"""``李华　教授　东海大学``: somebody with his post and his institution."""
POSTCODE = re.compile(r"\d{6}(?=\d[.．、 ]? ?[\u4e00-\u9fff])")
EDGE = " \u3000,，.。;；()（）*\t"


@lru_cache(maxsize=4096)
def is_affiliation(text: str) -> bool:
    """Whether a short line names an institution, as set under authors."""
    bare = fold_form(text.strip())
    return len(bare) <= 260 and not bare.endswith("。") and "。" not in bare and bool(AFFILIATION.search(bare))


def find_bodies(text: str) -> tuple[Name, ...]:
    """
    The bodies of a line that is nothing but bodies that write, set apart.

    >>> [one.text for one in find_bodies("东海省考古研究院　西山市文物保护研究所")], find_bodies("东海大学 李华")
    (['东海省考古研究院', '西山市文物保护研究所'], ())
    """
    parts = [Name(found[0], *found.span()) for found in BODY.finditer(text)]
    return tuple(parts) if all(re.fullmatch(CORPORATE_AUTHOR, one.text) for one in parts) else ()


def find_affiliations(text: str) -> tuple[Name, ...]:
    """The institutions of a line, in order, their numbers left out."""
    folded = fold_form(text)
    groups = [found.span() for found in GROUP.finditer(folded)]
    if not groups and (led := _leading(folded) or posted_house(folded)):
        return (Name(text[led[0] : led[1]], *led),)
    if not groups and (run_on := _run_on(folded)) is not None:
        groups = [(run_on, len(text))]
    if not groups:
        groups = [(0, len(text))] if is_affiliation(text) else []
    return tuple(part for start, end in groups for part in _parts(text, folded, start, end))


def without_affiliations(text: str) -> str:
    """The text with institutions in parentheses, or a line of institutions, put out of sight; places stay."""
    masked = blanked(fold_form(text), GROUP)
    if masked == fold_form(text):
        inline = blanked(masked, INLINE)
        if inline != masked and find_names(inline, expected=True):
            return inline
        if posted_house(masked) and (posted := POSTED.match(masked)):
            masked = masked[: posted.end("name")] + " " * (len(masked) - posted.end("name"))
        found = BEFORE_NAMES.match(masked)
        run_on = _run_on(masked)
        if found and _leading(masked):
            masked = " " * found.end() + masked[found.end() :]
        elif run_on is not None:
            masked = masked[:run_on] + " " * (len(masked) - run_on)
        elif is_affiliation(text):
            return " " * len(text)
    return "".join(shown if mask != " " else " " for mask, shown in zip(masked, text, strict=True))


def posted_house(folded: str) -> tuple[int, int] | None:
    """Where the institution of a line stands that names somebody with his post."""
    found = POSTED.match(folded.rstrip())
    return found.span("house") if found and find_names(found["name"], expected=True) else None


def _leading(folded: str) -> tuple[int, int] | None:
    """Where an institution stands before the names of its people."""
    found = BEFORE_NAMES.match(folded)
    if not found or not find_names(folded[found.end() :], expected=True):
        return None
    return found.span("house")


@lru_cache(maxsize=1024)
def _run_on(folded: str) -> int | None:
    """Where institutions begin that are run into the last of several names: ``李华，王伟贵州省重点实验室``."""
    for found in _seated().finditer(folded):
        if len(find_names(folded[: found.start()], expected=True)) > 1:
            return found.start()
    return None


@cache
def _seated() -> re.Pattern[str]:
    """An institution that is named after its place, with its number."""
    places = f"{form_part('province')}|{form_part('city')}|中国|国家|[东西南北华][东西南北中]"
    return re.compile(rf"\d?[.．、 ]{{0,2}}(?:{places})[\u4e00-\u9fff（）()]{{2,40}}?{HOUSES}")


def _parts(text: str, folded: str, start: int, end: int) -> list[Name]:
    """A group of institutions parted at semicolons, numbers, and postal codes that a number follows."""
    cuts = {start, end}
    cuts.update(start + found.start() for found in PARTS.finditer(folded[start:end]))
    cuts.update(start + found.end() for found in POSTCODE.finditer(folded[start:end]))
    numbers = [found.span() for found in NUMBERED.finditer(folded, start, end)]
    cuts.update(low for low, _ in numbers)
    ordered = sorted(cuts)
    parts = []
    for low, stop_at in pairwise(ordered):
        high = stop_at
        begin = next((stop for first, stop in numbers if first == low), low)
        while begin < high and text[begin] in EDGE:
            begin += 1
        again = NUMBERED.match(folded, begin, high)
        begin = again.end() if again else begin
        while high > begin and text[high - 1] in EDGE:
            high -= 1
        if high - begin >= 4 and re.search(INSTITUTION, folded[begin:high]):
            parts.append(Name(text[begin:high], begin, high))
    return parts
