"""
MinerU's ``content_list.json``: blocks in reading order, with a page and mostly a box.

The engine's order is kept. Text of images, tables, lists and formulas is taken from its own fields; a table's HTML
becomes a line a row with tabs between the cells.

    >>> read([{"type": "text", "text": "中文", "page_idx": 0, "bbox": [0, 0, 9, 9]}]).lines[0].text
    '中文'
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from cntextclean.read.html import extract
from cntextclean.read.layouts.assemble import RawLine, from_blocks
from cntextclean.read.layouts.model import Box, Layout

_FIELDS = (
    "text", "img_caption", "image_caption", "img_footnote", "image_footnote", "table_caption", "table_body",
    "table_footnote", "list_items", "code_caption", "code_body", "content",
)  # fmt: skip
"""Fields that hold text, in the order in which they are read on the page."""

FURNITURE = frozenset({"header", "footer", "page_number", "number"})
"""Kinds of block that stand at the edge of a page, as MinerU 2 and PP-Structure name them."""


def is_content_list(data: object) -> bool:
    """Whether parsed JSON is a content list."""
    return isinstance(data, list) and bool(data) and all(isinstance(one, dict) and "type" in one for one in data)


def read(data: object) -> Layout:
    """The layout of a content list."""
    items = [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []
    pages: list[list[list[RawLine]]] = []
    for _, page in groupby(items, key=_page):
        pages.append([block for item in page if (block := _lines(item))])
    apart = [line for item in items if item.get("type") in FURNITURE for line, _ in _lines(item)]
    return replace(from_blocks(pages, "mineru", ordered=True), furniture=tuple(dict.fromkeys(apart)))


def _page(item: dict[str, object]) -> int:
    number = item.get("page_idx", 0)
    return number if isinstance(number, int) else 0


def _lines(item: dict[str, object]) -> list[RawLine]:
    box = _box(item.get("bbox"))
    lines: list[RawLine] = []
    for name in _FIELDS:
        value = item.get(name)
        texts = value if isinstance(value, list) else [value]
        for text in texts:
            if isinstance(text, str):
                shown = extract(text).text if name == "table_body" else text
                lines += [(line, box) for line in shown.splitlines() if line.strip()]
    return lines


def _box(value: object) -> Box | None:
    if isinstance(value, list) and len(value) == 4 and all(isinstance(one, int | float) for one in value):
        left, top, right, bottom = map(float, value)
        return (left, top, right, bottom)
    return None
