r"""
The classes of characters that the repairs inside a passage ask about.

It is safe because it only reads. The classes are strings for the inside of a regular expression's brackets, since
``\w`` matches Han and Latin alike.

    >>> han_share("PM2.5浓度")
    0.5
    >>> has_han("PM2.5")
    False
"""

from __future__ import annotations

import re
from functools import lru_cache

from cntextclean.model import Role
from cntextclean.proposals import View

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003134f"
"""Ideographs: the URO, extension A, compatibility, the supplementary planes, and 〇."""
OPENING = "“‘《〈（「『【〔"
CLOSING = "”’》〉）」』】〕"
STOPS = "，。；：？！、"
DASHES = "…—"
WIDE = OPENING + CLOSING + STOPS + DASHES
"""Punctuation that a Chinese page sets without blanks beside it."""
BLANKS = " \t\u00a0\u3000"

PROSE: frozenset[Role] = frozenset({"paragraph", "abstract", "footnote", "list_item", "reference"})
"""Roles whose text runs on: a blank between two ideographs means nothing there."""
HEADLINES: frozenset[Role] = frozenset({"title", "subtitle", "heading", "caption"})
"""Roles whose blanks part the members of a headline, but may also stand inside a broken word."""

CHINESE_SHARE = 0.3
"""From this share of ideographs on a passage is Chinese; English abstracts have none, code in prose little."""

_HAN = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")
_ADDRESS = re.compile(r"https?://[!-~]{1,300}|[!-~]{1,60}@[!-~]{1,60}")
_LATIN = re.compile("[A-Za-z]")
HEADLINE = 40
"""Characters that a headline has at most: the longest on the seed pages has 37."""
_SENTENCE = re.compile(r"[，。；！？,;]")


def has_han(text: str) -> bool:
    """Whether there is an ideograph."""
    return _HAN.search(text) is not None


@lru_cache(maxsize=4096)  # every stage asks about the same passages
def han_share(text: str) -> float:
    """Ideographs as a share (0 to 1) of ideographs and Latin letters; addresses are not counted."""
    if "://" in text or "@" in text:
        text = _ADDRESS.sub("", text)
    rest = _HAN_RUN.sub("", text)
    han = len(text) - len(rest)
    return han / (han + len(_LATIN.findall(rest))) if han else 0.0


def is_chinese(view: View) -> bool:
    """Whether Chinese rules hold for a passage."""
    return view.lang == "zh" and han_share(view.text) >= CHINESE_SHARE


def is_like_headline(text: str) -> bool:
    """Whether a passage is as short as a headline and ends like one: with no stop. Roles are not known for sure yet."""
    return len(text) <= HEADLINE and not text.rstrip(CLOSING + " ").endswith(tuple(STOPS + DASHES + ",.;:?!"))


def runs_on(text: str) -> bool:
    """Whether the text has a mark of a clause or sentence: rows of a table, names and headlines have none."""
    return _SENTENCE.search(text) is not None
