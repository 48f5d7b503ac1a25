"""
Bytes of a known encoding to text, whatever is wrong with them.

Each undecodable byte run is recorded with its offset and shown as one U+FFFD. In GB18030 and Big5 a lost or added byte
would shift the reading of everything up to the next ASCII character, so a damaged stretch is parsed again as a whole:
of all ways to cut its bytes into characters and bad bytes, the least surprising one is taken (Viterbi over byte
positions). It is safe because stretches that decode strictly are never touched, and no byte is dropped unrecorded.

    >>> decode_damaged("中文".encode("gb18030")[1:], "gb18030")
    ('�文', (Replacement(offset=0, length=1, at=0, bytes='d0'),))
"""

from __future__ import annotations

from functools import lru_cache

from cntextclean.language.plausibility import UNREADABLE_BITS, cost
from cntextclean.model import Replacement

_BAD = "\ufffd"
WINDOW = 16384
"""Bytes decoded at a time: a damaged stretch is parsed again within its window, so time stays linear."""

_DOUBLE = frozenset({"gb18030", "big5hkscs", "euc-tw"})
_CUT_AFTER = tuple(bytes([byte]) for byte in (0x0A, 0x20, 0x2C))
_BEFORE, _BEHIND, _MARGIN = 1024, 128, 16
"""Bytes parsed again before and behind an error when no ASCII byte bounds the damage (a lost byte shows up only at the
first pair that is no character); the last ones, where such a stretch may cut a character, are left to the next."""


def decode_damaged(data: bytes, encoding: str, start: int = 0) -> tuple[str, tuple[Replacement, ...]]:
    """The text of ``data`` from byte ``start`` on, and the bytes replaced, with offsets into ``data``."""
    try:
        return (data[start:] if start else data).decode(encoding), ()
    except UnicodeDecodeError:
        pass
    parts: list[str] = []
    replaced: list[Replacement] = []
    at, length = start, 0
    while at < len(data):
        end = _window_end(data, at, encoding)
        text, bad, end = _decode_window(data, at, end, encoding)
        replaced += [Replacement(one.offset, one.length, length + one.at, one.bytes) for one in bad]
        parts.append(text)
        length += len(text)
        at = end
    return "".join(parts), tuple(replaced)


def _window_end(data: bytes, start: int, encoding: str) -> int:
    """Where the window from ``start`` ends: behind an ASCII byte that is never part of a character, if there is one."""
    end = start + WINDOW
    if end >= len(data):
        return len(data)
    if encoding.startswith(("utf-16", "utf-32")):
        return end
    return max((data.rfind(mark, start, end) + 1 for mark in _CUT_AFTER), default=0) or end


def _decode_window(data: bytes, start: int, end: int, encoding: str) -> tuple[str, list[Replacement], int]:
    """One window's text and damage, and where it really ended (a character cut by the window goes to the next)."""
    chunk = data[start:end]
    try:
        return chunk.decode(encoding), [], end
    except UnicodeDecodeError as error:
        cut = end < len(data) and error.end == len(chunk) and len(chunk) - error.start < 4
        if cut and error.start > 0:
            return chunk[: error.start].decode(encoding), [], start + error.start
    if encoding in _DOUBLE:
        return _parse_window(chunk, start, encoding, final=end == len(data))
    return _skip_errors(chunk, start, encoding, final=end == len(data))


def _skip_errors(chunk: bytes, offset: int, encoding: str, *, final: bool) -> tuple[str, list[Replacement], int]:
    """Decode, replacing what the codec complains of. Quadratic in the window only."""
    parts: list[str] = []
    bad: list[Replacement] = []
    at = length = 0
    while at < len(chunk):
        try:
            part = chunk[at:].decode(encoding)
            stop = following = len(chunk)
        except UnicodeDecodeError as error:
            stop, following = at + error.start, at + error.end
            part = chunk[at:stop].decode(encoding)
            if not final and following == len(chunk) and len(chunk) - stop < 4 and stop > 0:
                return "".join([*parts, part]), bad, offset + stop
        parts.append(part)
        length += len(part)
        if following > stop:
            bad.append(Replacement(offset + stop, following - stop, length, chunk[stop:following].hex()))
            parts.append(_BAD)
            length += 1
        at = following
    return "".join(parts), bad, offset + len(chunk)


