"""
Where places are cut in the text of units: after the marks that close, before those that open.

It is safe because between two letters only marks and blanks stand, and the cut is somewhere among them.

    >>> from cntextclean.repeats.stream import stream_of
    >>> cutter = Cutter(stream_of([["甲。”“乙”丙"]]))
    >>> cutter.after_marks(np.array([0, 1, 2, 3])).tolist(), cutter.before_openers(np.array([0, 1])).tolist()
    ([0, 3, 6, 7], [0, 3])
"""

from __future__ import annotations

import numpy as np

from cntextclean.repeats.fold import Places
from cntextclean.repeats.stream import OPENERS, Stream
from cntextclean.repeats.stretches import searched


class Cutter:
    """Answers for many letters at once."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._edges, self._starts = stream.unit_edges, stream.unit_starts

    def after_marks(self, letters: Places, units: Places | None = None) -> Places:
        """
        The offset in a unit that parts the letter before from the one given, for each. The unit's own edges for its
        first and last letter.
        """
        stream = self._stream
        units = self._units(letters) if units is None else units
        base = self._starts[units].astype(np.int64)
        found = self._starts[units + 1] - base - 1
        found[letters <= self._edges[units]] = 0
        inside = np.flatnonzero((letters > self._edges[units]) & (letters < self._edges[units + 1]))
        if not len(inside) or not len(stream.cuts):
            cut = np.zeros(len(inside), dtype=bool)
        else:
            at = np.minimum(searched(stream.cut_letters, letters[inside]), len(stream.cut_letters) - 1)
            cut = stream.cut_letters[at] == letters[inside]
            found[inside[cut]] = stream.cuts[at[cut]] - base[inside[cut]]
        rest = inside[~cut]
        found[rest] = self._parted(letters[rest], units[rest])
        return found

    def _parted(self, letters: Places, units: Places) -> Places:
        """The same where no sentence ends: right before the first mark that opens, or blank."""
        low = self._stream.offsets.at(letters - 1) + 1 - self._starts[units]
        high = self._stream.offsets.at(letters) - self._starts[units]
        found = low.copy()
        for row in np.flatnonzero(low < high).tolist():
            text, at, end = self._stream.unit_text(int(units[row])), int(low[row]), int(high[row])
            while at < end and text[at] not in OPENERS and not text[at].isspace():
                at += 1
            found[row] = at
        return found

    def before_openers(self, letters: Places, units: Places | None = None) -> Places:
        """Offsets of letters in their units, with the opening marks before each."""
        units = self._units(letters) if units is None else units
        found = self._stream.offsets.at(letters) - self._starts[units]
        for row in np.flatnonzero(found > 0).tolist():
            text, at = self._stream.unit_text(int(units[row])), int(found[row])
            while at and text[at - 1] in OPENERS:
                at -= 1
            found[row] = at
        return found

    def _units(self, letters: Places) -> Places:
        return np.minimum(searched(self._edges, letters, "right"), len(self._edges) - 1) - 1
