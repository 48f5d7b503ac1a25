"""
What goes: sentences that may go, gathered to runs that really do.

Sentences are settled in the order of their ranks. What a removed sentence copied is followed on, so the text that
stays is always named directly (stars, never chains). Then neighbouring sentences make runs, and a run gives up what
would tear a sentence, leave a heading without its text, or cut a small part out of a longer passage.

It is safe because every step can only take sentences off the list, and a letter that is copied is never itself gone.

    >>> from cntextclean.repeats.stream import stream_of
    >>> text = (
    ...     "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，"
    ...     "各地以变应变、见招拆招，会场外展现出经济韧性和潜力。通过要素赋能，把可能变成可以，引发全球热议。"
    ... )
    >>> stream = stream_of([[text, "会场内，一个观点引发共鸣。", text]])
    >>> decision = decide(stream, np.zeros(1, dtype=np.int64), ["paragraph"] * 3)
    >>> [(run.start, run.end) for run in decision.runs]
    [(94, 177)]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.align import Run
from cntextclean.repeats.coverage import SPLICE, Covered, Layer, lay
from cntextclean.repeats.follow import follow, mend
from cntextclean.repeats.judge import APART, Judge, Limits
from cntextclean.repeats.loops import loop_cuts
from cntextclean.repeats.matches import Matches, find_matches
from cntextclean.repeats.paragraphs import Sketch, alike_paragraphs
from cntextclean.repeats.pools import Pools
from cntextclean.repeats.runs import Frame
from cntextclean.repeats.seams import seam_cuts, truncated_units
from cntextclean.repeats.sections import tally
from cntextclean.repeats.stream import Stream

GIVEN_UP = "part of a passage that stays"
MOST = 4
"""Rounds at most; 588 documents with copies of each other need two."""
SHORT = 20
"""Letters below which a sentence without much agreement goes with its neighbours on both sides."""


@dataclass(frozen=True, slots=True)
class RemovedRun:
    """Neighbouring sentences that go, in letters of the stream: ``start`` to ``end``, whole sentences."""

    start: int
    end: int
    sentences: tuple[Covered, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """
    The stream, its loops parted; runs that go, in order; what the letters of each sentence copy; the matches; sentences
    that stay though covered, and why; the numbers of matches that join templates or variants.
    """

    stream: Stream
    runs: tuple[RemovedRun, ...]
    copied: dict[int, list[Run]]
    matches: Matches
    stay: tuple[tuple[Covered, str], ...]
    alike: frozenset[int]


def decide(
    stream: Stream,
    document_rank: NDArray[np.int64],
    roles: Sequence[str],
    limits: Limits | None = None,
    sketch: Sketch | None = None,
) -> Decision:
    """Find the copies of a stream and decide which go. ``roles``: one a unit; documents of low rank are kept."""
    matches = find_matches(stream)
    alike = alike_paragraphs(stream, matches, sketch)
    if alike:
        matches += Matches.of(alike)
    limits = limits or Limits()
    if matches.agreeing.max(initial=0) < min(limits.least, SPLICE):
        # Nothing goes, and nothing that stays is worth a word: so with two clean articles in three.
        return Decision(stream, (), {}, matches, (), frozenset())
    cuts = np.union1d(loop_cuts(stream, matches), seam_cuts(stream, matches, roles))
    if len(cuts):
        stream = stream.parted(cuts)
    rank = sentence_ranks(stream, matches, document_rank)
    # A sentence that only shorter matches cover stays, and is worth no word: in clean articles so do two in three.
    layer = lay(stream, matches, rank, min(limits.least, SPLICE))
    pools = Pools(stream, matches, limits.near, limits.long)
    settled = _decided(stream, roles, Judge(stream, matches, layer, limits, pools))
    return Decision(
        stream,
        tuple(settled.runs),
        settled.frame.layer.runs,
        matches,
        tuple(settled.stay),
        pools.templates | pools.variants,
    )


@dataclass(frozen=True, slots=True)
class _Settled:
    """What one round came to: runs that go, sentences that stay and why, those among them that a run gave up."""

    frame: Frame
    runs: list[RemovedRun]
    stay: list[tuple[Covered, str]]
    given_up: frozenset[int]


def _decided(stream: Stream, roles: Sequence[str], judge: Judge) -> _Settled:
    """
    The last round: what a run gives up stays, and is no longer followed on by what copies it, so a round begins again
    where one did.
    """
    reasons = _reasons(judge.layer, judge)
    for _ in range(MOST):
        layer = replace(judge.layer, runs=dict(judge.layer.runs))
        later = judge.over(layer)
        accepted, stay, through = _settle(stream, later, reasons)
        settled = _trimmed(stream, Frame(stream, roles, later, layer), accepted, stay)
        if settled.given_up.isdisjoint(through):
            break
        reasons |= dict.fromkeys(settled.given_up, GIVEN_UP)
    return settled


def _trimmed(stream: Stream, frame: Frame, accepted: Sequence[Covered], stay: list[tuple[Covered, str]]) -> _Settled:
    """The runs of sentences that may go, without what they give up."""
    runs: list[RemovedRun] = []
    given_up: list[Covered] = []
    for group in _groups(stream, accepted):
        kept = frame.trim(group)
        going = {one.number for one in kept}
        given_up += [one for one in group if one.number not in going]
        if kept:
            runs.append(RemovedRun(kept[0].start, kept[-1].end, tuple(kept)))
    stay += [(one, GIVEN_UP) for one in given_up]
    return _Settled(frame, runs, stay, frozenset(one.number for one in given_up))


def sentence_ranks(stream: Stream, matches: Matches, document_rank: NDArray[np.int64]) -> NDArray[np.int64]:
    """
    The rank of every sentence: by document, then by place.

    A unit that is the truncated copy of a later one ranks last in its document.
    """
    edges = stream.sentence_edges
    count = len(edges) - 1
    document = np.searchsorted(stream.document_edges, edges[:-1], "right") - 1
    rank = document_rank[np.minimum(document, len(document_rank) - 1)] * (2 * count + 2) + np.arange(count)
    for unit in truncated_units(stream, matches):
        first, last = np.searchsorted(edges, stream.unit_edges[unit : unit + 2])
        rank[first:last] += count + 1
    return rank


def _settle(
    stream: Stream, judge: Judge, reasons: Mapping[int, str]
) -> tuple[list[Covered], list[tuple[Covered, str]], set[int]]:
    """
    Sentences that may go, each with its letters' targets followed to text that stays; those that stay; and the numbers
    of those that were followed on.
    """
    layer, edges = judge.layer, stream.sentence_list
    gone = bytearray(len(edges))
    accepted: list[Covered] = []
    stay: list[tuple[Covered, str]] = []
    through: set[int] = set()
    for one in layer.sentences:
        why = reasons[one.number]
        if why:
            stay.append((one, why))
            continue
        followed = follow(layer.runs, one.number, gone, edges)
        better = one
        if followed:
            through |= followed
            layer.runs[one.number] = runs = mend(layer.runs[one.number], one.end, stream, gone)
            better = replace(one, tally=tally(runs, one.start, one.end))
        if not judge.still_may(better):
            stay.append((one, "its copy is gone"))
            continue
        gone[one.number] = True
        accepted.append(better)
    accepted.sort(key=lambda one: one.start)
    return accepted, stay, through


def _reasons(layer: Layer, judge: Judge) -> dict[int, str]:
    """Why sentences must stay (empty: they may go); small ones go with a neighbour that goes for the same match."""
    reasons = {one.number: judge.reason(one) for one in layer.sentences}
    owners = {one.number: one.matches for one in layer.sentences if not reasons[one.number]}
    for one in sorted(layer.sentences, key=lambda one: one.number):
        beside = [owners[near] for near in (one.number - 1, one.number + 1) if near in owners]
        company = sum(not set(near).isdisjoint(one.matches) for near in beside)
        small = one.length < SHORT and reasons[one.number].endswith("differs") and company == 2
        if small or (reasons[one.number] == APART and company):
            reasons[one.number] = ""
    return reasons


def _groups(stream: Stream, accepted: Sequence[Covered]) -> list[list[Covered]]:
    """Neighbouring sentences of one document."""
    groups: list[list[Covered]] = []
    for one in accepted:
        if groups and groups[-1][-1].end == one.start and not stream.is_edge(one.start):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups
