"""
Articles of a page: where one ends and the next begins, and the stack of lines that heads it.

A page may hold several articles. A new one begins with the first headline of the page, with a headline below a closing
byline or an editor's line, with a headline right above a byline or dateline, or with a dateline below a closing byline.
In a stack the shortest line is the title; what is above it is a kicker, what is below it a subtitle; a line that
begins with a dash is a subtitle always.

It is safe because only labels are given; a headline that is wrongly taken for a title still stands on its own.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> body = "昨天，会议在温州举行。" * 6
    >>> texts = ["企业家联盟四年汇聚19个产业链优势力量", "赋能新经济 发展新动能", "记者 李华", body]
    >>> readings = read_passages([View(text) for text in texts])
    >>> read_articles(readings)
    >>> [one.role for one in readings]
    ['subtitle', 'title', 'byline', None]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from cntextclean.language.forms import form_part
from cntextclean.structure.labelled_rows import is_labelled
from cntextclean.structure.names import name_list
from cntextclean.structure.persons import is_person
from cntextclean.structure.reading import DATELINES, Reading, spine
from cntextclean.structure.stacks import STACK, lists_people, may_head, name_stack

NEWS = DATELINES | {
    "byline-reporter", "byline-reporter-named", "byline-closing", "caption-photographer", "caption-photographer-line",
    "credits", "credits-text", "jump-line",
}  # fmt: skip
FEWEST_SIGNED = 3
"""Passages of a text that somebody signs."""
EDITOR_LINES = frozenset({"page-footer", "editor-line"})
CLOSING = re.compile(r"[电讯][)）]$")
LAW = re.compile(
    r"[^，。；：？！]{4,40}(?:条例|條例|规定|規定|办法|辦法|细则|細則|规则|規則|章程)(?:[（(][^（()）]{1,12}[)）])?"
)
PARTS_OF_LAWS = frozenset({"part", "chapter", "statute-article", "adoption-line"})
ADOPTED = re.compile(r"[（(]? ?\d{4} ?年[^，。；：]{4,80}(?:通过|通過|公布|发布|發布|修订|修訂|修正)")
"""``1999年12月26日上海市人民代表大会常务委员会通过``."""
CLOSING_PASSAGES = 4
"""Paragraphs above a byline from which on it closes an article; fewer may be a lead above it."""


def is_news(readings: Sequence[Reading]) -> bool:
    """Whether the text bears what only newspapers and magazines do: reporters, datelines, photographers."""
    return any(one.trait.form_name in NEWS for one in readings)


def read_articles(readings: Sequence[Reading]) -> None:
    """Set titles, subtitles, bylines without a label, and the number of each passage's article."""
    order = spine(readings)
    starts = _find_starts(readings, order)
    _number(readings, starts)
    news = is_news(readings)
    if news or is_alone(readings, order):
        _read_closing_names(readings, order, starts)
    for start in sorted(starts):
        name_stack(readings, order, start, news=news)


def is_alone(readings: Sequence[Reading], order: Sequence[int]) -> bool:
    """Whether a text ends with one person in parentheses below a sentence, as a paper signs what it brings."""
    if len(order) < FEWEST_SIGNED:
        return False
    above, last = readings[order[-2]], readings[order[-1]]
    named = name_list(last.trait.text) if last.trait.form_name == "names-parens" else ()
    return above.is_body and above.trait.ends_sentence and bool(named) and all(map(is_person, named))


def _read_closing_names(readings: Sequence[Reading], order: Sequence[int], starts: set[int]) -> None:
    """Names alone in parentheses below the last paragraph of an article: ``（严涛）``."""
    for index, following in pairwise([*order, None]):
        last = following is None or following in starts
        if index is not None and last and readings[index].trait.form_name == "names-parens":
            readings[index].role = readings[index].role or "byline"


def number_articles(readings: Sequence[Reading]) -> None:
    """The number of each passage's article, from roles that stand already."""
    _number(readings, _find_starts(readings, spine(readings)))


def _number(readings: Sequence[Reading], starts: set[int]) -> None:
    article = -1
    for index, one in enumerate(readings):
        article += index in starts
        one.article = max(article, 0)


