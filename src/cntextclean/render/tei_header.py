"""
The header of a TEI file: what the document states of itself.

Title and authors stand in the title statement; identifiers, publication and date of the source in its bibliography,
with every other fact as a note that names it, so that none is lost. It holds no file name and no time. It is safe
because it is a pure function of the document and all text is escaped.

    >>> from cntextclean.model import Document, Source
    >>> made = Document("a", Source("a", "", "utf-8", 9, ""), metadata={"doi": "10.1/x", "fund": "甲"})
    >>> [line for line in header(made) if "idno" in line or "note" in line][1:]
    ['<idno type="DOI">10.1/x</idno>', '<note type="fund">甲</note>']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cntextclean.model import Document
from cntextclean.render.tei_text import plain

IDENTIFIERS = {"doi": "DOI", "issn": "ISSN", "cn": "CN"}
ELEMENTS = {"publication": "publisher", "date": "date"}
TERMS = {"keywords": "", "keywords_en": ' xml:lang="en"'}
STATED = {"authors", *IDENTIFIERS, *ELEMENTS, *TERMS}
UNPLAIN = re.compile(r"[^\w.-]+")


def header(document: Document) -> Iterator[str]:
    """The lines of the ``teiHeader``."""
    yield "<teiHeader>"
    yield "<fileDesc>"
    yield f"<titleStmt><title>{plain(document.title)}</title>"
    yield from (f"<author>{plain(name)}</author>" for name in _several(document, "authors"))
    yield "</titleStmt>"
    yield "<publicationStmt><p>Canonical text made by cntextclean.</p></publicationStmt>"
    yield "<sourceDesc><bibl>"
    yield from _source(document)
    yield "</bibl></sourceDesc>"
    yield "</fileDesc>"
    yield from _profile(document)
    yield "</teiHeader>"


def _source(document: Document) -> Iterator[str]:
    """What is known of the source."""
    yield f'<idno type="sha256">{plain(document.source.sha256)}</idno>'
    for key, kind in IDENTIFIERS.items():
        yield from (f'<idno type="{kind}">{plain(value)}</idno>' for value in _several(document, key))
    for key, tag in ELEMENTS.items():
        yield from (f"<{tag}>{plain(value)}</{tag}>" for value in _several(document, key))
    for key in sorted(set(document.metadata) - STATED):
        kind = UNPLAIN.sub("-", key) or "fact"
        yield from (f'<note type="{kind}">{plain(value)}</note>' for value in _several(document, key))


def _profile(document: Document) -> Iterator[str]:
    words = [
        f"<keywords{language}>{''.join(f'<term>{plain(word)}</term>' for word in found)}</keywords>"
        for key, language in TERMS.items()
        if (found := _several(document, key))
    ]
    if words:
        yield f"<profileDesc><textClass>{''.join(words)}</textClass></profileDesc>"


def _several(document: Document, key: str) -> tuple[str, ...]:
    value = document.metadata.get(key, ())
    return (value,) if isinstance(value, str) else tuple(value)
