"""
Levels of headings from the classes of their markers: one class, one level, nested as the document nests them.

The usual order of classes (part, chapter, section, 一、 （一） 1. …) is taken, unless the numbering says otherwise: a
class whose numbers start again under another class stands inside that one. Headings without a marker stand where they
first appear: above or beside the markers that follow them, below the markers that came before. ``#`` counts are not
believed; recognised pages get them wrong more often than right.

    >>> heading_levels([("chapter", 1), ("section", 1), ("section", 2), ("chapter", 2), ("section", 1)])
    [1, 2, 2, 1, 2]
    >>> heading_levels([("", None), ("letter", 1), ("letter", 2)])
    [1, 1, 1]
"""

from __future__ import annotations

from collections.abc import Sequence

ORDER = (
    "part", "chapter", "section", "letter", "roman", "han-ordinal", "bracketed", "step", "han-paren", "decimal-1",
    "decimal-2", "decimal-3", "paren-digit", "circled", "bullet",
)  # fmt: skip
RANKS = {name: rank for rank, name in enumerate(ORDER)}
TOP = frozenset({"word", "appendix", "label"})
OUTER = RANKS["han-ordinal"]
"""Classes up to this one head whole sections: a bare heading before the first of them stands beside them."""

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
