"""
Measures signatures and the leaving-out of like paragraphs against five other libraries, on the same texts, in one run.

    python benchmarks/repeats/run.py --work FOLDER [--clean CLEAN.jsonl.xz] [--signed N] [--thinned N] [--large N]
                                     [--rounds N] [--write]

Every library gets an environment of its own below FOLDER, from the package index that pip uses; one that cannot be
installed is named with the error. Each run is a process of its own, the libraries in turn, round after round; what
counts is the median of the seconds of the processor (system and children included), since machines are busy. Signing
counts from texts in memory to signatures, 5-grams of characters, 128 permutations; thinning counts whole processes,
from a file of JSON lines to the file of those that stay, at Jaccard 0.8. `--large` is a size that only this package and
rensa are run at. Recall and precision are counted against all pairs of texts, compared exactly.

`--write` puts the tables in RESULTS.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import venv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exact import alike_pairs, judge
from texts import paragraphs, write

HERE = Path(__file__).resolve().parent
OURS = "cntextclean"
PEERS = {
    "rensa": ("rensa",),
    "datasketch": ("datasketch>=2",),
    "text-dedup": ("text-dedup",),
    "datatrove": ("datatrove[io,processing]", "spacy", "orjson"),
    "data-juicer": ("py-data-juicer", "aiohttp", "scipy"),
}
"""What pip installs for each; the additions are what the packages import and do not ask for."""
DISTRIBUTIONS = {"data-juicer": "py-data-juicer"}


@dataclass
class Tool:
    """A library: its interpreter and version, or why there is none."""

    name: str
    python: Path
    version: str = ""
    problem: str = ""
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def median(self, task: str) -> float:
        """The median of the seconds of a task."""
        return statistics.median(self.seconds[task])


def set_up(name: str, work: Path) -> Tool:
    """An environment for a library, made when it is not there yet."""
    home = work / "environments" / name
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    done = subprocess.run(
        [python, "-m", "pip", "install", "-q", *PEERS[name]], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return Tool(name, python, problem=done.stderr.strip().splitlines()[-1])
    return Tool(name, python, _version(python, DISTRIBUTIONS.get(name, name)))


def _version(python: Path, name: str) -> str:
    code = f"from importlib.metadata import version; print(version({name!r}))"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def run_once(tool: Tool, task: str, *places: Path) -> float:
    """Run one task of one library; the seconds that it says (signing) or that its process took (thinning)."""
    script = HERE / "peers" / f"{tool.name.replace('-', '_')}_.py"
    # One thread for a library's own: seconds of the processor count all threads, idle ones that wait in a loop, too.
    known = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    log = places[0].with_name(f"{tool.name}.log")
    with log.open("w") as said, log.with_suffix(".json").open("w+") as answered:
        child = subprocess.Popen(
            [tool.python, script, task, *places], env=known, stdout=answered if task == "sign" else said, stderr=said
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        answered.seek(0)
        answer = answered.read()
    if child.returncode:
        raise RuntimeError(f"{tool.name} {task}: {log.read_text()[-300:]}")
    return float(json.loads(answer)["seconds"]) if task == "sign" else used.ru_utime + used.ru_stime


def measure(tools: Sequence[Tool], task: str, source: Path, rounds: int, key: str) -> None:
    """Run a task with each library in turn, round after round; a library that fails once is left out."""
    for _ in range(rounds):
        for tool in tools:
            if tool.problem:
                continue
            places = [source] if task == "sign" else [source, source.with_name(f"{tool.name}.kept.jsonl")]
            try:
                tool.seconds[key].append(run_once(tool, task, *places))
            except RuntimeError as problem:
                tool.problem = " ".join(str(problem).split())
            print(key, tool.name, tool.seconds[key][-1:], tool.problem, flush=True)


def table(tools: Sequence[Tool], key: str, amount: float, unit: str) -> list[str]:
    """Seconds, rates and ratios of a task."""
    ran = [tool for tool in tools if tool.seconds[key] and not tool.problem]
    ours = ran[0].median(key)
    rows = [f"| library | seconds | spread | {unit} a second | times ours |", "| --- | ---: | ---: | ---: | ---: |"]
    for tool in sorted(ran, key=lambda one: one.median(key)):
        seconds = tool.seconds[key]
        spread = f"{min(seconds):.2f} to {max(seconds):.2f}"
        middle = tool.median(key)
        rows.append(
            f"| {tool.name} {tool.version} | {middle:.2f} | {spread} | {amount / middle:,.2f} | {middle / ours:.1f} |"
        )
    return [*rows, ""]


def quality(tools: Sequence[Tool], source: Path, texts: Sequence[str]) -> list[str]:
    """What each library left in and took out, against all pairs."""
    pairs = alike_pairs(texts)
    note = "Recall: of them, those of which not both stay. Precision: of the texts that go, those that are in a pair."
    rows = [f"{len(pairs):,} pairs have a Jaccard similarity of 0.8 or more. {note}", ""]
    rows += ["| library | stay | recall | precision |", "| --- | ---: | ---: | ---: |"]
    for tool in tools:
        kept = source.with_name(f"{tool.name}.kept.jsonl")
        if not tool.problem and kept.exists():
            stay = {int(json.loads(line)["id"]) for line in kept.read_text("utf-8").splitlines()}
            recall, precision = judge(pairs, stay, len(texts))
            rows.append(f"| {tool.name} | {len(stay):,} | {recall:.4f} | {precision:.4f} |")
    return [*rows, ""]


def facts() -> str:
    """The machine, in a line."""
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Set up, make the texts, measure, print, and write when asked."""
    parser = argparse.ArgumentParser(description="Measures repeats against other libraries.")
    parser.add_argument("--work", type=Path, required=True, help="a folder for environments and texts")
    parser.add_argument("--clean", type=Path, help="clean articles, one JSON object a line, compressed with xz")
    parser.add_argument("--signed", type=int, default=5000, help="paragraphs to sign (5000)")
    parser.add_argument("--thinned", type=int, default=20000, help="paragraphs for all libraries to thin (20000)")
    parser.add_argument("--large", type=int, default=200000, help="paragraphs for the two quickest to thin (200000)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="write RESULTS.md beside this file")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    ours = Tool(OURS, Path(sys.executable), _version(Path(sys.executable), OURS))
    tools = [ours, *(set_up(name, asked.work) for name in PEERS)]
    report = ["# Repeats, measured against other libraries", ""]
    how = f"Seconds of the processor, medians of {asked.rounds} rounds, the libraries in turn"
    report += [f"{facts()}. {how}. Load when it began: {os.getloadavg()[0]:.1f}.", ""]
    for number, task in ((asked.signed, "sign"), (asked.thinned, "thin"), (asked.large, "thin")):
        if not number:
            continue
        texts = paragraphs(number, asked.clean)
        source = asked.work / str(number) / "in.jsonl"
        write(texts, source)
        key = f"{task} {number}"
        measure(tools if number != asked.large else tools[:2], task, source, asked.rounds, key)
        letters = sum(map(len, texts))
        said = "Signatures" if task == "sign" else "From a file to the file of what stays"
        report += [f"## {said}: {number:,} paragraphs, {letters / 1e6:.1f} million characters", ""]
        amount, unit = (
            (letters / 1e6, "million characters") if task == "sign" else (number / 1e3, "thousand paragraphs")
        )
        report += table(tools, key, amount, unit)
        if task == "thin":
            report += quality(tools if number != asked.large else tools[:2], source, texts)
    report += [f"{tool.name} could not be run: {tool.problem}\n" for tool in tools if tool.problem]
    print("\n".join(report))
    if asked.write:
        notes = (HERE / "NOTES.md").read_text("utf-8")
        (HERE / "RESULTS.md").write_text("\n".join([*report, notes]), encoding="utf-8")


if __name__ == "__main__":
    main()
