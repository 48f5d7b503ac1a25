"""``cntextclean check``: what would change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import Choices, as_json, configured, inputs
from cntextclean.cli.screen import count, printable, say
from cntextclean.errors import ExitCode

if TYPE_CHECKING:
    from cntextclean.cli.messages import ChangeMessage

EPILOG = """\b
Examples:
  cntextclean check scans/
  cntextclean check scans/ --ignore punctuation --json
"""


@click.command("check", epilog=EPILOG)
@inputs
@configured
@as_json
def command(inputs: tuple[str, ...], choices: Choices, *, as_json: bool) -> None:
    """Say what cleaning would change, by file and rule. Nothing is written; exit code 1 if anything would change."""
    from cntextclean.cli.look import Tally, changes_of, look_at
    from cntextclean.cli.messages import emit

    config = choices.settings().config
    tally = Tally()
    rules: Counter[str] = Counter()
    for seen in look_at(inputs, config, tally):
        change = changes_of(seen)
        tally.changed += change.changes
        rules.update(change.rules)
        if as_json:
            emit(change)
        else:
            click.echo(_line(change))
    if not as_json:
        for rule, number in rules.most_common():
            click.echo(f"  {number:>8,}  {rule}")
    say(
        f"{count(tally.inputs, 'input')}: {tally.changed:,} would change, {tally.failed:,} failed, "
        f"{tally.withheld:,} withheld; nothing was written."
    )
    click.get_current_context().exit(tally.exit_code(ExitCode.CHANGES_FOUND if tally.changed else ExitCode.OK))


def _line(change: ChangeMessage) -> str:
    name = printable(change.name)
    if not change.changes:
        return f"{name}  clean" + (f", {count(change.findings, 'finding')}" if change.findings else "")
    return (
        f"{name}  {count(change.edits, 'edit')}, {count(change.removed, 'removal')}, "
        f"{change.furniture:,} set aside, {count(change.findings, 'finding')}"
    )
