r"""
The rules at work on one page: their numbers, families and what they do, and the style sheet that explains them.

Every edit carries only its rule's number as a class. The rule's name and description stand once, in the style sheet,
as generated content that shows on hover and focus; so a page of thousands of edits stays small and needs no script.
It is safe because names from files are written as CSS strings in which all but letters, digits and plain marks are
escaped: neither the string nor the style element can be left.

    >>> css_string('a"</style>')
    '"a\\22 \\3c \\2f style\\3e "'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from cntextclean.model import Document
from cntextclean.rules import names, rule
from cntextclean.write.report.marks import plain

FAMILIES = {
    "lines": "join", "spaces": "join", "structure": "join",
    "punctuation": "mark", "quotes": "mark", "remnants": "mark",
    "characters": "letter", "mojibake": "letter", "script": "letter", "decode": "letter", "encoding": "letter",
    "misreadings": "reading",
    "repeats": "copy",
}  # fmt: skip
UNPLAIN = re.compile("[^A-Za-z0-9 .,;:()+=%·→，。、：；！？“”‘’（）\u4e00-\u9fff-]")
SHARED_BY = 2
"""Edits with one and the same note from which it goes into the style sheet: on the seeds that saves a seventh."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule, or several composed, as the page knows it; ``safety`` is empty for a rule the register does not hold."""

    number: int
    name: str
    family: str
    what: str
    safety: str


class Rulebook:
    """The rules of some documents, numbered from 1 by name."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._entries = {name: _entry(number, name) for number, name in enumerate(sorted(_used(documents)), 1)}
        self._notes: Counter[str] = Counter()

    def __getitem__(self, name: str) -> Entry:
        return self._entries[name]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All, by number."""
        return tuple(self._entries.values())

    def heed(self, note: str) -> str:
        """Count a note, and give it back: those that many edits share go into the style sheet."""
        self._notes[note] += 1
        return note

    def shared_note(self, note: str) -> int | None:
        """The number of a note's class; None for a note that its edit must carry itself."""
        return self._shared.get(note)

    @cached_property
    def _shared(self) -> dict[str, int]:
        shared = (note for note, count in self._notes.items() if note and count >= SHARED_BY)
        return {note: number for number, note in enumerate(shared, 1)}

    @property
    def styles(self) -> Markup:
        """A class for each rule (its family's colour, what to say of it) and each shared note. Escaped strings only."""
        rules = [
            f'.e{one.number}{{--c:var(--{one.family});--n:"{one.number}";--r:{css_string(_say(one))}}}'
            for one in self.entries
        ]
        notes = [f'.n{number}{{--e:"\\a" {css_string(note)}}}' for note, number in self._shared.items()]
        return Markup("".join([*rules, *notes]))  # noqa: S704 - every text in it went through css_string


def family_of(name: str) -> str:
    """The family of a rule, for its colour: the stage of the last of composed rules decides.

    >>> family_of("spaces.wrap+punctuation.comma")
    'mark'
    """
    return FAMILIES.get(name.rpartition("+")[2].partition(".")[0], "other")


def sentence(text: str) -> str:
    """With a capital first and a full stop last.

    >>> sentence("makes blanks one"), sentence("")
    ('Makes blanks one.', '')
    """
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""


def css_string(text: str) -> str:
    """The text as a CSS string literal (CSS Syntax Level 3, section 4.3.7)."""
    return '"' + UNPLAIN.sub(lambda one: f"\\{ord(one[0]):x} ", plain(text)) + '"'


def _say(one: Entry) -> str:
    return f"{one.name.replace('+', ' + ')}\n{one.what}" if one.what else one.name.replace("+", " + ")


def _used(documents: Iterable[Document]) -> set[str]:
    return {
        record.rule
        for document in documents
        for records in (document.edits, document.findings, document.removed)
        for record in records
    }


def _entry(number: int, name: str) -> Entry:
    known = [rule(part) for part in name.split("+") if part in names()]
    what = " ".join(sentence(one.what) for one in known)
    safety = next((s for s in ("lossy", "safe", "finding") if any(one.safety == s for one in known)), "")
    return Entry(number, name, family_of(name), what, safety)
