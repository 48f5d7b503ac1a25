"""
What a run says of itself: the records of ``run.json``, by the schema ``cntextclean.run/1``.

They hold no time and no folder of the machine, so two runs over the same inputs give the same bytes, whatever was
interrupted in between and however many processes worked.

    >>> Totals.of([]).inputs
    0
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from cntextclean.config import Config
from cntextclean.model import Removal

Status = Literal["done", "failed", "withheld", "skipped"]
SCHEMA = "cntextclean.run/1"


@dataclass(frozen=True, slots=True)
class OutputRecord:
    """A file that was written: its path below the output folder, with ``/``, and its SHA-256."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """
    A document: the SHA-256 of its line in ``documents.jsonl`` without the newline, its files, its counts. ``own`` is
    the id that its input gives it; ``id`` differs where two inputs give the same. ``copied`` are characters of the
    source that went as copies or loops.
    """

    id: str
    own: str
    sha256: str
    outputs: tuple[OutputRecord, ...] = ()
    characters: int = 0
    kept: int = 0
    blocks: int = 0
    edits: int = 0
    removed: int = 0
    findings: int = 0
    replaced: int = 0
    copied: int = 0


def copied_characters(removed: Iterable[Removal]) -> int:
    """Characters of the source that went as copies or loops."""
    return sum(len(one.text) for one in removed if one.kind in ("duplicate", "loop"))


@dataclass(frozen=True, slots=True)
class ProblemRecord:
    """A record or archive member of an input that gave no document: ``name`` is its place."""

    name: str
    status: Status
    problem: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class InputRecord:
    """
    An input and what became of it. ``sha256`` and ``bytes`` are those of the file as it lies on the disk.

    ``done``: its documents are written. ``failed``: no document came of it. ``withheld``: an invariant failed, the
    case is saved at ``outputs``. ``skipped``: it was not for us. ``problem`` and ``hint`` say why, and what to do;
    ``problems`` hold what is wrong with single records of an input that holds several. ``running`` is the SHA-256 of
    the running heads that its folder showed, empty where there were none.
    """

    name: str
    status: Status
    sha256: str = ""
    bytes: int = 0
    encoding: str = ""
    problem: str = ""
    hint: str = ""
    problems: tuple[ProblemRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    outputs: tuple[OutputRecord, ...] = ()
    running: str = ""

    def all_problems(self) -> tuple[ProblemRecord, ...]:
        """What failed or was withheld, of the input itself and of its records."""
        own = (ProblemRecord(self.name, self.status, self.problem, self.hint),) if self.problem else ()
        return tuple(one for one in (*own, *self.problems) if one.status in {"failed", "withheld"})


def files_of(record: InputRecord) -> list[OutputRecord]:
    """All files that an input gave: of its documents, and the case of one that was withheld."""
    return [*record.outputs, *(output for document in record.documents for output in document.outputs)]


def warn_of_copies(inputs: Iterable[InputRecord], share: float) -> tuple[str, ...]:
    """A line for each input that loses more than the given share (0 to 1) of its characters as copies."""
    return tuple(
        line
        for one in inputs
        for line in warn_of_share(
            one.name, sum(d.characters for d in one.documents), sum(d.copied for d in one.documents), share
        )
    )


def warn_of_share(name: str, total: int, gone: int, share: float) -> tuple[str, ...]:
    """A line where more than the given share of an input's characters goes as copies."""
    if not total or gone <= share * total:
        return ()
    return (f"{gone / total:.0%} of {name} goes as copies. Read the findings before you go on.",)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a run. ``inputs`` is the sum of the four after it; ``records_failed`` counts single records."""

    inputs: int = 0
    done: int = 0
    failed: int = 0
    withheld: int = 0
    skipped: int = 0
    records_failed: int = 0
    documents: int = 0
    characters: int = 0
    kept: int = 0
    edits: int = 0
    removed: int = 0
    findings: int = 0
    replaced: int = 0

    @classmethod
    def of(cls, inputs: Iterable[InputRecord]) -> Totals:
        """Sum up."""
        listed = list(inputs)
        documents = [document for one in listed for document in one.documents]
        status = [one.status for one in listed]
        return cls(
            inputs=len(listed),
            done=status.count("done"),
            failed=status.count("failed"),
            withheld=status.count("withheld"),
            skipped=status.count("skipped"),
            records_failed=sum(problem.status != "skipped" for one in listed for problem in one.problems),
            documents=len(documents),
            characters=sum(one.characters for one in documents),
            kept=sum(one.kept for one in documents),
            edits=sum(one.edits for one in documents),
            removed=sum(one.removed for one in documents),
            findings=sum(one.findings for one in documents),
            replaced=sum(one.replaced for one in documents),
        )


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The whole of ``run.json``. ``key`` is the SHA-256 over versions, configuration and indexes that were asked."""

    versions: dict[str, str]
    configuration: Config
    key: str
    inputs: tuple[InputRecord, ...]
    totals: Totals
    files: tuple[OutputRecord, ...] = ()
    schema: str = field(default=SCHEMA)
