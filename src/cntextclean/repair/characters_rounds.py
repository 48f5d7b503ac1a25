"""
Changes of several rounds as changes of the first text: what a repair uncovers is repaired in the same run.

Removing a stray control character can join two halves of mojibake, so one look is not enough for a stage that must
find nothing to do in its own output. It is safe because a later change takes in every earlier one that it touches,
whole, so the result says once for each range of the text what becomes of it.

    >>> first = [Change(1, 2, "", "a.b")]
    >>> compose(first, [Change(0, 2, "x", "a.c")])
    [Change(start=0, end=3, after='x', rule='a.c', evidence='')]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from cntextclean.proposals import Change

MOST = 8
"""Rounds at most; no text needed more than four."""


def settle(text: str, propose: Callable[[str], Iterable[Change]], unsettled: Callable[[str], bool]) -> list[Change]:
    """The changes of ``propose`` to ``text``, repeated on the result while that is ``unsettled`` and more is found."""
    changes = _in_order(propose(text))
    for _ in range(MOST):
        view = applied(text, changes)
        fresh = _in_order(propose(view)) if unsettled(view) else []
        if not changes or not fresh:
            break
        changes = compose(changes, fresh)
    return changes


def applied(text: str, changes: Sequence[Change]) -> str:
    """The text with changes (ascending, disjoint) made, for a stage to look at; documents are built by the trace."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += text[at : change.start], change.after
        at = change.end
    return "".join([*parts, text[at:]])


def compose(earlier: Sequence[Change], later: Iterable[Change]) -> list[Change]:
    """Changes of a text, and changes of what they made of it, as changes of the text. All ascending and disjoint."""
    grown = list(accumulate((len(one.after) - (one.end - one.start) for one in earlier), initial=0))
    starts = [one.start + grown[number] for number, one in enumerate(earlier)]
    ends = [start + len(one.after) for start, one in zip(starts, earlier, strict=True)]
    kept: list[Change] = []
    at = 0
    for change in later:
        low, high = bisect_right(ends, change.start), bisect_left(starts, change.end)
        if low < at:  # inside an earlier change that another later one has taken in: left to the next round
            continue
        inside = earlier[low:high] if low < high else []
        kept += earlier[at:low]
        kept.append(_merged(change, inside, starts[low:high], grown[low], grown[max(low, high)]))
        at = max(at, low, high)
    return [*kept, *earlier[at:]]


def _merged(change: Change, inside: Sequence[Change], starts: Sequence[int], before: int, behind: int) -> Change:
    """A later change with the earlier ones that it touches; what it leaves of their text stays."""
    start, end = change.start - before, change.end - behind
    head = tail = ""
    if inside:
        first, last = inside[0], inside[-1]
        if starts[0] < change.start:
            head, start = first.after[: change.start - starts[0]], first.start
        elif starts[0] == change.start:
            start = first.start
        if starts[-1] + len(last.after) > change.end:
            tail, end = last.after[change.end - starts[-1] :], last.end
        elif starts[-1] + len(last.after) == change.end:
            end = last.end
    return replace(change, start=start, end=end, after=head + change.after + tail)


def _in_order(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda one: one.start)
