"""
The records of JSON lines and of Parquet tables: each one a document, with its place.

It is safe because every line or row is read for itself: one that is broken, has no text or no field comes back as an
error that names its place and holds what stands there, and the others go on.

    >>> import io
    >>> lines = io.BytesIO('{"id": 7, "text": "甲"}\\n{"id": 8}\\n'.encode())
    >>> [type(one).__name__ for one in json_records(lines, "a.jsonl", ReadConfig())]
    ['Loaded', 'RecordError']
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO

from cntextclean.config import ReadConfig
from cntextclean.errors import InputError, RecordError
from cntextclean.read.bounded import too_big
from cntextclean.read.decode import Decoded, decode, decoded_text
from cntextclean.read.sources import Input, printable, unique_id


@dataclass(frozen=True, slots=True)
class Loaded:
    """
    A document, decoded, by its id. Of a record also: its ``place`` (``FILE:NUMBER``), its ``own`` id (the place, where
    it has none), its line of JSON, and its date and source, where fields for them are named.
    """

    id: str
    decoded: Decoded
    place: str = ""
    own: str = ""
    line: str = ""
    date: str = ""
    source: str = ""


def json_records(stream: IO[bytes], name: str, config: ReadConfig) -> Iterator[Loaded | InputError]:
    """The records of JSON lines, each line bounded."""
    taken: set[str] = set()
    number = 0
    while line := stream.readline(config.max_bytes + 1):
        number += 1
        place = f"{name}:{number}"
        if len(line) > config.max_bytes:
            raise too_big(place, config)
        if not line.strip():
            continue
        shown = ""
        try:
            shown = decode(line, encoding=config.encoding, name=place).text
            record = json.loads(shown)
        except InputError as error:
            yield error
        except (ValueError, RecursionError) as error:
            reason = str(error).split(":", maxsplit=1)[0] if isinstance(error, ValueError) else "nested too deep"
            yield RecordError(place, f"is no JSON ({reason})", "mend the line; the other lines are read", shown)
        else:
            yield _document(record, place, config, taken, "jsonl", shown.strip())


def _document(
    record: object, place: str, config: ReadConfig, taken: set[str], medium: str, line: str = ""
) -> Loaded | InputError:
    """One record as a document; its id is the record's own, or its place (``FILE:NUMBER``)."""
    if not isinstance(record, dict):
        return RecordError(place, "is no JSON object", "give one object a line", line)
    text, own = record.get(config.text_field), record.get(config.id_field)
    if not isinstance(text, str):
        hint = "name the field that holds the text with --text-field NAME"
        return RecordError(place, f"has no field `{config.text_field}` that is a text", hint, line)
    if not text.strip():
        return RecordError(place, "holds no text", "leave the record out", line)
    identity = printable(str(own)) if isinstance(own, str | int) and str(own) else place
    return Loaded(
        unique_id(identity, place.rpartition(":")[0], taken),
        replace(decoded_text(text), medium=medium),
        place,
        identity,
        line,
        _shown(record.get(config.date_field)) if config.date_field else "",
        _shown(record.get(config.source_field)) if config.source_field else "",
    )


def _shown(value: object) -> str:
    """A value as text; nothing for what is missing."""
    return "" if value is None else str(value)


def table_rows(one: Input, config: ReadConfig) -> Iterator[Loaded | InputError]:
    """The rows of a Parquet table, a batch at a time."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        hint = "install it with `pip install cntextclean[parquet]`"
        raise InputError(one.id, "is a Parquet table, which needs the extra `parquet`", hint) from error
    taken: set[str] = set()
    number = 0
    try:
        with ParquetFile(one.path) as table:
            wanted = (config.id_field, config.text_field, config.date_field, config.source_field)
            columns = [name for name in dict.fromkeys(wanted) if name in table.schema_arrow.names]
            if config.text_field not in columns:
                raise InputError(
                    one.id,
                    f"has no column `{config.text_field}`",
                    "name the column that holds the texts with --text-field NAME",
                )
            for batch in table.iter_batches(batch_size=64, columns=columns):
                for record in batch.to_pylist():
                    number += 1
                    yield _document(record, f"{one.id}:{number}", config, taken, "parquet")
    except (ArrowException, OSError) as error:
        raise InputError(one.id, f"cannot be read as Parquet ({error})", "write the table again") from error
