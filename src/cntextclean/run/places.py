"""
Where the files of each document go, known before the first is cleaned, so the same for any number of workers.

    >>> from cntextclean.read.sources import Input
    >>> Places([Task(0, Input("a/b.txt", "/b.txt"))], Config()).all()
    ['markdown/a/b.md']
"""

from __future__ import annotations

from collections.abc import Sequence

from cntextclean.config import Config
from cntextclean.run.tasks import Task
from cntextclean.write.names import Names, safe_path

FOLDERS = {"markdown": ".md", "text": ".txt"}


class Places:
    """Paths below the output folder: the input's, mirrored; a folder where an input holds several documents."""

    def __init__(self, tasks: Sequence[Task], config: Config) -> None:
        self._formats = [name for name in FOLDERS if name in config.formats]
        names = {name: Names() for name in self._formats}
        self._inside: dict[int, dict[str, Names]] = {}
        self._single = {
            task.number: tuple(f"{name}/{names[name].claim(task.name, FOLDERS[name])}" for name in self._formats)
            for task in tasks
        }

    def all(self) -> list[str]:
        """The paths of all inputs that hold one document."""
        return [path for paths in self._single.values() for path in paths]

    def of(self, task: Task, ids: Sequence[str], *, part: int = 0) -> list[tuple[str, ...]]:
        """For each document of a task (or of the next part of it), by its own id, its files' paths by format."""
        if not part and list(ids) == [task.name]:
            return [self._single[task.number]]
        if not part:
            self._inside[task.number] = {name: Names() for name in self._formats}
        names = self._inside[task.number]
        below = safe_path(task.name)
        return [
            tuple(f"{name}/{below}/{names[name].claim(_inner(one, task), FOLDERS[name])}" for name in self._formats)
            for one in ids
        ]


def _inner(document: str, task: Task) -> str:
    """The id of a record without its file's name, which the folder has already."""
    return document.removeprefix(task.name).lstrip("/:") or document
