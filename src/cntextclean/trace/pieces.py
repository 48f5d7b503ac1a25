"""
Pieces of a source: a slice as it stood, or a recorded replacement of one; what strands are made of.

It is safe because a part of a piece stands for the same range of the source as before: of a slice the characters, of a
replacement the whole range with its first part.

    >>> part_of(Piece(3, 7, "一二三四"), 1, 3)
    Piece(start=4, end=6, text='二三', rule='', evidence='')
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """
    Source ``[start, end)`` shown as ``text``; kept as it stood when ``rule`` is empty.

    A tuple, since a page is cut into hundreds, and a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    text: str
    rule: str = ""
    evidence: str = ""


def part_of(piece: Piece, low: int, high: int) -> Piece:
    """Characters ``low`` to ``high`` of a piece; of a replacement, the first part stands for its whole source."""
    if not piece.rule:
        return Piece(piece.start + low, piece.start + high, piece.text[low:high])
    return piece._replace(start=piece.start if low == 0 else piece.end, text=piece.text[low:high])


def anchored(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Insertions at the ends tied to the character beside them, so that no two neighbours could both own one."""
    tied = list(pieces)
    if len(tied) > 1 and tied[0].start == tied[0].end and not tied[1].rule:
        head, body = tied[0], tied[1]
        tied[:2] = [head._replace(end=body.start + 1, text=head.text + body.text[0]), part_of(body, 1, len(body.text))]
        tied = [piece for piece in tied if piece.text or piece.start < piece.end]
    if len(tied) > 1 and tied[-1].start == tied[-1].end:
        body, tail = tied[-2:]
        if body.rule:
            tied[-2:] = [body._replace(text=body.text + tail.text)]
        else:
            tied[-2:] = [part_of(body, 0, len(body.text) - 1),
                         tail._replace(start=body.end - 1, text=body.text[-1] + tail.text)]  # fmt: skip
    return tied


def extend(pieces: list[Piece], more: Iterable[Piece]) -> None:
    """Append pieces; replacements that meet at an insertion become one, so that their order is never in doubt."""
    for piece in more:
        if not piece.text and piece.start == piece.end:
            continue
        last = pieces[-1] if pieces else None
        meets = last and last.rule and piece.rule and last.end == piece.start
        if last and meets and (last.start == last.end or piece.start == piece.end):
            rules = "+".join(dict.fromkeys([*last.rule.split("+"), *piece.rule.split("+")]))
            evidence = "; ".join(dict.fromkeys(e for e in (last.evidence, piece.evidence) if e))
            pieces[-1] = Piece(last.start, piece.end, last.text + piece.text, rules, evidence)
        else:
            pieces.append(piece)
