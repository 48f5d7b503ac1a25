"""
Which two ideographs stand side by side in clean text.

It is safe because it only reads: ``tables/junctions.tsv``, counted from 13 million characters of clean text (pairs seen
twice or more), simplified.

    >>> doubted_places("当人丁智能发展").tolist()
    [1, 2, 3]
    >>> is_known("紹"), is_seen_pair("智能")
    (False, True)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cntextclean.language.junctions import junction_rows
from cntextclean.language.neighbours import codes_of, is_seen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cntextclean.language.neighbours import Codes

    Offsets = NDArray[np.intp]

PLANE_0 = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x3007, 0x3007))
BEYOND = (0x20000, 0x3134F)
"""The ideographs of :data:`~cntextclean.repair.letters.HAN` as code points."""


def is_seen_pair(pair: str) -> bool:
    """Whether clean text has two characters side by side."""
    row = junction_rows().get(pair[0])
    return row is not None and (pair[1] in row[0] or pair[1] in row[1])


def is_known(char: str) -> bool:
    """Whether clean text has the character before another ideograph."""
    return char in junction_rows()


def are_ideographs(codes: Codes, *, beyond: bool = True) -> NDArray[np.bool_]:
    """Which code points are ideographs; not those ``beyond`` the first plane unless they are asked for."""
    import numpy as np

    found = np.zeros(len(codes), dtype=bool)
    for low, high in (*PLANE_0, BEYOND) if beyond else PLANE_0:
        found |= codes - np.uint32(low) <= high - low  # below ``low`` the difference wraps round
    return found


def doubted_places(text: str) -> Offsets:
    """The offsets of ideographs that stand beside another as clean text never has them, ascending."""
    import numpy as np

    codes = codes_of(text)
    han = are_ideographs(codes, beyond=False)
    unseen = han[:-1] & han[1:] & ~is_seen(codes[:-1], codes[1:])
    doubted = np.zeros(len(codes), dtype=bool)
    doubted[:-1] |= unseen
    doubted[1:] |= unseen
    return np.flatnonzero(doubted)


def places(text: str, part: str) -> Iterator[int]:
    """Where a part stands in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
