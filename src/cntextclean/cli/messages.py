"""
The lines that ``--json`` prints, by the schema ``cntextclean.message/1``.

Each is one object with a ``type``. Fields are only ever added.
"""

from __future__ import annotations

import sys

import msgspec

from cntextclean.index.model import Info
from cntextclean.run.records import DocumentRecord, ProblemRecord, Status, Totals

SCHEMA = "cntextclean.message/1"


class InputMessage(msgspec.Struct, frozen=True, tag_field="type", tag="input"):
    """An input is finished: what became of it, and its documents."""

    name: str
    status: Status
    unchanged: bool = False
    problem: str = ""
    hint: str = ""
    problems: tuple[ProblemRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    schema: str = SCHEMA


class ChangeMessage(msgspec.Struct, frozen=True, tag_field="type", tag="change"):
    """What cleaning would do to a document: the number of changes by rule."""

    name: str
    changes: bool
    edits: int = 0
    removed: int = 0
    furniture: int = 0
    findings: int = 0
    rules: dict[str, int] = msgspec.field(default_factory=dict)
    schema: str = SCHEMA


class OutputMessage(msgspec.Struct, frozen=True, tag_field="type", tag="output"):
    """
    A file that a run would write, its path with the output folder (``clean --dry-run``); for an input of several
    documents the folder that they would go into, with ``/`` at its end.
    """

    path: str
    schema: str = SCHEMA


class SummaryMessage(msgspec.Struct, frozen=True, tag_field="type", tag="summary"):
    """The end of a run: the totals, which account for every input, and the exit code."""

    totals: Totals
    unchanged: int = 0
    exit_code: int = 0
    schema: str = SCHEMA


class RuleMessage(msgspec.Struct, frozen=True, tag_field="type", tag="rule"):
    """A rule of the register; ``active`` says whether it acts in this configuration."""

    name: str
    what: str
    why: str
    safety: str
    example: str
    after: str
    counter_example: str
    normalises: bool
    active: bool
    schema: str = SCHEMA


class PlaceMessage(msgspec.Struct, frozen=True, tag_field="type", tag="place"):
    """
    An edit, a removal or a finding at a place of a document: line and column begin at 1, ``source`` is its span. For a
    page layout ``page`` and ``page_line`` say where it is printed, from 1; else they are 0.
    """

    kind: str
    document: str
    source: tuple[int, int]
    rule: str
    before: str
    after: str = ""
    evidence: str = ""
    line: int = 0
    column: int = 0
    suggest: tuple[str, ...] = ()
    score: float = 0.0
    context: str = ""
    page: int = 0
    page_line: int = 0
    schema: str = SCHEMA


class VerdictMessage(msgspec.Struct, frozen=True, tag_field="type", tag="verdict"):
    """Whether a document, or a file of an output folder, is proved; ``problem`` says why not."""

    name: str
    proved: bool
    problem: str = ""
    schema: str = SCHEMA


class SettingMessage(msgspec.Struct, frozen=True, tag_field="type", tag="setting"):
    """A value of the configuration, as JSON, and where it comes from."""

    key: str
    value: str
    origin: str
    schema: str = SCHEMA


class ArchiveMessage(msgspec.Struct, frozen=True, tag_field="type", tag="archive"):
    """
    A change of an index: texts added, there already, added though their text is there under another id, failed,
    skipped; new segments; documents and segments in all; documents taken out.
    """

    added: int
    repeated: int
    renamed: int
    failed: int
    skipped: int
    new_segments: int
    documents: int
    segments: int
    schema: str = SCHEMA
    removed: int = 0


class InfoMessage(msgspec.Struct, frozen=True, tag_field="type", tag="info"):
    """An index in numbers, with all its parameters."""

    index: Info
    schema: str = SCHEMA


Message = (
    InputMessage
    | ChangeMessage
    | OutputMessage
    | SummaryMessage
    | RuleMessage
    | PlaceMessage
    | VerdictMessage
    | SettingMessage
    | ArchiveMessage
    | InfoMessage
)


def emit(message: Message) -> None:
    """Print a message as a line of JSON; a closed pipe is noticed at once."""
    sys.stdout.write(msgspec.json.encode(message).decode("utf-8") + "\n")
    sys.stdout.flush()
