"""``cntextclean thin``: records that are nearly the same as one that stays, left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import Choices, configured, inputs
from cntextclean.cli.screen import complain, count, say
from cntextclean.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from cntextclean.run.thin import ThinSummary

EPILOG = """\b
Examples:
  cntextclean thin paragraphs.jsonl --dry-run
  cntextclean thin paragraphs.jsonl -o thinned/ --alike 0.9

\b
OUT/kept.jsonl      the records that stay, each line as it was
OUT/dropped.jsonl   the records that go, each with what stays for it and how like the two are
OUT/failed.jsonl    the lines that could not be read, and why

For copies inside longer texts, in noise, or in the other script, use `cntextclean dedup`.
"""


@click.command("thin", epilog=EPILOG)
@inputs
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), metavar="OUT", help="Folder for the result.")
@click.option("--dry-run", is_flag=True, help="Say how many would go; write nothing.")
@click.option("--alike", type=float, metavar="SHARE", help="Least Jaccard similarity at which a record goes (0.8).")
@configured
def command(inputs: tuple[str, ...], out: Path | None, alike: float | None, choices: Choices, *, dry_run: bool) -> None:
    """
    Leave out records of JSONL files that are nearly the same, as a whole, as an earlier one that stays.

    Two texts are as like as the share of runs of five characters that both have, counted exactly for every pair.
    """
    from cntextclean.run.thin import thin_inputs

    if out is None and not dry_run:
        raise UsageError("no output folder is named. To do: add -o OUT (or look first with --dry-run).")
    config = choices.settings(more={"repeats.alike": alike}).config
    _conclude(thin_inputs(inputs, None if dry_run else out, config, lambda one: complain(str(one))), dry_run=dry_run)


def _conclude(found: ThinSummary, *, dry_run: bool) -> None:
    if not found.records:
        complain("no text could be read; nothing was written.")
        click.get_current_context().exit(ExitCode.NONE_SUCCEEDED)
    would = "; nothing was written" if dry_run else ""
    gone = found.records - found.kept
    say(
        f"{count(found.records, 'record')}, {len(found.failures):,} failed → {found.kept:,} kept, {gone:,} dropped; "
        f"{count(found.compared, 'pair')} compared{would}."
    )
    click.get_current_context().exit(ExitCode.SOME_FAILED if found.failures else ExitCode.OK)
