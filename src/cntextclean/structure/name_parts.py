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
from itertools import pairwise

from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import form_part

HAN = "\u3400-\u9fff"
PART = rf"[{HAN}]{{1,8}}(?:-[{HAN}]{{1,8}})?"
"""One part of a name with dots, ``让-克洛德·米亚``."""
LONGEST_RUN = 40
"""Characters of names that are run together."""
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
        if expected and following and (run := _run_on_from(masked, spans[at], following)):
            closed += run
            at += 2
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


def _run_on_from(masked: str, first: tuple[int, int], following: tuple[int, int]) -> list[tuple[int, int]]:
    """The names of a run whose first is set apart: ``姚 伟程时俊文劲``; none for any other."""
    (start, end), (low, high) = first, following
    if end - start != 1 or high - low < 3 or masked[end:low].strip(" ") or not masked[low:high].isalpha():
        return []
    names = parted(masked, low + 1, high, expected=True)
    known = [(start, low + 1), *names]
    shown = ("".join(masked[left:right].split()) for left, right in known)
    return known if all(person_shape().fullmatch(name) for name in shown) else []


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
    if not 4 <= len(text) <= LONGEST_RUN or not text.isalpha() or text.isascii():
        return [(start, end)]
    if len(text) == 4 and person_shape().fullmatch(text):
        return [(start, end)]
    ends = _only_reading(text)
    if not expected and any(crosses(text[:point], text[point:]) for point in ends[:-1]):
        return [(start, end)]  # 明日午|后或有|雷阵雨: the dictionary reads words across, so these are no names
    at = [start, *(start + point for point in ends)]
    return list(pairwise(at)) if ends else [(start, end)]


def _only_reading(text: str) -> list[int]:
    """
    Where the names of a run end, if it can be read in one way, or in one way of which all surnames are common.

    >>> _only_reading("李焱李成彭擎"), _only_reading("李焱彭王擎"), _only_reading("王小明李强")
    ([2, 4, 6], [], [3, 5])
    """
    for surnames in ("", form_part("surname-common")):
        ways, before = [1] + [0] * len(text), [0] * (len(text) + 1)
        for at in range(len(text)):
            for size in (2, 3) if ways[at] and (not surnames or text[at] in surnames) else ():
                if at + size <= len(text) and person_shape().fullmatch(text, at, at + size):
                    ways[at + size] += ways[at]
                    before[at + size] = at
        if ways[-1] == 1:
            ends = [len(text)]
            while before[ends[0]]:
                ends.insert(0, before[ends[0]])
            return ends
    return []
