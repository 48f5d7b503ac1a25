"""
Where a document and a block stand in the report: one page for all, or a page for each.

Page names are digests of document ids, so any page can be linked to before it is written, and no id, whatever it
holds, can name a file outside the report's folder.

    >>> OnePage(["a", "b"]).block("b", "b7")
    '#d2-b7'
    >>> ManyPages("report").block("b", "b7")
    'report/3e23e8160039594a.html#b7'
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Protocol
from urllib.parse import quote

PLAIN = re.compile("[A-Za-z][A-Za-z0-9_-]{0,30}")
PAGE = re.compile("[0-9a-f]{16}[.]html")
"""What :func:`page_name` gives."""
SHEET = "report.css"
"""The style sheet beside the pages: with a copy of it each, the pages of short texts were 15 times their texts."""


class Links(Protocol):
    """What the pages ask of the addresses."""

    def document(self, document: str) -> str | None:
        """The address of a document's section or page; None where the report has none."""
        ...  # the protocol has no body

    def block(self, document: str, block: str) -> str | None:
        """The address of a block."""
        ...  # the protocol has no body

    def prefix(self, document: str) -> str:
        """What stands before every anchor of the document on its page."""
        ...  # the protocol has no body


class OnePage:
    """All documents on one page, numbered from 1."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        for number, document in enumerate(ids, 1):
            self._numbers.setdefault(document, number)

    def document(self, document: str) -> str | None:
        """``#d3`` for the third document."""
        number = self._numbers.get(document)
        return f"#d{number}" if number else None

    def block(self, document: str, block: str) -> str | None:
        """``#d3-b7`` for block ``b7`` of the third document."""
        number = self._numbers.get(document)
        return f"#d{number}-{anchor(block)}" if number else None

    def prefix(self, document: str) -> str:
        """``d3-`` for the third document."""
        return f"d{self._numbers[document]}-"


class ManyPages:
    """A page for each document in a folder beside the index; from the index, ``folder`` is its name, else empty."""

    def __init__(self, folder: str = "") -> None:
        self._folder = quote(folder) + "/" if folder else ""
        self.asked: dict[str, None] = {}

    def document(self, document: str) -> str | None:
        """The page's address. What is asked for is remembered in ``asked``, so that no link leads nowhere."""
        self.asked[document] = None
        return self._folder + page_name(document)

    def block(self, document: str, block: str) -> str | None:
        """The block's address on the document's page."""
        return f"{self.document(document)}#{anchor(block)}"

    def prefix(self, document: str) -> str:  # noqa: ARG002 - each page has but one document
        """Nothing."""
        return ""


def page_name(document: str) -> str:
    """The file name of a document's page."""
    return hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()[:16] + ".html"


def anchor(block: str) -> str:
    """A block's id where it is a plain word, else its digest: ids from files may hold anything."""
    if PLAIN.fullmatch(block):
        return block
    return "h" + hashlib.sha256(block.encode("utf-8", "surrogatepass")).hexdigest()[:12]
