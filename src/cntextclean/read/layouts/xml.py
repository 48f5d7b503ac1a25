"""
XML read without trust: no entity of the file is expanded, nothing is fetched, depth and number of elements are bounded.

    >>> parse("<a b='1'>x<c/></a>", "a.xml").children[0].tag
    'c'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from cntextclean.errors import InputError

DEEPEST, MOST = 256, 5_000_000
"""Levels and elements beyond which a file is refused; a page of newspaper has 12 levels and 20,000 elements."""

_HINT = "have the engine write the file again"


@dataclass(slots=True)
class Node:
    """An element: its tag without namespace, its attributes, its children, the text directly in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly in the element."""
        return "".join(self.texts)

    def walk(self) -> Iterator[Node]:
        """The element and all below it, in the order of the file."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += reversed(node.children)

    def all_text(self) -> str:
        """The text in the element and all below it; texts directly in an element come before its children's."""
        return "".join(node.text for node in self.walk())


class _Tree:
    """The elements of a file as the parser meets them."""

    def __init__(self, name: str) -> None:
        self.root = Node("", {})
        self._name, self._stack, self._count = name, [self.root], 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._stack) > DEEPEST or self._count > MOST:
            raise InputError(self._name, "is XML nested too deep or with too many elements", "split it")
        node = Node(tag.rpartition(":")[2], attributes)
        self._stack[-1].children.append(node)
        self._stack.append(node)

    def end(self, _: str) -> None:
        self._stack.pop()

    def characters(self, data: str) -> None:
        self._stack[-1].texts.append(data)

    def skipped(self, entity: str, _: object) -> None:
        self.characters(html5.get(entity + ";", ""))

    def refuse(self, *_: object) -> None:
        raise InputError(self._name, "is XML that declares entities", "remove its DOCTYPE")


def parse(text: str, name: str) -> Node:
    """The root element. Raises :class:`InputError` for what is not well-formed, declares entities or is too deep."""
    tree = _Tree(name)
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = tree.start, tree.end
    parser.CharacterDataHandler = tree.characters
    parser.EntityDeclHandler = tree.refuse
    parser.SkippedEntityHandler = tree.skipped
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        raise InputError(name, f"is no well-formed XML ({error})", _HINT) from error
    return tree.root.children[0]
