"""
Runs of sentences that may go, and what each gives up: headings alone, small parts of passages, torn sentences.

It is safe because a run is only ever shortened.

    >>> is_clause("（一）总则"), is_clause("第十二條　本法所稱主管機關"), is_clause("会场内，一个观点引发共鸣。")
    (True, True, False)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from cntextclean.repeats.bars import Flags
from cntextclean.repeats.clauses import is_article, is_clause
from cntextclean.repeats.fold import Places
from cntextclean.repeats.follow import Copied
from cntextclean.repeats.judge import Case
from cntextclean.repeats.offsets import one_by_one
from cntextclean.repeats.stream import Stream
from cntextclean.repeats.stretches import searched

Rows = range
"""Neighbouring sentences, as rows of a layer."""
ALONE_NEVER = frozenset({"title", "subtitle", "byline", "heading", "caption"})
"""Roles that go only inside a block that goes."""
NEVER = frozenset({"furniture", "metadata", "abstract", "keywords"})
"""Roles that are no running text: what they repeat, they repeat on purpose."""
WHOLE_ONLY = frozenset({"list_item", "table", "reference", "footnote", *ALONE_NEVER})
"""Roles of which no part is cut out."""
NO_TEXT = NEVER | WHOLE_ONLY
SHORT = 20
"""Letters of a short sentence."""
PART = 40
"""Least letters of a run that is a part of a longer passage."""
BLOCK = 60
"""Letters of a run from which its first and last passage may be cut at any sentence."""
BROKEN = 100
"""Agreeing letters from which a copy may begin or end inside a sentence that lines or pages broke."""


CLAUSES = 0.25
"""Share of numbered paragraphs from which a document is one of clauses that repeat each other on purpose."""


@dataclass(frozen=True)
class Frame:
    """What a run is checked against: units, roles, sentence ends; what its sentences copy."""

    case: Case
    roles: Sequence[str]
    copied: Copied
    enumerated: dict[int, bool] = field(default_factory=dict)

    def trim(self, group: Rows) -> Rows:
        """The sentences of a group that may go together: both ends give up what must stay, until nothing changes."""
        left = group
        before = -1
        while left and len(left) != before:
            before = len(left)
            while left and self._bad_edge(left[0], left, first=True):
                left = left[1:]
            while left and self._bad_edge(left[-1], left, first=False):
                left = left[:-1]
        return left if left and self._enough(left) else left[:0]

    def are_whole(self, first: Places, last: Places) -> Flags:
        """
        Which groups, from row to row, give up nothing, as is seen at once: long ones that begin and end as running
        text, tear no sentence, and copy another document. So do two in three.
        """
        layer, limits, stream = self.case.layer, self.case.limits, self.stream
        known = ~np.isin(first, list(self.copied.changed))
        known &= layer.end[last] - layer.start[first] >= max(limits.long, limits.apart, limits.least, BLOCK)
        for row, torn in zip((first, last), self._torn, strict=True):
            unit = searched(stream.unit_edges, layer.start[row], "right") - 1
            running = (self.roles[one] not in NO_TEXT for one in unit.tolist())
            known &= np.fromiter(running, np.bool_, len(row)) & ~np.asarray(torn)[row]
        sides = layer.start[first], layer.copied[1][layer.runs[first]]
        return known & np.not_equal(*(searched(stream.document_edges, side, "right") for side in sides))

    @property
    def stream(self) -> Stream:
        """The letters that the sentences are of."""
        return self.case.stream

    @cached_property
    def _starts(self) -> Sequence[int]:
        return self.case.layer.ends[0]

    @cached_property
    def _ends(self) -> Sequence[int]:
        return self.case.layer.ends[1]

    def _unit(self, row: int) -> int:
        """The unit of a sentence."""
        return self.stream.unit_at(self._starts[row])

    @cached_property
    def _beside(self) -> Sequence[int]:
        return one_by_one(self.case.beside)

    @cached_property
    def _documents(self) -> Sequence[int]:
        """The document of each unit."""
        return one_by_one(self.stream.unit_document)

    @cached_property
    def _torn(self) -> tuple[Sequence[int], Sequence[int]]:
        """Which sentences begin, and end, inside a sentence, and come from no long match."""
        layer, short = self.case.layer, self.case.agreeing < BROKEN
        rows, sides = np.flatnonzero(short), (short, short.copy())
        for side, letters in zip(sides, (layer.start, layer.end), strict=True):
            side[rows] = ~self.stream.are_ended(letters[rows])
        return one_by_one(sides[0]), one_by_one(sides[1])

    def _letters(self, rows: Rows) -> int:
        """Letters of sentences that follow each other."""
        return self._ends[rows[-1]] - self._starts[rows[0]] if rows else 0

    def _enough(self, run: Rows) -> bool:
        """Whether a run is long enough to go: the more it may be there on purpose, the longer."""
        limits, letters = self.case.limits, self._letters(run)
        if letters < limits.least or (letters < limits.apart and self._leads_in(run[-1])):
            return False
        if any(self._beside[run[0] : run[-1] + 1]):
            return True
        gap = self._gap(run)
        if letters >= limits.long and gap is None:
            return True
        units = sorted({self._unit(row) for row in run})
        document = self._documents[units[0]]
        if any(self._is_item(unit) for unit in units) or self._is_enumerated(document):
            return letters >= limits.long and (gap is None or any(map(self._is_article, units)))
        return letters >= (limits.apart if gap is None else min(limits.far, max(limits.apart, gap)))

    def _gap(self, run: Rows) -> int | None:
        """Letters between a run and the text of its own document that it repeats; none where that is in another one."""
        start, end = self._starts[run[0]], self._ends[run[-1]]
        low, high = self.copied.reach(run)
        own = self.stream.document_at(start)
        if self.stream.document_at(low) != own or self.stream.document_at(high) != own:
            return None
        return max(start - high - 1, low - end, 0)

    def _leads_in(self, row: int) -> bool:
        """Whether a sentence ends its unit with a colon: it belongs to what follows it."""
        unit = self._unit(row)
        at_end = self._ends[row] == self.stream.unit_list[unit + 1]
        return at_end and self.stream.unit_text(unit).rstrip().endswith(("：", ":"))

    def _is_article(self, unit: int) -> bool:
        return is_article(self.stream.unit_text(unit))

    def _is_item(self, unit: int) -> bool:
        return self.roles[unit] == "list_item" or is_clause(self.stream.unit_text(unit))

    def _is_enumerated(self, document: int) -> bool:
        """Whether a document is a statute or another text of numbered clauses."""
        if document not in self.enumerated:
            units = range(*(bisect_left(self._documents, number) for number in (document, document + 1)))
            self.enumerated[document] = sum(map(self._is_item, units)) > CLAUSES * len(units)
        return self.enumerated[document]

    def _bad_edge(self, row: int, run: Rows, *, first: bool) -> bool:
        unit = self._unit(row)
        role = self.roles[unit]
        if role in NEVER:
            return True
        low, high = self.stream.unit_list[unit], self.stream.unit_list[unit + 1]
        if role in ALONE_NEVER and (self.copied.errors_of(row) or not self._heads(low, high, run)):
            return True
        partial = self._starts[run[0]] > low or self._ends[run[-1]] < high
        if partial and (role in WHOLE_ONLY or not self._large_part(low, high, run)):
            return True
        return self._torn_start(row) if first else self._torn_end(row)

    def _heads(self, low: int, high: int, run: Rows) -> bool:
        """Whether running text on at least one side of a heading goes with it."""
        return self._letters(run) - self._inside(low, high, run) >= 3 * SHORT

    def _inside(self, low: int, high: int, run: Rows) -> int:
        """Letters of a run in a unit."""
        return max(0, min(high, self._ends[run[-1]]) - max(low, self._starts[run[0]]))

    def _large_part(self, low: int, high: int, run: Rows) -> bool:
        return self._inside(low, high, run) >= PART or self._letters(run) >= BLOCK

    def _torn_start(self, row: int) -> bool:
        """Whether the run would begin inside a sentence that an earlier unit began and that stays."""
        if not self._torn[0][row]:
            return False
        first = self.copied.of_row(row)[0][1]
        return not self.stream.ended(first) and not self.stream.ended(first - 1)

    def _torn_end(self, row: int) -> bool:
        """Whether the run would end inside a sentence that the next unit goes on with."""
        if not self._torn[1][row]:
            return False
        last = max([other + length for _, other, length in self.copied.of_row(row)])
        return not (self.stream.is_edge(self._ends[row]) or self.stream.ended(last) or self._ends_unit(last))

    def _ends_unit(self, letter: int) -> bool:
        """Whether a unit begins or ends at a letter."""
        edges = self.stream.unit_list
        at = bisect_left(edges, letter)
        return at < len(edges) and edges[at] == letter
