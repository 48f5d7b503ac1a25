"""The model's verdicts: the same for a pair alone and among others, and for both ways through the trees."""

from __future__ import annotations

import pytest

from cntextclean.repair.lines.features import ORDER, features
from cntextclean.repair.lines.model import narrow, probability, weightiest
from cntextclean.repair.lines.page import Page, read_page
from cntextclean.repair.lines.said import Passage, stains
from cntextclean.repair.lines.verdicts import Verdicts

COLUMN = """\
水库清淤工程完工
　　历时三个月的水库清淤工
程昨天全部完成，共清出淤泥十
”二万立方米，库容恢复到建成
之初的水平。（记者李华）

　　附近的村民早早来到大坝上，
他说：“今年不用再担心洪水了，
夜里也能睡得踏实。”
2024 年 open source 项目
"""
FLOWED = "\n\n".join(["第一章　总则", "本条例所称水库，是指库容十万立方米以上的水库。" * 3, "水库管理，适用本条例"])


def passages(page: Page, b: int) -> list[Passage]:
    """A passage of one row and one of several, both ending with the row before."""
    above = "".join(row.text for row in page.rows[:b])
    return [Passage(1, page.rows[b - 1].text), Passage(b + 1, above)]


@pytest.mark.parametrize("text", [COLUMN, FLOWED])
def test_a_verdict_is_the_same_alone_and_among_others(text: str) -> None:
    page = read_page(text)
    among = Verdicts(page, lambda _, b: b % 3 != 0)
    for b in range(1, len(page.rows)):
        for passage in passages(page, b):
            found = features(page, b - 1, b, passage)
            verdict = among.on(b - 1, b, passage)
            assert dict(verdict.found) == found
            assert verdict.probability == probability(found)
            assert verdict.weightiest(5) == weightiest(found, 5)


def test_a_row_further_down_is_judged_too() -> None:
    page = read_page(COLUMN)
    among = Verdicts(page, lambda *_: True)
    among.on(0, 1, passages(page, 1)[0])
    passage = Passage(1, page.rows[2].text)
    assert among.on(2, 4, passage).probability == probability(features(page, 2, 4, passage))


def test_a_stain_at_the_edge_is_looked_over_unless_a_quotation_is_open() -> None:
    page = read_page(COLUMN)
    stained = next(at for at, row in enumerate(page.rows) if row.text.startswith("”"))
    assert stains(page.rows[stained].text, page.rows[stained - 1].text)
    for before, prohibited in (("共清出淤泥十", 0.0), ("他说：“共清出淤泥十", 1.0)):
        found = Verdicts(page, lambda *_: True).on(stained - 1, stained, Passage(1, before)).found
        assert found["prohibited"] == prohibited


def test_each_figure_narrows_the_leaves_and_none_is_left_without() -> None:
    page = read_page(COLUMN)
    found = [features(page, b - 1, b, passages(page, b)[0]) for b in range(1, len(page.rows))]
    alone = [narrow({name: [one[name] for one in found]}) for name in ORDER]
    together = narrow({name: [one[name] for one in found] for name in ORDER})
    assert together.all()
    for leaves in alone:
        assert ((together & leaves) == together).all()
