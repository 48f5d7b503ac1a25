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
from difflib import SequenceMatcher

from cntextclean.model import Role
from cntextclean.structure.names import name_list
from cntextclean.structure.reading import APART, Reading

FRONT = 40
"""Passages from the start within which front matter is looked for."""
LABELS = frozenset({"abstract", "abstract-label", "keywords", "abstract-english", "keywords-english"})
BODY_STARTS = frozenset({"chapter", "section", "han-ordinal", "han-paren", "decimal-1", "decimal-2", "part"})
AFFILIATION = re.compile(
    r"^[(（\d①-⑨*].{0,60}(?:大学|学院|研究院|研究所|中心|公司|医院|银行|党校|学校|科学院|[省市部局委])"
    r"|^[\u4e00-\u9fff]{2,16}(?:大学|科学院|研究院|研究所|党校)"
    r"(?:[ \u3000]?[\u4e00-\u9fff]{2,16}(?:学院|系|所|中心|部))?"
    r"[ \u3000，,]{0,3}(?:[\u4e00-\u9fff ]{2,10})?\d{0,6}[)）]?$"
)


def read_matter(readings: Sequence[Reading]) -> bool:
    """Give roles to front matter, references and English parts; whether the text is a journal article or thesis."""
    _read_labelled_abstracts(readings)
    _read_references(readings)
    journal = _is_journal(readings)
    if journal:
        _read_front(readings)
        _read_keyword_values(readings)
    _read_english(readings, journal)
    return journal


def is_affiliation(text: str) -> bool:
    """Whether a short line names an institution, as set under authors."""
    return len(text) <= 80 and not text.endswith("。") and bool(AFFILIATION.search(text.strip()))


def _is_journal(readings: Sequence[Reading]) -> bool:
    labels = {one.trait.form_name for one in readings} & LABELS
    fronts = sum(one.trait.marker == "front" for one in readings[:FRONT])
    return bool(labels) or fronts >= 2


def _read_labelled_abstracts(readings: Sequence[Reading]) -> None:
    """A line 摘要 alone: the paragraphs below it, to the next label or heading, are the abstract."""
    for index, one in enumerate(readings):
        if one.trait.form_name != "abstract-label":
            continue
        for other in readings[index + 1 : index + 9]:
            if other.role in APART:
                continue
            if other.role is not None or other.is_headline_shaped:
                break
            other.role = "abstract"


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
    free = [index for index in range(end) if readings[index].role is None or readings[index].role == "paragraph"]
    window = [index for index in free if not readings[index].trait.is_latin]
    title = _title_index(readings, window)
    if title is None:
        return
    readings[title].role = "title"
    for one in readings[:title]:
        if one.trait.form_name == "issue-line":
            one.role = "metadata"
    for index in free:
        one = readings[index]
        if index == title or not (one.is_headline_shaped or is_affiliation(one.trait.text)):
            continue
        if index < title:
            one.role = one.role or "metadata"
        else:
            one.role = _below_title(one)


def _front_end(readings: Sequence[Reading]) -> int:
    """Index of the abstract, else of the keywords, else of the first heading with a marker."""
    for wanted in ({"abstract", "abstract-label"}, {"keywords"}):
        for index, one in enumerate(readings[:FRONT]):
            if one.trait.form_name in wanted:
                return index
    for index, one in enumerate(readings[:FRONT]):
        if one.trait.marker in BODY_STARTS or (one.is_body and one.trait.width > 60 and not one.trait.is_latin):
            return index
    return min(len(readings), FRONT)


def _title_index(readings: Sequence[Reading], window: Sequence[int]) -> int | None:
    """The title: what a label 题目： repeats, else the widest headline that is no list of names."""
    labelled = [one.trait.text for one in readings if one.trait.form_name == "title-label"]
    shaped = [
        index for index in window
        if readings[index].is_headline_shaped and not name_list(readings[index].trait.text)
        and not is_affiliation(readings[index].trait.text) and not readings[index].trait.text.startswith(("—", "-"))
    ]  # fmt: skip
    for index in shaped:
        if any(_alike(readings[index].trait.text, re.split(r"[:：]", text, maxsplit=1)[-1]) for text in labelled):
            return index
    return max(shaped, key=lambda index: (readings[index].trait.width, -index), default=None)


def _alike(left: str, right: str) -> bool:
    """Equal but for blanks and a few misread characters."""
    a, b = re.sub(r"\s", "", left), re.sub(r"\s", "", right)
    return abs(len(a) - len(b)) <= 4 and SequenceMatcher(None, a, b, autojunk=False).ratio() > 0.85


def _below_title(one: Reading) -> Role | None:
    if name_list(one.trait.text) or is_affiliation(one.trait.text):
        return "byline"
    return "subtitle" if one.trait.text.startswith(("—", "-", "（", "(")) else one.role


def _read_keyword_values(readings: Sequence[Reading]) -> None:
    """``关键词：超导`` in a journal is a list of one keyword."""
    for one in readings:
        if one.role is None and one.trait.form_name == "keywords-value":
            one.role = "keywords"


def _read_english(readings: Sequence[Reading], journal: bool) -> None:  # noqa: FBT001 - a fact, not a switch
    """English title, authors and affiliations above an English abstract, or behind the references."""
    for index, one in enumerate(readings):
        if one.trait.form_name not in {"abstract-english", "keywords-english"}:
            continue
        if one.trait.form_name == "abstract-english":
            _continue_english_abstract(readings, index)
        above: list[int] = []
        at = index - 1
        while at >= 0 and readings[at].trait.is_latin and (readings[at].role is None or readings[at].role in APART):
            if readings[at].role is None:
                above.insert(0, at)
            at -= 1
        _name_english(readings, above)
    if journal:
        for one in readings[: _front_end(readings)]:
            if one.role is None and one.trait.is_latin and one.is_headline_shaped and one.trait.width < 40:
                one.role = "metadata"


def _continue_english_abstract(readings: Sequence[Reading], index: int) -> None:
    """An English abstract may run over several passages, up to its keywords."""
    for other in readings[index + 1 : index + 8]:
        if other.role in APART:
            continue
        if other.role is not None or not other.trait.is_latin:
            break
        other.role = "abstract"


def _name_english(readings: Sequence[Reading], above: Sequence[int]) -> None:
    """Of the Latin lines above an abstract the one with most words is the title, what follows it names authors."""
    if not above:
        return
    title = max(above, key=lambda at: (len(readings[at].trait.text.split()), -at))
    if len(readings[title].trait.text.split()) < 4:
        title = above[0]
    for at in above:
        readings[at].role = "title" if at == title else "byline" if at > title else "metadata"
