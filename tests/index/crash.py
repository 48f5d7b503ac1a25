"""
Kills itself, or finds the disk full, at every change of the disk, one after the other: a program for a process of its
own.

``python crash.py FOLDER STEP`` takes each action (build, add, import, remove, compact) from the same start, once for
every STEP-th write, flush, renaming and removal that it makes and for each of the last ones, and is killed (SIGKILL)
before it, and in the middle of it or after it. What is left must be the index before or the index after, whole; and
the action done again must end as if nothing had happened. Then the same with a disk that is full from that point on.
Prints a line of JSON for each: its points, and what was wrong. With a STEP of 1 it takes some minutes.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Self

from datasketch import LeanMinHash

from cntextclean.errors import OutputError
from cntextclean.index.archive import Index

TEXTS = [
    (f"{at:02}", f"第{at}篇。" + chr(0x4E00 + at) * 30 + "面对外部环境的不确定性以自身工作来应对。" * (at + 1))
    for at in range(12)
]


FULL = 5
LAST = 20
"""Points before the end of an action that are all tried: there the manifest is replaced."""


class Points:
    """Counts the changes of the disk; ``act`` is called at the chosen one with what is being done."""

    def __init__(self, chosen: int, act: Callable[[str], None], *, onwards: bool = False) -> None:
        self.seen, self.chosen, self.act, self.onwards = 0, chosen, act, onwards

    def reach(self, what: str) -> None:
        self.seen += 1
        if self.seen == self.chosen or (self.onwards and self.seen > self.chosen):
            self.act(what)

    def around(self, name: str, call: Callable) -> Callable:
        def counted(*given: object, **named: object) -> object:
            self.reach(name)
            result = call(*given, **named)
            self.reach(name)
            return result

        return counted


class Watched:
    """A file whose writes are points: before one, and with half of it on the disk."""

    def __init__(self, file: object, points: Points) -> None:
        self._file, self._points = file, points

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> int:
        self._points.reach("write")
        half = len(data) // 2
        self._file.write(data[:half])
        self._file.flush()
        self._points.reach("write")
        return half + self._file.write(data[half:])


def watch(points: Points) -> None:
    """Make every change of the disk a point."""
    for name in ("fsync", "replace", "rename", "unlink", "mkdir"):
        setattr(os, name, points.around(name, getattr(os, name)))
    real = Path.open

    def opened(self: Path, mode: str = "r", **named: object) -> object:
        file = real(self, mode, **named)
        return Watched(file, points) if set(mode) & set("xwa") else file

    Path.open = opened


def signatures(start: Path) -> list[tuple[str, LeanMinHash]]:
    return [(f"key {name}", minhash) for name, minhash in Index.open(start).minhashes()][:5]


def remove(index: Index, ids: list[str]) -> int:
    return index.remove([one for one in ids if one in index])


ACTIONS: dict[str, Callable[[Path, Path], object]] = {
    "build": lambda folder, _: Index.build(folder, TEXTS[:4]),
    "add": lambda folder, _: Index.open(folder).add(TEXTS[6:]),
    "import": lambda folder, start: Index.open(folder).add_minhashes(signatures(start)),
    "remove": lambda folder, _: remove(Index.open(folder), ["01", "04"]),
    "compact": lambda folder, _: Index.open(folder).compact(),
}


def state(folder: Path) -> tuple[str, ...]:
    """The manifest of an index; nothing where there is none."""
    path = folder / "manifest.json"
    return tuple(path.read_text("utf-8").splitlines()) if path.exists() else ()


def copy_of(start: Path | None, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    if start:
        shutil.copytree(start, folder)
    return folder


def problems(folder: Path, after: Path, again: Callable[[], object], *, first: bool) -> list[str]:
    """What is wrong with what a kill left, and with the action done again."""
    wrong = [str(one) for file in Index(folder).verify(deep=True) for one in file.problems] if state(folder) else []
    if first and state(folder):
        Index(folder).add(TEXTS[:1])  # there already: but what the kill left goes
    else:
        again()
    if state(folder) != state(after):
        wrong.append("the action done again does not end as it should")
    names = {path.name for path in (folder / "segments").iterdir()}
    if names != {path.name for path in (after / "segments").iterdir()} or list(folder.glob(".cntextclean*")):
        wrong.append(f"files are left: {sorted(names)}")
    return wrong


def kill(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def be_full(what: str) -> None:
    if what != "unlink":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def run_to(points: Points, action: Callable[[], object]) -> int:
    """Take an action in a process of its own; minus the signal, or the exit code, with which it ends."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    watch(points)
    try:
        action()
    except OutputError:
        os._exit(FULL)
    except BaseException:  # noqa: BLE001 - anything else is what the test is for
        os._exit(1)
    if points.chosen < 0:
        os.write(points.pipe, b"%d" % points.seen)
    os._exit(0)


def count_points(action: Callable[[], object]) -> int:
    points = Points(-1, kill)
    end, points.pipe = os.pipe()
    run_to(points, action)
    return int(os.read(end, 20))


def try_all(name: str, start: Path | None, work: Path, step: int, *, full: bool) -> dict[str, object]:
    whole, folder = copy_of(start, work / "after"), work / "now"
    action = partial(ACTIONS[name], folder, start or work)
    ACTIONS[name](whole, start or work)
    before, after = state(start) if start else (), state(whole)
    copy_of(start, folder)
    total = count_points(action)
    chosen = sorted({*range(1, total + 1, step), *range(max(1, total - LAST), total + 1)})
    wrong: list[str] = []
    for point in chosen:
        copy_of(start, folder)
        code = run_to(Points(point, be_full if full else kill, onwards=full), action)
        if code not in ((FULL, 0) if full else (-signal.SIGKILL,)):
            wrong.append(f"point {point}: ended with {code}")
        if state(folder) not in ((after,) if code == 0 else (before, after)):
            wrong.append(f"point {point}: neither before nor after")
        found = problems(folder, whole, action, first=name == "build")
        wrong += [f"point {point}: {one}" for one in found]
    return {"action": name, "full": full, "points": total, "tried": len(chosen), "wrong": wrong}


def main() -> None:
    work, step = Path(sys.argv[1]), int(sys.argv[2])
    start = work / "start"
    index = Index.build(start, TEXTS[:4])
    index.add(TEXTS[4:6])
    index.remove(["02"])
    for full in (False, True):
        for name in ACTIONS:
            given = None if name == "build" else start
            print(json.dumps(try_all(name, given, work, step, full=full)), flush=True)


if __name__ == "__main__":
    main()
