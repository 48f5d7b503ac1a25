"""
Count where characters stand in clean text, for the line model.

    python benchmarks/lines/count.py DATA_DIR

DATA_DIR holds ``text/clean.jsonl.xz``. Writes ``tables/openings.tsv`` (how much likelier a character opens a paragraph
than stands inside one, as a natural logarithm) and ``tables/junctions.tsv`` (which Han characters follow which: the
likely ones, at least e^2.5 times as often as chance would have it, and the others that were seen twice or more).
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter, defaultdict
from itertools import pairwise
from math import log
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "src/cntextclean/tables"
LEAST, LIKELY = 40, 2.5


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    inside, first, pairs = Counter(), Counter(), Counter()
    with lzma.open(parser.parse_args().data / "text/clean.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for kind, text in json.loads(line)["blocks"]:
                inside.update(text[1:])
                pairs.update(pairwise(text))
                if kind == "para":
                    first[text[:1]] += 1
    _write_openings(inside, first)
    _write_junctions(inside, pairs)


def _write_openings(inside: Counter[str], first: Counter[str]) -> None:
    total, openings = sum(inside.values()), sum(first.values())
    rows = [
        f"{char}\t{log((first[char] + 0.5) / openings) - log(count / total):.2f}"
        for char, count in sorted(inside.items())
        if count + first[char] >= LEAST and char.strip()
    ]
    (TABLES / "openings.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _write_junctions(inside: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
    total = sum(inside.values())
    likely: dict[str, str] = defaultdict(str)
    seen: dict[str, str] = defaultdict(str)
    for (left, right), count in sorted(pairs.items()):
        if not (is_han(left) and is_han(right)) or count < 2:
            continue
        often = count >= 5 and log(count * total / (inside[left] * inside[right] + 1)) >= LIKELY
        (likely if often else seen)[left] += right
    rows = [f"{char}\t{likely[char]}\t{seen[char]}" for char in sorted({*likely, *seen})]
    (TABLES / "junctions.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
