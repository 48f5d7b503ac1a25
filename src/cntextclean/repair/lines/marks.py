"""
How a row ends and begins: sentence ends, clause marks, and what may not stand at the edge of a line.

It is safe because it only reads.

    >>> [ending(text) for text in ("完成。”", "产品、", "以下几点：", "能", "他说“")]
    ['stop', 'comma', 'colon', 'letter', 'opener']
"""

from __future__ import annotations

import re
from functools import lru_cache

from cntextclean.repair.lines.widths import width_of

STOPS = "。！？!?…"
CLOSERS = "”’」』）)》〉】］]\"'"
NO_START = "，。、；：？！）】》〉”’」』…,.;:?!)]}%％·"
"""Characters that may not start a line (W3C Requirements for Chinese Text Layout, 3.1.5.1)."""
NO_END = "“‘（【《〈「『([{"
ENDINGS = ("stop", "ellipsis", "semicolon", "colon", "dash", "closer", "letter", "comma", "opener")
"""How rows end, from what closes a sentence to what leaves it open; the line model knows them by their place here."""
LATIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./\-]{0,40}")
_KINDS = dict(zip("，,、；;：:", ("comma", "comma", "comma", "semicolon", "semicolon", "colon", "colon"), strict=True))


def ends_sentence(text: str) -> bool:
    """Whether the text ends a sentence, closing quotes and brackets apart."""
    return text.rstrip(CLOSERS + " ")[-1:] in tuple(STOPS)


def ending(text: str) -> str:
    """How a row ends: one of :data:`ENDINGS`."""
    bare = text.rstrip(CLOSERS + " ")
    last, closed = text[-1:], bare[-1:]
    if closed and closed in STOPS:
        return "ellipsis" if closed == "…" else "stop"
    if text.endswith(("——", "--", "一一")):
        return "dash"
    if last in _KINDS:
        return _KINDS[last]
    if last in NO_END:
        return "opener"
    if closed == "." and bare[-2:-1].isalpha():
        return "stop"
    return "letter" if last not in CLOSERS else "closer"


@lru_cache(maxsize=4096)  # asked for where columns are found, where faces are, and where the page shows how tight it is
def head_width(text: str) -> float:
    """Width in em of the first piece that cannot be broken, the head: see :func:`head_of`."""
    end = head_of(text)
    return _width_of_one(text[0]) if end == 1 else width_of(text[:end])


def head_of(text: str) -> int:
    """
    Where the first piece ends that cannot be broken: a Latin word, or a character and the marks that follow it, with
    the opening marks before it.
    """
    start = 0
    while start < len(text) - 1 and text[start] in NO_END and start < 4:
        start += 1
    latin = LATIN.match(text, start)
    end = latin.end() if latin else start + 1
    if latin or text[end : end + 1] in NO_START:
        while end < len(text) and text[end] in NO_START and end < start + 40:
            end += 1
    return end


@lru_cache(maxsize=4096)
def _width_of_one(char: str) -> float:
    return width_of(char)
