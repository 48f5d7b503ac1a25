"""
What a document says about its own misreadings: 人丁智能 once where it has 人工智能 six times.

A character is put right where four characters in a row are seen at most twice, the same four but for one character in
the middle at least three times as often, and both characters look alike. Only places that clean text has never shown
(a pair of neighbours unseen in 13 million characters) are looked at, which is what makes it cheap.

It is safe because the document itself wins the vote: 4 of 4 right on the seed pages and the development pages.
Numerals, and characters that make a usual word with a neighbour, are left out.

    >>> text = "人工智能很强，人工智能很新，人工智能很快。当人丁智能发展时"
    >>> [(change.start, change.after) for change in find_consensus(text, doubted_places(text))]
    [(23, '工')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cntextclean.language.dictionary import frequencies
from cntextclean.language.neighbours import codes_of
from cntextclean.proposals import Change
from cntextclean.repair.pairs import are_ideographs, doubted_places, is_known, is_seen_pair, places
from cntextclean.repair.shapes import NUMERALS, alike, traditional

if TYPE_CHECKING:
    from cntextclean.repair.pairs import Offsets

Window = tuple[str, str]
"""What stands right before and right behind a character: three ideographs in all."""
Poll = tuple[Window, Counter[str]]
"""A window, and which characters stand in it how often."""
RARE, TIMES, LEAST = 2, 3, 3
"""The wrong four are seen at most twice; the right ones three times as often, and three times at least."""
AROUND = ((-1, 1, 2), (-2, -1, 1))
"""Where the three ideographs of a window stand: four in a row with the character in the middle."""
CODE = 21
"""Bits of a code point."""


def find_consensus(text: str, doubted: Offsets) -> Iterator[Change]:
    """
    Changes on which a document agrees, in order; the same misreading elsewhere goes along.

    ``text`` is the whole document, ``doubted`` the offsets of characters that clean text does not have there.
    """
    proved: dict[str, set[str]] = {}
    found: dict[int, Change] = {}
    for at, polls in sorted(_polls(text, doubted).items()):
        right, evidence = _elected(text[at], polls) if not _is_settled(text, at) else ("", "")
        if right:
            proved.setdefault(text[at], set()).add(right)
            found[at] = Change(at, at + 1, right, "misreadings.consensus", evidence)
    for wrong in sorted(proved):
        # A character that simplified text does not have can only be the same misreading of the same glyph.
        if len(proved[wrong]) == 1 and (wrong in traditional() or not is_known(wrong)):
            (right,) = proved[wrong]
            evidence = f"{wrong} is {right} elsewhere in this document"
            for at in places(text, wrong):
                found.setdefault(at, Change(at, at + 1, right, "misreadings.same-glyph", evidence))
    yield from (found[at] for at in sorted(found))


def _is_settled(text: str, at: int) -> bool:
    """
    Whether a character is not up for election: a numeral, or one that makes a word with a neighbour, of a kind that
    clean text has (直觉理解 is no 直观理解).
    """
    # 丁 counts, but hardly ever in running text, where it is 工 misread.
    if text[at] in NUMERALS and text[at] != "丁":
        return True
    pairs = (text[max(at - 1, 0) : at + 1], text[at : at + 2])
    return any(len(pair) == 2 and pair in frequencies() and is_seen_pair(pair) for pair in pairs)


def _polls(text: str, doubted: Offsets) -> dict[int, list[Poll]]:
    """
    The polls about each doubted place, of windows that the document has often enough for an election: once for the
    place itself and :data:`LEAST` times for what would win. Most have no other place at all.
    """
    import numpy as np

    polls: dict[int, list[Poll]] = {}
    codes = codes_of(text)
    han = are_ideographs(codes)
    candidates = np.zeros(len(codes), dtype=bool)
    candidates[doubted] = True
    for offsets in AROUND:
        inner = slice(-offsets[0], max(-offsets[0], len(codes) - offsets[-1]))
        asked = (candidates & han)[inner]
        besides = [slice(inner.start + offset, inner.stop + offset) for offset in offsets]
        for beside in besides:
            asked &= han[beside]
        if not asked.any():
            continue
        keys = np.zeros(len(asked), dtype=np.int64)
        for beside in besides:
            keys = keys << CODE | codes[beside]
        wanted = np.sort(keys[asked])
        kind = np.searchsorted(wanted, keys)  # the first of its like, or where it would stand
        kind[kind == len(wanted)] = 0
        same = wanted[kind] == keys
        often = same & (np.bincount(kind[same], minlength=len(wanted)) > LEAST)[kind]
        voting, asking = (np.flatnonzero(chosen) + inner.start for chosen in (often, often & asked))
        _add_polls(text, voting.tolist(), asking.tolist(), offsets, polls)
    return polls


def _add_polls(
    text: str, voting: Sequence[int], asking: Sequence[int], offsets: tuple[int, int, int], polls: dict[int, list[Poll]]
) -> None:
    """The votes of some places, added to the polls of those that ask; a place votes in the window it stands in."""
    low, high = min(offsets), max(offsets)
    votes: dict[Window, Counter[str]] = {}
    for at in voting:
        votes.setdefault((text[at + low : at], text[at + 1 : at + high + 1]), Counter())[text[at]] += 1
    for at in asking:
        window = (text[at + low : at], text[at + 1 : at + high + 1])
        polls.setdefault(at, []).append((window, votes[window]))


def _elected(char: str, polls: Sequence[Poll]) -> tuple[str, str]:
    """The character that the document has in a place, and how often; nothing where it is not sure."""
    right: set[str] = set()
    evidence = ""
    for (left, behind), votes in polls:
        own = votes[char]
        likely = (other for other, count in votes.items() if other != char and count >= max(LEAST, TIMES * own))
        best = [other for other in likely if alike(char, other)]
        if own <= RARE and len(best) == 1 and best[0] not in NUMERALS:
            right.add(best[0])
            evidence = f"{left}{char}{behind} {own}×, {left}{best[0]}{behind} {votes[best[0]]}×"
    return (right.pop(), evidence) if len(right) == 1 else ("", "")


__all__ = ["doubted_places", "find_consensus"]
