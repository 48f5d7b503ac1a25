"""
Writes the layout fixtures of the tests: a small page of two columns under a headline, as real engines see it.

    python benchmarks/pages/layout_fixtures.py tests/read/layouts

Needs Pillow, rapidocr-onnxruntime, Debian's tesseract-ocr, tesseract-ocr-chi-sim and fonts-noto-cjk. The text was
written for this purpose.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from rapidocr_onnxruntime import RapidOCR

FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
HEADLINE = "水库清淤工程今日完工"
COLUMNS = (
    "　　本报讯（记者　张三）历时三个月的水库清淤工程昨天全部完成，共清出淤泥十二万立方米，库容恢复到建成之初的水平。",
    "　　负责人介绍，今后每年枯水期都将检查一次，雨季之前再做一次测量，把结果告诉下游的五个村庄，让大家安心种田。",
)
SIZE, LEADING, WIDTH = 32, 48, 12


def main() -> None:
    """Draw the page, have it read, write the fixtures."""
    out = Path(sys.argv[1])
    page = Image.new("L", (1000, 460), 255)
    draw = ImageDraw.Draw(page)
    draw.text((180, 30), HEADLINE, font=ImageFont.truetype(FONT, 60), fill=0)
    for number, column in enumerate(COLUMNS):
        for row in range(0, len(column), WIDTH):
            place = (70 + number * 460, 150 + row // WIDTH * LEADING)
            draw.text(place, column[row : row + WIDTH], font=ImageFont.truetype(FONT, SIZE), fill=0)
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "page.png"
        page.save(image, dpi=(200, 200))
        for kind, suffix in (("hocr", "hocr"), ("alto", "xml")):
            command = ["tesseract", "page.png", "page", "-l", "chi_sim", "--psm", "3", kind]
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            text = (Path(folder) / f"page.{suffix}").read_text(encoding="utf-8")
            (out / f"tesseract.{'hocr' if kind == 'hocr' else 'alto.xml'}").write_text(text, encoding="utf-8")
        (out / "rapidocr.json").write_text(json.dumps(read_with_rapidocr(image), ensure_ascii=False), encoding="utf-8")


def read_with_rapidocr(image: Path) -> list[list[object]]:
    """RapidOCR's own result: box, text and score of each line."""
    result, _ = RapidOCR()(str(image))
    return [[box, text, float(score)] for box, text, score in result]


if __name__ == "__main__":
    main()
