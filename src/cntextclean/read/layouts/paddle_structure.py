"""
PP-Structure's and PaddleOCR-VL's results: blocks of a page in reading order, each with its label, text and box.

Known are the saved results (an object with ``parsing_res_list`` a page, or a list of them) and what the service answers
(``layoutParsingResults``). The engine's order is kept; a table's HTML becomes a line a row with tabs between the cells.

    >>> block = {"block_label": "text", "block_content": "中文", "block_bbox": [0, 0, 9, 9]}
    >>> read({"parsing_res_list": [block]}).lines[0].text
    '中文'
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cntextclean.read.html import extract
from cntextclean.read.layouts.assemble import RawLine, from_blocks
from cntextclean.read.layouts.mineru import FURNITURE
from cntextclean.read.layouts.model import Layout
from cntextclean.read.layouts.paddle import box_of

ENGINE = "pp-structure"
BLOCKS, ANSWERS = "parsing_res_list", "layoutParsingResults"


def is_parsed(data: object) -> bool:
    """Whether parsed JSON is a result of these engines."""
    return next(_pages(data), None) is not None


def read(data: object) -> Layout:
    """The layout of a result, an object or an item a page."""
    pages = list(_pages(data))
    apart = [line for page in pages for block in page if _label(block) in FURNITURE for line, _ in _lines(block)]
    layout = from_blocks([[lines for one in page if (lines := _lines(one))] for page in pages], ENGINE, ordered=True)
    return replace(layout, furniture=tuple(dict.fromkeys(apart)))


def _pages(data: object) -> Iterator[list[object]]:
    """The blocks of each page."""
    if isinstance(data, list):
        for one in data:
            yield from _pages(one)
    if not isinstance(data, dict):
        return
    if isinstance(blocks := data.get(BLOCKS), list):
        yield blocks
        return
    for key in ("res", "result", ANSWERS, "prunedResult"):
        yield from _pages(data.get(key))


def _label(block: object) -> str:
    return str(block.get("block_label", "")) if isinstance(block, dict) else ""


def _lines(block: object) -> list[RawLine]:
    """The lines of a block; blocks of images hold no text."""
    if not isinstance(block, dict) or not isinstance(text := block.get("block_content"), str):
        return []
    shown = extract(text).text if _label(block) == "table" and "<" in text else text
    box = box_of(block.get("block_bbox"))
    return [(line, box) for line in shown.splitlines() if line.strip()]
