"""
What a row at the head of a text is made of: people, where they work, what they are, addresses, days, names of papers.

A row of which every part is known and some part is a person names who wrote, whatever order its parts stand in and
whatever parts them: ``李华　东海大学　hua@example.cn``, ``（某市实验小学　李华）``, ``某某时报 李华 2021.02.22``.

It is safe because it only reads, and one part that is not known makes the row none.

    >>> [one.text for one in people_of_row("李　华　东海大学经济学院　hua@example.cn")]
    ['李华']
    >>> [one.text for one in people_of_row("（某市实验小学　王伟）")], people_of_row("赋能新经济 发展新动能")
    (['王伟'], ())
    >>> [one.text for one in people_of_stamp("某某时报 李华 2021.02.22")], people_of_stamp("某某时报 李华")
    (['李华'], ())
    >>> people_of_stamp("2012年5月10日，李华"), people_of_stamp("2012年5月10日 李华")
    ((), ())
    >>> is_stamp("某某财经 2024-05-15 10:20:15 听新闻"), is_stamp("2024年5月15日上午10:20，会议召开。")
    (True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from cntextclean.language.forms import blanked, fold_form, form_part
from cntextclean.structure.affiliations import INSTITUTION
from cntextclean.structure.dateline_words import dateline_words
from cntextclean.structure.name_parts import parted, person_shape
from cntextclean.structure.names import Name
from cntextclean.structure.persons import is_person

REMEMBERED = 1024
"""Rows whose people are kept: each is asked about with the row above and with the row below."""
LONGEST = 120
"""Characters of such a row: six people with their institutions."""
LONGEST_STAMP = 60
"""Characters of a row of day and hour."""
PIECE = re.compile(r"[^\s,;、|/()\[\]【】:·•∙丨~]+(?:·[^\s,;、|/()\[\]【】:]+)*")
ADDRESS = re.compile(
    r"[\w.+\-]+@[\w.\-]+|(?:https?://)?(?:www\.)?[\w\-]+(?:\.[\w\-]+)+[\w/.\-]*|[Ee]-?mail|电子邮箱|邮箱"
)
DAY = r"(?:19|20)\d{2} ?(?:年 ?|[-/.])\d{1,2} ?(?:月 ?|[-/.])\d{1,2} ?日?"
CLOCK = r"\d{1,2} ?: ?\d{2}(?: ?: ?\d{2})?"
DATED = re.compile(rf"{DAY}(?:[ T]{{0,3}}{CLOCK})?")
GLUED = re.compile(rf"(?:19|20)\d{{2}}[-/.]\d{{2}}[-/.]\d{{2}}(?: {CLOCK})?(?=[\u4e00-\u9fff]{{2,40}}$)")
"""The day that names are run into: ``2024-05-12李华王伟``."""
STAMP = re.compile(rf"{DAY}[ T]{{0,3}}{CLOCK}|^ {{0,4}}{DAY} {{0,4}}第? ?[A-Z]?\d{{1,3}} ?版")
ENDS_DATED = re.compile(rf"[ /|]{DAY}$")
NUMBER = re.compile(r"[\d.\-]+")
CODED = re.compile(r"[ ,]{0,2}\d{6}(?!\d)")
"""The postal code behind a place: 常州 is no person."""
ROLE = re.compile(r"文|图|图文|文图|撰文|作者|执笔|采写|供稿")
CLASSES = "专业|班|年级"
"""Where students work."""
WORDS = frozenset({"客户端", "在线", "新闻", "传媒"})
"""Ends of names of papers that are words of headings too: 安装客户端."""
SENTENCE = re.compile("[。！!？?；]")


@lru_cache(maxsize=REMEMBERED)
def people_of_row(text: str) -> tuple[Name, ...]:
    """The people of a row that is nothing but people and what is said of people."""
    folded = fold_form(text)
    if len(folded) > LONGEST or SENTENCE.search(folded):
        return ()
    return _people(text, blanked(folded, ADDRESS), outlets=False)


def is_signed_row(text: str) -> bool:
    """
    Whether a row names people and what they are or where they work: nothing else is set so at the head of a text.

    >>> is_signed_row("文 / 李华 王伟　东海大学"), is_signed_row("某某市委书记　李华"), is_signed_row("李华 王伟")
    (True, True, False)
    >>> is_signed_row("容量：1.7升")
    False
    """
    people = people_of_row(text)
    if not people or sum(len(one.text) for one in people) >= len(re.sub(r"\s", "", text)) - 1:
        return False
    folded = fold_form(text)
    return _said().search(folded) is not None or ADDRESS.search(folded) is not None


def is_outlet(text: str) -> bool:
    """
    Whether a row is the name of a paper, a station or a site and nothing else.

    >>> is_outlet("某某经济网"), is_outlet("某某日报"), is_outlet("覆盖城乡的物流网"), is_outlet("安装云客户端")
    (True, True, False, False)
    """
    return _whole_outlet().fullmatch(fold_form(text.strip())) is not None


def people_of_stamp(text: str) -> tuple[Name, ...]:
    """The people of a row that says when and in which paper a text appeared, and nothing else."""
    folded = fold_form(text)
    if len(folded) > LONGEST_STAMP or "," in folded or SENTENCE.search(folded) or not DATED.search(folded):
        return ()
    if glued := GLUED.match(folded):
        spans = parted(folded, glued.end(), len(folded.rstrip()), expected=True)
        people = tuple(Name(text[start:end], start, end) for start, end in spans)
        return people if all(is_person(one.text) for one in people) else ()
    masked = blanked(blanked(folded, ADDRESS), DATED)
    published = STAMP.search(folded) or any(_outlet().fullmatch(masked[start:end]) for start, end in _pieces(masked))
    return _people(text, masked, outlets=True) if published else ()


def is_glued_stamp(text: str) -> bool:
    """Whether a row is a day and, without a blank, Han: as pages state at second hand who wrote."""
    return GLUED.match(fold_form(text)) is not None


def is_dated_row(text: str) -> bool:
    """
    Whether a row ends in the day on which a page was made, behind who made it: no title of an article does.

    >>> is_dated_row("本站编辑 东海学习网/2021-12-29"), is_dated_row("论“九一八”以来的东海 1931-1937")
    (True, False)
    """
    return ENDS_DATED.search(fold_form(text.rstrip())) is not None


def is_stamp(text: str) -> bool:
    """
    Whether a row says on which day and at which hour a text appeared, or in which paper: no headline does.

    >>> is_stamp("2024-05-12 08:30 东海网"), is_stamp("东海日报|2024年5月12日"), is_stamp("日报 2024年5月12日")
    (True, True, False)
    """
    folded = fold_form(text)
    if len(folded) > LONGEST_STAMP or SENTENCE.search(folded):
        return False
    return STAMP.search(folded) is not None or is_issue(folded)


def is_issue(text: str) -> bool:
    """Whether a row is the name of a paper and a day: ``东海日报|2024年5月12日``."""
    folded = fold_form(text.rstrip())
    day = ENDS_DATED.search(folded)
    return day is not None and is_outlet(folded[: day.start()])


def _people(text: str, masked: str, *, outlets: bool) -> tuple[Name, ...]:
    """The people among the parts of a row; none where a part is not known."""
    people = []
    for start, end in _pieces(masked):
        shown = re.sub(r"\s", "", masked[start:end])
        if CODED.match(masked, end):
            continue
        if is_person(shown) and not shown.startswith("作者"):
            if masked[end : end + 2].lstrip(" ")[:1] == ":":
                return ()  # 容量：1.7升
            people.append(Name(re.sub(r"\s", "", text[start:end]), start, end))
        elif not _is_known(shown, outlets=outlets):
            return ()
    return tuple(people)


def _pieces(masked: str) -> Iterator[tuple[int, int]]:
    """The parts of a row with their places; a name that is set apart is one (``李　华``)."""
    spans = [found.span() for found in PIECE.finditer(masked)]
    at = 0
    while at < len(spans):
        (start, end), following = spans[at], spans[at + 1] if at + 1 < len(spans) else None
        joined = masked[start:end] + masked[following[0] : following[1]] if following else ""
        apart = following is not None and end - start == 1 and following[1] - following[0] == 1
        if following and apart and not masked[end : following[0]].strip() and person_shape().fullmatch(joined):
            end, at = following[1], at + 1
        yield start, end
        at += 1


def _is_known(shown: str, *, outlets: bool) -> bool:
    """Whether a part is an institution, a place, a post or a number; in a row of day and paper, a paper or a button."""
    if any(kind.fullmatch(shown) for kind in (NUMBER, _place(), _bearing())):
        return True
    if outlets:
        return _outlet().fullmatch(shown) is not None
    return _house().fullmatch(shown) is not None


@cache
def _bearing() -> re.Pattern[str]:
    """What somebody is at his house, by his office, or to the text."""
    return re.compile(f"{form_part('post')}|{form_part('office')}|{ROLE.pattern}")


@cache
def _house() -> re.Pattern[str]:
    return re.compile(
        rf"(?![^ ]{{0,24}}[的了])[\u4e00-\u9fff·“”]{{2,30}}(?:{INSTITUTION}|[系所部科室处]|{CLASSES})"
        rf"(?:{form_part('post')})?"
    )


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"{INSTITUTION}|{form_part('post')}|{form_part('office')}|(?:^|[ (])(?:{ROLE.pattern}) ?[:/|]")


@cache
def _place() -> re.Pattern[str]:
    places = f"{form_part('province')}|{form_part('city')}"
    return re.compile(rf"(?:{places})[省市]?(?:(?:{places})市?|[\u4e00-\u9fff]{{1,4}}[市县区州])?")


@cache
def _outlet() -> re.Pattern[str]:
    words = dateline_words()
    ends, buttons = "|".join(words["outlets"]), "|".join(words["buttons"])
    return re.compile(rf"[\u4e00-\u9fffA-Za-z0-9]{{1,10}}(?:{ends})|(?:{form_part('agency')})|(?:{buttons})\d*")


@cache
def _whole_outlet() -> re.Pattern[str]:
    words = dateline_words()
    ends = "|".join(one for one in (*words["outlets"], *words["titles"]) if len(one) > 1 and one not in WORDS)
    return re.compile(
        rf"(?![^ ]*[的了并和与])(?:[\u4e00-\u9fff]{{2,6}}(?:{ends})|[\u4e00-\u9fff]{{2}}(?:在线|新闻)"
        rf"|{form_part('agency')})"
        "(?:客户端)?"
    )
