#!/usr/bin/env python3
"""
Train the weights of ``cntextclean.structure.heading_features`` and say how good they are.

    train_headings.py CLEAN.jsonl.xz PAGES_DIR [--write] [--every N]

CLEAN.jsonl.xz: documents whose ``blocks`` are [kind, text] (kind ``para`` or ``heading``); PAGES_DIR: pages with their
truth (``articles`` with ``blocks``). Each source is held out in turn: a fifth of the articles, of the statutes, and
the pages as a whole. A copy of every document with planted recognition errors is trained on as well. With ``--write``
the weights of all sources go to ``tables/heading_weights.toml``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import cntextclean
from cntextclean.proposals import View
from cntextclean.structure.heading_features import heading_features, read_context
from cntextclean.structure.traits import read_trait

Block = tuple[str, str]
LOOKALIKES = str.maketrans(
    {"一": "-", "日": "曰", "口": "囗", "未": "末", "己": "已", "人": "入", "：": ":", "，": ","}
)
MARKER = re.compile(
    r"\s{0,4}(?:第?[一二三四五六七八九十\d]{1,3}[章节、.．：:步]|[（(]?\d{1,2}[）)]"
    r"|(?:步骤|方法|问题|案例)\d{1,2}[：: .])\s{0,4}"
)
TORN = 0.05
"""Chance that a paragraph is torn, and torn again."""
HAN_DIGITS = [*"一二三四五六七八九十", *("十" + digit for digit in "一二三四五六七八九"), "二十"]
STYLES: dict[str, Callable[[int], str]] = {
    "han-ordinal": lambda number: f"{HAN_DIGITS[(number - 1) % 20]}、",
    "han-paren": lambda number: f"（{HAN_DIGITS[(number - 1) % 20]}）",
    "letter": lambda number: f"{'ABCDEFGH'[(number - 1) % 8]} ",
    "decimal-1": lambda number: f"{number}. ",
    "decimal-space": lambda number: f"{number} ",
    "decimal-2": lambda number: f"1.{number} ",
    "decimal-3": lambda number: f"2.1.{number} ",
    "chapter": lambda number: f"第{HAN_DIGITS[(number - 1) % 20]}章　",
    "section": lambda number: f"第{HAN_DIGITS[(number - 1) % 20]}节 ",
    "part": lambda number: f"第{HAN_DIGITS[(number - 1) % 20]}部分 ",
    "roman": lambda number: f"{'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'[(number - 1) % 10]}、",
    "bullet": lambda _: "■ ",
    "paren-digit": lambda number: f"（{number}）",
    "circled": lambda number: "①②③④⑤⑥⑦⑧⑨⑩"[(number - 1) % 10],
}
WEIGHTS = Path(cntextclean.__file__).parent / "tables" / "heading_weights.toml"


def read_clean(path: Path, every: int) -> Iterator[tuple[str, str, list[Block]]]:
    """Documents as (source, id, blocks)."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                record = json.loads(line)
                source = "statutes" if record["id"].startswith("laws:") else "articles"
                yield source, record["id"], [(kind, text) for kind, text in record["blocks"]]


