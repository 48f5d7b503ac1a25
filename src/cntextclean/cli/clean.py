"""``cntextclean clean``: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import Choices, against_option, as_json, configured, inputs
from cntextclean.cli.screen import complain, count, printable, say
from cntextclean.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from cntextclean.config import Config
    from cntextclean.run.plan import Plan
    from cntextclean.run.records import Totals

EPILOG = """\b
Examples:
  cntextclean clean scans/ -o out/
  cntextclean clean scans/ more.txt -o out/ --script simplified --jobs 4
  cntextclean clean scans/ -o out/ --format text,tei --ignore punctuation
  cntextclean clean pages/ -o out/ --split articles --notes end
  cntextclean clean today/ -o out/ --dedup corpus --against archive/
  cat page.txt | cntextclean clean - > page.md
"""


SHORT = {"md": "markdown", "txt": "text"}


def _named_formats(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001 - click's signature
    """All formats that were asked for, each once, by their names."""
    words = (word.strip() for one in given for word in one.split(","))
    names = tuple(dict.fromkeys(SHORT.get(word, word) for word in words if word))
    if given and not names:
        raise UsageError("--format: names no format. To do: write it as --format markdown,text.")
    return names


@click.command("clean", epilog=EPILOG)
@inputs
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), metavar="OUT", help="Folder for what is written."
)
@click.option(
    "--format", "formats", metavar="LIST", multiple=True, callback=_named_formats,
    help="Of jsonl, markdown (md), text (txt), json (sections nested), tei (TEI P5), commas between, or the option"
    " repeated; documents.jsonl is always written.",
)  # fmt: skip
@click.option(
    "--split", type=click.Choice(["none", "articles"]),
    help="articles: a file for each article of a page, and one for the page's own lines.",
)  # fmt: skip
@click.option(
    "--notes", type=click.Choice(["keep", "drop", "end"]),
    help="Footnotes in Markdown and text: where they stand, left out, or behind their article.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 512), metavar="N", help="Processes; the result is the same for any N.")
@click.option(
    "--consensus", is_flag=True,
    help="Where copies were found: put misread ideographs right on which several copies and the dictionary agree.",
)  # fmt: skip
@against_option
@click.option("--fresh", is_flag=True, help="Do everything again, also what has not changed.")
@click.option("--dry-run", is_flag=True, help="Say what would be written; write nothing.")
@configured
@as_json
def command(
    inputs: tuple[str, ...], out: Path | None, formats: tuple[str, ...], split: str | None, notes: str | None,
    jobs: int | None, against: tuple[str, ...], choices: Choices, *, consensus: bool, fresh: bool, dry_run: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """
    Clean files and folders into OUT: documents.jsonl, one Markdown a document, duplicates.jsonl, report.html, run.json.

    A second run does only what changed. With - as input, one text from standard input goes to standard output.
    """
    more = {"repeats.consensus": consensus, "split": split, "notes": notes, "repeats.against": against}
    config = choices.settings(formats, more).config
    if against and config.dedup != "corpus":
        raise UsageError("--against takes copies out across documents. To do: add --dedup corpus.")
    if "-" in inputs:
        if out or split == "articles" or against or len(formats) > 1:
            left = "-o, --split, --against and a second --format"
            raise UsageError(f"- goes to standard output, as one text. To do: leave out {left}, or name a file.")
        _clean_stream(inputs, config, formats, as_json=as_json)
    elif out is None:
        raise UsageError("no output folder is named. To do: add -o OUT (or look first with `cntextclean check`).")
    elif dry_run:
        _list_outputs(inputs, config, out, as_json=as_json)
    else:
        _clean_files(inputs, config, out, jobs, fresh=fresh, as_json=as_json)


def _clean_stream(inputs: tuple[str, ...], config: Config, formats: tuple[str, ...], *, as_json: bool) -> None:
    if len(inputs) > 1:
        raise UsageError("- stands alone. To do: clean standard input and files in two commands.")
    from cntextclean.cli.stream import write_stream

    write_stream(config, "jsonl" if as_json else config.formats[0] if formats else "markdown")


def _list_outputs(inputs: tuple[str, ...], config: Config, out: Path, *, as_json: bool) -> None:
    from cntextclean.cli.messages import OutputMessage, emit
    from cntextclean.run.engine import places_of_plan
    from cntextclean.run.plan import make_plan

    plan = make_plan(inputs, out, again=True)
    for path in places_of_plan(plan, config):
        shown = str(out / path) + "/" * path.endswith("/")
        if as_json:
            emit(OutputMessage(shown))
        else:
            click.echo(printable(shown))
    planned, skipped = count(len(plan.tasks), "input"), count(len(plan.others), "input")
    parted = "; a document of several articles becomes a folder of its name" if config.split == "articles" else ""
    say(f"{planned} would be cleaned, {skipped} not{parted}; nothing was written.")


def _clean_files(
    inputs: tuple[str, ...], config: Config, out: Path, jobs: int | None, *, fresh: bool, as_json: bool
) -> None:
    from cntextclean.cli.messages import SummaryMessage, emit
    from cntextclean.cli.progress import Watcher
    from cntextclean.run.engine import Engine
    from cntextclean.run.plan import make_plan

    plan = make_plan(inputs, out, again=True)
    if not plan.tasks:
        _end_without_inputs(plan, as_json=as_json)
    with Watcher(as_json=as_json) as watcher:
        result = Engine(plan, config, out, watcher).run(jobs=jobs, fresh=fresh)
    for warning in result.warnings:
        complain(warning)
    totals = result.record.totals
    code = exit_code(totals)
    if as_json:
        emit(SummaryMessage(totals, result.unchanged, code))
    say(summarise(totals, result.unchanged))
    click.get_current_context().exit(code)


def _end_without_inputs(plan: Plan, *, as_json: bool) -> None:
    """Nothing is written: what stands in the output folder stays."""
    from cntextclean.cli.messages import SummaryMessage, emit
    from cntextclean.run.records import Totals

    totals = Totals.of(plan.others)
    for failure in plan.failures:
        complain(str(failure))
    if as_json:
        emit(SummaryMessage(totals, 0, ExitCode.NONE_SUCCEEDED))
    complain("no input matched; nothing was written. To do: name files, or folders that hold text files.")
    for one in [one for one in plan.others if one.status == "skipped"][:10]:
        say(f"  skipped {one.name}: {one.problem}")
    click.get_current_context().exit(ExitCode.NONE_SUCCEEDED)


def exit_code(totals: Totals) -> ExitCode:
    """What the process returns for a run with these totals."""
    if totals.withheld:
        return ExitCode.INVARIANT
    if not totals.done:
        return ExitCode.NONE_SUCCEEDED
    return ExitCode.SOME_FAILED if totals.failed or totals.records_failed else ExitCode.OK


def summarise(totals: Totals, unchanged: int) -> str:
    """The summary for people; it accounts for every input."""
    parts = [f"{totals.done:,} done" + (f" ({unchanged:,} unchanged)" if unchanged else "")]
    others = {
        "failed": totals.failed,
        "withheld": totals.withheld,
        "skipped": totals.skipped,
        "records failed": totals.records_failed,
    }
    parts += [f"{number:,} {name}" for name, number in others.items() if number]
    proof = "; every character is accounted for" if totals.done else ""
    sums = [
        count(totals.documents, "document"),
        count(totals.edits, "edit"),
        count(totals.removed, "removal"),
        count(totals.findings, "finding"),
    ]
    return f"{count(totals.inputs, 'input')}: {', '.join(parts)} → {', '.join(sums)}{proof}."
