"""The whole pipeline over any text: nothing is lost, and what comes out is left alone the second time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean import Document, clean, restore

LINES = (
    "今天上午，第六届长三角一体化发展高层论坛在浙江温州举行。",
    "面对外部环境的不确定性，长三角以自身工作的确定性来应对",
    "推动区域市场高效畅通和规模拓展，各地以变应变、见招拆招",
    "记者 李华",
    "一、引言",
    "# 高层论坛",
    "合作、共赢",
)
MARKS = (
    "，",
    "。",
    "“",
    "”",
    '"',
    "'",
    "（",
    ")",
    "——",
    "#",
    "# ",
    "*",
    "|",
    "`",
    "$",
    "^[1]",
    "- ",
    "●",
    "<br>",
    "&amp;",
)
WILD = ("\u200b", "\ufeff", "\u202e", "\u0301", "\x00", "\x0b", "\x1c", "\x85", "\u2028", "\u3000", "\xa0", "\ufffd",
        "\ud800", "\u2f00", "\U00020000", "Ａ１", "é")  # fmt: skip
GAPS = ("", "", "", " ", "\n", "\n\n", "\r\n", "\t")
pieces = st.tuples(st.sampled_from([*LINES, *MARKS, *WILD, "高层论", "2024年", "AI", "3"]), st.sampled_from(GAPS))
mixtures = st.lists(pieces, max_size=24).map(lambda drawn: "".join(piece + gap for piece, gap in drawn))
loops = st.builds(
    lambda head, line, gap, turns, kept: head + (line + gap) * turns + line[:kept],
    mixtures, st.sampled_from(LINES), st.sampled_from(GAPS), st.integers(2, 12), st.integers(0, 20),
)  # fmt: skip
FIXED = settings(deadline=None, max_examples=60, derandomize=True)


def body_of(document: Document) -> str:
    return document.to_markdown().split("\n---\n", 1)[-1]


@FIXED
@given(st.one_of(mixtures, loops, st.text(max_size=60)), st.sampled_from(["a.txt", "a.md"]))
def test_nothing_is_lost(text: str, name: str) -> None:
    document = clean(text, name=name)
    assert restore(document) == "".join(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())


def test_a_caption_in_the_way_of_a_sentence_is_not_joined_to_it() -> None:
    text = "图为，\n\n图。李华摄\n─"
    assert restore(clean(text)) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\u200b",
        "，。；：！？“”",
        "好" * 3000,
        "\u0301" * 3000,
        "高层论\n－\n高层论\n－\n高层论\n高层论\n\\\n高层论\n高层论\n高层论\n`\n高层",
        "●\né\n0\n”\né",
        "-\n3\n（\n（\n#",
        "，\n#\u3000得",
        "KeyWord协同机制通过政策协调项目合作等方式实现资源共享。" + "特别是在公共角内部城市群的协同机制。" * 2,
    ],
)
def test_the_result_stays(text: str) -> None:
    document = clean(text)
    assert clean(document.text).text == document.text
    assert body_of(clean(document.to_markdown(), name="a.md")) == body_of(document)
