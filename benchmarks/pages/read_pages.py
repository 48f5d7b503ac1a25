"""
Has pages read by real engines: Tesseract (hOCR, ALTO, plain text) and RapidOCR (JSON).

    python benchmarks/pages/read_pages.py PAGES OUT [--first N] [--count N]

PAGES is what set_pages.py wrote; OUT gets ``NNN.hocr``, ``NNN.alto.xml``, ``NNN.txt`` and ``NNN.rapid.json``. Pages set
from top to bottom are read with Tesseract's vertical models. Files that are there already are not made again.

Needs rapidocr-onnxruntime and Debian's tesseract-ocr with tesseract-ocr-chi-{sim,tra,sim-vert,tra-vert}.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
from pathlib import Path

MODELS = {"hans": "chi_sim", "hant": "chi_tra"}


def main() -> None:
    """Read the pages asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--count", type=int, default=1000)
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for truth in sorted(given.pages.glob("*.truth.json"))[given.first : given.first + given.count]:
        page = json.loads(truth.read_text(encoding="utf-8"))
        image = truth.with_name(f"{page['id']}.png")
        read_with_tesseract(image, given.out, MODELS[page["script"]], vertical=page["style"]["vertical"])
        if not (given.out / f"{page['id']}.rapid.json").exists():
            read_with_rapidocr(image, given.out)


def read_with_tesseract(image: Path, out: Path, model: str, *, vertical: bool) -> None:
    """Tesseract's own files, by its automatic page segmentation."""
    if (out / f"{image.stem}.txt").exists():
        return
    model += "_vert" if vertical else ""
    command = ["tesseract", str(image), str(out / image.stem), "-l", model, "--psm", "3", "hocr", "alto", "txt"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    (out / f"{image.stem}.xml").rename(out / f"{image.stem}.alto.xml")


def read_with_rapidocr(image: Path, out: Path) -> None:
    """RapidOCR's own result: box, text and score of each line."""
    from rapidocr_onnxruntime import RapidOCR

    result, _ = RapidOCR(intra_op_num_threads=1)(str(image))
    lines = [[box, text, round(float(score), 4)] for box, text, score in result or []]
    (out / f"{image.stem}.rapid.json").write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
