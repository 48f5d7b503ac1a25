"""
Where a copy breaks off: truncated passages, and passages that were joined to what is not theirs.

A passage that a later one copies and continues is truncated: it goes, and the complete one stays. A copy that runs on
into other text, while the text it repeats is a passage that breaks off right before a heading, was joined to that
other text by mistake: there it may be parted inside the sentence.

It is safe because parting removes nothing, and is done only where both sides show the break: the passage ends on one
side, and on the other as much goes on as no rest of a sentence has.

    >>> from cntextclean.repeats.matches import find_matches
    >>> from cntextclean.repeats.stream import stream_of
    >>> short = "面对外部环境的不确定性，长三角以自身工作的确定性来应对，推动区域"
    >>> stream = stream_of([[short, "会场内。", short + "市场高效畅通和规模拓展。"]])
    >>> truncated_units(stream, find_matches(stream))
    [0]
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import Matches
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import distinct, searched

SLACK = 2
"""Letters by which two alignments of one edge may differ."""
EVIDENCE = 60
"""Agreeing letters of a match that may show a seam."""
REST = 20
"""Letters that follow a seam at least: fewer may be the rest of the sentence."""
BREAKS = frozenset({"title", "subtitle", "heading", "byline", "caption"})
"""Roles before which a passage that breaks off is truncated, not just unjoined."""


def truncated_units(stream: Stream, matches: Matches) -> list[int]:
    """Units that are, to their broken end, the beginning of a complete later unit of the same document."""
    if not len(matches):
        return []
    edges, (start, stop), (_, end) = stream.unit_edges, matches.left, matches.right
    unit = searched(edges, stop - 1, "right") - 1
    whole = np.flatnonzero((np.abs(start - edges[unit]) <= SLACK) & (edges[unit + 1] - stop <= SLACK))
    unit, end = unit[whole], end[whole]
    other = searched(edges, end - 1, "right") - 1
    truncated = (unit != other) & (stream.unit_document[unit] == stream.unit_document[other])
    truncated &= edges[other + 1] - end > SLACK
    pairs = set(zip(unit[truncated].tolist(), other[truncated].tolist(), strict=True))
    ends = stream.unit_list
    return sorted({one for one, two in pairs if not stream.ended(ends[one + 1]) and stream.ended(ends[two + 1])})


def seam_cuts(stream: Stream, matches: Matches, roles: Sequence[str]) -> Places:
    """Offsets where a copy was joined to other text, ascending."""
    strong = np.flatnonzero(matches.agreeing >= EVIDENCE)
    (first, left), (begin, right) = ((start[strong], end[strong]) for start, end in (matches.left, matches.right))
    ends = set(right[_end_at_seams(stream, first, left, right, roles)].tolist())
    starts = begin[_start_at_seams(stream, first, begin, ends)].tolist()
    return distinct(np.array([stream.parting(letter) for letter in ends.union(starts)], dtype=np.int64))


def _end_at_seams(stream: Stream, first: Places, left: Places, right: Places, roles: Sequence[str]) -> Places:
    """
    Which matches run, on the left, to the end of a passage that breaks off before a heading and in which they do not
    begin, and on the right break off inside a sentence.
    """
    edges = stream.unit_edges
    after = searched(edges, left)  # the unit behind, be it empty
    some = np.flatnonzero((edges[after] == left) & (first < edges[np.maximum(after, 1) - 1]))
    some = some[~(stream.are_ended(left[some]) | stream.are_ended(right[some]))]
    breaks = [unit >= len(roles) or roles[unit] in BREAKS for unit in after[some].tolist()]
    some = some[np.array(breaks, dtype=bool)]
    sentences = stream.sentence_edges
    found: Places = some[sentences[searched(sentences, right[some])] - right[some] >= REST]
    return found


def _start_at_seams(stream: Stream, left: Places, right: Places, ends: Collection[int]) -> Places:
    """
    Which matches begin inside a sentence on the right, and what they copy begins a passage, but no sentence. ``ends``:
    where copies end at a seam; there passages begin, too.
    """
    edges, sentences = stream.unit_edges, stream.sentence_edges
    some = np.flatnonzero((edges[searched(edges, left)] == left) | np.isin(left, list(ends)))
    some = some[~(stream.are_ended(left[some]) | stream.are_ended(right[some]))]
    some = some[edges[searched(edges, right[some])] != right[some]]
    found: Places = some[right[some] - sentences[searched(sentences, right[some], "right") - 1] >= REST]
    return found
