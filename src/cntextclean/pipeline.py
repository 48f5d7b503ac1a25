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

from dataclasses import replace

from cntextclean.assembly import assemble, in_order, record_copies, record_crumb, record_dropped, sweep
from cntextclean.config import Config
from cntextclean.drafts import Draft, cut_out, drop_empty, join_drafts, lay_out, run_stage
from cntextclean.model import Document, Finding, Removal
from cntextclean.proposals import Outline, TextStage
from cntextclean.read.decode import Decoded, decoded_text
from cntextclean.read.markdown import front_matter_end, is_markdown
from cntextclean.render.front_matter import read_front_matter
from cntextclean.repair import characters, misreadings, punctuation, quotes, remnants, script, spaces
from cntextclean.repair.lines.arrange import arrange, rejoin
from cntextclean.repair.lines.crumbs import crumb_rows
from cntextclean.repair.lines.preformatted import OBJECT
from cntextclean.repeats.find import find_copies
from cntextclean.structure.marks import mark_role, read_mark
from cntextclean.structure.outline import outline
from cntextclean.trace import Strand, annotate, verify

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


def clean_decoded(decoded: Decoded, config: Config, *, name: str) -> Document:
    """Run every stage over a decoded source, verify the result, return it."""
    base, findings = run_stage(characters.propose, [Draft(Strand.of(decoded.text))], config)
    whole = base[0].strand
    drafts, removed = _passages(whole, config, name)
    removed += sweep(whole, drafts, removed)
    drafts, noted = _repaired(drafts, config)
    canonical = front_matter_end(whole.text) > 0  # then lines are passages for good
    if not canonical:
        drafts, noted, stray = _settled(drafts, noted, whole, config)
        removed += stray
    copies = find_copies([draft.view for draft in drafts], config) if config.dedup != "none" else []
    repeats, copied = record_copies(drafts, copies, name)
    drafts, dropped = drop_empty(cut_out(drafts, copies))
    if copied and not canonical:
        drafts, noted, stray = _settled(drafts, noted, whole, config)
        removed += stray
    findings += noted
    marked = _outlined(drafts, whole, config)
    findings += [annotate(drafts[index].strand, note) for index, note in marked.notes if config.allows(note.rule)]
    drafts, notes = run_stage(script.propose, drafts, config)
    removed += [*copied, *record_dropped(dropped)]
    document = replace(
        assemble(drafts, marked, removed, decoded, name),
        findings=in_order([*decoded.findings, *findings, *notes]),
        repeats=tuple(repeats),
    )
    verify(decoded.text, document)
    return document


def _passages(whole: Strand, config: Config, name: str) -> tuple[list[Draft], list[Removal]]:
    """The source's lines as drafts that know the mark they bear; in canonical Markdown the mark is the role."""
    markdown = is_markdown(whole.text, name)
    start = front_matter_end(whole.text) if markdown else 0
    drafts, removed = lay_out(whole, arrange(whole.text, config, start=start))
    canonical = start > 0
    marks = [read_mark(draft.strand.text, canonical=canonical) for draft in drafts]
    roles = [mark_role(mark) if canonical else None for mark in marks]
    return [
        replace(draft, markdown=markdown, mark=mark, role=role or draft.role)
        for draft, mark, role in zip(drafts, marks, roles, strict=True)
    ], removed


def _repaired(drafts: list[Draft], config: Config) -> tuple[list[Draft], list[Finding]]:
    """The drafts after every repair, and what was noted."""
    findings: list[Finding] = []
    for stage in REPAIRS:
        drafts, notes = run_stage(stage, drafts, config)
        findings += notes
    return drafts, findings


def _settled(
    drafts: list[Draft], findings: list[Finding], whole: Strand, config: Config
) -> tuple[list[Draft], list[Finding], list[Removal]]:
    """
    The drafts when no two of them would join any more as the lines of a text, and the crumbs are out that joining and
    cutting brought together; so cleaning the result changes nothing.

    It ends, since every round leaves fewer drafts.
    """
    stray: list[Removal] = []
    while True:
        shown = [index for index, draft in enumerate(drafts) if draft.role != "furniture" and draft.strand.text]
        texts = [OBJECT if "preformatted" in drafts[i].flags else drafts[i].strand.text for i in shown]
        if "\n\n".join(texts) == whole.text.rstrip():
            # It was read like this before, and nothing joined: so with 61 of 61 articles parted by blank lines.
            return drafts, findings, stray
        crumbs = {shown[at] for at in crumb_rows(texts)}
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
        drafts, findings = _repaired(joined, config)


def _outlined(drafts: list[Draft], whole: Strand, config: Config) -> Outline:
    """Roles and facts; what the front matter of canonical Markdown says goes before what is read from the text."""
    marked = outline([draft.view for draft in drafts], config)
    front = read_front_matter(whole.text) if front_matter_end(whole.text) else None
    return replace(marked, title=front.title, metadata=front.metadata) if front else marked
