"""
What can be read off one passage: its form, its width, how it ends, how much of it is Latin.

Everything is computed once for a document and shared by the parts of this package. It is safe because it only reads.

    >>> trait = read_trait(View("# 第一章 总则"))
    >>> trait.text, trait.marker, trait.marked_up, trait.width
    ('第一章 总则', 'chapter', 1, 5.5)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cntextclean.language.forms import Form, fold_form, match_form
from cntextclean.model import Role
from cntextclean.proposals import View

MARK_UP = re.compile(r"\s{0,3}(#{1,6})[ \t　]{1,4}(?=\S)")
CLOSERS = "”’\"'」』）)】]》〉*"
SEEN = 240
"""Characters that are looked at; what is longer is running text, and what it is shows at its start."""
SENTENCE_ENDS = "。！？!?…；;."
HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
"""Runs of Han: taken out in one step each, where every character counted for itself takes ten times as long."""
LATIN = re.compile(r"[A-Za-z]")
NARROW = re.compile("[\x00-\xb6\xb8-\u2013\u2015-\u2017\u201a\u201b\u201e-\u2025\u2027-\u2e7f]")
"""All below U+2E80 but ``·—‘’“”…``: half as wide as a Han character."""


class Trait(NamedTuple):
    """
    One passage as structure sees it. ``text`` has no Markdown marks, ``folded`` is its folded form, ``marked_up``
    counts the ``#`` before it, ``hint`` is the role the lines stage gave it, ``width`` is in Han characters (a Latin
    letter, digit or half-width mark is half of one), ``end`` is the last mark or letter within closing quotes. What the
    form says is asked for forty times a passage and so stands here, empty without a form: ``marker``, the class of the
    heading marker before it, ``form_role`` and ``form_name``.
    """

    text: str
    folded: str
    hint: Role
    marked_up: int
    form: Form | None
    width: float
    end: str
    han: int
    latin: int
    markdown: bool
    mark: str
    marker: str
    form_role: Role | None
    form_name: str

    @property
    def ends_sentence(self) -> bool:
        """Whether the passage ends where a sentence may end."""
        return self.end in SENTENCE_ENDS

    @property
    def is_latin(self) -> bool:
        """Whether the passage is written in a Latin script: letters, and hardly any Han."""
        return self.latin >= 4 and self.latin > 4 * self.han


def read_trait(view: View) -> Trait:
    """The traits of one passage."""
    mark = MARK_UP.match(view.text)
    text = view.text[mark.end() :] if mark else view.text
    folded = fold_form(text[: 2 * SEEN]).strip(" ")
    bare, seen = text.rstrip().rstrip(CLOSERS).rstrip(), text[:SEEN]
    rest = HAN_RUN.sub("", seen)
    form = match_form(text)
    return Trait(
        text=text.strip(),
        folded=folded,
        hint=view.role,
        marked_up=len(mark[1]) if mark else len(view.mark) if view.mark.startswith("#") else 0,
        form=form,
        width=text_width(seen) + max(0, len(text) - SEEN),
        end=bare[-1:] or text.strip()[-1:],
        han=len(seen) - len(rest),
        latin=len(LATIN.findall(rest)),
        markdown=view.markdown,
        mark=view.mark,
        marker=form.marker_class if form else "",
        form_role=form.role if form else None,
        form_name=form.name if form else "",
    )


def text_width(text: str) -> float:
    """Width in Han characters; blanks count as half-width."""
    bare = text.strip()
    return len(bare) - len(NARROW.findall(HAN_RUN.sub("", bare))) / 2
