"""The command ``cntextclean``: wiring only. Every sub-command lives in a module that is loaded when it is used."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

import click

COMMANDS = {
    "clean": "clean files and folders into an output folder",
    "check": "say what would change; write nothing",
    "diff": "show what would change, line by line",
    "explain": "show each change of a file with its rule and evidence",
    "rules": "list the rules, or explain one",
    "findings": "list what was seen and left alone",
    "verify": "prove an output folder from its files alone",
    "report": "write the HTML report of an output folder",
    "dedup": "find copies across clean texts",
    "thin": "leave out records that are nearly the same as another",
    "index": "keep an archive on disk and ask it",
    "calibrate": "plant copies in your own text and count how many are found",
    "config": "show the configuration and where it comes from",
    "schema": "print the JSON Schemas of what is written",
    "completion": "print the completion script of a shell",
}
MODULES = {"config": "config_show"}
WRITING = {"clean"}


class LazyGroup(click.Group):
    """A group that knows its commands' names and loads a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command; None where there is none of that name."""
        if name not in COMMANDS:
            return None
        module = import_module(f"cntextclean.cli.{MODULES.get(name, name)}")
        command = module.command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command called; name the nearest where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            guess = f" Did you mean `{near[0]}`?" if near else ""
            ctx.fail(f"there is no command `{args[0]}`.{guess}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; every failure becomes a message and an exit code."""
        from cntextclean.cli.guard import guard

        run = super().invoke
        ctx.exit(guard(lambda: run(ctx), lambda: ctx.invoked_subcommand in WRITING))


EPILOG = """\b
Examples:
  cntextclean check scans/                     what would change
  cntextclean clean scans/ -o out/             clean a folder
  cntextclean clean - < a.txt                  one text to standard output
  cntextclean explain scans/第三章.txt:17       why line 17 changed
  cntextclean verify out/                      prove that nothing was lost

Exit codes: 0 ok, 1 changes found (check, diff), 2 wrong command or configuration, 3 some inputs failed, 4 none
succeeded or none matched, 5 output cannot be written, 70 a document was withheld, 130 interrupted.
"""


@click.group(
    cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(package_name="cntextclean", message="%(prog)s %(version)s")
def app() -> None:
    """Turn raw Chinese text (OCR, scrapes) into clean documents; lose nothing, explain every change."""


def main() -> None:
    """Entry point of the command. Where the locale's file names are not UTF-8, Python starts anew in UTF-8 mode."""
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="cntextclean")
    except KeyboardInterrupt:  # before a command began, or a second one while it ended
        sys.exit(130)
    except OSError:  # what click itself has to say cannot be written
        from cntextclean.cli.screen import give_up

        for stream in (sys.stdout, sys.stderr):
            give_up(stream)
        sys.exit(5)


if __name__ == "__main__":
    main()
