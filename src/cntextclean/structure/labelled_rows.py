"""
Rows that each say one thing of a kind: fields of a record, the headers of a mail, what a medicine consists of.

``产地：西山``, ``【规格】每袋装10克``, ``地点　李家堂屋``: a headline with a colon stands alone; three and more such
rows one below the other are a list, and none of them heads anything.

It is safe because a passage that has a role keeps it, and the others are text.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> rows = ["一种新的茶叶", "品牌：东海", "产地：西山", "规格：每袋装10克", "春茶：香气高"]
    >>> readings = read_passages([View(text) for text in [*rows, "这种茶叶很受欢迎。", "市场：前景广阔"]])
    >>> read_labelled_rows(readings)
    >>> [one.role for one in readings]
    [None, 'paragraph', 'paragraph', 'paragraph', 'paragraph', None, None]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from cntextclean.structure.names import name_list

if TYPE_CHECKING:
    from cntextclean.structure.reading import Reading

LABEL = re.compile(
    r"\s{0,8}(?:\*{0,2}(?:[\u4e00-\u9fff]{2,6}\*{0,2} ?[：:]|【[^】\n]{1,12}】)\*{0,2}\s{0,4}(?=\S)"
    r"|[\u4e00-\u9fff]{2,4}\u3000{1,2}(?=[^\u3000])"
    r"|\d{4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?[ \u3000]{1,4}(?=[^\s\d])"
    r"|\[(?:[a-z]{2,8}:[^\]\n]{0,40}|\d{1,3}:\d\d(?:[.:]\d{1,3})?)\])"
)
"""
A label and what it says; a label before a blank of full width; a year of somebody's life and what he did in it; the
tags and times of lyrics (LRC).
"""
RECORD = re.compile(
    r"\s{0,8}(?:[\u4e00-\u9fff]{2,6}[：:][^：:\s]{1,20}[ \u3000]{1,8}){1,8}[\u4e00-\u9fff]{2,6}[：:]\S{1,40}"
)
"""Several labels in one row: 性别：男　出生年月：1995年3月."""
FEWEST, FEWEST_ON_TOP = 3, 4
"""Such rows one below the other, and as many where the first of them is the first of the document."""
TITLES = re.compile(r"\s{0,8}(?:【|[\u4e00-\u9fff]{2,4}\u3000)")
"""How a title on top of a document may begin: with its column in brackets, with a word of two or three set apart."""


def is_labelled(text: str) -> bool:
    """Whether a row begins with a label and says something behind it."""
    return LABEL.match(text) is not None


def read_labelled_rows(readings: Sequence[Reading]) -> None:
    """Give the role of a paragraph to the rows of such lists that have none yet."""
    for one in readings:
        if one.role is None and not one.trait.marked_up and RECORD.fullmatch(one.trait.text):
            one.role = "paragraph"
    shaped = [is_labelled(one.trait.text) and not one.trait.marked_up and not _is_other(one) for one in readings]
    if shaped and TITLES.match(readings[0].trait.text):
        shaped[0] = False
    for labelled, run in groupby(range(len(readings)), key=shaped.__getitem__):
        rows = list(run)
        if labelled and len(rows) >= (FEWEST if rows[0] else FEWEST_ON_TOP):
            for index in rows:
                if readings[index].role is None:
                    readings[index].role = "paragraph"


def _is_other(one: Reading) -> bool:
    """Whether a passage without a role is a note, a marked heading or names: 编者注：, 第一章　总则, 李华　王伟."""
    if len(name_list(one.trait.text)) > 1:
        return True
    return one.role is None and one.trait.form_role in {"footnote", "heading"} and not one.trait.text.startswith("[")
