"""
Rows in Latin letters: whether one goes on in the next, as a sentence does, or both are lines of their own.

The line model has learned from Han. What tells of Latin rows is how print breaks them: the next word did not fit, and
the row was no short one; or the row ends in a word behind which something must follow. Commands, verse, titles and
entries of a list leave room, are short, or hold what no sentence does; a row of one word is not broken by width.

It is safe because where neither the width of the rows nor the column they stand in shows a break, they stay apart.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("the growth of the economy is held back by\\nthe want of roads.\\ngit pull\\nnpm start")
    >>> [goes_on(page, 0, 1), goes_on(page, 2, 3)]
    [True, False]
"""

from __future__ import annotations

import re

from cntextclean.repair.lines.cells import is_figure
from cntextclean.repair.lines.marks import ends_sentence
from cntextclean.repair.lines.own import HAN
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.said import closes_over

AROUND = 12
"""Rows on each side that are looked at."""
WIDE = 18.0
"""Width in em (36 letters) of a row that was broken rather than ended: commands and lines of verse are shorter."""
COUNTED = 12.0
"""Width of rows that count when several of them are filled: what is narrower is a word or two."""
FILLED = 3
"""Rows filled to the last word, and none that was not, that show a narrow column."""
MARK = re.compile("[.,;:!?]")
"""What verse may do without, and prose of three rows does not."""
LATIN_WORD = re.compile(r"[A-Za-z]{2}")
RUNS_ON = re.compile(r"[a-z,;)\]]|[0-9](?![0-9]?(?:\.[0-9]{1,2}){0,3}\.? {1,2}[A-Z])")
LEFT_OPEN = re.compile(
    r"(?:^|\s)(?:the|an?|of|to|and|or|for|with|in|on|at|by|from|into|that|which|who|whose|as|than|is|are|was|were|be|been"
    r"|has|have|had|its|their|this|these|between|among|through|under|over|because|if|when|while)$|[a-z]{2}-$"
)
"""A word after which no sentence, no title and no entry ends, or the first part of one."""
CODE = re.compile(r"[={}<>\\|~`$_]|\(\)|::|//|^\s*[#@]|^--|\);$")
"""What a row of a program, of a command or of a setting holds, and no row of a sentence."""


def goes_on(page: Page, a: int, b: int) -> bool:
    """Whether Latin row ``a`` goes on in Latin row ``b``."""
    left, right = page.rows[a].text, page.rows[b].text
    if ends_sentence(left) or left.endswith(".") or not RUNS_ON.match(right) or is_figure(right):
        return False
    if not LATIN_WORD.search(left):
        return False
    if page.rows[b].parted == "blank" or (page.fits[a].is_full and page.habits.shows_cuts):
        return True
    if " " not in left:
        return False
    if page.fits[a].is_full and page.counted:
        return True
    if CODE.search(left) or CODE.search(right):
        return False
    return LEFT_OPEN.search(left) is not None or closes_over(left, right) or _is_filled(page, a, b)


def _is_filled(page: Page, a: int, b: int) -> bool:
    """Whether the next word did not fit behind a row that is wide, or one of several that are filled."""
    run = _run(page, a, b)
    if len(run) >= FILLED and not any(MARK.search(page.rows[at].text) for at in run):
        return False
    full = max(len(page.rows[at].text) for at in run)
    left = [(at, full - len(page.rows[at].text) - _first_word(page.rows[at + 1].text)) for at in run[:-1]]
    room = full - len(page.rows[a].text) - _first_word(page.rows[b].text)
    if room > 0:
        return False
    if page.rows[a].width >= WIDE:
        return True
    counted = [one for at, one in left if page.rows[at].width >= COUNTED and not ends_sentence(page.rows[at].text)]
    return page.rows[a].width >= COUNTED and len(counted) >= FILLED and max(counted) <= 0


def _run(page: Page, a: int, b: int) -> range:
    """The Latin rows around a break, one below the other."""
    if b != a + 1:
        return range(a, a + 1)
    low, high = a, b
    while low > max(0, a - AROUND) and not HAN.search(page.rows[low - 1].text):
        low -= 1
    while high < min(len(page.rows) - 1, b + AROUND) and not HAN.search(page.rows[high + 1].text):
        high += 1
    return range(low, high + 1)


def _first_word(text: str) -> int:
    """Characters that the first word of a row takes behind the row above, its blank included."""
    return len(text.split(maxsplit=1)[0]) + 1
