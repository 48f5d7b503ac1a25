"""The report of a run, made from the files of its output folder alone, so ``clean`` and ``report`` give the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from cntextclean.config import Config
from cntextclean.configfile import known_keys, value_of
from cntextclean.run.records import OutputRecord, RunRecord
from cntextclean.run.tasks import hash_file
from cntextclean.write.atomic import write_whole
from cntextclean.write.jsonl import read_documents

NAME = "report.html"


def write_run_report(out: Path, run: RunRecord) -> tuple[OutputRecord, ...]:
    """
    Write ``report.html`` (and ``report-pages/`` where there are many documents) into ``out``; return what was written.

    Raises :class:`~cntextclean.errors.OutputError` where that is impossible.
    """
    from cntextclean.write.report import Failure, RunSummary, write_report

    failures = tuple(Failure(one.name, one.problem, one.hint) for one in run.inputs if one.status != "done")
    summary = RunSummary(failures=failures, settings=_settings(run.configuration))
    paths = write_report(read_documents(out / "documents.jsonl"), None, out / NAME, run=summary)
    return tuple(OutputRecord(path.relative_to(out).as_posix(), hash_file(path)) for path in paths)


def write_run_record(out: Path, run: RunRecord) -> None:
    """Put ``run.json`` in place."""
    write_whole(out / "run.json", msgspec.json.format(msgspec.json.encode(run), indent=1) + b"\n")


def refresh_report(out: Path, run: RunRecord) -> Path:
    """Write the report of a finished run anew, and record it; return its place."""
    others = tuple(file for file in run.files if not file.path.startswith("report"))
    write_run_record(out, replace(run, files=(*others, *write_run_report(out, run))))
    return out / NAME


def _settings(config: Config) -> tuple[tuple[str, str], ...]:
    """The values that are not the default."""
    default = Config()
    return tuple(
        (key, msgspec.json.encode(value_of(config, key)).decode("utf-8"))
        for key in known_keys()
        if value_of(config, key) != value_of(default, key)
    )
