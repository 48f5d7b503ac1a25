"""
What is asked of covered sentences: the thresholds, for all of them at once.

The shorter a copy, the more exact it has to be: a formula of thirty letters may stand twice in good prose, a block of
three hundred does not, though a tenth of it be misread.

It is safe because every answer but the empty one keeps the sentence, and the reason is told.

    >>> evidence = Evidence(*(np.array(column) for column in ([40, 300], [1.0, 0.95], [40, 300])))
    >>> tally = Tallies(*(np.array(column) for column in ([40, 38], [0, 2], [0, 1], [0, 0])))
    >>> codes = weigh(evidence, tally, np.array([40, 40]), Limits(), np.zeros(2, dtype=bool), np.zeros(2, dtype=bool))
    >>> [REASONS[code] for code in codes]
    ['short, and apart from its copy', '']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.coverage import Tallies
from cntextclean.repeats.fold import Places

Codes = NDArray[np.int8]
"""Numbers of ``REASONS``."""
Flags = NDArray[np.bool_]

REASONS = (
    "", "template", "too short", "short, and apart from its copy", "short, and letters differ",
    "too many letters differ", "too much of the sentence differs", "whole words differ", "a variant with other words",
    "its copy is gone", "part of a passage that stays",
)  # fmt: skip
MAY, TEMPLATE, TOO_SHORT, APART, LETTERS_DIFFER, TOO_MANY, TOO_MUCH, WORDS_DIFFER, VARIANT, COPY_GONE, GIVEN_UP = range(
    len(REASONS)
)
WORD = 3
"""Letters in a row that may differ in one sentence of a copy."""
NOISY = 8
"""The same in a long noisy copy."""
CLEAN = 0.97
"""Identity from which two copies count as clean: what differs in them is no misreading."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    Least letters of a copy: at all; when it does not stand beside the text it repeats; when letters differ; when it is
    an enumeration, or single words may differ, too; and when more than its own length lies between it and the text of
    its document that it repeats. The least share of agreeing letters of a copy and, below ``long``, of a short one.
    """

    least: int = 20
    apart: int = 80
    near: int = 100
    long: int = 200
    far: int = 250
    identity: float = 0.8
    short_identity: float = 0.9
    sentence_errors: float = 0.35


class Evidence(NamedTuple):
    """
    What is behind each sentence: agreeing letters of the match, its identity, and the agreeing letters around the
    sentence without a difference (all those of a long match, where single differences are noise).
    """

    agreeing: Places
    identity: NDArray[np.float64]
    exact: Places


def weigh(evidence: Evidence, tally: Tallies, length: Places, limits: Limits, beside: Flags, edited: Flags) -> Codes:
    """
    Why sentences of so many letters must stay; ``MAY`` where they may go.

    ``beside``: it follows right after the text it repeats. ``edited``: words may have been edited, since the two are in
    documents of one script.
    """
    small, errors = evidence.agreeing < limits.long, tally.errors
    clean = evidence.identity >= CLEAN
    asked = (
        (evidence.agreeing < limits.least, TOO_SHORT),
        ((errors == 0) & (beside | (evidence.exact >= limits.apart)), MAY),
        (errors == 0, APART),
        (evidence.agreeing < limits.near, LETTERS_DIFFER),
        (evidence.identity < np.where(small, limits.short_identity, limits.identity), TOO_MANY),
        (errors > limits.sentence_errors * length + 1, TOO_MUCH),
        (tally.longest > np.where(small | clean, WORD, NOISY), WORDS_DIFFER),
        (edited & clean & (2 * tally.words > errors), WORDS_DIFFER),
    )
    found = np.full(len(errors), MAY, dtype=np.int8)
    for flags, reason in reversed(asked):
        found[flags] = reason
    return found
