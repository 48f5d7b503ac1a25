"""Listings, tables, separated values and verse stand as they are: no harm is done to what is no prose."""

from __future__ import annotations

import pytest

from cntextclean import Config, clean
from cntextclean.config import LinesConfig
from cntextclean.repair.lines.preformatted import preformatted_spans, verse_rows

LISTING = '```python\nx = [1, 2, 3]  # 注释, 逗号\nif x:\n    print("你好,世界")\n```'
TABLE = "| 名称 | 数量 |\n|---|---:|\n| 苹果 | 3,000 |\n| 梨 | 12 |"
PAIRS = "年份\t人数\n2019\t30\n2020\t45\n2021\t52"
VALUES = "姓名,年龄,城市\n张三,23,北京\n李四,31,上海\n王五,45,广州"


@pytest.mark.parametrize("block", [LISTING, TABLE, PAIRS, VALUES, VALUES.replace(",", "\t")])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_block_stands_as_it_is(block: str, name: str) -> None:
    document = clean(f"正文第一段，介绍如下。\n\n{block}\n\n正文第二段，到此为止。\n", name=name)
    assert [one.text for one in document.blocks] == ["正文第一段，介绍如下。", block, "正文第二段，到此为止。"]
    assert document.edits == ()
    markdown = document.to_markdown()
    assert block in markdown
    assert clean(markdown, name="a.md").to_markdown() == markdown
    assert clean(document.text, name="a.txt").text == document.text


def test_a_whole_page_between_fences_is_no_listing() -> None:
    assert preformatted_spans("```markdown\n今天上午，第六届高层论坛在温州举行。\n```") == []


def test_prose_with_commas_is_no_table() -> None:
    assert preformatted_spans("今天上午,论坛举行,各方参加\n昨天下午,代表抵达。\n会议结束") == []
    assert preformatted_spans("上海，江苏，浙江\n安徽，山东，河南\n湖北，湖南，江西") == []


def test_an_address_between_angle_brackets_is_no_tag() -> None:
    assert preformatted_spans("引用格式：李华. 论区域协同[J/OL].\n<https://doi.org/10.1000/182>\n") == []


def test_items_behind_tabs_are_no_table() -> None:
    assert preformatted_spans("1.\t总则\n2.\t范围\n3.\t定义\n（一）\t用语\n") == []


def test_a_fence_without_a_partner_is_text() -> None:
    assert preformatted_spans("```\nx = 1\n") == []


@pytest.mark.parametrize("poem", ["床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。"])
def test_verse_is_not_joined(poem: str) -> None:
    assert [block.text for block in clean(poem).blocks] == poem.split("\n")


def test_the_setting_for_verse_is_heeded() -> None:
    poem = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。"
    joined = clean(poem, Config(lines=LinesConfig(verse=False)))
    assert len(joined.blocks) < len(clean(poem).blocks)


def test_a_column_that_happens_to_end_in_marks_is_no_verse() -> None:
    assert verse_rows(["一二三四五，", "六七八九十。", "一二三四五六七，", "六七八九十。"]) == set()


@pytest.mark.parametrize(
    "passage",
    [
        "![图1](images/1_a.png)",
        "<table><tr><td>方法</td>\n<td>F1</td></tr>\n\n</table>",
        "$$\nP(A|B)=\\frac{P(B|A)P(A)}{P(B)}\n$$",
        "$$ E = mc^2 \\tag{1} $$",
        "<html><body><table><tr><td>方法</td><td>F1</td></tr></table></body></html>",
        '<div style="text-align: center;"><img src="imgs/box_1_2.jpg" alt="Image" width="60%" /></div>',
        '<div align="center">',
        "\\[\nJ = \\sum_{k=0}^{N} x_k^T Q x_k\n\\]",
        "\\[ P = A^T P A + Q \\]",
        "\\begin{align}\na &= b_1 \\\\\nc &= d_2\n\\end{align}",
    ],
)
def test_what_model_ocr_sets_apart_stays_letter_by_letter(passage: str) -> None:
    text = f"本文提出一种新的整理方法。\n\n{passage}\n\n结果表明，错误率明显下降。\n"
    document = clean(text, name="a.md")
    assert [block.text for block in document.blocks if "preformatted" in block.flags] == [passage]
    assert passage in document.to_markdown()
    assert passage in clean(document.to_markdown(), name="a.md").to_markdown()


def test_mathematics_between_escaped_brackets_stays_in_its_line() -> None:
    text = "设状态方程为 \\( x_{k+1} = A x_k,v \\)，其中 \\(A\\) 为矩阵，\\[ P = A^T P A \\] 有解。"
    document = clean(text, name="a.md")
    for formula in ("\\( x_{k+1} = A x_k,v \\)", "\\(A\\)", "\\[ P = A^T P A \\]"):
        assert formula in document.text
        assert formula in document.to_markdown()
    assert clean(document.to_markdown(), name="a.md").text == document.text


def test_escaped_brackets_of_notes_and_items_are_undone() -> None:
    document = clean("\\(1\\) 各方都表示赞同，并达成了一致\\[6\\]。", name="a.md")
    assert document.text == "(1) 各方都表示赞同，并达成了一致[6]。\n"


def test_marks_that_open_and_never_close_are_text() -> None:
    assert preformatted_spans("<table>甲\n$$\n乙") == []
    assert preformatted_spans("见![图](a)\n![图](有 空格)") == []


def test_formulae_and_targets_inside_a_line_stay() -> None:
    text = "设行宽为 $w_i,v$ ，链接见[甲,乙](https://example.org/a_b,c)，如图![](images/1.png)所示。"
    document = clean(text, name="a.md")
    assert "$w_i,v$" in document.text
    assert "$w_i,v$" in document.to_markdown()
    assert "](https://example.org/a_b,c)" in document.text
    assert "如图![](images/1.png)所示" in document.to_markdown()
