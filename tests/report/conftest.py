"""Browser and checker for the tests of the report; where they are missing, tests skip and say what to install."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the helpers of these tests: report_craft, report_page

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is missing: pip install playwright")
    path = os.environ.get("CNTEXTCLEAN_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("chromium is missing: apt-get install chromium fonts-noto-cjk, or set CNTEXTCLEAN_CHROMIUM")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, a checker of accessibility."""
    named = os.environ.get("CNTEXTCLEAN_AXE")
    path = Path(named) if named else ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("axe-core is missing: npm install --no-save axe-core, or set CNTEXTCLEAN_AXE to its axe.min.js")
    return path.read_text("utf-8")


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The five documents that the project is about."""
    return sorted((ROOT / "seeds").glob("*.txt"))
