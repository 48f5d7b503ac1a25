"""A folder of small pages, and the command, in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cntextclean.cli.app import app

PAGES = {
    "甲.txt": "今天上午,第六届高层论坛在温州举行。\n\n与会者来自三省一市。\n",
    "b/乙.txt": "会议讨论了区域合作的问题。\n\n会后签署了合作协议。\n",
    "b/丙.md": "# 第六届高层论坛在温州举行\n\n今天上午，来自三省一市的代表出席了论坛的开幕式。\n",
}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with three pages, one of them with something to repair."""
    folder = tmp_path / "scans"
    for name, text in PAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def invoke() -> Callable[..., Result]:
    """Run the command in this process."""

    def call(*arguments: str | Path, given: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(one) for one in arguments], input=given)

    return call


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command in a process of its own."""

    def call(
        *arguments: str | Path, given: bytes = b"", environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "cntextclean.cli.app", *map(str, arguments)]
        surroundings = {**os.environ, **(environment or {})}
        return subprocess.run(command, input=given, capture_output=True, cwd=tmp_path, env=surroundings, check=False)

    return call
