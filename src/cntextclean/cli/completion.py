"""``cntextclean completion``: the completion script of a shell."""

from __future__ import annotations

import click

from cntextclean.cli.screen import write_out

EPILOG = """\b
Examples:
  cntextclean completion bash >> ~/.bashrc
  cntextclean completion zsh >> ~/.zshrc
  cntextclean completion fish > ~/.config/fish/completions/cntextclean.fish
"""


@click.command("completion", epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes commands and options in a shell."""
    from click.shell_completion import get_completion_class

    from cntextclean.cli.app import app

    kind = get_completion_class(shell)
    if kind:
        write_out(kind(app, {}, "cntextclean", "_CNTEXTCLEAN_COMPLETE").source() + "\n")
