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
    >>> [decision.span(run) for run in decision.runs]
    [(94, 177)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cntextclean.config import RepeatsConfig
from cntextclean.repeats.bars import GIVEN_UP, Codes, Flags, Limits
from cntextclean.repeats.coverage import Layer, lay
from cntextclean.repeats.fold import Places
from cntextclean.repeats.follow import Copied, Settled, settle
from cntextclean.repeats.judge import Case, Judge
from cntextclean.repeats.loops import loop_cuts
from cntextclean.repeats.matches import Matches, find_matches
from cntextclean.repeats.offsets import one_by_one
from cntextclean.repeats.paragraphs import alike_paragraphs
from cntextclean.repeats.pools import Pools
from cntextclean.repeats.runs import Frame, Rows
from cntextclean.repeats.seams import seam_cuts, truncated_units
from cntextclean.repeats.splices import SPLICE
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import row_counts, searched

MOST = 4
"""Rounds at most; 588 documents with copies of each other need two."""


@dataclass(frozen=True)
class Decision:
    """
    The stream, its loops parted; covered sentences; runs of them that go, as rows, in order; what the letters of each
    copy; the agreeing letters of the best match of each; why one that does not go stays (``MAY``: it goes); which come
    from templates or variants.
    """

    stream: Stream
    layer: Layer
    runs: tuple[Rows, ...]
    copied: Copied
    agreeing: Places
    codes: Codes
    alike: Flags

    @cached_property
    def agreeing_list(self) -> Sequence[int]:
        """The agreeing letters, read one by one."""
        return one_by_one(self.agreeing)

    def span(self, rows: Rows) -> tuple[int, int]:
        """The first letter of some neighbouring sentences, and the one behind the last."""
        starts, ends = self.layer.ends
        return starts[rows.start], ends[rows.stop - 1]


def decide(
    stream: Stream,
    document_rank: Places,
    roles: Sequence[str],
    settings: RepeatsConfig | None = None,
) -> Decision | None:
    """
    Find the copies of a stream and decide which go; None where nothing goes, nor is worth a word.

    ``roles``: one a unit; documents of low rank are kept.
    """
    settings = settings or RepeatsConfig()
    matches = find_matches(stream)
    alike = alike_paragraphs(stream, matches, settings)
    if alike:
        matches += Matches.of(alike)
    limits = Limits(least=settings.min_letters, identity=settings.identity)
    least = min(limits.least, SPLICE)
    if matches.agreeing.max(initial=0) < least:
        return None  # so with two clean articles in three
    cuts = np.union1d(loop_cuts(stream, matches), seam_cuts(stream, matches, roles))
    if len(cuts):
        stream = stream.parted(cuts)
    rank = sentence_ranks(stream, matches, document_rank)
    # A sentence that only shorter matches cover stays, and is worth no word: in clean articles so do two in three.
    layer = lay(stream, matches, rank, least)
    pools = Pools(stream, matches, limits.near, limits.long, layer.matches)
    judge = Judge(stream, matches, layer, limits, pools)
    reasons, case, of_variants = judge.reasons(), judge.case, layer.has(pools.templates | pools.variants)
    del matches, pools, judge  # no more is asked of matches
    runs, settled = _decided(case, reasons, rank, roles)
    return Decision(stream, layer, tuple(runs), settled.copied, case.agreeing, settled.codes, of_variants)


def _decided(case: Case, reasons: Codes, rank: Places, roles: Sequence[str]) -> tuple[list[Rows], Settled]:
    """
    The last round: what a run gives up stays, and is no longer followed on by what copies it, so a round begins again
    where one did.
    """
    for _ in range(MOST):
        settled = settle(case, rank, reasons)
        runs = _trimmed(Frame(case, roles, settled.copied), settled.accepted)
        given_up = settled.accepted.copy()
        for rows in runs:
            given_up[rows.start : rows.stop] = False
        settled.codes[given_up] = GIVEN_UP
        if settled.through.isdisjoint(case.layer.number[given_up].tolist()):
            break
        reasons[given_up] = GIVEN_UP
    return runs, settled


def _trimmed(frame: Frame, accepted: Flags) -> list[Rows]:
    """The runs of sentences that may go, without what they give up."""
    rows, layer, stream = np.flatnonzero(accepted), frame.case.layer, frame.stream
    opens = np.ones(len(rows), dtype=bool)
    start, end = layer.start[rows], layer.end[rows]
    opens[1:] = (end[:-1] != start[1:]) | stream.are_edges(start[1:])
    at = np.flatnonzero(opens)
    first, last = rows[at], rows[at + row_counts(at, len(rows)) - 1]
    whole = frame.are_whole(first, last).tolist()
    groups = map(range, first.tolist(), (last + 1).tolist())
    trimmed = (some if known else frame.trim(some) for some, known in zip(groups, whole, strict=True))
    return [some for some in trimmed if some]


def sentence_ranks(stream: Stream, matches: Matches, document_rank: Places) -> Places:
    """
    The rank of every sentence: by document, then by place.

    A unit that is the truncated copy of a later one ranks last in its document.
    """
    edges = stream.sentence_edges
    first = searched(edges, stream.document_edges)
    counts = np.diff(first)
    order = np.argsort(document_rank[np.minimum(np.arange(len(counts)), len(document_rank) - 1)], kind="stable")
    before = np.empty_like(counts)
    before[order] = np.cumsum(counts[order]) - counts[order]
    place = np.arange(len(edges) - 1, dtype=edges.dtype)
    place += np.repeat((before - first[:-1]).astype(edges.dtype), counts)
    late: dict[int, list[int]] = {}
    for unit in truncated_units(stream, matches):
        own = range(*searched(edges, stream.unit_edges[unit : unit + 2]).tolist())
        late.setdefault(int(stream.unit_document[unit]), []).extend(own)
    for document, last in late.items():
        kept = np.setdiff1d(np.arange(first[document], first[document + 1]), last, assume_unique=True)
        place[np.append(kept, last)] = before[document] + np.arange(counts[document])
    return place
