"""``cntextclean rules``: every rule, and why it is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import Choices, as_json, configured
from cntextclean.cli.screen import printable, width_of

if TYPE_CHECKING:
    from cntextclean.cli.messages import RuleMessage
    from cntextclean.config import Config
    from cntextclean.rules import Rule

EPILOG = """\b
Examples:
  cntextclean rules                 all of them
  cntextclean rules punctuation     those of one stage
  cntextclean rules spaces.run      one, with example and counter-example
"""


@click.command("rules", epilog=EPILOG)
@click.argument("wanted", nargs=-1, metavar="[NAME]...")
@configured
@as_json
def command(wanted: tuple[str, ...], choices: Choices, *, as_json: bool) -> None:
    """
    List the rules, or explain some.

    Safe ones act by default, lossy ones when selected; findings never change text.
    """
    from cntextclean.cli.messages import emit
    from cntextclean.config import Config
    from cntextclean.rules import rules

    config = choices.settings().config
    Config(select=wanted)  # a name that is no rule's is told
    for one in rules():
        if wanted and not f"{one.name}.".startswith(tuple(f"{name}." for name in wanted)):
            continue
        if as_json:
            emit(_message(one, config))
        else:
            click.echo(_explain(one, config) if one.name in wanted else _line(one, config))


def _message(one: Rule, config: Config) -> RuleMessage:
    from cntextclean.cli.messages import RuleMessage

    return RuleMessage(
        one.name, one.what, one.why, one.safety, one.example, one.after, one.counter_example, one.normalises,
        config.allows(one.name),
    )  # fmt: skip


def _line(one: Rule, config: Config) -> str:
    mark = "on " if config.allows(one.name) else "off"
    return f"{mark}  {one.safety:<7}  {one.name + ' ' * (40 - width_of(one.name))}  {one.what}"


def _explain(one: Rule, config: Config) -> str:
    state = "on" if config.allows(one.name) else f"off (turn it on with --select {one.name})"
    changed = "stays, and is reported" if one.safety == "finding" else f"becomes  {printable(one.after)}"
    rows = [
        f"{one.name} ({one.safety}, {state})",
        f"  what             {one.what}",
        f"  why it is safe   {one.why}",
        f"  example          {printable(one.example)}  {changed}",
        f"  counter-example  {printable(one.counter_example)}  stays",
    ]
    if one.normalises:
        rows.append("  normalises       may change the form, never the letters, of clean text")
    return "\n".join(rows)
