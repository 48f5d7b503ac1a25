"""
Has newspaper pages read region by region, by RapidOCR and Tesseract, with the truth of every line beside the text.

    python benchmarks/pages/read_regions.py CLEAN.jsonl.xz OUT [--first 0] [--count 300] [--minutes 0]

A number names a page: its engine, its setting, its wear. Every fourth page (1, 5, 9, …) is set from documents that the
line model and ``rewrap.py`` hold out (``held`` in its truth says so), the others from the rest. Written are
``NNNN.ocr.txt`` and ``NNNN.truth.json`` in the form that ``score_pages.py`` and ``train.py`` read; what is there
already is not read again.

The text is what a program gets that cuts a page into regions and reads each: the lines of a region in order, a blank
line between regions, and between the lines of a column where the print shows a paragraph (RapidOCR: a line indented or
further below than others; Tesseract: its own paragraphs); now and then the lines are joined by a blank.

Needs what ``newspapers.py`` needs, rapidocr-onnxruntime, and Debian's tesseract-ocr with chi-sim and chi-tra.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import random
import subprocess
import tempfile
import time
from dataclasses import asdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median

from newspapers import NewspaperPage, Region, set_newspaper
from PIL import Image

MODELS = {"hans": "chi_sim", "hant": "chi_tra"}
WORST = {"rapid": 0.42, "tess": 0.25}
"""How worn a scan may be for an engine to read it."""
INDENTED, BELOW = 1.1, 1.22
"""Em right of its column, and distances to the line above (of the usual one), from which on a line opens a fragment."""


def main() -> None:
    """Set and read the pages asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("clean", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--count", type=int, default=300)
    arguments.add_argument("--minutes", type=float, default=0.0)
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    documents = _documents(given.clean)
    started = time.monotonic()
    for number in range(given.first, given.first + given.count):
        if given.minutes and time.monotonic() - started > 60 * given.minutes:
            break
        held = number % 4 == 1
        name = f"{number:04}"
        if not (given.out / f"{name}.truth.json").exists():
            _write(given.out, name, random.Random(71_000 + number), documents[held], held=held)


def _documents(path: Path) -> dict[bool, dict[str, list[dict]]]:
    """Articles and statutes: those to train on, and every seventh, held out (as ``benchmarks/lines/pages.py`` does)."""
    found: dict[bool, dict[str, list[dict]]] = {held: {"lctt": [], "laws": []} for held in (False, True)}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            document = json.loads(line)
            if 3 < len(document["title"]) < 50 and len(document["blocks"]) > 3:
                found[number % 7 == 3][document["id"][:4]].append(document)
    return found


def _write(out: Path, name: str, draw: random.Random, documents: dict[str, list[dict]], *, held: bool) -> None:
    engine = draw.choices(["rapid", "tess"], [65, 35])[0]
    form = draw.choices(["lines", "space"], [70, 30])[0]
    page = set_newspaper(
        draw, lambda: draw.choice(documents[draw.choices(["lctt", "laws"], [72, 28])[0]]), WORST[engine]
    )
    parts, fragments = [], []
    for region in page.regions:
        for lines in _read(region, engine, page, draw):
            fragments.append({"region": region.name, "lines": lines})
            parts.append(("\n" if form == "lines" else " ").join(lines))
    lines = [
        {"article": int(region.name[1]), "region": region.name, "block": block, "text": text}
        for region in page.regions
        for block, text in region.lines
    ]
    truth = {
        "id": name, "held": held, "engine": engine, "mode": "columns", "format": form, "script": page.script,
        "degrade": {"level": page.level}, "specs": [asdict(style) for style in page.styles],
        "articles": page.articles, "furniture": page.furniture, "lines": lines, "engine_fragments": fragments,
    }  # fmt: skip
    (out / f"{name}.ocr.txt").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    (out / f"{name}.truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")


def _read(region: Region, engine: str, page: NewspaperPage, draw: random.Random) -> list[list[str]]:
    if engine == "tess":
        return _read_with_tesseract(region.image, MODELS[page.script], draw.choice([4, 6]))
    size = page.styles[0].size
    column = ".col" in region.name
    return _fragments(_boxes(region.image, enlarge=column), size if column else 0, draw.choice(["", "", " "]))


def _read_with_tesseract(image: Image.Image, model: str, mode: int) -> list[list[str]]:
    """Tesseract's paragraphs of a region, each with its lines."""
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        # Small print is read at twice its size, as engines are told to do.
        image.resize((image.width * 2, image.height * 2), Image.Resampling.BICUBIC).save(file.name, dpi=(300, 300))
        command = ["tesseract", file.name, "-", "-l", model, "--psm", str(mode), "-c", "preserve_interword_spaces=1"]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        read = subprocess.run(command, check=True, capture_output=True, env=environment).stdout.decode()
    blocks = [[line.rstrip() for line in block.split("\n") if line.strip()] for block in read.split("\n\n")]
    return [block for block in blocks if block]


@cache
def _engine(*, enlarge: bool) -> object:
    """RapidOCR; small pictures are enlarged before lines are looked for, as is its default, or taken as they are."""
    from rapidocr_onnxruntime import RapidOCR

    how = {} if enlarge else {"det_limit_type": "max", "det_limit_side_len": 960}
    return RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1, use_cls=False, **how)


def _boxes(image: Image.Image, *, enlarge: bool) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom and text of each line RapidOCR finds."""
    import numpy as np

    result, _ = _engine(enlarge=enlarge)(np.asarray(image)[:, :, ::-1])
    found = []
    for box, text, _score in result or []:
        across, down = [point[0] for point in box], [point[1] for point in box]
        found.append((min(across), min(down), max(across), max(down), text))
    return sorted(found, key=lambda one: (one[1] + one[3], one[0]))


def _fragments(boxes: list[tuple[float, float, float, float, str]], size: int, between: str) -> list[list[str]]:
    """Pieces of one printed line put side by side, then lines parted where the print shows a paragraph."""
    rows: list[list[tuple[float, float, float, float, str]]] = []
    for box in boxes:
        middle = (box[1] + box[3]) / 2
        if rows and any(one[1] < middle < one[3] for one in rows[-1]):
            rows[-1].append(box)
        else:
            rows.append([box])
    rows = [sorted(row) for row in rows]
    if not rows:
        return []
    left = min(row[0][0] for row in rows)
    tops = [min(one[1] for one in row) for row in rows]
    steps = [below - above for above, below in pairwise(tops)]
    usual = median(steps) if steps else 0.0
    found: list[list[str]] = [[]]
    for at, row in enumerate(rows):
        indented = size and row[0][0] - left > INDENTED * size
        apart = at and (steps[at - 1] > BELOW * usual if size else True)
        if found[-1] and (indented or apart):
            found.append([])
        found[-1].append(between.join(one[4] for one in row))
    return found


if __name__ == "__main__":
    main()
