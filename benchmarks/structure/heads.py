"""
Made heads of journal articles and wire stories, cleaned and compared with what is true of them.

    python benchmarks/structure/heads.py [--set first|second|third|fourth|all] [--layout NAME] [--wrong FACT] [--each N]

Each layout is filled N times (default 5) with a fixed seed; every filling is damaged in another way. A fact is right
where it equals the truth after folding widths and dropping white space; lists must be equal in order.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter, defaultdict
from random import Random

import journals
import wires
from damage import KINDS, damage
from vocabulary import Words

import cntextclean

SEED = 20_260


def fold(value: object) -> object:
    """Widths folded, white space dropped; lists as tuples."""
    if isinstance(value, (list, tuple)):
        return tuple(fold(one) for one in value)
    text = unicodedata.normalize("NFKC", str(value or "")).translate(str.maketrans("“”‘’", "\"\"''"))
    return "".join(text.split())


def documents(which: str, each: int):  # noqa: ANN201
    """(kind, layout, damage, text, truth) of every document."""
    for kind, module in (("journal", journals), ("wire", wires)):
        sets = ("FIRST", "SECOND", "THIRD", "FOURTH") if which == "all" else (which.upper(),)
        for layout in (one for name in sets for one in getattr(module, name, ())):
            for number in range(each):
                words = Words(f"{SEED}.{layout.__name__}.{number}")
                subject = journals.Article(words) if kind == "journal" else wires.Story(words)
                lines, truth = layout(subject)
                how = KINDS[number % len(KINDS)] if number < len(KINDS) else words.pick(KINDS)
                yield kind, layout.__name__, how, damage(lines, how, Random(SEED + number)), truth


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--set", default="all", choices=("first", "second", "third", "fourth", "all"))
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
