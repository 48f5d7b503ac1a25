"""
The consensus of copies: where several copies of a passage agree against the one that stays, it is told, or put right.

Every copy votes on the text that stays (:mod:`.votes`); each place where two or more agree is weighed
(:mod:`.elect`). A text in which several misreadings are proved, and hardly anything else is in dispute, is a noisy
copy: there, places on which the dictionary is of two minds follow the copies, too.

It is safe because without ``repeats.consensus`` nothing but findings comes of it; with it only single ideographs are
put right, never numbers, dates and names, and never one word for another. Copies inside a loop of a model do not vote:
they all drift alike.

    >>> stays = "推动区城市场高效畅通"
    >>> ballots = [Ballot(0, 10, "推动区域市场高效畅通", Passage(name, 0, 10)) for name in ("b", "c")]
    >>> [(one.before, one.after, one.action, one.evidence) for one in corrections(stays, "a", ballots, edit=True)]
    [('城', '域', 'corrected', '2 copies have 域 (b@0-10, c@0-10), 1 has 城; 区域 is a word')]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cntextclean.model import Passage, Repeat
from cntextclean.repeats.ballot import LEAST, RULE, Ballot, may_vote
from cntextclean.repeats.elect import Verdict, weigh
from cntextclean.repeats.votes import count_votes

PROVED = 3
"""Misreadings proved in a text from which it counts as a noisy copy, if they are also most of what is in dispute."""
SHOWN = 4
"""Copies that the evidence names; the others are counted."""


@dataclass(frozen=True, slots=True)
class Correction:
    """
    One place on which copies agree against the text that stays: ``before`` stands at ``start`` to ``end`` of its input
    text, the ``copies`` have ``after``, ``against`` have it as it stands, itself included; ``ground``: why it may be
    put right, or may not.
    """

    document: str
    start: int
    end: int
    before: str
    after: str
    action: Literal["corrected", "labelled"]
    copies: tuple[Passage, ...]
    against: int
    ground: str
    rule: str = RULE

    @property
    def evidence(self) -> str:
        """How many have what, and where; then the ground."""
        named = ", ".join(f"{one.document}@{one.start}-{one.end}" for one in self.copies[:SHOWN])
        more = f" and {len(self.copies) - SHOWN} more" if len(self.copies) > SHOWN else ""
        after, before = self.after or "nothing there", self.before or "nothing there"
        have = "has" if self.against == 1 else "have"
        return f"{len(self.copies)} copies have {after} ({named}{more}), {self.against} {have} {before}; {self.ground}"

    @property
    def score(self) -> float:
        """The share of those that vote which are for the change (0 to 1)."""
        return round(len(self.copies) / (len(self.copies) + self.against), 4)


def find_corrections(texts: Mapping[str, str], findings: Iterable[Repeat], *, edit: bool) -> tuple[Correction, ...]:
    """What the copies say of the texts they repeat, by document and place; ``edit``: changes may be made."""
    cast: dict[str, list[Repeat]] = {}
    for one in findings:
        if may_vote(one):
            cast.setdefault(one.kept.document, []).append(one)
    found: list[Correction] = []
    for document in sorted(cast):
        ballots = [
            Ballot(one.kept.start, one.kept.end, texts[one.duplicate.document][slice(*_span(one))], one.duplicate)
            for one in cast[document]
        ]
        differing = sum(bool(one.differing) for one in cast[document])
        if differing >= LEAST:
            found += corrections(texts[document], document, ballots, edit=edit)
    return tuple(found)


def _span(one: Repeat) -> tuple[int, int]:
    return one.duplicate.start, one.duplicate.end


def corrections(text: str, document: str, ballots: Sequence[Ballot], *, edit: bool) -> list[Correction]:
    """What copies of one text say of it, in order, no two at one place; ``edit``: changes may be made."""
    votes = [vote for vote in count_votes(text, ballots) if len(vote.copies) >= vote.against]
    verdicts = _reviewed([weigh(text, vote) for vote in votes])
    return [
        Correction(
            document, vote.start, vote.end, vote.before, vote.after,
            "corrected" if edit and verdict.may else "labelled", vote.copies, vote.against, verdict.ground,
        )
        for vote, verdict in zip(votes, verdicts, strict=True)
    ]  # fmt: skip


def _reviewed(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts on one text, those left open settled where the text is a noisy copy."""
    proved = sum(one.may for one in verdicts)
    if proved < PROVED or proved < sum(one.open or one.variant for one in verdicts):
        return list(verdicts)
    ground = f"{proved} other misreadings of this text are proved"
    return [replace(one, may=True, ground=ground) if one.open else one for one in verdicts]


def corrected(text: str, changes: Iterable[Correction]) -> str:
    """A text with the changes among these made."""
    parts: list[str] = []
    at = 0
    for one in sorted(changes, key=lambda change: change.start):
        if one.action == "corrected":
            parts += [text[at : one.start], one.after]
            at = one.end
    return "".join([*parts, text[at:]])
