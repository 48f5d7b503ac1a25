"""
Copies inside a document: where they are, and their vote on the text that stays, by which misread ideographs are put
right, or told.

It is safe because nothing is changed unless ``repeats.consensus`` asks for it, and what is changed goes through the
strands like any other edit: the source stays restorable. An ideograph takes the place of an ideograph, so the places of
the copies still hold afterwards.

    >>> from cntextclean.trace import Strand
    >>> drafts, findings = put_to_vote([Draft(Strand.of("甲"))], [], Config(), "a")
    >>> drafts[0].strand.text, findings
    ('甲', [])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cntextclean.config import Config
from cntextclean.drafts import Draft, strand_at
from cntextclean.model import Finding, Passage
from cntextclean.proposals import Change, CopyProposal, Note, Place
from cntextclean.repeats.ballot import LEAST, RULE, Ballot, may_vote
from cntextclean.repeats.find import find_copies
from cntextclean.trace import annotate, revise


def copies_in_body(drafts: Sequence[Draft], config: Config) -> list[CopyProposal]:
    """The copies in the body, in places of all drafts: a page number parts no copy from what it copies."""
    if config.dedup == "none":
        return []
    body = [index for index, draft in enumerate(drafts) if draft.role != "furniture"]

    def placed(place: Place) -> Place:
        return replace(place, index=body[place.index])

    found = find_copies([drafts[index].view for index in body], config)
    return [replace(one, duplicate=placed(one.duplicate), kept=placed(one.kept)) for one in found]


def put_to_vote(
    drafts: Sequence[Draft], copies: Sequence[CopyProposal], config: Config, name: str
) -> tuple[list[Draft], list[Finding]]:
    """The drafts with what the removed copies agree on put right, and what is only told."""
    voters = [one for one in copies if may_vote(one)]
    if sum(bool(one.differing) for one in voters) < LEAST or not config.allows(RULE):
        return list(drafts), []
    revised, findings = list(drafts), list[Finding]()
    for index in sorted({one.kept.index for one in voters}):
        ballots = [_ballot(drafts, one, name) for one in voters if one.kept.index == index]
        revised[index], told = _elected(drafts[index], ballots, config, name)
        findings += told
    return revised, findings


def _ballot(drafts: Sequence[Draft], copy: CopyProposal, name: str) -> Ballot:
    strand = strand_at(drafts, copy.duplicate)
    spans = strand.spans()
    return Ballot(copy.kept.start, copy.kept.end, strand.text, Passage(name, spans[0][0], spans[-1][1]))


def _elected(draft: Draft, ballots: Sequence[Ballot], config: Config, name: str) -> tuple[Draft, list[Finding]]:
    from cntextclean.repeats.consensus import corrections

    edit = config.repeats.consensus and "preformatted" not in draft.flags
    changes: list[Change] = []
    findings: list[Finding] = []
    for one in corrections(draft.strand.text, name, ballots, edit=edit):
        if one.action == "corrected":
            changes.append(Change(one.start, one.end, one.after, RULE, one.evidence))
        else:
            note = Note(one.start, one.end, RULE, (one.after,), one.score, one.evidence)
            findings.append(annotate(draft.strand, note))
    return (replace(draft, strand=revise(draft.strand, changes)) if changes else draft), findings
