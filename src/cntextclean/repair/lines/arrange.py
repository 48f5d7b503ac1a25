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

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cntextclean.config import Config
from cntextclean.language.dictionary import crosses
from cntextclean.language.forms import Form, match_form
from cntextclean.model import Role
from cntextclean.proposals import Group, Joint
from cntextclean.repair.lines.crumbs import STRAY, crumb_rows
from cntextclean.repair.lines.features import features
from cntextclean.repair.lines.model import probability, weightiest
from cntextclean.repair.lines.page import FLOWED, NO_START, Page, ends_sentence, read_page
from cntextclean.repair.lines.preformatted import OBJECT, preformatted_spans, veil, verse_rows

LIFTED = ("furniture", "caption", "footnote")
"""Roles whose rows may stand between two rows of one sentence."""
SURE_FORM = 0.8
OVER_LIFTED = 0.8
"""Least probability for joining over rows that are lifted out: more is between the rows than a break."""
AGAINST_FORM, AGAINST_PARTS = 0.97, 0.9
"""Least probability for joining against a sure form, and for joining headlines whose parts a blank keeps apart."""
HEADLINE_SHAPES = ("shape.short", "shape.middling")
TAIL = 2000
"""Characters of a passage that are looked at when the next row comes: longer than paragraphs are, and bounded, since a
text without any sentence end may grow into one passage of millions."""
LONG_HEADLINE = 20.0
"""Shorter lines among paragraphs are as often pieces of a narrow column as headlines."""
FOR_CUT = 0.3
"""Enough for a long line that holds a sentence end and lacks its own, on a page whose paragraphs have theirs."""
AGAINST_ITEM = 0.995
"""Least probability for joining a numbered line to one that ends with a comma: some authors end paragraphs so."""
AGAINST_PARAGRAPHS, FOR_LONG = 0.97, 0.7
"""Least probabilities for joining lines among paragraphs: after a short one (it may be a heading), after a long one."""
FOR_COMMA = 0.93
"""Enough after a comma among paragraphs: some authors end a paragraph with one before a listing."""
FOR_QUOTE = 0.15
"""Enough for a passage of several rows, among rows of pieces, that has a quotation or bracket open."""
ACROSS = (
    "word.two",
    "word.more",
    "unbroken-elsewhere",
    "start.prohibited",
    "end.opener",
    "opening.never.open",
)
PREFORMATTED = "preformatted"
"""The flag of a passage that is left as it stands."""
BULLET = re.compile(r"[-*+•●] ")
CITING = ("metadata", "reference")
URL = re.compile(r"<?https?://[!-~]{4,400}?>?")
HAN, RUNS_ON = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[a-z0-9,;)\]]")
ALNUM_END, ALNUM_START = re.compile(r"[A-Za-z0-9.,;:!?)\]'\"%]"), re.compile(r"[A-Za-z0-9(\['\"<]")


@dataclass(slots=True)
class _Open:
    """A passage under construction; ``tail`` is how its text ends."""

    role: Role
    rows: list[int]
    joints: list[Joint]
    tail: str


def arrange(text: str, config: Config, *, start: int = 0) -> list[Group]:
    """
    The passages of a text as groups of row spans, in the order in which they begin.

    ``start`` is where the front matter of canonical Markdown ends: there a line is a passage, nothing is joined.
    """
    spans = [(low + start, high + start) for low, high in preformatted_spans(text[start:])]
    page = read_page(veil(text, spans)[start:])
    kept = [Group("table", (span,), flags=(PREFORMATTED,)) for span in spans]
    starts = {low - start for low, _ in spans}
    fixed = {index for index, row in enumerate(page.rows) if row.start in starts}
    if start:
        groups = [
            Group(_role(form), ((row.start + start, row.end + start),))
            for index, (row, form) in enumerate(zip(page.rows, page.forms, strict=True))
            if index not in fixed
        ]
        return _front_matter(text, start) + sorted(groups + kept, key=lambda group: group.rows)
    crumbs = crumb_rows([row.text for row in page.rows])
    passages = _join(page, config, crumbs, fixed)
    groups = [_group(passage, page, start) for passage in passages if passage.rows[0] not in fixed]
    return sorted(groups + kept + _removed_crumbs(crumbs, page, start), key=lambda group: group.rows)


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


