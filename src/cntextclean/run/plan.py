"""
The plan of a run: every input with its name, in one order, and what was seen that is none.

It is safe because nothing is passed over unseen (:mod:`cntextclean.read.sources`), and because a run never reads what
it writes: an output folder in an input folder, or around one, is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cntextclean.errors import InputError, UsageError
from cntextclean.read.sources import STANDARD_INPUT, Input, find_inputs
from cntextclean.run.records import InputRecord
from cntextclean.run.tasks import Task

PASSING = "is a pipe or a device, which can be read once only; nothing was taken from it"
INSTEAD = "clean it with `cntextclean clean - < INPUT > page.md`, or write it to a file and name that"


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks in order, and the inputs that were found and are none: failed or skipped, with the reason."""

    tasks: tuple[Task, ...]
    others: tuple[InputRecord, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all tasks."""
        return sum(task.size for task in self.tasks)

    @property
    def failed(self) -> tuple[InputRecord, ...]:
        """What could not even be opened."""
        return tuple(one for one in self.others if one.status == "failed")

    @property
    def failures(self) -> tuple[InputError, ...]:
        """The same as errors, which say what to do."""
        return tuple(InputError(one.name, one.problem, one.hint) for one in self.failed)


def make_plan(paths: Sequence[str | Path], out: Path | None = None, *, again: bool = False) -> Plan:
    """
    Find the inputs below ``paths``. Raises :class:`UsageError` when the output folder ``out`` lies in an input folder
    or holds an input. ``again``: inputs will be read more than once, so a pipe or a device is a failure.
    """
    for path in paths:
        if out and str(path) != STANDARD_INPUT:
            _keep_apart(Path(path), out)
    sources = find_inputs(paths)
    passing = [one for one in sources.inputs if again and _passes(one)]
    tasks = tuple(Task(number, one) for number, one in enumerate(one for one in sources.inputs if one not in passing))
    failed = [InputRecord(one.place, "failed", problem=one.problem, hint=one.hint) for one in sources.failures]
    failed += [InputRecord(one.id, "failed", problem=PASSING, hint=INSTEAD) for one in passing]
    skipped = [InputRecord(one.id, "skipped", problem=one.reason) for one in sources.skipped]
    return Plan(tasks, (*failed, *skipped))


def _passes(source: Input) -> bool:
    """Whether what is read from an input is gone afterwards."""
    path = Path(source.path)
    return source.path != STANDARD_INPUT and path.exists() and not path.is_file()


def _keep_apart(path: Path, out: Path) -> None:
    """Refuse to read what the run itself writes."""
    given, target = path.resolve(), out.resolve()
    if given.is_dir() and target.is_relative_to(given):
        raise UsageError(
            f"{out}: the output folder lies inside the input folder {path}. To do: choose one outside of it with -o."
        )
    if given.is_relative_to(target):
        raise UsageError(
            f"{path}: the input lies inside the output folder {out}. To do: choose another output folder with -o."
        )
