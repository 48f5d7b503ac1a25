"""``cntextclean index``: an archive on disk, asked what of a text it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import Choices, as_json, configured
from cntextclean.cli.screen import complain, count, printable, say
from cntextclean.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from cntextclean.errors import InputError
    from cntextclean.index.model import Answer, Entry, Hit, Report

EPILOG = """\b
Examples:
  cntextclean index build archive/ 1997/ 1998.jsonl
  cntextclean index query archive/ today/
  cntextclean index add archive/ today/
  cntextclean index verify archive/
"""
SHOWN = 24
"""Characters of a passage that a line shows."""
SIZE = re.compile(r"(\d+)([KMGT]?)(?:i?B)?", re.IGNORECASE)
MANY = 32
"""Segments from which compacting is advised: every question looks into each of them."""

folder_argument = click.argument("folder", metavar="INDEX", type=click.Path(path_type=Path))
inputs_argument = click.argument("inputs", nargs=-1, required=True, metavar="IN...", type=click.Path())


def _bytes_of(context: click.Context, option: click.Parameter, shown: str) -> int:  # noqa: ARG001 - click's signature
    found = SIZE.fullmatch(shown.strip())
    if not found:
        raise UsageError(f"--memory {shown}: is no size. To do: write it as 512M or 4G.")
    return int(found[1]) << (10 * " KMGT".index(found[2].upper() or " "))


memory_option = click.option(
    "--memory", default="1G", metavar="SIZE", callback=_bytes_of, show_default=True,
    help="Memory that may be taken, beside the largest single text; 256M at least.",
)  # fmt: skip


@click.group("index", epilog=EPILOG)
def command() -> None:
    """Keep an archive of texts on disk: add a day's pages, find what of a text it holds, with both places."""


@command.command("build")
@folder_argument
@click.argument("inputs", nargs=-1, metavar="[IN]...", type=click.Path())
@click.option(
    "--from", "old", type=click.Path(path_type=Path), metavar="OLD", help="Also take all texts of this index."
)
@memory_option
@configured
@as_json
def build(
    folder: Path, inputs: tuple[str, ...], old: Path | None, memory: int, choices: Choices, *, as_json: bool
) -> None:
    """Make a new index of texts: folders, JSONL, Parquet. The texts themselves are stored in it."""
    from cntextclean.run.archive import Reading, build_index

    if not inputs and old is None:
        raise UsageError("no input is named. To do: name folders or files, or an index with --from.")
    told = Reading()
    report = build_index(folder, inputs, choices.settings().config, memory, told, old)
    _conclude(folder, report, told.skipped, as_json=as_json)


@command.command("add")
@folder_argument
@inputs_argument
@memory_option
@configured
@as_json
def add(folder: Path, inputs: tuple[str, ...], memory: int, choices: Choices, *, as_json: bool) -> None:
    """Add texts to an index: all of them, or on an error none. What is there already is left out and counted."""
    from cntextclean.run.archive import Reading, add_to_index, open_chosen

    settings, told = choices.settings(), Reading()
    open_chosen(folder, settings)
    report = add_to_index(folder, inputs, settings.config, memory, told)
    _conclude(folder, report, told.skipped, as_json=as_json)


@command.command("query")
@folder_argument
@inputs_argument
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, metavar="N",
    help="Documents that a text is compared with at most, the likeliest first.",
)  # fmt: skip
@configured
@as_json
def query(folder: Path, inputs: tuple[str, ...], limit: int, choices: Choices, *, as_json: bool) -> None:
    """Tell what the index holds of texts (`-`: of standard input): every passage verified, with both places."""
    import msgspec

    from cntextclean.run.archive import Reading, ask_index, open_chosen

    settings, told = choices.settings(), Reading()
    index = open_chosen(folder, settings)
    asked = known = failed = 0
    for entry, answer in ask_index(index, inputs, settings.config, limit, told):
        asked += 1
        known += bool(answer.known or answer.identical)
        if as_json:
            click.echo(msgspec.json.encode(answer).decode("utf-8"))
        else:
            _show(entry, answer)
        failed = _complain_of(told.failures, failed)
    _complain_of(told.failures, failed)
    say(f"{count(asked, 'text')} asked, {len(told.failures):,} failed; the index holds something of {known:,}.")
    _leave(asked, len(told.failures))


def _complain_of(failures: Sequence[InputError], since: int) -> int:
    for failure in failures[since:]:
        complain(str(failure))
    return len(failures)


@command.command("info")
@folder_argument
@as_json
def info(folder: Path, *, as_json: bool) -> None:
    """Tell what an index holds and how it was made."""
    from cntextclean.cli.messages import InfoMessage, emit
    from cntextclean.index.manifest import info_of

    found = info_of(folder)
    if as_json:
        emit(InfoMessage(found))
        return
    for name, value in found.header.items():
        click.echo(f"{name:<24} {printable(value)}")
    for one in found.segments:
        contents = f"{count(one.documents, 'document')}, {count(one.paragraphs, 'paragraph')}"
        click.echo(f"{one.name}  {contents}, {one.letters:,} letters, {one.bytes:,} bytes")
    for name in found.leftovers:
        click.echo(f"{name}  left by a writer that was stopped; the next one removes it")
    say(f"{count(found.documents, 'document')}, {found.letters:,} letters in {count(len(found.segments), 'segment')}.")
    _advise(len(found.segments))