def _join(page: Page, config: Config, skipped: set[int], fixed: set[int]) -> list[_Open]:
    """Walk the rows; each joins an open passage or opens one. ``fixed`` rows and verse stand alone."""
    passages: list[_Open] = []
    body: _Open | None = None
    verse = verse_rows([row.text for row in page.rows]) if config.lines.verse else set()
    alone = fixed | verse
    for index in range(len(page.rows)):
        if index in skipped:
            continue
        if index in alone or (passages and passages[-1].rows[-1] in alone):
            body = _Open(_role(page.forms[index]), [index], [], page.rows[index].text)
            passages.append(body)
            continue
        joint = None
        last = passages[-1] if passages else None
        if last:
            joint = _decide(page, last, index, config, config.lines.join_threshold)
        if joint and last:
            _extend(last, index, joint, page)
            continue
        role = _role(page.forms[index])
        if last and role == "caption" and _captioned(page, last, index):
            _extend(last, index, Joint("lines.caption", "one box of the page", " "), page)
            last.role = "caption"
            continue
        if body and body is not last and role == "paragraph" and last and last.role in LIFTED:
            joint = _decide(page, body, index, config, OVER_LIFTED)
            if joint and not ends_sentence(body.tail):
                _extend(body, index, joint, page)
                continue
        opened = _Open(role, [index], [], page.rows[index].text[-TAIL:])
        passages.append(opened)
        if role not in LIFTED:
            body = opened
    return passages


def _captioned(page: Page, passage: _Open, index: int) -> bool:
    """Whether a short line right above a photographer's name is the caption: nothing but a line break parts them."""
    above = page.rows[passage.rows[0]]
    close = page.rows[index].parted == "line" and page.gaps == "all"
    return close and len(passage.rows) == 1 and above.width <= 30 and not page.forms[passage.rows[0]]


def _extend(passage: _Open, index: int, joint: Joint, page: Page) -> None:
    passage.rows.append(index)
    passage.joints.append(joint)
    passage.tail = (passage.tail + joint.glue + page.rows[index].text)[-TAIL:]


def _role(form: Form | None) -> Role:
    """What a text is by its form alone; ``paragraph`` where the form is unsure."""
    return form.role if form and form.certainty >= SURE_FORM else "paragraph"


def _decide(page: Page, passage: _Open, index: int, config: Config, threshold: float) -> Joint | None:
    """The joint between a passage and a row, or none."""
    a = passage.rows[-1]
    found = features(page, a, index, first=len(passage.rows) == 1, tail=passage.tail)
    likely = probability(found)
    names = {name.split("/")[1] for name in found}
    asked = _threshold(page, passage, index, names)
    if likely < (threshold if asked is None else asked):
        return None
    rule, reason = _reason(names, passage.tail, page.rows[index].text)
    if not config.allows(rule):
        return None
    spoke = reason or ", ".join(weightiest(found))
    return Joint(rule, f"p={likely:.2f} {spoke}", _glue(passage.tail, page.rows[index].text))


def _threshold(page: Page, passage: _Open, index: int, found: set[str]) -> float | None:
    """What forms and shapes ask of the model: 0 for a sure joint, 1 for a sure break, None for no opinion."""
    a = passage.rows[-1]
    left, right = page.rows[a].text, page.rows[index].text
    if "range" in found or (passage.role in CITING and URL.fullmatch(right)):
        return 0.0
    if not HAN.search(left) and not HAN.search(right):
        # Lines of a Latin title page are names and affiliations; a sentence runs on in small letters.
        runs_on = RUNS_ON.match(right) and not ends_sentence(left) and not left.endswith(".")
        return 0.0 if runs_on else 1.0
    before, after = page.forms[a], page.forms[index]
    if after and after.certainty >= SURE_FORM and after.role not in ("paragraph", passage.role):
        return AGAINST_FORM
    if before and before.certainty >= SURE_FORM and before.whole and len(passage.rows) == 1:
        # A heading that fills its row may go on in the next; a byline or a label that does has said what it says.
        return None if before.role == "heading" and "letter.tight" in found else AGAINST_FORM
    if "end.dash" in found and not any(name.startswith("dash.tight") for name in found):
        return AGAINST_FORM  # a dash that ends a row with room left announces a list or a new paragraph
    if ("parts.before" in found and len(passage.rows) == 1) or "parts.after" in found or _stacked(page, passage, found):
        return AGAINST_PARTS
    if BULLET.match(page.rows[passage.rows[0]].text) and page.rows[index].parted == "gap":
        return AGAINST_FORM
    if "item.comma" in found and not page.columns[a]:
        return AGAINST_ITEM
    if page.calm[a]:
        return _asked_of_paragraphs(page, passage, found)
    quoting = not found.isdisjoint({"open.quote", "open.bracket"}) and "end.letter" in found
    return FOR_QUOTE if quoting and passage.joints else None


