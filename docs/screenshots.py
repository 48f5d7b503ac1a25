"""
The pictures of the report in this folder, from the seeds.

    python docs/screenshots.py

Needs Playwright and Debian's chromium (tests/report/REQUIREMENTS.md).
"""

# ruff: noqa: INP001 - a script of its own
from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import cntextclean
from cntextclean.write.report import write_report

DOCS = Path(__file__).parent
SEEDS = sorted((DOCS.parent / "seeds").glob("*.txt"))
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SHOWN = "#d5 td ins[tabindex]:not(:empty)"
"""The edit of the last seed that the second picture shows with its reason."""


def main() -> None:
    """Write ``report-front-*.png`` and ``report-document-*.png``."""
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in SEEDS}
    documents = [cntextclean.clean(text, name=name) for name, text in texts.items()]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        (report,) = write_report(documents, None, Path(folder) / "report.html")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for width, height in ((390, 844), (1440, 1000)):
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                page.goto(report.as_uri())
                page.screenshot(path=DOCS / f"report-front-{width}-{scheme}.png")
                page.evaluate("document.querySelector('#d5').scrollIntoView()")
                page.wait_for_timeout(200)
                page.evaluate("document.querySelector('#d5').scrollIntoView()")
                page.locator(SHOWN).nth(4).evaluate("element => element.focus({ preventScroll: true })")
                page.screenshot(path=DOCS / f"report-document-{width}-{scheme}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
