"""What stands twice on purpose stays: clauses, steps far apart, amended texts; what was copied by mistake goes."""

from __future__ import annotations

import pytest

from cntextclean import Config, clean
from cntextclean.config import RepeatsConfig
from cntextclean.proposals import View
from cntextclean.repeats.corpus import Deduplication, Record, deduplicate
from cntextclean.repeats.find import find_copies

ITEMS = [
    "（一）损害、围圈或者擅自移动、拆除城市功能照明设施；",
    "（二）擅自在城市功能照明设施的供电线路或者设备上接线用电；",
    "（三）擅自在城市功能照明设施上架设电力、通信、有线电视线缆或者安装其他设施；",
    "（四）在城市功能照明设施附近搭设炉灶或者使用其他明火；",
    "（五）在城市功能照明设施上刻划、涂污；",
    "（六）向灯具、检查井、台座内投放污物；",
    "（七）擅自在城市功能照明设施上张贴、悬挂、设置标识、宣传品、广告；",
    "（八）在城市功能照明设施杆塔基础或者地下管线安全地带乱搭乱建、堆放杂物、挖掘取土、倾倒腐蚀性废液；",
    "（九）其他损坏城市功能照明设施的行为。",
]
STATUTE = [
    "第四十条　禁止下列损害城市功能照明设施的行为：",
    *ITEMS,
    "第四十一条　城市防洪设施由市政主管部门负责养护维修，并在汛期前完成清淤疏浚，保证行洪畅通，具体办法另行制定。",
    "第四十二条　因建设工程确需占用城市道路的，应当经市政主管部门批准，并按照规定缴纳占用费，到期恢复原状。",
    "第四十三条　违反本条例规定，有下列行为之一的，由市政主管部门责令改正，可以处二百元以上二千元以下罚款：",
]
STEPS = [
    "将该文件的权限设置好，这样只有管理员可以访问这个文件，其他人不能读取。",
    "通过运行上面的命令来将此文件转换为交换文件，并检查它的大小是否正确。",
    "将新创建的交换文件添加到系统的配置中，这样修改在重启后也可以生效。",
]
FILLER = [
    "方法二用另一个实用程序来完成同样的事情，它可以帮助我们立即创建预分配大小的文件，速度比前一种方法快得多。",
    "在开始之前，请先确认磁盘上还有足够的空间，并且没有其他程序正在占用它，否则创建过程会失败并给出提示。",
    "如果你使用的是固态硬盘，还需要考虑写入次数的问题，经常换页会缩短硬盘的寿命，因此内存充足时可以不设。",
]


def gone(views: list[str]) -> list[str]:
    copies = find_copies([View(text) for text in views], Config())
    return [views[c.duplicate.index][c.duplicate.start : c.duplicate.end] for c in copies if c.action == "removed"]


def test_items_that_a_statute_lists_twice_stay() -> None:
    assert not gone([*STATUTE, *ITEMS])


def test_articles_that_stand_twice_go() -> None:
    """No statute numbers two articles alike: a copied page does."""
    assert gone([*STATUTE, "第四十四条　本条例自公布之日起施行。", *STATUTE]) == STATUTE


def test_steps_that_a_text_repeats_later_stay() -> None:
    assert not gone([*STEPS, *FILLER, *STEPS])


def test_the_same_right_behind_or_much_more_of_it_goes() -> None:
    assert gone([*STEPS, *STEPS]) == STEPS
    long = [*STEPS, *FILLER]
    assert gone([*long, "会后，代表们合影留念，随后返回驻地继续讨论。", *long]) == long


def test_labels_tell_what_stays() -> None:
    copies = find_copies([View(text) for text in [*STEPS, *FILLER, *STEPS]], Config())
    assert {copy.action for copy in copies} == {"labelled"}


def statutes() -> tuple[list[str], list[str]]:
    """Two versions of a statute: two articles are amended, one is new, so that the numbers behind it move."""
    topics = ["用水", "用电", "供热", "燃气", "道路", "桥梁", "排水", "照明", "绿地", "公园", "环卫", "消防"]
    rows = [
        f"本市{topic}设施由{topic}主管部门负责管理，建设单位应当在竣工验收后三个月内移交；逾期不移交的，"
        f"由{topic}主管部门责令限期移交，并可以根据{topic}设施的规模和用途确定管理单位，保障{topic}安全。"
        for topic in topics
    ]
    numbers = "一二三四五六七八九十"
    old = [f"第{n}条　{row}" for n, row in zip(numbers, rows, strict=False)]
    amended = [*rows[:3], rows[10], *rows[3:]]
    amended[1] = amended[1].replace("责令限期移交", "告知建设单位并作出书面决定")
    amended[5] = amended[5].replace("规模和用途", "类型")
    return old, [f"第{n}条　{row}" for n, row in zip(numbers, amended, strict=False)]


def found_among(old: list[str], new: list[str]) -> Deduplication:
    return deduplicate(
        [Record("old", "\n".join(old)), Record("new", "\n".join(new))], Config(repeats=RepeatsConfig(keep="first"))
    )


def test_amended_articles_stay() -> None:
    result = found_among(*statutes())
    lost = "".join(result.records[0].text[o.duplicate.start : o.duplicate.end] for o in result.removed_of("old"))
    for word in ("责令限期移交，并可以根据用电", "规模和用途确定管理单位，保障道路"):
        assert word not in lost


def test_what_a_run_gives_up_still_holds_its_copies() -> None:
    """A clause of the later text is named as the copy of that clause, not of a like one that precedes it."""
    result = deduplicate(["\n".join([*STATUTE, *ITEMS]), "\n".join([*STATUTE, *ITEMS])])
    first, second = (record.text for record in result.records)
    assert result.removed
    for one in result.removed:
        copy, kept = second[one.duplicate.start : one.duplicate.end], first[one.kept.start : one.kept.end]
        assert copy.strip() == kept.strip()
        assert one.duplicate.start == one.kept.start


@pytest.mark.parametrize("name", ["第四十条　禁止下列行为：", "第四十條　禁止下列行為："])
def test_traditional_clauses_are_clauses(name: str) -> None:
    from cntextclean.repeats.clauses import is_article

    assert is_article(name)
    assert not is_article("（三）其他行为。")


def test_clean_says_why_they_stay() -> None:
    document = clean("\n\n".join([*STATUTE, *ITEMS]))
    assert not document.removed
    assert all(one.action == "labelled" for one in document.repeats)
