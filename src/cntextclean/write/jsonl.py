"""
Documents as JSON: one object a line, by the schema ``cntextclean.document/1``.

Encoding is msgspec over the frozen dataclasses, so the fields are the model's, in its order, and reading back checks
every type. It is safe because what is written can be read, and verified, without the program's help.

    >>> from cntextclean.model import Document, Source
    >>> document = Document("a", Source("a", "", "utf-8", 0, ""))
    >>> decode(encode(document)) == document
    True
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from cntextclean.errors import InputError
from cntextclean.model import Document, Repeat


class _Repeats(msgspec.Struct):
    """Only the findings about copies, as they were written."""

    repeats: list[msgspec.Raw] = []


def encode(value: Document | Repeat) -> bytes:
    """One line of JSON without its newline. Raises :class:`UnicodeEncodeError` on lone surrogates."""
    return msgspec.json.encode(value)


def decode(line: bytes) -> Document:
    """The document of a line. Raises :class:`ValueError` that names the field that is wrong."""
    return msgspec.json.decode(line, type=Document)


def repeats_of(line: bytes) -> list[bytes]:
    """The lines for ``duplicates.jsonl`` that a document's line holds."""
    return [bytes(one) for one in msgspec.json.decode(line, type=_Repeats).repeats]


def read_documents(path: Path) -> Iterator[Document]:
    """
    The documents of a ``documents.jsonl``, in order. Raises :class:`InputError` with the line and the field that is
    wrong, or when the file cannot be read.
    """
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield decode(line)
                except ValueError as problem:
                    hint = "run `cntextclean clean` again with --fresh"
                    raise InputError(f"{path}:{number}", f"is no canonical document ({problem})", hint) from problem
    except OSError as problem:
        hint = "name the folder that `cntextclean clean` wrote with -o"
        raise InputError(str(path), f"cannot be read ({problem.strerror})", hint) from problem
