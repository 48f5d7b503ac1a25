"""
What may stand inside a sentence: furniture, captions, notes, and at the foot of a journal's first page its dates, funds
and authors.

A page ends in the middle of a sentence, a paragraph does not: where text without an end stands above such notes and
text without a form of its own below them, the two are one.

It is safe because text that has an end is never joined over anything, and a caption or a page number alone joins
nothing without the model.

    >>> is_lifted("caption", "图1 结构", "正文"), is_lifted("metadata", "收稿日期：2022-01-27", "摘要：本文")
    (True, False)
    >>> is_lifted("metadata", "收稿日期：2022-01-27", "该方法依赖路由更新来转发消费者的请求，开销较大。" * 3)
    True
    >>> runs_over("metadata", "消费者的请求。该", "方案的挑战"), runs_over("metadata", "的请求。", "方案的挑战")
    (True, False)
"""

from __future__ import annotations

import re

from cntextclean.model import Role

OVER_NOTES = "lines.over-notes"
LIFTED = ("furniture", "caption", "footnote")
"""Roles whose rows may stand between two rows of one sentence."""
FOOT = re.compile(r"[\\*＊ \[【（(]{0,4}(?:收稿|修回|修订日期|基金|资助|作者简介|第一作者|通[信讯]作者)")
"""How the notes at the foot of a first page begin."""
LEAST_BODY = 60
"""Characters of running text above notes that stand at a foot; in the front of an article there are fewer."""


def is_lifted(role: Role, text: str, above: str) -> bool:
    """Whether a passage may stand inside a sentence of the text ``above`` it."""
    return role in LIFTED or (role == "metadata" and len(above) >= LEAST_BODY and bool(FOOT.match(text)))


def runs_over(role: Role, above: str, below: str) -> bool:
    """Whether the text above notes has no end and goes on below them."""
    cut = above[-1:].isalpha() or above.endswith(("，", ",", "、"))
    return role not in LIFTED and cut and below[:1].isalpha()