def read_pages(folder: Path) -> Iterator[tuple[str, str, list[Block]]]:
    """Articles of recognised pages as (source, id, blocks)."""
    for path in sorted(folder.glob("*.truth.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            yield "pages", article["id"], [(block["kind"], block["text"]) for block in article["blocks"]]


def damage(blocks: list[Block], seed: str) -> list[Block]:
    """A copy with recognition errors: look-alikes, lost blanks and marks, one character in fifty another."""
    chance = random.Random(zlib.crc32(seed.encode()))

    def spoil(text: str) -> str:
        out = []
        for character in text:
            roll = chance.random()
            if roll < 0.02:
                character = chr(chance.randrange(0x4E00, 0x9FA5)) if "\u4e00" <= character <= "\u9fff" else ""  # noqa: PLW2901
            elif roll < 0.05:
                character = "" if character in " \u3000。，“”·" else character.translate(LOOKALIKES)  # noqa: PLW2901
            out.append(character)
        return "".join(out)

    return [(kind, spoiled) for kind, text in blocks if (spoiled := spoil(text)).strip()]


def tear(blocks: list[Block], seed: str) -> list[Block]:
    """A copy some of whose paragraphs are torn where no sentence ends, as happens when lines are not joined."""
    chance = random.Random(zlib.crc32(seed.encode()) + 2)
    out = []
    for kind, text in blocks:
        at = 0
        while kind != "heading" and len(text) - at > 30 and chance.random() < TORN:
            cut = at + chance.randrange(8, min(40, len(text) - at - 8))
            out.append((kind, text[at:cut]))
            at = cut
        out.append((kind, text[at:]))
    return out


def headline(text: str, words: list[str], chance: random.Random) -> str:
    """A headline in two or three parts, as newspapers set them: ``强“强项”、解“难题”，“尖子生”交出好成绩``."""
    first, second, third = text, chance.choice(words)[:14], chance.choice(words)[:8]
    if chance.random() < 0.3:
        first = f"{first[:1]}“{first[1:]}”"
    if chance.random() < 0.3:
        first = f"{third}、{first}"
    if chance.random() < 0.2:
        second = f"“{second}”"
    return first + chance.choice([" ", "，", "，", "， ", "：", "——"]) + second


def renumber(blocks: list[Block], seed: str) -> list[Block]:
    """
    A copy whose headings bear other markers: one style for all, or two styles nested, where the outer heading may
    stand right above the inner one; a headline in two parts, as newspapers set them, has a blank or comma between.
    """
    chance = random.Random(zlib.crc32(seed.encode()) + 1)
    outer, inner = chance.sample(list(STYLES), 2)
    nested, bare, twofold = chance.random() < 0.5, chance.random() < 0.25, chance.random() < 0.3
    words = [MARKER.sub("", text) for kind, text in blocks if kind == "heading"]
    upper = lower = 0
    out = []
    for kind, text in blocks:
        if kind == "heading":
            if twofold and len(text) < 16:
                text = headline(text, words, chance)  # noqa: PLW2901
            if nested and not bare and chance.random() < 0.25:
                upper, lower = upper + 1, 0
                out.append((kind, STYLES[outer](upper) + chance.choice(words)))
            if bare:
                pass
            elif nested and upper and chance.random() < 0.6:
                lower += 1
                text = STYLES[inner](lower) + MARKER.sub("", text)  # noqa: PLW2901
            else:
                upper, lower = upper + 1, 0
                text = STYLES[outer](upper) + MARKER.sub("", text)  # noqa: PLW2901
        out.append((kind, text))
    return out


def examples(blocks: list[Block]) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of every passage that may be a heading, and whether it is one."""
    context = read_context([read_trait(View(text)) for _, text in blocks])
    for index, (kind, _) in enumerate(blocks):
        yield heading_features(context, index), kind == "heading"


def held_out(source: str, name: str) -> bool:
    """Whether a document is kept for measuring: a fifth of the articles and statutes."""
    return source != "pages" and zlib.crc32(name.encode()) % 5 == 0


def fit(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Weights of a logistic model, least squares penalty; features seen fewer than twenty times are left out."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for found, _ in rows for name in found)
    kept = [({k: v for k, v in found.items() if seen[k] >= 20}, truth) for found, truth in rows if found]
    encoder = DictVectorizer()
    matrix = encoder.fit_transform([found for found, _ in kept])
    model = LogisticRegression(C=1.0, max_iter=400, fit_intercept=False).fit(matrix, [truth for _, truth in kept])
    return dict(sorted(zip(encoder.get_feature_names_out(), model.coef_[0].round(3), strict=True)))


def measure(weights: dict[str, float], rows: list[tuple[dict[str, float], bool]]) -> str:
    """Precision, recall and F1 at one half."""
    said = [bool(found) and sum(weights.get(k, 0.0) * v for k, v in found.items()) > 0 for found, _ in rows]
    right = sum(s and truth for s, (_, truth) in zip(said, rows, strict=True))
    precision, recall = right / max(1, sum(said)), right / max(1, sum(truth for _, truth in rows))
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P={precision:.4f} R={recall:.4f} F1={both:.4f} n={len(rows)}"


def main() -> None:
    """Train, measure, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--every", type=int, default=1, help="use every Nth clean document")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    train: dict[str, list] = {"articles": [], "statutes": [], "pages": []}
    test: dict[str, list] = {name: [] for source in train for name in (source, source + " damaged")}
    for source, name, blocks in (*read_clean(asked.clean, asked.every), *read_pages(asked.pages)):
        clean, spoiled = list(examples(blocks)), list(examples(damage(tear(blocks, name), name)))
        if held_out(source, name) or source == "pages":
            test[source] += clean
            test[source + " damaged"] += spoiled
        renumbered = list(examples(renumber(blocks, name))) if source == "articles" else []
        if held_out(source, name):
            test.setdefault(source + " renumbered", []).extend(renumbered)
        else:
            train[source] += clean + spoiled + renumbered
    weights = fit(train["articles"] + train["statutes"])
    for source, rows in test.items():
        print(f"{source:18}", measure(weights, rows))
    for left, right in (("articles", "statutes"), ("statutes", "articles")):
        print(f"{left} only, on {right}:", measure(fit(train[left]), test[right]))
    if asked.write:
        final = fit([*train["articles"], *train["statutes"], *train["pages"]])
        head = "# Weights of structure/headings.py, written by benchmarks/train_headings.py.\n\n[weights]\n"
        WEIGHTS.write_text(head + "".join(f'"{k}" = {v}\n' for k, v in final.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