def _find_starts(readings: Sequence[Reading], order: Sequence[int]) -> set[int]:
    """Indexes of the first passage of each article; the first passage of all is always one."""
    starts: set[int] = set()
    body = 0
    closed = False
    below_note = _below_note(readings, order)
    for position, index in enumerate(order):
        one = readings[index]
        if position < below_note:
            continue
        if _opens(readings, order, position, closed, first=not starts and body == 0):
            starts.add(index)
            body, closed = 0, False
        elif one.role == "byline":
            closed = (bool(CLOSING.search(one.trait.text)) and body > 0) or body >= CLOSING_PASSAGES
        elif one.is_body or one.role in {"paragraph", "list_item"}:
            body += 1
            closed = False
        if not closed and _editor_below(readings, index):
            closed = body > 0
    return starts


@cache
def _note() -> re.Pattern[str]:
    """How an editor begins who speaks before the author."""
    return re.compile(form_part("editors-note"))


def _below_note(readings: Sequence[Reading], order: Sequence[int]) -> int:
    """
    Position of a headline with its author that stands below the note of an editor, or below a column behind a bullet
    (``○法学研究``); 0 where none does.
    """
    for position in range(min(STACK, len(order) - 2)):
        above, title, names = (readings[index] for index in order[position : position + 3])
        column = position == 0 and above.role == "list_item" and above.is_headline_shaped
        if (column or _note().match(above.trait.text)) and may_head(title):
            signed = names.role == "byline" or bool(name_list(names.trait.text))
            return position + 1 if signed and not name_list(title.trait.text) else 0
    return 0


def _opens(readings: Sequence[Reading], order: Sequence[int], position: int, closed: bool, *, first: bool) -> bool:  # noqa: FBT001
    one = readings[order[position]]
    if one.role == "title":
        return not one.trait.is_latin and not _in_stack(readings, order, position)
    if one.trait.form_name in DATELINES:
        return closed
    if not may_head(one) or lists_people(one.trait.text):
        return False
    if _heads_law(readings, order, position):
        return True
    if first or closed:
        return _heads_text(readings, order, position)
    if name_list(one.trait.text) or (position and may_head(readings[order[position - 1]])):
        return False
    return _above_byline(readings, order, position)


def _heads_law(readings: Sequence[Reading], order: Sequence[int], position: int) -> bool:
    """Whether a passage says that it is a law or a rule, and its adoption or its first part stands below."""
    if not LAW.fullmatch(readings[order[position]].trait.text) or readings[order[position]].trait.marker:
        return False
    below = readings[order[position + 1]].trait if position + 1 < len(order) else None
    return below is not None and (below.form_name in PARTS_OF_LAWS or ADOPTED.match(below.text) is not None)


def _in_stack(readings: Sequence[Reading], order: Sequence[int], position: int) -> bool:
    """Whether the passage above belongs to the same stack, so that the article has begun already."""
    return position > 0 and readings[order[position - 1]].role in {"title", "subtitle"}


def _heads_text(readings: Sequence[Reading], order: Sequence[int], position: int) -> bool:
    """Whether after at most a stack of headlines there is a byline or text much longer than they are."""
    widest = 0.0
    for index in order[position : position + STACK + 1]:
        one = readings[index]
        if index != order[position] and name_list(one.trait.text):
            return True
        if may_head(one) and one.role != "paragraph":
            widest = max(widest, one.trait.width)
            continue
        if (
            one.role in {"byline", "metadata"}
            or one.trait.form_name in DATELINES
            or one.trait.form_name == "statute-article"
        ):
            return True
        if one.trait.marker or one.role == "heading" or (one.trait.is_latin and one.is_headline_shaped):
            return True
        return (
            is_labelled(one.trait.text)
            or one.trait.ends_sentence
            or "。" in one.trait.text
            or one.trait.width > 1.5 * widest
            or one.trait.end in "：:，"
        )
    return False


def _above_byline(readings: Sequence[Reading], order: Sequence[int], position: int) -> bool:
    """Whether a stack stands right above a byline or dateline, with text below that."""
    for step, index in enumerate(order[position + 1 : position + STACK + 1]):
        one = readings[index]
        if one.trait.form_name in DATELINES:
            return True
        if one.role == "byline" and not CLOSING.search(one.trait.text):
            follows = order[position + step + 2 : position + step + 3]
            return bool(follows) and not may_head(readings[follows[0]])
        if not may_head(one):
            return False
    return False


def _editor_below(readings: Sequence[Reading], index: int) -> bool:
    """Whether an editor's line, which ends an article or a page, comes right after the passage and its pictures."""
    for one in readings[index + 1 : index + 4]:
        if one.role not in {"furniture", "caption"}:
            return False
        if one.trait.form_name in EDITOR_LINES:
            return True
    return False
