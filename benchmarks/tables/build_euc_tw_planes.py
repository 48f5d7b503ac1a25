"""
Builds ``tables/euc_tw_planes.tsv``: the characters of CNS 11643 planes 3 to 7 and 15, from the Unihan database.

    python benchmarks/tables/build_euc_tw_planes.py Unihan_IRGSources.txt src/cntextclean/tables/euc_tw_planes.tsv

``Unihan_IRGSources.txt`` is a file of Unicode's Unihan.zip; ``kIRG_TSource`` gives plane, row and cell of a character.
Where the GNU C Library's ``iconv`` is at hand, it is counted how many positions it reads otherwise.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NONE = "\ufffd"
PLANES = {"3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "F": 15}
CELLS = range(0x21, 0x7F)
HEAD = """\
# The Han of CNS 11643 planes 3 to 7 and 15: plane, row, its 94 cells (U+FFFD: none). Source: see SOURCES.md."""


def main() -> None:
    """Write the table."""
    held = read_sources(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = [HEAD]
    for plane in PLANES.values():
        for row in CELLS:
            cells = "".join(held.get((plane, row, cell), NONE) for cell in CELLS).rstrip(NONE)
            lines += [f"{plane}\t{row + 0x80:x}\t{cells}"] if cells else []
    Path(sys.argv[2]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    other = [place for place, char in held.items() if read_otherwise(place, char)]
    print(f"{len(held):,} characters; iconv reads {len(other)} of them otherwise")


def read_sources(text: str) -> dict[tuple[int, int, int], str]:
    """Plane, row and cell of each character; of two at one place the one of the lower code."""
    found: dict[tuple[int, int, int], str] = {}
    for line in text.splitlines():
        if "\tkIRG_TSource\tT" not in line:
            continue
        code, _, sources = line.split("\t")
        for plane, place in (source[1:].split("-")[:2] for source in sources.split()):
            if plane in PLANES:
                row, cell = bytes.fromhex(place)
                found.setdefault((PLANES[plane], row, cell), chr(int(code.removeprefix("U+"), 16)))
    return found


def read_otherwise(place: tuple[int, int, int], char: str) -> bool:
    """Whether another program has another character at a place."""
    plane, row, cell = place
    data = bytes((0x8E, 0xA0 + plane, row + 0x80, cell + 0x80))
    done = subprocess.run(["iconv", "-f", "EUC-TW", "-t", "UTF-8"], input=data, capture_output=True, check=False)
    return done.stdout.decode() != char


if __name__ == "__main__":
    main()
