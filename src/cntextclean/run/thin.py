"""
Records of JSON lines that are nearly the same as one that stays, left out as a whole.

The inputs are only read. A record that stays is written as its line stands (one of another encoding as UTF-8); one that
goes is written beside what stays for it and how like it is, so nothing is lost and every choice can be checked. The
first of two stays, in the order of the inputs and their lines.

It is safe because the similarity of every pair is counted exactly (:mod:`cntextclean.repeats.alike`).
"""

from __future__ import annotations

import io
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from cntextclean.config import Config, ReadConfig
from cntextclean.errors import InputError, RecordError
from cntextclean.read.bounded import open_bounded, too_big
from cntextclean.read.decode import decode
from cntextclean.read.records import Loaded, json_records
from cntextclean.read.sources import Input
from cntextclean.run.journal import only_run
from cntextclean.run.plan import make_plan
from cntextclean.write.atomic import sweep, whole_file

if TYPE_CHECKING:
    from cntextclean.repeats.alike import Stars


class Gone(msgspec.Struct, frozen=True):
    """A line of ``dropped.jsonl``: the record that goes, its id and place; those of what stays, and how like it is."""

    id: str
    place: str
    of: str
    of_place: str
    jaccard: float
    record: msgspec.Raw


@dataclass(frozen=True, slots=True)
class ThinSummary:
    """Numbers of records that were read and that stay, of pairs that were compared; what failed."""

    records: int
    kept: int
    compared: int
    failures: tuple[InputError, ...]


class _Row(msgspec.Struct):
    """What is read of a line, whatever its fields are called."""

    text: str
    own: str | int | None = None


@dataclass(slots=True)
class _Read:
    """Texts in the order of the inputs; the input and line of each (from 1); ids, where records have some."""

    texts: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    failures: list[InputError] = field(default_factory=list)


def thin_inputs(
    paths: Sequence[str | Path], out: Path | None, config: Config, tell: Callable[[InputError], None]
) -> ThinSummary:
    """
    Write into ``out`` (nothing, where it is none) ``kept.jsonl``, ``dropped.jsonl`` and ``failed.jsonl``.

    What cannot be read is given to ``tell``. Raises :class:`~cntextclean.errors.UsageError` for paths that cannot be
    used, :class:`~cntextclean.errors.InputError` where an input changes under way and
    :class:`~cntextclean.errors.OutputError` where the output cannot be written.
    """
    from cntextclean.repeats.alike import Likeness, find_alike

    plan = make_plan(sorted(paths, key=str), out)
    inputs = [task.source for task in plan.tasks if task.source.kind == "jsonl"]
    hint = "give JSON lines, or use `cntextclean dedup`, which reads all kinds"
    others = [InputError(one.source.id, "is no JSONL", hint) for one in plan.tasks if one.source.kind != "jsonl"]
    found = _Read(failures=[*plan.failures, *others])
    for number, source in enumerate(inputs):
        _read(number, source, found, config.read)
    for failure in found.failures:
        tell(failure)
    stars = find_alike(found.texts, Likeness(jaccard=config.repeats.alike))
    if out is not None and found.texts:
        with only_run(out):
            sweep(out, below=False)
            _write(out, inputs, found, stars, config.read)
    return ThinSummary(len(found.texts), int(stars.stays.sum()), stars.compared, tuple(found.failures))


def _lines(source: Input, config: ReadConfig) -> Iterator[bytes]:
    """The lines of an input, each bounded."""
    with open_bounded(source.path, source.packing, source.id, config, whole=False) as stream:
        while line := stream.readline(config.max_bytes + 1):
            if len(line) > config.max_bytes:
                raise too_big(source.id, config)
            yield line


