"""
Spans that are spoken for, so that later proposals do not overlap earlier ones.

It is safe because a span that overlaps is refused whole; the cost of a question is logarithmic in the number of spans,
so a page with ten thousand marks costs no more a mark than a line.

    >>> taken = Taken([(2, 5)])
    >>> taken.take(4, 6), taken.take(5, 6), taken.take(2, 2)
    (False, True, True)
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


class Taken:
    """A set of spans. Those it is made with may overlap; they are merged."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start < self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            elif start < end:
                self._spans.append((start, end))

    def is_free(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` overlaps none of the spans; a point may touch one but not lie inside."""
        at = bisect_left(self._spans, (end, end)) if end > start else bisect_left(self._spans, (start, start))
        return at == 0 or self._spans[at - 1][1] <= start

    def take(self, start: int, end: int) -> bool:
        """Add a span if it is free; say whether it was."""
        if not self.is_free(start, end):
            return False
        if start < end:
            insort(self._spans, (start, end))
        return True
