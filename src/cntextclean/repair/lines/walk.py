"""
A walk over the rows of a page: each joins a passage that is open, or opens one.

Rows are asked one after the other by the learned model, so that each decision knows how its passage began. Rows that
stand in the way of a sentence (a page header, a caption) do not end it.

It is safe because a row is never changed: joining replaces white space only, and each joint carries its rule, its
probability and what spoke for it.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("区域创新能\\n\\n力和竞争力提升。\\n\\n因此，")
    >>> [passage.rows for passage in join_rows(page, Config(), (), {})]
    [[0, 1], [2]]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from cntextclean.config import Config
from cntextclean.proposals import Joint
from cntextclean.repair.lines.interleaved import Stretch
from cntextclean.repair.lines.isolated import isolated_joints
from cntextclean.repair.lines.joints import Joiner, glue
from cntextclean.repair.lines.lifted import OVER_NOTES, is_lifted, runs_over
from cntextclean.repair.lines.marks import ends_sentence
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.passages import TAIL, OpenPassage, role_of
from cntextclean.repair.lines.preformatted import verse_rows
from cntextclean.repair.lines.said import Passage
from cntextclean.repair.lines.stanzas import clause_rows, entry_rows, tiny_rows
from cntextclean.repair.lines.uncut import NEVER
from cntextclean.structure.front_rows import begins_row
from cntextclean.structure.reference_rows import Fate

OVER_LIFTED = 0.8
"""Least probability for joining over rows that are lifted out: more is between the rows than a break."""
GAPS_EVERYWHERE = 0.85
"""Share of breaks with a blank line above which blank lines say nothing."""
LISTED = "lines.reference-item"


def join_rows(
    page: Page,
    config: Config,
    stretches: Sequence[Stretch],
    fates: Mapping[int, Fate],
    *,
    fixed: AbstractSet[int] = frozenset(),
    skipped: AbstractSet[int] = frozenset(),
) -> list[OpenPassage]:
    """
    The rows of a page as passages, without those ``skipped``. Rows ``fixed``, those in ``stretches`` of interleaved
    columns and those of verse stand alone; those of a list of references have their ``fates``.
    """
    listed = {index: fate for index, fate in fates.items() if index not in fixed | skipped}
    verse = verse_rows([row.text for row in page.rows]) if config.lines.verse else set()
    mixed = (index for one in stretches for index in range(one.first, one.last + 1))
    alone = {*fixed, *verse, *listed, *mixed}
    clauses = clause_rows(page) if config.lines.verse else set()
    page = _kept_apart(page, tiny_rows(page) | entry_rows(page) | clauses)
    while True:
        walk = _Walk(page, config, alone, listed)
        for index in range(len(page.rows)):
            if index not in skipped:
                walk.take(index)
        isolated = _isolated(page, walk.passages)
        if not isolated:
            return walk.passages
        page = _kept_apart(page, isolated)


def _kept_apart(page: Page, rows: AbstractSet[int]) -> Page:
    """The page, with none joined behind these rows."""
    if not rows:
        return page
    return replace(page, doubts=tuple(NEVER if at in rows else one for at, one in enumerate(page.doubts)))


def _isolated(page: Page, passages: Sequence[OpenPassage]) -> set[int]:
    """The rows whose joint to the next stands alone, if it was the model's; print says more than the rows around."""
    if any(page.printed):
        return set()
    joined = {a for passage in passages for a, b in pairwise(passage.rows) if b == a + 1}
    return {at for at in isolated_joints(page, joined) if page.doubts[at] < NEVER}


