"""
The order of the stages, and the one place that knows it.

decode → characters → lines (classify, then join) → blanks → remnants → punctuation → quotes → misreadings → repeats →
structure → script. Lines are classified before they are joined, since nearly all false joins of a line-only rule are
unmarked titles, authors and captions; repair comes before repeats, since after right joining most copies are *exact*;
script comes last, since converting a misread 紹 to 绍 would hide the misreading.

It is safe because stages only propose: the strands of :mod:`cntextclean.trace` carry every character to its place, and
:func:`clean_decoded` verifies the finished document against the source before it returns it.

    >>> clean("今天上午,第六届高层论\\n坛在温州举行。").blocks[0].text
    '今天上午，第六届高层论坛在温州举行。'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cntextclean.config import Config
from cntextclean.model import Block, Copy, Document, Edit, Finding, Lang, Passage, Removal, Repeat, Role, Source
from cntextclean.proposals import Change, CopyProposal, Group, Note, Outline, Place, TextStage, View
from cntextclean.read.decode import Decoded, decoded_text
from cntextclean.read.markdown import is_markdown
from cntextclean.repair import characters, misreadings, punctuation, quotes, remnants, script, spaces
from cntextclean.repair.lines.arrange import arrange
from cntextclean.repeats.find import find_copies
from cntextclean.structure.outline import outline
from cntextclean.structure.sections import section_tree
from cntextclean.trace import Strand, annotate, cut, ink_digest, revise, select, trim, verify

REPAIRS: tuple[TextStage, ...] = (
    spaces.propose,
    remnants.propose,
    punctuation.propose,
    quotes.propose,
    misreadings.propose,
)
"""The repairs inside a passage, in order; each sees the text as the ones before left it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage on its way to becoming a block."""

    strand: Strand
    role: Role = "paragraph"
    lang: Lang = "zh"
    flags: tuple[str, ...] = ()
    markdown: bool = False

    @property
    def view(self) -> View:
        """What stages may see."""
        return View(self.strand.text, self.role, self.lang, self.markdown)


def clean(text: str, config: Config | None = None, *, name: str = "text") -> Document:
    """
    Clean one text and return its canonical document.

    ``name`` becomes the document's id; a name ending in ``.md`` says that the text is Markdown. Raises
    :class:`~cntextclean.errors.TraceError` should the document not account for the text (a defect of this program).
    """
    return clean_decoded(decoded_text(text), config or Config(), name=name)


def clean_decoded(decoded: Decoded, config: Config, *, name: str) -> Document:
    """Run every stage over a decoded source, verify the result, return it."""
    base, findings = _run_stage(characters.propose, [Draft(Strand.of(decoded.text))], config)
    whole = base[0].strand
    markdown = is_markdown(whole.text, name)
    drafts, removed = _lay_out(whole, arrange(whole.text, config, markdown=markdown))
    drafts = [replace(draft, markdown=markdown) for draft in drafts]
    for stage in REPAIRS:
        drafts, more = _run_stage(stage, drafts, config)
        findings += more
    copies = find_copies([draft.view for draft in drafts], config) if config.dedup != "none" else []
    repeats, lifted = _record_copies(drafts, copies, name)
    drafts = _cut_out(drafts, copies)
    marked = outline([draft.view for draft in drafts], config)
    drafts, more = _run_stage(script.propose, drafts, config)
    document = _assemble(drafts, marked, [*removed, *lifted], whole, decoded, name)
    document = replace(document, findings=_in_order([*decoded.findings, *findings, *more]), repeats=tuple(repeats))
    verify(decoded.text, document)
    return document


def _run_stage(stage: TextStage, drafts: list[Draft], config: Config) -> tuple[list[Draft], list[Finding]]:
    """One repair stage over all passages: changes applied, notes turned into findings."""
    changes: dict[int, list[Change]] = {}
    findings: list[Finding] = []
    for index, proposal in stage([draft.view for draft in drafts], config):
        if not config.allows(proposal.rule):
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


def _lay_out(whole: Strand, groups: Sequence[Group]) -> tuple[list[Draft], list[Removal]]:
    """The lines of the source as drafts, and the groups that leave the document."""
    drafts: list[Draft] = []
    removed: list[Removal] = []
    for group in groups:
        strand = _bind(whole, group)
        if group.removal:
            spans = strand.spans()
            raw = "".join(whole.source[slice(*span)] for span in spans)
            removed.append(Removal(group.removal, spans, raw, group.rule, group.reason))
        else:
            drafts.append(Draft(strand, group.role, flags=group.flags))
    return drafts, removed


def _bind(whole: Strand, group: Group) -> Strand:
    """The rows of a group as one strand; blanks between neighbouring rows become the joint's glue."""
    runs: list[list[int]] = []
    changes: list[Change] = []
    length = 0
    for number, (start, end) in enumerate(group.rows):
        gap = whole.text[runs[-1][1] : start] if runs else ""
        if runs:
            joint = group.joints[number - 1]
            beside = not gap.strip()
            changes.append(Change(length, length + len(gap) * beside, joint.glue, joint.rule, joint.evidence))
            length += len(gap) * beside
            if beside:
                runs[-1][1] = end
        if not runs or gap.strip():
            runs.append([start, end])
        length += end - start
    bound = select(whole, [(start, end) for start, end in runs])
    return trim(revise(bound, [change for change in changes if change.end > change.start or change.after]))


