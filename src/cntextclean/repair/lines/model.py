"""
The learned line model: the probability that two rows are one passage.

A sum of small decision trees (gradient boosting, Friedman 2001, doi:10.1214/aos/1013203451) over the figures of
:mod:`.features`; ``tables/joins.tsv`` holds them a node a line, with the figures of the training in its head;
``benchmarks/lines/train.py`` writes it. Leaves are whole thousandths of the logarithm of the odds, so their sum is the
same on every machine.

The trees are not walked one by one: each figure says, for all trees at once, which leaves cannot be reached any more,
and of those left the first of each tree counts (QuickScorer, Lucchese and others 2015, doi:10.1145/2766462.2767733).

    >>> from cntextclean.repair.lines.page import read_page
    >>> from cntextclean.repair.lines.features import Passage, features
    >>> found = features(read_page("加快产业结构的优\\n化升级。"), 0, 1, Passage(1, "加快产业结构的优"))
    >>> probability(found) > 0.5, weightiest(found)[0].split("=")[0]
    (True, 'word')
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEPTH = 3
LEAVES = 2**DEPTH
"""Leaves of a tree at most, and so the bits that a tree has."""
UNIT = 1000.0
"""Leaves are given in thousandths."""
FIRST = bytes((byte & -byte).bit_length() - 1 if byte else 0 for byte in range(256))
"""The lowest bit that is set in a byte."""
Row = Sequence[str]
"""A node in the table: root or not, the figure asked for, the bound, the nodes on both sides, its worth."""


class _Asked(NamedTuple):
    """
    A figure as all trees together ask for it: their bounds, ascending, and for each number of bounds that a value
    exceeds the leaves that may still be reached, a byte a tree: as numbers, and as arrays for many values at once.
    """

    name: str
    bounds: tuple[float, ...]
    leaves: tuple[int, ...]
    all_bounds: NDArray[np.float64]
    all_leaves: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Forest:
    """
    ``starts`` holds the number of each tree's first leaf, ``worth`` what each leaf adds, ``figures`` and ``gains`` the
    figures asked for on the way to each leaf and what each step added. ``add`` sums, by a shorter way than the method.
    """

    asked: tuple[_Asked, ...]
    starts: NDArray[np.intp]
    worth: NDArray[np.int64]
    figures: NDArray[np.intp]
    gains: NDArray[np.float64]
    add: Callable[[NDArray[np.int64]], np.int64]


@dataclass(slots=True)  # not frozen: one is made for each pair of rows, and that would take three times as long
class Verdict:
    """What the trees say of two rows with some figures: ``leaves`` holds the number of the leaf that each comes to."""

    found: Mapping[str, float]
    leaves: NDArray[np.intp]

    @property
    def probability(self) -> float:
        """Probability (0 to 1) that the rows belong together."""
        forest = _forest()
        odds = int(forest.add(forest.worth.take(self.leaves))) / UNIT
        return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, odds))))

    def weightiest(self, count: int = 3) -> list[str]:
        """
        The figures that spoke loudest for joining, loudest first, as ``name=value``: what each step down the trees that
        asks for a figure adds to the odds is that figure's (Saabas 2014).
        """
        import numpy as np

        forest = _forest()
        asked, gained = (of.take(self.leaves, axis=0).ravel() for of in (forest.figures, forest.gains))
        said = np.bincount(asked, weights=gained, minlength=len(forest.asked))
        loudest = (-said).argsort(kind="stable")[:count].tolist()
        return [f"{name}={self.found[name]:g}" for at in loudest if said[at] > 0 for name in (forest.asked[at].name,)]


def narrow(columns: Mapping[str, Sequence[float]]) -> NDArray[np.uint8]:
    """For each value of these figures (as many of each) the leaves that they leave open, a byte a tree."""
    import numpy as np

    forest = _forest()
    size = len(next(iter(columns.values())))
    still = np.full((size, len(forest.starts)), 0xFF, dtype=np.uint8)
    for one in forest.asked:
        column = columns.get(one.name)
        if column is None:
            continue
        if column.count(column[0]) < size:
            still &= one.all_leaves.take(one.all_bounds.searchsorted(column), axis=0)
        elif column[0] > one.bounds[0]:  # half of all figures are the same for all rows of a page
            still &= one.all_leaves[bisect_left(one.bounds, column[0])]
    return still


def judge(found: Mapping[str, float]) -> Verdict:
    """What the trees say of rows with these figures."""
    return Verdict(found, reach(found))


def reach(found: Mapping[str, float], open_leaves: int = -1, names: frozenset[str] | None = None) -> NDArray[np.intp]:
    """
    The number of the leaf that rows with these figures come to in each tree. ``open_leaves`` are those that all but the
    figures ``names`` leave open (as :func:`narrow` gives them, as one number), if that is known.
    """
    import numpy as np

    forest = _forest()
    still = open_leaves
    for name, bounds, leaves in _among(names):
        value = found[name]
        if value > bounds[0]:  # else no bound is exceeded, and no leaf closed
            still &= leaves[bisect_left(bounds, value)]
    reached = still.to_bytes(len(forest.starts), "little").translate(FIRST)
    return forest.starts + np.frombuffer(reached, dtype=np.uint8)


@cache
def _among(names: frozenset[str] | None) -> tuple[tuple[str, tuple[float, ...], tuple[int, ...]], ...]:
    """The figures of these names, or all: their bounds, and the leaves that they leave open as numbers."""
    return tuple(one[:3] for one in _forest().asked if names is None or one.name in names)


def probability(found: Mapping[str, float]) -> float:
    """Probability (0 to 1) that rows with these figures belong together."""
    return judge(found).probability


def weightiest(found: Mapping[str, float], count: int = 3) -> list[str]:
    """The figures that spoke loudest for joining, as :meth:`Verdict.weightiest` names them."""
    return judge(found).weightiest(count)


@cache
def _forest() -> _Forest:
    import numpy as np

    lines = (files("cntextclean.tables") / "joins.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    names = tuple(dict.fromkeys(row[1] for row in rows if row[1] != "-"))
    numbers = {name: number for number, name in enumerate(names)}
    roots = [at for at, row in enumerate(rows) if row[0] == "root"]
    size = LEAVES * len(roots)
    worth, steps = np.zeros(size, dtype=np.int64), np.zeros((2, size, DEPTH), dtype=np.int64)
    closing: dict[str, list[tuple[float, int]]] = {name: [] for name in names}
    for tree, root in enumerate(roots):
        for leaf, path in enumerate(_paths(rows, root)):
            number = LEAVES * tree + leaf
            worth[number] = int(rows[path[-1]][5])
            for depth, (above, below) in enumerate(pairwise(path)):
                gain = int(rows[below][5]) - int(rows[above][5])
                steps[:, number, depth] = numbers[rows[above][1]], gain
                if below == int(rows[above][3]):  # a greater value goes right, and closes the leaves on the left
                    closing[rows[above][1]].append((float(rows[above][2]), 1 << number))
    asked = tuple(_asked(name, closing[name], (1 << size) - 1) for name in names)
    starts, figures, gains = np.arange(0, size, LEAVES), steps[0].astype(np.intp), steps[1].astype(np.float64)
    return _Forest(asked, starts, worth, figures, gains, np.add.reduce)


def _paths(rows: Sequence[Row], root: int) -> Iterator[tuple[int, ...]]:
    """The way from the root of a tree to each of its leaves, from left to right."""
    stack: list[tuple[int, ...]] = [(root,)]
    while stack:
        path = stack.pop()
        row = rows[path[-1]]
        if row[1] == "-":
            yield path
        else:
            stack += [(*path, int(row[4])), (*path, int(row[3]))]


def _asked(name: str, closing: Sequence[tuple[float, int]], everything: int) -> _Asked:
    """A figure by the leaves that close when its value exceeds a bound."""
    import numpy as np

    bounds = sorted({bound for bound, _ in closing})
    closed = dict.fromkeys(bounds, 0)
    for bound, leaf in closing:
        closed[bound] |= leaf
    still = [everything]
    for bound in bounds:
        still.append(still[-1] & ~closed[bound])
    size = everything.bit_length() // LEAVES
    packed = b"".join(leaves.to_bytes(size, "little") for leaves in still)
    array = np.frombuffer(packed, dtype=np.uint8).reshape(-1, size)
    return _Asked(name, tuple(bounds), tuple(still), np.array(bounds), array)
