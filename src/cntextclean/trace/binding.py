"""
Rows of a text bound to one strand.

It is safe because rows keep their source, and what stands between them becomes a recorded replacement.

    >>> from cntextclean.proposals import Joint
    >>> group = Group("paragraph", ((0, 2), (3, 5)), (Joint("lines.soft-wrap"),))
    >>> bind(Strand.of("创新\\n能力"), group).text
    '创新能力'
"""

from __future__ import annotations

from cntextclean.proposals import Change, Group
from cntextclean.trace.pieces import Piece
from cntextclean.trace.strand import Strand, revise, select, trim


def bind(whole: Strand, group: Group) -> Strand:
    """The rows of a group as one strand; blanks between neighbouring rows become the joint's glue."""
    if plain := _bound_plainly(whole, group):
        return plain
    runs: list[list[int]] = []
    changes: list[Change] = []
    length = 0
    for number, (start, end) in enumerate(group.rows):
        gap = whole.text[runs[-1][1] : start] if runs else ""
        if runs:
            joint = group.joints[number - 1]
            beside = not gap.strip()
            changes.append(Change(length, length + len(gap) * beside, joint.glue, joint.rule, joint.evidence))
            length += len(gap) * beside
            if beside:
                runs[-1][1] = end
        if not runs or gap.strip():
            runs.append([start, end])
        length += end - start
    bound = select(whole, [(start, end) for start, end in runs])
    return trim(revise(bound, [change for change in changes if change.end > change.start or change.after]))


def _bound_plainly(whole: Strand, group: Group) -> Strand | None:
    """The same of a source that stands as it stood, where only blanks are between the rows; none of any other."""
    source, (start, end), others = whole.source, group.rows[0], group.rows[1:]
    if len(whole.pieces) != 1 or whole.pieces[0].rule:
        return None
    pieces = [Piece(start, end, source[start:end])]
    for (low, high), joint in zip(others, group.joints, strict=True):
        if low == end or source[end:low].strip():
            return None
        pieces += Piece(end, low, joint.glue, joint.rule, joint.evidence), Piece(low, high, source[low:high])
        end = high
    return trim(Strand(source, tuple(pieces)))
