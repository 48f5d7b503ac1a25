"""Kinds of text that are neither news nor journals: what heads them, and what only looks as if it did."""

from __future__ import annotations

import pytest

from cntextclean import clean

PROSE = "从各地的情况来看，老旧小区的改造进展顺利，居民的满意度比上一年有了明显的提高。"
NO_HEADLINES = {
    "mail": "发件人：李华 <lihua@example.com>|收件人：王伟 <wangwei@example.com>|抄送：张敏|主题：评审会的安排",
    "leaflet": "【成份】三叉苦、岗梅、薄荷油|【规格】每袋装10克|【贮藏】密封|【有效期】24个月",
    "scene": "时间　前场的次日清晨|地点　李家堂屋|人物　李母、小芳",
    "play": "李母　（抬头）怎么还没回来？|小芳　妈，您别急|李母　唉，这天气|小芳　（跑去开门）回来了！",
    "lyrics": "[ti:山歌]|[00:12.00]好一座青青的山岗|[00:18.50]又高又长人人夸",
    "recipe": "主料：五花肉500克|辅料：冰糖30克、葱、姜|调料：生抽、老抽、料酒",
    "minutes": "**时间**：2024年3月5日下午|**地点**：第二会议室|**参会人**：王伟、张敏",
    "stage direction": "（自言自语）",
    "annexes": "附件：1. 改造任务分解表|2. 联系人名单",
    "end of a letter": "祝好|李华",
    "life": "1918年　出生于浙江|1936年　考入大学外文系|1950年　回国任教",
    "record": "性别：男　出生年月：1995年3月",
    "technical data": "额定功率：1800W|电压：220V|容量：1.7L",
    "present": "出席：王伟　张敏　赵明",
    "post": "发表于 2023-05-06 | 分类于 生活 | 阅读 123|标签：跑步 马拉松",
    "contract": "甲方：东海建设有限公司|乙方：西山材料有限公司",
    "dialogue": "“你来了？”|“来了。”|“路上顺利吗？”",
    "formulae": "勾股定理：a²+b²=c²|面积公式：S=πr²",
}
HEAD = {"title", "subtitle", "heading"}


@pytest.mark.parametrize("kind", NO_HEADLINES)
def test_rows_that_head_nothing(kind: str) -> None:
    rows = NO_HEADLINES[kind].split("|")
    document = clean("\n\n".join([PROSE, *rows, PROSE]))
    assert [block.text for block in document.blocks if block.role in HEAD] == []


@pytest.mark.parametrize(
    "rows",
    [
        "一种新的茶叶|品牌：东海|产地：西山|规格：每袋装10克",
        "第三次例会纪要|**时间**：下午|**地点**：会议室|**主持**：李华",
    ],
)
def test_a_title_above_a_record(rows: str) -> None:
    title, *fields = rows.split("|")
    document = clean("\n\n".join([title, *fields, PROSE]))
    assert (document.title, [block.role for block in document.blocks[1:]]) == (title, ["paragraph"] * (len(fields) + 1))


def test_days_of_a_diary_head_its_entries() -> None:
    document = clean(f"1935年3月2日　星期六　晴\n\n{PROSE}\n\n1935年3月3日　星期日　阴\n\n{PROSE}终日在家。\n")
    assert [block.role for block in document.blocks] == ["heading", "paragraph"] * 2


def test_a_notice_has_the_title_that_says_what_it_is_about() -> None:
    head = "东海市人民政府办公室文件\n\n东政办发〔2023〕12号\n\n东海市人民政府办公室\n\n关于加强老旧小区改造工作的通知"
    document = clean(
        f"{head}\n\n各区人民政府：\n\n{PROSE}\n\n附件：改造任务分解表\n\n东海市人民政府办公室\n2023年5月6日\n"
    )
    roles = [block.role for block in document.blocks]
    assert document.title == "关于加强老旧小区改造工作的通知"
    assert roles[:4] == ["metadata", "metadata", "subtitle", "title"]
    assert "heading" not in roles


def test_who_gave_a_speech_and_when() -> None:
    document = clean(f"在全市科技大会上的讲话\n（2023年5月6日）\n李华\n\n同志们：\n\n{PROSE}\n")
    assert document.metadata == {"authors": ("李华",), "date": "2023-05-06"}


WIKI = f"# 东海\n\n## 历史\n\n### 古代\n\n{PROSE}\n\n### 近代\n\n{PROSE[:20]}。\n\n## 地理\n\n{PROSE[5:]}\n"


def test_levels_that_somebody_wrote() -> None:
    assert [block.level for block in clean(WIKI).blocks if block.role == "heading"] == [1, 2, 2, 1]


@pytest.mark.parametrize("change", [("### 近代", "##### 近代"), ("## 地理", "### 地理")], ids=["left-out", "lone"])
def test_levels_that_are_not_borne_out(change: tuple[str, str]) -> None:
    assert [block.level for block in clean(WIKI.replace(*change)).blocks if block.role == "heading"] == [1] * 4


def test_a_numbered_heading_names_nobody() -> None:
    document = clean(f"# 部署手册\n\n## 1. 安装\n\n{PROSE}\n\n## 2. 使用\n\n{PROSE[5:]}\n")
    assert "authors" not in document.metadata