def _read(number: int, source: Input, found: _Read, config: ReadConfig) -> None:
    """Add the texts of an input; a line that is none is told, and the others go on."""
    decode = _decoder(config)
    plain = _is_utf8(config)
    try:
        for at, line in enumerate(_lines(source, config), 1):
            try:
                one = decode(line) if plain else None
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                one = None
            text, own = (one.text, one.own) if one and one.text.strip() else _slowly(line, source, at, found, config)
            if text:
                if own is not None and own != "":
                    found.ids[len(found.texts)] = str(own)
                found.texts.append(text)
                found.places.append((number, at))
    except InputError as problem:
        found.failures.append(problem)


def _decoder(config: ReadConfig) -> Callable[[bytes], _Row]:
    names = {"own": config.id_field, "text": config.text_field}
    row = msgspec.defstruct("Row", [("text", str), ("own", str | int | None, None)], rename=names)
    return cast("Callable[[bytes], _Row]", msgspec.json.Decoder(row).decode)


def _slowly(line: bytes, source: Input, at: int, found: _Read, config: ReadConfig) -> tuple[str, str | None]:
    """The text and id of a line that the quick reader refuses; none, and a failure, where there is none."""
    place = f"{source.id}:{at}"
    for one in json_records(io.BytesIO(line), "", config):
        if isinstance(one, Loaded):
            return one.decoded.text, one.own if one.own != one.place else None
        found.failures.append(RecordError(place, one.problem, one.hint, getattr(one, "line", "")))
    return "", None


def _write(out: Path, inputs: Sequence[Input], found: _Read, stars: Stars, config: ReadConfig) -> None:
    """Every record into one of the three files, its line as it stands."""
    of, shares = stars.of.tolist(), stars.jaccard.tolist()
    with (
        whole_file(out / "kept.jsonl") as kept,
        whole_file(out / "dropped.jsonl") as dropped,
        whole_file(out / "failed.jsonl") as failed,
    ):
        for number, raw in enumerate(_again(inputs, found, config)):
            line = _as_utf8(raw, config)
            if of[number] == number:
                kept.write(line if line.endswith(b"\n") else line + b"\n")
                continue
            names = [_name(one, inputs, found) for one in (number, of[number])]
            record = msgspec.Raw(line.strip())
            dropped.write(msgspec.json.encode(Gone(*names[0], *names[1], round(shares[number], 4), record)) + b"\n")
        for one in found.failures:
            line_text = one.line if isinstance(one, RecordError) else ""
            row = {"place": one.place, "problem": one.problem, "hint": one.hint, "line": line_text}
            failed.write(json.dumps(row, ensure_ascii=True).encode() + b"\n")


def _is_utf8(config: ReadConfig) -> bool:
    """Whether nothing else is said of the encoding."""
    return config.encoding.replace("-", "").lower() in ("", "utf8")


def _as_utf8(line: bytes, config: ReadConfig) -> bytes:
    """A line as it stands but for a byte-order mark; where it is no UTF-8, as it was read."""
    if _is_utf8(config):
        line = line.removeprefix(BOM_UTF8)
        with suppress(UnicodeDecodeError):
            line.decode("utf-8")
            return line
    return decode(line, encoding=config.encoding).text.encode("utf-8")


def _name(number: int, inputs: Sequence[Input], found: _Read) -> tuple[str, str]:
    """The id and the place of a record; its place is its id where it has none."""
    source, at = found.places[number]
    place = f"{inputs[source].id}:{at}"
    return found.ids.get(number, place), place


def _again(inputs: Sequence[Input], found: _Read, config: ReadConfig) -> Iterator[bytes]:
    """The lines of the texts, read a second time: so memory holds no text twice."""
    at = 0
    for number, source in enumerate(inputs):
        for line_number, line in enumerate(_lines(source, config), 1):
            if at < len(found.places) and found.places[at] == (number, line_number):
                yield line
                at += 1
    if at < len(found.places):
        problem = "has changed since it was read"
        raise InputError(inputs[found.places[at][0]].id, problem, "run the command again when nothing else writes it")
