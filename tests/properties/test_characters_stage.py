"""What holds for any text in the characters stage."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cntextclean.config import Config
from cntextclean.proposals import Change, View
from cntextclean.repair.characters import propose
from cntextclean.trace import Strand, revise

ODD = (
    "\0\b\r\n\t\v\f\x85\u2028\ufeff\u200b\u200c\u200d\u200e\u2060\xad\ufe0f\U000e0100\xa0\u2003\u3000⽂⻓\uf902Ａ１，。中文的，"
    "👨💻a1#क्\u05d0\ufffd\ue000锟斤拷烫屯锘ÖÐÎÄä¸–‡¤å涓枃缂栫銆鈥€Ã©?. "
)
TEXT = st.text(st.sampled_from(ODD) | st.characters(codec="utf-8"), max_size=60)


def misread(text: str) -> list[str]:
    ways = [("utf-8", "gb18030"), ("utf-8", "gbk"), ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gb18030", "latin-1")]
    return [text.encode(true, "replace").decode(wrong, "replace") for true, wrong in ways]


def cleaned(text: str) -> str:
    changes = [one for _, one in propose([View(text)], Config()) if isinstance(one, Change)]
    return revise(Strand.of(text), changes).text


@settings(deadline=None, max_examples=400)
@given(TEXT)
@example("\r\0\n")
@example("👨\u200d\u200d💻")
@example("文\ufe0f\ufe0f")
@example("Â \r")
def test_a_second_run_changes_nothing(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once


@settings(deadline=None, max_examples=150)
@given(
    st.text(st.sampled_from("的一是在中文编码测试长三角，。“”（）Ａ１\xa0abc 12é"), max_size=30), st.text(max_size=5)
)
def test_a_second_run_changes_nothing_after_mojibake(text: str, around: str) -> None:
    for wrong in misread(text):
        once = cleaned(around + wrong + around)
        assert cleaned(once) == once


@settings(deadline=None, max_examples=300)
@given(
    st.text(
        st.sampled_from("的一是在中文编码测试涓枃缂，。、；：？！“”‘’（）《》【】—…·　%+-~\n\tabcXYZ 0189"), max_size=80
    )
)
def test_plain_text_passes(text: str) -> None:
    assert list(propose([View(text)], Config())) == []


@settings(deadline=None, max_examples=300)
@given(st.lists(TEXT, min_size=1, max_size=3))
def test_proposals_name_their_passage_and_lie_within_it(texts: list[str]) -> None:
    for index, one in propose([View(text) for text in texts], Config()):
        assert 0 <= one.start < one.end <= len(texts[index])