def _asked_of_paragraphs(page: Page, passage: _Open, found: set[str]) -> float | None:
    """What is asked where lines are paragraphs already: words across the break, or a sentence cut in the middle."""
    if not found.isdisjoint(ACROSS):
        return None
    if "end.comma" in found:
        return None if page.rows[passage.rows[-1]].text.endswith("、") else FOR_COMMA
    follows = not found.isdisjoint({"holds.stop.flowed.seen", "holds.stop.flowed.likely"})
    cut = follows and page.closing in ("always", "mostly") and not passage.joints
    if cut:
        return FOR_CUT
    return FOR_LONG if page.rows[passage.rows[-1]].width > FLOWED else AGAINST_PARAGRAPHS


def _stacked(page: Page, passage: _Open, found: set[str]) -> bool:
    """Two lines among paragraphs, both without a sentence end: a kicker and a headline, a headline and a subtitle."""
    bare = not found.isdisjoint({"holds.nothing", "holds.comma"}) and not found.isdisjoint(HEADLINE_SHAPES)
    among = not found.isdisjoint({"around-paragraphs", "around-both"})
    return bare and among and len(passage.rows) == 1 and page.rows[passage.rows[0]].width >= LONG_HEADLINE


def _reason(found: set[str], left: str, right: str) -> tuple[str, str]:
    """The rule that names a joint: the strongest kind of evidence there is."""
    if "unbroken-elsewhere" in found:
        return "lines.unbroken-elsewhere", left[-3:] + right[:3]
    if "word.two" in found or "word.more" in found:
        return "lines.word-crosses-break", crosses(left, right)
    if "start.prohibited" in found:
        return "lines.prohibited-start", right[0]
    if not found.isdisjoint(("open.quote", "open.bracket", "open.straight")):
        return "lines.open-mark", ""
    if "end.comma" in found:
        return "lines.clause-runs-on", left[-1]
    return "lines.soft-wrap", ""


def _glue(left: str, right: str) -> str:
    """A blank between Latin words, nothing between anything else; digits broken in two are one number."""
    if not (ALNUM_END.match(left[-1]) and ALNUM_START.match(right)) or right[0] in NO_START:
        return ""
    return "" if left[-1].isdigit() and right[0].isdigit() else " "


def rejoin(texts: Sequence[str], config: Config) -> list[tuple[int, Joint]]:
    """
    The joints that passages would get if they were the lines of a text: (index of the second passage, joint).

    None for the passages of a clean text; so what has no more joints is what cleaning the result would leave alone.
    """
    page = read_page("\n\n".join(text.replace("\n", " ") for text in texts))
    if len(page.rows) != len(texts):
        return []
    fixed = {index for index, text in enumerate(texts) if text == OBJECT}
    joined = (passage for passage in _join(page, config, set(), fixed) if passage.joints)
    return [pair for passage in joined for pair in zip(passage.rows[1:], passage.joints, strict=True)]


def _group(passage: _Open, page: Page, start: int) -> Group:
    spans = tuple((page.rows[i].start + start, page.rows[i].end + start) for i in passage.rows)
    role = passage.role
    if len(passage.rows) > 1 and role != "caption":
        glues = ["", *(joint.glue for joint in passage.joints)]
        whole = "".join(glue + page.rows[i].text for glue, i in zip(glues, passage.rows, strict=True))
        role = _role(match_form(whole))  # what the first row looked like, the whole may not
    return Group(role, spans, tuple(passage.joints))
