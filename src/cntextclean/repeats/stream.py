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

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cntextclean.repeats.ends import sentence_ends
from cntextclean.repeats.fold import BLOCK, Codes, Places, code_points, fold, text_of
from cntextclean.repeats.offsets import Marks, Offsets, one_by_one
from cntextclean.repeats.stretches import are_in, distinct, narrowed, searched

OPENERS = "“‘「『（(【《〈〔［["
SOME = 1024
"""Units cut together: one by one takes three times as long."""
_HAN = 0x3400
_TRADITIONAL = 0.03
_WIDE = 0xFFFF


@dataclass(frozen=True)
class Stream:
    """
    ``units`` are the texts, ``codes`` their letters, ``offsets`` where these stand in all units, one a line. Edges
    count letters, first and last included: ``unit_edges[i]`` to ``unit_edges[i + 1]`` is unit ``i``. ``unit_starts``
    are offsets, and so are ``cuts``, right after the end of a sentence and its closing marks, and where else one is
    parted; ``cut_letters`` are the letters behind these. ``traditional`` says for each document whether it is written
    in traditional script: folding changes 3 % of its letters or more.
    """

    units: Sequence[str]
    codes: Codes
    offsets: Offsets
    unit_starts: Places
    unit_edges: Places
    document_edges: Places
    unit_document: NDArray[np.int32]
    cuts: Places
    cut_letters: Places
    traditional: NDArray[np.bool_]

    @cached_property
    def letters(self) -> Letters:
        """The folded letters, strings where they are asked for."""
        return Letters(self.codes)

    @cached_property
    def edge_list(self) -> Sequence[int]:
        """The edges of documents, searched for one letter at a time at ten times the speed of an array."""
        return one_by_one(self.document_edges)

    @cached_property
    def unit_list(self) -> Sequence[int]:
        """The edges of units, likewise."""
        return one_by_one(self.unit_edges)

    def parted(self, cuts: Places) -> Stream:
        """The same stream with more cuts; what does not hang on them is not worked out again, the rest given up."""
        fresh = np.setdiff1d(cuts, self.cuts)
        at, letters = searched(self.cuts, fresh), self.offsets.letters_before(fresh)
        stream = replace(
            self, cuts=np.insert(self.cuts, at, fresh), cut_letters=np.insert(self.cut_letters, at, letters)
        )
        for name in ("sentence_edges", "sentence_list"):
            self.__dict__.pop(name, None)
        lasting = ("letters", "edge_list", "unit_list")
        stream.__dict__.update((name, self.__dict__[name]) for name in lasting if name in self.__dict__)
        return stream

    @cached_property
    def sentence_edges(self) -> Places:
        """Edges of sentences in letters: a unit's edge is one, too."""
        return narrowed(distinct(np.concatenate([self.unit_edges, self.cut_letters])))

    @cached_property
    def sentence_list(self) -> Sequence[int]:
        """The edges of sentences, read one by one."""
        return one_by_one(self.sentence_edges)

    @cached_property
    def _cut_list(self) -> Sequence[int]:
        return one_by_one(self.cut_letters)

    def unit_at(self, letter: int) -> int:
        """The unit that holds a letter."""
        return bisect_right(self.unit_list, letter) - 1

    def document_at(self, letter: int) -> int:
        """The document that holds a letter."""
        return bisect_right(self.edge_list, letter) - 1

    def is_edge(self, letter: int) -> bool:
        """Whether a document begins or ends at a letter."""
        return _holds(self.edge_list, letter)

    def are_edges(self, letters: Places) -> NDArray[np.bool_]:
        """The same for many letters."""
        return are_in(self.document_edges, letters)

    def place(self, letter: int) -> tuple[int, int]:
        """Unit and offset in its text of a letter."""
        unit = self.unit_at(letter)
        return unit, self.offsets[letter] - int(self.unit_starts[unit])

    def ended(self, letter: int) -> bool:
        """Whether a sentence ends right before a letter, or a document begins or ends there."""
        return _holds(self._cut_list, letter) or self.is_edge(letter)

    def are_ended(self, letters: Places) -> NDArray[np.bool_]:
        """The same for many letters."""
        return are_in(self.cut_letters, letters) | self.are_edges(letters)

    def parting(self, letter: int) -> int:
        """The offset that parts a letter from the one before it: after the marks that close, before those that open."""
        unit = self.unit_at(letter - 1) if letter else 0
        text, start = self.units[unit], int(self.unit_starts[unit])
        low = self.offsets[letter - 1] + 1 - start if letter else 0
        high = min(self.offsets[letter] - start, len(text)) if letter < len(self.codes) else len(text)
        while low < high and text[low] not in OPENERS and not text[low].isspace():
            low += 1
        return low + start

    def unit_text(self, unit: int) -> str:
        """The text of a unit."""
        return self.units[unit]


