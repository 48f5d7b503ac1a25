"""
What a stage may say: changes and notes over the text it was given.

A stage is a pure function of the passages it sees and the configuration. It *proposes*; it never returns text, so
no stage can lose a character by mistake. Positions are offsets in the text of the passage that the stage was shown.
What there is one of for each row or passage is a tuple, which is made in a third of the time.

    >>> Change(2, 3, "，", "punctuation.comma", "between Han").after
    '，'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from cntextclean.config import Config
    from cntextclean.model import Action, Lang, Relation, RemovalKind, Role, Span


@dataclass(frozen=True, slots=True)
class Change:
    """Replace ``text[start:end]`` by ``after`` (an insertion where ``start == end``)."""

    start: int
    end: int
    after: str
    rule: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Leave ``text[start:end]`` as it is and tell the reader: becomes a finding."""

    start: int
    end: int
    rule: str
    suggest: tuple[str, ...] = ()
    score: float = 0.0
    evidence: str = ""


class View(NamedTuple):
    """
    What a stage sees of one passage; ``markdown`` says that marks like ``#`` and ``\\*`` are mark-up here, ``mark`` is
    the mark that the passage bore in the source (:mod:`cntextclean.structure.marks`).
    """

    text: str
    role: Role = "paragraph"
    lang: Lang = "zh"
    markdown: bool = False
    mark: str = ""


Proposal = tuple[int, Change | Note]
"""Index of the passage, and what is proposed for it."""


class TextStage(Protocol):
    """A repair stage: sees every passage of a document, in order, and proposes changes and notes."""

    def __call__(self, views: Sequence[View], config: Config) -> Iterable[Proposal]:
        """Yield proposals; changes of one passage must not overlap."""
        ...  # the protocol has no body


class Joint(NamedTuple):
    """Why two lines are one: the rule, its evidence, and what stands between them afterwards (nothing or a blank)."""

    rule: str
    evidence: str = ""
    glue: str = ""


class Group(NamedTuple):
    """
    Lines that make one passage: ``rows`` are spans of the text the lines stage saw, ascending; ``joints`` stand
    between them. With ``removal`` set the group leaves the document, for ``rule`` and ``reason``.
    """

    role: Role
    rows: tuple[Span, ...]
    joints: tuple[Joint, ...] = ()
    removal: RemovalKind | None = None
    rule: str = ""
    reason: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """``start`` to ``end`` in the text of passage ``index``."""

    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as a passage states it: ``name`` is ``value``, and the words stand at ``place``."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class CopyProposal:
    """Passage text that repeats other text of the document; ``duplicate`` goes when ``action`` is ``removed``."""

    relation: Relation
    action: Action
    similarity: float
    duplicate: Place
    kept: Place
    differing: tuple[tuple[str, str], ...] = ()
    evidence: str = ""


class Label(NamedTuple):
    """What structure says of one passage."""

    role: Role
    level: int | None = None
    article: int = 0
    lang: Lang = "zh"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Labels of all passages, in order, the facts read from them with their places, notes on what does not add up."""

    labels: tuple[Label, ...]
    title: str = ""
    metadata: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[tuple[int, Note], ...] = ()
    facts: tuple[Stated, ...] = ()
