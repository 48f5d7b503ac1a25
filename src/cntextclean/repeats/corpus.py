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

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from cntextclean.config import Config
from cntextclean.errors import UsageError
from cntextclean.model import Document
from cntextclean.repeats.record import Record, record_of
from cntextclean.repeats.result import Deduplication, without

__all__ = ["Deduplication", "Record", "deduplicate", "without"]


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

    given = [record_of(one, number) for number, one in enumerate(texts)]
    records, held = tuple(sorted(given, key=_id)), tuple(against)
    compared = sorted((*records, *held), key=_id) if held else records
    for one, two in pairwise(compared):
        if one.id == two.id:
            raise UsageError(f"two records have the id `{one.id}`. Give every record an id of its own.")
    settings = (config or Config()).repeats
    findings = survey(compared, settings, held={record.id for record in held})
    places = [0] * len(given)
    for place, number in enumerate(sorted(range(len(given)), key=lambda number: given[number].id)):
        places[number] = place
    wanted = settings.consensus and (config or Config()).allows("repeats.consensus")
    result = Deduplication(records, findings, tuple(places), consensus=wanted, held=held)
    return replace(result, warnings=_warnings(result, findings.removed_characters(), settings.warn_share))


def _id(record: Record) -> str:
    return record.id


def _warnings(result: Deduplication, removed: Mapping[str, int], share: float) -> tuple[str, ...]:
    """A line for each source that loses more than the given share (0 to 1) of its letters."""
    total: dict[str, int] = {}
    gone: dict[str, int] = {}
    for record in result.records:
        source = record.source or "the input"
        total[source] = total.get(source, 0) + len(record.text)
        gone[source] = gone.get(source, 0) + removed.get(record.id, 0)
    return tuple(
        f"{gone[source] / total[source]:.0%} of {source} goes as copies. Read the findings before you go on."
        for source in sorted(total)
        if total[source] and gone[source] > share * total[source]
    )