def _parse_window(chunk: bytes, offset: int, encoding: str, *, final: bool) -> tuple[str, list[Replacement], int]:
    """Decode a window of a double-byte encoding: what lies far from any error strictly, the rest by least surprise."""
    parts: list[str] = []
    bad: list[Replacement] = []
    at = length = 0
    while at < len(chunk):
        low, high = _damaged_stretch(chunk, at, encoding)
        part = chunk[at:low].decode(encoding)
        parts.append(part)
        length += len(part)
        closed = chunk[high] < 0x30 if high < len(chunk) else final
        trusted = high if closed else high - _MARGIN
        for unit, width in _least_surprising(chunk[low:high], encoding):
            if low + width > trusted:
                break
            if unit == _BAD:
                bad.append(Replacement(offset + low, width, length, chunk[low : low + width].hex()))
            parts.append(unit)
            length += len(unit)
            low += width
        at = low
        if high == len(chunk):
            break
    return "".join(parts), bad, offset + at


def _damaged_stretch(chunk: bytes, start: int, encoding: str) -> tuple[int, int]:
    """The next stretch with an error, bounded by ASCII below 0x30 (never part of a character) or by the reach."""
    try:
        chunk[start:].decode(encoding)
    except UnicodeDecodeError as error:
        low, high = start + error.start, start + error.end
    else:
        return len(chunk), len(chunk)
    floor, ceiling = max(start, low - _BEFORE), min(len(chunk), high + _BEHIND)
    while low > floor and chunk[low - 1] >= 0x30:
        low -= 1
    while high < ceiling and chunk[high] >= 0x30:
        high += 1
    return low if low == start or chunk[low - 1] < 0x30 else _boundary(chunk, start, low, encoding), high


def _boundary(chunk: bytes, start: int, low: int, encoding: str) -> int:
    """The end of the last whole character of ``chunk[start:low]``."""
    try:
        chunk[start:low].decode(encoding)
    except UnicodeDecodeError as error:
        return start + error.start
    return low


def _least_surprising(chunk: bytes, encoding: str) -> list[tuple[str, int]]:
    """The cheapest cutting of a stretch into (character, bytes); a bad byte is U+FFFD. Ties go to the longer unit."""
    best = [0] * (len(chunk) + 1)
    choice: list[tuple[str, int]] = [("", 0)] * len(chunk)
    for at in range(len(chunk) - 1, -1, -1):
        best[at], choice[at] = UNREADABLE_BITS + best[at + 1], (_BAD, 1)
        for unit, width, price in _units(chunk, at, encoding):
            if price + best[at + width] < best[at]:
                best[at], choice[at] = price + best[at + width], (unit, width)
    units = []
    at = 0
    while at < len(chunk):
        units.append(choice[at])
        at += choice[at][1]
    return units


def _units(chunk: bytes, at: int, encoding: str) -> list[tuple[str, int, int]]:
    """The characters that may start at a byte, with their widths and prices."""
    if chunk[at] < 0x80:
        character = chr(chunk[at])
        return [(character, 1, cost(character))]
    long = chunk[at] == 0x8E if encoding == "euc-tw" else encoding == "gb18030" and chunk[at + 1 : at + 2] < b"@"
    widths = (2, 4) if long else (2,)
    units = (_unit(chunk[at : at + width], width, encoding) for width in widths)
    return [unit for unit in units if unit]


@lru_cache(maxsize=2**16)
def _unit(raw: bytes, width: int, encoding: str) -> tuple[str, int, int] | None:
    """The character that is exactly these bytes (two code points for four pairs of Big5-HKSCS), if there is one."""
    try:
        unit = raw.decode(encoding) if len(raw) == width else ""
    except UnicodeDecodeError:
        return None
    return (unit, width, sum(map(cost, unit))) if unit else None
