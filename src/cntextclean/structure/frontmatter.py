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
from cntextclean.structure.affiliations import is_affiliation, without_affiliations
from cntextclean.structure.labels import find_values
from cntextclean.structure.names import find_names, name_list
from cntextclean.structure.reading import APART, GLUED, Reading
from cntextclean.structure.values import bare_title, titles_in

AUTHOR_LINES = frozenset(
    {"names-line", "names-marked", "names-institution", "institution-line", "institution-names", "written-by"}
)
TITLE_LABEL = re.compile(r"[\[【]?(?:题 ?目|题 ?名|标 ?题|篇 ?名|(?:论文|文章|中文)(?:题目|标题|题名))[\]】]? ?[:：]?")
RUNNING_HEAD = re.compile(r"(?:[\u4e00-\u9fff·、,，  ]{2,24}?(?:等|主编)?[:：.] ?)?(.{6,60})")
LABEL_WIDTH = 14
"""Characters before the value of a label: one that begins later stands inside a title."""
SHORTEST_TITLE = 6
"""Characters: what is shorter may be a heading that repeats the title."""
LATIN_PART = r"[A-Z][A-Za-z\u00c0-\u024f'.\-]{0,20}"
LATIN_AUTHORS = re.compile(
    rf"(?:{LATIN_PART}[ ,]{{1,2}}){{1,3}}{LATIN_PART}[\d¹²³⁴⁵*†,]{{0,6}}"
    rf"(?:[,;&、，；] ?(?:and )?(?:{LATIN_PART} ){{1,3}}{LATIN_PART}[\d¹²³⁴⁵*†,]{{0,6}}){{0,8}}"
)
FRONT = 40
"""Passages from the start within which front matter is looked for."""
ABSTRACTS = frozenset({"abstract", "abstract-label", "abstract-set-apart", "abstract-glued"})
KEYWORDS = frozenset({"keywords", "keywords-set-apart", "keywords-glued"})
LABELS = ABSTRACTS | KEYWORDS | {"abstract-english", "keywords-english"}
BODY_STARTS = frozenset({"chapter", "section", "han-ordinal", "han-paren", "decimal-1", "decimal-2", "part"})


def read_matter(readings: Sequence[Reading]) -> bool:
    """Give roles to front matter, references and English parts; whether the text is a journal article or thesis."""
    _read_labelled_abstracts(readings)
    _read_references(readings)
    journal = _is_journal(readings)
    if journal:
        _read_front(readings)
        _read_keyword_values(readings)
        _read_running_heads(readings)
    _read_english(readings, journal)
    return journal


def _is_journal(readings: Sequence[Reading]) -> bool:
    labels = {one.trait.form_name for one in readings if one.role != "paragraph"} & LABELS
    labels -= {one.trait.form_name for one in readings if one.role is None and one.trait.form_name in GLUED}
    fronts = sum(one.trait.marker == "front" for one in readings[:FRONT])
    return bool(labels) or fronts >= 2


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
        title = _label_index(readings)
    else:
        readings[title].role = "title"
    if title is None:
        for one in (readings[index] for index in free):
            one.role = "byline" if one.trait.form_name in AUTHOR_LINES or _names_authors(one) else one.role
        return
    for one in readings[:title]:
        if one.trait.form_name in {"issue-line", "volume-line", "journal-issue"}:
            one.role = "metadata"
    for index in free:
        one = readings[index]
        if index > title and (one.trait.form_name in AUTHOR_LINES or _names_authors(one)):
            one.role = "byline"
        if index == title or not (one.is_headline_shaped or is_affiliation(one.trait.text)):
            continue
        if index < title:
            one.role = one.role or "metadata"
        else:
            one.role = _below_title(one)


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


def _title_index(readings: Sequence[Reading], window: Sequence[int]) -> int | None:
    """The title: what a label 题目： repeats, else the widest headline that is no list of names."""
    labelled = [title for one in readings[:FRONT] for title in _labelled_titles(one)]
    shaped = [index for index in window if _may_be_title(readings[index])]
    for index in shaped:
        if any(_alike(readings[index].trait.text, title) for title in labelled):
            return index
    if labelled:
        return None  # the label states it
    shaped = [index for index in shaped if readings[index].trait.marked_up] or shaped
    return max(shaped, key=lambda index: (readings[index].trait.width, -index), default=None)


def _names_authors(one: Reading) -> bool:
    """Whether a passage is names with their institutions in parentheses, however long, and nothing else."""
    bare = without_affiliations(one.trait.text).strip()
    return len(bare) < len(one.trait.text) and bool(find_names(bare, expected=True))


def _label_index(readings: Sequence[Reading]) -> int | None:
    """The passage whose label states the title, where the title is not printed on its own."""
    return next((index for index, one in enumerate(readings[:FRONT]) if _labelled_titles(one)), None)


def _labelled_titles(one: Reading) -> list[str]:
    """The titles that a label states in a passage."""
    if one.trait.form_name not in {"title-label", "field-line"} or not TITLE_LABEL.match(one.trait.text):
        return []
    return [piece.value for name, piece in titles_in(one.trait.text) if name == "title"]


def _may_be_title(one: Reading) -> bool:
    trait = one.trait
    if not one.is_headline_shaped or trait.form_name in AUTHOR_LINES or trait.form_name == "month-line":
        return False
    if any(value.start < LABEL_WIDTH and value.kind != "title" for value in find_values(trait.text)):
        return False
    if _names_authors(one):
        return False
    return not (name_list(trait.text) or is_affiliation(trait.text) or trait.text.startswith(("—", "-")))


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
            if found and (_alike(found[1], titles[0]) or _alike(one.trait.text, titles[0])):
                one.role = "furniture"


def _alike(left: str, right: str) -> bool:
    """Equal but for blanks and a few misread characters."""
    a, b = re.sub(r"\s", "", left), re.sub(r"\s", "", right)
    return abs(len(a) - len(b)) <= 4 and SequenceMatcher(None, a, b, autojunk=False).ratio() > 0.85


def _below_title(one: Reading) -> Role | None:
    if name_list(one.trait.text, expected=True) or is_affiliation(one.trait.text):
        return "byline"
    if one.trait.form_name == "month-line":
        return "metadata"
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
                one.role = "byline" if LATIN_AUTHORS.fullmatch(one.trait.text) else "metadata"


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
