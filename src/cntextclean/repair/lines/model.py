"""
The learned line model: the probability that two rows are one passage.

A logistic model over the features of :mod:`.features`; its weights are a readable table (``tables/joins.toml``) that
``benchmarks/lines/train.py`` writes, with the figures of the training in its head.

    >>> 0.0 < probability({"end.letter": 1.0}) < 1.0
    True
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from math import exp


@cache
def _table() -> tuple[float, dict[str, float]]:
    stored = tomllib.loads((files("cntextclean.tables") / "joins.toml").read_text(encoding="utf-8"))
    return stored["bias"], stored["weights"]


def probability(found: dict[str, float]) -> float:
    """Probability (0 to 1) that rows with these features belong together."""
    bias, weights = _table()
    odds = bias + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, odds))))


def weightiest(found: dict[str, float], count: int = 3) -> list[str]:
    """The features that spoke loudest for joining, loudest first."""
    _, weights = _table()
    ranked = sorted(((weights.get(name, 0.0) * value, name) for name, value in found.items()), reverse=True)
    return [name for weight, name in ranked[:count] if weight > 0]
