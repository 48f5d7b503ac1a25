"""
Copies across a corpus: at any boundary, in any noise, in the other script; every one verified, with both places.

One stream of all texts, one engine (:mod:`cntextclean.repeats.matches`), one decision
(:mod:`cntextclean.repeats.decide`). The order in which texts are given does not matter, their ids do.

It is safe because a copy is only removed where the text it repeats stays; what differs in numbers or words, what is
short, and what would tear a sentence is labelled. Nothing is changed in the texts that were given.

    >>> text = (
    ...     "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，"
    ...     "各地以变应变、见招拆招，会场外展现出经济韧性和潜力。通过要素赋能，把可能变成可以，引发热议。"
    ... )
    >>> result = deduplicate([text + "全文完。", "会场内。", text])
    >>> result.duplicate_of(2), [record.id for record in result.kept]
    ('000000', ['000000', '000001'])
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from cntextclean.config import Config
from cntextclean.errors import UsageError
from cntextclean.model import Document, Repeat, Role, Span
from cntextclean.read.markdown import front_matter_end

if TYPE_CHECKING:
    from cntextclean.repeats.consensus import Correction

WHOLE = 0.9
"""Share of a text's letters that copies cover from which the text as a whole is a copy."""
SCRAPS = 60
"""Letters outside copies at most in a text that is a copy as a whole."""


@dataclass(frozen=True, slots=True)
class Record:
    """A text with its id; ``date`` (sortable) and ``source`` serve the choice of the text that stays."""

    id: str
    text: str
    date: str = ""
    source: str = ""
    roles: tuple[tuple[Span, Role], ...] = ()


