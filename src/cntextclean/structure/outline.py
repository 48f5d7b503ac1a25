"""Roles and levels of passages."""

from __future__ import annotations

from collections.abc import Sequence

from cntextclean.config import Config
from cntextclean.proposals import Label, Outline, View


def outline(views: Sequence[View], config: Config) -> Outline:
    """Roles as the lines stage saw them."""
    return Outline(tuple(Label(view.role, 1 if view.role == "heading" else None) for view in views))
