"""
Front and back matter of journal articles and theses: title, authors, affiliations, abstract, references, English part.

Found from the labels that only such texts bear (摘要, 关键词, 中图分类号, 参考文献, Abstract …); where there are none,
nothing is touched. It is safe because only passages without a sure role of their own get one here.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> texts = ["产业经济评论", "新质生产力赋能区域一体化", "占智勇 徐政", "摘要：本文。", "关键词：甲；乙"]
    >>> readings = read_passages([View(text) for text in texts])
    >>> read_matter(readings)
    True
    >>> [one.role for one in readings]
    ['metadata', 'title', 'byline', 'abstract', 'keywords']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cntextclean.model import Role
from cntextclean.structure.affiliations import find_bodies, is_affiliation
from cntextclean.structure.english_part import read_english
from cntextclean.structure.field_rows import read_coloned, read_fields, read_run_in
from cntextclean.structure.front_title import AUTHOR_LINES, FRONT, alike, label_index, names_authors, signs, title_index
from cntextclean.structure.labels import Label, bare_label, find_values, leading_label
from cntextclean.structure.names import name_list
from cntextclean.structure.reading import APART, GLUED, Reading
from cntextclean.structure.row_parts import is_dated_row, people_of_row
from cntextclean.structure.values import bare_title

RUNNING_HEAD = re.compile(r"(?:[\u4e00-\u9fff·、,，  ]{2,24}?(?:等|主编)?[:：.] ?)?(.{6,60})")
SHORTEST_TITLE = 6
"""Characters: what is shorter may be a heading that repeats the title."""
ABSTRACTS = frozenset({"abstract", "abstract-label", "abstract-set-apart", "abstract-glued"})
KEYWORDS = frozenset({"keywords", "keywords-set-apart", "keywords-glued", "keywords-label"})
LABELS = ABSTRACTS | KEYWORDS | {"abstract-english", "keywords-english"}
PAGE_FORMS = frozenset({"journal-name", "keywords-value"})
"""What pages that carry articles of journals state above them: ``区域经济研究 2020年3期``, ``关键词：协同``."""
VALUED = frozenset({
    "keywords", "authors", "affiliations", "doi", "classification", "fund", "keywords_en", "received", "revised",
    "accepted", "first_online", "article_number", "document_code", "corresponding_author", "author_note",
})  # fmt: skip
"""Labels whose value may stand on the line below."""
SHORTEST_LABEL = 4
"""Characters of a label that needs no colon: 单位 and 作者 are words of headings."""
WIDEST_VALUE = 100.0
"""Han characters of a value on a line of its own."""
BODY_STARTS = frozenset({"chapter", "section", "han-ordinal", "han-paren", "decimal-1", "decimal-2", "part"})


def read_matter(readings: Sequence[Reading]) -> bool:
    """Give roles to front matter, references and English parts; whether the text is a journal article or thesis."""
    _read_labelled_abstracts(readings)
    _read_labelled_values(readings)
    _read_references(readings)
    read_fields(readings[:FRONT])
    read_coloned(readings[:FRONT])
    read_run_in(readings[:FRONT])
    journal = _is_journal(readings)
    if journal:
        _read_front(readings)
        _read_keyword_values(readings)
        _read_running_heads(readings)
    read_english(readings, _front_end(readings) if journal else 0)
    return journal


def _is_journal(readings: Sequence[Reading]) -> bool:
    labels = {one.trait.form_name for one in readings if one.role != "paragraph"} & LABELS
    labels -= {one.trait.form_name for one in readings if one.role is None and one.trait.form_name in GLUED}
    front = readings[:FRONT]
    fronts = sum(one.trait.marker == "front" for one in front)
    issued = {one.trait.form_name for one in front} >= PAGE_FORMS
    return bool(labels) or fronts >= 2 or issued


def _read_labelled_abstracts(readings: Sequence[Reading]) -> None:
    """A line 摘要 alone: the paragraphs below it, to the next label or heading, are the abstract."""
    for index, one in enumerate(readings):
        if one.trait.form_name not in {"abstract-label", "abstract-english-label"}:
            continue
        for other in readings[index + 1 : index + 9]:
            if other.role in APART:
                continue
            if other.role is not None or other.is_headline_shaped:
                break
            other.role = "abstract"


def _read_labelled_values(readings: Sequence[Reading]) -> None:
    """Below a label on a line of its own stands its value: ``关键词`` above ``区域；协同``."""
    front = [one for one in readings[:FRONT] if one.role not in APART]
    sure = _is_journal(readings)
    for above, below in pairwise(front):
        label = _label_alone(above.trait.text, sure=sure) if above.role in {None, "keywords", "metadata"} else None
        if (
            label is None
            or label.key not in VALUED
            or below.trait.width > WIDEST_VALUE
            or find_values(below.trait.text)
        ):
            continue
        if below.role in {None, "byline", "metadata", "heading"} and not below.trait.ends_sentence:
            above.role = "keywords" if label.kind == "words" else "metadata"
            below.role, below.label = above.role, label


def _label_alone(text: str, *, sure: bool) -> Label | None:
    """The label that is a whole line; in an article of a journal its colon may be missing: ``基金项目``."""
    colon = "：" if sure and len(text) >= SHORTEST_LABEL else ""
    return bare_label(text) or bare_label(text + colon)


def _read_references(readings: Sequence[Reading]) -> None:
    """Below 参考文献 all is reference until a heading, another label, or the English part."""
    for index, one in enumerate(readings):
        if one.trait.form_name != "references-heading":
            continue
        one.role = "heading"
        for other in readings[index + 1 :]:
            if other.role in APART or other.role == "reference":
                continue
            if not _may_be_reference(other):
                break
            other.role = "reference"


def _may_be_reference(one: Reading) -> bool:
    trait = one.trait
    if one.role not in {None, "list_item"} or trait.marker in BODY_STARTS - {"decimal-1"} or trait.marker == "appendix":
        return False
    if trait.is_latin:
        return bool(re.search(r"\d{4}|\[[A-Z]\]|pp?\.", trait.text)) and "," in trait.text
    return bool(re.search(r"[《〈]|\[[A-Z/]{1,5}\]|\d{4}|[页期卷]", trait.text)) or trait.width < 20


def _read_front(readings: Sequence[Reading]) -> None:
    """Title, authors, affiliations and the journal's own lines before the abstract."""
    end = _front_end(readings)
    free = [
        index for index in range(end) if readings[index].role in {None, "paragraph"} or _is_bulleted(readings[index])
    ]
    window = [index for index in free if not readings[index].trait.is_latin]
    title = title_index(readings, window)
    if title is None:
        title = label_index(readings)
    else:
        readings[title].role = "title"
    if title is None:
        for one in (readings[index] for index in free):
            one.role = "byline" if one.trait.form_name in AUTHOR_LINES or names_authors(one) else one.role
        return
    below = any(signs(one) for one in readings[title + 1 : end])
    for one in readings[:title]:
        if one.trait.form_name in {"issue-line", "volume-line", "journal-issue"}:
            one.role = "metadata"
    for index in free:
        one = readings[index]
        if index > title:
            _read_below_title(one)
        elif index < title and (one.is_headline_shaped or is_affiliation(one.trait.text)):
            named = not below and (one.trait.form_name in AUTHOR_LINES or name_list(one.trait.text))
            one.role = "byline" if named else one.role or "metadata"


