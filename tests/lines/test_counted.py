"""Texts cut every so many characters: told by their rows with Latin letters, and put together again."""

from __future__ import annotations

import pytest

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