def test_who_and_for_whom_stay_apart_beside_the_hour() -> None:
    row = "李华 东海发布 2024-03-05 18:30 东海"
    document = clean(f"老旧小区改造怎么改\n\n{row}\n\n{PROSE}\n\n{PROSE[5:]}\n")
    assert (row, "metadata") in [(block.text, block.role) for block in document.blocks]


def test_a_short_heading_with_its_number_is_not_run_into_the_text() -> None:
    rows = [PROSE, "一、关于预算", "会议同意追加采购预算二十万元。", "二、关于人员", "会议决定增聘两名工程师。"]
    assert [block.text for block in clean("\n".join(rows)).blocks] == rows


PAPER = "Soft wraps in newspapers\n\nAbstract: We read pages.\n\n1. Introduction\n\n{}\n\n2. Method\n\n{}\n"
ENGLISH = "Lines break in the middle of a sentence, and nobody marks where a paragraph ends."


def test_a_paper_in_english_has_a_body() -> None:
    document = clean(PAPER.format(ENGLISH, ENGLISH[:40] + "."))
    assert "metadata" not in [block.role for block in document.blocks[1:]]
    assert [block.text for block in document.blocks if block.text.endswith("Introduction")] == ["1. Introduction"]


def test_a_number_that_runs_on_is_no_heading() -> None:
    document = clean("The committee met for the\n12 members who were there.\n")
    assert len(document.blocks) == 1


@pytest.mark.parametrize(
    "row",
    ["子曰：“学而时习之，不亦说乎？有朋自远方来，不亦乐乎？”", "The old houses in the street were sold last year."],
)
def test_what_is_said_is_no_headline(row: str) -> None:
    document = clean(f"{PROSE}\n\n{row}\n\n{PROSE}\n")
    assert [block.role for block in document.blocks] == ["paragraph"] * 3


def test_who_signs_a_will_stays_in_its_body() -> None:
    document = clean(f"遗嘱\n\n{PROSE}\n\n立遗嘱人：李华（签字）\n\n见证人：王伟（签字）\n")
    assert [block.role for block in document.blocks] == ["title", "paragraph", "paragraph", "paragraph"]


def test_counters_below_a_post_are_furniture() -> None:
    document = clean(f"{PROSE}\n\n转发 12 评论 34 赞 156\n\n昨天下午会议在北京闭幕。\n")
    assert [block.role for block in document.blocks] == ["paragraph", "furniture", "paragraph"]


def test_laws_of_a_page_are_articles() -> None:
    first, second = "东海市供水条例", "西山市消防条例"
    rows = [first, "第一条　为了保障供水，制定本条例。", "第二条　本条例自公布之日起施行。"]
    document = clean("\n\n".join([*rows, second, "第一条　为了预防火灾，制定本条例。"]))
    assert [(block.role, block.text) for block in document.blocks if block.role != "paragraph"] == [
        ("title", first), ("title", second)
    ]  # fmt: skip


def test_an_editors_line_below_a_picture_ends_an_article() -> None:
    rows = [
        "老街改造完工",
        "本报记者 李华",
        PROSE,
        "图为老街。李华摄",
        "责任编辑：王伟",
        "山村通了公路",
        PROSE[::-1][1:] + "。",
    ]
    document = clean("\n\n".join(rows))
    assert [block.text for block in document.blocks if block.role == "title"] == [rows[0], rows[5]]


def test_a_judgment_has_the_title_that_says_what_it_is() -> None:
    head = "东海市人民法院\n\n民 事 判 决 书\n\n（2023）东民初字第123号"
    document = clean(f"{head}\n\n原告：李华，男，1980年3月5日出生，汉族。\n\n{PROSE}\n")
    assert document.title == "民 事 判 决 书"
    assert [block.role for block in document.blocks[:4]] == ["subtitle", "title", "metadata", "paragraph"]


@pytest.mark.parametrize("end", ["东海出版社", "教务处\n\n5月6日"])
def test_who_signs_an_invitation_heads_nothing(end: str) -> None:
    document = clean(f"请柬\n\n王伟先生：\n\n{PROSE}\n\n{end}\n")
    assert [block.text for block in document.blocks if block.role in HEAD] == ["请柬"]


def test_a_list_of_words_has_no_headings() -> None:
    rows = ["守株待兔（shǒu zhū dài tù）", "刻舟求剑（kè zhōu qiú jiàn）", "画蛇添足（huà shé tiān zú）"]
    assert {block.role for block in clean("\n".join(rows)).blocks} == {"paragraph"}


def test_headlines_above_a_text_are_no_list() -> None:
    rows = ["东海市的老街", "山村的新路", "海边的渔港"]
    document = clean("\n\n".join(f"{row}\n\n{PROSE[:at]}。" for row, at in zip(rows, (20, 24, 28), strict=True)))
    assert [block.text for block in document.blocks if block.role in HEAD] == rows


def test_what_a_magazine_brings_first_stands_above_its_title() -> None:
    document = clean(f"封面故事\n\n老街重生记\n\n文｜李华　图｜王伟\n\n{PROSE}\n")
    assert [block.role for block in document.blocks] == ["subtitle", "title", "byline", "paragraph"]


def test_a_label_that_looks_like_a_name_signs_nothing() -> None:
    document = clean(f"电热水壶\n\n{PROSE}\n\n容量：1.7升\n")
    assert "byline" not in [block.role for block in document.blocks]
