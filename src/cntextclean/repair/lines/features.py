"""
What speaks for and against joining two rows, as named figures.

Each has a meaning a reader can check: how the first row ends, how full it is against its column, how the second
begins, whether a dictionary word or an open bracket stands across the break, whether the same characters stand
unbroken elsewhere, what the page does as a rule. What they are worth is learned (``benchmarks/lines/train.py``) and
stored in ``tables/joins.tsv``. What rows say for themselves is counted for many pairs at once, a column a figure; what
their passage says (:mod:`.said`) when it is known.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> found = features(page, 0, 1, Passage(1, "加快产业结构的优"))
    >>> found["word"], found["ending"], found["column"]
    (2.0, 6.0, 0.0)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cntextclean.repair.lines.evidence import Meeting, Pair, of_page, of_surroundings
from cntextclean.repair.lines.meeting import of_junction
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.said import Passage, of_passage, stains

ORDER = (
    *("ending", "ending_before", "width", "form", "form_whole", "parted_before"),
    *("next_ending", "next_holds", "next_width", "after_width", "next_form", "next_form_whole"),
    *("next_parts", "item", "parted", "parted_after"),
    *("column", "room", "room_indented", "room_before", "next_room", "next_lack", "after_room", "slack"),
    *("opens", "closes", "opens_closes", "after_opens", "wider", "next_wider", "top", "lead"),
    *("word", "junction", "opening", "opening_pair", "closing_pair", "unbroken"),
    *("prohibited", "dash", "opener", "latin", "digits", "han"),
    *("rows", "length", "holds", "since_stop", "open_quote", "open_bracket", "closed", "open_straight", "parts"),
    *("indents", "indented", "gaps", "gaps_inside", "folded", "lines_closed", "long", "long_rows", "long_closed"),
    *("long_around", "closed_around", "full_around", "cuts", "cut_share"),
    *("spare", "spare_flush", "stops_end", "echo", "asks", "next_asks"),
)
"""All figures, in the order in which the model learns them."""


def features(page: Page, a: int, b: int, passage: Passage) -> dict[str, float]:
    """Named figures of joining row ``b`` to row ``a``, the last of ``passage``; always the same names in one order."""
    right = page.rows[b].text
    return dict(Pairs(page, [(a, b)], bare=stains(right, passage.tail)).figures(0, passage))


class Pairs:
    """
    What pairs of rows of a page say for themselves, a column a figure: ``always`` the page, ``shared`` every pair,
    ``opening`` a pair whose first row opens its passage and ``inside`` any other, since a row that opens a passage may
    be indented, and may be what its form says. ``bare``: the second rows without their first character.
    """

    def __init__(self, page: Page, pairs: Sequence[Pair], *, bare: bool = False) -> None:
        meeting = Meeting(page, pairs)
        self._rights = [page.rows[b].text for _, b in pairs]
        self.always = of_page(page)
        self.shared = {
            **meeting.of_first(),
            **meeting.of_second(),
            **meeting.of_measures(),
            **of_junction(page, pairs, bare=bare),
            **of_surroundings(page, pairs),
            "han": meeting.han(),
            "room": meeting.rooms,
            "opens": meeting.opens,
        }
        self.opening, self.inside = meeting.of_opening(), meeting.of_inside()
        self._places = {name: place for place, name in enumerate((*self.shared, *self.opening))}
        self._rows = {
            True: list(zip(*self.shared.values(), *self.opening.values(), strict=True)),
            False: list(zip(*self.shared.values(), *self.inside.values(), strict=True)),
        }

    def figures(self, at: int, passage: Passage) -> Figures:
        """All figures of a pair whose first row is the last one of ``passage``."""
        row = self._rows[passage.rows == 1][at]
        return Figures(self.always, self._places, row, of_passage(passage, self._rights[at]))


class Figures(Mapping[str, float]):
    """The figures of one pair: of its page, its own and its passage's. Few of them are asked for by name."""

    __slots__ = ("_always", "_places", "_row", "said")

    def __init__(
        self, always: Mapping[str, float], places: Mapping[str, int], row: Sequence[float], said: Mapping[str, float]
    ) -> None:
        self._always, self._places, self._row, self.said = always, places, row, said

    def __getitem__(self, name: str) -> float:
        """One figure by its name."""
        if name in self.said:
            return self.said[name]
        place = self._places.get(name)
        return self._always[name] if place is None else self._row[place]

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of :data:`ORDER`."""
        return iter(ORDER)

    def __len__(self) -> int:
        """How many figures there are."""
        return len(ORDER)


__all__ = ["ORDER", "Figures", "Pairs", "Passage", "features"]
