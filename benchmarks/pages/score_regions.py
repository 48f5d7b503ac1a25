"""
Scores the pages that read_regions.py set and had read, cleaned from end to end, and writes REGIONS.md.

    python benchmarks/pages/score_regions.py EVALUATE READ [--write]

EVALUATE is the folder of ``score_pages.py``. Only pages of documents held out count. ``raw`` is the text as it came, a
line a block.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import fmean

from cntextclean import clean

FIGURES = ("cer", "punct", "para_p", "para_r", "para_f1", "heading", "role", "leak")
HEAD = """# Newspaper pages read region by region

Pages set by `newspapers.py` and read by `read_regions.py` (RapidOCR 1.4, Tesseract 5.3), of documents whose pages the
line model has not learned from (the counts of openings and junctions are those of the whole corpus): raw, and cleaned
from end to end. Scored by `score_regions.py`. `cer` counts what the engines misread, `leak` page headers and editors'
lines that they misread, too. The pages are every fourth of `--first 2001 --count 1557`. The
engines read 98 of 100 headings well enough to be found; the 208 of these pages that nobody looked at have heading 0.930
and role 0.974.

"""


def main() -> None:
    """Print the table, write it where asked."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("evaluate", type=Path)
    arguments.add_argument("read", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    sys.path.insert(0, str(given.evaluate))
    from score_pages import score

    found: dict[tuple[str, str], list[dict[str, float]]] = defaultdict(list)
    for path in sorted(given.read.glob("*.truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if not truth["held"]:
            continue
        text = path.with_name(path.name.replace(".truth.json", ".ocr.txt")).read_text(encoding="utf-8")
        ways = {
            "raw": [("paragraph", line) for line in text.splitlines() if line.strip()],
            "cleaned": [(block.role, block.text) for block in clean(text).blocks],
        }
        for way, blocks in ways.items():
            scores = score(truth, blocks)
            for group in ("all", truth["engine"], truth["script"], truth["format"]):
                found[group, way].append(scores)
    table = HEAD + _table(found)
    print(table)
    if given.write:
        Path(__file__).with_name("REGIONS.md").write_text(table, encoding="utf-8")


def _table(found: dict[tuple[str, str], list[dict[str, float]]]) -> str:
    rows = [
        "| pages | | number | " + " | ".join(FIGURES) + " |",
        "| --- | --- | ---: |" + " ---: |" * len(FIGURES),
    ]
    for (group, way), scores in sorted(found.items()):
        means = " | ".join(f"{fmean(one[name] for one in scores):.3f}" for name in FIGURES)
        rows.append(f"| {group} | {way} | {len(scores)} | {means} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
