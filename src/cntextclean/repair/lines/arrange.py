"""
Lines to passages: which rows are crumbs, which are set apart by their form, and which belong together.

Rows are read, classified by form, then joined (:mod:`.walk`). When the passages are repaired they are looked at once
more as the lines they have become (:func:`rejoin`).

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
from cntextclean.proposals import Group, Joint
from cntextclean.repair.lines.crumbs import STRAY, stray_rows
from cntextclean.repair.lines.geometry import Printed, edge_evidence
from cntextclean.repair.lines.interleaved import FLAG as INTERLEAVED
from cntextclean.repair.lines.interleaved import RULE as INTERLEAVING
from cntextclean.repair.lines.interleaved import Stretch, interleaved_stretches
from cntextclean.repair.lines.page import Page, read_page
from cntextclean.repair.lines.passages import as_group, role_of
from cntextclean.repair.lines.preformatted import OBJECT, preformatted_role, preformatted_spans, veil
from cntextclean.repair.lines.running import FORM as RUNNING_FORM
from cntextclean.repair.lines.running import RULE as RUNNING
from cntextclean.repair.lines.running import marked_breaks, ruled_rows, running_rows
from cntextclean.repair.lines.walk import join_rows
from cntextclean.structure.reference_rows import reference_rows

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
    page = read_page(veil(text, spans)[start:], printed, fold=not start)
    starts = {low - start for low, _ in spans}
    fixed = {index for index, row in enumerate(page.rows) if row.start in starts}
    if start:
        groups = [*_front_matter(text, start), *_single_rows(page, fixed, start)]
    else:
        page, evidence = _with_running_heads(page, text, config, known or {}, breaks)
        groups = _grouped(page, config, fixed, evidence)
    kept = [Group(preformatted_role(text[slice(*span)]), (span,), flags=(PREFORMATTED,)) for span in spans]
    return sorted(groups + kept, key=lambda group: group.rows)


def _single_rows(page: Page, fixed: set[int], start: int) -> list[Group]:
    """Each row of canonical Markdown as a group; rows ``fixed`` have theirs."""
    return [
        Group(role_of(form), ((row.start + start, row.end + start),))
        for index, (row, form) in enumerate(zip(page.rows, page.forms, strict=True))
        if index not in fixed
    ]


def _grouped(page: Page, config: Config, fixed: set[int], evidence: Mapping[int, str]) -> list[Group]:
    """The rows joined; crumbs taken out, running heads and interleaved columns with what shows that they are such."""
    texts = [row.text for row in page.rows]
    fates = reference_rows(texts)
    crumbs = stray_rows(page) - fates.keys()
    stretches = interleaved_stretches(page) if config.allows(INTERLEAVING) else ()
    passages = join_rows(page, config, stretches, fates, fixed=fixed, skipped=crumbs)
    groups = [as_group(passage, page) for passage in passages if passage.rows[0] not in fixed]
    groups = [
        one._replace(rule=RUNNING, reason=evidence[one.rows[0][0]]) if one.rows[0][0] in evidence else one
        for one in groups
    ]
    return _flagged(groups, page, stretches) + _removed_crumbs(crumbs, page)


def _with_running_heads(
    page: Page, text: str, config: Config, known: Mapping[str, str], breaks: Sequence[int]
) -> tuple[Page, dict[int, str]]:
    """The page, its running heads marked as furniture, and the evidence for each by the offset of its row."""
    if not config.allows(RUNNING):
        return page, {}
    starts = [row.start for row in page.rows]
    found = running_rows(text, starts, breaks or marked_breaks(page.forms, starts), known)
    found |= ruled_rows(page.forms, found)
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


def _removed_crumbs(crumbs: set[int], page: Page) -> list[Group]:
    spans = [(page.rows[index].start, page.rows[index].end) for index in sorted(crumbs)]
    return [Group("furniture", (span,), removal="stray", rule="lines.crumbs", reason=STRAY) for span in spans]


def _flagged(groups: list[Group], page: Page, stretches: Sequence[Stretch]) -> list[Group]:
    """The groups, those in a stretch of interleaved columns flagged, the first of each stretch with the evidence."""
    bounds = [(page.rows[one.first].start, page.rows[one.last].end, one) for one in stretches]
    for low, high, one in bounds:
        inside = [at for at, group in enumerate(groups) if low <= group.rows[0][0] < high]
        for at in inside:
            groups[at] = groups[at]._replace(flags=(INTERLEAVED,))
        if inside:
            groups[inside[0]] = groups[inside[0]]._replace(rule=INTERLEAVING, reason=one.evidence)
    return groups


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
    joined = (one for one in join_rows(page, config, stretches, fates, fixed=fixed) if one.joints)
    return [pair for passage in joined for pair in zip(passage.rows[1:], passage.joints, strict=True)]
