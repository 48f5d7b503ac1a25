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

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from cntextclean.language.dictionary import frequencies
from cntextclean.proposals import Change
from cntextclean.repair.letters import HAN
from cntextclean.repair.pairs import doubted_places, is_known, pair_places, places, seen_pairs
from cntextclean.repair.shapes import NUMERALS, alike, traditional

_FOUR = re.compile(f"[{HAN}]{{4}}")
Window = tuple[str, str]
"""What stands right before and right behind a character: three ideographs in all."""
RARE, TIMES, LEAST = 2, 3, 3
"""The wrong four are seen at most twice; the right ones three times as often, and three times at least."""


def find_consensus(text: str, doubted: Sequence[int]) -> Iterator[Change]:
    """
    Changes on which a document agrees, in order; the same misreading elsewhere goes along.

    ``text`` is the whole document, ``doubted`` the offsets of characters that clean text does not have there.
    """
    windows = {at: list(_windows(text, at)) for at in doubted if not _is_settled(text, at)}
    votes = _count(text, {window for found in windows.values() for window in found})
    proved: dict[str, set[str]] = {}
    found: dict[int, Change] = {}
    for at, seen in windows.items():
        right, evidence = _elected(text[at], [(window, votes[window]) for window in seen])
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
    return any(len(pair) == 2 and pair in frequencies() and pair in seen_pairs() for pair in pairs)


def _windows(text: str, at: int) -> Iterator[Window]:
    """What stands before and behind a character, in the four-character runs that have it in the middle."""
    for low, high in ((at - 1, at + 3), (at - 2, at + 2)):
        if low >= 0 and _FOUR.fullmatch(text[low:high]):
            yield text[low:at], text[at + 1 : high]


def _count(text: str, windows: AbstractSet[Window]) -> dict[Window, Counter[str]]:
    """Which characters stand in each window, and how often."""
    votes: dict[Window, Counter[str]] = {window: Counter() for window in windows}
    for pair, at in pair_places(text, {left for left, _ in windows if len(left) == 2}):
        if (window := (pair, text[at + 3 : at + 4])) in votes:
            votes[window][text[at + 2]] += 1
    for pair, at in pair_places(text, {behind for _, behind in windows if len(behind) == 2}):
        if at >= 2 and (window := (text[at - 2], pair)) in votes:
            votes[window][text[at - 1]] += 1
    return votes


def _elected(char: str, polls: Sequence[tuple[Window, Counter[str]]]) -> tuple[str, str]:
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
