"""
The tree of errors. Each says what happened, where, what was left as it was, and what to type next.

::

    CntextcleanError
    ├── UsageError          2   the command or the configuration is wrong
    ├── InputError          4   an input could not be read; where others go on, the command returns 3
    │   └── RecordError         one record of it could not
    ├── ArchiveError        2   an index on disk cannot be used as it is
    ├── OutputError         5   the output cannot be written
    └── TraceError         70   an invariant failed: the document is withheld, a minimal case is saved

    >>> str(InputError("a.txt", "is empty", "remove it or scan the page again"))
    'a.txt: is empty. To do: remove it or scan the page again.'
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns. Anything else is a defect."""

    OK = 0
    CHANGES_FOUND = 1
    USAGE = 2
    SOME_FAILED = 3
    NONE_SUCCEEDED = 4
    OUTPUT = 5
    INVARIANT = 70
    INTERRUPTED = 130


class CntextcleanError(Exception):
    """Base of all errors that the program raises on purpose."""

    exit_code = ExitCode.USAGE


class UsageError(CntextcleanError):
    """The command line or the configuration cannot be used as given."""

    exit_code = ExitCode.USAGE


class PlacedError(CntextcleanError):
    """An error at a place: ``place`` names the file (and the offset, where known), ``hint`` what to do."""

    def __init__(self, place: str, problem: str, hint: str = "") -> None:
        super().__init__(place, problem, hint)
        self.place, self.problem, self.hint = place, problem, hint

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}." + (f" To do: {self.hint}." if self.hint else "")


class InputError(PlacedError):
    """One input cannot be read or is no text."""

    exit_code = ExitCode.NONE_SUCCEEDED


class RecordError(InputError):
    """One record of an input cannot be read; ``line`` is the record as it stands, where it is text."""

    def __init__(self, place: str, problem: str, hint: str = "", line: str = "") -> None:
        super().__init__(place, problem, hint)
        self.line = line


class OutputError(PlacedError):
    """The output folder or file cannot be written."""

    exit_code = ExitCode.OUTPUT


class ArchiveError(PlacedError):
    """An index on disk cannot be used as it is: missing, damaged, or made otherwise than this program would."""

    exit_code = ExitCode.USAGE


class TraceError(CntextcleanError):
    """Blocks, removals and edits do not account for the source. Never the user's fault."""

    exit_code = ExitCode.INVARIANT
