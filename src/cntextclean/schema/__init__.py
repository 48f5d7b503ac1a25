"""
The published JSON Schemas: generated from the dataclasses, checked in, and tested to be current.

``python -m cntextclean.schema`` writes them anew. Readers should accept fields that they do not know: within one
major version fields are only ever added.

    >>> sorted(file for file, _ in GENERATED.values())
    ['answer-1.json', 'document-1.json', 'message-1.json', 'repeat-1.json', 'run-1.json', 'tree-1.json']
"""

from __future__ import annotations

from importlib.resources import files

GENERATED = {
    "document": ("document-1.json", "cntextclean.model:Document"),
    "repeat": ("repeat-1.json", "cntextclean.model:Repeat"),
    "run": ("run-1.json", "cntextclean.run.records:RunRecord"),
    "answer": ("answer-1.json", "cntextclean.index.model:Answer"),
    "tree": ("tree-1.json", "cntextclean.render.tree:Tree"),
    "message": ("message-1.json", "cntextclean.cli.messages:Message"),
}


def read_schema(kind: str) -> str:
    """The checked-in schema of ``document``, ``repeat``, ``run``, ``message``, ``answer`` or ``tree``, as JSON text."""
    return (files("cntextclean.schema") / GENERATED[kind][0]).read_text(encoding="utf-8")


def generate_schema(kind: str) -> str:
    """The same, made from the dataclasses of today."""
    from importlib import import_module

    import msgspec

    file, place = GENERATED[kind]
    module, name = place.split(":")
    body = msgspec.json.schema(getattr(import_module(module), name))
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"cntextclean.{file.removesuffix('.json').replace('-', '/')}",
    }
    return msgspec.json.format(msgspec.json.encode({**head, **body}), indent=1).decode("utf-8") + "\n"
