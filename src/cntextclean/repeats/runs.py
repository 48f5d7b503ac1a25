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

import numpy as np

from cntextclean.repeats.clauses import is_article, is_clause
from cntextclean.repeats.coverage import Covered, Layer
from cntextclean.repeats.judge import Judge
from cntextclean.repeats.stream import Stream

ALONE_NEVER = frozenset({"title", "subtitle", "byline", "heading", "caption"})
"""Roles that go only inside a block that goes."""
NEVER = frozenset({"furniture", "metadata", "abstract", "keywords"})
"""Roles that are no running text: what they repeat, they repeat on purpose."""
WHOLE_ONLY = frozenset({"list_item", "table", "reference", "footnote", *ALONE_NEVER})
"""Roles of which no part is cut out."""
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
    """What a run is checked against: units, roles, sentence ends."""

    stream: Stream
    roles: Sequence[str]
    judge: Judge
    layer: Layer
    enumerated: dict[int, bool] = field(default_factory=dict)

    def trim(self, group: list[Covered]) -> list[Covered]:
        """The sentences of a group that may go together: both ends give up what must stay, until nothing changes."""
        left = list(group)
        before = -1
        while left and len(left) != before:
            before = len(left)
            while left and self._bad_edge(left[0], left, first=True):
                left.pop(0)
            while left and self._bad_edge(left[-1], left, first=False):
                left.pop()
        return left if self._enough(left) else []

    def _enough(self, run: list[Covered]) -> bool:
        """Whether a run is long enough to go: the more it may be there on purpose, the longer."""
        limits, letters = self.judge.limits, sum(one.length for one in run)
        if letters < limits.least or (letters < limits.apart and self._leads_in(run[-1])):
            return False
        if any(self.judge.beside(one) for one in run):
            return True
        units = {self.stream.unit_at(one.start) for one in run}
        document = int(self.stream.unit_document[min(units)])
        gap = self._gap(run)
        if self._is_enumerated(document) or any(self._is_item(unit) for unit in units):
            return letters >= limits.long and (gap is None or any(map(self._is_article, units)))
        return letters >= (limits.apart if gap is None else min(limits.far, max(limits.apart, gap)))

    def _gap(self, run: Sequence[Covered]) -> int | None:
        """Letters between a run and the text of its own document that it repeats; none where that is in another one."""
        start, end = run[0].start, run[-1].end
        copied = [part for one in run for part in self.layer.runs[one.number]]
        low, high = min([other for _, other, _ in copied]), max([other + length - 1 for _, other, length in copied])
        if self.stream.document_at(low) != self.stream.document_at(start) or self.stream.document_at(
            high
        ) != self.stream.document_at(start):
            return None
        return max(start - high - 1, low - end, 0)

    def _leads_in(self, one: Covered) -> bool:
        """Whether a sentence ends its unit with a colon: it belongs to what follows it."""
        unit = self.stream.unit_at(one.start)
        at_end = one.end == int(self.stream.unit_edges[unit + 1])
        return at_end and self.stream.unit_text(unit).rstrip().endswith(("：", ":"))

    def _is_article(self, unit: int) -> bool:
        return is_article(self.stream.unit_text(unit))

    def _is_item(self, unit: int) -> bool:
        return self.roles[unit] == "list_item" or is_clause(self.stream.unit_text(unit))

    def _is_enumerated(self, document: int) -> bool:
        """Whether a document is a statute or another text of numbered clauses."""
        if document not in self.enumerated:
            units = range(*np.searchsorted(self.stream.unit_document, [document, document + 1]).tolist())
            self.enumerated[document] = sum(map(self._is_item, units)) > CLAUSES * len(units)
        return self.enumerated[document]

    def _bad_edge(self, one: Covered, run: list[Covered], *, first: bool) -> bool:
        unit = self.stream.unit_at(one.start)
        role = self.roles[unit]
        if role in NEVER:
            return True
        if role in ALONE_NEVER and (one.errors or not self._heads(unit, run)):
            return True
        if self._partial(unit, run) and (role in WHOLE_ONLY or not self._large_part(unit, run)):
            return True
        return self._torn_start(one) if first else self._torn_end(one)

    def _heads(self, unit: int, run: list[Covered]) -> bool:
        """Whether running text on at least one side of a heading goes with it."""
        low, high = int(self.stream.unit_edges[unit]), int(self.stream.unit_edges[unit + 1])
        beyond = sum(one.length for one in run if one.start >= high or one.end <= low)
        return beyond >= 3 * SHORT

    def _partial(self, unit: int, run: list[Covered]) -> bool:
        low, high = int(self.stream.unit_edges[unit]), int(self.stream.unit_edges[unit + 1])
        return run[0].start > low or run[-1].end < high

    def _large_part(self, unit: int, run: list[Covered]) -> bool:
        low, high = int(self.stream.unit_edges[unit]), int(self.stream.unit_edges[unit + 1])
        inside = sum(one.length for one in run if low <= one.start < high)
        return inside >= PART or sum(one.length for one in run) >= BLOCK

    def _evidence(self, run: list[Covered]) -> int:
        return max([self.judge.matches.agreeing_list[one.matches[0]] for one in run])

    def _torn_start(self, one: Covered) -> bool:
        """Whether the run would begin inside a sentence that an earlier unit began and that stays."""
        if self.stream.ended(one.start) or self._evidence([one]) >= BROKEN:
            return False
        first = self.layer.runs[one.number][0][1]
        return not self.stream.ended(first) and not self.stream.ended(first - 1)

    def _torn_end(self, one: Covered) -> bool:
        """Whether the run would end inside a sentence that the next unit goes on with."""
        if self.stream.ended(one.end) or self._evidence([one]) >= BROKEN:
            return False
        last = max([other + length for _, other, length in self.layer.runs[one.number]])
        return not (self.stream.is_edge(one.end) or self.stream.ended(last) or self._ends_unit(last))

    def _ends_unit(self, letter: int) -> bool:
        """Whether a unit begins or ends at a letter."""
        edges = self.stream.unit_list
        at = bisect_left(edges, letter)
        return at < len(edges) and edges[at] == letter
