"""
What archives on disk hold of new texts: indexes, opened once, that keep their text whatever is chosen among copies.

It is safe because an index is only read, and never where a run would write; what is beyond the limit is counted.

    >>> open_archives(())
    ()
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cntextclean.config import Config
from cntextclean.errors import UsageError
from cntextclean.index.model import Related

if TYPE_CHECKING:
    from cntextclean.index.archive import Index
    from cntextclean.model import Document
    from cntextclean.repeats.corpus import Record

RELATED = 100
"""Documents of an index that a text is compared with at most: a text that a hundred others share is found in some."""


def open_archives(folders: Sequence[str], out: Path | None = None) -> tuple[Index, ...]:
    """
    The indexes in these folders. Raises :class:`~cntextclean.errors.ArchiveError` for one that cannot be used, and
    :class:`UsageError` where two have one name, or the output folder ``out`` is one of them.
    """
    if not folders:
        return ()
    from cntextclean.index.archive import Index

    for folder in folders:
        if out and out.resolve().is_relative_to(Path(folder).resolve()):
            raise UsageError(f"{out}: the output folder is the index {folder}. To do: choose another one with -o.")
    counts = Counter(map(name_of, folders))
    twice = [folder for folder in folders if counts[name_of(folder)] > 1]
    if twice:
        shown = " and ".join(twice)
        hint = "rename one, since documents are named by it"
        raise UsageError(f"{shown}: two indexes have the folder name `{name_of(twice[0])}`. To do: {hint}.")
    return tuple(map(Index.open, folders))


def name_of(folder: str) -> str:
    """The name of an index: the last part of its path."""
    return Path(folder).resolve().name


def recorded(config: Config) -> Config:
    """The configuration as a run records it: of indexes the names alone, as of all folders of the machine."""
    names = tuple(map(name_of, config.repeats.against))
    return replace(config, repeats=replace(config.repeats, against=names)) if names else config


def held_of(archives: Iterable[Index], texts: Sequence[Record | Document]) -> Related:
    """The documents of indexes that may share text with any of the texts; how many more there are."""
    found = [archive.related(texts, limit=RELATED) for archive in archives]
    records = tuple(record for one in found for record in one.records)
    return Related(records, sum(one.unchecked for one in found))


def beyond(held: Related) -> tuple[str, ...]:
    """A warning where documents were left out of the comparison."""
    if not held.unchecked:
        return ()
    hint = "Look at those texts with `cntextclean index query --limit`."
    return (f"{held.unchecked:,} documents of the index that may share text were not compared. {hint}",)
