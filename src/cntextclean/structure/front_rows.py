"""
Rows at the head of an article that never run on from the row above: labels, lists of names, institutions.

A title that does not fill its row looks like a sentence that goes on in the next one, and the next one is often a
single name. What comes below tells: under names stand an institution, an abstract, or more names.

It is safe because it only keeps rows apart; what is wrongly kept apart stays as it came.

    >>> from cntextclean.language.forms import match_form
    >>> rows = ["大型城市乡村教育时空格局及其驱动因素", "胡华", "（西北大学，西安 710127）", "摘要：本文", "结果"]
    >>> forms = [match_form(row) for row in rows]
    >>> [begins_row(forms, rows, index) for index in range(5)]
    [False, True, True, False, False]
"""

from __future__ import annotations

from collections.abc import Sequence

from cntextclean.language.forms import Form
from cntextclean.structure.affiliations import is_affiliation
from cntextclean.structure.names import name_list

OPENS = frozenset({
    "names-marked", "names-institution", "institution-line", "institution-names", "doi-line", "source-line",
    "time-stamp", "field-line",
})  # fmt: skip
BELOW_NAMES = OPENS | {
    "abstract", "abstract-label", "abstract-set-apart", "abstract-english", "keywords", "keywords-set-apart",
    "names-line",
}  # fmt: skip
LONGEST = 60
"""Characters of a row of names without marks."""
ADDRESS = ("<", "http", "www.")
AHEAD = 8
"""Rows below that are looked at: names of a team may stand one below the other."""


def begins_row(forms: Sequence[Form | None], texts: Sequence[str], index: int) -> bool:
    """Whether row ``index`` begins a passage whatever stands above it."""
    form = forms[index]
    if texts[index].startswith(ADDRESS):
        return False  # of the citation above
    if form and (form.name in OPENS or (form.marker_class == "front" and form.certainty >= 0.8)):
        return True
    if len(texts[index]) > LONGEST or not _leads_to_front(forms, texts, index):
        return False
    return bool(name_list(texts[index], expected=True))


def _leads_to_front(forms: Sequence[Form | None], texts: Sequence[str], index: int) -> bool:
    """Whether the rows below are names down to an institution or an abstract."""
    for at in range(index + 1, min(index + AHEAD, len(texts))):
        below = forms[at]
        if (below and below.name in BELOW_NAMES) or (len(texts[at]) <= LONGEST and is_affiliation(texts[at])):
            return True
        if len(texts[at]) > LONGEST or not name_list(texts[at], expected=True):
            return False
    return False
