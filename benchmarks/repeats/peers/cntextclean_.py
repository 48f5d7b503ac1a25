"""Signatures as datasketch makes them, and what `cntextclean thin` does."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from common import LETTERS, PERMUTATIONS, run


def sign(texts: list[str]) -> object:
    """From texts to the matrix of signatures, in numpy alone."""
    import numpy as np

    from cntextclean.repeats.fold import code_points
    from cntextclean.repeats.signatures import signatures

    edges = np.cumsum([0, *map(len, texts)])
    return signatures(code_points("".join(texts)), edges, letters=LETTERS, number=PERMUTATIONS)


def thin(source: str, out: str) -> None:
    """From a file to a file; every pair is verified."""
    from cntextclean.config import Config
    from cntextclean.run.thin import thin_inputs

    with tempfile.TemporaryDirectory() as folder:
        thin_inputs([source], Path(folder, "out"), Config(), print)
        shutil.move(Path(folder, "out", "kept.jsonl"), out)


run(sign, thin)
