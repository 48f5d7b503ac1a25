"""
Builds ``tables/character_costs.tsv``: how surprising each character is in Chinese text, in bits.

    python benchmarks/tables/build_character_costs.py CLEAN.jsonl.xz > src/cntextclean/tables/character_costs.tsv

Half of the mass is simplified text, half is the same text turned traditional by OpenCC (``s2t``), so that both scripts
are equally likely. Each half is the mean of two sources: running text (CLEAN, documents with ``blocks``) and jieba's
dictionary, every word as often as its frequency says. The dictionary is there because running text of two genres
misses thousands of characters of names and places.
"""

from __future__ import annotations

import json
import lzma
import math
import sys
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby

from opencc import OpenCC

LEAST_BITS, MOST_BITS = 2, 24


def running_text(path: str) -> Iterable[str]:
    """The blocks of the clean documents."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield "\n".join(text for _, text in json.loads(line)["blocks"]) + "\n"


def dictionary_words() -> Iterable[tuple[str, int]]:
    """Words of jieba's dictionary and how often they occur."""
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        yield word, int(frequency)


def shares(counts: Counter[str]) -> dict[str, float]:
    """Counts as shares of their sum."""
    total = sum(counts.values())
    return {character: count / total for character, count in counts.items()}


def tally(path: str, converter: OpenCC | None) -> list[dict[str, float]]:
    """Shares of characters in running text and in the dictionary, converted first where a converter is given."""
    convert = converter.convert if converter else str
    text: Counter[str] = Counter()
    for part in running_text(path):
        text.update(convert(part))
    words: Counter[str] = Counter()
    rows = list(dictionary_words())
    converted = convert("\n".join(word for word, _ in rows)).split("\n")
    for word, (_, frequency) in zip(converted, rows, strict=True):
        for character in word:
            words[character] += frequency
    return [shares(text), shares(words)]


def is_kept(character: str) -> bool:
    """Whether a character has a cost of its own: ASCII, blanks, private use and U+FFFD have fixed ones."""
    odd = "\ue000" <= character <= "\uf8ff" or character == "\ufffd"
    return character > "\x7f" and character.isprintable() and not character.isspace() and not odd


def main() -> None:
    """Write the table to standard output."""
    parts = [share for converter in (None, OpenCC("s2t")) for share in tally(sys.argv[1], converter)]
    mean: Counter[str] = Counter()
    for part in parts:
        for character, share in part.items():
            mean[character] += share / len(parts)
    kept = {c: p for c, p in mean.items() if is_kept(c)}
    bits = {c: min(max(round(-math.log2(p)), LEAST_BITS), MOST_BITS) for c, p in kept.items()}
    print("# bits\tcharacters\t(minus the binary logarithm of the character's share; see SOURCES.md)")
    for cost, group in groupby(sorted(bits, key=lambda c: (bits[c], c)), key=bits.__getitem__):
        print(f"{cost}\t{''.join(group)}")


if __name__ == "__main__":
    main()