def _read_below_title(one: Reading) -> None:
    """Authors, with or without their label and however many, and what else may stand below a title."""
    label = leading_label(one.trait.text) if not one.trait.ends_sentence else None
    stamped = is_dated_row(one.trait.text) and not people_of_row(one.trait.text)
    if stamped or (label is not None and label.key == "authors"):
        one.role = "metadata"
        return
    if one.trait.form_name in AUTHOR_LINES or names_authors(one):
        one.role = "byline"
    if one.is_headline_shaped or is_affiliation(one.trait.text):
        one.role = _below_title(one)


def _is_bulleted(one: Reading) -> bool:
    """Whether an item of a list is a name behind a bullet."""
    return one.role == "list_item" and bool(name_list(one.trait.text))


def _front_end(readings: Sequence[Reading]) -> int:
    """Index of the abstract, else of the keywords, else of the first heading with a marker."""
    for wanted in (ABSTRACTS, KEYWORDS):
        for index, one in enumerate(readings[:FRONT]):
            if one.trait.form_name in wanted:
                return index
    for index, one in enumerate(readings[:FRONT]):
        if one.trait.marker in BODY_STARTS or (one.is_body and one.trait.width > 60 and not one.trait.is_latin):
            return index
    return min(len(readings), FRONT)


def _read_running_heads(readings: Sequence[Reading]) -> None:
    """Below the front the title, alone or behind its authors (``李华等：论区域协同``), is the head of a page."""
    titles = [bare_title(one.trait.text).value for one in readings if one.role == "title" and not one.trait.is_latin]
    if not titles or len(titles[0]) < SHORTEST_TITLE:
        return
    seen = False
    for one in readings:
        if one.role == "title":
            seen = True
        elif seen and one.role in {None, "heading"} and one.is_headline_shaped:
            found = RUNNING_HEAD.fullmatch(one.trait.text)
            if found and (alike(found[1], titles[0]) or alike(one.trait.text, titles[0])):
                one.role = "furniture"


def _below_title(one: Reading) -> Role | None:
    if name_list(one.trait.text, expected=True) or is_affiliation(one.trait.text) or people_of_row(one.trait.text):
        return "byline"
    if one.trait.form_name == "month-line":
        return "metadata"
    if find_bodies(one.trait.text):
        return "byline"
    return "subtitle" if one.trait.text.startswith(("—", "-", "（", "(")) else one.role


def _read_keyword_values(readings: Sequence[Reading]) -> None:
    """``关键词：超导`` in a journal is a list of one keyword."""
    for one in readings:
        if one.role is None and one.trait.form_name == "keywords-value":
            one.role = "keywords"
