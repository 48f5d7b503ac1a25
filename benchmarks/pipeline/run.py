"""
Measures how fast the pipeline is: megabytes of UTF-8 a second on one core, by stage and as a whole.

    python benchmarks/pipeline/run.py [--clean CLEAN.jsonl.xz] [--pages FOLDER] [--sample N] [--rounds N] [--write]

Beside it, in the same run, runs what a simple script would do to the same texts: `ftfy.fix_text` with the settings that
leave Chinese punctuation alone, then OpenCC `t2s`. Machines differ and are busy; the ratio between the two differs
less. Times are of the processor, of the fastest of some rounds, after a first round that loads tables and dictionaries;
what the package keeps of texts it has seen is forgotten before each round, so that each text is a new one.

CLEAN holds one JSON object a line with `title` and `blocks` ([kind, text]), FOLDER holds pages as `*.txt`; `--sample N`
takes every Nth document of CLEAN; `--write` puts the table in RESULTS.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ftfy
import opencc

from cntextclean import pipeline
from cntextclean.proposals import TextStage
from cntextclean.read.decode import decode

HERE = Path(__file__).resolve().parent
WRAPPED = {
    "arrange": "lines: rows, columns, joins",
    "_settled": "lines: settled after repair",
    "_parted": "furniture apart, the body once more",
    "copies_in_body": "repeats",
    "_converted": "repair: script",
    "_outlined": "structure",
    "assemble": "assembly",
    "verify": "proof that nothing is lost",
}
"""Functions that the pipeline calls, and what they do; the repairs inside a passage are measured one by one."""
WHOLE, BASE = "whole pipeline", "ftfy and OpenCC t2s alone"


def read_clean(path: Path, every: int) -> list[str]:
    """The text of every Nth document: title and blocks, a blank line between two."""
    texts = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                record = json.loads(line)
                texts.append("\n\n".join([record["title"], *(text for _, text in record["blocks"])]))
    return texts


def read_pages(folder: Path) -> list[str]:
    """The pages of a folder, decoded."""
    return [decode(path.read_bytes()).text for path in sorted(folder.glob("*.txt"))]


def watch_stages(spent: Counter[str]) -> None:
    """Let the pipeline's stages add the seconds they take to ``spent``; a stage inside another counts for both."""

    def watched(function: Callable[..., Any], name: str) -> Callable[..., Any]:
        def run(*arguments: object, **options: object) -> object:
            start = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                spent[name] += time.process_time() - start

        return run

    def by_stage(plain: Callable[..., Any]) -> Callable[..., Any]:
        def run(stage: TextStage, drafts: list[Any], config: Any) -> Any:
            name = stage.__module__.rsplit(".", 1)[-1]
            return watched(plain, f"repair: {name}")(stage, drafts, config)

        return run

    for attribute, name in WRAPPED.items():
        setattr(pipeline, attribute, watched(getattr(pipeline, attribute), name))
    for attribute in ("run_stage", "run_apart"):
        setattr(pipeline, attribute, by_stage(getattr(pipeline, attribute)))


def simple_script() -> Callable[[str], str]:
    """What is compared with: ftfy without its fixes for quotes and widths, then OpenCC."""
    settings = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False)
    convert = opencc.OpenCC("t2s").convert
    return lambda text: str(convert(ftfy.fix_text(text, settings)))


def forget_texts() -> None:
    """Empty what is kept of texts: caches with a bound. Those without one hold tables and dictionaries."""
    modules = [module for name, module in sys.modules.items() if name.startswith("cntextclean")]
    for kept in [value for module in modules for value in vars(module).values()]:
        if hasattr(kept, "cache_parameters") and kept.cache_parameters()["maxsize"] is not None:
            kept.cache_clear()


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Seconds of the processor that a function takes for all texts."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def measure(texts: Sequence[str], rounds: int, spent: Counter[str]) -> dict[str, float]:
    """Seconds by stage of the fastest round; the script's is the fastest of as many rounds between them."""
    script = simple_script()
    seconds(pipeline.clean, texts)
    best: dict[str, float] = {}
    base = seconds(script, texts)
    for _ in range(rounds):
        spent.clear()
        forget_texts()
        whole = seconds(pipeline.clean, texts)
        base = min(base, seconds(script, texts))
        if not best or whole < best[WHOLE]:
            best = {WHOLE: whole, **spent}
    return {BASE: base, **best}


def table(title: str, texts: Sequence[str], found: dict[str, float]) -> str:
    """The figures of one kind of text as Markdown: stages by what they take, the script for comparison."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    rows = [f"## {title}: {len(texts):,} documents, {size:.2f} MB", ""]
    rows += ["| stage | MB/s | share | times the script |", "| --- | ---: | ---: | ---: |"]
    for name, taken in sorted(found.items(), key=lambda item: -item[1]):
        share = "" if name == BASE else f"{taken / found[WHOLE]:.0%}"
        rows.append(f"| {name} | {size / max(taken, 1e-9):,.2f} | {share} | {taken / found[BASE]:.2f} |")
    return "\n".join([*rows, ""])


def main() -> None:
    """Measure, print, and write when asked."""
    parser = argparse.ArgumentParser(description="Measures how fast the pipeline is, by stage and as a whole.")
    parser.add_argument("--clean", type=Path, help="clean articles, one JSON object a line, compressed with xz")
    parser.add_argument("--pages", type=Path, help="a folder of recognised pages (*.txt)")
    parser.add_argument("--sample", type=int, default=40, help="every Nth of the clean articles (40)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of which the fastest counts (3)")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md beside this file")
    asked = parser.parse_args()
    kinds = []
    if asked.clean:
        kinds.append(("Clean articles", read_clean(asked.clean, asked.sample)))
    if asked.pages:
        kinds.append(("Recognised newspaper pages", read_pages(asked.pages)))
    if not kinds:
        parser.error("name --clean, --pages or both")
    spent: Counter[str] = Counter()
    watch_stages(spent)
    tables = [table(title, texts, measure(texts, asked.rounds, spent)) for title, texts in kinds]
    note = (
        "Megabytes of UTF-8 a second of one core; `times the script` is time against ftfy and OpenCC `t2s` alone.\n"
        "What is kept of texts is forgotten before each round.\n"
    )
    report = "\n".join(["# How fast the pipeline is\n", note, *tables])
    print(report)
    if asked.write:
        (HERE / "RESULTS.md").write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
