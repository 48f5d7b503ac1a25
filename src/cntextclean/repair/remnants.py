"""
What mark-up leaves behind in text: LaTeX indices, citation marks, Markdown signs, HTML entities.

Two readings are told apart by the passage. In Markdown (our own writer's, or a file that says so) a backslash before
ASCII punctuation goes, as do the marks of headings and emphasis: the exact inverse of what the writer puts there
(CommonMark 0.31, section 2.4; the writer's side is ``tables/markdown_escapes.toml``). In plain text a backslash is a
backslash, and only forms that no prose has are undone.

It is safe because every pattern asks for its whole form, mathematics between dollar signs and code between backticks
are left alone, and the patterns match nothing in 13 million characters of clean text, which holds program code.

    >>> from cntextclean.config import Config
    >>> [change.after for _, change in propose([View("年均PM_{2.5}浓度，覆盖广^[6]。")], Config())]
    ['', '', '']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files

from cntextclean.config import Config
from cntextclean.model import Span
from cntextclean.proposals import Change, Proposal, View
from cntextclean.read.markdown import math_spans
from cntextclean.repair.letters import HEADLINES, is_chinese
from cntextclean.repair.spans import Taken

_GATE = re.compile(r"[\\#*$<>&^_`]")
_CODE = re.compile(r"(?<!\\)`[^`\n]{1,200}`")
_CLOSED = re.compile(r"`[^`\n]{1,200}`|\$[^$\n]{1,200}\$")
_HEADING = re.compile(r"#{1,6}[ \t\u3000]{1,8}(?=\S)")
_QUOTED = re.compile(r"^(?:>[ \t]?){1,9}(?:#{1,6}[ \t]{1,8}(?=\S))?", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_STRONG = re.compile(r"(?<![\\*])\*\*(?=[^\s*])([^*\n]{1,400})(?<=[^\s*\\])\*\*(?!\*)")
_ENTITY = re.compile(r"(?<!\\)&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")


@dataclass(frozen=True, slots=True)
class RemnantRow:
    """A pattern whose named group ``keep`` stays while what stands before and after it goes (or becomes marks)."""

    rule: str
    pattern: re.Pattern[str]
    before: str
    after: str
    example: str
    becomes: str
    counter_example: str


@cache
def remnant_rows() -> tuple[RemnantRow, ...]:
    """The rows of ``tables/remnants.toml``, in their order."""
    table = tomllib.loads((files("cntextclean.tables") / "remnants.toml").read_text(encoding="utf-8"))
    return tuple(
        RemnantRow(
            row["rule"], re.compile(row["pattern"]), row.get("before", ""), row.get("after", ""),
            row["example"], row["becomes"], row["counter_example"],
        )
        for row in table["remnant"]
    )  # fmt: skip


@cache
def entities() -> frozenset[str]:
    """The entities that are undone: those that typeset Chinese, none that only code has."""
    table = tomllib.loads((files("cntextclean.tables") / "remnants.toml").read_text(encoding="utf-8"))
    return frozenset(table["entities"]["names"])


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:  # noqa: ARG001 the same for every stage
    """Changes for what mark-up left in a document's passages."""
    for index, view in enumerate(views):
        if not _GATE.search(view.text):
            continue
        code = Taken(_for_machines(view.text))
        closed = Taken(match.span() for match in _CLOSED.finditer(view.text))
        taken, nowhere = Taken(), Taken()
        for change in _changes(view):
            closed_here = code if change.rule in _MARKDOWN else nowhere if change.rule == _MATHEMATICS else closed
            if closed_here.is_free(change.start, change.end) and taken.take(change.start, change.end):
                yield index, change


def propose_again(views: Sequence[View], config: Config) -> Iterator[Proposal]:
    """The same, where the marks of Markdown are undone already: what was escaped is text now."""
    for index, change in propose([view._replace(markdown=False) for view in views], config):
        if not (views[index].markdown and change.rule in _MARKDOWN):
            yield index, change


def _for_machines(text: str) -> Iterator[Span]:
    """
    Mathematics and code. The writer escapes nothing in mathematics, so the reader undoes nothing there, and a backtick
    in it opens no code: ``$`$\\``` is written for ``$`$```.
    """
    spans = math_spans(text)
    yield from spans
    for start, end in spans:
        text = text[:start] + "$" * (end - start) + text[end:]
    yield from (match.span() for match in _CODE.finditer(text))


_MATHEMATICS = "remnants.mathematics"
"""The rule for what needs no mathematics; it takes the dollars away with the rest."""
_MARKDOWN = frozenset({"remnants.escape", "remnants.heading-mark", "remnants.emphasis", "remnants.quote-mark"})


def _changes(view: View) -> Iterator[Change]:
    start, end = 0, len(view.text)
    for change in _frame(view):
        start, end = (change.end, end) if change.start == start else (start, change.start)
        yield change
    if view.markdown or view.role == "quote":
        yield from (Change(m.start(), m.end(), "", "remnants.quote-mark", ">") for m in _QUOTED.finditer(view.text))
    if view.markdown:
        yield from (Change(at, at + 1, "", "remnants.escape", "Markdown") for at in _escapes(view.text, start, end))
        yield from _inline(view.text, start, end)
    if is_chinese(view):
        yield from _entities(view)
    if is_chinese(view) or "<" in view.text:
        yield from _rows(view)


def _frame(view: View) -> Iterator[Change]:
    """Marks round the whole passage: those of headings, then those of emphasis."""
    text = view.text
    start, end = 0, len(text)
    heading = _HEADING.match(text)
    if heading and (view.markdown or view.role in HEADLINES):
        start = heading.end()
        yield Change(0, start, "", "remnants.heading-mark", heading[0].strip())
    for mark in ("**", "*") if view.markdown else ("**",):
        body = text[start + len(mark) : end - len(mark)]
        if not text.startswith(mark, start) or not text.endswith(mark) or not body.strip() or body != body.strip():
            continue
        if "*" in body.replace("\\*", "") or text[: end - len(mark)].endswith("\\"):
            continue
        yield Change(start, start + len(mark), "", "remnants.emphasis", mark)
        yield Change(end - len(mark), end, "", "remnants.emphasis", mark)
        return


def _escapes(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets of backslashes that escape; of two, the first escapes the second."""
    at = start
    while match := _ESCAPE.search(text, at, end + 1 if end < len(text) else end):
        if match.start() >= end:
            return
        yield match.start()
        at = match.start() + 2


def _inline(text: str, start: int, end: int) -> Iterator[Change]:
    for match in _STRONG.finditer(text, start, end):
        yield Change(match.start(), match.start() + 2, "", "remnants.emphasis", "**")
        yield Change(match.end() - 2, match.end(), "", "remnants.emphasis", "**")


def _entities(view: View) -> Iterator[Change]:
    for match in _ENTITY.finditer(view.text):
        text = match[0]
        # &amp;lt; would become &lt; and then <: what is escaped twice was meant to be seen.
        doubled = text == "&amp;" and re.match(r"#?[0-9A-Za-z]{1,8};", view.text[match.end() :][:10])
        if text in entities() and not doubled:
            yield Change(match.start(), match.end(), unescape(text).replace("\u00a0", " "), "remnants.entity", text)


def _rows(view: View) -> Iterator[Change]:
    for row in remnant_rows():
        for match in row.pattern.finditer(view.text):
            start, end = match.span("keep")
            if match.start() < start or row.before:
                yield Change(match.start(), start, row.before, row.rule, match[0])
            if end < match.end() or row.after:
                yield Change(end, match.end(), row.after, row.rule, match[0])
