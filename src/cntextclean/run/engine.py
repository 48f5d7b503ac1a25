"""
The run: plan, do what is not done, write, account.

Files of single documents are written as soon as they are clean; ``documents.jsonl``, ``duplicates.jsonl``, the report
and ``run.json`` are put together at the end in the order of the plan, from a store that an interrupted run leaves
behind for the next. It is safe because every file is written whole or not at all, and because an input only counts as
done where its own hash, the configuration's and those of all its files are the recorded ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from cntextclean.config import Config
from cntextclean.run.crossing import write_crossed
from cntextclean.run.held import open_archives, recorded
from cntextclean.run.journal import Kept, Store, join_parts, load_finished, read_run
from cntextclean.run.lines import settle_ids, write_lines
from cntextclean.run.places import Places, write_files
from cntextclean.run.plan import Plan
from cntextclean.run.records import InputRecord, OutputRecord, RunRecord, Totals, files_of, warn_of_copies
from cntextclean.run.report import write_run_record, write_run_report
from cntextclean.run.survey import with_running_heads
from cntextclean.run.tasks import Outcome, Task, digest, hash_file
from cntextclean.run.versions import run_key, versions
from cntextclean.run.workers import choose_jobs, execute
from cntextclean.write.atomic import sweep, write_whole, writing
from cntextclean.write.names import safe_path

WITHHELD = "withheld"


class Observer(Protocol):
    """Who wants to know how the run goes on."""

    def begin(self, inputs: int, size: int) -> None:
        """``inputs`` inputs of ``size`` bytes are to be done or found done."""
        ...  # the protocol has no body

    def advance(self, record: InputRecord, *, unchanged: bool) -> None:
        """One input is finished, or was found ``unchanged`` since an earlier run."""
        ...  # the protocol has no body


@dataclass(frozen=True, slots=True)
class Result:
    """A finished run, how many of its inputs were unchanged since an earlier one, and what to think about."""

    record: RunRecord
    unchanged: int
    warnings: tuple[str, ...] = ()


class Engine:
    """One run into one output folder."""

    def __init__(self, plan: Plan, config: Config, out: Path, observer: Observer) -> None:
        self._plan, self._config, self._out, self._observer = plan, config, out, observer
        self._archives = open_archives(config.repeats.against, out) if config.dedup == "corpus" else ()
        self._recorded = recorded(config)
        self._key = run_key(self._recorded, [archive.digest for archive in self._archives])
        self._places = Places(plan.tasks, config)
        self._parts: dict[int, list[Kept]] = {}
        self._abandoned: tuple[OutputRecord, ...] = ()
        self._warnings: tuple[str, ...] = ()

    def run(self, *, jobs: int | None = None, fresh: bool = False) -> Result:
        """
        Do it. Raises :class:`~cntextclean.errors.OutputError` when the output cannot be written; what is finished by
        then, or when ctrl-C comes, is kept for the next run.
        """
        with writing(self._out):
            self._out.mkdir(parents=True, exist_ok=True)
        self._observer.begin(len(self._plan.tasks) + len(self._plan.failed), self._plan.size)
        for record in self._plan.failed:
            self._observer.advance(record, unchanged=False)
        self._plan = replace(self._plan, tasks=with_running_heads(self._plan.tasks, self._config))
        with Store(self._out, self._key) as store:
            sweep(self._out)
            done = self._find_done(store, fresh=fresh)
            unchanged = len(done)
            pending = [task for task in self._plan.tasks if task.number not in done]
            for outcome in execute(pending, self._config, jobs=choose_jobs(pending, jobs)):
                kept = self._keep(outcome, store)
                if kept:
                    done[outcome.number] = kept
                    self._observer.advance(kept.record, unchanged=False)
            run = self._finish([done[task.number] for task in self._plan.tasks])
            store.remove()
        return Result(run, unchanged, self._warnings)

    def _find_done(self, store: Store, *, fresh: bool) -> dict[int, Kept]:
        begun = store.load()
        self._abandoned = begun.files
        if fresh:
            store.remove()
            return {}
        known = {**self._load_finished(), **begun.inputs}
        done: dict[int, Kept] = {}
        for task in self._plan.tasks:
            kept = known.get(task.name)
            if kept and self._is_current(task, kept.record):
                done[task.number] = kept
                self._observer.advance(kept.record, unchanged=True)
        return done

    def _load_finished(self) -> dict[str, Kept]:
        """
        What an earlier run finished. A document without the copies of one corpus is no ground for another corpus: there
        all counts or nothing.
        """
        finished = load_finished(self._out, self._key)
        if self._config.dedup != "corpus":
            return finished
        before = read_run(self._out)
        tasks = self._plan.tasks
        same = (
            before is not None
            and [one.name for one in before.inputs[: len(tasks)]] == [task.name for task in tasks]
            and before.inputs[len(tasks) :] == self._plan.others
            and all(task.name in finished and self._is_current(task, finished[task.name].record) for task in tasks)
            and self._stands(before)
        )
        return finished if same else {}

    def _is_current(self, task: Task, record: InputRecord) -> bool:
        """Whether the input and all its files still have the hashes recorded, and the places are those of the plan."""
        if record.status != "done" or record.all_problems() or record.bytes != task.size:
            return False
        if hash_file(task.path) != record.sha256 or digest(task.running) != record.running:
            return False
        places = self._places.of(task, [document.own for document in record.documents])
        for document, paths in zip(record.documents, places, strict=True):
            if not paths.fit(output.path for output in document.outputs):
                return False
            if any(hash_file(self._out / output.path) != output.sha256 for output in document.outputs):
                return False
        return True

    def _keep(self, outcome: Outcome, store: Store) -> Kept | None:
        """Write what came of a task; keep it for the end. None until the final part is there."""
        if not outcome.part:
            self._forget(self._parts.pop(outcome.number, []))
        places = self._places.of(
            self._plan.tasks[outcome.number], [product.record.own for product in outcome.products], part=outcome.part
        )
        documents = tuple(
            replace(product.record, outputs=write_files(self._out, product.files, place))
            for product, place in zip(outcome.products, places, strict=True)
        )
        record = replace(outcome.record, documents=documents)
        if outcome.case:
            path = f"{WITHHELD}/{safe_path(record.name)}.txt"
            write_whole(self._out / path, outcome.case)
            record = replace(record, outputs=(OutputRecord(path, hashlib.sha256(outcome.case).hexdigest()),))
        lines = [product.line for product in outcome.products]
        parts = self._parts.setdefault(outcome.number, [])
        parts.append(store.append(record, lines, part=outcome.part, final=outcome.final))
        return join_parts(self._parts.pop(outcome.number)) if outcome.final else None

    def _forget(self, parts: list[Kept]) -> None:
        """Take away the files of a task that begins anew, since its worker was killed."""
        for output in (one for part in parts for document in part.record.documents for one in document.outputs):
            with suppress(OSError):
                (self._out / output.path).unlink()

    def _finish(self, kept: list[Kept]) -> RunRecord:
        """Put the files of the whole run in place, ``run.json`` last, and take away what an earlier run left."""
        before = read_run(self._out)
        settled = settle_ids(kept)
        run = self._record(settled)
        if before and replace(before, files=()) == run and self._stands(before):
            self._warnings = warn_of_copies(before.inputs, self._config.repeats.warn_share)
            self._remove_stale(self._abandoned, before)
            return before
        written = write_lines(self._out, kept, settled)
        run = self._record(written.inputs)
        files = written.files
        if self._config.dedup == "corpus":
            crossed, files, self._warnings = write_crossed(self._out, written.inputs, self._config, self._archives)
            run = self._record(crossed)
        self._warnings += warn_of_copies(run.inputs, self._config.repeats.warn_share)
        run = replace(run, files=(*files, *write_run_report(self._out, run)))
        self._remove_stale([*(_outputs(before) if before else ()), *self._abandoned], run)
        write_run_record(self._out, run)
        return run

    def _record(self, inputs: Iterable[InputRecord]) -> RunRecord:
        everything = (*inputs, *self._plan.others)
        return RunRecord(versions(), self._recorded, self._key, everything, Totals.of(everything))

    def _stands(self, run: RunRecord) -> bool:
        """Whether all files of a run but those of its documents are as it wrote them."""
        files = [*run.files, *(output for one in run.inputs for output in one.outputs)]
        return all(hash_file(self._out / file.path) == file.sha256 for file in files)

    def _remove_stale(self, before: Iterable[OutputRecord], after: RunRecord) -> None:
        """Remove files of runs before that this one did not write, where they are still as those wrote them."""
        current = {output.path for output in _outputs(after)}
        for output in before:
            path = self._out / output.path
            inside = path.resolve().is_relative_to(self._out.resolve())
            if output.path not in current and inside and hash_file(path) == output.sha256:
                with suppress(OSError):
                    path.unlink()
                    for folder in path.parents:
                        if folder == self._out:
                            break
                        folder.rmdir()


def places_of_plan(plan: Plan, config: Config) -> list[str]:
    """What a run over the plan would write, below the output folder; of an input of several documents its folders."""
    return ["documents.jsonl", "duplicates.jsonl", "report.html", "run.json", *Places(plan.tasks, config).all()]


def _outputs(run: RunRecord) -> list[OutputRecord]:
    return [*run.files, *(output for one in run.inputs for output in files_of(one))]
