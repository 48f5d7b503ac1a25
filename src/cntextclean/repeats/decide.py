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

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.coverage import Covered, Layer, count_errors, lay
from cntextclean.repeats.fold import Places
from cntextclean.repeats.judge import APART, Judge, Limits
from cntextclean.repeats.loops import loop_cuts
from cntextclean.repeats.matches import Match, find_matches
from cntextclean.repeats.paragraphs import Sketch, alike_paragraphs
from cntextclean.repeats.runs import Frame
from cntextclean.repeats.seams import seam_cuts, truncated_units
from cntextclean.repeats.stream import Stream

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
    The stream, its loops parted; runs that go, in order; what each letter copies; the matches; sentences that stay
    though covered, and why; the numbers of matches that join templates or variants.
    """

    stream: Stream
    runs: tuple[RemovedRun, ...]
    target: Places
    matches: tuple[Match, ...]
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
    matches += alike_paragraphs(stream, matches, sketch)
    cuts = np.union1d(loop_cuts(stream, matches), seam_cuts(stream, matches, roles))
    if len(cuts):
        stream = replace(stream, more_cuts=cuts)
    rank = sentence_ranks(stream, matches, document_rank)
    layer = lay(stream, matches, rank)
    judge = Judge(stream, matches, layer, limits or Limits())
    accepted, stay = _settle(stream, layer, judge)
    runs: list[RemovedRun] = []
    frame = Frame(stream, roles, judge, layer)
    for group in _groups(stream, accepted):
        kept = frame.trim(group)
        going = {one.number for one in kept}
        stay += [(one, "part of a passage that stays") for one in group if one.number not in going]
        if kept:
            runs.append(RemovedRun(kept[0].start, kept[-1].end, tuple(kept)))
    return Decision(
        stream, tuple(runs), layer.target, tuple(matches), tuple(stay), judge.pools.templates | judge.pools.variants
    )


def sentence_ranks(stream: Stream, matches: Sequence[Match], document_rank: NDArray[np.int64]) -> NDArray[np.int64]:
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


def _settle(stream: Stream, layer: Layer, judge: Judge) -> tuple[list[Covered], list[tuple[Covered, str]]]:
    """Sentences that may go, each with its letters' targets followed to text that stays; and those that stay."""
    gone = np.zeros(len(stream.codes), dtype=bool)
    accepted: list[Covered] = []
    stay: list[tuple[Covered, str]] = []
    reasons = _reasons(layer, judge)
    for one in layer.sentences:
        why = reasons[one.number]
        if why:
            stay.append((one, why))
            continue
        follow(layer.target[one.start : one.end], layer.target, gone)
        tally = count_errors(layer.target[one.start : one.end])
        if tally.covered * 2 < one.length:
            stay.append((one, "its copy is gone"))
            continue
        gone[one.start : one.end] = True
        accepted.append(replace(one, tally=tally))
    accepted.sort(key=lambda one: one.start)
    return accepted, stay


def _reasons(layer: Layer, judge: Judge) -> dict[int, str]:
    """Why sentences must stay (empty: they may go); small ones go with a neighbour that goes for the same match."""
    reasons = {one.number: judge.reason(one) for one in layer.sentences}
    owners = {one.number: set(one.matches) for one in layer.sentences if not reasons[one.number]}
    for one in sorted(layer.sentences, key=lambda one: one.number):
        beside = [owners[near] for near in (one.number - 1, one.number + 1) if near in owners]
        company = sum(bool(near.intersection(one.matches)) for near in beside)
        small = one.length < SHORT and reasons[one.number].endswith("differs") and company == 2
        if small or (reasons[one.number] == APART and company):
            reasons[one.number] = ""
    return reasons


def follow(part: Places, target: Places, gone: NDArray[np.bool_]) -> None:
    """Replace targets that are gone by what they copied, in place."""
    lost = np.flatnonzero((part >= 0) & gone[part])
    part[lost] = target[part[lost]]


def _groups(stream: Stream, accepted: Sequence[Covered]) -> list[list[Covered]]:
    """Neighbouring sentences of one document."""
    groups: list[list[Covered]] = []
    edges = set(stream.document_edges.tolist())
    for one in accepted:
        if groups and groups[-1][-1].end == one.start and one.start not in edges:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups
