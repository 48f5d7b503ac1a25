"""The punctuation stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cntextclean.config import Config
from cntextclean.proposals import Proposal, View


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:
    """Nothing yet."""
    yield from ()
