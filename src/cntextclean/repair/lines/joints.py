"""
The decision on two rows: what the learned model says, what it must reach here, and the rule that names the joint.

What it must reach is said in :mod:`.thresholds`. A few facts are no matter of odds: a number range runs on, an address
of the web belongs to its entry, a figure in a row of its own is a cell of a table.

It is safe because it only decides: a joint replaces white space, names its rule and its evidence.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> joint = Joiner(page, Config()).decide(0, 1, Passage(1, "加快产业结构的优"), "paragraph", 0.5)
    >>> joint.rule if joint else None
    'lines.word-crosses-break'
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cntextclean.config import Config
from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import Form
from cntextclean.model import Role
from cntextclean.proposals import Joint
from cntextclean.repair.lines.cells import is_figure
from cntextclean.repair.lines.geometry import differ_in_print, ends_early
from cntextclean.repair.lines.latin_rows import goes_on
from cntextclean.repair.lines.latin_titles import latin_title_goes_on
from cntextclean.repair.lines.marks import NO_START, head_width
from cntextclean.repair.lines.own import ENDING, HAN
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.running import FORM as RUNNING
from cntextclean.repair.lines.said import Passage
from cntextclean.repair.lines.thresholds import least_asked
from cntextclean.repair.lines.verdicts import Verdicts
from cntextclean.structure.cut_rows import parts_number
from cntextclean.structure.front_rows import is_cut, title_goes_on

ORDINAL, COUNTED = "第", re.compile(r"[（(][一二三四五六七八九十百0-9]{1,4}[）)] ?[项項目款]")
"""依照前款第 | （三）项: the next row is no item."""
CITING = ("metadata", "reference")
ALONE = ("page-number-framed", "running-book", "letter-salute")
"""The forms of ``— 12 —``, with which no sentence goes on, whatever the model says of a dash, and of 此致 over 敬礼."""
URL = re.compile(r"<?https?://[!-~]{4,400}?>?")
BEFORE_CREDIT = re.compile(r"^[^。！？▲▼△]{1,14}[。！？]")
FIGURES, DIGITS = re.compile(r"[0-9]+"), "0123456789"
RANGE_END, DIGIT = re.compile(r"[0-9][-–—~～]"), re.compile(r"[0-9]")
ALNUM_END, ALNUM_START = re.compile(r"[A-Za-z0-9.,;:!?)\]'\"%]"), re.compile(r"[A-Za-z0-9(\['\"<]")


class Joiner:
    """Decides on the rows of one page, as they come one after the other."""

    def __init__(self, page: Page, config: Config) -> None:
        self._page, self._config = page, config
        self._verdicts = Verdicts(page, lambda a, b: not _is_settled(page, a, b))

    def decide(self, a: int, b: int, passage: Passage, role: Role, threshold: float) -> Joint | None:
        """The joint between a passage of this role, whose last row is ``a``, and row ``b``, or none."""
        page, right = self._page, self._page.rows[b].text
        if _stands_apart(page.forms[a]) or _stands_apart(page.forms[b]):
            return None
        fact = _fact(page, a, b, role)
        if fact is None and b == a + 1:
            titled = title_goes_on(page.forms, page.readings, b) or latin_title_goes_on(page, b)
            fact = True if titled or _ends_in_credit(page, a, b, passage) else None
        apart = fact is None and (_is_settled(page, a, b) or _is_cell(page, a, b, passage))
        if apart or _parted_in_print(page, a, b):
            return None
        verdict = self._verdicts.on(a, b, passage)
        found, likely = verdict.found, verdict.probability
        if not (likely >= least_asked(page, a, b, role, found, threshold) if fact is None else fact):
            return None
        rule, reason = _reason(found, passage.tail, right)
        if not self._config.allows(rule):
            return None
        spoke = reason or ", ".join(verdict.weightiest())
        place = page.printed[a]
        seen = f"; {place.room:.1f} of {place.column:.1f} em left in print" if place else ""
        return Joint(rule, f"p={likely:.2f} {spoke}{seen}", glue(passage.tail, right))


def _ends_in_credit(page: Page, a: int, b: int, passage: Passage) -> bool:
    """Whether a sentence of several rows, cut by characters, ends in a row that names the photographer behind it."""
    form = page.forms[b]
    if not page.counted or form is None or form.role != "caption" or passage.rows == 1:
        return False
    runs_on = page.fits[a].is_full and page.endings[a] == "letter"
    return runs_on and BEFORE_CREDIT.search(page.rows[b].text) is not None


def _stands_apart(form: Form | None) -> bool:
    """Whether a row is a running head, a page number between dashes, or how a letter ends."""
    return form is not None and (form.name in ALONE or form == RUNNING)


def _parted_in_print(page: Page, a: int, b: int) -> bool:
    """Whether the print keeps two rows apart: another size, the middle of the column, room left for the next word."""
    above, below = page.printed[a], page.printed[b]
    if above is None or below is None:
        return False
    return differ_in_print(above, below) or ends_early(above, below, head_width(page.rows[b].text))


def _is_cell(page: Page, a: int, b: int, passage: Passage) -> bool:
    """Whether a figure stands in a row of its own, and no paragraph began above it or fills the row before it."""
    if not page.fits[a].is_full and is_figure(page.rows[b].text):
        return True
    return passage.rows == 1 and is_figure(page.rows[a].text)


def _is_settled(page: Page, a: int, b: int) -> bool:
    """Whether a sentence ends among paragraphs: there the model never reached its threshold, and need not be asked."""
    ended = page.endings[a] in ("stop", "ellipsis") and not page.fits[a].column
    return ended and page.rows[b].text[0] not in NO_START


def _fact(page: Page, a: int, b: int, role: Role) -> bool | None:
    """Whether two rows belong together without asking the model; None where it is asked."""
    left, right = page.rows[a].text, page.rows[b].text
    if _differ_in_figures(left, right) and HAN.search(left):
        return False  # such rows are items of a list
    if (left.endswith("{") or right.startswith("}") or right.endswith("{")) and not page.habits.shows_cuts:
        return False  # a block of a program opens or ends with its row
    if (RANGE_END.fullmatch(left[-2:]) and DIGIT.match(right)) or is_cut(left, right):
        return True
    if left.endswith(ORDINAL) and COUNTED.match(right):
        return True
    if role in CITING and URL.fullmatch(right):
        return True
    if not HAN.search(left) and not HAN.search(right):
        # Lines of a Latin title page are names and affiliations; figures of their own are cells of a table.
        return goes_on(page, a, b)
    return None


def _differ_in_figures(left: str, right: str) -> bool:
    """Whether rows differ in their figures alone, if at all. Nearly all differ in the first character already."""
    begins_alike = left[0] == right[0] or (left[0] in DIGITS and right[0] in DIGITS)
    return begins_alike and FIGURES.sub("0", left) == FIGURES.sub("0", right)


def _reason(found: Mapping[str, float], left: str, right: str) -> tuple[str, str]:
    """The rule that names a joint: the strongest kind of evidence there is."""
    if found["unbroken"]:
        return "lines.unbroken-elsewhere", left[-3:] + right[:3]
    if found["word"]:
        return "lines.word-crosses-break", crosses(left, right)
    if found["prohibited"]:
        return "lines.prohibited-start", right[0]
    if found["open_quote"] or found["open_bracket"] or found["open_straight"]:
        return "lines.open-mark", ""
    if found["ending"] == ENDING["comma"]:
        return "lines.clause-runs-on", left[-1]
    return "lines.soft-wrap", ""


def glue(left: str, right: str) -> str:
    """
    A blank between Latin words, nothing between anything else; digits broken in two are one number.

    >>> glue("收于1850.", "86点"), glue("21:", "17"), glue("of the", "press")
    ('', '', ' ')
    """
    if not (ALNUM_END.match(left[-1]) and ALNUM_START.match(right)) or right[0] in NO_START:
        return ""
    if left[-1] in ".:" and parts_number(left, right):
        return ""
    return "" if left[-1].isdigit() and right[0].isdigit() else " "