def _holds(values: Sequence[int], value: int) -> bool:
    at = bisect_left(values, value)
    return at < len(values) and values[at] == value


class Letters:
    """Letters as strings, cut from an array of codes where they are asked for."""

    __slots__ = ("_codes",)

    def __init__(self, codes: Codes) -> None:
        self._codes = codes

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, at: slice) -> str:
        return text_of(self._codes[at])


def stream_of(documents: Sequence[Sequence[str]]) -> Stream:
    """The stream of documents, each given as its units."""
    return stream_of_units([unit for document in documents for unit in document], [len(units) for units in documents])


def stream_of_units(units: Sequence[str], counts: Sequence[int]) -> Stream:
    """The stream of documents of so many units each. Units are asked for some at a time, and may be cut only then."""
    some = (units[low : low + SOME] for low in range(0, len(units), SOME))
    lengths = np.fromiter((len(unit) + 1 for part in some for unit in part), np.int64, len(units))
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    built = _Builder(starts)
    low = 0
    while low < len(units):
        high = max(low + 1, int(np.searchsorted(starts, starts[low] + BLOCK, "right")) - 1)
        built.add(low, "\n".join(units[low:high]) + "\n", high)
        low = high
    return built.stream(units, np.array(counts, dtype=np.int64))


class _Builder:
    """Folds batches of units and gathers what a stream is made of."""

    def __init__(self, starts: Places) -> None:
        self._starts = starts
        self._codes: Codes = np.empty(int(starts[-1]), np.uint16)  # two bytes a letter, until one needs more
        self._count = 0
        self._edges = np.zeros(len(starts), np.int64)
        self._changed = np.zeros(len(starts), np.int64)
        self._marks = Marks(int(starts[-1]))
        self._ends = [np.zeros(0, np.int32)]
        self._end_letters = [np.zeros(0, np.int32)]

    def stream(self, units: Sequence[str], counts: Places) -> Stream:
        """All that was added."""
        bounds = np.concatenate([[0], np.cumsum(counts)])
        edges = self._edges
        letters = np.maximum(1, np.diff(edges[bounds]))
        owners = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        traditional = np.diff(np.cumsum(self._changed)[bounds]) > _TRADITIONAL * letters
        self._codes.resize(self._count, refcheck=False)
        return Stream(
            units, self._codes, self._marks.offsets(), self._starts, edges, edges[bounds], owners,
            narrowed(np.concatenate(self._ends)), narrowed(np.concatenate(self._end_letters)), traditional,
        )  # fmt: skip

    def add(self, low: int, text: str, high: int) -> None:
        """Fold units ``low`` to ``high``, whose lines are ``text``."""
        folded, start = fold(text), int(self._starts[low])
        edges = folded.places.searchsorted(self._starts[low : high + 1] - start)
        self._edges[low : high + 1] = edges + self._count
        every = code_points(text)
        raw = every[folded.places]
        changed = np.concatenate([[0], np.cumsum((raw != folded.codes) & (raw >= _HAN))])
        self._changed[low + 1 : high + 1] = np.diff(changed[edges])
        ends = sentence_ends(text, every)
        self._ends.append(narrowed(ends + start))
        self._end_letters.append(narrowed(folded.places.searchsorted(ends) + self._count))
        self._marks.add(folded.places, start)
        self._put(folded.codes)

    def _put(self, codes: Codes) -> None:
        if codes.max(initial=0) > _WIDE and self._codes.dtype == np.uint16:
            self._codes = self._codes.astype(np.uint32)
        if self._count + len(codes) > len(self._codes):  # characters that stand for several letters
            self._codes = np.concatenate(
                [self._codes[: self._count], np.empty(len(codes) + len(self._codes), self._codes.dtype)]
            )
        self._codes[self._count : self._count + len(codes)] = codes
        self._count += len(codes)
