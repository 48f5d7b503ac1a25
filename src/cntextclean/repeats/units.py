r"""
The paragraphs of a raw text, as spans.

One line is one paragraph, unless lines are wrapped: where most lines break off without a sentence end and blank lines
part the text, the blank lines decide. The front matter of our own Markdown is no paragraph: two articles of one author
have the same facts, and both need them.

It is safe because spans only say where a copy may begin and end; no text is built from them.

    >>> paragraph_spans("第一段。\n第二段。\n")
    [(0, 4), (5, 9)]
    >>> paragraph_spans("会场内，一个观点引发共\n鸣：打法。\n\n面对关税\n风暴，各地\n见招拆招。")
    [(0, 17), (19, 35)]
"""

from __future__ import annotations

import re
from itertools import pairwise

from cntextclean.model import Role, Span
from cntextclean.read.markdown import front_matter_end
from cntextclean.repeats.ends import CLOSERS

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_ENDED = re.compile(rf"[。！？!?…：:；;][{re.escape(CLOSERS)}]*\s*\Z")
_HEAD = re.compile(r"[^。！？!?；;]{1,60}[！？!?]?\Z")

WRAPPED = 0.5
"""Share of lines that break off from which a text counts as wrapped."""


def paragraph_spans(text: str) -> list[Span]:
    """The spans of the paragraphs of a text, without the line breaks around them."""
    front = front_matter_end(text)
    lines = [found.span() for found in _LINE.finditer(text, front)]
    if "\n\n" not in text and "\n \n" not in text:
        return lines
    broken = sum(not _ENDED.search(text[start:end][-8:]) for start, end in lines)
    if broken < WRAPPED * len(lines) or not _has_wraps(lines):
        return lines
    return [found.span() for found in _BLOCK.finditer(text, front)]


def _has_wraps(lines: list[Span]) -> bool:
    """Whether lines stand right under each other, as wrapped ones do."""
    under = sum(before[1] + 1 == after[0] for before, after in pairwise(lines))
    return under > WRAPPED * len(lines)


def guess_roles(text: str, spans: list[Span]) -> list[Role]:
    """``title`` for the first paragraph of a text when it looks like one, ``paragraph`` for the rest."""
    roles: list[Role] = ["paragraph"] * len(spans)
    if len(spans) > 1 and _HEAD.match(text[slice(*spans[0])].strip()):
        roles[0] = "title"
    return roles
