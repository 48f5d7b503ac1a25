"""
Tasks over processes. Each worker holds one task at a time, so a worker that is killed loses only that one.

Results come as they are finished; who needs an order restores it from the task's number. It is safe because a task
whose worker died is tried once more, alone in a fresh process; when that one dies too the input is recorded as failed
and the others go on. What is wrong with the configuration ends the run here as it would in one process. A worker whose
parent is gone ends by itself: its pipe closes.

    >>> from cntextclean.read.sources import Input
    >>> [outcome.record.status for outcome in execute([Task(0, Input("gone", "/nowhere/gone"))], Config(), jobs=1)]
    ['failed']
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait

from cntextclean.config import Config
from cntextclean.errors import CntextcleanError
from cntextclean.run.records import InputRecord
from cntextclean.run.tasks import Outcome, Task

Work = Callable[[Task, Config], Iterable[Outcome]]
"""What a worker does with a task."""

WORTH_A_PROCESS = 400_000  # bytes; starting a worker and loading its dictionary costs about as much as cleaning these


def choose_jobs(tasks: Sequence[Task], wanted: int | None = None) -> int:
    """The number of processes: as wanted, else as many as there are cores to use and work to share."""
    if wanted:
        return min(wanted, max(len(tasks), 1))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, len(tasks), sum(task.size for task in tasks) // WORTH_A_PROCESS))


def execute(tasks: Sequence[Task], config: Config, *, jobs: int, work: Work | None = None) -> Iterator[Outcome]:
    """
    Clean all tasks, in this process (``jobs`` 1) or in ``jobs`` others; outcomes come as they are finished.

    ``work`` may be another function than :func:`cntextclean.run.work.process`, one that a process can import.
    """
    if work is None and tasks:
        from cntextclean.run.work import process as work
    if work is None:
        return
    if jobs == 1:
        for task in tasks:
            yield from work(task, config)
        return
    crew = [Worker(config, work) for _ in range(min(jobs, len(tasks)))]
    try:
        suspects: list[Task] = []
        yield from _share_out(crew, deque(tasks), suspects)
        for task in suspects:
            again: list[Task] = []
            yield from _share_out(crew[:1], deque([task]), again)
            if again:
                yield _killed(task)
    finally:
        for worker in crew:
            worker.stop()


class Worker:
    """A process that cleans the tasks it is sent, one after the other."""

    def __init__(self, config: Config, work: Work) -> None:
        self._config, self._work = config, work
        self.task: Task | None = None
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._config, self._work), daemon=True)
        with _interrupts_held():
            self._process.start()
        theirs.close()

    def send(self, task: Task) -> None:
        """Begin a task."""
        self.task = task
        try:
            self.pipe.send(task)
        except OSError:  # it died while idle: a fresh one takes the task
            self.restart()
            self.pipe.send(task)

    def receive(self) -> Outcome | None:
        """
        The next outcome of the task begun; None when the process died over it. Raises what the process raised on
        purpose: the command or the configuration is wrong.
        """
        try:
            outcome = self.pipe.recv()
        except (EOFError, OSError):
            self.task = None
            self.restart()
            return None
        if isinstance(outcome, CntextcleanError):
            raise outcome
        if not isinstance(outcome, Outcome):
            return None
        if outcome.final:
            self.task = None
        return outcome

    def restart(self) -> None:
        """Put a fresh process in the place of a dead one."""
        self.stop()
        self._start()

    def stop(self) -> None:
        """End the process."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """
    Keep ctrl-C waiting while a process starts: it inherits that, so it never prints where the signal found it; the
    parent gets the signal afterwards. Systems that know no masks of signals do without.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _share_out(crew: list[Worker], queue: deque[Task], suspects: list[Task]) -> Iterator[Outcome]:
    """Keep every worker busy until the queue is empty; tasks whose worker died are added to ``suspects``."""
    while queue or any(worker.task for worker in crew):
        for worker in crew:
            if queue and not worker.task:
                worker.send(queue.popleft())
        busy = {worker.pipe: worker for worker in crew if worker.task}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            task = worker.task
            outcome = worker.receive()
            if outcome:
                yield outcome
            elif task:
                suspects.append(task)


def _killed(task: Task) -> Outcome:
    problem = "killed the process that cleaned it, twice (most often by lack of memory)"
    hint = "split the file, or run it on a machine with more memory"
    return Outcome(task.number, InputRecord(task.name, "failed", bytes=task.size, problem=problem, hint=hint))


def _serve(pipe: Connection, config: Config, work: Work) -> None:
    """The life of a worker. Ctrl-C is the parent's to handle; a closed pipe means that it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            try:
                for outcome in work(pipe.recv(), config):
                    pipe.send(outcome)
            except CntextcleanError as problem:
                pipe.send(problem)
    except (EOFError, OSError):
        return
