"""Rows bound to one strand: the short way of a source that stands as it stood says what the long way says."""

from __future__ import annotations

import pytest

from cntextclean.proposals import Group, Joint
from cntextclean.trace import Strand, bind, cut, splice

SOURCE = "区域创新能\n\n　力和竞争力\n（图片说明）\n提升。 The end\nof it."
WRAP, BLANK = Joint("lines.soft-wrap", "p=0.99"), Joint("lines.soft-wrap", "", " ")


@pytest.mark.parametrize(
    ("rows", "joints", "text"),
    [
        (((0, 5),), (), "区域创新能"),
        (((0, 5), (8, 13)), (WRAP,), "区域创新能力和竞争力"),
        (((0, 5), (8, 13), (21, 24)), (WRAP, WRAP), "区域创新能力和竞争力提升。"),
        (((25, 32), (33, 39)), (BLANK,), "The end of it."),
    ],
)
def test_both_ways_agree(rows: tuple[tuple[int, int], ...], joints: tuple[Joint, ...], text: str) -> None:
    group, whole = Group("paragraph", rows, joints), Strand.of(SOURCE)
    in_two = splice(cut(whole, [2]))  # nothing is replaced, but the source is no single piece
    plain, revised = bind(whole, group), bind(in_two, group)
    assert plain.text == revised.text == text
    assert plain.edits() == revised.edits()
    assert plain.spans() == revised.spans()
