"""
Cleans text that is clean already and counts what was changed.

    python benchmarks/no_harm/run.py CLEAN.jsonl.xz [--sample N] [--blank-lines] [--write]

CLEAN holds one JSON object a line with `id`, `title` and `blocks` ([kind, text]). Each document is written as its title
and its blocks, one a line (with `--blank-lines`, a blank line between two), and goes through the whole pipeline. Every
edit and every removal counts; `--sample N` takes every Nth document; `--write` puts the figures in RESULTS.md beside
this file.
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cntextclean.model import Document, Edit
from cntextclean.pipeline import clean
from cntextclean.rules import rules

HERE = Path(__file__).resolve().parent
WORST = 20


@dataclass(slots=True)
class Tally:
    """Counts over all documents. `harm` holds edits and removals by rules that are no normalisation."""

    documents: int = 0
    characters: int = 0
    size: int = 0
    seconds: float = 0.0
    changed: int = 0
    edits: Counter[str] = field(default_factory=Counter)
    owners: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    worst: list[tuple[int, int, str, str]] = field(default_factory=list)


def read_documents(path: Path, every: int, gap: str) -> Iterator[tuple[str, str]]:
    """(id, text) of every Nth document."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                record = json.loads(line)
                yield record["id"], gap.join([record["title"], *(text for _, text in record["blocks"])]) + "\n"


def measure(path: Path, every: int, gap: str) -> Tally:
    """Clean every Nth document and count."""
    tally = Tally()
    forms = frozenset(rule.name for rule in rules() if rule.normalises)
    for name, text in read_documents(path, every, gap):
        begin = time.perf_counter()
        # The name must not end in .md: that would say that the text is Markdown.
        document = clean(text, name=f"{name}.txt")
        tally.seconds += time.perf_counter() - begin
        tally.documents += 1
        tally.characters += len(text)
        tally.size += len(text.encode())
        _count(tally, document, name, forms)
    tally.worst.sort(key=lambda row: (-row[0], -row[1], row[2]))
    return tally


def _count(tally: Tally, document: Document, name: str, forms: frozenset[str]) -> None:
    names = [edit.rule.split("+") for edit in document.edits]
    tally.edits.update(rule for rules_of_edit in names for rule in rules_of_edit)
    tally.owners.update({rule for rules_of_edit in names for rule in rules_of_edit})
    tally.findings.update(finding.rule for finding in document.findings)
    for removal in document.removed:
        tally.removed[f"{removal.kind} ({removal.rule})"] += len(removal.text)
    harm = sum(any(rule not in forms for rule in rules_of_edit) for rules_of_edit in names) + len(document.removed)
    tally.changed += bool(document.edits or document.removed)
    if document.edits or document.removed:
        tally.worst.append((harm, len(document.edits), name, _shown(document)))


def _shown(document: Document) -> str:
    """The first edit or removal of a document, for a reader."""
    if document.edits:
        edit: Edit = min(document.edits, key=lambda one: (len(one.before), one.source))
        return f"{edit.rule}: {edit.before!r} → {edit.after!r}"
    removal = document.removed[0]
    return f"{removal.rule}: {removal.text[:24]!r} removed"


def report(tally: Tally, every: int, *, blank: bool) -> str:
    """The figures as Markdown."""
    forms = frozenset(rule.name for rule in rules() if rule.normalises)

    def rate(count: int) -> str:
        return f"{count / tally.characters * 100_000:.3f}"

    normalising = sum(count for rule, count in tally.edits.items() if rule in forms)
    other = sum(tally.edits.values()) - normalising
    shape = ", a blank line between two" * blank + f", every {every}th document" * (every > 1)
    size = f"{tally.documents:,} documents, {tally.characters:,} characters, one paragraph a line{shape}."
    lines = [
        "# What cleaning changes in clean text",
        "",
        f"{size} {tally.changed:,} documents have at least one edit or removal.",
        "",
        "| edits | count | in 100,000 characters |",
        "| --- | ---: | ---: |",
        f"| by rules that normalise the form of marks and blanks | {normalising:,} | {rate(normalising)} |",
        f"| by all other rules | {other:,} | {rate(other)} |",
        f"| characters removed | {sum(tally.removed.values()):,} | {rate(sum(tally.removed.values()))} |",
        "",
        "| rule | edits | in 100,000 | documents | normalises |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    ordered = sorted(tally.edits.items(), key=lambda item: (-item[1], item[0]))
    lines += [
        f"| {rule} | {count:,} | {rate(count)} | {tally.owners[rule]:,} | {'yes' if rule in forms else ''} |"
        for rule, count in ordered
    ]
    lines += ["", "| removed | characters |", "| --- | ---: |"]
    lines += [
        f"| {kind} | {count:,} |" for kind, count in sorted(tally.removed.items(), key=lambda one: (-one[1], one))
    ]
    lines += ["", "| finding | count | in 100,000 |", "| --- | ---: | ---: |"]
    lines += [
        f"| {rule} | {n:,} | {rate(n)} |" for rule, n in sorted(tally.findings.items(), key=lambda one: (-one[1], one))
    ]
    lines += ["", f"The worst {WORST}, by edits and removals that are no normalisation, then by all edits:", ""]
    lines += ["| other | edits | document | the shortest edit |", "| ---: | ---: | --- | --- |"]
    lines += [
        f"| {harm} | {edits} | {name} | {shown.replace('|', '/')} |" for harm, edits, name, shown in tally.worst[:WORST]
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path)
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="every Nth document")
    parser.add_argument("--blank-lines", action="store_true")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    options = parser.parse_args()
    tally = measure(options.clean, options.sample, "\n\n" if options.blank_lines else "\n")
    text = report(tally, options.sample, blank=options.blank_lines)
    print(text)
    print(f"{tally.size / 1e6 / tally.seconds:.2f} MB/s in this run")
    if options.write:
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
