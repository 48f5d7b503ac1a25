"""
What speaks for and against joining two rows, as named figures.

Each has a meaning a reader can check: how the first row ends, how full it is against its column, how the second
begins, whether a dictionary word or an open bracket stands across the break, whether the same characters stand
unbroken elsewhere, what the page does as a rule. What they are worth is learned (``benchmarks/lines/train.py``) and
stored in ``tables/joins.tsv``.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> found = features(page, 0, 1, Passage(1, "加快产业结构的优"))
    >>> found["word"], found["ending"], found["column"]
    (2.0, 6.0, 0.0)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cntextclean.language.junctions import closing_pair_odds, junction, opening_odds, opening_pair_odds
from cntextclean.repair.lines import indents
from cntextclean.repair.lines.habits import FLOWED
from cntextclean.repair.lines.marks import ENDINGS, NO_END, NO_START, ends_sentence
from cntextclean.repair.lines.page import Page

OPEN = {"“": "”", "（": "）", "(": ")", "《": "》", "「": "」", "『": "』", "【": "】", "‘": "’"}
QUOTES = "“‘「『"
REACH = 120
"""An opening mark further back than this has lost its closing mark more often than it is still open."""
AROUND = 4
HEADLINE = 45
NONE = -9.0
"""Stands for a figure that the rows do not have: no column, no row before or after."""
ENDING = {name: float(number) for number, name in enumerate(ENDINGS)}
ROLES = {
    "paragraph": 1.0,
    "heading": 2.0,
    "title": 2.0,
    "subtitle": 2.0,
    "byline": 3.0,
    "metadata": 4.0,
    "reference": 5.0,
    "list_item": 6.0,
    "caption": 7.0,
    "furniture": 7.0,
}
OTHER_ROLE = 8.0
JUNCTIONS = {"unknown": 0.0, "unseen": 1.0, "seen": 2.0, "likely": 3.0}
PARTED = {"gap": 1.0, "blank": 2.0}
HAN = re.compile(r"[\u3400-\u9fff]")
LATIN_END, LATIN_START = re.compile(r"[A-Za-z]$"), re.compile(r"[A-Za-z]")
DIGIT_END, DIGIT_START = re.compile(r"[0-9]$"), re.compile(r"[0-9]")
PARTS = re.compile(r"[\u3400-\u9fff”》！？，] {1,2}[“《\u3400-\u9fff]")
"""A blank between Han: parts of a headline, of a list of names."""
COMMA, INNER_STOPS = re.compile("[，、,]"), "。！？；;!?"
ITEM = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|[①-⑳●■◆▲•\-*]")


class Passage(NamedTuple):
    """What is known of the passage that a row may join: how many rows it has, and how its text ends."""

    rows: int
    tail: str


def features(page: Page, a: int, b: int, passage: Passage) -> dict[str, float]:
    """Named figures of joining row ``b`` to row ``a``, the last of ``passage``; always the same names in one order."""
    return {
        **_of_first(page, a, passage),
        **_of_second(page, b),
        **_of_measures(page, a, b, passage),
        **_of_junction(page, a, b, passage.tail),
        **_of_passage(passage, page.rows[b].text),
        **_of_page(page, a, b),
    }


def _of_first(page: Page, a: int, passage: Passage) -> dict[str, float]:
    """How the first row ends, what it is by its form, what stands before it."""
    form = page.forms[a] if passage.rows == 1 else None
    shown = form if form and form.certainty >= 0.5 else None
    return {
        "ending": ENDING[page.endings[a]],
        "ending_before": ENDING[page.endings[a - 1]] if a else NONE,
        "width": min(page.rows[a].width, 60.0),
        "form": ROLES.get(shown.role, OTHER_ROLE) if shown else 0.0,
        "form_whole": float(bool(shown and shown.whole)),
        "parted_before": PARTED.get(page.rows[a].parted, 0.0),
    }


def _of_second(page: Page, b: int) -> dict[str, float]:
    """How the second row begins and ends, what it is by its form, what stands after it."""
    row, following = page.rows[b], b + 1 if b + 1 < len(page.rows) else None
    form = page.forms[b]
    shown = form if form and form.certainty >= 0.5 else None
    inner = row.text[:-1]
    return {
        "next_ending": ENDING[page.endings[b]],
        "next_holds": _holds(inner),
        "next_width": min(row.width, 60.0),
        "after_width": min(page.rows[following].width, 60.0) if following is not None else NONE,
        "next_form": ROLES.get(shown.role, OTHER_ROLE) if shown else 0.0,
        "next_form_whole": float(bool(shown and shown.whole)),
        "next_parts": float(row.width < HEADLINE and bool(PARTS.search(row.text)) and not ends_sentence(row.text)),
        "item": float(bool(ITEM.match(row.text))),
        "parted": PARTED.get(row.parted, 0.0),
        "parted_after": PARTED.get(page.rows[following].parted, 0.0) if following is not None else NONE,
    }


def _of_measures(page: Page, a: int, b: int, passage: Passage) -> dict[str, float]:
    """How the rows stand in their columns."""
    first = passage.rows == 1
    here, there = page.fits[a], page.fits[b]
    after = page.fits[b + 1] if b + 1 < len(page.rows) else None
    head = page.fits[a].room if b == a + 1 else here.column - page.rows[a].width - 1.0
    room = max(-3.0, min(8.0, head)) if here.column else NONE
    opens = indents.opening_odds(there, page.indents)
    closes = indents.closing_odds(here, page.indents, first=first)
    return {
        "column": here.column,
        "room": room,
        "room_indented": room - 2.0 if first and here.column else room,
        "room_before": _room(page.fits[a - 1].room) if a and page.fits[a - 1].column else NONE,
        "next_room": _room(there.room) if there.column else NONE,
        "next_lack": max(-3.0, min(12.0, there.column - page.rows[b].width)) if there.column else NONE,
        "after_room": _room(after.room) if after and after.column else NONE,
        "slack": here.slack,
        "opens": opens,
        "closes": closes,
        "opens_closes": opens + closes,
        "lead": min(page.rows[b].indent, 6.0) - min(page.rows[a].indent, 6.0),
    }


def _room(room: float) -> float:
    return max(-3.0, min(8.0, room))


def _of_junction(page: Page, a: int, b: int, tail: str) -> dict[str, float]:
    """What the characters on both sides say together."""
    left, right = page.rows[a].text, _unstained(page.rows[b].text, tail)
    before, after = page.readings[a], _unstained(page.readings[b], tail)
    letter = page.endings[a] == "letter"
    latin = LATIN_END.search(left) and LATIN_START.match(right)
    return {
        "word": float(page.word(a, b)),
        "junction": JUNCTIONS[junction(before[-1], after[0])] if letter else NONE,
        "opening": opening_odds(after[0]),
        "opening_pair": opening_pair_odds(after[:2]),
        "closing_pair": closing_pair_odds(before[-2:]) if letter else 0.0,
        "unbroken": float(page.is_unbroken(a, b)),
        "prohibited": float(right[0] in NO_START),
        "dash": float(right[0] in "—－"),
        "opener": float(right[0] in NO_END),
        "latin": (1.0 if right[0].islower() else 2.0) if latin else 0.0,
        "digits": float(bool(DIGIT_END.search(left) and DIGIT_START.match(right))),
        "han": float(bool(HAN.search(left))) + float(bool(HAN.search(right))),
    }


def _unstained(right: str, tail: str) -> str:
    """A row without a closing quotation mark that closes nothing: engines see one in a stain at a column's edge."""
    stain = right[0] in "”’" and len(right) > 1 and "“" not in tail and "‘" not in tail
    return right[1:] if stain else right


