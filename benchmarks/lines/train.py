"""
Learn the weights of the line model and write them to the package as a table.

    python benchmarks/lines/train.py DATA_DIR [--pages N] [--write]

DATA_DIR holds ``text/clean.jsonl.xz`` and ``ocr-dev/``. Needs scikit-learn and rapidfuzz, which the package does not.
Printed: break F1 on pages of the source that was not trained on (articles ↔ statutes), on real OCR pages, and on
flowed text (where nothing may be joined). With ``--write`` the model of all sources goes to ``tables/joins.toml``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from pages import SetPage, read_documents, set_page
from rapidfuzz.distance import Levenshtein
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from cntextclean.repair.lines.features import features
from cntextclean.repair.lines.page import read_page

TABLE = Path(__file__).resolve().parents[2] / "src/cntextclean/tables/joins.toml"
SETTLED = 0.15
"""Weight of pairs of settled pages: enough to keep a page joined once from being joined further, and no more."""
OCR = 6.0
"""Weight of pairs of real OCR pages: there are few of them."""
Sample = tuple[dict[str, float], bool, float]
"""Features of a pair of rows, whether they belong together, and the weight of the pair."""


def samples_of(text: str, owners: Sequence[int], weight: float = 1.0) -> Iterator[Sample]:
    """Each pair of neighbouring rows of known owner, with whether they belong together."""
    page = read_page(text)
    tail, first = "", True
    previous: int | None = None
    owner_of = [next((o for o in owners[row.start : row.end] if o >= 0), -1) for row in page.rows]
    for index, row in enumerate(page.rows):
        if owner_of[index] < 0:
            continue
        if previous is not None:
            joined = owner_of[previous] == owner_of[index]
            yield features(page, previous, index, first=first, tail=tail), joined, weight
            tail, first = (tail + row.text, False) if joined else (row.text, True)
        else:
            tail = row.text
        previous = index


def settled(page: SetPage) -> tuple[str, list[int]]:
    """The page with one line a block and blank lines between, as the cleaner leaves it."""
    blocks: dict[int, str] = {}
    for row in read_page(page.text).rows:
        owner = next((o for o in page.owners[row.start : row.end] if o >= 0), -1)
        blocks[owner] = blocks.get(owner, "") + row.text
    text = "\n\n".join(blocks.values())
    owners = [owner for owner, block in blocks.items() for _ in (*block, 0, 0)][: len(text)]
    return text, owners


def read_ocr_page(path: Path) -> tuple[str, list[int]]:
    """A real OCR page with, for each character, the block of the truth it was read from (-1: furniture, unsure)."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(path.name.replace(".truth.json", ".ocr.txt")).read_text(encoding="utf-8")
    letters: list[str] = []
    numbers: list[int] = []
    blocks: dict[tuple, int] = {}
    for line in truth["lines"]:
        kind = line["region"].split(".")[-1].rstrip("0123456789")
        key = (line["article"], line["block"] if line["block"] >= 0 else kind)
        number = -1 if kind in ("header", "footer", "caption", "banner") else blocks.setdefault(key, len(blocks))
        for char in line["text"]:
            if not char.isspace():
                letters.append(char)
                numbers.append(number)
    ink = [at for at, char in enumerate(text) if not char.isspace()]
    owners = [-1] * len(text)
    for block in Levenshtein.opcodes("".join(letters), "".join(text[at] for at in ink)):
        if block.tag == "equal":
            for step in range(block.src_end - block.src_start):
                owners[ink[block.dest_start + step]] = numbers[block.src_start + step]
    return text, owners


def gather(documents: Sequence[dict], pages: int, seed: int) -> list[Sample]:
    draw = random.Random(seed)
    found: list[Sample] = []
    for _ in range(pages):
        page = set_page(draw.choice(documents), draw)
        found += samples_of(page.text, page.owners)
        # The same page as it looks once it is joined: here nothing more may be joined.
        found += samples_of(*settled(page), SETTLED)
    return found


def fit(samples: Sequence[Sample]) -> dict[str, float]:
    names = sorted({name for sample, *_ in samples for name in sample})
    position = {name: at for at, name in enumerate(names)}
    matrix = _matrix(samples, position)
    model = LogisticRegression(C=0.5, max_iter=400)
    model.fit(matrix, [joined for _, joined, _ in samples], sample_weight=[weight for *_, weight in samples])
    learned = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 3), **{n: w for n, w in learned.items() if abs(w) >= 0.02}}


def _matrix(samples: Sequence[Sample], position: dict[str, int]) -> csr_matrix:
    rows, columns = [], []
    for number, (sample, *_) in enumerate(samples):
        for name in sample:
            if name in position:
                rows.append(number)
                columns.append(position[name])
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(samples), len(position)))


def judge(weights: dict[str, float], samples: Sequence[Sample]) -> str:
    hit = false = missed = 0
    for sample, joined, _ in samples:
        said = weights["bias"] + sum(weights.get(name, 0.0) for name in sample) > 0
        # A break is what must be found: a pair that is not joined.
        hit += not said and not joined
        false += not said and joined
        missed += said and not joined
    precision, recall = hit / max(1, hit + false), hit / max(1, hit + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"break P={precision:.4f} R={recall:.4f} F1={f1:.4f} n={len(samples)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    corpus = options.data / "text/clean.jsonl.xz"
    sources = {name: list(read_documents(corpus, name)) for name in ("lctt", "laws")}
    drawn = {name: gather(documents, options.pages, 1) for name, documents in sources.items()}
    ocr = [list(samples_of(*read_ocr_page(path), OCR)) for path in _ocr_paths(options.data)]
    lines = []
    for name, other in (("lctt", "laws"), ("laws", "lctt")):
        learned = fit(drawn[other])
        lines.append(f"trained on {other}: {name} {judge(learned, drawn[name])}")
        lines.append(f"trained on {other}: real OCR {judge(learned, [s for page in ocr for s in page])}")
    for fold in range(3):
        train = [s for at, page in enumerate(ocr) if at % 3 != fold for s in page]
        samples = drawn["lctt"] + drawn["laws"] + train
        test = [s for at, page in enumerate(ocr) if at % 3 == fold for s in page]
        lines.append(f"all, OCR fold {fold} held out: {judge(fit(samples), test)}")
    print("\n".join(lines))
    if options.write:
        train = [s for page in ocr for s in page]
        samples = drawn["lctt"] + drawn["laws"] + train
        learned = fit(samples)
        write(learned, lines)


def _ocr_paths(data: Path) -> list[Path]:
    paths = sorted((data / "ocr-dev").glob("*.truth.json"))
    return [path for path in paths if json.loads(path.read_text(encoding="utf-8"))["mode"] == "columns"]


def write(weights: dict[str, float], lines: Sequence[str]) -> None:
    head = [
        "# Weights of the line model: the logarithm of the odds that two rows are one passage.",
        "# Written by benchmarks/lines/train.py; do not edit. Figures of this training:",
        *(f"# {line}" for line in lines),
        "",
        "version = 1",
        f"bias = {weights['bias']}",
        "",
        "[weights]",
    ]
    body = [f'"{name}" = {weight}' for name, weight in sorted(weights.items()) if name != "bias"]
    TABLE.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
