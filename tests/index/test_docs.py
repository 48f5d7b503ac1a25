"""The programs in docs/index.md run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs/index.md"
PROGRAMS = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_runs(program, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_there_are_programs():
    assert len(PROGRAMS) == 3


def test_all_columns_are_listed(archive):
    from cntextclean.index import held
    from cntextclean.index.changes import open_segments
    from cntextclean.index.manifest import read_manifest

    (segment,) = open_segments(archive.folder, read_manifest(archive.folder))
    for column in segment.columns.directory.columns:
        assert f"``{column.name}``" in held.__doc__
