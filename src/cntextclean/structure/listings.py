"""
Lists without marks: short passages one below the other, none of which is a headline.

Ingredients, exhibits, words to learn. A headline stands alone or in a stack of three or four; five and more passages of
a few words, without a mark and without a form, are a list.

It is safe because a passage that has a role keeps it, people in rows of their own may be authors, and the others are
text.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> rows = ["城里的水果", "苹果", "香蕉", "樱桃", "葡萄", "这些水果都含有丰富的维生素。"]
    >>> [one.role for one in read_passages([View(text) for text in rows])]
    [None, 'paragraph', 'paragraph', 'paragraph', 'paragraph', None]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cntextclean.structure.names import name_list

if TYPE_CHECKING:
    from cntextclean.structure.reading import Reading

WIDEST, FEWEST = 8.0, 5
"""Han characters of a passage of a list, and passages of one, its heading among them."""


def read_listings(readings: Sequence[Reading]) -> None:
    """Give the role of a paragraph to the passages of lists, but for the first, which may head them."""
    at = 0
    while at < len(readings):
        end = at
        while end < len(readings) and _is_short(readings[end]):
            end += 1
        some = readings[at:end]
        listed = [one for one in some[1:] if not name_list(one.trait.text, expected=True)]
        if len(some) >= FEWEST and 2 * len(listed) >= len(some):
            for one in listed:
                one.role = "paragraph"
        at = max(end, at + 1)


def _is_short(one: Reading) -> bool:
    trait = one.trait
    return (
        one.role is None and one.label is None and trait.form is None and not trait.marked_up and not trait.is_latin
        and 0 < trait.width <= WIDEST and trait.end not in "。！？…：:!?"
    )  # fmt: skip
