"""
The stack of lines that heads an article: kicker, title, subtitle, and the names right below.

In a stack the shortest line is the title; what is above it is a kicker, what is below it a subtitle; a line that
begins with a dash is a subtitle always.

It is safe because only labels are given; a headline that is wrongly taken for a title still stands on its own.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> texts = ["企业家联盟四年汇聚19个产业链优势力量", "赋能新经济 发展新动能", "昨天，会议在温州举行。" * 6]
    >>> readings = read_passages([View(text) for text in texts])
    >>> name_stack(readings, range(3), 0, news=True)
    >>> [one.role for one in readings]
    ['subtitle', 'title', None]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cntextclean.language.converters import converted_lines
from cntextclean.language.dictionary import frequencies
from cntextclean.structure.labels import leading_label
from cntextclean.structure.names import name_list
from cntextclean.structure.reading import DATELINES, Reading, spine
from cntextclean.structure.stack_words import (
    BILINGUAL,
    CODED,
    COLUMN,
    COLUMN_NAMES,
    ISSUER,
    LEADS,
    OFFICIAL,
    SIGNS,
    VOLUME,
)
from cntextclean.structure.traits import text_width

KICKER = "kicker"
"""Flag of a subtitle that stands above its title."""
KNOWN = 300
"""Frequency in the dictionary of two characters with which few names begin (台风 340, 白云 389)."""
SIGNED = frozenset({"post-name", "institution-names", "names-institution"})
"""Forms that name the author right below a title."""
NARROWEST_TITLE = 5.0
"""Han characters: a line below a title that is no wider is a section heading (背景, 总书记说)."""
APART = re.compile(r"[\s,，、;；]")
"""What parts the names of a list; 封面文章 is none."""
WIDER = 1.25
"""Times as wide as a column or a journal is the title below it."""
STACK = 5
"""Lines that may head one article."""
DASHES = ("—", "-", "–", "―")


def read_late_title(readings: Sequence[Reading]) -> None:
    """
    A page whose text begins above its headline: the first of two headings that stand together, both set apart by
    mark-up and without a marker, is the title where the page has none; what is between them and the text is subtitle.
    """
    if any(one.role == "title" for one in readings):
        return
    order = spine(readings)
    for above, below in pairwise(order):
        first, second = readings[above], readings[below]
        if not (_is_marked_heading(first) and _is_marked_heading(second)):
            continue
        if _follows_stack(second) and first.trait.marked_up <= second.trait.marked_up:
            first.role, second.role = "title", "subtitle"
            first.level = second.level = None
        return


def _is_marked_heading(one: Reading) -> bool:
    """Whether mark-up made the passage a heading: ``#``, or the lines stage saw it, and no marker of its own."""
    marked = one.trait.marked_up or (one.trait.hint == "heading" and one.trait.form is None)
    return bool(marked) and not one.trait.marker and one.role in {None, "heading", "paragraph"}


def _follows_stack(one: Reading) -> bool:
    return one.trait.width > NARROWEST_TITLE


def _is_code(text: str) -> bool:
    return SIGNS.search(text) is not None or "://" in text or CODED.match(text) is not None


def may_head(one: Reading) -> bool:
    """Whether a passage may stand in the stack that heads an article."""
    if one.role not in {None, "heading"} or _is_code(one.trait.text):
        return False
    if one.trait.marker or one.trait.form_name in {"references-heading", "heading-word"}:
        return False
    if leading_label(one.trait.text) or VOLUME.search(one.trait.text):
        return False
    return one.is_headline_shaped or _is_quotation(one) or _is_official(one)


def _is_official(one: Reading) -> bool:
    """Titles of laws and notices run to two lines; they say at their end what they are."""
    text = "".join(one.trait.text.split())  # 民 事 判 决 书
    return one.trait.width <= 80 and bool(OFFICIAL.search(text)) and not set(text) & set("。；;")


def _is_issued(above: Reading, one: Reading) -> bool:
    """Whether a notice or a judgment stands below who issues it."""
    return ISSUER.search(above.trait.text) is not None and _is_official(one)


def _is_quotation(one: Reading) -> bool:
    """A title may be a whole quotation or a question, with a sentence end inside."""
    text = one.trait.text
    return (
        one.trait.width <= 36 and text.startswith(("“", "「")) and text.endswith(("”", "」")) and text.count("“") == 1
    )


def name_stack(readings: Sequence[Reading], order: Sequence[int], start: int, *, news: bool) -> None:
    """Give the lines from ``start`` on their roles: kicker, title, subtitle, byline."""
    position = order.index(start)
    if readings[start].trait.form_name in DATELINES or readings[start].role == "title":
        _name_byline(readings, order, position + 1)
        return
    above = readings[order[position - 1]] if position else None
    if above is not None and above.role is None and lists_people(above.trait.text):
        above.role = "byline"  # the authors above their title
    stack = [position]
    while len(stack) < STACK and stack[-1] + 1 < len(order) and _joins_stack(readings, order, stack[-1] + 1, news=news):
        stack.append(stack[-1] + 1)
    names = next((at for at in stack[1:] if name_list(readings[order[at]].trait.text)), None)
    if names is not None:
        stack = [at for at in stack if at < names]
    signed = _signed_below(readings, order, position) if names is None else None
    if signed is not None and signed > stack[-1] + 1:
        stack = list(range(position, signed))
        title = order[signed - 1]
    else:
        title = _title_of(readings, [order[at] for at in stack])
    for at in stack:
        readings[order[at]].role = "title" if order[at] == title else "subtitle"
        if order[at] < title and KICKER not in readings[order[at]].flags:
            readings[order[at]].flags.append(KICKER)
    _name_byline(readings, order, stack[-1] + 1)


