"""
From finished drafts to the document: blocks, removals, edits, sections and counts.

It is safe because it adds nothing: text comes from the strands, and :func:`cntextclean.trace.verify` proves the result.

    >>> from cntextclean.drafts import Draft
    >>> spans_of(Strand.of("甲乙"))
    (((0, 2),), '甲乙')
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from cntextclean.drafts import Draft, strand_at
from cntextclean.model import (
    Block,
    Copy,
    Document,
    Edit,
    Fact,
    Finding,
    Link,
    Passage,
    Reference,
    Removal,
    RemovalKind,
    Repeat,
    Source,
    Span,
)
from cntextclean.proposals import CopyProposal, Label, Outline
from cntextclean.read.decode import Decoded
from cntextclean.repair.lines.crumbs import STRAY
from cntextclean.structure.links import find_links, read_references
from cntextclean.structure.sections import section_tree
from cntextclean.trace import Strand, ink_digest


def spans_of(strand: Strand) -> tuple[tuple[Span, ...], str]:
    """The source ranges of a strand and the raw text in them."""
    spans = strand.spans()
    return spans, "".join(strand.source[slice(*span)] for span in spans)


def record_copies(
    drafts: Sequence[Draft], copies: Sequence[CopyProposal], name: str
) -> tuple[list[Repeat], list[Removal]]:
    """Findings about copies in source offsets, and the removals among them."""
    repeats: list[Repeat] = []
    removed: list[Removal] = []
    for copy in copies:
        spans, raw = spans_of(strand_at(drafts, copy.duplicate))
        kept = strand_at(drafts, copy.kept).spans()
        duplicate = Passage(name, spans[0][0], spans[-1][1])
        stays = Passage(name, kept[0][0], kept[-1][1])
        cluster = f"{stays.start}-{stays.end}"
        repeats.append(
            Repeat(
                copy.relation, copy.action, cluster, copy.similarity, duplicate, stays, copy.differing, copy.evidence
            )
        )
        if copy.action == "removed":
            loop = copy.relation == "loop"
            kind: RemovalKind = "loop" if loop else "duplicate"
            rule = "repeats.loop" if loop else "repeats.block"
            removed.append(Removal(kind, spans, raw, rule, copy.evidence, Copy(name, "", kept), copy.similarity))
    return repeats, removed


def assemble(
    drafts: Sequence[Draft], marked: Outline, removed: Sequence[Removal], decoded: Decoded, name: str
) -> Document:
    """The document of finished drafts and their labels, without findings."""
    pairs = zip(drafts, marked.labels, strict=True)
    blocks = tuple(_block(f"b{number}", draft, label) for number, (draft, label) in enumerate(pairs, 1))
    edits = tuple(sorted((e for draft in drafts for e in draft.strand.edits()), key=lambda edit: edit.source))
    linked = tuple(sorted(_link(removed, blocks), key=lambda one: one.source))
    references = read_references(blocks)
    return Document(
        id=name,
        source=_source(decoded, name),
        title=marked.title,
        metadata=marked.metadata,
        facts=_facts(drafts, marked),
        blocks=blocks,
        sections=section_tree(blocks),
        references=references,
        links=_links(drafts, blocks, references),
        removed=linked,
        edits=edits,
        stats=statistics(blocks, linked, edits),
    )


def _links(drafts: Sequence[Draft], blocks: Sequence[Block], items: Sequence[Reference]) -> tuple[Link, ...]:
    """Citations and note marks in source offsets."""
    marks = find_links(blocks, items)
    return tuple(Link(one.kind, drafts[one.index].strand.locate(one.start, one.end), one.target) for one in marks)


def _facts(drafts: Sequence[Draft], marked: Outline) -> tuple[Fact, ...]:
    """The facts that title and metadata hold, each once, with the source of every statement."""
    held = {"title": (marked.title,), **{key: _several(value) for key, value in marked.metadata.items()}}
    found: dict[tuple[str, str], list[tuple[Span, ...]]] = {}
    for one in marked.facts:
        spans = _shown(strand_at(drafts, one.place)).spans()
        if spans and one.value in held.get(one.name, ()):
            found.setdefault((one.name, one.value), []).append(spans)
    return tuple(Fact(name, value, tuple(dict.fromkeys(stated))) for (name, value), stated in found.items())


def _shown(strand: Strand) -> Strand:
    """The strand without the deletions at its ends: a mark of a heading belongs to no title."""
    pieces = list(strand.pieces)
    while pieces and not pieces[0].text:
        del pieces[0]
    while pieces and not pieces[-1].text:
        del pieces[-1]
    return Strand(strand.source, tuple(pieces))


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def record_crumb(strand: Strand) -> Removal:
    """The removal of a passage that became a crumb when what stood around it was joined or cut."""
    spans, raw = spans_of(strand)
    return Removal("stray", spans, raw, "lines.crumbs", STRAY)


def record_dropped(dropped: Iterable[Strand]) -> list[Removal]:
    """Removals for strands that show no text: invisible characters, mark-up of nothing."""
    removed = []
    for strand in dropped:
        spans, raw = spans_of(strand)
        rules = "+".join(dict.fromkeys(rule for piece in strand.pieces if piece.rule for rule in piece.rule.split("+")))
        if raw.strip():
            removed.append(Removal("encoding", spans, raw, rules, "nothing visible is left of it"))
    return removed


def sweep(whole: Strand, drafts: Sequence[Draft], removed: Sequence[Removal]) -> list[Removal]:
    """Removals for what the first stage deleted on lines of its own, which are in no draft."""
    held = sorted([span for draft in drafts for span in draft.strand.spans()] + [s for r in removed for s in r.source])
    gaps = [(left[1], right[0]) for left, right in pairwise([(0, 0), *held, (len(whole.source),) * 2])]
    starts = [start for start, _ in gaps]
    return [
        Removal("encoding", (edit.source,), edit.before, edit.rule, "no visible character on a line of its own")
        for edit in whole.edits()
        if edit.before.strip() and edit.source[1] <= gaps[bisect_right(starts, edit.source[0]) - 1][1]
    ]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by place, then by rule; what a stage that runs twice found twice is found once."""
    return tuple(dict.fromkeys(sorted(findings, key=lambda finding: (finding.source, finding.rule))))