def _of_passage(passage: Passage, right: str) -> dict[str, float]:
    """What the passage has said so far: headings hold no sentence end, a sentence that was cut has none at its end."""
    tail = passage.tail
    body = tail[:-1]
    stop = max(body.rfind(mark) for mark in INNER_STOPS)
    quote, bracket, closed = _openings(tail[-REACH:], right)
    return {
        "rows": float(min(passage.rows, 6)),
        "length": float(min(len(tail), 300)),
        "holds": _holds(body),
        "since_stop": float(min(len(tail) - stop - 1, 80)),
        "open_quote": quote,
        "open_bracket": bracket,
        "closed": closed,
        "open_straight": float(tail[-REACH:].count('"') % 2 and tail.count('"') % 2),
        "parts": float(len(tail) < HEADLINE and bool(PARTS.search(tail))),
    }


def _holds(text: str) -> float:
    """2 for text with a sentence end inside, 1 for one with a comma, 0 for one with neither."""
    return 2.0 if any(stop in text for stop in INNER_STOPS) else 1.0 if COMMA.search(text) else 0.0


def _openings(near: str, right: str) -> tuple[float, float, float]:
    """Whether a quotation and whether a bracket is open at the end of a text, and whether ``right`` closes one."""
    opened = [
        opener for opener, closer in OPEN.items() if (at := near.rfind(opener)) >= 0 and near.find(closer, at) < 0
    ]
    quote = any(opener in QUOTES for opener in opened)
    bracket = any(opener not in QUOTES for opener in opened)
    closed = any(0 <= right.find(OPEN[opener]) < _first(right, opener) for opener in opened)
    return float(quote), float(bracket), float(closed)


def _first(text: str, mark: str) -> int:
    at = text.find(mark)
    return at if at >= 0 else len(text)


def _of_page(page: Page, a: int, b: int) -> dict[str, float]:
    """What the page does as a rule; the pair itself is left out where proofs are counted."""
    habits = page.habits
    own = b == a + 1 and page.proved[b]
    near = (*page.rows[max(a - AROUND, 0) : a], *page.rows[b + 1 : b + 1 + AROUND])
    return {
        "indents": page.indents,
        "indented": habits.indented,
        "gaps": habits.gaps,
        "gaps_inside": habits.gaps_inside,
        "folded": habits.folded,
        "lines_closed": habits.lines_closed,
        "long": habits.long,
        "long_rows": float(habits.long_rows),
        "long_closed": habits.long_closed,
        "long_around": sum(row.width > FLOWED for row in near) / max(1, len(near)),
        "closed_around": habits.closed_around[a],
        "full_around": habits.full_around[a],
        "cuts": float(min(habits.cuts - own, 8)),
        "cut_share": (habits.cuts - own) / max(1, habits.open_rows),
    }
