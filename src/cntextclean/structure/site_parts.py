"""
What pages of the web say above and below their text: the headline as the browser shows it, who edited, other headlines.

``标题_新闻频道_某某网`` above ``标题``; ``甲 乙`` above ``甲`` and ``乙``; ``审核：李华`` and what stands below
``相关新闻`` to the end of the page.

It is safe because only labels are given: what is furniture stays in the document as a block.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> readings = read_passages([View(text) for text in ["老街区焕发新活力_要闻_某某网", "老街区焕发新活力"]])
    >>> [one.role for one in readings]
    ['furniture', None]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cntextclean.language.forms import fold_form
from cntextclean.structure.affiliations import HOUSES, is_affiliation, without_affiliations
from cntextclean.structure.byline_words import byline_words
from cntextclean.structure.bylines import find_credits, find_labelled, find_leading
from cntextclean.structure.datelines import find_dateline, find_filed_title
from cntextclean.structure.form_fields import read_form_fields
from cntextclean.structure.names import find_names, name_list
from cntextclean.structure.persons import is_person
from cntextclean.structure.reporters import reporters_ahead, reporters_at_end
from cntextclean.structure.row_parts import is_outlet, is_signed_row

if TYPE_CHECKING:
    from cntextclean.structure.reading import Reading
    from cntextclean.structure.traits import Trait

OPEN_EDITOR = re.compile(r"(?:编 ?辑|责 ?编|责任编辑|审 ?核|校 ?对) ?[:：]$")
"""A label whose people a row cut off."""
HEAD = 14
"""Passages at the head of a page of the web, its navigation among them."""
ENDS = 6
"""Passages at both ends of a text that say where it is from."""
SHORTEST_TITLE = 6
"""Characters of a title that is said twice."""
WIDEST_LABELS = 60.0
"""Han characters of a row that names the author among other things."""
WIDEST_EDITORS = 45.0
"""Han characters of a line of editors."""
LED = re.compile(r"[(（\d①-⑨⁰-⁹¹²³]")
"""How a line of institutions begins: in parentheses, or with the number that their people bear."""
HOUSED = re.compile(rf"{HOUSES}|(?<!\d)\d{{6}}(?!\d)")
"""What such a line has: the name of a house, or a postal code."""
DOUBLED = re.compile(r"(?<![^ ])([\u4e00-\u9fff]{2})\1(?![^ ])")
"""A button with its picture, which says the same: ``下载下载 收藏收藏 打印打印``."""
FEWEST_DOUBLED = 3
MOST_SIGNING = 3
"""People who sign short news in a row below it."""
BEFORE = 6
"""Passages between a title and the dateline that says it again."""
PARTS = 4
"""Lines that a headline is set in."""


def read_page(readings: Sequence[Reading]) -> None:
    """What a page says at its head and at its foot of itself and of who wrote the text."""
    head, last = readings[:HEAD], readings[-ENDS:]
    read_form_fields(head)
    read_credited_rows((*readings[:ENDS], *last))
    read_signed_rows(head)
    read_housed_rows(head)
    read_page_head(head)
    read_page_foot(readings, last)
    read_signing_row(readings)


def read_filed_titles(readings: Sequence[Reading]) -> None:
    """A title behind its dateline is the dateline alone where the title itself stands above."""
    for index, one in enumerate(readings):
        filed = find_filed_title(one.trait.text) if one.role == "title" else None
        said = _inked(one.trait.text[filed[1] :]) if filed else ""
        if said and any(_inked(above.trait.text) == said for above in readings[max(0, index - BEFORE) : index]):
            one.role = "metadata"


def _inked(text: str) -> str:
    return "".join(fold_form(text).split())


def read_page_foot(readings: Sequence[Reading], last: Sequence[Reading]) -> None:
    """At the end of a page: who edited it, and below ``相关新闻`` the headlines of other pages."""
    for one in last:
        if one.role in {None, "byline"} and _names_editors(one.trait):
            one.role = "furniture"
    links: list[Reading] = []
    for one in reversed(readings):
        if one.trait.form_name == "more-news":
            for other in links:
                other.role = "furniture"
        if not _is_link(one):
            return
        links.append(one)


def read_signing_row(readings: Sequence[Reading]) -> None:
    """Two or three people and nothing else below the last sentence sign a text that nobody signed at its head."""
    ends = [one for one in readings if one.role not in {"furniture", "caption", "footnote"}][-2:]
    if len(ends) < 2 or ends[1].role is not None or ends[1].trait.marked_up or not ends[0].trait.ends_sentence:
        return
    people = find_names(ends[1].trait.text)
    if not 2 <= len(people) <= MOST_SIGNING or not all(is_person(one.text) for one in people):
        return
    if not any(one.role == "byline" or _names_reporters(one.trait.text) for one in readings):
        ends[1].role = "byline"


def _names_reporters(text: str) -> bool:
    """Whether a paragraph names its reporters at its start or at its end."""
    dated = find_dateline(text)
    return bool((dated and dated.names) or reporters_ahead(text) or reporters_at_end(text))


def _names_editors(trait: Trait) -> bool:
    """Whether a short line names editors, proof-readers, designers, and nobody else."""
    credited = find_credits(trait.text) if trait.width <= WIDEST_EDITORS else ()
    return bool(credited) and all(kind == "editor" for _, kind in credited)


def _is_link(one: Reading) -> bool:
    """Whether a passage may be the headline of another page, or belongs to the foot of the page."""
    return one.role == "furniture" or (one.role in {None, "metadata", "list_item"} and one.is_headline_shaped)


def read_credited_rows(ends: Sequence[Reading]) -> None:
    """At both ends of a page: rows that name the author behind a label, whatever else they say, or who took part."""
    for one in ends:
        text = one.trait.text
        if one.role is not None or one.trait.width > WIDEST_LABELS:
            continue
        if find_labelled(text) or find_leading(text) or _names_staff(text):
            one.role = "byline"


def _names_staff(text: str) -> bool:
    """Whether a row is people who made a text possible, behind what they are: ``执行统筹 李华 总策划 王伟``."""
    folded = fold_form(text)
    return _staff().match(folded) is not None and bool(name_list(_staff().sub(" ", folded), expected=True))


@cache
def _staff() -> re.Pattern[str]:
    return re.compile(rf"(?<![\u4e00-\u9fff])(?:{byline_words()['staff']})(?: ?[:/|] ?| +)")


def read_signed_rows(front: Sequence[Reading]) -> None:
    """Below the first line of a page: people with what they are, and the paper that stands on a row of its own."""
    for above, one in pairwise(front):
        if one.role in {None, "byline"} and OPEN_EDITOR.search(above.trait.text):
            one.role = "furniture" if name_list(one.trait.text, expected=True) else one.role
        elif one.role is None and not one.trait.marked_up and not one.trait.ends_sentence:
            one.role = "byline" if is_signed_row(one.trait.text) else "metadata" if is_outlet(one.trait.text) else None


def read_housed_rows(front: Sequence[Reading]) -> None:
    """
    Names right above the line of their institution are authors, above the title as below it.

    Pages that say the same names once more, on top of their title, say nothing else there.
    """
    signed: set[tuple[str, ...]] = set()
    for one, below in pairwise(front):
        names = name_list(one.trait.text, expected=True) if _is_bare(one) and _is_housing(below.trait) else ()
        if names:
            one.role = "byline"
            below.role = below.role or "byline"
            signed.add(names)
    for one in front if signed else ():
        if _is_bare(one) and name_list(without_affiliations(one.trait.text).strip(), expected=True) in signed:
            one.role = "byline"


def _is_bare(one: Reading) -> bool:
    return one.role is None and not (one.trait.marked_up or one.trait.marker or one.trait.is_latin)


def _is_housing(trait: Trait) -> bool:
    """Whether a line is institutions, with a postal code or behind what lines of institutions begin with."""
    if trait.form_name == "institution-line":
        return True
    if trait.marker or not LED.match(trait.text):
        return False  # （二）东海区、西山市
    return HOUSED.search(trait.folded) is not None and is_affiliation(trait.text)


def read_page_head(front: Sequence[Reading]) -> None:
    """``标题_新闻频道_某某网`` above ``标题``: what a browser shows above the page."""
    for index, one in enumerate(front):
        if one.role is None and len(DOUBLED.findall(one.trait.folded)) >= FEWEST_DOUBLED:
            one.role = "furniture"
        for below in front[index + 1 :]:
            said = below.trait.text
            rest = one.trait.text[len(said) :].lstrip()
            if len(said) >= SHORTEST_TITLE and one.trait.text.startswith(said) and rest[:1] and rest[0] in "_-|–—":
                one.role = "furniture"
        _read_title_said_twice(one, front[index + 1 : index + 1 + PARTS])


def _read_title_said_twice(one: Reading, below: Sequence[Reading]) -> None:
    """``甲 乙`` above ``甲`` and ``乙``: the page says the headline in one line, and sets it in several below."""
    whole = "".join(one.trait.text.split())
    if one.role is not None or len(whole) < SHORTEST_TITLE:
        return
    said = ""
    for count, part in enumerate(below, 1):
        said += "".join(part.trait.text.split())
        if said == whole and count > 1:
            one.role = "title"
            for other in below[:count]:
                other.role = "furniture"
        if not whole.startswith(said) or part.role is not None:
            return
