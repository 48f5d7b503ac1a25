"""Rows: folded columns are seen, separators are not."""

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.repair.lines.crumbs import crumb_rows
from cntextclean.repair.lines.rows import read_rows
from cntextclean.repair.lines.widths import width_of

COLUMN = (
    "论坛现场举行了一 系列重磅发布和签约活 动，二〇二四年度长三角 一体化发展实事项目清 单发布，首批创新联合体 成立。"
)


def test_a_folded_column_is_read_as_its_printed_lines() -> None:
    assert [row.text for row in read_rows(COLUMN)] == COLUMN.split(" ")


@pytest.mark.parametrize(
    "line",
    [
        "占智勇 徐政 宁尚通 李明敏 徐海峰 单玉紫枫",
        "A “新”欣向荣 新科技新场景“协同”加速",
        "你可以使用 Linux 命令 来列出 所有文件 并且 查看它们的权限",
        "床前明月光 疑是地上霜 举头望明月 低头思故乡",
        "记者 单玉紫枫 通讯员 李明敏 徐海峰",
    ],
)
def test_blanks_that_separate_are_no_line_ends(line: str) -> None:
    assert len(read_rows(line)) == 1


def test_rows_are_spans_of_the_text() -> None:
    text = f"　　{COLUMN}\n\n下一段。"
    assert all(text[row.start : row.end] == row.text for row in read_rows(text))


def test_parting_and_indent_are_told() -> None:
    rows = read_rows("　　一行\n二行\n\n三行")
    assert [(row.parted, row.indent) for row in rows] == [("start", 2.0), ("line", 0.0), ("gap", 0.0)]


def test_widths_follow_unicode() -> None:
    assert width_of("汉字，AI") == 4.0


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["潽 写", "角", "1本", "1ヒ", "新", "正文一行。"], {0, 1, 2, 3, 4}),
        (["角 X 域 同 创 数", "长"], {0, 1}),
        (["正文结尾的最后两个", "汉字"], set()),
        (["一", "二", "三", "四", "五"], set()),
    ],
)
def test_crumbs_come_in_runs(rows: list[str], found: set[int]) -> None:
    assert crumb_rows(rows) == found


def test_a_folded_line_may_hold_several_paragraphs() -> None:
    first = ["历时三个月的水库清", "淤工程昨天全部完成", "，共清出淤泥十二万", "立方米。"]
    rows = [*first, "库容恢复到建成之初", "的水平。", "村民说今年的稻子不", "用再等天了。", *first]
    assert [row.text for row in read_rows(" ".join(rows))] == rows


def test_short_folded_paragraphs_show_their_column_together() -> None:
    lines = [
        "我喜欢窗口管理器已经 很久了",
        "有几个原因让我决定尝 试一下",
        "它由几个易于配置的脚 本管理",
        "默认支持窗口之间的间 隙",
        "今年的稻子不用再等天 了",
        "附近五个村庄的灌溉用 水得到保障",
        "库容恢复到建成之初的 水平",
    ]
    assert len(read_rows("\n\n".join(lines))) == 2 * len(lines)
    assert len(read_rows("\n\n".join(lines[:3]))) == 3


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("昨天开会。　　今天散会。", ["昨天开会。", "今天散会。"]),
        ("他说：“好。”　　第二天，大家散了。", ["他说：“好。”", "第二天，大家散了。"]),
        ("来源：某某网　　新华社北京6月1日电（记者李华）今天", ["来源：某某网", "新华社北京6月1日电（记者李华）今天"]),
        ("联系人：　　王岭", ["联系人：　　王岭"]),
        ("（一）　　总则", ["（一）　　总则"]),
        ("李华　　王伟　　赵明", ["李华　　王伟　　赵明"]),
        ("昨天开会。　今天散会。", ["昨天开会。　今天散会。"]),
        ("> 昨天开会。　　今天散会。", ["> 昨天开会。　　今天散会。"]),
        ("| 甲 | 昨天开会。　　今天散会。 |", ["| 甲 | 昨天开会。　　今天散会。 |"]),
    ],
)
def test_indents_inside_a_line_part_paragraphs(line: str, rows: list[str]) -> None:
    assert [row.text for row in read_rows(line)] == rows


def test_paragraphs_run_into_one_line_are_parted_and_nothing_is_lost() -> None:
    first, second = (
        "会议昨天在东海市开幕，来自各地的代表一百余人出席。",
        "会期三天，讨论交通、教育和医疗，最后一天表决。",
    )
    document = clean(f"　　{first}　　{second}\n")
    assert [block.text for block in document.blocks] == [first, second]
    again = clean("\n\n".join(block.text for block in document.blocks))
    assert [block.text for block in again.blocks] == [first, second]
