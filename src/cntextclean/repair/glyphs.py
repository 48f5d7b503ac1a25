"""
Single misread signs that their surroundings prove: a stroke 一 read as a dot, 口 read as ロ, a dash read as 一一.

Each pattern comes from a closed list (``tables/misreadings.toml``) and needs a second witness: one word of the jieba
dictionary across the sign, a digit before the unit, a word that opens a clause behind the dash.

It is safe because none of the patterns changes anything in 13 million characters of clean text, which has names with
middle dots, ranges with dashes, 一一 as an adverb, and English.

    >>> [(c.start, c.end, c.after) for c in glyph_changes("长三角要进 ·步发挥作用")]
    [(5, 7, '一')]
    >>> list(glyph_changes("史蒂夫·乔布斯"))
    []
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from cntextclean.language.dictionary import frequencies, segment
from cntextclean.proposals import Change, Note
from cntextclean.repair.letters import HAN

REACH = 3
"""Characters on each side of a sign that a word across it may take in."""
COMMON = 20
"""The least frequency of such a word in jieba's dictionary; rarer entries are names and accidents."""
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]{2}")
_LATIN_WORD = re.compile("[a-z]{2,}")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("cntextclean.tables") / "misreadings.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = _table()
    strokes = re.escape(table["stroke"]["signs"])
    signs = "".join(row["sign"] for row in table["lookalike"])
    units = "|".join(row["wrong"] for row in table["unit"])
    clause = "|".join(table["dash"]["followers"])
    never = table["dash"]["preceding"]
    switch = "|".join(table["code-switch"])
    return {
        # Patterns that begin with what stands before a sign are tried at every place of a text, these only at the sign.
        "any-sign": re.compile(f"[{strokes}{signs}]"),
        "any-unit": re.compile(units),
        "any-switch": re.compile(f" (?:{switch}) "),
        "stroke-sign": re.compile(f"[{strokes}]"),
        "lookalike": re.compile(f"[{signs}]"),
        "dash-sign": re.compile("[一—-](?:(?<=一)[一—]|(?<=[—-])一)"),
        "stroke": re.compile(rf"(?<=[{HAN}])[ ]?[{strokes}][ ]?(?=[{HAN}])"),
        "sign": re.compile(f"(?<=[{HAN}])[{signs}](?=[{HAN}])|(?<=[{HAN}])[{signs}](?![\u3040-\u30ff])"),
        "unit": re.compile(rf"(?<=\d)(?:[ ]?)(?P<wrong>{units})"),
        "dash": re.compile(rf"(?<![{never}一—-])[ ]?(?:一一|—一|一—|-一)[ ]?(?={clause})"),
        "lost-dash": re.compile(rf"(?<=[{HAN}])一(?={clause})(?=[{HAN}])"),
        "switch": re.compile(rf"(?<=[{HAN}]) (?P<word>{switch}) (?=[{HAN}])"),
    }


def glyph_changes(text: str) -> Iterator[Change]:
    """Changes of one Chinese passage, or of several with a line break between any two."""
    patterns = _patterns()
    if "一一" not in text and not any(patterns[name].search(text) for name in ("any-sign", "any-unit", "any-switch")):
        return
    yield from _strokes(text)
    yield from _signs(text)
    yield from _units(text)
    if patterns["dash-sign"].search(text):
        for match in patterns["dash"].finditer(text):
            yield Change(match.start(), match.end(), "——", "misreadings.dash", "a clause goes on behind it")
    yield from _switches(text)


def _strokes(text: str) -> Iterator[Change]:
    if not _patterns()["stroke-sign"].search(text):
        return
    for match in _patterns()["stroke"].finditer(text):
        word = _word_across(text, match.start(), match.end(), "一")
        if word:
            yield Change(match.start(), match.end(), "一", "misreadings.stroke", word)


def _signs(text: str) -> Iterator[Change]:
    if not _patterns()["lookalike"].search(text) or _KANA.search(text):
        return
    ideographs = {row["sign"]: row["ideograph"] for row in _table()["lookalike"]}
    for match in _patterns()["sign"].finditer(text):
        word = _word_with(text, match.start(), match.end(), ideographs[match[0]])
        if word:
            yield Change(match.start(), match.end(), ideographs[match[0]], "misreadings.lookalike", word)


_NAME_END = re.compile("[\u4e00-\u9fff](?![\u4e00-\u9fff])")


def _units(text: str) -> Iterator[Change]:
    rights = {row["wrong"]: row["right"] for row in _table()["unit"]}
    for match in _patterns()["unit"].finditer(text):
        if match[0][0] == " " and _NAME_END.match(text, match.end()):
            continue  # 李华1 于克勤2: a name behind the number of the one before
        wrong, right = match["wrong"], rights[match["wrong"]]
        at = match.start("wrong") + next(n for n, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b)
        yield Change(
            at, at + 1, right[at - match.start("wrong")], "misreadings.unit", f"a number needs a unit: {right}"
        )


def _switches(text: str) -> Iterator[Change]:
    words = _table()["code-switch"]
    for match in _patterns()["switch"].finditer(text):
        line = text[
            text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end())
            if "\n" in text[match.end() :]
            else None
        ]
        # Where the passage has other English words, this one may be meant.
        if set(_LATIN_WORD.findall(line)) <= words.keys():
            evidence = "the only English word between Chinese ones"
            yield Change(match.start(), match.end(), words[match["word"]], "misreadings.code-switch", evidence)


def _word_across(text: str, start: int, end: int, middle: str) -> str:
    """The longest dictionary word that has ``middle`` between characters of both sides."""
    left, right = _han_before(text, start), _han_after(text, end)
    words = [
        word
        for low in range(1, len(left) + 1)
        for high in range(1, len(right) + 1)
        if frequencies().get(word := left[-low:] + middle + right[:high], 0) >= COMMON
    ]
    return max(words, key=lambda word: (len(word), word), default="")


def _word_with(text: str, start: int, end: int, middle: str) -> str:
    """The dictionary word that ``middle`` ends or opens, with a common one only: 人口, 努力, 工作."""
    left, right = _han_before(text, start), _han_after(text, end)
    words = [
        left[len(left) - low :] + middle + right[:high]
        for low in range(len(left) + 1)
        for high in range(len(right) + 1)
    ]
    words = [word for word in words if len(word) > 1 and frequencies().get(word, 0) >= 5 * COMMON]
    return max(words, key=lambda word: (len(word), word), default="")


def _han_before(text: str, at: int) -> str:
    found = re.search(f"[{HAN}]{{0,{REACH}}}$", text[max(0, at - REACH) : at])
    return found[0] if found else ""


def _han_after(text: str, at: int) -> str:
    found = re.match(f"[{HAN}]{{0,{REACH}}}", text[at : at + REACH])
    return found[0] if found else ""


def dash_notes(text: str) -> Iterator[Note]:
    """A single 一 before words that open a clause, part of no word: it may be a dash."""
    for match in _patterns()["lost-dash"].finditer(text):
        at = match.start()
        low = max(0, at - REACH)
        words = segment(text[low : at + 1 + REACH])
        ends = accumulate(map(len, words))
        alone = any(word == "一" and low + end == at + 1 for word, end in zip(words, ends, strict=True))
        if alone and text[at - 1] not in _table()["dash"]["preceding"]:
            yield Note(at, at + 1, "misreadings.lost-dash", ("——",), 0.5, "a clause goes on behind it")
