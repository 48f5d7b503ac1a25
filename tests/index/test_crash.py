"""Killed, or on a full disk, at any point of a change: the index is as before or as after, and goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("fcntl", reason="processes are forked to be killed")


def test_at_any_point_the_index_is_as_before_or_as_after(tmp_path):
    command = [sys.executable, str(Path(__file__).with_name("crash.py")), str(tmp_path), "40"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert [(row["action"], row["full"]) for row in rows] == [
        (name, full) for full in (False, True) for name in ("build", "add", "import", "remove", "compact")
    ]
    assert all(row["tried"] > 20 for row in rows)
    assert [row["wrong"] for row in rows] == [[]] * 10
