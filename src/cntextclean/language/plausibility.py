"""
How surprising a text is as Chinese, in bits: the one measure behind the choice of an encoding and behind mojibake.

A byte string that was written in one encoding and read in another comes out as rare characters, so of several
readings of the same bytes the right one is the least surprising in total (maximum likelihood under a unigram model).
It is safe because the table holds both scripts at equal weight and each unknown character has a fixed high price, so
no reading wins by leaving the table. Source of the costs: ``tables/SOURCES.md``.

    >>> bits("中文编码") < bits("涓枃缂栫爜")
    True
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files

UNREADABLE_BITS = 40
"""The price of a byte that no encoding reads: as much as three or four common characters."""

_LONG = 512
_ASCII_OR_BAD = re.compile("[\x00-\x7f\ufffd]+")
_SPACE_BITS, _ASCII_BITS, _RARE_BITS, _KANA_BITS, _ODD_BITS = 6, 7, 24, 20, 30
"""ASCII is priced as in running Latin text: by its share in Chinese it would lose to UTF-16 in a page of mark-up."""


def bits(text: str) -> int:
    """The surprise of a text: the sum over its characters."""
    costs = _costs()
    if len(text) < _LONG:
        return sum(map(costs.__getitem__, text))
    return sum(number * costs[character] for character, number in Counter(text).items())


def cost(character: str) -> int:
    """The surprise of one character, 2 (the commonest) to 40 bits (U+FFFD, unassigned)."""
    return _costs()[character]


def mean_bits(text: str) -> float:
    """The surprise a character, of the characters beyond ASCII but U+FFFD; 0 where there are none."""
    beyond = _ASCII_OR_BAD.sub("", text)
    return bits(beyond) / len(beyond) if beyond else 0.0


class _Costs(dict[str, int]):
    """The table; a character outside it is given its price when it is first met, a function of it alone."""

    def __missing__(self, character: str) -> int:
        """Store and return the default."""
        price = self[character] = _default(character)
        return price


def _default(character: str) -> int:
    """The price of a character outside the table."""
    category = unicodedata.category(character)
    if character in " \t\n\r\u3000":
        return _SPACE_BITS
    if category in ("Cn", "Cs") or character == "\ufffd":
        return UNREADABLE_BITS
    if category in ("Cc", "Co"):
        return _ODD_BITS
    if character < "\x80":
        return _ASCII_BITS
    if "\u3041" <= character <= "\u30ff":
        return _KANA_BITS
    return _RARE_BITS if character <= "\uffff" else _RARE_BITS + 2


@cache
def _costs() -> _Costs:
    """The table of costs."""
    table = (files("cntextclean.tables") / "character_costs.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("# "))
    return _Costs((character, int(price)) for price, characters in rows for character in characters)
