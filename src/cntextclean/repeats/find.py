"""
Copies inside one document, as proposals.

Works on the joined and repaired passages, since then most copies are exact whatever their lines were. One engine
(anchors, chains, alignment) finds them at any boundary; :mod:`cntextclean.repeats.decide` says which may go.

It is safe because a proposal names the text that stays, which is never itself removed, and because what differs in
numbers, is short, or would tear a sentence is only labelled.

    >>> from cntextclean.config import Config
    >>> one = (
    ...     "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，"
    ...     "各地以变应变、见招拆招，会场外展现出经济韧性和潜力。通过要素赋能，把可能变成可以，引发全球热议。"
    ... )
    >>> views = [View(one), View("会场内，一个观点引发共鸣。"), View(one)]
    >>> [(copy.relation, copy.duplicate.index) for copy in find_copies(views, Config())]
    [('exact', 2)]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cntextclean.config import Config
from cntextclean.model import Action, Relation
from cntextclean.proposals import CopyProposal, Place, View
from cntextclean.repeats.rounds import settled

if TYPE_CHECKING:
    from cntextclean.repeats.places import Found


def find_copies(views: Sequence[View], config: Config) -> list[CopyProposal]:
    """Copies among the passages of one document: removals in the order of the text, then labels."""
    return settled(views, lambda shown: _search(shown, config))


def _search(views: Sequence[View], config: Config) -> list[CopyProposal]:
    """One round: removals first, each in the order of the text."""
    import numpy as np

    from cntextclean.repeats.decide import decide
    from cntextclean.repeats.places import found_places
    from cntextclean.repeats.stream import stream_of

    stream = stream_of([[view.text.replace("\n", " ") for view in views]])
    decision = decide(stream, np.zeros(1, dtype=np.int64), [view.role for view in views], config.repeats)
    if decision is None:
        return []
    removed: list[CopyProposal] = []
    labelled: list[CopyProposal] = []
    for found in found_places(decision):
        if found.why:
            labelled.append(_proposal(found, _doubt(found), "labelled"))
        elif config.allows(f"repeats.{'loop' if found.loop else 'block'}"):
            removed.append(_proposal(found, relation_of(found), "removed"))
    return [*removed, *labelled]


def _proposal(found: Found, relation: Relation, action: Action) -> CopyProposal:
    return CopyProposal(
        relation, action, round(found.similarity, 4),
        Place(found.duplicate.unit, found.duplicate.start, found.duplicate.end),
        Place(found.kept.unit, found.kept.start, found.kept.end),
        found.differing, evidence_of(found.letters, found.errors, found.evidence, found.why),
    )  # fmt: skip


def evidence_of(letters: int, errors: int, block: int, why: str) -> str:
    """How many letters agree, in a block of how many, and why the copy stays, where it does."""
    agree = f"{letters - errors} of {letters} letters agree, in a block of {block}"
    return f"{agree}; stays: {why}" if why else agree


def _doubt(found: Found) -> Relation:
    """The relation of a copy that stays."""
    if found.why == "template" or "variant" in found.why:
        return "template"
    return relation_of(found) if found.whole or found.contains else "overlap"


def relation_of(found: Found) -> Relation:
    """
    The relation of a copy to the text that stays: ``contained`` in a longer passage that stays; ``contains``: in a
    longer passage it holds all of one that stays; else the same letters, or nearly.
    """
    if found.loop:
        return "loop"
    if found.contained:
        return "contained"
    if found.contains:
        return "contains"
    return "near" if found.errors else "exact"