def _record_copies(drafts: list[Draft], copies: list[CopyProposal], name: str) -> tuple[list[Repeat], list[Removal]]:
    """Findings about copies in source offsets, and the removals among them."""
    repeats: list[Repeat] = []
    removed: list[Removal] = []
    for copy in copies:
        strand = cut_place(drafts, copy.duplicate)
        kept = cut_place(drafts, copy.kept).spans()
        spans = strand.spans()
        cluster = f"{kept[0][0]}-{kept[-1][1]}"
        repeats.append(
            Repeat(
                copy.relation, copy.action, cluster, copy.similarity, Passage(name, spans[0][0], spans[-1][1]),
                Passage(name, kept[0][0], kept[-1][1]), copy.differing, copy.evidence,
            )  # fmt: skip
        )
        if copy.action == "removed":
            raw = "".join(strand.source[slice(*span)] for span in spans)
            kind, rule = ("loop", "repeats.loop") if copy.relation == "loop" else ("duplicate", "repeats.block")
            of = Copy(name, "", kept)
            removed.append(Removal(kind, spans, raw, rule, copy.evidence, of, copy.similarity))  # type: ignore[arg-type]
    return repeats, removed


def cut_place(drafts: Sequence[Draft], place: Place) -> Strand:
    """The strand at a place."""
    strand = drafts[place.index].strand
    return cut(strand, [place.start, place.end])[1]


def _cut_out(drafts: list[Draft], copies: Sequence[CopyProposal]) -> list[Draft]:
    """The drafts without the copies that go; a passage cut in the middle becomes two."""
    gone: dict[int, list[Place]] = {}
    for copy in copies:
        if copy.action == "removed":
            gone.setdefault(copy.duplicate.index, []).append(copy.duplicate)
    left: list[Draft] = []
    for index, draft in enumerate(drafts):
        places = sorted(gone.get(index, ()), key=lambda place: place.start)
        parts = cut(draft.strand, [point for place in places for point in (place.start, place.end)])[::2]
        left += [replace(draft, strand=part) for part in map(trim, parts) if part.text] if places else [draft]
    return left


def _assemble(
    drafts: list[Draft], marked: Outline, removed: list[Removal], whole: Strand, decoded: Decoded, name: str
) -> Document:
    """The document of finished drafts. Deletions that no block took in are swept into removals, with their rule."""
    blocks = tuple(
        Block(f"b{number}", label.role, draft.strand.text, draft.strand.spans(), label.level, label.article, label.lang,
              tuple(dict.fromkeys([*draft.flags, *label.flags])))
        for number, (draft, label) in enumerate(zip(drafts, marked.labels, strict=True), 1)
    )  # fmt: skip
    edits = tuple(sorted((e for draft in drafts for e in draft.strand.edits()), key=lambda edit: edit.source))
    removed = _link(removed, blocks) + _sweep(whole, blocks, removed)
    source = Source(
        name, decoded.sha256, decoded.encoding, len(decoded.text), ink_digest(decoded.text), decoded.replaced
    )
    return Document(
        id=name, source=source, title=marked.title, metadata=marked.metadata, blocks=blocks,
        sections=section_tree(blocks), removed=tuple(sorted(removed, key=lambda one: one.source)), edits=edits,
        stats=_statistics(blocks, removed, edits),
    )  # fmt: skip


def _link(removed: list[Removal], blocks: tuple[Block, ...]) -> list[Removal]:
    """Name the block that holds the text that stays."""
    owners = sorted((span, block.id) for block in blocks for span in block.source)
    linked = []
    for removal in removed:
        of = removal.of
        if of:
            start = of.source[0][0]
            block = next((owner for (low, high), owner in owners if low <= start < high), "")
            removal = replace(removal, of=replace(of, block=block))  # noqa: PLW2901
        linked.append(removal)
    return linked


def _sweep(whole: Strand, blocks: tuple[Block, ...], removed: list[Removal]) -> list[Removal]:
    """Characters that the first stage deleted and that stand in no block: invisible ones on a line of their own."""
    held = sorted(span for owner in (*blocks, *removed) for span in owner.source)
    gaps = [(left[1], right[0]) for left, right in pairwise([(0, 0), *held, (len(whole.source),) * 2])]
    return [
        Removal("encoding", (edit.source,), edit.before, edit.rule, "no visible character on a line of its own")
        for edit in whole.edits()
        if edit.before.strip() and any(start <= edit.source[0] and edit.source[1] <= end for start, end in gaps)
    ]


def _statistics(blocks: Sequence[Block], removed: Sequence[Removal], edits: Sequence[Edit]) -> dict[str, int]:
    """Counts for people in a hurry: blocks, edits and removals by kind, letters kept and removed."""
    counts = Counter(f"edits.{rule}" for edit in edits for rule in edit.rule.split("+"))
    counts.update(f"removed.{removal.kind}" for removal in removed)
    counts.update(f"blocks.{block.role}" for block in blocks)
    counts["characters.kept"] = sum(len(block.text) for block in blocks)
    counts["characters.removed"] = sum(len(removal.text) for removal in removed)
    return dict(sorted(counts.items()))


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.source, finding.rule)))
