"""Every failure of a command as a message and an exit code, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from errno import EBADF, EDQUOT, ENOSPC
from pathlib import Path
from traceback import extract_tb

import click

from cntextclean.cli.screen import complain, give_up
from cntextclean.errors import CntextcleanError, ExitCode


def guard(call: Callable[[], object], resumable: Callable[[], bool]) -> int:
    """
    Run a command and return the exit code. ``resumable`` tells whether it writes a folder, and goes on when run again.

    Errors of usage that click reports itself pass through.
    """
    try:
        code = _code_of(call)
        sys.stdout.flush()
    except CntextcleanError as problem:
        complain(str(problem))
        return problem.exit_code
    except BrokenPipeError:
        give_up(sys.stdout)
        return ExitCode.INTERRUPTED if resumable() else ExitCode.OK
    except OSError as problem:
        complain(_describe_system(problem))
        give_up(sys.stdout)
        return ExitCode.OUTPUT
    except (KeyboardInterrupt, click.Abort):
        again = " Run the same command again: it goes on where it stopped." if resumable() else ""
        complain(f"interrupted; every file that stands in the output is whole.{again}")
        return ExitCode.INTERRUPTED
    except click.NoSuchOption as problem:
        told = problem.format_message() + _file_that_looks_so(sys.argv[1:])
        raise click.UsageError(told, problem.ctx) from problem
    except click.ClickException:
        raise
    except Exception as problem:  # noqa: BLE001 - what nobody foresaw is told, too, with its place
        complain(_describe_defect(problem))
        return ExitCode.INVARIANT
    return code


def _file_that_looks_so(arguments: list[str]) -> str:
    """What to do where a file was named that looks like an option; nothing where none was."""
    named = next((one for one in arguments if one.startswith("-") and one != "-" and Path(one).exists()), "")
    return f" To do: to name the file {named}, write ./{named}." if named else ""


def _code_of(call: Callable[[], object]) -> int:
    if sys.stdout is None:  # the shell's >&-
        raise OSError(EBADF, "is closed")
    try:
        call()
    except click.exceptions.Exit as end:
        return end.exit_code
    return ExitCode.OK


def _describe_system(problem: OSError) -> str:
    """What the system says of a file, or of standard output, and what to do."""
    place, reason = problem.filename or "standard output", problem.strerror or str(problem)
    full = problem.filename is None or problem.errno in (ENOSPC, EDQUOT)
    hint = "make room, or write elsewhere" if full else "check the path and its permissions"
    return f"{place}: {reason}. To do: {hint}."


def _describe_defect(problem: Exception) -> str:
    frame = extract_tb(problem.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    what = f"a defect of the program ({type(problem).__name__} at {where}: {problem})"
    return f"{what}. What was written is whole. To do: report it with the command that you typed."
