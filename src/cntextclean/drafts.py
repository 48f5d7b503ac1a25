"""
Drafts: passages on their way to becoming blocks, and what happens to them between stages.

A stage proposes; here its changes are applied to the strands, its notes become findings, lines are bound to passages,
and copies are cut out. It is safe because all of it works on strands, which hold every source character they were
given: what is cut out or dropped is handed back, to be recorded as a removal.

    >>> draft = Draft(Strand.of("甲乙"))
    >>> draft.view.text
    '甲乙'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import is_

from cntextclean.config import Config
from cntextclean.model import Finding, Lang, Removal, Role
from cntextclean.proposals import Change, CopyProposal, Group, Joint, Note, Place, TextStage, View
from cntextclean.read.markdown import code_spans, front_matter_end, is_markdown
from cntextclean.repair.lines.preformatted import OBJECT
from cntextclean.repair.spans import Taken
from cntextclean.structure.marks import mark_role, read_mark
from cntextclean.trace import Piece, Strand, annotate, between, bind, cut, revise, splice, trim

FOR_CODE = ("remnants.", "characters.")
"""Rules that know mathematics and mark-up, or deal with what is in no text."""


@dataclass(frozen=True)
class Draft:
    """A passage on its way to becoming a block."""

    strand: Strand
    role: Role = "paragraph"
    lang: Lang = "zh"
    flags: tuple[str, ...] = ()
    markdown: bool = False
    mark: str = ""

    @cached_property
    def view(self) -> View:
        """What stages may see."""
        return View(self.strand.text, self.role, self.lang, self.markdown, self.mark)

    @cached_property
    def shown(self) -> View:
        """The same for stages that leave it alone if it is preformatted: its marks are no evidence for prose."""
        hidden = "preformatted" in self.flags and self.role != "furniture"
        return self.view._replace(text=OBJECT) if hidden else self.view

    @cached_property
    def code(self) -> Taken:
        """Where mathematics and the targets of links stand."""
        return Taken(code_spans(self.strand.text))


def unchanged(before: Sequence[Draft], after: Sequence[Draft]) -> bool:
    """Whether nothing that a stage sees is another."""
    if len(before) != len(after):
        return False
    pairs = zip(before, after, strict=True)
    return all(map(is_, before, after)) or all(
        one.strand is other.strand and one.role == other.role for one, other in pairs
    )


def run_stage(stage: TextStage, drafts: list[Draft], config: Config) -> tuple[list[Draft], list[Finding]]:
    """One repair stage over all passages: changes applied, notes turned into findings."""
    changes: dict[int, list[Change]] = {}
    findings: list[Finding] = []
    for index, proposal in stage([draft.shown for draft in drafts], config):
        if not config.allows(proposal.rule) or "preformatted" in drafts[index].flags:
            continue
        if not proposal.rule.startswith(FOR_CODE) and not drafts[index].code.is_free(proposal.start, proposal.end):
            continue
        if isinstance(proposal, Note):
            findings.append(annotate(drafts[index].strand, proposal))
        else:
            changes.setdefault(index, []).append(proposal)
    revised = [
        replace(draft, strand=revise(draft.strand, changes[index])) if index in changes else draft
        for index, draft in enumerate(drafts)
    ]
    return revised, findings


def run_apart(stage: TextStage, drafts: list[Draft], config: Config) -> tuple[list[Draft], list[Finding]]:
    """
    One repair stage over the body, and over the furniture for itself: what is left out of the output is no evidence
    for what is in it, else cleaning the output would find other habits.
    """
    if all(draft.role != "furniture" for draft in drafts):  # so with nearly all articles
        return run_stage(stage, drafts, config) if drafts else ([], [])
    revised = list(drafts)
    findings: list[Finding] = []
    for furniture in (False, True):
        chosen = [index for index, draft in enumerate(drafts) if (draft.role == "furniture") is furniture]
        part, notes = run_stage(stage, [drafts[index] for index in chosen], config) if chosen else ([], [])
        findings += notes
        for index, draft in zip(chosen, part, strict=True):
            revised[index] = draft
    return revised, findings


def body_start(whole: Strand, name: str) -> int:
    """Where the front matter of canonical Markdown ends; 0 for everything else."""
    return front_matter_end(whole.text) if is_markdown(whole.text, name) else 0


def draft_passages(
    whole: Strand, groups: Sequence[Group], name: str, *, canonical: bool
) -> tuple[list[Draft], list[Removal], list[Finding]]:
    """The source's lines as drafts that know the mark they bear; in ``canonical`` Markdown the mark is the role."""
    markdown = is_markdown(whole.text, name)
    drafts: list[Draft] = []
    removed: list[Removal] = []
    for group in groups:
        strand = bind(whole, group)
        if group.removal:
            spans = strand.spans()
            raw = "".join(whole.source[slice(*span)] for span in spans)
            removed.append(Removal(group.removal, spans, raw, group.rule, group.reason))
        else:
            # What looks like a mark in a passage that is preformatted is none: `#` begins a comment there.
            kept = "preformatted" in group.flags
            mark = read_mark(strand.text, canonical=canonical) if not kept else "text" if canonical else ""
            role = (mark_role(mark) if canonical else None) or group.role
            drafts.append(Draft(strand, role, flags=group.flags, markdown=markdown, mark=mark))
    return drafts, removed, note_groups(whole, groups)


