"""
From records to findings: the engine run over a corpus.

It is safe because it only reads: ranks say which record keeps a text, decisions come from
:mod:`cntextclean.repeats.decide`, and every finding names offsets in the texts that were given.

    >>> from cntextclean.config import RepeatsConfig
    >>> from cntextclean.repeats.corpus import Record
    >>> ranked([Record("a", "短"), Record("b", "比它长。")], [1, 3], [5.0, 5.0], RepeatsConfig())
    [1, 0]
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, overload

import numpy as np
from numpy.typing import NDArray

from cntextclean.config import RepeatsConfig
from cntextclean.model import Action, Passage, Relation, Repeat, Role, Span
from cntextclean.repeats.decide import Decision, decide
from cntextclean.repeats.find import relation_of
from cntextclean.repeats.judge import Limits
from cntextclean.repeats.paragraphs import Sketch
from cntextclean.repeats.places import Found, UnitPlace, doubts_of, places_of
from cntextclean.repeats.quality import qualities
from cntextclean.repeats.stream import stream_of_units
from cntextclean.repeats.units import guess_roles, paragraph_spans

if TYPE_CHECKING:
    from cntextclean.repeats.corpus import Record

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
) -> tuple[Repeat, ...]:
    """
    All findings among records (in the order of their ids): removals and labels in the order of their copies.

    ``ranks``: which record keeps a text (the lower), where that is known; otherwise ``settings.keep`` says. ``held``:
    ids of records that keep their text before all others, and of which nothing is told but what is copied from them.
    """
    units: list[tuple[str, Span]] = []
    texts: list[str] = []
    roles: list[Role] = []
    counts: list[int] = []
    for record in records:
        spans, kinds = _units(record)
        counts.append(len(spans))
        texts += [record.text] * len(spans)
        units += [(record.id, span) for span in spans]
        roles += kinds
    stream = stream_of_units(_Cut(texts, units), counts)
    if ranks is None:
        ranks = ranked(records, np.diff(stream.document_edges), qualities(stream), settings, held)
    rank = np.array(ranks, dtype=np.int64)
    limits = Limits(least=settings.min_letters, identity=settings.identity)
    decision = decide(stream, rank, roles, limits, Sketch.of(settings))
    found = (one for one in _repeats(decision, units) if one.duplicate.document not in held)
    return tuple(sorted(found, key=_order))


class _Cut(Sequence[str]):
    """The texts of units, cut from those of their records when they are asked for: no second copy of a corpus."""

    def __init__(self, texts: Sequence[str], units: Sequence[tuple[str, Span]]) -> None:
        self._texts, self._units = texts, units

    def __len__(self) -> int:
        return len(self._units)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        start, end = self._units[number][1]
        return self._texts[number][start:end]


def _units(record: Record) -> tuple[list[Span], list[Role]]:
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
) -> list[int]:
    """
    The rank of each record: the lower keeps the text that others copy; ties by id; those ``held`` before all others.

    ``letters`` and ``quality`` are one a record. By default (``best``) a complete text ranks before a truncated one and
    a clean one before a noisy one: a text with a tenth of its letters misread counts as a fifth shorter.
    """

    def priority(record: Record) -> int:
        names = record.source, record.id
        found = (at for at, start in enumerate(settings.sources) if any(name.startswith(start) for name in names))
        return next(found, len(settings.sources))

    def best(at: int) -> float:
        return -round(math.log(max(1, letters[at])) + QUALITY * float(quality[at]), 6)

    def key(at: int) -> tuple[int | float | str, ...]:
        record, score = records[at], best(at)
        keys: dict[str, tuple[int | float | str, ...]] = {
            "best": (score, record.id),
            "first": (record.id,),
            "longest": (-int(letters[at]), record.id),
            "earliest": (record.date or "~", score, record.id),
            "source-priority": (priority(record), score, record.id),
        }
        return (record.id not in held, *keys[settings.keep])

    ranks = [0] * len(records)
    for rank, at in enumerate(sorted(range(len(records)), key=key)):
        ranks[at] = rank
    return ranks


def _repeats(decision: Decision, units: Sequence[tuple[str, Span]]) -> list[Repeat]:
    found = [
        _repeat(one, relation_of(one), "removed", "", units)
        for run in decision.runs
        for one in places_of(decision, run)
    ]
    return found + [
        _repeat(one, _doubtful(one, why, units), "labelled", why, units) for one, why in doubts_of(decision)
    ]


def _doubtful(found: Found, why: str, units: Sequence[tuple[str, Span]]) -> Relation:
    """The relation of a copy that stays."""
    if why == "template" or "variant" in why:
        return "template"
    across = units[found.duplicate.unit][0] != units[found.kept.unit][0]
    if across and found.evidence < FORMULA:
        return "formula"
    return relation_of(found) if found.whole or found.contains else "overlap"


def _repeat(found: Found, relation: Relation, action: Action, why: str, units: Sequence[tuple[str, Span]]) -> Repeat:
    duplicate, kept = _passage(found.duplicate, units), _passage(found.kept, units)
    document, span = units[found.kept.unit]
    agree = f"{found.letters - found.errors} of {found.letters} letters agree, in a block of {found.evidence}"
    return Repeat(
        relation, action, f"{document}@{span[0]}", round(found.similarity, 4), duplicate, kept, found.differing,
        f"{agree}; stays: {why}" if why else agree,
    )  # fmt: skip


def _passage(place: UnitPlace, units: Sequence[tuple[str, Span]]) -> Passage:
    document, (start, _) = units[place.unit]
    return Passage(document, start + place.start, start + place.end)


def _order(one: Repeat) -> tuple[str, int, int, str, str, int]:
    return (
        one.duplicate.document, one.duplicate.start, one.duplicate.end, one.action, one.kept.document, one.kept.start,
    )  # fmt: skip
