"""
What stays of the inputs, written with all that it had: only a text that lost a copy changes.

It is safe because a line of JSON is taken over as it stands but for its text, and a row of a table with all its
columns and their types; a table that changed since it was read is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from math import isfinite
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from cntextclean.config import ReadConfig
from cntextclean.errors import InputError, UsageError
from cntextclean.read.rows import Row
from cntextclean.read.sources import Input
from cntextclean.run.gather import Gathered, TableRow

if TYPE_CHECKING:
    import pyarrow as pa

CHANGED, AGAIN = "has changed since it was read", "run the command again when nothing else writes it"
UNWRITABLE = (ValueError, OverflowError, TypeError)
"""What comes of a value that JSON cannot hold, such as a day of the year 10,000."""


def rows_of(names: Iterable[str], texts: Mapping[str, str], found: Gathered, fields: ReadConfig) -> Iterator[bytes]:
    """The records of these ids as lines of JSON, without line ends; ``texts`` holds the texts that changed."""
    chosen = list(names)
    tables = _table_lines(chosen, texts, found, fields)
    whole = {record.id: record.text for record in found.records}
    for name in chosen:
        origin = found.origins[name]
        if isinstance(origin, Row):
            text = texts.get(name)
            yield (origin.line() if text is None else origin.with_text(text)).encode("utf-8")
        elif isinstance(origin, TableRow):
            yield tables[name]
        else:
            row = {fields.id_field: name, fields.text_field: texts.get(name, whole[name])}
            yield msgspec.json.encode(row)


def _table_lines(
    names: Sequence[str], texts: Mapping[str, str], found: Gathered, fields: ReadConfig
) -> dict[str, bytes]:
    """The rows of tables among the records, as JSON; what JSON has no type for (dates, decimals, NaN) as text."""
    lines: dict[str, bytes] = {}
    for table, chosen in _tables(names, found, fields):
        try:
            for name, row in zip(chosen, table.to_pylist(), strict=True):
                if name in texts:
                    row[fields.text_field] = texts[name]
                lines[name] = _as_json(row)
        except UNWRITABLE as problem:
            hint = "keep the table's types with --format parquet"
            raise UsageError(
                f"a column of the table cannot be written as JSON ({problem}). To do: {hint}."
            ) from problem
    return lines


def _as_json(row: dict[str, object]) -> bytes:
    return msgspec.json.encode(_finite(row), enc_hook=str)


def _finite(value: object) -> object:
    """A value with NaN and infinity as text, which JSON would show as null, like what was never there."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {key: _finite(one) for key, one in value.items()}
    return [_finite(one) for one in value] if isinstance(value, list) else value


def _tables(names: Iterable[str], found: Gathered, fields: ReadConfig) -> Iterator[tuple[pa.Table, list[str]]]:
    """Of each table the rows wanted, with all columns, and their ids."""
    wanted: dict[int, list[tuple[int, str]]] = {}
    for name in names:
        origin = found.origins[name]
        if isinstance(origin, TableRow):
            wanted.setdefault(origin.table, []).append((origin.number, name))
    texts = {record.id: record.text for record in found.records} if wanted else {}
    for table, rows in sorted(wanted.items()):
        source = found.tables[table]
        numbers, chosen = [number for number, _ in sorted(rows)], [name for _, name in sorted(rows)]
        yield _read_rows(source, numbers, [texts[name] for name in chosen], fields), chosen


def _read_rows(source: Input, numbers: list[int], texts: list[str], fields: ReadConfig) -> pa.Table:
    """Rows of a table, which must hold the texts that were compared. Raises :class:`InputError` where it does not."""
    table = _take(source, numbers)
    if fields.text_field in table.schema.names and table.column(fields.text_field).to_pylist() == texts:
        return table
    raise InputError(source.id, CHANGED, AGAIN)


def _take(source: Input, numbers: list[int]) -> pa.Table:
    """Rows of a table. Raises :class:`InputError` where it has none of these numbers any more."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(source.path) as file:
            table = file.read()
    except (ArrowException, OSError) as problem:
        raise InputError(source.id, f"cannot be read any more ({problem})", AGAIN) from problem
    if max(numbers) >= table.num_rows:
        raise InputError(source.id, CHANGED, AGAIN)
    return table.take(numbers)


def lines_at(places: Iterable[str], found: Gathered) -> dict[str, str]:
    """The rows of tables at these places (``FILE:NUMBER``) as lines of JSON, by their places; others are left out."""
    tables = {one.id: one for one in found.tables}
    wanted: dict[str, list[int]] = {}
    for name, _, number in (place.rpartition(":") for place in places):
        if name in tables and number.isdecimal():
            wanted.setdefault(name, []).append(int(number) - 1)
    lines: dict[str, str] = {}
    for name, numbers in wanted.items():
        with suppress(*UNWRITABLE):
            for at, row in zip(numbers, _take(tables[name], numbers).to_pylist(), strict=True):
                lines[f"{name}:{at + 1}"] = _as_json(row).decode("utf-8")
    return lines


def require_parquet() -> None:
    """Raise :class:`UsageError` where the extra that reads and writes tables is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401 - only whether it is there
    except ImportError as problem:
        hint = "install it with `pip install cntextclean[parquet]`, or leave --format out"
        raise UsageError(f"--format parquet needs the extra `parquet`. To do: {hint}.") from problem


def write_table(
    file: BinaryIO, names: Sequence[str], texts: Mapping[str, str], found: Gathered, fields: ReadConfig
) -> None:
    """
    The records of these ids as one Parquet table in their order. Tables keep the types of their columns; a column that
    a table or record has not is empty there.

    Raises :class:`UsageError` where columns of one name have types that do not fit together.
    """
    import pyarrow as pa
    from pyarrow.parquet import write_table as write

    parts: list[pa.Table] = []
    order: list[str] = []
    for table, chosen in _tables(names, found, fields):
        parts.append(_with_texts(table, chosen, texts, fields.text_field))
        order += chosen
    lines = [name for name in names if not isinstance(found.origins[name], TableRow)]
    try:
        if lines or not parts:
            parts.append(_as_table([json.loads(line) for line in rows_of(lines, texts, found, fields)]))
            order += lines
        place = {name: at for at, name in enumerate(order)}
        table = pa.concat_tables(parts, promote_options="default").take([place[name] for name in names])
    except pa.ArrowException as problem:
        hint = "write --format jsonl, or take inputs with the same columns together"
        raise UsageError(f"the records do not make one table ({problem}). To do: {hint}.") from problem
    write(table, file)


def _with_texts(table: pa.Table, names: Sequence[str], texts: Mapping[str, str], field: str) -> pa.Table:
    import pyarrow as pa

    at = table.schema.get_field_index(field)
    column = table.column(at).to_pylist()
    changed = [texts.get(name, text) for name, text in zip(names, column, strict=True)]
    return table.set_column(at, table.schema.field(at), pa.array(changed, type=table.schema.field(at).type))


def _as_table(rows: Sequence[dict[str, object]]) -> pa.Table:
    import pyarrow as pa

    columns = dict.fromkeys(name for row in rows for name in row)
    return pa.table({name: pa.array([row.get(name) for row in rows]) for name in columns})
