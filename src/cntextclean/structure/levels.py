"""
Levels of headings from the classes of their markers: one class, one level, nested as the document nests them.

The usual order of classes (part, chapter, section, 一、 （一） 1. …) is taken, unless the numbering says otherwise: a
class whose numbers start again under another class stands inside that one. Headings without a marker stand where they
first appear: above or beside the markers that follow them, below the markers that came before. ``#`` counts are not
believed by themselves; recognised pages get them wrong more often than right. Where every heading bears them, several
stand at the outermost, none leaves a step out, and no class of markers has two, they say what somebody wrote.

    >>> heading_levels([("chapter", 1), ("section", 1), ("section", 2), ("chapter", 2), ("section", 1)])
    [1, 2, 2, 1, 2]
    >>> heading_levels([("", None), ("letter", 1), ("letter", 2)])
    [1, 1, 1]
    >>> written_levels([("", 2), ("", 3), ("", 3), ("", 2)]), written_levels([("", 1), ("letter", 2), ("letter", 3)])
    ([1, 2, 2, 1], None)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

ORDER = (
    "part", "chapter", "section", "letter", "roman", "han-ordinal", "bracketed", "step", "han-paren", "decimal-1",
    "decimal-2", "decimal-3", "paren-digit", "circled", "bullet",
)  # fmt: skip
RANKS = {name: rank for rank, name in enumerate(ORDER)}
TOP = frozenset({"word", "appendix", "label"})
OUTER = RANKS["han-ordinal"]
"""Classes up to this one head whole sections: a bare heading before the first of them stands beside them."""

BORNE_OUT = 2
"""Headings at the outermost level from which on counts of ``#`` are believed: on a page that was recognised each line
of the head has another."""

Marked = tuple[str, int | None]


def heading_levels(headings: Sequence[Marked]) -> list[int]:
    """Levels, from 1, of headings given as (marker class, number); the class of a bare heading is empty.

    A class that makes no headings (a line that begins with a label of front matter) counts as none.
    """
    headings = [(name if name in RANKS or name in TOP else "", number) for name, number in headings]
    classes = _outermost_first(headings)
    levels = {name: level for level, name in enumerate(classes, 1)}
    levels |= dict.fromkeys(TOP, 1)
    if "" in dict(headings):
        levels[""] = _bare_level(headings, classes)
        for name in classes:
            if levels[""] <= levels[name] and not _beside(name):
                levels[name] += 1
    depths = sorted({levels[name] for name, _ in headings})
    return [depths.index(levels[name]) + 1 for name, _ in headings]


def written_levels(headings: Sequence[tuple[str, int]]) -> list[int] | None:
    """
    Levels, from 1, of headings given as (marker class, count of ``#``), as the counts say; None where the headings do
    not bear them out.
    """
    counts = [count for _, count in headings]
    outermost = min(counts, default=0)
    if not outermost or counts[0] != outermost or counts.count(outermost) < BORNE_OUT or len(set(counts)) == 1:
        return None
    steps = all(below - above <= 1 for above, below in pairwise(counts))
    classes = {(name, count) for name, count in headings if name}
    ranked = sorted((RANKS[name], count) for name, count in classes if name in RANKS)
    ordered = all(above < below for (_, above), (_, below) in pairwise(ranked))
    if not steps or not ordered or len(classes) > len({name for name, _ in classes}):
        return None
    return [count - outermost + 1 for count in counts]


def _outermost_first(headings: Sequence[Marked]) -> list[str]:
    """The marker classes in use, the outermost first."""
    classes = sorted({name for name, _ in headings if name in RANKS}, key=RANKS.__getitem__)
    for left in range(len(classes)):
        for right in range(left + 1, len(classes)):
            outer, inner = classes[left], classes[right]
            if _restarts(headings, outer, inner) and not _restarts(headings, inner, outer):
                classes[left], classes[right] = inner, outer
    return classes


def _restarts(headings: Sequence[Marked], inner: str, outer: str) -> bool:
    """Whether the numbers of ``inner`` start again at one after a heading of ``outer``."""
    seen = passed = False
    for name, number in headings:
        if name == inner:
            if seen and passed and number == 1:
                return True
            seen, passed = True, False
        elif name == outer:
            passed = True
    return False


def _beside(name: str) -> bool:
    return RANKS[name] <= OUTER


def _bare_level(headings: Sequence[Marked], classes: Sequence[str]) -> int:
    """Where headings without a marker stand among the classes of markers."""
    first = next(index for index, (name, _) in enumerate(headings) if not name)
    before = [name for name, _ in headings[:first] if name in RANKS]
    if not before:
        return 1
    innermost = max(before, key=classes.index)
    return classes.index(innermost) + 2
