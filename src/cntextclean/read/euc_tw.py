"""
EUC-TW, the Unix encoding of traditional Chinese (CNS 11643), which Python does not know.

Planes 1 and 2 hold the characters of Big5 in nearly its order, so they are made of Python's own ``big5`` codec, some
rows of symbols and thirty characters that stand elsewhere (``tables/euc_tw.tsv``). All 13,481 pairs are those of the
GNU C Library, which has 36 more: control pictures and three radicals. The rare Han of planes 3 to 7 and 15 are those of
the Unihan database (``tables/euc_tw_planes.tsv``); the GNU C Library reads 29 of these 41,928 otherwise. It is safe
because what is in none of these planes is an error that the reader records, not a guess.

    >>> data = "中文編碼，測試。".encode("euc-tw") if register() else b""
    >>> data.hex(), data.decode("euc-tw")
    ('c4e3c5c6eebeeea3a1a2e0c1e6dca1a4', '中文編碼，測試。')
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

NAME = "euc-tw"
UNITS = re.compile(rb"([\x00-\x7f]+)|([\xa1-\xfe][\xa1-\xfe])|\x8e([\xa1-\xa7\xaf])([\xa1-\xfe][\xa1-\xfe])")
NONE = "\ufffd"
HAN = {1: (0xC4, range(0xA440, 0xC67F)), 2: (0xA1, range(0xC940, 0xF9D6))}
"""Of each plane the row where its Han begin, and the codes that they have in Big5."""


@cache
def register() -> bool:
    """Make Python know the encoding; always true."""
    codecs.register(lambda name: _codec() if name.replace("_", "-") == NAME else None)
    return True


@cache
def _codec() -> codecs.CodecInfo:
    return codecs.CodecInfo(_encode, _decode, name=NAME)


@cache
def _characters() -> dict[tuple[int, bytes], str]:
    """Plane and two bytes → character."""
    table = (files("cntextclean.tables") / "euc_tw.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    found: dict[tuple[int, bytes], str] = {}
    for kind, row, *rest in lines:
        if kind == "row":
            cells = enumerate(rest[0], 0xA1)
            found |= {(1, bytes((int(row, 16), cell))): char for cell, char in cells if char != NONE}
    for plane, (first, codes) in HAN.items():
        absent = "".join(rest[0] for kind, number, *rest in lines if kind == "without" and number == str(plane))
        order = [char for char in map(_big5, codes) if char and char not in absent]
        for kind, number, *rest in lines:
            if kind == "move" and number == str(plane):
                order.insert(int(rest[0]), rest[1])
        for index, char in enumerate(order):
            found[plane, bytes((first + index // 94, 0xA1 + index % 94))] = char
    return found


def _big5(code: int) -> str:
    try:
        return code.to_bytes(2, "big").decode("big5")
    except UnicodeDecodeError:
        return ""


@cache
def _rare() -> dict[tuple[int, bytes], str]:
    """The same for the planes that ordinary text does without: read when a file has need of them."""
    table = (files("cntextclean.tables") / "euc_tw_planes.tsv").read_text(encoding="utf-8")
    found: dict[tuple[int, bytes], str] = {}
    for line in table.splitlines():
        if not line.startswith("#"):
            plane, row, cells = line.split("\t")
            places = enumerate(cells, 0xA1)
            found |= {(int(plane), bytes((int(row, 16), cell))): char for cell, char in places if char != NONE}
    return found


@cache
def _rare_codes() -> dict[str, bytes]:
    return {char: bytes((0x8E, 0xA0 + plane)) + code for (plane, code), char in _rare().items()}


@cache
def _codes() -> dict[str, bytes]:
    return {
        char: code if plane == 1 else b"\x8e\xa2" + code
        for (plane, code), char in sorted(_characters().items(), reverse=True)
    }


def _decode(given: ReadableBuffer, errors: str = "strict", /) -> tuple[str, int]:
    table = _characters()
    data = bytes(given)
    parts: list[str] = []
    at = 0
    while at < len(data):
        unit = UNITS.match(data, at)
        shown = unit and (unit[1].decode("ascii") if unit[1] else _character(table, unit))
        if unit and shown:
            parts.append(shown)
            at = unit.end()
            continue
        error = UnicodeDecodeError(NAME, data, at, unit.end() if unit else at + 1, "no character of CNS 11643")
        handled, at = codecs.lookup_error(errors)(error)
        parts.append(str(handled))
    return "".join(parts), len(data)


def _character(table: dict[tuple[int, bytes], str], unit: re.Match[bytes]) -> str:
    if unit[2]:
        return table.get((1, unit[2]), "")
    plane = unit[3][0] - 0xA0
    return (table if plane <= max(HAN) else _rare()).get((plane, unit[4]), "")


def _encode(text: str, errors: str = "strict", /) -> tuple[bytes, int]:
    table = _codes()
    parts: list[bytes] = []
    for at, char in enumerate(text):
        code = char.encode("ascii") if char.isascii() else table.get(char) or _rare_codes().get(char)
        if code is None:
            error = UnicodeEncodeError(NAME, text, at, at + 1, "no character of CNS 11643")
            handled = codecs.lookup_error(errors)(error)[0]
            code = handled if isinstance(handled, bytes) else handled.encode("ascii")
        parts.append(code)
    return b"".join(parts), len(text)
