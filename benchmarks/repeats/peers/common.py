"""What the scripts of all tools share: reading the paragraphs, timing their signatures, writing what stays."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

LETTERS, PERMUTATIONS, JACCARD = 5, 128, 0.8
BANDS, ROWS = 9, 13
"""What `optimal_param(0.8, 128)` of datasketch gives, and the libraries after it."""
WARM = 200


def read(path: str) -> tuple[list[str], list[str]]:
    """The lines of a file and the texts in them."""
    lines = Path(path).read_text("utf-8").splitlines()
    return lines, [json.loads(line)["text"] for line in lines]


def shingles(text: str) -> list[str]:
    """All runs of five characters."""
    return [text[at : at + LETTERS] for at in range(len(text) - LETTERS + 1)]


def write(path: str, lines: Iterable[str]) -> None:
    """Write the lines that stay."""
    with Path(path).open("w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def run(sign: Callable[[list[str]], object], thin: Callable[[str, str], None]) -> None:
    """
    `sign IN` signs all texts and prints the seconds of the processor, what is loaded and a warm-up not counted;
    `thin IN OUT` writes the lines that stay.
    """
    if sys.argv[1] == "sign":
        _, texts = read(sys.argv[2])
        sign(texts[:WARM])
        start = time.process_time()
        sign(texts)
        print(json.dumps({"seconds": time.process_time() - start}))
    else:
        thin(sys.argv[2], sys.argv[3])
