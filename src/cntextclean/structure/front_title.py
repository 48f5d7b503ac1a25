"""
The title of a journal article among the lines of its front, and whether a line names its authors.

It is safe because it only reads.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> readings = read_passages([View(text) for text in ["产业经济评论", "新质生产力赋能区域一体化", "占智勇 徐政"]])
    >>> title_index(readings, range(3))
    1
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from cntextclean.structure.affiliations import is_affiliation, without_affiliations
from cntextclean.structure.bylines import find_title_names
from cntextclean.structure.labels import find_values
from cntextclean.structure.names import find_names, name_list
from cntextclean.structure.reading import Reading
from cntextclean.structure.references import read_reference
from cntextclean.structure.row_parts import is_dated_row, is_glued_stamp, people_of_row
from cntextclean.structure.values import titles_in

AUTHOR_LINES = frozenset({
    "names-line", "names-marked", "names-institution", "institution-line", "institution-names", "written-by",
    "name-post",
})  # fmt: skip
NAME_LINES = AUTHOR_LINES - {"institution-line"}
TITLE_LABEL = re.compile(
    r"(?:[A-Za-z]{2,16} ?[-/] ?)?[\[【]?(?:中文)?(?:题 ?目|题 ?名|标 ?题|篇 ?名|(?:论文|文章)(?:题目|标题|题名))"
    r"(?: ?/ ?[A-Za-z ]{2,18})?[\]】]? ?[:：]?"
)
SHORT_TITLE = 6.0
"""Han characters: what is narrower above the authors may be part of a headline, or the name of a column."""
ISSUE = re.compile(
    r"(?:19|20)\d{2} ?[,，年] ?(?:第 ?\d{1,3} ?[期卷]|Vol|\d{1,3} ?[(（]|\d{1,3} ?卷)"
    r"|\bVol\.? ?\d|\bNo\.? ?\d|Issue|[\d)）] ?[:：] ?\d{1,5} ?[-–—~] ?\d"
)
"""Volume, number and pages: the line of the journal."""
BELOW = 5
"""Passages below the last that may be a title, among which authors are looked for."""
FEWEST_HAN = 3
"""Han characters of a title of an article in Chinese."""
TEAM = re.compile(r"(?:课题组|研究组|调研组|编写组|项目组|专家组|协作组|编辑部|编委会|委员会|学会|协会|分会|统计局)$")
"""Bodies that write, more than they are written about in a title that ends so."""
BRACKETED = re.compile(r"[\[【〔［][\u4e00-\u9fff \u3000]{2,8}[\]】〕］]")
"""A label that no table knows: titles are not set so, the fields of a data base are, one below the other."""
FIELD = re.compile(r"[^:：]{1,16}[:：]")
LABEL_WIDTH = 14
"""Characters before the value of a label: one that begins later stands inside a title."""
SEVERAL = 5
"""Names of a row that may be wider than any headline."""
SHORTEST_CITED = 6
"""Characters of a title that a citation states."""
LIFE = re.compile(r"[\u4e00-\u9fff·]{2,12} ?\( ?(?:19|20)\d{2} ?(?:年(?:生|出生)?|[-—–~]{1,2}) ?\)? ?[,，]")
"""``李华(1962—)，女``: the life of an author, below his label."""
FRONT = 40
"""Passages from the start within which front matter is looked for."""


def title_index(readings: Sequence[Reading], window: Sequence[int]) -> int | None:
    """The title: what a label 题目： repeats, else the headline right above the authors, else the widest."""
    signed = next((index for index in window if find_title_names(readings[index].trait.text)[1]), None)
    if signed is not None and readings[signed].is_headline_shaped:
        return signed
    labelled = [title for one in readings[:FRONT] for title in _labelled_titles(one)]
    shaped = [index for index in window if _may_be_title(readings[index])]
    if labelled:
        return _first_like(readings, shaped, labelled)  # where none is, the label alone states it
    cited = _first_like(readings, shaped[::-1], _cited_titles(readings[:FRONT]))
    if cited is not None:
        return cited
    shaped = [index for index in shaped if not TEAM.search(readings[index].trait.text)] or shaped
    bracketed = [index for index, one in enumerate(readings[:FRONT]) if BRACKETED.match(one.trait.text)]
    if len(bracketed) > 1:
        shaped = [index for index in shaped if index not in bracketed]
    shaped = [index for index in shaped if not _is_field(readings, index)] or shaped
    below = readings[: max(window, default=-1) + 1 + BELOW]
    signed = next((at for at, one in enumerate(below) if signs(one) or _stands_for_authors(readings, at)), None)
    shaped = [index for index in shaped if not _stands_for_authors(readings, index)] or shaped
    above = [index for index in shaped if signed is not None and index < signed]
    shaped = [index for index in shaped if readings[index].trait.marked_up] or shaped
    above = [index for index in above if readings[index].trait.marked_up] or above
    if above:
        return _nearest(readings, above)
    return max(shaped, key=lambda index: (readings[index].trait.width, -index), default=None)


def _first_like(readings: Sequence[Reading], indexes: Sequence[int], titles: Sequence[str]) -> int | None:
    """The first of some passages that says one of these titles."""
    return next((index for index in indexes if any(alike(readings[index].trait.text, one) for one in titles)), None)


def _stands_for_authors(readings: Sequence[Reading], index: int) -> bool:
    """Whether a row between a headline and an institution or an abstract can be read as names: 次仁卓玛，索朗旺堆."""
    if not 0 < index < len(readings) - 1 or readings[index].trait.marked_up:
        return False
    below = readings[index + 1].trait
    if not (is_affiliation(below.text) or below.form_role == "abstract"):
        return False
    above = readings[index - 1]
    return above.is_headline_shaped and bool(name_list(readings[index].trait.text, expected=True))


def _is_field(readings: Sequence[Reading], index: int) -> bool:
    """Whether a line with a colon stands between two lines of labels: a label that no table knows."""
    if index == 0 or index + 1 == len(readings) or not FIELD.match(readings[index].trait.text):
        return False
    return all(find_values(readings[at].trait.text) for at in (index - 1, index + 1))


def _nearest(readings: Sequence[Reading], above: Sequence[int]) -> int:
    """The headline right above the authors, unless it is short beside the one above it, as a column or a part is."""
    last = above[-1]
    if len(above) > 1 and last - above[-2] <= 2 and readings[last].trait.width < SHORT_TITLE:
        return max(above[-2:], key=lambda index: readings[index].trait.width)
    return last


def signs(one: Reading) -> bool:
    """Whether a passage names the authors: by its form, or as nothing but names."""
    trait = one.trait
    if find_values(trait.text) or (one.label is not None and one.label.key != "authors"):
        return False  # a label may stand anywhere
    if one.role == "byline" or trait.form_name in NAME_LINES or names_authors(one):
        return True
    return one.is_headline_shaped and bool(name_list(trait.text)) and not trait.marked_up


def names_authors(one: Reading) -> bool:
    """Whether a passage is several names, or names with their institutions, however long, and nothing else."""
    if len(name_list(one.trait.text, expected=True)) >= SEVERAL:
        return True
    bare = without_affiliations(one.trait.text).strip()
    masked = len("".join(bare.split())) < len("".join(one.trait.text.split()))
    return (masked and bool(find_names(bare, expected=True))) or bool(people_of_row(one.trait.text))


def label_index(readings: Sequence[Reading]) -> int | None:
    """The passage whose label states the title, where the title is not printed on its own."""
    return next((index for index, one in enumerate(readings[:FRONT]) if _labelled_titles(one)), None)


def _labelled_titles(one: Reading) -> list[str]:
    """The titles that a label states in a passage."""
    if one.trait.form_name not in {"title-label", "field-line"} or not TITLE_LABEL.match(one.trait.text):
        return []
    return [piece.value for name, piece in titles_in(one.trait.text) if name == "title"]


def _cited_titles(front: Sequence[Reading]) -> list[str]:
    """The titles of the references at the head of an article: of itself, as pages say how to cite it."""
    titles = (read_reference(one.trait.text).title for one in front if one.role == "reference")
    return [title for title in titles if len(title) >= SHORTEST_CITED]


def _may_be_title(one: Reading) -> bool:
    trait = one.trait
    if not one.is_headline_shaped or trait.form_name in AUTHOR_LINES or trait.form_name == "month-line":
        return False
    if ISSUE.search(trait.text) or one.role == "byline" or trait.han < FEWEST_HAN:
        return False
    if any(value.start < LABEL_WIDTH and value.kind != "title" for value in find_values(trait.text)):
        return False
    if names_authors(one) or is_glued_stamp(trait.text) or is_dated_row(trait.text) or LIFE.match(trait.folded):
        return False
    return not (name_list(trait.text) or is_affiliation(trait.text) or trait.text.startswith(("—", "-")))


def alike(left: str, right: str) -> bool:
    """Equal but for blanks and a few misread characters."""
    a, b = re.sub(r"\s", "", left), re.sub(r"\s", "", right)
    return abs(len(a) - len(b)) <= 4 and SequenceMatcher(None, a, b, autojunk=False).ratio() > 0.85
