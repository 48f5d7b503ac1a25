"""Rows that are written for a machine stand as they are, alone and between prose in half-width marks."""

# ruff: noqa: E501 - a text is a line here

from __future__ import annotations

import pytest

from cntextclean import clean
from cntextclean.repair.lines.data_rows import DataRow, data_rows, match_data

PROSE = (
    "会议认为,各地要加快配套设施的建设,居民的满意度要有明显的提高;下一步,还要继续努力.代表们说,改造进展顺利,大家都满意."
)
MENDED = "会议认为，各地要加快配套设施的建设，居民的满意度要有明显的提高；下一步，还要继续努力。代表们说，改造进展顺利，大家都满意。"
KINDS = {
    "json": '{\n  "名称": "东海大学",\n  "地址": "人民路18号,一号楼",\n  "标签": ["教育", "科 研"],\n  "有效": true\n}',
    "json-lines": '{"id": 1, "text": "今天上午,会议举行"}\n{"id": 2, "text": "天气预报:明天有雨"}',
    "xml": '<?xml version="1.0"?>\n<图书 编号="001">\n  <作者>张伟, 李娜</作者>\n  <价格>45.00</价格>\n</图书>',
    "html": "<!DOCTYPE html>\n<html>\n<body>\n  <h1>欢迎</h1>\n  <p>学校始建于1950年, 现有学生2万人.</p>\n</body>\n</html>",
    "yaml": "server:\n  port: 8080  # 端口, 默认\n  name: 测试服务\ndatabase:\n  user: 管理员",
    "toml": '# 项目配置\n[project]\nname = "分词工具"\ndescription = "简单的工具, 支持词典"\n\n[tool]\n路径 = "a.txt"',
    "properties": "app.name=订单系统\napp.desc=处理订单, 支付和退款\napp.lang=zh_CN",
    "sql": "CREATE TABLE 学生 (\n  学号 INT PRIMARY KEY,\n  姓名 VARCHAR(20) COMMENT '学生姓名'\n);\nSELECT 姓名, 年龄 FROM 学生 ORDER BY 年龄;",
    "log": "2024-05-06 10:23:11 INFO [main] 启动成功, 端口: 8080\n2024-05-06 10:23:15 ERROR [http-1] 连接失败: timeout",
    "session": "$ git add 说明.txt\n$ git commit -m '第一稿, 待修改'",
    "python": 'def 总价(单价, 数量):\n    """计算总价, 返回浮点数."""\n    # 数量为零, 直接返回\n    if 数量 == 0:\n        return 0.0\n\nprint("总价:", 总价(3.5, 10))',
    "c": '#include <stdio.h>\n/* 主函数, 程序入口 */\nint main(void) {\n    printf("你好, 世界!");\n    return 0;  // 正常退出\n}',
    "bibtex": "@article{zhang2020,\n  author = {张伟 and 李娜},\n  title = {机制, 路径与对策},\n  year = {2020}\n}",
    "subtitles": "1\n00:00:01,000 --> 00:00:03,000\n- 你来了?\n- 来了, 路上堵车\n\n2\n00:00:03,500 --> 00:00:06,000\n快坐下 喝口水",
    "lyrics": "[ti:山歌]\n[00:12.50]天边飘过 白色的云\n[00:18.20]它不停地 向我召唤",
    "messages": 'msgid "Are you sure?"\nmsgstr "您确定吗?"',
    "card": "BEGIN:VCARD\nFN:张伟\nADR;TYPE=WORK:;;人民路18号;东海市\nEND:VCARD",
    "quoted-cells": '日期,标题,备注\n2024-01-01,"元旦,放假一天",无\n2024-04-04,清明,无',
    "two-cells": "产品,单价\n苹果,5.5\n香蕉,3.2\n樱桃,20",
    "semicolons": "编号;名称;数量\n1;铅笔;100\n2;橡皮;50",
}  # fmt: skip


@pytest.mark.parametrize("row", data_rows(), ids=lambda row: row.name)
def test_rows_of_the_table(row: DataRow) -> None:
    assert match_data(row.example) is row
    other = match_data(row.counter_example)
    assert other is None or other.worth < row.worth


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("kind", KINDS)
def test_data_stand_as_they_are(kind: str, name: str) -> None:
    document = clean(f"{PROSE}\n\n{KINDS[kind]}\n\n{PROSE}\n", name=name)
    assert [block.text for block in document.blocks] == [MENDED, KINDS[kind], MENDED]
    markdown = document.to_markdown()
    assert clean(markdown, name="a.md").to_markdown() == markdown
    assert clean(document.text).text == document.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("class 的用法,见下.\n\n会议认为,各地要加快建设,还要继续努力.", "class 的用法，见下。\n\n会议认为，各地要加快建设，还要继续努力。"),
        ("地址:人民路18号,电话见后.\n\n价格:45元,数量:3件.", "地址：人民路18号，电话见后。\n\n价格：45元，数量：3件。"),
        ("他说,今天很好;\n\n她说,明天更好;", "他说，今天很好；\n\n她说，明天更好；"),
    ],
)  # fmt: skip
def test_prose_in_half_width_marks_is_none(before: str, after: str) -> None:
    assert clean(before).text == after + "\n"
