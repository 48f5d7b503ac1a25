"""
Counts of a document and of a run, in letters of the source: kept, set aside as furniture, removed.

White space is not counted, so the three always add up to the source's ink; the report can say that all is accounted
for because the figures come from the same spans that :func:`cntextclean.trace.verify` proved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cntextclean.model import Document, Passage, Repeat
from cntextclean.rules import names, rule
from cntextclean.trace import ink_of
from cntextclean.trace.align import align
from cntextclean.write.report.rulebook import family_of, sentence


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document: its name, what is wrong with it, and what to do."""

    name: str
    problem: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """
    What only the run knows: inputs that failed or were passed over, and ``settings`` as (name, value) pairs. Times
    and machines do not belong here: the same run gives the same report.
    """

    title: str = "Cleaning report"
    failures: tuple[Failure, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """One document in figures. ``kept``, ``furniture`` and ``removed`` are characters of the source without blanks."""

    id: str
    title: str
    encoding: str
    replaced: int
    kept: int
    furniture: int
    removed: int
    edits: int
    removals: int
    findings: int
    rules: tuple[tuple[str, str, int], ...]
    crossings: tuple[Repeat, ...]

    @property
    def total(self) -> int:
        """Characters of the source, without blanks."""
        return self.kept + self.furniture + self.removed

    @property
    def name(self) -> str:
        """The title, or the id where there is none."""
        return self.title or self.id

    @property
    def lost_share(self) -> float:
        """The share removed, 0 to 1."""
        return self.removed / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule acted, how it acts (``changed``, ``removed``, ``reported``), in how many documents."""

    name: str
    deed: str
    count: int
    documents: int
    family: str
    what: str


@dataclass(frozen=True, slots=True)
class Encoding:
    """Documents and characters read with one encoding; ``replaced``: places where bytes could not be read."""

    name: str
    documents: int
    characters: int
    replaced: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents in figures."""

    summaries: tuple[Summary, ...]
    totals: dict[str, int] = field(default_factory=dict)
    rules: tuple[RuleCount, ...] = ()
    encodings: tuple[Encoding, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """What to call each document, by id."""
        return {one.id: one.name for one in self.summaries}

    @property
    def lost_first(self) -> list[Summary]:
        """The summaries, those that lost most first; ties by name."""
        return sorted(self.summaries, key=lambda one: (-one.lost_share, -one.removed, one.id))


def summarise(document: Document) -> Summary:
    """A document in figures. Raises :class:`~cntextclean.errors.TraceError` where it contradicts itself."""
    kept = furniture = 0
    for block, stretches in align(document):
        ink = sum(len(ink_of(one.before)) for one in stretches)
        kept, furniture = (kept, furniture + ink) if block.role == "furniture" else (kept + ink, furniture)
    return Summary(
        document.id, document.title, document.source.encoding, len(document.source.replaced), kept, furniture,
        sum(len(ink_of(removal.text)) for removal in document.removed), len(document.edits), len(document.removed),
        len(document.findings), tuple(_rule_counts(document)), tuple(_crossings(document)),
    )  # fmt: skip


def sum_up(summaries: Sequence[Summary]) -> Corpus:
    """All summaries together."""
    fields = ("kept", "furniture", "removed", "edits", "removals", "findings", "replaced", "total")
    totals = {name: sum(getattr(one, name) for one in summaries) for name in fields}
    return Corpus(tuple(summaries), totals, tuple(_rules_of(summaries)), tuple(_encodings_of(summaries)))


def _rule_counts(document: Document) -> Iterable[tuple[str, str, int]]:
    counts = Counter((name, "changed") for edit in document.edits for name in edit.rule.split("+"))
    counts.update((removal.rule, "removed") for removal in document.removed)
    counts.update((finding.rule, "reported") for finding in document.findings)
    return ((name, deed, count) for (name, deed), count in sorted(counts.items()))


def _crossings(document: Document) -> Iterable[Repeat]:
    """Copies shared with other documents: as recorded, and removals that name another document without a record."""
    recorded = [one for one in document.repeats if one.duplicate.document != one.kept.document]
    places = {one.duplicate.start for one in recorded if one.duplicate.document == document.id}
    yield from recorded
    for removal in document.removed:
        start, of = removal.source[0][0], removal.of
        if of and of.document != document.id and start not in places:
            there = Passage(of.document, of.source[0][0], of.source[-1][1]) if of.source else Passage(of.document, 0, 0)
            here = Passage(document.id, start, removal.source[-1][1])
            yield Repeat("near", "removed", "", removal.similarity or 0.0, here, there)


def _rules_of(summaries: Sequence[Summary]) -> list[RuleCount]:
    counts: Counter[tuple[str, str]] = Counter()
    documents: Counter[tuple[str, str]] = Counter()
    for summary in summaries:
        for name, deed, count in summary.rules:
            counts[name, deed] += count
            documents[name, deed] += 1
    found = [
        RuleCount(
            name,
            deed,
            count,
            documents[name, deed],
            family_of(name),
            sentence(rule(name).what) if name in names() else "",
        )
        for (name, deed), count in counts.items()
    ]
    return sorted(found, key=lambda one: (("changed", "removed", "reported").index(one.deed), -one.count, one.name))


def _encodings_of(summaries: Sequence[Summary]) -> list[Encoding]:
    found: dict[str, list[Summary]] = {}
    for one in summaries:
        found.setdefault(one.encoding, []).append(one)
    counted = [
        Encoding(name, len(group), sum(one.total for one in group), sum(one.replaced for one in group))
        for name, group in found.items()
    ]
    return sorted(counted, key=lambda one: (-one.documents, one.name))
