r"""
What goes to a terminal: messages, never raw.

Names and texts of the input are shown with control characters, ESC, invisible and direction marks escaped, so no
input can drive the terminal.

    >>> printable("a\x1b[31m\u202e第.txt")
    'a\\x1b[31m\\u202e第.txt'
"""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import suppress
from typing import TextIO

import click

SHOWN_RAW = {"\u3000"}


def printable(text: str) -> str:
    """The text on one line, everything that is not seen as an escape."""
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() or one in SHOWN_RAW else one.encode("unicode_escape", "surrogatepass").decode()
        for one in text
    )


def printable_lines(text: str) -> str:
    """The same for text of several lines, whose line ends stay."""
    return "\n".join(printable(line) for line in text.split("\n"))


def say(text: str) -> None:
    """A line on standard error. Where that is closed or full, the run goes on: files and exit code tell the same."""
    _tell(printable_lines(text), coloured=False)


def complain(text: str) -> None:
    """A problem, on standard error, as :func:`say`."""
    coloured = _is_coloured(sys.stderr)
    name = click.style("cntextclean: ", fg="red") if coloured else "cntextclean: "
    _tell(name + printable_lines(text), coloured=coloured)


def _tell(text: str, *, coloured: bool) -> None:
    try:
        click.echo(text, err=True, color=coloured or None)
    except OSError:
        give_up(sys.stderr)


def give_up(stream: TextIO | None) -> None:
    """Let what a stream still holds, and all that comes, go nowhere: it would fail once more when the process ends."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[union-attr]


def write_out(text: str, *, coloured: bool = False) -> None:
    """Text on standard output, as it is but for colours that are not wanted there."""
    click.echo(text, nl=False, color=coloured or None)


def wants_colour() -> bool:
    """Whether standard output is a terminal that may be coloured (``NO_COLOR`` and ``FORCE_COLOR`` are obeyed)."""
    return _is_coloured(sys.stdout)


def _is_coloured(stream: object) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: object) -> bool:
    """Whether a stream is a terminal; a closed one, which Python shows as None, is none."""
    return bool(getattr(stream, "isatty", lambda: False)())


def width_of(text: str) -> int:
    """Columns of a text on a terminal: wide characters count two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def count(number: int, noun: str) -> str:
    """``1 file``, ``1,234 files``."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"
