r"""
Where sentences end: behind marks that end one, and the marks that close behind these.

All characters of a text are looked up at once; a pattern that is searched takes five times as long.

It is safe because an end only parts what is compared and taken out.

    >>> from cntextclean.repeats.fold import code_points
    >>> text = "好。”（丙）甲！He came. 丁"
    >>> sentence_ends(text, code_points(text)).tolist()
    [3, 8, 16]
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Places
from cntextclean.repeats.stretches import distinct

ENDERS = "。！？!?…"
CLOSERS = "”’」』）)】》〉〕］]\"'"
_END, _CLOSE = 1, 2
_FULL_STOP = re.compile(r"\.(?<=[A-Za-z)]\.)(?=\s|\Z)")


def sentence_ends(text: str, codes: Codes) -> Places:
    """The offsets behind the sentences of a text, given with its code points, ascending."""
    table = _kinds()
    kind = np.zeros(len(codes) + 1, np.uint8)
    table.take(codes, mode="clip", out=kind[:-1])
    marks = np.flatnonzero(kind)
    # A mark that closes belongs to a sentence if what stands right before it does: so with one that ends, or another.
    opens = np.ones(len(marks), dtype=bool)
    opens[1:] = (marks[1:] - marks[:-1] != 1) | ((kind[marks[1:]] == _CLOSE) != (kind[marks[:-1]] == _CLOSE))
    ended = np.zeros(len(marks), dtype=bool)
    first = np.flatnonzero(opens)
    after = np.zeros(len(first), dtype=bool)
    after[1:] = (marks[first[1:]] - marks[first[1:] - 1] == 1) & (kind[marks[first[:-1]]] == _END)
    ended = ((kind[marks[first]] == _END) | after)[np.cumsum(opens) - 1]
    last = ended & (kind[marks + 1] != kind[marks])
    last &= ~((kind[marks] == _END) & (kind[marks + 1] == _CLOSE))
    found: Places = marks[last] + 1
    if "." in text:
        stops = [stop.end() for stop in _FULL_STOP.finditer(text)]
        found = distinct(np.concatenate([found, np.array(stops, np.int64)]))
    return found


@cache
def _kinds() -> NDArray[np.uint8]:
    """What each character is; the last stands for all beyond."""
    table = np.zeros(0x10000, np.uint8)
    table[[ord(mark) for mark in ENDERS]] = _END
    table[[ord(mark) for mark in CLOSERS]] = _CLOSE
    table[-1] = 0
    return table
