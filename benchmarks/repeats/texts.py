"""
Makes the paragraphs for all tools: real ones, more of them recombined from their clauses, and planted copies.

    python benchmarks/repeats/texts.py NUMBER OUT.jsonl [--clean CLEAN.jsonl.xz]

Thirty paragraphs in a hundred open a cluster of one to three copies: a quarter of the copies are exact, the others have
0.3 to 8 % of their characters changed, lost or added, and one in five is cut short. CLEAN holds one JSON object a line
with `blocks` ([kind, text]); without it the texts in `seeds/` are taken. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LEAST, MOST = 200, 1200
OPENS, EXACT, CUT = 0.3, 0.25, 0.2
_CLAUSE = re.compile(r"[^，。；：！？]+[，。；：！？]?")


def real_paragraphs(clean: Path | None) -> list[str]:
    """The different paragraphs of the sources, in their order; short neighbours are joined to one of some length."""
    if clean is None:
        documents = [path.read_text("utf-8").split("\n") for path in sorted(SEEDS.glob("*.txt"))]
    else:
        with lzma.open(clean, "rt", encoding="utf-8") as file:
            documents = [[text for _, text in json.loads(line)["blocks"]] for line in file]
    found: dict[str, None] = {}
    for lines in documents:
        part = ""
        for line in lines:
            part += line
            if len(part) >= LEAST:
                found[part[:MOST]] = None
                part = ""
    return list(found)


def paragraphs(number: int, clean: Path | None, seed: int = 20) -> list[str]:
    """``number`` paragraphs, their copies among them, in an order that tells nothing."""
    draw = random.Random(seed)
    fresh = _fresh(real_paragraphs(clean), draw)
    made: list[str] = []
    while len(made) < number:
        text = next(fresh)
        made.append(text)
        if draw.random() < OPENS:
            made += [_copy(text, draw) for _ in range(draw.randint(1, 3))]
    made = made[:number]
    draw.shuffle(made)
    return made


def _fresh(real: list[str], draw: random.Random) -> Iterator[str]:
    """The real paragraphs in a random order, then paragraphs of as many letters, put together from their clauses."""
    order = list(real)
    draw.shuffle(order)
    yield from order
    clauses = [clause for text in real for clause in _CLAUSE.findall(text)]
    while True:
        wanted, parts, size = len(draw.choice(real)), [], 0
        while size < wanted:
            parts.append(draw.choice(clauses))
            size += len(parts[-1])
        yield "".join(parts)[:MOST]


def _copy(text: str, draw: random.Random) -> str:
    if draw.random() < EXACT:
        return text
    share = draw.uniform(0.003, 0.08)
    letters = list(text)
    for _ in range(max(1, round(share * len(text)))):
        at, kind = draw.randrange(len(letters)), draw.random()
        other = text[draw.randrange(len(text))]
        if kind < 0.7:
            letters[at] = other
        elif kind < 0.85 and len(letters) > LEAST:
            del letters[at]
        else:
            letters.insert(at, other)
    copy = "".join(letters)
    return copy[: draw.randint(len(copy) // 2, len(copy))] if draw.random() < CUT else copy


def write(texts: list[str], out: Path) -> None:
    """Write the paragraphs as JSON lines, an ``id`` and a ``text`` each."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": f"{number:07d}", "text": text}, ensure_ascii=False) + "\n")


def main() -> None:
    """Make the paragraphs and write them."""
    parser = argparse.ArgumentParser(description="Makes the paragraphs that all tools are given.")
    parser.add_argument("number", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--clean", type=Path, help="clean articles, one JSON object a line, compressed with xz")
    asked = parser.parse_args()
    write(paragraphs(asked.number, asked.clean), asked.out)


if __name__ == "__main__":
    main()
