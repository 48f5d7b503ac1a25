"""
What the characters on both sides of a break say together, a column a figure: many pairs of rows at once.

It is safe because it only counts: what the figures are worth is learned (:mod:`.features`).

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> of_junction(page, [(0, 1)], bare=False)["word"]
    [2.0]
"""

from __future__ import annotations

from collections.abc import Sequence

from cntextclean.language.junctions import closing_pair_odds, junction, opening_odds, opening_pair_odds
from cntextclean.repair.lines.evidence import Pair
from cntextclean.repair.lines.marks import NO_END, NO_START
from cntextclean.repair.lines.own import NONE, Column
from cntextclean.repair.lines.page import Page

JUNCTIONS = {"unknown": 0.0, "unseen": 1.0, "seen": 2.0, "likely": 3.0}


def of_junction(page: Page, pairs: Sequence[Pair], *, bare: bool) -> dict[str, Column]:
    """What the characters on both sides say together."""
    skipped = int(bare)
    before, after = [page.readings[a] for a, _ in pairs], [page.readings[b][skipped:] for _, b in pairs]
    letters = [page.endings[a] == "letter" for a, _ in pairs]
    meeting = [(page.rows[a].text[-1], page.rows[b].text[skipped]) for a, b in pairs]
    said = list(zip(before, after, letters, strict=True))
    return {
        "word": [float(page.word(a, b)) for a, b in pairs],
        "junction": [JUNCTIONS[junction(left[-1], right[0])] if letter else NONE for left, right, letter in said],
        "opening": [opening_odds(right[0]) for right in after],
        "opening_pair": [opening_pair_odds(right[:2]) for right in after],
        "closing_pair": [closing_pair_odds(left[-2:]) if letter else 0.0 for left, _, letter in said],
        "unbroken": [float(page.is_unbroken(a, b)) for a, b in pairs],
        "prohibited": [float(start in NO_START) for _, start in meeting],
        "dash": [float(start in "—－") for _, start in meeting],
        "opener": [float(start in NO_END) for _, start in meeting],
        "latin": [_latin(last, start) for last, start in meeting],
        "digits": [float(_are_digits(last, start)) for last, start in meeting],
    }


def _are_digits(last: str, start: str) -> bool:
    return last.isdigit() and start.isdigit() and (last + start).isascii()


def _latin(last: str, start: str) -> float:
    """1 for a small letter behind a Latin letter, 2 for a capital."""
    if last > "z" or start > "z" or not (last.isalpha() and start.isalpha()):
        return 0.0
    return 1.0 if start.islower() else 2.0
