"""
The order of the stages, and the one place that knows it.

decode → characters → lines (classify, then join) → remnants → blanks → punctuation → quotes → misreadings → repeats →
structure → script. Lines are classified before they are joined, since nearly all false joins of a line-only rule are
unmarked titles, authors and captions; repair comes before repeats, since after right joining most copies are *exact*;
script comes last, since converting a misread 紹 to 绍 would hide the misreading.

It is safe because stages only propose: the strands of :mod:`cntextclean.trace` carry every character to its place, and
:func:`clean_decoded` verifies the finished document against the source before it returns it.

    >>> clean("今天上午,第六届高层论\\n坛在温州举行。").blocks[0].text
    '今天上午，第六届高层论坛在温州举行。'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cntextclean.assembly import assemble, in_order, record_copies, record_crumb, record_dropped, sweep
from cntextclean.config import Config
from cntextclean.drafts import (
    Draft,
    body_start,
    cut_out,
    draft_passages,
    drop_empty,
    join_drafts,
    run_apart,
    run_stage,
    unchanged,
)
from cntextclean.elections import copies_in_body, put_to_vote
from cntextclean.model import Document, Finding, Removal
from cntextclean.proposals import Outline, TextStage
from cntextclean.read.decode import Decoded, decoded_text
from cntextclean.read.markdown import front_matter_end
from cntextclean.render.front_matter import read_front_matter
from cntextclean.repair import characters, misreadings, punctuation, quotes, remnants, script, spaces
from cntextclean.repair.lines.arrange import arrange, rejoin
from cntextclean.repair.lines.crumbs import stray_lines
from cntextclean.repair.lines.measures import printed_lines
from cntextclean.repair.lines.preformatted import OBJECT
from cntextclean.repair.lines.running import labelled_heads, page_breaks
from cntextclean.repeats import doubled
from cntextclean.structure.outline import outline
from cntextclean.trace import Strand, annotate, verify

ROUNDS = 4
"""Rounds at most in which repairs, joints and labels make work for each other; no text needed more than three."""
REPAIRS: tuple[TextStage, ...] = (
    remnants.propose,
    spaces.propose,
    punctuation.propose,
    quotes.propose,
    misreadings.propose,
    spaces.propose,
)
"""
The repairs inside a passage, in order; each sees the text as the ones before left it. Blanks are looked at again at
the end, since a mark that became full-width makes the blank beside it wrong.
"""


def clean(text: str, config: Config | None = None, *, name: str = "text") -> Document:
    """
    Clean one text and return its canonical document.

    ``name`` becomes the document's id; a name ending in ``.md`` says that the text is Markdown. Raises
    :class:`~cntextclean.errors.TraceError` should the document not account for the text (a defect of this program).
    """
    return clean_decoded(decoded_text(text), config or Config(), name=name)


def clean_decoded(decoded: Decoded, config: Config, *, name: str, running: Mapping[str, str] | None = None) -> Document:
    """
    Run every stage over a decoded source, verify the result, return it. ``running`` holds the running heads that other
    files of its folder showed (:mod:`cntextclean.repair.lines.running`), with the evidence.
    """
    whole, findings = _legible(decoded, config)
    drafts, removed, seen = _arranged(whole, decoded, config, name, running or {})
    findings += seen
    drafts, noted, stray = _looked_at(drafts, whole, config)
    removed += stray
    drafts, marked, noted, stray = _parted(drafts, noted, whole, config)
    removed += stray
    before, copies = drafts, copies_in_body(drafts, config)
    repeats, copied = record_copies(drafts, copies, name)
    drafts, voted = put_to_vote(drafts, copies, config, name)
    drafts, dropped = drop_empty(cut_out(drafts, copies))
    if not unchanged(before, drafts):
        if copied:
            drafts, noted, stray = _settled(drafts, noted, whole, config)
            removed += stray
        drafts, marked, noted, stray = _parted(drafts, noted, whole, config)
        removed += stray
    drafts, marked, noted, stray = _converted(drafts, marked, noted, whole, config)
    findings += [*noted, *voted]
    findings += [annotate(drafts[index].strand, note) for index, note in marked.notes if config.allows(note.rule)]
    removed += [*stray, *copied, *record_dropped(dropped)]
    document = replace(
        assemble(drafts, marked, removed, decoded, name),
        findings=in_order([*decoded.findings, *findings]),
        repeats=tuple(repeats),
    )
    verify(decoded.text, document)
    return document


def _legible(decoded: Decoded, config: Config) -> tuple[Strand, list[Finding]]:
    """The whole text with its characters repaired, before its lines are looked at, and what was noted."""
    base, findings = run_stage(characters.propose, [Draft(Strand.of(decoded.text))], config)
    base, printed_twice = run_stage(doubled.propose, base, config)
    return base[0].strand, findings + printed_twice


def _arranged(
    whole: Strand, decoded: Decoded, config: Config, name: str, running: Mapping[str, str]
) -> tuple[list[Draft], list[Removal], list[Finding]]:
    """The lines of the whole text as drafts, what leaves the document with them, and what was noted."""
    printed = printed_lines(decoded.text, decoded.printed, whole.text)
    breaks = page_breaks(decoded.text, whole.text)
    known = {**labelled_heads(decoded.furniture), **running}
    start = body_start(whole, name)
    groups = arrange(whole.text, config, start=start, printed=printed, known=known, breaks=breaks)
    drafts, removed, findings = draft_passages(whole, groups, name, canonical=start > 0)
    return drafts, removed + sweep(whole, drafts, removed), findings


def _repaired(drafts: list[Draft], config: Config, *, again: bool = False) -> tuple[list[Draft], list[Finding]]:
    """
    The drafts after every repair, and what was noted; repeated while it changes a passage, since what one stage does
    may make work for one before it: `M_{2}^[1]上` shows its second remnant when the first is gone. The marks of
    Markdown are undone once, not ``again``: what was escaped is text now.
    """
    findings: list[Finding] = []
    left: dict[int, list[Draft]] = {}  # what a stage has left as it is, it need not see again
    for number in range(ROUNDS):
        before = drafts
        for place, stage in enumerate(REPAIRS):
            if place in left and unchanged(left[place], drafts):
                continue
            undone = stage is remnants.propose and (again or number > 0)
            repaired, notes = run_apart(remnants.propose_again if undone else stage, drafts, config)
            findings += notes
            if unchanged(drafts, repaired):
                left[place] = drafts
            drafts = repaired
        if unchanged(before, drafts):
            break
    return drafts, findings


def _parted(
    drafts: list[Draft], noted: list[Finding], whole: Strand, config: Config
) -> tuple[list[Draft], Outline, list[Finding], list[Removal]]:
    """
    The drafts outlined, and what the outline takes for furniture apart from the body, which is looked at as the lines
    of a text once more: a page number in the middle hides from each other what stands on both sides of it.
    """
    stray: list[Removal] = []
    for _ in range(ROUNDS):
        marked = _outlined(drafts, whole, config)
        apart = [
            replace(draft, role="furniture") if label.role == "furniture" else draft
            for draft, label in zip(drafts, marked.labels, strict=True)
        ]
        if unchanged(drafts, apart):
            return drafts, marked, noted, stray
        drafts, noted, crumbs = _looked_at(apart, whole, config, again=True)
        stray += crumbs
        if unchanged(drafts, apart):
            return drafts, marked, noted, stray
    return drafts, _outlined(drafts, whole, config), noted, stray


def _converted(
    drafts: list[Draft], marked: Outline, noted: list[Finding], whole: Strand, config: Config
) -> tuple[list[Draft], Outline, list[Finding], list[Removal]]:
    """
    The drafts in the script that is asked for, and what they say of themselves read in it; words that only the
    conversion made may cross a break or a blank.
    """
    stray: list[Removal] = []
    for _ in range(ROUNDS):
        converted, notes = run_apart(script.propose, drafts, config)
        if unchanged(drafts, converted):
            break
        drafts, _, crumbs = _looked_at(converted, whole, config, again=True)  # what it notes, conversion would hide
        stray += crumbs
        drafts, marked, _, crumbs = _parted(drafts, [], whole, config)
        stray += crumbs
    return drafts, marked, [*noted, *notes], stray


def _looked_at(
    drafts: list[Draft], whole: Strand, config: Config, *, again: bool = False
) -> tuple[list[Draft], list[Finding], list[Removal]]:
    """The drafts repaired and settled, once more if ``again``."""
    drafts, noted = _repaired(drafts, config, again=again)
    return _settled(drafts, noted, whole, config)


def _settled(
    drafts: list[Draft], findings: list[Finding], whole: Strand, config: Config
) -> tuple[list[Draft], list[Finding], list[Removal]]:
    """
    The drafts when no two of them would join any more as the lines of a text, and the crumbs are out that joining and
    cutting brought together; so cleaning the result changes nothing.

    It ends, since every round leaves fewer drafts.
    """
    stray: list[Removal] = []
    if front_matter_end(whole.text):  # lines of canonical Markdown are passages for good
        return drafts, findings, stray
    while True:
        shown = [index for index, draft in enumerate(drafts) if draft.role != "furniture" and draft.strand.text]
        texts = [OBJECT if "preformatted" in drafts[i].flags else drafts[i].strand.text for i in shown]
        if "\n\n".join(texts) == whole.text.rstrip():
            # It was read like this before, and nothing joined: so with 61 of 61 articles parted by blank lines.
            return drafts, findings, stray
        crumbs = {shown[at] for at in stray_lines(texts)}
        if crumbs:
            stray += [record_crumb(drafts[index].strand) for index in sorted(crumbs)]
            drafts = [draft for index, draft in enumerate(drafts) if index not in crumbs]
            continue
        joints = [(shown[second], joint) for second, joint in rejoin(texts, config)]
        if not joints:
            return drafts, findings, stray
        joined = join_drafts(drafts, joints)
        if len(joined) == len(drafts):
            return drafts, findings, stray
        drafts, findings = _repaired(joined, config, again=True)


def _outlined(drafts: list[Draft], whole: Strand, config: Config) -> Outline:
    """
    Roles and facts; what the front matter of canonical Markdown says goes before what is read from the text. What is
    preformatted has its role by its form: a formula is short, and no heading.
    """
    marked = outline([draft.shown for draft in drafts], config)
    labels = tuple(
        label._replace(role=draft.role, level=None) if "preformatted" in draft.flags else label
        for draft, label in zip(drafts, marked.labels, strict=True)
    )
    marked = replace(marked, labels=labels)
    front = read_front_matter(whole.text) if front_matter_end(whole.text) else None
    return replace(marked, title=front.title, metadata=front.metadata) if front else marked
