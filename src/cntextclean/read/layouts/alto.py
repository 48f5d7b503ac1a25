"""
ALTO (Library of Congress, Analyzed Layout and Text Object, versions 2 to 4), as libraries and Tesseract write it.

    >>> page = "<alto><Page><TextBlock><TextLine><String CONTENT='中文'/></TextLine></TextBlock></Page></alto>"
    >>> read(parse(page, "a.xml")).lines[0].text
    '中文'
"""

from __future__ import annotations

from cntextclean.read.layouts.assemble import RawLine, from_blocks
from cntextclean.read.layouts.model import Box, Layout
from cntextclean.read.layouts.words import line_text
from cntextclean.read.layouts.xml import Node, parse

__all__ = ["parse", "read"]


def read(root: Node) -> Layout:
    """The layout of an ALTO file."""
    pages = [node for node in root.walk() if node.tag == "Page"]
    return from_blocks([[_lines(block) for block in page.walk() if block.tag == "TextBlock"] for page in pages], "alto")


def _lines(block: Node) -> list[RawLine]:
    return [(_text(line), box_of(line)) for line in block.children if line.tag == "TextLine"]


def _text(line: Node) -> str:
    words = [node for node in line.children if node.tag in ("String", "HYP")]
    return line_text([(node.attributes.get("CONTENT", ""), box_of(node)) for node in words])


def box_of(node: Node) -> Box | None:
    """The box that HPOS, VPOS, WIDTH and HEIGHT give."""
    try:
        left, top, width, height = (float(node.attributes[name]) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    except (KeyError, ValueError):
        return None
    return (left, top, left + width, top + height)
