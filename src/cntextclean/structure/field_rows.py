"""
Rows of front matter that no table knows, told by their company and by what is run into them.

A data base sets its fields one below the other, each behind a label in brackets; where some labels are known the
others are labels too: ``【专题名称】国民经济管理``. An engine runs the authors and their institutions into the
abstract: ``李华，王伟（东海大学，上海）摘要：本文``.

It is safe because only labels are given, and only beside front matter that is known.

    >>> front_end("李华，王伟（东海大学，上海 200000）摘要：本文研究区域协同。")
    21
    >>> front_end("本文研究区域协同。摘要：略"), front_end("摘要：本文")
    (0, 0)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cntextclean.language.forms import fold_form
from cntextclean.structure.affiliations import without_affiliations
from cntextclean.structure.bylines import find_signature
from cntextclean.structure.labels import find_values
from cntextclean.structure.names import find_names, name_list
from cntextclean.structure.reading import Reading

BRACKETED = re.compile(r"[\[【〔［][\u4e00-\u9fff \u3000]{2,8}[\]】〕］] ?[:：]? ?(?=\S)")
COLONED = re.compile(r"[\u4e00-\u9fff]{1,8}[:：] ?\S")
FEWEST = 3
"""Rows of fields from which on a row behind a bracketed label is one."""
WIDEST = 60.0
"""Han characters of a field whose label is not known."""
ABSTRACT = re.compile(
    r"(?:[\[【〔(] ?(?:摘 {0,3}要|内容提要|内容摘要|提 {0,3}要) ?[\]】〕)]|(?:摘 {0,3}要|内容提要|内容摘要) ?:)"
)
SHORTEST_NAME = 2
"""Characters before the label: where there are fewer, nobody is named."""
LONGEST = 400
"""Characters of authors and institutions before their abstract."""


def read_fields(front: Sequence[Reading]) -> None:
    """Fields behind labels that no table knows, among fields behind labels that are known."""
    fields = [one for one in front if BRACKETED.match(one.trait.text)]
    if len(fields) < FEWEST or not any(find_values(one.trait.text) for one in fields):
        return
    for one in fields:
        short = one.trait.width <= WIDEST and not one.trait.ends_sentence
        if find_signature(one.trait.text) or name_list(one.trait.text):
            continue  # [加拿大]大卫·哈维
        if short and one.role in {None, "byline", "heading"} and not find_values(one.trait.text):
            one.role = "metadata"


def read_coloned(front: Sequence[Reading]) -> None:
    """Rows of a label and a colon, one below the other, most of whose labels are known: the record of a data base."""
    run: list[Reading] = []
    for one in (*front, None):
        if one is not None and COLONED.match(one.trait.text) and not one.trait.marked_up:
            run.append(one)
            continue
        known = [at for at, other in enumerate(run) if find_values(other.trait.text)]
        if len(run) >= FEWEST and 2 * len(known) > len(run):
            for other in run[known[0] : known[-1]]:  # what stands above the first may be a title with a colon
                if other.role in {None, "heading"} and other.trait.width <= WIDEST and not other.trait.ends_sentence:
                    other.role = "metadata"
        run = []


def read_run_in(front: Sequence[Reading]) -> None:
    """Abstracts that an engine ran into the row of authors above them."""
    for one in front:
        if one.role in {None, "paragraph"} and front_end(one.trait.text):
            one.role = "abstract"


@lru_cache(maxsize=256)
def front_end(text: str) -> int:
    """Where authors and institutions end that stand before an abstract in one passage; 0 for any other."""
    found = ABSTRACT.search(fold_form(text[:LONGEST]))
    if not found or found.start() < SHORTEST_NAME:
        return 0
    return found.start() if find_names(without_affiliations(text[: found.start()]).strip(), expected=True) else 0
