"""
Every default, in one frozen tree.

A configuration is a value: built in Python, or loaded from TOML by :mod:`cntextclean.configfile`. It can name rules,
never code. Nothing reads the environment here, so the same configuration gives the same bytes everywhere.

    >>> Config().allows("spaces.word-crosses")
    True
    >>> Config(ignore=("spaces",)).allows("spaces.word-crosses")
    False
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cntextclean.errors import UsageError
from cntextclean.rules import is_default, names

Script = Literal["keep", "simplified", "traditional"]
Spacing = Literal["none", "keep", "pangu"]
Dedup = Literal["none", "document", "corpus"]
OutputFormat = Literal["jsonl", "markdown", "text", "json", "tei"]
Split = Literal["none", "articles"]
Notes = Literal["keep", "drop", "end"]
Keep = Literal["best", "first", "longest", "earliest", "source-priority"]

RANGES: dict[str, tuple[float, float]] = {
    "read.max_bytes": (1, 2**40),
    "read.max_text": (1, 2**31),
    "read.max_ratio": (1, 2**20),
    "read.max_members": (1, 2**31),
    "lines.join_threshold": (0, 1),
    "repeats.shingle": (1, 32),
    "repeats.permutations": (1, 4096),
    "repeats.bands": (1, 4096),
    "repeats.rows": (1, 4096),
    "repeats.seed": (0, 2**32 - 1),
    "repeats.jaccard": (0, 1),
    "repeats.containment": (0, 1),
    "repeats.alike": (0, 1),
    "repeats.identity": (0, 1),
    "repeats.min_letters": (1, 2**31),
    "repeats.warn_share": (0, 1),
}
"""Least and greatest value of every number."""


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """
    How bytes become text. ``encoding`` empty means: find out. Limits are in bytes and guard against bombs, but
    ``max_text``: the characters of one document, which is held in memory whole. ``id_field`` and ``text_field`` name
    the fields of a record of JSONL or Parquet; ``date_field`` and ``source_field`` those that serve the choice among
    copies (empty: none).
    """

    encoding: str = ""
    id_field: str = "id"
    text_field: str = "text"
    date_field: str = ""
    source_field: str = ""
    max_bytes: int = 512 * 2**20
    max_text: int = 20_000_000
    max_ratio: int = 200
    max_members: int = 10_000


@dataclass(frozen=True, slots=True)
class LinesConfig:
    """
    Soft wraps. ``join_threshold``: the least probability (0 to 1) at which two lines are joined; ``verse``: lines of
    verse stay lines.
    """

    join_threshold: float = 0.5
    verse: bool = True


@dataclass(frozen=True, slots=True)
class RepairConfig:
    """Text repairs. ``corrections`` are the user's (wrong, right) pairs; ``protect`` lists words never touched."""

    spacing: Spacing = "none"
    corrections: tuple[tuple[str, str], ...] = ()
    protect: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RepeatsConfig:
    """
    Copies. Lengths count letters (Han, Latin, digits). ``jaccard`` and ``containment`` are the least values at which
    a pair of passages counts as a copy, ``alike`` the least Jaccard similarity, in runs of five characters, at which
    whole records count as nearly the same; nothing shorter than ``min_letters`` is removed. ``keep`` says which
    document of a corpus keeps the text (ties by id); ``sources`` are prefixes of ids or sources, the preferred first.
    ``consensus``: misread ideographs on which several copies agree against the text that stays are put right in it.
    ``against``: folders of indexes on disk; what they hold goes from new texts, in ``dedup`` and where ``dedup`` is
    ``corpus``.
    """

    shingle: int = 3
    permutations: int = 128
    bands: int = 42
    rows: int = 3
    seed: int = 1
    jaccard: float = 0.5
    containment: float = 0.8
    alike: float = 0.8
    identity: float = 0.8
    min_letters: int = 20
    warn_share: float = 0.3
    keep: Keep = "best"
    sources: tuple[str, ...] = ()
    consensus: bool = False
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """
    The whole configuration. ``select`` and ``ignore`` hold rule names or prefixes of them; ignore wins. ``split``: one
    file a document, or one an article and one for the page's own lines. ``notes``: footnotes of Markdown and plain text
    where they stand, left out with the marks that surely point to them, or at the end of their article.
    """

    script: Script = "keep"
    dedup: Dedup = "document"
    formats: tuple[OutputFormat, ...] = ("jsonl", "markdown")
    split: Split = "none"
    notes: Notes = "keep"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    read: ReadConfig = field(default_factory=ReadConfig)
    lines: LinesConfig = field(default_factory=LinesConfig)
    repair: RepairConfig = field(default_factory=RepairConfig)
    repeats: RepeatsConfig = field(default_factory=RepeatsConfig)

    def __post_init__(self) -> None:
        """
        Refuse a rule or prefix that names nothing, and numbers out of range. Raises :class:`UsageError` with the
        nearest name, or the range.
        """
        for key, (least, most) in RANGES.items():
            table, name = key.split(".")
            value = getattr(getattr(self, table), name)
            if not least <= value <= most:
                raise UsageError(f"`{key}` cannot be {value}. To do: choose a number from {least} to {most}.")
        for prefix in (*self.select, *self.ignore):
            if not any(_covers(prefix, name) for name in names()):
                raise UsageError(_unknown_rule(prefix))

    def allows(self, rule: str) -> bool:
        """Whether a rule may act: on by default or selected, and not ignored."""
        if self.ignore and any(_covers(prefix, rule) for prefix in self.ignore):
            return False
        return is_default(rule) or any(_covers(prefix, rule) for prefix in self.select)


def _covers(prefix: str, rule: str) -> bool:
    return rule == prefix or rule.startswith(prefix + ".")


def _unknown_rule(prefix: str) -> str:
    from difflib import get_close_matches

    known = sorted({*names(), *(name.split(".")[0] for name in names())})
    near = get_close_matches(prefix, known, 1)
    guess = f" Did you mean `{near[0]}`?" if near else ""
    return f"no rule is called `{prefix}`.{guess} `cntextclean rules` lists them."
