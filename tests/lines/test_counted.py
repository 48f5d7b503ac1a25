"""Texts cut every so many characters: told by their rows with Latin letters, and put together again."""

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.config import Config
from cntextclean.repair.lines.arrange import arrange
from cntextclean.repair.lines.columns import fit_rows
from cntextclean.repair.lines.counted import Counted, fit_characters
from cntextclean.repair.lines.rows import read_rows

PARAGRAPHS = (
    "用GNOME桌面的人说它比KDE更像macOS，而Xfce是最轻的那一个，装在十年前的ThinkPad上也能流畅运行。",
    "喜欢自己动手的人会选i3或者Sway，窗口铺满屏幕，一只鼠标也用不着；MATE则是GNOME 2留下来的老样子。",
    "安装之前先用Ventoy做一个启动盘，把Fedora、Debian和openSUSE的镜像都拷进去，逐个试一试再决定。",
    "如果显卡来自NVIDIA，最好先查一查驱动，Wayland会话里有些程序至今还要靠XWayland才打得开。",
)


def cut_every(width: int, *, whole: bool = False) -> str:
    """The paragraphs in rows of so many characters; ``whole`` words go to the next row."""
    rows = []
    for text in PARAGRAPHS * 2:
        at = 0
        while at < len(text):
            end = at + width
            while whole and end < len(text) and at + 1 < end and (text[end - 1 : end + 1].isascii()):
                end -= 1
            rows.append(text[at:end].strip())
            at = end
    return "\n".join(rows)


def counted(text: str) -> Counted | None:
    rows = read_rows(text)
    return fit_characters(rows, fit_rows(rows))


@pytest.mark.parametrize("width", [12, 17, 24])
@pytest.mark.parametrize("whole", [False, True])
def test_rows_of_so_many_characters_are_told(width: int, whole: bool) -> None:  # noqa: FBT001
    found = counted(cut_every(width, whole=whole))
    assert found is not None
    assert max(fit.column for fit in found.fits) == width


def test_rows_set_by_width_are_not_counted() -> None:
    set_rows, row = [], ""
    for char in "".join(PARAGRAPHS * 2):
        if sum(0.5 if one.isascii() else 1.0 for one in row + char) > 16:
            set_rows.append(row)
            row = ""
        row += char
    assert counted("\n".join([*set_rows, row])) is None


def test_paragraphs_on_lines_of_their_own_are_not_counted() -> None:
    assert counted("\n".join(PARAGRAPHS * 3)) is None


def test_rows_of_han_say_nothing() -> None:
    assert counted("\n".join(["历时三个月的水库清淤工程昨天"] * 9)) is None


@pytest.mark.parametrize("width", [17, 24, 29])
def test_counted_rows_are_put_together_again(width: int) -> None:
    text = cut_every(width)
    found = ["".join(text[start:end] for start, end in group.rows) for group in arrange(text, Config())]
    assert found == list(PARAGRAPHS * 2)


STORY = (
    "东海市4000户老旧住宅今冬用上集中供暖",
    "本报讯（记者李华）11月8日，记者从市住建局了解到，今年全市新增集中供暖面积260万平方米，4000户居民告别小煤炉。",
    "据介绍，改造工程3月动工，先后铺设管网18.5公里，新建换热站12座，总投资3.2亿元，比原计划提前了20天完工。",
    "家住西山街道的王伟说，往年这个时候屋里只有十三四度，老人不敢下床；如今一进门就要脱棉衣，孩子写作业也不冻手了。",
)


def cut_story(width: int) -> list[str]:
    return [text[at : at + width] for text in STORY for at in range(0, len(text), width)]


@pytest.mark.parametrize("width", [15, 18])
def test_rows_with_figures_alone_show_how_many_characters_a_row_holds(width: int) -> None:
    found = counted("\n".join(cut_story(width)))
    assert found is not None
    assert max(fit.column for fit in found.fits) == width


@pytest.mark.parametrize("width", [16, 18])
def test_a_headline_that_fills_its_row_goes_on_in_the_next(width: int) -> None:
    doc = clean("\n".join(cut_story(width)))
    assert doc.title == STORY[0]
    assert [block.text for block in doc.blocks if block.role == "paragraph"] == list(STORY[1:])


def test_rows_that_differ_in_figures_alone_stay_apart() -> None:
    rows = [f"2024年{month:02}月{month + 9:02}日第{month:02}批名单已经公布" for month in range(1, 13)]
    assert [block.text for block in clean("\n".join(rows)).blocks] == rows


def test_a_sentence_of_a_cut_text_goes_on_into_the_row_that_names_the_photographer() -> None:
    picture = "11月9日，东海市供暖工程通水仪式在西山街道东山街道南山街道北山街道举行，"
    picture += "居民代表向施工人员献花并回答记者提问。 东海日报记者 李华 摄"
    rows = [text[at : at + 18] for text in (*STORY[:3], picture, STORY[3]) for at in range(0, len(text), 18)]
    assert [block.text for block in clean("\n".join(rows)).blocks][-2:] == [picture, STORY[3]]


def test_a_row_that_does_not_fill_the_count_ends_its_paragraph_whatever_its_mark() -> None:
    leading = "今冬供暖的新变化，"
    rows = [text[at : at + 18] for text in (*STORY[:2], leading, STORY[3]) for at in range(0, len(text), 18)]
    assert leading in [block.text for block in clean("\n".join(rows)).blocks]
