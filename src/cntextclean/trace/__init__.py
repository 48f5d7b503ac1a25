"""
The only place that builds text, and the proof that none was lost.

:mod:`.strand` is text that remembers its origin, :mod:`.binding` makes one strand of rows; :mod:`.proof` checks a
finished document against its source, or against itself when the source is not at hand.
"""

from cntextclean.trace.binding import bind
from cntextclean.trace.pieces import Piece
from cntextclean.trace.proof import ink_digest, ink_of, restore, verify
from cntextclean.trace.strand import Strand, annotate, between, cut, revise, select, splice, trim

__all__ = [
    "Piece",
    "Strand",
    "annotate",
    "between",
    "bind",
    "cut",
    "ink_digest",
    "ink_of",
    "restore",
    "revise",
    "select",
    "splice",
    "trim",
    "verify",
]
