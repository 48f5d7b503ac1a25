"""How a run goes on: a bar on a terminal, a plain line every 30 seconds elsewhere; always on standard error."""

from __future__ import annotations

import sys
from threading import Event, Thread
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from cntextclean.cli.messages import InputMessage, emit
from cntextclean.cli.screen import complain, is_terminal, printable, say
from cntextclean.run.records import InputRecord

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

EVERY = 30.0  # seconds between plain lines


class Meter(Protocol):
    """Something that shows how far a run is."""

    def show(self, files: int, of: int, size: int, total: int) -> None:
        """``files`` of ``of`` inputs, ``size`` of ``total`` bytes are done."""
        ...  # the protocol has no body

    def close(self) -> None:
        """Leave the terminal as it was."""
        ...  # the protocol has no body


class PlainMeter:
    """
    A line of text every ``every`` seconds, for logs. A thread of its own says it: one large input, or the writing at
    the end, can take longer than that.
    """

    def __init__(self, every: float = EVERY) -> None:
        self._every = every
        self._line = "planning"
        self._ended = Event()
        self._thread = Thread(target=self._tell, daemon=True)
        self._thread.start()

    def show(self, files: int, of: int, size: int, total: int) -> None:
        """Remember what the next line says."""
        self._line = f"{files:,} of {of:,} files, {size / 1e6:,.1f} of {total / 1e6:,.1f} MB"

    def close(self) -> None:
        """No more lines."""
        self._ended.set()
        self._thread.join()

    def _tell(self) -> None:
        while not self._ended.wait(self._every):
            say(self._line)


class BarMeter:
    """A bar with files, bytes and the time left."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar: Progress = Progress(
            TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn(),
            console=Console(stderr=True), transient=True, redirect_stdout=False,
        )  # fmt: skip
        self._task: TaskID = self._bar.add_task("cleaning", total=None)
        self._bar.start()

    def show(self, files: int, of: int, size: int, total: int) -> None:
        """Move the bar."""
        self._bar.update(self._task, description=f"{files:,}/{of:,} files", completed=size, total=total)

    def close(self) -> None:
        """Take the bar away."""
        self._bar.stop()


class Watcher:
    """Sees a run go on: moves the meter, names failures at once, prints lines of JSON where they are wanted."""

    def __init__(self, *, as_json: bool = False) -> None:
        self._as_json = as_json
        self._meter: Meter = BarMeter() if is_terminal(sys.stderr) else PlainMeter()
        self._inputs = self._size = self._files = self._done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._meter.close()

    def begin(self, inputs: int, size: int) -> None:
        """The run is planned."""
        self._inputs, self._size = inputs, size
        self._meter.show(0, inputs, 0, size)

    def advance(self, record: InputRecord, *, unchanged: bool) -> None:
        """An input is finished."""
        self._files += 1
        self._done += record.bytes
        self._meter.show(self._files, self._inputs, self._done, self._size)
        for one in record.all_problems():
            complain(f"{printable(one.name)}: {one.problem}." + (f" To do: {one.hint}." if one.hint else ""))
        if self._as_json:
            emit(
                InputMessage(
                    record.name,
                    record.status,
                    unchanged,
                    record.problem,
                    record.hint,
                    record.problems,
                    record.documents,
                )
            )
