"""
Headings of clean documents set as pages: how many are found, and whether their levels nest as the statute nests.

    python benchmarks/structure/headings.py CLEAN.jsonl.xz [--every N] [--pages]

Each document is read as passages (one paragraph a passage), and with ``--pages`` also set as a recognised page:
lines of 28 characters, a blank line after every line or none, first lines indented or not. A heading is found where a
block of
its own has its text and the role heading. The level of a statute's heading is its rank among the classes 编, 章, 节
that the statute uses; articles of the web have no trusted levels and are not asked.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

import cntextclean
from cntextclean.config import Config
from cntextclean.proposals import View
from cntextclean.structure.outline import outline

CLASS = re.compile(r"\s*第[一二三四五六七八九十百零\d]{1,5}\s*(分编|编|章|节)")
ORDER = ("编", "分编", "章", "节")
WIDTH = 28


def squash(text: str) -> str:
    return re.sub(r"[\s#*\u200b\ufeff]", "", text)  # marks of no width are no part of a heading


def read(path: Path, every: int) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                record = json.loads(line)
                kind = "statutes" if record["id"].startswith("laws:") else "articles"
                yield kind, record["id"], [tuple(block) for block in record["blocks"]]


def page(blocks: list[tuple[str, str]], random: Random) -> str:
    """The blocks as lines of a column."""
    gap, indent = random.choice(("\n", "\n\n")), random.choice(("", "　　"))
    lines: list[str] = []
    for kind, text in blocks:
        flat = (indent if kind == "para" else "") + text.replace("\n", "")
        lines += [flat[at : at + WIDTH] for at in range(0, len(flat), WIDTH)]
    return gap.join(lines) + "\n"


def levels(blocks: list[tuple[str, str]]) -> dict[str, int]:
    """Rank of each heading's class among those of the statute; headings without such a class are not asked."""
    found = {text: match[1] for kind, text in blocks if kind == "heading" and (match := CLASS.match(text))}
    used = [name for name in ORDER if name in found.values()]
    return {squash(text): used.index(name) + 1 for text, name in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("clean", type=Path)
    parser.add_argument("--every", type=int, default=40)
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, name, blocks in read(options.clean, options.every):
        truth = Counter(squash(text) for role, text in blocks if role == "heading")
        nested = levels(blocks) if kind == "statutes" else {}
        read_as = {"passages": [(label.role, label.level, text) for label, (_, text) in zip(
            outline([View(text) for _, text in blocks], Config()).labels, blocks, strict=True)]}  # fmt: skip
        if options.pages:
            document = cntextclean.clean(page(blocks, Random(name)))
            read_as["page"] = [(block.role, block.level, block.text) for block in document.blocks]
        for how, found in read_as.items():
            said = Counter(squash(text) for role, _, text in found if role == "heading")
            count = counts[f"{kind} as {how}"]
            count["right"] += (said & truth).total()
            count["said"] += said.total()
            count["true"] += truth.total()
            asked = [
                (nested[squash(text)], level)
                for role, level, text in found
                if role == "heading" and squash(text) in nested
            ]
            count["levels"] += len(asked)
            count["level right"] += sum(left == right for left, right in asked)
            if options.wrong:
                print(
                    name,
                    how,
                    "false:",
                    list((said - truth).elements())[:4],
                    "missed:",
                    list((truth - said).elements())[:4],
                )
                if bad := [pair for pair in asked if pair[0] != pair[1]]:
                    print("   levels", bad[:5])
    for how, count in counts.items():
        precision, recall = count["right"] / max(1, count["said"]), count["right"] / max(1, count["true"])
        both = 2 * precision * recall / max(1e-9, precision + recall)
        level = f"{count['level right'] / count['levels']:.4f}" if count["levels"] else "-"
        print(f"| {how} | {precision:.4f} | {recall:.4f} | {both:.4f} | {level} | {count['true']} |")


if __name__ == "__main__":
    main()
