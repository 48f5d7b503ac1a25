"""
Passages under construction: rows that have joined so far, and the group they become.

It is safe because a row is never changed: a passage holds their numbers and the joints between them.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> passage = OpenPassage("paragraph", [0], [], page.rows[0].text)
    >>> passage.extend(page, 1, Joint("lines.soft-wrap", "p=0.99", ""))
    >>> passage.tail, as_group(passage, page).rows
    ('加快产业结构的优化升级。', ((0, 8), (9, 13)))
"""

from __future__ import annotations

from dataclasses import dataclass

from cntextclean.language.forms import Form, match_form
from cntextclean.model import Role
from cntextclean.proposals import Group, Joint
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.thresholds import SURE_FORM

TAIL = 2000
"""Characters of a passage that are looked at when the next row comes: longer than paragraphs are, and bounded, since a
text without any sentence end may grow into one passage of millions."""


@dataclass(slots=True)
class OpenPassage:
    """A passage under construction; ``tail`` is how its text ends."""

    role: Role
    rows: list[int]
    joints: list[Joint]
    tail: str

    def extend(self, page: Page, index: int, joint: Joint) -> None:
        """Join a row of the page to the passage."""
        self.rows.append(index)
        self.joints.append(joint)
        self.tail = (self.tail + joint.glue + page.rows[index].text)[-TAIL:]


def role_of(form: Form | None) -> Role:
    """What a text is by its form alone; ``paragraph`` where the form is unsure."""
    return form.role if form and form.certainty >= SURE_FORM else "paragraph"


def as_group(passage: OpenPassage, page: Page) -> Group:
    """The passage as spans of the text."""
    spans = tuple((page.rows[i].start, page.rows[i].end) for i in passage.rows)
    role = passage.role
    if len(passage.rows) > 1 and role != "caption":
        glues = ["", *(joint.glue for joint in passage.joints)]
        whole = "".join(glue + page.rows[i].text for glue, i in zip(glues, passage.rows, strict=True))
        role = role_of(match_form(whole))  # what the first row looked like, the whole may not
    return Group(role, spans, tuple(passage.joints))
