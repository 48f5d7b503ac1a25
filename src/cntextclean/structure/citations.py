"""
Citations in running text, linked to the items of the reference list where that is certain.

Certain is: a number in brackets that exactly one item bears or, where no item bears a number, that counts to an item;
a surname list and a year in parentheses that fit exactly one item. Notes of the body, ``①`` and ``*``, are anchored in
the same way to the footnote that begins with their mark, when there is one.

It is safe because it only reads.

    >>> from cntextclean.structure.references import read_reference
    >>> items = [read_reference("夏锦文：《加强创新》[J]，《红旗文稿》，2023年第24期。")]
    >>> find_citations("协同创新（夏锦文，2023）十分重要[7]。", items)
    [Citation(start=4, end=14, item=0)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cntextclean.language.forms import fold_form
from cntextclean.model import Reference

NUMBERED = re.compile(r"\^?\[ ?(\d{1,3}(?: ?[-,~、] ?\d{1,3}){0,7}) ?\]")
RAISED = re.compile(r"(?<=[\u4e00-\u9fff”’）)》。，；])[⁰¹²³⁴-⁹]{1,2}(?:[,，⁻-][⁰¹²³⁴-⁹]{1,2}){0,5}")
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻，", "0123456789-,")
DATED = re.compile(r"(?<=[(;]) ?([\u4e00-\u9fffA-Za-z.&· 、-]{2,40}?) ?, ?((?:1[89]|20)\d{2})[a-c]?(?=[;):,])")
TOLD = re.compile(r"(?:等人?|et al\.?)? ?\(((?:1[89]|20)\d{2})[a-c]?\)")
NAMED_BEFORE = 24
"""Characters before a year in parentheses that may name its author: ``夏锦文（2023）认为``."""
MARKS = re.compile(r"[①-⑳]|(?<![\w*])\*{1,3}(?![\w*])|(?<=[\u4e00-\u9fff。，”])\*{1,3}(?!\*)")


@dataclass(frozen=True, slots=True)
class Citation:
    """``text[start:end]`` cites item ``item`` of the list."""

    start: int
    end: int
    item: int


def find_citations(text: str, items: Sequence[Reference]) -> list[Citation]:
    """The citations of a passage that name one item without doubt, in order."""
    folded = fold_form(text)
    found = [
        Citation(match.start(), match.end(), item)
        for match in NUMBERED.finditer(folded)
        for number in _numbers(match[1])
        if (item := _by_number(number, items)) is not None
    ]
    numbered = {item.number for item in items if item.number}
    for match in RAISED.finditer(text):
        numbers = _numbers(match[0].translate(RAISED_DIGITS))
        if numbered.issuperset(numbers):
            linked = [_by_number(number, items) for number in numbers]
            found += [Citation(match.start(), match.end(), item) for item in linked if item is not None]
    for match in DATED.finditer(folded):
        item = _by_author(match[1], match[2], items)
        if item is not None:
            start, end = match.start(), match.end()
            whole = folded[start - 1] == "(" and folded[end : end + 1] == ")"
            found.append(Citation(start - whole, end + whole, item))
    for match in TOLD.finditer(folded):
        found += _told(folded, match, items)
    return sorted(found, key=lambda citation: (citation.start, citation.item))


def find_anchors(text: str, notes: Sequence[str]) -> list[Citation]:
    """The note marks of a passage, each with the index of the only note that begins with the same mark."""
    found = []
    for match in MARKS.finditer(text):
        fitting = [index for index, note in enumerate(notes) if note.startswith(match[0]) and match.start() > 0]
        if len(fitting) == 1:
            found.append(Citation(match.start(), match.end(), fitting[0]))
    return found


def _told(folded: str, match: re.Match[str], items: Sequence[Reference]) -> list[Citation]:
    """A year in parentheses behind the first author of the one item of that year."""
    before = folded[max(0, match.start() - NAMED_BEFORE) : match.start()].rstrip()
    fitting = [
        (index, name)
        for index, item in enumerate(items)
        if item.year == match[1] and item.authors
        for name in (item.authors[0], *(joint.join(item.authors[:2]) for joint in (" and ", "和", "与", "、")))
        if len(name) > 1 and before.endswith(name)
    ]
    if len({index for index, _ in fitting}) != 1:
        return []
    index, name = max(fitting, key=lambda pair: len(pair[1]))
    return [Citation(match.start() - len(name), match.end(), index)]


def _numbers(text: str) -> list[int]:
    """The numbers of ``1,3-5``."""
    numbers: list[int] = []
    for part in re.split(r"[,、]", text.replace(" ", "").replace("~", "-")):
        low, _, high = part.partition("-")
        numbers += range(int(low), min(int(high or low), int(low) + 50) + 1)
    return numbers


def _by_number(number: int, items: Sequence[Reference]) -> int | None:
    fitting = [index for index, item in enumerate(items) if item.number == number]
    if len(fitting) == 1:
        return fitting[0]
    unnumbered = not any(item.number for item in items)
    return number - 1 if unnumbered and 1 <= number <= len(items) else None


def _by_author(names: str, year: str, items: Sequence[Reference]) -> int | None:
    """The one item of that year whose first author is named first."""
    first = re.split(r"[、,&]| and |和|等|et al", names)[0].strip()
    fitting = [
        index
        for index, item in enumerate(items)
        if item.year == year and item.authors and (item.authors[0] == first or item.authors[0].split()[0] == first)
    ]
    return fitting[0] if len(fitting) == 1 else None
