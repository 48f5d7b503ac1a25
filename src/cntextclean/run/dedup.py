"""
Copies across inputs that are clean already: ``duplicates.jsonl`` and ``kept.jsonl``.

The inputs are only read; what goes is told with both places and the similarity, and what stays is written as records
of ``id`` and ``text`` in the order of the ids.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from cntextclean.config import Config
from cntextclean.errors import InputError
from cntextclean.read.load import load_inputs
from cntextclean.read.sources import Skipped
from cntextclean.run.plan import make_plan
from cntextclean.write.atomic import whole_file
from cntextclean.write.jsonl import encode


@dataclass(frozen=True, slots=True)
class DedupSummary:
    """What a run over clean texts found: numbers of records and findings, what failed, what to think about."""

    records: int
    kept: int
    removed: int
    labelled: int
    failures: tuple[InputError, ...]
    warnings: tuple[str, ...]


def deduplicate_inputs(
    paths: Sequence[str | Path], out: Path, config: Config, tell: Callable[[InputError], None]
) -> DedupSummary:
    """
    Find copies across the inputs and write both files into ``out``; nothing is written where no text could be read.

    What cannot be read is given to ``tell`` as it is met. Raises :class:`~cntextclean.errors.UsageError` for paths
    that cannot be used and :class:`~cntextclean.errors.OutputError` where the output cannot be written.
    """
    from cntextclean.repeats.corpus import Record, deduplicate

    plan = make_plan(paths, out)
    failures = [InputError(one.name, one.problem, one.hint) for one in plan.failed]
    records: list[Record] = []
    for loaded in load_inputs([task.source for task in plan.tasks], config.read):
        if isinstance(loaded, InputError):
            failures.append(loaded)
        elif not isinstance(loaded, Skipped):
            records.append(Record(loaded.id, loaded.decoded.text))
    for failure in failures:
        tell(failure)
    if not records:
        return DedupSummary(0, 0, 0, 0, tuple(failures), ())
    result = deduplicate(records, config)
    with whole_file(out / "duplicates.jsonl") as duplicates, whole_file(out / "kept.jsonl") as kept:
        for finding in result.findings:
            duplicates.write(encode(finding) + b"\n")
        for record in result.kept:
            row = {config.read.id_field: record.id, config.read.text_field: record.text}
            kept.write(msgspec.json.encode(row) + b"\n")
    removed = len(result.removed)
    return DedupSummary(
        len(records), len(result.kept), removed, len(result.findings) - removed, tuple(failures), result.warnings
    )
