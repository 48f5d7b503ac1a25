"""
Measures the search for copies at any boundary: characters a second of one core, and memory a text above the texts.

    python benchmarks/repeats/engine.py --clean CLEAN.jsonl.xz [--sample N] [--paragraphs N] [--rounds N] [--write]

Articles are every Nth of CLEAN, hardly any of which copies another; paragraphs are those of `texts.py`, three in ten of
which open a cluster of copies. `deduplicate` is called once a process, in turn, after a call with a few copies that
loads what libraries it needs; the median and the least of the seconds of its processor count. Room is what the peak
of the call's memory adds, the findings included; `findings` is what these take by themselves. `--plain` runs without
RapidFuzz. `--write` puts the table in ENGINE.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import lzma
import pickle
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

from texts import paragraphs, write

from run import facts

HERE = Path(__file__).resolve().parent
NOTES = """\
- A second of the processor, one core. Where others work on the same machine it holds a third to a half less, so the
  best of the runs is told, too. The engine before this one (each chain aligned by itself, letters and offsets held as
  numbers of eight bytes) had 517,000 and 333,000 at best, 445,000 and 257,000 beside this one on the busy machine, and
  took 160.9 and 17.3 KB a text.
- `--plain` (numpy alone, no RapidFuzz) has the same findings; at best 812,000 and 575,000 characters a second.
- What is left of the time: of articles a quarter is the signing of paragraphs by 128 permutations, a quarter the
  alignment of chains; of planted copies three fifths are what is asked of each copied sentence and each finding, one
  by one.
- What is left of the room: of a paragraph of 240 characters letters and their places take 0.6 KB, anchors and their
  pairs 1.3 KB while they are matched, signatures 0.5 KB, copied sentences 1.3 KB where a third of all paragraphs are
  copies, the findings 0.6 KB; the rest is what the allocator keeps between. Of 20,000 planted paragraphs it is 5.4 KB
  a paragraph.
- A bucket of 2,500, 5,000, 10,000 and 40,000 paragraphs of 60 letters, each of which differs from all others in one,
  takes 0.9, 0.7, 0.8 and 0.6 milliseconds a paragraph: no quadratic case.
"""
WARM, MOST_WARM = 12, 200
"""Texts of the first call, each three times, and their letters: too few to take room that counts."""


def articles(clean: Path, every: int) -> list[str]:
    """Every Nth article, title and blocks a line each."""
    with lzma.open(clean, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for number, line in enumerate(file) if number % every == 0]
    return ["\n".join([row["title"], *(text for _, text in row["blocks"])]) for row in rows]


def measure_once(source: Path, *, plain: bool) -> dict[str, float]:
    """One run in this process."""
    if plain:
        sys.modules["rapidfuzz.distance.Levenshtein"] = None  # type: ignore[assignment]
    from cntextclean.repeats.corpus import Record, deduplicate

    lines = source.read_text("utf-8").splitlines()
    records = [Record(row["id"], row["text"]) for row in map(json.loads, lines)]
    few = [record for record in records if len(record.text) > MOST_WARM][:WARM]
    deduplicate([Record(f"{record.id}{turn}", record.text[turn:MOST_WARM]) for record in few for turn in range(3)])
    held = memory_now("VmRSS")
    start = time.process_time()
    result = deduplicate(records)
    seconds = time.process_time() - start
    peak = memory_now("VmHWM")
    letters = sum(len(record.text) for record in records)
    told = memory_of(result.findings)
    return {
        "told": told / len(records), "seconds": seconds,
        "letters": letters, "texts": len(records), "room": (peak - held) / len(records),
        "findings": len(result.findings), "removed": len(result.removed),
    }  # fmt: skip


def memory_now(name: str) -> int:
    """Bytes of this process; the most of them is not asked of the system's usage, which counts those of its parent."""
    rows = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(row.split()[1]) * 1024 for row in rows if row.startswith(f"{name}:"))


def memory_of(findings: Sequence[object]) -> int:
    """The bytes that findings take: what reading them back from bytes allocates."""
    packed = pickle.dumps(findings)
    tracemalloc.start()
    again = pickle.loads(packed)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size if again else 0


def main() -> None:
    """Make the texts, measure, print, and write when asked."""
    parser = argparse.ArgumentParser(description="Measures the search for copies at any boundary.")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--clean", type=Path, help="clean articles, one JSON object a line, compressed with xz")
    parser.add_argument("--work", type=Path, default=Path(), help="a folder for the texts")
    parser.add_argument("--sample", type=int, default=20, help="every Nth article (20)")
    parser.add_argument("--paragraphs", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plain", action="store_true", help="without RapidFuzz, as where it is not installed")
    parser.add_argument("--write", action="store_true", help="write ENGINE.md beside this file")
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(measure_once(asked.once, plain=asked.plain)))
        return
    kinds = {"articles": articles(asked.clean, asked.sample), "planted": paragraphs(asked.paragraphs, asked.clean)}
    report = ["# Copies at any boundary: how fast, in what room", "", f"{facts()}.", ""]
    report += ["| texts | characters | findings, removed | characters a second | at best | KB a text | its findings |",
               "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]  # fmt: skip
    for name, texts in kinds.items():
        source = asked.work / f"{name}.jsonl"
        write(texts, source)
        command = [sys.executable, __file__, "--once", str(source), *(["--plain"] if asked.plain else [])]
        found = [
            json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(asked.rounds)
        ]
        seconds = [one["seconds"] for one in found]
        speeds = [found[0]["letters"] / value for value in (statistics.median(seconds), min(seconds))]
        first = found[0]
        counts = f"{first['findings']:,}, {first['removed']:,}"
        row = (
            f"{len(texts):,} {name}",
            f"{first['letters']:,}",
            counts,
            f"{speeds[0]:,.0f}",
            f"{speeds[1]:,.0f}",
            f"{first['room'] / 1024:.1f}",
            f"{first['told'] / 1024:.1f}",
        )
        report.append(f"| {' | '.join(row)} |")
    report += ["", NOTES]
    print("\n".join(report))
    if asked.write:
        (HERE / "ENGINE.md").write_text("\n".join(report), encoding="utf-8")


if __name__ == "__main__":
    main()
