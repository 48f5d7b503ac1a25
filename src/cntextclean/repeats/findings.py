"""
Findings about copies, held as numbers, made when they are asked for.

A finding as an object takes 700 bytes, as a row of numbers 60: of a corpus full of copies they were most of what was
held. Places are those of documents, what differs is one text for all.

It is safe because a finding that is asked for twice is the same twice, as any tuple's would be.

    >>> rows = [Row((0, 0, 40), (1, 0, 41), 0, 40, 2, 80, "near", "", (("巿", "市"), ("", "的")))]
    >>> [found] = gathered(["a", "b"], rows)
    >>> found.relation, found.action, found.similarity, found.kept, found.differing
    ('near', 'removed', 0.95, Passage(document='b', start=0, end=41), (('巿', '市'), ('', '的')))
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from cntextclean.model import Passage, Relation, Repeat
from cntextclean.repeats.bars import REASONS

RELATIONS: tuple[Relation, ...] = (
    "exact", "near", "contains", "contained", "overlap", "loop", "formula", "template",
)  # fmt: skip
WHY = (*REASONS, *(f"{reason}, as in a variant" for reason in REASONS))
SOME = 1024
"""Findings that are made together when all are walked."""
_BETWEEN = "\0"
"""Stands in no folded text."""
Columns = NDArray[np.uint32]


class Row(NamedTuple):
    """
    A copy and what stays as (document, start, end); where the unit of what stays begins; letters of the copy, how many
    differ, those of its block; the relation, why it stays (empty: it goes), what differs.
    """

    duplicate: tuple[int, int, int]
    kept: tuple[int, int, int]
    unit: int
    letters: int
    errors: int
    block: int
    relation: Relation
    why: str
    differing: tuple[tuple[str, str], ...]


class Findings(Sequence[Repeat]):
    """Findings in the order of their copies."""

    def __init__(self, names: Sequence[str], columns: Columns, text: str) -> None:
        """``columns`` has one row a finding, as :class:`Row` has them; what differs is from, to in ``text``."""
        self._names, self._columns, self._text = names, columns, text

    def __len__(self) -> int:
        return len(self._columns)

    @overload
    def __getitem__(self, number: int) -> Repeat: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Repeat]: ...
    def __getitem__(self, number: int | slice) -> Repeat | Sequence[Repeat]:
        if isinstance(number, slice):
            return Findings(self._names, self._columns[number], self._text)
        return self._made(self._columns[number].tolist())

    def __iter__(self) -> Iterator[Repeat]:
        for at in range(0, len(self), SOME):
            yield from map(self._made, self._columns[at : at + SOME].tolist())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} findings>"

    def removed_characters(self) -> dict[str, int]:
        """How many characters go, for each document that loses any."""
        gone = self._columns[self._columns[:, 11] == 0]
        total = np.bincount(gone[:, 0], weights=gone[:, 2] - gone[:, 1]).astype(np.int64)
        return {self._names[number]: int(total[number]) for number in np.flatnonzero(total).tolist()}

    def _made(self, row: list[int]) -> Repeat:
        document, start, end, other, first, last, unit, letters, errors, block, relation, why, low, high = row
        reason, kept = WHY[why], self._names[other]
        agree = f"{letters - errors} of {letters} letters agree, in a block of {block}"
        parts = self._text[low:high].split(_BETWEEN) if low < high else []
        return Repeat(
            RELATIONS[relation], "labelled" if reason else "removed", f"{kept}@{unit}",
            round(max(0.0, 1 - errors / letters), 4) if letters else 0.0, Passage(self._names[document], start, end),
            Passage(kept, first, last), tuple(zip(map(intern, parts[::2]), map(intern, parts[1::2]), strict=True)),
            f"{agree}; stays: {reason}" if reason else agree,
        )  # fmt: skip


def gathered(names: Sequence[str], rows: Iterable[Row]) -> Findings:
    """Findings of documents that have ``names``, in the order of their copies; of equals, that of the rows."""
    numbers, texts, some, until = array("I"), list[str](), list[str](), 0
    relations = {name: number for number, name in enumerate(RELATIONS)}
    reasons = {name: number for number, name in enumerate(WHY)}
    for row in rows:
        text = _BETWEEN.join([side for pair in row.differing for side in pair])
        kind = relations[row.relation], reasons[row.why], until, until + len(text)
        numbers.extend((*row.duplicate, *row.kept, row.unit, row.letters, row.errors, row.block, *kind))
        until += len(text)
        some.append(text)
        if len(some) >= SOME:
            texts.append("".join(some))
            some.clear()
    columns = np.frombuffer(numbers, np.uint32).reshape(-1, 14) if numbers else np.zeros((0, 14), np.uint32)
    goes = columns[:, 11] == 0  # what is labelled comes first
    order = np.lexsort((columns[:, 4], columns[:, 3], goes, columns[:, 2], columns[:, 1], columns[:, 0]))
    return Findings(names, columns[order], "".join([*texts, *some]))
