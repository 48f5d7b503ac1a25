"""
Learn the line model and write it to the package as a table.

    python benchmarks/lines/train.py DATA_DIR [--read FOLDER] [--pages N] [--write]

DATA_DIR holds ``text/clean.jsonl.xz`` and ``ocr-dev/``; FOLDER what ``benchmarks/pages/read_regions.py`` wrote: pages
set like newspapers, read by real engines, one in four of documents that nothing is trained on. Needs scikit-learn and
rapidfuzz, which the package does not. Printed: break F1 on pages of the source that was not trained on (articles ↔
statutes), by layout; on real OCR pages, and on those set and read of documents held out; and on clean pages, one line a
paragraph, where nothing may be joined. With ``--write`` the model of all sources goes to ``tables/joins.tsv``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from pages import SetPage, read_documents, rewrap, set_page
from rapidfuzz.distance import Levenshtein
from sklearn.ensemble import HistGradientBoostingClassifier

from cntextclean.repair.lines.features import Pairs, Passage, features
from cntextclean.repair.lines.model import DEPTH, UNIT
from cntextclean.repair.lines.page import read_page
from cntextclean.repair.lines.said import stains

TABLE = Path(__file__).resolve().parents[2] / "src/cntextclean/tables/joins.tsv"
SETTLED = 0.3
"""Weight of pairs of settled pages: enough to keep a page joined once from being joined further, and no more."""
RAGGED = 0.5
"""Weight of pairs of text round pictures: it is rare, and what is learned of it must not soften what columns teach."""
OCR = 3.0
"""Weight of pairs of pages that real engines read: there are few of them."""
REWRAPPED = {"lctt": 160, "laws": 40}
"""Whole documents of each source, set as ``rewrap.py`` does: statutes are four times as long as articles."""
WHOLE = 0.5
"""Weight of their pairs: there are as many as of all random pages together, and they know columns only."""
SEED = 5
TREES, RATE, LEAST, SMOOTH = 450, 0.1, 60, 5.0


@dataclass
class Samples:
    """Pairs of rows: their figures, whether they belong together, the weight of each, and what page they are from."""

    names: list[str] = field(default_factory=list)
    figures: list[list[float]] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, found: dict[str, float], *, joined: bool, weight: float, kind: str) -> None:
        """Put in one pair."""
        self.names = self.names or list(found)
        self.figures.append(list(found.values()))
        self.joined.append(joined)
        self.weights.append(weight)
        self.kinds.append(kind)

    def extend(self, other: Samples) -> None:
        """Put in the pairs of another."""
        self.names = self.names or other.names
        self.figures += other.figures
        self.joined += other.joined
        self.weights += other.weights
        self.kinds += other.kinds


def together(parts: Iterable[Samples]) -> Samples:
    """The pairs of all of them."""
    found = Samples()
    for part in parts:
        found.extend(part)
    return found


def sample_page(text: str, owners: Sequence[int], kind: str, weight: float = 1.0) -> Samples:
    """Each pair of neighbouring rows of known owner, with whether they belong together."""
    page, found = read_page(text), Samples()
    told = [(at, [one for one in owners[row.start : row.end] if one >= 0]) for at, row in enumerate(page.rows)]
    known = [(at, held[0], held[-1]) for at, held in told if held]
    if len(known) < 2:
        return found
    pairs = Pairs(page, [(above[0], below[0]) for above, below in pairwise(known)])
    passage = Passage(1, page.rows[known[0][0]].text)
    for number, ((above, _, last), (below, first, _)) in enumerate(pairwise(known)):
        joined, right = last == first, page.rows[below].text
        bare = stains(right, passage.tail)
        figures = features(page, above, below, passage) if bare else dict(pairs.figures(number, passage))
        found.add(figures, joined=joined, weight=weight, kind=kind)
        passage = Passage(passage.rows + 1, (passage.tail + right)[-2000:]) if joined else Passage(1, right)
    return found


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
    """A real OCR page with, for each character, the block of the truth it was read from (-1: a banner's, unsure)."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(path.name.replace(".truth.json", ".ocr.txt")).read_text(encoding="utf-8")
    letters: list[str] = []
    numbers: list[int] = []
    blocks: dict[tuple, int] = {}
    for line in truth["lines"]:
        kind = line["region"].split(".")[-1].rstrip("0123456789")
        key = (line["article"], line["block"] if line["block"] >= 0 else kind)
        number = -1 if kind == "banner" else blocks.setdefault(key, len(blocks))
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


def gather(documents: Sequence[dict], pages: int, rewrapped: int, seed: int) -> Samples:
    """Pairs of random pages of the documents, and of whole documents set in columns of one width."""
    draw = random.Random(seed)
    found = Samples()
    for _ in range(pages):
        page = set_page(draw.choice(documents), draw)
        found.extend(sample_page(page.text, page.owners, _kind(page), RAGGED if page.kind == "ragged" else 1.0))
        # The same page as it looks once it is joined: here nothing more may be joined.
        weight = 1.0 if page.kind == "clean" else SETTLED
        found.extend(sample_page(*settled(page), "clean" if page.kind == "clean" else "settled", weight))
    for document in draw.sample(documents, min(rewrapped, len(documents))):
        page = rewrap(document, draw, draw.choice([0.0, 0.0, 0.02]))
        found.extend(sample_page(page.text, page.owners, "rewrapped", WHOLE))
    return found


def _kind(page: SetPage) -> str:
    noise = "without noise" if not page.noise else f"{page.noise:.1%} noise"
    return f"{page.kind}, {noise}" if page.kind == "column" else page.kind


Model = HistGradientBoostingClassifier


def fit(samples: Samples) -> Model:
    model = Model(
        max_iter=TREES,
        max_depth=DEPTH,
        max_leaf_nodes=2**DEPTH,
        learning_rate=RATE,
        l2_regularization=SMOOTH,
        min_samples_leaf=LEAST,
        early_stopping=False,
    )
    return model.fit(np.array(samples.figures), np.array(samples.joined), sample_weight=np.array(samples.weights))


def judge(model: Model, samples: Samples) -> Iterator[str]:
    """Break precision, recall and F1, over all pairs and by kind of page."""
    said = ~model.predict(np.array(samples.figures)).astype(bool)
    true = ~np.array(samples.joined)
    kinds = np.array(samples.kinds)
    for kind in ["all", *sorted(set(samples.kinds))] if len(set(samples.kinds)) > 1 else ["all"]:
        chosen = np.ones(len(true), dtype=bool) if kind == "all" else kinds == kind
        hit, out, want = (int(flags[chosen].sum()) for flags in (said & true, said, true))
        precision, recall = hit / max(1, out), hit / max(1, want)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield f"{kind}: break P={precision:.4f} R={recall:.4f} F1={f1:.4f} n={int(chosen.sum())}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--read", type=Path)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    corpus = options.data / "text/clean.jsonl.xz"
    drawn = {
        name: gather(list(read_documents(corpus, name)), options.pages, count, SEED)
        for name, count in REWRAPPED.items()
    }
    ocr = [sample_page(*read_ocr_page(path), "ocr", OCR) for path in _columns(options.data / "ocr-dev")]
    read, held = _set_pages(options.read)
    if options.write:
        everything = together([*drawn.values(), *read, *ocr])
        final = fit(everything)
        write(final, everything.names, ["(not judged yet)"])
    lines = [f"{len(read)} pages set and read by real engines are in the training, {len(held)} of other documents not"]
    for name, other in (("lctt", "laws"), ("laws", "lctt")):
        learned = fit(drawn[other])
        lines += [f"trained on {other}: {name}, {line}" for line in judge(learned, drawn[name])]
        lines += [f"trained on {other}: real OCR, {line}" for line in judge(learned, together(ocr))]
    learned = fit(together([*drawn.values(), *read]))
    lines += [f"trained on all but ocr-dev: ocr-dev, {line}" for line in judge(learned, together(ocr))]
    lines += [f"trained on all but ocr-dev: pages set and read, {line}" for line in judge(learned, together(held))]
    print("\n".join(lines))
    if options.write:
        write(final, everything.names, lines)


