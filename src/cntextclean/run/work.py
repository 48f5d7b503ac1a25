"""
One input, start to end: read, clean, verify, encode. What a worker process does, and nothing else.

It is safe because every outcome is a value: a file that cannot be read is a failure with its reason, a document that
does not account for its source is withheld with the smallest text that shows it, and neither touches the others.

    >>> from cntextclean.read.sources import Input
    >>> [outcome] = process(Task(0, Input("gone.txt", "/nowhere/gone.txt")), Config())
    >>> outcome.record.status, outcome.record.name
    ('failed', 'gone.txt')
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterator
from dataclasses import replace

from cntextclean.config import Config
from cntextclean.errors import InputError
from cntextclean.model import Document
from cntextclean.pipeline import clean_decoded
from cntextclean.read.decode import Decoded
from cntextclean.read.load import load_input
from cntextclean.read.sources import Skipped
from cntextclean.run.records import DocumentRecord, InputRecord, ProblemRecord, Status, copied_characters
from cntextclean.run.tasks import Outcome, Product, Task, digest, hash_file
from cntextclean.write.jsonl import encode
from cntextclean.write.renderings import render_files

PART = 4 * 2**20
"""Bytes of encoded documents from which a part of an input is handed on."""
REPORT = "the input is unchanged and the others are done; please report the case that was saved"


def process(task: Task, config: Config) -> Iterator[Outcome]:
    """Clean one input, part by part. Never raises for what the input holds."""
    running = dict(task.running)
    record = InputRecord(task.name, "done", sha256=hash_file(task.path), bytes=task.size, running=digest(task.running))
    products: list[Product] = []
    problems: list[ProblemRecord] = []
    case = b""
    part = made = size = 0
    for loaded in load_input(task.source, config.read):
        if isinstance(loaded, InputError):
            problems.append(ProblemRecord(loaded.place, "failed", loaded.problem, loaded.hint))
        elif isinstance(loaded, Skipped):
            problems.append(ProblemRecord(loaded.id, "skipped", loaded.reason))
        else:
            record = replace(record, encoding=record.encoding or loaded.decoded.encoding)
            try:
                document = clean_decoded(loaded.decoded, config, name=loaded.id, running=running)
                products.append(produce(document, config))
            except Exception as problem:  # noqa: BLE001 - a defect in one document must not cost the others
                problems.append(ProblemRecord(loaded.id, "withheld", describe_defect(problem), REPORT))
                case = case or minimal_case(loaded.decoded, config, loaded.id, problem)
                continue
            made, size = made + 1, size + len(products[-1].line)
            if size >= PART:
                yield Outcome(task.number, record, tuple(products), part=part, final=False)
                part, size, products = part + 1, 0, []
    yield Outcome(task.number, _conclude(record, problems, made), tuple(products), case, part)


def _conclude(record: InputRecord, problems: list[ProblemRecord], made: int) -> InputRecord:
    """The status of an input of ``made`` documents: its own problem where it is one, else the worst of its records'."""
    if not problems:
        return record
    first = problems[0]
    if len(problems) == 1 and first.name == record.name and not made:
        return replace(record, status=first.status, problem=first.problem, hint=first.hint)
    status: Status = "done" if made else "failed"
    if any(one.status == "withheld" for one in problems):
        status = "withheld"
    return replace(record, status=status, problems=tuple(problems))


def describe_defect(problem: Exception) -> str:
    """A defect of the program in a document, in one line."""
    return f"an invariant failed ({type(problem).__name__}: {problem})"


def produce(document: Document, config: Config) -> Product:
    """Encode a document in the formats wanted."""
    line = encode(document)
    record = DocumentRecord(
        id=document.id,
        own=document.id,
        sha256=hashlib.sha256(line).hexdigest(),
        characters=document.source.length,
        kept=sum(len(block.text) for block in document.blocks),
        blocks=len(document.blocks),
        edits=len(document.edits),
        removed=len(document.removed),
        findings=len(document.findings),
        replaced=len(document.source.replaced),
        copied=copied_characters(document.removed),
    )
    return Product(record, line, render_files(document, config))


def minimal_case(decoded: Decoded, config: Config, name: str, problem: Exception) -> bytes:
    """The story of a defect and the fewest lines that still show it (at most 200 trials)."""
    kind = type(problem)
    lines = decoded.text.splitlines(keepends=True)
    trials = 0
    size = len(lines) // 2
    while size and trials < 200:
        for part in _without(lines, size):
            trials += 1
            if part and _fails(replace(decoded, text="".join(part)), config, name, kind):
                lines = part
                break
        else:
            size //= 2
    story = "".join(traceback.format_exception(problem))
    return f"{name}\n\n{story}\n{'=' * 40}\n{''.join(lines)}".encode("utf-8", "surrogatepass")


def _without(lines: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(lines), size):
        yield lines[:start] + lines[start + size :]


def _fails(decoded: Decoded, config: Config, name: str, kind: type[Exception]) -> bool:
    try:
        clean_decoded(decoded, config, name=name)
    except kind:
        return True
    except Exception:  # noqa: BLE001 - another defect is another case
        return False
    return False
