"""
Builds ``tables/euc_tw.tsv``: where CNS 11643 planes 1 and 2 depart from Big5.

    python benchmarks/tables/build_euc_tw.py src/cntextclean/tables/euc_tw.tsv

The planes' characters are asked of the GNU C Library (``iconv``); what Python's ``big5`` codec has in the same order is
left out. The table is checked to give every character of both planes but control pictures and three radicals.
"""

from __future__ import annotations

import subprocess
import sys
from difflib import SequenceMatcher
from pathlib import Path

NONE = "\ufffd"
CELLS = range(0xA1, 0xFF)
HAN = {1: (0xC4, range(0xA440, 0xC67F)), 2: (0xA1, range(0xC940, 0xF9D6))}
LEFT_OUT = (0xA7, 0xC2)
"""Rows of plane 1 with three radicals and the pictures of control characters."""
HEAD = """\
# The symbols of CNS 11643 plane 1 by row (94 cells, U+FFFD: none), and where its planes 1 and 2 depart from the order
# of Big5: index among the plane's Han in its order, and the character. Source: see SOURCES.md."""


def main() -> None:
    """Write the table."""
    first, second = read_plane(b""), read_plane(b"\x8e\xa2")
    lines = [HEAD]
    symbols = sorted({row for row, _ in first if row < HAN[1][0] and row not in LEFT_OUT})
    for row in symbols:
        cells = "".join(first.get((row, cell), NONE) for cell in CELLS)
        lines += [f"row\t{row:x}\t{cells.rstrip(NONE)}"]
    for plane, held in ((1, first), (2, second)):
        lines += departures(plane, [char for (row, _), char in sorted(held.items()) if row >= HAN[plane][0]])
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_plane(prefix: bytes) -> dict[tuple[int, int], str]:
    """Row and cell of each character of a plane."""
    found: dict[tuple[int, int], str] = {}
    for row in CELLS:
        whole = convert(b"".join(prefix + bytes((row, cell)) for cell in CELLS))
        chars = whole if len(whole) == len(CELLS) else [convert(prefix + bytes((row, cell))) for cell in CELLS]
        found |= {(row, cell): char for cell, char in zip(CELLS, chars, strict=True) if len(char) == 1}
    return found


def convert(data: bytes) -> str:
    """The text of EUC-TW bytes; nothing where they are no such text."""
    done = subprocess.run(["iconv", "-f", "EUC-TW", "-t", "UTF-8"], input=data, capture_output=True, check=False)
    return done.stdout.decode("utf-8") if done.returncode == 0 else ""


def departures(plane: int, order: list[str]) -> list[str]:
    """The lines that turn the order of Big5 into that of a plane."""
    big5 = [char for code in HAN[plane][1] if len(char := code.to_bytes(2, "big").decode("big5", "replace")) == 1]
    moved: set[str] = set()
    for kind, low, high, new_low, new_high in SequenceMatcher(None, big5, order, autojunk=False).get_opcodes():
        if kind != "equal":
            moved.update(big5[low:high], order[new_low:new_high])
    made = [char for char in big5 if char not in moved]
    places = [(index, char) for index, char in enumerate(order) if char in moved]
    for index, char in places:
        made.insert(index, char)
    if made != order:
        raise SystemExit(f"plane {plane} cannot be made of Big5")
    return [f"without\t{plane}\t{''.join(sorted(moved))}", *(f"move\t{plane}\t{at}\t{char}" for at, char in places)]


if __name__ == "__main__":
    main()
