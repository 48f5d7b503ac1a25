"""A worker that is killed loses only its own file."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from cntextclean.config import Config, ReadConfig
from cntextclean.errors import UsageError
from cntextclean.read.sources import Input
from cntextclean.run.tasks import Task
from cntextclean.run.workers import choose_jobs, execute


def tasks_of(folder: Path, texts: list[str]) -> list[Task]:
    tasks = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.in"
        path.write_text(text, encoding="utf-8")
        tasks.append(Task(number, Input(path.name, str(path), size=len(text))))
    return tasks


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.usefixtures("poison")
def test_only_what_kills_twice_fails(tmp_path, jobs):
    import poison as bad

    tasks = tasks_of(tmp_path, ["a", "kill", "b", "once", "c", "d", "late", "e"])
    outcomes = list(execute(tasks, Config(), jobs=jobs, work=bad.work))
    final = [outcome for outcome in outcomes if outcome.final]
    status = {outcome.number: outcome.record.status for outcome in final}
    assert len(final) == len(tasks)
    assert status == {0: "done", 1: "failed", 2: "done", 3: "done", 4: "done", 5: "done", 6: "failed", 7: "done"}
    failed = [outcome.record for outcome in outcomes if outcome.record.status == "failed"]
    assert all("killed the process" in record.problem and record.hint for record in failed)


@pytest.mark.usefixtures("poison")
def test_leaving_early_stops_the_workers(tmp_path):
    import multiprocessing

    import poison as bad

    outcomes = execute(tasks_of(tmp_path, list("abcdef")), Config(), jobs=2, work=bad.work)
    next(outcomes)
    outcomes.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_wrong_with_the_configuration_ends_the_run(tmp_path, jobs):
    tasks = tasks_of(tmp_path, ["今天上午开会。", "会后签约。"])
    config = Config(read=ReadConfig(encoding="no-such-encoding"))
    with pytest.raises(UsageError, match="no text encoding is called `no-such-encoding`"):
        list(execute(tasks, config, jobs=jobs))


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="the system knows no masks of signals")
@pytest.mark.usefixtures("poison")
def test_a_worker_never_sees_the_interrupt(tmp_path):
    """Not even while it starts, when nothing of it is loaded that could be quiet about it."""
    import poison as bad

    tasks = tasks_of(tmp_path, ["blocked", "blocked"])
    outcomes = list(execute(tasks, Config(), jobs=2, work=bad.work))
    assert {outcome.record.problem for outcome in outcomes} == {"interrupts are held"}
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_jobs_follow_the_work():
    small = [Task(0, Input("a", "a", size=10)), Task(1, Input("b", "b", size=10))]
    large = [Task(number, Input("a", "a", size=10**7)) for number in range(8)]
    assert choose_jobs(small) == 1
    assert choose_jobs(small, 8) == 2
    assert 1 <= choose_jobs(large) <= 8
    assert choose_jobs([], 4) == 1