@dataclass(frozen=True)
class Deduplication:
    """
    What was found. Records are in the order of their ids; offsets of findings are those of their texts. ``held`` are
    the records that texts were compared with and that are no part of the result: only a finding's ``kept`` names them.
    """

    records: tuple[Record, ...]
    findings: tuple[Repeat, ...]
    positions: tuple[int, ...]
    warnings: tuple[str, ...] = ()
    consensus: bool = False
    held: tuple[Record, ...] = ()

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Where copies agree against the text that stays; with ``consensus`` what may be is corrected in ``kept``."""
        from cntextclean.repeats.consensus import find_corrections

        texts = {record.id: record.text for record in (*self.records, *self.held)}
        found = find_corrections(texts, self.findings, edit=self.consensus)
        return tuple(one for one in found if one.document in self._texts)

    def corrections_of(self, document: str) -> tuple[Correction, ...]:
        """Those of one record that change its text."""
        return self._corrected.get(document, ())

    @cached_property
    def _corrected(self) -> dict[str, tuple[Correction, ...]]:
        rows: dict[str, list[Correction]] = {}
        for one in self.corrections if self.consensus else ():
            if one.action == "corrected":
                rows.setdefault(one.document, []).append(one)
        return {document: tuple(found) for document, found in rows.items()}

    @cached_property
    def removed(self) -> tuple[Repeat, ...]:
        """Findings whose copy goes."""
        return tuple(one for one in self.findings if one.action == "removed")

    @cached_property
    def kept(self) -> tuple[Record, ...]:
        """The records as they are without their copies; those that are copies as a whole are left out."""
        return tuple(
            replace(record, text=self.shortened(record.id, record.text), roles=())
            for record in self.records
            if record.id not in self._whole
        )

    def shortened(self, document: str, text: str) -> str:
        """The text of a record, given as it was read, without its copies and with its corrections."""
        from cntextclean.repeats.consensus import corrected

        better = corrected(text, self.corrections_of(document)) if self.consensus else text
        return without(better, self._gone.get(document, ()))

    @cached_property
    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """Ids of records that share text with one kept record, that one first; stars, not chains."""
        stars: dict[str, dict[str, None]] = {}
        for one in self.removed:
            if one.duplicate.document != one.kept.document:
                stars.setdefault(one.kept.document, {})[one.duplicate.document] = None
        return tuple((kept, *sorted(stars[kept])) for kept in sorted(stars))

    def duplicate_of(self, index: int) -> str | None:
        """The id of the record that the given text (by its place in the input) is a copy of as a whole, or ``None``."""
        return self._whole.get(self.records[self.positions[index]].id)

    def rethreshold(self, similarity: float) -> Deduplication:
        """The same findings, those less similar (0 to 1) labelled instead of removed."""
        findings = tuple(
            replace(one, action="labelled") if one.similarity < similarity else one for one in self.findings
        )
        return replace(self, findings=findings)

    @cached_property
    def _gone(self) -> dict[str, list[Span]]:
        spans: dict[str, list[Span]] = {}
        for one in self.removed:
            spans.setdefault(one.duplicate.document, []).append((one.duplicate.start, one.duplicate.end))
        return spans

    @cached_property
    def _whole(self) -> dict[str, str]:
        """Records that are copies as a whole, and of which record mostly."""
        found: dict[str, str] = {}
        for record in self.records:
            spans = self._gone.get(record.id)
            if not spans:
                continue
            body = record.text[front_matter_end(record.text) :]
            letters = sum(map(str.isalnum, body))
            rest = letters - sum(map(str.isalnum, "".join(record.text[start:end] for start, end in spans)))
            if rest > SCRAPS or rest > (1 - WHOLE) * letters:
                continue
            weight: dict[str, int] = {}
            for one in self.removed_of(record.id):
                if one.kept.document != record.id:
                    weight[one.kept.document] = (
                        weight.get(one.kept.document, 0) + one.duplicate.end - one.duplicate.start
                    )
            if weight:
                found[record.id] = min(weight, key=lambda other: (-weight[other], other))
        return found

    @property
    def whole_copies(self) -> dict[str, str]:
        """The records that go as a whole, in the order of their ids, each with the id of what it is a copy of."""
        return dict(self._whole)

    def rest_of(self, document: str) -> str:
        """The text of a record without its copies: of one that goes as a whole, what no copy holds."""
        return without(self._texts[document], self._gone.get(document, ()))

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {record.id: record.text for record in self.records}

    def removed_of(self, document: str) -> tuple[Repeat, ...]:
        """The removals of one record."""
        return self._by_document.get(document, ())

    @cached_property
    def _by_document(self) -> dict[str, tuple[Repeat, ...]]:
        rows: dict[str, list[Repeat]] = {}
        for one in self.removed:
            rows.setdefault(one.duplicate.document, []).append(one)
        return {document: tuple(found) for document, found in rows.items()}


def without(text: str, spans: Iterable[Span]) -> str:
    """A text without the given spans; a line that they empty goes, too. Without spans it is the text as it is."""
    cuts = sorted(spans)
    if not cuts:
        return text
    parts: list[str] = []
    at = 0
    for start, end in cuts:
        head = text[at:start]
        parts.append(head)
        at = end
        before = "".join(parts)[-1:] or "\n"
        if before == "\n":
            while at < len(text) and text[at] == "\n":
                at += 1
    left = "".join(parts) + text[at:]
    if text[at:].strip("\n"):
        return left
    return left.rstrip("\n") + ("\n" if text.endswith("\n") else "")


def deduplicate(
    texts: Iterable[str | tuple[str, str] | Record | Document],
    config: Config | None = None,
    *,
    against: Iterable[Record] = (),
) -> Deduplication:
    """
    Find the copies in and among texts: plain strings, whose id is their place in the input; pairs of id and text;
    records; or documents, which are compared by their blocks (offsets count in the blocks' texts, a line feed between).

    ``against``: records that stand elsewhere already, such as those of an archive
    (:meth:`~cntextclean.index.archive.Index.related`). They keep their text whatever ``repeats.keep`` says, and what
    they share with each other is not told.

    Raises :class:`~cntextclean.errors.UsageError` where two records have one id.
    """
    from cntextclean.repeats.survey import survey

    given = [_record(one, number) for number, one in enumerate(texts)]
    order = sorted(range(len(given)), key=lambda number: given[number].id)
    records, held = tuple(given[number] for number in order), tuple(against)
    compared = sorted((*records, *held), key=lambda record: record.id)
    for one, two in pairwise(compared):
        if one.id == two.id:
            raise UsageError(f"two records have the id `{one.id}`. Give every record an id of its own.")
    settings = (config or Config()).repeats
    findings = survey(compared, settings, held={record.id for record in held})
    places = [0] * len(given)
    for place, number in enumerate(order):
        places[number] = place
    wanted = settings.consensus and (config or Config()).allows("repeats.consensus")
    result = Deduplication(records, findings, tuple(places), consensus=wanted, held=held)
    return replace(result, warnings=_warnings(result, settings.warn_share))


def _record(one: str | tuple[str, str] | Record | Document, number: int) -> Record:
    if isinstance(one, Record):
        return one
    if isinstance(one, tuple):
        return Record(*one)
    if isinstance(one, Document):
        spans: list[tuple[Span, Role]] = []
        at = 0
        for block in one.blocks:
            spans.append(((at, at + len(block.text)), block.role))
            at += len(block.text) + 1
        return Record(one.id, "\n".join(block.text for block in one.blocks), roles=tuple(spans))
    if isinstance(one, str):
        return Record(f"{number:06d}", one)
    raise UsageError(f"text {number} is neither a text nor a pair of id and text ({type(one).__name__}).")


def _warnings(result: Deduplication, share: float) -> tuple[str, ...]:
    """A line for each source that loses more than the given share (0 to 1) of its letters."""
    total: dict[str, int] = {}
    gone: dict[str, int] = {}
    for record in result.records:
        source = record.source or "the input"
        total[source] = total.get(source, 0) + len(record.text)
        cut = sum(one.duplicate.end - one.duplicate.start for one in result.removed_of(record.id))
        gone[source] = gone.get(source, 0) + cut
    return tuple(
        f"{gone[source] / total[source]:.0%} of {source} goes as copies. Read the findings before you go on."
        for source in sorted(total)
        if total[source] and gone[source] > share * total[source]
    )
