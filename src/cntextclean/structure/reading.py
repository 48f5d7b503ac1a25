"""
What has been read of each passage so far: the working state that the parts of structure hand on to each other.

Only :mod:`cntextclean.structure.outline` makes and closes it; it holds labels, never text, so no text can be lost.

    >>> reading = read_passages([View("参考文献"), View("- 夏锦文：《加强创新》[J]，《红旗文稿》，2023年第24期。")])
    >>> [one.role for one in reading]
    [None, 'reference']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from cntextclean.model import Role
from cntextclean.proposals import View
from cntextclean.structure.bylines import find_signature
from cntextclean.structure.datelines import find_dateline_row, find_filed_title
from cntextclean.structure.labels import Label, find_values, leading_label
from cntextclean.structure.listings import read_listings
from cntextclean.structure.names import name_list
from cntextclean.structure.row_parts import is_stamp
from cntextclean.structure.site_parts import read_filed_titles, read_page
from cntextclean.structure.speakers import read_speakers
from cntextclean.structure.traits import Trait, read_trait

APART: frozenset[Role | None] = frozenset({"furniture", "caption", "footnote"})
"""Roles that may stand anywhere in a text and say nothing of what precedes and follows them."""
TRUSTED_HINTS: frozenset[Role] = frozenset({"furniture", "caption", "footnote", "table", "quote"})
CITES = re.compile(
    r"参见|同上|《[^》]{2,40}》.{0,60}(?:第\s?[\d一二三四五六七八九十百]{1,6}\s?[页期卷]|出版社|书局)|\[[JMCDNRA](?:/OL)?\]"
)
"""What a note says that cites a source."""
LETTER = re.compile(r"[^\W\d_]")
"""What every headline has: a line of dashes, of brackets or of figures is none."""
SAID = re.compile(r"[^：:]{1,16}[曰云道][：:] ?[“「『]|(?:[!-~]{1,20} ){6,}[!-~]{1,20}\.$")
"""Somebody speaks, 子曰：“……”; a sentence in Latin letters."""
SURE = 0.68
"""Least certainty of a form that is believed on its own; below it the form must have company."""

LISTED: dict[str, Role] = {"reference-numbered": "reference", "page-index": "furniture"}
"""Forms that are believed where the next line has them too."""
CREDITED = frozenset({"page-footer", "caption-supplied", "source-line"})
"""Forms of lines that may be bylines all the same."""
SIGNED_ITEM = re.compile(r"[●○◎■□◆◇▲△] ?[\u4e00-\u9fff·]{2,12}[*※]? ?/ ?(?:文|图文|文图)[*※]?")
"""A byline, and no item of a list."""
WRITES = re.compile(r"(?!\s*[(（]?(?:来 ?源|发布|时间|\d))")
"""A line that does not begin with where and when a text was published."""
CLOSED = re.compile(r"[\[【〔［][^\]】〕］]{2,12}[\]】〕］]")
GLUED: dict[str, Role] = {"abstract-glued": "abstract", "keywords-glued": "keywords"}
FRONT_FORMS = GLUED.keys() | {"title-label", "record-label"}
FRONT, WIDEST_LABELS, LABEL_WIDTH = 40, 60.0, 14
"""Passages of front matter; width of a line of labels in Han characters; characters of its first label."""
WIDEST_SIGNATURE = 45.0
"""Han characters of a line of bylines."""
FEWEST_LABELS = 3
"""Labelled lines of front matter from which on any label of the table is one: ``期刊：区域经济研究``."""
COMPANY = 8
"""Passages between an abstract and its keywords."""
STAMPED = frozenset({"minutes-label", "stamped-row"})
"""Forms of rows of which the day and the hour tell more."""
PROSE = frozenset({"statute-article", "amendment-line", "letter-salute", "contact", "signed-row", "party-row"})
"""Forms of paragraphs that may look like headings."""
DATELINES = frozenset({
    "dateline-paper", "dateline-agency", "dateline-outlet", "dateline-filed", "dateline-dated", "dateline-bracketed",
    "dateline-place", "dateline-alone", "dateline-released",
})  # fmt: skip
"""Forms of a paragraph that begins with a dateline."""

NEEDS_COMPANY = frozenset({
    "date-line", "title-label", "author-label", "keywords-value", "minutes-label", "caption-numbered", "caption-arrow",
    "reference-numbered", "decimal-item", "paren-digit-item", "circled-item", "han-paren-item", "page-number-bare",
    "verse-line", "month-line", "names-line", "names-institution", "record-label",
    "post-name", "abstract-glued", "keywords-glued", "names-parens", "page-index", "stamped-row", "rule-line",
})  # fmt: skip


@dataclass(slots=True)
class Reading:
    """
    One passage: its traits, the text it was shown as, and what is known of it. ``role`` is None until some part of
    structure is sure. ``label`` stands on the line above, where the passage is its value.
    """

    trait: Trait
    source: str = ""
    role: Role | None = None
    level: int | None = None
    article: int = 0
    flags: list[str] = field(default_factory=list)
    probability: float = 0.0
    label: Label | None = None

    @property
    def is_headline_shaped(self) -> bool:
        """Whether the passage could be a title by its shape: short, no sentence end, nothing left open."""
        trait = self.trait
        if not LETTER.search(trait.text) or trait.width > 50 or trait.end in "，,、：:；;":
            return False
        if SAID.match(trait.text) or (trait.width > (40 if trait.end in "？?" else 30) and trait.end in "？?！!"):
            return False
        inner = trait.text.rstrip("？?！!”’」』")
        return not any(mark in inner for mark in "。；;") and not trait.text.endswith(("。", "……"))

    @property
    def is_body(self) -> bool:
        """Whether the passage is running text as far as is known: without a role, and not shaped like a headline."""
        return self.role in {None, "paragraph"} and not self.is_headline_shaped


def read_passages(views: Sequence[View]) -> list[Reading]:
    """The passages of a document with the roles that their own forms, or sure hints, give them."""
    readings = [Reading(read_trait(view), view.text) for view in views]
    for reading in readings:
        reading.role = _own_role(reading.trait)
    read_filed_titles(readings)
    _settle_labels(readings[:FRONT])
    _settle_company(readings)
    for above, below in pairwise(readings):
        if above.trait.form_name == "byline-bare" and below.role is None and name_list(below.trait.text, expected=True):
            below.role = "byline"
    read_page(readings)
    read_speakers(readings)
    read_listings(readings)
    return readings


def spine(readings: Iterable[Reading]) -> list[int]:
    """Indexes of the passages that follow each other in reading: without furniture, captions and notes."""
    return [index for index, one in enumerate(readings) if one.role not in APART]


def _own_role(trait: Trait) -> Role | None:
    """The role that the passage has on its own; none for headings, which are judged in their context."""
    form = trait.form
    if (form is None or form.role == "byline") and trait.width <= WIDEST_LABELS and _is_field(trait.text):
        return "metadata"
    if form and form.role == "furniture" and leading_label(trait.text) and len(find_values(trait.text)) > 1:
        return "metadata"  # 作者：李华来源：《区域经济研究》2019年第36卷第1期
    if _is_credited(trait):
        return "byline"
    if form and form.role not in {"heading", "paragraph"} and form.name not in NEEDS_COMPANY and form.certainty >= SURE:
        return form.role
    if form and (form.name in PROSE or form.name in DATELINES):
        return "title" if _is_filed_title(trait) else "paragraph"
    labelled = form is not None and form.name == "author-label"  # of front matter, if such stands around it
    if trait.width <= WIDEST_SIGNATURE and not labelled and find_signature(trait.text):
        return "byline"
    if (form is None or form.name in STAMPED) and is_stamp(trait.text):
        return "metadata"
    if (form is None or form.name == "stamped-row") and find_dateline_row(trait.text):
        return "byline"
    if trait.hint in TRUSTED_HINTS and not (form and form.role == "heading"):
        return trait.hint
    return None


def _is_credited(trait: Trait) -> bool:
    """Whether a writer is named before the editor, before who gave the picture, or behind a bullet: ``●李华/文``."""
    if trait.form_name == "bullet-item":
        return SIGNED_ITEM.fullmatch(trait.folded) is not None
    return trait.form_name in CREDITED and WRITES.match(trait.text) is not None and bool(find_signature(trait.text))


def _is_filed_title(trait: Trait) -> bool:
    """Whether a dateline stands before a title and nothing else: a title may cry or ask, a paragraph says more."""
    asks = trait.end in "！？!?" and "。" not in trait.text and trait.width <= WIDEST_LABELS
    return (asks or not trait.ends_sentence) and find_filed_title(trait.text) is not None


def _is_field(text: str) -> bool:
    """Whether a line begins with a label in brackets: ``〔中图 分类号〕F127``."""
    found = find_values(text) if CLOSED.match(text) else ()
    return bool(found) and found[0].start <= LABEL_WIDTH


def _settle_company(readings: Sequence[Reading]) -> None:
    """Forms that are believed where the document has more of their kind."""
    fronts = sum(one.trait.marker == "front" for one in readings)
    _settle_labelled(readings[:FRONT])
    minutes = {one.trait.folded[:2] for one in readings if one.trait.form_name == "minutes-label"}
    for index, one in enumerate(readings):
        name = one.trait.form_name
        if one.role is not None or name not in NEEDS_COMPANY:
            continue
        if name in FRONT_FORMS:
            _settle_front(readings, index, fronts)
        elif name == "author-label":
            one.role = "metadata" if _near(readings, index, "front") else "byline"
        elif name in {"caption-numbered", "caption-arrow"} and (
            one.trait.hint == "caption" or not one.trait.ends_sentence
        ):
            one.role = "caption"
        elif name == "minutes-label" and len(minutes) >= 3:
            one.role = "metadata"
        elif name == "circled-item" and CITES.search(one.trait.text):
            one.role = "footnote"
        elif name == "page-number-bare" and not _listed(readings, index):
            one.role = "furniture"
        elif name in LISTED and _listed(readings, index):
            one.role = LISTED[name]


def _settle_labelled(front: Sequence[Reading]) -> None:
    """A short line of two labels and more is front matter: ``学生姓名：李华　学号：20210012``."""
    for one in front:
        text = one.trait.text
        if one.role is None and one.trait.width <= WIDEST_LABELS and (text.count("：") + text.count(":")) >= 2:
            found = find_values(text)
            if len(found) >= 2 and found[0].start <= LABEL_WIDTH and not find_signature(text):
                one.role = "metadata"


def _settle_labels(front: Sequence[Reading]) -> None:
    """Among front matter any label of the table is one: ``期刊：区域经济研究``."""
    if sum(one.trait.marker == "front" for one in front) < FEWEST_LABELS:
        return
    for one in front:
        if one.role is None and not one.trait.form and leading_label(one.trait.text):
            one.role = "metadata"


def _settle_front(readings: Sequence[Reading], index: int, fronts: int) -> None:
    """Labels that stand in prose too, believed among other front matter."""
    one = readings[index]
    name = one.trait.form_name
    set_apart = one.trait.folded.startswith("(")  # （原标题：老城焕发新的生机）
    sure = set_apart or fronts >= 2 or index < 2 or len(find_values(one.trait.text)) >= 2
    titled = name == "title-label" and sure
    if titled or (name == "record-label" and fronts >= 3):
        one.role = "metadata"
    elif name in GLUED and _accompanied(readings, index, GLUED[name]):
        one.role = GLUED[name]


def _accompanied(readings: Sequence[Reading], index: int, role: Role) -> bool:
    """Whether keywords follow an abstract, or an abstract stands before keywords, whose labels are run into them."""
    around = readings[index + 1 : index + COMPANY] if role == "abstract" else readings[max(0, index - COMPANY) : index]
    other = "keywords" if role == "abstract" else "abstract"
    return any(one.trait.form_role == other for one in around)


def _near(readings: Sequence[Reading], index: int, marker: str) -> bool:
    """Whether the passage before or after bears such a marker."""
    return any(
        one.trait.marker == marker for one in readings[max(0, index - 1) : index + 2] if one is not readings[index]
    )


def _listed(readings: Sequence[Reading], index: int) -> bool:
    """Whether the passage before or after has the same form."""
    name = readings[index].trait.form_name
    return any(0 <= at < len(readings) and readings[at].trait.form_name == name for at in (index - 1, index + 1))
