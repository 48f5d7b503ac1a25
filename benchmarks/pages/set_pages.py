"""
Sets newspaper and book pages from clean text and draws them, with the truth beside them.

    python benchmarks/pages/set_pages.py CLEAN.jsonl.xz OUT --count 24 [--seed 1]

CLEAN holds documents as JSON lines with ``id``, ``title`` and ``blocks`` ([kind, text], kind para or heading). A page
is columns of one width under a headline, with indents or space between paragraphs, headings large, bold or centred, a
page header, a page number, a picture with its caption; simplified or traditional, set across or (every sixth page)
from top to bottom and right to left. Written are ``NNN.png`` and ``NNN.truth.json`` (title, byline, blocks, furniture,
and how it was set). Everything is drawn from one ``random.Random`` a page, so a seed names a page.

Needs Pillow with Raqm, OpenCC and Debian's fonts-noto-cjk.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from opencc import OpenCC
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path("/usr/share/fonts/opentype/noto")
FACES = {"hans": 2, "hant": 3}
"""Numbers of the simplified and of the traditional (Taiwan) face in Noto's collections."""
NO_START = "，。、；：？！）】》”’」』…％"
NO_END = "“‘（【《「『"
WORDS = re.compile(r"[A-Za-z0-9][A-Za-z0-9.%/_-]*|.", re.DOTALL)
LATIN = re.compile(r"[A-Za-z]")
SHORTEST, LONGEST_HEADING = 12, 24


@dataclass(frozen=True)
class Line:
    """A printed line: its glyphs (words whole), its indent, whether it fills its column."""

    words: list[str]
    indent: float
    full: bool
    kind: str
    gap: float
    """Space above, in lines."""


@dataclass
class Style:
    """How a page is set; lengths in pixels."""

    draw: random.Random
    vertical: bool
    script: str
    size: int = 0
    columns: int = 1
    characters: int = 0
    fields: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        draw = self.draw
        self.size = draw.choice([26, 28, 30, 32])
        self.columns = draw.choice([1, 2, 3, 3, 4, 5])
        self.characters = {1: 30, 2: 20, 3: 15, 4: 12, 5: 11}[self.columns] + draw.randint(-1, 3)
        if self.vertical:
            self.columns, self.characters = draw.choice([(2, 18), (3, 14), (4, 12)])
        self.leading = round(self.size * draw.uniform(1.4, 1.75))
        self.gutter = round(self.size * draw.uniform(1.3, 2.2))
        self.indent = 0.0 if draw.random() < 0.2 and not self.vertical else 2.0
        self.apart = draw.uniform(0.45, 0.9) if not self.indent else 0.0
        self.justified, self.kinsoku = draw.random() < 0.6, draw.random() < 0.8
        self.face = draw.choice(["Serif", "Serif", "Sans"])
        self.heading = draw.choice(["bold", "large", "centred", "large-centred"])
        self.header, self.footer = draw.random() < 0.6, draw.random() < 0.6
        self.picture = draw.random() < 0.4 and self.columns > 1 and not self.vertical

    def font(self, scale: float = 1.0, *, bold: bool = False) -> ImageFont.FreeTypeFont:
        """The page's face at a size."""
        name = f"Noto{self.face}CJK-{'Bold' if bold else 'Regular'}.ttc"
        return ImageFont.truetype(FONTS / name, round(self.size * scale), index=FACES[self.script])

    def named(self) -> dict[str, object]:
        """What a reader of the truth may want to know."""
        return {
            name: getattr(self, name)
            for name in ("vertical", "size", "columns", "characters", "leading", "indent", "justified", "kinsoku",
                         "face", "heading", "picture")
        }  # fmt: skip


