"""
Scores the pages that set_pages.py set and read_pages.py had read: as they came, as plain text, with geometry.

    python benchmarks/pages/score.py EVALUATE PAGES READ [--each] [--out RESULTS.md]

EVALUATE is the folder of ``score_pages.py``. ``raw`` is the text of the layout file in reading order, a block a line;
``plain`` the same text cleaned without the boxes; ``geometry`` the layout cleaned; ``engine's order`` the lines as the
engine lists them. With ``--name`` the table is added to the file, its sets under that name.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from cntextclean import clean
from cntextclean.config import Config, ReadConfig
from cntextclean.pipeline import clean_decoded
from cntextclean.read.load import load_input
from cntextclean.read.records import Loaded
from cntextclean.read.sources import find_inputs

ENGINES = {"tesseract hOCR": ".hocr", "tesseract ALTO": ".alto.xml", "RapidOCR JSON": ".rapid.json"}
FIGURES = ("cer", "para_p", "para_r", "para_f1", "heading", "role", "leak")
Scores = dict[str, float]


def main() -> None:
    """Print the table, write it where asked."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("evaluate", "pages", "read"):
        arguments.add_argument(name, type=Path)
    arguments.add_argument("--each", action="store_true")
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--name", default="")
    given = arguments.parse_args()
    sys.path.insert(0, str(given.evaluate))
    found: dict[tuple[str, str, str], list[Scores]] = defaultdict(list)
    same = texts = 0
    for truth in sorted(given.pages.glob("*.truth.json")):
        record = json.loads(truth.read_text(encoding="utf-8"))
        for engine, suffix in ENGINES.items():
            path = given.read / (record["id"] + suffix)
            if not path.exists():
                continue
            scores, settled = score_page(record, path)
            same, texts = same + settled, texts + 1
            for way, one in scores.items():
                found[f"{given.name} {record['mode']}".strip(), engine, way].append(one)
                if given.each:
                    print(record["id"], engine, way, *(f"{name}={one[name]:.3f}" for name in FIGURES))
    table = show(found) + f"\nCleaning the clean text once more changed nothing in {same} of {texts} documents.\n"
    print(table)
    if given.out:
        before = given.out.read_text(encoding="utf-8") if given.name and given.out.exists() else HEAD
        given.out.write_text(f"{before}\n{table}" if before != HEAD else HEAD + table, encoding="utf-8")


def score_page(record: dict, path: Path) -> tuple[dict[str, Scores], bool]:
    """The scores of one file in each way, and whether its clean text is clean."""
    from score_pages import score

    [source] = find_inputs([path]).inputs
    [one] = load_input(source, ReadConfig())
    if not isinstance(one, Loaded):
        raise SystemExit(str(one))
    raw = [("paragraph", line) for line in one.decoded.text.splitlines() if line.strip()]
    plain = clean_decoded(replace(one.decoded, places=()), Config(), name="plain")
    printed = clean_decoded(one.decoded, Config(), name="printed")
    ways = {
        "engine's order": [("paragraph", line) for line in as_listed(path)],
        "raw": raw,
        "plain text": [(block.role, block.text) for block in plain.blocks],
        "with geometry": [(block.role, block.text) for block in printed.blocks],
    }
    settled = clean(printed.text).text == printed.text
    return {way: score(record, blocks) for way, blocks in ways.items()}, settled


def as_listed(path: Path) -> list[str]:
    """The lines in the order of the engine: Tesseract's text file, RapidOCR's list."""
    if path.suffix == ".json":
        return [line[1] for line in json.loads(path.read_text(encoding="utf-8"))]
    text = (path.parent / f"{path.name.split('.')[0]}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def show(found: dict[tuple[str, str, str], list[Scores]]) -> str:
    """The means as a table."""
    rows = [
        "| set | engine | | pages | " + " | ".join(FIGURES) + " |",
        "| --- | --- | --- | ---: |" + " ---: |" * len(FIGURES),
    ]
    for (mode, engine, way), scores in sorted(found.items()):
        means = " | ".join(f"{fmean(one[name] for one in scores):.3f}" for name in FIGURES)
        rows.append(f"| {mode} | {engine} | {way} | {len(scores)} | {means} |")
    return "\n".join(rows) + "\n"


HEAD = """# Pages with geometry

Pages set by `set_pages.py` (seed 1) from the clean corpus: one to five columns, indents or space between paragraphs,
headlines, page headers, page numbers, pictures with captions, every sixth page from top to bottom and right to left.
Read by Tesseract 5.3 (hOCR and ALTO) and RapidOCR 1.4 with `read_pages.py`, scored by `score.py`: *raw* is the text of
the layout file in the order it is read in, a line a line; *plain text* the same lines cleaned without their boxes;
*with geometry* the layout as the program cleans it; *engine's order* the lines as the engine lists them (Tesseract's
text file, RapidOCR's list). `cer` counts what the engine misread, and all of the furniture that is left in the body;
`leak` is the share of page headers and captions still in the body. Pages of seed 1 were looked at while the measures
were made; those of seed 2 were set afterwards.

"""

if __name__ == "__main__":
    main()
