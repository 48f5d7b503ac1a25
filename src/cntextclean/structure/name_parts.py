"""
The characters of names: what a name looks like, which of them are set apart, which names are run together.

Names of two characters are set as wide as those of three, recognition puts blanks inside names and loses those between.

It is safe because it only reads, and what can be read in more than one way stays as it is.

    >>> text = "李 华 王伟赵明"
    >>> [text[start:end] for start, end in closed_up(text, [(0, 1), (2, 3), (4, 8)], expected=True)]
    ['李 华', '王伟', '赵明']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import form_part

HAN = "\u3400-\u9fff"
PART = rf"[{HAN}]{{1,8}}(?:-[{HAN}]{{1,8}})?"
"""One part of a name with dots, ``让-克洛德·米亚``."""
LATIN = r"[A-Za-z\u00c0-\u024f.'\-]{0,24}"


@cache
def person_shape() -> re.Pattern[str]:
    """A known surname and one or two more characters, or a name with dots."""
    return re.compile(f"(?:{form_part('surname')})[{HAN}]{{1,2}}|{PART}(?:[·•‧・∙]{PART}){{1,4}}")


@cache
def name_shape() -> re.Pattern[str]:
    """What could be a name by its length and script, whatever its surname."""
    latin = rf"[A-Z\u00c0-\u00de]{LATIN}(?: {{1,2}}[A-Z\u00c0-\u00de]{LATIN}){{0,4}}"
    return re.compile(f"[{HAN}]{{2,4}}|{PART}(?:[·•‧・∙]{PART}){{1,4}}|{latin}")


def closed_up(masked: str, spans: Sequence[tuple[int, int]], *, expected: bool) -> list[tuple[int, int]]:
    """Names of two characters are set apart to be as wide as three (``李 华``); glued ones are parted."""
    closed: list[tuple[int, int]] = []
    at = 0
    while at < len(spans):
        start, end = spans[at]
        following = spans[at + 1] if at + 1 < len(spans) else None
        gap = masked[end : following[0]] if following else ""
        if expected and (end_of_three := _three_apart(masked, spans, at)):
            closed.append((start, end_of_three))
            at += 3
            continue
        if following and 1 <= len(gap) <= 4 and not gap.strip(" ") and _is_split(masked, spans, at):
            closed.append((start, following[1]))
            at += 2
            continue
        closed += parted(masked, start, end, expected=expected)
        at += 1
    return closed


def _three_apart(masked: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """Where a name of three single characters ends that stands alone, ``记者 张 胜 男``; 0 where none does."""
    run = at
    while run < len(spans) and spans[run][1] - spans[run][0] == 1 and not masked[spans[run][0]].isascii():
        if run > at and masked[spans[run - 1][1] : spans[run][0]].strip(" "):
            break
        run += 1
    letters = "".join(masked[start] for start, _ in spans[at:run])
    return spans[run - 1][1] if run - at == 3 and person_shape().fullmatch(letters) else 0


def _is_split(masked: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a blank stands inside a name: ``李 华``, ``欧阳 凯``, ``金继 军``; but 张三 李 四 is two names."""
    (start, end), (low, high) = spans[at], spans[at + 1]
    if masked[start].isascii() or masked[low].isascii():
        return False
    if end - start == 1:
        return high - low <= 2
    if high - low != 1 or end - start != 2 or not person_shape().fullmatch(masked[start:end] + masked[low]):
        return False
    return at + 2 == len(spans) or not (masked[high : spans[at + 2][0]].isspace() and _is_split(masked, spans, at + 1))


def parted(masked: str, start: int, end: int, *, expected: bool = False) -> list[tuple[int, int]]:
    """``李华王伟`` as two names, where it can be read in one way only; else as it is."""
    text = masked[start:end]
    if not 4 <= len(text) <= 14 or "·" in text or text.isascii() or (len(text) == 4 and person_shape().fullmatch(text)):
        return [(start, end)]
    if not any(person_shape().fullmatch(text, 0, size) for size in (2, 3)):
        return [(start, end)]
    ways: list[list[list[int]]] = [[[]], *([] for _ in text)]
    for at in range(len(text)):
        for size in (2, 3):
            if (
                ways[at]
                and len(ways[at]) < 3
                and person_shape().fullmatch(text[at : at + size])
                and at + size <= len(text)
            ):
                ways[at + size] += [[*way, at + size] for way in ways[at]]
    if len(ways[-1]) != 1:
        return [(start, end)]
    if not expected and any(crosses(text[:point], text[point:]) for point in ways[-1][0][:-1]):
        return [(start, end)]  # 明日午|后或有|雷阵雨: the dictionary reads words across, so these are no names
    ends = [start + point for point in ways[-1][0]]
    return list(zip([start, *ends[:-1]], ends, strict=True))
