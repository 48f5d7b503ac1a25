"""Reads a page of the report back, so that tests can compare what it says with the documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

RULE = re.compile(r'\.e(\d+)\{--c:var\(--\w+\);--n:"\d+";--r:"((?:[^"\\]|\\.)*)"\}')
NOTE = re.compile(r'\.n(\d+)\{--e:"\\a" "((?:[^"\\]|\\.)*)"\}')
ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ")


def unescape_css(text: str) -> str:
    """The text of a CSS string."""
    return ESCAPE.sub(lambda mark: chr(int(mark[1], 16)), text)


@dataclass
class Mark:
    """An ``ins``, ``del``, ``mark`` or ``s`` of the page."""

    tag: str
    rule: str
    note: str
    id: str
    text: str = ""
    focusable: bool = False


@dataclass
class Page(HTMLParser):
    """What is on the page: marks in order, ids, links, tags with their attributes, rules by number, all text."""

    html: str
    sheet: str = ""
    marks: list[Mark] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""
    open: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rules = {number: unescape_css(said) for number, said in RULE.findall(self.html + self.sheet)}
        self.notes = {number: unescape_css(said) for number, said in NOTE.findall(self.html + self.sheet)}
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append((tag, named))
        if named.get("id"):
            self.ids.append(named["id"] or "")
        if tag == "a":
            self.links.append(named.get("href") or "")
        if tag in {"ins", "del", "mark", "s"}:
            rule, _, note = (named.get("class") or "").partition(" ")
            name = self.rules.get(rule[1:], "").split("\n")[0].replace(" + ", "+")
            said = named.get("data-e") or self.notes.get(note[1:], "")
            self.open.append(Mark(tag, name, said, named.get("id") or "", focusable="tabindex" in named))
            self.marks.append(self.open[-1])

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for mark in self.open:
            mark.text += data

    def of(self, *tags: str) -> list[Mark]:
        """The marks with one of these tags."""
        return [mark for mark in self.marks if mark.tag in tags]
