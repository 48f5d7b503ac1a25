"""data-juicer: its operator, with the tokens that it recommends for Chinese (the default gives all one signature)."""

from __future__ import annotations

from common import JACCARD, LETTERS, PERMUTATIONS, read, run, write
from data_juicer.core.data import NestedDataset
from data_juicer.ops.deduplicator.document_minhash_deduplicator import DocumentMinhashDeduplicator
from datasets import Dataset


def _operator() -> DocumentMinhashDeduplicator:
    return DocumentMinhashDeduplicator(
        tokenization="character", window_size=LETTERS, lowercase=False, num_permutations=PERMUTATIONS,
        jaccard_threshold=JACCARD,
    )  # fmt: skip


def sign(texts: list[str]) -> object:
    """One signature a text."""
    operator = _operator()
    return [operator.compute_hash({"text": text}) for text in texts]


def thin(source: str, out: str) -> None:
    """Hashes by two processes, then clusters."""
    lines, texts = read(source)
    operator = _operator()
    rows = NestedDataset(Dataset.from_dict({"text": texts, "number": list(range(len(texts)))}))
    kept, _ = operator.process(rows.map(operator.compute_hash, num_proc=2))
    write(out, [lines[number] for number in kept["number"]])


run(sign, thin)
