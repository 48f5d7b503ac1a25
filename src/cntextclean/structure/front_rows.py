"""
Rows at the head of an article that never run on from the row above: labels, lists of names, institutions.

A title that does not fill its row looks like a sentence that goes on in the next one, and the next one is often a
single name. What comes below tells: under names stand an institution, an abstract, or more names.

It is safe because it only keeps rows apart; what is wrongly kept apart stays as it came.

    >>> from cntextclean.language.forms import match_form
    >>> rows = ["大型城市乡村教育时空格局及其驱动因素", "胡华", "（西北大学，西安 710127）", "摘要：本文", "研究"]
    >>> forms = [match_form(row) for row in rows]
    >>> [begins_row(forms, rows, index) for index in range(5)]
    [False, True, True, True, False]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import Form
from cntextclean.language.junctions import junction
from cntextclean.structure.affiliations import is_affiliation
from cntextclean.structure.bylines import find_signature
from cntextclean.structure.cut_rows import ends_inside, opens_houses
from cntextclean.structure.datelines import find_dateline, known_agencies
from cntextclean.structure.labels import bare_label, leading_label
from cntextclean.structure.names import name_list
from cntextclean.structure.row_parts import is_issue, is_outlet, is_signed_row

OPENS = frozenset({
    "names-marked", "names-institution", "institution-line", "institution-names", "doi-line", "source-line",
    "time-stamp", "field-line", "heading-word", "keywords-label", "keywords-english-label", "doi-bare", "issn-bare",
    "dump-mark", "author-label", "release-line", "where-clause",
})  # fmt: skip
BELOW_NAMES = OPENS | {
    "abstract", "abstract-label", "abstract-set-apart", "abstract-english", "keywords", "keywords-set-apart",
    "names-line",
}  # fmt: skip
HEAD, LONGEST_NAME = 8, 12
"""Rows at the head of a page, and characters of one that is a name: hardly ever the end of a sentence."""
LONGEST = 60
"""Characters of a row of names without marks."""
OPEN_DOI = re.compile(r"(?:doi|DOI)[^\u4e00-\u9fff]{0,12}10\.\d{0,9}(?:/[!-~]{0,80}?[./\-_(a-z])?$")
DOI_NUMBERS = re.compile(r"\d{1,8}(?:[.-]\d{1,8}){2,5}")
"""Three numbers and more that are nothing else: no heading is numbered so without a word."""
WHOLE_DOI = re.compile(r"10\.\d{4,9}/[!-~]{4,80}[A-Za-z0-9]$")
OPEN_NOTICE = re.compile(r"[^，。；：？！,;:?!]{0,40}关于[^，。；：？！,;:?!]{0,50}")
NOTICE = re.compile(
    r"[^，。；：？！,;:?!]{0,40}关于[^。；：？！;:?!]{4,120}的(?:通知|公告|通告|意见|决定|批复|函|报告|请示|通报|解释|规定|决议)"
    r"(?:[（(][^（()）]{1,12}[)）])?"
)
LONGEST_NOTICE = 120
"""Characters of the title of a notice, which may stand in three rows."""
DOI_REST = re.compile(r"[!-~]{3,60}(?=\s*$|[\s\u3000]{2})")
LONGEST_DATELINE = 24
"""Characters of a row that holds the start of a dateline and nothing else."""
ADDRESS = ("<", "http", "www.")
CODED = re.compile(r"[\u4e00-\u9fff] ?\d{6} ?[)）]$")
"""How institutions end: the title stands below them, or the text."""
STAMPED = re.compile(r"(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}")
"""The day of a page on a row of its own, as machines write it: no sentence goes on with it alone."""
DATED = re.compile(r"([\u4e00-\u9fff]{4,6})[ \u3000]{1,3}(?:19|20)\d{2}[-/.年]")
"""``收稿日期 2024-03-05``."""
LATIN_ROW = re.compile(r"[^\u3400-\u9fff]{8,200}")
"""The title and the authors in English, between the authors and the abstract."""
LONGEST_HEAD = 16
"""Rows at the head of a page among which its title stands."""
SHORTEST_UPPER, SHORTEST_LOWER, OVERHANG = 12, 4, 2
"""Characters of the two rows of a title, and by how many the lower may be longer: they are set in the middle."""
SHORTEST_LINKED = 5
"""Han characters of the upper row where what stands at the break joins words: ``从甲地的乙`` and ``到丙地的丁``."""
LINK_END, LINK_START = re.compile("[的与和及对在从以向之]$"), re.compile("的|与|和|及|到|之|而|并")
DASHES = ("—", "-", "–", "―")
ECHO = 6
"""Characters with which a row begins that the row above has, too: the title below a running head that names it."""
TITLE_ROW = re.compile(r"(?=[\u4e00-\u9fffA-Za-z“\"])(?!.{0,60}[/\\@])[^。；，！？,;!?|@【】\[\]]{4,60}")
HAN = re.compile(r"[\u4e00-\u9fff]")
ISSUED = re.compile(r"(?:19|20)\d{2} ?[.年]|^(?:专题|专栏|本期|特稿|笔谈|论坛|主题|栏目)")
"""The row of a journal names its year, that of a column what it is."""
TITLE_ENDS = re.compile(
    r"(?:研究|分析|探讨|探析|思考|综述|述评|专题|专栏|论坛|笔谈|学报|学刊|大学|学院|会议|年会|[期版卷号集辑]|[)）】\]》”：:—*＊])$"
)
"""How a whole title, a column or a journal ends, and what keeps the second row apart by itself."""
FEWEST_WORDS = 4
"""Words of a row in English that is a title."""
AHEAD = 8
"""Rows below that are looked at: names of a team may stand one below the other."""


def begins_row(forms: Sequence[Form | None], texts: Sequence[str], index: int) -> bool:
    """Whether row ``index`` begins a passage, unless what stands above it has not ended."""
    if not _may_begin(forms, texts, index) or texts[index].startswith(ADDRESS):
        return False
    above = texts[index - 1] if index else ""
    return not (opens_houses(above) or ends_inside(above, texts[index]))


def _may_begin(forms: Sequence[Form | None], texts: Sequence[str], index: int) -> bool:
    """Whether row ``index`` has the form of what begins a passage, or the place."""
    form = forms[index]
    if form and (form.name in OPENS or (form.marker_class == "front" and form.certainty >= 0.8)):
        return True
    if 0 < index < LONGEST_HEAD:
        stamped = STAMPED.fullmatch(texts[index]) or is_issue(texts[index])
        if stamped or CODED.search(texts[index - 1]):
            return True
    if len(texts[index]) <= LONGEST and find_signature(texts[index]):
        return True
    if _begins_with_label(texts[index]):
        return True
    if 0 < index < LONGEST_HEAD and _opens_by_parts(texts[index - 1], texts[index]):
        return True
    if 0 < index < HEAD and len(texts[index - 1]) <= LONGEST_NAME and name_list(texts[index - 1]):
        return True  # the text below its author
    return len(texts[index]) <= LONGEST and _leads_to_front(forms, texts, index) and _is_named(texts[index])


def _opens_by_parts(upper: str, lower: str) -> bool:
    """
    Whether a row is the name of a paper, people with what they are, or the title once more in English; or stands below
    people with what they are, and says no more of them.
    """
    if is_outlet(lower) or is_signed_row(lower) or _turns_latin(upper, lower):
        return True
    return is_signed_row(upper) and not is_signed_row(upper + lower)


def _turns_latin(upper: str, lower: str) -> bool:
    """Whether a title in English stands below the one in Chinese: several words, and no sentence above that goes on."""
    if not LATIN_ROW.fullmatch(lower) or not lower[0].isupper() or len(lower.split()) < FEWEST_WORDS:
        return False
    return bool(HAN.search(upper)) and len(upper) <= LONGEST and not set(upper) & set("，。；,;")


def _begins_with_label(text: str) -> bool:
    """Whether a row states a fact behind a label and a colon: ``作者：李华``."""
    label = leading_label(text)
    dated = DATED.match(text)
    label = label or (bare_label(dated[1] + ":") if dated else None)
    return label is not None and label.kind != "skip"


def is_cut(left: str, right: str) -> bool:
    """
    Whether a row ends inside a DOI, a number, a dateline, its reporters, or the title of a notice: half makes no sense.

    >>> is_cut("DOI：10.3969/j", ".issn.1001-3695.2018.03.019"), is_cut("新华社上海8月5", "日电（记者李华）今年")
    (True, True)
    >>> is_cut("DOI：10.3969/j.issn.1001-3695.2018", ".03.019"), is_cut("DOI：10.3969/j.issn.1001", "- 引言")
    (True, False)
    >>> is_cut("DOI：10.3969/j.issn.1001", "8.2018.06.778"), is_cut("DOI：10.3969/j.issn.1001", "1.1 引言")
    (True, False)
    >>> is_cut("DOI：10.3969/j.issn.1001", "1 引言"), is_cut("新华社社长表示", "今天发电")
    (False, False)
    >>> is_cut("李华1，王伟2（1.东海大", "学经济学院，上海 200000）"), is_cut("李华，王伟（东海大学）", "摘要：本文")
    (True, False)
    >>> is_cut("某某市人民政府关于印发", "某某市城市更新办法的通知"), is_cut("关于印发办法的通知", "各区人民政府：")
    (True, False)
    """
    if (
        "关于" in left
        and OPEN_NOTICE.fullmatch(left)
        and len(left) + len(right) <= LONGEST_NOTICE
        and not NOTICE.fullmatch(left)
    ):
        return NOTICE.fullmatch(left + right) is not None
    if opens_houses(left):
        return True
    if "10." in left and (OPEN_DOI.search(left) or _parts_doi(left, right)) and (rest := DOI_REST.match(right)):
        counted = rest[0].isdigit() and not DOI_NUMBERS.fullmatch(right.strip())
        return "/" not in left[left.rfind("10.") :] or not counted
    if ends_inside(left, right):
        return True
    if len(left) > LONGEST_DATELINE or not left.lstrip(" \u3000[【(（").startswith(known_agencies()):
        return False
    if find_dateline(left + " ") or find_signature(left) or find_dateline(right):
        return False
    found = find_dateline(left + right[:LONGEST_DATELINE])
    return found is not None and found.end > len(left)


def _parts_doi(left: str, right: str) -> bool:
    """Whether a break stands inside a DOI: ``10.3969/j.issn.1001.2018`` and ``.03.019``, or ``9.2018.06.778``."""
    goes_on = right[:1] in ".-_/" or DOI_NUMBERS.fullmatch(right.strip()) is not None
    return goes_on and WHOLE_DOI.search(left) is not None


def title_goes_on(forms: Sequence[Form | None], texts: Sequence[str], index: int) -> bool:
    """
    Whether row ``index`` is the second row of a title: authors stand below it, and the row above is as long and ends as
    no title does.

    >>> rows = ["区域协同与绿色金融耦合协调", "发展的时空演变", "胡华，李伟", "（西北大学，西安 710127）"]
    >>> from cntextclean.language.forms import match_form
    >>> title_goes_on([match_form(row) for row in rows], rows, 1)
    True
    >>> rows = ["区域协同的市场影响：", "稳定与效率的双重视角", "胡华，李伟", "（西北大学，西安 710127）"]
    >>> title_goes_on([match_form(row) for row in rows], rows, 1)
    True
    >>> rows = ["胡华 等：区域协同与绿色金融耦合", "区域协同与绿色金融耦合", "胡华，李伟", "（西北大学，西安 710127）"]
    >>> title_goes_on([None, None, None, None], rows, 1)
    False
    """
    if not 0 < index < min(LONGEST_HEAD, len(texts) - 1) or forms[index] or forms[index - 1]:
        return False
    upper, lower = texts[index - 1].strip(), texts[index].strip()
    colon = upper.endswith((":", "：")) and len(HAN.findall(upper)) >= SHORTEST_LINKED and not leading_label(upper)
    upper = upper[:-1] if colon else upper
    if not (TITLE_ROW.fullmatch(upper) and TITLE_ROW.fullmatch(lower)) or (not colon and TITLE_ENDS.search(upper)):
        return False
    if lower[:ECHO] in upper:  # the running head names the title, too
        return False
    shortest = SHORTEST_LINKED if colon or LINK_END.search(upper) or LINK_START.match(lower) else SHORTEST_UPPER
    if (
        len(HAN.findall(upper)) < shortest
        or ISSUED.search(upper)
        or not SHORTEST_LOWER <= len(lower) <= (LONGEST if colon else len(upper) + OVERHANG)
    ):
        return False
    if not colon and not crosses(upper, lower) and junction(upper[-1], lower[0]) == "unseen":
        return False
    if name_list(lower, expected=True) or is_affiliation(upper) or is_affiliation(lower):
        return False
    below = index + 1 + (texts[index + 1].startswith(DASHES) and index + 2 < len(texts))
    if is_signed_row(texts[below]):
        return True
    return _leads_to_front(forms, texts, below) and _is_named(texts[below])


def _leads_to_front(forms: Sequence[Form | None], texts: Sequence[str], index: int) -> bool:
    """Whether the rows below are names down to an institution or an abstract; without one no name need be read."""
    below = range(index + 1, min(index + AHEAD, len(texts)))
    front = next((at for at in below if _is_front(forms[at], texts[at])), index)
    return front > index and all(
        _is_named(texts[at]) or LATIN_ROW.fullmatch(texts[at]) for at in below[: front - index - 1]
    )


def _is_front(form: Form | None, text: str) -> bool:
    """Whether a row is what stands below names: an institution, an abstract, a label of front matter."""
    if form and (form.name in BELOW_NAMES or form.marker_class == "front"):
        return True
    return len(text) <= LONGEST and is_affiliation(text)


def _is_named(text: str) -> bool:
    """Whether a row is names, where names are expected."""
    return len(text) <= LONGEST and bool(name_list(text, expected=True))
