"""
Headlines of two rows that a name in Latin letters runs across: ``…来自LinuxCon`` and ``Europe大会上的主旨发言``.

Nothing in two rows of Chinese headline says that they are one where no word crosses the break; a name of two words in
Latin letters does. Both rows stand by themselves at the head of a page whose text, right below, is not set so.

It is safe because the text below shows that blank lines mean something, and a name that stands in the row above already
begins a sentence about it.

    >>> from cntextclean.repair.lines.page import read_page
    >>> text = "十句精彩语录来自LinuxCon\\n\\nEurope大会上的发言\\n\\n以下是十句语录，来自大会，\\n按顺序排列。"
    >>> [latin_title_goes_on(read_page(text), b) for b in (1, 2)]
    [True, False]
"""

from __future__ import annotations

import re

from cntextclean.repair.lines.own import HAN
from cntextclean.repair.lines.page import Page

HEAD = 4
"""Rows at the head of a page among which its title stands, below a page header and a column."""
UPPER = re.compile(r"[^。；，！？,;!?]{0,60}[\u4e00-\u9fff][^。；，！？,;!?]{0,20}[A-Za-z]{3,20}")
LOWER = re.compile(r"(?P<word>[A-Z][A-Za-z]{2,20})(?![A-Za-z])[^。；，！？：,;!?:]{0,40}")


def latin_title_goes_on(page: Page, b: int) -> bool:
    """Whether row ``b`` is the second row of a headline, and the row above the first."""
    if not 0 < b < min(HEAD, len(page.rows) - 2) or page.forms[b - 1] or page.forms[b]:
        return False
    upper, lower = page.rows[b - 1].text, page.rows[b].text
    found = LOWER.fullmatch(lower) if UPPER.fullmatch(upper) else None
    if not found or found["word"] in upper or not HAN.search(lower) or page.rows[b].width > page.rows[b - 1].width:
        return False
    lone = page.rows[b].parted == "gap" and page.rows[b + 1].parted == "gap"
    return lone and page.rows[b + 2].parted != "gap"
