"""
Text as comparison sees it: letters and digits alone, one form each, with the way back.

Each character is normalised by NFKC (Unicode Standard Annex 15), lower-cased and turned to simplified script (OpenCC
``t2s``, character by character, so that every letter keeps its place); what is no letter or digit is dropped. A
simplified and a traditional copy have Jaccard 0.18 unfolded and 1.00 folded.

It is safe because nothing here leaves the program: the folded codes are only compared, and every one of them knows
the offset of the character it stands for.

    >>> folded = fold("１９９８年，國慶！")
    >>> folded.text, folded.places.tolist()
    ('1998年国庆', [0, 1, 2, 3, 4, 6, 7])
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cntextclean.language.converters import converter
from cntextclean.language.neighbours import codes_of

Codes = NDArray[np.uint32]
"""Code points; those of a stream in two bytes each where none needs more."""
Places = NDArray[np.int64]

_HIGHEST = 0x110000
BLOCK = 1 << 15
"""Characters folded at a time: what is in between takes no room."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded ``codes`` (code points) and, for each, the offset in the text of the character it stands for."""

    codes: Codes
    places: Places

    @property
    def text(self) -> str:
        """The folded codes as a string."""
        return text_of(self.codes)

    def __len__(self) -> int:
        return len(self.codes)


class _Table:
    """For each character the codes it folds to, learnt when it is first met; the answers do not depend on the order."""

    def __init__(self) -> None:
        self.count = np.full(_HIGHEST, -1, dtype=np.int8)
        self.first = np.zeros(_HIGHEST, dtype=np.uint32)
        self.more: dict[int, tuple[int, ...]] = {}

    def learn(self, unknown: Codes) -> None:
        """Work out the folds of characters not met before."""
        letters = [_letters(chr(code)) for code in unknown.tolist()]
        simple = _simplify("\n".join(letters)).split("\n")
        for code, letter in zip(unknown.tolist(), simple, strict=True):
            self.count[code] = len(letter)
            if letter:
                self.first[code] = ord(letter[0])
            if len(letter) > 1:
                self.more[code] = tuple(map(ord, letter))


@cache
def _table() -> _Table:
    return _Table()


def _letters(character: str) -> str:
    if 0xD800 <= ord(character) < 0xE000:
        return ""
    return "".join(c for c in unicodedata.normalize("NFKC", character).lower() if c.isalnum())


def _simplify(lines: str) -> str:
    # Without the high bytes of Han there is nothing to convert, and OpenCC need not be loaded.
    if lines.isascii():
        return lines
    return converter("t2s")(lines)


def code_points(text: str) -> Codes:
    """The code points of a text as an array."""
    return codes_of(text).astype(np.uint32, copy=False)


def text_of(codes: Codes) -> str:
    """Code points as a string."""
    if codes.dtype == np.uint16:
        return codes.astype("<u2", copy=False).tobytes().decode("utf-16-le")
    return codes.astype("<u4", copy=False).tobytes().decode("utf-32-le")


def fold(text: str) -> Folded:
    """Fold a text. Time and memory are linear in its length; OpenCC sees each distinct character once a process."""
    if len(text) <= BLOCK:
        return _fold(text)
    rows: list[Codes] = []
    offsets: list[NDArray[np.uint16]] = []
    for at in range(0, len(text), BLOCK):
        folded = _fold(text[at : at + BLOCK])
        rows.append(folded.codes)
        offsets.append(folded.places.astype(np.uint16))
    codes = np.concatenate(rows)
    del rows
    places = np.empty(len(codes), np.int64)
    start = 0
    for at, part in enumerate(offsets):
        np.add(part, at * BLOCK, out=places[start : start + len(part)], dtype=np.int64)
        start += len(part)
    return Folded(codes, places)


def _fold(text: str) -> Folded:
    codes = code_points(text)
    table = _table()
    counts = table.count.take(codes)
    if not len(counts):
        return Folded(codes, np.zeros(0, np.int64))
    if counts.min() < 0:
        table.learn(np.unique(codes[counts < 0]))
        counts = table.count.take(codes)
    if counts.max() <= 1:
        # So with 99 texts in 100, at ten times the speed.
        places = np.flatnonzero(counts)
        return Folded(table.first.take(codes.take(places)), places)
    places = np.repeat(np.arange(len(codes), dtype=np.int64), counts)
    out = table.first[codes[places]]
    for at in np.flatnonzero(counts > 1).tolist():
        start = int(np.searchsorted(places, at))
        letters = table.more[int(codes[at])]
        out[start : start + len(letters)] = letters
    return Folded(out, places)
