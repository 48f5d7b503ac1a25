"""
Memory and time of an index on disk.

    python benchmarks/index/run.py CLEAN.jsonl.xz --every 20 --times 40

takes every 20th document of a file of clean documents (``blocks`` of ``[kind, text]``), makes forty versions of each,
its paragraphs in other orders, and builds, asks, compacts and verifies indexes of them with the command, each in a
process of its own: seconds of CPU, and the most memory that it took (``ru_maxrss``: mapped pages of the index count,
though the system may take them back at any time).
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

LIMITS = ("256M", "512M", "1G")
ASKED = 20


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--times", type=int, default=40)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = write_texts(given.clean, folder, given.every, given.times)
        print(f"{characters:,} characters\n\n| command | CPU s | characters a CPU second | peak memory, MB | outcome |")
        print("| --- | --- | --- | --- | --- |")
        for limit in LIMITS:
            row(folder, characters, "build", f"x{limit}", "texts.jsonl", "--memory", limit)
        size = sum(path.stat().st_size for path in (folder / "x1G/segments").iterdir())
        row(folder, characters, "compact", "x256M", "--memory", "512M")
        row(folder, characters, "verify", "x1G")
        row(folder, characters, "verify", "x1G", "--deep")
        row(folder, 0, "query", "x1G", "asked.jsonl")
        print(f"\n{size:,} bytes on disk, {size / characters:.1f} a character; {ASKED} texts asked")


def write_texts(clean: Path, folder: Path, every: int, times: int) -> int:
    """Texts to index and texts to ask about; the number of characters to index."""
    with lzma.open(clean, "rt", encoding="utf-8") as lines:
        documents = [
            [text for _, text in json.loads(line)["blocks"]] for at, line in enumerate(lines) if at % every == 0
        ]
    draw = random.Random(1)
    characters = 0
    with (folder / "texts.jsonl").open("w", encoding="utf-8") as file:
        for version in range(times):
            for number, blocks in enumerate(documents):
                draw.shuffle(blocks)
                text = "\n".join(blocks)
                characters += len(text)
                row = {"id": f"{draw.random():.9f}-{version}-{number}", "text": text}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    asked = [{"id": f"q{at}", "text": "\n".join(blocks)} for at, blocks in enumerate(documents[:ASKED])]
    shown = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in asked)
    (folder / "asked.jsonl").write_text(shown, encoding="utf-8")
    return characters


def row(folder: Path, characters: int, *arguments: str) -> None:
    """Run the command and print what it took."""
    command = [sys.executable, "-m", "cntextclean.cli.app", "index", *arguments]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    with process:
        told = process.stderr.read().strip().splitlines() if process.stderr else []
        _, _, used = os.wait4(process.pid, 0)
    seconds = used.ru_utime + used.ru_stime
    speed = f"{characters / seconds:,.0f}" if characters else ""
    print(
        f"| index {' '.join(arguments)} | {seconds:.1f} | {speed} | {used.ru_maxrss // 1024} | {told[-1]} |", flush=True
    )


if __name__ == "__main__":
    main()
