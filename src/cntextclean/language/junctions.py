"""
Which characters open paragraphs, which end headings, and which follow which: counts of clean text as small tables.

``tables/openings.tsv``, ``tables/closings.tsv`` and ``tables/junctions.tsv`` are counted by
``benchmarks/lines/count.py``; the characters are simplified Chinese, so traditional text is converted before it is
asked about.

    >>> opening_odds("力") < -4 < opening_odds("今")
    True
    >>> opening_pair_odds("然而") > 2, closing_pair_odds("集合") > 1
    (True, True)
    >>> junction("能", "力"), junction("各", "构")
    ('likely', 'unseen')
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from cntextclean.language.converters import converted_lines
from cntextclean.language.dictionary import CONTEXT, segment


@cache
def _odds(name: str) -> dict[str, float]:
    lines = (files("cntextclean.tables") / name).read_text(encoding="utf-8").splitlines()
    return {text: float(odds) for text, odds in (line.split("\t") for line in lines)}


@cache
def junction_rows() -> dict[str, tuple[str, str]]:
    """Character → what follows it far more often than by chance, and what else follows it."""
    lines = (files("cntextclean.tables") / "junctions.tsv").read_text(encoding="utf-8").splitlines()
    return {char: (likely, seen) for char, likely, seen in (line.split("\t") for line in lines)}


def opening_odds(char: str) -> float:
    """Logarithm of how much likelier the character opens a paragraph than stands inside one; 0 if unknown."""
    return _odds("openings.tsv").get(char, 0.0)


def opening_pair_odds(pair: str) -> float:
    """The same of two Han characters; 0 where they say little or were hardly seen."""
    return _odds("openings.tsv").get(pair, 0.0) if len(pair) == 2 else 0.0


def closing_pair_odds(pair: str) -> float:
    """Logarithm of how much likelier two Han characters end a heading than stand inside a text; 0 if unknown."""
    return _odds("closings.tsv").get(pair, 0.0)


def leaves_open(text: str) -> bool:
    """
    Whether a text ends with a conjunction, a preposition or an adverb after which none ends: 55 words, at the end of
    18 of 238,000 titles and blocks of clean text. The text is simplified.

    >>> leaves_open("道路、桥梁以及"), leaves_open("他参与"), leaves_open("保持温和")
    (True, False, False)
    """
    if not text.endswith(_unended()):
        return False  # so with fourteen rows in fifteen, and to segment one takes forty times as long
    return segment(text[-CONTEXT:])[-1] in _odds("unended.tsv")


@cache
def _unended() -> tuple[str, ...]:
    return tuple(_odds("unended.tsv"))


def junction(left: str, right: str) -> str:
    """
    How often ``right`` follows ``left``: ``likely`` (far more than chance), ``seen``, ``unseen``, or ``unknown``
    where either is no Han character that the tables hold.
    """
    table = junction_rows()
    if left not in table or right not in table:
        return "unknown"
    likely, seen = table[left]
    return "likely" if right in likely else "seen" if right in seen else "unseen"


SHORTEST = 5
"""Characters of a line: shorter ones are numbers, names and crumbs, which go on nowhere."""
ODDS = {"likely": 2.9, "seen": -0.2, "unseen": -1.5, "unknown": 0.0}
"""
Natural logarithm of how much likelier a pair of characters is across a break inside a sentence than between two lines
that have nothing to do with each other: likely pairs stand at 38 of 100 such breaks and at 2 of 100 others, unseen ones
at 7 and 33 (18 pages of real OCR).
"""
_ENDS = tuple("。！？!?…，、；：,;:.”’」』）)")


def odds_of_going_on(lines: Sequence[str]) -> float:
    """The sum of the odds that each line goes on in the next, for lines that end inside a sentence."""
    texts = _simplified(lines)
    return sum(
        ODDS[junction(left[-1], right[0])]
        for left, right in pairwise(texts)
        if len(left) >= SHORTEST and len(right) >= SHORTEST and not left.endswith(_ENDS)
    )


def _simplified(lines: Sequence[str]) -> list[str]:
    return converted_lines("t2s", [line.replace("\n", " ").strip() for line in lines])
