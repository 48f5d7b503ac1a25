"""
A document as TEI P5 (tei-c.org/guidelines/p5), for archives.

Articles are divisions of the body, sections divisions in them; bylines, captions, notes, references and furniture have
the elements that TEI has for them. References are parsed (GB/T 7714), citations and note marks in the text point to
them where that is certain. Nothing is left out: furniture stands in ``<fw>``, removed text is not part of the document.
The elements in use are those of ``tests/structure/tei_subset.rng``, a RelaxNG customisation of our own; tests validate
against it.

It is safe because it is a pure function of the document; all text is escaped, and characters that XML 1.0 forbids are
shown as U+FFFD.

    >>> from cntextclean.model import Block, Document, Source
    >>> blocks = (Block("b1", "title", "标题", ((0, 2),)), Block("b2", "paragraph", "甲 < 乙。", ((3, 9),)))
    >>> tei = render_tei(Document("a", Source("a", "", "utf-8", 9, ""), title="标题", blocks=blocks))
    >>> '<head type="main" xml:id="b1">标题</head>' in tei, '<p xml:id="b2">甲 &lt; 乙。</p>' in tei
    (True, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from cntextclean.model import Block, Document, Section
from cntextclean.structure.citations import Citation, find_anchors, find_citations
from cntextclean.structure.references import Reference, read_reference
from cntextclean.structure.sections import section_tree

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NAMESPACE = "http://www.tei-c.org/ns/1.0"
IDENTIFIERS = (("doi", "DOI"), ("issn", "ISSN"), ("cn", "CN"))
TABLE_EDGE = re.compile(r"^\s*\||\|\s*$")
HEADS = ("title", "subtitle")
TOP = (*HEADS, "byline", "furniture", "footnote", "metadata")
"""Roles that may stand at the top of a division; after any other a title opens a division of its own."""


def render_tei(document: Document) -> str:
    """The document as one TEI file with an XML declaration and a final newline."""
    linker = _Linker(document.blocks)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<TEI xmlns="{NAMESPACE}">',
        *_header(document),
        "<text>",
        "<body>",
        *_articles(document.blocks, linker),
        "</body>",
        "</text>",
        "</TEI>",
    ]
    return "\n".join(parts) + "\n"


class _Linker:
    """Knows the references and notes of a document, and sets pointers to them into text."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.references = [block for block in blocks if block.role == "reference"]
        self.items: list[Reference] = [read_reference(block.text) for block in self.references]
        self.notes = [block for block in blocks if block.role == "footnote"]

    def marked(self, text: str) -> str:
        """The text escaped, its citations and note marks as ``<ref>``."""
        citations = [(one, self.references[one.item].id) for one in find_citations(text, self.items)]
        anchors = [(one, self.notes[one.item].id) for one in find_anchors(text, [note.text for note in self.notes])]
        shown, at = [], 0
        for one, target in sorted([*citations, *anchors], key=lambda pair: (pair[0].start, pair[0].end)):
            if one.start < at:
                continue
            shown += [_plain(text[at : one.start]), _pointer(text, one, target)]
            at = one.end
        return "".join([*shown, _plain(text[at:])])


def _pointer(text: str, citation: Citation, target: str) -> str:
    return f'<ref target="#{target}">{_plain(text[citation.start : citation.end])}</ref>'


def _plain(text: str) -> str:
    return escape(FORBIDDEN.sub("\ufffd", text))


def _header(document: Document) -> Iterator[str]:
    facts = document.metadata
    yield "<teiHeader>"
    yield "<fileDesc>"
    yield f"<titleStmt><title>{_plain(document.title or document.id)}</title>"
    yield from (f"<author>{_plain(name)}</author>" for name in _several(facts.get("authors", ())))
    yield "</titleStmt>"
    yield "<publicationStmt><p>Canonical text made by cntextclean.</p></publicationStmt>"
    yield "<sourceDesc><bibl>"
    yield f'<idno type="sha256">{_plain(document.source.sha256)}</idno>'
    for key, kind in IDENTIFIERS:
        yield from (f"<idno type={quoteattr(kind)}>{_plain(value)}</idno>" for value in _several(facts.get(key, ())))
    yield from (f"<publisher>{_plain(value)}</publisher>" for value in _several(facts.get("publication", ())))
    yield from (f"<date>{_plain(value)}</date>" for value in _several(facts.get("date", ())))
    yield "</bibl></sourceDesc>"
    yield "</fileDesc>"
    yield from _profile(document)
    yield "</teiHeader>"


