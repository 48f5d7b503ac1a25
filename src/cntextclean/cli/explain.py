"""``cntextclean explain``: each change with its rule and its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import Choices, as_json, configured
from cntextclean.cli.screen import count, printable
from cntextclean.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from cntextclean.cli.look import Seen
    from cntextclean.cli.messages import PlaceMessage
    from cntextclean.model import Span

EPILOG = """\b
Examples:
  cntextclean explain scans/第三章.txt
  cntextclean explain scans/第三章.txt:17
  cat scans/第三章.txt | cntextclean explain -:17
"""
LONGEST = 60
STREAM_LINE = re.compile(r"-:[0-9]+")


class StreamCommand(click.Command):
    """A command whose target may be a line of standard input: ``-:17`` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put such a target behind ``--``, where nothing is an option."""
        if "--" not in args:
            lines = [one for one in args if STREAM_LINE.fullmatch(one)]
            args = [*(one for one in args if one not in lines), *(["--", *lines] if lines else [])]
        return super().parse_args(ctx, args)


@click.command("explain", cls=StreamCommand, epilog=EPILOG)
@click.argument("target", metavar="FILE[:LINE]")
@configured
@as_json
def command(target: str, choices: Choices, *, as_json: bool) -> None:
    """
    Show each change of FILE, or of one LINE of it: where, before and after, rule, evidence. Nothing is written.

    With - as FILE, the text comes from standard input.
    """
    from cntextclean.cli.look import Tally, look_at
    from cntextclean.cli.messages import emit

    config = choices.settings().config
    path, line = _split(target)
    tally = Tally()
    shown = 0
    for seen in look_at([path], config, tally):
        for place in places(seen, line, path):
            shown += 1
            if as_json:
                emit(place)
            else:
                click.echo(_show(place))
    if not shown and not as_json and not tally.failed and not tally.withheld:
        click.echo("nothing would change here")
    click.get_current_context().exit(tally.exit_code(ExitCode.OK))


def places(seen: Seen, line: int | None, path: str) -> Iterator[PlaceMessage]:
    """Edits, removals and findings in the order of the source; those of one line where one is wanted."""
    from cntextclean.cli.messages import PlaceMessage
    from cntextclean.render.places import Lines, around, printed_at

    lines = Lines(seen.text)
    if line is not None and not 1 <= line <= lines.line_count:
        name = "standard input" if path == "-" else path
        name += "" if Path(path).name == seen.document.id or path == "-" else f" ({seen.document.id})"
        hint = f"name a line from 1 to {lines.line_count:,}, or none"
        raise UsageError(f"{name}: has {count(lines.line_count, 'line')}, so there is no line {line:,}. To do: {hint}.")
    start, end = lines.span(line) if line is not None else (0, len(seen.text))
    found = [one for one in _all_places(seen) if one.source[0] <= end and one.source[1] >= start]
    for one in sorted(found, key=lambda place: (place.source, place.kind, place.rule)):
        number, column = lines.place(one.source[0])
        before, behind = around(seen.text, one.source)
        text = seen.text[slice(*one.source)]
        page, page_line = printed_at(seen.document.source.lines, one.source[0])
        yield PlaceMessage(
            kind=one.kind, document=one.document, source=one.source, rule=one.rule, before=one.before,
            after=one.after, evidence=one.evidence, line=number, column=column, suggest=one.suggest,
            score=one.score, context=f"{before}[{text}]{behind}", page=page, page_line=page_line,
        )  # fmt: skip


def _all_places(seen: Seen) -> Iterator[PlaceMessage]:
    from cntextclean.cli.messages import PlaceMessage

    document = seen.document
    for edit in document.edits:
        yield PlaceMessage("edit", document.id, edit.source, edit.rule, edit.before, edit.after, edit.evidence)
    for removal in document.removed:
        whole: Span = (removal.source[0][0], removal.source[-1][1])
        yield PlaceMessage("removal", document.id, whole, removal.rule, removal.text, "", removal.reason)
    for one in document.findings:
        yield PlaceMessage(
            "finding", document.id, one.source, one.rule, one.text, one.text, one.evidence, suggest=one.suggest,
            score=one.score,
        )  # fmt: skip


def _show(place: PlaceMessage) -> str:
    from cntextclean.rules import names, rule

    where = f"{printable(place.document)}:{place.line}:{place.column}"
    where += f" (page {place.page}, line {place.page_line})" if place.page else ""
    rules = " + ".join(f"{name} ({rule(name).safety})" if name in names() else name for name in place.rule.split("+"))
    what = {
        "edit": f"{_quote(place.before)} → {_quote(place.after)}",
        "removal": f"{_quote(place.before)} taken out",
        "finding": f"{_quote(place.before)} left alone" + _candidates(place),
    }[place.kind]
    rows = [f"{where}  {what}   {rules}"]
    if place.evidence:
        rows.append(f"    {printable(place.evidence)}")
    if place.kind != "removal":
        rows.append(f"    …{_shorten(place.context)}…")
    return "\n".join(rows)


def _candidates(place: PlaceMessage) -> str:
    return f", perhaps {', '.join(map(_quote, place.suggest))}" if place.suggest else ""


def _quote(text: str) -> str:
    return f"“{_shorten(text)}”"


def _shorten(text: str) -> str:
    """At most 60 characters on one line, the middle left out."""
    shown = printable(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST // 2]} … {shown[-LONGEST // 2 :]}"


def _split(target: str) -> tuple[str, int | None]:
    """File and line; a file whose own name ends in ``:17`` wins."""
    found = re.fullmatch(r"(.+):([0-9]{1,18})", target)
    if not found or Path(target).exists():
        return target, None
    return found[1], int(found[2])
