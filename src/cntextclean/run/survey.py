"""
A first look over the files of each folder: which lines come back at the edges of many of them.

The files of a folder are mostly the pages of one paper or book, so a page header, a footer or an editors' line shows
itself by standing at the edge of file after file, also where no single page proves it. What is found goes to every
task of the folder, as masked lines with what was seen of them (:mod:`cntextclean.repair.lines.running`).

It is safe because the look depends on nothing but the files: not on the number of workers, what was done before or the
order of the paths. The evidence names a round number of files, so that one file more or less leaves the others' results
as they are. At most :data:`MOST_FILES` of a folder are read, evenly chosen, so memory and time are bounded.

    >>> rounded(47), rounded(3), rounded(1234)
    (20, 3, 1000)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cntextclean.config import Config
from cntextclean.repair.lines.running import RULE, edge_lines, has_other_form, is_running
from cntextclean.run.tasks import Task

LEAST_FILES, MOST_FILES = 5, 20_000
"""Files of a folder that say anything together, and that are read at most."""
LARGEST = 2**21
"""Bytes of a file that may be a page; books and collections have their own pages."""
LEAST = 4
"""Files on which a running head stands at least."""
MOST_FORMS = 64
STEPS = (1, 2, 5)
KINDS = ("text", "layout")


def with_running_heads(tasks: Sequence[Task], config: Config) -> tuple[Task, ...]:
    """The tasks, each with the running heads of its folder."""
    if not config.allows(RULE):
        return tuple(tasks)
    folders: dict[Path, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.source.kind in KINDS and task.size <= LARGEST:
            folders[task.path.parent].append(task)
    found = {folder: survey(held, config) for folder, held in folders.items() if len(held) >= LEAST_FILES}
    return tuple(
        replace(task, running=found.get(task.path.parent, ())) if task.source.kind in KINDS else task for task in tasks
    )


def survey(tasks: Sequence[Task], config: Config) -> tuple[tuple[str, str], ...]:
    """The running heads of the files of one folder: masked lines, the commonest first, with the evidence."""
    ordered = sorted(tasks, key=lambda task: task.path)
    step = -(-len(ordered) // MOST_FILES)
    chosen = ordered[::step]
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for task in chosen:
        lines = _edge_lines(task, config)
        counts.update(lines.keys())
        for form, line in lines.items():
            examples.setdefault(form, line)
    running = [
        (form, count)
        for form, count in counts.items()
        if is_running(form, count, len(chosen), least=LEAST) and not has_other_form(examples[form])
    ]
    ranked = sorted(running, key=lambda one: (-one[1], one[0]))[:MOST_FORMS]
    return tuple((form, _evidence(form, count, len(chosen))) for form, count in sorted(ranked))


def rounded(count: int) -> int:
    """The greatest of 1, 2, 3, 5, 10, 20, 50, 100 ... that is not greater."""
    steps: list[int] = [3, *(step * int(10**power) for power in range(9) for step in STEPS)]
    return max(one for one in steps if one <= count)


def _evidence(form: str, count: int, files: int) -> str:
    tenths = 10 * count // files
    return f"at the edge of {rounded(count)} or more files of the folder, {10 * tenths} % of them or more: {form}"


def _edge_lines(task: Task, config: Config) -> dict[str, str]:
    """The masked lines at the edges of one file; none for one that cannot be read, which is told when it is cleaned."""
    from cntextclean.read.load import load_input
    from cntextclean.read.records import Loaded

    loaded = [one for one in load_input(task.source, config.read) if isinstance(one, Loaded)]
    return {form: line for one in loaded for form, line in edge_lines(one.decoded.text).items()}
