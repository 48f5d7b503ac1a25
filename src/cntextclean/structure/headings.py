"""
Which passages are headings: the model of :mod:`cntextclean.structure.heading_features`, and what stands around it.

A marked line that says no more is one for certain; one class of markers has one role; markers that follow each other
without text between are a list; three questions of one shape, each over a paragraph, head the parts of an explainer.

It is safe because a heading is a label: no character changes, and what is doubtful stays a paragraph.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> texts = ["长三角医保结算。" * 5, "10个实事项目惠民生", "长三角地区新增建成铁路里程660公里。" * 4]
    >>> readings = read_passages([View(text) for text in texts])
    >>> read_headings(readings)
    >>> [one.role for one in readings]
    [None, 'heading', None]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cntextclean.structure.heading_features import WIDEST, Context, heading_probability, read_context
from cntextclean.structure.levels import RANKS
from cntextclean.structure.reading import APART, LETTER, Reading
from cntextclean.structure.unheaded import drop_lists, drop_what_heads_nothing, read_contents

NEVER = frozenset({"dialogue", "minutes-label"})
"""Forms that no headline has: a turn of a dialogue, who was present."""
CERTAIN = 0.85
"""Certainty of a form from which on a marked heading needs no company."""
SMALL_MARKERS = ("letter", "decimal-1", "paren-digit", "circled", "han-paren")
PART_BREAK = re.compile(r"[，,：:]|——| +")
LIKE_OTHERS = 0.1
"""Least probability of a headline that is set like others of the text."""
WORDS = re.compile(r"[\u4e00-\u9fff]{3}")
SAID_BEFORE = re.compile(r"^[^=：:]{2,16}[：:]")
"""What a headline with an equals sign has, and a formula has not; what a formula is called."""
ASIDE = re.compile(r"[（(][^（()）]*[)）]")
"""What somebody does while he speaks, on a row of its own, and no headline: （自言自语）."""
ANNEXES = re.compile(r"附 ?件 ?[：:] ?[0-9]{1,2} ?[.．、]")
"""The first of several annexes that a notice lists."""
QUESTIONS, WIDEST_QUESTION = 3, 24.0
"""Questions of an article that are headings together, and the width in Han characters of the widest."""


def read_headings(readings: Sequence[Reading], *, news: bool = False) -> None:
    """Give the role of heading to what the model takes for one, and to the rest of a class of which most are."""
    judged = [one for one in readings if one.role in {None, "heading", "paragraph", "title", "subtitle", "list_item"}]
    context = read_context([one.trait for one in judged])
    for index, one in enumerate(judged):
        one.probability = heading_probability(context, index)
    free = [one for one in judged if _is_open(one)]
    listed = _listed_markers(readings)
    for one in free:
        if one.trait.marker in listed:
            one.probability = 0.0
    _rule_out(judged)
    marked = sum(bool(one.trait.marker) and one.probability >= 0.5 for one in free)
    plain = sum(not one.trait.marker and one.probability >= 0.5 and one.trait.end not in "？?" for one in free)
    for one in free:
        if (
            (one.trait.marked_up and one.trait.width <= WIDEST)
            or _is_certain(one)
            or one.probability >= _threshold(one, context, marked, plain, news=news)
        ):
            one.role = "heading"
    for above, below in pairwise(judged):
        if above.role is None and _heads(above, below):
            above.role = "heading"
    _read_questions(free, judged)
    _follow_style(free)
    _follow_class(free)
    drop_what_heads_nothing(readings)
    drop_lists(readings)
    read_contents(readings)


def _rule_out(judged: Sequence[Reading]) -> None:
    """No headlines: the second line of a verse, who signs a letter below its greeting, the annexes of a notice."""
    listed = False
    for above, below in pairwise(judged):
        verse = above.trait.form_name == "verse-line" and abs(above.trait.width - below.trait.width) < 1
        listed = ANNEXES.match(above.trait.text) is not None or (listed and above.trait.marker == "decimal-1")
        if verse or above.trait.form_name == "letter-salute" or (listed and below.trait.marker == "decimal-1"):
            below.probability = 0.0
        if listed:
            above.probability = 0.0


def _is_open(one: Reading) -> bool:
    """Whether a passage may become a heading: it has no role, and is no turn of a dialogue, no figure, no formula."""
    trait = one.trait
    if not (one.role is None or (one.role == "list_item" and trait.marker)) or trait.form_name in NEVER:
        return False
    if not trait.marked_up and not trait.marker and ASIDE.fullmatch(trait.text):
        return False
    formula = "=" in trait.folded and not trait.marked_up and not WORDS.search(SAID_BEFORE.sub("", trait.text))
    return LETTER.search(trait.text) is not None and not formula


def _read_questions(free: Sequence[Reading], judged: Sequence[Reading]) -> None:
    """
    Newspapers head every section of an explainer with a question. One question is rhetoric; three of one shape, each
    over a longer paragraph, with few other short lines among them, are headings.
    """
    open_to = {id(one) for one in free if one.role is None and not one.trait.marker}
    articles: dict[int, list[int]] = {}
    others: Counter[int] = Counter()
    for index, one in enumerate(judged):
        if id(one) not in open_to or one.trait.width > WIDEST_QUESTION:
            continue
        if one.trait.end in "？?" and _stands_over_text(judged, index):
            articles.setdefault(one.article, []).append(index)
        elif not one.trait.ends_sentence:
            others[one.article] += 1
    for article, found in articles.items():
        if len(found) >= QUESTIONS and 2 * others[article] <= len(found):
            for index in found:
                judged[index].role = "heading"


def _stands_over_text(judged: Sequence[Reading], index: int) -> bool:
    """Whether a closed paragraph stands before and one at least twice as wide after."""
    if not 0 < index < len(judged) - 1:
        return False
    before, one, after = (judged[at].trait for at in (index - 1, index, index + 1))
    quoted = one.text.startswith(("“", "「")) or "——" in one.text
    return before.ends_sentence and after.ends_sentence and after.width >= 2 * one.width and not quoted


def _heads(above: Reading, below: Reading) -> bool:
    """Whether a marked line stands right above a heading of an inner class: 一、 above （一）."""
    form, outer = above.trait.form, RANKS.get(above.trait.marker)
    inner = RANKS.get(below.trait.marker)
    if form is None or form.role != "heading" or outer is None or inner is None:
        return False
    return below.role == "heading" and outer < inner


def _is_certain(one: Reading) -> bool:
    """Whether the form alone makes a heading: 第一章, 一、 and the like, on a line that says no more."""
    form = one.trait.form
    return form is not None and form.role == "heading" and bool(form.marker_class) and form.certainty >= CERTAIN


def _listed_markers(readings: Sequence[Reading]) -> set[str]:
    """
    Classes of small markers whose members mostly follow each other without text between: lists. Their members become
    list items, clauses （一） stay paragraphs.
    """
    order = [one for one in readings if one.role not in APART]
    listed = set()
    for marker in SMALL_MARKERS:
        members = {index for index, one in enumerate(order) if one.trait.marker == marker}
        shaped = {index for index in members if order[index].trait.form_role == "heading"} or members
        beside = sum(index + 1 in members or index - 1 in members for index in shaped)
        if len(members) >= 2 and beside * 3 >= len(shaped) * 2:
            listed.add(marker)
            for index in sorted(members):
                if order[index].role is None and marker != "han-paren":
                    order[index].role = "list_item"
    return listed


def _threshold(one: Reading, context: Context, marked: int, plain: int, *, news: bool) -> float:
    """
    The least probability for a heading: between 0.3 and 0.5 nothing is lost on articles (P 0.982, R 0.990 at 0.35), in
    statutes nearly all of it is false. A question without a marker, in a text whose headings have markers or are no
    questions, is more often rhetoric.
    """
    if one.trait.text.startswith(("“", "「")) and one.trait.text.endswith(
        ("？”", "！”", "。”", "？」", "！」", "。」")
    ):
        return 2.0  # somebody says it
    if not one.trait.marker and one.trait.end in "？?":
        if news and plain <= 2:
            return 2.0
        if marked >= 2 and plain <= 1:
            return 0.995
    return 0.6 if context.is_statute or one.trait.end in "：:，,。.；;" else 0.35


def _follow_style(free: Sequence[Reading]) -> None:
    """A headline in as many parts as another of the text, ``揭成果、促合作，为深化一体化凝聚力量``, needs less."""
    styles = {_parts(one) for one in free if one.role == "heading" and not one.trait.marker}
    for one in free:
        if one.role is None and not one.trait.marker and one.probability >= LIKE_OTHERS and _parts(one) in styles - {1}:
            one.role = "heading"


def _parts(one: Reading) -> int:
    return 1 + len(PART_BREAK.findall(one.trait.text)) if one.trait.end not in "。.？?！!：:" else 1


def _follow_class(free: Sequence[Reading]) -> None:
    """One class of markers, one role: where most of a class are headings, so are the others that have its form."""
    for marker in sorted({one.trait.marker for one in free if one.trait.marker}):
        members = [one for one in free if one.trait.marker == marker and one.trait.form_role == "heading"]
        chosen = sum(one.role == "heading" for one in members)
        if chosen * 2 > len(members):
            for one in members:
                one.role = "heading"
