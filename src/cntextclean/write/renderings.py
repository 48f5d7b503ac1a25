"""
What a document becomes on disk besides its line in ``documents.jsonl``: one file a format, or one an article.

A document of one article is one file, as without splitting. Of several articles each has a file of its own below a
folder that bears the document's name and ends in ``.articles``; so have the lines that belong to the page alone.

It is safe because every block is in exactly one of the files (:mod:`cntextclean.render.articles`), because the number
in front makes the names differ whatever the titles are, and because no other file is ever put into such a folder
(:class:`cntextclean.run.places.Places`).

    >>> from cntextclean import clean
    >>> [(one.format, one.path("markdown/a")) for one in render_files(clean("正文。"), Config())]
    [('markdown', 'markdown/a.md')]
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from cntextclean.config import Config, Notes, OutputFormat
from cntextclean.model import Document
from cntextclean.render.articles import PAGE, Part, take_apart
from cntextclean.write.names import safe_title

SUFFIXES: dict[OutputFormat, str] = {"markdown": ".md", "text": ".txt", "json": ".json", "tei": ".xml"}
"""The formats of which each document has files of its own, in folders of these names."""
FOLDER = ".articles"


@dataclass(frozen=True, slots=True)
class Rendering:
    """A document, or a part of it named ``part``, in one format."""

    format: OutputFormat
    part: str
    data: bytes

    def path(self, base: str) -> str:
        """Where it goes, for a document whose files begin with ``base``, a path without its ending."""
        return path_of(base, self.part, SUFFIXES[self.format])


def path_of(base: str, part: str, suffix: str) -> str:
    """The path of a part of a document; of the whole where ``part`` is empty."""
    return f"{base}{FOLDER}/{part}{suffix}" if part else f"{base}{suffix}"


def render_files(document: Document, config: Config) -> tuple[Rendering, ...]:
    """The files of a document in all formats that the configuration asks for, in their order."""
    formats = [name for name in SUFFIXES if name in config.formats]
    parts = take_apart(document) if formats and config.split == "articles" else ()
    if not parts:
        return tuple(_rendering(name, "", document, 1, config.notes) for name in formats)
    alone = sum(part.number != PAGE for part in parts) == 1
    return tuple(
        _rendering(name, _name_of(part, alone=alone), _shown(part, name), max(part.number, 1), config.notes)
        for name in formats
        for part in parts
    )


def render_as(document: Document, name: OutputFormat, notes: Notes, first: int = 1) -> str:
    """A document in one format; its articles are numbered from ``first``."""
    if name == "markdown":
        from cntextclean.render.markdown import render_markdown

        return render_markdown(document, notes)
    if name == "text":
        from cntextclean.render.text import render_text

        return render_text(document, notes)
    if name == "json":
        from cntextclean.render.tree import render_tree

        return render_tree(document, first)
    if name == "tei":
        from cntextclean.render.tei import render_tei

        return render_tei(document, first)
    return document.to_json() + "\n"


def _rendering(name: OutputFormat, part: str, document: Document, first: int, notes: Notes) -> Rendering:
    return Rendering(name, part, render_as(document, name, notes, first).encode("utf-8"))


def _name_of(part: Part, *, alone: bool) -> str:
    """``01-标题``, ``page``; nothing for the only article, which has the document's own name."""
    if part.number == PAGE:
        return "page"
    if alone:
        return ""
    title = safe_title(part.document.title)
    return f"{part.number:02}-{title}" if title else f"{part.number:02}"


def _shown(part: Part, name: OutputFormat) -> Document:
    """A part as its format wants it: where furniture is left out, the page's own lines stand as paragraphs."""
    if part.number != PAGE or name not in {"markdown", "text"}:
        return part.document
    blocks = tuple(replace(block, role="paragraph") for block in part.document.blocks)
    return replace(part.document, blocks=blocks)
