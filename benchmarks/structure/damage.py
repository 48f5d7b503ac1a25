"""What recognition and scraping do to a head: broken lines, blank lines, other widths, blanks between glyphs."""

from __future__ import annotations

import re
from random import Random

HALF = str.maketrans("，：；（）！？", ",:;()!?")
HAN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
KINDS = ("clean", "tight", "half", "broken", "narrow", "spaced", "headers")


def damage(lines: list[str], kind: str, random: Random) -> str:
    """The lines as a text. ``clean`` sets a blank line between them, ``tight`` none."""
    if kind == "clean":
        return "\n\n".join(lines) + "\n"
    if kind == "tight":
        return "\n".join(lines) + "\n"
    if kind == "half":
        return "\n\n".join(line.translate(HALF) for line in lines) + "\n"
    if kind == "broken":
        return "\n".join("\n".join(_fold(line, 34)) for line in lines) + "\n"
    if kind == "narrow":
        return "\n\n".join("\n\n".join(_fold(line, 22)) for line in lines) + "\n"
    if kind == "spaced":
        return "\n\n".join(HAN.sub(" ", line) if len(line) > 60 else line for line in lines) + "\n"
    day = f"{random.randint(2010, 2024)}年{random.randint(1, 12)}月{random.randint(1, 28)}日"
    head = f"{day}　星期三　第{random.randint(1, 16)}版"
    return "\n\n".join([head, *lines, f"- {random.randint(1, 90)} -"]) + "\n"


def _fold(line: str, width: int) -> list[str]:
    """A paragraph in lines of one width; what is shorter than two lines and a half stays whole half of the time."""
    if len(line) <= width * 1.6:
        return [line]
    return [line[at : at + width] for at in range(0, len(line), width)]
