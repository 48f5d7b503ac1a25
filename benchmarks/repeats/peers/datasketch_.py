"""datasketch: `MinHash.bulk` with its default hash, and `MinHashLSH`."""

from __future__ import annotations

from common import BANDS, JACCARD, PERMUTATIONS, ROWS, read, run, shingles, write
from datasketch import MinHash, MinHashLSH

STEP = 2000


def sign(texts: list[str]) -> list[MinHash]:
    """From texts to signatures, in bulk."""
    found: list[MinHash] = []
    for at in range(0, len(texts), STEP):
        tokens = [[shingle.encode() for shingle in shingles(text)] for text in texts[at : at + STEP]]
        found += MinHash.bulk(tokens, num_perm=PERMUTATIONS)
    return found


def thin(source: str, out: str) -> None:
    """A text goes if the index knows one like it; otherwise it is put in."""
    lines, texts = read(source)
    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    kept: list[str] = []
    for number, one in enumerate(sign(texts)):
        if not index.query(one):
            index.insert(number, one, check_duplication=False)
            kept.append(lines[number])
    write(out, kept)


run(sign, thin)