def lists_people(text: str) -> bool:
    """
    Whether a line is names set apart, two at least, and most of them neither words nor words with a character more.

    >>> lists_people("李华 王伟 赵明"), lists_people("台风逼近 明天停班停课")
    (True, False)
    """
    words = frequencies()
    names = converted_lines("t2s", name_list(text))  # the dictionary is simplified
    unknown = sum(name not in words and words.get(name[:2], 0) < KNOWN for name in names)
    return len(names) > 1 and 2 * unknown >= len(names) and APART.search(text.strip()) is not None


def _signed_below(readings: Sequence[Reading], order: Sequence[int], position: int) -> int | None:
    """
    Where one person signs below a headline that is wider than the lines above it, and text follows: what stands on top
    is the journal and its column.
    """
    for at in range(position + 1, min(position + STACK + 1, len(order) - 1)):
        one, above = readings[order[at]], readings[order[at - 1]]
        if one.role is None and _is_named(one.trait.text):
            wider = above.trait.width >= WIDER * max(
                (readings[order[top]].trait.width for top in range(position, at - 1)), default=above.trait.width
            )
            set_apart = above.trait.text.startswith(DASHES) or above.trait.width <= NARROWEST_TITLE
            return at if wider and not set_apart and readings[order[at + 1]].is_body else None
        if not may_head(one):
            return None
    return None


def _joins_stack(readings: Sequence[Reading], order: Sequence[int], position: int, *, news: bool) -> bool:
    """
    Whether a line goes on the stack above it. Newspapers set a long kicker above a short title; elsewhere a shorter
    line below a title is the heading of the first section.
    """
    one, above = readings[order[position]], readings[order[position - 1]]
    if not may_head(one):
        return False
    if one.trait.text.startswith(DASHES) or above.trait.text.startswith(DASHES) or _is_issued(above, one):
        return True
    if COLUMN_NAMES.fullmatch(above.trait.text):
        return True
    if _are_columns(above, one) and position + 1 < len(order) and may_head(readings[order[position + 1]]):
        return readings[order[position + 1]].trait.width >= 1.5 * one.trait.width
    if one.trait.width <= NARROWEST_TITLE or one.trait.text[:4] == above.trait.text[:4]:
        return False
    return news or one.trait.width >= 0.9 * above.trait.width


def _are_columns(above: Reading, one: Reading) -> bool:
    """Whether two lines are no wider than words, as a journal and its column set above a title are."""
    widest = max(above.trait.width, one.trait.width)
    return widest <= NARROWEST_TITLE and not name_list(one.trait.text, expected=True)


def _names_column(one: Reading, below: Sequence[Reading]) -> bool:
    """Whether a line is no wider than a word, and a headline in the stack below it much wider."""
    if below[0].trait.text.startswith(DASHES) or one.trait.marked_up:
        return False
    if COLUMN_NAMES.fullmatch(one.trait.text):
        return True
    width = text_width("".join(BILINGUAL.sub("", one.trait.text).split()))
    return width <= NARROWEST_TITLE and max(other.trait.width for other in below) >= 1.5 * width


def _title_of(readings: Sequence[Reading], stack: Sequence[int]) -> int:
    """
    The title of a stack: fewest ``#``, no dash before it, not in parentheses, then the shortest, then the first. What
    is no wider than a word and stands above a longer line names a column: ``新华时评``, ``书评``.
    """
    while len(stack) > 1 and (
        _names_column(readings[stack[0]], [readings[index] for index in stack[1:]])
        or (not readings[stack[0]].trait.marked_up and LEADS.search(readings[stack[0]].trait.text))
    ):
        stack = stack[1:]
    if len(stack) > 1 and _is_issued(readings[stack[0]], readings[stack[1]]):
        return stack[1]

    def order(index: int) -> tuple[int, bool, float, int]:
        trait = readings[index].trait
        aside = trait.text.startswith(DASHES) or bool(COLUMN.fullmatch(trait.text))
        return (trait.marked_up or 9, aside, round(trait.width), index)

    return min(stack, key=order)


def _is_named(text: str) -> bool:
    """Whether a line is names and nothing else; one name may look like a word, but must be none (顾立新)."""
    return bool(name_list(text)) or (not frequencies().get(text) and bool(name_list(text, expected=True)))


def _name_byline(readings: Sequence[Reading], order: Sequence[int], position: int) -> None:
    """A list of names without a label, right below a title or the day and source below it, names the authors."""
    for index in order[position : position + STACK]:
        one = readings[index]
        numbered = one.trait.marker.startswith("decimal")  # 1. 安装 is no person
        if one.role is None and (one.trait.form_name in SIGNED or (not numbered and _is_named(one.trait.text))):
            one.role = "byline"
        if one.role != "metadata":
            return
