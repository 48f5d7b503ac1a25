"""Heads of articles as recognition and web pages leave them: names run into institutions, bylines without blanks."""

from __future__ import annotations

import pytest

import cntextclean as ctc

ABSTRACT = (
    "针对相关问题，提出了一种改进的方法，建立了数学模型，并对其进行了仿真计算。结果表明，所提出的方法具有更好的性能。"
)
BODY = "会议在当地举行，来自各地的代表就有关问题进行了广泛深入的讨论，并达成了多项共识。"


def _journal(front: str, behind: str = "") -> ctc.Document:
    return ctc.clean(
        f"{front}\n\n摘要：{ABSTRACT}\n\n关键词：轴承；诊断；网络\n\n{behind}\n\n# 1 引言\n\n{BODY}{BODY}\n"
    )


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (
            "李文嘉1,2，郝永1,2,\\*（1.东海研究所，北京100190；2.西山大学，北京100039）(\\*010-55543150, h@a.cn)",
            2,
        ),
        ("冀昌旭，刘志洁，于徐虹贵州省信息与计算重点实验室", 3),
        ("蒋永1,²，姜义1，冯燕1,2＊，江陶11南京信息大学天气研究所，南京210044 2 中国空间天气实验室，北京100190", 4),
        ("徐　军l²吴磊1\\* 陈庆龙」胡丽芬」侯玉杰2,3赵国奇²", 6),
    ],
)
def test_names_run_into_what_stands_behind_them(line: str, authors: int) -> None:
    document = _journal(f"# 深度学习网络的轴承故障诊断研究\n\n{line}")
    assert document.title == "深度学习网络的轴承故障诊断研究"
    found = document.metadata["authors"]
    assert len(found) == authors
    assert all(2 <= len(name) <= 3 for name in found)


def test_english_title_stands_above_authors_with_their_institutions() -> None:
    names = "He Siyun1, Tian Xinchen2 (1. Electronic College, Jinan 250200; 2. School of Control, Jinan 250061, China)"
    english = f"# Research on bearing fault diagnosis\n\n{names}\n\nAbstract: This paper studies bearings."
    document = _journal("# 轴承故障诊断研究\n\n何思云1，田新晨2", english)
    assert document.metadata["title_en"] == "Research on bearing fault diagnosis"
    assert document.metadata["authors_en"] == ("He Siyun", "Tian Xinchen")
    assert document.metadata["authors"] == ("何思云", "田新晨")


def test_escaped_mark_behind_a_title_is_no_part_of_it() -> None:
    assert (
        _journal("# 供应链网络鲁棒优化设计\\*\n\n董海a，林栋b\n\n(东海大学a.技术学院;b.机械学院，沈阳110044)").title
        == "供应链网络鲁棒优化设计"
    )


def test_labels_run_into_words_with_commas() -> None:
    text = f"# 中小学生的应激障碍\n\n王文朝 原浩\n\n摘要{ABSTRACT}\n\n"
    text += "关键词应激障碍，抑郁症状，网络分析，中小学生\n\n分类号 B849:G44\n"
    document = ctc.clean(text)
    assert document.metadata["keywords"] == ("应激障碍", "抑郁症状", "网络分析", "中小学生")
    assert document.metadata["classification"] == "B849:G44"


@pytest.mark.parametrize(
    ("line", "authors", "dateline"),
    [
        ("中国之声《国防时空》北京2月22日电（记者 周雨亭）", ("周雨亭",), "中国之声《国防时空》北京2月22日电"),
        ("本报北京１２月３１日讯新华社记者陈燕、本报记者何加政报道：", ("陈燕", "何加政"), "本报北京１２月３１日讯"),
        ("中新社广州10月8日电 (方伟斌 史雪青)", ("方伟斌", "史雪青"), "中新社广州10月8日电"),
    ],
)
def test_datelines_with_programmes_and_several_papers(line: str, authors: tuple[str, ...], dateline: str) -> None:
    document = ctc.clean(f"国庆叠加广交会 客流创近五年新高\n\n{line}今天，{BODY}\n\n{BODY}\n")
    assert document.title == "国庆叠加广交会 客流创近五年新高"
    assert document.metadata["authors"] == authors
    assert document.metadata["dateline"] in {dateline, dateline.replace("１２", "12").replace("３１", "31")}


def test_reporters_of_two_papers_without_a_blank() -> None:
    document = ctc.clean(f"开罗街头迎新年\n\n本报驻埃及记者朱梦奎新华社记者安疆\n\n{BODY}\n\n{BODY}\n")
    assert document.metadata["authors"] == ("朱梦奎", "安疆")


def test_closing_dateline_with_reporters() -> None:
    document = ctc.clean(f"两国代表举行会谈\n\n{BODY}\n\n{BODY}\n\n（据新华社北京电 记者韩默、白杰）\n")
    assert document.metadata["authors"] == ("韩默", "白杰")
    assert document.metadata["dateline"] == "据新华社北京电"


def test_title_filed_behind_its_dateline() -> None:
    head = "新华社北京12月19日电题：提振信心 笃定前行——干部群众畅谈会议精神"
    document = ctc.clean(f"{head}\n\n新华社记者刘开熊、刘雨佳\n\n{BODY}\n\n{BODY}\n")
    assert document.title == "提振信心 笃定前行——干部群众畅谈会议精神"
    assert document.metadata["dateline"] == "新华社北京12月19日电"
    assert [block.role for block in document.blocks[:2]] == ["title", "byline"]


def test_column_in_parentheses_is_neither_title_nor_person() -> None:
    document = ctc.clean(f"城市社区治理见闻\n（新语·社区）\n本报记者 吴月晖 何 露\n\n{BODY}\n\n{BODY}\n")
    assert document.title == "城市社区治理见闻"
    assert document.metadata["authors"] == ("吴月晖", "何露")


def test_stamp_with_the_paper_is_no_headline() -> None:
    document = ctc.clean(
        f"带走“高新机密” 技术骨干获刑\n\n2016年06月17日06:15 江网-东江晚报\n\n本报讯（记者孙俊）昨天，{BODY}\n"
    )
    assert document.title == "带走“高新机密” 技术骨干获刑"
    assert document.blocks[1].role == "metadata"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("（记者 张 胜 男）", ("张胜男",)),
        ("（本报记者 郑静/文 马启兵/图）", ("郑静",)),
        ("（本报记者 郑玉心 采访整理）", ("郑玉心",)),
        ("（通讯员 建轩 融媒体记者 卫凌云）", ("建轩", "卫凌云")),
    ],
)
def test_reporters_behind_the_last_sentence(line: str, authors: tuple[str, ...]) -> None:
    document = ctc.clean(f"两地代表举行会谈\n\n{BODY}\n\n{BODY}{line}\n")
    assert document.metadata["authors"] == authors
    assert document.blocks[-1].role == "paragraph"
