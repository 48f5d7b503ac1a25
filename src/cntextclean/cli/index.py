"""``cntextclean index``: an archive on disk, asked what of a text it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cntextclean.cli.index_files import advise, folder_argument, info, verify
from cntextclean.cli.options import Choices, as_json, configured, inputs
from cntextclean.cli.screen import complain, count, say
from cntextclean.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from cntextclean.errors import InputError
    from cntextclean.index.model import Report

EPILOG = """\b
Examples:
  cntextclean index build archive/ 1997/ 1998.jsonl
  cntextclean index query archive/ today/
  cntextclean index add archive/ today/
  cntextclean index remove archive/ 1998-01-02/3
  cntextclean index verify archive/
"""
SIZE = re.compile(r"(\d+)([KMGT]?)(?:i?B)?", re.IGNORECASE)


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


command.add_command(info)
command.add_command(verify)


@command.command("build")
@folder_argument
@click.argument("inputs", nargs=-1, metavar="[IN]...", type=click.Path(readable=False))
@click.option(
    "--from", "old", type=click.Path(path_type=Path), metavar="OLD", multiple=True,
    help="Also take all texts of this index. May be repeated.",
)  # fmt: skip
@memory_option
@configured
@as_json
def build(
    folder: Path, inputs: tuple[str, ...], old: tuple[Path, ...], memory: int, choices: Choices, *, as_json: bool
) -> None:
    """Make a new index of texts: folders, JSONL, Parquet. The texts themselves are stored in it."""
    from cntextclean.run.archive import build_index
    from cntextclean.run.reading import Reading

    if not inputs and not old:
        raise UsageError("no input is named. To do: name folders or files, or an index with --from.")
    told = Reading()
    report = build_index(folder, inputs, choices.settings().config, memory, told, old)
    _conclude(folder, report, told.skipped, as_json=as_json)


@command.command("add")
@folder_argument
@inputs
@memory_option
@configured
@as_json
def add(folder: Path, inputs: tuple[str, ...], memory: int, choices: Choices, *, as_json: bool) -> None:
    """
    Add texts to an index: all that can be read.

    What is there already is left out and counted. Where the index cannot be written, it is as it was.
    """
    from cntextclean.run.archive import add_to_index, open_chosen
    from cntextclean.run.reading import Reading

    settings, told = choices.settings(), Reading()
    open_chosen(folder, settings)
    report = add_to_index(folder, inputs, settings.config, memory, told)
    _conclude(folder, report, told.skipped, as_json=as_json)


@command.command("remove")
@folder_argument
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--from-file", "lists", type=click.Path(path_type=Path), multiple=True, metavar="FILE",
    help="Also those that this file names, an id a line; `-` is standard input. May be repeated.",
)  # fmt: skip
@as_json
def remove(folder: Path, ids: tuple[str, ...], lists: tuple[Path, ...], *, as_json: bool) -> None:
    """
    Take documents out of an index by their ids: all that are named, or on an error none.

    Nothing finds them any more; `index compact` gives back their room. Put ids that begin with - behind --.
    """
    from cntextclean.cli.messages import ArchiveMessage, emit
    from cntextclean.index.manifest import info_of
    from cntextclean.index.removal import remove as run
    from cntextclean.run.archive import read_ids

    named = [*ids, *(one for path in lists for one in read_ids(path))]
    if not named:
        raise UsageError("no document is named. To do: name ids, or a file that lists them with --from-file.")
    removed = run(folder, named)
    found = info_of(folder)
    documents, segments = found.documents, len(found.segments)
    if as_json:
        emit(ArchiveMessage(0, 0, 0, 0, 0, 0, documents, segments, removed=removed))
    left = f"{count(documents, 'document')} in {count(segments, 'segment')}"
    say(f"{count(removed, 'document')} taken out → {left}. `cntextclean index compact` gives back their room.")


@command.command("query")
@folder_argument
@inputs
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, metavar="N",
    help="Documents that a text is compared with at most, the likeliest first.",
)  # fmt: skip
@configured
@as_json
def query(folder: Path, inputs: tuple[str, ...], limit: int, choices: Choices, *, as_json: bool) -> None:
    """Tell what the index holds of texts (`-`: of standard input): every passage verified, with both places."""
    import msgspec

    from cntextclean.cli.answers import show_answer
    from cntextclean.run.archive import ask_index, open_chosen
    from cntextclean.run.reading import Reading

    settings, told = choices.settings(), Reading()
    index = open_chosen(folder, settings)
    asked = known = failed = 0
    for entry, answer in ask_index(index, inputs, settings.config, limit, told):
        asked += 1
        known += bool(answer.known or answer.identical)
        if as_json:
            click.echo(msgspec.json.encode(answer).decode("utf-8"))
        else:
            show_answer(entry, answer)
        failed = _complain_of(told.failures, failed)
    _complain_of(told.failures, failed)
    say(f"{count(asked, 'text')} asked, {len(told.failures):,} failed; the index holds something of {known:,}.")
    _leave(asked, len(told.failures))


def _complain_of(failures: Sequence[InputError], since: int) -> int:
    for failure in failures[since:]:
        complain(str(failure))
    return len(failures)


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
    advise(len(found.segments))
    _leave(report.added + report.repeated, failed)


def _leave(succeeded: int, failed: int) -> None:
    if failed:
        click.get_current_context().exit(ExitCode.SOME_FAILED if succeeded else ExitCode.NONE_SUCCEEDED)
