"""``cntextclean diff``: what would change, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import SequenceMatcher

import click

from cntextclean.cli.options import Choices, configured, inputs
from cntextclean.cli.screen import printable, wants_colour
from cntextclean.errors import ExitCode

EPILOG = """\b
Examples:
  cntextclean diff scans/第三章.txt
  cntextclean diff scans/ --ignore lines | less
"""
COLOURS = {"-": "red", "+": "green", "@": "cyan"}


@click.command("diff", epilog=EPILOG)
@inputs
@click.option(
    "--context", type=click.IntRange(0, 100), default=2, show_default=True, help="Unchanged lines shown around."
)
@configured
def command(inputs: tuple[str, ...], context: int, choices: Choices) -> None:
    """
    Show what cleaning would change, as a unified diff of each text and its clean form; exit code 1 if anything would.

    Blank lines are left out on both sides, since the writers set their own; line numbers are those of the files.
    """
    from cntextclean.cli.look import Tally, look_at, rendering

    config = choices.settings().config
    tally = Tally()
    coloured = wants_colour()
    for seen in look_at(inputs, config, tally):
        lines = list(unified(seen.text, rendering(seen), printable(seen.document.id), context))
        tally.changed += bool(lines)
        for line in lines:
            style = COLOURS.get(line[:1]) if coloured else None
            sys.stdout.write((click.style(line, fg=style) if style else line) + "\n")
    sys.stdout.flush()
    click.get_current_context().exit(tally.exit_code(ExitCode.CHANGES_FOUND if tally.changed else ExitCode.OK))


def unified(before: str, after: str, name: str, context: int) -> Iterator[str]:
    """The lines of a unified diff, blank lines left out; nothing where nothing differs."""
    from cntextclean.cli.look import visible_lines

    old, new = visible_lines(before), visible_lines(after)
    matcher = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], autojunk=False)
    header = True
    for group in matcher.get_grouped_opcodes(context):
        if header:
            yield f"--- {name}"
            yield f"+++ {name} (clean)"
            header = False
        left, right = old[group[0][1] : group[-1][2]], new[group[0][3] : group[-1][4]]
        yield f"@@ -{_range(left)} +{_range(right)} @@"
        for tag, low, high, start, end in group:
            if tag == "equal":
                yield from (" " + printable(text) for _, text in old[low:high])
            else:
                yield from ("-" + printable(text) for _, text in old[low:high])
                yield from ("+" + printable(text) for _, text in new[start:end])


def _range(lines: list[tuple[int, str]]) -> str:
    return f"{lines[0][0]},{lines[-1][0] - lines[0][0] + 1}" if lines else "0,0"
