"""
Made heads of journal articles and wire stories, cleaned and compared with what is true of them.

    python benchmarks/structure/heads.py [--set first|...|fifth|...|all] [--layout NAME] [--wrong FACT] [--each N]

Each layout is filled N times (default 5) with a fixed seed; every filling is damaged in another way. A fact is right
where it equals the truth after folding widths and dropping white space; lists must be equal in order.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter, defaultdict
from random import Random

import journals
import round_eight
import round_eleven
import round_five
import round_fourteen
import round_nine
import round_seven
import round_six
import round_ten
import round_thirteen
import round_twelve
import wires
from damage import KINDS, damage
from vocabulary import Words
from vocabulary_more import MORE_KINDS, MoreWords, damage_more

import cntextclean

SEED = 20_260
ROUNDS = {
    "fifth": round_five,
    "sixth": round_six,
    "seventh": round_seven,
    "eighth": round_eight,
    "ninth": round_nine,
    "tenth": round_ten,
    "eleventh": round_eleven,
    "twelfth": round_twelve,
    "thirteenth": round_thirteen,
    "fourteenth": round_fourteen,
}


def fold(value: object) -> object:
    """Widths folded, white space dropped; lists as tuples."""
    if isinstance(value, (list, tuple)):
        return tuple(fold(one) for one in value)
    text = unicodedata.normalize("NFKC", str(value or "")).translate(str.maketrans("“”‘’", "\"\"''"))
    return "".join(text.split())


def layouts(which: str):  # noqa: ANN201
    """(kind, layout, damages; none for the first four sets, which have fewer words) of the sets asked for."""
    for kind, module in (("journal", journals), ("wire", wires)):
        for name in ("FIRST", "SECOND", "THIRD", "FOURTH"):
            if which in {"all", name.lower()}:
                yield from ((kind, layout, ()) for layout in getattr(module, name))
    for name, module in ROUNDS.items():
        if which in {"all", "rounds", name}:
            kinds = getattr(module, "KINDS", MORE_KINDS)
            yield from (("journal", layout, kinds) for layout in module.JOURNALS)
            yield from (("wire", layout, kinds) for layout in module.WIRES)


def documents(which: str, each: int):  # noqa: ANN201
    """(kind, layout, damage, text, truth) of every document."""
    for kind, layout, more in layouts(which):
        kinds = more or KINDS
        for number in range(each):
            key = f"{SEED}.{layout.__name__}.{number}"
            words = MoreWords(key) if more else Words(key)
            subject = journals.Article(words) if kind == "journal" else wires.Story(words)
            lines, truth = layout(subject)
            how = kinds[number % len(kinds)] if number < len(kinds) else words.pick(kinds)
            spoil = damage_more if more else damage
            yield kind, layout.__name__, how, spoil(lines, how, Random(SEED + number)), truth


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--set", default="all", choices=("first", "second", "third", "fourth", *ROUNDS, "rounds", "all")
    )
    parser.add_argument("--layout", default="")
    parser.add_argument("--wrong", default="")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--each", type=int, default=5)
    options = parser.parse_args()
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    misses: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, list[bool]] = defaultdict(list)
    for kind, layout, how, text, truth in documents(options.set, options.each):
        if options.layout and layout != options.layout:
            continue
        document = cntextclean.clean(text)
        found = {"title": document.title, **document.metadata}
        for fact, value in truth.items():
            if fact == "subtitle":
                continue
            ok = fold(found.get(fact, () if isinstance(value, list) else "")) == fold(value)
            if fact == "title" and "subtitle" in truth:  # printed on one line with its title, or on its own
                ok = fold(document.title) in {fold(value), fold(str(value) + str(truth["subtitle"]))}
            right[kind, fact].append(ok)
            kinds[f"{kind} {how}"].append(ok)
            if ok:
                continue
            misses[layout, fact] += 1
            if options.wrong in {fact, "any"}:
                print(f"{layout}/{how} {fact}: {found.get(fact)!r} should be {value!r}")
                if options.show:
                    print("\n".join("    " + line[:100] for line in text.split("\n")[:16] if line))
                    print("\n".join(f"    {b.role}: {b.text[:60]!r}" for b in document.blocks[:12]))
    for (kind, fact), marks in right.items():
        print(f"| {kind} | {fact} | {sum(marks) / len(marks):.3f} | {len(marks)} |")
    print({name: f"{sum(marks) / len(marks):.3f}" for name, marks in kinds.items()})
    print({f"{layout}.{fact}": number for (layout, fact), number in misses.most_common(60)})


if __name__ == "__main__":
    main()
