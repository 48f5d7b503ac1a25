"""
The outline of a document: final roles, levels of headings, articles, languages, flags, title and facts.

Passages come joined and repaired, with the role that the lines stage saw. First what is sure by its own form, then
front matter and references, then the articles of the page and the stacks that head them, then headings by a learned
model, then levels by the nesting of marker classes. What no part is sure of is a paragraph.

It is safe because it only labels: no text changes, nothing is moved or removed, and labels of canonical Markdown, the
program's own output, are kept as they are.

    >>> body = "今天上午，会议在温州举行。" * 9
    >>> texts = ["长三角医保跨省结算提质扩面", "记者 李华", body, "首批联合体成立", body]
    >>> [(label.role, label.level) for label in outline([View(text) for text in texts], Config()).labels]
    [('title', None), ('byline', None), ('paragraph', None), ('heading', 1), ('paragraph', None)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cntextclean.config import Config
from cntextclean.model import Lang
from cntextclean.proposals import Label, Outline, View
from cntextclean.structure.articles import is_news, number_articles, read_articles
from cntextclean.structure.checks import check_structure
from cntextclean.structure.facts import read_facts
from cntextclean.structure.frontmatter import read_matter
from cntextclean.structure.headings import read_headings
from cntextclean.structure.labelled_rows import read_labelled_rows
from cntextclean.structure.levels import heading_levels, written_levels
from cntextclean.structure.markers import marker_number
from cntextclean.structure.marks import apply_marks, is_canonical
from cntextclean.structure.reading import APART, Reading, read_passages
from cntextclean.structure.stacks import read_late_title
from cntextclean.structure.traits import SENTENCE_ENDS
from cntextclean.structure.verse import read_verse

SIGNATURE = 3
"""Passages at the start or the end among which a date on its own line is the document's."""
PICTURES = ("![", "<div", "<img", "<table", "<html")
NUMBERED = re.compile(
    r"(?:[图圖表]|Fig(?:ure)?\.?|Tab(?:le)?\.?) ?[\d一二三四五六七八九十A-Z][\d.\-]{0,4}(?![\d.、，,]| ?[个张幅份])"
)
WIDEST_CAPTION = 80.0
"""Han characters: captions in two languages are long, and nothing but their place tells them."""
OPEN_END = 20.0
"""Han characters: a shorter passage without a sentence end is a line of its own kind, not a cut paragraph."""


def outline(views: Sequence[View], config: Config) -> Outline:  # noqa: ARG001 - every stage takes the configuration
    """Labels for all passages, in order, with the document's title and facts."""
    readings = read_passages(views)
    _find_roles(readings)
    if is_canonical(readings):
        apply_marks(readings)
        number_articles(readings)
    else:
        _set_levels(readings)
    _flag_cut_paragraphs(readings)
    facts = read_facts(readings)
    labels = tuple(
        Label(one.role or "paragraph", one.level, one.article, _language(one), tuple(one.flags)) for one in readings
    )
    return Outline(labels, facts.title, facts.metadata, tuple(check_structure(readings)), facts.stated)


def _find_roles(readings: Sequence[Reading]) -> None:
    """Roles by evidence, the surest first."""
    journal = read_matter(readings)
    read_labelled_rows(readings)
    _read_photographed(readings)
    _read_pictured(readings)
    if not journal:
        _read_keyword_headings(readings)
    news = is_news(readings)
    _read_signature(readings)
    read_articles(readings)
    read_late_title(readings)
    read_headings(readings, news=news)
    _read_notes(readings, apart=journal or news)
    read_verse(readings)


def _read_photographed(readings: Sequence[Reading]) -> None:
    """A short line right above a photographer's is what the picture shows."""
    for above, below in pairwise(readings):
        if below.trait.form_name == "caption-photographer-line" and above.role is None and above.is_headline_shaped:
            above.role = "caption"


def _read_pictured(readings: Sequence[Reading]) -> None:
    """A numbered line right below a picture, or right above one or a table in HTML, says what it shows."""
    for above, below in pairwise(readings):
        for one, other in ((below, above), (above, below)):
            if other.trait.text.startswith(PICTURES) and NUMBERED.match(one.trait.text) and _is_free(one):
                one.role = "caption"


def _is_free(one: Reading) -> bool:
    return one.role in {None, "paragraph"} and one.trait.width <= WIDEST_CAPTION


def _read_keyword_headings(readings: Sequence[Reading]) -> None:
    """``关键词：超导`` above a paragraph of news heads that section."""
    for one in readings:
        if one.role is None and one.trait.form_name == "keywords-value":
            one.role = "heading"


def _read_signature(readings: Sequence[Reading]) -> None:
    """A date on a line of its own below a title, or at the end below the name of who issued the text."""
    order = [one for one in readings if one.role not in APART]
    for index, one in enumerate(order):
        if one.trait.form_name not in {"date-line", "month-line"} or one.role is not None:
            continue
        last = index >= len(order) - SIGNATURE
        if last or index <= SIGNATURE:
            one.role = "metadata"
        above = order[index - 1] if index else one
        if last and index > SIGNATURE and above.role is None and above.is_headline_shaped and not above.trait.marker:
            above.role = "byline"


def _read_notes(readings: Sequence[Reading], *, apart: bool) -> None:
    """``注：`` and its like, in texts that set notes apart from the body."""
    for one in readings:
        if apart and one.role is None and one.trait.form_name == "note":
            one.role = "footnote"


def _set_levels(readings: Sequence[Reading]) -> None:
    """Levels of the headings of each article."""
    articles: dict[int, list[Reading]] = {}
    for one in readings:
        if one.role == "heading":
            articles.setdefault(one.article, []).append(one)
    for headings in articles.values():
        marked = [(one.trait.marker, marker_number(one.trait.text) if one.trait.marker else None) for one in headings]
        written = written_levels([(one.trait.marker, one.trait.marked_up) for one in headings])
        for one, level in zip(headings, written or heading_levels(marked), strict=True):
            one.level = level


def _flag_cut_paragraphs(readings: Sequence[Reading]) -> None:
    """A paragraph without a sentence end before a heading, a title or the end of the page is cut."""
    after: Reading | None = None
    for one in reversed(readings):
        if one.role in {"furniture", "caption", "footnote"}:
            continue
        last = after is None or after.role in {"heading", "title"}
        if last and one.role in {None, "paragraph"} and "verse" not in one.flags and _is_cut(one):
            one.flags.append("truncated")
        after = one


def _is_cut(one: Reading) -> bool:
    trait = one.trait
    tail = trait.text[-3:]
    ended = trait.ends_sentence or trait.end in "：:—）)~～*" or any(mark in tail for mark in SENTENCE_ENDS)
    return trait.width >= OPEN_END and not ended and not trait.is_latin


def _language(one: Reading) -> Lang:
    return "en" if one.trait.is_latin and one.role not in {"metadata", "furniture", "table"} else "zh"
