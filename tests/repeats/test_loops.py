"""Loops of any period, exact, drifting, broken off: the first copy stays; lists and verse stay whole."""

from __future__ import annotations

import random

import pytest

from cntextclean import clean

LEAD = "面对外部环境的不确定性，长三角以自身工作的确定性来应对。各地以变应变、见招拆招，会场外展现出经济韧性和潜力。"
LONG = (
    "本次论坛由发展和改革委员会主办，吸引了众多嘉宾参加。与会者围绕区域协同创新展开讨论，"
    "认为制造业是长三角的金字招牌，先进制造业集群联盟正式揭牌，优势互补、各展所长。"
    "既要硬核牵手，也要温情并肩，高质量发展的温度，最终要由群众感知。"
    "代表们还参观了临港新片区的集成电路产业园，听取了负责人对产业链布局情况的介绍"
)
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产"


def left(text: str) -> str:
    return "".join(block.text for block in clean(text).blocks)


def passage(letters: int) -> str:
    """Sentences of random letters that end in the middle of one."""
    chosen = random.Random(letters)
    text = "".join("".join(chosen.choices(HAN, k=chosen.randrange(9, 40))) + "。，"[chosen.random() < 0.3]
                   for _ in range(letters // 10))  # fmt: skip
    return text[: letters - 1].rstrip("。，") + "甲"


@pytest.mark.parametrize("unit", ["啊", "哈嘿", "上海世博局", "上海世博局介绍，", "关键词是高质量的发展，"])
@pytest.mark.parametrize("turns", [60, 300])
def test_short_periods(unit: str, turns: int) -> None:
    assert left(f"{LEAD}\n{unit * turns}") == LEAD + unit
    assert left(f"{LEAD}{unit * turns}") == LEAD + unit
    assert left(f"{LEAD}会上，{unit * turns}") == f"{LEAD}会上，{unit}"


@pytest.mark.parametrize("letters", [60, 150, 400, 1000, 3000])
@pytest.mark.parametrize("turns", [3, 6])
def test_long_periods_that_break_off_in_a_sentence(letters: int, turns: int) -> None:
    unit = passage(letters)
    assert left(f"{LEAD}\n{unit * turns}") == LEAD + unit


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_loop_that_the_end_of_the_page_cuts_off(share: float) -> None:
    assert left(f"{LEAD}\n{LONG * 4}{LONG[: int(share * len(LONG))]}") == LEAD + LONG


def test_a_loop_that_drifts() -> None:
    unit = "上海世博局负责人介绍，园区将于明年五月开放，届时将迎来大量游客。"
    turns = [unit if at % 2 == 0 else unit.replace("局", "城") for at in range(12)]
    assert left(f"{LEAD}\n{''.join(turns)}") == LEAD + unit


def test_a_loop_with_other_noise_in_every_turn() -> None:
    chosen = random.Random(5)
    unit = LONG + "。"

    def noisy() -> str:
        return "".join(chosen.choice(HAN) if char > "一" and chosen.random() < 0.02 else char for char in unit)

    text = left(f"{LEAD}\n{unit}{''.join(noisy() for _ in range(6))}")
    assert text.startswith(LEAD + unit)
    assert len(text) < len(LEAD + unit) + 20


def test_what_follows_a_loop_stays() -> None:
    unit, after = (
        "上海世博局负责人介绍，园区将于明年五月开放。",
        "会后，代表们合影留念，随后返回驻地继续讨论来年的各项安排。",
    )
    assert left(f"{LEAD}\n{unit * 9}{after}") == LEAD + unit + after


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"项目{n}期工程总投资{12 + at}亿元，建成后年产值{at + 2}亿元。" for at, n in enumerate("一二三四五六")),
        "\n".join(f"{2010 + at}年，生产总值{3120 + 97 * at}亿元，比上年增长{7 + at % 3}.{at}%。" for at in range(8)),
        "\n".join(f"第{n}条　{who}人民政府应当将公共图书馆事业经费列入本级财政预算。"
                  for n, who in zip("三四五六", "省市县乡", strict=True)),
        (
            "蒹葭苍苍，白露为霜。\n所谓伊人，在水一方。\n溯洄从之，道阻且长。\n溯游从之，宛在水中央。\n"
            "蒹葭萋萋，白露未晞。\n所谓伊人，在水之湄。\n溯洄从之，道阻且跻。\n溯游从之，宛在水中坻。"
        ),
        "重要的事情说三遍：重要的事情说三遍：重要的事情说三遍。",
        "12121212121212121212121212121212121212121212一二一二一二一二一二一二一二一二一二一二一二一二",
        "你可以使用如下命令安装这个软件包：\n你可以使用如下命令安装这个软件包：\n你可以使用如下命令安装这个软件包：",
    ],
    ids=["projects", "years", "clauses", "refrain", "thrice", "digits", "lead-in"],
)  # fmt: skip
def test_lists_and_verse_stay(text: str) -> None:
    assert not clean(text).removed
