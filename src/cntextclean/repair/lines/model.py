"""
The learned line model: the probability that two rows are one passage.

A sum of small decision trees (gradient boosting, Friedman 2001, doi:10.1214/aos/1013203451) over the figures of
:mod:`.features`; ``tables/joins.tsv`` holds them a node a line, with the figures of the training in its head;
``benchmarks/lines/train.py`` writes it. Leaves are whole thousandths of the logarithm of the odds, so their sum is the
same on every machine.

    >>> from cntextclean.repair.lines.page import read_page
    >>> from cntextclean.repair.lines.features import Passage, features
    >>> found = features(read_page("加快产业结构的优\\n化升级。"), 0, 1, Passage(1, "加快产业结构的优"))
    >>> probability(found) > 0.5, weightiest(found)[0].split("=")[0]
    (True, 'word')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEPTH = 3
UNIT = 1000.0
"""Leaves are given in thousandths."""


@dataclass(frozen=True, slots=True)
class Forest:
    """
    All trees as flat arrays over their nodes: the figure that a node asks for, the bound (not more: left), where to go
    on, and what the rows of the training that came to it were worth on the average. A leaf goes on in itself.
    """

    names: tuple[str, ...]
    figure: NDArray[np.intp]
    bound: NDArray[np.float64]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    worth: NDArray[np.int64]
    roots: NDArray[np.intp]


@cache
def _forest() -> Forest:
    import numpy as np

    lines = (files("cntextclean.tables") / "joins.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    names = tuple(dict.fromkeys(row[1] for row in rows if row[1] != "-"))
    place = {name: at for at, name in enumerate(names)} | {"-": 0}
    here = np.arange(len(rows))
    goes = [[int(row[at]) if row[1] != "-" else number for number, row in enumerate(rows)] for at in (3, 4)]
    return Forest(
        names=names,
        figure=np.array([place[row[1]] for row in rows], dtype=np.intp),
        bound=np.array([float(row[2]) if row[1] != "-" else np.inf for row in rows]),
        left=np.array(goes[0], dtype=np.intp),
        right=np.array(goes[1], dtype=np.intp),
        worth=np.array([int(row[5]) for row in rows], dtype=np.int64),
        roots=here[[row[0] == "root" for row in rows]],
    )


def _steps(found: Mapping[str, float]) -> list[NDArray[np.intp]]:
    """For each depth the nodes that the figures come to, one a tree."""
    import numpy as np

    forest = _forest()
    values = np.array([found[name] for name in forest.names])
    nodes = [forest.roots]
    for _ in range(DEPTH):
        here = nodes[-1]
        nodes.append(np.where(values[forest.figure[here]] <= forest.bound[here], forest.left[here], forest.right[here]))
    return nodes


def probability(found: Mapping[str, float]) -> float:
    """Probability (0 to 1) that rows with these figures belong together."""
    odds = int(_forest().worth[_steps(found)[-1]].sum()) / UNIT
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, odds))))


def weightiest(found: Mapping[str, float], count: int = 3) -> list[str]:
    """
    The figures that spoke loudest for joining, loudest first, as ``name=value``: what each step down the trees that
    asks for a figure adds to the odds is that figure's (Saabas 2014).
    """
    import numpy as np

    forest, nodes = _forest(), np.stack(_steps(found))
    gained = np.diff(forest.worth[nodes], axis=0)
    asked = forest.figure[nodes[:-1]]
    said = np.bincount(asked.ravel(), weights=gained.ravel(), minlength=len(forest.names))
    ranked = sorted(range(len(said)), key=lambda figure: (-said[figure], figure))[:count]
    return [f"{forest.names[figure]}={found[forest.names[figure]]:g}" for figure in ranked if said[figure] > 0]
