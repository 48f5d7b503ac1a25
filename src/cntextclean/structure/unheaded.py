"""
Passages that the model takes for headings and that head nothing: who signs, annexes, lists of words, contents.

It is safe because only labels are taken back; what is no heading is a paragraph, and no character changes.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> readings = read_passages([View(text) for text in ("会议今天在温州举行。", "守株待兔", "刻舟求剑", "画蛇添足")])
    >>> for one in readings[1:]:
    ...     one.role = "heading"
    >>> drop_lists(readings)
    >>> [one.role for one in readings]
    [None, 'paragraph', 'paragraph', 'paragraph']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from cntextclean.structure.reading import APART, Reading

_DAY = "[0-9一二三四五六七八九十]{1,3}"
DATED = re.compile(rf" {{0,8}}(?:[0-9]{{4}}|[〇○零一二三四五六七八九]{{4}}) ?年 ?{_DAY} ?月 ?{_DAY} ?日")
DAY = re.compile(rf" {{0,8}}{_DAY} ?月 ?{_DAY} ?日")
WIDEST_DATE = 20.0
SIGNER = re.compile(
    r"[\u4e00-\u9fff]{2,14}(?:出版社|杂志社|报社|编辑部|委员会|管理局|办事处|公司|大学|学院|学校|医院|协会|学会)"
)
"""Who signs below an invitation or a notice without a day."""
CONTENTS, FEWEST_ENTRIES, FEWEST_LISTED = frozenset({"目录", "目次"}), 3, 3


def drop_what_heads_nothing(readings: Sequence[Reading]) -> None:
    """
    A list of annexes at the foot of a notice and a closing exclamation head nothing: no text comes below. Nor does the
    signature over a date.
    """
    order = [one for one in readings if one.role not in APART]
    for above, below, last in zip(order, [*order[1:], None], [*order[2:], None, None], strict=False):
        if above.role != "heading" or above.trait.marked_up:
            continue
        signs = below is not None and below.is_headline_shaped and _is_dated(last)
        closes = below is None or signs or below.role in {"byline", "metadata"}
        annexes = closes and above.trait.marker == "appendix"
        ended = above.trait.end in "！!。" or (below is None and SIGNER.fullmatch(above.trait.text) is not None)
        unmarked = not above.trait.marker and ((closes and ended) or _is_dated(below))
        if annexes or unmarked:
            above.role = "paragraph"


def drop_lists(readings: Sequence[Reading]) -> None:
    """Headlines without a marker, three and more one below the other, and no text below the last: a list of words."""
    order = [one for one in readings if one.role not in APART]
    plain = [one.role == "heading" and not one.trait.marker and not one.trait.marked_up for one in order]
    for listed, run in groupby(range(len(order)), key=plain.__getitem__):
        rows = list(run)
        below = order[rows[-1] + 1] if rows[-1] + 1 < len(order) else None
        alike = len(rows) + (below is not None and below.is_headline_shaped)
        if listed and alike >= FEWEST_LISTED and (below is None or not below.is_body):
            for index in rows:
                order[index].role = "paragraph"


def _is_dated(one: Reading | None) -> bool:
    """Whether a passage is a date and hardly more: who stands above it has signed a letter or a notice."""
    if one is None or one.trait.ends_sentence or one.trait.width > WIDEST_DATE:
        return False
    return DATED.match(one.trait.text) is not None or DAY.fullmatch(one.trait.text) is not None


def read_contents(readings: Sequence[Reading]) -> None:
    """The entries of a table of contents, the first of which stands again above what it heads, are items of a list."""
    order = [one for one in readings if one.role not in APART]
    texts = ["".join(one.trait.text.split()) for one in order]
    at = next((index for index, text in enumerate(texts) if text in CONTENTS), len(order))
    end = at + 1
    while end < len(order) and order[end].role == "heading" and texts[end] not in texts[at + 1 : end]:
        end += 1
    again = end < len(order) and order[end].role == "heading" and texts[end] == texts[at + 1]
    if again and end - at > FEWEST_ENTRIES:
        for one in order[at + 1 : end]:
            one.role = "list_item"