class _Walk:
    """The passages so far, and the one of them that is the body, which goes on below what stands in its way."""

    def __init__(self, page: Page, config: Config, alone: AbstractSet[int], listed: Mapping[int, Fate]) -> None:
        self._page, self._config, self._alone, self._listed = page, config, alone, listed
        self._joiner = Joiner(page, config)
        self._body: OpenPassage | None = None
        self.passages: list[OpenPassage] = []

    def take(self, index: int) -> None:
        """Let the next row join a passage, or open one."""
        if index in self._alone or (self.passages and self.passages[-1].rows[-1] in self._alone):
            self._body = self._stand_alone(index)
            return
        role = role_of(self._page.forms[index])
        last = self._above(index)
        if last and (self._goes_on(last, index) or self._goes_on_over(last, index)):
            return
        opened = OpenPassage(role, [index], [], self._page.rows[index].text[-TAIL:])
        self.passages.append(opened)
        if not is_lifted(role, opened.tail, self._body.tail if self._body else ""):
            self._body = opened

    def _above(self, index: int) -> OpenPassage | None:
        """The passage right above a row: the body if it ends there, else the one that was opened last."""
        if self._body and self._body.rows[-1] == index - 1:
            return self._body
        return self.passages[-1] if self.passages else None

    def _goes_on(self, last: OpenPassage, index: int) -> bool:
        """Whether a row joined the passage above it, as its next line or as the rest of a caption."""
        joint = self._decide(last, index, self._config.lines.join_threshold)
        if not joint and role_of(self._page.forms[index]) == "caption" and self._is_captioned(last, index):
            joint = Joint("lines.caption", "one box of the page", " ")
            last.role = "caption"
        if joint:
            last.extend(self._page, index, joint)
        return joint is not None

    def _goes_on_over(self, last: OpenPassage, index: int) -> bool:
        """Whether a row joined the body over the passage that stands in between."""
        body, paragraph = self._body, role_of(self._page.forms[index]) == "paragraph"
        if not body or body is last or not paragraph or not is_lifted(last.role, last.tail, body.tail):
            return False
        joint = self._decide(body, index, OVER_LIFTED) or self._over_notes(body, last, index)
        if not joint or ends_sentence(body.tail):
            return False
        body.extend(self._page, index, joint)
        return True

    def _over_notes(self, body: OpenPassage, note: OpenPassage, index: int) -> Joint | None:
        """The joint of a sentence that the notes of a first page cut in two, or none."""
        right = self._page.rows[index].text
        allowed = self._config.allows(OVER_NOTES)
        if self._page.forms[index] or not runs_over(note.role, body.tail, right) or not allowed:
            return None
        return Joint(OVER_NOTES, f"{body.tail[-6:]} / {right[:6]}", glue(body.tail, right))

    def _stand_alone(self, index: int) -> OpenPassage:
        """A row that no model is asked about: it goes on its item of a list of references, or opens a passage."""
        listed, fate = self._listed, self._listed.get(index)
        if fate and fate.kind == "next" and self._config.allows(LISTED):
            items = (one for one in reversed(self.passages) if one.rows[0] in listed)
            if item := next((one for one in items if listed[one.rows[0]].kind == "start"), None):
                item.extend(self._page, index, Joint(LISTED, f"[{fate.number}]", fate.glue))
                return item
        row, role = self._page.rows[index], role_of(self._page.forms[index])
        self.passages.append(OpenPassage(role, [index], [], row.text))
        return self.passages[-1]

    def _is_captioned(self, passage: OpenPassage, index: int) -> bool:
        """Whether a short line right above a photographer's name is the caption: only a line break parts them."""
        rows, forms = self._page.rows, self._page.forms
        above = rows[passage.rows[0]]
        close = rows[index].parted == "line" and self._page.habits.gaps > GAPS_EVERYWHERE
        return close and len(passage.rows) == 1 and above.width <= 30 and not forms[passage.rows[0]]

    def _decide(self, passage: OpenPassage, index: int, threshold: float) -> Joint | None:
        """The joint between a passage and a row, or none."""
        known = Passage(len(passage.rows), passage.tail)
        joint = self._joiner.decide(passage.rows[-1], index, known, passage.role, threshold)
        return None if joint and begins_row(self._page.forms, self._page.readings, index) else joint