def _block(name: str, draft: Draft, label: Label) -> Block:
    flags = tuple(dict.fromkeys([*draft.flags, *label.flags]))
    strand = draft.strand
    return Block(name, label.role, strand.text, strand.spans(), label.level, label.article, label.lang, flags)


def _source(decoded: Decoded, name: str) -> Source:
    text = decoded.text
    return Source(name, decoded.sha256, decoded.encoding, len(text), ink_digest(text), decoded.replaced, decoded.places)


def _link(removed: Iterable[Removal], blocks: Sequence[Block]) -> list[Removal]:
    """Name the block that holds the text that stays."""
    owners = sorted((span, block.id) for block in blocks for span in block.source)
    starts = [low for (low, _), _ in owners]
    return [replace(one, of=_named(one.of, owners, starts)) if one.of else one for one in removed]


def _named(kept: Copy, owners: Sequence[tuple[Span, str]], starts: Sequence[int]) -> Copy:
    """The copy with the block that holds its first character; the owners are disjoint, ``starts`` are theirs."""
    start = kept.source[0][0]
    at = bisect_right(starts, start) - 1
    held = at >= 0 and start < owners[at][0][1]
    return replace(kept, block=owners[at][1] if held else "")


def statistics(blocks: Sequence[Block], removed: Sequence[Removal], edits: Sequence[Edit]) -> dict[str, int]:
    """Counts for people in a hurry: blocks, edits and removals by kind, letters kept and removed."""
    counts = Counter(f"edits.{rule}" for edit in edits for rule in edit.rule.split("+"))
    counts.update(f"removed.{removal.kind}" for removal in removed)
    counts.update(f"blocks.{block.role}" for block in blocks)
    counts["characters.kept"] = sum(len(block.text) for block in blocks)
    counts["characters.removed"] = sum(len(removal.text) for removal in removed)
    return dict(sorted(counts.items()))
