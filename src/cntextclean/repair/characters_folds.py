"""
Characters that have one plain form, whatever stands beside them: the tables behind the characters stage.

It is safe because each of them is another code point for the same letter (Unicode's own equivalences: NFC singletons,
NFKC of the Kangxi radicals, EquivalentUnifiedIdeograph), a blank of another width, or a character that has no glyph.
Whole-text normalisation is never applied: NFKC would turn ① into 1 and ，into a comma.

    >>> folds()["⽂"]
    Fold(after='文', rule='characters.radical')
    >>> "，" in folds(), "①" in folds(), "　" in folds()
    (False, False, False)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LINE_BREAKS = "\r\v\f\x85\u2028\u2029"
"""What ends a line beside U+000A. A form feed ends a page, hence a line."""


class Fold(NamedTuple):
    """What a character becomes, and the rule that says so."""

    after: str
    rule: str


@cache
def folds() -> dict[str, Fold]:
    """Every character with a plain form, line breaks not among them."""
    found: dict[str, Fold] = {}
    for rule, pairs in (
        ("characters.control", ((character, "") for character in _controls())),
        ("characters.invisible", ((character, "") for character in _invisible())),
        ("characters.blank", ((character, " ") for character in _blanks())),
        ("characters.radical", _radicals()),
        ("characters.compatibility-ideograph", _compatibility()),
        ("characters.full-width", _full_width()),
    ):
        found.update((character, Fold(after, rule)) for character, after in pairs)
    return found


def fold(text: str) -> str:
    """The text in plain characters; for text that other rules of the stage produce, so that they need no second run."""
    return text.translate(_translation())


@cache
def _translation() -> dict[int, str]:
    return {ord(character): one.after for character, one in folds().items()}


def _controls() -> Iterator[str]:
    """C0 and C1 but tab, line feed and what ends a line."""
    kept = {"\t", "\n", *LINE_BREAKS}
    yield from (chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in kept)


def _invisible() -> Iterable[str]:
    """Zero-width space and no-break space, word joiner, invisible operators, soft hyphen, Mongolian vowel separator."""
    return "\ufeff\u200b\u2060\u2061\u2062\u2063\u2064\u00ad\u180e"


def _blanks() -> Iterator[str]:
    """Blanks of other widths. U+3000 is not among them: it is evidence of an indent for the lines stage."""
    yield from ("\u00a0", "\u1680", "\u202f", "\u205f", *map(chr, range(0x2000, 0x200B)))


def _radicals() -> Iterator[tuple[str, str]]:
    """Kangxi radicals by NFKC, radicals of the supplement by Unicode's EquivalentUnifiedIdeograph."""
    for code in range(0x2F00, 0x2FD6):
        yield chr(code), unicodedata.normalize("NFKC", chr(code))
    table = (files("cntextclean.tables") / "radicals.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            radical, ideograph = line.split("\t")
            yield radical, ideograph


def _compatibility() -> Iterator[tuple[str, str]]:
    """CJK compatibility ideographs that NFC replaces; the twelve of the block that are no variants stay."""
    for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        plain = unicodedata.normalize("NFC", chr(code))
        if plain != chr(code) and len(plain) == 1 and unicodedata.category(plain) == "Lo":
            yield chr(code), plain


def _full_width() -> Iterator[tuple[str, str]]:
    """Full-width letters and digits; the punctuation of the block is Chinese punctuation and stays."""
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)):
        yield chr(code), chr(code - 0xFEE0)
