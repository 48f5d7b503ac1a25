"""A folder of many small pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cntextclean.cli.app import app


def _write_pages(folder: Path, number: int, *, length: int = 1) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for one in range(number):
        text = "\n\n".join(f"第{one}页第{row}段，会议讨论了区域合作的问题。" for row in range(length))
        (folder / f"{one:03}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="session")
def write_pages() -> Callable[..., Path]:
    """Writes pages of distinct text into a folder."""
    return _write_pages


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Reads every file of a folder, with its bytes."""
    return _tree


@pytest.fixture
def command() -> list[str]:
    """The command, for a process of its own."""
    return [sys.executable, "-m", "cntextclean.cli.app"]


@pytest.fixture
def clean_here() -> Callable[..., Result]:
    """Clean a folder in this process, whose dictionaries are loaded already."""

    def call(pages: Path, out: Path, *options: str) -> Result:
        return CliRunner().invoke(app, ["clean", str(pages), "-o", str(out), "--jobs", "1", *options])

    return call


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Makes the module ``poison`` known to this process and to those that it starts."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    yield
    sys.modules.pop("poison", None)
