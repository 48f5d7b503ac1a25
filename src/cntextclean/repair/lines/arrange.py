"""Lines to passages."""

from __future__ import annotations

from cntextclean.config import Config
from cntextclean.proposals import Group


def arrange(text: str, config: Config, *, markdown: bool = False) -> list[Group]:
    """Each line a passage."""
    groups, at = [], 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            start = at + line.index(body)
            groups.append(Group("paragraph", ((start, start + len(body)),)))
        at += len(line) + 1
    return groups
