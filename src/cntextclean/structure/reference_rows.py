"""
Rows of a numbered list of references: where each item begins, which rows run on, which belong to the page.

The numbers say it all: from ``[1]`` to the last number in sequence a row begins an item or runs on from the row
above, unless it is a page's header or number. That is surer than how rows end, since items break inside names, years
and Latin words, and over pages.

It is safe because at least three numbers must follow each other, and most of the items must look like references.

    >>> rows = ["[1] 何以宁. 数字经济[J]. 区域经济", "研究, 2020(2): 15-27.", "· 128 ·",
    ...         "[2] 王伟. 区域[M]. 北京: 文", "史出版社, 2019.",
    ...         "[3] 李华. 产业[D]. 上海: 东海大学, 2021."]
    >>> [(index, fate.kind, fate.glue) for index, fate in sorted(reference_rows(rows).items())]
    [(0, 'start', ''), (1, 'next', ''), (2, 'apart', ''), (3, 'start', ''), (4, 'next', ''), (5, 'start', '')]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cntextclean.language.forms import fold_form, match_form

FEWEST = 3
"""Items that follow each other by number."""
LIKELY = 0.6
"""Share of the items that must look like references."""
ROWS = 9
"""Rows of one item; a list whose items are longer is none."""
NUMBER = re.compile(
    r"(?:\[ ?(\d{1,3}) ?\]|\( ?(\d{1,3}) ?\)(?=[^,。;]{4})|(\d{1,3})[.、](?!\d)) {0,3}(?=[^\s,，。;；)）])"
)
LONGEST, SENTENCES = 500, 3
TITLE = re.compile(r"参考文献|参考资料|引用文献|注 ?释|References|REFERENCES|Notes")
_SURELY = (
    r"\[ ?(?:J|M|C|D|N|R|P|S|Z|G|A|EB|DB|CP)(?: ?/ ?(?:OL|CD|MT|DK))? ?\]"
    r"|《[^《》]{2,60}》.{0,40}(?:出版社|期|页)|doi|出版社|Vol\.|pp?\."
)
SURELY = re.compile(_SURELY)
LOOKS = re.compile(rf"{_SURELY}|(?:1[89]|20)\d{{2}}[^\d]|https?://|Press")
"""A year alone is enough below the title of the list, or where numbers are set in square brackets."""
PAGE = re.compile(r"[-·•—~ ]{0,4}\d{1,4}[-·•—~ ]{0,4}|[A-Za-z]{1,12} ?\d{1,4} ?/ ?\d{1,4}")
RANGE = re.compile(r"[-–—]\d{1,5}\D?")
WIDE_OPEN = re.compile(
    r"(?:https?://|doi[.:]|www\.)[^\s\u4e00-\u9fff]*$|10\.\d{4,9}/[^\s\u4e00-\u9fff]*$", re.IGNORECASE
)
UNSOURCED = re.compile(r"\[ ?(?:J|M|C|D|N|R|P|S|Z|G|A|EB|DB|CP)(?: ?/ ?(?:OL|CD|MT|DK))? ?\] ?[.。．]?\s*$")
"""A row that ends in the type of its source has not named the source."""
STOPPED = re.compile(r"[.。][)）\]]?\s*$")
NUMBERED_END = re.compile(r"(?:[:：,，]\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?|[页期号])\s*$")
STOPS = re.compile(
    r"(?:作者简介|作者单位|收稿日期|基金项目|责任编辑|责编|英文摘要|Abstract|ABSTRACT|Key ?[Ww]ords|附录|致\s?谢"
    r"|[一二三四五六七八九十]{1,3}、)"
)


@dataclass(frozen=True, slots=True)
class Fate:
    """``start`` of item ``number``, ``next`` row of it (``glue`` stands between), or ``apart`` from the list."""

    kind: Literal["start", "next", "apart"]
    number: int
    glue: str = ""


def reference_rows(texts: Sequence[str]) -> dict[int, Fate]:
    """The fate of each row that stands in a numbered list of references; empty where there is no such list."""
    found: dict[int, Fate] = {}
    at = 0
    while (starts := _next_run(texts, at)) is not None:
        at = starts[-1] + 1
        if len(starts) >= FEWEST and _looks(texts, starts):
            found.update(_fates(texts, starts))
    return found


def _next_run(texts: Sequence[str], at: int) -> list[int] | None:
    """The next rows that bear 1, 2, 3 … in one style."""
    for first in range(at, len(texts)):
        head = _number(texts[first])
        if head is None or head[0] > 1:
            continue
        starts, wanted = [first], 2
        for index in range(first + 1, len(texts)):
            if index - starts[-1] > ROWS:
                break
            number = _number(texts[index])
            if number == (wanted, head[1]):
                starts.append(index)
                wanted += 1
        return starts
    return None


def _number(text: str) -> tuple[int, int] | None:
    """The number at the start of a row, and the style it is set in."""
    found = NUMBER.match(fold_form(text[:24]))
    return (int(found[found.lastindex or 1]), found.lastindex or 1) if found else None


def _looks(texts: Sequence[str], starts: Sequence[int]) -> bool:
    ends = [*starts[1:], min(starts[-1] + 4, len(texts))]
    items = [fold_form("".join(texts[start:end])) for start, end in zip(starts, ends, strict=True)]
    bracketed = texts[starts[0]].lstrip().startswith(("[", "［"))
    titled = any(TITLE.search(text[:12]) for text in texts[max(starts[0] - 2, 0) : starts[0]])
    looks = LOOKS if bracketed or titled else SURELY
    return sum(bool(looks.search(item)) and not _is_prose(item) for item in items) >= LIKELY * len(items)


def _is_prose(item: str) -> bool:
    """Entries are short and hold hardly a sentence; the sections of an article may be numbered and name years too."""
    return len(item) > LONGEST or item.count("。") > SENTENCES


def _fates(texts: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, Fate]]:
    counts = Counter(text.strip() for text in texts)
    stopped = sum(bool(STOPPED.search(texts[start - 1])) for start in starts[1:])
    closed = STOPPED if 2 * stopped >= len(starts) - 1 else NUMBERED_END
    ends = [*starts[1:], _last_end(texts, starts[-1], closed)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        yield start, Fate("start", number)
        left = texts[start]
        for index in range(start + 1, end):
            if _is_apart(texts[index], counts, left):
                yield index, Fate("apart", number)
                continue
            yield index, Fate("next", number, _glue(left, texts[index]))
            left = texts[index]


def _last_end(texts: Sequence[str], start: int, closed: re.Pattern[str]) -> int:
    """Where the last item ends: with a row that closes as the others do, or before a row that is something else."""
    for index in range(start, min(start + ROWS, len(texts))):
        if index > start and (STOPS.match(texts[index].strip()) or _is_heading(texts[index])):
            return index
        if UNSOURCED.search(texts[index]):
            continue
        if closed.search(texts[index]) and (closed is STOPPED or not WIDE_OPEN.search(texts[index])):
            return index + 1
    return start + 1


def _is_heading(text: str) -> bool:
    form = match_form(text)
    return form is not None and form.role in {"heading", "title", "abstract", "keywords", "metadata"}


def _is_apart(text: str, counts: Counter[str], left: str) -> bool:
    """Whether a row is the page's own: a header seen elsewhere, a page number, a form of furniture."""
    bare = text.strip()
    if RANGE.match(bare) and left.rstrip()[-1:].isdigit():
        return False  # the rest of the item's pages
    if PAGE.fullmatch(fold_form(bare)):
        return not re.search(r"[:：,，\-–—(（]\s?\d{0,4}$", left) or not bare.isdigit()
    form = match_form(bare)
    printed = form is not None and form.role == "furniture" and form.certainty >= 0.8
    return printed or (counts[bare] > 1 and len(bare) > 3)


def _glue(left: str, right: str) -> str:
    """A blank where Latin words meet and after Latin marks; nothing inside numbers and addresses, or beside Han."""
    before, after = left.rstrip()[-1:], right.lstrip()[:1]
    if not (before.isascii() and after.isascii() and (after.isalnum() or after in "([")):
        return ""
    if before in "-/([" or WIDE_OPEN.search(left.rstrip()):
        return ""
    return "" if before.isdigit() and after.isdigit() else " "
