"""
What is sent to a worker and what comes back. Light on purpose: a run that finds everything done loads no stage.

    >>> Task(0, Input("a/b.txt", "/scans/a/b.txt", size=12)).name
    'a/b.txt'
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cntextclean.read.sources import Input
from cntextclean.run.records import DocumentRecord, InputRecord
from cntextclean.write.renderings import Rendering


@dataclass(frozen=True, slots=True)
class Task:
    """An input to clean, its place in the plan, and what its folder shows: running heads, each with the evidence."""

    number: int
    source: Input
    running: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The name below the input folder, with ``/``."""
        return self.source.id

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return Path(self.source.path)

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.source.size


@dataclass(frozen=True, slots=True)
class Product:
    """A finished document, encoded: its record, its line of ``documents.jsonl``, its files in the formats wanted."""

    record: DocumentRecord
    line: bytes
    files: tuple[Rendering, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What became of a task, or the next part of it: inputs of many documents come in several, so that no more than one
    part is in memory. ``record`` counts in the ``final`` one, without its documents. ``case`` is the minimal text of
    the first document that was withheld, with its story.
    """

    number: int
    record: InputRecord
    products: tuple[Product, ...] = ()
    case: bytes = b""
    part: int = 0
    final: bool = True


def hash_file(path: Path) -> str:
    """SHA-256 of a file in hexadecimal; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def digest(running: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over running heads, in hexadecimal; empty where there are none."""
    text = "\n".join(f"{form}\t{evidence}" for form, evidence in running)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text else ""
