"""
Counts what the consensus of copies puts right in a set with known copies.

    python benchmarks/repeats_consensus/run.py SET_DIR [--write]

SET_DIR holds docs.jsonl (id, text, role, segments: spans that render one source paragraph). The truth of a noisy
paragraph is the same paragraph in an original. A correction is right where it brings its paragraph nearer to the truth
(edit distance of the letters). Where an original is among the copies it is mostly the one that stays, and there is
nothing to put right in it; so the copies are also taken without originals, and with a noisy copy made to stay.
`--write` puts the figures in RESULTS.md beside this file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cntextclean.config import Config, RepeatsConfig
from cntextclean.repeats.align import aligned_runs
from cntextclean.repeats.ballot import may_vote
from cntextclean.repeats.consensus import Correction
from cntextclean.repeats.corpus import Deduplication, Record, deduplicate
from cntextclean.repeats.fold import fold

HERE = Path(__file__).resolve().parent
CLEAN = ("original", "template_negative")
PLAIN = ("reprint", "lift_host", "page_of_two")
NOISY = ("ocr_noise", "ocr_real")


@dataclass(frozen=True, slots=True)
class Segment:
    """A span of a document that renders a paragraph of the source, and how much of it (0 to 1)."""

    start: int
    end: int
    paragraph: str
    share: float


@dataclass(frozen=True, slots=True)
class Given:
    """A document of the set."""

    id: str
    text: str
    role: str
    plain: bool
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One way to take the set: corrections made, those right; errors where two copies or more vote, and then left."""

    name: str
    made: int
    right: int
    told: int
    errors: int
    left: int


def read_set(folder: Path) -> list[Given]:
    """The documents of a set."""
    found = []
    for line in (folder / "docs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        segments = tuple(Segment(s["start"], s["end"], s["para"], s["share"]) for s in row["segments"])
        found.append(Given(row["id"], row["text"], row["role"], row["format"] == "paras", segments))
    return found


def truths(documents: Sequence[Given]) -> dict[str, str]:
    """Paragraph → its letters, of an original, else of a document that quotes it as it is."""
    found: dict[str, str] = {}
    for roles in (CLEAN, PLAIN):
        for one in documents:
            if one.role in roles and (one.plain or roles is CLEAN):
                for part in one.segments:
                    if part.share == 1 or roles is CLEAN:
                        found.setdefault(part.paragraph, fold(one.text[part.start : part.end]).text)
    return found


def distance(one: str, other: str) -> int:
    """Fewest letters to change, add or take out to make one of the other."""
    runs = [(0, 0, 0), *aligned_runs(one, other), (len(one), len(other), 0)]
    gaps = ((b[0] - a[0] - a[2], b[1] - a[1] - a[2]) for a, b in pairwise(runs))
    return sum(max(gap) for gap in gaps)


def measure(name: str, documents: Sequence[Given], settings: RepeatsConfig, truth: Mapping[str, str]) -> Row:
    """One way to take the set."""
    given = {one.id: one for one in documents}
    result = deduplicate([Record(one.id, one.text, source=one.role) for one in documents], Config(repeats=settings))
    changes = [one for one in result.corrections if one.action == "corrected"]
    right = sum(_is_right(one, given[one.document], truth) for one in changes)
    errors = left = 0
    for document, part in _voted(result, given, truth):
        wanted, text = truth[part.paragraph], given[document].text
        errors += distance(fold(text[part.start : part.end]).text, wanted)
        left += distance(fold(_changed(text, part, result.corrections_of(document))).text, wanted)
    return Row(name, len(changes), right, len(result.corrections) - len(changes), errors, left)


def _is_right(one: Correction, document: Given, truth: Mapping[str, str]) -> bool:
    for part in document.segments:
        if part.start <= one.start and one.end <= part.end and part.paragraph in truth:
            wanted = truth[part.paragraph]
            before = fold(document.text[part.start : part.end]).text
            after = fold(_changed(document.text, part, [one])).text
            return distance(after, wanted) < distance(before, wanted)
    return False


def _changed(text: str, part: Segment, changes: Sequence[Correction]) -> str:
    """The text of a segment with corrections made."""
    letters = list(text)
    for one in changes:
        letters[one.start : one.end] = one.after
    return "".join(letters[part.start : part.end])


def _voted(
    result: Deduplication, given: Mapping[str, Given], truth: Mapping[str, str]
) -> Iterator[tuple[str, Segment]]:
    """Paragraphs of known truth of which at least two copies cover nine tenths."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in result.findings:
        if may_vote(one):
            spans.setdefault(one.kept.document, []).append((one.kept.start, one.kept.end))
    for document in sorted(spans):
        for part in given[document].segments:
            if part.share < 1 or part.paragraph not in truth:
                continue
            covered = [0] * (part.end - part.start)
            for start, end in spans[document]:
                for at in range(max(start, part.start), min(end, part.end)):
                    covered[at - part.start] += 1
            if sum(count > 1 for count in covered) >= 0.9 * len(covered):
                yield document, part


def rows_of(documents: Sequence[Given]) -> Iterator[Row]:
    """All ways to take the set."""
    truth = truths(documents)
    without = [one for one in documents if one.role not in CLEAN]
    noisy = [one for one in documents if one.role in (*NOISY, "selfdup_rescan")]
    best = RepeatsConfig(consensus=True)
    yield measure("as it is", documents, best, truth)
    yield measure("without originals", without, best, truth)
    yield measure("noisy copies alone", noisy, best, truth)
    prefer = RepeatsConfig(consensus=True, keep="source-priority", sources=NOISY)
    yield measure("a noisy copy stays", documents, prefer, truth)
    yield measure("a noisy copy stays, without originals", without, prefer, truth)


def report(rows: Sequence[Row]) -> str:
    """The figures as Markdown."""
    lines = [
        "# What the consensus of copies puts right",
        "",
        "Letters put right in the copy that stays, against the truth. Errors are those of paragraphs of which two",
        "or more copies vote; told are places that are only reported.",
        "",
        "| documents | put right | right | precision | told | errors | left | share removed |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    made, right = sum(row.made for row in rows), sum(row.right for row in rows)
    for row in [
        *rows,
        Row("all", made, right, *(sum(getattr(r, n) for r in rows) for n in ("told", "errors", "left"))),
    ]:
        precision = f"{row.right / row.made:.4f}" if row.made else "–"
        share = f"{1 - row.left / row.errors:.3f}" if row.errors else "–"
        counts = f"{row.made:,} | {row.right:,} | {precision} | {row.told:,} | {row.errors:,} | {row.left:,} | {share}"
        lines.append(f"| {row.name} | {counts} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    text = report(list(rows_of(read_set(options.set))))
    print(text)
    if options.write:
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
