"""
Writes the layout fixtures of the tests: small pages as real engines see them.

    python benchmarks/pages/layout_fixtures.py tests/read/layouts

One page has two columns under a headline; the other is set from top to bottom and right to left, in two bands, in
traditional characters. Needs Pillow with Raqm, rapidocr-onnxruntime, Debian's tesseract-ocr, tesseract-ocr-chi-sim,
tesseract-ocr-chi-tra-vert and fonts-noto-cjk. The text was written for this purpose.
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
TAIWAN = 3
"""The number of the traditional face in the collection."""
HEADLINE = "水库清淤工程今日完工"
COLUMNS = (
    "　　本报讯（记者　张三）历时三个月的水库清淤工程昨天全部完成，共清出淤泥十二万立方米，库容恢复到建成之初的水平。",
    "　　负责人介绍，今后每年枯水期都将检查一次，雨季之前再做一次测量，把结果告诉下游的五个村庄，让大家安心种田。",
)
BANDS = (
    (
        "　　歷時三個月的水庫清淤工程昨天全部完成，共清出淤泥十二萬立方米，庫容恢復到建成之初的水平。",
        "　　負責人介紹，今後每年枯水期都將檢查一次，雨季之前再做一次測量，把結果",
    ),
    (
        "告訴下游的五個村莊，讓大家安心種田。",
        "　　附近的村民早早來到大壩上觀看完工儀式，孩子們在岸邊放起了風箏。",
    ),
)
SIZE, LEADING, WIDTH = 32, 48, 12


def main() -> None:
    """Draw the pages, have them read, write the fixtures."""
    out = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "page.png"
        draw_columns().save(image, dpi=(200, 200))
        for kind, name in (("hocr", "tesseract.hocr"), ("alto", "tesseract.alto.xml")):
            (out / name).write_text(read_with_tesseract(image, kind, "chi_sim"), encoding="utf-8")
        (out / "rapidocr.json").write_text(json.dumps(read_with_rapidocr(image), ensure_ascii=False), encoding="utf-8")
        draw_vertical().save(image, dpi=(200, 200))
        text = read_with_tesseract(image, "hocr", "chi_tra_vert")
        (out / "tesseract-vertical.hocr").write_text(text, encoding="utf-8")
        found = json.dumps(read_with_rapidocr(image), ensure_ascii=False)
        (out / "rapidocr-vertical.json").write_text(found, encoding="utf-8")


def draw_columns() -> Image.Image:
    """A headline over two columns."""
    page = Image.new("L", (1000, 460), 255)
    draw = ImageDraw.Draw(page)
    draw.text((180, 30), HEADLINE, font=ImageFont.truetype(FONT, 60), fill=0)
    for number, column in enumerate(COLUMNS):
        for row in range(0, len(column), WIDTH):
            place = (70 + number * 460, 150 + row // WIDTH * LEADING)
            draw.text(place, column[row : row + WIDTH], font=ImageFont.truetype(FONT, SIZE), fill=0)
    return page


def draw_vertical() -> Image.Image:
    """Two bands, one below the other, of lines from right to left."""
    page = Image.new("L", (460, 1120), 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, SIZE, index=TAIWAN)
    for number, band in enumerate(BANDS):
        rows = [text[at : at + WIDTH] for text in band for at in range(0, len(text), WIDTH)]
        for row, text in enumerate(rows):
            blank = len(text) - len(text.lstrip("　"))
            place = (370 - row * LEADING, 60 + number * 560 + blank * SIZE)
            draw.text(place, text.strip("　"), font=font, fill=0, direction="ttb")
    return page


def read_with_tesseract(image: Path, kind: str, model: str) -> str:
    """Tesseract's own file of a kind (``hocr`` or ``alto``)."""
    command = ["tesseract", image.name, "page", "-l", model, "--psm", "3", kind]
    subprocess.run(command, cwd=image.parent, check=True, capture_output=True)
    return (image.parent / f"page.{'hocr' if kind == 'hocr' else 'xml'}").read_text(encoding="utf-8")


def read_with_rapidocr(image: Path) -> list[list[object]]:
    """RapidOCR's own result: box, text and score of each line."""
    result, _ = RapidOCR()(str(image))
    return [[box, text, float(score)] for box, text, score in result]


if __name__ == "__main__":
    main()
