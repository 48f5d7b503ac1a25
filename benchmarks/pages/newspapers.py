"""
Sets newspaper pages region by region, as one would cut them out of a scan: the material of ``read_regions.py``.

A page has one or two articles: a headline over all columns, on as many rows as it needs, a byline, columns of 9 to 24
characters with paragraphs and headings, now and then a caption, a banner of large glyphs, a page header, an editors'
line. Faces, sizes, indents, the space above headings and the wear of the scan differ from page to page, drawn from one
``random.Random``, so a number names a page. Nothing is written here.

Needs Pillow, NumPy, OpenCC, and Debian's fonts-noto-cjk, fonts-wqy-zenhei and fonts-arphic-uming.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from opencc import OpenCC
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

SHARE = Path("/usr/share/fonts")
NOTO = {"hans": 2, "hant": 3}
FACES: dict[str, tuple[str, dict[str, int]]] = {
    "serif": ("opentype/noto/NotoSerifCJK-Regular.ttc", NOTO),
    "serifb": ("opentype/noto/NotoSerifCJK-Bold.ttc", NOTO),
    "sans": ("opentype/noto/NotoSansCJK-Regular.ttc", NOTO),
    "sansb": ("opentype/noto/NotoSansCJK-Bold.ttc", NOTO),
    "song": ("truetype/arphic/uming.ttc", {"hans": 0, "hant": 2}),
    "hei": ("truetype/wqy/wqy-zenhei.ttc", {"hans": 0, "hant": 0}),
}
NO_START = "，。、；：？！）】》”’」』…％%"
NO_END = "“‘（【《「『"
TOKENS = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.'-]*|.", re.DOTALL)
PLACES = ["要闻", "国际", "科技", "副刊", "法治", "经济", "综合", "文化"]
NAMES = "王李张刘陈杨赵黄周吴徐孙"
CAPTIONS = [
    "资料图片",
    "制图：本报编辑部",
    "图为活动现场。 本报记者 摄",
    "图为技术人员在现场调试设备。（资料照片）",
    "会议现场。 新华社发",
    "图为新建成的大桥全景。 通讯员 摄",
]
MARGIN = 14
LEVELS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.36, 0.42]
"""How much scans are worn; at 0.42 RapidOCR misreads one character in fifty, Tesseract one in five."""


@dataclass
class Style:
    """How an article is set; sizes in pixels, ``gap`` (above headings) and ``leading`` in lines of its size."""

    columns: int
    characters: int
    size: int
    body: str
    head: str
    kinsoku: str
    justify: bool
    indent: bool
    centred: bool
    gap: float
    apart: float
    leading: float
    title: float
    script: str


@dataclass
class Region:
    """A piece of the page as it is cut out: its name, its picture and its printed lines (block, text)."""

    name: str
    image: Image.Image
    lines: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class NewspaperPage:
    """The regions in reading order, the articles and furniture of the truth, and how much the scan is worn."""

    regions: list[Region]
    articles: list[dict]
    furniture: list[dict[str, str]]
    styles: list[Style]
    script: str
    level: float


def set_newspaper(draw: random.Random, pick: Callable[[], dict], most: float = 0.42) -> NewspaperPage:
    """One page, worn at ``most`` so much; ``pick`` gives a document (``id``, ``title``, ``blocks``)."""
    script = draw.choices(["hans", "hant"], [78, 22])[0]
    page = NewspaperPage([], [], [], [], script, min(most, draw.choice(LEVELS)))
    convert = OpenCC("s2tw").convert if script == "hant" else str
    count = 2 if draw.random() < 0.22 else 1
    for number in range(count):
        style = _style(draw, script)
        rows = draw.randint(40, 95) // count
        _Article(draw, style, number, page, convert).put(pick(), rows, first=number == 0)
    for region in page.regions:
        region.image = wear(region.image, page.level, draw)
    return page


def _style(draw: random.Random, script: str) -> Style:
    columns = draw.choice([2, 3, 3, 4, 4, 5])
    return Style(
        columns=columns,
        characters=draw.choice([9, 11, 11, 11, 13, 13, 16, 18, 22]),
        size=draw.choice([16, 18, 20, 22]),
        body=draw.choice(["serif", "serif", "sans", "song", "song"]),
        head=draw.choice(["hei", "hei", "sansb", "serifb"]),
        kinsoku=draw.choice(["hang", "hang", "push", "none"]),
        justify=draw.random() < 0.82,
        indent=draw.random() < 0.88,
        centred=draw.random() < 0.15,
        gap=draw.choice([0.0, 0.25, 0.4, 0.6]),
        apart=draw.choice([0.0, 0.0, 0.0, 0.35]),
        leading=draw.uniform(1.3, 1.7),
        title=draw.uniform(1.5, 2.3),
        script=script,
    )


@cache
def _font(face: str, size: int, script: str) -> ImageFont.FreeTypeFont:
    name, index = FACES[face]
    return ImageFont.truetype(SHARE / name, size, index=index[script])


class _Article:
    """Sets one article: its furniture, its headline, its columns."""

    def __init__(
        self, draw: random.Random, style: Style, number: int, page: NewspaperPage, convert: Callable[[str], str]
    ) -> None:
        self.draw, self.style, self.number, self.page, self.convert = draw, style, number, page, convert
        self.wide = style.columns * style.characters * style.size + (style.columns - 1) * 2 * style.size
        self.measure = float(style.characters * style.size)

    def put(self, document: dict, rows: int, *, first: bool) -> None:
        """Set a document on some ``rows`` rows and add it to the page."""
        draw, style = self.draw, self.style
        title = self.convert(document["title"].strip())
        byline = _byline(document["id"], draw)
        blocks = self._chosen(document["blocks"], rows)
        if first and draw.random() < 0.65:
            date = f"20{draw.randint(10, 24)}年{draw.randint(1, 12)}月{draw.randint(1, 28)}日"
            named = f"{date}　星期{draw.choice('一二三四五六日')}　{draw.choice(PLACES)}　{draw.randint(1, 16):02}版"
            self._furniture("header", named)
        size, face = round(style.size * style.title), style.head
        self._put("title", title, face, size, self.wide, leading=1.35, block=-1)
        if byline:
            self._put("byline", byline, style.body, max(14, round(style.size * 0.85)), self.wide, block=-1)
        self._columns(blocks)
        if draw.random() < 0.4:
            self._furniture("caption", draw.choice(CAPTIONS))
        if draw.random() < 0.1:
            self._banner(title[:10])
        if first and draw.random() < 0.6:
            a, b, c = (draw.choice(NAMES) for _ in range(3))
            self._furniture("footer", f"责任编辑 {a}某　版式 {b}某　校对 {c}某　{draw.randint(1, 16):02}")
        named = [{"kind": kind, "text": text} for kind, text in blocks]
        self.page.articles.append({"id": document["id"], "title": title, "byline": byline, "blocks": named})
        self.page.styles.append(style)

    def _chosen(self, blocks: list, rows: int) -> list[tuple[str, str]]:
        """Neighbouring blocks, from the beginning or from a heading on, of about ``rows`` rows."""
        draw = self.draw
        usable = [(kind, self.convert(text.strip().replace("\n", " "))) for kind, text in blocks if text.strip()]
        heads = [at for at, (kind, _) in enumerate(usable[:-3]) if kind == "heading"]
        start = draw.choice(heads) if heads and draw.random() < 0.45 else 0
        chosen: list[tuple[str, str]] = []
        used = 0
        for kind, text in usable[start:]:
            if len(text) > 700:
                continue
            if used and used + len(text) / self.style.characters > rows:
                break
            used += len(text) // self.style.characters + 1
            chosen.append((kind, text))
        while len(chosen) > 1 and chosen[-1][0] == "heading":
            chosen.pop()
        return chosen

    def _columns(self, blocks: list[tuple[str, str]]) -> None:
        """Break all blocks into rows, deal the rows to the columns, draw each column."""
        style = self.style
        rows: list[tuple[int, str, list[str], bool, bool]] = []  # block, kind, words, first of its block, full
        for number, (kind, text) in enumerate(blocks):
            broken = self._break(text, kind)
            for at, words in enumerate(broken):
                rows.append((number, kind, words, at == 0, at < len(broken) - 1))
        tall = -(-len(rows) // style.columns)
        at = 0
        for column in range(style.columns):
            # A picture takes the end of a column now and then.
            here = tall - self.draw.randint(3, tall // 2) if tall > 8 and self.draw.random() < 0.08 else tall
            part = rows[at:] if column == style.columns - 1 else rows[at : at + here]
            at += len(part)
            if part:
                self._column(column, part)

    def _break(self, text: str, kind: str) -> list[list[str]]:
        style = self.style
        font = self._face(kind)
        rows: list[list[str]] = [[]]
        used = 2.0 * style.size if style.indent and kind == "para" else 0.0
        for word in TOKENS.findall(text):
            if not rows[-1] and len(rows) > 1 and not word.strip():
                continue
            wide = font.getlength(word)
            if used + wide > self.measure + 1 and rows[-1]:
                row = rows[-1]
                barred = style.kinsoku != "none" and word in NO_START
                if barred and style.kinsoku == "hang" and used + wide <= self.measure + style.size:
                    row.append(word)
                    used += wide
                    continue
                opens = style.kinsoku != "none" and row[-1] in NO_END
                carried = [row.pop()] if (barred or opens) and len(row) > 2 else []
                rows.append(carried)
                used = sum(map(font.getlength, carried))
                if not word.strip():
                    continue
            rows[-1].append(word)
            used += wide
        return [row for row in rows if "".join(row).strip()]

    def _face(self, kind: str) -> ImageFont.FreeTypeFont:
        return _font(self.style.head if kind == "heading" else self.style.body, self.style.size, self.style.script)

    def _column(self, column: int, rows: list) -> None:
        style = self.style
        step = style.size * style.leading
        tops, top = [], float(MARGIN)
        for at, (_, kind, _, first, _) in enumerate(rows):
            if at and first:
                top += step * (style.gap if kind == "heading" else style.apart)
            tops.append(top)
            top += step
        image = Image.new("L", (round(self.measure) + 2 * MARGIN + style.size, round(top) + MARGIN), 255)
        pen = ImageDraw.Draw(image)
        for y, (_, kind, words, first, full) in zip(tops, rows, strict=True):
            self._row(pen, y, kind, words, indented=first and kind == "para" and style.indent, full=full)
        lines = [(block, "".join(words).strip()) for block, _, words, _, _ in rows]
        self.page.regions.append(Region(f"a{self.number}.col{column}", image, lines))

    def _row(
        self, pen: ImageDraw.ImageDraw, y: float, kind: str, words: list[str], *, indented: bool, full: bool
    ) -> None:
        style, font = self.style, self._face(kind)
        lengths = [font.getlength(word) for word in words]
        left = MARGIN + (2.0 * style.size if indented else 0.0)
        room = MARGIN + self.measure - left - sum(lengths)
        spread = (
            room / (len(words) - 1) if style.justify and full and kind == "para" and len(words) > 1 and room else 0.0
        )
        if kind == "heading" and style.centred:
            left += max(0.0, room / 2)
        for word, length in zip(words, lengths, strict=True):
            pen.text((left, y), word, 0, font)
            left += length + (spread if abs(spread) < style.size / 2 else 0.0)

    def _put(
        self, name: str, text: str, face: str, size: int, wide: float, *, leading: float = 1.5, block: int
    ) -> None:
        """A region over all columns, broken where it must be."""
        font = _font(face, size, self.style.script)
        rows: list[str] = [""]
        for word in TOKENS.findall(text):
            if font.getlength(rows[-1] + word) > wide and rows[-1]:
                rows.append("")
            rows[-1] += word if rows[-1] or word.strip() else ""
        image = Image.new("L", (round(wide) + 2 * MARGIN, round(len(rows) * size * leading) + 2 * MARGIN), 255)
        pen = ImageDraw.Draw(image)
        for at, row in enumerate(rows):
            left = (wide - font.getlength(row)) / 2 if name == "title" else 0
            pen.text((MARGIN + left, MARGIN + at * size * leading), row, 0, font)
        self.page.regions.append(Region(f"a{self.number}.{name}", image, [(block, row.strip()) for row in rows]))

    def _furniture(self, name: str, text: str) -> None:
        shown = self.convert(text) if self.draw.random() < 0.5 else text
        self._put(name, shown, self.style.body, max(15, round(self.style.size * 0.9)), max(self.wide, 700.0), block=-1)
        self.page.furniture.append({"kind": name, "text": shown})

    def _banner(self, text: str) -> None:
        size = self.style.size * 3
        font = _font(self.style.head, size, self.style.script)
        image = Image.new("L", (size + 2 * MARGIN, round(len(text) * size * 1.15) + 2 * MARGIN), 255)
        pen = ImageDraw.Draw(image)
        for at, glyph in enumerate(text):
            pen.text((MARGIN, MARGIN + at * size * 1.15), glyph, 0, font)
        self.page.regions.append(Region(f"a{self.number}.banner", image, [(-1, text)]))
        self.page.furniture.append({"kind": "banner", "text": text})


def _byline(name: str, draw: random.Random) -> str:
    """As each kind of document has one, half the time."""
    if draw.random() < 0.55:
        return ""
    if name.startswith("laws"):
        place, number = draw.choice(["上海市", "山东省", "浙江省", "云南省"]), draw.choice("九十")
        return (
            f"{draw.randint(1996, 2022)}年{draw.randint(1, 12)}月{draw.randint(1, 28)}日 "
            f"{place}第{number}届人民代表大会常务委员会第{draw.choice(['十二', '二十八', '三十一'])}次会议通过"
        )
    if draw.random() < 0.6:
        translator = draw.choice(["geekpi", "wxy", "zero-mk", "lujun9972", "MjSeven"])
        return f"译者 {translator}　校对 {draw.choice(['wxy', '校对者'])}"
    return f"本报记者 {draw.choice(NAMES)}{draw.choice(['建国', '丽华', '伟', '晓东'])}"


def wear(image: Image.Image, level: float, draw: random.Random) -> Image.Image:
    """A scan's skew, blur, grain, faded ink and compression; ``level`` 0 is none."""
    import numpy as np

    image = image.rotate(draw.uniform(-1.2, 1.2) * level, Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(2.0 * level * draw.uniform(0.6, 1.1)))
    image = ImageEnhance.Contrast(image).enhance(1 - 0.6 * level)
    noise = np.random.default_rng(draw.randrange(2**32)).normal(0, 45 * level, (image.height, image.width))
    image = Image.fromarray(np.clip(np.asarray(image, dtype=float) + noise, 0, 255).astype("uint8"))
    packed = io.BytesIO()
    image.convert("RGB").save(packed, "JPEG", quality=round(90 - 100 * level))
    return Image.open(packed).convert("RGB")
