"""
Copies across inputs that are clean already: what is a copy of what, and what stays.

The inputs are only read. Every record of them is in one of three files: ``kept.jsonl`` (or ``kept.parquet``) holds
those that stay, without the copies in them and otherwise as they were; ``dropped.jsonl`` those that are copies as a
whole, as they were, with what stays in their place; ``failed.jsonl`` those that could not be read. ``duplicates.jsonl``
tells every copy with both places, ``corrections.jsonl`` every place where copies agree against the text that stays:
with ``repeats.consensus`` some are put right in ``kept.jsonl``, and what stood there is in that file. Copies and
records are in the order of ids, so the order of the inputs changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import msgspec

from cntextclean.config import Config
from cntextclean.errors import InputError, RecordError, UsageError
from cntextclean.read.rows import Row
from cntextclean.repeats.consensus import Correction
from cntextclean.repeats.corpus import Deduplication, deduplicate
from cntextclean.run.gather import Gathered, gather
from cntextclean.run.held import beyond, held_of, open_archives
from cntextclean.run.journal import only_run
from cntextclean.run.kept import lines_at, require_parquet, rows_of, write_table
from cntextclean.write.atomic import sweep, whole_file, writing
from cntextclean.write.jsonl import encode

KeptFormat = Literal["jsonl", "parquet"]


class Dropped(msgspec.Struct, frozen=True):
    """A line of ``dropped.jsonl``: the record ``document`` went as a copy of ``copy_of``; ``rest`` is in no copy."""

    document: str
    copy_of: str
    rest: str
    record: msgspec.Raw


class Failed(msgspec.Struct, frozen=True):
    """A line of ``failed.jsonl``: what is wrong where, and the line or row that stands there, where it is a record."""

    place: str
    problem: str
    hint: str
    line: str


@dataclass(frozen=True, slots=True)
class DedupSummary:
    """What a run over clean texts found: numbers of records and findings, what failed, what to think about."""

    records: int
    kept: int
    removed: int
    labelled: int
    failures: tuple[InputError, ...]
    warnings: tuple[str, ...]
    skipped: int = 0
    corrected: int = 0
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """The texts that were read, and the copies in and among them; ``result`` is none where no text was read."""

    gathered: Gathered
    result: Deduplication | None
    warnings: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()

    def summary(self) -> DedupSummary:
        """The numbers."""
        failures, skipped = tuple(self.gathered.failures), self.gathered.skipped
        if self.result is None:
            return DedupSummary(0, 0, 0, 0, failures, self.warnings, skipped)
        findings, removed = len(self.result.findings), len(self.result.removed)
        records, kept = len(self.result.records), len(self.result.kept)
        corrected = sum(one.action == "corrected" for one in self.corrections)
        return DedupSummary(
            records, kept, removed, findings - removed, failures, self.warnings, skipped, corrected,
            len(self.corrections) - corrected,
        )  # fmt: skip


def compare_inputs(paths: Sequence[str | Path], out: Path | None, config: Config) -> Comparison:
    """
    Find copies across the inputs, and of what the indexes of ``repeats.against`` hold; nothing is written.

    Raises :class:`~cntextclean.errors.UsageError` for paths that cannot be used (``out`` is where results will go) and
    for a choice among copies whose ground is not named; :class:`~cntextclean.errors.ArchiveError` for an index that
    cannot be used.
    """
    _require_ground(config)
    archives = open_archives(config.repeats.against, out)
    found = gather(paths, out, config)
    if not found.records:
        return Comparison(found, None, ())
    held = held_of(archives, found.records)
    result = deduplicate(found.records, config, against=held.records)
    corrections = result.corrections if config.allows("repeats.consensus") else ()
    warnings = (*result.warnings, *_without_dates(found, config), *beyond(held))
    return Comparison(found, result, warnings, corrections)


def _require_ground(config: Config) -> None:
    if config.repeats.keep == "earliest" and not config.read.date_field:
        raise UsageError("`earliest` needs a date. To do: name the field that holds it with --date-field NAME.")
    if config.repeats.keep == "source-priority" and not config.repeats.sources:
        hint = "name the sources, the best first, with --sources A,B (and their field with --source-field NAME)"
        raise UsageError(f"`source-priority` needs an order of sources. To do: {hint}.")


def _without_dates(found: Gathered, config: Config) -> tuple[str, ...]:
    dateless = sum(not record.date for record in found.records)
    if config.repeats.keep != "earliest" or not dateless:
        return ()
    return (f"{dateless:,} of {len(found.records):,} records have no date; they count as the latest.",)


def write_comparison(comparison: Comparison, out: Path, config: Config, kept: KeptFormat = "jsonl") -> None:
    """
    Write what was found and what stays into ``out``: every file whole, or not at all.

    Raises :class:`~cntextclean.errors.OutputError` where the output cannot be written.
    """
    if comparison.result is None:
        return
    with only_run(out):
        sweep(out, below=False)
        _write_files(comparison, comparison.result, out, config, kept)
        _remove_other_kept(out, kept)


def _write_files(comparison: Comparison, result: Deduplication, out: Path, config: Config, kept: KeptFormat) -> None:
    found = comparison.gathered
    names = [record.id for record in result.kept]
    texts = _changed_texts(result, found)
    with (
        whole_file(out / "duplicates.jsonl") as duplicates,
        whole_file(out / "corrections.jsonl") as corrections,
        whole_file(out / "dropped.jsonl") as dropped,
        whole_file(out / "failed.jsonl") as failed,
        whole_file(out / f"kept.{kept}") as stays,
    ):
        duplicates.writelines(encode(finding) + b"\n" for finding in result.findings)
        corrections.writelines(msgspec.json.encode(one) + b"\n" for one in comparison.corrections)
        dropped.writelines(msgspec.json.encode(one) + b"\n" for one in _dropped(result, found, config))
        failed.writelines(msgspec.json.encode(one) + b"\n" for one in _failed(found))
        if kept == "parquet":
            write_table(stays, names, texts, found, config.read)
        else:
            stays.writelines(line + b"\n" for line in rows_of(names, texts, found, config.read))


def _remove_other_kept(out: Path, kept: KeptFormat) -> None:
    """Take away what an earlier run kept in the other format: it would be read as what this one kept."""
    for other in get_args(KeptFormat):
        if other != kept:
            with writing(out / f"kept.{other}"):
                (out / f"kept.{other}").unlink(missing_ok=True)


def _changed_texts(result: Deduplication, found: Gathered) -> dict[str, str]:
    """The texts that changed, made of what their records hold (there a lone surrogate still is one)."""
    texts: dict[str, str] = {}
    for record in result.kept:
        if result.removed_of(record.id) or result.corrections_of(record.id):
            origin = found.origins[record.id]
            texts[record.id] = result.shortened(record.id, origin.text) if isinstance(origin, Row) else record.text
    return texts


def _dropped(result: Deduplication, found: Gathered, config: Config) -> Iterator[Dropped]:
    copies = result.whole_copies
    rows = rows_of(copies, {}, found, config.read)
    for row, (document, copy_of) in zip(rows, copies.items(), strict=True):
        yield Dropped(document, copy_of, result.rest_of(document), msgspec.Raw(row))


def _failed(found: Gathered) -> Iterator[Failed]:
    rows = lines_at((one.place for one in found.failures if isinstance(one, RecordError) and not one.line), found)
    for one in found.failures:
        line = (one.line or rows.get(one.place, "")) if isinstance(one, RecordError) else ""
        yield Failed(one.place, one.problem, one.hint, line.encode("utf-8", "replace").decode("utf-8"))


def deduplicate_inputs(
    paths: Sequence[str | Path],
    out: Path | None,
    config: Config,
    tell: Callable[[Comparison], None],
    *,
    kept: KeptFormat = "jsonl",
    dry_run: bool = False,
) -> DedupSummary:
    """
    Find copies across the inputs, give what was found to ``tell``, then write it into ``out``.

    Nothing is written in a dry run, or where no text was read. Raises :class:`~cntextclean.errors.UsageError` for paths
    that cannot be used and :class:`~cntextclean.errors.OutputError` where the output cannot be written.
    """
    if kept == "parquet":
        require_parquet()
    comparison = compare_inputs(paths, out, config)
    tell(comparison)
    if out is not None and not dry_run:
        write_comparison(comparison, out, config, kept)
    return comparison.summary()
