"""
Inputs to an index on disk, and questions of inputs to it: folders, JSONL and Parquet as ``dedup`` reads them.

Texts are read one at a time, so memory is bounded by what the index is allowed and by the largest text. What cannot be
read is told by file and line; the rest goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from cntextclean.config import Config
from cntextclean.configfile import Settings
from cntextclean.errors import UsageError
from cntextclean.index.archive import Index
from cntextclean.index.changes import create, entries_of, extend, open_segments
from cntextclean.index.header import SETTINGS, header_of, require_same, settings_of
from cntextclean.index.manifest import read_manifest
from cntextclean.index.model import Answer, Entry, Report
from cntextclean.read.sources import STANDARD_INPUT
from cntextclean.run.plan import make_plan
from cntextclean.run.reading import Reading


def read_entries(paths: Sequence[str | Path], folder: Path, config: Config, told: Reading) -> Iterator[Entry]:
    """
    The texts of all inputs, lazily, in the order of the paths whatever order they are given in.

    Raises :class:`~cntextclean.errors.UsageError` for paths that cannot be used, or that lie in the index ``folder``.
    """
    for path in paths:
        _keep_apart(path, folder)
    plan = make_plan(sorted(paths, key=str))
    told.begin(plan)
    for task in plan.tasks:
        for loaded in told.texts(task.source, config.read):
            yield Entry(loaded.own or loaded.id, loaded.decoded.text, (), loaded.place or loaded.id)


def _keep_apart(path: str | Path, folder: Path) -> None:
    """Refuse to read an index as texts."""
    given, target = Path(path).resolve(), folder.resolve()
    hint = "To do: name the folders and files that hold the texts."
    if str(path) != STANDARD_INPUT and given.is_relative_to(target):
        raise UsageError(f"{path}: the input lies in the index {folder}. {hint}")
    if str(path) != STANDARD_INPUT and target.is_relative_to(given) and given.is_dir():
        raise UsageError(f"{path}: the input folder holds the index {folder}. {hint}")


def read_ids(path: Path) -> list[str]:
    """The ids that a file (``-``: standard input) lists, one a line. Raises :class:`UsageError` where it is none."""
    name = "standard input" if str(path) == STANDARD_INPUT else str(path)
    try:
        data = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else path.read_bytes()
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as problem:
        hint = "save it as UTF-8, as `cntextclean index info INDEX --ids` writes it"
        raise UsageError(f"{name}: is no list of ids in UTF-8 (byte {problem.start}). To do: {hint}.") from problem
    except OSError as problem:
        raise UsageError(f"{name}: cannot be read ({problem.strerror}). To do: check the path.") from problem
    return [one for line in lines if (one := line.removesuffix("\r"))]


def build_index(
    folder: Path, paths: Sequence[str | Path], config: Config, memory: int, told: Reading, old: Sequence[Path] = ()
) -> Report:
    """
    A new index of the texts of all inputs, and of those of ``old`` indexes, which may be of another fold or other
    parameters. Where no text is read, none is made. Raises what :func:`read_entries` and
    :func:`~cntextclean.index.changes.create` raise.
    """
    earlier = [open_segments(one, read_manifest(one), whole=True) for one in old]
    entries = chain(*map(entries_of, earlier), read_entries(paths, folder, config, told))
    report = create(folder, entries, config.repeats, memory, empty=False)
    return replace(report, failures=(*told.failures, *report.failures))


def add_to_index(folder: Path, paths: Sequence[str | Path], config: Config, memory: int, told: Reading) -> Report:
    """Add the texts of all inputs to an index. Raises what :func:`read_entries` and ``Index.add`` raise."""
    report = extend(folder, read_entries(paths, folder, config, told), memory)
    return replace(report, failures=(*told.failures, *report.failures))


def ask_index(
    index: Index, paths: Sequence[str | Path], config: Config, limit: int, told: Reading
) -> Iterator[tuple[Entry, Answer]]:
    """What the index holds of each text of the inputs, one at a time."""
    for entry in read_entries(paths, index.folder, config, told):
        yield entry, index.query(entry, limit=limit)


def open_chosen(folder: Path, settings: Settings) -> Index:
    """
    Open an index with its own parameters. Raises :class:`~cntextclean.errors.ArchiveError` where the user chose others,
    which names each of them.
    """
    header = read_manifest(folder).header
    chosen = [name for name in SETTINGS if settings.origins[f"repeats.{name}"] != "default"]
    values = {name: getattr(settings.config.repeats, name) for name in chosen}
    repeats = replace(settings_of(header, settings.config.repeats), **values)
    require_same(folder, header_of(repeats), header)
    return Index.open(folder, replace(settings.config, repeats=repeats))
