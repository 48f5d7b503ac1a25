"""
Conversion between the two scripts, by OpenCC's own tables; each is read once.

It is safe because it only gives what OpenCC gives; whether a text is converted is for others to say.

    >>> converter("t2s")("發展"), converted_lines("t2s", ["頭髮", "發展"])
    ('发展', ['头发', '发展'])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

TRADITIONAL = "這個們來時國會學說對發經後為與過還開關門問間長東車馬無實點體現動種業產應當從將見規電話語請讓認識計設"
_TRADITIONAL = re.compile(f"[{TRADITIONAL}]")


def is_traditional(text: str) -> bool:
    """Whether characters that only traditional text has make up more than one in a hundred."""
    return len(_TRADITIONAL.findall(text)) > 0.01 * len(text)


@cache
def converter(table: str) -> Callable[[str], str]:
    """The conversion by a table of OpenCC, such as ``t2s``. To read a table costs as much as to convert ten pages."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(table).convert
    return convert


def converted_lines(table: str, lines: Sequence[str]) -> list[str]:
    """Lines converted all at once: no entry of a table holds a line break."""
    return converter(table)("\n".join(lines)).split("\n") if lines else []
