"""
Re-wrap clean text as print does, clean it, and count what comes back.

    python benchmarks/lines/rewrap.py DATA_DIR [--documents N] [--noise 0.02] [--write]

DATA_DIR holds ``text/clean.jsonl.xz``. Every seventh document is taken, which ``train.py`` leaves out: whole, at a
random width, with indents or none, blank lines or none, and columns that end in mid-sentence; set as print does, and
cut as programs do that count characters. Printed for articles and statutes: break precision, recall and F1 over all
line breaks, and the share of paragraphs that come out to the letter (with noise: as they were damaged).
``--write`` puts the figures in REWRAP.md beside this file.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from pages import SetPage, read_documents, rewrap

from cntextclean.config import Config
from cntextclean.repair.lines.arrange import arrange

HERE = Path(__file__).resolve().parent


@dataclass
class Tally:
    """Breaks found, said and true; paragraphs exact and all."""

    hit: int = 0
    said: int = 0
    true: int = 0
    exact: int = 0
    paragraphs: int = 0

    def row(self, name: str, rows: str, noise: float) -> str:
        """The figures as a row of a Markdown table."""
        precision, recall = self.hit / max(1, self.said), self.hit / max(1, self.true)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        exact = self.exact / max(1, self.paragraphs)
        figures = " | ".join(f"{figure:.4f}" for figure in (precision, recall, f1, exact))
        return f"| {name} | {rows} | {noise:.0%} | {figures} | {self.paragraphs} |"


def count(page: SetPage, tally: Tally) -> None:
    """Compare the passages of a page with its blocks."""
    starts, found = set(), set()
    blocks: dict[int, str] = {}
    for char, owner in zip(page.text, page.owners, strict=True):
        if owner >= 0:
            blocks[owner] = blocks.get(owner, "") + char
    previous = -1
    for at, owner in enumerate(page.owners):
        if owner >= 0 and owner != previous:
            starts.add(at)
        previous = owner if owner >= 0 else previous
    texts = set()
    for group in arrange(page.text, Config()):
        found.add(group.rows[0][0])
        texts.add("".join(page.text[start:end] for start, end in group.rows))
    first = min(starts)
    tally.hit += len((starts & found) - {first})
    tally.said += len(found - {first})
    tally.true += len(starts - {first})
    tally.exact += sum(block in texts for block in blocks.values())
    tally.paragraphs += len(blocks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--documents", type=int, default=150)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lines = [
        "# Clean text, re-wrapped and cleaned",
        "",
        "| source | rows | noise | break P | break R | break F1 | exact paragraphs | paragraphs |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, prefix in (("articles", "lctt"), ("statutes", "laws")):
        documents = list(read_documents(options.data / "text/clean.jsonl.xz", prefix, held_out=True))
        for rows, noise in product(("set", "counted"), (0.0, 0.02)):
            draw, tally = random.Random(7), Tally()
            for document in draw.sample(documents, min(options.documents, len(documents))):
                count(rewrap(document, draw, noise, counted=rows == "counted"), tally)
            lines.append(tally.row(name, rows, noise))
    print("\n".join(lines))
    if options.write:
        (HERE / "REWRAP.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
