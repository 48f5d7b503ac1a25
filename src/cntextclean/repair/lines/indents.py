"""
Whether the paragraphs of a page are indented, and what that says of one row: does it open a paragraph, does it end one?

A row that is short by two characters and no last row opens an indented paragraph; in an unindented page hardly any row
is. All rows of a page that follow a sentence end are asked together, so the answer is sure on pages of some length, and
odds are odds: a page that says nothing leaves the rows as they are.

It is safe because it only measures.

    >>> from cntextclean.repair.lines.columns import Fit
    >>> full, first, last = Fit(16, -1.0, 0.3), Fit(16, 1.0, 0.3), Fit(16, 9.0, 0.3)
    >>> odds = indent_odds([last, first, full, last, first, full], ["stop", *["letter"] * 2, "stop", *["comma"] * 2])
    >>> odds > 3, opening_odds(first, odds) > 1.5 > 0 > opening_odds(full, odds)
    (True, True)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log

from cntextclean.repair.lines.columns import INDENT, Fit

ENDED = ("stop", "ellipsis", "colon")
INDENTED = {"full": 0.05, "indented": 0.75, "short": 0.20}
FLUSH = {"full": 0.75, "indented": 0.05, "short": 0.20}
INSIDE = {"full": 0.85, "indented": 0.04, "short": 0.11}
"""Shares of rows that open indented paragraphs, open flush ones, and stand inside: rounded counts of set pages."""
SURE, MOST = 6.0, 12.0


def shape(fit: Fit) -> str:
    """``full``, ``indented`` (full but for two characters), ``short``, or nothing where there is no column."""
    if not fit.column:
        return ""
    return "full" if fit.room < fit.slack + 0.1 else "indented" if fit.is_indented else "short"


def indent_odds(fits: Sequence[Fit], endings: Sequence[str]) -> float:
    """Logarithm of the odds that paragraphs are indented; 0 where nothing tells, at most 12 either way."""
    odds = 0.0
    for index in range(1, len(fits)):
        before, here = fits[index - 1], shape(fits[index])
        if not before.column or here not in ("full", "indented") or endings[index - 1] not in ENDED:
            continue
        if here == "indented" and endings[index] in ("stop", "ellipsis"):
            continue  # a last row may be as long as it likes
        opens = 0.95 if before.room > 1.2 else 0.25
        indented, flush = (opens * one[here] + (1 - opens) * INSIDE[here] for one in (INDENTED, FLUSH))
        odds += log(indented / flush)
    return max(-MOST, min(MOST, odds))


@lru_cache(maxsize=64)  # a page's odds are the same for all its rows
def _chance(odds: float) -> float:
    return 1 / (1 + exp(-max(-SURE, min(SURE, odds))))


def opening_odds(fit: Fit, odds: float) -> float:
    """Logarithm of how much likelier a row of this shape opens a paragraph than stands inside one."""
    here = shape(fit)
    return _opening_odds(here, odds) if here else 0.0


@lru_cache(maxsize=64)
def _opening_odds(here: str, odds: float) -> float:
    indented = _chance(odds)
    return log((indented * INDENTED[here] + (1 - indented) * FLUSH[here]) / INSIDE[here])


def closing_odds(fit: Fit, odds: float, *, first: bool) -> float:
    """Logarithm of how much likelier a row so full ends its paragraph than not; ``first`` rows may be indented."""
    if not fit.column:
        return 0.0
    room, indented = fit.room, _chance(odds)
    full = room < 0.1 + fit.slack
    behind = -1.0 - fit.slack < room - INDENT < fit.slack + 0.3
    if first:
        inner = indented * (0.85 if behind else 0.04 if full else 0.03) + (1 - indented) * (0.9 if full else 0.03)
    else:
        inner = 0.9 if full else 0.04 if room < 1.6 else 0.015
    last = (1.5 if full else 2.0) / fit.column if full or behind else 0.8
    return log(last / inner)
