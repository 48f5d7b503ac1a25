"""Headings with a mark in texts that a program cut every so many characters."""

from __future__ import annotations

from cntextclean import clean

TITLE = "# 考虑用户感知和资源效率的汽车机电维修瓶颈设备调度"
ABSTRACT = (
    "摘要：通过对汽车维修车间瓶颈设备的合理调度，有效地提升系统效率和用户满意度。算例在Python 3.10与Matlab R2021b"
    "上运行，结果表明，与GA和PSO相比，新算法求得的解在12个算例中有9个更好，平均改进4.7%，说明模型与算法有效。"
)
BODY = "汽车维修服务是典型的高接触服务，用户在等待中的感知会影响他的满意度，因此调度时应当考虑用户的心理感知。"


def cut(*paragraphs: str, blank: str = "\n\n") -> str:
    rows = ["\n".join(text[at : at + 20] for at in range(0, len(text), 20)) for text in paragraphs]
    return blank.join(rows) + "\n"


def test_the_rest_of_a_cut_heading_is_joined() -> None:
    doc = clean(cut(TITLE, "李华，王伟，赵明", ABSTRACT, BODY))
    assert doc.title == TITLE[2:]
    assert doc.metadata["authors"] == ("李华", "王伟", "赵明")


def test_text_below_a_heading_that_fills_its_row_is_not() -> None:
    whole = TITLE[:20]
    doc = clean(cut(whole, BODY, ABSTRACT, BODY, blank="\n"))
    assert doc.title == whole[2:]
