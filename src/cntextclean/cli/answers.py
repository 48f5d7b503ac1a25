"""What an index answers, for people: a line for each document that is known, a line for each passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cntextclean.cli.screen import count, printable

if TYPE_CHECKING:
    from cntextclean.index.model import Answer, Entry, Hit

SHOWN = 24
"""Characters of a passage that a line shows."""


def show_answer(entry: Entry, answer: Answer) -> None:
    """Print an answer."""
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
