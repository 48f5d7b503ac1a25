"""
What speaks for and against joining two rows, as named features.

Each feature has a meaning a reader can check: how the first row ends, how full it is against its column, how the
second begins, whether a dictionary word or an open bracket stands across the break, whether the same characters
stand unbroken elsewhere. The weights are learned (``benchmarks/lines/train.py``) and stored in ``tables/joins.toml``.

    >>> from cntextclean.repair.lines.page import read_page
    >>> page = read_page("加快产业结构的优\\n化升级。")
    >>> sorted(name for name in features(page, 0, 1, first=True, tail="加快产业结构的优") if "word" in name)
    ['free/word.two']
"""

from __future__ import annotations

import re

from cntextclean.language.dictionary import crosses
from cntextclean.language.junctions import junction, opening_odds
from cntextclean.repair.lines.page import CLOSERS, FLOWED, GRAM, NO_END, NO_START, STOPS, Page, ends_sentence, room_left
from cntextclean.repair.lines.rows import SLACK

OPEN = {"“": "”", "（": "）", "(": ")", "《": "》", "「": "」", "『": "』", "【": "】", "‘": "’"}
AROUND = 4
KINDS = {
    "，": "comma",
    ",": "comma",
    "、": "comma",
    "；": "semicolon",
    ";": "semicolon",
    "：": "colon",
    ":": "colon",
}
REACH = 120
"""An opening mark further back than this has lost its closing mark more often than it is still open."""
LATIN_END = re.compile(r"[A-Za-z]$")
DIGIT_END = re.compile(r"[0-9]$")
RANGE_END = re.compile(r"[0-9][-–—~～]$")
DIGIT_START = re.compile(r"[0-9]")
PARTED = re.compile(r"[\u3400-\u9fff”》！？，] {1,2}[“《\u3400-\u9fff]")
"""A blank between Han: parts of a headline, of a list of names."""
INNER_STOP, INNER_COMMA = re.compile("[。！？；;!?]"), re.compile("[，、,]")
ITEM = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|[①-⑳●■◆▲•\-*]")


def features(page: Page, a: int, b: int, *, first: bool, tail: str) -> dict[str, float]:
    """
    Named features (1.0 where they hold) of joining row ``b`` to row ``a``.

    ``first`` says that ``a`` opens its passage, ``tail`` is the passage's text so far.
    """
    left = page.rows[a].text
    end, fill, shape = _ending(left), _filling(page, a, b, first=first), _shape(page, b)
    names = [
        f"end.{end}",
        f"{end}.{fill}",
        f"{end}.{shape}",
        f"shape.{shape}",
        f"parted.{page.rows[b].parted}.{page.gaps}",
        f"{'stop' if end == 'stop' else 'open'}.{page.rows[b].parted}.{page.gaps}",
        *_junction(page, a, b, end),
        *_plausibility(page.readings[a], page.readings[b], end),
        *_openings(tail),
        *_interior(page, tail, end, fill, junction(page.readings[a][-1], page.readings[b][0])),
        *_forms(page, a, b, first=first),
    ]
    kind = "letter" if end in ("letter", "closer") else end
    if end in ("stop", "semicolon", "colon"):
        names += [f"{end}.{fill}.{shape}.indent-{page.indented}"]
    else:
        names += [f"{kind}.{fill}.{shape}.{'first' if first else 'later'}", f"{kind}.{shape}.indent-{page.indented}"]
    if not page.columns[a] and end in ("letter", "closer", "comma"):
        names += [f"{kind}.{fill}.{shape}.around-{_around(page, a, b)}", f"around-{_around(page, a, b)}"]
    if page.rows[b].indent >= 1.5:
        names += [f"indented.{end}"]
    # In a column the print decides, elsewhere the language does: the two have weights of their own.
    where = "column" if page.columns[a] else "free"
    return dict.fromkeys([f"{where}/{name}" for name in names], 1.0)


def _ending(text: str) -> str:
    """How a row ends."""
    bare = text.rstrip(CLOSERS + " ")
    last, closed = text[-1:], bare[-1:]
    if closed and closed in STOPS:
        return "ellipsis" if closed == "…" else "stop"
    if text.endswith(("——", "--", "一一")):
        return "dash"
    if last in KINDS:
        return KINDS[last]
    if last in NO_END:
        return "opener"
    if closed == "." and bare[-2:-1].isalpha():
        return "stop"
    return "letter" if last not in CLOSERS else "closer"


def _filling(page: Page, a: int, b: int, *, first: bool) -> str:
    """How full row ``a`` is: whether the head of row ``b`` would still have fitted into it."""
    if not page.columns[a]:
        return _length(page.rows[a].width)
    room = room_left(page, a, b)
    if room < 0.3:
        fill = "tight"
    elif first and room < 2.3:
        fill = "tight-if-indented"
    else:
        fill = "near" if room < 1.3 else "loose" if room < 4 else "wide"
    return fill if page.firm[a] else f"{fill}-perhaps"


