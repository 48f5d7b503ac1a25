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

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

import numpy as np

from cntextclean.model import Span
from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import Matches
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import distinct

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
    unit, other = np.searchsorted(edges, stop - 1, "right") - 1, np.searchsorted(edges, end - 1, "right") - 1
    truncated = (unit != other) & (stream.unit_document[unit] == stream.unit_document[other])
    truncated &= (np.abs(start - edges[unit]) <= SLACK) & (edges[unit + 1] - stop <= SLACK)
    truncated &= edges[other + 1] - end > SLACK
    pairs = {(int(unit[at]), int(other[at])) for at in np.flatnonzero(truncated)}
    ends = stream.unit_list
    return sorted({one for one, two in pairs if not stream.ended(ends[one + 1]) and stream.ended(ends[two + 1])})


def seam_cuts(stream: Stream, matches: Matches, roles: Sequence[str]) -> Places:
    """Offsets where a copy was joined to other text, ascending."""
    strong = [matches.ends(number) for number in np.flatnonzero(matches.agreeing >= EVIDENCE).tolist()]
    ends = {right[1] for left, right in strong if _ends_at_seam(stream, left, right, roles)}
    starts = {right[0] for left, right in strong if _starts_at_seam(stream, left[0], right[0], ends)}
    return distinct(np.array([stream.parting(letter) for letter in ends | starts], dtype=np.int64))


def _ends_at_seam(stream: Stream, original: Span, copy: Span, roles: Sequence[str]) -> bool:
    left, right = original[1], copy[1]
    unit = stream.unit_at(left - 1)
    if left != stream.unit_list[unit + 1] or stream.ended(left) or stream.ended(right):
        return False
    if original[0] >= stream.unit_list[unit]:
        return False
    after = unit + 1
    if after < len(roles) and roles[after] not in BREAKS:
        return False
    edges = stream.sentence_list
    rest = edges[bisect_left(edges, right)] - right
    return rest >= REST


def _starts_at_seam(stream: Stream, left: int, right: int, ends: Collection[int]) -> bool:
    """
    Whether a copy begins inside a sentence, and what it copies begins a passage, but no sentence. ``ends``: where
    copies end at a seam; there passages begin, too.
    """
    if left not in ends and stream.unit_list[stream.unit_at(left)] != left:
        return False
    if stream.ended(left) or stream.ended(right) or right == stream.unit_list[stream.unit_at(right)]:
        return False
    edges = stream.sentence_list
    return right - edges[bisect_right(edges, right) - 1] >= REST
