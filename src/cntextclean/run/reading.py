"""
Inputs read for their texts: what is one goes on, what cannot be read and what is none is counted beside it.

It is safe because nothing is passed over untold: every input and every record is a text, a failure or skipped.

    >>> told = Reading()
    >>> list(told.texts(Input("a.txt", "/nowhere/a.txt"), ReadConfig())), [one.place for one in told.failures]
    ([], ['a.txt'])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cntextclean.config import ReadConfig
from cntextclean.errors import InputError
from cntextclean.read.load import load_input
from cntextclean.read.records import Loaded
from cntextclean.read.sources import Input, Skipped
from cntextclean.run.plan import Plan


@dataclass(slots=True)
class Reading:
    """What reading told so far: inputs that failed, and the number of those that were no texts."""

    failures: list[InputError] = field(default_factory=list)
    skipped: int = 0

    def begin(self, plan: Plan) -> None:
        """Tell what a plan found and could not open, or passed over."""
        self.failures += plan.failures
        self.skipped += len(plan.others) - len(plan.failures)

    def texts(self, source: Input, config: ReadConfig) -> Iterator[Loaded]:
        """The texts of an input, lazily."""
        for loaded in load_input(source, config):
            if isinstance(loaded, InputError):
                self.failures.append(loaded)
            elif isinstance(loaded, Skipped):
                self.skipped += 1
            else:
                yield loaded
