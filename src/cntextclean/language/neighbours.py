"""
Which characters follow which, asked for a whole text at once: the counts of :mod:`.junctions` as a matrix.

Texts come as arrays of code points. A page has thousands of pairs of neighbours; asked one by one they cost more than
all that is decided about the few of them that are unusual.

It is safe because it only reads; the levels are those of :func:`cntextclean.language.junctions.junction`.

    >>> codes = codes_of("创新能力，")
    >>> levels(codes[:-1], codes[1:]).tolist(), is_seen(codes[:-1], codes[1:]).tolist()
    ([3, 2, 3, 0], [True, True, True, False])
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cntextclean.language.junctions import junction_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]

UNKNOWN, UNSEEN, SEEN, LIKELY = range(4)
"""Levels of a pair, as numbers: ``unknown``, ``unseen``, ``seen``, ``likely``."""
_PLANE = 0x10000


@dataclass(frozen=True, slots=True)
class _Matrix:
    """
    ``place`` gives each code point of the first plane its row and column, the last one to all that the table does not
    hold; those below ``known`` were seen before another, the rest only behind one. ``level`` is 0, SEEN or LIKELY.
    """

    place: NDArray[np.intp]
    known: int
    level: NDArray[np.uint8]


@cache
def _matrix() -> _Matrix:
    import numpy as np

    rows = junction_rows()
    behind = sorted({char for likely, seen in rows.values() for char in likely + seen} - rows.keys())
    size = len(rows) + len(behind) + 1
    place = np.full(_PLANE, size - 1, dtype=np.intp)
    place[codes_of("".join([*rows, *behind]))] = np.arange(size - 1)
    level = np.zeros((size, size), dtype=np.uint8)
    for number, worth in ((0, LIKELY), (1, SEEN)):
        parts = [row[number] for row in rows.values()]
        left = np.repeat(np.arange(len(rows)), [len(part) for part in parts])
        level[left, place[codes_of("".join(parts))]] = worth
    return _Matrix(place, len(rows), level)


def codes_of(text: str) -> Codes:
    """The code points of a text."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def levels(left: Codes, right: Codes) -> NDArray[np.uint8]:
    """For each pair its level; UNKNOWN where the tables hold no count for what follows either character."""
    import numpy as np

    matrix = _matrix()
    rows, columns = matrix.place.take(left, mode="clip"), matrix.place.take(right, mode="clip")
    asked = (rows < matrix.known) & (columns < matrix.known)
    return np.where(asked, np.maximum(matrix.level[rows, columns], UNSEEN), UNKNOWN).astype(np.uint8)


def is_seen(left: Codes, right: Codes) -> NDArray[np.bool_]:
    """For each pair whether clean text has the two side by side."""
    matrix = _matrix()
    return matrix.level[matrix.place.take(left, mode="clip"), matrix.place.take(right, mode="clip")] > 0
