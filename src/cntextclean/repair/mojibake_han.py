"""
UTF-8 that was read as GB18030: 中文 became 涓枃, with rare and private-use characters in one unbroken run.

Three bytes of UTF-8 and two of GB18030 do not match up, so only the stretches of a run that are whole in both are put
right; a last byte that was lost on the way (shown as ? or U+FFFD) becomes U+FFFD and is noted. It is safe because the
stretch must decode strictly as UTF-8, and rare characters must turn into common ones: such a chain of lead bytes in
order, two in a row, does not occur in Chinese text.

    >>> [change.after for change in propose_han_mojibake("中文编码测试".encode().decode("gb18030"))]
    ['中文编码测试']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cntextclean.language.plausibility import mean_bits
from cntextclean.proposals import Change, Note
from cntextclean.repair.characters_folds import fold

_RUN = re.compile("[^\x00-\x7f\ufffd]+")
_VALID = re.compile(
    rb"(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3})+"
)
_COMMON_BITS, _LEAST_FALL = 12.5, 4.0
"""After the repair Chinese text's 8 to 11 bits a character; before, misreadings have 16 and more."""
_GLANCE, _LONGEST_RUN = 24, 4096
"""Characters looked at to see whether a stretch is worth the whole look, and at most."""
_LOST = re.compile("\\?|\ufffd{1,2}")
"""What stands in the text for bytes that could not be read."""


class _Torn(NamedTuple):
    """A lost character behind a stretch: where it ends, what stood whole before it, the bytes that are left of it."""

    end: int
    kept: str
    rest: str


class _Stretch(NamedTuple):
    """Characters ``start`` to ``end`` that are ``after`` in UTF-8, and what is torn behind them."""

    start: int
    end: int
    after: str
    torn: _Torn | None


def may_hold_han_mojibake(text: str) -> bool:
    """Whether a text passes the gate."""
    return bool(_gate().search(text))


def propose_han_mojibake(text: str) -> Iterator[Change | Note]:
    """Propose repairs and notes, ascending and disjoint."""
    at = 0
    for found in _gate().finditer(text):
        if found.start() < at:
            continue
        stretch = _stretch(text, found.start(), _GLANCE)
        if stretch and stretch.end - stretch.start >= _GLANCE - 3:
            stretch = _stretch(text, found.start(), _LONGEST_RUN)
        if stretch:
            at = stretch.end
            yield from _repair(text, stretch)


@cache
def _gate() -> re.Pattern[str]:
    """Two characters whose bytes go on as UTF-8 of Chinese does: lead, tail, tail, lead."""
    first = _characters(range(0xE2, 0xEA), 0x80) + _characters((0xEF,), 0x80)
    second = _characters(range(0x80, 0xC0), 0xE2, 0xF0) + _characters(range(0x80, 0xC0), 0x30, 0x80)
    return re.compile(f"[{first}][{second}]")


def _characters(leads: range | tuple[int, ...], low: int, high: int = 0xC0) -> str:
    """The GB18030 characters of these lead bytes and trail bytes ``low`` to ``high``, for a character class."""
    pairs = (bytes([lead, trail]) for lead in leads for trail in range(low, high))
    return "".join(filter(None, map(_decoded, pairs)))


def _decoded(pair: bytes) -> str:
    try:
        character = pair.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return character if len(character) == 1 else ""


def _stretch(text: str, start: int, limit: int) -> _Stretch | None:
    """The stretch from ``start`` on that is UTF-8 in disguise, at most ``limit`` characters, if there is one."""
    run = _RUN.match(text, start, start + limit)
    pieces = [character.encode("gb18030") for character in run[0]] if run else []
    data = b"".join(pieces)
    valid = _VALID.match(data)
    if not valid:
        return None
    end, width = start, 0
    for piece in pieces:
        if width + len(piece) > valid.end():
            break
        width += len(piece)
        end += 1
    whole = data[:width]
    while whole and not _is_whole(whole):
        end -= 1
        whole = whole[: -len(pieces[end - start])]
    if not whole:
        return None
    torn = None
    lost = _LOST.match(text, start + len(pieces))
    rest = data[valid.end() :]
    if lost and 0 < len(rest) <= 2 and rest[0] >= 0xC2:
        torn = _Torn(lost.end(), data[len(whole) : valid.end()].decode("utf-8"), rest.hex())
    return _Stretch(start, end, whole.decode("utf-8"), torn)


def _repair(text: str, stretch: _Stretch) -> Iterator[Change | Note]:
    """The repair of a stretch that reads better, and of what is torn behind it. 锟斤拷 would be U+FFFD: no gain."""
    before = text[stretch.start : stretch.end]
    mean = mean_bits(fold(stretch.after))
    if (
        len(stretch.after) < 2
        or "\ufffd" in stretch.after
        or mean > _COMMON_BITS
        or mean_bits(before) < mean + _LEAST_FALL
    ):
        return
    yield Change(stretch.start, stretch.end, fold(stretch.after), "mojibake.utf8-as-gb18030", "UTF-8 read as GB18030")
    if stretch.torn:
        evidence = f"of a character only the bytes {stretch.torn.rest} are left"
        after = fold(stretch.torn.kept) + "\ufffd"
        yield Change(stretch.end, stretch.torn.end, after, "mojibake.utf8-as-gb18030", evidence)
        yield Note(stretch.end, stretch.torn.end, "mojibake.lost-byte", score=1.0, evidence=evidence)


def _is_whole(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
