"""
A page as its rows and what they have in common: columns, indents, habits, words that stand unbroken elsewhere.

All decisions about joining lean on this one reading, so a row is judged by its neighbours and by the whole page.

It is safe because it only reads.

    >>> column = "长三角三省一市十二家龙头企业共同\\n发起成立首批十二个创新联合体，包\\n"
    >>> page = read_page(column + "括汽车轻量化联合体、人工智能联合\\n体等。")
    >>> [fit.column for fit in page.fits], page.endings[0], page.words[3]
    ([16.0, 16.0, 16.0, 16.0], 'letter', 3)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cntextclean.language.converters import converted_lines, is_traditional
from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import Form, match_form
from cntextclean.language.junctions import junction
from cntextclean.repair.lines import running
from cntextclean.repair.lines.columns import Fit, fit_rows
from cntextclean.repair.lines.counted import fit_characters
from cntextclean.repair.lines.faces import find_face, set_width
from cntextclean.repair.lines.geometry import Printed, RowGeometry, fit, indent_habit, is_furniture
from cntextclean.repair.lines.habits import LEAST, Habits, read_habits
from cntextclean.repair.lines.indents import indent_odds
from cntextclean.repair.lines.marks import NO_START, ending
from cntextclean.repair.lines.rows import Row, read_rows
from cntextclean.repair.lines.tightness import Tails, ends_of_passages, stops_that_end, tighten
from cntextclean.repair.lines.uncut import doubt_rows

GRAM = 3
"""Characters each side of a break that must stand unbroken elsewhere to prove it: with 5 precision is 1.00, and so it
is with 3 where the row itself does not end a sentence."""
LETTERS = 2
"""Of these, letters, ideographs or figures at least."""
INDENTS_SHOWN = {"yes": 12.0, "no": -12.0}
SEARCHED = 20_000_000
"""Characters to search for all breaks, one after the other; beyond it one walk over the page, whose time is linear."""


@dataclass(frozen=True, slots=True)
class Page:
    """Rows with, for each, its form, its place in its column, its ending, and the word that crosses into it."""

    rows: tuple[Row, ...]
    forms: tuple[Form | None, ...]
    fits: tuple[Fit, ...]
    endings: tuple[str, ...]
    words: tuple[int, ...]
    """Length of the dictionary word across the break before each row, 0 for none."""
    proved: tuple[bool, ...]
    """Whether the break before each row is inside a word or a sentence, without asking the model."""
    indents: float
    """Logarithm of the odds that paragraphs are indented."""
    habits: Habits
    unbroken: frozenset[str]
    """Texts across breaks, without the break, that the page also has unbroken."""
    readings: tuple[str, ...]
    """The rows in simplified characters, which the dictionary and the tables speak."""
    printed: tuple[RowGeometry | None, ...]
    """Where each row stands in print, if a layout says so."""
    tails: Tails
    """The rooms that rows inside sentences leave."""
    stops_end: float
    """Logarithm of the odds that a sentence end of this page ends its paragraph."""
    doubts: tuple[float, ...]
    """The least probability asked of a joint behind each row, where little around it shows that rows are cut."""
    counted: float
    """Characters of a row on a page that was cut every so many characters, 0 on any other."""

    def is_unbroken(self, a: int, b: int) -> bool:
        """Whether what meets between two rows stands elsewhere on the page without a break."""
        open_end = self.endings[a] in ("letter", "closer", "comma")
        return open_end and self.rows[a].text[-GRAM:] + self.rows[b].text[:GRAM] in self.unbroken

    def word(self, a: int, b: int) -> int:
        """Length of the dictionary word across the break between two rows, 0 for none."""
        if b == a + 1:
            return self.words[b]
        return len(crosses(self.readings[a], self.readings[b])) if self.endings[a] == "letter" else 0


def read_page(text: str, printed: Printed | None = None, *, fold: bool = True) -> Page:
    """
    Rows of a text and what they have in common; ``printed`` knows where its lines stand in print. Without ``fold`` each
    line is one row.
    """
    read = read_rows(text, fold=fold and not printed)
    places = tuple(printed.at(row.start) if printed else None for row in read)
    rows = tuple(fit(row, place) for row, place in zip(read, places, strict=True))
    rows, fits, heads = _measured(rows, places) if printed else _counted(rows)
    endings = tuple(ending(row.text) for row in rows)
    readings, unbroken = _readings(rows), _unbroken(rows)
    words = _words(readings, endings)
    shown = _shown(rows, endings, words, unbroken)
    proved = (False, *(cut and left.width >= LEAST for cut, left in zip(shown[1:], rows, strict=False)))[: len(rows)]
    inside = _inside(readings, endings, proved)
    fits, tails = tighten(rows, fits, inside, measured=printed is not None, heads=heads)
    indents, habits = _indents(places, fits, endings), read_habits(rows, fits, endings, proved)
    ends = ends_of_passages(rows, fits, tails, indents, habits.gaps)
    return Page(
        rows=rows,
        forms=_forms(rows, places),
        fits=fits,
        endings=endings,
        words=words,
        proved=proved,
        indents=indents,
        habits=habits,
        unbroken=unbroken,
        readings=readings,
        printed=places,
        tails=tails,
        stops_end=stops_that_end(rows, endings, ends),
        doubts=(0.0,) * len(rows) if printed else doubt_rows(rows, fits, endings, shown),
        counted=max((one.column for one in fits), default=0.0) if heads else 0.0,
    )


Filled = tuple[tuple[Row, ...], tuple[Fit, ...], list[float] | None]
"""The rows, how they fill their columns, and what did not fit in them if it is sure."""


def _measured(rows: tuple[Row, ...], places: Sequence[RowGeometry | None]) -> Filled:
    """The rows in the columns that their print shows."""
    return rows, fit_rows(rows, [place.column if place else 0.0 for place in places]), None


def _counted(rows: tuple[Row, ...]) -> Filled:
    """The rows as wide as their page counts them."""
    fits = fit_rows(rows)
    face = find_face(rows, [one.column for one in fits])
    printed = tuple(row._replace(width=set_width(row, face)) for row in rows) if face else rows
    fits = fit_rows(printed) if face else fits
    return fit_characters(printed, fits) or (printed, fits, None)


def _indents(places: Sequence[RowGeometry | None], fits: Sequence[Fit], endings: Sequence[str]) -> float:
    """What the print shows goes before what the widths say."""
    shown = indent_habit(places, [end in ("stop", "ellipsis") for end in endings])
    return INDENTS_SHOWN[shown] if shown in INDENTS_SHOWN else indent_odds(fits, endings)


def _forms(rows: Sequence[Row], places: Sequence[RowGeometry | None]) -> tuple[Form | None, ...]:
    """What each row looks like; what stands alone at the edge of its page is furniture."""
    return tuple(
        running.FORM if is_furniture(place, row.text) else match_form(row.text)
        for row, place in zip(rows, places, strict=True)
    )


def _readings(rows: Sequence[Row]) -> tuple[str, ...]:
    texts = tuple(row.text for row in rows)
    if not is_traditional("".join(texts)):
        return texts
    return tuple(converted_lines("t2s", texts))


def _words(readings: Sequence[str], endings: Sequence[str]) -> tuple[int, ...]:
    crossing = (
        len(crosses(left, right)) if end == "letter" else 0
        for (left, right), end in zip(pairwise(readings), endings, strict=False)
    )
    return (0, *crossing) if readings else ()


def _shown(
    rows: Sequence[Row], endings: Sequence[str], words: Sequence[int], unbroken: frozenset[str]
) -> tuple[bool, ...]:
    """Breaks that a word crosses, that stand unbroken elsewhere, or that no row begins."""
    found = [False]
    for index in range(1, len(rows)):
        left, right, end = rows[index - 1], rows[index].text, endings[index - 1]
        stands = end in ("letter", "closer", "comma") and left.text[-GRAM:] + right[:GRAM] in unbroken
        found.append(stands or bool(words[index]) or (right[0] in NO_START and end != "stop"))
    return tuple(found[: len(rows)])


def _inside(readings: Sequence[str], endings: Sequence[str], proved: Sequence[bool]) -> tuple[bool, ...]:
    """Breaks that stand inside a sentence as far as one can tell: proved ones, commas, characters that go together."""
    return (
        False,
        *(
            known or end == "comma" or (end == "letter" and junction(left[-1], right[0]) == "likely")
            for (left, right), end, known in zip(pairwise(readings), endings, proved[1:], strict=False)
        ),
    )[: len(readings)]


def _has_letters(side: str) -> bool:
    """Whether one side of a break says something: ``###`` of one line and of the next stand unbroken in any listing."""
    return len(side) == GRAM and sum(map(str.isalnum, side)) >= LETTERS


def _unbroken(rows: Sequence[Row]) -> frozenset[str]:
    asked = {
        left.text[-GRAM:] + right.text[:GRAM]
        for left, right in pairwise(rows)
        if _has_letters(left.text[-GRAM:]) and _has_letters(right.text[:GRAM])
    }
    if len(asked) * sum(len(row.text) for row in rows) <= SEARCHED:
        whole = "\n".join(row.text for row in rows)
        return frozenset(text for text in asked if text in whole)
    size = 2 * GRAM
    return frozenset(
        gram for row in rows for at in range(len(row.text) - size + 1) if (gram := row.text[at : at + size]) in asked
    )
