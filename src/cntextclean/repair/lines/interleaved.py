"""
Stretches of rows in which columns interleave: an engine read a page of several columns line by line across them all.

In such a stretch the text of a row goes on not in the next row but ``step`` rows further down. Whether one row goes on
in another is told by the two characters that meet (:func:`cntextclean.language.junctions.junction`): on printed pages
they are a likely pair at 38 in 100 breaks inside a sentence and an unseen one at 7; between rows that have nothing to
do with each other at 2 and 33. The stretch with the greatest sum of log odds counts (maximum-sum segment, Bentley
1984). With ``benchmarks/lines/interleave.py``: seen on 30 of 36 pages of real OCR that were interleaved on purpose, on
none of 16 in order, on none of 302 clean documents, half of them re-wrapped.

It is safe because such rows are only kept apart and reported: nothing is joined across, nothing is moved.

    >>> from cntextclean.repair.lines.page import read_page
    >>> left = "历时三个月的水库清 淤工程昨天全部完成 ，共清出淤泥十二万 立方米，库容恢复到 建成之初的水平，附".split()
    >>> right = "负责人介绍，今后每 年枯水期都将检查一 次，雨季之前再做一 次测量，把结果告诉 下游的五个村庄，让".split()
    >>> page = read_page(chr(10).join(row for pair in zip(left, right) for row in pair))
    >>> [(one.first, one.last, one.step) for one in interleaved_stretches(page)]
    [(0, 9, 2)]
    >>> interleaved_stretches(read_page(chr(10).join(left + right)))
    ()
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cntextclean.language.junctions import ODDS, SHORTEST, junction
from cntextclean.language.neighbours import LIKELY, UNKNOWN, codes_of, levels
from cntextclean.repair.lines.columns import WIDEST
from cntextclean.repair.lines.marks import CLOSERS, STOPS
from cntextclean.repair.lines.page import Page

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RULE = "lines.interleaved"
FLAG = "interleaved"
FARTHEST = 6
"""Columns side by side: more than six have no room for a line of text."""
DOUBT = 0.4
"""Taken off at each row, so that long lists, whose rows go on nowhere, sum up to nothing."""
ENOUGH, LEAST_PAIRS = 10.0, 4
MARGIN = 0.01
"""What sums taken in another order may differ by."""
ENDS = (*STOPS, *CLOSERS, *"，、；：,;:.")


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    Rows ``first`` to ``last`` whose text goes on ``step`` rows down; ``pairs`` and ``next_pairs`` count likely pairs of
    characters at that distance and at the next row, of ``rows`` that end inside a sentence. ``odds`` are in nats.
    """

    first: int
    last: int
    step: int
    odds: float
    pairs: int
    next_pairs: int
    rows: int

    @property
    def evidence(self) -> str:
        """The counts in words."""
        return (
            f"of {self.rows} rows that end inside a sentence {self.pairs} go on {self.step} rows down, "
            f"{self.next_pairs} in the next"
        )


def interleaved_stretches(page: Page) -> tuple[Stretch, ...]:
    """The stretches of a page in which columns interleave, ascending and disjoint."""
    texts = page.readings
    going_on = [
        index
        for index, text in enumerate(texts)
        if len(text) >= SHORTEST and page.rows[index].width <= WIDEST and not text.endswith(ENDS)
    ]
    if len(going_on) <= LEAST_PAIRS:
        return ()
    found = _found(texts, going_on)
    chosen: list[Stretch] = []
    for one in sorted((_widened(texts, one) for one in found), key=lambda stretch: -stretch.odds):
        if all(one.last < other.first or one.first > other.last for other in chosen):
            chosen.append(one)
    return tuple(sorted(chosen, key=lambda stretch: stretch.first))


def _found(texts: Sequence[str], going_on: Sequence[int]) -> list[Stretch]:
    """The segments of greatest odds for each distance, all distances asked about at once."""
    import numpy as np

    rows = np.array(going_on)
    met = _meeting(texts, rows)
    worth = np.array([ODDS["unknown"], ODDS["unseen"], ODDS["seen"], ODDS["likely"]])
    inside = rows + np.arange(2, FARTHEST + 1)[:, None] < len(texts)
    gains = np.where(inside, worth[met[1:]] - worth[met[0]] - DOUBT, 0.0)
    sums = np.zeros((len(gains), len(rows) + 1))
    gains.cumsum(axis=1, out=sums[:, 1:])
    best = (sums - np.minimum.accumulate(sums, axis=1)).max(axis=1)
    found: list[Stretch] = []
    for at in np.flatnonzero(best >= ENOUGH - MARGIN).tolist():
        chosen = inside[at]
        far, near = (met[at + 1] == LIKELY)[chosen], (met[0] == LIKELY)[chosen]
        found += _segments(rows[chosen].tolist(), gains[at][chosen].tolist(), far.tolist(), near.tolist(), at + 2)
    return found


def _meeting(texts: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.uint8]:
    """For each distance, from 1 on, the levels of the two characters that meet where rows go on so far down."""
    import numpy as np

    first, last = codes_of("".join(text[0] for text in texts)), codes_of("".join(text[-1] for text in texts))
    long = np.array([len(text) >= SHORTEST for text in texts])
    below = np.minimum(rows + np.arange(1, FARTHEST + 1)[:, None], len(texts) - 1)
    return np.where(long[below], levels(np.broadcast_to(last[rows], below.shape), first[below]), UNKNOWN)


def _segments(
    rows: Sequence[int], gains: Sequence[float], far: Sequence[bool], near: Sequence[bool], step: int
) -> list[Stretch]:
    """The segments of greatest sum of ``gains``; ``far`` and ``near`` say where likely pairs of characters meet."""
    found: list[Stretch] = []
    best: Stretch | None = None
    odds, first, pairs, next_pairs, count = 0.0, -1, 0, 0, 0
    for index, gain, is_far, is_near in zip(rows, gains, far, near, strict=True):
        odds += gain
        if odds <= 0:
            found += [best] if best else []
            best, odds, first, pairs, next_pairs, count = None, 0.0, -1, 0, 0, 0
            continue
        first = index if first < 0 else first
        pairs, next_pairs, count = pairs + is_far, next_pairs + is_near, count + 1
        if odds >= ENOUGH and pairs >= LEAST_PAIRS and odds > (best.odds if best else 0.0):
            best = Stretch(first, index + step, step, round(odds, 1), pairs, next_pairs, count)
    return [*found, best] if best else found


def _widened(texts: Sequence[str], one: Stretch) -> Stretch:
    """The stretch up to where rows go on in the next: what lies at its ends is interleaved, but has no partner."""
    first, last = one.first, one.last
    while first > max(0, one.first - FARTHEST) and _meets(texts, first - 1, 1) != "likely":
        first -= 1
    while last < min(len(texts) - 1, one.last + 2 * FARTHEST) and _meets(texts, last, 1) != "likely":
        last += 1
    return replace(one, first=first, last=last)


def _meets(texts: Sequence[str], index: int, step: int) -> str:
    after = texts[index + step]
    return junction(texts[index][-1], after[0]) if len(after) >= SHORTEST else "unknown"
