"""
Rounds: what a removal brings together is looked at again, until nothing more goes.

Cutting a copy out may put two others side by side, or leave a passage that is a copy now. So that cleaning a second
time finds nothing, the pieces that stay are searched again; places are those of the first text throughout.

It is safe because every round is the same search over text that stays, and where a later round removes what an
earlier one had kept, the earlier removal names what the later one keeps.

    >>> pieces([5, 3], [Place(0, 1, 3)])
    [Place(index=0, start=0, end=1), Place(index=0, start=3, end=5), Place(index=1, start=0, end=3)]
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cntextclean.proposals import CopyProposal, Place, View

MOST = 6
"""Rounds at most; pages of newspapers need one, random arrangements of ten sentences up to three."""

Search = Callable[[Sequence[View]], list[CopyProposal]]


def settled(views: Sequence[View], search: Search) -> list[CopyProposal]:
    """All removals that a search finds, round by round, then what the last round only labels."""
    removed: list[CopyProposal] = []
    labelled: list[CopyProposal] = []
    for _ in range(MOST):
        if not removed:
            removed, labelled = _parted(search(views))
            if not removed:
                break
            continue
        left = pieces([len(view.text) for view in views], [one.duplicate for one in removed])
        shown = [views[at.index]._replace(text=views[at.index].text[at.start : at.end]) for at in left]
        found = [_moved(one, left) for one in search(shown)]
        fresh, labelled = _parted(found)
        by_passage: dict[int, list[CopyProposal]] = {}
        for one in fresh:
            by_passage.setdefault(one.duplicate.index, []).append(one)
        removed = [_repointed(one, by_passage.get(one.kept.index, ())) for one in removed] + fresh
        if not fresh:
            break
    return sorted(removed, key=lambda one: _key(one.duplicate)) + labelled


def _parted(found: Sequence[CopyProposal]) -> tuple[list[CopyProposal], list[CopyProposal]]:
    """Removals, and what is only labelled."""
    return [one for one in found if one.action == "removed"], [one for one in found if one.action != "removed"]


def pieces(lengths: Sequence[int], gone: Sequence[Place]) -> list[Place]:
    """What stays of passages of the given lengths, in order; passages without removals whole, be they empty."""
    cuts: dict[int, list[Place]] = {}
    for place in gone:
        cuts.setdefault(place.index, []).append(place)
    left: list[Place] = []
    for index, length in enumerate(lengths):
        at = 0
        for place in sorted(cuts.get(index, ()), key=_key):
            left += [Place(index, at, place.start)] if place.start > at else []
            at = place.end
        left += [Place(index, at, length)] if length > at or index not in cuts else []
    return left


def _key(place: Place) -> tuple[int, int, int]:
    return place.index, place.start, place.end


def _moved(one: CopyProposal, left: Sequence[Place]) -> CopyProposal:
    """A proposal on pieces as one on passages."""

    def move(place: Place) -> Place:
        piece = left[place.index]
        return Place(piece.index, piece.start + place.start, piece.start + place.end)

    return replace(one, duplicate=move(one.duplicate), kept=move(one.kept))


def _repointed(one: CopyProposal, fresh: Sequence[CopyProposal]) -> CopyProposal:
    """A removal that names text that stays, after a later round removed some of the passage that it names."""

    def overlap(other: CopyProposal) -> int:
        return min(other.duplicate.end, one.kept.end) - max(other.duplicate.start, one.kept.start)

    best = max(fresh, key=overlap, default=None)
    return replace(one, kept=best.kept) if best and overlap(best) > 0 else one
