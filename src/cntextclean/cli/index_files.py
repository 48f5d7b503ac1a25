"""``cntextclean index info`` and ``verify``: an index as it lies on the disk."""

from __future__ import annotations

from pathlib import Path

import click

from cntextclean.cli.options import as_json
from cntextclean.cli.screen import complain, count, printable, say
from cntextclean.errors import ExitCode

MANY = 32
"""Segments from which compacting is advised: every question looks into each of them."""
folder_argument = click.argument("folder", metavar="INDEX", type=click.Path(path_type=Path))


@click.command("info")
@folder_argument
@click.option("--ids", is_flag=True, help="List the ids of all documents instead, one a line.")
@as_json
def info(folder: Path, *, ids: bool, as_json: bool) -> None:
    """Tell what an index holds and how it was made."""
    from cntextclean.cli.messages import InfoMessage, emit
    from cntextclean.index.manifest import info_of

    if ids:
        _list_ids(folder, as_json=as_json)
        return
    found = info_of(folder)
    if as_json:
        emit(InfoMessage(found))
        return
    for name, value in found.header.items():
        click.echo(f"{name:<24} {printable(value)}")
    for one in found.segments:
        contents = f"{count(one.documents, 'document')}, {count(one.paragraphs, 'paragraph')}"
        click.echo(f"{one.name}  {contents}, {one.letters:,} letters, {one.bytes:,} bytes")
    for gone in found.tombstones:
        click.echo(f"{gone.name}  {count(gone.documents, 'document')} taken out, {gone.letters:,} letters")
    for name in found.leftovers:
        click.echo(f"{name}  left by a writer that was stopped; the next one removes it")
    say(f"{count(found.documents, 'document')}, {found.letters:,} letters in {count(len(found.segments), 'segment')}.")
    advise(len(found.segments))


def _list_ids(folder: Path, *, as_json: bool) -> None:
    """The ids, as they are but on a terminal; as JSON texts where a line feed in one would make two of it."""
    import json
    import sys

    from cntextclean.index.archive import Index

    shown = json.dumps if as_json else printable if sys.stdout.isatty() else str
    for name in Index.open(folder).ids():
        click.echo(shown(name))


@click.command("verify")
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


def advise(segments: int) -> None:
    """Say when an index should be compacted."""
    if segments > MANY:
        say("Questions look into every segment. To do: run `cntextclean index compact`.")
