"""``cntextclean schema``: the JSON Schemas of what is written."""

from __future__ import annotations

import click

from cntextclean.cli.screen import write_out

KINDS = ("document", "repeat", "run", "message", "answer", "tree")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), default="document")
def command(kind: str) -> None:
    """
    Print a JSON Schema: of a line of documents.jsonl (document), of duplicates.jsonl (repeat), of what --json prints
    (message), of run.json (run), of what `index query --json` prints (answer), or of a file of --format json (tree).
    """
    from cntextclean.schema import read_schema

    write_out(read_schema(kind))
