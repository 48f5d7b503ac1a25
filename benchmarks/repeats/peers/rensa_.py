"""rensa: its R-MinHash from lists of tokens, as documented, and its deduplicator."""

from __future__ import annotations

from common import JACCARD, PERMUTATIONS, read, run, shingles, write
from rensa import RMinHash, RMinHashDeduplicator

STEP = 2000


def sign(texts: list[str]) -> object:
    """One matrix for some thousand texts at a time."""
    return [
        RMinHash.digest_matrix_from_token_sets(
            [shingles(text) for text in texts[at : at + STEP]], num_perm=PERMUTATIONS, seed=42
        )
        for at in range(0, len(texts), STEP)
    ]


def thin(source: str, out: str) -> None:
    """Add one by one in steps; the first of two stays."""
    lines, texts = read(source)
    keeper = RMinHashDeduplicator(threshold=JACCARD, num_perm=PERMUTATIONS, use_lsh=True, num_bands=None)
    kept: list[str] = []
    for at in range(0, len(texts), STEP):
        entries = [(str(at + number), shingles(text)) for number, text in enumerate(texts[at : at + STEP])]
        kept += [lines[at + number] for number, added in enumerate(keeper.add_pairs(entries)) if added]
    write(out, kept)


run(sign, thin)
