"""
Which layout a file is, by what it holds; a file that is none stays what it was.

    >>> detect_xml("<alto><Page/></alto>", "a.xml").engine
    'alto'
"""

from __future__ import annotations

import json

from cntextclean.errors import InputError
from cntextclean.read.layouts import alto, hocr, mineru, paddle, paddle_structure, page_xml
from cntextclean.read.layouts.model import Layout
from cntextclean.read.layouts.xml import parse

_KNOWN = "known are hOCR, ALTO, PAGE XML, MinerU's content_list.json, the JSON of PaddleOCR, PP-Structure and RapidOCR"


def is_hocr(text: str) -> bool:
    """Whether an HTML page is hOCR."""
    head = text[:65536]
    return "ocr_page" in head and "class" in head


def detect_xml(text: str, name: str) -> Layout:
    """The layout of an XML file. Raises :class:`InputError` for another vocabulary."""
    root = parse(text, name)
    if root.tag.lower() == "alto":
        return alto.read(root)
    if root.tag == "PcGts":
        return page_xml.read(root)
    if root.tag.lower() == "html":
        return hocr.read(root)
    raise InputError(name, f"is XML of a kind that is not known (its root is `{root.tag[:40]}`)", _KNOWN)


def detect_json(text: str, name: str) -> Layout:
    """The layout of a JSON file. Raises :class:`InputError` for another structure."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = str(error).split(":", maxsplit=1)[0] if isinstance(error, ValueError) else "nested too deep"
        raise InputError(name, f"is no JSON ({reason})", "have the engine write the file again") from error
    if mineru.is_content_list(data):
        return mineru.read(data)
    if paddle_structure.is_parsed(data):
        return paddle_structure.read(data)
    if paddle.is_result(data):
        return paddle.read(data)
    raise InputError(name, "is JSON of a kind that is not known", _KNOWN)
