"""
Where the files of each document go, known before the first is cleaned, so the same for any number of workers.

    >>> from cntextclean.read.sources import Input
    >>> Places([Task(0, Input("a/b.txt", "/b.txt"))], Config()).all()
    ['markdown/a/b.md']
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cntextclean.config import Config, OutputFormat
from cntextclean.run.records import OutputRecord
from cntextclean.run.tasks import Task
from cntextclean.write.atomic import write_whole
from cntextclean.write.names import Names, safe_path
from cntextclean.write.renderings import FOLDER, SUFFIXES, Rendering, path_of

COLLECTIONS = ("jsonl", "parquet", "zip")
"""Kinds of inputs that hold several documents, which go into a folder of the input's name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document's files begin: for each format the path without its ending. ``split``: articles have files."""

    bases: dict[OutputFormat, str]
    split: bool = False

    def path(self, rendering: Rendering) -> str:
        """The path of a file, below the output folder; its format's folder alone where no place is known."""
        return rendering.path(self.bases.get(rendering.format, rendering.format))

    def whole(self) -> tuple[str, ...]:
        """The path of the whole document in each format."""
        return tuple(path_of(base, "", suffix) for name, suffix in SUFFIXES.items() if (base := self.bases.get(name)))

    def fit(self, paths: Iterable[str]) -> bool:
        """Whether files that were written are where this document's files go."""
        listed = tuple(paths)
        if not self.split:
            return listed == self.whole()
        found = {name for path in listed for name, base in self.bases.items() if _belongs(path, base, name)}
        mine = all(any(_belongs(path, base, name) for name, base in self.bases.items()) for path in listed)
        return mine and len(found) == len(self.bases)


class Places:
    """
    Paths below the output folder: the input's, mirrored; a folder where an input holds several documents.

    Where articles get files, no folder of the input's own keeps a name that ends like theirs.
    """

    def __init__(self, tasks: Sequence[Task], config: Config) -> None:
        self._tasks = tasks
        self._formats = [name for name in SUFFIXES if name in config.formats]
        self._split = config.split == "articles"
        names = {name: Names() for name in self._formats}
        self._inside: dict[int, dict[OutputFormat, Names]] = {}
        self._single = {task.number: self._claim(self._reserved(task.name), names) for task in tasks}

    def all(self) -> list[str]:
        """The paths of all inputs: of one that holds one document its files, as it is whole; else its folders."""
        return [path for task in self._tasks for path in self._expected(task)]

    def _expected(self, task: Task) -> Iterable[str]:
        if task.source.kind in COLLECTIONS:
            return [f"{kind}/{self._reserved(safe_path(task.name) + '/')}" for kind in self._formats]
        return self._single[task.number].whole()

    def of(self, task: Task, ids: Sequence[str], *, part: int = 0) -> list[Place]:
        """For each document of a task (or of the next part of it), by its own id, the place of its files."""
        if not part and list(ids) == [task.name]:
            return [self._single[task.number]]
        if not part:
            self._inside[task.number] = {name: Names() for name in self._formats}
        below = self._reserved(safe_path(task.name) + "/")
        return [self._claim(self._reserved(_inner(one, task)), self._inside[task.number], below) for one in ids]

    def _claim(self, name: str, names: dict[OutputFormat, Names], below: str = "") -> Place:
        claimed = {kind: names[kind].claim(name, SUFFIXES[kind]) for kind in self._formats}
        bases = {kind: f"{kind}/{below}{path.removesuffix(SUFFIXES[kind])}" for kind, path in claimed.items()}
        return Place(bases, self._split)

    def _reserved(self, name: str) -> str:
        """The name, a mark behind each of its folders that ends like the folders of articles."""
        if not self._split:
            return name
        *folders, last = name.replace("\\", "/").split("/")
        return "/".join([*(one + "_" * one.casefold().endswith(FOLDER) for one in folders), last])


def place_of(outputs: Iterable[OutputRecord], config: Config) -> Place:
    """The place of a document whose files are recorded."""
    split = config.split == "articles"
    bases: dict[OutputFormat, str] = {}
    for output in outputs:
        whole = output.path.partition(FOLDER + "/")[0] if split else output.path
        for name in [name for name in SUFFIXES if whole.startswith(name + "/")]:
            bases[name] = whole.removesuffix(SUFFIXES[name])
    return Place(bases, split)


def write_files(out: Path, files: Iterable[Rendering], place: Place) -> tuple[OutputRecord, ...]:
    """Put the files of a document in place. Raises :class:`~cntextclean.errors.OutputError` where that fails."""
    written: list[OutputRecord] = []
    for one in files:
        path = place.path(one)
        write_whole(out / path, one.data)
        written.append(OutputRecord(path, hashlib.sha256(one.data).hexdigest()))
    return tuple(written)


def rewrite_files(
    out: Path, before: Sequence[OutputRecord], files: Iterable[Rendering], config: Config
) -> tuple[OutputRecord, ...]:
    """The same for a document that has changed: files of articles that are gone go, too."""
    written = write_files(out, files, place_of(before, config))
    current = {output.path for output in written}
    for output in before:
        if output.path not in current:
            with suppress(OSError):
                (out / output.path).unlink()
    return written


def _belongs(path: str, base: str, kind: OutputFormat) -> bool:
    """Whether a file is that of the whole document, or of a part of it."""
    return path == base + SUFFIXES[kind] or path.startswith(base + FOLDER + "/")


def _inner(document: str, task: Task) -> str:
    """The id of a record without its file's name, which the folder has already."""
    return document.removeprefix(task.name).lstrip("/:") or document
