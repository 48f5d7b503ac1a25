"""
Which characters open paragraphs, and which follow which: counts of clean text as small tables.

``tables/openings.tsv`` and ``tables/junctions.tsv`` are counted by ``benchmarks/lines/count.py``; the characters are
simplified Chinese, so traditional text is converted before it is asked about.

    >>> opening_odds("力") < -4 < opening_odds("今")
    True
    >>> junction("能", "力"), junction("各", "构")
    ('likely', 'unseen')
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _openings() -> dict[str, float]:
    lines = (files("cntextclean.tables") / "openings.tsv").read_text(encoding="utf-8").splitlines()
    return {char: float(odds) for char, odds in (line.split("\t") for line in lines)}


@cache
def _junctions() -> dict[str, tuple[str, str]]:
    lines = (files("cntextclean.tables") / "junctions.tsv").read_text(encoding="utf-8").splitlines()
    return {char: (likely, seen) for char, likely, seen in (line.split("\t") for line in lines)}


def opening_odds(char: str) -> float:
    """Logarithm of how much likelier the character opens a paragraph than stands inside one; 0 if unknown."""
    return _openings().get(char, 0.0)


def junction(left: str, right: str) -> str:
    """
    How often ``right`` follows ``left``: ``likely`` (far more than chance), ``seen``, ``unseen``, or ``unknown``
    where either is no Han character that the tables hold.
    """
    table = _junctions()
    if left not in table or right not in table:
        return "unknown"
    likely, seen = table[left]
    return "likely" if right in likely else "seen" if right in seen else "unseen"
