"""Strands: composition of changes, selection, cutting, and that the source's characters stay accounted for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.errors import TraceError
from cntextclean.model import Edit
from cntextclean.proposals import Change, Note
from cntextclean.trace import Strand, annotate, cut, revise, select, splice, trim

TEXT = st.text(alphabet="一二三四五 \n,a1", min_size=1, max_size=30)


def test_changes_of_two_stages_compose_to_source_offsets() -> None:
    strand = revise(Strand.of("甲 乙,丙"), [Change(1, 2, "", "spaces.wrap")])
    strand = revise(strand, [Change(2, 3, "，", "punctuation.comma")])
    assert strand.text == "甲乙，丙"
    assert strand.edits() == (
        Edit((1, 2), " ", "", "spaces.wrap"),
        Edit((3, 4), ",", "，", "punctuation.comma"),
    )


def test_change_over_a_change_becomes_one_edit_with_both_rules() -> None:
    strand = revise(Strand.of("进 ·步"), [Change(1, 2, "", "a.one", "first")])
    strand = revise(strand, [Change(1, 2, "一", "b.two", "second")])
    assert strand.text == "进一步"
    assert strand.edits() == (Edit((1, 3), " ·", "一", "a.one+b.two", "first; second"),)


def test_restored_text_is_no_edit() -> None:
    strand = revise(Strand.of("甲乙"), [Change(0, 1, "丙", "a.one")])
    assert revise(strand, [Change(0, 1, "甲", "b.two")]).edits() == ()


def test_change_over_a_gap_keeps_both_source_ranges() -> None:
    strand = select(Strand.of("甲乙XX丙丁"), [(0, 2), (4, 6)])
    changed = revise(strand, [Change(1, 3, "丑", "a.one")])
    assert changed.text == "甲丑丁"
    assert changed.spans() == ((0, 2), (4, 6))
    assert [edit.source for edit in changed.edits()] == [(1, 2), (4, 5)]


def test_overlapping_changes_are_refused() -> None:
    with pytest.raises(TraceError, match="overlaps"):
        revise(Strand.of("甲乙丙"), [Change(0, 2, "", "a.one"), Change(1, 3, "", "b.two")])


def test_change_outside_the_text_is_refused() -> None:
    with pytest.raises(TraceError, match="outside"):
        revise(Strand.of("甲"), [Change(0, 5, "", "a.one")])


def test_deletion_at_the_end_of_a_selection_goes_with_it() -> None:
    strand = revise(Strand.of("甲\u200b\n乙"), [Change(1, 2, "", "characters.invisible")])
    assert select(strand, [(0, 1)]).spans() == ((0, 2),)


def test_insertion_at_an_end_is_tied_to_its_neighbour() -> None:
    strand = revise(Strand.of("甲乙"), [Change(0, 0, "“", "quotes.open"), Change(2, 2, "”", "quotes.close")])
    assert [(edit.before, edit.after) for edit in strand.edits()] == [("甲", "“甲"), ("乙", "乙”")]


def test_splice_refuses_strands_out_of_order() -> None:
    whole = Strand.of("甲乙")
    left, right = cut(whole, [1])
    assert splice([left, right]).text == "甲乙"
    with pytest.raises(TraceError, match="order"):
        splice([right, left])


def test_note_becomes_a_finding_on_the_source() -> None:
    strand = revise(Strand.of("甲 紹"), [Change(1, 2, "", "spaces.wrap")])
    finding = annotate(strand, Note(1, 2, "misreadings.rare", ("超",), 0.5))
    assert (finding.source, finding.text, finding.suggest) == ((2, 3), "紹", ("超",))


def test_trim_records_white_space_behind_a_deletion() -> None:
    strand = trim(revise(Strand.of("  #  题 "), [Change(2, 3, "", "remnants.heading")]))
    assert strand.text == "题"
    assert strand.spans() == ((2, 6),)


@st.composite
def revised(draw: st.DrawFn) -> Strand:
    """A strand after up to three rounds of random changes."""
    strand = Strand.of(draw(TEXT))
    for number in range(draw(st.integers(0, 3))):
        points = sorted(draw(st.lists(st.integers(0, len(strand.text)), max_size=6)))
        changes = [
            Change(start, end, draw(st.sampled_from(["", "，", "字", "  ", "一二"])), f"round.{number}")
            for start, end in zip(points[::2], points[1::2], strict=False)
        ]
        strand = revise(strand, _apart(changes))
    return strand


def _apart(changes: list[Change]) -> list[Change]:
    """Only changes that do not touch: what touches at an insertion has no order of its own."""
    kept: list[Change] = []
    for change in changes:
        if not kept or change.start > kept[-1].end:
            kept.append(change)
    return kept


@given(revised())
@settings(deadline=None, max_examples=300)
def test_edits_rebuild_the_text_and_undo_to_the_source(strand: Strand) -> None:
    built, at = [], 0
    for edit in strand.edits():
        assert strand.source[slice(*edit.source)] == edit.before
        assert edit.source[0] >= at
        built += [strand.source[at : edit.source[0]], edit.after]
        at = edit.source[1]
    assert "".join([*built, strand.source[at:]]) == strand.text


@given(revised(), st.data())
@settings(deadline=None, max_examples=300)
def test_cutting_loses_and_repeats_nothing(strand: Strand, data: st.DataObject) -> None:
    points = sorted(data.draw(st.lists(st.integers(0, len(strand.text)), max_size=4)))
    parts = cut(strand, points)
    assert "".join(part.text for part in parts) == strand.text
    assert [piece for part in parts for piece in part.pieces if piece.rule] == [p for p in strand.pieces if p.rule]
    covered = [at for part in parts for start, end in part.spans() for at in range(start, end)]
    assert covered == list(range(len(strand.source)))


@given(revised())
@settings(deadline=None, max_examples=200)
def test_trim_leaves_no_white_space_at_the_ends_and_all_ink(strand: Strand) -> None:
    trimmed = trim(strand)
    assert trimmed.text == strand.text.strip()
    outside = set(range(len(strand.source))) - {at for start, end in trimmed.spans() for at in range(start, end)}
    if trimmed.text:
        assert not any(strand.source[at].strip() and not _deleted(strand, at) for at in outside)


def _deleted(strand: Strand, at: int) -> bool:
    return any(edit.source[0] <= at < edit.source[1] for edit in strand.edits())