def _shape(page: Page, b: int) -> str:
    """What row ``b`` looks like in its column: the first row of a paragraph, a full one, a short one."""
    row, column = page.rows[b], page.columns[b]
    following = page.rows[b + 1] if b + 1 < len(page.rows) else None
    stops = ends_sentence(row.text)
    if not column:
        return _length(row.width) + ("-stop" if stops else "")
    lack = column - row.width
    if lack < 1.25:
        return "full"
    if not stops and lack <= 3.75 and following and following.width >= column - SLACK:
        return "first"
    return "short-stop" if stops else "short"


def _length(width: float) -> str:
    """How long a row is that stands in no column."""
    return "tiny" if width < 6 else "short" if width < 20 else "middling" if width < FLOWED else "flowed"


def _around(page: Page, a: int, b: int) -> str:
    """Whether the rows around are whole paragraphs: then a short one without a sentence end is a heading."""
    near = [row.width > FLOWED for row in (*page.rows[max(a - AROUND, 0) : a], *page.rows[b + 1 : b + 1 + AROUND])]
    share = sum(near) / max(1, len(near))
    return "paragraphs" if share > 0.6 else "pieces" if share < 0.2 else "both"


def _plausibility(left: str, right: str, end: str) -> list[str]:
    """Whether the second row begins as paragraphs begin, and whether its first character ever follows the last."""
    odds = opening_odds(right[0])
    opening = "never" if odds < -3.5 else "seldom" if odds < -1 else "rather" if odds > 1 else "maybe"
    names = [f"opening.{opening}.{'stop' if end in ('stop', 'ellipsis') else 'open'}"]
    if end == "letter":
        names.append(f"junction.{junction(left[-1], right[0])}")
    return names


def _interior(page: Page, tail: str, end: str, fill: str, follows: str) -> list[str]:
    """Headings hold no sentence end; text that holds one and does not end with one was cut."""
    if end not in ("letter", "closer"):
        return []
    body = tail[:-1]
    parts = ["parts.before"] if len(tail) < 45 and PARTED.search(tail) else []
    holds = "stop" if INNER_STOP.search(body) else "comma" if INNER_COMMA.search(body) else "nothing"
    names = [f"holds.{holds}", f"holds.{holds}.{fill}", *parts]
    if fill != "flowed":
        return names
    return [*names, f"holds.{holds}.flowed.closing-{page.closing}", f"holds.{holds}.flowed.{follows}"]


def _junction(page: Page, a: int, b: int, end: str) -> list[str]:
    """What the characters on both sides say together."""
    left, right = page.rows[a].text, page.rows[b].text
    said = {
        "start.prohibited": right[0] in NO_START,
        "start.dash": right[0] in "—－",
        "start.opener": right[0] in NO_END,
        "unbroken-elsewhere": end in ("letter", "closer", "comma") and left[-GRAM:] + right[:GRAM] in page.unbroken,
        "parts.after": len(right) < 45 and bool(PARTED.search(right)) and not ends_sentence(right),
        f"item.{end}": bool(ITEM.match(right)),
    }
    return [name for name, holds in said.items() if holds] + _latin(left, right) + _word(page, a, b, end)


def _word(page: Page, a: int, b: int, end: str) -> list[str]:
    """The dictionary word across the break, by its length."""
    if end != "letter":
        return []
    word = crosses(page.readings[a], page.readings[b])
    return [f"word.{'two' if len(word) == 2 else 'more'}" if word else "word.none"]


def _latin(left: str, right: str) -> list[str]:
    """Latin words and numbers that meet at the break."""
    names = []
    if LATIN_END.search(left) and right[0].isascii() and right[0].isalpha():
        names.append("latin.small" if right[0].islower() else "latin.capital")
    if DIGIT_START.match(right):
        names += ["range"] if RANGE_END.search(left) else []
        names += ["digits"] if DIGIT_END.search(left) else []
    return names


def _openings(tail: str) -> list[str]:
    """Brackets and quotes that the passage has opened and not closed."""
    names = []
    near = tail[-REACH:]
    for opener, closer in OPEN.items():
        at = near.rfind(opener)
        if at >= 0 and near.find(closer, at) < 0:
            names.append("open.quote" if opener in "“‘「『" else "open.bracket")
    if near.count('"') % 2 and tail.count('"') % 2:
        names.append("open.straight")
    return sorted(set(names))


def _forms(page: Page, a: int, b: int, *, first: bool) -> list[str]:
    """What the rows' own forms say."""
    names = []
    before, after = page.forms[a], page.forms[b]
    if before and first and before.certainty >= 0.5:
        names.append(f"form-before.{before.role}" + (".whole" if before.whole else ""))
    if after and after.certainty >= 0.5:
        names.append(f"form-after.{after.role}" + (".whole" if after.whole else ""))
    return names
