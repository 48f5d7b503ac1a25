"""``cntextclean dedup``: copies across clean texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import Choices, against_option, as_json, configured, inputs
from cntextclean.cli.screen import complain, count, printable, say
from cntextclean.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from cntextclean.model import Passage
    from cntextclean.run.dedup import Comparison, DedupSummary, KeptFormat

EPILOG = """\b
Examples:
  cntextclean dedup corpus/ --dry-run
  cntextclean dedup corpus/ -o copies/
  cntextclean dedup articles.jsonl -o copies/ --id-field doc --text-field body
  cntextclean dedup today/ -o copies/ --against archive/
  cntextclean dedup articles.parquet -o copies/ --format parquet --keep earliest --date-field published

\b
OUT/duplicates.jsonl   every finding, with both places
OUT/corrections.jsonl  where copies agree against the text that stays; put right with --consensus
OUT/kept.jsonl         the records that stay, without the copies in them, all other fields as they were
OUT/dropped.jsonl      the records that are copies as a whole, as they were
OUT/failed.jsonl       what could not be read or compared, and why
"""
KEEP = ("best", "first", "longest", "earliest", "source-priority")
"""The values of ``cntextclean.config.Keep``, which is loaded when a command runs."""
SHOWN = 24
"""Characters of a copy that a dry run shows."""


@click.command("dedup", epilog=EPILOG)
@inputs
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), metavar="OUT", help="Folder for the result.")
@click.option("--dry-run", is_flag=True, help="Say what would go and why; write nothing.")
@against_option
@click.option("--keep", type=click.Choice(KEEP), help="Which record keeps the text; best: whole and clean.")
@click.option(
    "--sources", metavar="LIST", multiple=True,
    help="For --keep source-priority: starts of sources or ids, best first, commas between.",
)  # fmt: skip
@click.option("--date-field", metavar="NAME", help="Field of a record that holds its date, for --keep earliest.")
@click.option("--source-field", metavar="NAME", help="Field of a record that holds its source.")
@click.option(
    "--consensus", is_flag=True,
    help="Put misread ideographs right in what stays, where copies agree and the dictionary does, too.",
)  # fmt: skip
@click.option(
    "--format", "kept", type=click.Choice(["jsonl", "parquet"]), default="jsonl",
    help="Of what stays; parquet keeps the types of a table.",
)  # fmt: skip
@configured
@as_json
def command(
    inputs: tuple[str, ...], out: Path | None, against: tuple[str, ...], kept: KeptFormat, keep: str | None,
    sources: tuple[str, ...], date_field: str | None, source_field: str | None, choices: Choices, *, consensus: bool,
    dry_run: bool, as_json: bool,
) -> None:  # fmt: skip
    """
    Find copies in and across texts that are clean already (folders, JSONL, Parquet), and write what stays into OUT.

    Copies are removed only where the text they repeat stays, and never where numbers or words differ: those are
    labelled. The inputs are not changed.
    """
    more = {
        "repeats.keep": keep,
        "repeats.sources": ",".join(sources),
        "read.date_field": date_field,
        "read.source_field": source_field,
        "repeats.consensus": consensus,
        "repeats.against": against,
    }
    if out is None and not dry_run:
        raise UsageError("no output folder is named. To do: add -o OUT (or look first with --dry-run).")
    from cntextclean.run.dedup import deduplicate_inputs

    def tell(found: Comparison) -> None:
        for problem in (*map(str, found.gathered.failures), *found.warnings):
            complain(problem)
        if dry_run or as_json:
            _show(found, as_json=as_json)

    config = choices.settings(more=more).config
    _conclude(deduplicate_inputs(inputs, out, config, tell, kept=kept, dry_run=dry_run), dry_run=dry_run)


def _conclude(found: DedupSummary, *, dry_run: bool) -> None:
    """The sum for people, and the exit code."""
    if not found.records:
        complain("no text could be read; nothing was written.")
        click.get_current_context().exit(ExitCode.NONE_SUCCEEDED)
    skipped = f", {found.skipped:,} skipped" if found.skipped else ""
    would = "; nothing was written" if dry_run else ""
    corrections = f"; {count(found.corrected, 'misreading')} put right" if found.corrected else ""
    if found.disputed:
        corrections += f"; {count(found.disputed, 'place')} where copies agree against what stays, told only"
    say(
        f"{count(found.records, 'record')}, {len(found.failures):,} failed{skipped} → {found.kept:,} kept, "
        f"{found.records - found.kept:,} dropped; {count(found.removed, 'copy')} removed, "
        f"{found.labelled:,} labelled{corrections}{would}."
    )
    click.get_current_context().exit(ExitCode.SOME_FAILED if found.failures else ExitCode.OK)


def _show(found: Comparison, *, as_json: bool) -> None:
    """Every finding: as JSON, or as a line with its places, what it begins with, and why it goes or stays."""
    from cntextclean.write.jsonl import encode

    if found.result is None:
        return
    texts = {record.id: record.text for record in found.result.records}
    for one in found.result.findings:
        if as_json:
            click.echo(encode(one).decode("utf-8"))
            continue
        copy = texts[one.duplicate.document][one.duplicate.start : one.duplicate.end].strip()
        head = printable(copy[:SHOWN]) + ("…" if len(copy) > SHOWN else "")
        action = "would go" if one.action == "removed" else "stays"
        places = f"{_place(one.duplicate)} of {_place(one.kept)}"
        click.echo(f"{action}  {one.relation} {one.similarity:.2f}  {places}  “{head}”  {printable(one.evidence)}")
    for correction in () if as_json else found.corrections:
        action = "would correct" if correction.action == "corrected" else "told only"
        place = f"{printable(correction.document)}@{correction.start}-{correction.end}"
        click.echo(f"{action}  {place}  {printable(correction.evidence)}")
    for document, copy_of in () if as_json else found.result.whole_copies.items():
        click.echo(f"would be dropped  {printable(document)}, a copy of {printable(copy_of)} as a whole")


def _place(passage: Passage) -> str:
    return f"{printable(passage.document)}@{passage.start}-{passage.end}"
