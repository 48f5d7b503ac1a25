"""``cntextclean schema``: the JSON Schemas of what is written."""

from __future__ import annotations

import click

from cntextclean.cli.screen import write_out

KINDS = ("document", "repeat", "run", "message")


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS), default="document")
def command(kind: str) -> None:
    """
    Print a JSON Schema: of a line of documents.jsonl (document), of duplicates.jsonl (repeat), of what --json prints
    (message), or of run.json (run).
    """
    from cntextclean.schema import read_schema

    write_out(read_schema(kind))
