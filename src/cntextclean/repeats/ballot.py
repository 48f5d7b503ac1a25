"""
What a copy brings to a vote.

A module of its own, without numpy, since every document asks whether there is anything to vote on. It is safe because
it only holds values.

    >>> Ballot(0, 2, "甲乙", Passage("b", 4, 6)).place.document
    'b'
"""

from __future__ import annotations

from dataclasses import dataclass

from cntextclean.model import Passage, Repeat
from cntextclean.proposals import CopyProposal

RULE = "repeats.consensus"
LEAST = 2
"""Copies that must agree."""
SILENT = frozenset({"template", "formula", "loop"})
"""Relations of findings that have no vote."""
ALIKE = 0.8
"""Similarity from which a copy that was not sure enough to go has a vote."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """A copy of ``start`` to ``end`` of the text that stays: its own text, and where that is."""

    start: int
    end: int
    text: str
    place: Passage


def may_vote(one: Repeat | CopyProposal) -> bool:
    """Whether a finding is a copy, noisy or not: no other filling of a template, no turn of a loop, no phrase."""
    return one.relation not in SILENT and (one.action == "removed" or one.similarity >= ALIKE)
