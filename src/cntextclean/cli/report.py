"""``cntextclean report``: the HTML report of an output folder."""

from __future__ import annotations

from pathlib import Path

import click

from cntextclean.cli.screen import printable

EPILOG = """\b
Example:
  cntextclean report out/
"""


@click.command("report", epilog=EPILOG)
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
def command(out: Path) -> None:
    """Write OUT/report.html anew from the files of OUT: source and result side by side, with every reason."""
    from cntextclean.run.prove import require_run
    from cntextclean.run.report import refresh_report

    click.echo(printable(str(refresh_report(out, require_run(out)))))
