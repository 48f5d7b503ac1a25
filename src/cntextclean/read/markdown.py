"""
What of a text is Markdown, where the front matter of our own writer ends, and what is for machines.

    >>> is_markdown("# 标题\\n", "a.md"), is_markdown("# 标题\\n", "a.txt")
    (True, False)
    >>> front_matter_end("---\\nschema: cntextclean.markdown/1\\n---\\n\\n正文")
    39
    >>> [text[slice(*span)] for text in ["设 $w_i$ 为行宽", "从$5涨到$6"] for span in math_spans(text)]
    ['$w_i$']
    >>> [(start, end) for text in ["状态 \\\\(x_k\\\\)", "见\\\\[6\\\\]"] for start, end in math_spans(text)]
    [(3, 10)]
    >>> [(start, end) for start, end in code_spans("如图![甲,乙](images/1.png),见[甲](乙)")]
    [(2, 3), (7, 22)]
"""

from __future__ import annotations

import re

from cntextclean.model import Span

MARK = "schema: cntextclean.markdown/1"
FRONT_MATTER = re.compile(r"---\n(?:(?!---\n)[^\n]{0,4000}\n){1,200}?---(?:\n|\Z)")

MATH = re.compile(r"(?<![\\$])\$(?!\$)((?:\\text\{[^{}$\n]{0,80}\}|[^$\n\u3000-\u9fff\uff01-\uff5e]){1,200}+)\$(?!\$)")
"""Inline mathematics as TeX and Pandoc write it: no Han between the dollars but in ``\\text{…}``, so not two prices."""
DELIMITED = re.compile(
    r"\\(?<!\\\\)\((?P<of>(?:(?!\\[()])[^\n\u3000-\u9fff\uff01-\uff5e]){1,300})\\(?<!\\\\)\)"
    r"|\\(?<!\\\\)\[(?P<set>(?:(?!\\[\[\]])[^\n\u3000-\u9fff\uff01-\uff5e]){1,600})\\(?<!\\\\)\]"
)
"""
The same between ``\\(`` and ``\\)``, ``\\[`` and ``\\]``, where Markdown may also have escaped a bracket. Of two
backslashes the second opens and closes nothing: it is what Markdown makes of one.
"""
TEX = re.compile(r"\\[A-Za-z]|[_^={}]")
SYMBOL = re.compile(r"\s*[A-Za-z]{1,3}'?\s*")

TARGET = r"\]\([^\s()\u3000-\u9fff]{0,300}[/.][^\s()\u3000-\u9fff]{1,300}\)"
LINK = re.compile(rf"!(?=\[[^\]\n]{{0,200}}{TARGET})|{TARGET}")
"""The marks of a picture, and the target of it or of a link: a path or an address."""


def is_markdown(text: str, name: str = "") -> bool:
    """Whether marks are mark-up: the name says so, or the front matter of our own writer."""
    return name.lower().endswith((".md", ".markdown")) or (text.startswith("---\n") and MARK in text[:4000])


def front_matter_end(text: str) -> int:
    """Offset of the first character after the front matter; 0 where there is none of ours."""
    found = FRONT_MATTER.match(text)
    return found.end() if found and MARK in found.group() else 0


def math_spans(text: str) -> list[Span]:
    """Where inline mathematics stands, dollars included; what is in it has marks of its own."""
    spans = [found.span() for found in MATH.finditer(text)] if "$" in text else []
    if "\\(" in text or "\\[" in text:
        spans += [found.span() for found in DELIMITED.finditer(text) if _is_formula(found)]
    return sorted(spans)


def _is_formula(found: re.Match[str]) -> bool:
    """Whether what stands between the brackets is mathematics, not the number of a note or item that was escaped."""
    if TEX.search(found["of"] or found["set"]):
        return True
    return found["of"] is not None and found.start() > 0 and SYMBOL.fullmatch(found["of"]) is not None


def code_spans(text: str) -> list[Span]:
    """What is written for a machine: mathematics, and the marks and targets of pictures and links."""
    links = [found.span() for found in LINK.finditer(text)] if "](" in text else []
    return math_spans(text) + links
