"""``cntextclean verify``: the proof of an output folder, from its files alone."""

from __future__ import annotations

from pathlib import Path

import click

from cntextclean.cli.options import as_json
from cntextclean.cli.screen import complain, count, say
from cntextclean.errors import ExitCode

EPILOG = """\b
Example:
  cntextclean verify out/
"""


@click.command("verify", epilog=EPILOG)
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@as_json
def command(out: Path, *, as_json: bool) -> None:
    """
    Prove OUT from its files alone: undoing the edits of each document gives its source back, character by character,
    and every file is the one that was written. Exit code 70 if anything is not so.
    """
    from cntextclean.cli.messages import VerdictMessage, emit
    from cntextclean.run.prove import prove

    seen = wrong = 0
    for verdict in prove(out):
        seen += 1
        wrong += not verdict.proved
        if as_json:
            emit(VerdictMessage(verdict.name, verdict.proved, verdict.problem))
        if not verdict.proved:
            complain(f"{verdict.name}: {verdict.problem}.")
    if wrong:
        say(f"{wrong:,} of {seen:,} checks failed. To do: clean the inputs again, which rewrites what has changed.")
        click.get_current_context().exit(ExitCode.INVARIANT)
    say(f"{count(seen, 'check')} passed: nothing was lost and nothing has changed since it was written.")
