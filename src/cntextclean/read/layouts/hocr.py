"""
hOCR (Breuel, The hOCR Embedded OCR Workflow and Output Format 1.2), as Tesseract, OCRopus and others write it.

    >>> line = "<span class='ocr_line' title='bbox 0 0 20 10'>中文</span>"
    >>> read(parse(f"<div class='ocr_page'><p class='ocr_par'>{line}</p></div>", "a.hocr")).lines[0].text
    '中文'
"""

from __future__ import annotations

import re

from cntextclean.read.layouts.assemble import RawLine, from_blocks
from cntextclean.read.layouts.model import Box, Layout
from cntextclean.read.layouts.words import line_text
from cntextclean.read.layouts.xml import Node, parse

__all__ = ["parse", "read"]

_LINES = frozenset(("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocr_footer", "ocrx_line"))
_BLOCKS = frozenset(("ocr_carea", "ocrx_block", "ocr_column"))
_BOX = re.compile(r"\bbbox\s+(-?[0-9.]{1,12})\s+(-?[0-9.]{1,12})\s+(-?[0-9.]{1,12})\s+(-?[0-9.]{1,12})")


def read(root: Node) -> Layout:
    """The layout of an hOCR file."""
    pages = [node for node in root.walk() if "ocr_page" in _classes(node)]
    return from_blocks([_blocks(page) for page in pages], "hocr")


def _blocks(page: Node) -> list[list[RawLine]]:
    """The blocks of a page; a line outside of all blocks stands alone, and so does the page's text without lines."""
    blocks: list[list[RawLine]] = []
    stack: list[tuple[Node, list[RawLine] | None]] = [(page, None)]
    while stack:
        node, block = stack.pop()
        classes = _classes(node)
        if classes & _LINES:
            if block is None:
                blocks.append(block := [])
            block.append((_line_text(node), _box(node)))
            continue
        if classes & _BLOCKS or ("ocr_par" in classes and block is None):
            blocks.append(block := [])
        stack += [(child, block) for child in reversed(node.children)]
    return blocks


def _line_text(line: Node) -> str:
    words = [(node.all_text(), _box(node)) for node in line.walk() if "ocrx_word" in _classes(node)]
    return line_text(words) if words else " ".join(line.all_text().split())


def _classes(node: Node) -> set[str]:
    return set(node.attributes.get("class", "").split())


def _box(node: Node) -> Box | None:
    found = _BOX.search(node.attributes.get("title", "")[:1000])
    if not found:
        return None
    left, top, right, bottom = map(float, found.groups())
    return (left, top, right, bottom)