@command.command("verify")
@folder_argument
@click.option("--deep", is_flag=True, help="Also work out again what each text is found by.")
@as_json
def verify(folder: Path, *, deep: bool, as_json: bool) -> None:
    """Prove an index from its files alone; name what is torn or changed. Exit code 70 if anything is."""
    from cntextclean.cli.messages import VerdictMessage, emit
    from cntextclean.index.check import check_index

    files = problems = 0
    for file in check_index(folder, deep=deep):
        files += 1
        problems += len(file.problems)
        for found in file.problems:
            complain(f"{folder / found.place}: {found.problem}.")
            if as_json:
                emit(VerdictMessage(found.place, proved=False, problem=found.problem))
        if as_json and not file.problems:
            emit(VerdictMessage(file.name, proved=True))
    if problems:
        hint = "restore the files, or build the index again"
        say(f"{count(problems, 'problem')} in {count(files, 'file')}. To do: {hint}.")
        click.get_current_context().exit(ExitCode.INVARIANT)
    say(f"{count(files, 'file')} checked: every text is the one that was added.")


@command.command("compact")
@folder_argument
@memory_option
def compact(folder: Path, memory: int) -> None:
    """Make of many segments as few as memory allows; the answers stay the same."""
    from cntextclean.index.changes import compact as run

    before, after = run(folder, memory)
    say(f"{count(before, 'segment')} → {count(after, 'segment')}.")


def _conclude(folder: Path, report: Report, skipped: int, *, as_json: bool) -> None:
    """The sum of a change, and the exit code."""
    from cntextclean.cli.messages import ArchiveMessage, emit
    from cntextclean.index.manifest import holds_index, info_of

    for failure in report.failures:
        complain(str(failure))
    if not holds_index(folder):
        complain("no text could be read; no index was made.")
        click.get_current_context().exit(ExitCode.NONE_SUCCEEDED)
    found = info_of(folder)
    failed = len(report.failures)
    if as_json:
        counts = report.added, report.repeated, report.renamed, failed, skipped
        emit(ArchiveMessage(*counts, report.segments, found.documents, len(found.segments)))
    left = f", {skipped:,} skipped" if skipped else ""
    twice = f" ({report.renamed:,} with the text of another that is there)" if report.renamed else ""
    say(
        f"{count(report.added, 'text')} added{twice}, {report.repeated:,} there already, {failed:,} failed{left} → "
        f"{count(found.documents, 'document')} in {count(len(found.segments), 'segment')}."
    )
    _advise(len(found.segments))
    _leave(report.added + report.repeated, failed)


def _advise(segments: int) -> None:
    if segments > MANY:
        say("Questions look into every segment. To do: run `cntextclean index compact`.")


def _leave(succeeded: int, failed: int) -> None:
    if failed:
        click.get_current_context().exit(ExitCode.SOME_FAILED if succeeded else ExitCode.NONE_SUCCEEDED)


def _show(entry: Entry, answer: Answer) -> None:
    """An answer for people: a line for each document that is known, a line for each passage."""
    name = printable(answer.document)
    for other in answer.identical:
        click.echo(f"{name}: the very same text as {printable(other)}")
    for known in answer.known:
        share = f"{known.covered:.0%} of this is in that, {known.held:.0%} of that in this, Jaccard {known.jaccard:.2f}"
        click.echo(f"{name}: {known.relation} {printable(known.document)}: {share}")
        for hit in known.hits:
            click.echo(_hit(entry, hit))
    for one in answer.estimates:
        key = printable(one.key)
        click.echo(f"{name}: paragraph {one.paragraph} is like {key} by its signature ({one.jaccard:.2f}, unverified)")
    if not (answer.known or answer.identical or answer.estimates):
        click.echo(f"{name}: nothing of it is in the index")
    if answer.unchecked:
        click.echo(f"{name}: {count(answer.unchecked, 'less likely document')} not compared; raise --limit")


def _hit(entry: Entry, hit: Hit) -> str:
    passage = entry.text[hit.query.start : hit.query.end].strip()
    head = printable(passage[:SHOWN]) + ("…" if len(passage) > SHOWN else "")
    places = f"{hit.query.start}-{hit.query.end} of {hit.archive.start}-{hit.archive.end}"
    shares = f"Jaccard {hit.jaccard:.2f}, contained {hit.containment:.2f}"
    return f"  {hit.verdict:<5} {hit.relation} {hit.similarity:.2f}  {places}  “{head}”  {shares}; {hit.evidence}"
