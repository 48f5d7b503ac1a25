"""
The number that a heading's marker bears, for telling series and restarts.

    >>> [marker_number(text) for text in ("（十二）以人才培养为根基", "第三章 监督", "B 高度", "总结")]
    [12, 3, 2, None]
"""

from __future__ import annotations

import re

from cntextclean.language.forms import fold_form

HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMBER = re.compile(
    r"[^\w(①-⑳Ⅰ-Ⅻ]{0,4}(?:第|步骤|方法|问题|案例|实例|示例|专栏|附件|附录|表|图|Q|例)?[ (]{0,3}"
    r"(?:(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,3})|(?P<digits>\d{1,4})|(?P<han>[一二三四五六七八九十百零〇○两]{1,6})"
    r"|(?P<circled>[①-⑳])|(?P<roman>[Ⅰ-Ⅻ])|(?P<letter>[A-Z])(?=[.、 \u3000]))"
)


def marker_number(text: str) -> int | None:
    """The number at the start of a heading, of a dotted number its last part; None where there is none."""
    found = NUMBER.match(fold_form(text).strip())
    if not found:
        return None
    kind, value = found.lastgroup, found[found.lastgroup or 0]
    if kind == "dotted":
        return int(value.rsplit(".", 1)[1])
    if kind == "digits":
        return int(value)
    if kind == "han":
        return han_number(value)
    bases = {"circled": "①", "roman": "Ⅰ", "letter": "A"}
    return ord(value) - ord(bases[kind or "letter"]) + 1


def han_number(text: str) -> int:
    """The value of a number in Han characters below ten thousand: ``二百三十四`` is 234."""
    total = digit = 0
    for character in text:
        if character in UNITS:
            total += max(digit, 1) * UNITS[character]
            digit = 0
        else:
            digit = HAN_DIGITS.get(character, 0)
    return total + digit
