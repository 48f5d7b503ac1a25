"""``cntextclean dedup``: copies across clean texts."""

from __future__ import annotations

from pathlib import Path

import click

from cntextclean.cli.options import Choices, configured, inputs
from cntextclean.cli.screen import complain, count, say
from cntextclean.errors import ExitCode

EPILOG = """\b
Examples:
  cntextclean dedup corpus/ -o copies/
  cntextclean dedup articles.jsonl -o copies/ --id-field doc --text-field body
"""


@click.command("dedup", epilog=EPILOG)
@inputs
@click.option(
    "-o",
    "--output",
    "out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Folder for the result.",
)
@configured
def command(inputs: tuple[str, ...], out: Path, choices: Choices) -> None:
    """
    Find copies in and across texts that are clean already (folders, JSONL, Parquet).

    Writes OUT/duplicates.jsonl (every finding, with both places) and OUT/kept.jsonl (the texts without their copies).
    """
    from cntextclean.run.dedup import deduplicate_inputs

    found = deduplicate_inputs(inputs, out, choices.settings().config, lambda failure: complain(str(failure)))
    for warning in found.warnings:
        complain(warning)
    if not found.records:
        complain("no text could be read; nothing was written.")
        click.get_current_context().exit(ExitCode.NONE_SUCCEEDED)
    say(
        f"{count(found.records, 'record')}, {len(found.failures):,} failed → {found.kept:,} kept; "
        f"{count(found.removed, 'copy')} removed, {found.labelled:,} labelled."
    )
    click.get_current_context().exit(ExitCode.SOME_FAILED if found.failures else ExitCode.OK)
