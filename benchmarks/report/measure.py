"""
Size and time of a report of many documents.

    python benchmarks/report/measure.py [FOLDER] [--documents 1000]

Cleans the ``.txt`` files of FOLDER (the seeds without one), repeats them under other names up to the number asked
for, writes the report, and prints: its size over the size of the source texts (UTF-8), the time to write it, and the
time until Chromium has loaded and drawn the front (median of five; skipped where Playwright or Chromium is missing).
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import cntextclean
from cntextclean.model import Document
from cntextclean.write.report import write_report

SEEDS = Path(__file__).parents[2] / "seeds"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    texts = [path.read_bytes().decode("utf-8-sig") for path in sorted(options.folder.glob("*.txt"))]
    cleaned = [cntextclean.clean(text) for text in texts]
    size = sum(len(text.encode()) for text in islice(cycle(texts), options.documents))
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        paths = write_report(renamed(cleaned, options.documents), None, Path(folder) / "report.html")
        taken = time.perf_counter() - start
        written = sum(path.stat().st_size for path in paths)
        edits = sum(len(one.edits) for one in islice(cycle(cleaned), options.documents))
        print(f"{options.documents} documents, {size / 1e6:.1f} MB of text, {edits} edits")
        print(f"report: {len(paths)} files, {written / 1e6:.1f} MB = {written / size:.2f} x the text, in {taken:.1f} s")
        empty = Path(folder) / "empty.html"
        empty.write_text("<!doctype html><title>empty</title>", encoding="utf-8")
        print(f"an empty page opens in {opening_time(empty)}")
        print(f"front: {paths[0].stat().st_size / 1e6:.2f} MB, opens in {opening_time(paths[0])}")
        largest = max(paths[1:] or paths, key=lambda path: path.stat().st_size)
        print(f"largest page: {largest.stat().st_size / 1e6:.2f} MB, opens in {opening_time(largest)}")


def renamed(documents: list[Document], count: int) -> Iterator[Document]:
    """``count`` documents with names of their own, in what they say of their copies too."""
    for number, document in enumerate(islice(cycle(documents), count)):
        name = f"pages/{number:05}.txt"
        removed = tuple(replace(one, of=one.of and replace(one.of, document=name)) for one in document.removed)
        repeats = tuple(
            replace(one, duplicate=replace(one.duplicate, document=name), kept=replace(one.kept, document=name))
            for one in document.repeats
        )
        yield replace(document, id=name, removed=removed, repeats=repeats)


def opening_time(path: Path) -> str:
    """Median seconds until the page is loaded, laid out and drawn."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "(not measured: playwright is missing)"
    browser_path = shutil.which("chromium")
    if not browser_path:
        return "(not measured: chromium is missing)"
    times = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        for _ in range(5):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            start = time.perf_counter()
            page.goto(path.as_uri(), wait_until="load")
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            times.append(time.perf_counter() - start)
            page.close()
        browser.close()
    return f"{statistics.median(times):.2f} s (median of {len(times)})"


if __name__ == "__main__":
    main()
