"""
Questions to segments: what they hold of a text, which paragraphs are like one, which keys share a band.

Candidates come from anchors and bands; all that is answered comes from the texts, compared by the engine of ``dedup``
or shingle by shingle. Only signatures that came without texts are answered by estimate, and called so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from cntextclean.config import RepeatsConfig
from cntextclean.index.candidates import MARGIN, alike_signatures, candidates, likeness
from cntextclean.index.compare import compare, overlap
from cntextclean.index.interchange import key_of
from cntextclean.index.model import Answer, Entry, Estimate, Known, Similar
from cntextclean.index.segment import Segment
from cntextclean.index.sketch import Numbers, Sketch, sketch_of


def answer(segments: Sequence[Segment], entry: Entry, settings: RepeatsConfig, limit: int) -> Answer:
    """What segments hold of a text; it is compared with ``limit`` documents at most, the likeliest first."""
    sketch = sketch_of([entry], settings)
    identical = [one.id_of(at) for one in segments for at in one.with_digest(entry.digest)]
    estimates = [told for one in segments if not _has_texts(one) for told in _estimates(one, sketch, settings)]
    ranked = _ranked(segments, sketch, settings)
    known = (compare(segment.entry(number), entry, settings) for _, _, segment, number in ranked[:limit])
    verified = sorted((one for one in known if one), key=_most_first)
    unchecked = max(0, len(ranked) - limit)
    return Answer(entry.id, tuple(sorted(identical)), tuple(verified), tuple(estimates), unchecked)


def related(
    segments: Sequence[Segment], entries: Iterable[Entry], settings: RepeatsConfig, limit: int
) -> tuple[list[Entry], int]:
    """
    The documents of segments that may share text with one of the entries, in the order of their ids: those with the
    very same text, and for each entry the likeliest ``limit``; and how many more there were.
    """
    chosen: dict[str, tuple[Segment, int]] = {}
    unchecked = 0
    for entry in entries:
        for segment in filter(_has_texts, segments):
            chosen.update((segment.id_of(at), (segment, at)) for at in segment.with_digest(entry.digest))
        ranked = _ranked(segments, sketch_of([entry], settings), settings)
        chosen.update((name, (segment, at)) for _, name, segment, at in ranked[:limit])
        unchecked += max(0, len(ranked) - limit)
    return [chosen[name][0].entry(chosen[name][1]) for name in sorted(chosen)], unchecked


def _ranked(
    segments: Sequence[Segment], sketch: Sketch, settings: RepeatsConfig
) -> list[tuple[float, str, Segment, int]]:
    """The documents that may share text with the one that ``sketch`` is of, the likeliest first."""
    found = (
        (-one.score, segment.id_of(one.document), segment, one.document)
        for segment in filter(_has_texts, segments)
        for one in candidates(segment, sketch, settings)
    )
    return sorted(found, key=lambda one: one[:2])


def _has_texts(segment: Segment) -> bool:
    """Whether a segment holds texts, not imported signatures alone."""
    return not len(segment) or segment.has_text(0)


def _most_first(one: Known) -> tuple[float, float, float, str]:
    return (-one.covered, -one.held, -one.jaccard, one.document)


def _estimates(segment: Segment, sketch: Sketch, settings: RepeatsConfig) -> Iterator[Estimate]:
    """Signatures without texts that are like paragraphs of a text, by key and paragraph."""
    asked, rows = alike_signatures(segment, sketch.rows, settings, settings.jaccard)
    values = likeness(sketch.rows[asked], segment.signatures[rows], segment.info.known)
    units = sketch.signed[asked].tolist()
    theirs = segment.signed_units[rows].tolist()
    found = [Estimate(key_of(segment, unit), *pair) for unit, *pair in zip(theirs, units, values, strict=True)]
    yield from sorted(found, key=lambda one: (one.key, one.paragraph))


def similar_paragraphs(
    segments: Sequence[Segment], text: str, settings: RepeatsConfig, least: float
) -> tuple[Similar, ...]:
    """Paragraphs whose shingles have at least this Jaccard similarity with those of a text, the most similar first."""
    sketch = sketch_of([Entry("", text, (((0, len(text)), "paragraph"),))], settings)
    found: list[Similar] = []
    for segment in segments:
        _, rows = alike_signatures(segment, sketch.rows, settings, least - MARGIN, None)
        for unit in segment.signed_units[rows].tolist():
            document = segment.document_of(unit)
            if segment.has_text(document):
                span = segment.span(unit)
                shares = overlap(text, segment.text_of(document)[slice(*span)], settings.shingle)
                number = unit - int(segment.unit_edges[document])
                found.append(Similar(segment.id_of(document), number, span, *shares))
    kept = (one for one in found if one.jaccard >= least)
    return tuple(sorted(kept, key=lambda one: (-one.jaccard, one.document, one.paragraph)))


def keys_in_bands(segments: Sequence[Segment], rows: Numbers, settings: RepeatsConfig) -> tuple[str, ...]:
    """The keys of all signatures that agree with one of ``rows`` in a whole band, ascending."""
    found: set[str] = set()
    for segment in segments:
        _, theirs = alike_signatures(segment, rows, settings, 0.0, None)
        found.update(key_of(segment, unit) for unit in np.unique(segment.signed_units[theirs]).tolist())
    return tuple(sorted(found))
