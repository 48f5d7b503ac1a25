"""
Counts how often interleaved columns are seen, and seen where there are none.

    python benchmarks/lines/interleave.py PAGES CLEAN.jsonl.xz

PAGES holds ``*.ocr.txt`` of pages read region by region or as a whole (``*.truth.json`` beside them says which). Each
is taken apart into 2, 3 and 5 columns, which are read across; clean documents are taken as they are and re-wrapped.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
from pathlib import Path

from cntextclean.repair.lines.interleaved import interleaved_stretches
from cntextclean.repair.lines.page import read_page

HEAD, EVERY, LONGEST = 3, 40, 20_000


def main() -> None:
    """Print the counts."""
    draw = random.Random(1)
    seen = made = wrong = pages = 0
    for path in sorted(Path(sys.argv[1]).glob("*.ocr.txt")):
        text = path.read_text(encoding="utf-8")
        truth = json.loads(path.with_name(path.name.replace(".ocr.txt", ".truth.json")).read_text(encoding="utf-8"))
        if truth["mode"] == "page":
            print(path.name, [one.evidence for one in interleaved_stretches(read_page(text))])
            continue
        pages, wrong = pages + 1, wrong + bool(interleaved_stretches(read_page(text)))
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 40:  # each region on a line of its own
            continue
        for columns in (2, 3, 5):
            made += 1
            seen += bool(interleaved_stretches(read_page(read_across(lines, columns, draw))))
    print(f"interleaved on purpose: seen on {seen} of {made}; in order: seen on {wrong} of {pages}")
    print("clean documents: seen on {} of {}".format(*count_clean(Path(sys.argv[2]), draw)))


def read_across(lines: list[str], columns: int, draw: random.Random) -> str:
    """The lines below the headline as columns, a line of each in turn, now and then in another order."""
    body = lines[HEAD:]
    height = -(-len(body) // columns)
    parts = [body[at : at + height] for at in range(0, len(body), height)]
    rows = lines[:HEAD]
    for number in range(height):
        row = [part[number] for part in parts if number < len(part)]
        if draw.random() < 0.3:
            draw.shuffle(row)
        rows += row
    return "\n".join(rows)


def count_clean(path: Path, draw: random.Random) -> tuple[int, int]:
    """Clean documents with a stretch, and how many were asked: each as it is and re-wrapped."""
    wrong = asked = 0
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % EVERY:
                continue
            texts = [text for _, text in json.loads(line)["blocks"]]
            width = draw.randint(9, 22)
            wrapped = [text[at : at + width] for text in texts for at in range(0, len(text), width)]
            for rows in (texts, wrapped):
                asked += 1
                wrong += bool(interleaved_stretches(read_page("\n".join(rows)[:LONGEST])))
    return wrong, asked


if __name__ == "__main__":
    main()
