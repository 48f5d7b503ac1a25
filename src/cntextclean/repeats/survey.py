"""
From records to findings: the engine run over a corpus.

It is safe because it only reads: ranks say which record keeps a text, decisions come from
:mod:`cntextclean.repeats.decide`, and every finding names offsets in the texts that were given.

    >>> from cntextclean.config import RepeatsConfig
    >>> from cntextclean.repeats.record import Record
    >>> ranked([Record("a", "短"), Record("b", "比它长。")], [1, 3], [5.0, 5.0], RepeatsConfig()).tolist()
    [1, 0]
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from cntextclean.config import RepeatsConfig
from cntextclean.model import Relation, Role, Span
from cntextclean.repeats.decide import Decision, decide
from cntextclean.repeats.find import relation_of
from cntextclean.repeats.findings import Findings, Row, gathered
from cntextclean.repeats.fold import Places
from cntextclean.repeats.places import Found, UnitPlace, found_places
from cntextclean.repeats.quality import qualities
from cntextclean.repeats.record import Record
from cntextclean.repeats.stream import stream_of_units
from cntextclean.repeats.units import guess_roles, paragraph_spans

Counts = NDArray[np.int64]
Scores = NDArray[np.float64]

QUALITY = 0.3
"""Weight of quality against the logarithm of the length."""
FORMULA = 120
"""Agreeing letters below which a copy across documents that stays is but wording that many texts share."""


def survey(
    records: Sequence[Record],
    settings: RepeatsConfig,
    ranks: Sequence[int] | None = None,
    held: Collection[str] = frozenset(),
) -> Findings:
    """
    All findings among records (in the order of their ids): removals and labels in the order of their copies.

    ``ranks``: which record keeps a text (the lower), where that is known; otherwise ``settings.keep`` says. ``held``:
    ids of records that keep their text before all others, and of which nothing is told but what is copied from them.
    """
    units, names = _Units(records), [record.id for record in records]
    apart = {at for at, name in enumerate(names) if name in held}
    # Nothing here holds on to the stream: what was found is put in order when it is gone.
    return gathered(names, _rows(_decided(units, records, settings, ranks, held), units, apart))


def _decided(
    units: _Units,
    records: Sequence[Record],
    settings: RepeatsConfig,
    ranks: Sequence[int] | None,
    held: Collection[str],
) -> Decision | None:
    """What goes of the units of records."""
    stream = stream_of_units(units, units.counts)
    if ranks is None:
        rank = ranked(records, np.diff(stream.document_edges), qualities(stream), settings, held)
    else:
        rank = np.array(ranks, dtype=np.int64)
    return decide(stream, rank, units.roles, settings)


class _Units(Sequence[str]):
    """The paragraphs of records, cut from their texts when they are asked for: no second copy of a corpus."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self.roles: list[Role] = []
        self.counts: list[int] = []
        self.owners, self.starts, self._ends = array("I"), array("I"), array("I")
        for number, record in enumerate(records):
            spans, roles = _parts(record)
            self.counts.append(len(spans))
            self.roles += roles
            for start, end in spans:
                self.owners.append(number)
                self.starts.append(start)
                self._ends.append(end)

    def __len__(self) -> int:
        return len(self.owners)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        if isinstance(number, slice):
            rows = zip(self.owners[number], self.starts[number], self._ends[number], strict=True)
            return [self._records[owner].text[start:end] for owner, start, end in rows]
        return self._records[self.owners[number]].text[self.starts[number] : self._ends[number]]

    def passage(self, place: UnitPlace) -> tuple[int, int, int]:
        """The number of a document, and a place in it."""
        start = self.starts[place.unit]
        return self.owners[place.unit], start + place.start, start + place.end


def _parts(record: Record) -> tuple[list[Span], list[Role]]:
    if record.roles:
        return [span for span, _ in record.roles], [role for _, role in record.roles]
    spans = paragraph_spans(record.text)
    return spans, guess_roles(record.text, spans)


def ranked(
    records: Sequence[Record],
    letters: Sequence[int] | Counts,
    quality: Sequence[float] | Scores,
    settings: RepeatsConfig,
    held: Collection[str] = frozenset(),
) -> Places:
    """
    The rank of each record (they are in the order of their ids): the lower keeps the text that others copy; ties by id;
    those ``held`` before all others.

    ``letters`` and ``quality`` are one a record. By default (``best``) a complete text ranks before a truncated one and
    a clean one before a noisy one: a text with a tenth of its letters misread counts as a fifth shorter.
    """
    count = len(records)
    sizes = zip(letters, quality, strict=True)
    scores = (-round(math.log(max(1, size)) + QUALITY * float(quality), 6) for size, quality in sizes)
    score = np.fromiter(scores, np.float64, count)
    keys: dict[str, Callable[[], list[Scores | Places]]] = {
        "best": lambda: [score],
        "first": list,
        "longest": lambda: [-np.asarray(letters, np.int64)],
        "earliest": lambda: [_ordered([record.date or "~" for record in records]), score],
        "source-priority": lambda: [np.array([_priority(record, settings) for record in records]), score],
    }
    others = np.fromiter((record.id not in held for record in records), np.int64, count)
    ranks = np.empty(count, np.int64)
    ranks[np.lexsort((np.arange(count), *reversed(keys[settings.keep]()), others))] = np.arange(count)
    return ranks


def _ordered(names: Sequence[str]) -> Places:
    """The place of each name among all different ones."""
    place = {name: at for at, name in enumerate(sorted(set(names)))}
    return np.fromiter((place[name] for name in names), np.int64, len(names))


def _priority(record: Record, settings: RepeatsConfig) -> int:
    """The place of a record's source among those that were named, the best first."""
    names = record.source, record.id
    found = (at for at, start in enumerate(settings.sources) if any(name.startswith(start) for name in names))
    return next(found, len(settings.sources))


def _rows(decision: Decision | None, units: _Units, held: Collection[int]) -> Iterator[Row]:
    """The findings of a decision, but for those about copies in documents that are ``held``."""
    for found in found_places(decision) if decision else ():
        duplicate, kept = units.passage(found.duplicate), units.passage(found.kept)
        if duplicate[0] not in held:
            yield Row(
                duplicate, kept, units.starts[found.kept.unit], found.letters, found.errors, found.evidence,
                _relation(found, across=duplicate[0] != kept[0]), found.why, found.differing,
            )  # fmt: skip


def _relation(found: Found, *, across: bool) -> Relation:
    """The relation of a copy, be it one that stays."""
    if not found.why:
        return relation_of(found)
    if found.why == "template" or "variant" in found.why:
        return "template"
    if across and found.evidence < FORMULA:
        return "formula"
    return relation_of(found) if found.whole or found.contains else "overlap"
