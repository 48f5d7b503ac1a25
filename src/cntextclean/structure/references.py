"""
Reference items after GB/T 7714: authors, title, type, source, year, volume, issue, pages.

Two styles are read: the standard's own, ``[1] 何以宁. 数字经济[J]. 区域经济研究, 2020(2): 15-27.``, and that of many
social science journals, ``何以宁：《数字经济》[J]，《区域经济研究》，2020年第2期，第15-27页。``. What is not found is
empty; nothing is guessed.

It is safe because it only reads.

    >>> item = read_reference("[1] 何以宁, 沈嘉. 数字经济与区域差距[J]. 区域经济研究, 2020, 12(2): 15-27.")
    >>> item.number, item.authors, item.title, item.kind, item.container, item.year, item.pages
    (1, ('何以宁', '沈嘉'), '数字经济与区域差距', 'J', '区域经济研究', '2020', '15-27')
    >>> item.volume, item.issue
    ('12', '2')
"""

from __future__ import annotations

import re

from cntextclean.language.forms import fold_form
from cntextclean.model import Reference
from cntextclean.structure.identifiers import find_doi

KIND = re.compile(r"\[ ?(J|M|C|D|N|R|P|S|Z|G|A|EB|DB|CP)(?: ?/ ?(OL|CD|MT|DK))? ?\]")
NUMBER = re.compile(r"^(?:[-•*] ?)?(?:\[ ?(\d{1,3}) ?\]|\( ?(\d{1,3}) ?\)|(\d{1,3})[.、] |[①-⑳] ?)? ?")
YEAR = re.compile(r"(?<!\d)((?:1[89]|20)\d{2})(?!\d)")
VOLUME_ISSUE = re.compile(
    r"(?:1[89]|20)\d{2} ?[年,] ?(?:第? ?(\d{1,3}) ?卷 ?)?,? ?(?:(\d{1,3}) ?)?\( ?([\dA-Z\-/]{1,8}) ?\)"
)
CHINESE_ISSUE = re.compile(r"(?:第 ?(\d{1,3}) ?卷)?[, ]{0,2}第 ?(\d{1,4}(?:-\d{1,4})?) ?期")
STANDARD_ISSUE = re.compile(r"(?:1[89]|20)\d{2} ?\( ?([\dA-Z\-/]{1,8}) ?\)")
PAGES = re.compile(r"第 ?(\d{1,5}(?: ?[-+,] ?\d{1,5}){0,5}) ?页|: ?(\d{1,5}(?: ?[-+] ?\d{1,5}){0,4})(?: ?[.。]| ?$|\[)")
TITLE_MARKS = re.compile(r"^([^《》:]{1,80}?) ?: ?[《〈]([^《》]{1,120}(?:《[^《》]{1,60}》[^《》]{0,60})?)[》〉]")
SOURCE_MARKS = re.compile(r"[》〉\]][,. ]{0,3}(?:载)?[《〈]([^《》]{1,60})[》〉]")
HOST = re.compile(
    r"[.。 ]{0,2}// ?(?:[\u4e00-\u9fff·, ]{2,24}[.。] ?(?=[^.。\[\]:]{2,60}[.。\[:]))?([^.。\[\]:]{2,60})"
)
"""The collection that holds a paper: ``[C]//王五. 区域论文集. 北京: 科学出版社``."""
PUBLISHER = re.compile(r"([\u4e00-\u9fff]{2,16}(?:出版社|书局|印书馆|书店))")
AUTHOR_BREAK = re.compile(r"[,、;]| and | & ")


def read_reference(text: str, block: str = "") -> Reference:
    """Parse one item, the text of ``block``. Fields hold text as it stands, widths folded in numbers and pages only."""
    folded = fold_form(text)
    head = NUMBER.match(folded)
    start = head.end() if head else 0
    number = next((int(group) for group in head.groups() if group), None) if head else None
    kind = KIND.search(folded)
    authors, title, container = _named_parts(text, folded, start, kind)
    volume, issue = _issue(folded)
    year = YEAR.search(folded, kind.end() if kind else start)
    pages = PAGES.search(folded, kind.end() if kind else start)
    return Reference(
        block=block,
        number=number,
        authors=authors,
        title=title,
        kind="/".join(part for part in kind.groups() if part) if kind else "",
        container=container,
        year=year[1] if year else "",
        volume=volume,
        issue=issue,
        pages=re.sub(r"\s", "", pages[1] or pages[2]) if pages else "",
        doi=find_doi(folded),
    )


def _named_parts(text: str, folded: str, start: int, kind: re.Match[str] | None) -> tuple[tuple[str, ...], str, str]:
    """Authors, title and source, by title marks where there are any, else by the full stops of the standard."""
    marked = TITLE_MARKS.match(folded[start:])
    if marked:
        title = text[start + marked.start(2) : start + marked.end(2)]
        found = SOURCE_MARKS.search(folded, start + marked.end(2))
        found = found or PUBLISHER.search(folded, start + marked.end(2))
        return _authors(marked[1]), title, text[found.start(1) : found.end(1)] if found else ""
    if not kind:
        return (), "", ""
    named = re.match(r"(.{1,120}?)\. ?(?=[^ ])", folded[start : kind.start()])
    middle = start + named.end() if named else start
    etal = re.match(r"et al[.,]? ?|等[.,] ?", folded[middle:])
    middle += etal.end() if etal else 0
    host = HOST.match(folded, kind.end())
    rest = host or re.compile(r"[.。, ]{0,3}([^\s,.。\[(/][^,.。\[]{1,80})").match(folded, kind.end())
    source = text[rest.start(1) : rest.end(1)].strip() if rest else ""
    if re.fullmatch(r"[\d\-/. ]{4,12}", source):
        source = ""
    return _authors(named[1]) if named else (), text[middle : kind.start()].strip(), source


def _authors(text: str) -> tuple[str, ...]:
    """Authors one by one; 等 and et al. are no authors."""
    parts = [re.sub(r"(?:等|et al\.?|编|著|主编|译)$", "", part.strip()).strip() for part in AUTHOR_BREAK.split(text)]
    return tuple(part for part in parts if part)


def _issue(folded: str) -> tuple[str, str]:
    """Volume and issue."""
    standard = STANDARD_ISSUE.search(folded)
    if standard:
        return "", standard[1]
    found = VOLUME_ISSUE.search(folded)
    if found:
        return found[1] or found[2] or "", found[3]
    chinese = CHINESE_ISSUE.search(folded)
    return (chinese[1] or "", chinese[2]) if chinese else ("", "")
