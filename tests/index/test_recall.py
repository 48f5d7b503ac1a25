"""The bands against brute force: 3,000 paragraphs, every pair's true Jaccard similarity."""

from __future__ import annotations

import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cntextclean.index.archive import Index
from cntextclean.index.compare import shingles
from cntextclean.repeats.fold import fold

THRESHOLD = 0.5
RATES = (0.0, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12)


def noisy(text: str, rate: float, draw: random.Random, letters: str) -> str:
    """A copy with letters misread, lost and doubled at a rate."""
    out: list[str] = []
    for letter in text:
        kind = draw.random()
        if kind < rate * 0.7:
            out.append(draw.choice(letters))
        elif kind < rate * 0.85:
            continue
        else:
            out.append(letter * 2 if kind < rate else letter)
    return "".join(out)


def with_copies(paragraphs: list[str], count: int) -> list[tuple[str, str]]:
    """``count`` paragraphs: a third as they are, two noisy copies of each."""
    draw = random.Random(11)
    letters = "".join(sorted(set("".join(paragraphs[:200]))))
    rows = paragraphs[: count // 3]
    for text in paragraphs[: count // 3]:
        rows += [noisy(text, draw.choice(RATES), draw, letters) for _ in range(2)]
    return [(f"{at:05}", text) for at, text in enumerate(rows)]


def true_pairs(rows: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    """All pairs of at least this Jaccard similarity, counted by the shingles that they share."""
    sets = {name: shingles(text, 3) for name, text in rows}
    holders: dict[str, list[str]] = {}
    pairs: dict[tuple[str, str], float] = {}
    for name in sorted(sets):
        shared = Counter(other for shingle in sets[name] for other in holders.get(shingle, ()))
        for other, both in shared.items():
            jaccard = both / (len(sets[name]) + len(sets[other]) - both)
            if jaccard >= least:
                pairs[other, name] = jaccard
        for shingle in sets[name]:
            holders.setdefault(shingle, []).append(name)
    return pairs


def found_pairs(index: Index, rows: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, text in rows:
        for one in index.similar(text, THRESHOLD):
            if one.document < name:
                yield one.document, name


def measure(rows: list[tuple[str, str]], folder: Path) -> tuple[int, float, float, str]:
    """Pairs, recall, precision, and recall among those just above the threshold in words."""
    rows = [(name, text) for name, text in rows if len(fold(text)) >= 20]
    truth = true_pairs(rows, THRESHOLD)
    index = Index.build(folder, rows)
    found = set(found_pairs(index, rows))
    edge = {pair for pair, jaccard in truth.items() if jaccard < THRESHOLD + 0.1}
    right = len(found & truth.keys())
    return len(truth), right / len(truth), right / len(found), f"{len(found & edge)} of {len(edge)}"


def test_recall_on_made_up_text(tmp_path, made_up):
    rows = with_copies([text for _, text in made_up(200, paragraphs=1, seed=5)], 600)
    pairs, recall, precision, _ = measure(rows, tmp_path / "x")
    assert pairs > 300
    assert recall >= 0.99
    assert precision == 1.0


@pytest.mark.shared
def test_recall_on_3000_paragraphs(tmp_path, shared, capsys):
    paragraphs: list[str] = []
    seen: set[str] = set()
    with lzma.open(shared / "data/text/clean.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 20:
                continue
            for kind, text in json.loads(line)["blocks"]:
                letters = fold(text).text
                if kind == "para" and 40 <= len(letters) <= 400 and letters not in seen:
                    seen.add(letters)
                    paragraphs.append(text)
    random.Random(4).shuffle(paragraphs)
    pairs, recall, precision, edge = measure(with_copies(paragraphs, 3000), tmp_path / "x")
    with capsys.disabled():
        print(f"\n{pairs} pairs: recall {recall:.4f} (from 0.5 to 0.6: {edge}), precision {precision:.4f}")
    assert pairs > 1500
    assert recall >= 0.99
    assert precision == 1.0
