"""Copies vote on the text that stays: what is put right, what is only told, and what has no vote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean import Config, clean
from cntextclean.config import RepeatsConfig
from cntextclean.model import Passage
from cntextclean.repeats.ballot import Ballot
from cntextclean.repeats.consensus import corrected, corrections
from cntextclean.repeats.corpus import Record, deduplicate
from cntextclean.repeats.votes import count_votes
from cntextclean.rules import rule
from cntextclean.trace import restore, verify

TEXT = (
    "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，"
    "各地以变应变、见招拆招，会场外展现出经济韧性和潜力。通过要素赋能，把可能变成可以，引发全球热议。"
    "制造业是长三角的金字招牌，先进制造业集群占全国近三分之一。锚定共育世界级集群的更高目标，"
    "先进制造业集群联盟正式揭牌，优势互补、各展所长，合力打造具有全球影响力的产业基地，成为更深层次协同的鲜明标识。"
)
CONSENSUS = Config(repeats=RepeatsConfig(consensus=True))


def ballots(*texts: str) -> list[Ballot]:
    """Copies of the whole of a text."""
    return [Ballot(0, len(TEXT), text, Passage(f"c{at}", 0, len(text))) for at, text in enumerate(texts)]


def elected(stays: str, *copies: str) -> dict[str, tuple[str, str]]:
    """What stands → what comes, and what is done."""
    cast = [replace(one, end=len(stays)) for one in ballots(*copies)]
    return {one.before: (one.after, one.action) for one in corrections(stays, "a", cast, edit=True)}


def misread(*pairs: tuple[str, str]) -> str:
    """The text with the first of each pair read as the second."""
    text = TEXT
    for right, wrong in pairs:
        assert right in text
        text = text.replace(right, wrong, 1)
    return text


def test_two_copies_against_one_put_a_misread_ideograph_right() -> None:
    assert elected(misread(("区域", "区城"), ("招牌", "招脾")), TEXT, TEXT) == {
        "城": ("域", "corrected"),
        "脾": ("牌", "corrected"),
    }


def test_one_copy_is_no_majority_and_a_tie_is_only_told() -> None:
    noisy = misread(("区域", "区城"))
    assert elected(noisy, TEXT) == {}
    assert elected(noisy, TEXT, TEXT, noisy) == {"城": ("域", "labelled")}
    assert elected(noisy, TEXT, TEXT, noisy, noisy) == {}


def test_misreadings_of_the_copies_change_nothing() -> None:
    assert elected(TEXT, misread(("区域", "区城")), misread(("招牌", "招脾"))) == {}
    assert elected(TEXT, misread(("区域", "区城")), misread(("区域", "区城"))) == {"域": ("城", "labelled")}


@pytest.mark.parametrize(
    ("stands", "copies", "after"),
    [
        ("三分之一", "五分之一", "五"),  # a number
        ("长三角以自身", "长三角用自身", "用"),  # other words, both usual
        ("工作的确定性", "工作的稳定性", "稳"),  # one word for another
    ],
)
def test_numbers_and_other_words_are_only_told(stands: str, copies: str, after: str) -> None:
    other = misread((stands, copies))
    assert [one for one, _ in elected(TEXT, other, other).values()] == [after]
    assert {action for _, action in elected(TEXT, other, other).values()} == {"labelled"}


@pytest.mark.parametrize(
    ("stays", "copies"),
    [
        ("本报记者张传明报道：今天上午论坛举行。", "本报记者张伟明报道：今天上午论坛举行。"),
        ("请看《区城经济》一书，今天上午论坛举行。", "请看《区域经济》一书，今天上午论坛举行。"),
        ("会上，李建囯说，今天上午论坛举行。", "会上，李建国说，今天上午论坛举行。"),
        ("会议在北亰开幕，今天上午论坛举行。", "会议在北京开幕，今天上午论坛举行。"),
        ("版本Python3发布，今天上午论坛举行。", "版本Pythan3发布，今天上午论坛举行。"),
    ],
)
def test_names_are_only_told(stays: str, copies: str) -> None:
    assert {action for _, action in elected(stays, copies, copies).values()} == {"labelled"}


def test_lost_and_added_letters_are_told() -> None:
    (lost,) = corrections(misread(("区域", "域")), "a", [replace(b, end=len(TEXT) - 1) for b in ballots(TEXT, TEXT)],
                          edit=True)  # fmt: skip
    assert (lost.before, lost.after, lost.action) == ("", "区", "labelled")
    assert "nothing there" in lost.evidence


def test_a_text_with_proved_misreadings_follows_its_copies_in_open_questions() -> None:
    pairs = [("区域", "区城"), ("招牌", "招脾"), ("潜力", "潜刀"), ("环境", "坏境")]
    doubtful = ("更高", "便高")  # both 的更高 and 的便高 are seen in clean text
    assert elected(misread(doubtful), TEXT, TEXT) == {"便": ("更", "labelled")}
    assert elected(misread(*pairs, doubtful), TEXT, TEXT)["便"] == ("更", "corrected")
    words = [("全球", "金球"), ("国家", "国人"), ("影响", "影像"), ("标识", "标志"), ("制造", "制作"), ("优势", "优点")]
    variant = misread(*pairs, doubtful, *(pair for pair in words if pair[0] in TEXT))
    assert elected(variant, TEXT, TEXT)["便"] == ("更", "labelled")


def test_a_traditional_text_gets_no_simplified_letter() -> None:
    stays = "面對外部環境的不確定性，長三角以自身工作的確定性來應對。推動區城市場高效暢通和規模拓展。"
    traditional, simplified = (
        stays.replace("城", "域"),
        "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展。",
    )
    assert elected(stays, traditional, simplified) == {"城": ("域", "corrected")}
    assert elected(stays, simplified, simplified) == {"城": ("域", "labelled")}


def test_marks_and_blanks_do_not_vote() -> None:
    assert elected(TEXT, TEXT.replace("，", ","), TEXT.replace("，", ",").replace("。", " 。")) == {}


@given(
    st.lists(st.text("甲乙丙丁，。", min_size=1, max_size=30), min_size=1, max_size=4),
    st.text("甲乙丙丁，", min_size=1),
)
@settings(deadline=None, max_examples=120)
def test_votes_name_what_stands_and_are_disjoint(copies: list[str], stays: str) -> None:
    cast = [Ballot(0, len(stays), text, Passage("c", 0, len(text))) for text in copies]
    votes = count_votes(stays, cast)
    assert all(stays[vote.start : vote.end] == vote.before != vote.after for vote in votes)
    assert all(2 <= len(vote.copies) <= len(copies) for vote in votes)
    changed = [one for one in corrections(stays, "a", cast, edit=True) if one.action == "corrected"]
    assert len(corrected(stays, changed)) == len(stays)


def test_the_rule_does_what_its_row_says_and_the_source_is_restored() -> None:
    row = rule("repeats.consensus")
    document = clean(row.example, CONSENSUS)
    assert "\n".join(block.text for block in document.blocks) == row.after
    assert {edit.rule for edit in document.edits} == {row.name}
    assert all("text@" in edit.evidence for edit in document.edits)
    verify(row.example, document)
    restore(document)
    counter = clean(row.counter_example, CONSENSUS)
    assert "\n".join(block.text for block in counter.blocks) == row.counter_example
    assert not counter.edits


def test_without_the_option_it_is_a_finding() -> None:
    row = rule("repeats.consensus")
    document = clean(row.example)
    assert not document.edits
    found = [(one.text, one.suggest) for one in document.findings if one.rule == row.name]
    assert found == [("城", ("域",)), ("迸", ("进",)), ("脾", ("牌",))]
    assert not [one for one in clean(row.example, Config(ignore=(row.name,))).findings if one.rule == row.name]


def test_cleaning_the_corrected_text_again_changes_nothing() -> None:
    once = clean(rule("repeats.consensus").example, CONSENSUS).text
    again = clean(once, CONSENSUS)
    assert again.text == once
    assert not again.edits


def test_a_corpus_tells_or_corrects_and_names_the_copies() -> None:
    records = [Record("a", misread(("区域", "区城"))), Record("b", TEXT), Record("c", TEXT)]
    keep_first = RepeatsConfig(keep="first")
    told = deduplicate(records, Config(repeats=keep_first))
    (one,) = told.corrections
    assert (one.document, one.before, one.after, one.action) == ("a", "城", "域", "labelled")
    assert [copy.document for copy in one.copies] == ["b", "c"]
    assert told.kept[0].text == records[0].text
    done = deduplicate(records, Config(repeats=replace(keep_first, consensus=True)))
    assert done.kept[0].text == TEXT
    assert [change.action for change in done.corrections] == ["corrected"]
