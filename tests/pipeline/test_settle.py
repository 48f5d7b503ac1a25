"""Joining passages after repair: strands are spliced in the order of the source, nothing in between is lost."""

from __future__ import annotations

from cntextclean import Config, clean
from cntextclean.drafts import Draft, join_drafts
from cntextclean.proposals import Joint
from cntextclean.repair.lines.arrange import rejoin
from cntextclean.trace import Strand, select

SOURCE = "区域创新能\n\n第3页\n\n力和竞争力"
WHOLE = Strand.of(SOURCE)
HALVES = Draft(select(WHOLE, [(0, 5)])), Draft(select(WHOLE, [(12, 17)]))
PAGE_NUMBER = Draft(select(WHOLE, [(7, 10)]), role="furniture")
JOINT = Joint("lines.word-crosses-break", "能力")


def test_what_stands_between_two_halves_keeps_its_own_draft() -> None:
    joined = join_drafts([HALVES[0], PAGE_NUMBER, HALVES[1]], [(2, JOINT)])
    assert [draft.strand.text for draft in joined] == ["区域创新能力和竞争力", "第3页"]
    assert joined[0].strand.spans() == ((0, 5), (12, 17))


def test_white_space_alone_between_two_halves_becomes_the_edit() -> None:
    source = Strand.of("区域创新能\n\n力和竞争力")
    left, right = Draft(select(source, [(0, 5)])), Draft(select(source, [(7, 12)]))
    (joined,) = join_drafts([left, right], [(1, JOINT)])
    (edit,) = joined.strand.edits()
    assert (edit.source, edit.before, edit.after, edit.rule) == ((5, 7), "\n\n", "", JOINT.rule)


def test_glue_over_a_gap_is_an_insertion() -> None:
    source = Strand.of("new\n\n第3页\n\nopportunity")
    left, right = Draft(select(source, [(0, 3)])), Draft(select(source, [(10, 21)]))
    (joined,) = join_drafts([left, right], [(1, Joint("lines.soft-wrap", "", " "))])
    assert joined.strand.text == "new opportunity"


def test_passages_of_a_clean_text_have_no_joints() -> None:
    assert rejoin(["会议今天举行。", "各方代表齐聚一堂。"], Config()) == []
    assert [index for index, _ in rejoin(["加快产业结构的优", "化升级，推动发展。"], Config())] == [1]


def test_facts_are_read_in_the_script_that_is_asked_for() -> None:
    page = "長三角醫保跨省結算提質擴面\n\n記者 毛麗君\n\n今天上午，第六屆長三角一體化發展高層論壇在浙江溫州舉行。\n"
    document = clean(page, Config(script="simplified"))
    assert document.title == "长三角医保跨省结算提质扩面"
    assert document.metadata["authors"] == ("毛丽君",)
    stated = {fact.name: fact for fact in document.facts}
    assert "".join(page[start:end] for start, end in stated["authors"].stated[0]) == "毛麗君"
    assert clean(document.text, Config(script="simplified")).text == document.text
