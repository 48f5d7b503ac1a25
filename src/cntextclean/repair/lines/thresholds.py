"""
How sure the model must be of a joint: by forms, by shapes, and by what the page shows.

Where lines are paragraphs already a wrong joint does harm and a missed one does none, so there it must be surer than in
a column; behind a row that fills the count of a text cut by characters it need hardly be sure at all.

It is safe because it only answers with a probability: what reaches it is decided in :mod:`.joints`.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("# 加快产业结构的优化升级\\n正文从这里开始。")
    >>> least_asked(page, 0, 1, "heading", {"rows": 1.0}, 0.5)
    0.995
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from cntextclean.language.junctions import leaves_open
from cntextclean.model import Role
from cntextclean.repair.lines.habits import CUTS, FLOWED
from cntextclean.repair.lines.page import Page

SURE_FORM = 0.8
AGAINST_MARK = 0.995
"""Least probability for joining to a heading with a Markdown mark, which ends with its line (CommonMark 0.31, 4.2)."""
AGAINST_FORM, AGAINST_PARTS = 0.97, 0.9
"""Least probabilities for joining against a sure form, and for joining headlines whose parts a blank keeps apart."""
SHOWN, UNPROVED = 0.7, 0.87
"""Least probabilities among paragraphs of a page where no two other lines are proved to be cut: where a word or a mark
proves this one, and elsewhere."""
WHERE_CUT, LONG_CUT = 0.7, 0.3
"""Of the threshold, on such a page, for text with a clause mark: it has lost its end more often than elsewhere; less is
asked for lines longer than any column that end in mid-clause, which are no headlines: of 529 such lines on set pages
of documents held out 0.15 joins 8 wrongly and misses none of 236, 0.35 joins 4 wrongly and misses 6."""
WHERE_QUOTED = 0.2
"""Of the threshold, for a passage of several rows with a quotation open: text round pictures has rows of any width."""
LEFT_OPEN = 0.3
"""Of the threshold, in a column, behind a word after which no text ends: 和, 以及, 由于."""
LABELLED = ("heading", "list_item")
ATX, STOPS = re.compile(r"#{1,6} "), frozenset("。，、；：….,;:")
ROOM_OF_HEADING, LIKE_HEADING = 1.5, 0.6
"""Room in em that a lone row without a mark leaves, and the probability asked for then: headings are set so."""
ROOM_OF_COUNTED, FILLED, ROOMY = 3.0, 0.15, 0.85
"""
Where a program cut the text every so many characters: the room from which a row seems to have said what it says, and
the probabilities asked for behind a row that fills the count, and behind a roomy one, which may have lost characters
that were not read. Of 394 breaks inside headlines 372 stand behind a full row, of 418 between two headlines 15.
"""


def least_asked(page: Page, a: int, b: int, role: Role, found: Mapping[str, float], threshold: float) -> float:
    """The least probability asked for here, by forms, shapes and the page; ``threshold`` where nothing is special."""
    return max(page.doubts[a], _asked_by_form(page, a, b, role, found, threshold))


def _asked_by_form(page: Page, a: int, b: int, role: Role, found: Mapping[str, float], threshold: float) -> float:
    """The same by the forms of the rows, and by the place of the first where they have none."""
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
        return (
            threshold
            if runs_on
            else max(threshold, AGAINST_FORM if page.fits[a].column or _shows(found) else AGAINST_MARK)
        )
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
    if found["cuts"] >= CUTS:
        runs_on = found["width"] > FLOWED and page.endings[a] in ("letter", "comma")
        return threshold * (LONG_CUT if runs_on else WHERE_CUT) if found["holds"] else threshold
    if found["closed"]:
        return threshold  # what the passage opened, this row closes
    return max(threshold, SHOWN if _shows(found) else UNPROVED)


def _shows(found: Mapping[str, float]) -> bool:
    """Whether a word or a mark proves that the row goes on."""
    return bool(found["word"] or found["unbroken"] or found["prohibited"])


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
