"""
A document as TEI P5 (tei-c.org/guidelines/p5), for archives.

Articles are divisions of the body, sections divisions in them; bylines, captions, verse, tables, notes, references and
furniture have the elements that TEI has for them. References are parsed (GB/T 7714), citations and note marks in the
text point to them where that is certain. Where the source was a page layout, ``<pb/>`` and ``<lb/>`` say where its
pages and lines begin. The ids are those of the blocks in ``documents.jsonl``, which holds the source offsets. Nothing
is left out: furniture stands in ``<fw>``, removed text is not part of the document.

The elements in use are those of ``tests/structure/tei_subset.rng``, a RelaxNG customisation of our own; tests validate
against it. It is safe because it is a pure function of the document; all text is escaped, and characters that XML 1.0
forbids are shown as U+FFFD.

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

from cntextclean.model import Block, Document, Reference, Section
from cntextclean.render.tei_header import header
from cntextclean.render.tei_text import Linker, named, plain
from cntextclean.structure.sections import section_tree, split_front

NAMESPACE = "http://www.tei-c.org/ns/1.0"
TABLE_EDGE = re.compile(r"^\s*\||\|\s*$")
HEADS = ("title", "subtitle")
TOP = (*HEADS, "byline", "furniture", "footnote", "metadata")
"""Roles that may stand at the top of a division; after any other a title opens a division of its own."""
VERSE = "verse"


def render_tei(document: Document, first: int = 1) -> str:
    """The document as one TEI file, with an XML declaration and a final newline; articles count from ``first``."""
    linker = Linker(document)
    body = list(_articles(document.blocks, linker, first)) or ['<div type="article"><p/></div>']
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<TEI xmlns="{NAMESPACE}">',
        *header(document),
        "<text>",
        "<body>",
        *body,
        "</body>",
        "</text>",
        "</TEI>",
    ]
    return "\n".join(parts) + "\n"


def _articles(blocks: Sequence[Block], linker: Linker, first: int) -> Iterator[str]:
    """One division an article; within it, its sections. Furniture alone makes no article."""
    for number, (_, members) in enumerate(groupby(blocks, key=lambda block: block.article), first):
        held = tuple(members)
        known = {block.id: block for block in held}
        own = all(block.role == "furniture" for block in held)
        yield '<div type="page">' if own else f'<div type="article" n="{number}">'
        before, sections = split_front(section_tree(held))
        yield from _texts(before, known, linker)
        for section in sections:
            yield from _section(section, known, linker)
        yield "</div>"


def _section(section: Section, known: dict[str, Block], linker: Linker) -> Iterator[str]:
    yield f'<div type="level{section.level}">'
    if section.heading:
        heading = known[section.heading]
        yield f"<head{named(heading)}>{linker.marked(heading)}</head>"
    yield from _texts(section.blocks, known, linker)
    for child in section.sections:
        yield from _section(child, known, linker)
    yield "</div>"


def _texts(names: Sequence[str], known: dict[str, Block], linker: Linker) -> Iterator[str]:
    for number, chunk in enumerate(_chunks([known[name] for name in names])):
        inner = list(_blocks(chunk, linker))
        yield from ['<div type="text">', *inner, "</div>"] if number else inner


def _chunks(blocks: Sequence[Block]) -> list[list[Block]]:
    """Cut before each title that follows text: TEI has heads at the top of divisions only."""
    chunks: list[list[Block]] = [[]]
    for block in blocks:
        if block.role in HEADS and any(other.role not in TOP for other in chunks[-1]):
            chunks.append([])
        chunks[-1].append(block)
    return chunks


def _blocks(blocks: Iterable[Block], linker: Linker) -> Iterator[str]:
    """Blocks in order; neighbours of one list, table, poem or bibliography share its element."""
    top = True
    for kind, members in groupby(blocks, key=_kind):
        held = list(members)
        if kind == "list_item":
            items = "".join(f"<item{named(block)}>{linker.marked(block)}</item>" for block in held)
            yield f"<list>{items}</list>"
        elif kind == "table":
            yield f"<table>{''.join(row for block in held for row in _rows(block, linker))}</table>"
        elif kind == VERSE:
            yield f"<lg>{''.join(_verse(block, linker) for block in held)}</lg>"
        elif kind == "reference":
            items = "".join(_bibliography(block, linker) for block in held)
            yield f"<listBibl>{items}</listBibl>"
        else:
            yield from (_block(block, linker, top=top) for block in held)
        top = top and kind in TOP


def _kind(block: Block) -> str:
    return VERSE if VERSE in block.flags and block.role == "paragraph" else block.role


def _block(block: Block, linker: Linker, *, top: bool) -> str:
    """One block in the element that TEI has for its role."""
    text = linker.marked(block)
    name = named(block)
    shown = {
        "title": f'<head type="main"{name}>{text}</head>',
        "subtitle": f'<head type="sub"{name}>{text}</head>',
        "byline": f"<byline{name}>{text}</byline>" if top else f'<p{name} rend="byline">{text}</p>',
        "caption": f"<figure{name}><head>{text}</head></figure>",
        "footnote": f'<note place="bottom"{name}>{text}</note>',
        "metadata": f'<note type="metadata"{name}>{text}</note>',
        "abstract": f'<p{name} rend="abstract">{text}</p>',
        "keywords": f'<p{name} rend="keywords">{text}</p>',
        "quote": f"<quote{name}>{text}</quote>",
        "furniture": f'<fw type="furniture"{name}>{text}</fw>',
    }
    return shown.get(block.role, f"<p{name}>{text}</p>")


def _verse(block: Block, linker: Linker) -> str:
    """A block of one line is a line of the poem, one of several a stanza."""
    lines = linker.lines(block)
    if len(lines) == 1:
        return f"<l{named(block)}>{lines[0]}</l>"
    return f"<lg{named(block)}>{''.join(f'<l>{line}</l>' for line in lines)}</lg>"


def _rows(block: Block, linker: Linker) -> Iterator[str]:
    """The rows of a table block, the first of them with its id; lines of bars and dashes only are mark-up."""
    name, begun = named(block), linker.breaks(block)
    for line in block.text.split("\n"):
        cells = [cell.strip() for cell in TABLE_EDGE.sub("", TABLE_EDGE.sub("", line)).split("|")]
        if not all(set(cell) <= set("-: ") for cell in cells) or not any(cells):
            inner = "</cell><cell>".join(map(plain, cells))
            yield f"<row{name}><cell>{begun}{inner}</cell></row>"
            name = begun = ""


def _bibliography(block: Block, linker: Linker) -> str:
    """A reference: its text, then what was parsed from it as attributes of TEI's own elements."""
    item = linker.items.get(block.id, Reference(block.id))
    facts = [f"<author>{plain(name)}</author>" for name in item.authors]
    for tag, value in (
        ('title type="item"', item.title), ('title type="source"', item.container), ("date", item.year),
        ('biblScope unit="volume"', item.volume), ('biblScope unit="issue"', item.issue),
        ('biblScope unit="page"', item.pages), ('idno type="DOI"', item.doi),
    ):  # fmt: skip
        if value:
            facts.append(f"<{tag}>{plain(value)}</{tag.partition(' ')[0]}>")
    kind = f' type="{item.kind}"' if item.kind else ""
    parsed = f"<bibl{kind}>{''.join(facts)}</bibl>" if facts else ""
    return f"<bibl{named(block)}><note>{linker.breaks(block)}{plain(block.text)}</note>{parsed}</bibl>"
