"""
A text against one document of the archive: every passage that both have, verified by the engine of ``dedup``.

The two are read as a corpus of two, the archive's first; so a passage is called a copy exactly where ``dedup`` would
take it out, and alike where it would leave it, with the same reason.

    >>> one = (
    ...     "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，"
    ...     "各地以变应变、见招拆招，会场外展现出经济韧性和潜力。通过要素赋能，把可能变成可以，引发热议。"
    ... )
    >>> known = compare(Entry("old", one), Entry("new", "会场内。" + one), RepeatsConfig())
    >>> known.relation, known.covered, known.held, [(hit.verdict, hit.query.start) for hit in known.hits]
    ('near', 0.9643, 1.0, [('copy', 4)])
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cntextclean.config import RepeatsConfig
from cntextclean.index.model import Entry, Hit, Known
from cntextclean.model import Passage, Relation, Repeat
from cntextclean.repeats.corpus import Record
from cntextclean.repeats.fold import fold
from cntextclean.repeats.survey import survey

OLD, NEW = "archive", "query"
WHOLE = 0.9
"""Share of a text's letters from which it counts as copied as a whole."""


def compare(old: Entry, new: Entry, settings: RepeatsConfig) -> Known | None:
    """What a text shares with a document of the archive; None where the engine says nothing of it."""
    pair = (Record(OLD, old.text, roles=old.units), Record(NEW, new.text, roles=new.units))
    findings = survey(pair, settings, (0, 1))
    hits = [
        _hit(one, old, new, settings.shingle)
        for one in findings
        if one.duplicate.document == NEW and one.kept.document == OLD
    ]
    if not hits:
        return None
    jaccard, _ = overlap(new.text, old.text, settings.shingle)
    if fold(new.text).text == fold(old.text).text:
        return Known(old.id, "exact", jaccard, 1.0, 1.0, tuple(hits))
    same = [hit for hit in hits if hit.relation != "template" or hit.similarity == 1]
    covered = _share(new.text, (hit.query for hit in same))
    held = _share(old.text, (hit.archive for hit in same))
    return Known(old.id, _relation(hits, covered, held), jaccard, covered, held, tuple(hits))


def overlap(one: str, two: str, letters: int) -> tuple[float, float]:
    """Jaccard similarity and containment (of the first in the second) of the letter shingles of two texts."""
    first, second = shingles(one, letters), shingles(two, letters)
    both = len(first & second)
    if not both:
        return 0.0, 0.0
    return round(both / len(first | second), 4), round(both / len(first), 4)


def shingles(text: str, letters: int) -> set[str]:
    """The different runs of so many folded letters in a text."""
    folded = fold(text).text
    return {folded[at : at + letters] for at in range(len(folded) - letters + 1)}


def _hit(one: Repeat, old: Entry, new: Entry, letters: int) -> Hit:
    mine, theirs = one.duplicate, one.kept
    jaccard, containment = overlap(new.text[mine.start : mine.end], old.text[theirs.start : theirs.end], letters)
    return Hit(
        one.relation, "copy" if one.action == "removed" else "alike", one.similarity, jaccard, containment,
        replace(mine, document=new.id), replace(theirs, document=old.id), one.differing, one.evidence,
    )  # fmt: skip


def _share(text: str, passages: Iterable[Passage]) -> float:
    """The share of a text's letters that passages cover, overlaps once."""
    at = inside = 0
    for start, end in sorted((passage.start, passage.end) for passage in passages):
        inside += sum(map(str.isalnum, text[max(at, start) : max(at, end)]))
        at = max(at, end)
    return round(inside / max(1, sum(map(str.isalnum, text))), 4)


def _relation(hits: list[Hit], covered: float, held: float) -> Relation:
    """
    The relation of a text as a whole to a document, from the shares of both that stand in the other. Where nothing is a
    copy, numbers that differ make it a template; short wording alone is what most of its letters are.
    """
    copies = any(hit.verdict == "copy" for hit in hits)
    if not copies and any(hit.relation == "template" and hit.similarity < 1 for hit in hits):
        return "template"
    if covered >= WHOLE and held >= WHOLE:
        return "near"
    if covered >= WHOLE:
        return "contained"
    if held >= WHOLE:
        return "contains"
    if copies:
        return "overlap"
    letters: dict[Relation, int] = {}
    for hit in hits:
        letters[hit.relation] = letters.get(hit.relation, 0) + hit.query.end - hit.query.start
    return max(letters, key=lambda name: (letters[name], name))
