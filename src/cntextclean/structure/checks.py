"""
What does not add up in the structure of a document, for the reader to look at: nothing is changed.

An ISSN whose check digit is wrong, a DOI that has not the form of one, a day that no calendar has were misread or
misprinted; a series of headings that skips a number has lost one, or one was not recognised.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> [note.rule for _, note in check_structure(read_passages([View("ISSN 2095-7573")]))]
    ['structure.identifier-check']
    >>> [note.rule for _, note in check_structure(read_passages([View("收稿日期：2023-02-30")]))]
    ['structure.date-check']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cntextclean.language.forms import fold_form
from cntextclean.proposals import Note
from cntextclean.structure.identifiers import DAY, ISSN, date_span, doi_span, issn_is_valid
from cntextclean.structure.labels import find_values
from cntextclean.structure.levels import RANKS
from cntextclean.structure.markers import marker_number
from cntextclean.structure.reading import Reading

IDENTIFIER = "structure.identifier-check"
LONGEST = 80
"""Characters of a value that is looked at: a longer one has run on into the text."""
SERIES = frozenset({"part", "chapter", "section", "han-ordinal", "han-paren", "letter", "roman"})
"""Classes whose numbers run on without gaps; lists and steps often quote single numbers."""


def check_structure(readings: Sequence[Reading]) -> Iterator[tuple[int, Note]]:
    """Notes on passages, in order."""
    last: dict[str, int] = {}
    article = 0
    for index, one in enumerate(readings):
        if one.article != article:
            article, last = one.article, {}
        if one.role in {"metadata", "footnote", "keywords"}:
            yield from ((index, note) for note in _check_values(one))
        if one.role == "heading" and one.trait.marker in SERIES:
            yield from _check_number(index, one, last)


def _check_values(one: Reading) -> Iterator[Note]:
    """Notes on the identifiers and dates of a line."""
    shift, folded = _shift(one), fold_form(one.trait.text)
    for found in ISSN.finditer(folded):
        if not issn_is_valid(f"{found[1]}-{found[2]}"):
            evidence = f"the check digit of {found[1]}-{found[2]} is wrong (ISO 3297)"
            yield Note(found.start(1) + shift, found.end(2) + shift, IDENTIFIER, (), 0.9, evidence)
    for value in find_values(one.trait.text):
        start, end = value.start + shift, value.end + shift
        if value.kind == "doi" and doi_span(fold_form(value.text), spaced=True) is None and len(value.text) <= LONGEST:
            yield Note(start, end, IDENTIFIER, (), 0.8, "no DOI begins like this (ISO 26324: 10., digits, /)")
    for day in DAY.finditer(folded) if one.role == "metadata" else ():
        if date_span(day[0]) is None:
            start, end = day.start() + shift, day.end() + shift
            yield Note(start, end, "structure.date-check", (), 0.9, "no calendar has this day")


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