def main() -> None:
    """Set the pages asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("clean", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--count", type=int, default=24)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with lzma.open(given.clean, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for number, line in enumerate(lines) if number % 40 == given.seed % 40]
    for number in range(given.count):
        draw = random.Random(given.seed * 1000 + number)
        image, truth = set_page(draw.choice(documents), draw, vertical=number % 6 == 5)
        image.save(given.out / f"{number:03}.png", dpi=(300, 300))
        text = json.dumps({"id": f"{number:03}", **truth}, ensure_ascii=False)
        (given.out / f"{number:03}.truth.json").write_text(text, encoding="utf-8")


def set_page(document: dict, draw: random.Random, *, vertical: bool) -> tuple[Image.Image, dict]:
    """One page of a document, and its truth."""
    script = "hant" if vertical or draw.random() < 0.25 else "hans"
    style = Style(draw, vertical, script)
    convert = OpenCC("s2t").convert if script == "hant" else str
    blocks = _chosen(document["blocks"], draw, 60 if vertical else 90)
    blocks = [(kind, convert(text)) for kind, text in blocks]
    title = convert(document["title"])[:LONGEST_HEADING]
    body = [line for kind, text in blocks for line in _break(text, kind, style)]
    furniture: list[dict[str, str]] = []
    drawn = _Vertical if vertical else _Page
    image = drawn(style, title, body, furniture, convert).image()
    article = {"title": title, "byline": "", "blocks": [{"kind": kind, "text": text} for kind, text in blocks]}
    mode = "vertical" if vertical else "columns"
    return _worn(image, draw), {
        "engine": "", "mode": mode, "format": "", "script": script, "articles": [article], "furniture": furniture,
        "style": style.named(),
    }  # fmt: skip


def _chosen(blocks: list[list[str]], draw: random.Random, most: int) -> list[tuple[str, str]]:
    """Neighbouring blocks of at most some 20 times ``most`` characters; Latin text and lost paragraphs left out."""
    limit = 0.25 if most > 60 else 0.0
    usable = [
        (kind, text)
        for kind, text in blocks
        if text.strip()
        and len(LATIN.findall(text)) <= limit * len(text)
        and (kind == "heading" or text[-1] in "。！？")
    ]
    start = draw.randrange(max(1, len(usable) - 8))
    chosen: list[tuple[str, str]] = []
    for kind, text in usable[start:]:
        if sum(len(one) for _, one in chosen) + len(text) > most * 12 and chosen:
            break
        short = kind == "heading" and len(text) <= LONGEST_HEADING
        chosen.append(("heading" if short else "para", text))
    while chosen and chosen[-1][0] == "heading":
        chosen.pop()
    return chosen or [("para", usable[0][1][: most * 10] if usable else "本报讯今天上午，论坛在温州举行。")]


def _width(word: str) -> float:
    """In em: Han 1, a Latin letter a little over a half."""
    return 1.0 if len(word) == 1 and word >= "\u2000" else 0.55 * len(word)


def _break(text: str, kind: str, style: Style) -> list[Line]:
    """The printed lines of a block."""
    heading = kind == "heading"
    scale = 1.35 if heading and style.heading.startswith("large") else 1.0
    indent = style.indent if not heading else 0.0
    lines: list[list[str]] = [[]]
    used = indent
    for word in WORDS.findall(text):
        wide = _width(word) * scale
        hangs = style.kinsoku and word in NO_START and used + wide <= style.characters + 0.6
        if used + wide > style.characters + 0.05 and lines[-1] and not hangs:
            carried = [lines[-1].pop()] if style.kinsoku and _cannot_part(lines[-1], word) else []
            lines.append(carried)
            used = sum(map(_width, carried)) * scale
        lines[-1].append(word)
        used += wide
    gaps = [0.5 if heading else style.apart, *[0.0] * len(lines)]
    return [
        Line(words, indent if not number else 0.0, number < len(lines) - 1, kind, gaps[number])
        for number, words in enumerate(lines)
    ]


def _cannot_part(row: list[str], word: str) -> bool:
    return len(row) > 2 and (word in NO_START or row[-1] in NO_END)


class _Page:
    """A page set across."""

    def __init__(self, style: Style, title: str, body: list[Line], furniture: list, convert: object) -> None:
        self.style, self.title, self.body, self.furniture, self.convert = style, title, body, furniture, convert
        self.margin = style.size * 3

    def image(self) -> Image.Image:
        """Draw it."""
        style = self.style
        wide = style.characters * style.size
        width = 2 * self.margin + style.columns * wide + (style.columns - 1) * style.gutter
        tall = sum(1 + line.gap * 1.0 for line in self.body)
        rows = int(tall / style.columns) + 4 + (7 if style.picture else 0)
        top = self.margin + style.size * 2 + self._title_height(width) + style.size * 2
        height = top + rows * style.leading + self.margin + style.size * 2
        page = Image.new("L", (width, height), 255)
        pen = ImageDraw.Draw(page)
        self._edges(pen, width, height)
        self._headline(pen, width)
        self._columns(pen, top, rows, wide)
        return page

    def _title_height(self, width: int) -> int:
        return round(self.style.size * 2.4) * len(self._title_rows(width))

    def _title_rows(self, width: int) -> list[str]:
        fits = int((width - 2 * self.margin) / (self.style.size * 2))
        return [self.title[at : at + fits] for at in range(0, len(self.title), fits)]

    def _headline(self, pen: ImageDraw.ImageDraw, width: int) -> None:
        font = self.style.font(2.0, bold=True)
        for number, row in enumerate(self._title_rows(width)):
            left = (width - font.getlength(row)) / 2
            pen.text((left, self.margin + self.style.size * 2 + number * self.style.size * 2.4), row, 0, font)

    def _edges(self, pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
        style, draw = self.style, self.style.draw
        font = style.font(0.8)
        if style.header:
            date = f"20{draw.randint(10, 24)}年{draw.randint(1, 12)}月{draw.randint(1, 28)}日"
            text = self.convert(f"{date}　星期六　副刊　{draw.randint(2, 16):02}版")
            pen.text((self.margin, self.margin - style.size), text, 0, font)
            line = self.margin + style.size * 0.4
            pen.line((self.margin, line, width - self.margin, line), 0, 2)
            self.furniture.append({"kind": "header", "text": text})
        if style.footer:
            text = f"— {draw.randint(2, 300)} —"
            pen.text(((width - font.getlength(text)) / 2, height - self.margin), text, 0, font)

    def _columns(self, pen: ImageDraw.ImageDraw, top: int, rows: int, wide: int) -> None:
        style = self.style
        column, used = 0, 0.0
        picture = style.draw.randrange(1, style.columns) if style.picture else -1
        for line, following in pairwise([*self.body, None]):
            gap = line.gap if used else 0.0
            needed = gap + (2.5 if line.kind == "heading" and following else 1.0)
            if used + needed > rows and column < style.columns - 1:
                column, used, gap = column + 1, 0.0, 0.0
                if column == picture:
                    used = self._picture(pen, self.margin + column * (wide + style.gutter), top, wide)
            used += gap
            self._line(pen, line, self.margin + column * (wide + style.gutter), top + used * style.leading, wide)
            used += 1.2 if line.kind == "heading" and style.heading.startswith("large") else 1.0

    def _picture(self, pen: ImageDraw.ImageDraw, left: int, top: int, wide: int) -> float:
        leading = self.style.leading
        pen.rectangle((left, top, left + wide, top + 4.6 * leading), 190, 90, 2)
        caption = self.convert("图为完工的大坝　张三摄")
        pen.text((left, top + 4.9 * leading), caption, 0, self.style.font(0.85))
        self.furniture.append({"kind": "caption", "text": caption})
        return 6.5

    def _line(self, pen: ImageDraw.ImageDraw, line: Line, left: float, top: float, wide: int) -> None:
        style = self.style
        heading = line.kind == "heading"
        font = style.font(1.35 if heading and style.heading.startswith("large") else 1.0, bold=heading)
        lengths = [font.getlength(word) for word in line.words]
        room = wide - line.indent * style.size - sum(lengths)
        spread = room / (len(lengths) - 1) if style.justified and line.full and not heading and len(lengths) > 1 else 0
        at = left + line.indent * style.size
        if heading and style.heading.endswith("centred") and room > 0:
            at += room / 2
        for word, length in zip(line.words, lengths, strict=True):
            pen.text((at, top), word, 0, font)
            at += length + (spread if abs(spread) < style.size else 0)


class _Vertical(_Page):
    """A page set from top to bottom, lines from right to left, in bands one below the other."""

    def image(self) -> Image.Image:
        """Draw it."""
        style = self.style
        tall = round(style.characters * style.size * 1.02)
        lines = sum(1 + line.gap for line in self.body)
        per_band = int(lines / style.columns) + 2
        title = self.title[: style.characters]
        width = 2 * self.margin + per_band * style.leading + style.size * 4
        height = 2 * self.margin + style.columns * (tall + style.gutter)
        page = Image.new("L", (width, height), 255)
        pen = ImageDraw.Draw(page)
        band, used = 0, 0.0
        self._column(pen, title, width - self.margin - style.size * 3, self.margin, style.font(2.0, bold=True))
        for line in self.body:
            gap = line.gap if used else 0.0
            if used + gap + 1 > per_band:
                band, used, gap = band + 1, 0.0, 0.0
            used += gap
            left = width - self.margin - style.size * 4 - (used + 1) * style.leading
            top = self.margin + band * (tall + style.gutter) + line.indent * style.size
            self._column(pen, "".join(line.words), left, top, style.font(bold=line.kind == "heading"))
            used += 1
        self.title = title
        return page

    def _column(self, pen: ImageDraw.ImageDraw, text: str, left: float, top: float, font: object) -> None:
        pen.text((left, top), text, 0, font, direction="ttb")


def _worn(page: Image.Image, draw: random.Random) -> Image.Image:
    """A little skew, blur and grain, as of a good scan."""
    page = page.rotate(draw.uniform(-0.25, 0.25), Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(draw.uniform(0.2, 0.8)))
    grain = Image.effect_noise(page.size, draw.uniform(4, 16))
    return Image.blend(page, grain, 0.06)


if __name__ == "__main__":
    main()