def _profile(document: Document) -> Iterator[str]:
    keywords = [*_several(document.metadata.get("keywords", ())), *_several(document.metadata.get("keywords_en", ()))]
    if keywords:
        terms = "".join(f"<term>{_plain(word)}</term>" for word in keywords)
        yield f"<profileDesc><textClass><keywords>{terms}</keywords></textClass></profileDesc>"


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _articles(blocks: Sequence[Block], linker: _Linker) -> Iterator[str]:
    """One division an article; within it, its sections."""
    for article, members in groupby(blocks, key=lambda block: block.article):
        held = tuple(members)
        known = {block.id: block for block in held}
        yield f'<div type="article" n="{article + 1}">'
        for section in section_tree(held):
            yield from _section(section, known, linker)
        yield "</div>"


def _section(section: Section, known: dict[str, Block], linker: _Linker) -> Iterator[str]:
    kind = f"level{section.level}" if section.heading else "text"
    yield f'<div type="{kind}">'
    if section.heading:
        heading = known[section.heading]
        yield f'<head xml:id="{heading.id}">{linker.marked(heading.text)}</head>'
    for number, chunk in enumerate(_chunks([known[name] for name in section.blocks])):
        inner = list(_blocks(chunk, linker))
        yield from ['<div type="text">', *inner, "</div>"] if number else inner
    for child in section.sections:
        yield from _section(child, known, linker)
    yield "</div>"


def _chunks(blocks: Sequence[Block]) -> list[list[Block]]:
    """Cut before each title that follows text: TEI has heads at the top of divisions only."""
    chunks: list[list[Block]] = [[]]
    for block in blocks:
        if block.role in HEADS and any(other.role not in TOP for other in chunks[-1]):
            chunks.append([])
        chunks[-1].append(block)
    return chunks


def _blocks(blocks: Iterable[Block], linker: _Linker) -> Iterator[str]:
    """Blocks in order; neighbours of one list, table or bibliography share its element."""
    top = True
    for role, members in groupby(blocks, key=lambda block: block.role):
        held = list(members)
        if role == "list_item":
            items = "".join(f"<item{_named(block)}>{linker.marked(block.text)}</item>" for block in held)
            yield f"<list>{items}</list>"
        elif role == "table":
            yield f"<table>{''.join(_rows(block) for block in held)}</table>"
        elif role == "reference":
            items = "".join(_bibliography(block) for block in held)
            yield f"<listBibl>{items}</listBibl>"
        else:
            yield from (_block(block, linker, top=top) for block in held)
        top = top and role in TOP


def _named(block: Block) -> str:
    language = ' xml:lang="en"' if block.lang == "en" else ""
    return f' xml:id="{block.id}"{language}'


def _block(block: Block, linker: _Linker, *, top: bool) -> str:
    """One block in the element that TEI has for its role."""
    text = linker.marked(block.text)
    name = _named(block)
    shown = {
        "title": f'<head type="main"{name}>{text}</head>',
        "subtitle": f'<head type="sub"{name}>{text}</head>',
        "byline": f"<byline{name}>{text}</byline>" if top else f'<p{name} rend="byline">{text}</p>',
        "caption": f"<figure{name}><figDesc>{text}</figDesc></figure>",
        "footnote": f'<note place="bottom"{name}>{text}</note>',
        "metadata": f'<note type="metadata"{name}>{text}</note>',
        "abstract": f'<p{name} rend="abstract">{text}</p>',
        "keywords": f'<p{name} rend="keywords">{text}</p>',
        "quote": f"<quote{name}>{text}</quote>",
        "furniture": f'<fw type="furniture"{name}>{text}</fw>',
    }
    return shown.get(block.role, f"<p{name}>{text}</p>")


def _rows(block: Block) -> str:
    """The rows of a table block; lines of bars and dashes only are mark-up."""
    rows = []
    for line in block.text.split("\n"):
        cells = [cell.strip() for cell in TABLE_EDGE.sub("", TABLE_EDGE.sub("", line)).split("|")]
        if not all(set(cell) <= set("-: ") for cell in cells):
            rows.append(f"<row>{''.join(f'<cell>{_plain(cell)}</cell>' for cell in cells)}</row>")
    return "".join(rows)


def _bibliography(block: Block) -> str:
    """A reference: its text, then what was parsed from it as attributes of TEI's own elements."""
    item = read_reference(block.text)
    facts = [f"<author>{_plain(name)}</author>" for name in item.authors]
    for tag, kind, value in (
        ("title", "item", item.title), ("title", "source", item.source), ("date", "", item.year),
        ("biblScope", "volume", item.volume), ("biblScope", "issue", item.issue), ("biblScope", "page", item.pages),
        ("idno", "DOI", item.doi),
    ):  # fmt: skip
        if value:
            attribute = {"biblScope": f' unit="{kind}"', "idno": f' type="{kind}"', "title": f' type="{kind}"'}.get(
                tag, ""
            )
            facts.append(f"<{tag}{attribute}>{_plain(value)}</{tag}>")
    parsed = f"<bibl{f' type={quoteattr(item.kind)}' if item.kind else ''}>{''.join(facts)}</bibl>" if facts else ""
    return f"<bibl{_named(block)}><note>{_plain(block.text)}</note>{parsed}</bibl>"