def note_groups(whole: Strand, groups: Sequence[Group]) -> list[Finding]:
    """Findings about groups that stay and name a rule: columns that interleave."""
    named = ((bind(whole, group), group) for group in groups if group.rule and not group.removal)
    return [
        annotate(strand, Note(0, len(strand.text), group.rule, (), 1.0, group.reason))
        for strand, group in named
        if strand.text
    ]


def strand_at(drafts: Sequence[Draft], place: Place) -> Strand:
    """The strand at a place."""
    return between(drafts[place.index].strand, place.start, place.end)


def _follows(left: Strand, right: Strand) -> bool:
    """Whether all of one strand stands before the other in the source: a caption in the way of a sentence does not."""
    return not left.pieces or not right.pieces or left.pieces[-1].end <= right.pieces[0].start


def join_drafts(drafts: Sequence[Draft], joints: Sequence[tuple[int, Joint]]) -> list[Draft]:
    """
    The drafts with some joined to the last one before them that is shown: ``joints`` are (index, joint), ascending.

    Two that do not follow each other in the source stay two. What stands between two that are joined (a page header)
    keeps its own draft, after them.
    """
    asked = dict(joints)
    joined: list[Draft] = []
    bound: dict[int, list[tuple[Strand, Joint]]] = {}
    last, end = -1, Strand("", ())
    for index, draft in enumerate(drafts):
        if index in asked and last >= 0 and _follows(end, draft.strand):
            bound.setdefault(last, []).append((draft.strand, asked[index]))
            end = draft.strand
            continue
        joined.append(draft)
        if draft.role != "furniture" and draft.strand.text:
            last, end = len(joined) - 1, draft.strand
    for at, parts in bound.items():
        joined[at] = replace(joined[at], strand=_glued(joined[at].strand, parts))
    return joined


def _glued(first: Strand, others: Sequence[tuple[Strand, Joint]]) -> Strand:
    """
    Strands as one, all at once, since one after the other would cost the square of their number; the white space
    between two of them in the source, if nothing else is there, becomes the glue.
    """
    source, length = first.source, len(first.text)
    strands, changes = [first], []
    for strand, joint in others:
        start, end = strands[-1].pieces[-1].end, strand.pieces[0].start
        gap = source[start:end]
        if gap.strip():
            gap = ""
        if gap:
            strands.append(Strand(source, (Piece(start, end, gap),)))
        if gap or joint.glue:
            changes.append(Change(length, length + len(gap), joint.glue, joint.rule, joint.evidence))
        strands.append(strand)
        length += len(gap) + len(strand.text)
    return revise(splice(strands), changes)


def cut_out(drafts: Sequence[Draft], copies: Sequence[CopyProposal]) -> list[Draft]:
    """The drafts without the copies that go; a passage cut in the middle becomes two, some of them empty."""
    gone: dict[int, list[Place]] = {}
    for copy in copies:
        if copy.action == "removed":
            gone.setdefault(copy.duplicate.index, []).append(copy.duplicate)
    left: list[Draft] = []
    for index, draft in enumerate(drafts):
        places = sorted(gone.get(index, ()), key=lambda place: place.start)
        points = [point for place in places for point in (place.start, place.end)]
        left += [replace(draft, strand=part) for part in cut(draft.strand, points)[::2]] if places else [draft]
    return left


def drop_empty(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Strand]]:
    """The drafts that show text, trimmed, and the strands of those that show none."""
    strands = [trim(draft.strand) for draft in drafts]
    trimmed = [
        draft if strand is draft.strand else replace(draft, strand=strand)
        for draft, strand in zip(drafts, strands, strict=True)
    ]
    kept = [draft for draft in trimmed if draft.strand.text]
    return kept, [draft.strand for draft in trimmed if not draft.strand.text]
