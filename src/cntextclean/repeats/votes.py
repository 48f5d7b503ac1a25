"""
What the copies of a passage say, letter by letter: where two or more agree against the text that stays.

Each copy is aligned with the text that stays; a place where it has other letters is a vote for those. Copies that have
the letters as they stand vote against, and so does the text that stays. Marks and blanks do not vote.

It is safe because votes only count: :mod:`cntextclean.repeats.consensus` says what may come of them.

    >>> copies = [Ballot(0, 10, "推动区域市场高效畅通", Passage(name, 0, 10)) for name in ("b", "c")]
    >>> [(vote.start, vote.before, vote.after, len(vote.copies), vote.against) for vote in count_votes(
    ...     "推动区城市场高效畅通", copies)]
    [(3, '城', '域', 2, 1)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cntextclean.model import Passage
from cntextclean.repeats.align import aligned_runs, common_prefix
from cntextclean.repeats.ballot import LEAST, Ballot
from cntextclean.repeats.fold import Folded, code_points, fold

MOST = 6000
"""Letters of a copy, beside what begins and ends alike, up to which it is aligned."""
_HAN = 0x3400
_TRADITIONAL = 0.03
"""Share of letters that folding changes from which a text is traditional."""

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Vote:
    """
    ``copies`` have ``after`` where the text that stays has ``before``; ``against`` counts those that have it as it
    stands, itself included. ``in_script`` is false where ``after`` is in another script than the text.
    """

    start: int
    end: int
    before: str
    after: str
    copies: tuple[Passage, ...]
    against: int
    in_script: bool = True


@dataclass(frozen=True, slots=True)
class _Poll:
    """
    What copies have against a text, by place and letters, with each copy as it writes them; and, counted letter by
    letter, the copies that ``agree`` with the text and those that have letters ``added`` between two of its own.
    """

    cast: dict[tuple[int, int, str], list[tuple[Ballot, str]]]
    agree: Counts
    added: Counts

    def staying(self, first: int, last: int) -> int:
        """Copies that have letters ``first`` to ``last`` as they stand, or nothing where the text has nothing."""
        if last > first:
            return int(self.agree[first:last].min())
        return int(min(self.agree[first - 1], self.agree[first]) - self.added[first])


@dataclass(frozen=True, slots=True)
class _Gap:
    """Letters ``first`` to ``last`` of the text that stays are ``letters`` in a copy, there written ``raw``."""

    first: int
    last: int
    letters: str
    raw: str


def count_votes(text: str, ballots: Sequence[Ballot]) -> list[Vote]:
    """Where at least two copies agree against ``text``, in order; all places of one text, each with its best vote."""
    folded = fold(text)
    poll = _poll(text, folded, ballots)
    script = _is_traditional(text)
    votes: dict[tuple[int, int], Vote] = {}
    for (first, last, letters), cast in sorted(poll.cast.items()):
        if len(cast) < LEAST or not _is_unbroken(folded, first, last):
            continue
        raw = [raw for ballot, raw in cast if _is_traditional(ballot.text) == script]
        after = raw[0] if raw else letters
        start = int(folded.places[first]) if last > first else int(folded.places[first - 1]) + 1
        end = int(folded.places[last - 1]) + 1
        vote = Vote(
            start, end, text[start:end], after, tuple(ballot.place for ballot, _ in cast),
            1 + poll.staying(first, last), bool(raw) or not script,
        )  # fmt: skip
        best = votes.get((start, end))
        if best is None or len(best.copies) < len(vote.copies):
            votes[start, end] = vote
    return [votes[at] for at in sorted(votes)]


def _poll(text: str, folded: Folded, ballots: Sequence[Ballot]) -> _Poll:
    """All copies aligned with the text that stays, counted."""
    cover, other, added = (np.zeros(len(folded) + 2, dtype=np.int64) for _ in range(3))
    cast: dict[tuple[int, int, str], list[tuple[Ballot, str]]] = {}
    for ballot in ballots:
        low, high = (int(at) for at in np.searchsorted(folded.places, (ballot.start, ballot.end)))
        cover[low] += 1
        cover[high] -= 1
        if ballot.text == text[ballot.start : ballot.end]:
            continue
        for gap in _gaps(folded, low, high, ballot.text):
            _mark(gap, other, added)
            cast.setdefault((gap.first, gap.last, gap.letters), []).append((ballot, gap.raw))
    return _Poll(cast, np.cumsum(cover) - np.cumsum(other), added)


def _is_traditional(text: str) -> bool:
    """
    Whether folding changes 3 % of the letters of a text or more. A copy may be short: of passages of 20 letters in
    traditional characters this knows 0.986, the fifty characters of ``converters.is_traditional`` 0.853 (490 passages
    of 49 articles and statutes); neither takes one in simplified characters for traditional.
    """
    folded = fold(text)
    raw = code_points(text)[folded.places]
    return bool(((raw != folded.codes) & (raw >= _HAN)).sum() > _TRADITIONAL * max(1, len(folded)))


def _mark(gap: _Gap, other: Counts, added: Counts) -> None:
    """Count a copy that does not have the letters as they stand."""
    if gap.last > gap.first:
        other[gap.first] += 1
        other[gap.last] -= 1
    else:
        added[gap.first] += 1


def _is_unbroken(folded: Folded, first: int, last: int) -> bool:
    """Whether the letters, or those around an insertion, stand side by side: a mark between them has no vote."""
    low, high = (first, last - 1) if last > first else (first - 1, first)
    return low >= 0 and high < len(folded) and int(folded.places[high] - folded.places[low]) == high - low


def _gaps(kept: Folded, low: int, high: int, text: str) -> Iterator[_Gap]:
    """Where a copy differs from letters ``low`` to ``high`` of what stays; as many letters for as many: one by one."""
    own = fold(text)
    left, right = _letters(kept, low, high), own.text
    if max(len(left), len(right)) - common_prefix(left, right) > MOST:
        return
    before = (0, 0, 0)
    for run in [*aligned_runs(left, right), (len(left), len(right), 0)]:
        i, j = before[0] + before[2], before[1] + before[2]
        inside = (i, j) != (0, 0) and run[2]
        before = run
        if not inside:
            continue  # beyond the letters that agree there is nothing to hold on to
        if run[0] - i == run[1] - j:
            pairs = [(i + step, i + step + 1, j + step, j + step + 1) for step in range(run[0] - i)]
        else:
            pairs = [(i, run[0], j, run[1])]
        for a, b, c, d in pairs:
            raw = text[int(own.places[c]) : int(own.places[d - 1]) + 1] if d > c else ""
            yield _Gap(low + a, low + b, right[c:d], raw)


def _letters(folded: Folded, low: int, high: int) -> str:
    return Folded(folded.codes[low:high], folded.places[low:high]).text
