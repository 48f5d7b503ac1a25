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
from collections.abc import Iterable, Mapping
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
SHARED_BY_PAGES, MOST_NOTES = 4, 5000
"""The same over many pages, whose one style sheet must not grow with them: some 300 KB at most."""
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


class Numbers:
    """
    The numbers of rules, and of the notes that many edits share, over many pages: in the order in which they are met,
    so that one style sheet serves all.
    """

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._seen: Counter[str] = Counter()
        self._notes: dict[str, int] = {}

    def entry(self, name: str) -> Entry:
        """A rule with its number: the next where it has none."""
        if name not in self._entries:
            self._entries[name] = _entry(len(self._entries) + 1, name)
        return self._entries[name]

    def count(self, notes: Counter[str]) -> None:
        """Count the notes of a page."""
        self._seen.update(notes)

    def note(self, note: str) -> int | None:
        """The number of a note that has been met often enough by now; None for one that its edit must carry itself."""
        if note not in self._notes and self._seen[note] >= SHARED_BY_PAGES and len(self._notes) < MOST_NOTES and note:
            self._notes[note] = len(self._notes) + 1
        return self._notes.get(note)

    @property
    def styles(self) -> Markup:
        """A class for each rule (its colour, its number, what to say of it) and each note. Escaped strings only."""
        return _rule_styles(self._entries.values()) + _note_styles(self._notes)


class Rulebook:
    """The rules of some documents and their notes, numbered from 1, or as the ``numbers`` of many pages have them."""

    def __init__(self, documents: Iterable[Document], numbers: Numbers | None = None) -> None:
        self._numbers = numbers
        known = numbers or Numbers()
        self._entries = {name: known.entry(name) for name in sorted(_used(documents))}
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
        if self._numbers:
            return self._counted.note(note)
        return self._shared.get(note)

    @cached_property
    def _counted(self) -> Numbers:
        """The numbers of many pages, this page's notes counted."""
        numbers = self._numbers or Numbers()
        numbers.count(self._notes)
        return numbers

    @cached_property
    def _shared(self) -> dict[str, int]:
        shared = (note for note, count in self._notes.items() if note and count >= SHARED_BY)
        return {note: number for number, note in enumerate(shared, 1)}

    @property
    def styles(self) -> Markup:
        """A class for each rule and each shared note. Escaped strings only."""
        return _rule_styles(self.entries) + _note_styles(self._shared)


def _rule_styles(entries: Iterable[Entry]) -> Markup:
    rules = [
        f'.e{one.number}{{--c:var(--{one.family});--n:"{one.number}";--r:{css_string(_say(one))}}}' for one in entries
    ]
    return Markup("".join(rules))  # noqa: S704 - every text in it went through css_string


def _note_styles(shared: Mapping[str, int]) -> Markup:
    notes = [f'.n{number}{{--e:"\\a" {css_string(note)}}}' for note, number in shared.items()]
    return Markup("".join(notes))  # noqa: S704 - every text in it went through css_string


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
