"""
All checks, in the order in which they fail fastest: lint, format, types, import contract, tests.

    python tests/check.py [pytest arguments]

Each is the project's own installed tool. The exit code is 0 when all pass, else that of the first that failed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (
    ("lint", ["-m", "ruff", "check", "src", "tests", "benchmarks"]),
    ("format", ["-m", "ruff", "format", "--check", "src", "tests", "benchmarks"]),
    ("types", ["-m", "mypy"]),
    ("import contract", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("tests", ["-m", "pytest", "--quiet", "--numprocesses=2"]),
)


def main() -> int:
    """Run the checks until one fails."""
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        extra = sys.argv[1:] if name == "tests" else []
        done = subprocess.run([sys.executable, *command, *extra], cwd=ROOT, check=False)
        if done.returncode:
            print(f"== {name} failed", flush=True)
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
