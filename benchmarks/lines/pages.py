"""
Pages with known truth, set from clean text: the training material of the line model.

A page is clean paragraphs and headings, broken into rows the way print and engines break them: columns of one width
with indents or none, justified or ragged, text running round pictures, one line a paragraph cut by page ends, verse
of the same text; rows parted by line breaks, blank lines, both, or blanks; with lost and misread characters.

Everything is drawn from one ``random.Random``, so a seed names a page.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NO_START = "，。、；：？！）】》”’」』…%％"
NO_END = "“‘（【《「『"
HALF = str.maketrans("，。：；？！（）“”‘’", ",.:;?!()\"\"''")
NARROW, BROAD = frozenset("fijlrtI1.,:;'!|()[] -"), frozenset("mwMWQ@%ABCDGHKNOU")
LATIN_FACTORS = [0.0, 0.0, 0.45, 0.5, 0.55, 0.6]
"""Mean width of a Latin letter in em; 0: every letter half a Han, as typewriters and terminals set it."""
COUNTED = 1.0
"""Programs that cut a text every so many characters: a Latin letter takes as much as a Han, and words are cut."""
COMMON = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么"
    "心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
)
"""What a misread character is taken for."""


@dataclass(frozen=True)
class SetPage:
    """A page's text and, for each of its characters, the number of the block it belongs to (-1: none)."""

    text: str
    owners: list[int]
    kind: str
    noise: float
    indented: bool = False
    gaps: str = ""


