r"""
The library's way over many files: a stream of documents, in the order of the inputs.

    >>> cleaner = Cleaner()
    >>> cleaner.clean("共计1000元。").text
    '共计1000元。\n'
    >>> list(cleaner.run([])), cleaner.failures
    ([], ())
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cntextclean.config import Config
from cntextclean.errors import CntextcleanError, InputError, TraceError
from cntextclean.model import Document
from cntextclean.pipeline import clean
from cntextclean.read.sources import unique_id
from cntextclean.run.lines import rename
from cntextclean.run.plan import make_plan
from cntextclean.run.records import copied_characters, warn_of_share
from cntextclean.run.survey import with_running_heads
from cntextclean.run.tasks import Outcome, Task
from cntextclean.run.workers import execute
from cntextclean.write.jsonl import decode

OnError = Literal["collect", "raise"]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document: its name, what is wrong with it, what to do."""

    name: str
    problem: str
    hint: str = ""
    withheld: bool = False

    def error(self) -> CntextcleanError:
        """The failure as the error that :meth:`Cleaner.run` raises."""
        if self.withheld:
            return TraceError(f"{self.name}: {self.problem}")
        return InputError(self.name, self.problem, self.hint)


class Cleaner:
    """
    Cleans texts and files with one configuration.

    ``jobs`` processes share the files; the documents and their order are the same for any number. With more than one,
    call :meth:`run` below ``if __name__ == "__main__":``, as always with processes.
    """

    def __init__(self, config: Config | None = None, *, jobs: int = 1) -> None:
        self.config = config or Config()
        self.jobs = jobs
        self.failures: tuple[Failure, ...] = ()
        self.warnings: tuple[str, ...] = ()

    def clean(self, text: str, *, name: str = "text") -> Document:
        """Clean one text. Raises :class:`TraceError` on a defect of the program."""
        return clean(text, self.config, name=name)

    def run(self, paths: Iterable[str | Path], *, on_error: OnError = "collect") -> Iterator[Document]:
        """
        Clean files and folders; yield the documents one by one, in the order of the inputs.

        An input that gives no document does not stop the others: it is added to :attr:`failures`, which holds those
        of the last run. With ``on_error="raise"`` it raises :class:`InputError` or :class:`TraceError` at its turn,
        and at once for a path that does not exist.

        With ``dedup`` of the configuration ``corpus``, copies across the documents, and of what the indexes of
        ``repeats.against`` hold, are taken out, too: all documents are held in memory then, the later of two with one
        id is named after its input, and what to think about is in :attr:`warnings`.
        """
        self.warnings = ()
        if self.config.dedup != "corpus":
            yield from (document for _, document in self._each(paths, on_error))
            return
        from cntextclean.run.crossing import cross
        from cntextclean.run.held import open_archives

        archives = open_archives(self.config.repeats.against)
        taken: set[str] = set()
        inputs, documents = [], []
        for name, one in self._each(paths, on_error):
            final = unique_id(one.id, name, taken)
            inputs.append(name)
            documents.append(one if one.id == final else rename(one, final))
        crossed = cross(documents, self.config, archives)
        self.warnings = (*crossed.warnings, *self._warnings(inputs, crossed.documents))
        yield from crossed.documents

    def _warnings(self, names: Iterable[str], documents: Iterable[Document]) -> Iterator[str]:
        """A line for each input that loses much as copies; ``names`` are those of the documents' inputs."""
        sums: dict[str, tuple[int, int]] = {}
        for name, one in zip(names, documents, strict=True):
            total, gone = sums.get(name, (0, 0))
            sums[name] = total + one.source.length, gone + copied_characters(one.removed)
        for name, (total, gone) in sums.items():
            yield from warn_of_share(name, total, gone, self.config.repeats.warn_share)

    def _each(self, paths: Iterable[str | Path], on_error: OnError) -> Iterator[tuple[str, Document]]:
        """The documents one by one, each with the name of its input."""
        plan = make_plan([paths] if isinstance(paths, str | Path) else list(paths), again=True)
        self.failures = tuple(Failure(one.name, one.problem, one.hint) for one in plan.failed)
        if self.failures and on_error == "raise":
            raise self.failures[0].error()
        tasks = with_running_heads(plan.tasks, self.config)
        for outcome in _in_order(tasks, execute(tasks, self.config, jobs=self.jobs)):
            for problem in outcome.record.all_problems() if outcome.final else ():
                failure = Failure(problem.name, problem.problem, problem.hint, withheld=problem.status == "withheld")
                if on_error == "raise":
                    raise failure.error()
                self.failures += (failure,)
            for product in outcome.products:
                yield outcome.record.name, decode(product.line)


def _in_order(tasks: tuple[Task, ...], outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Outcomes in the order of their tasks; parts that come again, since a worker was killed, are left out."""
    waiting: dict[int, list[Outcome]] = {}
    for task in tasks:
        given, final = 0, False
        while not final:
            if not waiting.get(task.number):
                outcome = next(outcomes)
                waiting.setdefault(outcome.number, []).append(outcome)
                continue
            outcome = waiting[task.number].pop(0)
            final = outcome.final
            if outcome.part >= given or not outcome.products:
                yield outcome
                given = outcome.part + 1
