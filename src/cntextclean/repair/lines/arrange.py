"""
Lines to passages: which rows are crumbs, which are set apart by their form, and which belong together.

Rows are read, classified by form, then joined one after the other by the learned model, so that each decision knows
how its passage began. Rows that stand in the way of a sentence (a page header, a caption) do not end it. When the
passages are repaired they are looked at once more as the lines they have become (:func:`rejoin`).

It is safe because a row is never changed: joining replaces white space only, and each joint carries its rule, its
probability and what spoke for it.

    >>> text = "区域创新能\\n\\n力和竞争力提升。\\n\\n因此，"
    >>> [text[group.rows[0][0]:group.rows[-1][1]].replace(chr(10), "") for group in arrange(text, Config())]
    ['区域创新能力和竞争力提升。', '因此，']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cntextclean.config import Config
from cntextclean.model import Role
from cntextclean.proposals import Group, Joint
from cntextclean.repair.lines.crumbs import STRAY, crumb_rows
from cntextclean.repair.lines.geometry import Printed, edge_evidence
from cntextclean.repair.lines.interleaved import FLAG as INTERLEAVED
from cntextclean.repair.lines.interleaved import RULE as INTERLEAVING
from cntextclean.repair.lines.interleaved import Stretch, interleaved_stretches
from cntextclean.repair.lines.joints import Joiner, glue
from cntextclean.repair.lines.lifted import OVER_NOTES, is_lifted, runs_over
from cntextclean.repair.lines.marks import ends_sentence
from cntextclean.repair.lines.page import Page, read_page
from cntextclean.repair.lines.passages import TAIL, OpenPassage, as_group, role_of
from cntextclean.repair.lines.preformatted import OBJECT, preformatted_role, preformatted_spans, veil, verse_rows
from cntextclean.repair.lines.running import FORM as RUNNING_FORM
from cntextclean.repair.lines.running import RULE as RUNNING
from cntextclean.repair.lines.running import running_rows
from cntextclean.repair.lines.said import Passage
from cntextclean.structure.front_rows import begins_row
from cntextclean.structure.reference_rows import Fate, reference_rows

OVER_LIFTED = 0.8
"""Least probability for joining over rows that are lifted out: more is between the rows than a break."""
GAPS_EVERYWHERE = 0.85
"""Share of breaks with a blank line above which blank lines say nothing."""
LISTED = "lines.reference-item"
PREFORMATTED = "preformatted"
"""The flag of a passage that is left as it stands."""


def arrange(
    text: str,
    config: Config,
    *,
    start: int = 0,
    printed: Printed | None = None,
    known: Mapping[str, str] | None = None,
    breaks: Sequence[int] = (),
) -> list[Group]:
    """
    The passages of a text as groups of row spans, in the order in which they begin.

    ``start`` is where the front matter of canonical Markdown ends: there a line is a passage, nothing is joined.
    ``printed`` knows where the lines of a layout stand in print, ``known`` holds running heads seen in other files, and
    ``breaks`` are the offsets where pages end.
    """
    spans = [(low + start, high + start) for low, high in preformatted_spans(text[start:])]
    page = read_page(veil(text, spans)[start:], printed)
    roles: list[Role] = [preformatted_role(text[slice(*span)]) for span in spans]
    kept = [Group(role, (span,), flags=(PREFORMATTED,)) for role, span in zip(roles, spans, strict=True)]
    starts = {low - start for low, _ in spans}
    fixed = {index for index, row in enumerate(page.rows) if row.start in starts}
    if start:
        groups = [
            Group(role_of(form), ((row.start + start, row.end + start),))
            for index, (row, form) in enumerate(zip(page.rows, page.forms, strict=True))
            if index not in fixed
        ]
        return _front_matter(text, start) + sorted(groups + kept, key=lambda group: group.rows)
    page, evidence = _with_running_heads(page, text, config, known or {}, breaks)
    texts = [row.text for row in page.rows]
    fates = reference_rows(texts)
    crumbs = crumb_rows(texts) - fates.keys()
    stretches = interleaved_stretches(page) if config.allows(INTERLEAVING) else ()
    passages = _join(page, config, crumbs, fixed, fates, stretches)
    groups = [as_group(passage, page, start) for passage in passages if passage.rows[0] not in fixed]
    groups = [
        replace(one, rule=RUNNING, reason=evidence[one.rows[0][0]]) if one.rows[0][0] in evidence else one
        for one in groups
    ]
    groups = _flagged(groups, page, stretches, start)
    return sorted(groups + kept + _removed_crumbs(crumbs, page, start), key=lambda group: group.rows)


def _with_running_heads(
    page: Page, text: str, config: Config, known: Mapping[str, str], breaks: Sequence[int]
) -> tuple[Page, dict[int, str]]:
    """The page, its running heads marked as furniture, and the evidence for each by the offset of its row."""
    if not config.allows(RUNNING):
        return page, {}
    found = running_rows(text, [row.start for row in page.rows], breaks, known)
    forms = tuple(RUNNING_FORM if index in found else form for index, form in enumerate(page.forms))
    for index, form in enumerate(page.forms):
        if form is RUNNING_FORM:
            found.setdefault(index, edge_evidence(page.printed[index]))
    return replace(page, forms=forms), {page.rows[index].start: said for index, said in found.items()}


def _front_matter(text: str, end: int) -> list[Group]:
    if not text[:end].strip():
        return []
    span = (0, len(text[:end].rstrip()))
    reason = "written by the program"
    return [Group("metadata", (span,), removal="boilerplate", rule="lines.front-matter", reason=reason)]


def _removed_crumbs(crumbs: set[int], page: Page, start: int) -> list[Group]:
    return [
        Group("furniture", ((page.rows[i].start + start, page.rows[i].end + start),), removal="stray",
              rule="lines.crumbs", reason=STRAY)
        for i in sorted(crumbs)
    ]  # fmt: skip


def _flagged(groups: list[Group], page: Page, stretches: Sequence[Stretch], start: int) -> list[Group]:
    """The groups, those in a stretch of interleaved columns flagged, the first of each stretch with the evidence."""
    bounds = [(page.rows[one.first].start + start, page.rows[one.last].end + start, one) for one in stretches]
    for low, high, one in bounds:
        inside = [at for at, group in enumerate(groups) if low <= group.rows[0][0] < high]
        for at in inside:
            groups[at] = replace(groups[at], flags=(INTERLEAVED,))
        if inside:
            groups[inside[0]] = replace(groups[inside[0]], rule=INTERLEAVING, reason=one.evidence)
    return groups


def _join(
    page: Page,
    config: Config,
    skipped: set[int],
    fixed: set[int],
    fates: Mapping[int, Fate],
    stretches: Sequence[Stretch],
) -> list[OpenPassage]:
    """Walk the rows; each joins an open passage or opens one. Rows ``fixed``, interleaved or of verse stand alone."""
    passages: list[OpenPassage] = []
    body: OpenPassage | None = None
    joiner = Joiner(page, config)
    verse = verse_rows([row.text for row in page.rows]) if config.lines.verse else set()
    listed = {index: fate for index, fate in fates.items() if index not in fixed | skipped}
    alone = fixed.union(verse, listed, *(range(one.first, one.last + 1) for one in stretches))
    for index in range(len(page.rows)):
        if index in skipped:
            continue
        if index in alone or (passages and passages[-1].rows[-1] in alone):
            body = _stand_alone(page, passages, index, listed, config)
            continue
        joint = None
        last = body if body and body.rows[-1] == index - 1 else passages[-1] if passages else None
        if last:
            joint = _decide(page, joiner, last, index, config.lines.join_threshold)
        if joint and last:
            last.extend(page, index, joint)
            continue
        role = role_of(page.forms[index])
        if last and role == "caption" and _captioned(page, last, index):
            last.extend(page, index, Joint("lines.caption", "one box of the page", " "))
            last.role = "caption"
            continue
        if body and body is not last and role == "paragraph" and last and is_lifted(last.role, last.tail, body.tail):
            joint = _decide(page, joiner, body, index, OVER_LIFTED) or _over_notes(page, body, last, index, config)
            if joint and not ends_sentence(body.tail):
                body.extend(page, index, joint)
                continue
        opened = OpenPassage(role, [index], [], page.rows[index].text[-TAIL:])
        passages.append(opened)
        if not is_lifted(role, opened.tail, body.tail if body else ""):
            body = opened
    return passages


def _over_notes(page: Page, body: OpenPassage, note: OpenPassage, index: int, config: Config) -> Joint | None:
    """The joint of a sentence that the notes of a first page cut in two, or none."""
    right = page.rows[index].text
    if page.forms[index] or not runs_over(note.role, body.tail, right) or not config.allows(OVER_NOTES):
        return None
    return Joint(OVER_NOTES, f"{body.tail[-6:]} / {right[:6]}", glue(body.tail, right))


def _stand_alone(
    page: Page, passages: list[OpenPassage], index: int, listed: Mapping[int, Fate], config: Config
) -> OpenPassage:
    """A row that no model is asked about: it goes on its item of a list of references, or opens a passage."""
    fate = listed.get(index)
    if fate and fate.kind == "next" and config.allows(LISTED):
        starts = (one for one in reversed(passages) if one.rows[0] in listed and listed[one.rows[0]].kind == "start")
        if item := next(starts, None):
            item.extend(page, index, Joint(LISTED, f"[{fate.number}]", fate.glue))
            return item
    passages.append(OpenPassage(role_of(page.forms[index]), [index], [], page.rows[index].text))
    return passages[-1]


def _captioned(page: Page, passage: OpenPassage, index: int) -> bool:
    """Whether a short line right above a photographer's name is the caption: nothing but a line break parts them."""
    above = page.rows[passage.rows[0]]
    close = page.rows[index].parted == "line" and page.habits.gaps > GAPS_EVERYWHERE
    return close and len(passage.rows) == 1 and above.width <= 30 and not page.forms[passage.rows[0]]


def _decide(page: Page, joiner: Joiner, passage: OpenPassage, index: int, threshold: float) -> Joint | None:
    """The joint between a passage and a row, or none."""
    known = Passage(len(passage.rows), passage.tail)
    joint = joiner.decide(passage.rows[-1], index, known, passage.role, threshold)
    return None if joint and begins_row(page.forms, page.readings, index) else joint


def rejoin(texts: Sequence[str], config: Config) -> list[tuple[int, Joint]]:
    """
    The joints that passages would get if they were the lines of a text: (index of the second passage, joint).

    None for the passages of a clean text; so what has no more joints is what cleaning the result would leave alone.
    """
    page = read_page("\n\n".join(text.replace("\n", " ") for text in texts))
    if len(page.rows) != len(texts):
        return []
    fixed = {index for index, text in enumerate(texts) if text == OBJECT}
    stretches = interleaved_stretches(page) if config.allows(INTERLEAVING) else ()
    fates = reference_rows([row.text for row in page.rows])
    joined = (passage for passage in _join(page, config, set(), fixed, fates, stretches) if passage.joints)
    return [pair for passage in joined for pair in zip(passage.rows[1:], passage.joints, strict=True)]
