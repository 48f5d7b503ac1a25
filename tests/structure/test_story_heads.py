"""Rows above the text of a story that are no headline: where it was said, and whose it is."""

from __future__ import annotations

import pytest

from cntextclean import clean

BODY = "　　新华社东海11月2日电（记者 李华）东海市供暖工程2日竣工，4000户居民告别小煤炉，供暖面积达到260万平方米。\n"


@pytest.mark.parametrize(
    "head",
    [
        "在全市城建工作会议上\n李市长宣布今冬供暖提前十天\n",
        "李市长宣布今冬供暖提前十天\n本文转自：东海新闻网\n",
        "李市长宣布今冬供暖提前十天\n2024-11-02 东海大学新闻网\n",
        "李市长宣布今冬供暖提前十天\n微信公号“东海发布”\n",
    ],
)
def test_what_stands_beside_a_headline_is_not_the_title(head: str) -> None:
    doc = clean(head + BODY)
    assert doc.title == "李市长宣布今冬供暖提前十天"
    assert doc.metadata["authors"] == ("李华",)


def test_the_paper_and_day_below_a_text_are_no_heading() -> None:
    doc = clean("李市长宣布今冬供暖提前十天\n" + BODY + "　　（2024年11月3日《东海日报》）\n")
    assert [block.role for block in doc.blocks] == ["title", "paragraph", "metadata"]


def test_a_dateline_behind_the_hour_is_read() -> None:
    body = "　　東海市供暖工程2日竣工，4000戶居民告別小煤爐，供暖面積達到260萬平方公尺。\n"
    doc = clean("東海供暖提前十天\n2024-11-02 22:54:15中央社 記者張立華台北2日電\n" + body)
    assert doc.title == "東海供暖提前十天"
    assert doc.metadata["dateline"] == "中央社 記者張立華台北2日電"
    assert doc.metadata["authors"] == ("張立華",)


def test_reporters_whose_parenthesis_a_row_parts_stay_with_their_sentence() -> None:
    text = (
        "东海供暖提前十天\n\n"
        + BODY
        + "\n工程还将向西山各镇延伸，让更多居民用上“清洁热”。（东海日报\n记者 李华 王伟）\n"
    )
    assert clean(text).blocks[-1].text.endswith("（东海日报记者 李华 王伟）")


@pytest.mark.parametrize(
    "row", ["[2024.11.02] 發表", "2024-11-02刊发", "时间：2024-11-02 17:37 发布于：旅游频道编辑：A001"]
)
def test_the_day_of_a_page_is_no_headline(row: str) -> None:
    doc = clean(f"李市长宣布今冬供暖提前十天\n{row}\n" + BODY)
    assert doc.title == "李市长宣布今冬供暖提前十天"
    assert [block.role for block in doc.blocks] == ["title", "metadata", "paragraph"]


@pytest.mark.parametrize("row", ["2024-11-02", "东海社|2024年11月2日", "发稿时间：2024-11-02 09:50"])
def test_the_day_below_a_headline_that_fills_its_row_is_no_part_of_it(row: str) -> None:
    headline = "东海市将建超大规模会展场馆“东海博览中心”"
    text = f"{headline}\n{row}\n" + BODY.strip()
    cut = "\n".join(line[at : at + 21] for line in text.split("\n") for at in range(0, len(line), 21))
    assert clean(cut).title == headline


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("（李华）【东海社微特稿】", ("李华",)),
        ("（李延霞、王蓓）", ("李延霞", "王蓓")),
        ("（李延霞）", ()),
        ("（东海、西山）", ()),
    ],
)
def test_who_signs_a_text_without_a_dateline(end: str, authors: tuple[str, ...]) -> None:
    doc = clean(f"供暖工程竣工\n　　东海市供暖工程2日竣工，4000户居民告别小煤炉，供暖面积达到260万平方米。{end}\n")
    assert doc.metadata.get("authors", ()) == authors


def test_a_row_cut_inside_the_name_of_a_site_names_nobody() -> None:
    doc = clean("供暖工程竣工\n作者：李华 人民\n网-国际频道 责任编辑：王伟\n" + BODY)
    assert doc.metadata["authors"] == ("李华",)


@pytest.mark.parametrize(
    "row",
    ["第1版()", "当前版：04版", "当前版: A4版 上一版  下一版", "东海社|2024年11月2日", "中華民國91年3月19日星期二"],
)
def test_the_page_and_the_paper_above_a_headline_are_not_the_title(row: str) -> None:
    assert clean(f"{row}\n李市长宣布今冬供暖提前十天\n" + BODY).title == "李市长宣布今冬供暖提前十天"


@pytest.mark.parametrize(
    ("start", "authors", "dateline"),
    [
        ("東海報記者李華/臺中報導 ", ("李華",), "東海報記者李華/臺中報導"),
        ("新报讯【记者 李华 通讯员 王伟】", ("李华", "王伟"), "新报讯"),
        ("东海网 西山日报讯 记者李华、王伟报道：", ("李华", "王伟"), "东海网 西山日报讯"),
        ("有人说记者李华/王伟报道 失实，", (), None),
    ],
)
def test_datelines_with_two_papers_and_reporters_in_brackets(
    start: str, authors: tuple[str, ...], dateline: str | None
) -> None:
    doc = clean(f"供暖工程竣工\n　　{start}东海市供暖工程2日竣工，4000户居民告别小煤炉，供暖面积达到260万平方米。\n")
    assert doc.metadata.get("authors", ()) == authors
    assert doc.metadata.get("dateline") == dateline


def test_a_reporter_before_a_backslash() -> None:
    story = "東海市供暖工程2日竣工，4000戶居民告別小煤爐，供暖面積達到260萬平方米。工程還將向各鎮延伸。\n"
    doc = clean(f"李市長宣布今冬供暖提前十天\n李華\\臺中報導\n{story}")
    assert doc.metadata["authors"] == ("李華",)


@pytest.mark.parametrize(("row", "authors"), [("李延霞　王蓓", ("李延霞", "王蓓")), ("东海 西山", ())])
def test_people_alone_below_a_text_sign_it(row: str, authors: tuple[str, ...]) -> None:
    story = "　　东海市供暖工程2日竣工，4000户居民告别小煤炉，供暖面积达到260万平方米。\n"
    assert clean(f"供暖工程竣工\n{story}{story.replace('2日', '3日')}{row}\n").metadata.get("authors", ()) == authors


def test_many_names_below_a_text_are_no_authors() -> None:
    story = "　　东海市供暖工程2日竣工，4000户居民告别小煤炉，供暖面积达到260万平方米。获奖者如下。\n"
    doc = clean(f"供暖工程竣工\n{story}李延霞　王蓓　赵明明　王伟　李华\n")
    assert "authors" not in doc.metadata
