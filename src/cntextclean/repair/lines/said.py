"""
What a passage has said so far, as figures of the line model: is a sentence, a quotation, a bracket open at its end?

These change with every row that joins, so they are counted for each decision; what rows say for themselves is counted
for a page at once (:mod:`.features`).

It is safe because it only reads.

    >>> found = of_passage(Passage(2, "他说：“加快产业结构的优"), "化升级。”")
    >>> found["open_quote"], found["closed"], found["since_stop"]
    (1.0, 1.0, 12.0)
"""

from __future__ import annotations

import re
from typing import NamedTuple

PAIRED = (
    *(("“", "”", True), ("‘", "’", True), ("「", "」", True), ("『", "』", True)),
    *(("（", "）", False), ("(", ")", False), ("《", "》", False), ("【", "】", False)),
)
"""Marks that open, those that close, and whether they quote."""
REACH = 120
"""An opening mark further back than this has lost its closing mark more often than it is still open."""
HEADLINE, ECHO = 45, 6
PARTS = re.compile(r"[\u3400-\u9fff”》！？，] {1,2}[“《\u3400-\u9fff]")
"""A blank between Han: parts of a headline, of a list of names."""
INNER_STOPS = "。！？；;!?"
STOP, COMMA = re.compile(f"[{INNER_STOPS}]"), re.compile("[，、,]")
SINCE = 80
"""A stop further back than this is far away, however far."""


class Passage(NamedTuple):
    """What is known of the passage that a row may join: how many rows it has, and how its text ends."""

    rows: int
    tail: str


def of_passage(passage: Passage, right: str) -> dict[str, float]:
    """The figures of a passage before row ``right``: always the same names."""
    tail = passage.tail
    length, near = len(tail), tail[-REACH:]
    since = _since_stop(tail)
    quote, bracket, closed = _openings(near, right)
    return {
        "rows": float(min(passage.rows, 6)),
        "length": float(min(length, 300)),
        # Headings hold no sentence end, a sentence that was cut has none at its end.
        "holds": 2.0 if since < min(length, SINCE) else _held_before(tail),
        "since_stop": float(since),
        "open_quote": quote,
        "open_bracket": bracket,
        "closed": closed,
        "open_straight": float(near.count('"') % 2 and tail.count('"') % 2),
        "echo": _echo(tail[-HEADLINE:], right),
        "parts": float(length < HEADLINE and " " in tail and bool(PARTS.search(tail))),
    }


def _echo(tail: str, right: str) -> float:
    """
    How many characters a row begins with that its passage has just said, at most :data:`ECHO`: what a heading names,
    the text below it takes up.
    """
    size = 0
    while size < min(ECHO, len(right)) and right[: size + 1] in tail:
        size += 1
    return float(size)


def _since_stop(tail: str) -> int:
    """Characters behind the last stop before the last character, at most :data:`SINCE`."""
    recent = tail[-SINCE:-1]
    stop = max(map(recent.rfind, INNER_STOPS))
    return len(recent) - stop if stop >= 0 else min(len(tail), SINCE)


def _held_before(tail: str) -> float:
    """As :func:`holds` says of a text without its last character, no stop among the last :data:`SINCE`."""
    if len(tail) > SINCE and STOP.search(tail, 0, len(tail) - SINCE):
        return 2.0
    return 1.0 if COMMA.search(tail, 0, len(tail) - 1) else 0.0


def holds(text: str, end: int) -> float:
    """2 for text with a sentence end before ``end``, 1 for one with a comma, 0 for one with neither."""
    return 2.0 if STOP.search(text, 0, end) else 1.0 if COMMA.search(text, 0, end) else 0.0


def closes_over(left: str, right: str) -> bool:
    """Whether a row closes a quotation or a bracket that the row before it has opened."""
    return _openings(left[-REACH:], right)[2] > 0


def _openings(near: str, right: str) -> tuple[float, float, float]:
    """Whether a quotation and whether a bracket is open at the end of a text, and whether ``right`` closes one."""
    quote = bracket = closed = 0.0
    for opener, closer, quotes in PAIRED:
        if opener in near and near.find(closer, near.rfind(opener)) < 0:
            quote, bracket = (1.0, bracket) if quotes else (quote, 1.0)
            end = right.find(closer)
            if end >= 0 and right.find(opener, 0, end) < 0:
                closed = 1.0
    return quote, bracket, closed


def stains(right: str, tail: str) -> bool:
    """Whether a row begins with a closing quotation mark that closes nothing: engines see one in a column's edge."""
    return right[0] in "”’" and len(right) > 1 and "“" not in tail and "‘" not in tail


OF_PASSAGE = frozenset(of_passage(Passage(1, ""), ""))
"""The names of these figures."""
