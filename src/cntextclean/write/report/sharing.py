"""
The map of who shares text with whom: documents one below the other, an arc for each pair that shares.

Documents that share stand together, most shared first. Plain geometry on integers, so the same records draw the same
picture everywhere.

    >>> from cntextclean.model import Passage, Repeat
    >>> found = draw([Repeat("near", "removed", "c", 0.9, Passage("b", 0, 90), Passage("a", 5, 95))])
    >>> [node for node in found.nodes], found.pairs[0].removed
    (['a', 'b'], 90)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cntextclean.model import Repeat

ROW = 28
"""Height of a document's line, CSS pixels."""
WIDTH = 240
"""Width of the drawing."""
MOST_NODES = 60
"""Documents on the map: beyond this, arcs can no longer be told apart; the table goes on."""
MOST_PAIRS = 200
"""Rows of the table of pairs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Characters of ``duplicate`` that stand in ``kept`` too: removed, or labelled and left; ``records``: passages."""

    duplicate: str
    kept: str
    removed: int
    labelled: int
    records: int
    similarity: float

    @property
    def shared(self) -> int:
        """All shared characters."""
        return self.removed + self.labelled


@dataclass(frozen=True, slots=True)
class Arc:
    """A pair as an SVG path; ``weight`` is the stroke's width."""

    path: str
    weight: float
    pair: Pair


@dataclass(frozen=True, slots=True)
class Map:
    """The documents from top to bottom, arcs between them, all pairs, and how many of each were left out."""

    nodes: tuple[str, ...] = ()
    arcs: tuple[Arc, ...] = ()
    pairs: tuple[Pair, ...] = ()
    more_nodes: int = 0
    more_pairs: int = 0
    width: int = WIDTH
    row: int = ROW

    @property
    def height(self) -> int:
        """Of the drawing, CSS pixels."""
        return ROW * len(self.nodes)


def draw(repeats: Iterable[Repeat]) -> Map:
    """The map of the repeats that cross documents; the same record twice counts once."""
    pairs = sorted(_pairs(repeats), key=lambda one: (-one.shared, one.duplicate, one.kept))
    order = _order(pairs)
    nodes = order[:MOST_NODES]
    rows = {name: number for number, name in enumerate(nodes)}
    most = pairs[0].shared if pairs else 1
    drawn = [one for one in pairs if one.duplicate in rows and one.kept in rows]
    furthest = max((abs(rows[one.duplicate] - rows[one.kept]) for one in drawn), default=1)
    arcs = tuple(_arc(one, rows[one.duplicate], rows[one.kept], most, furthest) for one in reversed(drawn))
    return Map(tuple(nodes), arcs, tuple(pairs[:MOST_PAIRS]), len(order) - len(nodes), max(0, len(pairs) - MOST_PAIRS))


def _pairs(repeats: Iterable[Repeat]) -> list[Pair]:
    seen: dict[tuple[str, str], list[Repeat]] = {}
    records = {(one.duplicate, one.kept, one.relation, one.action): one for one in repeats}
    for one in records.values():
        if one.duplicate.document != one.kept.document:
            seen.setdefault((one.duplicate.document, one.kept.document), []).append(one)
    return [
        Pair(duplicate, kept, _length(group, "removed"), _length(group, "labelled"), len(group),
             max(one.similarity for one in group))
        for (duplicate, kept), group in seen.items()
    ]  # fmt: skip


def _length(group: list[Repeat], action: str) -> int:
    return sum(one.duplicate.end - one.duplicate.start for one in group if one.action == action)


def _order(pairs: list[Pair]) -> list[str]:
    """Documents so that those that share are neighbours: groups by their greatest pair, names in order within."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for one in pairs:
        left, right = sorted((find(one.duplicate), find(one.kept)))
        leader[right] = left
    groups: dict[str, set[str]] = {}
    for one in pairs:
        groups.setdefault(find(one.duplicate), set()).update((one.duplicate, one.kept))
    return [name for group in groups.values() for name in sorted(group)]


def _arc(pair: Pair, here: int, there: int, most: int, furthest: int) -> Arc:
    top, bottom = (ROW * number + ROW // 2 for number in sorted((here, there)))
    reach = 36 + (WIDTH - 36) * abs(here - there) // furthest
    path = f"M0 {top}C{reach} {top} {reach} {bottom} 0 {bottom}"
    return Arc(path, round(1.5 + 4.5 * pair.shared / most, 1), pair)
