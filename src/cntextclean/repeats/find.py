"""Copies inside a document."""

from __future__ import annotations

from collections.abc import Sequence

from cntextclean.config import Config
from cntextclean.proposals import CopyProposal, View


def find_copies(views: Sequence[View], config: Config) -> list[CopyProposal]:
    """Nothing yet."""
    return []
