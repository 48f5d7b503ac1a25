"""
Who speaks: passages that begin with a name and a colon, or with a name set apart as in plays, turn by turn.

Interviews, questions with their answers and couplets have no headline among their turns, be they as short as one. Two
labels, each of which opens two passages at least, tell them; so do two turns in quotation marks, one below the other.

It is safe because a passage that has a role keeps it, and the others are text.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> turns = ["东海日报：您何时来的？", "王伟：去年春天。", "东海日报：习惯吗？", "王伟：很习惯。", "城市更新的经验"]
    >>> [one.role for one in read_passages([View(text) for text in turns])]
    ['paragraph', 'paragraph', 'paragraph', 'paragraph', None]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from cntextclean.structure.names import name_list

if TYPE_CHECKING:
    from cntextclean.structure.reading import Reading

SPEAKER = re.compile(r"[ \u3000]{0,8}([\u4e00-\u9fffA-Z·]{1,8})(?: ?[：:]|\u3000{1,2})(?=\s{0,4}\S)")
QUOTED = re.compile(r"[“「][^“”「」]{1,60}[。！？…，—][”」]")
"""A turn in quotation marks, which a stop or a mark like it ends."""
SPEAKERS, TURNS = 2, 2
"""Labels that open several passages, and passages that each opens."""


def read_speakers(readings: Sequence[Reading]) -> None:
    """Give the role of a paragraph to the turns of a conversation that have none yet."""
    for above, below in pairwise(readings):
        if QUOTED.fullmatch(above.trait.text) and QUOTED.fullmatch(below.trait.text):
            above.role, below.role = above.role or "paragraph", below.role or "paragraph"
    found = [SPEAKER.match(one.trait.text) if _may_speak(one) else None for one in readings]
    turns = Counter(one[1] for one in found if one)
    speakers = {name for name, count in turns.items() if count >= TURNS}
    if len(speakers) < SPEAKERS:
        return
    for one, said in zip(readings, found, strict=True):
        if said and said[1] in speakers:
            one.role = "paragraph"


def _may_speak(one: Reading) -> bool:
    """Whether a passage may be a turn: without a role, no heading by its marker, and more than names (李华　王伟)."""
    return one.role is None and not _is_marked(one) and len(name_list(one.trait.text)) < SPEAKERS


def _is_marked(one: Reading) -> bool:
    """Whether a passage is a heading by its marker: 第一节　 stands in every chapter."""
    return bool(one.trait.marker) and one.trait.form_role == "heading"
