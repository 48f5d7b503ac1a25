"""
Clean text of kinds whose lines are short or strange: every line comes out as it went in, and nothing is removed.

Law 1: clean text passes through unchanged. The texts are written for this test.
"""

# ruff: noqa: E501 - a text is a line here

from __future__ import annotations

import pytest

from cntextclean import clean

PROSE = "从各地的情况来看，老旧小区的改造进展顺利，居民的满意度比上一年有了明显的提高，下一步还要加快配套设施的建设。"
KINDS = {
    "ingredients": "红烧肉的做法|食材|五花肉 500克|冰糖 30克|生抽 2勺|老抽 1勺|料酒 3勺|步骤|1 五花肉切块，冷水下锅焯水",
    "specifications": "产品参数|品牌：东海|型号：DH-2000|额定功率：1500W|额定电压：220V|重量：3.5kg|颜色：白色|产地：西山",
    "programme": "会议日程|3月15日 上午|09:00—09:30|开幕式|主持人：李华|09:30—10:30|主旨报告：区域协调发展|10:30—10:45|茶歇",
    "song": "茉莉花|好一朵美丽的茉莉花|好一朵美丽的茉莉花|芬芳美丽满枝桠|又香又白人人夸|让我来将你摘下|送给别人家",
    "poem": "致山岗|我如果爱你——|绝不像攀援的藤蔓|借你的高枝炫耀自己|我如果爱你——|绝不学痴情的鸟儿|为绿荫重复单调的歌曲",
    "primer": "人之初，性本善。性相近，习相远。|苟不教，性乃迁。教之道，贵以专。|昔孟母，择邻处。子不学，断机杼。",
    "couplets": "春联选登|上联：春回大地千山秀|下联：日照神州万木荣|横批：春满人间|上联：四海升平迎盛世|下联：九州同庆颂中华",
    "chat": "李华 2023/5/6 10:23:11|你好，在吗？|王伟 2023/5/6 10:23:40|在的|请说|李华 2023/5/6 10:24:02|会议改到三点",
    "subtitles": "00:00:01,000 --> 00:00:04,000|大家好，欢迎来到今天的节目。|00:00:04,500 --> 00:00:07,200|我是主持人小林。",
    "interview": "东海日报：您是什么时候来的？|王伟：大概在二十年前。|东海日报：当时的交通怎么样？|王伟：坐车要两个多小时。",
    "play": "李母　（抬头）孩子，你爸爸怎么还没回来？|小芳　妈，您别急，今天路上雪大。|李母　唉，这天气。|小芳　爸爸回来了！",
    "letter": "尊敬的各位家长：|您好！|学校定于9月1日上午8点举行开学典礼，请您准时参加。|此致|敬礼！|东海市实验小学|2024年8月28日",
    "contract": "第三条 租金|每月租金为人民币3000元，乙方于每月5日前支付。|甲方（签字）：          乙方（签字）：|日期：                  日期：",
    "weather": "天气预报|今天白天：晴到多云|最高气温：25℃|今天夜间：多云转阴|最低气温：16℃|风向风力：东南风3到4级|明天：小雨",
    "menu": "本店招牌菜|西湖醋鱼……68元|东坡肉……48元|龙井虾仁……88元|叫花鸡……78元|宋嫂鱼羹……38元",
    "pupils": "张伟|李娜|王芳|刘洋|陈静|杨帆|赵磊|黄敏",
    "words": "水果|苹果|香蕉|樱桃|葡萄|西瓜",
    "board": "理事会名单|姓名|职务|单位|李建国|会长|东海大学|王晓梅|副会长|西山学院|张志强|秘书长|北湖研究所",
    "vocabulary": "英汉对照词汇|apple 苹果|banana 香蕉|cherry 樱桃|date 枣|fig 无花果",
    "sentences": "How are you?|我很好，谢谢。|I'm fine, thank you.|今天天气很好。|The weather is nice today.",
    "log": "3月1日 天气晴|上午8时交接班，设备运行正常，无异常情况。|下午2时巡检一次，设备运行正常，无异常情况。|3月2日 天气阴",
    "chronicle": "大事记|1992年10月|提出开发开放的决定|1997年4月|经济协调会成立|2003年3月|提出主动接轨|2018年11月|上升为战略",
    "questions": "问：参保人异地就医怎么备案？|答：可以通过服务平台办理。|问：备案后多久生效？|答：当天生效。",
    "instructions": "操作步骤：|1.打开电源开关；|2.待指示灯变绿后，按下“启动”键；|3.程序结束后，关闭电源。|注意：运行中请勿打开机门。",
    "parties": "甲方：东海市建设有限公司|法定代表人：李建国|地址：东海市人民路18号|乙方：西山建筑有限公司|法定代表人：王晓梅",
}  # fmt: skip


@pytest.mark.parametrize("below", ["", PROSE], ids=["alone", "above-prose"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_line_comes_out_as_it_went_in(kind: str, below: str) -> None:
    rows = KINDS[kind].split("|")
    document = clean("\n".join([*rows, "", below] if below else rows))
    said = [line for block in document.blocks for line in block.text.split("\n")]
    assert [line for line in said if line != below] == rows
    assert document.removed == ()
