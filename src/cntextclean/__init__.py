"""
cntextclean turns raw Chinese text (OCR'd pages, articles, scrapes) into clean canonical documents.

A document passes through stages that only *propose* changes; one place builds the text, keeps the origin of every
character, and proves on every document that nothing was lost. So each change has a rule, its evidence, and the exact
place in the source.

    >>> import cntextclean as ctc
    >>> document = ctc.clean("今天上午,第六届高层论坛在温州举行。")
    >>> [edit.rule.split(".")[0] for edit in document.edits]
    ['punctuation']
    >>> print(document.text, end="")
    今天上午，第六届高层论坛在温州举行。

Names are loaded when they are first used, so that importing the package loads no stage and no heavy library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cntextclean.config import Config
    from cntextclean.configfile import load_settings
    from cntextclean.errors import (
        ArchiveError,
        CntextcleanError,
        ExitCode,
        InputError,
        OutputError,
        TraceError,
        UsageError,
    )
    from cntextclean.index.archive import Index
    from cntextclean.index.model import Answer
    from cntextclean.model import Block, Document, Edit, Finding, Removal, Repeat, Section, Source
    from cntextclean.pipeline import clean
    from cntextclean.repeats.consensus import Correction
    from cntextclean.repeats.corpus import Deduplication, Record, deduplicate
    from cntextclean.run.cleaner import Cleaner, Failure
    from cntextclean.trace import restore, verify

__version__ = "0.1.0"
__all__ = [
    "Answer",
    "ArchiveError",
    "Block",
    "Cleaner",
    "CntextcleanError",
    "Config",
    "Correction",
    "Deduplication",
    "Document",
    "Edit",
    "ExitCode",
    "Failure",
    "Finding",
    "Index",
    "InputError",
    "OutputError",
    "Record",
    "Removal",
    "Repeat",
    "Section",
    "Source",
    "TraceError",
    "UsageError",
    "__version__",
    "clean",
    "deduplicate",
    "load_settings",
    "restore",
    "verify",
]

_HOMES = {
    "cntextclean.config": ("Config",),
    "cntextclean.configfile": ("load_settings",),
    "cntextclean.errors": (
        "ArchiveError",
        "CntextcleanError",
        "ExitCode",
        "InputError",
        "OutputError",
        "TraceError",
        "UsageError",
    ),
    "cntextclean.index.archive": ("Index",),
    "cntextclean.index.model": ("Answer",),
    "cntextclean.model": ("Block", "Document", "Edit", "Finding", "Removal", "Repeat", "Section", "Source"),
    "cntextclean.pipeline": ("clean",),
    "cntextclean.repeats.consensus": ("Correction",),
    "cntextclean.repeats.corpus": ("Deduplication", "Record", "deduplicate"),
    "cntextclean.run.cleaner": ("Cleaner", "Failure"),
    "cntextclean.trace": ("restore", "verify"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
