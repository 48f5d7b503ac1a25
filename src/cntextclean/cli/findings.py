"""``cntextclean findings``: what was seen and left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cntextclean.cli.options import as_json
from cntextclean.cli.screen import count, printable, say

if TYPE_CHECKING:
    from cntextclean.cli.messages import PlaceMessage

EPILOG = """\b
Examples:
  cntextclean findings out/
  cntextclean findings out/ --rule misreadings,spaces --least 0.8
"""


@click.command("findings", epilog=EPILOG)
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@click.option(
    "--rule", "rules", multiple=True, metavar="RULES",
    help="Only findings of these rules (names or prefixes, commas between).",
)  # fmt: skip
@click.option(
    "--least", type=click.FloatRange(0, 1), default=0.0, metavar="SCORE", help="Only findings this certain (0 to 1)."
)
@as_json
def command(out: Path, rules: tuple[str, ...], least: float, *, as_json: bool) -> None:
    """List what was seen and left alone in OUT, the most certain first, each with its candidates and its place."""
    from cntextclean.cli.messages import emit
    from cntextclean.config import Config

    wanted = tuple(f"{name.strip()}." for one in rules for name in one.split(",") if name.strip())
    Config(select=tuple(name.removesuffix(".") for name in wanted))  # a name that is no rule's is told
    found = [one for one in _findings(out) if one.score >= least and f"{one.rule}.".startswith(wanted or "")]
    for one in sorted(found, key=lambda place: (-place.score, place.document, place.source, place.rule)):
        if as_json:
            emit(one)
        else:
            perhaps = f"  perhaps {', '.join(f'“{printable(word)}”' for word in one.suggest)}" if one.suggest else ""
            place = f"{printable(one.document)}@{one.source[0]}"
            place += f" (page {one.page}, line {one.page_line})" if one.page else ""
            click.echo(f"{one.score:.2f}  {place}  {printable(one.context)}{perhaps}   {one.rule}")
    say(f"{count(len(found), 'finding')}; nothing of it was changed.")


def _findings(out: Path) -> Iterator[PlaceMessage]:
    from cntextclean.cli.messages import PlaceMessage
    from cntextclean.render.places import contexts, printed_at
    from cntextclean.write.jsonl import read_documents

    for document in read_documents(out / "documents.jsonl"):
        for one, context in zip(document.findings, contexts(document), strict=True):
            page, page_line = printed_at(document.source.lines, one.source[0])
            yield PlaceMessage(
                "finding", document.id, one.source, one.rule, one.text, one.text, one.evidence, suggest=one.suggest,
                score=one.score, context=context, page=page, page_line=page_line,
            )  # fmt: skip
