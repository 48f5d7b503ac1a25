"""
The decision on two rows: what the learned model says, what it must reach here, and the rule that names the joint.

Where lines are paragraphs already a wrong joint does harm and a missed one does none, so there the model must be surer
than in a column. A few facts are no matter of odds: a number range runs on, an address of the web belongs to its entry.

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
from cntextclean.language.junctions import leaves_open
from cntextclean.model import Role
from cntextclean.proposals import Joint
from cntextclean.repair.lines.geometry import differ_in_print, ends_early
from cntextclean.repair.lines.habits import FLOWED
from cntextclean.repair.lines.marks import NO_START, ends_sentence, head_width
from cntextclean.repair.lines.own import ENDING, HAN
from cntextclean.repair.lines.page import Page
from cntextclean.repair.lines.running import FORM as RUNNING
from cntextclean.repair.lines.said import Passage
from cntextclean.repair.lines.verdicts import Verdicts
from cntextclean.structure.cut_rows import parts_number
from cntextclean.structure.front_rows import is_cut, title_goes_on

SURE_FORM = 0.8
AGAINST_MARK = 0.995
"""Least probability for joining to a heading with a Markdown mark, which ends with its line (CommonMark 0.31, 4.2)."""
AGAINST_FORM, AGAINST_PARTS = 0.97, 0.9
"""Least probabilities for joining against a sure form, and for joining headlines whose parts a blank keeps apart."""
SHOWN, UNPROVED = 0.7, 0.87
"""Least probabilities among paragraphs of a page where no two other lines are proved to be cut: where a word or a mark
proves this one, and elsewhere."""
CUT = 2
"""Lines proved to be cut that make it likely that others are: by chance one clean document in five hundred has two."""
WHERE_CUT, LONG_CUT = 0.7, 0.3
"""Of the threshold, on such a page, for text with a clause mark: it has lost its end more often than elsewhere; less is
asked for lines longer than any column that end in mid-clause, which are no headlines: of 529 such lines on set pages
of documents held out 0.15 joins 8 wrongly and misses none of 236, 0.35 joins 4 wrongly and misses 6."""
WHERE_QUOTED = 0.2
"""Of the threshold, for a passage of several rows with a quotation open: text round pictures has rows of any width."""
LEFT_OPEN = 0.3
"""Of the threshold, in a column, behind a word after which no text ends: 和, 以及, 由于."""
ORDINAL, COUNTED = "第", re.compile(r"[（(][一二三四五六七八九十百0-9]{1,4}[）)] ?[项項目款]")
"""依照前款第 | （三）项: the next row is no item."""
LABELLED = ("heading", "list_item")
ATX, STOPS = re.compile(r"#{1,6} "), frozenset("。，、；：….,;:")
CITING = ("metadata", "reference")
FRAMED = "page-number-framed"
"""The form of ``— 12 —``: no sentence goes on with these dashes, whatever the model says of a dash."""
URL = re.compile(r"<?https?://[!-~]{4,400}?>?")
RUNS_ON = re.compile(r"[a-z0-9,;)\]]")
BEFORE_CREDIT = re.compile(r"^[^。！？▲▼△]{1,14}[。！？]")
FIGURES = re.compile(r"[0-9]+")
RANGE_END, DIGIT = re.compile(r"[0-9][-–—~～]"), re.compile(r"[0-9]")
ALNUM_END, ALNUM_START = re.compile(r"[A-Za-z0-9.,;:!?)\]'\"%]"), re.compile(r"[A-Za-z0-9(\['\"<]")
ROOM_OF_HEADING, LIKE_HEADING = 1.5, 0.6
"""Room in em that a lone row without a mark leaves, and the probability asked for then: headings are set so."""
ROOM_OF_COUNTED, FILLED, ROOMY = 3.0, 0.15, 0.85
"""
Where a program cut the text every so many characters: the room from which a row seems to have said what it says, and
the probabilities asked for behind a row that fills the count, and behind a roomy one, which may have lost characters
that were not read. Of 394 breaks inside headlines 372 stand behind a full row, of 418 between two headlines 15.
"""


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
        fact = _fact(page.rows[a].text, right, role)
        if fact is None and b == a + 1:
            runs_on = title_goes_on(page.forms, page.readings, b) or _ends_in_credit(page, a, b, passage)
            fact = True if runs_on else None
        if (fact is None and _is_settled(page, a, b)) or _parted_in_print(page, a, b):
            return None
        verdict = self._verdicts.on(a, b, passage)
        found, likely = verdict.found, verdict.probability
        if not (likely >= _asked(page, a, b, role, found, threshold) if fact is None else fact):
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
    """Whether a row is a running head or a page number between dashes."""
    return form is not None and (form.name == FRAMED or form == RUNNING)


def _parted_in_print(page: Page, a: int, b: int) -> bool:
    """Whether the print keeps two rows apart: another size, the middle of the column, room left for the next word."""
    above, below = page.printed[a], page.printed[b]
    if above is None or below is None:
        return False
    return differ_in_print(above, below) or ends_early(above, below, head_width(page.rows[b].text))


def _is_settled(page: Page, a: int, b: int) -> bool:
    """Whether a sentence ends among paragraphs: there the model never reached its threshold, and need not be asked."""
    ended = page.endings[a] in ("stop", "ellipsis") and not page.fits[a].column
    return ended and page.rows[b].text[0] not in NO_START


def _fact(left: str, right: str, role: Role) -> bool | None:
    """Whether two rows belong together without asking the model; None where it is asked."""
    if HAN.search(left) and FIGURES.sub("0", left) == FIGURES.sub("0", right):
        return False  # rows that differ in their figures alone are items of a list
    if (RANGE_END.fullmatch(left[-2:]) and DIGIT.match(right)) or is_cut(left, right):
        return True
    if left.endswith(ORDINAL) and COUNTED.match(right):
        return True
    if role in CITING and URL.fullmatch(right):
        return True
    if not HAN.search(left) and not HAN.search(right):
        # Lines of a Latin title page are names and affiliations; a sentence runs on in small letters.
        return bool(RUNS_ON.match(right)) and not ends_sentence(left) and not left.endswith(".")
    return None


def _asked(page: Page, a: int, b: int, role: Role, found: Mapping[str, float], threshold: float) -> float:
    """The least probability asked for here, by forms, shapes and the page; ``threshold`` where nothing is special."""
    before, after = page.forms[a], page.forms[b]
    if after and after.certainty >= SURE_FORM and after.role not in ("paragraph", role):
        return max(threshold, AGAINST_FORM)
    if page.fits[a].column and page.endings[a] == "letter" and leaves_open(page.readings[a]):
        return threshold * LEFT_OPEN
    if before and before.certainty >= SURE_FORM and before.whole and found["rows"] == 1:
        # A heading or a dateline that fills its row may go on in the next; a byline that does has said what it says.
        if ATX.match(page.rows[a].text):
            return min(threshold, FILLED) if _cuts_heading(page, a, b) else max(threshold, AGAINST_MARK)
        runs_on = page.fits[a].is_full and (before.role == "heading" or before.name.startswith("dateline"))
        return threshold if runs_on else max(threshold, AGAINST_FORM)
    if before and before.role in LABELLED and found["rows"] == 1 and 2 * page.rows[a].width < page.rows[b].width:
        return max(threshold, AGAINST_FORM)  # an item that leaves most of its row empty has said what it says
    filled = _asked_by_count(page, a, b, found, threshold)
    if filled is not None:
        return filled
    # 第二十条 市人民政府应当 is the beginning of a sentence, whatever blank its number has.
    article = before is not None and before.role == "paragraph" and before.certainty >= SURE_FORM
    parts = found["parts"] and found["rows"] == 1 and not article
    if parts or found["next_parts"]:
        return max(threshold, AGAINST_PARTS)
    return _asked_by_fit(page, a, found, threshold)


def _cuts_heading(page: Page, a: int, b: int) -> bool:
    """
    Whether a heading with a mark fills the count of a text that was cut by characters, and the row below does not: a
    paragraph fills it, the rest of a heading ends in it, and in no stop. Of 334 headings right above their text, cut
    every 20 characters, 305 come out whole, 295 without this, and 9 run into what is not theirs, 18 without.
    """
    if not page.counted or page.endings[a] != "letter" or page.forms[b] is not None:
        return False
    return page.rows[b].width < page.counted <= page.rows[a].width and page.rows[b].text[-1] not in STOPS


def _asked_by_fit(page: Page, a: int, found: Mapping[str, float], threshold: float) -> float:
    """The same by how the row fills its column, and by what shows where it is in none."""
    if page.fits[a].column:
        return _asked_in_column(page, a, found, threshold)
    if found["cuts"] >= CUT:
        runs_on = found["width"] > FLOWED and page.endings[a] in ("letter", "comma")
        return threshold * (LONG_CUT if runs_on else WHERE_CUT) if found["holds"] else threshold
    if found["closed"]:
        return threshold  # what the passage opened, this row closes
    shown = found["word"] or found["unbroken"] or found["prohibited"]
    return max(threshold, SHOWN if shown else UNPROVED)


def _asked_in_column(page: Page, a: int, found: Mapping[str, float], threshold: float) -> float:
    """The least probability behind a row of a column: headings leave room, text round pictures has rows of any size."""
    if page.endings[a] != "letter":
        return threshold
    if found["rows"] == 1:
        return max(threshold, LIKE_HEADING) if page.fits[a].room >= ROOM_OF_HEADING else threshold
    return threshold * WHERE_QUOTED if found["open_quote"] else threshold


def _asked_by_count(page: Page, a: int, b: int, found: Mapping[str, float], threshold: float) -> float | None:
    """The least probability behind a row without a form where the text was cut every so many characters."""
    if not page.counted or page.forms[a] is not None or page.forms[b] is not None:
        return None
    room = page.counted - page.rows[a].width
    if room >= ROOM_OF_COUNTED and not page.rows[b].text[0].isascii():
        return max(threshold, ROOMY)
    lone = found["rows"] == 1 and page.endings[a] == "letter"
    return min(threshold, FILLED) if lone and room <= 0 else None


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
