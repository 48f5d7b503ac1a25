"""
The text of a block as pieces of a row: what stayed, what an edit changed, what a finding marks, where source is out.

Every text is escaped here, and every edit and finding that begins in the block is in exactly one piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cntextclean.model import Edit, Finding, Span
from cntextclean.trace.align import Stretch
from cntextclean.write.report.marks import draw_blanks, plain, visible, visible_blanks
from cntextclean.write.report.rulebook import Rulebook

NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a row. ``kind``: ``kept``, ``edit``, ``finding`` or ``gap``; ``number`` is its rule's; ``note`` shows."""

    kind: str
    before: Markup = NOTHING
    after: Markup = NOTHING
    number: int = 0
    note: str = ""


def note_of_edit(edit: Edit) -> str:
    """What shows beside an edit: before and after where the eye needs them, and the evidence."""
    if not edit.before.strip() and not edit.after:
        return plain(edit.evidence)
    before, after = (plain(draw_blanks(text)).replace("\n", "") or "nothing" for text in (edit.before, edit.after))
    return f"{before} → {after}" + (f"  ·  {plain(edit.evidence)}" if edit.evidence else "")


def note_of_finding(finding: Finding) -> str:
    """What shows beside a finding: its candidates, how sure, and the evidence."""
    candidates = (
        "perhaps " + " or ".join(plain(draw_blanks(one)) or "nothing" for one in finding.suggest)
        if finding.suggest
        else ""
    )
    sure = f"certainty {finding.score:.2f}" if finding.score else ""
    return "  ·  ".join(part for part in (candidates, sure, plain(finding.evidence)) if part)


def within(findings: Sequence[Finding], span: Span) -> list[Finding]:
    """Findings (sorted) that begin in the span; the list is short where it matters."""
    low = bisect_left(findings, span[0], key=lambda finding: finding.source[0])
    high = bisect_left(findings, span[1], key=lambda finding: finding.source[0])
    return list(findings[low:high])


def pieces_of(stretches: Sequence[Stretch], findings: list[Finding], rulebook: Rulebook) -> Iterator[Piece]:
    """The pieces of a block, from its stretches and the findings that begin in it."""
    pending = findings
    for one in stretches:
        if one.gap:
            yield Piece("gap")
        if one.edit:
            number = rulebook[one.edit.rule].number
            yield Piece(
                "edit", visible_blanks(one.before), _after(one.after), number, rulebook.heed(note_of_edit(one.edit))
            )
        else:
            yield from _kept_pieces(one, pending, rulebook)
            pending = [finding for finding in pending if finding.source[0] >= one.end]


def _after(text: str) -> Markup:
    """What an edit put in: blanks are drawn only where nothing else shows."""
    return visible(text) if text.strip() else visible_blanks(text)


def _kept_pieces(one: Stretch, findings: list[Finding], rulebook: Rulebook) -> Iterator[Piece]:
    """Kept text cut where findings begin and end; of overlapping findings the later begins behind the earlier."""
    at = one.start
    for finding in findings:
        start, end = max(finding.source[0], at), min(finding.source[1], one.end)
        if start >= end:
            continue
        if start > at:
            yield _kept_text(one, at, start)
        shown = visible(one.before[start - one.start : end - one.start])
        yield Piece("finding", shown, shown, rulebook[finding.rule].number, rulebook.heed(note_of_finding(finding)))
        at = end
    if at < one.end:
        yield _kept_text(one, at, one.end)


def _kept_text(one: Stretch, start: int, end: int) -> Piece:
    shown = visible(one.before[start - one.start : end - one.start])
    return Piece("kept", shown, shown)
