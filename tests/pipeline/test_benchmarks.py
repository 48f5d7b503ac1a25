"""What the benchmarks take from the package is there: they are run seldom, and a name that goes is seen late."""

from __future__ import annotations

import ast
import importlib.util
import runpy
from pathlib import Path

import pytest

from cntextclean import pipeline

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SCRIPTS = sorted(path for path in BENCHMARKS.rglob("*.py") if "peers" not in path.parts)


def taken(script: Path) -> list[tuple[str, str]]:
    """The modules of the package that a script imports from, each with a name."""
    imports = [node for node in ast.walk(ast.parse(script.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    return [
        (node.module, alias.name)
        for node in imports
        if node.module and node.module.partition(".")[0] == "cntextclean"
        for alias in node.names
    ]


def is_there(module: str, name: str) -> bool:
    """Whether a module has a name, or is a package with a module of that name."""
    held = importlib.import_module(module)
    inside = hasattr(held, "__path__") and importlib.util.find_spec(f"{module}.{name}")
    return hasattr(held, name) or bool(inside)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: str(path.relative_to(BENCHMARKS)))
def test_names_that_a_benchmark_imports_are_there(script):
    assert [one for one in taken(script) if not is_there(*one)] == []


def test_stages_that_are_measured_are_there():
    measured = runpy.run_path(str(BENCHMARKS / "pipeline/run.py"))["WRAPPED"]
    assert [name for name in measured if not hasattr(pipeline, name)] == []
