r"""
Files whose lines are in different encodings: UTF-8 and GB18030, or UTF-8 and Big5, under one roof, as when logs or
scrapes are appended.

Each line that is not beyond doubt is read both ways and the less surprising reading is taken; where the two are close,
the encoding of most lines decides. It is safe because a file is only taken apart when lines speak for both encodings,
and each run of lines is reported.

    >>> lines_apart("中文\n".encode() + "编码\n".encode("gb18030"), "utf-8").text
    '中文\n编码\n'
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from cntextclean.language.plausibility import bits, mean_bits
from cntextclean.model import Finding, Replacement
from cntextclean.read.damage import decode_damaged

PARTNERS = ("gb18030", "big5hkscs")
"""What may stand beside UTF-8; the first where nothing speaks for the second."""
_NAMES = {"big5hkscs": "big5-hkscs"}

_CLASSES = bytes(ord("L" if 0xE4 <= byte <= 0xE9 else "T" if 0x80 <= byte <= 0xBF else ".") for byte in range(256))
_TWO_HAN = b"LTTLTT"
"""Two Han in UTF-8, by classes of bytes (lead, tail). In GB18030 these bytes are rare characters, so a file without
them has no line in UTF-8."""
_MARGIN = 20
"""Bits by which the other encoding must win a line: less than two characters say nothing."""
_ASKED = 2000
"""Lines that are no UTF-8, from the start of a file, which say what stands beside it."""
_COMMON_BITS = 13.0
"""The most surprise a character in a line that changes its encoding: a cut character of UTF-8 reads as a rare one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read line by line, and the name of its mixed encoding."""

    encoding: str
    text: str
    replaced: tuple[Replacement, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines in one encoding: bytes ``start`` to ``end``, the first line's number, from 1."""

    encoding: str
    start: int
    end: int
    first: int
    last: int


def lines_apart(data: bytes, encoding: str, start: int = 0) -> Reading | None:
    """
    The text line by line where some are in UTF-8 and some in GB18030 or Big5; nothing where ``encoding`` reads them
    all.
    """
    if encoding != "utf-8" and not may_hold_utf8(data):
        return None
    partner = partner_of(data[start:]) if encoding == "utf-8" else encoding
    other = partner if encoding == "utf-8" else "utf-8"
    runs = _runs(data, encoding, other, start)
    if len({run.encoding for run in runs}) < 2:
        return None
    parts: list[str] = []
    replaced: list[Replacement] = []
    findings: list[Finding] = []
    length = 0
    for run in runs:
        text, bad = decode_damaged(data[run.start : run.end], run.encoding)
        replaced += [Replacement(run.start + one.offset, one.length, length + one.at, one.bytes) for one in bad]
        head = text.splitlines()[0] if text.splitlines() else ""
        evidence = f"lines {run.first} to {run.last} are {_NAMES.get(run.encoding, run.encoding)}"
        findings.append(Finding((length, length + len(head)), "encoding.mixed", head, score=1.0, evidence=evidence))
        parts.append(text)
        length += len(text)
    name = f"mixed:utf-8,{_NAMES.get(partner, partner)}"
    return Reading(name, "".join(parts), tuple(replaced), tuple(findings))


def may_hold_utf8(data: bytes) -> bool:
    """Whether two Han of UTF-8 stand side by side somewhere: else no line is in it."""
    return _TWO_HAN in data.translate(_CLASSES)


def partner_of(data: bytes) -> str:
    """The encoding that reads the lines which are no UTF-8 with the least surprise."""
    lines = [line for line in data.splitlines() if not _is_whole(line, "utf-8")][:_ASKED]
    first, second = (sum(bits(line.decode(name, "replace")) for line in lines) for name in PARTNERS)
    return PARTNERS[second + _MARGIN < first]


def _runs(data: bytes, encoding: str, other: str, start: int) -> list[_Run]:
    """Neighbouring lines of one encoding together; ASCII goes with what precedes it, at the start with what follows."""
    lines = data[start:].splitlines(keepends=True)
    names = ["" if line.isascii() else other if _reads_better(line, other, encoding) else encoding for line in lines]
    if len({*names} - {""}) > 1:  # where both are known to be there, short lines are told by what reads them whole
        names = [
            other if name == encoding and _reads_whole(line, other, encoding) else name
            for name, line in zip(names, lines, strict=True)
        ]
    current = next(filter(None, names), encoding)
    runs: list[_Run] = []
    at, number = start, 1
    for name, group in groupby(zip(names, lines, strict=True), key=lambda pair: pair[0]):
        widths = [len(line) for _, line in group]
        if runs and name in ("", current):
            runs[-1] = replace(runs[-1], end=at + sum(widths), last=number + len(widths) - 1)
        else:
            current = name or current
            runs.append(_Run(current, at, at + sum(widths), number, number + len(widths) - 1))
        at += sum(widths)
        number += len(widths)
    return runs


def _reads_better(line: bytes, other: str, encoding: str) -> bool:
    """Whether a line is clearly less surprising in the other encoding."""
    if _is_plain_utf8(line) if encoding == "utf-8" else _TWO_HAN not in line.translate(_CLASSES):
        return False
    readings = {name: line[:4096].decode(name, "replace") for name in (other, encoding)}
    beyond = {name: sum(character > "\x7f" for character in text) for name, text in readings.items()}
    bad = {name: text.count("\ufffd") for name, text in readings.items()}
    # In the right encoding a line is whole or nearly; GB18030 read as UTF-8 is damaged all over, or in few letters of
    # two bytes each that happen to be characters of UTF-8, too.
    if mean_bits(readings[other]) > _COMMON_BITS or bad[other] * 8 > beyond[other]:
        return False
    damaged = bad["utf-8"] * 3 >= beyond["utf-8"] or max(readings["utf-8"]) < "\u0800"
    if damaged == (other == "utf-8"):
        return False
    return bits(readings[other]) + _MARGIN < bits(readings[encoding])


def _reads_whole(line: bytes, other: str, encoding: str) -> bool:
    """Whether a line is whole and common in the other encoding, and not so in its own."""
    if not _is_whole(line, other) or mean_bits(line.decode(other)) > _COMMON_BITS:
        return False
    if _is_whole(line, encoding):
        return (
            other == "utf-8"
            and _is_plain_utf8(line)
            and bits(line.decode(other)) + _MARGIN < bits(line.decode(encoding))
        )
    return True


def _is_whole(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_plain_utf8(line: bytes) -> bool:
    """Whether a line decodes strictly, to more than characters of two bytes: most lines are settled by that."""
    try:
        return max(line.decode("utf-8")) >= "\u0800"
    except UnicodeDecodeError:
        return False


def least_bits(data: bytes, partner: str = "gb18030") -> int:
    """The surprise of a text whose lines are each in UTF-8 or in ``partner``, as they read better."""
    return bits("".join(_better(line, partner) for line in data.splitlines()))


def least_mean(data: bytes, partner: str) -> float:
    """The same for one character beyond ASCII."""
    return mean_bits("".join(_better(line, partner) for line in data.splitlines()))


def _better(line: bytes, partner: str) -> str:
    return min((line.decode(name, "replace") for name in ("utf-8", partner)), key=bits)
