"""The labelled line groups, and precision and recall by role. Run as a program it prints the table of the figures."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from cntextclean.config import Config
from cntextclean.proposals import View
from cntextclean.structure.outline import outline

TABLE = Path(__file__).parent.parent / "cases" / "structure" / "groups.json"


@dataclass(frozen=True)
class Group:
    role: str
    text: str
    level: int | None = None
    negative: bool = False


@dataclass(frozen=True)
class Kind:
    kind: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Wrong:
    kind: str
    role: str
    said: str
    text: str


@dataclass
class Figures:
    """Precision, recall and number of groups by role; share of headings with the right level; what is wrong."""

    by_role: dict[str, tuple[float, float, int]] = field(default_factory=dict)
    levels: float = 0.0
    wrong: list[Wrong] = field(default_factory=list)


def groups() -> list[Kind]:
    records = json.loads(TABLE.read_text(encoding="utf-8"))
    return [Kind(record["kind"], tuple(Group(**group) for group in record["groups"])) for record in records]


def score(documents: list[Kind]) -> Figures:
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    figures = Figures()
    levels: list[bool] = []
    for document in documents:
        labels = outline([View(group.text) for group in document.groups], Config()).labels
        for group, label in zip(document.groups, labels, strict=True):
            said[label.role] += 1
            true[group.role] += 1
            right[group.role] += group.role == label.role
            if group.role != label.role:
                figures.wrong.append(Wrong(document.kind, group.role, label.role, group.text))
            elif group.role == "heading":
                levels.append(group.level == label.level)
    for role in sorted(true | said):
        figures.by_role[role] = right[role] / max(1, said[role]), right[role] / max(1, true[role]), true[role]
    figures.levels = sum(levels) / max(1, len(levels))
    return figures


if __name__ == "__main__":
    found = score(groups())
    for name, (precision, recall, number) in found.by_role.items():
        print(f"| {name} | {precision:.3f} | {recall:.3f} | {number} |")
    print(f"levels {found.levels:.3f}", *found.wrong, sep="\n")
