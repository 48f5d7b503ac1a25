"""
What does not add up in the structure of a document, for the reader to look at: nothing is changed.

An ISSN whose check digit is wrong was misread or misprinted; a series of headings that skips a number has lost one,
or one was not recognised.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> [note.rule for _, note in check_structure(read_passages([View("ISSN 2095-7573")]))]
    ['structure.identifier-check']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cntextclean.proposals import Note
from cntextclean.structure.identifiers import ISSN, issn_is_valid
from cntextclean.structure.levels import RANKS
from cntextclean.structure.markers import marker_number
from cntextclean.structure.reading import Reading

SERIES = frozenset({"part", "chapter", "section", "han-ordinal", "han-paren", "letter", "roman"})
"""Classes whose numbers run on without gaps; lists and steps often quote single numbers."""


def check_structure(readings: Sequence[Reading]) -> Iterator[tuple[int, Note]]:
    """Notes on passages, in order."""
    last: dict[str, int] = {}
    article = 0
    for index, one in enumerate(readings):
        if one.article != article:
            article, last = one.article, {}
        yield from _check_issn(index, one)
        if one.role == "heading" and one.trait.marker in SERIES:
            yield from _check_number(index, one, last)


def _check_issn(index: int, one: Reading) -> Iterator[tuple[int, Note]]:
    found = ISSN.search(one.trait.folded) if one.trait.form_name == "issn" else None
    if found and not issn_is_valid(f"{found[1]}-{found[2]}"):
        shift = _shift(one)
        evidence = f"the check digit of {found[1]}-{found[2]} is wrong (ISO 3297)"
        note = Note(found.start(1) + shift, found.end(2) + shift, "structure.identifier-check", (), 0.9, evidence)
        yield index, note


def _check_number(index: int, one: Reading, last: dict[str, int]) -> Iterator[tuple[int, Note]]:
    """A number two or more above the one before it in the same series; deeper series start again below a heading."""
    marker = one.trait.marker
    number = marker_number(one.trait.text)
    if number is None:
        return
    before = last.get(marker)
    for name in [name for name in last if RANKS[name] > RANKS[marker]]:
        del last[name]
    last[marker] = number
    if before is not None and number > before + 1:
        evidence = f"number {number} follows number {before}"
        yield index, Note(_shift(one), len(one.source), "structure.heading-sequence", (), 0.6, evidence)


def _shift(one: Reading) -> int:
    """Characters of mark-up and blanks before the text of the passage."""
    return max(0, one.source.find(one.trait.text))
