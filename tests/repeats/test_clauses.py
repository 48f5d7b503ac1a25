"""Every row of the table of clauses fits its example, and no row its counter-example."""

from __future__ import annotations

import re

import pytest

from cntextclean.repeats.clauses import ClauseForm, clause_forms, is_clause


@pytest.mark.parametrize("row", clause_forms(), ids=lambda row: row.name)
def test_row(row: ClauseForm) -> None:
    assert re.match(row.pattern, row.example)
    assert is_clause(f"　　{row.example}")
    assert not is_clause(row.counter_example)


@pytest.mark.parametrize("unit", "条條章节節款项項目编編篇")
@pytest.mark.parametrize("number", ["三", "十二", "一百零三", "12", "廿一", "壹"])
def test_units_in_both_scripts(unit: str, number: str) -> None:
    assert is_clause(f"第{number}{unit}　为了规范管理，制定本条例。")
    assert is_clause(f"第 {number} {unit} 为了规范管理，制定本条例。")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一审法院认为",
        "二是加强领导",
        "第一，加强领导",
        "三月五日",
        "100多人参加",
        "——这是破折号",
        "***",
        "A股上涨",
        "十分重要",
    ],
)
def test_prose_is_no_clause(text: str) -> None:
    assert not is_clause(text)