def read_documents(path: Path, prefix: str, *, held_out: bool = False) -> Iterator[dict]:
    """Documents of the clean corpus whose id starts with ``prefix``: those to train on, or every seventh, held out."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            document = json.loads(line)
            if document["id"].startswith(prefix) and (number % 7 == 3) == held_out:
                yield document


def set_page(document: dict, draw: random.Random) -> SetPage:
    """One random page of a document."""
    layout = draw.choices(["column", "ragged", "flowed", "clean", "mixed"], [49, 6, 24, 11, 10])[0]
    blocks = [
        tuple(block)
        for block in document["blocks"]
        if block[1].strip() and (layout == "clean" or not _lost_its_end(block, draw))
    ]
    start = draw.randrange(max(1, len(blocks) - 10))
    chosen = blocks[start : start + draw.randint(6, 28)]
    if draw.random() < 0.7:
        chosen.insert(0, ("heading", document["title"]))
    if draw.random() < 0.25:
        chosen = [(kind, text.translate(HALF)) for kind, text in chosen]
    page = _Setter(draw, layout)
    if draw.random() < 0.2:
        chosen = _headline(chosen, draw)
    for number, (kind, text) in enumerate(chosen):
        page.put(kind, text, number)
    return page.finish()


def rewrap(document: dict, draw: random.Random, noise: float, *, counted: bool = False) -> SetPage:
    """
    A whole document in columns of one width, as it is: no block is left out, no headline made up. ``counted``: each
    row holds so many characters, and words are cut anywhere.
    """
    page = _Setter(draw, "column")
    page.noise, page.folded = noise, False
    if counted:
        page.kinsoku, page.latin = False, COUNTED
    blocks = [("heading", document["title"]), *document["blocks"]]
    for number, (kind, text) in enumerate(blocks):
        if text.strip():
            page.put(kind, text.strip(), number)
    return page.finish()


def _headline(chosen: list[tuple[str, str]], draw: random.Random) -> list[tuple[str, str]]:
    """Headings as newspapers set them: two clauses with a comma or a blank between, a kicker above a headline."""
    heads = [text for kind, text in chosen if kind == "heading" and 3 < len(text) < 20]
    if not heads:
        return chosen
    mark = draw.choice(["，", "，", " ", " ", "、"])
    made = [
        (
            kind,
            text + mark + draw.choice(heads) if kind == "heading" and len(text) < 20 and draw.random() < 0.7 else text,
        )
        for kind, text in chosen
    ]
    if made[0][0] == "heading" and draw.random() < 0.6:
        made.insert(1, ("heading", draw.choice(heads) + draw.choice(["", mark + draw.choice(heads)])))
    return made


def _lost_its_end(block: tuple[str, str], draw: random.Random) -> bool:
    """Paragraphs of the articles that led to a program listing, which the corpus left out: most are passed over."""
    kind, text = block
    cut = kind == "para" and (text[-1] in "，,、" or (text[-1].isalnum() and any(stop in text for stop in "。！？")))
    return cut and draw.random() < 0.85


class _Setter:
    """Breaks blocks into rows and rows into text."""

    def __init__(self, draw: random.Random, layout: str) -> None:
        self.draw, self.layout = draw, layout
        self.width = draw.choice([9, 10, 11, 11, 12, 13, 14, 16, 16, 18, 18, 20, 22, 24, 28, 32, 38])
        self.indented = draw.random() < 0.75
        self.kinsoku = draw.random() < 0.7
        self.gaps = draw.choice(["none", "blocks", "blocks", "all", "columns", "columns"])
        self.folded = layout == "column" and draw.random() < 0.25 and self.gaps in ("blocks", "columns")
        self.noise = draw.choice([0.0, 0.0, 0.005, 0.02, 0.04])
        self.spaces_kept = draw.random() < 0.2
        self.height = draw.randint(15, 45)
        self.cuts = draw.choice([0.05, 0.2, 0.2, 0.5])
        self.latin = draw.choice(LATIN_FACTORS)
        self.paragraphs_apart = draw.choice([0.0, 0.0, 0.3, 0.6, 0.95])
        self.rows: list[tuple[str, str, int]] = []  # text, separator before, block

    def put(self, kind: str, text: str, number: int) -> None:
        narrow = self.layout in ("column", "ragged") or (self.layout == "mixed" and self.draw.random() < 0.45)
        if narrow:
            rows = self._break(text, indented=kind == "para" and self.indented)
        else:
            rows = self._cut(text) if kind == "para" else [text]
        # Engines misread what is printed: a mark that is lost leaves its row short.
        rows = [_damage(row, self.draw, self.noise) for row in rows]
        for at, row in enumerate(rows):
            column_end = narrow and len(self.rows) % self.height == self.height - 1
            self.rows.append((row, self._separator(at, kind, column_end=column_end, narrow=narrow), number))

    def _separator(self, at: int, kind: str, *, column_end: bool, narrow: bool) -> str:
        if not self.rows:
            return ""
        if self.gaps == "all" or (self.gaps != "none" and column_end) or not narrow:
            return "\n" if self.gaps == "none" else "\n\n"
        if at == 0:
            glued = kind == "heading" and self.draw.random() < 0.35  # engines glue a heading to its neighbours
            apart = self.draw.random() < {"blocks": 0.97, "columns": self.paragraphs_apart}.get(self.gaps, 0.0)
            return "\n\n" if apart and not glued else (" " if self.folded else "\n")
        return " " if self.folded else "\n"

    def _break(self, text: str, *, indented: bool) -> list[str]:
        rows, row, used = [], "", 0.0
        limit = self._limit() - (2 if indented else 0)
        for token in _tokens(text, whole_words=self.kinsoku):
            wide = _width(token, self.latin)
            over = used + wide > limit and row
            if over and self.kinsoku and token in NO_START and used + wide <= limit + 1:
                over = False
            if over:
                carry = ""
                if self.kinsoku and (token in NO_START or row[-1] in NO_END) and len(row) > 1:
                    row, carry = row[:-1], row[-1]
                rows.append(row.rstrip())
                row, used = carry + (token if token.strip() else ""), _width(carry, self.latin) + wide
                limit = self._limit()
            else:
                row, used = row + token, used + wide
        return [*rows, row] if row.strip() else rows

    def _limit(self) -> float:
        if self.layout == "ragged":
            self.width = min(18, max(4, self.width + self.draw.randint(-3, 3)))
        return self.width

    def _cut(self, text: str) -> list[str]:
        """A paragraph on one line, now and then cut by the end of a page."""
        if self.layout != "clean" and len(text) > 40 and self.draw.random() < self.cuts:
            at = self.draw.randint(15, len(text) - 15)
            return [text[:at].rstrip(), text[at:].lstrip()]
        return [text]

    def finish(self) -> SetPage:
        parts: list[str] = []
        owners: list[int] = []
        for set_row, separator, number in self.rows:
            row = set_row.strip()
            if not row:
                continue
            lead = "　　" if self.spaces_kept and self.indented and number != (owners[-1] if owners else -1) else ""
            for piece, owner in ((separator, -1), (lead, -1), (row, number)):
                parts.append(piece)
                owners += [owner] * len(piece)
        return SetPage("".join(parts), owners, self.layout, self.noise, self.indented, self.gaps)


def _tokens(text: str, *, whole_words: bool) -> Iterator[str]:
    word = ""
    for char in text:
        if whole_words and char.isascii() and char.isalnum():
            word += char
            continue
        if word:
            yield word
            word = ""
        yield char
    if word:
        yield word


def _width(text: str, latin: float) -> float:
    """Printed width in em: Latin letters of a proportional face are as wide as they are, others half a Han."""
    if latin == COUNTED:
        return float(len(text))
    if not latin:
        return sum(0.5 if char < "\u0100" else 1.0 for char in text)
    return sum(
        1.0 if char >= "\u0100" else latin * (0.5 if char in NARROW else 1.5 if char in BROAD else 1.0) for char in text
    )


def _damage(text: str, draw: random.Random, rate: float) -> str:
    """Misread, lost and added characters; engines lose marks more often than letters."""
    if not rate:
        return text
    out = []
    for char in text:
        toss = draw.random()
        if toss < rate * (1.5 if char in NO_START else 0.3):
            continue
        out.append(draw.choice(COMMON) if toss < rate and char >= "\u3400" and char not in NO_START else char)
    return "".join(out).strip() or text
