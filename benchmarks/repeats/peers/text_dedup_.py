"""
text-dedup: its signature function, and its command. It takes as words what stands between marks, so it is given one
character a word, or a paragraph of Chinese would be one word.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from common import BANDS, LETTERS, PERMUTATIONS, ROWS, run, write
from text_dedup.minhash import RNG, embed_func
from text_dedup.utils import xxh3_32hash

PRIME = np.uint32((1 << 32) - 5)
SPACED: dict[str, list[str]] = {}


def sign(texts: list[str]) -> object:
    """One signature a text; blanks between the characters are put in beforehand and not counted."""
    draws = tuple(RNG.randint(low, PRIME, size=(PERMUTATIONS,), dtype=np.uint32) for low in (1, 0))
    return [
        embed_func(
            " ".join(text), number, num_perm=PERMUTATIONS, ngram_size=LETTERS, min_length=0,
            hashranges=[(at * ROWS, (at + 1) * ROWS) for at in range(BANDS)], permutations=draws,
            hash_func=xxh3_32hash, dtype=np.uint32, max_hash=np.uint32((1 << 32) - 1), modulo_prime=PRIME,
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip


def thin(source: str, out: str) -> None:
    """The command over a file with blanks between the characters."""
    lines = Path(source).read_text("utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        spaced = Path(folder, "spaced.jsonl")
        with spaced.open("w", encoding="utf-8") as file:
            for number, line in enumerate(lines):
                row = {"id": number, "text": " ".join(json.loads(line)["text"])}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        options = {
            "--path": "json", "--data_files": spaced, "--split": "train", "--cache_dir": Path(folder, "cache"),
            "--output": Path(folder, "out"), "--column": "text", "--ngram": LETTERS, "--min_length": 0,
            "--num_perm": PERMUTATIONS, "--b": BANDS, "--r": ROWS, "--hash_func": "xxh3", "--hash_bits": 32,
            "--num_proc": 2,
        }  # fmt: skip
        words = [str(word) for pair in options.items() for word in pair]
        subprocess.run([sys.executable, "-m", "text_dedup.minhash", *words], check=True, cwd=folder)
        from datasets import load_from_disk

        write(out, [lines[number] for number in load_from_disk(str(Path(folder, "out")))["id"]])


run(sign, thin)
