"""A disk that is full, at any point of a run: exit code 5, nothing half, and the next run goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cntextclean.errors import OutputError
from cntextclean.write import atomic
from cntextclean.write.atomic import sweep, write_whole

resource = pytest.importorskip("resource", reason="limits for the size of files are set with it")


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file of this process may grow beyond ``size`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("limit", [200, 3000, 9000])
def test_a_limit_for_files(clean_here, tmp_path, limit, write_pages, tree):
    pages, out = write_pages(tmp_path / "in", 4, length=8), tmp_path / "out"
    with largest_file(limit):
        limited = clean_here(pages, out)
    assert limited.exit_code == 5, limited.stderr
    assert "File too large" in limited.stderr
    left = tree(out)
    again = clean_here(pages, out)
    assert again.exit_code == 0, again.stderr
    whole = tree(out)
    assert not [name for name in whole if name.endswith(".tmp")]
    assert all(whole[name] == data for name, data in left.items() if name.startswith("markdown/"))


@pytest.mark.parametrize("call", range(1, 12))
def test_the_nth_call_fails(tmp_path, monkeypatch, call, write_pages, tree):
    """Whichever replacement of a file fails, what stands is whole, and the next run ends the same."""
    from cntextclean.cli.progress import Watcher
    from cntextclean.config import Config
    from cntextclean.run.engine import Engine
    from cntextclean.run.plan import make_plan

    pages, out = write_pages(tmp_path / "in", 4), tmp_path / "out"
    plan = make_plan([pages], out)
    calls = 0
    real = Path.replace

    def failing(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == call:
            raise OSError(28, "No space left on device")
        return real(self, target)

    with Watcher() as watcher:
        monkeypatch.setattr(Path, "replace", failing)
        if call <= 8:  # four Markdown files, documents, duplicates, report, run
            with pytest.raises(OutputError, match="No space left on device"):
                Engine(plan, Config(), out, watcher).run(jobs=1)
        else:
            Engine(plan, Config(), out, watcher).run(jobs=1)
        monkeypatch.undo()
        Engine(plan, Config(), out, watcher).run(jobs=1)
        Engine(plan, Config(), tmp_path / "fresh", watcher).run(jobs=1)
    assert tree(out) == tree(tmp_path / "fresh")


def test_what_stood_there_stays(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    write_whole(path, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.Path, "replace", full)
    with pytest.raises(OutputError, match="make room on the disk"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert sweep(tmp_path) == 0
