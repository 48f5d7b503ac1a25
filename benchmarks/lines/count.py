"""
Count where characters stand in clean text, for the line model.

    python benchmarks/lines/count.py DATA_DIR

DATA_DIR holds ``text/clean.jsonl.xz``. Writes ``tables/openings.tsv`` (how much likelier a character, or a pair of Han
characters, opens a paragraph than stands inside one, as a natural logarithm), ``tables/closings.tsv`` (the same of the
pairs that end a heading), ``tables/unended.tsv`` (conjunctions, prepositions and adverbs of jieba's dictionary that end
a title or a block e^5 times less often than any word) and ``tables/junctions.tsv`` (which Han characters follow which:
the likely ones, at least e^2.5 times as often as chance would have it, and the others that were seen twice or more).
"""

from __future__ import annotations

import argparse
import io
import json
import lzma
from collections import Counter, defaultdict
from itertools import pairwise
from math import log
from pathlib import Path

import jieba

from cntextclean.language.dictionary import segment

TABLES = Path(__file__).resolve().parents[2] / "src/cntextclean/tables"
LEAST, LIKELY = 40, 2.5
UNENDED, FUNCTIONS, EVERY = -5.0, ("c", "p", "d"), 10
"""How much less likely than any word a word ends a text; parts of speech; one document in so many is segmented."""
LEAST_PAIR, TELLING = 60, 1.0
"""Pairs must be seen so often, and be so much likelier or less likely, to be worth a row."""


def is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    inside, first, pairs = Counter(), Counter(), Counter()
    within, opening, closing = Counter(), Counter(), Counter()
    with lzma.open(data / "text/clean.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for kind, text in json.loads(line)["blocks"]:
                inside.update(text[1:])
                pairs.update(pairwise(text))
                within.update(text[at : at + 2] for at in range(1, len(text) - 1))
                if kind == "para":
                    first[text[:1]] += 1
                    opening[text[:2]] += 1
                else:
                    closing[text[-2:]] += 1
    _write("openings.tsv", [*_openings(inside, first), *_pairs(within, opening)])
    _write("closings.tsv", _pairs(within, closing))
    _write_junctions(inside, pairs)
    _write("unended.tsv", _unended(data))


def _unended(data: Path) -> list[str]:
    """Words with the logarithm of how much likelier they end a title or a block than any word does."""
    with jieba.get_dict_file() as entries:
        known = {word for word, _, kind in map(str.split, io.TextIOWrapper(entries, "utf-8")) if kind in FUNCTIONS}
    ends, used, texts = Counter(), Counter(), 0
    with lzma.open(data / "text/clean.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            for text in filter(None, map(str.strip, [record["title"], *(text for _, text in record["blocks"])])):
                texts += 1
                ends[segment(text[-8:])[-1]] += 1
                used.update(segment(text) if number % EVERY == 0 else ())
    base = log(texts) - log(sum(used.values()) * EVERY)
    odds = {word: log(ends[word] + 0.5) - log(used[word] * EVERY) - base for word in sorted(known & used.keys())}
    return [f"{word}\t{one:.1f}" for word, one in odds.items() if one <= UNENDED]


def _openings(inside: Counter[str], first: Counter[str]) -> list[str]:
    total, openings = sum(inside.values()), sum(first.values())
    return [
        f"{char}\t{log((first[char] + 0.5) / openings) - log(count / total):.2f}"
        for char, count in sorted(inside.items())
        if count + first[char] >= LEAST and char.strip()
    ]


def _pairs(inside: Counter[str], edge: Counter[str]) -> list[str]:
    """Pairs of Han characters that are clearly likelier or less likely at the edge than inside."""
    total, edges = sum(inside.values()), sum(edge.values())
    rows = []
    for pair, count in sorted(inside.items()):
        if count + edge[pair] >= LEAST_PAIR and all(map(is_han, pair)):
            odds = log((edge[pair] + 0.5) / edges) - log((count + 2) / total)
            rows += [f"{pair}\t{odds:.1f}"] if abs(odds) >= TELLING else []
    return rows


def _write(name: str, rows: list[str]) -> None:
    (TABLES / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


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
    _write("junctions.tsv", rows)


if __name__ == "__main__":
    main()
