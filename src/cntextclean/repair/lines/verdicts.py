"""
The model's verdicts on the rows of a page, many pairs of neighbours at a time.

What rows say for themselves is known before the walk over the page begins, so it narrows the trees of the model for
:data:`AHEAD` pairs at once; what their passage says is asked when the walk comes to them. A page of a hundred rows is
judged in a third of the time that a hundred single questions take.

It is safe because a verdict is the same whether it is asked for alone or among others.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> Verdicts(page, lambda a, b: True).on(0, 1, Passage(1, "加快产业结构的优")).probability > 0.5
    True
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cntextclean.repair.lines.features import Pairs
from cntextclean.repair.lines.model import Verdict, narrow, reach
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.said import OF_PASSAGE, Passage, stains

AHEAD = 256
"""Neighbours that are asked about at once: nearly all pages have fewer, and a book takes no more memory than a page."""


class Verdicts:
    """The verdicts on one page; ``doubted`` says of which neighbours (two numbers of rows) the model will be asked."""

    def __init__(self, page: Page, doubted: Callable[[int, int], bool]) -> None:
        self._page, self._doubted = page, doubted
        self._batch: _Batch | None = None
        self._until = 0

    def on(self, a: int, b: int, passage: Passage) -> Verdict:
        """The verdict on row ``b`` after row ``a``, the last one of ``passage``."""
        if stains(self._page.rows[b].text, passage.tail):
            return _Batch(self._page, [(a, b)], bare=True).verdict((a, b), passage)
        if b >= self._until and b == a + 1:
            self._until = min(b + AHEAD, len(self._page.rows))
            pairs = [(at - 1, at) for at in range(b, self._until) if at == b or self._doubted(at - 1, at)]
            self._batch = _Batch(self._page, pairs)
        if self._batch is None or (a, b) not in self._batch:
            return _Batch(self._page, [(a, b)]).verdict((a, b), passage)
        return self._batch.verdict((a, b), passage)


class _Batch:
    """Pairs of rows, and the leaves that are open to each before its passage is known."""

    def __init__(self, page: Page, pairs: Sequence[tuple[int, int]], *, bare: bool = False) -> None:
        self._places = {pair: at for at, pair in enumerate(pairs)}
        self._pairs = Pairs(page, pairs, bare=bare)
        shared = narrow(self._pairs.shared) & narrow({name: [one] for name, one in self._pairs.always.items()})
        self._size = shared.shape[1]
        self._open = {
            first: (shared & narrow(columns)).tobytes()
            for first, columns in ((True, self._pairs.opening), (False, self._pairs.inside))
        }

    def __contains__(self, pair: tuple[int, int]) -> bool:
        """Whether the pair is among these."""
        return pair in self._places

    def verdict(self, pair: tuple[int, int], passage: Passage) -> Verdict:
        """The verdict on one of the pairs."""
        at = self._places[pair]
        leaves = self._open[passage.rows == 1][at * self._size : (at + 1) * self._size]
        found = self._pairs.figures(at, passage)
        return Verdict(found, reach(found.said, int.from_bytes(leaves, "little"), OF_PASSAGE))
