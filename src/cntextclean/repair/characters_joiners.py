r"""
Joiners, variation selectors and direction marks: invisible, yet some of them mean something where they stand.

Kept are joiners inside emoji and in scripts that need them (Indic, Arabic, Mongolian), selectors behind a character
that has variants (emoji, symbols, Han), and direction marks in a text that has letters written from right to left.
Everything else of the kind is debris of word processors and web pages, and is removed.

    >>> list(propose_joiners("主\u200d页"))
    [Change(start=1, end=2, after='', rule='characters.joiner', evidence='no emoji or joining script beside it')]
    >>> list(propose_joiners("👨\u200d💻"))
    []
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cntextclean.proposals import Change

JOINERS = "\u200c\u200d"
SELECTORS = "".join(map(chr, range(0xFE00, 0xFE10))) + "".join(map(chr, range(0xE0100, 0xE01F0)))
MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CHARACTERS = frozenset(JOINERS + SELECTORS + MARKS)
"""What this rule looks at."""

_FOUND = re.compile(f"[{JOINERS}{SELECTORS}{MARKS}]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0e80-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_NO_SYMBOL = re.compile("[\u2e80-\u2fdf\ufffd]")
"""Radicals, which become ideographs, and what could not be read: Unicode counts both among the symbols."""
_KEYCAP = frozenset("0123456789#*")


def propose_joiners(text: str) -> Iterator[Change]:
    """Propose the removal of each joiner, selector and mark that means nothing where it stands."""
    right_to_left = bool(_RIGHT_TO_LEFT.search(text))
    removed_to, anchor = -1, ""
    for found in _FOUND.finditer(text):
        at = found.start()
        # Behind a removed one stands what stood before it, so one run settles a whole row of them.
        before = anchor if at == removed_to else text[at - 1 : at]
        if _means_something(found[0], before, text[at + 1 : at + 2], right_to_left=right_to_left):
            continue
        removed_to, anchor = at + 1, before
        yield Change(at, at + 1, "", "characters.joiner", "no emoji or joining script beside it")


def _means_something(character: str, before: str, after: str, *, right_to_left: bool) -> bool:
    if character in MARKS:
        return right_to_left
    if not before:
        return False
    if character in JOINERS:
        pictures = _is_symbol(before) and _is_symbol(after)
        return pictures or bool(_JOINING.match(before)) or bool(_JOINING.match(after))
    if before in SELECTORS:
        return False
    return _is_symbol(before) or before in _KEYCAP or bool(_HAN.match(before))


def _is_symbol(character: str) -> bool:
    """Whether it is a symbol, a mark on one (skin tone, selector, keycap), or punctuation with an emoji form."""
    if not character or character.isascii() or _NO_SYMBOL.match(character):
        return False
    category = unicodedata.category(character)
    return category in ("So", "Sk", "Sm", "Sc", "Me") or character in SELECTORS or character in "‼⁉〰〽㊗㊙"
