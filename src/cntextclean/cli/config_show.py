"""``cntextclean config show``: each value and where it comes from."""

from __future__ import annotations

import click

from cntextclean.cli.options import Choices, as_json, configured
from cntextclean.cli.screen import printable

EPILOG = """\b
Examples:
  cntextclean config show
  cntextclean config show --set repair.spacing=pangu --json
"""


@click.group("config")
def command() -> None:
    """Show the configuration and where it comes from."""


@command.command("show", epilog=EPILOG)
@configured
@as_json
def show(choices: Choices, *, as_json: bool) -> None:
    """Print every setting, its value and its origin: default, a file, --set or an option."""
    import msgspec

    from cntextclean.cli.messages import SettingMessage, emit
    from cntextclean.configfile import value_of

    settings = choices.settings()
    for key, origin in settings.origins.items():
        value = msgspec.json.encode(value_of(settings.config, key)).decode("utf-8")
        if as_json:
            emit(SettingMessage(key, value, origin))
        else:
            click.echo(f"{key:<24} = {value:<24}  # {printable(origin)}")