def _columns(folder: Path) -> list[Path]:
    """The truths of the pages that were read column by column."""
    paths = sorted(folder.glob("*.truth.json"))
    return [path for path in paths if json.loads(path.read_text(encoding="utf-8"))["mode"] == "columns"]


def _set_pages(folder: Path | None) -> tuple[list[Samples], list[Samples]]:
    """The pages that were set and read: those to train on, and those of documents held out, by engine."""
    read: list[Samples] = []
    held: list[Samples] = []
    for path in _columns(folder) if folder else []:
        truth = json.loads(path.read_text(encoding="utf-8"))
        kind = f"{truth['engine']}, {truth['format']}"
        (held if truth["held"] else read).append(sample_page(*read_ocr_page(path), kind, OCR))
    return read, held


def write(model: Model, names: Sequence[str], lines: Sequence[str]) -> None:
    """Every node of every tree as a row; the worth of a node is the mean of its leaves, as often as they were met."""
    head = [
        "# The line model: trees that say what two rows have of the odds that they are one passage.",
        "# A row is a node: root where a tree starts, the figure it asks for, the bound (not more: left), the nodes it",
        "# goes on in, and its worth in thousandths of the logarithm of the odds (for a leaf: what it adds).",
        "# Written by benchmarks/lines/train.py; do not edit. Version 4. Figures of this training:",
        *(f"# {line}" for line in lines),
        "node\tfigure\tbound\tleft\tright\tworth",
    ]
    # scikit-learn gives no public way to the nodes.
    base = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001
    rows = [f"root\t-\t-\t-\t-\t{round(base * UNIT)}"]
    for (tree,) in model._predictors:  # noqa: SLF001
        rows += _tree_rows(tree.nodes, names, len(rows))
    TABLE.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


def _tree_rows(nodes: np.ndarray, names: Sequence[str], start: int) -> Iterator[str]:
    worth: dict[int, float] = {}

    def measure(at: int) -> float:
        node = nodes[at]
        if node["is_leaf"]:
            worth[at] = float(node["value"])
        else:
            sides = [int(node["left"]), int(node["right"])]
            counts = [int(nodes[side]["count"]) for side in sides]
            worth[at] = sum(measure(side) * count for side, count in zip(sides, counts, strict=True)) / sum(counts)
        return worth[at]

    measure(0)
    for at, node in enumerate(nodes):
        name = "root" if at == 0 else "-"
        asked = ["-"] * 4
        if not node["is_leaf"]:
            sides = [str(start + int(node[side])) for side in ("left", "right")]
            asked = [names[int(node["feature_idx"])], f"{float(node['num_threshold']):.6g}", *sides]
        yield "\t".join([name, *asked, str(round(worth[at] * UNIT))])


if __name__ == "__main__":
    main()
