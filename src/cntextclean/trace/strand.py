"""
Text that remembers its origin, and the operations on it.

A strand is a tuple of pieces, each a slice of the source as it stood or a recorded replacement of one. Stages
propose changes in offsets of a strand's text; :func:`revise` composes them with all earlier ones back to offsets of
the decoded source.

It is safe because a kept piece is always a slice of the source and a replaced one always names the range it stands
for, so whatever is done, the source ranges of all pieces together still are the ranges that went in.

    >>> strand = Strand.of("共计，1000 元")
    >>> revise(strand, [Change(7, 8, "", "spaces.wrap")]).text
    '共计，1000元'
    >>> revise(strand, [Change(7, 8, "", "spaces.wrap")]).edits()
    (Edit(source=(7, 8), before=' ', after='', rule='spaces.wrap', evidence=''),)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from cntextclean.errors import TraceError
from cntextclean.model import Edit, Finding, Span
from cntextclean.proposals import Change, Note
from cntextclean.trace.pieces import Piece, anchored, extend, part_of


@dataclass(frozen=True)
class Strand:
    """Pieces of one source in its order, with gaps where something was lifted out."""

    source: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, source: str) -> Strand:
        """The whole source as one strand."""
        return cls(source, (Piece(0, len(source), source),) if source else ())

    @cached_property
    def text(self) -> str:
        """The text as it stands now."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """For each piece, the offset in :attr:`text` where it ends."""
        return tuple(accumulate(len(piece.text) for piece in self.pieces))

    def edits(self) -> tuple[Edit, ...]:
        """Every replacement, in source order; a piece that later stages restored is no edit."""
        return tuple(
            Edit((p.start, p.end), before, p.text, p.rule, p.evidence)
            for p in anchored(self.pieces)
            if p.rule and (before := self.source[p.start : p.end]) != p.text
        )

    def spans(self) -> tuple[Span, ...]:
        """The source ranges held, touching ones joined, empty ones left out."""
        joined: list[Span] = []
        for piece in self.pieces:
            if joined and joined[-1][1] == piece.start:
                joined[-1] = (joined[-1][0], piece.end)
            elif piece.start < piece.end:
                joined.append((piece.start, piece.end))
        return tuple(joined)

    def locate(self, start: int, end: int) -> Span:
        """The source range that shows as ``text[start:end]``; replacements count whole. A point for an empty range."""
        inside = [piece for piece in _clip(self, start, end) if piece.text]
        if inside:
            return (inside[0].start, inside[-1].end)
        point = _point(self, start)
        return (point, point)


def select(strand: Strand, spans: Sequence[Span]) -> Strand:
    """
    The parts of ``strand.text`` in ``spans`` (ascending, at least one character apart), as a strand of their own.

    A deletion recorded right at the end of a span goes with it; so deleted ink is never left between two lines.
    """
    clips = (piece for start, end in spans for piece in _clip(strand, start, end, closed=True))
    return Strand(strand.source, tuple(clips))


def cut(strand: Strand, points: Sequence[int]) -> list[Strand]:
    """
    The strand cut at offsets of its text (ascending): ``len(points) + 1`` strands that hold every piece once.

    A point inside a replacement moves to its end, since a replacement cannot stand in two places.
    """
    bounds = [0, *(_snap(strand, point) for point in points), len(strand.text)]
    last = len(bounds) - 2
    return [
        Strand(strand.source, tuple(_clip(strand, start, end, closed=number == last)))
        for number, (start, end) in enumerate(pairwise(bounds))
    ]


def between(strand: Strand, start: int, end: int) -> Strand:
    """The middle one of the three strands that :func:`cut` makes at two offsets; looks at its own pieces alone."""
    return Strand(strand.source, tuple(_clip(strand, _snap(strand, start), _snap(strand, end))))


def splice(strands: Sequence[Strand]) -> Strand:
    """Strands of one source, one after the other. Raises :class:`TraceError` unless their ranges ascend."""
    pieces = tuple(piece for strand in strands for piece in strand.pieces)
    if any(left.end > right.start for left, right in pairwise(pieces)):
        raise TraceError("strands to splice are not in the order of the source")
    return Strand(strands[0].source, pieces)


def revise(strand: Strand, changes: Iterable[Change]) -> Strand:
    """
    Apply changes, given in offsets of ``strand.text``, and compose them with the replacements made before.

    Raises :class:`TraceError` where changes overlap or lie outside the text.
    """
    ordered = sorted(changes, key=lambda change: (change.start, change.end))
    if not ordered:
        return strand
    pieces: list[Piece] = []
    at, length = 0, len(strand.text)
    for change in ordered:
        if not at <= change.start <= change.end <= length:
            raise TraceError(f"{change.rule} proposes {change.start}-{change.end}, which overlaps or lies outside")
        extend(pieces, _clip(strand, at, change.start))
        extend(pieces, _replacement(strand, change, closed=change is ordered[-1] and change.end == length))
        at = change.end
    if at < length:
        extend(pieces, _clip(strand, at, length, closed=True))
    return Strand(strand.source, tuple(pieces))


def annotate(strand: Strand, note: Note) -> Finding:
    """A note on ``strand.text`` as a finding on the source."""
    text = strand.text[note.start : note.end]
    return Finding(strand.locate(note.start, note.end), note.rule, text, note.suggest, note.score, note.evidence)


def trim(strand: Strand) -> Strand:
    """The strand without white space at its ends. White space is no ink: dropping it from the ends needs no record."""
    pieces = list(strand.pieces)
    if pieces and pieces[0].text and pieces[-1].text and strand.text == strand.text.strip():
        return strand  # nearly all: passages are trimmed twice, and few have blanks at their ends at all
    while pieces and not pieces[0].rule and not pieces[0].text.strip():
        del pieces[0]
    while pieces and not pieces[-1].rule and not pieces[-1].text.strip():
        del pieces[-1]
    if pieces and not pieces[0].rule:
        first = pieces[0]
        pieces[0] = first._replace(start=first.end - len(kept := first.text.lstrip()), text=kept)
    if pieces and not pieces[-1].rule:
        last = pieces[-1]
        pieces[-1] = last._replace(end=last.start + len(kept := last.text.rstrip()), text=kept)
    clipped = Strand(strand.source, tuple(pieces))
    # White space can still stand behind a deletion at an end (`# ` of a heading): that one is recorded.
    text = clipped.text
    body = text.strip()
    lead = len(text) - len(text.lstrip())
    ends = [(0, lead), (lead + len(body), len(text))] if body else [(0, len(text))]
    return revise(clipped, [Change(start, end, "", "spaces.edge") for start, end in ends if start < end])


def _clip(strand: Strand, start: int, end: int, *, closed: bool = False) -> Iterator[Piece]:
    """Pieces showing as ``text[start:end]``, with the deletions in it; those at ``end`` only when ``closed``."""
    for index in range(bisect_left(strand.ends, start), len(strand.pieces)):
        piece, right = strand.pieces[index], strand.ends[index]
        left = right - len(piece.text)
        if not piece.text:
            if start <= left < end or (closed and left == end):
                yield piece
            elif left > end:
                return
        elif left >= end:
            if not closed or left > end:
                return
        elif right > start:
            yield part_of(piece, max(start - left, 0), min(end, right) - left)


def _snap(strand: Strand, point: int) -> int:
    index = bisect_left(strand.ends, point)
    if index == len(strand.pieces) or not strand.pieces[index].rule:
        return point
    left = strand.ends[index] - len(strand.pieces[index].text)
    return strand.ends[index] if left < point else point


def _point(strand: Strand, at: int) -> int:
    """The source offset of the gap before ``text[at]``, and before the deletions recorded there."""
    for index in range(bisect_left(strand.ends, at), len(strand.pieces)):
        piece, right = strand.pieces[index], strand.ends[index]
        left = right - len(piece.text)
        if left == at:
            return piece.start
        if left < at < right:
            return piece.end if piece.rule else piece.start + at - left
    return strand.pieces[-1].end if strand.pieces else 0


def _replacement(strand: Strand, change: Change, *, closed: bool) -> Iterator[Piece]:
    """The change as pieces: one for each unbroken range of the source that it covers, the text in the first."""
    covered = list(_clip(strand, change.start, change.end, closed=closed))
    if not covered:
        point = _point(strand, change.start)
        yield Piece(point, point, change.after, change.rule, change.evidence)
        return
    if len(covered) == 1 and not covered[0].rule:
        yield Piece(covered[0].start, covered[0].end, change.after, change.rule, change.evidence)
        return
    rules = "+".join(dict.fromkeys(r for p in covered if p.rule for r in p.rule.split("+")) | {change.rule: None})
    evidence = "; ".join(dict.fromkeys(e for e in (*(p.evidence for p in covered), change.evidence) if e))
    start = end = covered[0].start
    text = change.after
    for piece in covered:
        if piece.start != end:
            yield Piece(start, end, text, rules, evidence)
            start, text = piece.start, ""
        end = piece.end
    yield Piece(start, end, text, rules, evidence)
