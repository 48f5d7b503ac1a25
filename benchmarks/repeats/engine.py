"""
Measures the search for copies at any boundary: characters a second of one core, and memory a text above the texts.

    python benchmarks/repeats/engine.py --clean CLEAN.jsonl.xz [--sample N] [--paragraphs N] [--rounds N] [--write]

Articles are every Nth of CLEAN, hardly any of which copies another; paragraphs are those of `texts.py`, three in ten of
which open a cluster of copies. `deduplicate` is called once a process, in turn; the median of the seconds of its
processor counts. `--write` puts the table in ENGINE.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import lzma
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from texts import paragraphs, write

from run import facts

HERE = Path(__file__).resolve().parent


def articles(clean: Path, every: int) -> list[str]:
    """Every Nth article, title and blocks a line each."""
    with lzma.open(clean, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for number, line in enumerate(file) if number % every == 0]
    return ["\n".join([row["title"], *(text for _, text in row["blocks"])]) for row in rows]


def measure_once(source: Path) -> dict[str, float]:
    """One run in this process."""
    from cntextclean.repeats.corpus import Record, deduplicate

    lines = source.read_text("utf-8").splitlines()
    records = [Record(row["id"], row["text"]) for row in map(json.loads, lines)]
    deduplicate(records[:5])
    page = resource.getpagesize()
    held = int(Path("/proc/self/statm").read_text().split()[1]) * page
    start = time.process_time()
    result = deduplicate(records)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    letters = sum(len(record.text) for record in records)
    return {
        "seconds": seconds, "letters": letters, "texts": len(records), "room": (peak - held) / len(records),
        "findings": len(result.findings), "removed": len(result.removed),
    }  # fmt: skip


def main() -> None:
    """Make the texts, measure, print, and write when asked."""
    parser = argparse.ArgumentParser(description="Measures the search for copies at any boundary.")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--clean", type=Path, help="clean articles, one JSON object a line, compressed with xz")
    parser.add_argument("--work", type=Path, default=Path(), help="a folder for the texts")
    parser.add_argument("--sample", type=int, default=20, help="every Nth article (20)")
    parser.add_argument("--paragraphs", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="write ENGINE.md beside this file")
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(measure_once(asked.once)))
        return
    kinds = {"articles": articles(asked.clean, asked.sample), "planted": paragraphs(asked.paragraphs, asked.clean)}
    report = ["# Copies at any boundary: how fast, in what room", "", f"{facts()}.", ""]
    report += ["| texts | characters | findings, removed | characters a second | KB a text above the texts |",
               "| --- | ---: | ---: | ---: | ---: |"]  # fmt: skip
    for name, texts in kinds.items():
        source = asked.work / f"{name}.jsonl"
        write(texts, source)
        command = [sys.executable, __file__, "--once", str(source)]
        found = [
            json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(asked.rounds)
        ]
        speed = found[0]["letters"] / statistics.median(one["seconds"] for one in found)
        first = found[0]
        counts = f"{first['findings']:,}, {first['removed']:,}"
        row = (
            f"{len(texts):,} {name}",
            f"{first['letters']:,}",
            counts,
            f"{speed:,.0f}",
            f"{first['room'] / 1024:.1f}",
        )
        report.append(f"| {' | '.join(row)} |")
    report.append("")
    print("\n".join(report))
    if asked.write:
        (HERE / "ENGINE.md").write_text("\n".join(report), encoding="utf-8")


if __name__ == "__main__":
    main()
