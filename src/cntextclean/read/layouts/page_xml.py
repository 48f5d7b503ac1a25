"""
PAGE XML (PRImA, Page Analysis and Ground-truth Elements), as Transkribus, eScriptorium and OCR-D write it.

The engine's ReadingOrder is kept where there is one; without it the regions are ordered by geometry.

    >>> region = "<TextRegion id='r'><TextLine><TextEquiv><Unicode>中文</Unicode></TextEquiv></TextLine></TextRegion>"
    >>> read(parse(f"<PcGts><Page>{region}</Page></PcGts>", "a.xml")).lines[0].text
    '中文'
"""

from __future__ import annotations

import re

from cntextclean.read.layouts.assemble import RawLine, from_blocks
from cntextclean.read.layouts.model import Box, Layout
from cntextclean.read.layouts.words import bounds, line_text
from cntextclean.read.layouts.xml import Node, parse

__all__ = ["parse", "read"]

_POINT = re.compile(r"(-?[0-9]{1,7}(?:\.[0-9]{1,6})?),(-?[0-9]{1,7}(?:\.[0-9]{1,6})?)")


def read(root: Node) -> Layout:
    """The layout of a PAGE file, which holds one page."""
    regions = {
        node.attributes.get("id", f"#{number}"): _lines(node)
        for number, node in enumerate(root.walk())
        if node.tag == "TextRegion"
    }
    named = [node.attributes["regionRef"] for node in root.walk() if "regionRef" in node.attributes]
    order = [name for name in dict.fromkeys(named) if regions.get(name)]
    if not order:
        return from_blocks([list(regions.values())], "page")
    rest = [name for name in regions if name not in order]
    return from_blocks([[regions[name] for name in (*order, *rest)]], "page", ordered=True)


def _lines(region: Node) -> list[RawLine]:
    """The lines directly in a region; a region that has text but no lines is one line."""
    lines = [(_text(node), _box(node)) for node in region.children if node.tag == "TextLine"]
    own = _equivalent(region)
    return lines or [(line, None) for line in own.splitlines() if line.strip()]


def _text(line: Node) -> str:
    own = _equivalent(line)
    if own:
        return own
    return line_text([(_equivalent(node), _box(node)) for node in line.children if node.tag == "Word"])


def _equivalent(node: Node) -> str:
    """The first TextEquiv directly in an element: that of the lowest index, as the standard says."""
    found = [child for child in node.children if child.tag == "TextEquiv"]
    best = min(found, key=lambda child: _index(child.attributes.get("index", "0")), default=None)
    return "".join(child.text for child in best.children if child.tag == "Unicode") if best else ""


def _index(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _box(node: Node) -> Box | None:
    coords = next((child for child in node.children if child.tag == "Coords"), None)
    points = _POINT.findall(coords.attributes.get("points", "")) if coords else []
    return bounds([(float(x), float(y), float(x), float(y)) for x, y in points])
