"""Killed or interrupted at any moment: what stands is whole, and the next run ends as if nothing had happened."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from cntextclean.run.journal import Store, only_run
from cntextclean.run.records import InputRecord, OutputRecord

PAGES = 24


def start(command: list[str], pages: Path, out: Path, jobs: str) -> subprocess.Popen[bytes]:
    arguments = [*command, "clean", str(pages), "-o", str(out), "--jobs", jobs]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def wait_for(path: Path, lines: int, process: subprocess.Popen[bytes]) -> None:
    """Until the store holds so many lines, or the process has ended."""
    while process.poll() is None:
        if path.exists() and path.read_bytes().count(b"\n") >= lines:
            return
        time.sleep(0.002)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, write_pages) -> Path:
    return write_pages(tmp_path_factory.mktemp("pages") / "in", PAGES, length=6)


@pytest.fixture(scope="module")
def unbroken(pages: Path, tmp_path_factory: pytest.TempPathFactory, tree) -> dict[str, bytes]:
    from cntextclean.cli.progress import Watcher
    from cntextclean.config import Config
    from cntextclean.run.engine import Engine
    from cntextclean.run.plan import make_plan

    out = tmp_path_factory.mktemp("unbroken") / "out"
    with Watcher() as watcher:
        Engine(make_plan([pages], out), Config(), out, watcher).run()
    return tree(out)


@pytest.mark.parametrize(("jobs", "lines"), [("1", 2), ("2", 12)])
def test_kill_and_run_again(pages, unbroken, command, tmp_path, jobs, lines, tree, clean_here):
    out = tmp_path / "out"
    with start(command, pages, out, jobs) as process:
        wait_for(out / ".cntextclean/store.jsonl", lines, process)
        os.killpg(process.pid, signal.SIGKILL)
    for path in (out / "markdown").rglob("*.md"):
        assert path.read_bytes() == unbroken[path.relative_to(out).as_posix()]
    again = clean_here(pages, out)
    assert again.exit_code == 0, again.stderr
    assert "unchanged" in again.stderr
    assert tree(out) == unbroken


@pytest.fixture
def heeded() -> Iterator[None]:
    """Lets new processes heed ctrl-C, also where this one was started in the background and ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_and_run_again(pages, unbroken, command, tmp_path, jobs, tree, clean_here):
    out = tmp_path / "out"
    with start(command, pages, out, jobs) as process:
        wait_for(out / ".cntextclean/store.jsonl", 6, process)
        os.killpg(process.pid, signal.SIGINT)
        error = process.stderr.read().decode() if process.stderr else ""
    assert process.returncode == 130, error
    assert "Run the same command again" in error
    assert "Traceback" not in error
    again = clean_here(pages, out)
    assert again.exit_code == 0, again.stderr
    assert tree(out) == unbroken


def test_a_torn_store_is_cut_off(pages, unbroken, command, tmp_path, tree, clean_here):
    out = tmp_path / "out"
    with start(command, pages, out, "1") as process:
        wait_for(out / ".cntextclean/store.jsonl", 20, process)
        os.killpg(process.pid, signal.SIGKILL)
    store = out / ".cntextclean/store.jsonl"
    if store.exists():
        store.write_bytes(store.read_bytes()[:-37])
    assert clean_here(pages, out).exit_code == 0
    assert tree(out) == unbroken


def test_what_a_killed_run_left_is_swept(pages, tmp_path, clean_here):
    out = tmp_path / "out"
    stale = out / "markdown/.cntextclean-0123456789abcdef.tmp"
    stale.parent.mkdir(parents=True)
    stale.write_text("torn", encoding="utf-8")
    assert clean_here(pages / "000.txt", out).exit_code == 0
    assert not stale.exists()


def test_two_runs_into_one_folder(pages, tmp_path, clean_here):
    pytest.importorskip("fcntl")  # systems without it have no locks for files
    with only_run(tmp_path / "out"):
        second = clean_here(pages, tmp_path / "out")
    assert second.exit_code == 5
    assert f"{tmp_path / 'out'}: is being written by another process (pid {os.getpid()})" in second.stderr
    assert not (tmp_path / "out").exists() or not any((tmp_path / "out").iterdir())


@pytest.mark.parametrize("finished", [False, True])
@pytest.mark.parametrize(("key", "options"), [("another configuration", ()), ("whatever", ("--fresh",))])
def test_files_of_a_killed_run_that_is_not_continued_go(pages, tmp_path, clean_here, key, options, finished):
    out, page = tmp_path / "out", pages / "000.txt"
    if finished:  # before the other one began, so that nothing else is to be done
        clean_here(page, out)
    made = OutputRecord("markdown/gone.md", sha256(b"made").hexdigest())
    changed = OutputRecord("markdown/changed.md", sha256(b"made").hexdigest())
    (out / "markdown").mkdir(parents=True, exist_ok=True)
    (out / made.path).write_bytes(b"made")
    (out / changed.path).write_bytes(b"made, then changed by hand")
    with Store(out, key) as store:
        store.append(InputRecord("gone.txt", "done", outputs=(made, changed)), [], final=False)
    assert clean_here(page, out, *options).exit_code == 0
    assert sorted(path.name for path in (out / "markdown").iterdir()) == ["000.md", "changed.md"]
