"""Inputs cleaned for looking at: nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cntextclean.cli.messages import ChangeMessage
from cntextclean.cli.screen import complain
from cntextclean.config import Config
from cntextclean.errors import ExitCode, InputError
from cntextclean.model import Document
from cntextclean.read.markdown import is_markdown
from cntextclean.run.plan import make_plan

if TYPE_CHECKING:
    from cntextclean.read.records import Loaded


@dataclass(slots=True)
class Tally:
    """How many inputs were seen, and how many could not be read or cleaned."""

    inputs: int = 0
    failed: int = 0
    withheld: int = 0
    changed: int = 0

    def exit_code(self, otherwise: ExitCode) -> ExitCode:
        """What the process returns: failures come before findings."""
        if self.withheld:
            return ExitCode.INVARIANT
        if self.failed == self.inputs:
            return ExitCode.NONE_SUCCEEDED
        return ExitCode.SOME_FAILED if self.failed else otherwise


@dataclass(frozen=True, slots=True)
class Seen:
    """A document beside the decoded text that it was made of."""

    text: str
    document: Document


def look_at(inputs: Sequence[str], config: Config, tally: Tally) -> Iterator[Seen]:
    """Clean the inputs one by one (``-``: standard input); failures are told and counted in ``tally``."""
    from cntextclean.read.load import load_input
    from cntextclean.read.records import Loaded
    from cntextclean.run.survey import with_running_heads

    plan = make_plan(inputs)
    tally.inputs = tally.failed = len(plan.failed)
    for failure in plan.failures:
        complain(str(failure))
    for task in with_running_heads(plan.tasks, config):
        tally.inputs += 1
        before = tally.failed, tally.withheld
        for loaded in load_input(task.source, config.read):
            if isinstance(loaded, InputError):
                tally.failed = before[0] + 1
                complain(str(loaded))
            elif isinstance(loaded, Loaded):
                seen = _clean(loaded, config, dict(task.running))
                if seen is None:
                    tally.withheld = before[1] + 1
                else:
                    yield seen


def _clean(loaded: Loaded, config: Config, running: Mapping[str, str]) -> Seen | None:
    from cntextclean.pipeline import clean_decoded
    from cntextclean.run.work import describe_defect

    try:
        return Seen(loaded.decoded.text, clean_decoded(loaded.decoded, config, name=loaded.id, running=running))
    except Exception as problem:  # noqa: BLE001 - a defect in one document must not hide the others
        hint = "`cntextclean clean` saves the case; please report it"
        complain(f"{loaded.id}: {describe_defect(problem)}. To do: {hint}.")
        return None


def visible_lines(text: str) -> list[tuple[int, str]]:
    """The lines that hold ink, with their numbers, without white space at their ends: what check and diff compare."""
    return [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def rendering(seen: Seen) -> str:
    """The clean form to compare a text with: Markdown for Markdown, else plain text."""
    document = seen.document
    return document.to_markdown() if is_markdown(seen.text, document.id) else document.text


def changes_of(seen: Seen) -> ChangeMessage:
    """What cleaning does to a document, counted by rule; blank lines and blanks at the ends of lines do not count."""
    document = seen.document
    rules = Counter(rule for edit in document.edits for rule in edit.rule.split("+"))
    rules.update(removal.rule for removal in document.removed)
    before, after = visible_lines(seen.text), visible_lines(rendering(seen))
    return ChangeMessage(
        name=document.id,
        changes=[text for _, text in before] != [text for _, text in after],
        edits=len(document.edits),
        removed=len(document.removed),
        furniture=sum(block.role == "furniture" for block in document.blocks),
        findings=len(document.findings),
        rules=dict(sorted(rules.items())),
    )
