"""``cntextclean calibrate``: how well copies of one's own text are found."""

from __future__ import annotations

import click

from cntextclean.cli.options import Choices, as_json, configured, inputs
from cntextclean.cli.screen import complain, count, say
from cntextclean.errors import ExitCode, UsageError

EPILOG = """\b
Examples:
  cntextclean calibrate corpus/
  cntextclean calibrate articles.jsonl --thresholds 0.8,0.9,0.95 --sample 200

\b
Each figure is recall/found/precision: the share of the planted copies that goes, the share that is told at all, and
the share of what goes that is theirs. Copies with other numbers must stay: their first figure should be 0.
"""


@click.command("calibrate", epilog=EPILOG)
@inputs
@click.option(
    "--thresholds", default=("0,0.8,0.9,0.95,1",), multiple=True, metavar="LIST", show_default=True,
    help="Least similarities (0 to 1) at which a copy goes.",
)  # fmt: skip
@click.option("--sample", type=click.IntRange(1, 2000), default=60, metavar="N", help="Passages to copy at most.")
@configured
@as_json
def command(
    inputs: tuple[str, ...], thresholds: tuple[str, ...], sample: int, choices: Choices, *, as_json: bool
) -> None:
    """Plant exact, noisy, cut-off and re-broken copies in your own text and count how many are found; write nothing."""
    import msgspec

    from cntextclean.repeats.calibrate import calibrate
    from cntextclean.run.gather import gather

    levels = _levels(",".join(thresholds))
    config = choices.settings().config
    found = gather(inputs, None, config)
    for failure in found.failures:
        complain(str(failure))
    rows = calibrate((record.text for record in found.records), config, levels, sample=sample)
    if not rows:
        complain("no passage of 80 to 400 letters was found. To do: name more text.")
        click.get_current_context().exit(ExitCode.NONE_SUCCEEDED)
    if as_json:
        for row in rows:
            click.echo(msgspec.json.encode(row).decode("utf-8"))
    else:
        click.echo(f"{'copy':<20} {'planted':>7}" + "".join(f"{f'≥ {level:g}':>18}" for level in levels))
        for at in range(0, len(rows), len(levels)):
            figures = "".join(
                f"{row.recall:>8.2f}/{row.found:.2f}/{row.precision:.2f}" for row in rows[at : at + len(levels)]
            )
            click.echo(f"{rows[at].kind:<20} {rows[at].planted:>7}{figures}")
    say(f"{count(rows[0].planted, 'passage')} of {count(len(found.records), 'record')}; shares of letters.")
    click.get_current_context().exit(ExitCode.SOME_FAILED if found.failures else ExitCode.OK)


def _levels(shown: str) -> list[float]:
    try:
        levels = [float(one) for one in shown.split(",")]
    except ValueError:
        levels = [-1.0]
    if all(0 <= one <= 1 for one in levels):
        return sorted(levels)
    raise UsageError(f"--thresholds {shown}: is no list of numbers from 0 to 1. To do: write it as 0.8,0.9,0.95.")
