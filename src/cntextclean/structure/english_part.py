"""
The English part of a journal article: title, authors and institutions above its abstract.

It is safe because only passages in Latin letters that have no role get one.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> texts = ["On the Growth of Regions", "LI Hua, WANG Wei", "Abstract: This paper studies growth."]
    >>> readings = read_passages([View(text) for text in texts])
    >>> read_english(readings, 0)
    >>> [one.role for one in readings]
    ['title', 'byline', 'abstract']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cntextclean.structure.latin_names import LATIN_INSTITUTION
from cntextclean.structure.reading import APART, Reading
from cntextclean.structure.traits import Trait

LATIN_PART = r"[A-Z][A-Za-z\u00c0-\u024f'.\-]{0,20}"
LATIN_AUTHORS = re.compile(
    rf"(?:{LATIN_PART}[ ,]{{1,2}}){{1,3}}{LATIN_PART}[\d¹²³⁴⁵*†,]{{0,6}}"
    rf"(?:[,;&、，；] ?(?:and )?(?:{LATIN_PART} ){{1,3}}{LATIN_PART}[\d¹²³⁴⁵*†,]{{0,6}}){{0,8}}"
)

ADDRESS = re.compile(r"[(（][^()（）]{0,60}(?:Univ|Inst|Coll|Acad|Sch)|\d{5}|\b[Cc]hina\b|^\d{1,2} ?[.．、 ]")
"""What stands by the name of an institution under names, and not in a title: a postal code, a country, a number."""
FEWEST_WORDS = 4
"""Words of a title; shorter Latin lines are the journal's."""


def read_english(readings: Sequence[Reading], front: int) -> None:
    """English title, authors and affiliations above an English abstract, in the ``front`` or behind the references."""
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
    if not any(one.trait.han for one in readings):
        return  # a text in English has a body of its own
    for one in readings[:front]:
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
    """Of the Latin lines above an abstract that name nobody, the one with most words is the title; then come names."""
    if not above:
        return
    titles = [at for at in above if not _names_people(readings[at].trait)] or list(above)
    titles = [at for at in titles if readings[at].trait.marked_up] or titles
    title = max(titles, key=lambda at: (len(readings[at].trait.text.split()), -at))
    if len(readings[title].trait.text.split()) < FEWEST_WORDS:
        title = above[0]
    for at in above:
        readings[at].role = "title" if at == title else "byline" if at > title else "metadata"


def _names_people(trait: Trait) -> bool:
    """Whether a Latin line is authors, alone or with their institutions, or institutions with their addresses."""
    if LATIN_AUTHORS.fullmatch(trait.text):
        return True
    return bool(LATIN_INSTITUTION.search(trait.text) and ADDRESS.search(trait.text))
