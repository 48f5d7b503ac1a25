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

from collections.abc import Sequence

import numpy as np

from cntextclean.repeats.fold import Places
from cntextclean.repeats.matches import Match
from cntextclean.repeats.stream import Stream

SLACK = 2
"""Letters by which two alignments of one edge may differ."""
EVIDENCE = 60
"""Agreeing letters of a match that may show a seam."""
REST = 20
"""Letters that follow a seam at least: fewer may be the rest of the sentence."""
BREAKS = frozenset({"title", "subtitle", "heading", "byline", "caption"})
"""Roles before which a passage that breaks off is truncated, not just unjoined."""


def truncated_units(stream: Stream, matches: Sequence[Match]) -> list[int]:
    """Units that are, to their broken end, the beginning of a complete later unit of the same document."""
    found: set[int] = set()
    edges = stream.unit_list
    for match in matches:
        unit, other = stream.unit_at(match.left[1] - 1), stream.unit_at(match.right[1] - 1)
        start, stop = edges[unit], edges[unit + 1]
        rest = edges[other + 1] - match.right[1]
        if (
            other != unit
            and abs(match.left[0] - start) <= SLACK
            and stop - match.left[1] <= SLACK < rest
            and stream.unit_document[unit] == stream.unit_document[other]
            and not stream.ended(stop)
            and stream.ended(edges[other + 1])
        ):
            found.add(unit)
    return sorted(found)


def seam_cuts(stream: Stream, matches: Sequence[Match], roles: Sequence[str]) -> Places:
    """Offsets in ``stream.text`` where a copy was joined to other text, ascending."""
    strong = [match for match in matches if match.agreeing >= EVIDENCE]
    ends = {match.right[1] for match in strong if _ends_at_seam(stream, match, roles)}
    known = ends | set(stream.unit_edges.tolist())
    starts = {match.right[0] for match in strong if match.left[0] in known and _starts_at_seam(stream, match)}
    return np.unique(np.array([stream.parting(letter) for letter in ends | starts], dtype=np.int64))


def _ends_at_seam(stream: Stream, match: Match, roles: Sequence[str]) -> bool:
    left, right = match.left[1], match.right[1]
    unit = stream.unit_at(left - 1)
    if left != int(stream.unit_edges[unit + 1]) or stream.ended(left) or stream.ended(right):
        return False
    if match.left[0] >= int(stream.unit_edges[unit]):
        return False
    after = unit + 1
    if after < len(roles) and roles[after] not in BREAKS:
        return False
    edges = stream.sentence_edges
    rest = int(edges[np.searchsorted(edges, right, "left")]) - right
    return rest >= REST


def _starts_at_seam(stream: Stream, match: Match) -> bool:
    """Whether a copy begins inside a sentence, and what it copies begins a passage, but no sentence."""
    left, right = match.left[0], match.right[0]
    if stream.ended(left) or stream.ended(right) or right == stream.unit_list[stream.unit_at(right)]:
        return False
    edges = stream.sentence_edges
    return right - int(edges[np.searchsorted(edges, right, "right") - 1]) >= REST
