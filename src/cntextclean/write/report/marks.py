r"""
Any text as HTML that cannot act: escaped, with what the eye cannot see drawn as marks.

Control, zero-width, bidirectional, private-use and lone surrogate characters, odd blanks and towers of combining
marks become small boxes with their code point, so no name and no text can reorder the page, hide in it or break it.
The table of ranges is fixed here and not asked of Python's Unicode database, so that every Python draws the same.

    >>> str(visible("<b>甲\u202e乙\x1b[31m"))
    '&lt;b&gt;甲<i>U+202E</i>乙<i>ESC</i>[31m'
    >>> str(visible_blanks("，\n\n "))
    '，⏎⏎\n␣'
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
FORMATS = (
    "\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f"
PRIVATE = "\ue000-\uf8ff\U000f0000-\U000fffff\U00100000-\U0010ffff"
SURROGATES = "\ud800-\udfff"
COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# Two combining marks on a letter are Vietnamese or pinyin; from the fourth on they climb over the lines above.
UNSEEN = re.compile(f"[{CONTROLS}{FORMATS}{BLANKS}{PRIVATE}{SURROGATES}]|(?<=[{COMBINING}]{{3}})[{COMBINING}]")
HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")

# fmt: off
CONTROL_NAMES = (
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US",
)
# fmt: on
BLANK_MARKS = {" ": "␣", "\t": "⇥", "\u3000": "□", "\n": "⏎"}
LAST_END = re.compile("⏎(?![␣⇥□]*⏎)")
LINE_END = re.compile("\n\\s*\n")


def visible(text: str) -> Markup:
    """The text, escaped, with every character that cannot be seen as a mark. White space stays as it is."""
    if not UNSEEN.search(text):
        return escape(text)
    parts: list[Markup] = []
    at = 0
    for mark in UNSEEN.finditer(text):
        parts += escape(text[at : mark.start()]), Markup("<i>{}</i>").format(name_of(mark[0]))
        at = mark.end()
    return Markup("").join([*parts, escape(text[at:])])


def plain(text: str) -> str:
    """The same for places that hold no mark-up, such as attributes and titles; not escaped."""
    return UNSEEN.sub(lambda mark: f"[{name_of(mark[0])}]", text)


def visible_blanks(text: str) -> Markup:
    """As :func:`visible`, with white space drawn too; line ends keep one break, after the last of them."""
    return visible(draw_blanks(text))


def draw_blanks(text: str) -> str:
    """White space as marks: ``␣ ⇥ □ ⏎``, a run of line ends closed by one real line break."""
    if text.isprintable() and " " not in text and "\u3000" not in text:
        return text
    drawn = "".join(BLANK_MARKS.get(character, character) for character in text)
    return LAST_END.sub("⏎\n", drawn) if "\n" in text else drawn


def close_up(text: str) -> str:
    """Without empty lines: for removed text, whose lines matter and whose gaps do not."""
    return LINE_END.sub("\n", text).strip("\n")


def name_of(character: str) -> str:
    r"""A control character's short name, or the code point.

    >>> name_of("\x00"), name_of("\x85"), name_of("\u200b")
    ('NUL', 'U+0085', 'U+200B')
    """
    code = ord(character)
    return CONTROL_NAMES[code] if code < 32 else f"U+{code:04X}"


def language(text: str) -> str:
    """``zh`` where the text holds a Chinese character, else ``en``: for ``lang`` attributes of names and titles."""
    return "zh" if HAN.search(text) else "en"
