"""
What is compared: the texts of all inputs, each with the row it came from, and what could not be read.

It is safe because a record keeps its whole line, and because an id stands for one record: a second one of the same id
is told by file and line, and set aside. The paths are taken in their own order, so the order in which they are given
changes nothing.

    >>> sortable_date("1998年3月1日") < sortable_date("1998-12-01") < sortable_date("19990101")
    True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cntextclean.config import Config
from cntextclean.errors import InputError, RecordError
from cntextclean.read.records import Loaded
from cntextclean.read.rows import Row, split_row
from cntextclean.read.sources import Input
from cntextclean.repeats.corpus import Record
from cntextclean.run.plan import make_plan
from cntextclean.run.reading import Reading

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a Parquet table: the place of its table among the inputs, and its number, from 0."""

    table: int
    number: int


Origin = Row | TableRow | None
"""Where a text came from: a line of JSON, a row of a table, or a file of its own."""


@dataclass(slots=True)
class Gathered(Reading):
    """Texts, in the order of the inputs, the origin of each by its id, and what failed or was not read."""

    records: list[Record] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    tables: list[Input] = field(default_factory=list)


def gather(paths: Sequence[str | Path], out: Path | None, config: Config) -> Gathered:
    """
    Read all inputs below the paths. Raises :class:`~cntextclean.errors.UsageError` for paths that cannot be used.

    A text without a letter has nothing to compare: it is told as a failure, and kept as it is.
    """
    plan = make_plan(sorted(paths, key=str), out)
    found = Gathered()
    found.begin(plan)
    places: dict[str, str] = {}
    for task in plan.tasks:
        if task.source.kind == "parquet":
            found.tables.append(task.source)
        for loaded in found.texts(task.source, config.read):
            _add(loaded, found, places, config)
    return found


def _add(loaded: Loaded, found: Gathered, places: dict[str, str], config: Config) -> None:
    name, place = loaded.own or loaded.id, loaded.place or loaded.id
    if name in places:
        hint = "give every record an id of its own"
        found.failures.append(RecordError(place, f"has the id `{name}`, as {places[name]} has", hint, loaded.line))
        return
    places[name] = place
    if not any(map(str.isalnum, loaded.decoded.text)):
        hint = "leave it out; it is kept as it is"
        found.failures.append(InputError(place, "holds no letter, so there is nothing to compare", hint))
    source = loaded.source or place.rpartition(":")[0]
    found.records.append(Record(name, loaded.decoded.text, sortable_date(loaded.date), source))
    found.origins[name] = _origin(loaded, found, config.read.text_field)


def _origin(loaded: Loaded, found: Gathered, field_name: str) -> Origin:
    if loaded.line:
        return split_row(loaded.line, field_name)
    if loaded.decoded.medium == "parquet":
        return TableRow(len(found.tables) - 1, int(loaded.place.rpartition(":")[2]) - 1)
    return None


def sortable_date(shown: str) -> str:
    """
    A date as a text that sorts in the order of time: its numbers, filled up. Eight digits are year, month and day.

    Days before months, and numerals in Han, are not understood; nothing comes of a text without a digit.
    """
    numbers = _DIGITS.findall(shown)
    if len(numbers) == 1 and len(numbers[0]) == 8:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    return " ".join(number.zfill(12) for number in numbers)
