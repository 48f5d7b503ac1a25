"""Work for worker processes that goes wrong on purpose."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

from cntextclean.config import Config
from cntextclean.run.records import InputRecord
from cntextclean.run.tasks import Outcome, Task


def work(task: Task, config: Config) -> Iterator[Outcome]:
    """Die over files that say so, once only where they say `once`; tell what is asked for where they say `blocked`."""
    del config
    text = task.path.read_text("utf-8")
    mark = Path(f"{task.path}.seen")
    if text.startswith("kill") or (text.startswith("once") and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    held = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []) if text == "blocked" else False
    record = InputRecord(task.name, "done", problem="interrupts are held" if held else "")
    yield Outcome(task.number, record, part=0, final=False)
    if text.startswith("late"):
        os.kill(os.getpid(), signal.SIGKILL)
    yield Outcome(task.number, record, part=1)
