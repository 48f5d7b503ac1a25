"""
Many texts as one stream of folded letters, with documents, units and sentences as edges in it.

A unit is what stands on its own in a document: a passage, a paragraph. Letters of all units follow each other, so a
copy is found wherever its lines and paragraphs break; no anchor crosses the edge of a document.

    >>> stream = stream_of([["甲乙。丙", "丁"], ["甲乙"]])
    >>> stream.unit_edges.tolist(), stream.document_edges.tolist(), stream.sentence_edges.tolist()
    ([0, 3, 4, 6], [0, 4, 6], [0, 2, 3, 4, 6])
    >>> stream.place(2)
    (0, 3)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.fold import Codes, Folded, Places, code_points, fold

CLOSERS = "”’」』）)】》〉〕］]\"'"
OPENERS = "“‘「『（(【《〈〔［["
_HAN = 0x3400
_TRADITIONAL = 0.03
_SENTENCE_ENDS = re.compile(rf"[。！？!?…]+[{re.escape(CLOSERS)}]*"), re.compile(r"\.(?<=[A-Za-z)]\.)(?=\s|\Z)")
"""Two patterns, since each that begins with a letter of its own is searched at ten times the speed of both in one."""


@dataclass(frozen=True)
class Stream:
    """
    ``text`` is all units, one a line; ``codes`` its letters, ``places`` their offsets in it. Edges count letters, first
    and last included: ``unit_edges[i]`` to ``unit_edges[i + 1]`` is unit ``i``. ``unit_starts`` are offsets in
    ``text``, ``more_cuts`` such where a sentence is to be parted.
    """

    text: str
    codes: Codes
    places: Places
    unit_starts: Places
    unit_edges: Places
    document_edges: Places
    unit_document: NDArray[np.int64]
    more_cuts: Places = field(default_factory=lambda: np.zeros(0, np.int64))

    @cached_property
    def letters(self) -> str:
        """The folded letters as a string."""
        return Folded(self.codes, self.places).text

    @cached_property
    def edge_list(self) -> list[int]:
        """The edges of documents as a list: searched for one letter at a time, it is ten times as fast as an array."""
        return list(map(int, self.document_edges.tolist()))

    @cached_property
    def unit_list(self) -> list[int]:
        """The edges of units, likewise."""
        return list(map(int, self.unit_edges.tolist()))

    @cached_property
    def _cut_list(self) -> list[int]:
        return list(map(int, self.sentence_cuts.tolist()))

    def parted(self, cuts: Places) -> Stream:
        """The same stream with ``more_cuts``; what does not hang on them is not worked out again."""
        stream = replace(self, more_cuts=cuts)
        lasting = ("letters", "edge_list", "unit_list", "traditional", "_sentence_ends")
        stream.__dict__.update((name, self.__dict__[name]) for name in lasting if name in self.__dict__)
        return stream

    @cached_property
    def traditional(self) -> NDArray[np.bool_]:
        """For each document whether it is written in traditional script: folding changes 3 % of its letters or more."""
        raw = code_points(self.text)[self.places]
        changed = np.concatenate([[0], np.cumsum((raw != self.codes) & (raw >= _HAN))])
        length = np.maximum(1, np.diff(self.document_edges))
        return np.diff(changed[self.document_edges]) > _TRADITIONAL * length

    @cached_property
    def sentence_cuts(self) -> Places:
        """Offsets in ``text`` right after a sentence end and its closing marks, and ``more_cuts``."""
        return np.union1d(self._sentence_ends, self.more_cuts)

    @cached_property
    def _sentence_ends(self) -> Places:
        found = [found.end() for pattern in _SENTENCE_ENDS for found in pattern.finditer(self.text)]
        return np.array(found, dtype=np.int64)

    @cached_property
    def sentence_edges(self) -> Places:
        """Edges of sentences in letters: a unit's edge is one, too."""
        return np.unique(np.concatenate([self.unit_edges, np.searchsorted(self.places, self.sentence_cuts)]))

    @cached_property
    def sentence_list(self) -> list[int]:
        """The edges of sentences as a list."""
        return list(map(int, self.sentence_edges.tolist()))

    def unit_at(self, letter: int) -> int:
        """The unit that holds a letter."""
        return bisect_right(self.unit_list, letter) - 1

    def document_at(self, letter: int) -> int:
        """The document that holds a letter."""
        return bisect_right(self.edge_list, letter) - 1

    def place(self, letter: int) -> tuple[int, int]:
        """Unit and offset in its text of a letter."""
        unit = self.unit_at(letter)
        return unit, int(self.places[letter] - self.unit_starts[unit])

    def ended(self, letter: int) -> bool:
        """Whether a sentence ends right before a letter, or a document begins or ends there."""
        edges, cuts = self.edge_list, self._cut_list
        at = bisect_left(edges, letter)
        if at < len(edges) and edges[at] == letter:
            return True
        found = bisect_right(cuts, int(self.places[letter - 1]))
        return found < len(cuts) and cuts[found] <= int(self.places[letter])

    def parting(self, letter: int) -> int:
        """The offset that parts a letter from the one before it: after the marks that close, before those that open."""
        low = int(self.places[letter - 1]) + 1 if letter else 0
        high = int(self.places[letter]) if letter < len(self.places) else len(self.text)
        while low < high and self.text[low] not in OPENERS and not self.text[low].isspace():
            low += 1
        return low

    def unit_text(self, unit: int) -> str:
        """The text of a unit."""
        return self.text[int(self.unit_starts[unit]) : int(self.unit_starts[unit + 1]) - 1]


def stream_of(documents: Sequence[Sequence[str]]) -> Stream:
    """The stream of documents, each given as its units."""
    units = [unit for document in documents for unit in document]
    text = "\n".join(units)
    folded = fold(text)
    starts = np.array(list(accumulate((len(unit) + 1 for unit in units), initial=0)), dtype=np.int64)
    edges = folded.places.searchsorted(starts)
    counts = [len(document) for document in documents]
    bounds = edges[list(accumulate(counts, initial=0))]
    owners = np.repeat(np.arange(len(counts)), counts)
    return Stream(text, folded.codes, folded.places, starts, edges, bounds, owners)
