"""
Measures the search for copies at any boundary: characters a second of one core, and memory a paragraph above the texts.

    python benchmarks/repeats/engine.py --clean CLEAN.jsonl.xz [--sample N] [--paragraphs N...] [--rounds N] [--write]

Articles are every Nth of CLEAN, hardly any of which copies another; planted paragraphs are those of `texts.py`, three
in ten of which open a cluster of copies. `deduplicate` is called once a process, in turn, after a call with a few
copies that loads what libraries it needs, and every finding is asked for; the median and the least of the seconds of
its processor count. Room, findings included, is told twice: what the peak of the call adds to the resident set of the
process (what the allocator keeps is in it), and, of a run of its own, the peak of what Python and numpy have
allocated at one time (`tracemalloc`). `findings` is what these take by themselves.
`--plain` runs without RapidFuzz. `--write`
puts the table in ENGINE.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import lzma
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

from texts import paragraphs, write

from run import facts

HERE = Path(__file__).resolve().parent
NOTES = HERE / "engine-notes.md"
WARM, MOST_WARM = 12, 200
"""Texts of the first call, each three times, and their letters: too few to take room that counts."""


def articles(clean: Path, every: int) -> list[str]:
    """Every Nth article, title and blocks a line each."""
    with lzma.open(clean, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for number, line in enumerate(file) if number % every == 0]
    return ["\n".join([row["title"], *(text for _, text in row["blocks"])]) for row in rows]


def measure_once(source: Path, *, plain: bool, traced: bool) -> dict[str, float]:
    """One run in this process."""
    if plain:
        sys.modules["rapidfuzz.distance.Levenshtein"] = None  # type: ignore[assignment]
    from cntextclean.repeats.corpus import Record, deduplicate
    from cntextclean.repeats.units import paragraph_spans

    lines = source.read_text("utf-8").splitlines()
    records = [Record(row["id"], row["text"]) for row in map(json.loads, lines)]
    count = sum(len(paragraph_spans(record.text)) for record in records)
    few = [record for record in records if len(record.text) > MOST_WARM][:WARM]
    deduplicate([Record(f"{record.id}{turn}", record.text[turn:MOST_WARM]) for record in few for turn in range(3)])
    if traced:
        tracemalloc.start()
    held = memory_now("VmRSS")
    start = time.process_time()
    result = deduplicate(records)
    removed = sum(one.action == "removed" for one in result.findings)
    seconds = time.process_time() - start
    room = tracemalloc.get_traced_memory()[1] if traced else memory_now("VmHWM") - held
    letters = sum(len(record.text) for record in records)
    return {
        "told": memory_of(result.findings) / count, "seconds": seconds, "letters": letters, "texts": len(records),
        "paragraphs": count, "room": room / count, "findings": len(result.findings), "removed": removed,
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
    parser.add_argument("--sample", type=int, default=20, help="every Nth article (20)")
    parser.add_argument("--traced", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--paragraphs", type=int, nargs="+", default=[5000, 20000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plain", action="store_true", help="without RapidFuzz, as where it is not installed")
    parser.add_argument("--write", action="store_true", help="write ENGINE.md beside this file")
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(measure_once(asked.once, plain=asked.plain, traced=asked.traced)))
        return
    with tempfile.TemporaryDirectory() as work:
        report = [*measured(asked, Path(work)), "", NOTES.read_text(encoding="utf-8")]
    print("\n".join(report))
    if asked.write:
        (HERE / "ENGINE.md").write_text("\n".join(report), encoding="utf-8")


def measured(asked: argparse.Namespace, work: Path) -> list[str]:
    """The lines of the table; the texts are written below ``work``."""
    kinds = {"articles": articles(asked.clean, asked.sample)}
    kinds |= {f"planted-{number}": paragraphs(number, asked.clean) for number in asked.paragraphs}
    heads = (
        "texts", "paragraphs", "characters", "findings, removed", "characters a second", "at best",
        "KB a paragraph, resident", "allocated", "its findings",
    )  # fmt: skip
    report = ["# Copies at any boundary: how fast, in what room", "", f"{facts()}.", "", f"| {' | '.join(heads)} |"]
    report.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, texts in kinds.items():
        source = work / f"{name}.jsonl"
        write(texts, source)
        command = [sys.executable, __file__, "--once", str(source), *(["--plain"] if asked.plain else [])]
        found = [run(command) for _ in range(asked.rounds)]
        report.append(row(f"{len(texts):,} {name.partition('-')[0]}", found, run([*command, "--traced"])))
    return report


def row(name: str, found: Sequence[dict[str, float]], traced: dict[str, float]) -> str:
    """The row of some texts: what the rounds took, and the room of a run whose allocations were traced."""
    seconds, first = [one["seconds"] for one in found], found[0]
    speeds = [first["letters"] / value for value in (statistics.median(seconds), min(seconds))]
    room = [value / 1024 for value in (statistics.median(one["room"] for one in found), traced["room"], first["told"])]
    return (
        f"| {name} | {first['paragraphs']:,} | {first['letters']:,} "
        f"| {first['findings']:,}, {first['removed']:,} | {speeds[0]:,.0f} | {speeds[1]:,.0f} "
        f"| {room[0]:.2f} | {room[1]:.2f} | {room[2]:.2f} |"
    )


def run(command: Sequence[str]) -> dict[str, float]:
    """What one process measured."""
    measured: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return measured


if __name__ == "__main__":
    main()
