"""
A document taken apart into its articles, and what belongs to none of them: the page's own lines.

Every block is in exactly one part. An article has the title that stands over it and the facts that its own blocks
state; what the page states of itself (its date, its name) holds for all of them. The page's own lines are its
furniture: headers, footers, page numbers. The parts are for reading; the proof of the text stays with the whole
document.

    >>> from cntextclean.model import Block, Source
    >>> blocks = (
    ...     Block("b1", "title", "甲", ((0, 1),)),
    ...     Block("b2", "furniture", "第3版", ((2, 5),)),
    ...     Block("b3", "title", "乙", ((6, 7),), article=1),
    ... )
    >>> document = Document("a", Source("a", "", "utf-8", 7, ""), title="甲", blocks=blocks)
    >>> [(part.number, part.document.title, [one.id for one in part.document.blocks]) for part in take_apart(document)]
    [(1, '甲', ['b1']), (2, '乙', ['b3']), (0, '', ['b2'])]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cntextclean.model import Block, Document, Fact, Span
from cntextclean.structure.sections import section_tree

PAGE = 0


@dataclass(frozen=True, slots=True)
class Part:
    """An article by its number on the page, from 1, or the page's own lines (``PAGE``), as a document to render."""

    number: int
    document: Document


def take_apart(document: Document) -> tuple[Part, ...]:
    """The articles in their order, then the page's own lines where there are any; nothing for an empty document."""
    own = [block for block in document.blocks if block.role == "furniture"]
    articles: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.role != "furniture":
            articles.setdefault(block.article, []).append(block)
    if len(articles) == 1 and not own:
        return (Part(1, document),)
    known = _FactPlaces(document, articles)
    parts = [
        Part(number, _part(document, blocks, _title_of(document, blocks, alone=len(articles) == 1), known.of(article)))
        for number, (article, blocks) in enumerate(articles.items(), 1)
    ]
    if own:
        parts.append(Part(PAGE, _part(document, own, "", known.of(None))))
    return tuple(parts)


def _part(document: Document, blocks: Sequence[Block], title: str, facts: Sequence[Fact]) -> Document:
    """The document with these blocks alone, to be rendered; removals and findings stay with the whole."""
    kept = {(fact.name, fact.value) for fact in facts}
    stated = {fact.name for fact in document.facts}
    metadata: dict[str, str | tuple[str, ...]] = {}
    for name, value in document.metadata.items():
        if isinstance(value, tuple):
            mine = tuple(one for one in value if name not in stated or (name, one) in kept)
            metadata |= {name: mine} if mine else {}
        elif name not in stated or (name, value) in kept:
            metadata[name] = value
    held = {block.id for block in blocks}
    return replace(
        document,
        title=title,
        metadata=metadata,
        facts=tuple(facts),
        blocks=tuple(blocks),
        sections=section_tree(tuple(blocks)),
        references=tuple(one for one in document.references if one.block in held),
        links=tuple(one for one in document.links if one.block in held),
        removed=(),
        findings=(),
        repeats=(),
        stats={},
    )


def _title_of(document: Document, blocks: Sequence[Block], *, alone: bool) -> str:
    if alone:
        return document.title
    titles = [block for block in blocks if block.role == "title"]
    chinese = [block for block in titles if block.lang == "zh"]
    return " ".join((chinese or titles)[0].text.split()) if titles else ""


class _FactPlaces:
    """Knows for each fact the articles that state it; one that no article states holds for all."""

    def __init__(self, document: Document, articles: dict[int, list[Block]]) -> None:
        owners = sorted((span, block.article) for held in articles.values() for block in held for span in block.source)
        self._alone = len(articles) == 1
        self._facts = [(fact, frozenset(_owners_of(fact, owners))) for fact in document.facts]

    def of(self, article: int | None) -> list[Fact]:
        """The facts of an article; with None, those of the page itself."""
        if article is None:
            return [fact for fact, owners in self._facts if not owners]
        return [fact for fact, owners in self._facts if self._alone or not owners or article in owners]


def _owners_of(fact: Fact, owners: Sequence[tuple[Span, int]]) -> Iterator[int]:
    """The articles whose blocks hold a statement of the fact."""
    for start, _ in (span for stated in fact.stated for span in stated):
        at = bisect_right(owners, start, key=lambda row: row[0][0]) - 1
        if at >= 0 and start < owners[at][0][1]:
            yield owners[at][1]
