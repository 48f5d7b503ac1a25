"""Structure over any text: it labels everything, nests validly, and says the same twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.config import Config
from cntextclean.language.forms import match_form
from cntextclean.model import ROLES, Block, Section
from cntextclean.proposals import View
from cntextclean.structure.levels import ORDER, TOP, heading_levels
from cntextclean.structure.outline import outline
from cntextclean.structure.references import read_reference
from cntextclean.structure.sections import section_tree

BODY = "区域协调发展需要各地在规划、产业、交通和生态保护等方面持续合作。" * 3
PIECES = st.sampled_from([
    "第一章 总则", "第二节 管理", "一、引言", "（一）目标", "1. 方法", "A 广度 向协同要竞争力", "参考文献",
    "摘要：" + BODY, "关键词：甲；乙", "关键词：超导", "记者 李华", "（本报温州今日电）",
    "本报讯（记者 马亚宁）" + BODY, "图为现场。李华 摄", "2017年12月26日 星期二 国际 10版",
    "责任编辑 李华 版式 王伟", "Abstract: This paper studies growth.", "LI Hua",
    "[1] 何以宁. 经济[J]. 研究, 2020(2): 1-2.", "首批创新联合体成立", "怎么办？", "12", "ISSN 2095-7573",
    "| 甲 | 乙 |", BODY, BODY[:40], "# 标题在此", "### 小标题", "*占智勇，某大学教授。", "2024年4月22日",
])  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=14)
ANY = settings(deadline=None, max_examples=60)


@ANY
@given(TEXTS)
def test_every_passage_has_a_label(texts: list[str]) -> None:
    views = [View(text) for text in texts]
    found = outline(views, Config())
    assert len(found.labels) == len(views)
    for label in found.labels:
        assert label.role in ROLES
        assert (label.level is not None) == (label.role == "heading")
        assert label.level is None or label.level >= 1
    for index, note in found.notes:
        assert 0 <= note.start <= note.end <= len(texts[index])
    assert outline(views, Config()) == found


@ANY
@given(TEXTS)
def test_articles_only_grow_and_sections_hold_every_block_once(texts: list[str]) -> None:
    labels = outline([View(text) for text in texts], Config()).labels
    articles = [label.article for label in labels]
    assert articles == sorted(articles)
    blocks = tuple(
        Block(f"b{number}", label.role, text or " ", ((number, number + 1),), label.level, label.article)
        for number, (label, text) in enumerate(zip(labels, texts, strict=True))
    )
    assert sorted(name for section in section_tree(blocks) for name in held(section)) == sorted(
        one.id for one in blocks
    )


def held(section: Section) -> list[str]:
    own = [section.heading] if section.heading else []
    assert all(child.level > section.level for child in section.sections)
    return [*own, *section.blocks, *(name for child in section.sections for name in held(child))]


@ANY
@given(st.lists(st.tuples(st.sampled_from(["", *ORDER, *sorted(TOP)]), st.none() | st.integers(1, 9)), max_size=12))
def test_one_class_has_one_level_and_levels_leave_no_gap(headings: list[tuple[str, int | None]]) -> None:
    levels = heading_levels(headings)
    assert len(levels) == len(headings)
    by_class: dict[str, set[int]] = {}
    for (name, _), level in zip(headings, levels, strict=True):
        by_class.setdefault(name, set()).add(level)
    assert all(len(found) == 1 for found in by_class.values())
    assert not levels or set(levels) == set(range(1, max(levels) + 1))


@ANY
@given(st.text(max_size=200))
def test_any_line_can_be_asked(text: str) -> None:
    form = match_form(text)
    assert form is None or 0 < form.certainty <= 1
    assert read_reference(text, "b1").block == "b1"
