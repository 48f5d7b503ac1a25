"""datatrove: its signature step by itself, and its four steps; its words, by default English, are characters here."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from common import BANDS, LETTERS, ROWS, run
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupCluster, MinhashDedupFilter, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupBuckets
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers.jsonl import JsonlWriter

CONFIG = MinhashConfig(n_grams=LETTERS, num_buckets=BANDS, hashes_per_bucket=ROWS)


class _Characters:
    """A tokeniser whose words are characters."""

    def word_tokenize(self, text: str) -> list[str]:
        """One word a character."""
        return list(text)


def _signer(folder: str) -> MinhashDedupSignature:
    step = MinhashDedupSignature(output_folder=folder, config=CONFIG)
    step.word_tokenizer = _Characters()
    return step


def sign(texts: list[str]) -> object:
    """One signature a text."""
    with tempfile.TemporaryDirectory() as folder:
        step = _signer(folder)
        return [step.get_signature(step.get_shingles(text)) for text in texts]


def thin(source: str, out: str) -> None:
    """Signatures, buckets, clusters, filter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(source, folder / "in.jsonl")
        reader = JsonlReader(name, glob_pattern="in.jsonl")
        signed, paired, gone, kept = (str(folder / part) for part in ("signed", "paired", "gone", "kept"))
        steps = [
            [reader, _signer(signed)],
            [MinhashDedupBuckets(input_folder=signed, output_folder=paired, config=CONFIG)],
            [MinhashDedupCluster(input_folder=paired, output_folder=gone, config=CONFIG)],
            [reader, MinhashDedupFilter(input_folder=gone), JsonlWriter(kept, compression=None)],
        ]
        for step in steps:
            tasks = BANDS if len(step) == 1 and isinstance(step[0], MinhashDedupBuckets) else 1
            LocalPipelineExecutor(
                pipeline=step, tasks=tasks, workers=1, logging_dir=str(folder / "logs" / str(id(step)))
            ).run()
        with Path(out).open("wb") as file:
            file.writelines(path.read_bytes() for path in sorted(Path(kept).glob("*")))


run(sign, thin)
