"""
Text that was decoded in the wrong encoding somewhere on its way: mojibake, put right where it can be proved.

Three kinds are undone, each behind a gate that clean text does not pass: UTF-8 read as GB18030 (涓枃), GB18030 or Big5
read as Latin-1 (ÖÐÎÄ), and what ftfy knows (ä¸­æ–‡). It is safe because a repair must decode strictly and read far
less surprisingly than what stood there (see :mod:`cntextclean.language.plausibility`), and only the run that changes is
replaced. ftfy runs line by line without its fixes for quotes and widths, which rewrite 505 of 752 clean sentences.

    >>> [change.after for change in propose_mojibake("标题：ÖÐÎÄ±àÂë")]
    ['中文编码']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from cntextclean.language.plausibility import bits, mean_bits
from cntextclean.proposals import Change, Note
from cntextclean.repair.characters_folds import fold
from cntextclean.repair.mojibake_han import may_hold_han_mojibake, propose_han_mojibake

_LINE = re.compile("[^\n\r\v\f\u2028\u2029]+")
_HIGH = (
    "\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
"""What a byte from 0x80 on looks like in Latin-1 and Windows-1252."""
_LATIN_RUN = re.compile(f"[\x80-\xff][{_HIGH}]*(?:[ -~]{{1,3}}[{_HIGH}]+)*")
_GATE = re.compile("[\xa1-\xac\xae-\u024f\u0370-\u04ff\u2030\u2261-\u2321\u2500-\u259f][^\x00-\x7f\u2e80-\uffff]")
"""A letter or sign that stands for the first byte of a character, and one that stands for its second."""
_UTF8 = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2})+")
_LONGEST_LINE = 20_000
"""Characters beyond which a line is given to ftfy in windows: its regexes are slow on long lines."""
_ENCODINGS = {
    "utf-8": "mojibake.utf8-as-latin1",
    "gb18030": "mojibake.gb18030-as-latin1",
    "big5hkscs": "mojibake.big5-as-latin1",
}
_SURE, _COMMON_BITS, _LEAST_GAIN = 4, 12.5, 6
"""Two characters, as common as Chinese text's (8 to 11 bits; misreadings 17), and six bits a byte better."""


class _Reading(NamedTuple):
    """Characters of a line that read ``after``; ``sure`` when they are enough to stand alone."""

    start: int
    end: int
    after: str
    gain: int
    sure: bool


def may_hold_mojibake(text: str) -> bool:
    """Whether a text passes a gate, so that it is worth a look."""
    return bool(_GATE.search(text)) or may_hold_han_mojibake(text)


def propose_mojibake(text: str) -> Iterator[Change | Note]:
    """Propose the repair of each run of mojibake, ascending and disjoint, and notes on what is lost in it."""
    found = list(propose_han_mojibake(text))
    latin: list[Change] = []
    if _GATE.search(text):
        starts = [one.start for one in found]
        for line in _LINE.finditer(text):
            if _GATE.search(line[0]):
                for change in _latin_mojibake(line[0], line.start()):
                    last = bisect_left(starts, change.end) - 1
                    if last < 0 or found[last].end <= change.start:
                        latin.append(change)
    yield from sorted([*found, *latin], key=lambda one: one.start)


def _latin_mojibake(line: str, offset: int) -> Iterator[Change]:
    """Repairs of one line: of Chinese bytes read as Latin-1, else what ftfy knows."""
    for change in _misread_runs(line) or _ftfy(line):
        yield replace(change, start=offset + change.start, end=offset + change.end)


def _misread_runs(line: str) -> list[Change]:
    """The runs of a line that are Chinese in another encoding: that which gains most, if it has a run to be sure of."""
    runs = list(_LATIN_RUN.finditer(line))
    best: list[Change] = []
    most = 0
    for encoding, rule in _ENCODINGS.items():
        read = _utf8_readings if encoding == "utf-8" else _double_byte_readings
        readings = [reading for run in runs for reading in read(line, run, encoding)]
        gain = sum(reading.gain for reading in readings)
        if gain > most and any(reading.sure for reading in readings):
            most = gain
            evidence = f"{encoding} read as Latin-1"
            best = [Change(one.start, one.end, fold(one.after), rule, evidence) for one in readings]
    return best


def _utf8_readings(line: str, run: re.Match[str], encoding: str) -> Iterator[_Reading]:
    """The stretches of a run that are whole characters of UTF-8. A character of the run stands for a byte."""
    del line
    data = b"".join(map(_byte, run[0]))
    for found in _UTF8.finditer(data):
        after = found[0].decode(encoding)
        gain = _gain(run[0][found.start() : found.end()], after, len(found[0]))
        if gain:
            yield _Reading(run.start() + found.start(), run.start() + found.end(), after, gain, sure=True)


def _double_byte_readings(line: str, run: re.Match[str], encoding: str) -> Iterator[_Reading]:
    """The run, if it decodes strictly; in Big5 and GB18030 its last byte may look like ASCII."""
    for end in (run.end(), run.end() + 1):
        before = line[run.start() : end]
        high = sum(character >= "\x80" for character in before)
        if high * 2 < len(before):
            continue
        try:
            after = b"".join(map(_byte, before)).decode(encoding)
        except UnicodeError:
            continue
        gain = _gain(before, after, high)
        if gain:
            yield _Reading(run.start(), end, after, gain, sure=high >= _SURE)
            return


def _gain(before: str, after: str, high: int) -> int:
    """Bits gained by a reading of ``high`` bytes beyond ASCII; 0 unless it is common Chinese and clearly better."""
    plain = fold(after)
    gain = bits(before) - bits(plain)
    return gain if mean_bits(plain) <= _COMMON_BITS and gain > high * _LEAST_GAIN else 0


def _byte(character: str) -> bytes:
    """The byte that looks like this in Latin-1 or Windows-1252. Raises :class:`UnicodeEncodeError` where none does."""
    return character.encode("latin-1" if character <= "\xff" else "cp1252")


def _ftfy(line: str) -> Iterator[Change]:
    """What ftfy makes of a line, as the smallest runs that differ, if the line then reads better."""
    from ftfy import TextFixerConfig, fix_encoding_and_explain

    config = TextFixerConfig(uncurl_quotes=False, fix_character_width=False)
    for start in range(0, len(line), _LONGEST_LINE):
        before = line[start : start + _LONGEST_LINE]
        after, plan = fix_encoding_and_explain(before, config)
        if after == before or "\n" in after or "\r" in after:
            continue
        evidence = ", ".join(f"{step.action} {step.parameter}" for step in plan or ())
        settled = not _GATE.search(after)
        for low, high, new in _differing(before, after):
            chinese = mean_bits(fold(new)) <= _COMMON_BITS
            if (chinese or settled) and bits(new) + _LEAST_GAIN < bits(before[low:high]):
                yield Change(start + low, start + high, fold(new), "mojibake.ftfy", evidence)


def _differing(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """The smallest runs of ``before`` that ``after`` shows otherwise."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(old) > 2000:
        yield head, head + len(old), new
        return
    for kind, low, high, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield head + low, head + high, new[start:end]
