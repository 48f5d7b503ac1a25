"""
A document as JSON that nests as the text does: articles, their sections in one another, the blocks in their sections.

``documents.jsonl`` holds a document for programs that prove and trace; this is the same text for programs that read.
The ids of the blocks are the same in both. It is safe because it is a pure function of the document: every block stands
in it once, furniture under ``page``.

    >>> from cntextclean.model import Source
    >>> blocks = (Block("b1", "heading", "一、总则", ((0, 4),), level=1), Block("b2", "paragraph", "甲。", ((5, 7),)))
    >>> tree = tree_of(Document("a", Source("a", "", "utf-8", 7, ""), blocks=blocks))
    >>> [(one.heading.text, [block.text for block in one.blocks]) for one in tree.articles[0].sections]
    [('一、总则', ['甲。'])]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from cntextclean.model import Block, Document, Lang, Role, Section
from cntextclean.render.articles import PAGE, take_apart
from cntextclean.structure.sections import section_tree, split_front

SCHEMA = "cntextclean.tree/1"


class TreeBlock(msgspec.Struct, frozen=True, omit_defaults=True):
    """A block; ``documents.jsonl`` holds its source offsets under the same id. Fields at their default are absent."""

    id: str
    role: Role
    text: str
    lang: Lang = "zh"
    flags: tuple[str, ...] = ()


class TreeSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """A heading, the blocks under it, and the sections within."""

    level: int
    heading: TreeBlock
    blocks: tuple[TreeBlock, ...] = ()
    sections: tuple[TreeSection, ...] = ()


class TreeArticle(msgspec.Struct, frozen=True):
    """
    An article by its number on the page, from 1, with the facts that it states of itself; ``blocks`` are those before
    its first heading.
    """

    number: int
    title: str
    metadata: dict[str, str | tuple[str, ...]]
    blocks: tuple[TreeBlock, ...]
    sections: tuple[TreeSection, ...]


class Tree(msgspec.Struct, frozen=True):
    """A document: what it states of itself, its articles, and the lines that belong to the page alone."""

    title: str
    metadata: dict[str, str | tuple[str, ...]]
    sha256: str
    encoding: str
    articles: tuple[TreeArticle, ...] = ()
    page: tuple[TreeBlock, ...] = ()
    schema: str = SCHEMA


def tree_of(document: Document, first: int = 1) -> Tree:
    """The document as a tree; its articles are numbered from ``first``."""
    parts = take_apart(document)
    return Tree(
        document.title,
        document.metadata,
        document.source.sha256,
        document.source.encoding,
        tuple(_article(part.document, part.number + first - 1) for part in parts if part.number != PAGE),
        tuple(_block(one) for part in parts if part.number == PAGE for one in part.document.blocks),
    )


def render_tree(document: Document, first: int = 1) -> str:
    """The tree as indented JSON with a final newline."""
    return msgspec.json.format(msgspec.json.encode(tree_of(document, first)), indent=1).decode("utf-8") + "\n"


def _article(document: Document, number: int) -> TreeArticle:
    known = {block.id: _block(block) for block in document.blocks}
    before, sections = split_front(section_tree(document.blocks))
    blocks = tuple(known[name] for name in before)
    return TreeArticle(number, document.title, document.metadata, blocks, tuple(_sections(sections, known)))


def _sections(sections: Sequence[Section], known: dict[str, TreeBlock]) -> Iterator[TreeSection]:
    for one in sections:
        if one.heading:
            blocks = tuple(known[name] for name in one.blocks)
            yield TreeSection(one.level, known[one.heading], blocks, tuple(_sections(one.sections, known)))


def _block(block: Block) -> TreeBlock:
    return TreeBlock(block.id, block.role, block.text, block.lang, block.flags)
