"""
Places where a character may be misread, for a reader to look at: nothing is changed.

Four kinds: an 一 that may be a dash; a character that only traditional text has in a simplified document; a doubled
character that is neither a word nor where two words meet; a character whose neighbours clean text has never shown,
where one that looks like it fits both and makes a common word.

It is safe because these are findings; they keep to about one in 50,000 characters of clean text.

    >>> text = "长三角协同创新发展讲程。"
    >>> [(note.start, note.suggest) for note in find_doubts(text, doubted_places(text))]
    [(9, ('进',))]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cntextclean.language.dictionary import frequencies, segment
from cntextclean.language.neighbours import codes_of, is_seen
from cntextclean.proposals import Note
from cntextclean.repair.glyphs import dash_notes
from cntextclean.repair.pairs import doubted_places, is_known, is_seen_pair, places
from cntextclean.repair.shapes import NUMERALS, lookalikes_of, traditional, traditional_in

if TYPE_CHECKING:
    from cntextclean.repair.pairs import Offsets

COMMON = 300
"""The least frequency in jieba's dictionary of a word that a suggestion makes."""
MOST = 3
"""Suggestions named at most."""


def find_doubts(text: str, doubted: Offsets) -> Iterator[Note]:
    """The notes on a simplified document; ``doubted`` are the offsets that :func:`doubted_places` gives."""
    for char in sorted(set(traditional_in(text))):
        for at in places(text, char):
            evidence = "simplified text does not have it"
            yield Note(at, at + 1, "misreadings.traditional", (traditional()[char],), 0.6, evidence)
    yield from dash_notes(text)
    codes = codes_of(text)
    inner = doubted[(doubted > 0) & (doubted < len(codes) - 1)]
    open_end = doubted[doubted < len(codes) - 1]
    for at in open_end[codes[open_end] == codes[open_end + 1]].tolist():
        yield from _doubled(text, at)
    fits = is_seen(codes[inner - 1], codes[inner]) | is_seen(codes[inner], codes[inner + 1])
    for at in inner[~fits].tolist():
        yield from _unlikely(text, at)


def _doubled(text: str, at: int) -> Iterator[Note]:
    pair = text[at : at + 2]
    if pair[0] in NUMERALS or pair in frequencies() or is_seen_pair(pair):
        return
    meet = text[max(at - 1, 0) : at + 1] in frequencies() and text[at + 1 : at + 3] in frequencies()
    if not meet and not any(pair in word for word in segment(text[max(0, at - 4) : at + 6])):
        yield Note(at, at + 2, "misreadings.doubled", (pair[0],), 0.5, "no word has it doubled")


def _unlikely(text: str, at: int) -> Iterator[Note]:
    """
    A note on a character that fits neither neighbour when one that looks like it fits both and makes a word. Whether
    it stands in a word itself is asked last, since that costs most.
    """
    left, char, right = text[at - 1], text[at], text[at + 1]
    if char in NUMERALS or not is_known(left):
        return
    suggested = []
    any_right = not is_known(right)
    for other in lookalikes_of(char):
        if is_seen_pair(left + other) and (any_right or is_seen_pair(other + right)):
            worth = max(frequencies().get(word, 0) for word in (left + other, other + right))
            if worth >= COMMON:
                suggested.append((-worth, other))
    if suggested and not _in_word(text, at):
        names = tuple(other for _, other in sorted(suggested)[:MOST])
        yield Note(at, at + 1, "misreadings.unlikely", names, 0.4, f"{left}{char}{right} is unusual")


def _in_word(text: str, at: int) -> bool:
    """Whether the likeliest segmentation puts the character into a word of two or more."""
    low = max(0, at - 5)
    end = low
    for word in segment(text[low : at + 6]):
        end += len(word)
        if end > at:
            return len(word) > 1
    return False


__all__ = ["doubted_places", "find_doubts"]
