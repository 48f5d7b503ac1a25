"""
What a search for copies across a corpus came to: findings, the records without their copies, who is a copy of whom.

It is safe because nothing is changed in the records that were given: what stays of a text is cut from it when it is
asked for.

    >>> without("第一段。\\n第二段。\\n第三段。\\n", [(5, 9)])
    '第一段。\\n第三段。\\n'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from cntextclean.model import Repeat, Span
from cntextclean.read.markdown import front_matter_end
from cntextclean.repeats.record import Record

if TYPE_CHECKING:
    from cntextclean.repeats.consensus import Correction

WHOLE = 0.9
"""Share of a text's letters that copies cover from which the text as a whole is a copy."""
SCRAPS = 60
"""Letters outside copies at most in a text that is a copy as a whole."""


@dataclass(frozen=True)
class Deduplication:
    """
    What was found. Records are in the order of their ids; offsets of findings are those of their texts. ``held`` are
    the records that texts were compared with and that are no part of the result: only a finding's ``kept`` names them.
    """

    records: tuple[Record, ...]
    findings: Sequence[Repeat]
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
